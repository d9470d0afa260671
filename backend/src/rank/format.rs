//! A posting as one JSON object a line.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use matching::{
    Certificate, Code, Kind, Knowledge, Language, MoneyRange, OfferMaturity, Organization, Posting,
    PostingText, Reference, detect_language,
};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::places::Gazetteer;

/// The longest line, in bytes: no posting is a megabyte.
const LONGEST_LINE: usize = 4 * 1024 * 1024;

/// A posting as it is written. `title`, `summary` and `body` are in `lang`, or in the language
/// they are found to be in; `title_vi`, `title_en` and so on say it themselves.
#[derive(Debug, Deserialize)]
struct Written {
    id: String,
    kind: Kind,
    lang: Option<Language>,
    title: Option<String>,
    summary: Option<String>,
    body: Option<String>,
    title_vi: Option<String>,
    summary_vi: Option<String>,
    body_vi: Option<String>,
    title_en: Option<String>,
    summary_en: Option<String>,
    body_en: Option<String>,
    #[serde(default, deserialize_with = "listed")]
    domains: Vec<Code>,
    #[serde(default, deserialize_with = "listed")]
    provinces: Vec<String>,
    #[serde(default, deserialize_with = "listed")]
    regions: Vec<Code>,
    budget: Option<WrittenMoney>,
    #[serde(default, deserialize_with = "listed")]
    contract_types: Vec<Code>,
    #[serde(default, deserialize_with = "listed")]
    delivery_models: Vec<Code>,
    opens: Option<NaiveDate>,
    closes: Option<NaiveDate>,
    maturity: Option<Value>,
    references: Option<Value>,
    #[serde(default, deserialize_with = "listed")]
    standards: Vec<Code>,
    certificates: Option<Value>,
    #[serde(default, deserialize_with = "listed")]
    languages: Vec<Code>,
    #[serde(default, deserialize_with = "listed")]
    tags: Vec<Code>,
    organization: Option<WrittenOrganization>,
    #[serde(flatten)]
    unknown: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
struct WrittenMoney {
    min: Option<f64>,
    max: Option<f64>,
    currency: Option<String>,
    #[serde(flatten)]
    unknown: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
struct WrittenOrganization {
    id: String,
    #[serde(default)]
    name: String,
    /// Read and not used: what an organisation is does not rank it.
    #[serde(rename = "kind")]
    _kind: Option<String>,
    #[serde(default)]
    verified: bool,
    #[serde(default)]
    past_awards: u32,
    #[serde(default)]
    milestones_met: u32,
    #[serde(default)]
    milestones_due: u32,
    staff: Option<u32>,
    #[serde(default)]
    under_way: u32,
    #[serde(flatten)]
    unknown: BTreeMap<String, Value>,
}

/// The fields of the next two, for those that are none of them.
const REFERENCE: &[&str] = &["name", "province", "year", "value", "currency"];
const CERTIFICATE: &[&str] = &["name", "valid_until"];

#[derive(Debug, Deserialize)]
struct WrittenReference {
    #[serde(default)]
    name: String,
    province: Option<String>,
    year: Option<i32>,
    value: Option<f64>,
    currency: Option<String>,
}

#[derive(Debug, Deserialize)]
struct WrittenCertificate {
    name: Code,
    valid_until: Option<NaiveDate>,
}

/// A list; `null` is what many programs write for an empty one.
fn listed<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// Reads postings.
pub(super) struct Reader<'a> {
    gazetteer: &'a Gazetteer,
    knowledge: &'a Knowledge,
}

impl<'a> Reader<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer, knowledge: &'a Knowledge) -> Self {
        Self {
            gazetteer,
            knowledge,
        }
    }

    /// Every posting of a file; an unknown field is a warning, a broken line the end.
    pub(super) fn read(&self, path: &Path) -> Result<Vec<Posting>, String> {
        let at = |line: usize, error: &str| format!("{} line {line}: {error}", path.display());
        let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut postings = Vec::new();
        let mut ids = HashSet::new();
        let mut warned = BTreeSet::new();
        for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            let number = index + 1;
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            if line.len() > LONGEST_LINE {
                return Err(at(number, "the line is longer than 4 MiB"));
            }
            let line = std::str::from_utf8(line).map_err(|_| at(number, "this is not UTF-8"))?;
            let line = line.strip_prefix('\u{feff}').unwrap_or(line);
            let written: Written =
                serde_json::from_str(line).map_err(|e| at(number, &e.to_string()))?;
            for field in written.unknown_fields() {
                if warned.insert(field.clone()) {
                    eprintln!(
                        "iforum: {}",
                        at(
                            number,
                            &format!("the field “{field}” is not known and was passed over")
                        )
                    );
                }
            }
            let posting = self.posting(written).map_err(|e| at(number, &e))?;
            if !ids.insert(posting.id.clone()) {
                return Err(at(
                    number,
                    &format!("the id “{}” stands here for a second time", posting.id),
                ));
            }
            postings.push(posting);
        }
        Ok(postings)
    }

    fn posting(&self, written: Written) -> Result<Posting, String> {
        if written.id.is_empty() {
            return Err("the id is empty".to_owned());
        }
        let mut posting = Posting::new(written.kind, written.id.as_str());
        posting.texts = written.texts();
        posting.domains = written.domains;
        posting.places = written
            .provinces
            .iter()
            .map(|name| self.place(name))
            .collect();
        posting.regions = written.regions;
        if let Some(money) = &written.budget {
            posting.budget = self.money(money)?;
        }
        posting.contract_types = written.contract_types;
        posting.delivery_models = written.delivery_models;
        posting.opens_on = written.opens;
        posting.closes_on = written.closes;
        match written.kind {
            Kind::Need => posting.maturity_target = target(written.maturity.as_ref())?,
            _ => posting.maturity = maturity(written.maturity.as_ref())?,
        }
        posting.references = self.references(written.references)?;
        posting.standards = written.standards;
        posting.certificates = certificates(written.certificates)?;
        posting.languages = written.languages;
        posting.tags = written.tags;
        if let Some(owner) = written.organization {
            posting.organization = Arc::new(Organization {
                id: owner.id,
                name: owner.name,
                verified: owner.verified,
                past_awards: owner.past_awards,
                mutual_matches: 0,
                milestones_met: owner.milestones_met,
                milestones_due: owner.milestones_due,
                staff: owner.staff,
                under_way: owner.under_way,
            });
        }
        Ok(posting)
    }

    /// A place by its id or by a name of today or of before, in either language; what is not
    /// known stays as it is and equals itself only.
    fn place(&self, name: &str) -> Code {
        let known = self
            .gazetteer
            .get(name)
            .or_else(|| self.gazetteer.named(name));
        known.map_or_else(|| name.into(), |place| place.id.as_str().into())
    }

    fn money(&self, written: &WrittenMoney) -> Result<MoneyRange, String> {
        let currency = written.currency.as_deref().unwrap_or("VND");
        let amount = |amount: Option<f64>| -> Result<Option<i64>, String> {
            let Some(amount) = amount else {
                return Ok(None);
            };
            if amount < 0.0 {
                return Err(format!("the budget {amount} is negative"));
            }
            let dong = self.knowledge.dong(amount, currency);
            dong.map(Some).ok_or_else(|| {
                format!("no rate is known for “{currency}”, or {amount} is no amount")
            })
        };
        let range = MoneyRange {
            min: amount(written.min)?,
            max: amount(written.max)?,
        };
        match range {
            MoneyRange {
                min: Some(min),
                max: Some(max),
            } if min > max => Err("the budget begins above its end".to_owned()),
            range => Ok(range),
        }
    }

    /// A number of them, their names, or objects.
    fn references(&self, written: Option<Value>) -> Result<Vec<Reference>, String> {
        let one = |value: Value| -> Result<Reference, String> {
            if let Value::String(name) = value {
                return Ok(Reference {
                    name,
                    ..Reference::default()
                });
            }
            let written: WrittenReference =
                serde_json::from_value(value).map_err(|e| format!("references: {e}"))?;
            let currency = written.currency.as_deref().unwrap_or("VND");
            Ok(Reference {
                name: written.name,
                place: written.province.map(|name| self.place(&name)),
                year: written.year,
                value: written
                    .value
                    .and_then(|value| self.knowledge.dong(value, currency)),
            })
        };
        match written {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(list)) => list.into_iter().map(one).collect(),
            Some(Value::Number(count)) => {
                let count = count.as_u64().ok_or("references: the number is no count")?;
                Ok(vec![Reference::default(); count.min(1000) as usize])
            }
            Some(_) => Err("references: a list or a number is expected".to_owned()),
        }
    }
}

impl Written {
    fn unknown_fields(&self) -> Vec<String> {
        let nested = |name: &str, fields: &BTreeMap<String, Value>| -> Vec<String> {
            fields
                .keys()
                .map(|field| format!("{name}.{field}"))
                .collect()
        };
        let mut all: Vec<String> = self.unknown.keys().cloned().collect();
        if let Some(money) = &self.budget {
            all.extend(nested("budget", &money.unknown));
        }
        if let Some(owner) = &self.organization {
            all.extend(nested("organization", &owner.unknown));
        }
        for (name, list, known) in [
            ("references", &self.references, REFERENCE),
            ("certificates", &self.certificates, CERTIFICATE),
        ] {
            let items = list
                .as_ref()
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            let fields = items
                .filter_map(Value::as_object)
                .flat_map(|item| item.keys());
            let unknown = fields.filter(|field| !known.contains(&field.as_str()));
            all.extend(unknown.map(|field| format!("{name}.{field}")));
        }
        all
    }

    fn texts(&self) -> Vec<PostingText> {
        let some = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut texts = vec![
            PostingText {
                language: Language::Vi,
                title: some(&self.title_vi),
                summary: some(&self.summary_vi),
                body: some(&self.body_vi),
            },
            PostingText {
                language: Language::En,
                title: some(&self.title_en),
                summary: some(&self.summary_en),
                body: some(&self.body_en),
            },
        ];
        let plain = [some(&self.title), some(&self.summary), some(&self.body)];
        if plain.iter().any(|text| !text.is_empty()) {
            let language = self
                .lang
                .unwrap_or_else(|| detect_language(&plain.join("\n")));
            let text = &mut texts[language as usize];
            for (part, more) in [&mut text.title, &mut text.summary, &mut text.body]
                .into_iter()
                .zip(plain)
            {
                if !part.is_empty() && !more.is_empty() {
                    part.push('\n');
                }
                part.push_str(&more);
            }
        }
        texts.retain(|text| {
            [&text.title, &text.summary, &text.body]
                .iter()
                .any(|part| !part.trim().is_empty())
        });
        texts
    }
}

fn target(written: Option<&Value>) -> Result<Option<u8>, String> {
    match written {
        None | Some(Value::Null) => Ok(None),
        Some(value) => {
            let level = value.as_u64().or_else(|| value.as_str()?.parse().ok());
            let level = level.and_then(|level| u8::try_from(level).ok());
            level
                .map(Some)
                .ok_or_else(|| format!("maturity: {value} is no level of 1 to 3"))
        }
    }
}

/// A name, or a step of 1 (concept) to 5 (scaled).
fn maturity(written: Option<&Value>) -> Result<Option<OfferMaturity>, String> {
    use OfferMaturity::{Concept, Deployed, Piloted, Prototype, Scaled};
    const STEPS: [OfferMaturity; 5] = [Concept, Prototype, Piloted, Deployed, Scaled];
    match written {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(name)) => serde_json::from_value(Value::String(name.to_uppercase()))
            .map(Some)
            .map_err(|_| {
                format!(
                    "maturity: “{name}” is none of concept, prototype, piloted, deployed, scaled"
                )
            }),
        Some(value) => {
            let step = value.as_u64().and_then(|step| usize::try_from(step).ok());
            let step = step.and_then(|step| STEPS.get(step.checked_sub(1)?));
            step.copied()
                .map(Some)
                .ok_or_else(|| format!("maturity: {value} is no step of 1 to 5"))
        }
    }
}

/// Names, or objects with the last day of each.
fn certificates(written: Option<Value>) -> Result<Vec<Certificate>, String> {
    let list = match written {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(list)) => list,
        Some(_) => return Err("certificates: a list is expected".to_owned()),
    };
    let one = |value: Value| match value {
        Value::String(name) => Ok(Certificate {
            name: name.into(),
            valid_until: None,
        }),
        other => {
            let written: WrittenCertificate =
                serde_json::from_value(other).map_err(|e| format!("certificates: {e}"))?;
            Ok(Certificate {
                name: written.name,
                valid_until: written.valid_until,
            })
        }
    };
    list.into_iter().map(one).collect()
}
