//! The promises about identity at their figures: a tenth of each count in the ordinary run, the whole
//! with `make security` (which sets `IFORUM_FULL=1`). The numbers of the modules' headings are those of
//! `docs/security.md`.

#![allow(missing_docs, reason = "test names are sentences")]

mod administrators;
mod assignment;
mod attacks;
mod files;
mod guessing;
mod interference;
mod last_minute;
mod links;
mod lists;
mod passwords;
mod people;
mod records;
mod rights;
mod secrets;
mod sessions;
mod tokens;

/// All of what is to be asked with `IFORUM_FULL`, else every fifth, beginning at another one for each `from`.
fn sampled<T>(all: Vec<T>, from: usize) -> Vec<T> {
    if std::env::var_os("IFORUM_FULL").is_some() {
        return all;
    }
    all.into_iter().skip(from % 5).step_by(5).collect()
}

/// The whole count with `IFORUM_FULL`, else a tenth of it.
fn share(full: usize) -> usize {
    if std::env::var_os("IFORUM_FULL").is_some() {
        full
    } else {
        (full / 10).max(1)
    }
}
