//! Quotes: Rust code as it stands there, with the value of a variable in place of each `#name`.
//!
//! A quote is a text until a macro expands: then the compiler takes it apart once more. So each quote is little more than one call. Code that makes
//! its tokens one by one takes longer to build than all else in this crate, and each library that exports something waits for that.

use proc_macro::{Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// A value that may stand in place of a `#name`.
pub(crate) trait ToTokens {
    fn to_token_stream(&self) -> TokenStream;
}

/// The tokens, as if they stood where the macro is called.
macro_rules! quote {
    ($($tokens:tt)*) => { $crate::quote::quote_spanned!(::proc_macro::Span::call_site()=> $($tokens)*) };
}

/// The tokens, at the place that is given before `=>`.
macro_rules! quote_spanned {
    ($at:expr=> $($tokens:tt)*) => {{
        let mut values = $crate::quote::Values::default();
        $crate::quote::values!(values [_ $($tokens)*] [$($tokens)* _]);
        values.fill(::core::stringify!($($tokens)*), $at)
    }};
}

/// Notes the value of each `#name`. Gets all tokens twice, the second time without the first of them, so that each stands beside its follower.
macro_rules! values {
    ($values:ident [$($before:tt)*] [$($token:tt)*]) => { $($crate::quote::value!($values $before $token);)* };
}

macro_rules! value {
    ($values:ident # $name:ident) => { $values.push(&$name) };
    ($values:ident $before:tt ($($inner:tt)*)) => { $crate::quote::values!($values [_ $($inner)*] [$($inner)* _]) };
    ($values:ident $before:tt [$($inner:tt)*]) => { $crate::quote::values!($values [_ $($inner)*] [$($inner)* _]) };
    ($values:ident $before:tt {$($inner:tt)*}) => { $crate::quote::values!($values [_ $($inner)*] [$($inner)* _]) };
    ($values:ident $before:tt $token:tt) => {};
}

pub(crate) use {quote, quote_spanned, value, values};

/// The values of a quote, in order.
#[derive(Default)]
pub(crate) struct Values<'a> {
    all: Vec<&'a dyn ToTokens>,
    used: usize,
}

impl<'a> Values<'a> {
    pub(crate) fn push(&mut self, value: &'a dyn ToTokens) {
        self.all.push(value);
    }

    /// The tokens of `text`, with the first value in place of the first `#name`, and so on.
    pub(crate) fn fill(&mut self, text: &str, at: Span) -> TokenStream {
        self.take_place(text.parse().expect("the compiler has read these tokens already"), at)
    }

    fn take_place(&mut self, tokens: TokenStream, at: Span) -> TokenStream {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut filled = TokenStream::new();
        let mut i = 0;
        while i < trees.len() {
            if is_name(&trees[i..]) {
                filled.extend([self.all[self.used].to_token_stream()]);
                self.used += 1;
                i += 2;
                continue;
            }
            let mut tree = match &trees[i] {
                TokenTree::Group(group) => Group::new(group.delimiter(), self.take_place(group.stream(), at)).into(),
                // It is no part of what the value begins with.
                TokenTree::Punct(punct) if is_name(&trees[i + 1..]) => Punct::new(punct.as_char(), Spacing::Alone).into(),
                other => other.clone(),
            };
            tree.set_span(at);
            filled.extend([tree]);
            i += 1;
        }
        filled
    }
}

/// Whether `trees` begin with a `#name`.
fn is_name(trees: &[TokenTree]) -> bool {
    matches!(trees, [TokenTree::Punct(hash), TokenTree::Ident(_), ..] if hash.as_char() == '#')
}

/// The parts with commas between them.
pub(crate) fn listed(parts: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let mut list = TokenStream::new();
    for part in parts {
        append(&mut list, part);
    }
    list
}

fn append(list: &mut TokenStream, part: TokenStream) {
    if !list.is_empty() {
        list.extend(quote!(,));
    }
    list.extend([part]);
}

impl<T: ToTokens + ?Sized> ToTokens for &T {
    fn to_token_stream(&self) -> TokenStream {
        (**self).to_token_stream()
    }
}

impl<T: ToTokens> ToTokens for Option<T> {
    fn to_token_stream(&self) -> TokenStream {
        self.as_ref().map(T::to_token_stream).unwrap_or_default()
    }
}

impl ToTokens for TokenStream {
    fn to_token_stream(&self) -> TokenStream {
        self.clone()
    }
}

impl ToTokens for TokenTree {
    fn to_token_stream(&self) -> TokenStream {
        self.clone().into()
    }
}

impl ToTokens for Ident {
    fn to_token_stream(&self) -> TokenStream {
        TokenTree::from(self.clone()).into()
    }
}

impl ToTokens for Punct {
    fn to_token_stream(&self) -> TokenStream {
        TokenTree::from(self.clone()).into()
    }
}

impl ToTokens for bool {
    fn to_token_stream(&self) -> TokenStream {
        Ident::new(if *self { "true" } else { "false" }, Span::call_site()).to_token_stream()
    }
}

impl ToTokens for str {
    fn to_token_stream(&self) -> TokenStream {
        TokenTree::from(Literal::string(self)).into()
    }
}

impl ToTokens for String {
    fn to_token_stream(&self) -> TokenStream {
        self.as_str().to_token_stream()
    }
}

impl ToTokens for u32 {
    fn to_token_stream(&self) -> TokenStream {
        TokenTree::from(Literal::u32_suffixed(*self)).into()
    }
}

impl ToTokens for u64 {
    fn to_token_stream(&self) -> TokenStream {
        TokenTree::from(Literal::u64_suffixed(*self)).into()
    }
}
