//! Who is told that an opening waits.

use serde::{Deserialize, Serialize};

use super::{rules, store};
use crate::accounts::{self, StaffRole, User};
use crate::app::Ctx;
use crate::clock::moment;
use crate::error::Error;
use crate::ids::NeedId;
use crate::jobs::{self, Job, JobResult};
use crate::mail::{self, Letter};
use crate::needs::{self, NeedStatus};
use crate::organizations;

/// A need has closed and its proposals wait for being opened: those who have not yet are told, again
/// every two working days.
#[derive(Debug, Serialize, Deserialize)]
pub struct OpeningWaits {
    /// Which need.
    pub need_id: NeedId,
    /// 0 at once, then one more each time.
    pub reminder: u8,
}

impl Job for OpeningWaits {
    const KIND: &'static str = "opening.waits";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let db = &ctx.app.db;
        let need = needs::store::find(db, self.need_id).await?;
        let need = need.ok_or_else(Error::not_found)?;
        let opening = store::find(db, need.id).await?;
        let Some(opening) = opening.filter(|opening| opening.completed_at.is_none()) else {
            return Ok(());
        };
        if need.status != NeedStatus::Closed {
            return Ok(());
        }
        let owners = organizations::store::writers(db, need.organization_id).await?;
        let mut told: Vec<(User, String)> = Vec::new();
        if opening.owner_at.is_none() {
            let page = format!("/co-quan/de-xuat/{}", need.id);
            told.extend(owners.iter().map(|person| (person.clone(), page.clone())));
        }
        if opening.alliance_at.is_none() {
            let staff = accounts::store::staff(db).await?.into_iter();
            let staff = staff.filter(|person| {
                matches!(
                    person.staff_role,
                    Some(StaffRole::Moderator | StaffRole::Administrator)
                ) && person.suspended_at.is_none()
                    && person.closed_at.is_none()
                    && owners.iter().all(|owner| owner.id != person.id)
            });
            told.extend(staff.map(|person| (person, "/quan-tri/mo-de-xuat".to_owned())));
        }
        let txn = ctx.begin().await?;
        for (person, page) in told {
            let about = format!("{}/{}", need.id, self.reminder);
            let letter = Letter::new("opening_waits", &about)
                .text("title", &need.title)
                .plain("date", &moment(Some(opening.created_at)))
                .link(ctx, &page);
            mail::post(ctx, &txn, &person, letter).await?;
        }
        let next = Self {
            need_id: need.id,
            reminder: self.reminder + 1,
        };
        // A job may run twice; the next reminder is asked for once.
        if next.reminder <= rules::REMINDERS && !jobs::is_known(&txn, &next).await? {
            let at = rules::next_reminder(ctx.now());
            ctx.enqueue_at(&txn, &next, at).await?;
        }
        Ok(txn.commit().await?)
    }
}
