//! Membership of the alliance in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};

use super::rules::Step;
use super::service::{self, BoardDecision};
use crate::graphql::{Result, ctx};
use crate::ids::{AllianceApplicationId, OrganizationId};
use crate::moderation::ReviewDecision;
use crate::moderation::graphql::ReviewDecisionInput;
use crate::organizations::graphql::Organization;
use crate::organizations::inputs::{OrganizationIdInput, OrganizationPayload};

/// An application to join the alliance, to the organisation's members and to the alliance.
#[derive(SimpleObject)]
pub struct AllianceApplication {
    /// Id.
    id: AllianceApplicationId,
    /// What the organisation says.
    text: String,
    /// When it applied.
    applied_at: DateTime<Utc>,
    /// How the board decided; null while it waits.
    decision: Option<ReviewDecision>,
    /// Number of the board's decision.
    decision_number: Option<String>,
    /// Date of the board's decision.
    decided_on: Option<NaiveDate>,
    /// Why.
    reason: Option<String>,
}

impl From<super::AllianceApplication> for AllianceApplication {
    fn from(row: super::AllianceApplication) -> Self {
        Self {
            id: row.id,
            text: row.text,
            applied_at: row.applied_at,
            decision: row.decision,
            decision_number: row.decision_number,
            decided_on: row.decided_on,
            reason: row.reason,
        }
    }
}

/// The decision by which an organisation is a member.
#[derive(SimpleObject)]
pub struct AdmissionDecision {
    /// Number.
    number: String,
    /// Date.
    date: NaiveDate,
}

impl AdmissionDecision {
    /// Of an application that was admitted.
    pub fn of(row: &super::AllianceApplication) -> Option<Self> {
        let admitted = row.decision == Some(ReviewDecision::Approved);
        let (number, date) = row.decision_number.clone().zip(row.decided_on)?;
        admitted.then_some(Self { number, date })
    }
}

/// An application.
#[derive(InputObject)]
pub struct ApplyForAllianceInput {
    /// The organisation.
    organization_id: OrganizationId,
    /// Why it wants to join and what it will contribute; at most 4,000 characters.
    text: String,
}

/// The board's decision.
#[derive(InputObject)]
pub struct DecideAllianceMembershipInput {
    /// The organisation.
    organization_id: OrganizationId,
    /// APPROVED (admitted) or REJECTED, the rule and the reason.
    #[graphql(flatten)]
    verdict: ReviewDecisionInput,
    /// Number of the decision of the board (Ban Điều hành).
    decision_number: String,
    /// Its date.
    decided_on: NaiveDate,
}

/// A membership to suspend or to restore.
#[derive(InputObject)]
pub struct AllianceReasonInput {
    /// The organisation.
    organization_id: OrganizationId,
    /// Why; its owners read it.
    reason: String,
}

/// Changes to membership of the alliance.
#[derive(Default)]
pub struct AllianceMutation;

fn payload(row: crate::organizations::Organization) -> OrganizationPayload {
    OrganizationPayload {
        organization: Organization(row),
    }
}

#[Object]
impl AllianceMutation {
    /// Applies for membership of the alliance; for the owners of a verified organisation.
    async fn apply_for_alliance(
        &self,
        gql: &Context<'_>,
        input: ApplyForAllianceInput,
    ) -> Result<OrganizationPayload> {
        let row = service::apply(ctx(gql), input.organization_id, &input.text).await?;
        Ok(payload(row))
    }

    /// Records what the alliance's board decided on an application; for administrators who do not
    /// belong to the organisation.
    async fn decide_alliance_membership(
        &self,
        gql: &Context<'_>,
        input: DecideAllianceMembershipInput,
    ) -> Result<OrganizationPayload> {
        let board = BoardDecision {
            number: input.decision_number,
            date: input.decided_on,
        };
        let (id, verdict) = (input.organization_id, input.verdict.into());
        Ok(payload(
            service::decide(ctx(gql), id, verdict, board).await?,
        ))
    }

    /// Suspends a membership of the alliance; for administrators.
    async fn suspend_alliance_membership(
        &self,
        gql: &Context<'_>,
        input: AllianceReasonInput,
    ) -> Result<OrganizationPayload> {
        let (id, why) = (input.organization_id, input.reason.as_str());
        let row = service::suspend_or_restore(ctx(gql), id, Step::Suspend, why).await?;
        Ok(payload(row))
    }

    /// Ends the suspension of a membership of the alliance; for administrators.
    async fn restore_alliance_membership(
        &self,
        gql: &Context<'_>,
        input: AllianceReasonInput,
    ) -> Result<OrganizationPayload> {
        let (id, why) = (input.organization_id, input.reason.as_str());
        let row = service::suspend_or_restore(ctx(gql), id, Step::Reinstate, why).await?;
        Ok(payload(row))
    }

    /// Leaves the alliance, or takes an application back; for the organisation's owners.
    async fn leave_alliance(
        &self,
        gql: &Context<'_>,
        input: OrganizationIdInput,
    ) -> Result<OrganizationPayload> {
        Ok(payload(
            service::leave(ctx(gql), input.organization_id).await?,
        ))
    }
}
