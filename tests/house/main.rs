//! What holds for the whole house: who may know whom, who may do what, that lists and single things
//! agree on who sees them, that the schema and the tables are what the code says.

#![allow(missing_docs, reason = "test names are sentences")]

mod docs;
mod drift;
mod fields;
mod imports;
mod permissions;
mod schema;
mod scopes;
mod statements;
