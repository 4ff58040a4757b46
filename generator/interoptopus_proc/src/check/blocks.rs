//! `impl` blocks: the type that they are of.

use super::types::service_parameters;
use crate::parse::{Error, ImplBlock, Result};

/// The name of the service whose block it is.
pub(crate) fn service_block(block: &ImplBlock) -> Result<String> {
    service_parameters(&block.generics)?;
    block.ty.name().ok_or_else(|| Error::new(block.ty.span(), "a service is a struct or an enum of yours"))
}

/// The name of the type whose constants are in the block.
pub(crate) fn constants_block(block: &ImplBlock) -> Result<String> {
    if let Some(at) = block.generics.first() {
        return Err(Error::new(
            at,
            "the constants of a generic type differ by its arguments: write a block for each, such as `impl Buffer<4>`",
        ));
    }
    let unnamed = "constants belong to a struct, an enum or a union of yours";
    block.ty.name().ok_or_else(|| Error::new(block.ty.span(), unnamed))
}
