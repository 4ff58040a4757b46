//! Shims: the `extern "C"` functions that the library really exports.

use super::{border, border_at, local, place};
use crate::parse::{Function, crosses_as_two, in_signature, with_lifetimes};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Generics, Ident, Type};

/// The method that a shim calls, on an object.
pub(crate) struct Method<'a> {
    pub(crate) of: &'a TokenStream,
    pub(crate) exclusive: bool,
    pub(crate) lends: bool,
}

pub(crate) struct Shim<'a> {
    pub(crate) symbol: &'a str,
    pub(crate) bare: bool,
    /// What is called.
    pub(crate) callee: TokenStream,
    /// The lifetimes that the signature names.
    pub(crate) generics: Option<&'a Generics>,
    pub(crate) parameters: Vec<(String, Type)>,
    pub(crate) output: Type,
    pub(crate) method: Option<Method<'a>>,
}

impl<'a> Shim<'a> {
    /// The shim of a free function.
    pub(crate) fn of(function: &'a Function, symbol: &'a str) -> Self {
        let parameters = function.parameters.iter().map(|p| (plain(&p.name), p.ty.clone())).collect();
        let output = function.output.clone().unwrap_or_else(unit);
        let callee = function.name.to_token_stream();
        Shim {
            symbol,
            bare: function.abi.is_some(),
            callee,
            generics: Some(&function.generics),
            parameters,
            output,
            method: None,
        }
    }

    /// The exported function.
    pub(crate) fn export(&self) -> TokenStream {
        let border = border();
        let Shim { symbol, callee, output, .. } = self;
        let locals: Vec<Ident> =
            self.parameters.iter().enumerate().map(|(i, (_, ty))| Ident::new(&format!("p{i}"), place(ty))).collect();
        let lens: Vec<Ident> = (0..self.parameters.len()).map(|i| local(&format!("len{i}"))).collect();
        let this = local("this");

        let mut signature: Vec<TokenStream> = Vec::new();
        if let Some(Method { of, .. }) = &self.method {
            signature.push(quote!(#this: #border::This<#of>));
        }
        let (mut holds, mut arguments) = (TokenStream::new(), Vec::new());
        for (((name, ty), local), len) in self.parameters.iter().zip(&locals).zip(&lens) {
            let span = place(ty);
            let border = border_at(span);
            let (inner, outer) = (with_lifetimes(ty.to_token_stream(), "_"), in_signature(ty.to_token_stream()));
            if crosses_as_two(ty) {
                signature.push(quote_spanned!(span=> #local: #border::Data<#outer>, #len: usize));
                holds.extend(quote_spanned!(span=> let mut #local = #border::hold_two::<#inner>(#local, #len, #name)?;));
            } else {
                signature.push(quote_spanned!(span=> #local: #border::In<#outer>));
                holds.extend(quote_spanned!(span=> let mut #local = #border::hold::<#inner>(#local, #name)?;));
            }
            arguments.push(quote_spanned!(span=> #border::lend::<#inner>(&mut #local)));
        }
        holds.extend(self.check_overlap(&locals));

        let (span, at_output) = (place(output), border_at(place(output)));
        let call = match &self.method {
            None => quote_spanned!(span=> #at_output::give(#callee(#(#arguments),*))),
            Some(Method { of, exclusive, lends }) => {
                let (at, entered) = (place(callee), Ident::new("entered", place(callee)));
                let receiver =
                    if *exclusive { quote_spanned!(at=> #entered.exclusive()) } else { quote_spanned!(at=> #entered.shared()) };
                let enter = quote_spanned!(at=> let mut #entered = #border::enter::<#of>(#this, #exclusive, #lends)?;);
                if *lends {
                    quote_spanned!(span=> #enter #at_output::give_lent(#at_output::lent(#callee(#receiver, #(#arguments),*)), #entered))
                } else {
                    // The object is left before the value is given: a method that lends unseen does not compile.
                    let value = local("value");
                    quote_spanned!(span=> let #value = { #enter let #value = #callee(#receiver, #(#arguments),*); #value }; #at_output::give(#value))
                }
            }
        };
        let (form, run) = if self.bare { (quote!(Bare), quote!(bare)) } else { (quote!(Guarded), quote!(guarded)) };
        let generics = self.generics;
        let bounds = self.generics.and_then(|g| g.where_clause.as_ref());
        let (inner, outer) = (with_lifetimes(output.to_token_stream(), "_"), with_lifetimes(output.to_token_stream(), "static"));
        let returns = quote_spanned!(span=> #at_output::#form<#outer>);
        let run = quote_spanned!(span=> #at_output::#run::<#inner>);
        // Errors about the whole signature point at its first type that might be wrong, where they are the same as those about the type itself.
        let suspect = self.parameters.iter().map(|(_, ty)| ty).find(|ty| !is_number(ty)).map_or(span, place);
        quote_spanned! {suspect=>
            #[unsafe(export_name = #symbol)]
            unsafe extern "C" fn __interoptopus_shim #generics (#(#signature),*) -> #returns #bounds {
                #run(#symbol, || unsafe { #holds #call })
            }
        }
    }

    /// Where two parameters might share memory, of which one is written to.
    fn check_overlap(&self, locals: &[Ident]) -> TokenStream {
        let borrowing = || self.parameters.iter().zip(locals).filter(|((_, ty), _)| !is_number(ty));
        if borrowing().count() < 2 {
            return TokenStream::new();
        }
        let each = borrowing().map(|((name, ty), local)| {
            let (span, border, inner) = (place(ty), border_at(place(ty)), with_lifetimes(ty.to_token_stream(), "_"));
            let borrows = quote_spanned!(span=> #border::borrows::<#inner>());
            (borrows, quote_spanned!(span=> (#name, #border::extent::<#inner>(&#local))))
        });
        let (borrows, extents): (Vec<_>, Vec<_>) = each.unzip();
        let span = borrowing().next().map_or_else(Span::mixed_site, |((_, ty), _)| place(ty));
        let border = border_at(span);
        quote_spanned! {span=>
            if const { #border::must_check_overlap([#(#borrows),*]) } {
                #border::disjoint([#(#extents),*])?;
            }
        }
    }

    /// `FunctionInfo { … }`, for the description.
    pub(crate) fn describe(&self, named: &TokenStream) -> TokenStream {
        let border = border();
        let Shim { symbol, bare, .. } = self;
        let parameters = self.parameters.iter().map(|(name, ty)| {
            let border = border_at(place(ty));
            let inner = with_lifetimes(ty.to_token_stream(), "_");
            quote_spanned!(place(ty)=> (#name, <#inner as #border::Border>::describe))
        });
        let output = with_lifetimes(self.output.to_token_stream(), "_");
        let at_output = border_at(place(&self.output));
        let returns = quote_spanned!(place(&self.output)=> const { #at_output::returns::<#output>() });
        quote! {
            #border::FunctionInfo {
                named: #named,
                symbol: #symbol,
                bare: #bare,
                parameters: &[#(#parameters),*],
                returns: #returns,
            }
        }
    }
}

/// Whether one can see that the type borrows nothing.
fn is_number(ty: &Type) -> bool {
    const NUMBERS: [&str; 13] = ["i8", "i16", "i32", "i64", "isize", "u8", "u16", "u32", "u64", "usize", "f32", "f64", "bool"];
    matches!(ty, Type::Path(path) if NUMBERS.iter().any(|number| path.path.is_ident(number)))
}

pub(crate) fn unit() -> Type {
    Type::Verbatim(quote!(()))
}

/// A parameter's name as other languages see it.
pub(crate) fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}
