//! Python itself: keywords, imports, and how statements are broken into lines.

pub(crate) mod imports;
pub(crate) mod keywords;
pub(crate) mod lines;
pub(crate) mod tokens;
