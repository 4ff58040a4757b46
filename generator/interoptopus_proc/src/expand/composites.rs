//! The common parts of structs, unions and enums with data: fields, parameters, and the assertions about the whole.

use super::hygiene::{border, border_at, local, place};
use super::reprs::Repr;
use crate::parse::{
    Error, Field, Fields, Item, Result, described, has_lifetime, mentions, refuse_field, refuse_reference_to, with_lifetimes,
    with_self,
};
use crate::quote::{ToTokens, listed, quote, quote_spanned};
use proc_macro::{Ident, Span, TokenStream};

/// A type of the author's, as the traits of the border are implemented for it.
pub(crate) struct Composite<'a> {
    item: &'a Item,
    /// All fields that may have bytes.
    fields: Vec<&'a Field>,
    /// The bounds of instances besides those of the fields.
    bounds: Vec<TokenStream>,
    /// The `repr` of a struct, with its fields.
    laid_out: Option<(TokenStream, &'a Fields)>,
}

impl<'a> Composite<'a> {
    /// A type that consists of `fields`, perhaps by way of variants.
    ///
    /// # Errors
    /// A field has a type that visibly cannot cross.
    pub(crate) fn new(item: &'a Item, fields: &'a Fields) -> Result<Self> {
        Composite::with_variants(item, [fields])
    }

    /// The same with several kinds of fields.
    pub(crate) fn with_variants(item: &'a Item, variants: impl IntoIterator<Item = &'a Fields>) -> Result<Self> {
        let mut composite = Composite { item, fields: Vec::new(), bounds: Vec::new(), laid_out: None };
        let mut errors: Option<Error> = None;
        for fields in variants {
            for field in fields.all() {
                if let Err(error) = refuse_field(&field.ty).and_then(|()| refuse_reference_to(&field.ty, &item.name)) {
                    match &mut errors {
                        Some(errors) => errors.combine(error),
                        None => errors = Some(error),
                    }
                }
                if !field.ty.is_phantom() {
                    composite.fields.push(field);
                }
            }
        }
        errors.map_or(Ok(composite), Err)
    }

    /// The fields that may have bytes.
    pub(crate) fn fields(&self) -> &[&'a Field] {
        &self.fields
    }

    /// Demands `bound` of each instance, if there are several.
    pub(crate) fn demand(&mut self, bound: TokenStream) {
        if self.item.generics.has_instances() {
            self.bounds.push(bound);
        }
    }

    /// `for Name<…> where …`, with `<…>` before it.
    pub(crate) fn header(&self) -> (TokenStream, TokenStream) {
        let Item { name, generics, .. } = self.item;
        let (own, border) = (generics.applied(name, None), border());
        let mut bounds: Vec<_> = generics.types().map(|ty| quote!(#ty: 'static)).chain(self.bounds.iter().cloned()).collect();
        for field in &self.fields {
            let ty = field.ty.to_token_stream();
            if !generics.occur_in(&ty) {
                continue;
            }
            if mentions(&ty, &[&name.to_string(), "Self"]) {
                // Its own bound would ask for itself.
                bounds.extend(generics.types().map(|ty| quote!(#ty: #border::Plain, #ty::Way: #border::Behind<#ty>)));
            } else {
                bounds.push(quote!(#ty: #border::Plain));
            }
        }
        let bounds = generics.bounds_and(&bounds);
        (generics.declared(), quote!(#own #bounds))
    }

    /// `impl Border`, with what is in `describe`.
    pub(crate) fn border(&self, way: &str, describe: &TokenStream) -> TokenStream {
        let border = border();
        // What must hold of an instance is asserted there.
        let once = self
            .item
            .generics
            .has_instances()
            .then(|| quote!(const { let _: ::core::primitive::bool = <Self as #border::Plain>::CHECKED; };));
        let contracts: TokenStream = ["LEADS_TO_OPAQUE", "NEEDS_CONTRACT"]
            .map(|name| {
                let of_fields = listed(self.fields.iter().map(|field| {
                    let (ty, border, name) = (&field.ty, border_at(place(&field.ty)), Ident::new(name, place(&field.ty)));
                    quote_spanned!(place(ty)=> <#ty as #border::Border>::#name)
                }));
                let name = Ident::new(name, Span::mixed_site());
                quote!(const #name: ::core::primitive::bool = #border::any(&[#of_fields]);)
            })
            .into_iter()
            .collect();
        self.border_after(way, &contracts, once, describe)
    }

    /// The same for a type in which nobody looks.
    pub(crate) fn border_of_opaque(&self, describe: &TokenStream) -> TokenStream {
        self.border_after("BehindPointers", &TokenStream::new(), None, describe)
    }

    /// `impl HoldsNoStatic`, where no field holds a `'static`, or is a type that holds one. The bounds ask it of each field, with the lifetimes of the whole
    /// replaced; only the ways into Rust ask whether they hold.
    fn holds_no_static(&self) -> TokenStream {
        let Item { name, generics, .. } = self.item;
        let border = border();
        if self.fields.iter().any(|field| field.ty.says_static()) {
            return TokenStream::new();
        }
        let mut bounds: Vec<_> = generics.types().map(|ty| quote!(#ty: 'static)).collect();
        for (i, field) in (0_u32..).zip(&self.fields) {
            let written = with_self(field.ty.to_token_stream(), &generics.applied(name, None));
            let (now, then) = (quote!(#written), with_lifetimes(written, "interoptopus"));
            bounds.push(quote! {
                for<'interoptopus> #border::InField<#i, #now>: #border::HoldsNoStatic<'interoptopus, #border::InField<#i, #then>>
            });
        }
        let (declared, own) = (generics.declared_after("interoptopus_call"), generics.applied(name, None));
        let (bounds, lent) = (generics.bounds_and(&bounds), generics.applied(name, Some("interoptopus_call")));
        quote! {
            unsafe impl #declared #border::HoldsNoStatic<'interoptopus_call, #lent> for #own #bounds {}
        }
    }

    fn border_after(&self, way: &str, contract: &TokenStream, once: Option<TokenStream>, describe: &TokenStream) -> TokenStream {
        let Item { name, generics, .. } = self.item;
        let (border, (declared, header)) = (border(), self.header());
        let (this, way) = (generics.applied(name, Some("interoptopus")), Ident::new(way, place(name)));
        let holds_no_static = self.holds_no_static();
        quote! {
            #holds_no_static
            unsafe impl #declared #border::Border for #header {
                type Way = #border::#way;
                type With<'interoptopus> = #this;
                #contract
                fn describe(interoptopus_registry: &mut #border::Registry) -> #border::Type {
                    #once
                    #describe
                }
            }
        }
    }

    /// `impl Plain`, with what is in `check`, which gets `at`; and the assertions about the whole. What `shape` says follows from the fields.
    pub(crate) fn plain(&self, checked: &TokenStream, has_value: bool, at: &Ident, check: &TokenStream) -> TokenStream {
        let Item { name, generics, .. } = self.item;
        let (border, (declared, header)) = (border(), self.header());
        let (borrows, leads) = (self.each("BORROWS"), self.each("LEADS_TO_MEMORY"));
        let (ends, copies) = (self.each("ENDS_WITH_CALL"), local("copies"));
        let has_value = if has_value {
            let values = self.each("HAS_VALUE");
            quote!(#border::all(&[#values]))
        } else {
            quote!(false)
        };
        let recursions: TokenStream = self
            .fields
            .iter()
            .map(|field| {
                let (ty, border) = (&field.ty, border_at(place(&field.ty)));
                quote_spanned!(place(ty)=> { <#ty as #border::Plain>::RECURS_THROUGH_RAW_POINTERS_ONLY })
            })
            .collect();
        let recursion = quote_spanned!(place(name)=> const RECURS_THROUGH_RAW_POINTERS_ONLY: () = { #recursions };);
        let (each, once) = match generics.has_instances() {
            true => (Some(self.assertions(&quote!(Self))), None),
            false => {
                let assertions = self.assertions(&generics.applied(name, Some("static")));
                (None, Some(quote!(const _: () = { #assertions };)))
            }
        };
        quote! {
            unsafe impl #declared #border::Plain for #header {
                const CHECKED: ::core::primitive::bool = { #each #checked };
                const BORROWS: ::core::primitive::bool = #border::any(&[#borrows]);
                const LEADS_TO_MEMORY: ::core::primitive::bool = #border::any(&[#leads]);
                const ENDS_WITH_CALL: ::core::primitive::bool = #border::any(&[#ends]);
                const HAS_VALUE: ::core::primitive::bool = #has_value;
                #recursion
                unsafe fn check(#at: *mut Self, #copies: &#border::Copies) -> ::core::result::Result<(), #border::Status> { #check }
            }
            #once
        }
    }

    /// A constant of `Plain` for each field.
    pub(crate) fn each(&self, constant: &str) -> TokenStream {
        listed(self.fields.iter().map(|field| {
            let (ty, span) = (&field.ty, place(&field.ty));
            let (border, constant) = (border_at(span), Ident::new(constant, span));
            quote_spanned!(span=> <#ty as #border::Plain>::#constant)
        }))
    }

    /// Asserts of each instance that it is laid out as `repr` says, which an attribute below ours may have changed.
    pub(crate) fn is_laid_out(&mut self, repr: &Repr, fields: &'a Fields) {
        self.laid_out = Some((repr.to_token_stream(), fields));
    }

    fn laid_out(&self, whole: &TokenStream) -> Option<TokenStream> {
        let (repr, fields) = self.laid_out.as_ref()?;
        let border = border_at(place(&self.item.name));
        let fields = listed(fields.all().iter().map(|Field { member, ty, .. }| {
            let ty = with_self(ty.to_token_stream(), whole);
            let ty = if self.item.generics.has_instances() { ty } else { with_lifetimes(ty, "static") };
            quote!((::core::mem::offset_of!(#whole, #member), ::core::mem::size_of::<#ty>(), ::core::mem::align_of::<#ty>()))
        }));
        Some(quote_spanned!(place(&self.item.name)=> #border::struct_is::<#whole>(#border::#repr, &[#fields]);))
    }

    /// Asserts of each lifetime that a field borrows for it: `PhantomData` and raw pointers hold nobody back in other languages.
    fn lifetimes_end_somewhere(&self, whole: &TokenStream) -> TokenStream {
        let Item { name, generics, .. } = self.item;
        let border = border_at(place(name));
        let assertion = |lifetime: &Ident| {
            let with = self.fields.iter().map(|field| field.ty.to_token_stream()).filter(|ty| has_lifetime(ty, lifetime));
            let borrows = listed(with.map(|ty| {
                let ty = with_self(ty, whole);
                let ty = if generics.has_instances() { ty } else { with_lifetimes(ty, "static") };
                quote!(<#ty as #border::Plain>::BORROWS)
            }));
            let hint = format!(
                "no field borrows for `'{lifetime}`, and other languages copy this type and keep it: hold a reference, an `ffi::Slice` or an `ffi::Str` instead of a raw pointer with `PhantomData`, or make the type a service"
            );
            quote_spanned!(place(name)=> ::core::assert!(#border::any(&[#borrows]), #hint);)
        };
        generics.lifetimes().map(assertion).collect()
    }

    /// The assertions about each instance.
    fn assertions(&self, whole: &TokenStream) -> TokenStream {
        let (name, border, laid_out) = (&self.item.name, border_at(place(&self.item.name)), self.laid_out(whole));
        let lifetimes = self.lifetimes_end_somewhere(whole);
        quote_spanned! {place(name)=>
            let () = <#whole as #border::Plain>::RECURS_THROUGH_RAW_POINTERS_ONLY;
            #laid_out
            #lifetimes
            ::core::assert!(
                !::core::mem::needs_drop::<#whole>(),
                "other languages copy this type, so that it cannot have a destructor; mark it `#[ffi_type(opaque)]`, or `#[ffi_type(service)]`"
            );
        }
    }
}

/// `FieldInfo`s of `fields`; `place_of` says of each whether it is public, and its offset.
pub(crate) fn infos<'a>(
    fields: impl IntoIterator<Item = &'a Field>,
    place_of: impl Fn(&Field) -> (bool, TokenStream),
) -> TokenStream {
    let infos = listed(fields.into_iter().filter(|field| !field.ty.is_phantom()).map(|field| {
        let (ty, name, docs) = (&field.ty, field.name(), field.attributes.docs());
        let ((is_public, offset), inventory) = (place_of(field), described(&ty.to_token_stream()));
        let span = place(ty);
        let border = border_at(span);
        quote_spanned!(span=> #border::field::<#ty, #inventory>(#name, #docs, #is_public, #offset))
    }));
    quote!(&[#infos])
}
