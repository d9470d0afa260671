//! The crate from outside, with a tiny model that the tests write themselves.

mod broken;
mod fixture;
mod languages;
mod reference;
mod texts;
mod tiny;
