//! Pure: when two names of organisations look alike, and which names are not taken at all.
//!
//! A name is reduced to what is left when tones, diacritics, letter case, spaces, legal forms
//! ("công ty cổ phần", "TNHH", "Ltd") and letters of other scripts that look like Latin ones
//! (Unicode Technical Standard 39) are levelled. Names with the same key look alike.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_security::confusable_detection::skeleton;
use unicode_security::restriction_level::{RestrictionLevel, RestrictionLevelDetection};

use crate::text::{fold, is_invisible};

/// Forms and words that say what kind of body it is, and not which; folded, the longer first.
const FORMS: [&str; 38] = [
    "cong ty trach nhiem huu han mot thanh vien",
    "cong ty trach nhiem huu han hai thanh vien tro len",
    "cong ty trach nhiem huu han",
    "trach nhiem huu han",
    "hai thanh vien tro len",
    "cong ty co phan",
    "cong ty hop danh",
    "doanh nghiep tu nhan",
    "mot thanh vien",
    "tong cong ty",
    "tap doan",
    "cong ty cp",
    "cong ty",
    "cty cp",
    "cty",
    "ctcp",
    "co phan",
    "tnhh",
    "mtv",
    "dntn",
    "joint stock company",
    "limited liability company",
    "company limited",
    "joint stock",
    "incorporated",
    "corporation",
    "company",
    "limited",
    "group",
    "jsc",
    "llc",
    "ltd",
    "inc",
    "corp",
    "plc",
    "gmbh",
    "pte",
    "co",
];

/// What is written in two ways.
const SHORT: [(&str, &str); 4] = [
    ("ubnd", "uy ban nhan dan"),
    ("tp", "thanh pho"),
    ("tphcm", "thanh pho ho chi minh"),
    ("hcm", "ho chi minh"),
];

type Words = Vec<String>;

static LEVELLED_FORMS: LazyLock<Vec<Words>> =
    LazyLock::new(|| FORMS.iter().map(|form| levelled(form)).collect());
static LEVELLED_SHORT: LazyLock<Vec<(String, Words)>> = LazyLock::new(|| {
    let pair = |(short, long): &(&str, &str)| Some((levelled(short).pop()?, levelled(long)));
    SHORT.iter().filter_map(pair).collect()
});

/// What a name is reduced to; none when nothing of it is left.
pub fn key(name: &str) -> Option<String> {
    let mut words = Vec::new();
    for word in levelled(name) {
        match LEVELLED_SHORT.iter().find(|(short, _)| *short == word) {
            Some((_, long)) => words.extend(long.iter().cloned()),
            None => words.push(word),
        }
    }
    let left = without_forms(&words);
    // A name that is nothing but a form is compared as it is.
    let key = if left.is_empty() {
        words.concat()
    } else {
        left.concat()
    };
    (!key.is_empty()).then_some(key)
}

fn without_forms(words: &[String]) -> Words {
    let mut left = Vec::new();
    let mut rest = words;
    while let Some((first, more)) = rest.split_first() {
        if let Some(form) = LEVELLED_FORMS.iter().find(|form| rest.starts_with(form)) {
            rest = &rest[form.len()..];
        } else {
            left.push(first.clone());
            rest = more;
        }
    }
    left
}

/// The words of a text, as they look to a hasty reader.
fn levelled(text: &str) -> Words {
    let compatible: String = text.nfkc().filter(|c| !is_invisible(*c)).collect();
    // As capitals, among which most letters of other scripts look alike; then as small ones.
    let bare = fold(&compatible).to_uppercase();
    let looks: String = skeleton(&bare).collect();
    let looks: String = skeleton(&fold(&looks)).collect();
    looks
        .chars()
        .map(|c| match c {
            // A capital I, a small l and a one are the same stroke.
            'i' | '1' | '|' | 'ı' => 'l',
            '0' => 'o',
            c => c,
        })
        .collect::<String>()
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// True when a name mixes scripts as no language does ("СMC" with a Cyrillic first letter), or holds
/// letters that no name is written with or characters that nobody sees.
pub fn is_deceptive(name: &str) -> bool {
    let letters: String = name.nfc().filter(|c| c.is_alphabetic()).collect();
    name.chars().any(is_invisible)
        || !letters
            .as_str()
            .check_restriction_level(RestrictionLevel::HighlyRestrictive)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        key(one) == key(other)
    }

    #[test]
    fn tones_spaces_and_legal_forms_make_no_difference() {
        for (one, other) in [
            ("Công ty cổ phần CMC TS", "CMC-TS"),
            ("Công ty TNHH Một thành viên CMC TS", "Cmc ts JSC"),
            ("CMC TS Joint Stock Company", "CTCP CMC TS"),
            ("CMC TS Co., Ltd.", "Tập đoàn CMC TS"),
            ("UBND TP Hải Phòng", "Ủy ban nhân dân thành phố Hai Phong"),
            (
                "Uỷ ban nhân dân TP. HCM",
                "Ủy ban nhân dân thành phố Hồ Chí Minh",
            ),
            ("Mobi Fone", "MobiFone"),
            ("Đô thị Xanh", "do thi xanh"),
        ] {
            assert!(
                alike(one, other),
                "{one}: {:?}; {other}: {:?}",
                key(one),
                key(other)
            );
        }
    }

    #[test]
    fn letters_that_look_alike_are_alike() {
        for (one, other) in [
            ("CMC TS", "СМС ТЅ"),
            ("MobiFone", "ΜοbіFone"),
            ("FPT IS", "FPT lS"),
            ("FPT IS", "FPT 1S"),
            ("VNPT", "ＶＮＰＴ"),
            ("MobiFone", "Mobi\u{200b}Fone"),
            ("MobiFone", "M0biFone"),
            ("Becamex", "𝐁𝐞𝐜𝐚𝐦𝐞𝐱"),
            ("Công ty Becamex", "Соng ty Becamex"),
        ] {
            assert!(
                alike(one, other),
                "{one}: {:?}; {other}: {:?}",
                key(one),
                key(other)
            );
        }
    }

    #[test]
    fn other_names_are_other_names() {
        for (one, other) in [
            ("Công ty cổ phần CMC TS", "Công ty cổ phần CMC Telecom"),
            ("Sở Xây dựng Hải Phòng", "Sở Xây dựng Đà Nẵng"),
            ("UBND xã An Bình", "UBND phường An Bình"),
            ("Công ty Ánh Sáng 2", "Công ty Ánh Sáng 3"),
        ] {
            assert!(!alike(one, other), "{one}, {other}: {:?}", key(one));
        }
    }

    #[test]
    fn a_name_of_forms_alone_is_itself() {
        assert!(key("Công ty TNHH").is_some() && !alike("Công ty TNHH", "Group"));
        assert_eq!(key("!!!"), None);
    }

    #[test]
    fn mixed_scripts_and_hidden_characters_are_deceptive() {
        for name in [
            "СMC",
            "MobiFоne",
            "Μobifone",
            "CMC\u{200b}",
            "\u{202e}CMC",
            "Ｃmc",
            "𝐁ecamex",
        ] {
            assert!(is_deceptive(name), "{name:?}");
        }
    }

    #[test]
    fn names_of_real_languages_are_not() {
        for name in [
            "Ủy ban nhân dân thành phố Hải Phòng",
            "ăâđêôơư ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹỵý ĂÂĐÊÔƠƯ",
            "O\u{302}\u{301} nhiễm",
            "Signify N.V. & Partners (Việt Nam) – 2026",
            "Société Générale d’Équipement",
            "Ростелеком",
            "株式会社日立製作所",
            "Hitachi 日立 Việt Nam",
            "삼성전자 Samsung",
        ] {
            assert!(!is_deceptive(name), "{name}");
        }
    }
}
