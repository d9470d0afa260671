//! Which rows say a term: lists that live with the postings.
//!
//! A mark is four bytes: the row, and in its last byte a class that bounds how often the term
//! stands there and how long the text is. A list is sorted by row; one row comes or goes at the
//! cost of moving what stands behind it.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::statistics::Hashed;
use crate::text::{Accent, Entry, Term};

/// Where a posting stands on a shelf.
pub(super) type Row = u32;

/// Rows that a mark can name.
pub(super) const MOST_ROWS: usize = 1 << 24;

/// What a count is taken for: the next of these.
const COUNTS: [f64; 8] = [0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 64.0];
/// What a length is taken for: the power of this below it, after the shortest.
const LENGTH_STEP: f32 = 1.25;
const SHORTEST: f32 = 4.0;

/// A row and its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark(u32);

impl Mark {
    pub fn new(row: Row, count: f64, length: f32) -> Self {
        let count = COUNTS.iter().position(|most| count <= *most).unwrap_or(7) as u32;
        let steps = (length.max(1.0) / SHORTEST).ln() / LENGTH_STEP.ln();
        // A hair less, so that rounding never makes a text longer than it is.
        let length = (steps - 1e-3).floor().clamp(-1.0, 30.0) + 1.0;
        Self((row << 8) | ((length as u32) << 3) | count)
    }

    pub fn row(self) -> Row {
        self.0 >> 8
    }

    pub fn class(self) -> usize {
        (self.0 & 0xff) as usize
    }
}

/// The most that a class can mean: how often, and in how short a text.
pub(super) fn bounds(class: usize) -> (f64, f64) {
    let length = match class >> 3 {
        0 => 0.0,
        steps => SHORTEST * LENGTH_STEP.powi(steps as i32 - 1),
    };
    (COUNTS[class & 7], f64::from(length))
}

/// The rows of one spelling. Most terms of a large corpus are said once.
#[derive(Clone, Debug)]
enum List {
    One(Mark),
    Many(Vec<Mark>),
}

impl List {
    fn marks(&self) -> &[Mark] {
        match self {
            Self::One(mark) => std::slice::from_ref(mark),
            Self::Many(marks) => marks,
        }
    }

    fn insert(&mut self, mark: Mark) {
        match self {
            Self::One(only) => {
                let mut both = vec![*only, mark];
                both.sort_unstable();
                *self = Self::Many(both);
            }
            Self::Many(marks) => {
                if marks.len() == marks.capacity() {
                    // Half more rather than double: there are millions of lists.
                    marks.reserve_exact(marks.len() / 2 + 1);
                }
                let at = match marks.last() {
                    Some(last) if last.row() > mark.row() => {
                        marks.partition_point(|other| other.row() < mark.row())
                    }
                    _ => marks.len(),
                };
                marks.insert(at, mark);
            }
        }
    }

    /// Takes a row out; whether nothing is left.
    fn remove(&mut self, row: Row) -> bool {
        match self {
            Self::One(mark) => mark.row() == row,
            Self::Many(marks) => {
                let at = marks.partition_point(|mark| mark.row() < row);
                if marks.get(at).is_some_and(|mark| mark.row() == row) {
                    marks.remove(at);
                }
                marks.is_empty()
            }
        }
    }
}

/// The spellings of one term.
#[derive(Clone, Debug)]
enum Spellings {
    One(Accent, List),
    Several(Vec<(Accent, List)>),
}

/// Every term's rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    terms: HashMap<u64, Spellings, BuildHasherDefault<Hashed>>,
}

impl Lists {
    /// The rows of each spelling of a term.
    pub fn of(&self, term: Term) -> impl Iterator<Item = (Accent, &[Mark])> {
        let (one, several) = match self.terms.get(&term.key()) {
            None => (None, &[][..]),
            Some(Spellings::One(accent, list)) => (Some((*accent, list.marks())), &[][..]),
            Some(Spellings::Several(list)) => (None, &list[..]),
        };
        let several = several.iter().map(|(accent, list)| (*accent, list.marks()));
        one.into_iter().chain(several)
    }

    pub fn insert(&mut self, entry: Entry, mark: Mark) {
        use std::collections::hash_map::Entry::{Occupied, Vacant};
        let accent = entry.accent();
        match self.terms.entry(entry.term().key()) {
            Vacant(vacant) => {
                vacant.insert(Spellings::One(accent, List::One(mark)));
            }
            Occupied(mut known) => match known.get_mut() {
                Spellings::One(own, list) if *own == accent => list.insert(mark),
                Spellings::One(own, list) => {
                    let first = (*own, std::mem::replace(list, List::One(mark)));
                    let both = vec![first, (accent, List::One(mark))];
                    known.insert(Spellings::Several(both));
                }
                Spellings::Several(all) => match all.iter_mut().find(|(own, _)| *own == accent) {
                    Some((_, list)) => list.insert(mark),
                    None => all.push((accent, List::One(mark))),
                },
            },
        }
    }

    pub fn remove(&mut self, entry: Entry, row: Row) {
        let key = entry.term().key();
        let empty = match self.terms.get_mut(&key) {
            None => false,
            Some(Spellings::One(own, list)) => *own == entry.accent() && list.remove(row),
            Some(Spellings::Several(all)) => {
                all.retain_mut(|(own, list)| *own != entry.accent() || !list.remove(row));
                all.is_empty()
            }
        };
        if empty {
            self.terms.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn a_class_bounds_what_it_stands_for() {
        for count in [0.25, 1.0, 1.75, 4.0, 63.75] {
            for length in [0.0_f32, 3.0, 4.0, 5.0, 6.25, 77.7, 9_000.0] {
                let (most, least) = bounds(Mark::new(7, count, length).class());
                assert!(
                    most >= count && least <= f64::from(length),
                    "{count} {length}"
                );
            }
        }
    }

    #[test]
    fn rows_come_and_go_in_order() {
        let entry = |accent| Entry::new(Term::unit(Language::Vi, "ban"), accent, 1.0);
        let (plain, other) = (entry(Accent::PLAIN), entry(Accent::of(&["bạn"], &["ban"])));
        let mut lists = Lists::default();
        for row in [4, 2, 9] {
            lists.insert(plain, Mark::new(row, 1.0, 10.0));
        }
        lists.insert(other, Mark::new(3, 1.0, 10.0));
        lists.remove(plain, 4);
        let rows: Vec<Vec<Row>> = lists
            .of(plain.term())
            .map(|(_, marks)| marks.iter().map(|mark| mark.row()).collect())
            .collect();
        assert_eq!(rows, [vec![2, 9], vec![3]]);
        for (entry, row) in [(plain, 2), (plain, 9), (other, 3)] {
            lists.remove(entry, row);
        }
        assert!(lists.terms.is_empty());
    }
}
