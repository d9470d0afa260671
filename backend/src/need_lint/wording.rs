//! Pure: what checks find in a need's texts.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::rules::Facts;
use super::words::{Sides, WORDS, date, first_part, first_word, has_word, numbers, tokens};
use crate::clock::local_date;

/// A text that has fewer characters.
pub(super) fn short(text: &Sides, least: usize) -> Option<String> {
    let length = text.longest();
    (!text.is_empty() && length < least).then(|| length.to_string())
}

/// A text that has more characters.
pub(super) fn long(text: &Sides, most: usize) -> Option<String> {
    let length = text.longest();
    (length > most).then(|| length.to_string())
}

/// One of these words.
pub(super) fn word(facts: &Facts<'_>, words: &[String]) -> Option<String> {
    first_word(&facts.texts.lower, words).map(str::to_owned)
}

pub(super) fn absolute(facts: &Facts<'_>) -> Option<String> {
    word(facts, &WORDS.absolute)
}

pub(super) fn origin(facts: &Facts<'_>) -> Option<String> {
    let lower = &facts.texts.lower;
    let found = first_part(lower, &WORDS.origins).or_else(|| first_part(lower, &WORDS.local_only));
    found.map(str::to_owned)
}

pub(super) fn placeholder(facts: &Facts<'_>) -> Option<String> {
    let known = first_part(&facts.texts.lower, &WORDS.placeholders).map(str::to_owned);
    known.or_else(|| bracketed(&facts.texts.lower))
}

/// What a template left to be filled in, such as "[địa bàn]"; a link or the number of a footnote is none.
fn bracketed(text: &str) -> Option<String> {
    text.split('[').skip(1).find_map(|part| {
        let (inner, rest) = part.split_once(']')?;
        let short = inner.chars().count() <= 40;
        let words = inner.chars().any(char::is_alphabetic);
        (short && words && !rest.starts_with('(')).then(|| format!("[{inner}]"))
    })
}

/// A title that begins with a purchase.
pub(super) fn purchase(facts: &Facts<'_>) -> Option<String> {
    let title = &facts.texts.title;
    let sides = [title.vi.as_deref(), title.en.as_deref()];
    sides.into_iter().flatten().find_map(|side| {
        let lower = side.to_lowercase();
        let mut words = WORDS.purchases.iter();
        let found = words.find(|word| lower.starts_with(word.as_str()))?;
        Some(found.trim().to_owned())
    })
}

pub(super) fn capitals(facts: &Facts<'_>) -> Option<String> {
    let title = facts.texts.title.both();
    let letters: Vec<char> = title.chars().filter(|c| c.is_alphabetic()).collect();
    let upper = letters.iter().filter(|c| c.is_uppercase()).count();
    (letters.len() >= 10 && upper * 10 >= letters.len() * 8).then(String::new)
}

pub(super) fn exclamations(facts: &Facts<'_>) -> Option<String> {
    facts.texts.all.contains('!').then(String::new)
}

pub(super) fn repeats(facts: &Facts<'_>) -> Option<String> {
    let (title, summary) = (&facts.texts.title, &facts.texts.summary);
    let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    (same(&title.vi, &summary.vi) || same(&title.en, &summary.en)).then(String::new)
}

/// A fashionable word in a title without a figure.
pub(super) fn fashion(facts: &Facts<'_>) -> Option<String> {
    let title = facts.texts.title.both().to_lowercase();
    let bare: String = title.replace("4.0", "");
    if bare.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    first_word(&title, &WORDS.fashionable).map(str::to_owned)
}

/// An acronym that is neither known nor explained: nothing in brackets beside its first use.
pub(super) fn acronym(facts: &Facts<'_>) -> Option<String> {
    let text = &facts.texts.all;
    tokens(text)
        .filter(|word| !word.contains(['/', '@', '.']))
        .find(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            letters >= 2
                && word.chars().count() <= 8
                && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
                && !WORDS.known_acronyms.iter().any(|known| known == word)
                && !explained(text, word)
        })
        .map(str::to_owned)
}

/// "IOC (Trung tâm …)" or "Trung tâm … (IOC)".
fn explained(text: &str, word: &str) -> bool {
    let Some(at) = text.find(word) else {
        return true;
    };
    let after = text[at + word.len()..].trim_start();
    let before = text[..at].trim_end();
    after.starts_with(['(', '–', ':']) || before.ends_with('(')
}

pub(super) fn one_language(facts: &Facts<'_>) -> Option<String> {
    let lacks = |text: &Sides| !text.is_empty() && (text.vi.is_none() || text.en.is_none());
    (lacks(&facts.texts.title) || lacks(&facts.texts.summary)).then(String::new)
}

pub(super) fn same_in_both(facts: &Facts<'_>) -> Option<String> {
    let texts = [&facts.texts.summary, &facts.texts.description];
    let mut texts = texts.into_iter();
    texts
        .any(|text| text.vi.is_some() && text.vi == text.en)
        .then(String::new)
}

pub(super) fn no_diacritics(facts: &Facts<'_>) -> Option<String> {
    let vi = [&facts.texts.title, &facts.texts.summary].map(|text| text.vi.clone());
    let vi = vi.into_iter().flatten().collect::<Vec<_>>().join(" ");
    (vi.chars().count() > 30 && vi.is_ascii()).then(String::new)
}

/// A number of at least two digits that one language has and the other has not.
pub(super) fn numbers_differ(facts: &Facts<'_>) -> Option<String> {
    let texts = &facts.texts;
    [&texts.title, &texts.summary, &texts.description]
        .into_iter()
        .find_map(|text| {
            let (vi, en) = (text.vi.as_deref()?, text.en.as_deref()?);
            let of = |text: &str| -> HashSet<String> {
                let all = numbers(text).into_iter();
                all.filter(|number| number.len() >= 2).collect()
            };
            let (vi, en) = (of(vi), of(en));
            vi.symmetric_difference(&en).min().cloned()
        })
}

/// "ít nhất 10 năm kinh nghiệm", "10 years of experience".
pub(super) fn experience(facts: &Facts<'_>) -> Option<String> {
    const MANY: u32 = 8;
    let words: Vec<&str> = tokens(&facts.texts.lower).collect();
    words.windows(4).find_map(|four| {
        let years: u32 = four[0].parse().ok()?;
        let vi = four[1] == "năm" && four[2] == "kinh" && four[3] == "nghiệm";
        let en = matches!(four[1], "years" | "years'")
            && (four[2] == "experience" || (four[2] == "of" && four[3] == "experience"));
        ((vi || en) && years >= MANY).then(|| years.to_string())
    })
}

/// A date that the text sets ("trước 1/6/2026") and that has passed.
pub(super) fn date_past(facts: &Facts<'_>) -> Option<String> {
    let today = local_date(facts.at);
    let words: Vec<&str> = tokens(&facts.texts.lower).collect();
    words.windows(3).find_map(|three| {
        let sets =
            |word: &str| matches!(word, "trước" | "nhất" | "hạn" | "before" | "by" | "until");
        let found = match three {
            [one, "ngày" | "day", at] if sets(one) => date(at),
            [_, one, at] if sets(one) => date(at),
            _ => None,
        }?;
        (found < today).then(|| found.format("%d/%m/%Y").to_string())
    })
}

/// A date as written.
pub(super) fn date_of(token: &str) -> Option<NaiveDate> {
    date(token)
}

/// True for a number before this unit: "12 tháng", or a word for one: "trong ba năm".
pub(super) fn counted(lower: &str, unit: &str) -> bool {
    const NUMBERS: [&str; 20] = [
        "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "one", "two",
        "three", "four", "five", "six", "ten", "twelve", "mỗi", "đầu",
    ];
    let words: Vec<&str> = tokens(lower).collect();
    words.windows(2).any(|two| {
        let digits = two[0]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_ascii_digit());
        two[1] == unit && (digits || NUMBERS.contains(&two[0]))
    }) || has_word(lower, &format!("12-{}", unit.trim_end_matches('s')))
}

/// A document that was replaced, among the legal basis or in the text.
pub(super) fn replaced(facts: &Facts<'_>) -> Option<String> {
    let documents = facts.content.brief.legal_basis.iter();
    let mut numbers: Vec<String> = documents.map(|one| one.number.to_lowercase()).collect();
    numbers.extend(tokens(&facts.texts.lower).map(str::to_owned));
    numbers.iter().find_map(|number| {
        let by = WORDS.replaced.get(number.as_str())?;
        Some(format!("{} → {by}", number.to_uppercase()))
    })
}

/// An email address or a telephone number.
pub(super) fn contact(facts: &Facts<'_>) -> Option<String> {
    let text = &facts.texts.all;
    let email = tokens(text).find(|word| {
        word.split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    });
    email.map(str::to_owned).or_else(|| telephone(text))
}

/// Nine to eleven digits that begin with 0 or +84, with spaces or dots between.
fn telephone(text: &str) -> Option<String> {
    let mut current = String::new();
    for c in text.chars().chain(['\n']) {
        match c {
            c if c.is_ascii_digit() || (c == '+' && current.is_empty()) => current.push(c),
            ' ' | '.' | '-' if !current.is_empty() => {}
            _ => {
                let digits = current.trim_start_matches('+').len();
                let begins = current.starts_with('0') || current.starts_with("+84");
                if begins && (9..=12).contains(&digits) {
                    return Some(current);
                }
                current.clear();
            }
        }
    }
    None
}

/// A level of government that no longer exists.
pub(super) fn former_level(facts: &Facts<'_>) -> Option<String> {
    word(facts, &WORDS.former_levels)
}

/// An address on the web.
pub(super) fn web_address(facts: &Facts<'_>) -> Option<String> {
    let lower = &facts.texts.lower;
    let at = lower.find("http://").or_else(|| lower.find("https://"))?;
    let rest = &lower[at..];
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    Some(rest[..end].chars().take(80).collect())
}
