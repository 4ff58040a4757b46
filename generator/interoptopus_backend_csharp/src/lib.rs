//! The csharp backend of Interoptopus.
