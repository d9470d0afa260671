//! Templates: the words of an agreement in both languages, and the parties' data in them. Whatever the
//! data say is put in once and is text from then on. Pure.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Deserialize;

use super::Kind;
use super::text::{Clause, Content, PartyText, Words};
use crate::error::{Error, Result};
use crate::postings::ContractType;
use crate::text::{Sentence, say};

/// A template as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    title: Words,
    recitals: Vec<Words>,
    clauses: Vec<TemplateClause>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateClause {
    key: String,
    heading: Words,
    body: Words,
}

macro_rules! template {
    ($name:literal) => {
        LazyLock::new(|| {
            let text = include_str!(concat!("../../data/agreements/", $name, ".toml"));
            toml::from_str(text).expect("the template is read by a test")
        })
    };
}

static MEMORANDUM: LazyLock<Template> = template!("memorandum");
static PILOT: LazyLock<Template> = template!("pilot");
static SERVICE_LEASE: LazyLock<Template> = template!("service_lease");
static PPP_PREPARATION: LazyLock<Template> = template!("ppp_preparation");

static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // Not HTML: what is made here is text, and whoever shows it escapes it.
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment
});

fn template(kind: Kind) -> &'static Template {
    match kind {
        Kind::Memorandum => &MEMORANDUM,
        Kind::Pilot => &PILOT,
        Kind::ServiceLease => &SERVICE_LEASE,
        Kind::PppPreparation => &PPP_PREPARATION,
    }
}

/// What a template is filled with.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The side with the need.
    pub owner: PartyText,
    /// The side that does something about it.
    pub partner: PartyText,
    /// Title of the need.
    pub need: Words,
    /// Where it is done.
    pub place: Words,
    /// Contract type that is prepared.
    pub contract_type: Option<ContractType>,
    /// First day.
    pub starts_on: chrono::NaiveDate,
    /// How long.
    pub months: i32,
    /// Đồng.
    pub value_amount: Option<i64>,
}

/// A text from a template.
pub fn fill(kind: Kind, facts: &Facts) -> Result<Content> {
    let template = template(kind);
    let (vi, en) = (values(facts, |words| &words.vi), values(facts, |w| &w.en));
    let contract = facts.contract_type.map(contract_name);
    let (mut vi, mut en) = (vi, en);
    vi.insert(
        "contract",
        contract
            .as_ref()
            .map_or_else(|| "hợp đồng PPP".into(), |c| c.vi.clone()),
    );
    en.insert(
        "contract",
        contract
            .as_ref()
            .map_or_else(|| "PPP contract".into(), |c| c.en.clone()),
    );
    let amount = amount(facts.value_amount);
    vi.insert("amount", amount.vi);
    en.insert("amount", amount.en);
    let words = |words: &Words| -> Result<Words> {
        Ok(Words {
            vi: render(&words.vi, &vi)?,
            en: render(&words.en, &en)?,
        })
    };
    let clause = |clause: &TemplateClause| -> Result<Clause> {
        Ok(Clause {
            key: clause.key.clone(),
            heading: words(&clause.heading)?,
            body: words(&clause.body)?,
        })
    };
    Ok(Content {
        title: words(&template.title)?,
        owner: facts.owner.clone(),
        partner: facts.partner.clone(),
        recitals: template.recitals.iter().map(words).collect::<Result<_>>()?,
        clauses: template.clauses.iter().map(clause).collect::<Result<_>>()?,
        starts_on: Some(facts.starts_on),
        months: Some(facts.months),
        value_amount: facts.value_amount,
        milestones: Vec::new(),
        indicators: Vec::new(),
    })
}

fn values(facts: &Facts, side: impl Fn(&Words) -> &String) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("owner", side(&facts.owner.name).clone()),
        ("partner", side(&facts.partner.name).clone()),
        ("need", side(&facts.need).clone()),
        ("place", side(&facts.place).clone()),
        ("starts", facts.starts_on.format("%d/%m/%Y").to_string()),
        ("months", facts.months.to_string()),
    ])
}

fn render(text: &str, values: &BTreeMap<&'static str, String>) -> Result<String> {
    let text = ENVIRONMENT
        .render_str(text, minijinja::value::Serde(values))
        .map_err(|e| Error::internal(e.to_string()))?;
    Ok(text.trim().to_owned())
}

/// An amount in words of a clause.
pub(super) fn amount(value: Option<i64>) -> Sentence {
    match value {
        None => say(
            "số tiền do hai bên thống nhất bằng văn bản",
            "an amount that both sides agree on in writing",
        ),
        Some(value) => say(
            format!("{} đồng", grouped(value, '.')),
            format!("VND {}", grouped(value, ',')),
        ),
    }
}

/// Digits in groups of three.
fn grouped(value: i64, separator: char) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    if value < 0 { format!("-{text}") } else { text }
}

/// What a contract type is called.
pub fn contract_name(contract: ContractType) -> Sentence {
    match contract {
        ContractType::Bot => say(
            "hợp đồng Xây dựng – Kinh doanh – Chuyển giao (BOT)",
            "Build–Operate–Transfer (BOT) contract",
        ),
        ContractType::Bto => say(
            "hợp đồng Xây dựng – Chuyển giao – Kinh doanh (BTO)",
            "Build–Transfer–Operate (BTO) contract",
        ),
        ContractType::Boo => say(
            "hợp đồng Xây dựng – Sở hữu – Kinh doanh (BOO)",
            "Build–Own–Operate (BOO) contract",
        ),
        ContractType::Om => say(
            "hợp đồng Kinh doanh – Quản lý (O&M)",
            "Operate–Manage (O&M) contract",
        ),
        ContractType::Btl => say(
            "hợp đồng Xây dựng – Chuyển giao – Thuê dịch vụ (BTL)",
            "Build–Transfer–Lease (BTL) contract",
        ),
        ContractType::Blt => say(
            "hợp đồng Xây dựng – Thuê dịch vụ – Chuyển giao (BLT)",
            "Build–Lease–Transfer (BLT) contract",
        ),
        ContractType::Bt => say(
            "hợp đồng Xây dựng – Chuyển giao (BT)",
            "Build–Transfer (BT) contract",
        ),
        ContractType::Mixed => say("hợp đồng hỗn hợp", "mixed contract"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::text::{missing, problems};

    const KINDS: [Kind; 4] = [
        Kind::Memorandum,
        Kind::Pilot,
        Kind::ServiceLease,
        Kind::PppPreparation,
    ];

    fn facts(name: &str) -> Facts {
        let words = |vi: &str, en: &str| Words {
            vi: vi.into(),
            en: en.into(),
        };
        let party = |name: Words| PartyText {
            name,
            ..PartyText::default()
        };
        Facts {
            owner: party(words("UBND thành phố A", "City A")),
            partner: party(words(name, name)),
            need: words("Giảm ngập", "Less flooding"),
            place: words("thành phố A", "City A"),
            contract_type: Some(ContractType::Btl),
            starts_on: "2026-12-01".parse().unwrap(),
            months: 12,
            value_amount: Some(1_234_567_890),
        }
    }

    #[test]
    fn every_template_makes_a_complete_text_in_both_languages() {
        for kind in KINDS {
            let content = fill(kind, &facts("Công ty B")).unwrap();
            assert_eq!(problems(&content), [], "{kind:?}");
            assert_eq!(missing(&content), [], "{kind:?}");
            let all = format!("{content:?}");
            assert!(all.contains("Công ty B") && all.contains("Giảm ngập"));
            assert!(!all.contains("{{") && !all.contains("{%"), "{kind:?}");
            assert!(content.clauses.len() >= 8, "{kind:?}");
        }
    }

    #[test]
    fn a_hostile_name_stays_a_name() {
        let hostile = "{{ 7 * 7 }}{% for x in range(9) %}<script>#eval(\"1\")</script>{% endfor %}";
        for kind in KINDS {
            let content = fill(kind, &facts(hostile)).unwrap();
            let all = serde_json::to_string(&content).unwrap();
            let escaped = serde_json::to_string(hostile).unwrap();
            assert!(all.contains(escaped.trim_matches('"')), "{kind:?}");
            assert!(!all.contains("49"), "{kind:?}");
        }
    }

    #[test]
    fn amounts_are_written_as_each_language_does() {
        let amount = amount(Some(1_234_567_890));
        assert_eq!(amount.vi, "1.234.567.890 đồng");
        assert_eq!(amount.en, "VND 1,234,567,890");
        assert_eq!(grouped(100, '.'), "100");
    }
}
