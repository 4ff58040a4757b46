//! The border: how values and calls cross between Rust and other languages. The macros' code calls it; nobody else has to.
//!
//! [`Border`] says of a type which *way* it crosses. A way is a type without values, such as [`ByValue`] or [`ByRef`], that implements
//! [`Take`] (or [`TakeTwo`], for slices and strings) for what it can bring in, and [`Give`] for what it can bring out. So every type
//! names its way, and each way is written once.
//!
//! A shim, which is what the macros export, looks like this:
//!
//! ```text
//! extern "C" fn shim(v: In<&mut Vec2>, by: In<f32>) -> Bare<()> {
//!     bare::<()>("scale", || {
//!         // Room for copies of what is checked, so that nobody changes it afterwards.
//!         let room = Room::new();
//!         let copies = Copies::within(&room);
//!         let _end = End::<{ /* whether a type needs any */ }>::of(&copies);
//!         let mut v = hold::<&mut Vec2>(v, "v", &copies)?;      // checks, and keeps what must live during the call
//!         let mut by = hold::<f32>(by, "by", &copies)?;
//!         let value = {
//!             let only_the_receiver_lends = Call;                            // what is lent of a service ends with it
//!             let callbacks_and_copies_of_what_is_checked = Call;            // these end with it
//!             // `Time` says of a reference and of what that leads to whether it ends with the call, or lives until the result is given.
//!             let value = scale(lend::<&mut Vec2>(Time::of_held(&mut v, …), Time::of(&copies, …), …), lend::<f32>(…));
//!             value
//!         };
//!         give::<()>(value)
//!     })
//! }
//! ```

mod arrays;
mod c_types;
mod callbacks;
mod composite;
mod constants;
mod copies;
mod cross;
mod describe;
mod extent;
mod flags;
mod form;
mod holds_no_static;
mod instance;
mod kept;
mod last_error;
mod named;
mod nonzero;
mod null;
mod object;
mod options;
mod own;
mod panics;
mod phantom;
mod plain;
mod pointers;
mod primitives;
mod reference;
mod results;
mod services;
mod shim;
mod slices;
mod state;
mod status;
mod strings;
mod tagged;
mod time;
mod value;

pub use crate::Inventory;
pub use crate::ffi::Flags;
pub use crate::ffi::flags::{Bits, Flag};
pub use crate::model::{Primitive, Registry, Repr, Service as ServiceModel, Type, Value};
pub use arrays::InFields;
pub use c_types::{CChar, CLong, CULong, IsCChar, IsCLong, IsCULong};
pub use callbacks::{ByFunction, Callback, ForTheCall, InCallback, callable, callback_parameter, check_function};
pub use composite::{
    CaseInfo, FieldInfo, ShowDefault, describe_enum, describe_opaque, describe_struct, describe_tagged, describe_union, field,
    show_default,
};
pub use constants::{Constant, has_value};
pub use copies::{Copies, End, Room};
pub use cross::{
    Abi, Bare, Border, Call, ConstAt, Data, Give, Guarded, Held, In, Lend, Lent, MutAt, SliceAt, SliceMutAt, Take, TakeTwo,
};
pub use describe::{
    Associated, AssociatedConstant, Describe, FunctionInfo, Item, MethodInfo, ParameterInfo, ReturnsInfo, describe_callback,
    describe_constant, describe_function, describe_service, returns,
};
pub use extent::{Borrows, Extent, disjoint, must_check_overlap};
pub use flags::InFlags;
pub use form::{Empty, Fallible, Form, Outcome, Stop, Valued};
pub use holds_no_static::{HoldsNoStatic, InField};
pub use kept::{Kept, KeptMut};
pub use named::Named;
pub use nonzero::{ByNonZero, NeverZero};
pub use null::{MaybeNull, NonNullWay, NullableWay};
pub use object::{Entered, Object};
pub use options::{Optional, OptionalWay};
pub use own::{api_guard, build_id, last_error, live_objects};
pub use phantom::{IsPhantom, NoBytes, is_phantom};
pub use plain::{Plain, all, any, check_unaligned, is_plain_data, known, struct_is, union_is};
pub use pointers::{Behind, BehindPointers, ByMut, ByRef, PointeeWay};
pub use primitives::IsNumber;
pub use results::{ByResult, Failure};
pub use services::{
    ByBorrow, ByBorrowMut, ByObject, IsService, Service, This, destroy, enter, give_lent, lent, release, service_must_be_send,
    service_with_shared_methods_must_be_sync,
};
pub use shim::{
    Nothing, bare, borrows, extent, fits, give, guarded, hold, hold_number, hold_two, inner_ends, lend, needs_no_contract,
    own_ends,
};
pub use slices::{ByFfiSlice, ByFfiSliceMut, BySlice, BySliceMut};
pub use status::Status;
pub use strings::{ByCStr, ByFfiStr, ByStr};
pub use tagged::{Payload, SumMemory, SumType};
pub use time::Time;
pub use value::ByValue;
