//! The c backend of Interoptopus.
