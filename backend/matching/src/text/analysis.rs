//! The analyser as search uses it: the same words, spellings and stems that matching compares.

use super::normal::{composed, stem};
use super::stop::is_stop;
use super::token::tokens;
use crate::knowledge::Knowledge;
use crate::model::{Code, Language};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it begins in the [composed](Text::composed) text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Lower case, one tone placement; codes in their canonical form.
    pub exact: String,
    /// Without diacritics.
    pub folded: String,
    /// The English stem of the folded form.
    pub stem: String,
    /// A code or acronym (5G, IPv6, BOT, ISO 37122).
    pub code: bool,
    /// Only a space or a hyphen stands between this and the word before.
    pub joined: bool,
    /// It says nothing in either language.
    pub stop: bool,
}

/// A text cut into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text in NFC, without invisible characters.
    pub composed: String,
    /// Its words in order.
    pub words: Vec<Word>,
}

/// Cuts a text into words. Never fails: what is no word is left out.
pub fn analyse(text: &str) -> Text {
    let composed = composed(text);
    let mut from = 0;
    let mut words = Vec::new();
    for token in tokens(&composed) {
        let mut parts = token.surface.split(' ');
        let Some(start) = parts
            .next()
            .and_then(|part| position(&composed, from, part))
        else {
            continue;
        };
        let mut end = start.1;
        for part in parts {
            end = position(&composed, end, part).map_or(end, |found| found.1);
        }
        from = end;
        let stop = !token.code
            && (is_stop(Language::Vi, &token.exact, false)
                || is_stop(Language::En, &token.exact, false));
        words.push(Word {
            start: start.0,
            end,
            stem: if token.code {
                token.folded.clone()
            } else {
                stem(&token.folded)
            },
            exact: token.exact,
            folded: token.folded,
            code: token.code,
            joined: token.joined,
            stop,
        });
    }
    Text { composed, words }
}

fn position(text: &str, from: usize, part: &str) -> Option<(usize, usize)> {
    let at = from + text.get(from..)?.find(part)?;
    Some((at, at + part.len()))
}

/// The taxonomy's concepts that a text names, in the order of their first mention.
pub fn concepts(knowledge: &Knowledge, language: Language, text: &str) -> Vec<Code> {
    let words = tokens(&composed(text));
    let bare = words.iter().all(|word| word.exact == word.folded);
    let mut found: Vec<Code> = Vec::new();
    for code in knowledge.concepts().of_words(language, &words, bare) {
        if !found.contains(&code) {
            found.push(code);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_stand() {
        let text = analyse("Đèn đường theo TCVN ISO 37122:2020, hoà lưới 5G");
        let cut: Vec<&str> = text
            .words
            .iter()
            .map(|word| &text.composed[word.start..word.end])
            .collect();
        assert_eq!(
            cut,
            [
                "Đèn",
                "đường",
                "theo",
                "TCVN ISO 37122:2020",
                "hoà",
                "lưới",
                "5G"
            ]
        );
        assert_eq!(text.words[0].folded, "den");
        assert_eq!(text.words[4].exact, "hòa");
        assert!(text.words[6].code);
    }

    #[test]
    fn english_words_have_stems() {
        let text = analyse("Connected street lights");
        assert_eq!(text.words[2].stem, "light");
    }

    #[test]
    fn odd_texts_are_cut_without_harm() {
        for odd in [
            "",
            "\u{200b}",
            "a\u{301}\u{323}",
            "%_*?()[]{}\"\\",
            "🙂🙂",
            "'",
        ] {
            let text = analyse(odd);
            assert!(
                text.words
                    .iter()
                    .all(|word| word.end <= text.composed.len())
            );
        }
    }
}
