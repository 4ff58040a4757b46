//! Signatures: how the parameters and the result of each function are passed and returned, decided once for its method, its native
//! function, and links to it.

use crate::names::Names;
use crate::names::members::fresh;
use crate::names::twins::borrows;
use crate::syntax::Identifier;
use crate::types::conversions::{Passed, Place, Returned, Text};
use crate::types::size_limits;
use interoptopus::model::{Crossing, Function, Type, TypeKind};

/// The signature of a function.
pub(crate) struct Signature {
    /// The parameters, as C# calls them.
    pub(crate) names: Vec<Identifier>,
    /// The parameters on the way in and the result on the way out, or every reason why there are none.
    pub(crate) conversions: Result<Conversions, Vec<String>>,
}

/// The parameters of a function on the way in, and its result on the way out.
pub(crate) struct Conversions {
    /// The parameters where text is a `string`.
    pub(crate) passed: Vec<Passed>,
    /// The parameters where text is UTF-8, if there is any.
    pub(crate) passed_bytes: Option<Vec<Passed>>,
    pub(crate) returned: Returned,
}

/// The signature of `function`, of how types are `passed` and `returned`.
pub(crate) fn of(
    names: &Names<'_>,
    function: &Function,
    passed: &dyn Fn(Type, Place<'_>) -> Result<Passed, String>,
    returned: &dyn Fn(Type, Crossing) -> Result<Returned, String>,
) -> Signature {
    let Names { inventory, dialect, .. } = *names;
    let Function { parameters, returns, crossing, .. } = function;
    let of_parameters: Vec<Identifier> =
        parameters.iter().enumerate().map(|(index, p)| names.naming.parameter(&p.name, index)).collect();
    let call = fresh("call", &of_parameters.iter().map(Identifier::word).collect::<Vec<_>>());
    let is_lent_on = borrows(inventory, *returns);
    let passed = |text: Text| -> Result<Vec<Passed>, String> {
        let one = |(index, name): (usize, &Identifier)| {
            passed(parameters[index].ty, Place { name, crossing: *crossing, text, call: &call, is_lent_on })
        };
        of_parameters.iter().enumerate().map(one).collect()
    };
    let has_text = parameters.iter().any(|p| matches!(inventory.kind(p.ty), TypeKind::Str { nullable: false }));
    let all = (
        passed(Text::Strings),
        has_text.then(|| passed(Text::Bytes)).transpose(),
        size_limits::refuse_parameters(inventory, dialect, parameters.iter().map(|p| p.ty)),
        returned(*returns, *crossing),
    );
    let conversions = match all {
        (Ok(passed), Ok(passed_bytes), Ok(()), Ok(returned)) => Ok(Conversions { passed, passed_bytes, returned }),
        (passed, passed_bytes, large, returned) => {
            let reasons = [passed.err(), passed_bytes.err(), large.err(), returned.err()];
            Err(reasons.into_iter().flatten().collect())
        }
    };
    Signature { names: of_parameters, conversions }
}
