//! Who is told of a decision, and in which words.

use super::entity::{Model, ReviewDecision, ReviewKind};
use super::reports::Thing;
use super::{appeals, cases, rules, store};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::{Error, Result};
use crate::ids::{OrganizationId, UserId};
use crate::links::{self, LinkKind};
use crate::mail::Letter;
use crate::needs;
use crate::offers;
use crate::organizations;
use crate::text::{BilingualText, Sentence, say};

type Letters = Vec<(User, Letter)>;

/// The letters about a decision; matches and what organisations ask for have letters of their own.
pub async fn of(ctx: &Ctx, review: &Model) -> Result<Letters> {
    match review.kind {
        ReviewKind::Need => need(ctx, review).await,
        ReviewKind::Offer => offer(ctx, review).await,
        ReviewKind::Report => report(ctx, review).await,
        ReviewKind::Appeal => appeal(ctx, review).await,
        ReviewKind::Suspension => suspension(ctx, review).await,
        ReviewKind::Merge => merge(ctx, review).await,
        ReviewKind::Match
        | ReviewKind::Registration
        | ReviewKind::Verification
        | ReviewKind::AllianceMembership => Ok(Vec::new()),
    }
}

fn to(people: Vec<User>, letter: &Letter) -> Letters {
    people
        .into_iter()
        .map(|person| (person, letter.clone()))
        .collect()
}

/// A letter with the ground of the decision.
fn grounded(template: &'static str, review: &Model) -> Letter {
    let letter = Letter::new(template, review.id)
        .plain("reason", review.reason.as_deref().unwrap_or_default());
    match review.rule {
        Some(rule) => letter.sentence("rule", rules::words(rule)),
        None => letter,
    }
}

async fn writers(ctx: &Ctx, id: OrganizationId) -> Result<Vec<User>> {
    organizations::store::writers(&ctx.app.db, id).await
}

async fn person(ctx: &Ctx, id: Option<UserId>) -> Result<Vec<User>> {
    let found = match id {
        Some(id) => accounts::store::find(&ctx.app.db, id).await?,
        None => None,
    };
    Ok(found
        .into_iter()
        .filter(|user| user.closed_at.is_none())
        .collect())
}

fn approved(review: &Model) -> bool {
    review.decision == Some(ReviewDecision::Approved)
}

async fn need(ctx: &Ctx, review: &Model) -> Result<Letters> {
    let Some(id) = review.need_id else {
        return Ok(Vec::new());
    };
    let Some(need) = needs::store::find(&ctx.app.db, id).await? else {
        return Ok(Vec::new());
    };
    let (template, path) = if approved(review) {
        ("need_approved", format!("/nhu-cau/{id}"))
    } else {
        ("need_sent_back", format!("/co-quan/nhu-cau/{id}/soan"))
    };
    let letter = grounded(template, review)
        .text("title", &need.title)
        .plain("date", &moment(need.closes_at))
        .link(ctx, &path);
    Ok(to(writers(ctx, need.organization_id).await?, &letter))
}

async fn offer(ctx: &Ctx, review: &Model) -> Result<Letters> {
    let Some(id) = review.offer_id else {
        return Ok(Vec::new());
    };
    let Some(offer) = offers::store::find(&ctx.app.db, id).await? else {
        return Ok(Vec::new());
    };
    let (template, path) = if approved(review) {
        ("offer_approved", format!("/giai-phap/{id}"))
    } else {
        ("offer_sent_back", format!("/giai-phap-cua-toi/{id}/soan"))
    };
    let letter = grounded(template, review)
        .text("title", &offer.title)
        .plain("date", &moment(offer.expires_at))
        .link(ctx, &path);
    Ok(to(writers(ctx, offer.organization_id).await?, &letter))
}

/// What a decision is about, in a few words, and whose it is.
async fn subject(ctx: &Ctx, review: &Model) -> Result<(BilingualText, Vec<OrganizationId>)> {
    let db = &ctx.app.db;
    if let Some(id) = review.need_id
        && let Some(need) = needs::store::find(db, id).await?
    {
        return Ok((need.title, vec![need.organization_id]));
    }
    if let Some(id) = review.offer_id
        && let Some(offer) = offers::store::find(db, id).await?
    {
        return Ok((offer.title, vec![offer.organization_id]));
    }
    if let Some(id) = review.organization_id
        && let Some(organization) = organizations::store::find(db, id).await?
    {
        return Ok((organization.legal_name, vec![id]));
    }
    Ok((BilingualText::default(), Vec::new()))
}

/// The reporter learns what became of it; whose it is learns of what was found right, and never by whom
/// it was reported.
async fn report(ctx: &Ctx, review: &Model) -> Result<Letters> {
    let (title, owners) = subject(ctx, review).await?;
    let upheld = review.decision == Some(ReviewDecision::Upheld);
    let outcome = if upheld {
        say("Báo cáo được chấp nhận", "Your report was upheld")
    } else {
        say("Không phát hiện vi phạm", "No rule was found to be broken")
    };
    let letter = grounded("report_decided", review)
        .text("title", &title)
        .sentence("decision", outcome);
    let mut letters = to(person(ctx, review.opened_by).await?, &letter);
    if upheld {
        let template = match Thing::of(review)? {
            Thing::Organization(_) => "organization_reported",
            Thing::Need(_) | Thing::Offer(_) => "posting_hidden",
        };
        let letter = grounded(template, review)
            .text("title", &title)
            .link(ctx, &appeals::page(review.id));
        for owner in owners {
            letters.extend(to(writers(ctx, owner).await?, &letter));
        }
    }
    Ok(letters)
}

/// Whoever appealed, those for whom it was done, and whoever had decided first.
async fn appeal(ctx: &Ctx, review: &Model) -> Result<Letters> {
    let db = &ctx.app.db;
    let first = match review.appeal_of {
        Some(id) => store::find(db, id).await?,
        None => None,
    };
    let Some(first) = first else {
        return Ok(Vec::new());
    };
    let (title, _) = subject(ctx, review).await?;
    let title = match review.user_id {
        Some(_) => say("Tài khoản của bạn", "Your account"),
        None => Sentence {
            vi: one_line(&title, crate::text::Locale::Vi),
            en: one_line(&title, crate::text::Locale::En),
        },
    };
    let outcome = if review.decision == Some(ReviewDecision::Overturned) {
        say(
            "Quyết định trước được hủy bỏ",
            "The earlier decision is undone",
        )
    } else {
        say(
            "Quyết định trước được giữ nguyên",
            "The earlier decision stays",
        )
    };
    let letter = grounded("appeal_decided", review)
        .sentence("title", title.clone())
        .sentence("decision", outcome.clone());
    // A suspended person reads no page of ours.
    let readable = match review.user_id {
        Some(_) => letter.clone(),
        None => letter.clone().link(ctx, &appeals::page(first.id)),
    };
    let mut people = person(ctx, review.opened_by).await?;
    let mut owners = cases::owners(db, &first).await?;
    owners.extend(first.organization_id);
    for owner in owners {
        people.extend(writers(ctx, owner).await?);
    }
    people.sort_by_key(|user| user.id);
    people.dedup_by_key(|user| user.id);
    let mut letters = to(people, &readable);
    let letter = grounded("appeal_decided_staff", review)
        .sentence("title", staff_title(ctx, review, title).await?)
        .sentence("decision", outcome)
        .link(ctx, &format!("/quan-tri?muc={}", review.id));
    letters.extend(to(person(ctx, first.decided_by).await?, &letter));
    Ok(letters)
}

/// To others than herself a person's account has her name.
async fn staff_title(ctx: &Ctx, review: &Model, title: Sentence) -> Result<Sentence> {
    let people = person(ctx, review.user_id).await?;
    Ok(match people.first() {
        Some(user) => say(user.name.clone(), user.name.clone()),
        None => title,
    })
}

fn one_line(text: &BilingualText, locale: crate::text::Locale) -> String {
    crate::text::clean_line(Some(text.pick(locale).to_owned())).unwrap_or_default()
}

async fn suspension(ctx: &Ctx, review: &Model) -> Result<Letters> {
    let suspended = review.decision == Some(ReviewDecision::Suspended);
    if let Some(id) = review.organization_id {
        let organization = organizations::store::find(&ctx.app.db, id).await?;
        let organization = organization.ok_or_else(Error::not_found)?;
        let letter = if suspended {
            grounded("organization_suspended", review).link(ctx, &appeals::page(review.id))
        } else {
            grounded("organization_reinstated", review).link(ctx, "/ban-lam-viec")
        };
        let letter = letter.text("organization", &organization.legal_name);
        let owners = organizations::store::owners(&ctx.app.db, id).await?;
        return Ok(to(owners, &letter));
    }
    let letter = if suspended {
        let letter = grounded("user_suspended", review);
        let kind = LinkKind::Appeal;
        let link = match review.user_id {
            Some(user) => links::store::latest_of(&ctx.app.db, kind, user).await?,
            None => None,
        };
        let of = |link: &links::Link| {
            let of = link.detail::<appeals::AppealOf>();
            of.is_ok_and(|of| of.review_id == review.id)
        };
        match link.filter(of) {
            Some(link) => letter.account_link(ctx, appeals::PATH, link.id),
            // Let in again before the letter was written.
            None => return Ok(Vec::new()),
        }
    } else {
        grounded("user_reinstated", review).link(ctx, "/dang-nhap")
    };
    Ok(to(person(ctx, review.user_id).await?, &letter))
}

/// Owners of both are told what became of theirs; a merge that was rejected changed nothing.
async fn merge(ctx: &Ctx, review: &Model) -> Result<Letters> {
    let both = review.organization_id.zip(review.other_organization_id);
    let Some((from, into)) = both.filter(|_| approved(review)) else {
        return Ok(Vec::new());
    };
    let db = &ctx.app.db;
    let names = organizations::store::find_many(db, &[from, into]).await?;
    let name = |id| {
        let row = names.iter().find(|row| row.id == id);
        row.map(|row| row.legal_name.clone()).unwrap_or_default()
    };
    let mut letters = Letters::new();
    for (template, id) in [("merged_away", from), ("merged_here", into)] {
        let letter = grounded(template, review)
            .text("organization", &name(into))
            .text("other", &name(from))
            .link(ctx, "/ban-lam-viec");
        letters.extend(to(organizations::store::owners(db, id).await?, &letter));
    }
    Ok(letters)
}
