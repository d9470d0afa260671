//! Audit: every decision, once, with who, what, when and from where, in the transaction of the decision.
//! Rows are only ever added.
//!
//! ```text
//! record ─▶ handed to the transaction ─▶ commit: head locked, number and hash given, written
//!                                           every minute and at each stop: head kept outside
//! ```
//!
//! Each record covers the one before it (`chain`), so that a change anywhere shows; the head that is
//! kept outside the database (`heads`) shows a cut or rewritten end as well. `verify` walks it all.

pub mod chain;
pub mod entity;
pub mod export;
pub mod graphql;
pub mod heads;
pub mod store;
pub mod verify;

use serde::Serialize;

use crate::app::Ctx;
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{
    AgreementId, AuditId, JointCallId, MatchId, NeedId, OfferId, OrganizationId, ProposalId,
    QuestionId, ReviewId, TaxonomyEditionId, UserId, WeightsId,
};
use crate::policy::{Access, Viewer};

pub use entity::Book;

/// Somebody reported something. Who, is between that person and who decides: administrators may belong to
/// what was reported.
pub const REPORTED: &str = "report.opened";

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

    /// Something that was asked of the API: a mutation's name.
    fn operation(name: &str) -> Self {
        // That somebody tried to change a proposal says that there is one.
        let lower = name.to_ascii_lowercase();
        let kind = if lower.contains("proposal") {
            "proposal"
        } else if lower.contains("askquestion") {
            "question"
        } else {
            "operation"
        };
        Self {
            kind,
            id: name.to_owned(),
        }
    }

    subject!(user, UserId);
    subject!(weights, WeightsId);
    subject!(taxonomy_edition, TaxonomyEditionId);
    subject!(organization, OrganizationId);
    subject!(need, NeedId);
    subject!(offer, OfferId);
    subject!(found_match, MatchId);
    subject!(joint_call, JointCallId);
    subject!(proposal, ProposalId);
    subject!(question, QuestionId);
    subject!(review, ReviewId);
    subject!(agreement, AgreementId);
    subject!(email, crate::ids::EmailId);
}

/// Which book a record belongs to. That a proposal was begun, submitted or withdrawn is its bidder's
/// alone; its receipt stands in the record of the opening. Who asked a question is nobody's to know.
fn book(action: &str, subject: &Subject) -> Book {
    let sealed = match subject.kind {
        "proposal" => action != "proposal.decided",
        "question" => matches!(action, "question.asked" | "access.refused"),
        // An interest that is not public would be named by who said it.
        _ => action.starts_with("interest."),
    };
    if sealed { Book::Sealed } else { Book::Open }
}

/// Adds a record beside the change it is about; it is written when the transaction commits.
pub async fn record(
    ctx: &Ctx,
    txn: &Txn,
    action: &str,
    subject: Subject,
    detail: &impl Serialize,
) -> Result<()> {
    let (actor, person) = match &ctx.viewer {
        Viewer::Anonymous => ("anonymous", None),
        Viewer::Member(person) => ("member", Some(person)),
        Viewer::Staff(person, _) => ("staff", Some(person)),
        Viewer::System => ("system", None),
    };
    let session_id = person.and_then(|person| match person.access {
        Access::Session { id, .. } => Some(id),
        Access::Token(_) => None,
    });
    // By way of a value: keys in order, so that the same detail is the same text.
    let detail = serde_json::to_value(detail).map_err(|e| Error::internal(e.to_string()))?;
    txn.record(entity::Model {
        id: AuditId(ctx.app.ids.next()),
        at: ctx.now(),
        actor_id: person.map(|person| person.id),
        actor: actor.to_owned(),
        action: action.to_owned(),
        book: book(action, &subject),
        subject_kind: subject.kind.to_owned(),
        subject_id: subject.id,
        detail: detail.to_string(),
        seq: None,
        previous_hash: None,
        hash: None,
        address: Some(ctx.client.address.clone()).filter(|address| !address.is_empty()),
        session_id,
    });
    Ok(())
}

/// Writes down that a signed-in person was refused something: the name of the mutation, nothing of what
/// was sent.
pub async fn record_refusal(ctx: &Ctx, operation: &str) -> Result<()> {
    let txn = ctx.begin().await?;
    let subject = Subject::operation(operation);
    record(ctx, &txn, "access.refused", subject, &()).await?;
    txn.commit().await
}
