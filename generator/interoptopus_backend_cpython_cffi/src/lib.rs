//! The cpython_cffi backend of Interoptopus.
