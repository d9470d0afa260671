//! Words, Vietnamese syllables and codes.

use super::normal::{composed, folded, lowered};

/// A word as written and as compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// As written, for quoting.
    pub surface: String,
    /// Lower case, one tone placement; codes in their canonical form.
    pub exact: String,
    /// Without diacritics.
    pub folded: String,
    /// A code or acronym (5G, IPv6, BOT, ISO 37122): the same in every language.
    pub code: bool,
    /// Whether only a space or a hyphen stands between this and the word before.
    pub joined: bool,
}

/// Bodies of standards; the number that follows them belongs to them.
const STANDARDS: &[&str] = &["TCVN", "QCVN", "ISO", "IEC", "TS", "IEEE", "ITU", "EN"];

/// Capitals that are no codes: currencies, authorities, numerals.
const NO_CODES: &[&str] = &[
    "UBND", "TP", "TPHCM", "VND", "USD", "EUR", "II", "III", "IV", "VI",
];

/// Cuts a text into words.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let words = standards_kept_whole(words(&composed(text)));
    let capital = |word: &&(String, bool)| is_capitals(&word.0);
    // In a heading set in capitals, capitals mark no acronyms.
    let shouting = words.len() >= 4 && words.iter().filter(capital).count() * 2 > words.len();
    words
        .into_iter()
        .map(|(surface, joined)| {
            let code = is_code(&surface, shouting);
            let exact = if code {
                canonical(&surface)
            } else {
                lowered(&surface)
            };
            let folded = folded(&exact);
            Token {
                surface,
                exact,
                folded,
                code,
                joined,
            }
        })
        .collect()
}

/// Runs of letters and digits; `37122:2020`, `4.0` and `O&M` stay in one piece.
fn words(text: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut word = String::new();
    let mut joined = false;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        if c.is_alphanumeric() || (!word.is_empty() && holds_together(&word, c, next)) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            found.push((std::mem::take(&mut word), joined));
            joined = true;
        }
        joined &= matches!(c, ' ' | '\u{a0}' | '\t' | '-' | '/' | '&');
    }
    if !word.is_empty() {
        found.push((word, joined));
    }
    found
}

/// Whether a mark between two letters is part of the word.
fn holds_together(word: &str, mark: char, next: char) -> bool {
    let ends_in_digit = word.ends_with(|c: char| c.is_ascii_digit());
    match mark {
        '.' | ',' | ':' => ends_in_digit && next.is_ascii_digit(),
        '/' => ends_in_digit && next.is_alphanumeric(),
        '&' => word.len() == 1 && next.is_ascii_uppercase(),
        _ => false,
    }
}

/// `TCVN`, `ISO`, `37122:2020` become one word.
fn standards_kept_whole(words: Vec<(String, bool)>) -> Vec<(String, bool)> {
    let mut whole: Vec<(String, bool)> = Vec::with_capacity(words.len());
    for (word, joined) in words {
        let continues =
            STANDARDS.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit());
        match whole.last_mut() {
            Some((before, _)) if joined && continues && ends_in_standard(before) => {
                before.push(' ');
                before.push_str(&word);
            }
            _ => whole.push((word, joined)),
        }
    }
    whole
}

fn ends_in_standard(word: &str) -> bool {
    word.rsplit(' ')
        .next()
        .is_some_and(|last| STANDARDS.contains(&last))
}

fn is_capitals(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(char::is_uppercase)
}

fn is_code(word: &str, shouting: bool) -> bool {
    if word.contains(' ') {
        return true;
    }
    let letter = word.contains(|c: char| c.is_alphabetic());
    let digit = word.contains(|c: char| c.is_ascii_digit());
    if letter && digit {
        return true;
    }
    let ascii = word.chars().all(|c| c.is_ascii_alphabetic() || c == '&');
    let short = (2..=8).contains(&word.len());
    let hump = word
        .chars()
        .zip(word.chars().skip(1))
        .any(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    let acronym = !shouting && word.chars().all(|c| c.is_ascii_uppercase() || c == '&');
    ascii && short && (hump || acronym) && !NO_CODES.contains(&word)
}

/// Lower case; a standard by its innermost body and number, without the year:
/// `TCVN ISO 37122:2020` is the Vietnamese edition of `ISO 37122`.
fn canonical(code: &str) -> String {
    let mut parts: Vec<&str> = code.split(' ').collect();
    let last = parts.pop().unwrap_or_default();
    let text = match parts.last() {
        Some(body) => format!("{body} {}", last.split(':').next().unwrap_or(last)),
        None => last.to_owned(),
    };
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        let found = tokens(text).into_iter().filter(|token| token.code);
        found.map(|token| token.exact).collect()
    }

    #[test]
    fn codes_stay_whole() {
        let text = "Mạng 5G, IPv6 và LoRaWAN theo TCVN ISO 37122:2020, hợp đồng BOT hoặc O&M";
        assert_eq!(
            codes(text),
            ["5g", "ipv6", "lorawan", "iso 37122", "bot", "o&m"]
        );
        assert_eq!(codes("certified to ISO/IEC 27001:2022"), ["iec 27001"]);
    }

    #[test]
    fn a_heading_in_capitals_has_no_acronyms() {
        assert_eq!(codes("NANG CAP HE THONG 5G"), ["5g"]);
        assert_eq!(codes("UBND TP Hà Nội"), Vec::<String>::new());
    }

    #[test]
    fn punctuation_parts_words_and_hyphens_do_not() {
        let found = tokens("kinh tế-xã hội, môi trường");
        let joined: Vec<bool> = found.iter().map(|token| token.joined).collect();
        assert_eq!(joined, [false, true, true, true, false, true]);
    }

    #[test]
    fn accents_are_kept_and_folded_beside() {
        let token = &tokens("ĐƯỜNG")[0];
        assert_eq!(
            (token.exact.as_str(), token.folded.as_str()),
            ("đường", "duong")
        );
    }
}
