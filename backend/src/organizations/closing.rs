//! The end of an organisation: its last member left. What it published stays as a tombstone; nothing
//! of it goes on.

use super::entity::{AllianceStatus, Standing};
use super::rules::Identity;
use super::{Organization, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::Result;
use crate::members::jobs::MembershipDeclined;
use crate::moderation::{self, About};
use crate::{consortia, invitations, needs, offers, proposals};

/// Why what an organisation had begun ends.
const REASON: &str = "Tổ chức đã đóng. / The organisation is closed.";

/// Closes a locked organisation whose last member has just left.
pub(super) async fn close(ctx: &Ctx, txn: &Txn, mut organization: Organization) -> Result<()> {
    let id = organization.id;
    // Its own needs and those it answered, all in one order.
    let mut concerned = needs::store::ids_of(txn, id).await?;
    concerned.extend(proposals::store::needs_of_bidder(txn, id).await?);
    concerned.extend(consortia::store::needs_of(txn, id).await?);
    let locked = needs::store::lock_many(txn, &concerned).await?;
    consortia::service::leave_all(ctx, txn, id, &locked).await?;
    proposals::service::withdraw_all(ctx, txn, id, &locked, REASON).await?;
    let own = locked.into_iter().filter(|need| need.organization_id == id);
    needs::service::end_all(ctx, txn, own.collect(), REASON).await?;
    offers::service::archive_all(ctx, txn, id, REASON).await?;
    for about in [
        About::Registration(id),
        About::Verification(id),
        About::AllianceMembership(id),
    ] {
        moderation::drop_open(txn, about).await?;
    }
    invitations::store::end_all(txn, id, ctx.now()).await?;
    for waiting in store::all_members(txn, id).await? {
        store::delete_membership(txn, &waiting).await?;
        let job = MembershipDeclined {
            user_id: waiting.user_id,
            organization_id: id,
            membership_id: waiting.id,
        };
        ctx.enqueue(txn, &job).await?;
    }
    let before = Identity::of(&organization);
    organization.standing = Standing::Closed;
    // Whoever founds it anew finds its codes free.
    organization.tax_code = None;
    organization.establishment_code = None;
    organization.standing_reason = Some(REASON.to_owned());
    organization.updated_at = ctx.now();
    if matches!(
        organization.alliance_status,
        AllianceStatus::Applied | AllianceStatus::Admitted | AllianceStatus::Suspended
    ) {
        organization.alliance_status = AllianceStatus::Left;
        organization.alliance_since = Some(ctx.now());
    }
    store::update(txn, organization).await?;
    let subject = Subject::organization(id);
    audit::record(ctx, txn, "organization.closed", subject, &before).await
}
