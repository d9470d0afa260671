//! Expertise: whether a researcher knows what the need is about. For firms it is nothing.
//!
//! Unit: share. Range 0 to 1: `1 - (1 - ideas)(1 - keywords)`, where `ideas` is how many of the
//! need's concepts and codes, weighed by rarity, the profile speaks of, and `keywords` the share
//! of the profile's keywords that the need's text or tags hold, two being enough.

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::Code;
use crate::text::Likeness;
use crate::wording::names;

const ENOUGH: f64 = 2.0;

/// What the profile and the need share.
pub(crate) struct Expertise<'a> {
    ideas: f64,
    keywords: Vec<&'a Code>,
    any: bool,
}

pub(crate) fn find<'a>(pair: &Pair<'a>, likeness: &Likeness) -> Expertise<'a> {
    let read = pair.profiles.into_iter();
    let keywords = read.flat_map(|(demand, supply)| {
        let keywords = supply.keywords.iter().zip(&pair.supply.tags);
        keywords.filter(|(keyword, _)| demand.mentions(keyword))
    });
    Expertise {
        ideas: likeness.ideas.demand,
        keywords: keywords.map(|(_, tag)| tag).collect(),
        any: !pair.supply.tags.is_empty(),
    }
}

impl Finding for Expertise<'_> {
    fn value(&self) -> Value {
        let keywords = (self.keywords.len() as f64 / ENOUGH).min(1.0);
        Value::both(1.0 - (1.0 - self.ideas) * (1.0 - keywords))
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        if self.keywords.is_empty() {
            return if self.ideas > 0.0 {
                Bilingual::new(
                    "chuyên môn cùng chủ đề với nhu cầu",
                    "expertise on the need's topics",
                )
            } else {
                Bilingual::new("chuyên môn chưa liên quan", "no related expertise is named")
            };
        }
        let known: Vec<Bilingual> = self
            .keywords
            .iter()
            .map(|tag| Bilingual::new(&***tag, &***tag))
            .collect();
        let known = names(&known);
        Bilingual::new(
            format!("chuyên môn trùng: {}", known.vi),
            format!("expertise in: {}", known.en),
        )
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        if self.any {
            return Vec::new();
        }
        vec![Advice::supply(
            1.0,
            "Thêm từ khóa chuyên môn",
            "Add keywords of expertise",
        )]
    }
}
