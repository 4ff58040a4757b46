//! A small library, bound and run in every installed language.
