//! Pure: what a valid certificate and a valid reference are.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::FileId;
use crate::organizations::rules::is_website;
use crate::places::Gazetteer;
use crate::text::{BilingualText, BilingualTextInput, Sentence, clean_line, say};

/// Most certificates, and most references, of one organisation.
pub const MOST: u64 = 50;
/// Longest name in characters.
const NAME_MAX: usize = 200;
/// Longest standard or number in characters.
const CODE_MAX: usize = 100;
/// Longest description in characters a language.
const DESCRIPTION_MAX: usize = 2_000;
/// Earliest year that is believed.
const YEAR_MIN: i32 = 1950;

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateContent {
    /// What it is called.
    pub name: String,
    /// Standard.
    pub standard: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// Number.
    pub number: Option<String>,
    /// When it was issued.
    pub issued_on: NaiveDate,
    /// Last day on which it holds.
    pub expires_on: Option<NaiveDate>,
    /// Evidence.
    pub evidence_id: Option<FileId>,
}

/// What a reference says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceContent {
    /// What it was.
    pub project: BilingualTextInput,
    /// For whom.
    pub client: String,
    /// Where.
    pub place_id: Option<String>,
    /// When it was completed.
    pub year: i32,
    /// What was done.
    pub description: BilingualTextInput,
    /// Where one can read about it.
    pub url: Option<String>,
}

/// Collects what is wrong.
#[derive(Default)]
struct Check(Vec<Problem>);

impl Check {
    fn add(&mut self, field: &str, code: ErrorCode, message: Sentence) {
        self.0.push(Problem {
            field: format!("content.{field}"),
            code,
            message,
        });
    }

    fn line(&mut self, field: &str, text: Option<&str>, most: usize) {
        if text.is_some_and(|text| text.chars().count() > most) {
            self.add(
                field,
                ErrorCode::TooLong,
                say(
                    format!("Nội dung này dài tối đa {most} ký tự."),
                    format!("This text has at most {most} characters."),
                ),
            );
        }
    }

    fn required(&mut self, field: &str, text: &str, vi: &str, en: &str) {
        if text.is_empty() {
            self.add(field, ErrorCode::Required, say(vi, en));
        }
    }

    fn bilingual(&mut self, field: &str, text: &BilingualTextInput, most: usize) {
        self.line(&format!("{field}.vi"), text.vi.as_deref(), most);
        self.line(&format!("{field}.en"), text.en.as_deref(), most);
    }

    fn year(&mut self, field: &str, year: i32, this: i32) {
        if !(YEAR_MIN..=this).contains(&year) {
            self.add(
                field,
                ErrorCode::OutOfRange,
                say(
                    format!("Năm phải từ {YEAR_MIN} đến {this}."),
                    format!("The year must lie between {YEAR_MIN} and {this}."),
                ),
            );
        }
    }
}

/// A certificate as stored, or everything that is wrong with it.
pub fn certificate(content: CertificateContent, today: NaiveDate) -> Result<CertificateContent> {
    let line = |text: String| clean_line(Some(text)).unwrap_or_default();
    let content = CertificateContent {
        name: line(content.name),
        standard: clean_line(content.standard),
        issuer: line(content.issuer),
        number: clean_line(content.number),
        ..content
    };
    let mut check = Check::default();
    check.required(
        "name",
        &content.name,
        "Nhập tên chứng chỉ.",
        "Enter the certificate's name.",
    );
    check.required(
        "issuer",
        &content.issuer,
        "Nhập nơi cấp chứng chỉ.",
        "Enter who issued it.",
    );
    check.line("name", Some(&content.name), NAME_MAX);
    check.line("issuer", Some(&content.issuer), NAME_MAX);
    check.line("standard", content.standard.as_deref(), CODE_MAX);
    check.line("number", content.number.as_deref(), CODE_MAX);
    if content.issued_on > today || content.issued_on.year() < YEAR_MIN {
        check.add(
            "issuedOn",
            ErrorCode::OutOfRange,
            say(
                "Ngày cấp không được sau hôm nay.",
                "It cannot have been issued after today.",
            ),
        );
    }
    if content
        .expires_on
        .is_some_and(|end| end < content.issued_on || end.year() > 9999)
    {
        check.add(
            "expiresOn",
            ErrorCode::OutOfRange,
            say(
                "Ngày hết hạn phải sau ngày cấp.",
                "It must end after it was issued.",
            ),
        );
    }
    Error::problems(check.0)?;
    Ok(content)
}

/// A reference as stored, or everything that is wrong with it.
pub fn reference(
    content: ReferenceContent,
    this_year: i32,
    gazetteer: &Gazetteer,
) -> Result<ReferenceContent> {
    let content = ReferenceContent {
        project: BilingualTextInput {
            vi: clean_line(content.project.vi),
            en: clean_line(content.project.en),
        },
        client: clean_line(Some(content.client)).unwrap_or_default(),
        url: clean_line(content.url),
        ..content
    };
    let mut check = Check::default();
    if BilingualText::new(content.project.clone()).is_empty() {
        check.add(
            "project.vi",
            ErrorCode::Required,
            say("Nhập tên dự án.", "Enter the project's name."),
        );
    }
    check.required(
        "client",
        &content.client,
        "Nhập tên khách hàng.",
        "Enter for whom it was.",
    );
    check.bilingual("project", &content.project, NAME_MAX);
    check.line("client", Some(&content.client), NAME_MAX);
    check.bilingual("description", &content.description, DESCRIPTION_MAX);
    check.year("year", content.year, this_year);
    if content
        .place_id
        .as_deref()
        .is_some_and(|id| gazetteer.today(id).is_none())
    {
        check.add(
            "placeId",
            ErrorCode::UnknownPlace,
            say(
                "Chọn tỉnh, thành phố trong danh sách 34 đơn vị hiện nay.",
                "Choose one of today's 34 provinces and cities.",
            ),
        );
    }
    if content.url.as_deref().is_some_and(|url| !is_website(url)) {
        check.add(
            "url",
            ErrorCode::InvalidInput,
            say(
                "Nhập địa chỉ bắt đầu bằng http:// hoặc https://.",
                "Enter an address that begins with http:// or https://.",
            ),
        );
    }
    Error::problems(check.0)?;
    Ok(content)
}

/// There are as many as there may be.
pub fn too_many() -> Error {
    Error::conflict(say(
        format!("Tổ chức đã có {MOST} mục. Hãy gỡ bớt mục cũ trước khi thêm."),
        format!("The organisation has {MOST} of these. Remove an old one before you add another."),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn content() -> CertificateContent {
        CertificateContent {
            name: " Hệ thống quản lý \r\n an toàn thông tin ".into(),
            standard: Some("ISO/IEC 27001".into()),
            issuer: "Đơn vị chứng nhận".into(),
            number: None,
            issued_on: day(2025, 1, 1),
            expires_on: Some(day(2028, 1, 1)),
            evidence_id: None,
        }
    }

    fn fields(content: CertificateContent) -> Vec<String> {
        match certificate(content, day(2026, 11, 27)) {
            Ok(_) => Vec::new(),
            Err(error) => error.problems.iter().map(|p| p.field.clone()).collect(),
        }
    }

    #[test]
    fn certificates_are_lines_and_dates_in_order() {
        let stored = certificate(content(), day(2026, 11, 27)).unwrap();
        assert_eq!(stored.name, "Hệ thống quản lý an toàn thông tin");
        let wrong = CertificateContent {
            name: String::new(),
            issuer: " ".into(),
            number: Some("9".repeat(101)),
            issued_on: day(2026, 11, 28),
            expires_on: Some(day(2026, 11, 27)),
            ..content()
        };
        assert_eq!(
            fields(wrong),
            [
                "content.name",
                "content.issuer",
                "content.number",
                "content.issuedOn",
                "content.expiresOn"
            ]
        );
    }
}
