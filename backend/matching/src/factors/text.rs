//! Text: shared words, phrases, codes and concepts.
//!
//! Unit: none. Range 0 (nothing in common) to 1 (the same text). Across languages
//! only concepts and codes speak, at most 0.6.

use crate::Bilingual;
use crate::knowledge::Knowledge;
use crate::model::Language;
use crate::score::Judgement;
use crate::statistics::Statistics;
use crate::text::{Document, Likeness, compare};
use crate::wording::{list, names};

pub(crate) fn judge(
    need: &Document,
    offer: &Document,
    statistics: &Statistics,
    knowledge: &Knowledge,
) -> Judgement {
    if need.is_empty() || offer.is_empty() {
        return Judgement::new(
            0.0,
            Bilingual::new("chưa có văn bản để so sánh", "there is no text to compare"),
        );
    }
    let likeness = compare(need, offer, statistics);
    let reason = reason(&likeness, knowledge);
    Judgement::new(likeness.value, reason)
}

fn reason(likeness: &Likeness, knowledge: &Knowledge) -> Bilingual {
    let topics: Vec<Bilingual> = likeness
        .concepts
        .iter()
        .map(|code| knowledge.domain_name(code))
        .collect();
    let mut reason = Bilingual::default();
    if likeness.across_languages {
        reason = Bilingual::new(
            "hai văn bản khác ngôn ngữ, so sánh theo chủ đề",
            "the two texts are in different languages and were compared by topic",
        );
    }
    let quoted = Bilingual::new(
        list(&quoted(likeness, Language::Vi)).vi,
        list(&quoted(likeness, Language::En)).en,
    );
    let silent = quoted.vi.is_empty() && topics.is_empty();
    if !quoted.vi.is_empty() {
        reason = reason.and(Bilingual::new(
            format!("cùng nói đến {}", quoted.vi),
            format!("both mention {}", quoted.en),
        ));
    }
    if !topics.is_empty() {
        let named = names(&topics);
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

/// What is shared, in quotation marks: in the reader's language if both are written
/// in it, else in the other, else the codes.
fn quoted(likeness: &Likeness, reader: Language) -> Vec<Bilingual> {
    let phrases = &likeness.phrases;
    let own = phrases.get(&reader).into_iter();
    let texts = own
        .chain(phrases.values())
        .find(|texts| !texts.is_empty())
        .unwrap_or(&likeness.codes);
    let marked = |text: &String| Bilingual::new(format!("“{text}”"), format!("“{text}”"));
    texts.iter().map(marked).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DomainInfo, PostingText};

    fn judged(need: (Language, &str), offer: (Language, &str)) -> Judgement {
        let lighting = DomainInfo {
            code: "LGT".into(),
            name: Bilingual::new("Chiếu sáng thông minh", "Smart lighting"),
            synonyms_vi: vec!["chiếu sáng công cộng".into()],
            synonyms_en: vec!["street lighting".into()],
            ..DomainInfo::default()
        };
        let knowledge = Knowledge::new(vec![lighting], vec![]);
        let document = |(language, title): (Language, &str)| {
            let text = PostingText {
                language,
                title: title.into(),
                summary: String::new(),
                body: String::new(),
            };
            Document::new(knowledge.lexicon(), &[text])
        };
        let (need, offer) = (document(need), document(offer));
        judge(&need, &offer, &Statistics::default(), &knowledge)
    }

    #[test]
    fn a_vietnamese_need_finds_an_english_offer_by_topic() {
        let found = judged(
            (Language::Vi, "Nâng cấp chiếu sáng công cộng"),
            (Language::En, "Connected street lighting"),
        );
        assert!(found.value > 0.5, "{}", found.value);
        assert_eq!(
            found.reason.vi,
            "Hai văn bản khác ngôn ngữ, so sánh theo chủ đề; chủ đề chung: Chiếu sáng thông minh."
        );
    }

    #[test]
    fn shared_words_are_quoted() {
        let found = judged(
            (Language::Vi, "Nâng cấp chiếu sáng công cộng"),
            (Language::Vi, "Giải pháp chiếu sáng công cộng"),
        );
        assert_eq!(
            found.reason.en,
            "Both mention “chiếu sáng công cộng”; shared topics: Smart lighting."
        );
    }

    #[test]
    fn nothing_written_is_said_so() {
        let found = judged((Language::Vi, ""), (Language::Vi, "Đèn"));
        assert_eq!(
            (found.value, found.reason.en.as_str()),
            (0.0, "There is no text to compare.")
        );
    }
}
