//! Which words of a text were asked for.

use std::collections::HashSet;
use std::hash::BuildHasher;

use async_graphql::SimpleObject;
use matching::{Word, analyse};

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
#[graphql(name = "HighlightPiece")]
pub struct Piece {
    /// The text as it stands.
    pub text: String,
    /// It was asked for.
    pub marked: bool,
}

/// Words around the first hit of a snippet.
const BEFORE: usize = 12;
/// Words of a snippet.
const LONG: usize = 40;

fn hit<S: BuildHasher>(word: &Word, wanted: &HashSet<String, S>) -> bool {
    wanted.contains(&word.folded) || wanted.contains(&word.stem)
}

/// A text in pieces, those that were asked for marked.
pub fn highlight<S: BuildHasher>(text: &str, wanted: &HashSet<String, S>) -> Vec<Piece> {
    let text = analyse(text);
    pieces(&text.composed, &text.words, wanted, 0, text.composed.len())
}

/// The part of a text around what was asked for; its beginning if nothing was.
pub fn snippet<S: BuildHasher>(text: &str, wanted: &HashSet<String, S>) -> Vec<Piece> {
    let text = analyse(text);
    let first = text
        .words
        .iter()
        .position(|word| !word.stop && hit(word, wanted))
        .unwrap_or(0);
    let from = first.saturating_sub(BEFORE);
    let to = (from + LONG).min(text.words.len());
    let (Some(first), Some(last)) = (text.words.get(from), text.words[..to].last()) else {
        return Vec::new();
    };
    // The signs around the first and the last word of a text belong to it.
    let begin = if from == 0 { 0 } else { first.start };
    let end = if to < text.words.len() {
        last.end
    } else {
        text.composed.trim_end().len()
    };
    let mut cut = pieces(&text.composed, &text.words[from..to], wanted, begin, end);
    let dots = |marked| Piece {
        text: "…".to_owned(),
        marked,
    };
    if from > 0 {
        cut.insert(0, dots(false));
    }
    if to < text.words.len() {
        cut.push(dots(false));
    }
    cut
}

fn pieces<S: BuildHasher>(
    text: &str,
    words: &[Word],
    wanted: &HashSet<String, S>,
    from: usize,
    to: usize,
) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |part: &str, marked: bool| {
        if part.is_empty() {
            return;
        }
        match pieces.last_mut() {
            Some(last) if last.marked == marked => last.text.push_str(part),
            _ => pieces.push(Piece {
                text: part.to_owned(),
                marked,
            }),
        }
    };
    let mut at = from;
    let mut before = false;
    for word in words {
        let marked = hit(word, wanted);
        // What stands between two marked words is marked with them.
        add(&text[at..word.start], before && marked && word.joined);
        add(&text[word.start..word.end], marked);
        at = word.end;
        before = marked;
    }
    add(&text[at..to], false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(words: &[&str]) -> HashSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn neighbours_are_one_mark() {
        let marked = highlight(
            "Đèn đường thông minh, tiết kiệm",
            &wanted(&["den", "duong"]),
        );
        assert_eq!(marked[0].text, "Đèn đường");
        assert!(marked[0].marked && !marked[1].marked);
        assert_eq!(
            marked.iter().map(|p| p.text.as_str()).collect::<String>(),
            "Đèn đường thông minh, tiết kiệm"
        );
    }

    #[test]
    fn a_snippet_shows_the_place_of_the_hit() {
        let long = format!(
            "{} nước thải {}",
            "lời nói đầu ".repeat(20),
            "và sau đó ".repeat(20)
        );
        let cut = snippet(&long, &wanted(&["thai"]));
        assert!(cut.iter().any(|piece| piece.marked && piece.text == "thải"));
        assert_eq!(cut.first().map(|p| p.text.starts_with('…')), Some(true));
        assert!(snippet("", &wanted(&["x"])).is_empty());
    }

    #[test]
    fn a_short_text_keeps_the_signs_around_it() {
        let cut = snippet("“Nước thải” đô thị (minh họa). ", &wanted(&["thai"]));
        let whole: String = cut.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, "“Nước thải” đô thị (minh họa).");
    }
}
