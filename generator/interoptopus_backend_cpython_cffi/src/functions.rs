//! Functions and methods: each parameter's way in, the call, what is written back, the status, the value; one loop for all.

use crate::docs::Docstring;
use crate::marshal::{Context, Marshal};
use crate::names::Scope;
use crate::reserved::KEYWORDS;
use crate::{callbacks, enums, pointers, results, slices, strings};
use interoptopus::model::{Access, Crossing, Function, Item, Parameter, ServiceId, Type, TypeKind};
use interoptopus::{Refusal, Writer};

/// Lines longer than this are broken.
const WIDTH: usize = 120;

/// How one parameter goes in.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The name.
    pub(crate) name: String,
    /// The annotation.
    pub(crate) annotation: String,
    /// Statements before the call.
    pub(crate) before: Vec<String>,
    /// What the call gets: one argument, or two.
    pub(crate) arguments: Vec<String>,
    /// Statements after the call, whether it failed or not.
    pub(crate) after: Vec<String>,
    /// What the docs should say.
    pub(crate) note: Option<String>,
}

impl Passage {
    /// A parameter whose way is still to be filled in.
    pub(crate) fn new(name: &str, annotation: String) -> Self {
        let (before, arguments, after) = (Vec::new(), Vec::new(), Vec::new());
        Passage { name: name.to_owned(), annotation, before, arguments, after, note: None }
    }

    /// A parameter that is one value.
    pub(crate) fn by_value(_: &Body<'_, '_>, name: &str, marshal: &Marshal) -> Result<Self, String> {
        let mut passage = Passage::new(name, marshal.takes.clone());
        passage.arguments = vec![marshal.to_c.clone()?.of(name)];
        Ok(passage)
    }

    fn of(body: &mut Body<'_, '_>, name: &str, ty: Type) -> Result<Self, String> {
        body.parameter_type = ty;
        match *body.cx.inventory.kind(ty) {
            TypeKind::Enum(id) => Ok(enums::passage(body.cx, &body.scope, name, id)),
            TypeKind::Callback { id, nullable } => callbacks::passage(body, name, id, nullable),
            TypeKind::Slice { element, access, nullable } => slices::passage(body, name, element, access, nullable),
            TypeKind::Str { nullable } => Ok(strings::passage(body.cx, &mut body.scope, name, nullable)),
            TypeKind::CStr { nullable } => Ok(strings::passage_c(body.cx, name, nullable)),
            TypeKind::Pointer { pointee, access, kind } if !matches!(body.cx.inventory.kind(pointee), TypeKind::Opaque(_)) => {
                pointers::passage(body, name, pointee, access, kind)
            }
            TypeKind::Service(_) => Err("an object of a service cannot change hands as an argument: take a reference".to_owned()),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Struct(_)
            | TypeKind::Opaque(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => Passage::by_value(body, name, &body.cx.marshal(ty)),
        }
    }
}

/// The body of a function in the making.
pub(crate) struct Body<'c, 'a> {
    pub(crate) cx: &'c Context<'a>,
    pub(crate) scope: Scope<'c>,
    /// Whether it has no way to say what is wrong.
    pub(crate) is_bare: bool,
    /// The type of the parameter at hand.
    pub(crate) parameter_type: Type,
    /// The list of what callbacks raised, if it has any callbacks.
    raised: Option<String>,
}

impl Body<'_, '_> {
    /// The name of the list that callbacks note their exceptions in.
    pub(crate) fn raised(&mut self) -> String {
        self.raised.get_or_insert_with(|| self.scope.local("raised")).clone()
    }

    /// A variable for the C expression `value`, unless that is one.
    pub(crate) fn variable(&mut self, name: &str, value: &str, lines: &mut Vec<String>) -> String {
        if value.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return value.to_owned();
        }
        let name = self.scope.local(name);
        lines.push(format!("{name} = {value}"));
        name
    }
}

/// What a function is to Python users.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Role {
    /// A function of the module, by its place in the inventory.
    Free(usize),
    /// `__init__`, or a class method, by its place among the constructors.
    Constructor(ServiceId, usize),
    /// A method, by its place; and whether what it returns stays borrowed until it is released.
    Method(ServiceId, usize, Option<Access>),
}

impl Role {
    fn item(self) -> Item {
        match self {
            Role::Free(at) => Item::Function(at),
            Role::Constructor(id, at) => Item::Constructor(id, at),
            Role::Method(id, at, _) => Item::Method(id, at),
        }
    }
}

/// The definition of a function at `depth` levels of indentation; `class` is what its class defines. Or what it cannot take or return.
pub(crate) fn emit(
    cx: &Context<'_>,
    function: &Function,
    role: Role,
    class: &Scope<'_>,
    depth: usize,
) -> Result<String, Vec<Refusal>> {
    let Function { name: _, path, docs, symbol, parameters, returns, abi_returns: _, crossing } = function;
    let refused = |what: &str, reason: String| Refusal { item: path.clone(), reason: format!("{what}: {reason}") };
    let error = cx.inventory.error_of(function);
    let is_bare = matches!(crossing, Crossing::Bare);
    let mut body = Body { cx, scope: Scope::new(cx.names), is_bare, parameter_type: *returns, raised: None };
    let names: Vec<String> = parameters.iter().map(|p| body.scope.parameter(&p.name)).collect();
    let (mut passages, mut problems) = (Vec::new(), Vec::new());
    for (Parameter { name: rust_name, ty }, name) in parameters.iter().zip(&names) {
        match Passage::of(&mut body, name, *ty) {
            Ok(passage) => passages.push(passage),
            Err(reason) => problems.push(refused(&format!("its parameter `{rust_name}`"), reason)),
        }
    }
    let mut lines: Vec<String> = Vec::new();
    if let Some(raised) = &body.raised {
        lines.push(format!("{raised}: {}[{}] = []", body.scope.python("list"), cx.names.python("BaseException")));
    }
    lines.extend(passages.iter().flat_map(|passage| passage.before.clone()));
    let arguments: Vec<String> = passages.iter().flat_map(|passage| passage.arguments.clone()).collect();
    let after: Vec<String> = passages.iter().flat_map(|passage| passage.after.clone()).chain(raise(&body)).collect();
    let call = Call { callee: callee(symbol), arguments, after, failure: |status: &str| results::failure(cx, error, status) };
    let done = match role {
        Role::Constructor(id, at) => {
            call.constructs(&mut body, id, cx.names.of(Item::Constructor(id, at)) == "__init__", &mut lines)
        }
        Role::Method(id, _, Some(_)) => call.lends(&mut body, id, *returns, &mut lines),
        Role::Method(_, _, None) => call.on_object(&mut body).gives(&mut body, *returns, crossing, &mut lines),
        Role::Free(_) => call.gives(&mut body, *returns, crossing, &mut lines),
    };
    if let Err(reason) = done {
        problems.push(refused("what it returns", reason));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let exception = error.map(|id| results::exception(cx, id));
    let mut docs = Docstring::of_function(cx, docs, role.item(), exception.as_deref());
    let notes: Vec<String> = passages.iter().filter_map(|passage| passage.note.clone()).collect();
    if !notes.is_empty() {
        docs.add(notes.join(" "));
    }
    let mut w = Writer::new("    ");
    signature(cx, role, &passages, *returns, class, depth, &mut w);
    w.indented(|w| {
        docs.emit(w, depth + 1);
        lines
            .iter()
            .flat_map(|line| broken(line, depth + 1))
            .for_each(|line| if line.is_empty() { w.blank() } else { w.line(line) });
    });
    Ok(w.finish())
}

/// After the call: the exception of a callback is the caller's.
fn raise(body: &Body<'_, '_>) -> Vec<String> {
    let raised = |name: &String| {
        [format!("if {name}:"), format!("    raise {name}.pop()  # leaves no cycle of exception, traceback and this frame")]
    };
    body.raised.iter().flat_map(raised).collect()
}

fn signature(cx: &Context<'_>, role: Role, passages: &[Passage], returns: Type, class: &Scope<'_>, depth: usize, w: &mut Writer) {
    let name = cx.names.of(role.item());
    let gives = match role {
        Role::Constructor(..) if name == "__init__" => "None".to_owned(),
        Role::Constructor(id, _) => cx.names.of(Item::Service(id)).to_owned(),
        Role::Free(_) | Role::Method(..) => class.annotation(&cx.marshal(returns).gives),
    };
    let first = match role {
        Role::Free(_) => None,
        Role::Constructor(..) if name != "__init__" => {
            w.line(format!("@{}", class.python("classmethod")));
            Some("cls".to_owned())
        }
        Role::Constructor(..) | Role::Method(..) => Some("self".to_owned()),
    };
    let parameters = passages.iter().map(|p| format!("{}: {}", p.name, class.annotation(&p.annotation)));
    let parameters: Vec<String> = first.into_iter().chain(parameters).collect();
    let line = format!("def {name}({}) -> {gives}:", parameters.join(", "));
    if line.chars().count() + 4 * depth <= WIDTH {
        return w.line(line);
    }
    w.block(format!("def {name}("), format!(") -> {gives}:"), |w| parameters.iter().for_each(|p| w.line(format!("{p},"))));
}

/// A call into the library, and what follows it.
struct Call<F> {
    callee: String,
    arguments: Vec<String>,
    after: Vec<String>,
    failure: F,
}

impl<F: Fn(&str) -> String> Call<F> {
    /// The object comes first. A running call holds a reference to its owner, so that `close` on another thread frees nothing under it.
    fn on_object(mut self, _: &mut Body<'_, '_>) -> Self {
        self.arguments.insert(0, "self._c or _closed(self)".to_owned());
        self
    }

    fn expression(&self) -> String {
        format!("{}({})", self.callee, self.arguments.join(", "))
    }

    fn check(&self, status: &str) -> [String; 2] {
        [format!("if {status}:"), format!("    {}", (self.failure)(status))]
    }

    /// Returns a value, or nothing.
    fn gives(self, body: &mut Body<'_, '_>, returns: Type, crossing: &Crossing, lines: &mut Vec<String>) -> Result<(), String> {
        let nothing = *body.cx.inventory.kind(returns) == TypeKind::Void;
        match crossing {
            Crossing::Bare if nothing => {
                lines.push(self.expression());
                lines.extend(self.after);
                Ok(())
            }
            Crossing::Bare if self.after.is_empty() => results::returned(body, returns, &self.expression(), lines),
            Crossing::Bare => {
                let result = body.scope.local("result");
                lines.push(format!("{result} = {}", self.expression()));
                lines.extend(self.after);
                results::returned(body, returns, &result, lines)
            }
            Crossing::Guarded { error: _ } if nothing => {
                let status = body.scope.local("status");
                lines.push(format!("{status} = {}", self.expression()));
                lines.extend(self.after.clone());
                lines.extend(self.check(&status));
                Ok(())
            }
            Crossing::Guarded { error: _ } => {
                let result = body.scope.local("result");
                lines.push(format!("{result} = {}", self.expression()));
                lines.extend(self.after.clone());
                lines.extend(self.check(&format!("{result}.status")));
                results::returned(body, returns, &format!("{result}.value"), lines)
            }
        }
    }

    /// Makes an object.
    fn constructs(self, body: &mut Body<'_, '_>, id: ServiceId, is_init: bool, lines: &mut Vec<String>) -> Result<(), String> {
        let result = body.scope.local("result");
        lines.push(format!("{result} = {}", self.expression()));
        lines.extend(self.after.clone());
        lines.extend(self.check(&format!("{result}.status")));
        lines.push(match is_init {
            true => format!("self._c = ffi.gc({result}.value, {})", callee(&body.cx.inventory[id].destroy)),
            false => format!("return cls._of({result}.value)"),
        });
        Ok(())
    }

    /// Returns what the object lends, read and given back.
    fn lends(self, body: &mut Body<'_, '_>, id: ServiceId, returns: Type, lines: &mut Vec<String>) -> Result<(), String> {
        let cx = body.cx;
        let [c, lent] = ["c", "lent"].map(|name| body.scope.local(name));
        let any = cx.names.python("Any");
        let arguments: Vec<String> = [c.clone()].into_iter().chain(self.arguments.clone()).map(|a| format!("({a},)")).collect();
        lines.push(format!("{c} = self._c or _closed(self)"));
        lines.push(format!("{lent}: {}[{any}] = []", body.scope.python("list")));
        lines.push("try:".to_owned());
        let mut inner = vec![
            "# Lent and noted in one step, so that a signal cannot come between.".to_owned(),
            format!("{lent}.extend({}({}, {}))", body.scope.python("map"), self.callee, arguments.join(", ")),
        ];
        inner.extend(self.after.clone());
        inner.extend(self.check(&format!("{lent}[0].status")));
        results::returned(body, returns, &format!("{lent}[0].value"), &mut inner)?;
        lines.extend(inner.into_iter().map(|line| format!("    {line}")));
        lines.push("finally:".to_owned());
        let release = cx.inventory[id].release.as_deref().map(callee);
        let release = release.ok_or("its object has no function that ends what it lends")?;
        let has_it = results::is_lent(cx, returns, &format!("{lent}[0].value")).map(|has_it| format!(" and {has_it}"));
        lines.push(format!("    if {lent} and not {lent}[0].status{}:", has_it.unwrap_or_default()));
        lines.push(format!("        {release}({c})"));
        Ok(())
    }
}

/// A function of the library; one that is called as Python spells something else has to be asked for.
fn callee(symbol: &str) -> String {
    if KEYWORDS.contains(&symbol) { format!("getattr(lib, \"{symbol}\")") } else { format!("lib.{symbol}") }
}

/// A statement, its outermost call's arguments on a line each if it is long.
fn broken(line: &str, depth: usize) -> Vec<String> {
    let indentation = &line[..line.len() - line.trim_start().len()];
    let Some((open, rest)) = line.split_once('(').filter(|_| line.chars().count() + 4 * depth > WIDTH) else {
        return vec![line.to_owned()];
    };
    let Some(inner) = rest.strip_suffix(')') else { return vec![line.to_owned()] };
    let (mut arguments, mut nesting, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in inner.char_indices() {
        match letter {
            '(' | '[' | '{' => nesting += 1,
            ')' | ']' | '}' => nesting -= 1,
            ',' if nesting == 0 => {
                arguments.push(inner[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
        if nesting < 0 {
            return vec![line.to_owned()];
        }
    }
    arguments.push(inner[start..].trim());
    let arguments = arguments.into_iter().filter(|a| !a.is_empty()).map(|a| format!("{indentation}    {a},"));
    [format!("{open}(")].into_iter().chain(arguments).chain([format!("{indentation})")]).collect()
}
