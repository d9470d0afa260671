//! The use cases: write, send in, review, pause, resume, archive, expire.

use chrono::Datelike;
use serde::Serialize;

use super::entity::References;
use super::jobs::ExpireOffer;
use super::rules::{self, Content, Step};
use super::{Offer, OfferStatus, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::client_keys::{self, Claim};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{OfferId, OrganizationId, UserId};
use crate::matches;
use crate::moderation::{self, ReviewDecision, Verdict};
use crate::money::{Amount, MoneyRangeInput};
use crate::organizations;
use crate::policy::Action;
use crate::postings::{ContractTypes, DeliveryModels, distinct};
use crate::text::{BilingualText, BilingualTextInput, clean_line, fold, say};

/// Begins an offer as a draft.
pub async fn create(
    ctx: &Ctx,
    key: &str,
    organization_id: OrganizationId,
    content: Content,
) -> Result<Offer> {
    #[derive(Serialize)]
    struct Body<'a>(OrganizationId, &'a Content);

    let content = tidy(content);
    let txn = ctx.begin().await?;
    // Locked: it is not suspended or made part of another while something is added to it.
    let organization = organizations::store::lock(&txn, organization_id).await?;
    ctx.authorize(Action::CreateOffer(&organization))?;
    let user = ctx.viewer.user().ok_or_else(Error::unauthenticated)?;
    let body = Body(organization_id, &content);
    let id = match client_keys::claim(ctx, &txn, user, "createOffer", key, &body).await? {
        Claim::Fresh(id) => OfferId(id),
        Claim::Repeat(id) => {
            let offer = store::find(&txn, OfferId(id)).await?;
            return offer.ok_or_else(Error::not_found);
        }
    };
    organizations::service::still_there(&organization)?;
    if !organization.kind.posts_offers() {
        return Err(Error::field(
            "organizationId",
            ErrorCode::InvalidInput,
            say(
                "Loại tổ chức này đăng nhu cầu, không đăng giải pháp.",
                "An organisation of this kind posts needs, not offers.",
            ),
        ));
    }
    check_draft(ctx, &content)?;
    let now = ctx.now();
    let offer = Offer {
        id,
        organization_id,
        created_by: user,
        title: BilingualText::new(content.title.clone()),
        summary: BilingualText::new(content.summary.clone()),
        description: BilingualText::new(content.description.clone()),
        search_text: String::new(),
        price_min: None,
        price_max: None,
        contract_types: ContractTypes::default(),
        delivery_models: DeliveryModels::default(),
        maturity: None,
        references: References::default(),
        expires_at: None,
        status: OfferStatus::Draft,
        status_reason: None,
        version: 1,
        demonstration: organization.demonstration,
        published_at: None,
        listed_at: now,
        created_at: now,
        updated_at: now,
        hidden_for: None,
    };
    let offer = with_facts(offer, &content);
    store::insert(&txn, offer.clone(), &content.domains, &content.coverage).await?;
    audit::record(ctx, &txn, "offer.created", Subject::offer(id), &()).await?;
    txn.commit().await?;
    Ok(offer)
}

/// Replaces the content of a draft, of an offer that was sent back, or of an expired one.
pub async fn update(ctx: &Ctx, id: OfferId, version: i32, content: Content) -> Result<Offer> {
    let content = tidy(content);
    let txn = ctx.begin().await?;
    let mut offer = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditOffer(&offer))?;
    offer.status = rules::next(offer.status, Step::Edit)?;
    if offer.version != version {
        return Err(Error::stale());
    }
    check_draft(ctx, &content)?;
    offer.title = offer.title.revised(content.title.clone());
    offer.summary = offer.summary.revised(content.summary.clone());
    offer.description = offer.description.revised(content.description.clone());
    // What the alliance approved was the text before: an expired offer that is changed is a draft
    // to everybody else until it is approved again.
    offer.published_at = None;
    offer.updated_at = ctx.now();
    let offer = store::update(&txn, with_facts(offer, &content)).await?;
    store::set_sets(&txn, id, &content.domains, &content.coverage).await?;
    txn.commit().await?;
    Ok(offer)
}

/// Sends an offer in for review.
pub async fn submit(ctx: &Ctx, id: OfferId) -> Result<Offer> {
    let txn = ctx.begin().await?;
    let mut offer = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditOffer(&offer))?;
    offer.status = rules::next(offer.status, Step::Submit)?;
    let domains = store::domains_of(&txn, &[id])
        .await?
        .into_iter()
        .map(|(_, code)| code);
    let coverage = store::coverage_of(&txn, &[id])
        .await?
        .into_iter()
        .map(|(_, place)| place);
    let content = content_of(&offer, domains.collect(), coverage.collect());
    check_draft(ctx, &content)?;
    Error::problems(rules::missing(&content))?;
    organizations::service::must_be_listed(&txn, offer.organization_id).await?;
    offer.updated_at = ctx.now();
    let offer = store::update(&txn, offer).await?;
    moderation::open(ctx, &txn, moderation::About::Offer(id)).await?;
    audit::record(ctx, &txn, "offer.submitted", Subject::offer(id), &()).await?;
    txn.commit().await?;
    Ok(offer)
}

/// Publishes an offer, or sends it back with a reason.
pub async fn review(ctx: &Ctx, id: OfferId, verdict: Verdict) -> Result<Offer> {
    let txn = ctx.begin().await?;
    let mut offer = store::lock(&txn, id).await?;
    ctx.authorize(Action::ReviewOffer(&offer))?;
    let step = match verdict.decision {
        ReviewDecision::Approved => Step::Approve,
        ReviewDecision::Rejected | ReviewDecision::ChangesRequested => Step::Reject,
        _ => return Err(moderation::wrong_decision()),
    };
    offer.status = rules::next(offer.status, step)?;
    let verdict = verdict.checked()?;
    let now = ctx.now();
    offer.status_reason.clone_from(&verdict.reason);
    if step == Step::Approve {
        organizations::service::must_be_listed(&txn, offer.organization_id).await?;
        let expires_at = now + rules::LIFETIME;
        offer.status_reason = None;
        offer.published_at = Some(now);
        offer.listed_at = now;
        offer.expires_at = Some(expires_at);
        ctx.enqueue_at(&txn, &ExpireOffer { offer_id: id }, expires_at)
            .await?;
        ctx.enqueue(&txn, &matches::jobs::RankOffer { offer_id: id })
            .await?;
    }
    offer.updated_at = now;
    let offer = store::update(&txn, offer).await?;
    moderation::decide(ctx, &txn, moderation::About::Offer(id), &verdict).await?;
    let action = if step == Step::Approve {
        "offer.published"
    } else {
        "offer.rejected"
    };
    audit::record(ctx, &txn, action, Subject::offer(id), &verdict.rule).await?;
    txn.commit().await?;
    Ok(offer)
}

/// What the alliance had sent back waits for it again, as it is: the decision was taken back.
pub(crate) async fn reopen(ctx: &Ctx, txn: &Txn, id: OfferId, by: Option<UserId>) -> Result<()> {
    let mut offer = store::lock(txn, id).await?;
    // Its owner may have sent it in again meanwhile, or put it away.
    if offer.status != OfferStatus::Rejected {
        return Ok(());
    }
    offer.status = rules::next(offer.status, Step::Submit)?;
    offer.status_reason = None;
    offer.updated_at = ctx.now();
    store::update(txn, offer).await?;
    moderation::open_by(ctx, txn, moderation::About::Offer(id), by).await
}

/// Hides, shows again or puts away an offer.
pub async fn step(ctx: &Ctx, id: OfferId, step: Step) -> Result<Offer> {
    let txn = ctx.begin().await?;
    let mut offer = store::lock(&txn, id).await?;
    ctx.authorize(Action::EditOffer(&offer))?;
    let under_review = offer.status == OfferStatus::UnderReview;
    offer.status = rules::next(offer.status, step)?;
    offer.updated_at = ctx.now();
    let offer = store::update(&txn, offer).await?;
    if under_review {
        moderation::drop_open(&txn, moderation::About::Offer(id)).await?;
    }
    match step {
        Step::Resume => {
            ctx.enqueue(&txn, &matches::jobs::RankOffer { offer_id: id })
                .await?;
        }
        _ => matches::service::expire_for_offer(ctx, &txn, id).await?,
    }
    audit::record(
        ctx,
        &txn,
        "offer.status_changed",
        Subject::offer(id),
        &offer.status,
    )
    .await?;
    txn.commit().await?;
    Ok(offer)
}

/// The organisation is no more: what it offered is put away with a reason.
pub(crate) async fn archive_all(
    ctx: &Ctx,
    txn: &Txn,
    owner: OrganizationId,
    reason: &str,
) -> Result<()> {
    for mut offer in store::lock_of(txn, owner).await? {
        let Ok(status) = rules::next(offer.status, Step::Archive) else {
            continue;
        };
        let (id, under_review) = (offer.id, offer.status == OfferStatus::UnderReview);
        offer.status = status;
        offer.status_reason = Some(reason.to_owned());
        offer.updated_at = ctx.now();
        store::update(txn, offer).await?;
        if under_review {
            moderation::drop_open(txn, moderation::About::Offer(id)).await?;
        }
        matches::service::expire_for_offer(ctx, txn, id).await?;
        let subject = Subject::offer(id);
        audit::record(ctx, txn, "offer.status_changed", subject, &status).await?;
    }
    Ok(())
}

/// Ends an offer whose year is over.
pub async fn expire(ctx: &Ctx, id: OfferId) -> Result<()> {
    let txn = ctx.begin().await?;
    let mut offer = store::lock(&txn, id).await?;
    let over = offer.expires_at.is_some_and(|at| at <= ctx.now());
    let Ok(next) = rules::next(offer.status, Step::Expire) else {
        return Ok(());
    };
    if !over {
        return Ok(());
    }
    offer.status = next;
    offer.updated_at = ctx.now();
    store::update(&txn, offer).await?;
    matches::service::expire_for_offer(ctx, &txn, id).await?;
    audit::record(ctx, &txn, "offer.expired", Subject::offer(id), &()).await?;
    txn.commit().await
}

fn tidy(mut content: Content) -> Content {
    for reference in &mut content.references {
        let name = std::mem::take(&mut reference.name);
        reference.name = clean_line(Some(name)).unwrap_or_default();
    }
    Content {
        domains: distinct(content.domains),
        coverage: distinct(content.coverage),
        contract_types: distinct(content.contract_types),
        delivery_models: distinct(content.delivery_models),
        ..content
    }
}

fn check_draft(ctx: &Ctx, content: &Content) -> Result<()> {
    let (gazetteer, taxonomy) = (&ctx.app.gazetteer, &ctx.app.taxonomy);
    let year = ctx.app.clock.today().year();
    Error::problems(rules::draft_problems(content, year, gazetteer, taxonomy))
}

/// The offer with everything of the content that is not text.
fn with_facts(mut offer: Offer, content: &Content) -> Offer {
    offer.price_min = content.price.min.map(|amount| amount.0);
    offer.price_max = content.price.max.map(|amount| amount.0);
    offer.contract_types = ContractTypes(content.contract_types.clone());
    offer.delivery_models = DeliveryModels(content.delivery_models.clone());
    offer.maturity = content.maturity;
    offer.references = References(content.references.clone());
    let texts = [&offer.title, &offer.summary, &offer.description].map(BilingualText::both);
    offer.search_text = fold(&texts.join(" "));
    offer
}

/// The content of an offer as it stands.
pub fn content_of(offer: &Offer, domains: Vec<String>, coverage: Vec<String>) -> Content {
    let input = |text: &BilingualText| BilingualTextInput {
        vi: text.vi.clone(),
        en: text.en.clone(),
    };
    Content {
        title: input(&offer.title),
        summary: input(&offer.summary),
        description: input(&offer.description),
        domains,
        coverage,
        price: MoneyRangeInput {
            min: offer.price_min.map(Amount),
            max: offer.price_max.map(Amount),
        },
        contract_types: offer.contract_types.0.clone(),
        delivery_models: offer.delivery_models.0.clone(),
        maturity: offer.maturity,
        references: offer.references.0.clone(),
    }
}
