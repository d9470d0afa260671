//! What a valid organisation is.

use serde::{Deserialize, Serialize};
use url::Url;

use super::names::is_deceptive;
use super::{Organization, OrganizationKind, Standing};
use crate::domains::Taxonomy;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::places::Gazetteer;
use crate::text::{BilingualText, BilingualTextInput, Sentence, clean_line, say};

/// Longest legal name in characters.
pub const NAME_MAX: usize = 200;
/// Longest summary in characters a language.
const SUMMARY_MAX: usize = 600;
/// Longest text about capabilities in characters a language.
const CAPABILITIES_MAX: usize = 5_000;
/// Longest postal address in characters.
const ADDRESS_MAX: usize = 300;
/// Longest code of a public body in characters (Decision 20/2020/QĐ-TTg).
const ESTABLISHMENT_CODE_MAX: usize = 35;
/// Most domains of an organisation.
const DOMAINS_MAX: usize = 12;
/// Names of others that one sentence tells.
const NAMES_TOLD: usize = 3;

/// What an organisation says of itself; it replaces the whole profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Kind.
    pub kind: OrganizationKind,
    /// Legal name.
    pub legal_name: BilingualTextInput,
    /// What it does.
    pub summary: BilingualTextInput,
    /// What it is able to do.
    pub capabilities: BilingualTextInput,
    /// Domains in which it is.
    pub domains: Vec<String>,
    /// Tax or enterprise code.
    pub tax_code: Option<String>,
    /// Code of a public body.
    pub establishment_code: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Seat.
    pub place_id: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
}

/// By what an organisation was verified: a change of any ends that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Kind.
    pub kind: OrganizationKind,
    /// Legal name in Vietnamese.
    pub name_vi: Option<String>,
    /// Legal name in English.
    pub name_en: Option<String>,
    /// Tax or enterprise code.
    pub tax_code: Option<String>,
    /// Code of a public body.
    pub establishment_code: Option<String>,
}

impl Identity {
    /// As it stands.
    pub fn of(organization: &Organization) -> Self {
        Self {
            kind: organization.kind,
            name_vi: organization.legal_name.vi.clone(),
            name_en: organization.legal_name.en.clone(),
            tax_code: organization.tax_code.clone(),
            establishment_code: organization.establishment_code.clone(),
        }
    }

    /// True when the names are the same.
    pub fn same_name(&self, other: &Self) -> bool {
        (&self.name_vi, &self.name_en) == (&other.name_vi, &other.name_en)
    }
}

/// The profile as it is stored: lines cleaned, codes in their one spelling.
pub fn tidy(profile: Profile) -> Profile {
    let code = |text: Option<String>| clean_line(text).map(|code| code.to_uppercase());
    Profile {
        legal_name: BilingualTextInput {
            vi: clean_line(profile.legal_name.vi),
            en: clean_line(profile.legal_name.en),
        },
        domains: crate::postings::distinct(profile.domains),
        tax_code: clean_line(profile.tax_code),
        establishment_code: code(profile.establishment_code),
        address: clean_line(profile.address),
        website: clean_line(profile.website),
        ..profile
    }
}

/// Collects what is wrong with a profile.
struct Check<'a> {
    path: &'a str,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn add(&mut self, field: &str, code: ErrorCode, message: Sentence) {
        let field = if self.path.is_empty() {
            field.to_owned()
        } else {
            format!("{}.{field}", self.path)
        };
        self.problems.push(Problem {
            field,
            code,
            message,
        });
    }

    fn length(&mut self, field: &str, text: &BilingualTextInput, most: usize) {
        for (side, value) in [("vi", &text.vi), ("en", &text.en)] {
            if value
                .as_deref()
                .is_some_and(|text| text.trim().chars().count() > most)
            {
                self.add(
                    &format!("{field}.{side}"),
                    ErrorCode::TooLong,
                    say(
                        format!("Nội dung này dài tối đa {most} ký tự."),
                        format!("This text has at most {most} characters."),
                    ),
                );
            }
        }
    }

    fn name(&mut self, given: &BilingualTextInput) {
        let name = BilingualText::new(given.clone());
        if name.is_empty() {
            self.add(
                "legalName.vi",
                ErrorCode::Required,
                say(
                    "Nhập tên pháp lý của tổ chức.",
                    "Enter the organisation's legal name.",
                ),
            );
        } else if name.longest() > NAME_MAX {
            self.add(
                "legalName.vi",
                ErrorCode::TooLong,
                say(
                    format!("Tên pháp lý dài tối đa {NAME_MAX} ký tự."),
                    format!("A legal name has at most {NAME_MAX} characters."),
                ),
            );
        }
        for (side, value) in [("vi", &given.vi), ("en", &given.en)] {
            if value.as_deref().is_some_and(is_deceptive) {
                self.add(
                    &format!("legalName.{side}"),
                    ErrorCode::InvalidInput,
                    say(
                        "Tên này lẫn chữ của nhiều bảng chữ cái hoặc có ký tự ẩn, dễ gây nhầm lẫn. Hãy gõ lại tên bằng một bảng chữ cái.",
                        "This name mixes letters of several alphabets or has hidden characters, which misleads. Type it again in one alphabet.",
                    ),
                );
            }
        }
    }

    fn codes(&mut self, profile: &Profile) {
        if profile
            .tax_code
            .as_deref()
            .is_some_and(|code| !is_tax_code(code))
        {
            self.add(
                "taxCode",
                ErrorCode::InvalidInput,
                say(
                    "Mã số thuế gồm 10 chữ số, hoặc 10 chữ số, dấu gạch và 3 chữ số của đơn vị phụ thuộc.",
                    "A tax code has 10 digits, or 10 digits, a dash and the 3 digits of a branch.",
                ),
            );
        }
        if profile
            .establishment_code
            .as_deref()
            .is_some_and(|code| !is_establishment_code(code))
        {
            self.add(
                "establishmentCode",
                ErrorCode::InvalidInput,
                say(
                    "Mã định danh cơ quan bắt đầu bằng chữ cái, gồm chữ, số và dấu chấm, ví dụ H31.12.",
                    "The code of a public body begins with a letter and has letters, digits and dots, such as H31.12.",
                ),
            );
        }
    }

    fn whereabouts(&mut self, profile: &Profile, gazetteer: &Gazetteer) {
        if profile
            .place_id
            .as_deref()
            .is_some_and(|id| gazetteer.today(id).is_none())
        {
            self.add(
                "placeId",
                ErrorCode::UnknownPlace,
                say(
                    "Chọn tỉnh, thành phố trong danh sách 34 đơn vị hiện nay.",
                    "Choose one of today's 34 provinces and cities.",
                ),
            );
        }
        if profile
            .website
            .as_deref()
            .is_some_and(|text| !is_website(text))
        {
            self.add(
                "website",
                ErrorCode::InvalidInput,
                say(
                    "Nhập địa chỉ bắt đầu bằng http:// hoặc https://.",
                    "Enter an address that begins with http:// or https://.",
                ),
            );
        }
        let address = profile.address.as_deref().unwrap_or_default();
        if address.chars().count() > ADDRESS_MAX {
            self.add(
                "address",
                ErrorCode::TooLong,
                say(
                    format!("Địa chỉ dài tối đa {ADDRESS_MAX} ký tự."),
                    format!("An address has at most {ADDRESS_MAX} characters."),
                ),
            );
        }
    }

    fn domains(&mut self, codes: &[String], taxonomy: &Taxonomy) {
        if codes.len() > DOMAINS_MAX {
            self.add(
                "domains",
                ErrorCode::OutOfRange,
                say(
                    format!("Chọn tối đa {DOMAINS_MAX} lĩnh vực."),
                    format!("Choose at most {DOMAINS_MAX} domains."),
                ),
            );
        }
        if let Some(unknown) = codes.iter().find(|code| taxonomy.get(code).is_none()) {
            let shown: String = unknown.chars().take(20).collect();
            self.add(
                "domains",
                ErrorCode::UnknownDomain,
                say(
                    format!("Không có lĩnh vực «{shown}». Hãy chọn trong danh sách."),
                    format!("There is no domain “{shown}”. Choose from the list."),
                ),
            );
        }
    }
}

/// Everything that is wrong with a profile; fields are named below `path`.
pub fn problems(
    path: &str,
    profile: &Profile,
    gazetteer: &Gazetteer,
    taxonomy: &Taxonomy,
) -> Vec<Problem> {
    let mut check = Check {
        path,
        problems: Vec::new(),
    };
    check.name(&profile.legal_name);
    check.length("summary", &profile.summary, SUMMARY_MAX);
    check.length("capabilities", &profile.capabilities, CAPABILITIES_MAX);
    check.codes(profile);
    check.whereabouts(profile, gazetteer);
    check.domains(&profile.domains, taxonomy);
    check.problems
}

/// Ten digits, and for a branch a dash and three more (Circular 86/2024/TT-BTC).
fn is_tax_code(code: &str) -> bool {
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    match code.split_once('-') {
        Some((head, branch)) => digits(head, 10) && digits(branch, 3),
        None => digits(code, 10) || digits(code, 12),
    }
}

/// Levels joined by dots, the first beginning with a letter.
fn is_establishment_code(code: &str) -> bool {
    code.len() <= ESTABLISHMENT_CODE_MAX
        && code.starts_with(|c: char| c.is_ascii_uppercase())
        && code.split('.').all(|level| {
            !level.is_empty()
                && level
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
}

/// An address on the web that a browser opens as a page.
pub fn is_website(text: &str) -> bool {
    text.len() <= 300
        && Url::parse(text)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// The name looks like these others' (told by their names).
pub fn name_similar(path: &str, others: &[Organization]) -> Error {
    let told = |pick: fn(&Organization) -> &str| {
        let names: Vec<_> = others.iter().take(NAMES_TOLD).map(pick).collect();
        names.join("; ")
    };
    let vi = told(|o| o.legal_name.pick(crate::text::Locale::Vi));
    let en = told(|o| o.legal_name.pick(crate::text::Locale::En));
    let field = if path.is_empty() {
        "legalName.vi".to_owned()
    } else {
        format!("{path}.legalName.vi")
    };
    Error::field(
        &field,
        ErrorCode::NameSimilar,
        say(
            format!(
                "Tên này giống tên của tổ chức đã có: {vi}. Nếu đó là tổ chức của bạn, hãy xin tham gia. Nếu là tổ chức khác, hãy xác nhận và gửi lại; Liên minh sẽ xem xét trước khi tổ chức hiển thị."
            ),
            format!(
                "This name looks like that of an organisation that is here: {en}. If that is yours, ask to join it. If yours is another, acknowledge the likeness and send it again; the alliance looks at it before it is shown."
            ),
        ),
    )
}

/// An organisation acts in public only when the public may see it.
pub fn must_be_listed(organization: &Organization) -> Result<()> {
    let message = match organization.standing {
        Standing::Listed => return Ok(()),
        Standing::Waiting => say(
            "Tổ chức đang chờ Liên minh xem xét đăng ký vì tên giống tổ chức khác. Bạn có thể soạn trước và gửi sau.",
            "The alliance is looking at the organisation's registration because its name looks like another's. Write now, and send it afterwards.",
        ),
        Standing::Rejected | Standing::Closed => say(
            "Đăng ký của tổ chức không được chấp nhận hoặc tổ chức đã đóng, nên không thực hiện được việc này.",
            "The organisation's registration was not accepted, or it is closed, so that this cannot be done.",
        ),
    };
    Err(Error::illegal_transition(message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_codes_are_ten_digits_with_or_without_a_branch() {
        assert!(is_tax_code("0100686209") && is_tax_code("0100686209-001"));
        assert!(
            !is_tax_code("010068620")
                && !is_tax_code("0100686209-01")
                && !is_tax_code("O100686209")
        );
    }

    #[test]
    fn codes_of_public_bodies_are_levels_joined_by_dots() {
        for code in ["H31", "H31.12", "G09.03.02", "A1B2"] {
            assert!(is_establishment_code(code), "{code}");
        }
        for code in ["", "31", ".H31", "H31.", "H31..2", "h31", "H31-2", "H 31"] {
            assert!(!is_establishment_code(code), "{code}");
        }
        assert!(!is_establishment_code(&"H".repeat(36)));
    }

    #[test]
    fn websites_are_web_addresses() {
        assert!(is_website("https://becamex.com.vn"));
        assert!(!is_website("javascript:alert(1)") && !is_website("becamex.com.vn"));
    }
}
