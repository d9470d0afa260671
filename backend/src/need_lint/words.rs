//! Pure: a need's texts as the checks read them, and the words that they look for.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::needs::rules::Content;
use crate::text::{BilingualTextInput, clean};

/// `data/lint.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub brands: Vec<String>,
    pub vague: Vec<String>,
    pub fashionable: Vec<String>,
    pub absolute: Vec<String>,
    pub purchases: Vec<String>,
    pub people: Vec<String>,
    pub units: Vec<String>,
    pub figures: Vec<String>,
    pub constraints: Vec<String>,
    pub origins: Vec<String>,
    pub local_only: Vec<String>,
    pub placeholders: Vec<String>,
    pub known_acronyms: Vec<String>,
    pub former_levels: Vec<String>,
    pub replaced: HashMap<String, String>,
    pub holidays: Holidays,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holidays {
    pub fixed: Vec<String>,
    pub tet: Vec<(NaiveDate, NaiveDate)>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/lint.toml")).expect("lint.toml is read by a test")
});

/// A need's texts.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub title: Sides,
    pub summary: Sides,
    pub description: Sides,
    /// Everything, as written.
    pub all: String,
    /// Everything, in lower case.
    pub lower: String,
}

/// A text in both languages, as stored.
#[derive(Debug, Default)]
pub(super) struct Sides {
    pub vi: Option<String>,
    pub en: Option<String>,
}

impl Sides {
    fn of(text: &BilingualTextInput) -> Self {
        Self {
            vi: clean(text.vi.clone()),
            en: clean(text.en.clone()),
        }
    }

    pub fn both(&self) -> String {
        let sides = [self.vi.as_deref(), self.en.as_deref()];
        sides.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    pub fn is_empty(&self) -> bool {
        self.vi.is_none() && self.en.is_none()
    }

    /// Length of the longer side in characters.
    pub fn longest(&self) -> usize {
        let length = |side: &Option<String>| side.as_ref().map_or(0, |text| text.chars().count());
        length(&self.vi).max(length(&self.en))
    }
}

impl Texts {
    pub fn of(content: &Content) -> Self {
        let title = Sides::of(&content.title);
        let summary = Sides::of(&content.summary);
        let description = Sides::of(&content.description);
        let all: String = [
            title.both(),
            summary.both(),
            description.both(),
            content.brief.words(),
        ]
        .join("\n")
        .nfc()
        .collect();
        Self {
            lower: all.to_lowercase(),
            title,
            summary,
            description,
            all,
        }
    }
}

/// The first of these words in a text in lower case, as a whole word.
pub(super) fn first_word<'w>(lower: &str, words: &'w [String]) -> Option<&'w str> {
    words
        .iter()
        .find(|word| has_word(lower, word))
        .map(String::as_str)
}

/// The first of these in a text in lower case, wherever it stands.
pub(super) fn first_part<'w>(lower: &str, words: &'w [String]) -> Option<&'w str> {
    let words = words.iter();
    words.map(String::as_str).find(|word| lower.contains(word))
}

/// True when the word stands in the text between other things than letters and digits.
pub(super) fn has_word(lower: &str, word: &str) -> bool {
    let ends_open = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    lower.match_indices(word).any(|(at, found)| {
        let before = lower[..at].chars().next_back();
        let after = lower[at + found.len()..].chars().next();
        // "%" and the like are their own boundary.
        let symbol = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric());
        (ends_open(before) || symbol(word.chars().next()))
            && (ends_open(after) || symbol(word.chars().next_back()))
    })
}

/// Numbers that stand by themselves, as digits: "45.000" and "45,000" are the same.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut current = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            c if c.is_ascii_digit() => current.push(c),
            '.' | ',' if !current.is_empty() => {}
            _ if !current.is_empty() => all.push(std::mem::take(&mut current)),
            _ => {}
        }
    }
    all
}

/// Words of a text, cut at whatever is neither letter, digit, hyphen, stroke nor dot within.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '@' | '+')))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// A date as people in Vietnam write it: 1/6/2026, 01-06-2026, 1.6.2026.
pub(super) fn date(token: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = token.split(['/', '-', '.']).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// True for something like 269/2025/NĐ-CP or 64/2020/QH14.
pub(super) fn is_document_number(token: &str) -> bool {
    let mut parts = token.split('/');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let numbered = first.chars().next().is_some_and(|c| c.is_ascii_digit());
    let kind = |part: &str| part.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (numbered && rest.last().is_some_and(|part| kind(part)))
        // 52-NQ/TW
        || (numbered && first.contains('-') && !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_in_both_languages() {
        assert_eq!(
            numbers("45.000 đèn, 30%"),
            numbers("45,000 lamps, 30 per cent")
        );
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("thiết bị nec mới", "nec"));
        assert!(!has_word("connected lamps", "nec"));
        assert!(has_word("giảm 30%", "%"));
    }

    #[test]
    fn document_numbers_are_told_from_dates() {
        for number in [
            "269/2025/NĐ-CP",
            "64/2020/QH14",
            "52-NQ/TW",
            "03/2026/TT-BXD",
            "950/QĐ-TTg",
        ] {
            assert!(is_document_number(number), "{number}");
        }
        for other in ["1/6/2026", "24/7", "LED", "2026", "4.0"] {
            assert!(!is_document_number(other), "{other}");
        }
    }
}
