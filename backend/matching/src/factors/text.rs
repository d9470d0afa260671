//! Text: shared words, phrases and ideas.
//!
//! Unit: share of what a text tells, its terms weighed by how rare they are. Range 0 (nothing
//! in common) to 1 (the same text). In one language the words are compared; between two, the
//! words by translation, at nine tenths of their worth, since a dictionary finds some that was not
//! meant. Ideas (concepts of the taxonomy, codes) count in both cases.

use super::{Finding, Pair, Value};
use crate::Bilingual;
use crate::advice::Advice;
use crate::knowledge::Knowledge;
use crate::model::Language;
use crate::text::{Likeness, Quotes};
use crate::wording::{list, names};

/// What translated words count of what words count.
pub(crate) const ACROSS: f64 = 0.9;

/// How alike the texts are, and once it is to be shown, what they share.
pub(crate) struct Text {
    likeness: Likeness,
    quotes: Option<Quotes>,
    silent: bool,
    /// Whether the demand says something in English.
    english: bool,
}

pub(crate) fn find(pair: &Pair, likeness: Likeness, silent: bool, quotes: Option<Quotes>) -> Text {
    Text {
        likeness,
        quotes,
        silent,
        english: pair
            .profiles
            .is_some_and(|(demand, _)| !demand.en.is_empty()),
    }
}

impl Finding for Text {
    fn value(&self) -> Value {
        let scale = if self.likeness.across { ACROSS } else { 1.0 };
        Value::new(
            scale * self.likeness.text.demand,
            scale * self.likeness.text.supply,
        )
    }

    fn reason(&self, knowledge: &Knowledge) -> Bilingual {
        if self.silent {
            return Bilingual::new("chưa có văn bản để so sánh", "there is no text to compare");
        }
        let Some(quotes) = &self.quotes else {
            return Bilingual::default();
        };
        let mut reason = Bilingual::default();
        if self.likeness.across {
            reason = Bilingual::new(
                "hai văn bản khác ngôn ngữ, so sánh qua từ điển và chủ đề",
                "the two texts are in different languages and were compared by dictionary and topic",
            );
        }
        let quoted = quoted(quotes);
        let silent = quoted.vi.is_empty() && quotes.ideas.is_empty();
        if !quoted.vi.is_empty() {
            reason = reason.and(Bilingual::new(
                format!("cùng nói đến {}", quoted.vi),
                format!("both mention {}", quoted.en),
            ));
        }
        if !quotes.ideas.is_empty() {
            let topics = quotes.ideas.iter().map(|code| knowledge.idea_name(code));
            let named = names(&topics.collect::<Vec<_>>());
            reason = reason.and(Bilingual::new(
                format!("chủ đề chung: {}", named.vi),
                format!("shared topics: {}", named.en),
            ));
        }
        if silent {
            reason = reason.and(Bilingual::new(
                "không có từ ngữ hay chủ đề chung",
                "no words or topics are shared",
            ));
        }
        reason
    }

    fn advice(&self, _: &Knowledge) -> Vec<Advice> {
        let mut advice = Vec::new();
        if self.likeness.across && !self.english {
            let better = self.value().demand.max(0.5);
            advice.push(Advice::demand(
                better,
                "Thêm bản tiếng Anh để so sánh trực tiếp với giải pháp nước ngoài",
                "Add an English version, so that it is compared directly with foreign offers",
            ));
            advice.push(Advice::supply(
                better,
                "Thêm bản tiếng Việt để so sánh trực tiếp với nhu cầu",
                "Add a Vietnamese version, so that it is compared directly with the need",
            ));
        }
        advice
    }
}

/// Each reader gets the phrases of their own language where there are some.
fn quoted(quotes: &Quotes) -> Bilingual {
    let of = |reader: Language| -> Vec<String> {
        let own = quotes
            .phrases
            .iter()
            .filter(|(language, _)| *language == reader);
        let other = quotes
            .phrases
            .iter()
            .filter(|(language, _)| *language != reader);
        let phrases = own
            .chain(other)
            .map(|(_, phrases)| phrases)
            .find(|p| !p.is_empty());
        if let Some(phrases) = phrases {
            return phrases.iter().map(|text| format!("“{text}”")).collect();
        }
        let pairs = quotes
            .translated
            .iter()
            .map(|(vi, en)| format!("“{vi}” – “{en}”"));
        let codes = quotes.codes.iter().map(|code| format!("“{code}”"));
        pairs.chain(codes).collect()
    };
    let both = |texts: Vec<String>| {
        list(
            &texts
                .iter()
                .map(|text| Bilingual::new(text, text))
                .collect::<Vec<_>>(),
        )
    };
    Bilingual::new(both(of(Language::Vi)).vi, both(of(Language::En)).en)
}
