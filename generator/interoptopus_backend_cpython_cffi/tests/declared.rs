//! What a module declares comes in an order in which cffi and Python can read it, and each thing once.

mod by_hand;
mod python;

use by_hand::{Library, Tag};
use interoptopus::Backend;
use interoptopus::Checked;
use interoptopus::model::{Access, PointerKind, Primitive};
use interoptopus::names::{Casing, ItemKind};
use interoptopus_backend_cpython_cffi::Python;

#[test]
fn structs_may_point_at_callbacks_that_pass_carriers() {
    let mut library = Library::new("lib");
    let [byte, word] = [Primitive::U8, Primitive::U32].map(|p| library.primitive(p));
    let small = library.tagged::<Tag<0>>("Small", Primitive::U8, &[("One", 1, &[("a", byte)]), ("Four", 4, &[("b", word)])]);
    let ask = library.callback::<Tag<1>>("Ask", &[("small", small)], word);
    let pointer = library.registry.pointer(ask, Access::Read, PointerKind::Raw);
    let asked = library.structure::<Tag<2>>("Asked", &[("whom", pointer), ("count", word)]);
    library.bare::<Tag<3>>("ask", &[("ask", ask), ("small", small)], word);
    library.bare::<Tag<4>>("ask_later", &[("asked", asked)], word);
    let text = Python::new().generate(&Checked::new(library.registry.finish()).unwrap()).unwrap().text;
    let look = "import lib\nprint(lib.ffi.sizeof('lib_Asked'), lib.ffi.typeof('lib_Ask').args[0].cname)";
    let printed = python::prints("pointed_at", &[("lib.py", &text)], look);
    assert!(printed.as_deref().is_none_or(|printed| printed == "16 lib_Small_carrier\n"), "{printed:?}");
}

#[test]
fn namespaces_whose_errors_have_one_name_have_an_exception_each() {
    let mut library = Library::new("lib");
    let void = library.void();
    let outer = library.enumeration::<Tag<0>>("Bad", true, &[("Zero", 1)]);
    library.mark("alpha", None);
    let inner = library.enumeration::<Tag<1>>("Bad", true, &[("One", 1)]);
    library.mark("", None);
    library.guarded::<Tag<2>>("first", &[], void, Some(outer));
    library.guarded::<Tag<3>>("second", &[], void, Some(inner));
    library.guarded::<Tag<4>>("third", &[], void, Some(outer));
    library.guarded::<Tag<5>>("fourth", &[], void, Some(inner));
    let files = Python::new().generate_all(&Checked::new(library.registry.finish()).unwrap()).unwrap();
    let classes = |text: &str| text.lines().filter(|line| line.contains("BadException(CallError)")).count();
    assert_eq!(files.iter().map(|file| classes(&file.text)).sum::<usize>(), 2);
}

#[test]
fn variants_are_called_as_nothing_that_enums_of_python_have() {
    let mut library = Library::new("lib");
    let kind =
        library.enumeration::<Tag<0>>("Kind", false, &[("Name", 1), ("Value", 2), ("Mro", 3), ("FromBytes", 4), ("Own", 5)]);
    library.bare::<Tag<1>>("f", &[("kind", kind)], kind);
    let python = Python::new().casing(ItemKind::Variant, Casing::Snake);
    let text = python.generate(&Checked::new(library.registry.finish()).unwrap()).unwrap().text;
    let look = "from lib import Kind\nprint(*(kind.name for kind in Kind), Kind.own.value)";
    let printed = python::prints("variants", &[("lib.py", &text)], look);
    assert!(printed.as_deref().is_none_or(|printed| printed == "name_ value_ mro_ from_bytes_ own 5\n"), "{printed:?}");
}

#[test]
fn a_module_looks_for_its_library_where_the_variable_says_that_runners_are_told_of() {
    for (name, other) in [("lib", None), ("my__lib", None), ("_lib", None), ("lib2d", None), ("lib", Some("OTHER_NAME"))] {
        let mut library = Library::new(name);
        let void = library.void();
        library.bare::<Tag<0>>("f", &[], void);
        let inventory = Checked::new(library.registry.finish()).unwrap();
        let python = other.map_or_else(Python::new, |other| Python::new().environment_variable(other));
        let variable = python.library_variable(&inventory);
        assert!(other.is_none_or(|other| other == variable), "{variable}");
        let text = python.generate(&inventory).unwrap().text;
        let look = format!(
            "import os\nos.environ['{variable}'] = '/not/there'\nimport {name}\ntry: {name}.f()\nexcept {name}.LoadError as e: print(e)"
        );
        let printed = python::prints(&format!("variable_{variable}"), &[(&format!("{name}.py"), &text)], &look);
        let way_out = format!("there is no /not/there: set {variable} to the library's path, or pass it to {name}.load()\n");
        assert!(printed.as_deref().is_none_or(|printed| printed == way_out), "{printed:?}");
    }
}
