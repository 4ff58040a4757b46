//! `#[ffi_type(service)]` and `#[ffi_service]`: classes.

use super::arguments::Argument;
use super::heads::named;
use super::hygiene::{aside, border, border_at, place};
use super::naming::{crate_name, snake_case};
use super::shims::{Method, Shim};
use super::symbols;
use crate::check;
use crate::parse::{
    Error, Function, ImplBlock, Item, Member, Options, Receiver, Result, Symbol, borrows_from, with_lifetimes, with_self,
};
use crate::quote::{ToTokens, listed, quote, quote_spanned};
use proc_macro::TokenStream;

pub(crate) fn service_type(item: &Item, options: &Options, kept: &TokenStream) -> Result<TokenStream> {
    let Item { attributes, name, .. } = item;
    check::service(item)?;
    let border = border();
    let named = named(name, attributes, options);
    let border_here = border_at(place(name));
    let send = quote_spanned!(place(name)=> #border_here::service_must_be_send::<#name>());
    let describe = quote_spanned!(place(name)=> <Self as #border_here::Service>::describe_service);
    let aside = aside(&quote! {
        unsafe impl #border::Border for #name {
            type Way = #border::ByObject;
            type With<'interoptopus> = #name;
            fn describe(interoptopus_registry: &mut #border::Registry) -> #border::Type {
                interoptopus_registry.define_service::<Self>(|interoptopus_registry| #describe(interoptopus_registry, #named))
            }
        }
        impl #border::IsService for #name {}
        const _: () = #send;
    });
    Ok(quote!(#kept #aside))
}

pub(crate) fn service(mut block: ImplBlock, options: &Options) -> TokenStream {
    let mut symbols = Vec::new();
    for member in &mut block.members {
        if let Member::Function { function, .. } = member {
            symbols.push(function.attributes.take_symbol());
        }
    }
    let kept = block.kept();
    let expanded = exports(&block, options, symbols).unwrap_or_else(|e| {
        let (error, stub) = (e.to_compile_error(), stub(&block));
        quote!(#error #stub)
    });
    let aside = aside(&expanded);
    quote!(#kept #aside)
}

/// Code that makes a service of the type all the same, so that a wrong method is the only error.
pub(crate) fn stub(block: &ImplBlock) -> Option<TokenStream> {
    let (border, this) = (border(), &block.ty);
    block.generics.first().is_none().then(|| {
        quote! {
            unsafe impl #border::Service for #this {
                fn describe_service(_: &mut #border::Registry, _: #border::Named) -> #border::ServiceModel { loop {} }
            }
        }
    })
}

fn exports(block: &ImplBlock, options: &Options, symbols: Vec<Symbol>) -> Result<TokenStream> {
    let (border, this) = (border(), block.ty.to_token_stream());
    let name = check::service_block(block)?;
    let name_at = block.ty.span();
    let namespace = options.namespace.as_ref().map(|namespace| format!("{namespace}_")).unwrap_or_default();
    let prefix = format!("{}_{namespace}{}", crate_name(name_at)?, snake_case(options.name.as_ref().unwrap_or(&name)));
    let mut all: Vec<(&Function, Exported)> = Vec::new();
    let mut shared = false;
    let mut errors: Option<Error> = None;
    let functions = block.members.iter().filter_map(|member| match member {
        Member::Function { function, constructor } => Some((function, *constructor)),
        Member::Constant { .. } | Member::Other(_) => None,
    });
    for ((function, constructor), symbol) in functions.zip(symbols) {
        if !function.visibility.is_public && !constructor {
            continue;
        }
        match export(function, constructor, symbol, &this, &prefix) {
            Ok(exported) => {
                shared |= function.receiver.as_ref().is_some_and(|r| !r.exclusive);
                all.push((function, exported));
            }
            Err(e) => match &mut errors {
                Some(all) => all.combine(e),
                None => errors = Some(e),
            },
        }
    }
    if let Some(errors) = errors {
        return Err(errors);
    }
    let (destroy, release) = (symbols::allowed(format!("{prefix}_destroy"), name_at)?, format!("{prefix}_release"));
    distinct(&all, &destroy, &release)?;
    let (span, border_here) = (place(&block.ty), border_at(place(&block.ty)));
    let sync =
        shared.then(|| quote_spanned!(span=> const _: () = #border_here::service_with_shared_methods_must_be_sync::<#this>();));
    let release_shim = all.iter().any(|(_, exported)| exported.lends).then(|| {
        quote! {
            #[unsafe(export_name = #release)]
            unsafe extern "C" fn __interoptopus_release(interoptopus_this: #border::This<#this>) -> #border::Status {
                unsafe { #border::release::<#this>(interoptopus_this) }
            }
        }
    });
    let (shims, infos): (Vec<_>, Vec<_>) = all.into_iter().map(|(_, Exported { shim, info, .. })| (shim, info)).unzip();
    let (shims, infos): (TokenStream, _) = (shims.into_iter().collect(), listed(infos));
    Ok(quote! {
        #shims
        #sync
        #[unsafe(export_name = #destroy)]
        unsafe extern "C" fn __interoptopus_destroy(interoptopus_this: #border::This<#this>) {
            unsafe { #border::destroy::<#this>(interoptopus_this) }
        }
        #release_shim
        unsafe impl #border::Service for #this {
            fn describe_service(interoptopus_registry: &mut #border::Registry, named: #border::Named) -> #border::ServiceModel {
                unsafe { #border::describe_service(interoptopus_registry, named, #destroy, #release, &[#infos]) }
            }
        }
    })
}

/// A constructor or method.
struct Exported {
    shim: TokenStream,
    info: TokenStream,
    lends: bool,
    symbol: String,
}

/// Refuses symbols that two functions of the service would have, as the compiler would only say that there are two.
fn distinct(all: &[(&Function, Exported)], destroy: &str, release: &str) -> Result<()> {
    let lends = all.iter().any(|(_, exported)| exported.lends);
    for (i, (function, Exported { symbol, .. })) in all.iter().enumerate() {
        let other = all[..i].iter().find(|(other, e)| e.symbol == *symbol && other.plain_name() != function.plain_name());
        let what = match other {
            _ if symbol == destroy => "what frees the objects of a service".to_owned(),
            _ if symbol == release && lends => "what gives back what the methods of a service lend".to_owned(),
            Some((other, _)) => format!("`{}`", other.plain_name()),
            None => continue,
        };
        let way_out = "call one otherwise, or say `#[unsafe(export_name = \"…\")]`";
        let name = function.plain_name();
        return Err(Error::new(
            function.name.span(),
            format!("`{name}` and {what} would both be exported as `{symbol}`: {way_out}"),
        ));
    }
    Ok(())
}

/// The shim of a constructor or method; and its description, with whether it lends.
fn export(function: &Function, constructor: bool, symbol: Symbol, this: &TokenStream, prefix: &str) -> Result<Exported> {
    check::method(function, constructor, this)?;
    function.refuse()?;
    let border = border();
    let name = function.plain_name();
    let symbols::Exported { symbol, attribute } =
        symbols::symbol(symbol, &name, format!("{prefix}_{name}"), function.name.span())?;
    let receiver = function.receiver.as_ref();
    let lends = receiver
        .zip(function.output.as_ref())
        .is_some_and(|(receiver, ty)| borrows_from(ty.tokens(), receiver.lifetime.as_ref()));
    let output = function.output.as_ref().map_or_else(|| quote!(()), |ty| with_self(ty.to_token_stream(), this));
    let function_name = &function.name;
    let shim = Shim {
        symbol: quote!(#symbol),
        exports: attribute,
        bare: false,
        callee: quote_spanned!(place(function_name)=> <#this>::#function_name),
        unsafety: function.is_unsafe(),
        generics: &function.generics,
        arguments: function.parameters.iter().enumerate().map(|(i, p)| Argument::new(i, p).with_self(this)).collect(),
        output,
        method: receiver.map(|receiver| Method { of: this, exclusive: receiver.exclusive, lends }),
    };
    let (span, inner) = (place(&shim.output), with_lifetimes(shim.output.clone(), "_"));
    let border_here = border_at(span);
    let borrows = if lends { quote_spanned!(span=> const { #border_here::lends::<#inner>() }) } else { quote!(false) };
    let exported = shim.export();
    let info = shim.describe(&named(&function.name, &function.attributes, &Options::default()));
    let receiver = match receiver {
        None => quote!(::core::option::Option::None),
        Some(Receiver { exclusive, .. }) => {
            quote!(::core::option::Option::Some(#border::ReceiverInfo { exclusive: #exclusive, lends: #borrows }))
        }
    };
    let info = quote!(#border::MethodInfo { function: #info, receiver: #receiver });
    Ok(Exported { shim: quote!(const _: () = { #exported };), info, lends, symbol })
}
