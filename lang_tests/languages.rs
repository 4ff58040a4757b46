//! The languages of the reference project, one row each. What a language cannot express is left out of its bindings, and stands in the matrix.

use interoptopus_harness::{Language, c::C, csharp::CSharp, python::Python};
use std::sync::Arc;

pub(crate) fn all() -> Vec<Arc<dyn Language>> {
    vec![
        Arc::new(C::new().omit_refused(true)),
        Arc::new(CSharp::new().omit_refused(true)),
        Arc::new(Python::new().omit_refused(true)),
    ]
}
