//! In which of the two languages a text is written.

use whatlang::{Detector, Lang};

use super::normal::composed;
use super::syllable::is_syllable;
use super::token::tokens;
use crate::model::Language;

/// The language of a text that does not say it: Vietnamese if it carries Vietnamese letters
/// or, typed without diacritics, if nearly all its words could be Vietnamese syllables;
/// otherwise what trigram statistics say.
///
/// An empty text, a number or a code is Vietnamese, the language of the product.
pub fn detect(text: &str) -> Language {
    let text = composed(text);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let marked = text.chars().filter(|c| is_vietnamese_letter(*c)).count();
    if letters == 0 || marked * 20 >= letters {
        return Language::Vi;
    }
    let words: Vec<_> = tokens(&text).into_iter().filter(|t| !t.code).collect();
    let syllables = words.iter().filter(|t| is_syllable(&t.folded)).count();
    if marked > 0 && syllables * 2 >= words.len() {
        return Language::Vi;
    }
    // Two words of English rarely look like syllables; nine in ten of a Vietnamese text do.
    if words.len() >= 2 && syllables * 10 >= words.len() * 9 {
        return Language::Vi;
    }
    if words.len() < 4 {
        return if syllables * 2 > words.len() && words.len() > 1 {
            Language::Vi
        } else {
            Language::En
        };
    }
    match Detector::with_allowlist(vec![Lang::Vie, Lang::Eng]).detect_lang(&text) {
        Some(Lang::Vie) => Language::Vi,
        _ => Language::En,
    }
}

/// Letters that Vietnamese has and English has not; `é` and the like of loan words do not count.
fn is_vietnamese_letter(c: char) -> bool {
    matches!(
        c,
        'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'
            ..='\u{1ef9}'
                | 'à'
                | 'á'
                | 'ã'
                | 'â'
                | 'è'
                | 'ê'
                | 'ì'
                | 'í'
                | 'ò'
                | 'ó'
                | 'õ'
                | 'ô'
                | 'ù'
                | 'ú'
                | 'ý'
                | 'À'
                | 'Á'
                | 'Ã'
                | 'Â'
                | 'È'
                | 'Ê'
                | 'Ì'
                | 'Í'
                | 'Ò'
                | 'Ó'
                | 'Õ'
                | 'Ô'
                | 'Ù'
                | 'Ú'
                | 'Ý'
                | 'ĩ'
                | 'Ĩ'
                | 'ũ'
                | 'Ũ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_real_texts_is_found() {
        let vietnamese = [
            "Chiếu sáng công cộng",
            "chieu sang cong cong thong minh",
            "Cau Hanh khach",
            "Xử lý nước thải bằng công nghệ MBR của Singapore",
            "Hạ tầng IoT",
            "2026",
            "",
        ];
        for text in vietnamese {
            assert_eq!(detect(text), Language::Vi, "{text}");
        }
        let english = [
            "Smart street lighting",
            "Jetway",
            "Request for Tender for Road Resurfacing in Wards 1, 2 and 3",
            "Water treatment plant for Đà Nẵng city, including design and construction",
            "café furniture",
        ];
        for text in english {
            assert_eq!(detect(text), Language::En, "{text}");
        }
    }
}
