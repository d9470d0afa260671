//! What a valid address and name are.

use lettre::Address;

use crate::error::{ErrorCode, Problem, Result};
use crate::text::{clean_line, say};

/// Longest address in bytes (RFC 5321, 4.5.3.1.3).
pub const EMAIL_MAX: usize = 254;
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
        let plausible = typed.len() <= EMAIL_MAX && address.domain().contains('.');
        plausible.then(|| Self {
            typed: typed.to_owned(),
            normalized: typed.to_lowercase(),
        })
    }
}

/// Checks a new person's details; the problems of all fields at once.
pub fn new_person(email: &str, name: &str) -> (Option<(EmailAddress, String)>, Vec<Problem>) {
    let mut problems = Vec::new();
    let address = check_email("email", email)
        .map_err(|problem| problems.push(problem))
        .ok();
    let clean_name = check_name(name)
        .map_err(|problem| problems.push(problem))
        .ok();
    (address.zip(clean_name), problems)
}

/// An address that mail can be sent to.
pub fn check_email(field: &str, email: &str) -> Result<EmailAddress, Problem> {
    EmailAddress::parse(email).ok_or_else(|| {
        problem(
            field,
            ErrorCode::InvalidInput,
            say(
                "Nhập địa chỉ email đầy đủ, ví dụ ten@coquan.gov.vn.",
                "Enter a full email address, such as name@agency.gov.vn.",
            ),
        )
    })
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
    fn all_problems_come_at_once() {
        let (_, problems) = new_person("x", " ");
        let fields: Vec<_> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["email", "name"]);
    }
}
