//! Texts in Vietnamese and English: what a person writes, and what the product says.

use async_graphql::{Enum, InputObject, SimpleObject};
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// The reader's or a person's language.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Locale {
    /// Vietnamese.
    #[default]
    #[sea_orm(string_value = "VI")]
    Vi,
    /// English.
    #[sea_orm(string_value = "EN")]
    En,
}

impl Locale {
    /// The better of the two for an `Accept-Language` header; Vietnamese unless English comes first.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        header.split(',').find_map(|part| {
            let tag = part
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase();
            match tag.split('-').next() {
                Some("vi") => Some(Self::Vi),
                Some("en") => Some(Self::En),
                _ => None,
            }
        })
    }
}

/// Something the product says, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// Shorthand for a [`Sentence`].
pub fn say(vi: impl Into<String>, en: impl Into<String>) -> Sentence {
    Sentence {
        vi: vi.into(),
        en: en.into(),
    }
}

impl Sentence {
    /// The sentence in one language.
    pub fn pick(&self, locale: Locale) -> &str {
        match locale {
            Locale::Vi => &self.vi,
            Locale::En => &self.en,
        }
    }
}

/// Who wrote one language's version of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Enum)]
#[serde(rename_all = "snake_case")]
pub enum TranslationState {
    /// A person wrote it.
    Human,
    /// A machine translated it and nobody has checked it yet.
    Machine,
    /// The other language was changed after it.
    Outdated,
}

/// A text in Vietnamese and English; either alone is valid.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, SimpleObject, FromJsonQueryResult,
)]
pub struct BilingualText {
    /// Vietnamese.
    pub vi: Option<String>,
    /// English.
    pub en: Option<String>,
    /// Who wrote the Vietnamese.
    pub vi_state: Option<TranslationState>,
    /// Who wrote the English.
    pub en_state: Option<TranslationState>,
}

/// A text as it is sent in; a language left out or empty is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, InputObject)]
pub struct BilingualTextInput {
    /// Vietnamese.
    pub vi: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl BilingualText {
    /// A text from what was sent, written by a person.
    pub fn new(input: BilingualTextInput) -> Self {
        let vi = clean(input.vi);
        let en = clean(input.en);
        let state = |side: &Option<String>| side.as_ref().map(|_| TranslationState::Human);
        Self {
            vi_state: state(&vi),
            en_state: state(&en),
            vi,
            en,
        }
    }

    /// The text after an edit: a language that was left alone while the other changed becomes
    /// outdated, one that was changed is human again.
    #[must_use]
    pub fn revised(&self, input: BilingualTextInput) -> Self {
        let mut next = Self::new(input);
        let vi_changed = next.vi != self.vi;
        let en_changed = next.en != self.en;
        if next.vi.is_some() && !vi_changed {
            next.vi_state = if en_changed && next.en.is_some() && self.en.is_some() {
                Some(TranslationState::Outdated)
            } else {
                self.vi_state
            };
        }
        if next.en.is_some() && !en_changed {
            next.en_state = if vi_changed && next.vi.is_some() && self.vi.is_some() {
                Some(TranslationState::Outdated)
            } else {
                self.en_state
            };
        }
        next
    }

    /// True when neither language has anything.
    pub fn is_empty(&self) -> bool {
        self.vi.is_none() && self.en.is_none()
    }

    /// The text for a reader: own language first, the other rather than nothing.
    pub fn pick(&self, locale: Locale) -> &str {
        let (first, second) = match locale {
            Locale::Vi => (&self.vi, &self.en),
            Locale::En => (&self.en, &self.vi),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }

    /// Both languages, for searching.
    pub fn both(&self) -> String {
        [self.vi.as_deref(), self.en.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The longer side's length in characters.
    pub fn longest(&self) -> usize {
        let length = |side: &Option<String>| side.as_ref().map_or(0, |text| text.chars().count());
        length(&self.vi).max(length(&self.en))
    }
}

/// A text as stored: NFC, trimmed, without control characters other than line breaks; empty is none.
pub fn clean(text: Option<String>) -> Option<String> {
    let text: String = text?
        .nfc()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect();
    let trimmed = text.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// As [`clean`], on one line.
pub fn clean_line(text: Option<String>) -> Option<String> {
    clean(text).map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// True for characters that show nothing themselves and change or hide what stands beside them:
/// direction marks, zero-width joiners, fillers, variation selectors, tags (Unicode's
/// Default_Ignorable_Code_Point, less the control characters that [`clean`] drops).
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Lower case without diacritics, `đ` as `d`: what a text filter compares.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(vi: &str, en: &str) -> BilingualTextInput {
        BilingualTextInput {
            vi: Some(vi.into()),
            en: Some(en.into()),
        }
    }

    #[test]
    fn editing_one_language_marks_the_other_outdated() {
        let first = BilingualText::new(text("Đèn đường", "Street lights"));
        let second = first.revised(text("Đèn đường thông minh", "Street lights"));
        assert_eq!(second.vi_state, Some(TranslationState::Human));
        assert_eq!(second.en_state, Some(TranslationState::Outdated));
        let third = second.revised(text("Đèn đường thông minh", "Smart street lights"));
        assert_eq!(third.en_state, Some(TranslationState::Human));
        assert_eq!(third.vi_state, Some(TranslationState::Outdated));
    }

    #[test]
    fn adding_a_first_translation_leaves_the_original_alone() {
        let first = BilingualText::new(text("Đèn đường", ""));
        let second = first.revised(text("Đèn đường", "Street lights"));
        assert_eq!(second.vi_state, Some(TranslationState::Human));
        assert_eq!(second.en_state, Some(TranslationState::Human));
    }

    #[test]
    fn folding_reaches_the_letter_that_unicode_does_not() {
        assert_eq!(fold("Đường Hoà Bình"), "duong hoa binh");
    }

    #[test]
    fn accept_language_takes_the_first_known() {
        assert_eq!(
            Locale::from_accept_language("fr, en-GB;q=0.9, vi;q=0.8"),
            Some(Locale::En)
        );
        assert_eq!(Locale::from_accept_language("vi-VN"), Some(Locale::Vi));
        assert_eq!(Locale::from_accept_language("fr"), None);
    }
}
