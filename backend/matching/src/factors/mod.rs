//! The factors: one small pure function each, from a pair to a value in 0..=1.
//!
//! Adding evidence (a further matching domain, a covered place, a reference …) never
//! lowers any of them; what is not stated is worth less than what fits and is said so.

pub(crate) mod calendar;
pub(crate) mod domain;
pub(crate) mod maturity;
pub(crate) mod money;
pub(crate) mod place;
pub(crate) mod terms;
pub(crate) mod text;
pub(crate) mod track_record;
