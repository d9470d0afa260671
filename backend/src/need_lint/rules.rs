//! Pure: what reads a need, and what becomes of what it finds.

use std::collections::HashMap;
use std::hash::BuildHasher;

use chrono::{DateTime, Utc};

use super::checks::CHECKS;
use super::kinds::{CheckReason, FlagSeverity};
use super::words::Texts;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::evaluations::{Criterion, CriterionKind};
use crate::needs::rules::Content;
use crate::text::{Sentence, clean, say};

/// Longest justification in characters.
pub const JUSTIFICATION_MAX: usize = 1000;
/// A shorter one says nothing.
const JUSTIFICATION_MIN: usize = 10;

/// One check.
pub struct Check {
    /// Its code.
    pub code: &'static str,
    /// What its flag does.
    pub severity: FlagSeverity,
    /// What it reads: a path of the content.
    pub field: &'static str,
    /// Why there is such a check.
    pub reason: CheckReason,
    /// Finds: what is put in for `{}`.
    pub(super) find: fn(&Facts<'_>) -> Option<String>,
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
}

/// Every check, in the order in which flags are shown.
pub fn checks() -> &'static [Check] {
    &CHECKS
}

/// What the checks read.
pub struct Facts<'a> {
    /// What the need says.
    pub content: &'a Content,
    /// By what proposals are judged: weight, and whether it is the price.
    pub criteria: Vec<(i32, bool)>,
    /// The moment from which deadlines are counted.
    pub at: DateTime<Utc>,
    pub(super) texts: Texts,
}

impl<'a> Facts<'a> {
    /// What there is to read.
    pub fn new(content: &'a Content, criteria: &[Criterion], at: DateTime<Utc>) -> Self {
        let criteria = criteria
            .iter()
            .map(|one| (one.weight, one.kind == CriterionKind::Price))
            .collect();
        Self {
            texts: Texts::of(content),
            content,
            criteria,
            at,
        }
    }
}

/// Something that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Code of the check.
    pub code: &'static str,
    /// What it does.
    pub severity: FlagSeverity,
    /// What it is about.
    pub field: &'static str,
    /// Why there is such a check.
    pub reason: CheckReason,
    /// What to do.
    pub sentence: Sentence,
    /// Why it is right as it is.
    pub justification: Option<String>,
}

impl Flag {
    /// True when it keeps the need from being sent in.
    pub fn holds_up(&self) -> bool {
        match self.severity {
            FlagSeverity::Blocks => true,
            FlagSeverity::Warns => self.justification.is_none(),
            FlagSeverity::Advice => false,
        }
    }
}

/// What the checks find, with the justifications that there are; the gravest first.
pub fn flags<S: BuildHasher>(
    facts: &Facts<'_>,
    mut answers: HashMap<String, String, S>,
) -> Vec<Flag> {
    let mut found: Vec<Flag> = CHECKS
        .iter()
        .filter_map(|check| {
            let detail = (check.find)(facts)?;
            let fill = |text: &str| text.replace("{}", &detail);
            Some(Flag {
                code: check.code,
                severity: check.severity,
                field: check.field,
                reason: check.reason,
                sentence: say(fill(check.vi), fill(check.en)),
                justification: answers.remove(check.code),
            })
        })
        .collect();
    found.sort_by_key(|flag| flag.severity);
    found
}

/// Refuses a need that is held up, naming each flag that does.
pub fn must_be_answered(flags: &[Flag]) -> Result<()> {
    let problem = |flag: &Flag| Problem {
        field: format!("flags.{}", flag.code),
        code: ErrorCode::FlagUnanswered,
        message: flag.sentence.clone(),
    };
    let held = flags.iter().filter(|flag| flag.holds_up());
    Error::problems(held.map(problem).collect())
}

/// A justification as stored; empty takes it away.
pub fn justification(text: &str) -> Result<Option<String>> {
    let Some(text) = clean(Some(text.to_owned())) else {
        return Ok(None);
    };
    let length = text.chars().count();
    if length < JUSTIFICATION_MIN {
        return Err(Error::field(
            "text",
            ErrorCode::TooShort,
            say(
                "Giải thích bằng ít nhất một câu ngắn; mọi người sẽ đọc được.",
                "Explain in a short sentence at least; everybody will read it.",
            ),
        ));
    }
    if length > JUSTIFICATION_MAX {
        return Err(Error::field(
            "text",
            ErrorCode::TooLong,
            say(
                format!("Phần giải thích dài tối đa {JUSTIFICATION_MAX} ký tự."),
                format!("A justification has at most {JUSTIFICATION_MAX} characters."),
            ),
        ));
    }
    Ok(Some(text))
}

/// The check with this code, if a justification can answer it.
pub fn answerable(code: &str) -> Result<&'static Check> {
    let check = CHECKS.iter().find(|check| check.code == code);
    let Some(check) = check else {
        return Err(Error::field(
            "code",
            ErrorCode::InvalidInput,
            say("Không có lưu ý nào mang mã này.", "No flag has this code."),
        ));
    };
    if check.severity == FlagSeverity::Blocks {
        return Err(Error::field(
            "code",
            ErrorCode::IllegalTransition,
            say(
                "Lưu ý này phải được sửa, không giải thích thay được.",
                "This one has to be mended; it cannot be justified.",
            ),
        ));
    }
    Ok(check)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
