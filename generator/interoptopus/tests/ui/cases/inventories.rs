//! Refusals of `inventory!` before anything else is looked at.
use interoptopus::{inventory, inventory_part};

inventory!(three, [], [], []); //~ [inventory!(three, [], [], [])] expected the list of services: `inventory!(ffi_inventory, [constants], [functions], [more types], [services], [inventories])`

inventory!(six, [], [], [], [], [], []); //~ [[]] there are five lists: constants, functions, more types, services, inventories

inventory!([], [], [], []); //~ [[]] expected the name of the function that returns the inventory, such as `ffi_inventory`

inventory!(braces, {}, [], [], []); //~ [{}] expected the list of constants

inventory_part!(part, [], []); //~ [inventory_part!(part, [], [])] expected the list of more types

inventory_part!(loose, [], [], [], [], other); //~ [other] expected the list of inventories
