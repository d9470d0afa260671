//! Languages: whether the two can work together in a language that the need names.
//!
//! Unit: share of the languages asked for. Range 0 to 1. A need that names none: 0.5; an offer
//! that names none: 0.4.

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::Code;
use crate::wording::list;

const NOT_ASKED: f64 = 0.5;
const UNSTATED: f64 = 0.4;

/// Languages asked for and offered, by ISO 639-1 code.
pub(crate) struct Languages<'a> {
    wanted: &'a [Code],
    offered: &'a [Code],
}

pub(crate) fn find<'a>(pair: &Pair<'a>) -> Languages<'a> {
    Languages {
        wanted: &pair.demand.languages,
        offered: &pair.supply.languages,
    }
}

impl<'a> Languages<'a> {
    fn shared(&self) -> Vec<&'a Code> {
        self.wanted
            .iter()
            .filter(|code| self.offered.contains(code))
            .collect()
    }
}

impl Finding for Languages<'_> {
    fn value(&self) -> Value {
        Value::both(if self.wanted.is_empty() {
            NOT_ASKED
        } else if self.offered.is_empty() {
            UNSTATED
        } else {
            self.shared().len() as f64 / self.wanted.len() as f64
        })
    }

    fn reason(&self, _: &Knowledge) -> Bilingual {
        if self.wanted.is_empty() {
            return Bilingual::new(
                "nhu cầu không nêu ngôn ngữ làm việc",
                "the need names no working language",
            );
        }
        if self.offered.is_empty() {
            return Bilingual::new(
                "giải pháp chưa nêu ngôn ngữ làm việc",
                "the offer names no working language",
            );
        }
        let shared: Vec<Bilingual> = self.shared().into_iter().map(|code| name(code)).collect();
        if shared.is_empty() {
            return Bilingual::new(
                "không có ngôn ngữ làm việc chung",
                "no working language in common",
            );
        }
        let names = list(&shared);
        Bilingual::new(
            format!("cùng làm việc bằng {}", names.vi),
            format!("both work in {}", names.en),
        )
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        if self.wanted.is_empty() || !self.offered.is_empty() {
            return Vec::new();
        }
        vec![Advice::supply(
            1.0,
            "Nêu ngôn ngữ làm việc",
            "Name the working languages",
        )]
    }
}

fn name(code: &str) -> Bilingual {
    match code {
        "vi" => Bilingual::new("tiếng Việt", "Vietnamese"),
        "en" => Bilingual::new("tiếng Anh", "English"),
        "ko" => Bilingual::new("tiếng Hàn", "Korean"),
        "ja" => Bilingual::new("tiếng Nhật", "Japanese"),
        "zh" => Bilingual::new("tiếng Trung", "Chinese"),
        "fr" => Bilingual::new("tiếng Pháp", "French"),
        "de" => Bilingual::new("tiếng Đức", "German"),
        "ru" => Bilingual::new("tiếng Nga", "Russian"),
        other => Bilingual::new(other, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(list: &[&str]) -> Vec<Code> {
        list.iter().map(|code| (*code).into()).collect()
    }

    #[test]
    fn a_language_in_common_is_named() {
        let (wanted, offered) = (codes(&["vi", "en"]), codes(&["en", "ko"]));
        let found = Languages {
            wanted: &wanted,
            offered: &offered,
        };
        assert!((found.value().demand - 0.5).abs() < 1e-9);
        assert_eq!(
            found.reason(&Knowledge::default()).vi,
            "cùng làm việc bằng tiếng Anh"
        );
    }

    #[test]
    fn one_more_language_never_lowers() {
        let wanted = codes(&["vi", "en"]);
        let values = [&["ko"][..], &["ko", "en"], &["ko", "en", "vi"]].map(|list| {
            let offered = codes(list);
            Languages {
                wanted: &wanted,
                offered: &offered,
            }
            .value()
            .demand
        });
        assert!(values.is_sorted(), "{values:?}");
    }
}
