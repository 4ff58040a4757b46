//! Names, namespaces, audience and deprecation of types.

use super::ffi_inventory;
use interoptopus::model::{Marks, Visibility};
use interoptopus::{ffi_function, ffi_type};

#[ffi_type(name = "Vector", namespace = "geometry")]
#[deprecated(since = "0.2.0", note = "use `Vec3`")]
#[derive(Clone, Copy)]
pub struct Vec2 {
    pub x: f32,
}

#[ffi_type(internal, name = "Level")]
#[deprecated = "no more levels"]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Floor {
    Ground,
}

#[ffi_type(opaque, namespace = "geometry")]
#[deprecated]
#[derive(Debug)]
pub struct Hidden {
    pub text: String,
}

#[ffi_type(namespace = "calls")]
pub type Visit = extern "C" fn(index: u32);

/// # Safety
/// One thread has what is hidden.
#[ffi_function]
#[allow(deprecated)]
pub unsafe fn marks_all(v: Vec2, level: Floor, hidden: &Hidden, visit: Visit) -> f32 {
    visit(level as u32);
    v.x + hidden.text.len() as f32
}

#[test]
fn what_is_said_of_a_type_is_in_the_inventory() {
    let inventory = ffi_inventory();
    let marks = |namespace: &str, visibility, deprecated: Option<&str>| Marks {
        namespace: namespace.to_owned(),
        visibility,
        deprecated: deprecated.map(str::to_owned),
    };
    let vector = inventory.structs().iter().find(|s| s.head.name == "Vector").unwrap();
    assert_eq!(
        (vector.head.path.as_str(), &vector.head.marks),
        ("types::marks::Vec2", &marks("geometry", Visibility::Public, Some("use `Vec3`")))
    );
    let level = inventory.enums().iter().find(|e| e.head.name == "Level").unwrap();
    assert_eq!(
        (level.head.path.as_str(), &level.head.marks),
        ("types::marks::Floor", &marks("", Visibility::Internal, Some("no more levels")))
    );
    let hidden = inventory.opaques().iter().find(|o| o.head.name == "Hidden").unwrap();
    assert_eq!(hidden.head.marks, marks("geometry", Visibility::Public, Some("")));
    let visit = inventory.callbacks().iter().find(|c| c.head.name == "Visit").unwrap();
    assert_eq!(visit.head.marks, marks("calls", Visibility::Public, None));
}
