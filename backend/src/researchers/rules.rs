//! Pure: what a valid profile of a researcher is.

use serde::{Deserialize, Serialize};

use super::{Publication, orcid};
use crate::domains::Taxonomy;
use crate::error::{Error, ErrorCode, Problem, Result};
use crate::ids::OrganizationId;
use crate::organizations::rules::is_website;
use crate::postings::distinct;
use crate::text::{BilingualText, BilingualTextInput, Sentence, clean, clean_line, say};

/// Longest headline in characters a language.
const HEADLINE_MAX: usize = 160;
/// Longest biography in characters a language.
const BIOGRAPHY_MAX: usize = 4_000;
/// Longest affiliation in characters.
const AFFILIATION_MAX: usize = 200;
/// Most domains.
const DOMAINS_MAX: usize = 12;
/// Most keywords.
const KEYWORDS_MAX: usize = 30;
/// Longest keyword in characters.
const KEYWORD_MAX: usize = 60;
/// Most publications.
const PUBLICATIONS_MAX: usize = 100;
/// Longest title or venue of a publication in characters.
const TITLE_MAX: usize = 400;
/// Longest DOI in characters.
const DOI_MAX: usize = 200;
/// Longest declaration of interests in characters.
const INTERESTS_MAX: usize = 2_000;
/// Earliest year of a publication.
const YEAR_MIN: i32 = 1900;
/// Most languages.
const LANGUAGES_MAX: usize = 15;
/// Languages that can be chosen (ISO 639-1): those of the region and of international work.
pub const LANGUAGES: [&str; 26] = [
    "ar", "bn", "cs", "da", "de", "en", "es", "fi", "fr", "hi", "id", "it", "ja", "km", "ko", "lo",
    "ms", "my", "nl", "pl", "pt", "ru", "sv", "th", "vi", "zh",
];

/// What a researcher says of herself; it replaces the whole profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// In one line.
    pub headline: BilingualTextInput,
    /// In full.
    pub biography: BilingualTextInput,
    /// Where she works, if it is here.
    pub organization_id: Option<OrganizationId>,
    /// Where she works, in her words.
    pub affiliation: Option<String>,
    /// ORCID iD.
    pub orcid: Option<String>,
    /// Domain codes.
    pub domains: Vec<String>,
    /// What she knows, in her words.
    pub keywords: Vec<String>,
    /// What she published.
    pub publications: Vec<Publication>,
    /// Languages (ISO 639-1).
    pub languages: Vec<String>,
    /// May be asked to evaluate.
    pub evaluator: bool,
    /// May be asked to join a consortium.
    pub consortium_partner: bool,
    /// Interests that could conflict.
    pub interests: Option<String>,
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

    fn length(&mut self, field: &str, text: Option<&str>, most: usize) {
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

    fn number(&mut self, field: &str, count: usize, most: usize) {
        if count > most {
            self.add(
                field,
                ErrorCode::OutOfRange,
                say(
                    format!("Tối đa {most} mục."),
                    format!("At most {most} of these."),
                ),
            );
        }
    }

    fn publication(&mut self, at: usize, publication: &Publication, this_year: i32) {
        let field = |name: &str| format!("publications.{at}.{name}");
        if publication.title.is_empty() {
            self.add(
                &field("title"),
                ErrorCode::Required,
                say("Nhập tên công bố.", "Enter the publication's title."),
            );
        }
        self.length(&field("title"), Some(&publication.title), TITLE_MAX);
        self.length(&field("venue"), publication.venue.as_deref(), TITLE_MAX);
        if !(YEAR_MIN..=this_year + 1).contains(&publication.year) {
            self.add(
                &field("year"),
                ErrorCode::OutOfRange,
                say(
                    format!("Năm phải từ {YEAR_MIN} đến {}.", this_year + 1),
                    format!(
                        "The year must lie between {YEAR_MIN} and {}.",
                        this_year + 1
                    ),
                ),
            );
        }
        if publication.doi.as_deref().is_some_and(|doi| !is_doi(doi)) {
            self.add(
                &field("doi"),
                ErrorCode::InvalidInput,
                say(
                    "DOI bắt đầu bằng 10., ví dụ 10.1000/182.",
                    "A DOI begins with 10., such as 10.1000/182.",
                ),
            );
        }
        if publication
            .url
            .as_deref()
            .is_some_and(|url| !is_website(url))
        {
            self.add(
                &field("url"),
                ErrorCode::InvalidInput,
                say(
                    "Nhập địa chỉ bắt đầu bằng http:// hoặc https://.",
                    "Enter an address that begins with http:// or https://.",
                ),
            );
        }
    }
}

/// A profile as stored: lines cleaned, one spelling for each code, publications the latest first.
pub fn tidy(content: Content) -> Content {
    let lines = |all: Vec<String>| {
        let lines = all.into_iter().filter_map(|one| clean_line(Some(one)));
        distinct(lines.collect())
    };
    let mut publications: Vec<_> = content
        .publications
        .into_iter()
        .map(|one| Publication {
            title: clean_line(Some(one.title)).unwrap_or_default(),
            venue: clean_line(one.venue),
            doi: clean_line(one.doi).map(|doi| bare_doi(&doi)),
            url: clean_line(one.url),
            year: one.year,
        })
        .collect();
    publications.sort_by_key(|one| std::cmp::Reverse(one.year));
    let languages = content.languages.into_iter().map(|l| l.to_lowercase());
    Content {
        headline: BilingualTextInput {
            vi: clean_line(content.headline.vi),
            en: clean_line(content.headline.en),
        },
        affiliation: clean_line(content.affiliation),
        orcid: clean_line(content.orcid),
        domains: distinct(content.domains),
        keywords: lines(content.keywords),
        languages: distinct(languages.collect()),
        interests: clean(content.interests),
        publications,
        ..content
    }
}

/// The profile with its ORCID iD in the one spelling, or everything that is wrong with it.
pub fn checked(content: Content, this_year: i32, taxonomy: &Taxonomy) -> Result<Content> {
    let mut check = Check::default();
    if BilingualText::new(content.headline.clone()).is_empty() {
        check.add(
            "headline.vi",
            ErrorCode::Required,
            say(
                "Giới thiệu chuyên môn của bạn trong một dòng.",
                "Say in one line what you are an expert in.",
            ),
        );
    }
    for (name, text, most) in [
        ("headline", &content.headline, HEADLINE_MAX),
        ("biography", &content.biography, BIOGRAPHY_MAX),
    ] {
        check.length(&format!("{name}.vi"), text.vi.as_deref(), most);
        check.length(&format!("{name}.en"), text.en.as_deref(), most);
    }
    if content.organization_id.is_some() && content.affiliation.is_some() {
        check.add(
            "affiliation",
            ErrorCode::InvalidInput,
            say(
                "Chọn tổ chức trên i-Forum hoặc tự nhập nơi công tác, không dùng cả hai.",
                "Choose an organisation that is here or enter your affiliation, not both.",
            ),
        );
    }
    check.length(
        "affiliation",
        content.affiliation.as_deref(),
        AFFILIATION_MAX,
    );
    let parsed = content.orcid.as_deref().map(orcid::parse);
    if parsed == Some(None) {
        check.add(
            "orcid",
            ErrorCode::InvalidInput,
            say(
                "ORCID gồm 16 chữ số, ví dụ 0000-0002-1825-0097. Hãy kiểm tra từng số.",
                "An ORCID iD has 16 digits, such as 0000-0002-1825-0097. Check each of them.",
            ),
        );
    }
    check.number("domains", content.domains.len(), DOMAINS_MAX);
    if let Some(unknown) = content.domains.iter().find(|c| taxonomy.get(c).is_none()) {
        let shown: String = unknown.chars().take(20).collect();
        check.add(
            "domains",
            ErrorCode::UnknownDomain,
            say(
                format!("Không có lĩnh vực «{shown}». Hãy chọn trong danh sách."),
                format!("There is no domain “{shown}”. Choose from the list."),
            ),
        );
    }
    check.number("keywords", content.keywords.len(), KEYWORDS_MAX);
    for keyword in content.keywords.iter().take(KEYWORDS_MAX) {
        check.length("keywords", Some(keyword), KEYWORD_MAX);
    }
    check.number("publications", content.publications.len(), PUBLICATIONS_MAX);
    for (at, one) in content
        .publications
        .iter()
        .take(PUBLICATIONS_MAX)
        .enumerate()
    {
        check.publication(at, one, this_year);
    }
    check.number("languages", content.languages.len(), LANGUAGES_MAX);
    if content.languages.iter().any(|l| !is_language(l)) {
        check.add(
            "languages",
            ErrorCode::InvalidInput,
            say(
                "Chọn ngôn ngữ trong danh sách (mã ISO 639-1, ví dụ vi, en).",
                "Choose languages from the list (ISO 639-1 codes, such as vi, en).",
            ),
        );
    }
    check.length("interests", content.interests.as_deref(), INTERESTS_MAX);
    Error::problems(check.0)?;
    Ok(Content {
        orcid: parsed.flatten(),
        ..content
    })
}

/// True for a language that can be chosen.
pub fn is_language(code: &str) -> bool {
    LANGUAGES.contains(&code)
}

/// The DOI without the address that resolves it.
fn bare_doi(text: &str) -> String {
    ["https://doi.org/", "http://doi.org/", "doi.org/", "doi:"]
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .unwrap_or(text)
        .to_owned()
}

/// A registrant's number and a name (ISO 26324).
fn is_doi(text: &str) -> bool {
    let Some((registrant, name)) = text.strip_prefix("10.").and_then(|t| t.split_once('/')) else {
        return false;
    };
    text.chars().count() <= DOI_MAX
        && (4..=9).contains(&registrant.len())
        && registrant.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_graphic() && !"<>\"".contains(c))
}

/// The affiliation is not one that she can claim.
pub fn not_a_member() -> Error {
    Error::field(
        "content.organizationId",
        ErrorCode::InvalidInput,
        say(
            "Bạn chỉ ghi được tổ chức mà bạn là thành viên trên i-Forum. Nếu không, hãy tự nhập nơi công tác.",
            "Name an organisation that you belong to here, or enter your affiliation yourself.",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content() -> Content {
        Content {
            headline: BilingualTextInput {
                vi: Some("Chuyên gia nước thải".into()),
                en: None,
            },
            ..Content::default()
        }
    }

    fn fields(content: Content) -> Vec<String> {
        match checked(tidy(content), 2026, &Taxonomy::built_in()) {
            Ok(_) => Vec::new(),
            Err(error) => error.problems.iter().map(|p| p.field.clone()).collect(),
        }
    }

    #[test]
    fn a_headline_is_enough() {
        assert!(fields(content()).is_empty());
        assert_eq!(fields(Content::default()), ["content.headline.vi"]);
    }

    #[test]
    fn publications_are_cleaned_and_checked_one_by_one() {
        let one = |title: &str, year, doi: &str| Publication {
            title: title.into(),
            year,
            venue: None,
            doi: Some(doi.into()),
            url: None,
        };
        let good = Content {
            publications: vec![
                one("A", 2001, "https://doi.org/10.1000/182"),
                one("B", 2020, "10.1038/s41586-020-2649-2"),
            ],
            ..content()
        };
        let stored = checked(tidy(good), 2026, &Taxonomy::built_in()).unwrap();
        assert_eq!(stored.publications[1].doi.as_deref(), Some("10.1000/182"));
        assert_eq!(stored.publications[0].year, 2020);
        let wrong = Content {
            publications: vec![one(" ", 1066, "11.1/x"), one("C", 2028, "10.1000/<script>")],
            ..content()
        };
        assert_eq!(
            fields(wrong),
            [
                "content.publications.0.year",
                "content.publications.0.doi",
                "content.publications.1.title",
                "content.publications.1.year",
                "content.publications.1.doi",
            ]
        );
    }

    #[test]
    fn lists_are_bounded_and_known() {
        let wrong = Content {
            domains: vec!["NOPE".into()],
            keywords: (0..31).map(|n| n.to_string()).collect(),
            languages: vec!["VI".into(), "tlh".into()],
            orcid: Some("0000-0002-1825-0098".into()),
            interests: Some("x".repeat(2001)),
            ..content()
        };
        assert_eq!(
            fields(wrong),
            [
                "content.orcid",
                "content.domains",
                "content.keywords",
                "content.languages",
                "content.interests"
            ]
        );
    }
}
