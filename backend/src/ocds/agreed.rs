//! Agreements that both sides published, as contracts.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::contracts::{Amendment, Contract, ContractStatus, Metric, Milestone, MilestoneStatus};
use super::process::Moment;
use crate::agreements::{
    self, Agreement, AgreementStatus, Indicator, Measurement, Publication, Signature, store,
};
use crate::app::Ctx;
use crate::error::Result;
use crate::ids::{AgreementId, NeedId};
use crate::text::BilingualText;

/// What belongs to some agreements.
struct Parts {
    signatures: Vec<Signature>,
    milestones: Vec<agreements::Milestone>,
    indicators: Vec<Indicator>,
    measurements: Vec<Measurement>,
}

/// The contracts of needs. An agreement published in summary tells its sides, kind, days and milestones;
/// one published whole its value and its figures as well.
pub async fn contracts_of(
    ctx: &Ctx,
    site: &str,
    needs: &[NeedId],
) -> Result<HashMap<NeedId, Vec<Contract>>> {
    let db = &ctx.app.db;
    let rows = store::public_of_needs(db, needs).await?;
    let ids: Vec<AgreementId> = rows.iter().map(|row| row.id).collect();
    let mut contracts: HashMap<NeedId, Vec<Contract>> = HashMap::new();
    if ids.is_empty() {
        return Ok(contracts);
    }
    let whole: Vec<AgreementId> = rows
        .iter()
        .filter(|row| row.publication() == Publication::Whole)
        .map(|row| row.id)
        .collect();
    let parts = Parts {
        signatures: store::signatures_of(db, &ids).await?,
        milestones: store::milestones_of(db, &ids).await?,
        indicators: store::indicators_of(db, &whole).await?,
        measurements: store::measurements_of(db, &whole).await?,
    };
    for row in rows {
        let of = row
            .need_id
            .and_then(|need| Some((need, contract(site, &row, &parts)?)));
        if let Some((need, contract)) = of {
            contracts.entry(need).or_default().push(contract);
        }
    }
    Ok(contracts)
}

/// None for one that is not signed.
fn contract(site: &str, row: &Agreement, parts: &Parts) -> Option<Contract> {
    let signed_at = row.signed_at?;
    let whole = row.publication() == Publication::Whole;
    let milestones = parts.milestones.iter();
    let indicators = parts.indicators.iter();
    Some(Contract {
        id: row.id.to_string(),
        proposal: row.proposal_id,
        kind: crate::postings::code(row.kind),
        contract_type: row.contract_type,
        title: row.title.clone(),
        description: BilingualText::default(),
        status: match row.status {
            AgreementStatus::Active => ContractStatus::Active,
            AgreementStatus::Cancelled => ContractStatus::Cancelled,
            AgreementStatus::Drafting | AgreementStatus::PendingSignature => {
                ContractStatus::Pending
            }
            _ => ContractStatus::Terminated,
        },
        public_since: signed_at,
        signed_at: Some(signed_at),
        starts_at: row.starts_on.map(day),
        ends_at: row.ends_on.map(day),
        ended_at: row.ended_at,
        amount: row.value_amount.filter(|_| whole),
        signatories: vec![
            (row.owner_id, row.owner_name.clone()),
            (row.partner_id, row.partner_name.clone()),
        ],
        risks: Vec::new(),
        milestones: milestones
            .filter(|one| one.agreement_id == row.id && !one.dropped)
            .map(milestone)
            .collect(),
        metrics: indicators
            .filter(|one| one.agreement_id == row.id && !one.dropped)
            .map(|one| metric(one, &parts.measurements))
            .collect(),
        finance: Vec::new(),
        amendments: amendments(row, &parts.signatures),
        page: Some(format!("{site}/thoa-thuan/{}", row.id)),
    })
}

/// The beginning of a day, as the standard's dates are moments.
fn day(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// As the side with the need confirmed it: what its partner alone says is not public.
fn milestone(one: &agreements::Milestone) -> Milestone {
    use agreements::MilestoneStatus as S;
    Milestone {
        id: one.id.to_string(),
        title: one.title.clone(),
        code: None,
        due_at: Some(day(one.due_on)),
        reported_at: one.confirmed_at,
        status: match one.status {
            S::Scheduled => MilestoneStatus::Scheduled,
            S::Met => MilestoneStatus::Met,
            S::PartiallyMet => MilestoneStatus::PartiallyMet,
            S::NotMet => MilestoneStatus::NotMet,
        },
    }
}

fn metric(one: &Indicator, measurements: &[Measurement]) -> Metric {
    let taken = measurements.iter().filter(|m| m.indicator_id == one.id);
    Metric {
        id: one.id.to_string(),
        title: one.name.clone(),
        unit: one.unit.clone(),
        baseline: Some(one.baseline),
        target: Some(one.target),
        measured: taken.map(|m| (m.recorded_at, m.value)).collect(),
    }
}

/// Texts that both sides signed after the first, up to the one in force.
fn amendments(row: &Agreement, signatures: &[Signature]) -> Vec<Amendment> {
    let mut signed: HashMap<i32, (usize, Moment)> = HashMap::new();
    let valid = signatures
        .iter()
        .filter(|one| one.agreement_id == row.id && one.voided_at.is_none());
    for one in valid {
        let entry = signed.entry(one.number).or_insert((0, one.signed_at));
        *entry = (entry.0 + 1, entry.1.max(one.signed_at));
    }
    let mut whole: Vec<(i32, Moment)> = signed
        .into_iter()
        .filter(|(number, (sides, _))| *sides >= 2 && Some(*number) <= row.in_force_version)
        .map(|(number, (_, at))| (number, at))
        .collect();
    whole.sort_unstable();
    let amended = whole.into_iter().skip(1).map(|(number, at)| Amendment {
        id: number.to_string(),
        at,
        rationale: "Sửa đổi, bổ sung thỏa thuận".to_owned(),
    });
    amended.collect()
}
