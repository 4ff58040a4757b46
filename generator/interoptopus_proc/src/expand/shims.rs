//! Shims: the `extern "C"` functions that the library really exports.

use super::arguments::Argument;
use super::hygiene::{border, border_at, local, local_at, place};
use super::scopes::Scopes;
use crate::parse::{Generics, described, with_lifetimes};
use crate::quote::{listed, quote, quote_spanned};
use proc_macro::{Span, TokenStream};

pub(crate) struct Shim<'a> {
    /// A literal.
    pub(crate) symbol: TokenStream,
    /// The attribute that exports it under that symbol.
    pub(crate) exports: TokenStream,
    pub(crate) bare: bool,
    /// The author's function.
    pub(crate) callee: TokenStream,
    /// Whether it is an `unsafe fn`, whose contract the other side keeps. No other is called in an `unsafe` block, so that the compiler refuses
    /// what only looks safe, such as a `#[target_feature]`.
    pub(crate) unsafety: bool,
    /// The lifetimes that the signature names.
    pub(crate) generics: &'a Generics,
    pub(crate) arguments: Vec<Argument>,
    pub(crate) output: TokenStream,
    pub(crate) method: Option<Method<'a>>,
}

/// The method that a shim calls, on an object.
pub(crate) struct Method<'a> {
    pub(crate) of: &'a TokenStream,
    pub(crate) exclusive: bool,
    pub(crate) lends: bool,
}

impl Shim<'_> {
    /// The exported function.
    pub(crate) fn export(&self) -> TokenStream {
        let Shim { symbol, exports, generics, output, .. } = self;
        let this = self.method.as_ref().map(|Method { of, .. }| {
            let (border, this) = (border(), local("this"));
            quote!(#this: #border::This<#of>,)
        });
        let signature = listed(self.arguments.iter().map(Argument::signature));
        let holds: TokenStream = self.arguments.iter().map(Argument::hold).collect();
        let (overlap, call, bounds) = (self.check_overlap(), self.call(), &generics.bounds);
        let (form, run) = if self.bare { (quote!(Bare), quote!(bare)) } else { (quote!(Guarded), quote!(guarded)) };
        let (inner, outer) = (with_lifetimes(output.clone(), "_"), with_lifetimes(output.clone(), "static"));
        let (span, border) = (place(output), border_at(place(output)));
        let returns = quote_spanned!(span=> #border::#form<#outer>);
        let run = quote_spanned!(span=> #border::#run::<#inner>);
        // Errors about the whole signature point at its first type that might be wrong, where they are the same as those about the type itself.
        let suspect = self.arguments.iter().find(|argument| !argument.number).map_or(span, Argument::span);
        let copies = self.copies(suspect);
        // No `unsafe fn`, in which the author's could be called as if they were safe; nothing of Rust's can name it.
        let contracts = self.contracts();
        quote_spanned! {suspect=>
            #contracts
            #exports
            extern "C" fn __interoptopus_shim #generics (#this #signature) -> #returns #bounds {
                #run(#symbol, || { #copies #holds #overlap #call })
            }
        }
    }

    /// Code that refuses what only an `unsafe fn` may take or return.
    fn contracts(&self) -> TokenStream {
        if self.unsafety {
            return TokenStream::new();
        }
        let (span, border) = (place(&self.output), border_at(place(&self.output)));
        let output = described(&with_lifetimes(self.output.clone(), "static"));
        let arguments: TokenStream = self.arguments.iter().filter(|argument| !argument.number).map(Argument::contract).collect();
        quote_spanned!(span=> #arguments const _: () = #border::needs_no_contract::<#output>();)
    }

    /// Room for copies of what is checked.
    fn copies(&self, at: Span) -> Option<TokenStream> {
        let border = border_at(at);
        let [room, copies, end] = ["room", "copies", "_end"].map(|name| local_at(name, at));
        let makes = listed(self.arguments.iter().filter(|argument| !argument.number).map(Argument::makes_copies));
        (!self.arguments.is_empty()).then(|| {
            quote_spanned! {at=>
                let #room = #border::Room::new();
                let #copies = unsafe { #border::Copies::within(&#room) };
                let #end = #border::End::<{ #border::any(&[#makes]) }>::of(&#copies);
            }
        })
    }

    /// Calls the author's function, and hands over what it returns.
    fn call(&self) -> TokenStream {
        let Shim { callee, output, .. } = self;
        let scopes = Scopes::written_at(output);
        let lent = listed(self.arguments.iter().map(|argument| argument.lend(&scopes)));
        let (span, border) = (place(output), border_at(place(output)));
        let value = local_at("value", span);
        let give = quote_spanned!(span=> unsafe { #border::give(#value) });
        let Some(Method { of, exclusive, lends }) = &self.method else {
            let called = self.within_call(&quote_spanned!(span=> #callee(#lent)));
            return quote_spanned!(span=> let #value = #called; #give);
        };
        let (at, border_here) = (place(callee), border_at(place(callee)));
        let (this, entered) = (local("this"), local_at("entered", at));
        let receiver = if *exclusive {
            quote_spanned!(at=> #border_here::Entered::exclusive(&mut #entered))
        } else {
            quote_spanned!(at=> #border_here::Entered::shared(&#entered))
        };
        let enter = quote_spanned!(at=> let mut #entered = unsafe { #border::enter::<#of>(#this, #exclusive)? };);
        let called = self.within_call(&quote_spanned!(span=> #callee(#receiver, #lent)));
        if *lends {
            quote_spanned!(span=> #enter let #value = #called; #border::give_lent(unsafe { #border::lent(#value) }, #entered))
        } else {
            // The object is left before the value is given: a method that lends unseen does not compile.
            quote_spanned!(span=> let #value = { #enter let #value = #called; #value }; #give)
        }
    }

    /// The value of `called`, without what lives only for the call.
    fn within_call(&self, called: &TokenStream) -> TokenStream {
        let (span, value, Scopes { call, copies }) =
            (place(&self.output), local_at("value", place(&self.output)), Scopes::written_at(&self.output));
        let called = if self.unsafety { quote_spanned!(span=> unsafe { #called }) } else { called.clone() };
        // What the function returns is what it says that it does, even if an attribute below ours has changed it.
        let inner = with_lifetimes(self.output.clone(), "_");
        if self.arguments.is_empty() {
            return quote_spanned!(span=> { let #value: #inner = #called; #value });
        }
        let border = border_at(span);
        let copies =
            (!self.arguments.iter().all(|argument| argument.number)).then(|| quote_spanned!(span=> let #copies = #border::Call;));
        quote_spanned!(span=> { let #call = #border::Call; #copies let #value: #inner = #called; #value })
    }

    /// A check for two arguments that share memory, of which one is written to.
    fn check_overlap(&self) -> Option<TokenStream> {
        let borrowing: Vec<_> = self.arguments.iter().filter(|argument| !argument.number).collect();
        let span = borrowing.first()?.span();
        let (borrows, ranges) =
            (listed(borrowing.iter().map(|a| a.borrows())), listed(borrowing.iter().map(|a| a.address_range())));
        let border = border_at(span);
        (borrowing.len() > 1).then(|| {
            quote_spanned! {span=>
                if const { #border::must_check_overlap([#borrows]) } {
                    #border::disjoint([#ranges])?;
                }
            }
        })
    }

    /// `FunctionInfo { … }`, for the description.
    pub(crate) fn describe(&self, named: &TokenStream) -> TokenStream {
        let Shim { symbol, unsafety, bare, output, .. } = self;
        let parameters = listed(self.arguments.iter().map(Argument::describe));
        let (border_here, border, inner) = (border_at(place(output)), border(), described(&with_lifetimes(output.clone(), "_")));
        let returns = quote_spanned!(place(output)=> const { #border_here::returns::<#inner>() });
        quote! {
            #border::FunctionInfo {
                named: #named,
                symbol: #symbol,
                is_unsafe: #unsafety,
                bare: #bare,
                parameters: &[#parameters],
                returns: #returns,
            }
        }
    }
}
