//! The parameters of functions at the ABI.

use super::AbiType;
use crate::model::fixture::library;
use crate::model::{self, Access, Item, ServiceId};

#[test]
fn a_slice_or_a_string_is_two_parameters() {
    let inventory = library();
    let of = |name: &str| {
        let function = inventory.functions().iter().find(|f| f.head.name == name).expect("the fixture has it");
        model::abi_parameters(&inventory, function)
    };
    let [ref values, ref len, ref value] = of("fill")[..] else { panic!("{:?}", of("fill")) };
    assert!(matches!(values.ty, AbiType::Elements { access: Access::Write, .. }));
    assert_eq!((len.name.as_str(), len.ty), ("values_len", AbiType::Len));
    assert!(matches!(value.ty, AbiType::One(_)));
    let title = of("title");
    assert_eq!([title[0].ty, title[1].ty], [AbiType::Utf8, AbiType::Len]);
    assert_eq!([values.of, len.of, value.of], [Some(0), Some(0), Some(1)]);
}

#[test]
fn a_method_takes_its_object_first() {
    let inventory = library();
    let push = model::abi_of_method(&inventory, ServiceId(0), &inventory.services()[0].methods[0]);
    let names: Vec<_> = push.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["self", "point"]);
    assert_eq!(push[0].ty, AbiType::This(ServiceId(0)));
    assert_eq!([push[0].of, push[1].of], [None, Some(0)]);
}

#[test]
fn a_length_steps_aside_for_a_parameter_of_its_name() {
    let mut inventory = library();
    let fill = inventory.functions.iter_mut().find(|f| f.head.name == "fill").expect("the fixture has it");
    fill.parameters.truncate(1);
    for name in ["values_len", "values_len_"] {
        let ty = fill.returns;
        fill.parameters.push(crate::model::Parameter { name: name.to_owned(), ty });
    }
    let fill = fill.clone();
    let names: Vec<_> = model::abi_parameters(&inventory, &fill).into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["values", "values_len__", "values_len", "values_len_"]);
}

#[test]
fn all_functions_are_free_ones_constructors_and_methods() {
    let inventory = library();
    let all: Vec<_> =
        inventory.all_functions().map(|(item, f)| (!matches!(item, Item::Function(_)), f.head.name.as_str())).collect();
    let free = ["dot", "centroid", "fill", "draw", "title", "path_len"].map(|name| (false, name));
    assert_eq!(all, [&free[..], &[(true, "new"), (true, "push"), (true, "points")]].concat());
}
