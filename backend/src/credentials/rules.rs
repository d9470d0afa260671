//! What a good password is (NIST SP 800-63B-4, 3.1.1.2): long enough, and none of those that are
//! guessed early. Nothing is asked of its composition.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::error::{ErrorCode, Problem};
use crate::text::{Sentence, fold, say};

/// Shortest password in characters where it is the only factor.
pub const MIN_ALONE: usize = 15;
/// Shortest password in characters beside a second factor.
pub const MIN_WITH_SECOND: usize = 8;
/// Longest password in bytes; far above the 64 characters the standard asks to accept.
pub const MAX_BYTES: usize = 1024;
/// Characters that are looked at when guesses are estimated; what follows only adds to them.
const LOOKED_AT: usize = 72;
/// Words of a name that are looked at.
const NAME_WORDS: usize = 14;
/// Characters that must be left of a password without the names of whom it is for.
const LEFT_OVER: usize = 6;
/// Longest name of a passkey or a token in characters.
pub const LABEL_MAX: usize = 60;

/// Words that name the product and so are tried first.
const PRODUCT: [&str; 14] = [
    "iforum",
    "i-forum",
    "iforumsmartcity",
    "i-forum smart city",
    "smartcity",
    "smart city",
    "dothithongminh",
    "do thi thong minh",
    "lienminh",
    "lien minh",
    "lienminhhoptaccongtu",
    "lien minh hop tac cong tu",
    "hoptaccongtu",
    "thanhphothongminh",
];

static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("../../data/common-passwords.vi.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// Whom a password is for: what is built from their names is guessed early.
#[derive(Clone, Debug, Default)]
pub struct Whose {
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// Names of the person's organisations.
    pub organizations: Vec<String>,
}

impl Whose {
    /// Their words, folded: each by itself, and all of a name in one.
    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        let names = std::iter::once(&self.name).chain(&self.organizations);
        for name in names.map(|name| fold(name)) {
            let parts: Vec<_> = name
                .split(|c: char| !c.is_alphanumeric())
                .filter(|part| part.chars().count() > 1)
                .take(NAME_WORDS)
                .collect();
            // Every run of its words: "bến xanh" of "Ủy ban nhân dân thành phố Bến Xanh" too.
            for length in 1..=parts.len() {
                for run in parts.windows(length) {
                    words.extend([run.concat(), run.join(" ")]);
                }
            }
        }
        let email = fold(&self.email);
        words.extend(
            email
                .split(|c: char| !c.is_alphanumeric())
                .filter(|part| part.len() > 2)
                .map(str::to_owned),
        );
        if let Some((local, domain)) = email.split_once('@') {
            let firm = domain.split('.').next().unwrap_or_default();
            let bare = local.replace(['.', '_', '-'], "");
            words.extend([
                format!("{local}@{firm}"),
                format!("{bare}{firm}"),
                local.to_owned(),
                bare,
            ]);
        }
        words.push(email);
        words.retain(|word| !word.is_empty());
        words
    }
}

/// How good a password is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strength {
    /// From 0 (guessed at once) to 4 (never guessed); 3 is enough, 2 beside a second factor.
    pub score: u8,
    /// Why it is refused, if it is.
    pub problem: Option<Problem>,
}

/// Looks at a new password; `field` is where the problem is shown.
pub fn strength(field: &str, password: &str, whose: &Whose, second_factor: bool) -> Strength {
    // What is refused for its length alone costs nothing more.
    let score = if password.len() > MAX_BYTES {
        0
    } else {
        score(password, whose)
    };
    Strength {
        score,
        problem: problem(field, password, score, second_factor),
    }
}

/// True when the password may be the only factor.
pub fn stands_alone(password: &str) -> bool {
    length(password) >= MIN_ALONE
}

fn length(password: &str) -> usize {
    password.nfc().count()
}

fn score(password: &str, whose: &Whose) -> u8 {
    let own = whose.words();
    let inputs: Vec<&str> = own
        .iter()
        .map(String::as_str)
        .chain(PRODUCT)
        .chain(COMMON.iter().copied())
        .collect();
    let head: String = password.nfc().take(LOOKED_AT).collect();
    // A guesser tries words with and without marks, together and apart: the easiest reading counts.
    let folded = fold(&head);
    let joined: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if own_part(&joined, &own) {
        return 0;
    }
    let unit = unit(&folded);
    let mut readings = vec![&head, &folded, &unit];
    if joined.chars().count() >= 10 {
        readings.push(&joined);
    }
    readings
        .into_iter()
        .map(|reading| u8::from(zxcvbn::zxcvbn(reading, &inputs).score()))
        .min()
        .unwrap_or_default()
}

/// What a text repeats, or the whole of it: "abcabcab" says no more than "abc".
fn unit(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    let repeats = |period: &usize| all.iter().zip(&all[*period..]).all(|(a, b)| a == b);
    let period = (1..=all.len() * 2 / 3).find(repeats);
    all[..period.unwrap_or(all.len())].iter().collect()
}

/// True when little is left of a text without the names that belong to whom it is for.
fn own_part(joined: &str, own: &[String]) -> bool {
    let mut words: Vec<&str> = own
        .iter()
        .map(String::as_str)
        .chain(PRODUCT)
        .filter(|word| word.chars().count() > 2)
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut rest = joined.to_owned();
    for word in words {
        rest = rest.replace(word, "");
    }
    rest.len() < joined.len() && rest.chars().count() < LEFT_OVER
}

fn problem(field: &str, password: &str, score: u8, second_factor: bool) -> Option<Problem> {
    let problem = |code, message: Sentence| {
        Some(Problem {
            field: field.to_owned(),
            code,
            message,
        })
    };
    if password.len() > MAX_BYTES {
        return problem(
            ErrorCode::TooLong,
            say(
                "Mật khẩu dài quá mức cho phép.",
                "This password is longer than we take.",
            ),
        );
    }
    let least = if second_factor {
        MIN_WITH_SECOND
    } else {
        MIN_ALONE
    };
    if length(password) < least {
        return problem(
            ErrorCode::TooShort,
            say(
                format!(
                    "Mật khẩu cần ít nhất {least} ký tự. Một câu dễ nhớ là đủ; dấu cách được phép."
                ),
                format!(
                    "A password needs at least {least} characters. A sentence you remember will do; spaces are fine."
                ),
            ),
        );
    }
    // Eight characters at random are 10^8 guesses: enough beside a second factor.
    if score < if second_factor { 2 } else { 3 } {
        return problem(
            ErrorCode::PasswordWeak,
            say(
                "Mật khẩu này dễ đoán: nó giống mật khẩu phổ biến, dãy lặp lại, hoặc tên của bạn, của tổ chức hay của i-Forum. Hãy chọn vài từ không liên quan với nhau.",
                "This password is guessed early: it resembles a common one, a pattern, or the name of you, your organisation or i-Forum. Choose a few words that have nothing to do with each other.",
            ),
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whose() -> Whose {
        Whose {
            name: "Nguyễn Thu Hà".into(),
            email: "ha.nguyen@benxanh.gov.vn".into(),
            organizations: vec!["Ủy ban nhân dân thành phố Bến Xanh".into()],
        }
    }

    fn code(password: &str, second_factor: bool) -> Option<ErrorCode> {
        strength("password", password, &whose(), second_factor)
            .problem
            .map(|problem| problem.code)
    }

    #[test]
    fn fifteen_characters_alone_and_eight_beside_a_second_factor() {
        assert_eq!(code("tre già măng m", false), Some(ErrorCode::TooShort));
        assert_eq!(code("cọc xanh 7 trâu", false), None);
        assert_eq!(code("vuốt Qx", true), Some(ErrorCode::TooShort));
        assert_eq!(code("vuốt Qx9", true), None);
        assert!(stands_alone("cọc xanh 7 trâu") && !stands_alone("vuốt Qx9"));
    }

    #[test]
    fn a_mark_typed_by_itself_is_no_character_more() {
        let decomposed: String = "cọc xanh 7 trâ".nfd().collect();
        assert!(decomposed.chars().count() > 15);
        assert_eq!(code(&decomposed, false), Some(ErrorCode::TooShort));
    }

    #[test]
    fn what_is_guessed_early_is_refused() {
        for password in [
            "passwordpassword",
            "password12345678",
            "qwertyuiopasdfgh",
            "aaaaaaaaaaaaaaaa",
            "123456789012345678",
            "abcabcabcabcabcabc",
            "matkhaumatkhau123",
            "Mật khẩu của tôi",
            "anhyeuemnhieulam",
            "nguyenthuha123456",
            "Nguyễn Thu Hà 1990",
            "ha.nguyen@benxanh",
            "uybannhandanbenxanh",
            "thanhphobenxanh2026",
            "iforumsmartcity1",
            "i-Forum Smart City",
            "đô thị thông minh",
            "Vietnam vô địch 1",
        ] {
            assert_eq!(
                code(password, false),
                Some(ErrorCode::PasswordWeak),
                "{password}"
            );
        }
    }

    #[test]
    fn any_character_is_taken_up_to_a_kilobyte() {
        for password in [
            "ốc sên bò qua cầu tre",
            "correct horse battery staple",
            "чайник синий летит домой",
            "🐘🌧️🚲🧭🪁🥁🧊🪵🧶🪁🎋🧉🪗🛶🪺",
            "    khoảng trắng cũng được    ",
        ] {
            assert_eq!(code(password, false), None, "{password}");
        }
        let long = "đom đóm bay qua cầu tre ".repeat(30);
        assert_eq!(code(&long[..long.len().min(1000)], false), None);
        assert_eq!(code(&"x y".repeat(400), false), Some(ErrorCode::TooLong));
    }

    #[test]
    fn the_estimate_of_a_megabyte_ends_soon() {
        let begun = std::time::Instant::now();
        assert_eq!(code(&"aé".repeat(500_000), false), Some(ErrorCode::TooLong));
        assert!(begun.elapsed().as_millis() < 2000);
    }
}
