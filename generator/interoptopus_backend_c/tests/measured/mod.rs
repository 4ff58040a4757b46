//! Headers that compilers accept, and lay out as Rust does.

use crate::compilers;
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus::model;
use interoptopus_backend_c::C;

#[track_caller]
pub(crate) fn assert_block(header: &str, block: &str) {
    assert!(header.contains(block), "no\n{block}\nin\n{header}");
}

/// Compilers accept the header, and measure what the inventory says.
pub(crate) fn accepted(inventory: Inventory) -> String {
    let inventory = Checked::new(inventory).unwrap();
    let config = C::new();
    let header = config.generate(&inventory).unwrap().to_string();
    compilers::accept(&header);
    let mut expected = Vec::new();
    let module = config.lower(&inventory).unwrap();
    for name in module.layout_types() {
        let ty = inventory.types().find(|&ty| model::type_name(&inventory, ty) == name).unwrap();
        let layout = inventory.layout(ty).unwrap();
        expected.push(format!("{{\"type\":\"{name}\",\"size\":{},\"align\":{}", layout.size, layout.align));
        for field in &layout.fields {
            let (field_name, offset, size) = (&field.name, field.offset, field.size);
            expected.push(format!("{{\"type\":\"{name}\",\"field\":\"{field_name}\",\"offset\":{offset},\"size\":{size}"));
        }
    }
    for printed in compilers::print("lib.h", &header, &module.layout_probe()) {
        let lines: Vec<_> = printed.lines().map(|line| line.split(",\"signed\"").next().unwrap().trim_end_matches('}')).collect();
        assert_eq!(lines, expected);
    }
    header
}
