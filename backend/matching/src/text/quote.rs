//! Which of the shared words an explanation quotes.

use super::document::{Side, Term};
use super::similarity::{QUOTED, earned};
use crate::statistics::Statistics;

/// The longest quotation in words.
const LONGEST: usize = 10;

/// A stretch of the need's text that the offer shares.
struct Stretch<'a> {
    earned: f64,
    words: Vec<&'a str>,
    whole: bool,
}

/// The stretches that earned most, as the need writes them. Lone Vietnamese syllables
/// are quoted only where there is nothing better.
pub(super) fn phrases(ours: &Side, theirs: &Side, statistics: &Statistics) -> Vec<String> {
    let mut stretches = stretches(ours, theirs, statistics);
    stretches.sort_by(|a, b| {
        b.whole
            .cmp(&a.whole)
            .then(b.earned.total_cmp(&a.earned))
            .then_with(|| a.words.cmp(&b.words))
    });
    let mut chosen: Vec<String> = Vec::new();
    for stretch in stretches {
        let text = stretch.words.join(" ");
        let known = text.to_lowercase();
        let repeats = chosen
            .iter()
            .any(|other| other.to_lowercase().contains(&known));
        if !repeats && (stretch.whole || chosen.is_empty()) {
            chosen.push(text);
        }
        if chosen.len() == QUOTED {
            break;
        }
    }
    chosen
}

/// Neighbours that the offer has as neighbours too, joined as far as they reach.
fn stretches<'a>(ours: &'a Side, theirs: &Side, statistics: &Statistics) -> Vec<Stretch<'a>> {
    // Between two accented texts, equal only without accents is another word.
    let folded = ours.bare || theirs.bare;
    let counts =
        |term: &&Term| folded || !matches!(term, Term::FoldedSyllable(_) | Term::FoldedPair(_));
    let best = |terms: &[Term]| {
        let values = terms.iter().filter(counts);
        let values = values.map(|term| earned(term, &ours.terms, &theirs.terms, statistics));
        values.fold(0.0, f64::max)
    };
    let mut found: Vec<Stretch> = Vec::new();
    let mut open = false;
    for word in &ours.words {
        let (pair, single) = (best(&word.pairs), best(&word.terms));
        match found.last_mut() {
            Some(last) if open && pair > 0.0 && last.words.len() < LONGEST => {
                last.earned += pair;
                last.words.push(&word.surface);
                last.whole = true;
            }
            _ if single > 0.0 => found.push(Stretch {
                earned: single,
                words: vec![&word.surface],
                whole: word.whole,
            }),
            _ => {}
        }
        open = single > 0.0;
    }
    found
}
