//! Statements as values, and how they are broken into lines, as formatters do.

use super::docstrings::Docstring;
use super::expressions::{Expr, Mentions};
use interoptopus::Writer;

/// The longest line, in columns; longer ones are broken.
pub(crate) const WIDTH: usize = 120;

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stmt {
    /// An empty line.
    Blank,
    /// Two empty lines.
    Gap,
    /// A comment.
    Comment(&'static str),
    /// Documentation.
    Doc(Docstring),
    /// A line, and what stands in it as in a block.
    Line {
        /// The words.
        words: Vec<Word>,
        /// The comment behind them.
        comment: Option<&'static str>,
        /// The block below it.
        body: Vec<Stmt>,
    },
    /// A list between two brackets, on one line, or each item on its own.
    Listing {
        /// The words before the items, with the bracket.
        open: Vec<Word>,
        /// The items.
        items: Vec<Vec<Word>>,
        /// The words behind the items, with the bracket.
        close: Vec<Word>,
        /// The block below it.
        body: Vec<Stmt>,
    },
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// Keywords, names that are defined, and punctuation.
    Text(String),
    /// An expression.
    Expr(Expr),
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Word::Text(text.to_owned())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Word::Text(text)
    }
}

impl From<Expr> for Word {
    fn from(expression: Expr) -> Self {
        Word::Expr(expression)
    }
}

/// The words of a line.
macro_rules! words {
    ($($word:expr),* $(,)?) => { vec![$($crate::syntax::statements::Word::from($word)),*] };
}
pub(crate) use words;

impl Stmt {
    /// A line of `words`.
    pub(crate) fn line(words: Vec<Word>) -> Self {
        Stmt::Line { words, comment: None, body: Vec::new() }
    }

    /// A block under `words`.
    pub(crate) fn block(words: Vec<Word>, body: Vec<Stmt>) -> Self {
        Stmt::Line { words, comment: None, body }
    }

    /// An expression by itself.
    pub(crate) fn of(expression: Expr) -> Self {
        Stmt::line(words![expression])
    }

    /// `target = value`
    pub(crate) fn assign(target: impl Into<Word>, value: Expr) -> Self {
        Stmt::line(words![target.into(), " = ", value])
    }

    /// `target: annotation = value`
    pub(crate) fn declare(target: impl Into<Word>, annotation: Expr, value: Expr) -> Self {
        Stmt::line(words![target.into(), ": ", annotation, " = ", value])
    }

    /// `return value`
    pub(crate) fn returned(value: Expr) -> Self {
        Stmt::line(words!["return ", value])
    }

    /// `if condition:`
    pub(crate) fn when(condition: Expr, body: Vec<Stmt>) -> Self {
        Stmt::block(words!["if ", condition, ":"], body)
    }

    /// With a comment behind the line.
    pub(crate) fn with(self, comment: &'static str) -> Self {
        match self {
            Stmt::Line { words, comment: _, body } => Stmt::Line { words, comment: Some(comment), body },
            other => other,
        }
    }

    /// Whether it is on one line at `depth` levels of indentation.
    pub(crate) fn fits(&self, depth: usize) -> bool {
        let mut w = Writer::new("    ");
        self.emit(&mut w, depth);
        let text = w.finish();
        let lines: Vec<&str> = text.lines().collect();
        lines.len() < 2 && lines.iter().all(|line| line.chars().count() + 4 * depth <= WIDTH)
    }

    /// Writes the statement at `depth` levels of indentation.
    pub(crate) fn emit(&self, w: &mut Writer, depth: usize) {
        match self {
            Stmt::Blank => w.blank(),
            Stmt::Gap => w.blanks(2),
            Stmt::Comment(comment) => w.line(format!("# {comment}")),
            Stmt::Doc(docstring) => docstring.emit(w, depth),
            Stmt::Line { words, comment, body } => {
                let line = text(words);
                let is_long = line.chars().count() + 4 * depth > WIDTH;
                let comment = comment.map(|comment| format!("  # {comment}")).unwrap_or_default();
                match breakable(words).filter(|_| is_long && comment.is_empty() && body.is_empty()) {
                    Some((open, items, close)) => {
                        w.block(open, close, |w| items.iter().for_each(|item| w.line(format!("{item},"))))
                    }
                    None => w.line(format!("{line}{comment}")),
                }
                w.indented(|w| emit(body, w, depth + 1));
            }
            Stmt::Listing { open, items, close, body } => {
                let items: Vec<String> = items.iter().map(|item| text(item)).collect();
                let line = format!("{}{}{}", text(open), items.join(", "), text(close));
                if line.chars().count() + 4 * depth <= WIDTH {
                    w.line(line);
                } else {
                    w.block(text(open), text(close), |w| items.iter().for_each(|item| w.line(format!("{item},"))));
                }
                w.indented(|w| emit(body, w, depth + 1));
            }
        }
    }

    /// Notes every name of the module and every import that is mentioned.
    pub(crate) fn note(&self, mentions: &mut Mentions) {
        self.words().for_each(|word| {
            if let Word::Expr(expression) = word {
                expression.note(mentions);
            }
        });
        self.body().iter().for_each(|statement| statement.note(mentions));
    }

    /// Replaces each expression for which `by` has another.
    pub(crate) fn replace(&mut self, by: &dyn Fn(&Expr) -> Option<Expr>) {
        let (words, body): (Vec<&mut Word>, &mut [Stmt]) = match self {
            Stmt::Blank | Stmt::Gap | Stmt::Comment(_) | Stmt::Doc(_) => return,
            Stmt::Line { words, comment: _, body } => (words.iter_mut().collect(), body),
            Stmt::Listing { open, items, close, body } => {
                (open.iter_mut().chain(items.iter_mut().flatten()).chain(close).collect(), body)
            }
        };
        for word in words {
            if let Word::Expr(expression) = word {
                expression.replace(by);
            }
        }
        body.iter_mut().for_each(|statement| statement.replace(by));
    }

    /// Whether an expression in it is as `is` says.
    pub(crate) fn has(&self, is: &dyn Fn(&Expr) -> bool) -> bool {
        let mut words = self.words();
        words.any(|word| matches!(word, Word::Expr(expression) if expression.count(is) > 0))
            || self.body().iter().any(|statement| statement.has(is))
    }

    fn words(&self) -> Box<dyn Iterator<Item = &Word> + '_> {
        match self {
            Stmt::Blank | Stmt::Gap | Stmt::Comment(_) | Stmt::Doc(_) => Box::new(std::iter::empty()),
            Stmt::Line { words, .. } => Box::new(words.iter()),
            Stmt::Listing { open, items, close, body: _ } => Box::new(open.iter().chain(items.iter().flatten()).chain(close)),
        }
    }

    fn body(&self) -> &[Stmt] {
        match self {
            Stmt::Blank | Stmt::Gap | Stmt::Comment(_) | Stmt::Doc(_) => &[],
            Stmt::Line { body, .. } | Stmt::Listing { body, .. } => body,
        }
    }
}

/// Writes `statements` at `depth` levels of indentation.
pub(crate) fn emit(statements: &[Stmt], w: &mut Writer, depth: usize) {
    statements.iter().for_each(|statement| statement.emit(w, depth));
}

fn text(words: &[Word]) -> String {
    let word = |word: &Word| match word {
        Word::Text(text) => text.clone(),
        Word::Expr(expression) => expression.to_string(),
    };
    words.iter().map(word).collect()
}

/// The text before the items of the call or tuple that ends a line, the items, and the text behind them.
fn breakable(words: &[Word]) -> Option<(String, Vec<String>, String)> {
    let (Word::Expr(last), before) = words.split_last()? else { return None };
    let (open, items) = ending(last)?;
    let items: Vec<String> = items.iter().map(Expr::to_string).collect();
    Some((format!("{}{open}(", text(before)), items, ")".to_owned()))
}

/// The call or the tuple of several items that ends an expression: what stands before its bracket, and its items.
fn ending(expression: &Expr) -> Option<(String, &[Expr])> {
    match expression {
        Expr::Call(of, arguments) => Some((of.to_string(), arguments)),
        Expr::Tuple(items) if items.len() > 1 => Some((String::new(), items)),
        Expr::If { then, condition, otherwise } => {
            let (open, items) = ending(otherwise)?;
            Some((format!("{then} if {condition} else {open}"), items))
        }
        Expr::Binary(left, operator, right) => {
            let (open, items) = ending(right)?;
            Some((format!("{left} {operator} {open}"), items))
        }
        Expr::Unary(operator, operand) => {
            let (open, items) = ending(operand)?;
            Some((format!("{operator}{open}"), items))
        }
        Expr::Local(_)
        | Expr::Own(_)
        | Expr::Builtin(_)
        | Expr::Import { .. }
        | Expr::Literal(_)
        | Expr::Value
        | Expr::Kept
        | Expr::Attribute(..)
        | Expr::Keyword(..)
        | Expr::Item(..)
        | Expr::Range(..)
        | Expr::Tuple(_)
        | Expr::List(_)
        | Expr::Dict(_)
        | Expr::Each { .. }
        | Expr::EachByKey { .. }
        | Expr::Lambda(..)
        | Expr::Grouped(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::expressions::local;

    fn written(statement: &Stmt) -> String {
        let mut w = Writer::new("    ");
        statement.emit(&mut w, 0);
        w.finish()
    }

    #[test]
    fn a_long_call_has_an_argument_a_line() {
        let long = "x".repeat(WIDTH);
        let call = local("f").call([local(&long), Expr::Tuple(vec![local("a"), local("b")])]);
        assert_eq!(written(&Stmt::assign("r", call.clone())), format!("r = f(\n    {long},\n    (a, b),\n)\n"));
        let chosen = crate::syntax::expressions::choice(local("a").call([]), local("b"), call.clone());
        assert_eq!(written(&Stmt::returned(chosen)), format!("return a() if b else f(\n    {long},\n    (a, b),\n)\n"));
        assert_eq!(written(&Stmt::when(call, Vec::new())).lines().count(), 1);
        assert_eq!(written(&Stmt::returned(local(&long).grouped())).lines().count(), 1);
    }
}
