//! Looking for needs that belong together, and what their owners are told.

use serde::{Deserialize, Serialize};

use super::{Answer, JointCall, JointCallStatus, Part, service, store};
use crate::app::Ctx;
use crate::error::{Error, Result};
use crate::ids::{JointCallId, NeedId, OrganizationId};
use crate::jobs::{Job, JobResult};
use crate::mail::{self, Letter};
use crate::needs::{self, Need};
use crate::organizations::{self, Organization};
use crate::text::{Locale, Sentence, clean_line, say};

/// A need was published and ranked: look for others that belong together with it.
#[derive(Debug, Serialize, Deserialize)]
pub struct FindJointCall {
    /// Which.
    pub need_id: NeedId,
}

/// A joint call was found: ask the owners.
#[derive(Debug, Serialize, Deserialize)]
pub struct JointCallProposed {
    /// Which.
    pub joint_call_id: JointCallId,
}

/// Somebody left: ask those who remain anew.
#[derive(Debug, Serialize, Deserialize)]
pub struct JointCallSmaller {
    /// Which.
    pub joint_call_id: JointCallId,
}

/// All have consented: tell all.
#[derive(Debug, Serialize, Deserialize)]
pub struct JointCallAgreed {
    /// Which.
    pub joint_call_id: JointCallId,
}

/// Nothing comes of it: tell those who were still in.
#[derive(Debug, Serialize, Deserialize)]
pub struct JointCallOver {
    /// Which.
    pub joint_call_id: JointCallId,
}

impl Job for FindJointCall {
    const KIND: &'static str = "joint_call.find";

    async fn run(self, ctx: &Ctx) -> JobResult {
        service::look(ctx, self.need_id).await?;
        Ok(())
    }
}

impl Job for JointCallProposed {
    const KIND: &'static str = "joint_call.proposed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let told = Told::read(ctx, self.joint_call_id).await?;
        // Answered or replaced before it was told.
        if told.call.status != JointCallStatus::Proposed {
            return Ok(());
        }
        told.tell(ctx, "joint_call_proposed").await
    }
}

impl Job for JointCallSmaller {
    const KIND: &'static str = "joint_call.smaller";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let told = Told::read(ctx, self.joint_call_id).await?;
        if told.call.status != JointCallStatus::Proposed {
            return Ok(());
        }
        told.tell(ctx, "joint_call_smaller").await
    }
}

impl Job for JointCallAgreed {
    const KIND: &'static str = "joint_call.agreed";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let told = Told::read(ctx, self.joint_call_id).await?;
        told.tell(ctx, "joint_call_agreed").await
    }
}

impl Job for JointCallOver {
    const KIND: &'static str = "joint_call.over";

    async fn run(self, ctx: &Ctx) -> JobResult {
        let told = Told::read(ctx, self.joint_call_id).await?;
        told.tell(ctx, "joint_call_over").await
    }
}

/// A joint call with everything that a letter about it speaks of.
struct Told {
    call: JointCall,
    parts: Vec<Part>,
    needs: Vec<Need>,
    owners: Vec<Organization>,
}

impl Told {
    async fn read(ctx: &Ctx, id: JointCallId) -> Result<Self> {
        let db = &ctx.app.db;
        let call = store::find(db, id).await?.ok_or_else(Error::not_found)?;
        let parts = store::parts_of(db, &[id]).await?;
        let needs: Vec<NeedId> = parts.iter().map(|part| part.need_id).collect();
        let owners: Vec<OrganizationId> = parts.iter().map(|part| part.organization_id).collect();
        Ok(Self {
            call,
            needs: needs::store::find_many(db, &needs).await?,
            owners: organizations::store::find_many(db, &owners).await?,
            parts,
        })
    }

    /// A letter to the writers of every owner who is still in: each about her own need first.
    async fn tell(&self, ctx: &Ctx, template: &'static str) -> JobResult {
        let staying: Vec<&Part> = self
            .parts
            .iter()
            .filter(|part| part.answer.stays())
            .collect();
        let txn = ctx.begin().await?;
        for part in &staying {
            let Some(own) = self.need(part) else {
                continue;
            };
            let others = staying.iter().filter(|other| other.need_id != part.need_id);
            let others: Vec<Sentence> = others.filter_map(|other| self.line(other)).collect();
            let join = |locale| {
                let lines = others.iter().map(|line| line.pick(locale));
                lines.collect::<Vec<_>>().join("\n")
            };
            // The circle only becomes smaller: its size names the round.
            let about = format!("{}.{}.{}", self.call.id, part.need_id, staying.len());
            let letter = Letter::new(template, about)
                .text("title", &own.title)
                .sentence("others", say(join(Locale::Vi), join(Locale::En)))
                .text("why", &self.call.reason)
                .sentence("reason", self.reason())
                .link(ctx, &format!("/loi-moi-chung/{}", self.call.id));
            for person in organizations::store::writers(&txn, part.organization_id).await? {
                mail::post(ctx, &txn, &person, letter.clone()).await?;
            }
        }
        Ok(txn.commit().await?)
    }

    fn need(&self, part: &Part) -> Option<&Need> {
        self.needs.iter().find(|need| need.id == part.need_id)
    }

    /// A need as the others' letters name it; not while it is out of sight.
    fn line(&self, part: &Part) -> Option<Sentence> {
        let need = self.need(part).filter(|need| !need.is_hidden())?;
        let owner = self
            .owners
            .iter()
            .find(|owner| owner.id == part.organization_id)?;
        let line = |locale| {
            let of = |text: &str| clean_line(Some(text.to_owned())).unwrap_or_default();
            let (title, name) = (need.title.pick(locale), owner.legal_name.pick(locale));
            format!("– {} ({})", of(title), of(name))
        };
        Some(say(line(Locale::Vi), line(Locale::En)))
    }

    /// Why nothing comes of it: the alliance's words, or those who declined.
    fn reason(&self) -> Sentence {
        if let Some(reason) = &self.call.status_reason {
            return say(reason, reason);
        }
        let declined = |part: &&Part| part.answer == Answer::Declined;
        match self
            .parts
            .iter()
            .filter(declined)
            .find_map(|part| part.reason.as_ref())
        {
            Some(reason) => say(reason, reason),
            None => say(
                "Không còn đủ nhu cầu đang tiếp nhận của ít nhất hai tổ chức.",
                "Too few open needs of two organisations are left.",
            ),
        }
    }
}
