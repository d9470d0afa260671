//! Offers and needs, each by its own person, decided by the moderator.

use std::collections::BTreeMap;

use chrono::Duration;
use seeds::{NeedState, OfferState};

use super::{Garden, code, input};
use crate::app::Ctx;
use crate::error::Result;
use crate::jobs::worker;
use crate::moderation::{ReviewDecision, ReviewRule, Verdict};
use crate::money::{Amount, MoneyRangeInput};
use crate::needs::brief::{LegalDocument, NeedBrief, NeedIndicator};
use crate::offers::entity::Reference;
use crate::{need_lint, needs, offers};

fn range(range: Option<seeds::Range>) -> MoneyRangeInput {
    MoneyRangeInput {
        min: range.map(|range| Amount(range.min)),
        max: range.map(|range| Amount(range.max)),
    }
}

fn approval() -> Verdict {
    Verdict {
        decision: ReviewDecision::Approved,
        rule: ReviewRule::Complete,
        reason: None,
    }
}

pub(super) async fn plant_offers(
    garden: &mut Garden,
    which: impl Fn(OfferState) -> bool,
) -> Result<()> {
    for seed in seeds::offers().into_iter().filter(|seed| which(seed.state)) {
        let owner = garden.person(&seed.by)?;
        let organization = garden.organization(&seed.organization)?;
        let references = seed.references.into_iter().map(|reference| Reference {
            name: reference.name,
            place_id: reference.place,
            year: reference.year,
        });
        let content = offers::rules::Content {
            title: input(&seed.title),
            summary: input(&seed.summary),
            description: input(&seed.description),
            domains: seed.domains,
            coverage: seed.coverage,
            price: range(seed.price),
            contract_types: seed
                .contract_types
                .iter()
                .map(|c| code(c))
                .collect::<Result<_>>()?,
            delivery_models: seed
                .delivery_models
                .iter()
                .map(|c| code(c))
                .collect::<Result<_>>()?,
            maturity: Some(code(&seed.maturity)?),
            references: references.collect(),
        };
        let key = format!("seed-offer-{}", seed.key);
        let offer = offers::service::create(&owner, &key, organization, content).await?;
        if seed.state != OfferState::Draft {
            offers::service::submit(&owner, offer.id).await?;
        }
        if seed.state == OfferState::Published {
            let moderator = garden.person("moderator")?;
            offers::service::review(&moderator, offer.id, approval()).await?;
        }
        garden.offers.insert(seed.key, offer.id);
    }
    worker::run_due(&garden.app).await?;
    Ok(())
}

fn brief(seed: seeds::Brief) -> NeedBrief {
    let documents = seed.legal_basis.into_iter().map(|one| LegalDocument {
        number: one.number,
        issued_on: one.issued_on.parse().ok(),
        title: Some(one.title),
    });
    let indicators = seed.indicators.into_iter().map(|one| NeedIndicator {
        code: None,
        name: Some(one.name),
        unit: Some(one.unit),
        baseline: one.baseline,
        target: Some(one.target),
        due_on: None,
    });
    let brief = NeedBrief {
        legal_basis: documents.collect(),
        indicators: indicators.collect(),
        ..NeedBrief::default()
    };
    brief.cleaned()
}

/// Justifies what the seed gives a reason for, and sends the need in.
async fn send_in(
    owner: &Ctx,
    mut need: needs::Need,
    reasons: BTreeMap<String, String>,
) -> Result<()> {
    for (code, text) in reasons {
        let key = format!("seed-{code}-{}", need.id);
        need =
            need_lint::service::justify(owner, &key, need.id, need.version, &code, &text).await?;
    }
    needs::service::submit(owner, need.id).await?;
    Ok(())
}

pub(super) async fn plant_needs(
    garden: &mut Garden,
    which: impl Fn(NeedState) -> bool,
) -> Result<()> {
    for seed in seeds::needs().into_iter().filter(|seed| which(seed.state)) {
        let owner = garden.person(&seed.by)?;
        let organization = garden.organization(&seed.organization)?;
        // A closed need closed while the planting's clock went on.
        let from = match seed.state {
            NeedState::Closed => garden.app.clock.now(),
            _ => garden.present,
        };
        let content = needs::rules::Content {
            title: input(&seed.title),
            summary: input(&seed.summary),
            description: input(&seed.description),
            place_id: Some(seed.place),
            domains: seed.domains,
            budget: range(seed.budget),
            contract_type: seed.contract_type.as_deref().map(code).transpose()?,
            delivery_model: seed.delivery_model.as_deref().map(code).transpose()?,
            maturity_target: seed.maturity_target,
            closes_at: Some(from + Duration::days(seed.closes_in_days)),
            brief: brief(seed.brief),
        };
        let key = format!("seed-need-{}", seed.key);
        let need = needs::service::create(&owner, &key, organization, content).await?;
        if seed.state != NeedState::Draft {
            send_in(&owner, need.clone(), seed.justifications).await?;
        }
        let moderator = garden.person("moderator")?;
        match seed.state {
            NeedState::Open | NeedState::Closed => {
                needs::service::review(&moderator, need.id, approval()).await?;
            }
            NeedState::ChangesRequested => {
                let verdict = Verdict {
                    decision: ReviewDecision::ChangesRequested,
                    rule: ReviewRule::UnclearOutcome,
                    reason: seed.review_reason,
                };
                needs::service::review(&moderator, need.id, verdict).await?;
            }
            NeedState::Draft | NeedState::UnderReview => {}
        }
        garden.needs.insert(seed.key, need.id);
    }
    worker::run_due(&garden.app).await?;
    Ok(())
}
