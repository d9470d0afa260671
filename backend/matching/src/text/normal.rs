//! One spelling for what is the same word.

use frostem::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Composed (NFC), without the invisible characters that pasted texts carry.
pub(super) fn composed(text: &str) -> String {
    // Most texts are composed already.
    let plain = is_nfc_quick(text.chars()) == IsNormalized::Yes && !text.chars().any(is_invisible);
    if plain {
        return text.to_owned();
    }
    text.chars().filter(|c| !is_invisible(*c)).nfc().collect()
}

/// Zero-width characters, soft hyphen and byte-order mark: they would cut words in two.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Lower case, with the tone of an open `oa`, `oe`, `uy` on its first vowel:
/// `hoà` and `hòa`, `khoẻ` and `khỏe`, `thuý` and `thúy` become one.
pub(super) fn lowered(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let lower: String = word.to_lowercase().nfc().collect();
    let mut letters: Vec<char> = lower.chars().collect();
    if let [.., first, second] = letters.as_mut_slice()
        && let Some((toned, plain)) = tone_moved(*first, *second)
    {
        *first = toned;
        *second = plain;
    }
    letters.into_iter().collect()
}

/// The pair with its tone moved from the second vowel to the first.
fn tone_moved(first: char, second: char) -> Option<(char, char)> {
    // The five tones in one order, then the bare letter.
    const A: [char; 6] = ['à', 'á', 'ả', 'ã', 'ạ', 'a'];
    const E: [char; 6] = ['è', 'é', 'ẻ', 'ẽ', 'ẹ', 'e'];
    const Y: [char; 6] = ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ', 'y'];
    const O: [char; 5] = ['ò', 'ó', 'ỏ', 'õ', 'ọ'];
    const U: [char; 5] = ['ù', 'ú', 'ủ', 'ũ', 'ụ'];
    let (toned, seconds) = match first {
        'o' if A.contains(&second) => (O, A),
        'o' if E.contains(&second) => (O, E),
        'u' if Y.contains(&second) => (U, Y),
        _ => return None,
    };
    let tone = seconds[..5].iter().position(|vowel| *vowel == second)?;
    Some((toned[tone], seconds[5]))
}

/// Without diacritics. `đ` is a letter of its own to Unicode, so it is folded by hand.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            'đ' => 'd',
            'Đ' => 'D',
            other => other,
        })
        .collect()
}

/// The English stem (Snowball's English stemmer) of a lowered word; what is not plain
/// ASCII letters stays as it is.
pub(super) fn stem(word: &str) -> String {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
        return word.to_owned();
    }
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tone_placement_variants_are_one() {
        for (old, new) in [
            ("hoà", "hòa"),
            ("thuý", "thúy"),
            ("khoẻ", "khỏe"),
            ("Hoạ", "họa"),
        ] {
            assert_eq!(lowered(old), lowered(new), "{old} {new}");
        }
        assert_eq!(
            lowered("hoàn"),
            "hoàn",
            "a closed syllable has one place for its tone"
        );
        assert_ne!(lowered("hòa"), lowered("hóa"));
    }

    #[test]
    fn folding_takes_the_bar_of_the_d_too() {
        assert_eq!(folded("đường điện"), "duong dien");
        assert_eq!(folded("Đà Nẵng"), "Da Nang");
    }

    #[test]
    fn decomposed_and_broken_words_are_mended() {
        assert_eq!(composed("đo\u{302}\u{200b} thi\u{323}"), "đô thị");
    }

    #[test]
    fn english_words_are_reduced_to_their_stem() {
        let stems = ["sensors", "cities", "lighting", "lights", "5g", "kỹ"].map(stem);
        assert_eq!(stems, ["sensor", "citi", "light", "light", "5g", "kỹ"]);
    }
}
