//! Keeping a person or an organisation out, and letting them in again. Sessions end at once, postings
//! are hidden, nothing is lost. Each is a decision with a rule, a reason and a name, and can be appealed.
//!
//! A suspended bidder's proposals stay as they are: nobody can change or withdraw them meanwhile, and at
//! the deadline they are opened with the others.

use super::decisions::{Verdict, blank, decided};
use super::entity::{Model, ReviewDecision, ReviewKind, ReviewRule};
use super::hiding;
use super::jobs::ReviewDecided;
use super::{appeals::AppealOf, rules, store};
use crate::accounts::{self, User};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{OrganizationId, UserId};
use crate::links::{self, LinkKind};
use crate::organizations::{self, Organization};
use crate::policy::Action;
use crate::postings::HiddenReason;
use crate::sessions;
use crate::staff;
use crate::text::say;

/// By which rule, and why.
#[derive(Clone, Debug)]
pub struct Ground {
    /// House rule.
    pub rule: ReviewRule,
    /// Read by whom it concerns.
    pub reason: String,
}

impl Ground {
    fn verdict(self, decision: ReviewDecision) -> Result<Verdict> {
        let rule = match decision {
            ReviewDecision::Suspended => rules::against(self.rule)?,
            _ => self.rule,
        };
        Verdict {
            decision,
            rule,
            reason: Some(self.reason),
        }
        .checked()
    }
}

/// What is asked of whoever decides: an administrator, who proved a moment ago that it is her.
fn authorized(ctx: &Ctx) -> Result<()> {
    ctx.authorize(Action::Suspend)?;
    ctx.confirmed().map(drop)
}

/// Keeps a person out: sessions and tokens end, what she began is hidden.
pub async fn suspend_user(ctx: &Ctx, id: UserId, ground: Ground) -> Result<User> {
    authorized(ctx)?;
    if ctx.viewer.user() == Some(id) {
        return Err(Error::new(
            ErrorCode::Forbidden,
            say(
                "Không ai tự đình chỉ chính mình.",
                "Nobody suspends herself.",
            ),
        ));
    }
    let verdict = ground.verdict(ReviewDecision::Suspended)?;
    let txn = ctx.begin().await?;
    staff::service::leave_an_administrator(&txn, id).await?;
    let mut user = open_account(&txn, id).await?;
    if user.suspended_at.is_some() {
        return Err(Error::illegal_transition(say(
            "Người này đang bị đình chỉ.",
            "This person is suspended already.",
        )));
    }
    user.suspended_at = Some(ctx.now());
    user.updated_at = ctx.now();
    accounts::store::update(&txn, user.clone()).await?;
    sessions::service::end_everything(ctx, &txn, id).await?;
    links::store::end_of(&txn, id, ctx.now()).await?;
    hiding::hide_all_by(ctx, &txn, id).await?;
    let mut review = blank(ctx, ReviewKind::Suspension);
    review.user_id = Some(id);
    let review = put(ctx, &txn, review, &verdict).await?;
    // She cannot sign in: the letter carries a way to appeal.
    let of = AppealOf {
        review_id: review.id,
    };
    let (kind, to) = (LinkKind::Appeal, &user.email_normalized);
    links::make(ctx, &txn, kind, Some(id), to, &of).await?;
    let subject = Subject::user(id);
    audit::record(ctx, &txn, "account.suspended", subject, &verdict.rule).await?;
    txn.commit().await?;
    Ok(user)
}

/// Lets a person in again.
pub async fn reinstate_user(ctx: &Ctx, id: UserId, ground: Ground) -> Result<User> {
    authorized(ctx)?;
    let verdict = ground.verdict(ReviewDecision::Reinstated)?;
    let txn = ctx.begin().await?;
    if open_account(&txn, id).await?.suspended_at.is_none() {
        return Err(not_suspended());
    }
    let_person_in(ctx, &txn, id).await?;
    let mut review = blank(ctx, ReviewKind::Suspension);
    review.user_id = Some(id);
    put(ctx, &txn, review, &verdict).await?;
    let subject = Subject::user(id);
    audit::record(ctx, &txn, "account.reinstated", subject, &verdict.rule).await?;
    let user = open_account(&txn, id).await?;
    txn.commit().await?;
    Ok(user)
}

/// Lets a person in again by a decision that is written down elsewhere.
pub(super) async fn let_person_in(ctx: &Ctx, txn: &Txn, id: UserId) -> Result<()> {
    let mut user = open_account(txn, id).await?;
    user.suspended_at = None;
    user.updated_at = ctx.now();
    accounts::store::update(txn, user).await?;
    hiding::show_all_by(ctx, txn, id).await
}

async fn open_account(txn: &Txn, id: UserId) -> Result<User> {
    let user = accounts::store::lock(txn, id).await?;
    user.filter(|user| user.closed_at.is_none())
        .ok_or_else(Error::not_found)
}

fn not_suspended() -> Error {
    Error::illegal_transition(say(
        "Không có đình chỉ nào đang hiệu lực.",
        "Nothing is suspended here.",
    ))
}

/// Keeps an organisation out: its members may only read, its page and postings are hidden.
pub async fn suspend_organization(
    ctx: &Ctx,
    id: OrganizationId,
    ground: Ground,
) -> Result<Organization> {
    authorized(ctx)?;
    not_ones_own(ctx, id)?;
    let verdict = ground.verdict(ReviewDecision::Suspended)?;
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, id).await?;
    organizations::service::still_there(&organization).map_err(|_| already(&organization))?;
    organizations::store::set_suspended(&txn, id, Some(ctx.now())).await?;
    hiding::hide_all_of(ctx, &txn, id, HiddenReason::OrganizationSuspended).await?;
    let mut review = blank(ctx, ReviewKind::Suspension);
    review.organization_id = Some(id);
    put(ctx, &txn, review, &verdict).await?;
    let (action, subject) = ("organization.suspended", Subject::organization(id));
    audit::record(ctx, &txn, action, subject, &verdict.rule).await?;
    txn.commit().await?;
    Ok(Organization {
        suspended_at: Some(ctx.now()),
        ..organization
    })
}

fn already(organization: &Organization) -> Error {
    if organization.suspended_at.is_some() {
        return Error::illegal_transition(say(
            "Tổ chức này đang bị đình chỉ.",
            "This organisation is suspended already.",
        ));
    }
    Error::illegal_transition(say(
        "Tổ chức này đã được nhập vào tổ chức khác.",
        "This organisation became part of another.",
    ))
}

fn not_ones_own(ctx: &Ctx, id: OrganizationId) -> Result<()> {
    if ctx.viewer.belongs_to(id) {
        return Err(Error::new(
            ErrorCode::Forbidden,
            say(
                "Không ai quyết định về tổ chức của chính mình.",
                "Nobody decides on her own organisation.",
            ),
        ));
    }
    Ok(())
}

/// Lets an organisation in again.
pub async fn reinstate_organization(
    ctx: &Ctx,
    id: OrganizationId,
    ground: Ground,
) -> Result<Organization> {
    authorized(ctx)?;
    not_ones_own(ctx, id)?;
    let verdict = ground.verdict(ReviewDecision::Reinstated)?;
    let txn = ctx.begin().await?;
    let organization = organizations::store::lock(&txn, id).await?;
    if organization.suspended_at.is_none() {
        return Err(not_suspended());
    }
    let_organization_in(ctx, &txn, id).await?;
    let mut review = blank(ctx, ReviewKind::Suspension);
    review.organization_id = Some(id);
    put(ctx, &txn, review, &verdict).await?;
    let (action, subject) = ("organization.reinstated", Subject::organization(id));
    audit::record(ctx, &txn, action, subject, &verdict.rule).await?;
    txn.commit().await?;
    Ok(Organization {
        suspended_at: None,
        ..organization
    })
}

/// Lets an organisation in again by a decision that is written down elsewhere.
pub(super) async fn let_organization_in(ctx: &Ctx, txn: &Txn, id: OrganizationId) -> Result<()> {
    organizations::store::lock(txn, id).await?;
    organizations::store::set_suspended(txn, id, None).await?;
    hiding::show_all_of(ctx, txn, id, HiddenReason::OrganizationSuspended).await
}

/// Writes a decision down that nobody had waited for; those whom it concerns are told.
async fn put(ctx: &Ctx, txn: &Txn, mut review: Model, verdict: &Verdict) -> Result<Model> {
    decided(ctx, &mut review, verdict);
    store::insert(txn, review.clone()).await?;
    let review_id = review.id;
    ctx.enqueue(txn, &ReviewDecided { review_id }).await?;
    Ok(review)
}
