//! Finds the best and counts the facets in one pass.
//!
//! A value of a facet is counted over what all other facets let through, so that choosing a second value
//! of the same facet is never a leap in the dark.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::{FacetKey, Question};

/// A document that was found, better ones greater.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub score: Score,
    pub changed: i64,
    pub address: DocAddress,
}

impl Ord for Hit {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score
            .total_cmp(&other.score)
            .then(self.changed.cmp(&other.changed))
            .then(other.address.cmp(&self.address))
    }
}

impl PartialOrd for Hit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Hit {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Hit {}

/// Documents by value, per facet.
pub(super) type Counts = [HashMap<String, u64>; FacetKey::COUNT];

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Harvest {
    pub best: Vec<Hit>,
    pub total: u64,
    pub counts: Counts,
}

/// See the module.
pub(super) struct Search<'a> {
    pub question: &'a Question,
    /// How many of the best are kept.
    pub keep: usize,
}

/// A facet of one segment.
struct Facet {
    column: Option<StrColumn>,
    /// Which values are wanted, by their number; none for all.
    wanted: Option<Vec<u64>>,
    counts: Vec<u64>,
}

pub(super) struct Segment {
    ordinal: SegmentOrdinal,
    facets: Vec<Facet>,
    budget: [Option<Column<i64>>; 2],
    wanted: [Option<i64>; 2],
    changed: Option<Column<i64>>,
    published: Option<(i64, i64)>,
    keep: usize,
    best: BinaryHeap<Reverse<Hit>>,
    total: u64,
}

impl Collector for Search<'_> {
    type Fruit = Harvest;
    type Child = Segment;

    fn for_segment(
        &self,
        ordinal: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<Segment> {
        let fast = segment.fast_fields();
        let mut facets = Vec::with_capacity(FacetKey::COUNT);
        for (facet, wanted) in FacetKey::ALL.into_iter().zip(&self.question.facets) {
            let column = fast.str(facet.field())?;
            let number = |value: &String| {
                let column = column.as_ref()?;
                column.dictionary().term_ord(value.as_bytes()).ok()?
            };
            let ordinals = || wanted.iter().filter_map(number).collect();
            facets.push(Facet {
                wanted: (!wanted.is_empty()).then(ordinals),
                counts: vec![0; column.as_ref().map_or(0, |column| column.num_terms())],
                column,
            });
        }
        Ok(Segment {
            ordinal,
            facets,
            budget: [fast.i64("budget_min").ok(), fast.i64("budget_max").ok()],
            wanted: [self.question.budget_min, self.question.budget_max],
            changed: fast.i64("changed").ok(),
            published: self.question.published,
            keep: self.keep,
            best: BinaryHeap::new(),
            total: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Harvest>) -> tantivy::Result<Harvest> {
        let mut all = Harvest::default();
        for segment in segments {
            all.best.extend(segment.best);
            all.total += segment.total;
            for (counts, more) in all.counts.iter_mut().zip(segment.counts) {
                for (value, count) in more {
                    *counts.entry(value).or_default() += count;
                }
            }
        }
        all.best.sort_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
        Ok(all)
    }
}

impl Segment {
    /// What costs too little or too much; what says nothing of money passes.
    fn too_dear(&self, doc: DocId) -> bool {
        let at = |column: &Option<Column<i64>>| column.as_ref().and_then(|c| c.first(doc));
        let (min, max) = (at(&self.budget[0]), at(&self.budget[1]));
        let below = self.wanted[0]
            .zip(max.or(min))
            .is_some_and(|(least, most)| most < least);
        let above = self.wanted[1]
            .zip(min.or(max))
            .is_some_and(|(most, least)| least > most);
        below || above
    }
}

impl SegmentCollector for Segment {
    type Fruit = Harvest;

    fn collect(&mut self, doc: DocId, score: Score) {
        let changed = self
            .changed
            .as_ref()
            .and_then(|c| c.first(doc))
            .unwrap_or(0);
        let in_time = |(after, until)| changed > after && changed <= until;
        if self.too_dear(doc) || !self.published.is_none_or(in_time) {
            return;
        }
        // Which facets keep this document out: of one it is counted there, of two nowhere.
        let mut refusing = None;
        for (number, facet) in self.facets.iter().enumerate() {
            let Some(wanted) = &facet.wanted else {
                continue;
            };
            let column = facet.column.as_ref();
            let passes = column.is_some_and(|c| c.term_ords(doc).any(|ord| wanted.contains(&ord)));
            if !passes {
                if refusing.is_some() {
                    return;
                }
                refusing = Some(number);
            }
        }
        for (number, facet) in self.facets.iter_mut().enumerate() {
            if refusing.is_none_or(|refusing| refusing == number)
                && let Some(column) = &facet.column
            {
                for ord in column.term_ords(doc) {
                    facet.counts[ord as usize] += 1;
                }
            }
        }
        if refusing.is_some() {
            return;
        }
        self.total += 1;
        self.best.push(Reverse(Hit {
            score,
            changed,
            address: DocAddress::new(self.ordinal, doc),
        }));
        if self.best.len() > self.keep {
            self.best.pop();
        }
    }

    fn harvest(self) -> Harvest {
        let mut counts = Counts::default();
        for (facet, counts) in self.facets.iter().zip(&mut counts) {
            let Some(column) = &facet.column else {
                continue;
            };
            for (ord, count) in facet
                .counts
                .iter()
                .enumerate()
                .filter(|(_, count)| **count > 0)
            {
                let mut value = String::new();
                if column.ord_to_str(ord as u64, &mut value).unwrap_or(false) {
                    counts.insert(value, *count);
                }
            }
        }
        Harvest {
            best: self.best.into_iter().map(|Reverse(hit)| hit).collect(),
            total: self.total,
            counts,
        }
    }
}
