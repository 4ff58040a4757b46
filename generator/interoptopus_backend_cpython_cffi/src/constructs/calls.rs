//! The call into the library, and the statements behind it: written-back arguments, the status, the value.

use super::results;
use crate::cdef::carriers::{self, Place};
use crate::runtime::parts::{Part, ffi};
use crate::syntax::expressions::{Expr, local, quoted};
use crate::syntax::keywords::KEYWORDS;
use crate::syntax::statements::{Stmt, words};
use crate::types::by_value;
use crate::types::owned;
use crate::types::passage::Body;
use crate::types::pointers::object;
use crate::types::table::Types;
use interoptopus::model::{self, Builtin, Content, Crossing, Loan, ServiceId, Type, TypeKind};

/// A call into the library, and what follows it.
pub(crate) struct Call<F> {
    pub(crate) callee: Expr,
    /// The type of its result at the ABI.
    pub(crate) returns: Type,
    pub(crate) arguments: Vec<Expr>,
    /// Statements that write arguments back.
    pub(crate) after: Vec<Stmt>,
    /// The list of what callbacks raised, if there are any.
    pub(crate) raised: Option<Expr>,
    /// The call that raises what a status stands for.
    pub(crate) failure: F,
    /// The number of statements before the conversions.
    pub(crate) unconverted: usize,
    /// The refusal of an argument of a wrong type.
    pub(crate) refusing: Option<Refusing>,
}

/// The refusal of an argument of a wrong type, around conversions and a call.
#[derive(Clone, Debug)]
pub(crate) struct Refusing {
    /// The variable of the exception.
    pub(crate) error: String,
    /// The call that raises what names the argument, if one is wrong.
    pub(crate) refusal: Expr,
}

impl Refusing {
    /// The statements, none of which runs code of the library's users after the call or raises what the library failed with.
    pub(crate) fn around(&self, statements: Vec<Stmt>) -> Vec<Stmt> {
        if statements.is_empty() {
            return Vec::new();
        }
        let caught = words!["except ", Part::Wrong.expr(), format!(" as {}:", self.error)];
        let named = vec![Stmt::of(self.refusal.clone()), Stmt::line(words!["raise"])];
        vec![Stmt::block(words!["try:"], statements), Stmt::block(caught, named)]
    }
}

impl<F: Fn(Expr) -> Expr> Call<F> {
    /// The statement that calls, with the conversions before it, if they are wrapped with it.
    fn calling(&self, call: Stmt, statements: &mut Vec<Stmt>) {
        let mut wrapped = statements.split_off(self.unconverted);
        wrapped.push(call);
        statements.extend(self.refused(wrapped));
    }

    /// The object comes first.
    pub(crate) fn on_object(mut self) -> Self {
        self.arguments.insert(0, object(local("self")));
        self
    }

    fn expression(&self) -> Expr {
        self.callee.clone().call(self.arguments.clone())
    }

    /// The statements behind the call, whether it failed or not.
    fn after(&self) -> Vec<Stmt> {
        let mut statements = self.after.clone();
        if let Some(raised) = &self.raised {
            let raise = Stmt::line(words!["raise ", raised.clone().attribute("pop").call([])]);
            let raise = raise.with("leaves no cycle of exception, traceback and this frame");
            statements.push(Stmt::when(raised.clone(), vec![raise]));
        }
        statements
    }

    fn follows(&self) -> bool {
        !self.after.is_empty() || self.raised.is_some()
    }

    /// The statements that call with `arguments`, and add what is returned to `list` in the same step of the interpreter.
    fn noting(&self, body: &Body<'_, '_>, list: &Expr, arguments: Vec<Expr>) -> Vec<Stmt> {
        let calls = body.scope.python("starmap").call([self.callee.clone(), Expr::List(vec![Expr::Tuple(arguments)])]);
        let noted = Stmt::of(list.clone().attribute("extend").call([calls]));
        vec![Stmt::Comment("Called and noted in one step, so that a signal cannot come between."), noted]
    }

    /// The statements with the refusal of arguments around them.
    fn refused(&self, statements: Vec<Stmt>) -> Vec<Stmt> {
        self.refusing.as_ref().map_or(statements.clone(), |refusing| refusing.around(statements))
    }

    fn check(&self, status: Expr) -> Stmt {
        Stmt::when(status.clone(), vec![Stmt::of((self.failure)(status))])
    }

    /// Returns a value, or nothing.
    pub(crate) fn gives(
        self,
        body: &mut Body<'_, '_>,
        returns: Type,
        crossing: &Crossing,
        statements: &mut Vec<Stmt>,
    ) -> Result<(), String> {
        let types = body.types;
        if let Some(content) = model::owned(types.inventory, returns) {
            return self.frees(body, returns, content, crossing, statements);
        }
        let nothing = *types.inventory.kind(returns) == TypeKind::Void;
        let carried = carried(types, self.returns)?;
        match crossing {
            Crossing::Bare | Crossing::Guarded { error: _ } if carried => {
                let result = body.local("result");
                let c = body.local("result_c");
                self.calling(Stmt::assign(c.clone(), self.expression()), statements);
                statements.push(Stmt::assign(result.clone(), by_value::open(types, self.returns, c)));
                statements.extend(self.after());
                let mut value = result.clone();
                if matches!(crossing, Crossing::Guarded { error: _ }) {
                    statements.push(self.check(result.attribute("status")));
                    value = value.attribute("value");
                }
                results::returned(body, returns, value, statements)
            }
            Crossing::Bare if nothing => {
                self.calling(Stmt::of(self.expression()), statements);
                statements.extend(self.after());
                Ok(())
            }
            Crossing::Bare if !self.follows() && self.refusing.is_none() => {
                results::returned(body, returns, self.expression(), statements)
            }
            Crossing::Bare => {
                let result = body.local("result");
                self.calling(Stmt::assign(result.clone(), self.expression()), statements);
                statements.extend(self.after());
                results::returned(body, returns, result, statements)
            }
            Crossing::Guarded { error: _ } if nothing => {
                let status = body.local("status");
                self.calling(Stmt::assign(status.clone(), self.expression()), statements);
                statements.extend(self.after());
                statements.push(self.check(status));
                Ok(())
            }
            Crossing::Guarded { error: _ } => {
                let result = body.local("result");
                let [status, value] = ["status", "value"].map(|field| result.clone().attribute(field));
                self.calling(Stmt::assign(result, self.expression()), statements);
                statements.extend(self.after());
                statements.push(self.check(status));
                results::returned(body, returns, value, statements)
            }
        }
    }

    /// Makes an object, and gives its owner, with whose last reference it is freed. Where an exception comes in between, it is freed too.
    pub(crate) fn makes(self, body: &mut Body<'_, '_>, id: ServiceId, crossing: &Crossing, statements: &mut Vec<Stmt>) -> Expr {
        let [made, owner] = ["made", "owner"].map(|name| local(body.scope.local(name)));
        let returned = made.clone().first();
        let (object, status) = match crossing {
            Crossing::Bare => (returned, None),
            Crossing::Guarded { error: _ } => (returned.clone().attribute("value"), Some(returned.attribute("status"))),
        };
        let destroy = callee(body.types, &body.types.inventory[id].destroy);
        let mut inner = statements.split_off(self.unconverted);
        inner.extend(self.noting(body, &made, self.arguments.clone()));
        inner = self.refused(inner);
        inner.extend(self.after());
        inner.extend(status.clone().map(|status| self.check(status)));
        let owners = [Expr::List(vec![object.clone()]), Expr::List(vec![destroy.clone()])];
        let owners = body.scope.python("map").call([ffi("gc")].into_iter().chain(owners));
        inner.push(Stmt::of(owner.clone().attribute("extend").call([owners])));
        let is_left = status.map_or(made.clone(), |status| made.clone().binary("and", status.negated()));
        let is_left = is_left.binary("and", owner.clone().negated());
        let freed = Stmt::of(destroy.call([object])).with("nobody gets it");
        statements.extend([made, owner.clone()].map(|list| body.empty_list(list)));
        statements.push(Stmt::block(words!["try:"], inner));
        statements.push(Stmt::block(words!["finally:"], vec![Stmt::when(is_left, vec![freed])]));
        owner.first()
    }

    /// Returns a copy of the memory that the caller owns, and frees that.
    fn frees(
        self,
        body: &mut Body<'_, '_>,
        returns: Type,
        content: Content,
        crossing: &Crossing,
        statements: &mut Vec<Stmt>,
    ) -> Result<(), String> {
        let types = body.types;
        let list = local(body.scope.local("owned"));
        let returned = list.clone().first();
        let (result, status) = match crossing {
            Crossing::Bare => (returned, None),
            Crossing::Guarded { error: _ } => (returned.clone().attribute("value"), Some(returned.attribute("status"))),
        };
        let mut inner = statements.split_off(self.unconverted);
        inner.extend(self.noting(body, &list, self.arguments.clone()));
        inner = self.refused(inner);
        inner.extend(self.after());
        inner.extend(status.map(|status| self.check(status)));
        results::returned(body, returns, result.clone(), &mut inner)?;
        statements.push(body.empty_list(list.clone()));
        statements.push(Stmt::block(words!["try:"], inner));
        let memory = owned::memory(types, content, &result);
        let dealloc = callee(types, &types.inventory.builtin_symbol(Builtin::Dealloc));
        let freed = Stmt::of(dealloc.call([result.attribute("data")].into_iter().chain(memory)));
        statements.push(Stmt::block(words!["finally:"], vec![Stmt::when(list, vec![freed])]));
        Ok(())
    }

    /// Returns what the object lends, read and given back.
    pub(crate) fn lends(
        self,
        body: &mut Body<'_, '_>,
        id: ServiceId,
        loan: Loan,
        returns: Type,
        statements: &mut Vec<Stmt>,
    ) -> Result<(), String> {
        let types = body.types;
        if carried(types, self.returns)? {
            return Err("what it lends is passed by value in a way that libffi does not know: lend a reference".to_owned());
        }
        let [c, lent] = ["c", "lent"].map(|name| body.scope.local(name));
        let (object_c, lent_list) = (local(&c), local(&lent));
        let first = lent_list.clone().first();
        let [status, value] = ["status", "value"].map(|field| first.clone().attribute(field));
        let converted = statements.split_off(self.unconverted);
        statements.extend(self.refused(converted));
        let arguments = [object_c.clone()].into_iter().chain(self.arguments.clone()).collect();
        statements.push(Stmt::assign(object_c.clone(), object(local("self"))));
        statements.push(body.empty_list(lent_list.clone()));
        let mut inner = self.refused(self.noting(body, &lent_list, arguments));
        inner.extend(self.after());
        inner.push(self.check(status.clone()));
        results::returned(body, returns, value.clone(), &mut inner)?;
        statements.push(Stmt::block(words!["try:"], inner));
        let release = types.inventory[id].release.as_deref().map(|symbol| callee(types, symbol));
        let release = release.ok_or("its object has no function that ends what it lends")?;
        let is_lent = lent_list.binary("and", status.negated());
        let is_lent = match results::is_lent(loan, value) {
            Some(has_it) => is_lent.binary("and", has_it),
            None => is_lent,
        };
        let released = Stmt::when(is_lent, vec![Stmt::of(release.call([object_c]))]);
        let deleted = Stmt::line(words![format!("del {c}")]);
        let deleted = deleted.with("an exception keeps this frame, and would keep the object with it");
        statements.push(Stmt::block(words!["finally:"], vec![released, deleted]));
        Ok(())
    }
}

/// Whether a function returns its result in a carrier; or why it cannot return it.
fn carried(types: &Types<'_>, returns: Type) -> Result<bool, String> {
    carriers::is_carried(types.inventory, returns, Place::Result)
}

/// A function of the library; one that is called as Python spells something else has to be asked for.
pub(crate) fn callee(types: &Types<'_>, symbol: &str) -> Expr {
    let lib = Part::Lib.expr();
    match KEYWORDS.contains(&symbol) {
        true => types.names.python("getattr").call([lib, quoted(symbol)]),
        false => lib.attribute(symbol),
    }
}
