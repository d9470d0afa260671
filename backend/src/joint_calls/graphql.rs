//! Joint calls in the API.

use async_graphql::{Context, Enum, Object};
use chrono::{DateTime, Utc};

use super::inputs::{AnswerJointCallInput, EndJointCallInput, JointCallFilter, JointCallPayload};
use super::store::Filter;
use super::{Answer, JointCallKind, JointCallStatus, Part, rules, service, store};
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::JointCallId;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::needs::graphql::Need;
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::places::graphql::{EconomicZone, Region};
use crate::policy::Action;
use crate::text::BilingualText;

/// Needs of several owners that could be one joint call, or are.
pub struct JointCall(pub super::JointCall);

/// What the viewer may do with a joint call now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum JointCallAction {
    /// End it, for the alliance.
    End,
}

/// What the viewer may do now for one of its needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum JointCallPartAction {
    /// Consent.
    Consent,
    /// Decline, or take the consent back.
    Decline,
}

/// Needs of several owners that could be one joint call, or are.
#[Object]
impl JointCall {
    /// Id.
    async fn id(&self) -> JointCallId {
        self.0.id
    }

    /// Why the needs belong together.
    async fn kind(&self) -> JointCallKind {
        self.0.kind
    }

    /// The region that all lie in; null when it is an economic zone.
    async fn region(&self, gql: &Context<'_>) -> Option<Region> {
        Region::of(&ctx(gql).app.gazetteer, &self.0.area)
    }

    /// The economic zone that all lie in; null when it is a region.
    async fn economic_zone(&self, gql: &Context<'_>) -> Option<EconomicZone> {
        EconomicZone::of(&ctx(gql).app.gazetteer, &self.0.area)
    }

    /// How alike the needs are, the least alike two of them: 0 to 1.
    async fn score(&self) -> f64 {
        self.0.score
    }

    /// What the needs had in common when they were found; for their owners and the alliance, else null.
    async fn reason(&self, gql: &Context<'_>) -> Result<Option<&BilingualText>> {
        Ok(self.inside(gql).await?.then_some(&self.0.reason))
    }

    /// Where it stands.
    async fn status(&self) -> JointCallStatus {
        self.0.status
    }

    /// Why the alliance ended it; for the owners and the alliance, else null.
    async fn status_reason(&self, gql: &Context<'_>) -> Result<Option<&str>> {
        let inside = self.inside(gql).await?;
        Ok(self.0.status_reason.as_deref().filter(|_| inside))
    }

    /// Its needs, each its owner's. Owners and the alliance see also those that are out of it; everybody
    /// else those that are part of what was agreed.
    async fn parts(&self, gql: &Context<'_>) -> Result<Vec<JointCallPart>> {
        let parts = loaders(gql).joint_call_parts(self.0.id).await?;
        let inside = ctx(gql).may(Action::ViewJointCallAnswers(&parts));
        let mut shown = Vec::new();
        for part in &parts {
            let need = loaders(gql).need(part.need_id).await?;
            let hidden = !ctx(gql).may(Action::ViewNeed(&need));
            if inside || (part.answer == Answer::Consented && !hidden) {
                shown.push(JointCallPart {
                    part: part.clone(),
                    need: if hidden { need.unread() } else { need },
                    inside,
                    can: part_actions(gql, &self.0, &parts, part),
                });
            }
        }
        Ok(shown)
    }

    /// Version of the engine that found it.
    async fn engine_version(&self) -> &str {
        &self.0.engine_version
    }

    /// Version of the weights that it used.
    async fn weights_version(&self) -> &str {
        &self.0.weights_version
    }

    /// Version of the sentence model that it used; null without one.
    async fn model_version(&self) -> Option<&str> {
        Some(&*self.0.model_version).filter(|version| !version.is_empty())
    }

    /// When the engine found it.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it was agreed, or ended in another way.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Result<Vec<JointCallAction>> {
        let parts = loaders(gql).joint_call_parts(self.0.id).await?;
        let may = rules::end(self.0.status).is_ok()
            && ctx(gql).may(Action::EndJointCall(&self.0, &parts));
        Ok(may.then_some(JointCallAction::End).into_iter().collect())
    }
}

impl JointCall {
    /// The viewer is one of the owners, or the alliance.
    async fn inside(&self, gql: &Context<'_>) -> Result<bool> {
        let parts = loaders(gql).joint_call_parts(self.0.id).await?;
        Ok(ctx(gql).may(Action::ViewJointCallAnswers(&parts)))
    }
}

fn part_actions(
    gql: &Context<'_>,
    call: &super::JointCall,
    parts: &[Part],
    part: &Part,
) -> Vec<JointCallPartAction> {
    let waits = call.status == JointCallStatus::Proposed && part.answer.stays();
    if !waits || !ctx(gql).may(Action::AnswerJointCall(call, parts, part)) {
        return Vec::new();
    }
    let consent = (part.answer == Answer::Waiting).then_some(JointCallPartAction::Consent);
    consent
        .into_iter()
        .chain([JointCallPartAction::Decline])
        .collect()
}

/// One of the needs of a joint call.
pub struct JointCallPart {
    part: Part,
    need: crate::needs::Need,
    inside: bool,
    can: Vec<JointCallPartAction>,
}

/// One of the needs of a joint call.
#[Object]
impl JointCallPart {
    /// The need; without what it says while it is hidden.
    async fn need(&self) -> Need {
        Need(self.need.clone())
    }

    /// Its owner.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        let owner = loaders(gql).organization(self.part.organization_id).await?;
        Ok(Organization(owner))
    }

    /// What the owner said; for the owners of all its needs and the alliance, else null.
    async fn answer(&self) -> Option<Answer> {
        self.inside.then_some(self.part.answer)
    }

    /// When; as the answer.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.part.answered_at.filter(|_| self.inside)
    }

    /// Why the owner declined; as the answer.
    async fn reason(&self) -> Option<&str> {
        self.part.reason.as_deref().filter(|_| self.inside)
    }

    /// What the viewer may do now for this need.
    async fn viewer_can(&self) -> &[JointCallPartAction] {
        &self.can
    }
}

impl Listed for JointCall {
    type Row = super::JointCall;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        let asks = ["parts", "reason", "statusReason", "viewerCan"];
        if !asks.iter().any(|name| ahead.asks(name)) {
            return Ok(());
        }
        let parts = loaders
            .fetch_joint_call_parts(rows.iter().map(|row| row.id))
            .await?;
        if !ahead.asks("parts") {
            return Ok(());
        }
        let needs = loaders
            .fetch_needs(parts.iter().map(|part| part.need_id))
            .await?;
        let within = ahead.field("parts");
        let need = within.field("need");
        if within.asks("organization") || need.asks("organization") {
            let own = parts.iter().map(|part| part.organization_id);
            let now = needs.iter().map(|need| need.organization_id);
            loaders.fetch_organizations(own.chain(now)).await?;
        }
        if need.asks("domains") {
            loaders
                .fetch_need_domains(needs.iter().map(|need| need.id))
                .await?;
        }
        Ok(())
    }
}

/// Questions about joint calls.
#[derive(Default)]
pub struct JointCallQuery;

#[Object]
impl JointCallQuery {
    /// Joint calls the viewer may see, newest first: agreed ones, those of her organisations, and to the
    /// alliance's staff all.
    async fn joint_calls(
        &self,
        gql: &Context<'_>,
        filter: Option<JointCallFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<JointCall>> {
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            need_id: filter.need_id,
            statuses: filter.statuses.map(crate::postings::distinct),
            mine: filter.mine.unwrap_or_default(),
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx(gql), filter, args)
            .await?
            .connection::<JointCall>(gql)
            .await
    }

    /// One joint call.
    async fn joint_call(&self, gql: &Context<'_>, id: JointCallId) -> Result<Option<JointCall>> {
        let ctx = ctx(gql);
        let call = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        let parts = loaders(gql).joint_call_parts(id).await?;
        ctx.authorize(Action::ViewJointCall(&call, &parts))?;
        Ok(Some(JointCall(call)))
    }
}

/// Changes to joint calls.
#[derive(Default)]
pub struct JointCallMutation;

#[Object]
impl JointCallMutation {
    /// The owner of one of the needs consents, or declines with a reason. When all who are still in have
    /// consented it is agreed. When somebody leaves and two owners or more remain, these are asked anew.
    async fn answer_joint_call(
        &self,
        gql: &Context<'_>,
        input: AnswerJointCallInput,
    ) -> Result<JointCallPayload> {
        let call = service::answer(
            ctx(gql),
            input.joint_call_id,
            input.need_id,
            input.consent,
            input.reason.as_deref(),
        )
        .await?;
        Ok(JointCallPayload {
            joint_call: JointCall(call),
        })
    }

    /// The alliance ends a joint call, also an agreed one, with a reason that its owners read.
    async fn end_joint_call(
        &self,
        gql: &Context<'_>,
        input: EndJointCallInput,
    ) -> Result<JointCallPayload> {
        let call = service::end(ctx(gql), input.joint_call_id, &input.reason).await?;
        Ok(JointCallPayload {
            joint_call: JointCall(call),
        })
    }
}
