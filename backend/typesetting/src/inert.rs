//! What people wrote, as it can be set: composed, without what is invisible or turns the
//! direction of reading, and with a box in the place of what no font of ours can show.
//!
//! A paper that is signed must show what it says. Directional marks could show digits in another
//! order than they are stored; invisible characters could make two texts look alike that are not.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::paper::{Clause, Paper, Party, Signature, Text, Witness};
use crate::{Error, MOST_CHARACTERS, world};

/// Stands for a character that the fonts do not have.
pub(crate) const BOX: char = '\u{25A1}';

/// Where a long word may be broken; it has no width.
const BREAK: char = '\u{200B}';
/// Letters that a word has at most without being given breaks, and that then stay together.
const LONGEST: usize = 24;
const STEP: usize = 12;

/// What the layout reads.
#[derive(Serialize)]
pub(crate) struct Content {
    #[serde(flatten)]
    paper: Paper,
    /// Year, month, day.
    pub(crate) date: Option<(u16, u8, u8)>,
}

pub(crate) fn content(paper: &Paper) -> Result<Content, Error> {
    let mut characters = 0;
    let mut clean = |text: &String| {
        characters += text.chars().count();
        cleaned(text)
    };
    let mut both = |text: &Text| Text {
        vi: clean(&text.vi),
        en: clean(&text.en),
    };
    let title = both(&paper.title);
    let kind = both(&paper.kind);
    let recitals = paper.recitals.iter().map(&mut both).collect();
    let clauses = paper
        .clauses
        .iter()
        .map(|clause| Clause {
            heading: both(&clause.heading),
            body: both(&clause.body),
        })
        .collect();
    let parties: Vec<(Text, Text)> = paper
        .parties
        .iter()
        .map(|party| (both(&party.role), both(&party.name)))
        .collect();
    let signatures: Vec<(Text, Text)> = paper
        .signatures
        .iter()
        .map(|signature| (both(&signature.party), both(&signature.statement)))
        .collect();
    let content = Paper {
        title,
        kind,
        recitals,
        clauses,
        number: clean(&paper.number),
        parties: paper
            .parties
            .iter()
            .zip(parties)
            .map(|(party, (role, name))| Party {
                role,
                name,
                address: clean(&party.address),
                representative: clean(&party.representative),
                position: clean(&party.position),
            })
            .collect(),
        signatures: paper
            .signatures
            .iter()
            .zip(signatures)
            .map(|(signature, (party, statement))| Signature {
                party,
                statement,
                name: clean(&signature.name),
                position: clean(&signature.position),
                at: clean(&signature.at),
            })
            .collect(),
        witnesses: paper
            .witnesses
            .iter()
            .map(|witness| Witness {
                name: clean(&witness.name),
                organization: clean(&witness.organization),
            })
            .collect(),
        version: paper.version,
        hash: clean(&paper.hash),
        verify_url: clean(&paper.verify_url),
        draft: paper.draft,
        printed_at: clean(&paper.printed_at),
    };
    if characters > MOST_CHARACTERS {
        return Err(Error::TooLong { characters });
    }
    let date = day(&content.printed_at);
    Ok(Content {
        paper: content,
        date,
    })
}

fn cleaned(text: &str) -> String {
    let shown: String = text
        .replace("\r\n", "\n")
        .nfc()
        .filter_map(|character| match character {
            '\n' | '\u{2028}' | '\u{2029}' | '\r' => Some('\n'),
            '\t' => Some(' '),
            _ if character.is_control() || invisible(character) => None,
            _ if character.is_whitespace() || (world::shows(character) && !private(character)) => {
                Some(character)
            }
            _ => Some(BOX),
        })
        .collect();
    breakable(shown)
}

/// A word that no line could hold may be broken, but not at every letter: a line's breaks are weighed
/// against each other, and a page without a space would take minutes.
fn breakable(text: String) -> String {
    if text
        .split_whitespace()
        .all(|word| word.chars().nth(LONGEST).is_none())
    {
        return text;
    }
    let mut broken = String::with_capacity(text.len() + text.len() / STEP);
    for part in text.split_inclusive(char::is_whitespace) {
        let long = part.chars().nth(LONGEST).is_some();
        let mut since = 0;
        for character in part.chars() {
            if long && since >= STEP && !character.is_whitespace() && !is_combining_mark(character)
            {
                broken.push(BREAK);
                since = 0;
            }
            broken.push(character);
            since += 1;
        }
    }
    broken
}

/// Draws nothing, joins, turns, or varies what stands before it.
fn invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Means what each font pleases; an archived paper may not have it.
fn private(character: char) -> bool {
    matches!(
        character,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}'
    )
}

/// The first day in a text, written `2026-11-28` or `28/11/2026`.
fn day(text: &str) -> Option<(u16, u8, u8)> {
    let words: Vec<&str> = text
        .split(|character: char| !(character.is_ascii_digit() || "-/".contains(character)))
        .collect();
    words.into_iter().find_map(|word| {
        let (year, month, day) = match word.split(['-', '/']).collect::<Vec<_>>()[..] {
            [year, month, day] if word.contains('-') && year.len() == 4 => (year, month, day),
            [day, month, year] if word.contains('/') && year.len() == 4 => (year, month, day),
            _ => return None,
        };
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        // The library knows which months have 31 days.
        typst::foundations::Datetime::from_ymd(i32::from(year), month, day)
            .map(|_| (year, month, day))
    })
}

#[cfg(test)]
mod tests {
    use super::{BOX, BREAK, cleaned, day};

    #[test]
    fn every_letter_of_vietnamese_stays_whatever_way_it_is_written() {
        let mut letters = String::from("đĐ₫");
        for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars() {
            for tone in ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
                letters.push(vowel);
                letters.push_str(tone);
            }
        }
        let set = cleaned(&letters).replace(BREAK, "");
        assert_eq!(set.chars().count(), 3 + 24 * 6, "each is one character");
        assert!(!set.contains(BOX), "{set}");
    }

    #[test]
    fn what_would_deceive_goes_and_what_no_font_has_becomes_a_box() {
        assert_eq!(
            cleaned("100\u{202E}999\u{202C} đồng\u{200B}"),
            "100999 đồng"
        );
        assert_eq!(cleaned("a\0b\u{FEFF}c\td\r\ne\rf"), "abc d\ne\nf");
        assert_eq!(cleaned("👍🏽"), format!("{BOX}{BOX}"));
        assert_eq!(cleaned("漢 \u{E000}"), format!("{BOX} {BOX}"));
        assert_eq!(
            cleaned("#import \"x\" ] $ [ \\ *b* _i_ `c`"),
            "#import \"x\" ] $ [ \\ *b* _i_ `c`"
        );
    }

    #[test]
    fn long_words_get_breaks_and_others_stay_as_they_are() {
        assert_eq!(
            cleaned("nghiêng telecommunications"),
            "nghiêng telecommunications"
        );
        let broken = cleaned(&format!("ngắn {}\nngắn", "x".repeat(30)));
        let step = "x".repeat(12);
        assert_eq!(
            broken,
            format!("ngắn {step}\u{200B}{step}\u{200B}xxxxxx\nngắn")
        );
        // A mark is not parted from its letter.
        let marked = cleaned(&"x\u{0330}".repeat(30));
        assert!(!marked.contains("\u{200B}\u{0330}"), "{marked:?}");
    }

    #[test]
    fn a_day_is_found_however_it_is_written() {
        assert_eq!(day("2026-11-28T07:00:00Z"), Some((2026, 11, 28)));
        assert_eq!(day("14:05, 28/11/2026"), Some((2026, 11, 28)));
        assert_eq!(day("ngày 31/02/2026"), None);
        assert_eq!(day("28-11-2026"), None);
        assert_eq!(day(""), None);
    }
}
