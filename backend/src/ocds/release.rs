//! From a process to a release of the standard: pure. `docs/api.md` has the table of what is told where.

use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use super::contracts::{self, contracts};
use super::parties::parties;
use super::process::{Moment, Process};
use crate::ids::{OrganizationId, ProposalId};
use crate::money::CURRENCY;
use crate::needs::NeedStatus;
use crate::places::Place;
use crate::proposals::ProposalStatus;
use crate::text::BilingualText;

/// The standard's version.
pub const VERSION: &str = "1.1";
/// The profile and its extensions.
pub const EXTENSIONS: [&str; 3] = [
    "https://standard.open-contracting.org/profiles/ppp/extension/1__0__0__beta/extension.json",
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json",
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_location_extension/v1.1.5/extension.json",
];

/// What is the same for all processes.
#[derive(Clone, Copy, Debug)]
pub struct Publication<'a> {
    /// Before the need's id.
    pub prefix: &'a str,
    /// Who publishes.
    pub publisher: &'a str,
    /// Where people reach the product, without a slash at its end.
    pub site: &'a str,
}

/// The name of a process.
pub fn ocid(publication: Publication<'_>, process: &Process) -> String {
    format!("{}-{}", publication.prefix, process.need.id)
}

/// The id of an award.
pub fn award_id(proposal: ProposalId) -> String {
    format!("award-{proposal}")
}

/// A record: the process's releases, the oldest first, and how it is now.
pub fn record(publication: Publication<'_>, process: &Process) -> Value {
    json!({
        "ocid": ocid(publication, process),
        "releases": releases(publication, process),
        "compiledRelease": release(publication, process, &["compiled"], latest(process)),
    })
}

/// What happened, as releases, the oldest first.
pub fn releases(publication: Publication<'_>, process: &Process) -> Vec<Value> {
    history(process)
        .into_iter()
        .map(|(at, tags)| release(publication, process, &tags, at))
        .collect()
}

/// When the last thing happened that is told.
pub fn latest(process: &Process) -> Moment {
    history(process)
        .last()
        .map_or_else(|| process.published_at(), |(at, _)| *at)
}

/// Moments with their tags: one release for each, though several things happened at it.
fn history(process: &Process) -> Vec<(Moment, Vec<&'static str>)> {
    let published = process.published_at();
    let mut events = vec![(published, "planning")];
    if process.need.status != NeedStatus::Consultation {
        events.push((published, "tender"));
    }
    events.extend(process.closed_at.map(|at| (at, "tenderUpdate")));
    events.extend(process.opened_at.map(|at| (at, "tenderUpdate")));
    if process.decided_at().is_some() {
        events.extend(process.selected().map(|(_, at)| (at, "award")));
    }
    let tag = match process.need.status {
        NeedStatus::Unsuccessful => "tenderUpdate",
        _ => "tenderCancellation",
    };
    events.extend(process.ended_at().map(|at| (at, tag)));
    events.extend(process.contracts.iter().flat_map(contracts::events));
    // Nothing is told from before the process was public.
    for (at, _) in &mut events {
        *at = (*at).max(published);
    }
    events.sort_by_key(|(at, _)| *at);
    let mut history: Vec<(Moment, Vec<&'static str>)> = Vec::new();
    for (at, tag) in events {
        match history.last_mut() {
            Some((last, tags)) if *last == at => {
                if !tags.contains(&tag) {
                    tags.push(tag);
                }
            }
            _ => history.push((at, vec![tag])),
        }
    }
    history
}

/// The process as it was at a moment.
fn release(
    publication: Publication<'_>,
    process: &Process,
    tags: &[&'static str],
    at: Moment,
) -> Value {
    let ocid = ocid(publication, process);
    let mut made = Made::default();
    // Two moments of a process differ by a microsecond or more.
    made.put(
        "id",
        json!(format!(
            "{ocid}-{}-{}",
            tags.join("-"),
            at.timestamp_micros()
        )),
    );
    made.put("ocid", json!(ocid));
    made.put("date", date(Some(at)));
    made.put("tag", json!(tags));
    made.put("language", json!("vi"));
    // The profile knows no other.
    made.put("initiationType", json!("ppp"));
    made.put("parties", parties(process, publication.publisher, at));
    let owner = &process.owner;
    made.put("buyer", reference(owner.id, &owner.legal_name));
    made.put("planning", planning(process));
    if process.need.status != NeedStatus::Consultation {
        made.put("tender", tender(publication, process, at));
    }
    made.put("bids", bids(process, at));
    made.put("awards", awards(process, at));
    let contracts = contracts(&process.contracts, at);
    made.put("contracts", contracts.into());
    made.put(
        "x_demonstration",
        json!(process.need.demonstration.then_some(true)),
    );
    made.value()
}

fn planning(process: &Process) -> Value {
    let need = &process.need;
    let mut made = Made::default();
    put_text(&mut made, "rationale", &need.summary);
    made.object("project", |project| {
        project.put("id", json!(need.id.to_string()));
        // The extension knows no translations here; both languages stand in the tender.
        project.put("title", json!(name_of(&need.title)));
        project.put("description", json!(name_of(&need.summary)));
        project.put("totalValue", value(need.budget_max));
        let sector = process.domains.iter().find_map(|it| cofog(&it.code));
        project.put(
            "sector",
            json!(sector.map(|(id, description)| {
                json!({ "scheme": "COFOG", "id": id, "description": description })
            })),
        );
        let classified = process.domains.iter().map(|domain| {
            // The sections of the norm, and the marketplace's own that go across them.
            let scheme = match cofog(&domain.code) {
                Some(_) => "ISO37122",
                None => "x_iforum",
            };
            json!({ "scheme": scheme, "id": domain.code, "description": domain.name_vi, "description_en": domain.name_en })
        });
        project.put("additionalClassifications", classified.collect());
        let places = process.place.iter().chain(&process.former);
        project.put("locations", places.map(location).collect());
    });
    made.object("budget", |budget| {
        budget.put("amount", value(need.budget_max));
        let words = need
            .budget_min
            .map(|least| format!("Từ {least} {CURRENCY}"));
        budget.put("description", json!(words));
    });
    made.value()
}

/// Section of ISO 37122 to division of the classification of the functions of government.
fn cofog(domain: &str) -> Option<(&'static str, &'static str)> {
    Some(match domain {
        "FIN" | "GOV" => ("01", "General public services"),
        "SAF" => ("03", "Public order and safety"),
        "ECO" | "ENE" | "TEL" | "TRA" | "AGR" => ("04", "Economic affairs"),
        "ENV" | "WST" | "WWT" => ("05", "Environmental protection"),
        "HOU" | "PLN" | "WAT" => ("06", "Housing and community amenities"),
        "HEA" => ("07", "Health"),
        "REC" | "SPO" => ("08", "Recreation, culture and religion"),
        "EDU" => ("09", "Education"),
        "POP" => ("10", "Social protection"),
        _ => return None,
    })
}

/// A unit by its code, with the days for which the code stood.
fn location(place: &Place) -> Value {
    let since = place.valid_from.map(|day| format!(", từ {day}"));
    let until = place.valid_until.map(|day| format!(", đến {day}"));
    let days = since.unwrap_or_default() + &until.unwrap_or_default();
    json!({
        "description": format!("{}{days}", place.full_name_vi),
        "gazetteer": { "scheme": "VN-GSO", "identifiers": [place.code] },
    })
}

fn tender(publication: Publication<'_>, process: &Process, at: Moment) -> Value {
    let need = &process.need;
    let page = format!("{}/nhu-cau/{}", publication.site, need.id);
    let mut made = Made::default();
    made.put("id", json!(need.id.to_string()));
    put_text(&mut made, "title", &need.title);
    put_text(&mut made, "description", &need.description);
    made.put("status", json!(status(process, at)));
    let ended = process.ended_at().filter(|ended| *ended <= at);
    made.put(
        "x_statusDetails",
        json!(ended.and(need.status_reason.as_ref())),
    );
    let owner = &process.owner;
    made.put("procuringEntity", reference(owner.id, &owner.legal_name));
    made.put("minValue", value(need.budget_min));
    made.put("value", value(need.budget_max));
    made.put(
        "procurementMethodDetails",
        json!("market engagement (non-binding)"),
    );
    made.object("tenderPeriod", |period| {
        period.put("startDate", date(Some(process.published_at())));
        period.put("endDate", date(need.closes_at));
    });
    made.put("submissionMethod", json!(["electronicSubmission"]));
    made.put("submissionMethodDetails", json!(page));
    if !process.criteria.is_empty() {
        made.put("awardCriteria", json!("ratedCriteria"));
        let said = |name: fn(&BilingualText) -> Option<&str>| {
            let each = process
                .criteria
                .iter()
                .filter_map(|one| Some(format!("{} ({} %)", name(&one.name)?, one.weight)));
            each.collect::<Vec<_>>().join("; ")
        };
        made.put("awardCriteriaDetails", json!(said(name_of)));
        let english = said(|name| name.en.as_deref());
        made.put("awardCriteriaDetails_en", filled(english));
    }
    let mut documents = vec![
        document("page", "tenderNotice", &page, "vi"),
        document(
            "page-en",
            "tenderNotice",
            &format!("{}/en/nhu-cau/{}", publication.site, need.id),
            "en",
        ),
    ];
    if process.opened_at.is_some_and(|opened| opened <= at) {
        let mut tenderers: Vec<_> = process.bids.iter().map(|bid| &bid.bidder).collect();
        // Not in the order in which they came.
        tenderers.sort_by_key(|bidder| bidder.id);
        tenderers.dedup_by_key(|bidder| bidder.id);
        made.put("numberOfTenderers", json!(tenderers.len()));
        let tenderers = tenderers.iter().map(|it| reference(it.id, &it.legal_name));
        made.put("tenderers", tenderers.collect());
        let opening = format!("{}/bien-ban-mo/{}", publication.site, need.id);
        documents.push(document("opening", "bidders", &opening, "vi"));
    }
    made.put("documents", documents.into());
    made.put(
        "x_pppContractType",
        json!(need.contract_type.map(crate::postings::code)),
    );
    made.put(
        "x_deliveryModel",
        json!(need.delivery_model.map(crate::postings::code)),
    );
    made.put("x_maturityTarget", json!(need.maturity_target));
    made.value()
}

fn document(id: &str, kind: &str, url: &str, language: &str) -> Value {
    json!({ "id": id, "documentType": kind, "url": url, "format": "text/html", "language": language })
}

fn status(process: &Process, at: Moment) -> &'static str {
    let need = &process.need;
    if process.ended_at().is_some_and(|ended| ended <= at) {
        return match need.status {
            NeedStatus::Cancelled => "cancelled",
            NeedStatus::Withdrawn => "withdrawn",
            _ => "unsuccessful",
        };
    }
    if process.selected().any(|(_, decided)| decided <= at) {
        "complete"
    } else {
        "active"
    }
}

/// How many there were, from the opening; who bid what, when all is decided.
fn bids(process: &Process, at: Moment) -> Value {
    let Some(opened) = process.opened_at.filter(|opened| *opened <= at) else {
        return Value::Null;
    };
    let mut made = Made::default();
    made.put(
        "statistics",
        json!([{ "id": "1", "measure": "bids", "date": date(Some(opened)), "value": process.bids.len() }]),
    );
    if process.decided_at().is_some_and(|decided| decided <= at) {
        let details = process.bids.iter().map(|bid| {
            let status = match bid.status {
                ProposalStatus::Disqualified => "disqualified",
                _ => "valid",
            };
            json!({
                "id": bid.id.to_string(),
                "date": date(bid.submitted_at),
                "status": status,
                "tenderers": [reference(bid.bidder.id, &bid.bidder.legal_name)],
            })
        });
        made.put("details", details.collect());
    }
    made.value()
}

fn awards(process: &Process, at: Moment) -> Value {
    let told = process.decided_at().is_some();
    let won = process
        .selected()
        .filter(|(_, decided)| told && *decided <= at);
    let mut awards: Vec<Value> = won
        .map(|(bid, decided)| {
            let mut made = Made::default();
            made.put("id", json!(award_id(bid.id)));
            put_text(&mut made, "title", &process.need.title);
            made.put("status", json!("active"));
            made.put("date", date(Some(decided)));
            let bidder = &bid.bidder;
            made.put(
                "suppliers",
                json!([reference(bidder.id, &bidder.legal_name)]),
            );
            made.value()
        })
        .collect();
    // A contract belongs to an award; one that followed from a match has one of its own.
    let direct = process
        .contracts
        .iter()
        .filter(|one| one.proposal.is_none());
    for one in direct.filter(|one| one.public_since <= at) {
        awards.push(direct_award(process, one));
    }
    awards.into()
}

fn direct_award(process: &Process, one: &contracts::Contract) -> Value {
    let others = one
        .signatories
        .iter()
        .filter(|(id, _)| *id != process.owner.id);
    let mut made = Made::default();
    made.put("id", json!(contracts::award_id(one)));
    put_text(&mut made, "title", &one.title);
    made.put("status", json!("active"));
    made.put("date", date(Some(one.public_since)));
    let suppliers = others.map(|(id, name)| reference(*id, name));
    made.put("suppliers", suppliers.collect());
    made.value()
}

/// A moment as the standard writes it; null for none.
pub(super) fn date(at: Option<Moment>) -> Value {
    json!(at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)))
}

/// So many đồng; null for none.
pub(super) fn value(amount: Option<i64>) -> Value {
    match amount {
        Some(amount) => json!({ "amount": amount, "currency": CURRENCY }),
        None => Value::Null,
    }
}

/// An organisation where another object names it.
pub(super) fn reference(id: OrganizationId, name: &BilingualText) -> Value {
    json!({ "id": id.to_string(), "name": name_of(name) })
}

/// The name of an organisation, and of anything else that has one language at least.
pub(super) fn name_of(text: &BilingualText) -> Option<&str> {
    text.vi.as_deref().or(text.en.as_deref())
}

/// A text in both languages: Vietnamese, or what there is; English beside it.
pub(super) fn put_text(made: &mut Made, field: &str, text: &BilingualText) {
    made.put(field, json!(name_of(text)));
    if text.vi.is_some() {
        made.put(&format!("{field}_en"), json!(text.en));
    }
}

fn filled(text: String) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        text.into()
    }
}

/// An object of which nothing is kept that says nothing: the standard wants no empty fields.
#[derive(Debug, Default)]
pub(super) struct Made(Map<String, Value>);

impl Made {
    pub(super) fn put(&mut self, field: &str, value: Value) {
        let empty = match &value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            Value::Object(fields) => fields.is_empty(),
            Value::String(text) => text.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.insert(field.to_owned(), value);
        }
    }

    pub(super) fn object(&mut self, field: &str, fill: impl FnOnce(&mut Self)) {
        let mut inner = Self::default();
        fill(&mut inner);
        self.put(field, inner.value());
    }

    pub(super) fn value(self) -> Value {
        Value::Object(self.0)
    }
}
