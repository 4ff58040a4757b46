//! Arguments of a shim: the code for each parameter of the author's.

use super::heads::plain;
use super::hygiene::{border_at, local_at, place};
use super::scopes::Scopes;
use crate::parse::{Parameter, Reference, Type, described, in_signature, with_lifetimes, with_self};
use crate::quote::{ToTokens, quote_spanned};
use proc_macro::{Ident, Punct, Spacing, Span, TokenStream};

pub(crate) struct Argument {
    /// As other languages see it.
    name: String,
    ty: TokenStream,
    /// Whether it is two at the ABI.
    two: bool,
    /// Whether one can see that it borrows nothing, and is a type that there is.
    pub(crate) number: bool,
    /// The shim's variable, which no name of the author's can meet, and that for the length.
    local: Ident,
    len: Ident,
    /// The type at the ABI, or the first of the two.
    abi: TokenStream,
}

impl Argument {
    /// The argument at `index`.
    pub(crate) fn new(index: usize, parameter: &Parameter) -> Self {
        let Parameter { name, ty } = parameter;
        let local = |name: &str| local_at(&format!("{name}{index}"), place(ty));
        let (two, number) = (ty.crosses_as_two(), ty.is_word(&NUMBERS));
        let (local, len, abi) = (local("p"), local("len"), abi(ty, two));
        Argument { name: plain(name), two, number, local, len, abi, ty: ty.to_token_stream() }
    }

    /// The same with `Self` written out.
    pub(crate) fn with_self(self, this: &TokenStream) -> Self {
        Argument { ty: with_self(self.ty, this), abi: with_self(self.abi, this), ..self }
    }

    pub(crate) fn span(&self) -> Span {
        place(&self.ty)
    }

    /// The type as bodies name it.
    fn inner(&self) -> TokenStream {
        with_lifetimes(self.ty.clone(), "_")
    }

    /// Its part of the signature.
    pub(crate) fn signature(&self) -> TokenStream {
        let (border, Argument { abi, local, len, .. }) = (border_at(self.span()), self);
        let len = self.two.then(|| quote_spanned!(self.span()=> , #len: ::core::primitive::usize));
        quote_spanned!(self.span()=> #local: #border::#abi #len)
    }

    /// Code that checks and keeps it.
    pub(crate) fn hold(&self) -> TokenStream {
        let (border, ty, Argument { name, local, len, .. }) = (border_at(self.span()), self.inner(), self);
        let copies = local_at("copies", self.span());
        let fits = (!self.number).then(|| quote_spanned!(self.span()=> const { #border::fits::<#ty>() };));
        let hold = match self.two {
            true => quote_spanned!(self.span()=> #border::hold_two::<#ty>(#local, #len, #name, &#copies)),
            false if self.number => quote_spanned!(self.span()=> #border::hold_number::<#ty>(#local, #name, &#copies)),
            false => quote_spanned!(self.span()=> #border::hold::<#ty>(#local, #name, &#copies)),
        };
        quote_spanned!(self.span()=> #fits let mut #local = unsafe { #hold? };)
    }

    /// The type as a constant names it, which has no lifetimes.
    fn whole(&self) -> TokenStream {
        with_lifetimes(self.ty.clone(), "static")
    }

    /// Whether its memory is copied.
    pub(crate) fn makes_copies(&self) -> TokenStream {
        let (border, whole) = (border_at(self.span()), self.whole());
        quote_spanned!(self.span()=> #border::own_ends::<#whole>() || #border::inner_ends::<#whole>())
    }

    /// The argument of the author's function, whose result cannot hold what lives only for the call.
    pub(crate) fn lend(&self, scopes: &Scopes) -> TokenStream {
        let (border, ty, Argument { local, .. }) = (border_at(self.span()), self.inner(), self);
        let here = |time: &Ident| Ident::new(&time.to_string(), time.span().located_at(self.span()));
        let (call, ends, copies) = (here(&scopes.call), here(&scopes.copies), local_at("copies", self.span()));
        if self.number {
            return quote_spanned!(self.span()=> unsafe { #border::lend::<#ty>(&mut #local, &#copies, &#call) });
        }
        let whole = self.whole();
        quote_spanned! {self.span()=>
            unsafe {
                #border::lend::<#ty>(
                    #border::Lifetime::<{ #border::own_ends::<#whole>() }>::of_held(&mut #local, &#ends),
                    #border::Lifetime::<{ #border::inner_ends::<#whole>() }>::of(&#copies, &#ends),
                    &#call,
                )
            }
        }
    }

    /// Code that refuses a type which only an `unsafe fn` can take.
    pub(crate) fn contract(&self) -> TokenStream {
        let (border, ty) = (border_at(self.span()), described(&with_lifetimes(self.ty.clone(), "static")));
        quote_spanned!(self.span()=> const _: () = #border::needs_no_contract::<#ty>();)
    }

    /// The borrows of its type.
    pub(crate) fn borrows(&self) -> TokenStream {
        let (border, ty) = (border_at(self.span()), self.inner());
        quote_spanned!(self.span()=> #border::borrows::<#ty>())
    }

    /// Its name and the memory that it borrows.
    pub(crate) fn address_range(&self) -> TokenStream {
        let (border, ty, Argument { name, local, .. }) = (border_at(self.span()), self.inner(), self);
        quote_spanned!(self.span()=> (#name, #border::address_range::<#ty>(&#local)))
    }

    /// Its name and type, for the description.
    pub(crate) fn describe(&self) -> TokenStream {
        let (border, ty, Argument { name, .. }) = (border_at(self.span()), described(&self.inner()), self);
        quote_spanned!(self.span()=> (#name, <#ty as #border::Border>::describe))
    }
}

const NUMBERS: [&str; 13] = ["i8", "i16", "i32", "i64", "isize", "u8", "u16", "u32", "u64", "usize", "f32", "f64", "bool"];

/// The type as the signature names it, in the module `border`. A reference is taken apart: that what it leads to outlives it, a signature that
/// does not show it could not say.
fn abi(ty: &Type, two: bool) -> TokenStream {
    let span = place(ty);
    let Some(Reference { lifetime, exclusive, to, is_slice }) = ty.reference() else {
        let form = Ident::new(if two { "Data" } else { "In" }, span);
        let ty = in_signature(ty.to_token_stream());
        return quote_spanned!(span=> #form<#ty>);
    };
    let form = match (is_slice, exclusive) {
        (false, false) => "ConstAt",
        (false, true) => "MutAt",
        (true, false) => "SliceAt",
        (true, true) => "SliceMutAt",
    };
    let (form, to, tick) = (Ident::new(form, span), in_signature(to), Punct::new('\'', Spacing::Joint));
    let lifetime = lifetime.unwrap_or_else(|| Ident::new("_", span));
    quote_spanned!(span=> #form<#tick #lifetime, #to>)
}
