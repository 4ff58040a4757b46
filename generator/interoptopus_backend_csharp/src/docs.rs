//! Documentation: what a doc comment says, as XML documentation of C#, with links to what C# has instead.

use crate::context::Context;
use crate::marshal::{Place, Text};
use crate::syntax::Documented;
use interoptopus::docs::{self as model, Block, Document, Section, Span};
use interoptopus::model::{Crossing, Field, Function, Item, TypeKind, Visibility};

/// Documentation of Rust's.
pub(crate) struct Docs<'a> {
    pub(crate) docs: &'a model::Docs,
    /// Which item it is of: what `Self` means in links.
    pub(crate) item: Item,
    /// The parameters, as Rust and as C# calls them.
    pub(crate) parameters: Vec<(&'a str, String)>,
    /// The exception of its errors.
    pub(crate) error: Option<String>,
    /// What is added, as XML.
    pub(crate) remarks: Vec<String>,
}

/// The documentation `docs` of `item`.
pub(crate) fn of(cx: &Context<'_>, docs: &model::Docs, item: Item) -> Documented {
    Docs::new(docs, item).lower(cx)
}

impl<'a> Docs<'a> {
    pub(crate) fn new(docs: &'a model::Docs, item: Item) -> Self {
        Docs { docs, item, parameters: Vec::new(), error: None, remarks: Vec::new() }
    }

    /// Empty where Rust says nothing, and nothing is added.
    pub(crate) fn lower(&self, cx: &Context<'_>) -> Documented {
        Documented { text: self.text(cx), obsolete: cx.obsolete(self.item) }
    }

    fn text(&self, cx: &Context<'_>) -> Vec<String> {
        let Document { summary, body, sections } = self.docs.parse();
        let mut remarks = self.blocks(cx, &body);
        let mut exceptions = Vec::new();
        let mut examples = Vec::new();
        for Section { title, blocks } in &sections {
            match (title.to_lowercase().as_str(), &self.error) {
                ("errors", Some(error)) => exceptions.push((error.clone(), blocks)),
                ("panics", _) => exceptions.push((cx.cref("PanicException", self.item), blocks)),
                ("example" | "examples", _) => examples.extend(self.blocks(cx, blocks)),
                _ => {
                    remarks.push(format!("<para><b>{}</b></para>", escaped(title)));
                    remarks.extend(self.blocks(cx, blocks));
                }
            }
        }
        remarks.extend(self.remarks.iter().cloned());
        let summary = (!summary.is_empty()).then(|| format!("<summary>{}</summary>", self.spans(cx, &summary)));
        let exception =
            |(cref, blocks): (String, &Vec<Block>)| element(&format!("exception cref=\"{cref}\""), &self.blocks(cx, blocks));
        let mut text: Vec<String> = summary.into_iter().chain(element("remarks", &remarks)).collect();
        text.extend(exceptions.into_iter().filter_map(exception));
        text.extend(element("example", &examples));
        text
    }

    fn blocks(&self, cx: &Context<'_>, blocks: &[Block]) -> Vec<String> {
        let block = |block: &Block| match block {
            Block::Paragraph(spans) => format!("<para>{}</para>", self.spans(cx, spans)),
            Block::List(items) => {
                let item = |spans: &Vec<Span>| format!("\n<item><description>{}</description></item>", self.spans(cx, spans));
                format!("<list type=\"bullet\">{}\n</list>", items.iter().map(item).collect::<String>())
            }
            Block::Code(code) => format!("<code>\n{}\n</code>", escaped(code)),
        };
        blocks.iter().map(block).collect()
    }

    fn spans(&self, cx: &Context<'_>, spans: &[Span]) -> String {
        spans.iter().map(|span| self.span(cx, span)).collect()
    }

    fn span(&self, cx: &Context<'_>, span: &Span) -> String {
        match span {
            Span::Text(text) => escaped(text),
            Span::Code(code) => match self.parameters.iter().find(|(rust, _)| rust == code) {
                Some((_, name)) => format!("<paramref name=\"{}\"/>", name.trim_start_matches('@')),
                None => format!("<c>{}</c>", escaped(code)),
            },
            Span::Item { target, text, code } => {
                match cx.inventory.resolve_in(target, self.item).map(|item| cref(cx, item, self.item)) {
                    Some(cref) if *code => format!("<see cref=\"{cref}\"/>"),
                    Some(cref) => format!("<see cref=\"{cref}\">{}</see>", escaped(text)),
                    None if *code => format!("<c>{}</c>", escaped(text)),
                    None => escaped(text),
                }
            }
            Span::Url { url, text } => format!("<see href=\"{}\">{}</see>", escaped(url), escaped(text)),
        }
    }
}

/// What a `cref` in the documentation of `of` calls `item`.
fn cref(cx: &Context<'_>, item: Item, of: Item) -> String {
    let inventory = cx.inventory;
    let named = |kind: TypeKind| inventory.find(kind).map_or_else(String::new, |ty| cx.cref(cx.name_of(ty), of));
    // What users do not see has no link of its own.
    let field = |of: String, field: &Field| match field.visibility {
        Visibility::Public => format!("{of}.{}", cx.naming.field(&field.name)),
        Visibility::Internal => of,
    };
    let case = |id, at: usize| format!("{}.{}", named(TypeKind::Tagged(id)), cx.naming.ty(&inventory[id].cases[at].name));
    match item {
        Item::Struct(id) => named(TypeKind::Struct(id)),
        Item::Enum(id) => named(TypeKind::Enum(id)),
        Item::Union(id) => named(TypeKind::Union(id)),
        Item::UnionField(id, at) => field(named(TypeKind::Union(id)), &inventory[id].fields[at]),
        Item::Tagged(id) => named(TypeKind::Tagged(id)),
        Item::Case(id, at) => case(id, at),
        Item::CaseField(id, at, in_case) => field(case(id, at), &inventory[id].cases[at].fields[in_case]),
        Item::Opaque(id) => named(TypeKind::Opaque(id)),
        Item::Callback(id) => named(TypeKind::Callback { id, nullable: false }),
        Item::Service(id) => named(TypeKind::Service(id)),
        Item::Field(id, at) => field(named(TypeKind::Struct(id)), &inventory[id].fields[at]),
        Item::Variant(id, at) => {
            format!("{}.{}", named(TypeKind::Enum(id)), cx.naming.variant(&inventory[id].variants[at].name))
        }
        Item::Constructor(id, at) => {
            let (class, constructor) = (named(TypeKind::Service(id)), &inventory[id].constructors[at]);
            if constructor.name == "new" { class } else { called(cx, &class, &cx.naming.method(&constructor.name), constructor) }
        }
        Item::Method(id, at) => {
            let method = &inventory[id].methods[at].function;
            called(cx, &named(TypeKind::Service(id)), &cx.naming.method(&method.name), method)
        }
        Item::Function(at) => {
            let function = &inventory.functions()[at];
            called(cx, &cx.class_of(&function.marks.namespace), &cx.naming.function(&function.name), function)
        }
        Item::Constant(at) => {
            let constant = &inventory.constants()[at];
            format!("{}.{}", cx.class_of(&constant.marks.namespace), cx.naming.constant(&constant.name))
        }
    }
}

/// A method of `class`; with its parameters where another takes them as bytes, since a link must not be ambiguous.
fn called(cx: &Context<'_>, class: &str, name: &str, function: &Function) -> String {
    let method = format!("{class}.{name}");
    let is_text = |ty| matches!(cx.inventory.kind(ty), TypeKind::Str { nullable: false });
    if !function.parameters.iter().any(|p| is_text(p.ty)) {
        return method;
    }
    let place = Place { name: "value", crossing: Crossing::Bare, text: Text::Strings, slot: 0, is_lent_on: false };
    let public = function.parameters.iter().map(|p| cx.passed(p.ty, place).map_or_else(|_| "object".to_owned(), |p| p.public));
    let types: Vec<String> = public.map(|ty| in_cref(cx, &ty)).collect();
    format!("{method}({})", types.join(", "))
}

/// A type as a `cref` writes it, which knows no annotation of a class as nullable.
pub(crate) fn in_cref(cx: &Context<'_>, ty: &str) -> String {
    let is_class = |before: &str| {
        let name = before.rsplit(['<', ' ', ',']).next().unwrap_or(before);
        before.ends_with(']') || name == "string" || cx.is_class(name)
    };
    let mut plain = String::new();
    for part in ty.split_inclusive('?') {
        plain += part;
        if plain.strip_suffix('?').is_some_and(is_class) {
            plain.pop();
        }
    }
    plain.replace('<', "{").replace('>', "}")
}

/// One element, on a line if its content is; none without content.
fn element(tag: &str, content: &[String]) -> Option<String> {
    let name = tag.split(' ').next().unwrap_or(tag);
    match content {
        [] => None,
        [only] if !only.contains('\n') => {
            let text = only.strip_prefix("<para>").and_then(|t| t.strip_suffix("</para>")).unwrap_or(only);
            Some(format!("<{tag}>{text}</{name}>"))
        }
        _ => Some(format!("<{tag}>\n{}\n</{name}>", content.join("\n"))),
    }
}

/// Text that XML reads as text: it cannot end an element, an attribute or a line.
fn escaped(text: &str) -> String {
    let is_xml = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let escape = |c: char| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        other => other.to_string(),
    };
    // C# also ends a line at these.
    text.chars()
        .map(|c| if matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .filter(is_xml)
        .map(escape)
        .collect()
}
