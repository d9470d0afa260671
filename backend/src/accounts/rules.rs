//! What a valid address, name and password are.

use lettre::Address;

use crate::error::{ErrorCode, Problem, Result};
use crate::text::{clean_line, say};

/// Shortest password in characters where it is the only factor (NIST SP 800-63B-4, 3.1.1.2).
pub const PASSWORD_MIN: usize = 15;
/// Longest password in bytes; far above the 64 characters the standard asks to accept.
pub const PASSWORD_MAX_BYTES: usize = 1024;
/// Longest name of a person in characters.
pub const NAME_MAX: usize = 120;

/// A checked email address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailAddress {
    /// As typed, trimmed.
    pub typed: String,
    /// Lower case: what must be unique.
    pub normalized: String,
}

impl EmailAddress {
    /// Reads an address.
    pub fn parse(text: &str) -> Option<Self> {
        let typed = text.trim();
        let address: Address = typed.parse().ok()?;
        let plausible = typed.len() <= 254 && address.domain().contains('.');
        plausible.then(|| Self {
            typed: typed.to_owned(),
            normalized: typed.to_lowercase(),
        })
    }
}

/// Checks a new person's details; the problems of all fields at once.
pub fn new_person(
    email: &str,
    name: &str,
    password: &str,
) -> (Option<(EmailAddress, String)>, Vec<Problem>) {
    let mut problems = Vec::new();
    let address = EmailAddress::parse(email);
    if address.is_none() {
        problems.push(problem(
            "email",
            ErrorCode::InvalidInput,
            say(
                "Nhập địa chỉ email đầy đủ, ví dụ ten@coquan.gov.vn.",
                "Enter a full email address, such as name@agency.gov.vn.",
            ),
        ));
    }
    let clean_name = check_name(name)
        .map_err(|problem| problems.push(problem))
        .ok();
    if let Some(problem) = password_problem(password) {
        problems.push(problem);
    }
    (address.zip(clean_name), problems)
}

/// A person's name, on one line.
pub fn check_name(name: &str) -> Result<String, Problem> {
    match clean_line(Some(name.to_owned())) {
        None => Err(problem(
            "name",
            ErrorCode::Required,
            say("Nhập họ và tên của bạn.", "Enter your name."),
        )),
        Some(name) if name.chars().count() > NAME_MAX => Err(problem(
            "name",
            ErrorCode::TooLong,
            say(
                format!("Họ tên dài tối đa {NAME_MAX} ký tự."),
                format!("A name has at most {NAME_MAX} characters."),
            ),
        )),
        Some(name) => Ok(name),
    }
}

/// What is wrong with a new password, if anything.
pub fn password_problem(password: &str) -> Option<Problem> {
    if password.len() > PASSWORD_MAX_BYTES {
        return Some(problem(
            "password",
            ErrorCode::TooLong,
            say(
                "Mật khẩu dài quá mức cho phép.",
                "This password is longer than we take.",
            ),
        ));
    }
    (password.chars().count() < PASSWORD_MIN).then(|| {
        problem(
            "password",
            ErrorCode::TooShort,
            say(
                format!("Mật khẩu cần ít nhất {PASSWORD_MIN} ký tự. Một câu dễ nhớ là đủ; dấu cách được phép."),
                format!("A password needs at least {PASSWORD_MIN} characters. A sentence you remember will do; spaces are fine."),
            ),
        )
    })
}

fn problem(field: &str, code: ErrorCode, message: crate::text::Sentence) -> Problem {
    Problem {
        field: field.to_owned(),
        code,
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_unique_without_regard_to_case() {
        let address = EmailAddress::parse(" An.Nguyen@HaiPhong.gov.vn ").unwrap();
        assert_eq!(address.typed, "An.Nguyen@HaiPhong.gov.vn");
        assert_eq!(address.normalized, "an.nguyen@haiphong.gov.vn");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "an",
            "an@",
            "@x.vn",
            "an@localhost",
            "an@x.vn\nbcc: b@x.vn",
            "a b@x.vn",
        ] {
            assert!(EmailAddress::parse(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn a_password_is_measured_in_characters() {
        assert_eq!(
            password_problem("ngắn quá").unwrap().code,
            ErrorCode::TooShort
        );
        assert_eq!(
            password_problem(&"dài".repeat(1000)).unwrap().code,
            ErrorCode::TooLong
        );
        assert!(password_problem("một câu dễ nhớ thôi").is_none());
    }

    #[test]
    fn all_problems_come_at_once() {
        let (_, problems) = new_person("x", " ", "short");
        let fields: Vec<_> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["email", "name", "password"]);
    }
}
