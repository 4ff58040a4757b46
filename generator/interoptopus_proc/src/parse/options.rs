//! The arguments of our attributes: words, and names with values.

use super::cursor::Cursor;
use super::error::{Error, Result};
use super::tokens::is_mark;
use proc_macro::{Ident, Span, TokenStream, TokenTree};

#[derive(Default)]
pub(crate) struct Options {
    words: Vec<(&'static str, Span)>,
    /// The name of the item in other languages.
    pub(crate) name: Option<String>,
    /// Its namespace there.
    pub(crate) namespace: Option<String>,
    /// Its name in `inventory!`, where a module or a type has its own.
    pub(crate) item: Option<Ident>,
    /// The type of somebody else's that it stands for.
    pub(crate) surrogate: Option<TokenStream>,
}

/// The options of all attributes, each as one writes it.
const ALL: [(&str, &str); 10] = [
    ("error", "`error`"),
    ("flags", "`flags`"),
    ("opaque", "`opaque`"),
    ("service", "`service`"),
    ("default", "`default`"),
    ("internal", "`internal`"),
    ("item", "`item = other_name`"),
    ("name", "`name = \"Other\"`"),
    ("namespace", "`namespace = \"geometry\"`"),
    ("surrogate", "`surrogate = their_crate::Type`"),
];

/// The options of every kind of item.
pub(crate) const MARKS: [&str; 3] = ["internal", "name", "namespace"];

impl Options {
    /// Reads what stands behind `attribute`, such as `#[ffi_type]`, which knows all of `knows`.
    pub(crate) fn parse(arguments: TokenStream, attribute: &str, knows: &[&str]) -> Result<Self> {
        let mut options = Options::default();
        let mut input = Cursor::flat(arguments, Span::call_site());
        while !input.is_empty() {
            let at = input.span();
            let word = input.next().map(|word| word.to_string()).unwrap_or_default();
            let Some(&(word, _)) = ALL.iter().find(|(known, _)| *known == word && knows.contains(known)) else {
                return Err(Error::new(at, knowledge(attribute, knows)));
            };
            if options.words.iter().any(|(known, _)| *known == word) {
                return Err(Error::new(at, format!("`{word}` once is enough")));
            }
            options.words.push((word, at));
            let value = input.mark('=').map(|_| input.until(&|tree| is_mark(Some(tree), ',')));
            match (word, value) {
                ("name", Some(value)) => options.name = Some(identifier(&value, at, word)?),
                ("namespace", Some(value)) => options.namespace = Some(identifier(&value, at, word)?),
                ("surrogate", Some(value)) if !value.is_empty() => options.surrogate = Some(value),
                ("item", Some(value)) => {
                    options.item = Some(Cursor::flat(value, at).ident("this is an identifier: write `item = other_name`")?)
                }
                ("item" | "name" | "namespace" | "surrogate", _) => {
                    return Err(Error::new(at, format!("this needs a value: write {}", spelled(word))));
                }
                (_, Some(_)) => return Err(Error::new(at, format!("`{word}` takes no value: it is there, or it is not"))),
                (_, None) => {}
            }
            if input.mark(',').is_none() && !input.is_empty() {
                return Err(input.error("expected `,`"));
            }
        }
        Ok(options)
    }

    /// The same of an item within one that has the options `outer`.
    pub(crate) fn within(mut self, outer: &Options) -> Self {
        self.namespace = self.namespace.or_else(|| outer.namespace.clone());
        self.words.extend(outer.words.iter().filter(|(word, _)| *word == "internal"));
        self
    }

    /// The place of `word`, if it is there.
    pub(crate) fn word(&self, word: &str) -> Option<Span> {
        self.words.iter().find(|(known, _)| *known == word).map(|(_, at)| *at)
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.word(word).is_some()
    }
}

fn knowledge(attribute: &str, knows: &[&str]) -> String {
    let known: Vec<_> = knows.iter().map(|word| spelled(word)).collect();
    match &known[..] {
        [] => format!("{attribute} takes no arguments"),
        [only] => format!("{attribute} knows {only}"),
        [first @ .., last] => format!("{attribute} knows {} and {last}", first.join(", ")),
    }
}

fn spelled(word: &str) -> &'static str {
    ALL.iter().find(|(known, _)| *known == word).map_or("", |(_, spelled)| spelled)
}

/// The identifier that is the value of `option`, a literal.
fn identifier(value: &TokenStream, at: Span, option: &str) -> Result<String> {
    let mut trees = value.clone().into_iter();
    let text = match (trees.next(), trees.next()) {
        (Some(TokenTree::Literal(literal)), None) => literal.to_string(),
        _ => String::new(),
    };
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default();
    let starts = |letter: char| letter == '_' || letter.is_alphabetic();
    let is_identifier = text.starts_with(starts) && text.chars().all(|letter| starts(letter) || letter.is_numeric());
    if is_identifier && text != "_" {
        return Ok(text.to_owned());
    }
    let at = value.clone().into_iter().next().map_or(at, |tree| tree.span());
    Err(Error::new(at, format!("this is an identifier in quotes, such as {}", spelled(option))))
}
