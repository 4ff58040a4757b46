//! `#[ffi_constants]`: the associated constants of a type.

use super::constants::{check, register};
use super::heads::{named_as, plain};
use super::hygiene::{aside, border};
use super::naming::{key, snake_case};
use crate::check;
use crate::parse::{Const, Error, ImplBlock, MARKS, Member, Options, Result, Type, refuse_constant, with_self};
use crate::quote::{ToTokens, quote};
use proc_macro::TokenStream;

pub(crate) fn constants(mut block: ImplBlock, options: &Options) -> TokenStream {
    let own: Vec<_> = block.members.iter_mut().map(own_options).collect();
    let exported = exports(&block, own, options).unwrap_or_else(|e| e.to_compile_error());
    let (kept, aside) = (block.kept(), aside(&exported));
    quote!(#kept #aside)
}

/// The options on a constant itself, which are taken off; none if it is not exported.
fn own_options(member: &mut Member) -> Result<Option<Options>> {
    let Member::Constant { constant, .. } = member else { return Ok(None) };
    let is_public = constant.visibility.is_public;
    match constant.attributes.take_arguments("ffi_constant") {
        Some(_) if !is_public => Err(Error::new(constant.name.span(), "what other languages see is public: write `pub const`")),
        Some(arguments) => Options::parse(arguments, "`#[ffi_constant]`", &MARKS).map(Some),
        None => Ok(is_public.then(Options::default)),
    }
}

fn exports(block: &ImplBlock, own: Vec<Result<Option<Options>>>, options: &Options) -> Result<TokenStream> {
    let owner = check::constants_block(block)?;
    let this = block.ty.to_token_stream();
    let mut exported = TokenStream::new();
    for (member, own) in block.members.iter().zip(own) {
        if let (Member::Constant { constant, .. }, Some(own)) = (member, own?) {
            exported.extend(export(constant, own.within(options), &owner, &this)?);
        }
    }
    Ok(exported)
}

fn export(constant: &Const, mut options: Options, owner: &str, this: &TokenStream) -> Result<TokenStream> {
    let Const { attributes, visibility: _, name, ty } = constant;
    refuse_constant(ty)?;
    let (border, plain) = (border(), plain(name));
    let ty = Type::new(with_self(ty.to_token_stream(), this));
    options.name.get_or_insert_with(|| format!("{}_{plain}", snake_case(owner).to_uppercase()));
    let (named, key) = (named_as(&format!("{owner}::{plain}"), attributes, &options), key(&plain));
    let register = register(&ty, &quote!(<#this>::#name), &named, &quote!(#border::Associated<#this, #key>));
    let check = check(&ty);
    Ok(quote! {
        unsafe impl #border::AssociatedConstant<#key> for #this {
            fn register(interoptopus_registry: &mut #border::Registry) { #register }
        }
        #check
    })
}
