//! Pure: what a valid interest is.

use serde::Serialize;

use crate::error::{Error, ErrorCode, Result};
use crate::postings::Check;
use crate::text::clean;

/// Longest note in characters.
const NOTE_MAX: usize = 1_000;

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saying {
    /// Everybody may see it.
    pub is_public: bool,
    /// Looks for partners.
    pub seeks_partners: bool,
    /// What it brings, and whom it looks for.
    pub note: String,
}

/// As it is kept.
pub fn saying(said: Saying) -> Result<Saying> {
    let mut check = Check::default();
    let note = clean(Some(said.note)).unwrap_or_default();
    if note.chars().count() > NOTE_MAX {
        check.add(
            "note",
            ErrorCode::TooLong,
            format!("Lời giới thiệu dài tối đa {NOTE_MAX} ký tự."),
            format!("The note has at most {NOTE_MAX} characters."),
        );
    }
    if said.seeks_partners && !said.is_public {
        check.add(
            "seeksPartners",
            ErrorCode::InvalidInput,
            "Muốn tìm đối tác thì phải công khai quan tâm: không ai mời được tổ chức mà họ không thấy.",
            "To look for partners, say so in public: nobody can ask whom they do not see.",
        );
    }
    if said.seeks_partners && note.is_empty() {
        check.add(
            "note",
            ErrorCode::Required,
            "Nêu bạn có thể làm gì và tìm đối tác nào.",
            "Say what you bring and whom you look for.",
        );
    }
    Error::problems(check.of_input())?;
    Ok(Saying { note, ..said })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_are_sought_in_public_and_with_words() {
        let said = |is_public, seeks_partners, note: &str| {
            saying(Saying {
                is_public,
                seeks_partners,
                note: note.into(),
            })
        };
        assert!(said(false, false, "").is_ok());
        assert!(said(true, true, "Cần đơn vị thi công.").is_ok());
        assert!(said(false, true, "Cần đơn vị thi công.").is_err());
        assert!(said(true, true, "  ").is_err());
        assert!(said(true, false, &"a".repeat(1_001)).is_err());
    }
}
