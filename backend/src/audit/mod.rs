//! Audit: every decision, once, with who, what and when, in the transaction of the decision.
//! Rows are only ever added.

pub mod entity;
pub mod graphql;
pub mod store;

use serde::Serialize;

use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{AuditId, MatchId, NeedId, OfferId, OrganizationId, ProposalId, UserId};
use crate::policy::Viewer;

/// What a record is about.
pub struct Subject {
    kind: &'static str,
    id: String,
}

macro_rules! subject {
    ($name:ident, $id:ty) => {
        #[doc = concat!("A ", stringify!($name), ".")]
        pub fn $name(id: $id) -> Self {
            Self {
                kind: stringify!($name),
                id: id.to_string(),
            }
        }
    };
}

impl Subject {
    /// Nobody we know.
    pub fn nobody() -> Self {
        Self {
            kind: "nobody",
            id: String::new(),
        }
    }

    subject!(user, UserId);
    subject!(organization, OrganizationId);
    subject!(need, NeedId);
    subject!(offer, OfferId);
    subject!(found_match, MatchId);
    subject!(proposal, ProposalId);
    subject!(email, crate::ids::EmailId);
}

/// Adds a record beside the change it is about.
pub async fn record(
    ctx: &Ctx,
    txn: &Txn,
    action: &str,
    subject: Subject,
    detail: &impl Serialize,
) -> Result<()> {
    let (actor, actor_id) = match &ctx.viewer {
        Viewer::Anonymous => ("anonymous", None),
        Viewer::Member(person) => ("member", Some(person.id)),
        Viewer::Staff(person, _) => ("staff", Some(person.id)),
        Viewer::System => ("system", None),
    };
    let detail = serde_json::to_value(detail).map_err(|e| Error::internal(e.to_string()))?;
    let row = entity::Model {
        id: AuditId(ctx.app.ids.next()),
        at: ctx.now(),
        actor_id,
        actor: actor.to_owned(),
        action: action.to_owned(),
        subject_kind: subject.kind.to_owned(),
        subject_id: subject.id,
        detail,
    };
    store::insert(txn, row).await
}
