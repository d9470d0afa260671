//! Two postings compared: a bounded likeness and what it rests on.

use super::document::{Counts, Document, Side, Term};
use crate::statistics::Statistics;
use std::collections::BTreeSet;

/// How alike two texts are and what they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Likeness {
    /// 0 (nothing in common) to 1 (the same text).
    pub value: f64,
    /// Shared phrases of the better language, as the need writes them.
    pub phrases: Vec<String>,
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

/// How many phrases and concepts an explanation quotes.
const QUOTED: usize = 3;

/// The longest quotation in words.
const LONGEST: usize = 6;

/// Compares a need's text with an offer's.
///
/// Words count by the cosine of rarity-weighted vectors, in the better of the
/// languages both are written in: length is divided out, so a long text gains
/// nothing from mentioning everything. Ideas (concepts, codes) add what they can
/// of the rest: `1 - (1 - words)(1 - ideas)`, which stays within 0..=1.
pub(crate) fn compare(need: &Document, offer: &Document, statistics: &Statistics) -> Likeness {
    let shared = need
        .sides
        .iter()
        .filter_map(|(language, side)| Some((side, offer.sides.get(language)?)));
    let mut likeness = Likeness {
        across_languages: true,
        ..Likeness::default()
    };
    let mut words = 0.0;
    for (ours, theirs) in shared {
        likeness.across_languages = false;
        let cosine = cosine(&ours.terms, &theirs.terms, statistics);
        let value = cosine * (1.0 + HALF) / (cosine + HALF);
        if value > words {
            words = value;
            likeness.phrases = phrases(ours, theirs, statistics);
        }
    }
    let ideas = IDEAS * cosine(&need.ideas, &offer.ideas, statistics);
    likeness.value = 1.0 - (1.0 - words) * (1.0 - ideas);
    for term in shared_ideas(&need.ideas, &offer.ideas, statistics) {
        match term {
            Term::Concept(code) => likeness.concepts.push(code.clone()),
            Term::Code(code) if likeness.across_languages => {
                likeness.phrases.push(code.to_uppercase());
            }
            _ => {}
        }
    }
    likeness.concepts.truncate(QUOTED);
    likeness.phrases.truncate(QUOTED);
    likeness
}

/// A term's own weight, before frequency and rarity: pairs are words where
/// syllables are not; what only folding makes equal counts for less.
fn kind(term: &Term) -> f64 {
    match term {
        Term::Pair(_) | Term::Concept(_) => 1.0,
        Term::Code(_) => 0.7,
        Term::FoldedPair(_) => 0.6,
        Term::Word(_) => 0.5,
        Term::FoldedWord(_) => 0.25,
    }
}

fn weight(term: &Term, count: f64, statistics: &Statistics) -> f64 {
    kind(term) * count.ln_1p() * statistics.rarity(term)
}

fn cosine(ours: &Counts, theirs: &Counts, statistics: &Statistics) -> f64 {
    let norm = |counts: &Counts| -> f64 {
        let squares = counts
            .iter()
            .map(|(t, n)| weight(t, *n, statistics).powi(2));
        squares.sum::<f64>().sqrt()
    };
    let dot: f64 = ours
        .iter()
        .filter_map(|(term, n)| Some((term, n, theirs.get(term)?)))
        .map(|(term, n, m)| weight(term, *n, statistics) * weight(term, *m, statistics))
        .sum();
    let length = norm(ours) * norm(theirs);
    if length > 0.0 {
        (dot / length).clamp(0.0, 1.0)
    } else {
        0.0
    }
}

/// Shared terms, the weightiest first.
fn shared_ideas<'a>(ours: &'a Counts, theirs: &Counts, statistics: &Statistics) -> Vec<&'a Term> {
    let mut shared: Vec<(&Term, f64)> = ours
        .iter()
        .filter_map(|(term, n)| Some((term, n, theirs.get(term)?)))
        .map(|(t, n, m)| (t, weight(t, *n, statistics) * weight(t, *m, statistics)))
        .collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    shared.into_iter().map(|(term, _)| term).collect()
}

/// The longest stretches of the need's text that the offer shares pair by pair,
/// the weightiest first; lone words only where there is no stretch.
fn phrases(ours: &Side, theirs: &Side, statistics: &Statistics) -> Vec<String> {
    let worth = |terms: &[Term]| -> f64 {
        let shared = terms.iter().filter(|term| theirs.terms.contains_key(term));
        shared
            .map(|t| kind(t) * statistics.rarity(t))
            .fold(0.0, f64::max)
    };
    let mut stretches: Vec<(f64, bool, Vec<&str>)> = Vec::new();
    let mut open = false;
    for word in &ours.words {
        let (pair, single) = (worth(&word.pairs), worth(&word.terms));
        match stretches.last_mut() {
            Some((value, whole, text)) if open && pair > 0.0 && text.len() < LONGEST => {
                *value += pair;
                *whole = true;
                text.push(&word.surface);
            }
            _ if single > 0.0 => stretches.push((single, word.code, vec![&word.surface])),
            _ => {}
        }
        open = single > 0.0;
    }
    stretches.sort_by(|a, b| b.1.cmp(&a.1).then(b.0.total_cmp(&a.0)).then(a.2.cmp(&b.2)));
    let mut chosen: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for (_, whole, text) in stretches {
        let text = text.join(" ");
        let known = text.to_lowercase();
        let repeats = seen.iter().any(|other: &String| other.contains(&known));
        if !repeats && (whole || chosen.is_empty()) && chosen.len() < QUOTED {
            seen.insert(known);
            chosen.push(text);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, PostingText};
    use crate::text::Lexicon;

    fn document(language: Language, title: &str, body: &str) -> Document {
        let text = PostingText {
            language,
            title: title.to_owned(),
            summary: String::new(),
            body: body.to_owned(),
        };
        Document::new(&Lexicon::default(), &[text])
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
            "Hệ thống quản lý doanh nghiệp",
            &"Hệ thống cho thành phố với chất lượng dịch vụ cao, hệ thống kế toán, nhân sự, \
              bán hàng, kho bãi, lượng hàng lớn, không gian làm việc, khí thế mới. "
                .repeat(40),
        );
        let (short, long) = (value(&need, &short), value(&need, &long));
        assert!(short > 1.5 * long, "{short} {long}");
    }

    #[test]
    fn whole_phrases_are_quoted_as_the_need_writes_them() {
        let need = vi("Nâng cấp chiếu sáng công cộng bằng đèn LED");
        let offer = vi("Đèn LED cho chiếu sáng công cộng");
        let likeness = compare(&need, &offer, &Statistics::default());
        assert_eq!(likeness.phrases, ["chiếu sáng công cộng", "đèn LED"]);
    }

    #[test]
    fn codes_are_shared_across_languages() {
        let offer = document(Language::En, "Private 5G for factories", "");
        let likeness = compare(&vi("Phủ sóng mạng 5G"), &offer, &Statistics::default());
        assert!(likeness.across_languages && likeness.value > 0.2);
        assert_eq!(likeness.phrases, ["5G"]);
    }
}
