//! The name of the crate `interoptopus` where a macro is used: a dependency may be renamed in Cargo.toml, `ffi = { package = "interoptopus", … }`.
//!
//! No macro is told by which name it was reached, so that the manifest is read, once a process. A crate that has `interoptopus` by way of another
//! one writes `extern crate that_one as interoptopus;`.

use crate::quote::quote_spanned;
use proc_macro::{Ident, Span, TokenStream};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const OWN: &str = "interoptopus";

/// The path of the crate, for code at `span`.
pub(crate) fn interoptopus(span: Span) -> TokenStream {
    let name = Ident::new(name(), span);
    quote_spanned!(span=> ::#name)
}

/// The name by which the crate that is being compiled depends on it.
fn name() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let folder = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        folder.and_then(|folder| renamed(&folder)).unwrap_or_else(|| OWN.to_owned())
    })
}

fn renamed(folder: &Path) -> Option<String> {
    let own = Manifest::read(folder)?;
    let workspace =
        || folder.ancestors().skip(1).filter_map(Manifest::read).chain(Manifest::read(folder)).find(|found| found.is_workspace);
    let inherited = |key: &String| {
        let is_named = |found: &(String, Source)| found.0 == *key && found.1 == Source::Package(OWN.to_owned());
        workspace().is_some_and(|root| root.shared.iter().any(is_named))
    };
    if own.dependencies.iter().any(|(key, source)| key == OWN && !matches!(source, Source::Package(other) if other != OWN)) {
        return None;
    }
    let found = own.dependencies.iter().find(|(key, source)| match source {
        Source::Package(name) => name == OWN,
        Source::Workspace => inherited(key),
        Source::Key => false,
    });
    found.map(|(key, _)| key.replace('-', "_"))
}

/// The dependencies of a manifest, as far as they matter here.
#[derive(Default)]
struct Manifest {
    dependencies: Vec<(String, Source)>,
    /// Those of the workspace.
    shared: Vec<(String, Source)>,
    is_workspace: bool,
}

/// Which package a dependency is.
#[derive(PartialEq)]
enum Source {
    /// The package that its key names.
    Key,
    Package(String),
    Workspace,
}

impl Manifest {
    fn read(folder: &Path) -> Option<Self> {
        Some(Manifest::parse(&std::fs::read_to_string(folder.join("Cargo.toml")).ok()?))
    }

    /// Reads `key = { … }` in tables of dependencies, `key.… = …` there, and tables of a single one.
    fn parse(text: &str) -> Self {
        let mut manifest = Manifest::default();
        let mut table = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            if let Some(header) = line.strip_prefix('[').and_then(|line| line.split(']').next()) {
                table = path(header);
                manifest.is_workspace |= table.first().is_some_and(|first| first == "workspace");
                continue;
            }
            let Some((key, value)) = line.split_once('=') else { continue };
            let mut whole = table.clone();
            whole.extend(path(key));
            let is_table = |name: &String| name.ends_with("dependencies");
            let Some(at) = whole.iter().position(is_table) else { continue };
            let Some(name) = whole.get(at + 1) else { continue };
            let source = match whole.get(at + 2).map(String::as_str) {
                None => within(value),
                Some("package") => Source::Package(text_of(value)),
                Some("workspace") => Source::Workspace,
                Some(_) => continue,
            };
            let is_shared = whole.first().is_some_and(|first| first == "workspace");
            if is_shared { &mut manifest.shared } else { &mut manifest.dependencies }.push((name.clone(), source));
        }
        manifest
    }
}

/// The source in the inline table of a dependency.
fn within(value: &str) -> Source {
    let parts = value.trim().trim_matches(['{', '}']).split(',').filter_map(|part| part.split_once('='));
    let mut source = Source::Key;
    for (key, value) in parts {
        match key.trim() {
            "package" => return Source::Package(text_of(value)),
            "workspace" => source = Source::Workspace,
            _ => {}
        }
    }
    source
}

/// The parts of a key; what is in quotes may have dots in it.
fn path(key: &str) -> Vec<String> {
    let (mut parts, mut quoted) = (vec![String::new()], None);
    for letter in key.trim().chars() {
        match letter {
            '"' | '\'' if quoted.is_none_or(|quote| quote == letter) => {
                quoted = if quoted.is_some() { None } else { Some(letter) }
            }
            '.' if quoted.is_none() => parts.push(String::new()),
            '[' | ' ' if quoted.is_none() => {}
            _ => parts.last_mut().into_iter().for_each(|part| part.push(letter)),
        }
    }
    parts
}

/// The text between the first two quotes.
fn text_of(value: &str) -> String {
    value.split(['"', '\'']).nth(1).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let manifest = Manifest::parse(text);
        let is_ours = |(_, source): &&(String, Source)| matches!(source, Source::Package(name) if name == OWN);
        manifest.dependencies.iter().chain(&manifest.shared).filter(is_ours).map(|(key, _)| key.clone()).collect()
    }

    #[test]
    fn a_renamed_dependency_is_found_however_it_is_written() {
        assert_eq!(found("[dependencies]\nffi = { path = \"x\", package = \"interoptopus\" } # ours"), ["ffi"]);
        assert_eq!(found("[dependencies.ffi]\npath = \"x\"\npackage = 'interoptopus' # ours"), ["ffi"]);
        assert_eq!(found("[target.'cfg(any(unix, windows))'.dependencies]\nffi.package = \"interoptopus\""), ["ffi"]);
        assert_eq!(found("[workspace.dependencies]\n\"ffi\" = { package=\"interoptopus\" }"), ["ffi"]);
        assert_eq!(
            found("[dependencies]\nother = { package = \"other_interoptopus\" }\n# ffi = { package = \"interoptopus\" }"),
            [""; 0]
        );
        assert_eq!(found("[dependencies]\ninteroptopus = \"1\"\n[package]\nname = \"interoptopus\""), [""; 0]);
    }
}
