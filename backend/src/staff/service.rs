//! The use cases: give and take a role.

use super::jobs::RoleChanged;
use super::store;
use crate::accounts::{self, StaffRole, User};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::{Txn, alone};
use crate::error::{Error, ErrorCode, Result};
use crate::ids::UserId;
use crate::needs::rules::reason;
use crate::policy::Action;
use crate::text::say;

/// Gives a person a role in the alliance's staff, or takes it away.
pub async fn set_role(ctx: &Ctx, id: UserId, role: Option<StaffRole>, why: &str) -> Result<User> {
    ctx.authorize(Action::AdministerPeople)?;
    let person = ctx.confirmed()?;
    let why = reason("reason", why)?;
    if person.id == id {
        return Err(Error::new(
            ErrorCode::Forbidden,
            say(
                "Không ai tự đổi vai trò của chính mình.",
                "Nobody changes her own role.",
            ),
        ));
    }
    let txn = ctx.begin().await?;
    if role != Some(StaffRole::Administrator) {
        leave_an_administrator(&txn, id).await?;
    }
    let user = accounts::store::lock(&txn, id).await?;
    let user = user.filter(|user| user.closed_at.is_none());
    let mut user = user.ok_or_else(Error::not_found)?;
    if user.suspended_at.is_some() {
        return Err(Error::illegal_transition(say(
            "Người này đang bị đình chỉ. Hãy khôi phục trước khi giao vai trò.",
            "This person is suspended. Reinstate her first.",
        )));
    }
    if user.staff_role == role {
        return Ok(user);
    }
    change(ctx, &txn, &mut user, role, &why).await?;
    txn.commit().await?;
    Ok(user)
}

/// Makes an account its installation's first administrator, at the wish of whoever runs the server: where
/// there is none, nobody can give the role in the product.
pub async fn first_administrator(ctx: &Ctx, email: &str) -> Result<User> {
    ctx.authorize(Action::AdministerPeople)?;
    let txn = ctx.begin().await?;
    alone(&txn, "first administrator").await?;
    if !store::lock_administrators(&txn).await?.is_empty() {
        return Err(Error::conflict(say(
            "Đã có quản trị viên; người đó giao vai trò cho những người khác.",
            "There is an administrator already, who can give others a role.",
        )));
    }
    let found = accounts::store::find_by_email(&txn, &email.trim().to_lowercase()).await?;
    let found = found.filter(User::is_open);
    let mut user = found.ok_or_else(Error::not_found)?;
    let (role, why) = (StaffRole::Administrator, "by command line");
    change(ctx, &txn, &mut user, Some(role), why).await?;
    txn.commit().await?;
    Ok(user)
}

async fn change(
    ctx: &Ctx,
    txn: &Txn,
    user: &mut User,
    role: Option<StaffRole>,
    why: &str,
) -> Result<()> {
    let before = std::mem::replace(&mut user.staff_role, role);
    user.updated_at = ctx.now();
    accounts::store::update(txn, user.clone()).await?;
    let name = |role: Option<StaffRole>| role.map(name);
    let detail = serde_json::json!({ "from": name(before), "to": name(role), "reason": why });
    let subject = Subject::user(user.id);
    audit::record(ctx, txn, "account.role_changed", subject, &detail).await?;
    let job = RoleChanged {
        user_id: user.id,
        role: name(role).map(str::to_owned),
        at: ctx.now(),
    };
    ctx.enqueue(txn, &job).await
}

/// A role as it is written down.
pub(super) fn name(role: StaffRole) -> &'static str {
    match role {
        StaffRole::Moderator => "moderator",
        StaffRole::Verifier => "verifier",
        StaffRole::Administrator => "administrator",
    }
}

/// Refuses what would leave the alliance without an administrator once this person is gone.
pub async fn leave_an_administrator(txn: &Txn, but: UserId) -> Result<()> {
    // All are locked: of two who take the role from each other, one comes second.
    let all = store::lock_administrators(txn).await?;
    if all.iter().any(|user| user.id == but) && all.len() == 1 {
        return Err(Error::conflict(say(
            "Đây là quản trị viên duy nhất. Hãy giao vai trò này cho người khác trước.",
            "This is the only administrator. Give somebody else the role first.",
        )));
    }
    Ok(())
}
