//! Who acts for which side, and short texts that come along.

use super::{Agreement, Side, rules, store};
use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{AgreementId, UserId};
use crate::needs;
use crate::organizations;
use crate::policy::{Action, Agreeing};
use crate::text::{clean, is_invisible, say};

/// Longest message, comment or note in characters.
pub(super) const NOTE: usize = 2_000;
/// Longest name or position in characters.
pub(super) const NAME: usize = 160;

/// An agreement that the viewer may know of, locked, with the side for which she acts. What may follow from
/// it to the need is locked before it, so that nobody waits in a ring.
pub(super) async fn locked(
    ctx: &Ctx,
    txn: &Txn,
    id: AgreementId,
    version: Option<i32>,
    what: Agreeing,
) -> Result<(Agreement, Side)> {
    let seen = store::find(txn, id).await?.ok_or_else(Error::not_found)?;
    // Who may not know of it must not be able to make it wait either.
    ctx.authorize(Action::Agreement(Agreeing::View, &seen))?;
    if what == Agreeing::Bind
        && let Some(need) = seen.need_id
    {
        needs::store::lock(txn, need).await?;
    }
    let row = store::lock(txn, id).await?;
    let side = acting(ctx, what, &row)?;
    if version.is_some_and(|version| version != row.version) {
        return Err(Error::stale());
    }
    Ok((row, side))
}

/// The side for which the viewer may do this; whoever belongs to both acts for neither.
pub(super) fn acting(ctx: &Ctx, what: Agreeing, row: &Agreement) -> Result<Side> {
    ctx.authorize(Action::Agreement(Agreeing::View, row))?;
    let viewer = &ctx.viewer;
    let (owner, partner) = (
        viewer.belongs_to(row.owner_id),
        viewer.belongs_to(row.partner_id),
    );
    if owner && partner {
        return Err(rules::both_sides());
    }
    let allowed = ctx.authorize(Action::Agreement(what, row));
    match (allowed, owner, partner) {
        (Ok(()), true, _) => Ok(Side::Owner),
        (Ok(()), _, true) => Ok(Side::Partner),
        (Err(_), true, _) | (Err(_), _, true) if what == Agreeing::Bind => {
            Err(rules::no_authority())
        }
        (Err(error), ..) => Err(error),
        (Ok(()), false, false) => Err(Error::forbidden()),
    }
}

/// The viewer's side, if she belongs to one of them.
pub fn side_of(ctx: &Ctx, row: &Agreement) -> Option<Side> {
    let viewer = &ctx.viewer;
    match (
        viewer.belongs_to(row.owner_id),
        viewer.belongs_to(row.partner_id),
    ) {
        (true, false) => Some(Side::Owner),
        (false, true) => Some(Side::Partner),
        _ => None,
    }
}

/// Somebody who owns an organisation owns it at this moment, whatever was remembered of her.
pub(super) async fn binds_now(txn: &Txn, row: &Agreement, side: Side, user: UserId) -> Result<()> {
    let id = row.organization(side);
    let owners = organizations::store::owners(txn, id).await?;
    if owners.iter().any(|owner| owner.id == user) {
        Ok(())
    } else {
        Err(rules::no_authority())
    }
}

/// A short text, cleaned; none when it is empty.
pub(super) fn note(field: &str, text: Option<String>, most: usize) -> Result<Option<String>> {
    let text = text.map(|text| text.chars().filter(|c| !is_invisible(*c)).collect());
    let text = clean(text);
    if text
        .as_ref()
        .is_some_and(|text| text.chars().count() > most)
    {
        return Err(Error::field(
            field,
            ErrorCode::TooLong,
            say(
                format!("Tối đa {most} ký tự."),
                format!("At most {most} characters."),
            ),
        ));
    }
    Ok(text)
}

/// As [`note`], on one line.
pub(super) fn name(field: &str, text: Option<String>) -> Result<Option<String>> {
    let line = text.map(|text| super::text::line(&text));
    note(field, line, NAME)
}

/// As [`name`]; one must be given.
pub(super) fn must(field: &str, text: Option<String>) -> Result<String> {
    text.ok_or_else(|| {
        Error::field(
            field,
            ErrorCode::Required,
            say("Không được để trống mục này.", "This must not be empty."),
        )
    })
}
