//! Walks over tokens.

use super::error::{Error, Result};
use super::fragments::{flat, opened};
use super::tokens::{is_mark, is_one_of};
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

pub(crate) struct Cursor {
    trees: Vec<TokenTree>,
    at: usize,
    /// The place after the last token, for errors.
    end: Span,
}

/// `pub`, `pub(crate)`, or nothing.
pub(crate) struct Visibility {
    pub(crate) tokens: TokenStream,
    /// Whether it is plain `pub`.
    pub(crate) is_public: bool,
}

impl Cursor {
    /// Over `tokens`, of which what macros passed on stays together.
    pub(crate) fn new(tokens: TokenStream, end: Span) -> Self {
        Cursor { trees: opened(tokens), at: 0, end }
    }

    /// Over all the `tokens` that a macro is given.
    pub(crate) fn over(tokens: &TokenStream) -> Self {
        Cursor::new(tokens.clone(), Span::call_site())
    }

    /// Over the `tokens` of an attribute.
    pub(crate) fn flat(tokens: TokenStream, end: Span) -> Self {
        let mut trees = Vec::new();
        flat(tokens, &mut trees);
        Cursor { trees, at: 0, end }
    }

    /// Over what is in `group`.
    pub(crate) fn within(group: &Group) -> Self {
        Cursor::new(group.stream(), group.span_close())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.at == self.trees.len()
    }

    /// The token that is `ahead` of the next one.
    pub(crate) fn peek(&self, ahead: usize) -> Option<&TokenTree> {
        self.trees.get(self.at + ahead)
    }

    pub(crate) fn next(&mut self) -> Option<TokenTree> {
        let tree = self.trees.get(self.at).cloned();
        self.at += usize::from(tree.is_some());
        tree
    }

    /// The place of the next token.
    pub(crate) fn span(&self) -> Span {
        self.peek(0).map_or(self.end, TokenTree::span)
    }

    pub(crate) fn error(&self, message: impl Into<String>) -> Error {
        Error::new(self.span(), message)
    }

    pub(crate) fn is_word_at(&self, ahead: usize, word: &str) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Ident(ident)) if is_one_of(ident, &[word]))
    }

    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.is_word_at(0, word)
    }

    pub(crate) fn is_mark(&self, mark: char) -> bool {
        is_mark(self.peek(0), mark)
    }

    pub(crate) fn is_group(&self, delimiter: Delimiter) -> bool {
        matches!(self.peek(0), Some(TokenTree::Group(group)) if group.delimiter() == delimiter)
    }

    /// The next token if it is the keyword `word`.
    pub(crate) fn word(&mut self, word: &str) -> Option<TokenTree> {
        if self.is_word(word) { self.next() } else { None }
    }

    /// The next token if it is `mark`.
    pub(crate) fn mark(&mut self, mark: char) -> Option<TokenTree> {
        if self.is_mark(mark) { self.next() } else { None }
    }

    pub(crate) fn ident(&mut self, expected: &str) -> Result<Ident> {
        match self.peek(0) {
            Some(TokenTree::Ident(ident)) => {
                let ident = ident.clone();
                self.at += 1;
                Ok(ident)
            }
            _ => Err(self.error(expected)),
        }
    }

    pub(crate) fn group(&mut self, delimiter: Delimiter, expected: &str) -> Result<Group> {
        match self.peek(0) {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                let group = group.clone();
                self.at += 1;
                Ok(group)
            }
            _ => Err(self.error(expected)),
        }
    }

    /// A lifetime's name.
    pub(crate) fn lifetime(&mut self) -> Option<Ident> {
        match (self.is_mark('\''), self.peek(1)) {
            (true, Some(TokenTree::Ident(name))) => {
                let name = name.clone();
                self.at += 2;
                Some(name)
            }
            _ => None,
        }
    }

    pub(crate) fn visibility(&mut self) -> Visibility {
        let Some(public) = self.word("pub") else { return Visibility { tokens: TokenStream::new(), is_public: false } };
        let mut tokens = TokenStream::from(public);
        let restricted = self.is_group(Delimiter::Parenthesis);
        if restricted {
            tokens.extend(self.next());
        }
        Visibility { tokens, is_public: !restricted }
    }

    /// All tokens up to one that `ends`, outside of groups and of `<…>`.
    pub(crate) fn until(&mut self, ends: &dyn Fn(&TokenTree) -> bool) -> TokenStream {
        let (mut depth, mut after_dash) = (0_usize, false);
        let mut tokens = TokenStream::new();
        while let Some(tree) = self.peek(0) {
            let is_arrow = after_dash && is_mark(Some(tree), '>');
            if depth == 0 && !is_arrow && ends(tree) {
                break;
            }
            match tree {
                TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
                TokenTree::Punct(punct) if punct.as_char() == '>' && !is_arrow => depth = depth.saturating_sub(1),
                _ => {}
            }
            after_dash = is_mark(Some(tree), '-');
            tokens.extend(self.next());
        }
        tokens
    }

    /// The parts between commas; a comma at the end is allowed.
    pub(crate) fn list(&mut self) -> Vec<TokenStream> {
        let mut parts = Vec::new();
        while !self.is_empty() {
            parts.push(self.until(&|tree| is_mark(Some(tree), ',')));
            self.next();
        }
        parts
    }

    pub(crate) fn rest(&mut self) -> TokenStream {
        self.trees.drain(self.at..).collect()
    }
}
