//! The constructs: for each the way by which it crosses, its checks, and its description.

mod arrays;
mod c_types;
mod callbacks;
mod constants;
mod enums;
mod flags;
mod functions;
mod nonzero;
mod opaques;
mod options;
mod owned;
mod phantom;
mod pointers;
mod primitives;
mod references;
mod results;
mod services;
mod slices;
mod strings;
mod structs;
mod tagged;
mod unions;
mod values;

pub use arrays::InFields;
pub use c_types::{CChar, CLong, CULong, IsCChar, IsCLong, IsCULong};
pub use callbacks::{
    ByFunction, Callback, ForTheCall, InCallback, callable, callback_parameter, check_function, describe_callback,
};
pub use constants::{Constant, describe_constant, has_value};
pub use enums::{describe_enum, known};
pub use flags::InFlags;
pub use functions::{FunctionInfo, Nothing, ReturnsInfo, describe_function, returns};
pub use nonzero::{ByNonZero, NeverZero};
pub use opaques::{BehindPointers, describe_opaque};
pub use options::{Optional, OptionalWay};
pub use owned::{ByOwner, OwnedElements, dealloc};
pub use phantom::{IsPhantom, NoBytes, is_phantom};
pub use primitives::IsNumber;
pub use references::{ByMut, ByRef};
pub use results::{ByResult, Failure};
pub use services::{
    ByBorrow, ByBorrowMut, ByObject, IsService, MethodInfo, ReceiverInfo, Service, This, describe_service, service_must_be_send,
    service_with_shared_methods_must_be_sync,
};
pub use slices::{ByFfiSlice, ByFfiSliceMut, BySlice, BySliceMut, SliceAt, SliceMutAt};
pub use strings::{ByCStr, ByFfiStr, ByStr};
pub use structs::{ShowDefault, check_unaligned, describe_struct, show_default, struct_is};
pub use tagged::{CaseInfo, Payload, SumMemory, SumType, describe_tagged};
pub use unions::{describe_union, union_is};
pub use values::ByValue;
