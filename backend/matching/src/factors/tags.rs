//! Tags: the free words that owners chose, weighed by how rare they are.
//!
//! Unit: share of what the need's tags tell. Range 0 to 1: the rarity of the need's tags that
//! the offer has too, of the rarity of them all; for the offer's owner, the same of hers. A
//! rare word in common says more than one that everybody uses. Without tags: 0.

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::knowledge::Knowledge;
use crate::model::Code;
use crate::text::{Likeness, tag_parts};
use crate::wording::names;

/// How many tags an explanation quotes.
const QUOTED: usize = 4;

/// The tags of both, and how much of each side's the other has.
pub(crate) struct Tags<'a> {
    demand: &'a [Code],
    supply: &'a [Code],
    value: Value,
}

pub(crate) fn find<'a>(pair: &Pair<'a>, likeness: &Likeness) -> Tags<'a> {
    Tags {
        demand: &pair.demand.tags,
        supply: &pair.supply.tags,
        value: Value::new(likeness.tags.demand, likeness.tags.supply),
    }
}

impl Finding for Tags<'_> {
    fn value(&self) -> Value {
        self.value
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        if self.demand.is_empty() {
            return Bilingual::new("nhu cầu chưa có từ khóa", "the need has no tags");
        }
        let theirs: Vec<String> = self.supply.iter().flat_map(|tag| tag_parts(tag)).collect();
        let shared = self
            .demand
            .iter()
            .filter(|tag| tag_parts(tag).iter().any(|part| theirs.contains(part)));
        let shared: Vec<Bilingual> = shared
            .take(QUOTED)
            .map(|tag| Bilingual::new(&**tag, &**tag))
            .collect();
        if shared.is_empty() {
            return Bilingual::new("không có từ khóa chung", "no tags in common");
        }
        let shared = names(&shared);
        Bilingual::new(
            format!("từ khóa chung: {}", shared.vi),
            format!("tags in common: {}", shared.en),
        )
    }
}
