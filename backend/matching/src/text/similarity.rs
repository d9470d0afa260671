//! Two postings compared: a bounded likeness and what it rests on.

use super::document::{Counts, Document, Term};
use super::quote::phrases;
use crate::model::Language;
use crate::statistics::Statistics;
use std::collections::BTreeMap;

/// How alike two texts are and what they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Likeness {
    /// 0 (nothing in common) to 1 (the same text).
    pub value: f64,
    /// Shared phrases in each language both are written in, as the need writes them.
    pub phrases: BTreeMap<Language, Vec<String>>,
    /// Codes shared across languages, where there are no phrases to share.
    pub codes: Vec<String>,
    /// Codes of shared domains found in the texts, strongest first.
    pub concepts: Vec<String>,
    /// Whether the two have no language in common.
    pub across_languages: bool,
}

/// The cosine at which words are worth half of what is left; real pairs that fit
/// have cosines of 0.1 to 0.4, so the plain cosine would use a third of the scale.
const HALF: f64 = 0.2;

/// What shared ideas alone can give. Below 1 because a domain in common is less
/// than the same words; above one half because across languages it is all there is.
const IDEAS: f64 = 0.6;

/// The field-weighted count that is worth half; a title's word stands at 3.
const REPEATED: f64 = 2.0;

/// How many phrases and concepts an explanation quotes.
pub(super) const QUOTED: usize = 3;

/// A concept is quoted if it weighs at least this share of the weightiest one:
/// a word in passing is not a topic.
const PASSING: f64 = 0.3;

/// Compares a need's text with an offer's.
///
/// Words count by the cosine of rarity-weighted vectors, in the better of the
/// languages both are written in: length is divided out, so a long text gains
/// nothing from mentioning everything. Ideas (concepts, codes) add what they can
/// of the rest: `1 - (1 - words)(1 - ideas)`, which stays within 0..=1.
pub(crate) fn compare(need: &Document, offer: &Document, statistics: &Statistics) -> Likeness {
    let mut likeness = Likeness {
        across_languages: true,
        ..Likeness::default()
    };
    let mut words = 0.0_f64;
    for (language, ours) in &need.sides {
        let Some(theirs) = offer.sides.get(language) else {
            continue;
        };
        likeness.across_languages = false;
        let cosine = cosine(&ours.terms, &theirs.terms, statistics);
        words = words.max(cosine * (1.0 + HALF) / (cosine + HALF));
        let quoted = phrases(ours, theirs, statistics);
        likeness.phrases.insert(*language, quoted);
    }
    let ideas = IDEAS * cosine(&need.ideas, &offer.ideas, statistics);
    likeness.value = 1.0 - (1.0 - words) * (1.0 - ideas);
    let shared = shared_ideas(&need.ideas, &offer.ideas, statistics);
    let least = shared.first().map_or(0.0, |(_, weight)| PASSING * weight);
    for (term, weight) in shared {
        match term {
            Term::Concept(code) if weight >= least => likeness.concepts.push(code.clone()),
            Term::Code(code) => likeness.codes.push(code.to_uppercase()),
            _ => {}
        }
    }
    likeness.concepts.truncate(QUOTED);
    likeness.codes.truncate(QUOTED);
    likeness
}

/// A term's own weight, before frequency and rarity: pairs are words where
/// syllables are not; what only folding makes equal counts for less.
fn kind(term: &Term) -> f64 {
    match term {
        Term::Pair(_) | Term::Concept(_) => 1.0,
        Term::Word(_) => 0.8,
        Term::Code(_) => 0.7,
        Term::FoldedPair(_) => 0.6,
        Term::Syllable(_) => 0.3,
        Term::FoldedSyllable(_) => 0.2,
    }
}

/// Repetition soon stops counting: a word said forty times is not forty times as true.
fn weight(term: &Term, count: f64, statistics: &Statistics) -> f64 {
    kind(term) * count / (count + REPEATED) * statistics.rarity(term)
}

fn cosine(ours: &Counts, theirs: &Counts, statistics: &Statistics) -> f64 {
    let norm = |counts: &Counts| -> f64 {
        let squares = counts
            .iter()
            .map(|(t, n)| weight(t, *n, statistics).powi(2));
        squares.sum::<f64>().sqrt()
    };
    let dot: f64 = ours
        .keys()
        .map(|term| earned(term, ours, theirs, statistics))
        .sum();
    let length = norm(ours) * norm(theirs);
    if length > 0.0 {
        (dot / length).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// What a term shared by both earns; nothing if either lacks it.
pub(super) fn earned(term: &Term, ours: &Counts, theirs: &Counts, statistics: &Statistics) -> f64 {
    match (ours.get(term), theirs.get(term)) {
        (Some(n), Some(m)) => weight(term, *n, statistics) * weight(term, *m, statistics),
        _ => 0.0,
    }
}

/// Shared terms, the weightiest first.
fn shared_ideas<'a>(
    ours: &'a Counts,
    theirs: &Counts,
    statistics: &Statistics,
) -> Vec<(&'a Term, f64)> {
    let mut shared: Vec<(&Term, f64)> = ours
        .keys()
        .map(|term| (term, earned(term, ours, theirs, statistics)))
        .filter(|(_, earned)| *earned > 0.0)
        .collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::model::PostingText;
    use crate::text::Lexicon;

    fn text(language: Language, title: &str, body: &str) -> PostingText {
        PostingText {
            language,
            title: title.to_owned(),
            summary: String::new(),
            body: body.to_owned(),
        }
    }

    fn document(language: Language, title: &str, body: &str) -> Document {
        Document::new(&Lexicon::default(), &[text(language, title, body)])
    }

    fn vi(title: &str) -> Document {
        document(Language::Vi, title, "")
    }

    fn value(need: &Document, offer: &Document) -> f64 {
        compare(need, offer, &Statistics::default()).value
    }

    #[test]
    fn the_same_text_is_one_and_nothing_in_common_is_zero() {
        let text = vi("Chiếu sáng công cộng");
        assert!((value(&text, &text) - 1.0).abs() < 1e-9);
        assert!(value(&text, &vi("Quan trắc bụi mịn")).abs() < 1e-9);
        assert!(value(&vi(""), &vi("")).abs() < 1e-9);
    }

    #[test]
    fn exact_accents_count_more_than_folded_ones() {
        let need = vi("Chiếu sáng đường phố");
        let exact = value(&need, &vi("chiếu sáng đường phố"));
        let bare = value(&need, &vi("chieu sang duong pho"));
        let other = value(&need, &vi("Dịch vụ khác"));
        assert!(exact > bare && bare > other, "{exact} {bare} {other}");
        assert!(
            bare > 0.3,
            "an officer without a Vietnamese keyboard still finds it: {bare}"
        );
    }

    #[test]
    fn a_long_unrelated_text_does_not_beat_a_short_exact_one() {
        let need = vi("Hệ thống quan trắc chất lượng không khí cho thành phố");
        let short = vi("Trạm quan trắc chất lượng không khí");
        let long = document(
            Language::Vi,
            "Phần mềm kế toán doanh nghiệp",
            &"Hệ thống cho thành phố với chất lượng dịch vụ cao: hệ thống kế toán, nhân sự, \
              bán hàng, kho bãi, lượng hàng lớn, không gian làm việc, khí thế mới. "
                .repeat(40),
        );
        // Other postings show which words are in everybody's mouth.
        let others = [
            "Hệ thống chất lượng cho thành phố",
            "Hệ thống",
            "Thành phố",
            "Chất lượng",
        ];
        let postings: Vec<[PostingText; 1]> = others.map(|t| [text(Language::Vi, t, "")]).into();
        let statistics = Statistics::from_texts(
            &Knowledge::default(),
            postings.iter().map(<[PostingText; 1]>::as_slice),
        );
        let value = |offer| compare(&need, offer, &statistics).value;
        let (short, long) = (value(&short), value(&long));
        assert!(short > 2.0 * long, "{short} {long}");
    }

    #[test]
    fn whole_phrases_are_quoted_as_the_need_writes_them() {
        let need = vi("Nâng cấp chiếu sáng công cộng bằng đèn LED");
        let offer = vi("Đèn LED cho chiếu sáng công cộng");
        let likeness = compare(&need, &offer, &Statistics::default());
        assert_eq!(
            likeness.phrases[&Language::Vi],
            ["chiếu sáng công cộng", "đèn LED"]
        );
    }

    #[test]
    fn codes_are_shared_across_languages() {
        let offer = document(Language::En, "Private 5G for factories", "");
        let likeness = compare(&vi("Phủ sóng mạng 5G"), &offer, &Statistics::default());
        assert!(likeness.across_languages && likeness.value > 0.2);
        assert_eq!(likeness.codes, ["5G"]);
    }
}
