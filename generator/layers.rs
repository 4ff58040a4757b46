//! The layers of crates, as the table in CONTRIBUTING.md has them: no file imports a layer above its own, no files import each other in a
//! circle, an inherent `impl` stands in the file of its type, and no crate is without a row.

mod contributing;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::Visit;

/// The first cell of the table's head.
const TABLE: &str = "| crate | layers, from the top |";

#[test]
fn crates_are_layered_as_contributing_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let rows = rows(&text);
    assert!(!rows.is_empty(), "CONTRIBUTING.md has no table `{TABLE}`");
    let mut wrong = without_row(crates(root), &rows);
    wrong.extend(rows.iter().flat_map(|(name, layers)| {
        let (of_crate, folder) = name.split_once("/src/").unwrap_or((name, ""));
        let files = Crate::read(&root.join(of_crate).join("src"));
        files.within(folder).wrong(layers).into_iter().map(move |wrong| format!("{name}: {wrong}"))
    }));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The crates of the generator and of the harness, by their folders.
fn crates(root: &Path) -> Vec<String> {
    let within = |folder: &str| {
        let entries = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        entries.map(|name| format!("{folder}/{name}")).collect::<Vec<_>>()
    };
    let folders = ["harness".to_owned()].into_iter().chain(within("generator")).chain(within("harness"));
    folders.filter(|folder| root.join(folder).join("Cargo.toml").is_file()).collect()
}

fn without_row(crates: Vec<String>, rows: &Rows<'_>) -> Vec<String> {
    let missing = crates.into_iter().filter(|name| rows.iter().all(|(row, _)| row != name));
    missing.map(|name| format!("{name}: it has no row in the table")).collect()
}

/// Crates, and folders of theirs, with their layers from the top.
type Rows<'a> = [(&'a str, Vec<Vec<String>>)];

/// Each crate of the table, with its layers from the top; those that stand together import neither each other nor what is above.
fn rows(text: &str) -> Vec<(&str, Vec<Vec<String>>)> {
    let layers = |cell: &str| cell.split('→').map(contributing::names).collect();
    contributing::rows(text, TABLE).into_iter().map(|(name, cell)| (name, layers(cell))).collect()
}

/// The files of a crate, or of a folder of it, by the path of their module.
struct Crate {
    files: BTreeMap<Vec<String>, syn::File>,
    /// The path of the folder's module; empty for the whole crate.
    folder: Vec<String>,
}

impl Crate {
    fn read(src: &Path) -> Self {
        let mut texts = BTreeMap::new();
        collect(src, &mut Vec::new(), &mut texts);
        Crate::parse(texts.iter().map(|(module, text)| (module.clone(), text.as_str())))
    }

    fn parse<'a>(texts: impl IntoIterator<Item = (Vec<String>, &'a str)>) -> Self {
        let parse = |(module, text): (Vec<String>, &str)| (module, syn::parse_file(text).unwrap());
        Crate { files: texts.into_iter().map(parse).collect(), folder: Vec::new() }
    }

    /// The files of the folder at `path` in `src` alone.
    fn within(self, path: &str) -> Self {
        let folder: Vec<String> = path.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect();
        let files = self.files.into_iter().filter(|(module, _)| module.starts_with(&folder)).collect();
        Crate { files, folder }
    }

    /// Everything that is not as it should be.
    fn wrong(&self, layers: &[Vec<String>]) -> Vec<String> {
        let imports: Imports<'_> = self.files.iter().map(|(module, file)| (module, self.imported_by(module, file))).collect();
        let mut wrong = self.upwards(&imports, layers);
        wrong.extend(circles(&imports));
        wrong.extend(self.strays());
        wrong
    }

    /// The files that `file` imports from, by a `use` or by a path within the text.
    fn imported_by(&self, module: &[String], file: &syn::File) -> BTreeSet<&Vec<String>> {
        let mut paths = Paths::default();
        paths.visit_file(file);
        let resolved = paths.0.iter().filter_map(|path| self.resolve(module, path));
        resolved.filter(|other| **other != module).collect()
    }

    /// The file that `path` leads to from `module`; none if it leads out of the crate.
    fn resolve(&self, module: &[String], path: &[String]) -> Option<&Vec<String>> {
        let mut whole = match path[0].as_str() {
            "crate" => Vec::new(),
            "self" | "super" => module.to_vec(),
            child if self.files.contains_key(&[module, &[child.to_owned()]].concat()) => module.to_vec(),
            _ => return None,
        };
        for step in path {
            match step.as_str() {
                "crate" | "self" => {}
                "super" => drop(whole.pop()),
                name => whole.push(name.to_owned()),
            }
        }
        while !self.files.contains_key(&whole) {
            whole.pop()?;
        }
        self.files.get_key_value(&whole).map(|(module, _)| module)
    }

    fn upwards(&self, imports: &Imports<'_>, layers: &[Vec<String>]) -> Vec<String> {
        let top = if self.folder.is_empty() { "lib" } else { "mod" };
        let layer = |module: &[String]| module.get(self.folder.len()).map_or(top, String::as_str).to_owned();
        let rank = |name: &String| layers.iter().position(|together| together.contains(name));
        let mut wrong = Vec::new();
        for (module, others) in imports {
            let from = layer(module);
            let Some(above) = rank(&from) else {
                wrong.push(format!("the layer `{from}` is not in the table"));
                continue;
            };
            for other in others {
                let to = layer(other);
                if from != to && rank(&to).is_some_and(|below| below <= above) {
                    wrong.push(format!("`{}` imports `{}`: the layer `{to}` is not below `{from}`", shown(module), shown(other)));
                }
            }
        }
        wrong
    }

    /// Inherent `impl`s of types that another file defines.
    fn strays(&self) -> Vec<String> {
        let mut defined: BTreeMap<String, &Vec<String>> = BTreeMap::new();
        let mut implemented = Vec::new();
        for (module, file) in &self.files {
            for item in &file.items {
                match item {
                    syn::Item::Struct(item) => drop(defined.insert(item.ident.to_string(), module)),
                    syn::Item::Enum(item) => drop(defined.insert(item.ident.to_string(), module)),
                    syn::Item::Impl(syn::ItemImpl { trait_: None, self_ty, .. }) => {
                        if let syn::Type::Path(path) = &**self_ty {
                            implemented.push((path.path.segments.last().unwrap().ident.to_string(), module));
                        }
                    }
                    _ => {}
                }
            }
        }
        let stray = |(name, module): &(String, &Vec<String>)| {
            let home = defined.get(name).filter(|home| **home != *module)?;
            Some(format!("`{}` has an `impl {name}`, which `{}` defines", shown(module), shown(home)))
        };
        implemented.iter().filter_map(stray).collect()
    }
}

fn collect(directory: &Path, module: &mut Vec<String>, texts: &mut BTreeMap<Vec<String>, String>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if stem == "tests" {
            continue;
        }
        if path.is_dir() {
            module.push(stem);
            collect(&path, module, texts);
            module.pop();
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let own = if matches!(stem.as_str(), "lib" | "mod") { None } else { Some(stem) };
            texts.insert(module.iter().cloned().chain(own).collect(), fs::read_to_string(&path).unwrap());
        }
    }
}

fn shown(module: &[String]) -> String {
    if module.is_empty() { "lib".to_owned() } else { module.join("::") }
}

/// For each file those that it imports.
type Imports<'a> = BTreeMap<&'a Vec<String>, BTreeSet<&'a Vec<String>>>;

/// The files that `from` imports, and those that they import, and so on.
fn reached<'a>(imports: &Imports<'a>, from: &Vec<String>) -> BTreeSet<&'a Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<_> = imports[from].iter().copied().collect();
    while let Some(module) = next.pop() {
        if seen.insert(module) {
            next.extend(&imports[module]);
        }
    }
    seen
}

/// Each set of files that import each other in a circle.
fn circles(imports: &Imports<'_>) -> BTreeSet<String> {
    let all: BTreeMap<&Vec<String>, _> = imports.keys().map(|module| (*module, reached(imports, module))).collect();
    let circle = |module: &Vec<String>| -> Vec<String> {
        all[module].iter().filter(|other| all[**other].contains(module)).map(|other| shown(other)).collect()
    };
    let circles = imports.keys().map(|module| circle(module)).filter(|circle| circle.len() > 1);
    circles.map(|circle| format!("{} files import each other in a circle: `{}`", circle.len(), circle.join("`, `"))).collect()
}

/// The paths in a file, without those of its tests.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    fn of_tree(&mut self, before: &[String], tree: &syn::UseTree) {
        let with = |ident: &syn::Ident| [before, &[ident.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.of_tree(&with(&path.ident), &path.tree),
            syn::UseTree::Name(name) => self.0.push(with(&name.ident)),
            syn::UseTree::Rename(rename) => self.0.push(with(&rename.ident)),
            syn::UseTree::Glob(_) => self.0.push(before.to_vec()),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.of_tree(before, tree)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.of_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let steps: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        // One that begins otherwise leads to a child, or out of the crate.
        if steps.len() > 1 {
            self.0.push(steps);
        }
        syn::visit::visit_path(self, path);
    }
}

/// What is wrong with a crate of two layers, `upper` and `lower`.
fn wrong(files: &[(&str, &str)]) -> Vec<String> {
    let module = |path: &str| path.split("::").filter(|step| *step != "lib").map(str::to_owned).collect();
    let files = Crate::parse(files.iter().map(|(path, text)| (module(path), *text)));
    files.wrong(&["lib", "upper", "lower"].map(|layer| vec![layer.to_owned()]))
}

#[test]
fn an_import_that_points_upwards_is_found() {
    let lib = ("lib", "mod upper; mod lower; use upper::f;");
    assert_eq!(wrong(&[lib, ("upper", "use crate::lower::g; fn f() {}"), ("lower", "fn g() {}")]), [""; 0]);
    for text in ["use crate::upper::f;", "fn g() { crate::upper::f() }", "fn g() { super::upper::f() }"] {
        let found = wrong(&[lib, ("upper", "fn f() {}"), ("lower", text)]);
        assert_eq!(found, ["`lower` imports `upper`: the layer `upper` is not below `lower`"], "{text}");
    }
}

#[test]
fn a_circle_within_a_layer_is_found() {
    let files = [("lib", ""), ("upper", "mod a; mod b;"), ("upper::a", "use super::b::g;"), ("upper::b", "use super::a::f;")];
    assert_eq!(wrong(&files), ["2 files import each other in a circle: `upper::a`, `upper::b`"]);
    let facade = [("lib", ""), ("upper", "mod a; use a::f; struct S;"), ("upper::a", "use super::S;")];
    assert_eq!(wrong(&facade), ["2 files import each other in a circle: `upper`, `upper::a`"]);
    let entry = [("lib", ""), ("upper", "mod a; fn f() { a::g() } struct S;"), ("upper::a", "use super::S; fn g() {}")];
    assert_eq!(wrong(&entry), ["2 files import each other in a circle: `upper`, `upper::a`"]);
}

#[test]
fn an_impl_away_from_its_type_is_found() {
    let files = [("lib", ""), ("upper", "use crate::lower::S; impl S { fn f() {} }"), ("lower", "struct S;")];
    assert_eq!(wrong(&files), ["`upper` has an `impl S`, which `lower` defines"]);
    let by_trait = [("lib", ""), ("upper", "use crate::lower::S; impl Clone for S {}"), ("lower", "struct S;")];
    assert_eq!(wrong(&by_trait), [""; 0]);
}

#[test]
fn a_folder_has_layers_of_its_own() {
    let lib = ("lib", "mod folder; use folder::upper::f;");
    let wrong = |upper: &str, lower: &str| {
        let files = [lib, ("folder", "mod upper; mod lower; use upper::f;"), ("folder::upper", upper), ("folder::lower", lower)];
        let module = |path: &str| path.split("::").filter(|step| *step != "lib").map(str::to_owned).collect();
        let files = Crate::parse(files.iter().map(|(path, text)| (module(path), *text)));
        files.within("folder").wrong(&["mod", "upper", "lower"].map(|layer| vec![layer.to_owned()]))
    };
    assert_eq!(wrong("use super::lower::g; use crate::f;", "fn g() {}"), [""; 0]);
    let found = wrong("fn f() {}", "use crate::folder::upper::f;");
    assert_eq!(found, ["`folder::lower` imports `folder::upper`: the layer `upper` is not below `lower`"]);
}

#[test]
fn a_crate_without_a_row_is_found() {
    let crates = ["generator/interoptopus", "harness", "harness/cli"].map(str::to_owned).to_vec();
    let rows = ["generator/interoptopus", "generator/interoptopus/src/model", "harness"].map(|name| (name, Vec::new()));
    assert_eq!(without_row(crates, &rows), ["harness/cli: it has no row in the table"]);
    assert!(self::crates(Path::new(env!("CARGO_MANIFEST_DIR"))).contains(&"harness/toolchain".to_owned()));
}
