//! Agreements as contracts of the standard: pure, from plain values, so that whoever keeps agreements can
//! hand them over.

use serde_json::{Value, json};

use super::process::Moment;
use super::release::{Made, date, put_text, reference, value};
use crate::ids::{OrganizationId, ProposalId};
use crate::postings::ContractType;
use crate::text::BilingualText;

/// Where an agreement stands, as far as the public learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContractStatus {
    /// Agreed, not signed by all.
    Pending,
    /// In force.
    Active,
    /// Given up before it was in force.
    Cancelled,
    /// Over: completed, ended early, expired.
    Terminated,
}

/// An agreement that is public.
#[derive(Clone, Debug)]
pub struct Contract {
    /// Its id outside.
    pub id: String,
    /// The proposal it follows from; none for one that followed from a match.
    pub proposal: Option<ProposalId>,
    /// `MEMORANDUM`, `PILOT`, `SERVICE_LEASE`, `PPP_PREPARATION`: the standard has no word for it.
    pub kind: String,
    /// Type of a public–private partnership.
    pub contract_type: Option<ContractType>,
    /// Title.
    pub title: BilingualText,
    /// What it is about.
    pub description: BilingualText,
    /// Where it stands.
    pub status: ContractStatus,
    /// Since when it is public.
    pub public_since: Moment,
    /// When all had signed.
    pub signed_at: Option<Moment>,
    /// From when.
    pub starts_at: Option<Moment>,
    /// Until when.
    pub ends_at: Option<Moment>,
    /// When it ended, and how.
    pub ended_at: Option<Moment>,
    /// Đồng.
    pub amount: Option<i64>,
    /// Who signs: id and name.
    pub signatories: Vec<(OrganizationId, BilingualText)>,
    /// Who bears which risk.
    pub risks: Vec<Risk>,
    /// What is to be reached, and when.
    pub milestones: Vec<Milestone>,
    /// What is measured.
    pub metrics: Vec<Metric>,
    /// Where the money comes from.
    pub finance: Vec<Finance>,
    /// What was changed later.
    pub amendments: Vec<Amendment>,
    /// Its public page.
    pub page: Option<String>,
}

/// A risk and who bears it.
#[derive(Clone, Debug)]
pub struct Risk {
    /// One of the standard's sixteen: `landAvailability`, `design`, `revenue` …
    pub category: String,
    /// Who bears it.
    pub allocation: Allocation,
    /// In words.
    pub notes: Option<String>,
}

/// Who bears a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allocation {
    /// The public side.
    PublicAuthority,
    /// The private side.
    PrivateParty,
    /// Not said.
    Undefined,
}

/// The standard's categories of risks.
pub const RISKS: [&str; 16] = [
    "landAvailability",
    "environmental",
    "design",
    "construction",
    "completion",
    "revenue",
    "inflationAndFx",
    "availabilityAndQuality",
    "otherRevenue",
    "financeAvailability",
    "refinancing",
    "changeInLaw",
    "forceMajeure",
    "earlyTermination",
    "compliance",
    "all",
];

/// How far a milestone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MilestoneStatus {
    /// Not yet.
    Scheduled,
    /// Reached.
    Met,
    /// In part.
    PartiallyMet,
    /// Missed.
    NotMet,
}

/// Something to be reached.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Its id outside.
    pub id: String,
    /// Title.
    pub title: BilingualText,
    /// `commercialClose`, `financialClose`, `commencement`, `completion`, `commissioning`, if one of these.
    pub code: Option<String>,
    /// Until when.
    pub due_at: Option<Moment>,
    /// When it was said how far it is.
    pub reported_at: Option<Moment>,
    /// How far.
    pub status: MilestoneStatus,
}

/// Something measured.
#[derive(Clone, Debug)]
pub struct Metric {
    /// Its id outside.
    pub id: String,
    /// Title.
    pub title: BilingualText,
    /// Unit.
    pub unit: String,
    /// Before.
    pub baseline: Option<f64>,
    /// Promised.
    pub target: Option<f64>,
    /// Measured, with when.
    pub measured: Vec<(Moment, f64)>,
}

/// Money from somebody.
#[derive(Clone, Debug)]
pub struct Finance {
    /// Its id outside.
    pub id: String,
    /// In words.
    pub title: String,
    /// `equity`, `seniorDebt`, `mezzanineDebt`, `grant`, `guarantee`, `other`.
    pub category: String,
    /// Đồng.
    pub amount: Option<i64>,
}

/// A later change.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// Its id outside.
    pub id: String,
    /// When.
    pub at: Moment,
    /// Why.
    pub rationale: String,
}

/// Agreements as they were at a moment; none that were not public then.
pub fn contracts(all: &[Contract], at: Moment) -> Vec<Value> {
    all.iter()
        .filter(|one| one.public_since <= at)
        .map(|one| contract(one, at))
        .collect()
}

/// What happened to an agreement, as the standard's tags.
pub fn events(one: &Contract) -> Vec<(Moment, &'static str)> {
    let mut events = vec![(one.public_since, "contract")];
    let signed = one.signed_at.filter(|at| *at > one.public_since);
    events.extend(signed.map(|at| (at, "contractUpdate")));
    events.extend(one.amendments.iter().map(|a| (a.at, "contractAmendment")));
    let reported = one.milestones.iter().filter_map(|m| m.reported_at);
    let measured = one.metrics.iter().flat_map(|m| &m.measured).map(|m| m.0);
    let mut work: Vec<Moment> = reported.chain(measured).collect();
    work.sort_unstable();
    let tags = std::iter::once("implementation").chain(std::iter::repeat("implementationUpdate"));
    events.extend(work.into_iter().zip(tags));
    events.extend(one.ended_at.map(|at| (at, "contractTermination")));
    events
}

fn contract(one: &Contract, at: Moment) -> Value {
    let signed = one.signed_at.filter(|signed| *signed <= at);
    let ended = one.ended_at.filter(|ended| *ended <= at);
    let status = match (one.status, signed, ended) {
        (ContractStatus::Cancelled, _, Some(_)) => "cancelled",
        (ContractStatus::Terminated, _, Some(_)) => "terminated",
        (_, Some(_), _) => "active",
        _ => "pending",
    };
    let mut made = Made::default();
    made.put("id", json!(one.id));
    // The standard wants every contract to belong to an award; one without a selection names itself.
    made.put("awardID", json!(award_id(one)));
    put_text(&mut made, "title", &one.title);
    put_text(&mut made, "description", &one.description);
    made.put("status", json!(status));
    made.put("dateSigned", date(signed));
    made.object("period", |period| {
        period.put("startDate", date(one.starts_at));
        period.put("endDate", date(one.ends_at));
    });
    made.put("value", value(one.amount));
    let signatories = one
        .signatories
        .iter()
        .map(|(id, name)| reference(*id, name));
    made.put("signatories", signatories.collect());
    made.put("riskAllocation", one.risks.iter().map(risk).collect());
    let metrics = one.metrics.iter().map(|metric| agreed(metric, one));
    made.put("agreedMetrics", metrics.collect());
    made.put("finance", one.finance.iter().map(finance).collect());
    let amended = one.amendments.iter().filter(|change| change.at <= at);
    let amendments =
        amended.map(|a| json!({ "id": a.id, "date": date(Some(a.at)), "rationale": a.rationale }));
    made.put("amendments", amendments.collect());
    let page = one.page.as_ref().map(|url| {
        json!([{ "id": "page", "documentType": "contractSummary", "url": url, "format": "text/html", "language": "vi" }])
    });
    made.put("documents", page.unwrap_or_default());
    let milestones = one.milestones.iter().map(|it| milestone(it, at));
    made.put("milestones", milestones.collect());
    let begun = events(one)
        .iter()
        .any(|(when, tag)| tag.starts_with("implementation") && *when <= at);
    if begun {
        made.object("implementation", |work| {
            let done = one.milestones.iter().map(|it| milestone(it, at));
            work.put("milestones", done.collect());
            work.put(
                "metrics",
                one.metrics
                    .iter()
                    .filter_map(|it| measured(it, at))
                    .collect(),
            );
        });
    }
    made.put("x_agreementKind", json!(one.kind));
    made.put(
        "x_pppContractType",
        json!(one.contract_type.map(crate::postings::code)),
    );
    made.value()
}

/// The award that a contract belongs to.
pub fn award_id(one: &Contract) -> String {
    match one.proposal {
        Some(proposal) => super::release::award_id(proposal),
        None => format!("award-{}", one.id),
    }
}

fn risk(risk: &Risk) -> Value {
    let allocation = match risk.allocation {
        Allocation::PublicAuthority => "publicAuthority",
        Allocation::PrivateParty => "privateParty",
        Allocation::Undefined => "undefined",
    };
    let mut made = Made::default();
    made.put("id", json!(risk.category));
    made.put("category", json!(risk.category));
    made.put("allocation", json!(allocation));
    made.put("notes", json!(risk.notes));
    made.value()
}

fn milestone(one: &Milestone, at: Moment) -> Value {
    let reported = one.reported_at.filter(|reported| *reported <= at);
    let status = match (one.status, reported) {
        (MilestoneStatus::Met, Some(_)) => "met",
        (MilestoneStatus::PartiallyMet, Some(_)) => "partiallyMet",
        (MilestoneStatus::NotMet, Some(_)) => "notMet",
        _ => "scheduled",
    };
    let mut made = Made::default();
    made.put("id", json!(one.id));
    put_text(&mut made, "title", &one.title);
    made.put("type", json!("delivery"));
    made.put("code", json!(one.code));
    made.put("dueDate", date(one.due_at));
    made.put("status", json!(status));
    made.put("dateModified", date(reported));
    made.put("dateMet", date(reported.filter(|_| status == "met")));
    made.value()
}

fn observation(id: &str, metric: &Metric, measure: f64, notes: Option<&str>) -> Made {
    let mut made = Made::default();
    made.put("id", json!(id));
    made.put("measure", json!(measure));
    made.put("unit", json!({ "name": metric.unit }));
    made.put("notes", json!(notes));
    made
}

/// What was promised: the baseline and the target, by the agreement's end.
fn agreed(metric: &Metric, contract: &Contract) -> Value {
    let mut observations = Vec::new();
    if let Some(baseline) = metric.baseline {
        observations.push(observation("baseline", metric, baseline, Some("Hiện trạng")).value());
    }
    if let Some(target) = metric.target {
        let mut made = observation("target", metric, target, Some("Mục tiêu"));
        made.object("period", |period| {
            period.put("endDate", date(contract.ends_at));
        });
        observations.push(made.value());
    }
    let mut made = Made::default();
    made.put("id", json!(metric.id));
    put_text(&mut made, "title", &metric.title);
    made.put("observations", observations.into());
    made.value()
}

/// What was measured until then; nothing when nothing was.
fn measured(metric: &Metric, at: Moment) -> Option<Value> {
    let taken = metric.measured.iter().filter(|(when, _)| *when <= at);
    let observations: Vec<Value> = taken
        .zip(1..)
        .map(|((when, measure), number)| {
            let mut made = observation(&number.to_string(), metric, *measure, None);
            made.object("period", |period| period.put("endDate", date(Some(*when))));
            made.value()
        })
        .collect();
    let mut made = Made::default();
    made.put("id", json!(metric.id));
    put_text(&mut made, "title", &metric.title);
    let some = !observations.is_empty();
    made.put("observations", observations.into());
    some.then(|| made.value())
}

fn finance(one: &Finance) -> Value {
    let mut made = Made::default();
    made.put("id", json!(one.id));
    made.put("title", json!(one.title));
    made.put("financeCategory", json!(one.category));
    made.put("value", value(one.amount));
    made.value()
}
