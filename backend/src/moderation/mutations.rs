//! The moderation's changes in the API.

use async_graphql::{Context, Object};

use super::graphql::Review;
use super::inputs::{
    AppealByLinkInput, AppealInput, DecideReviewInput, ProposeMergeInput, ReportAbuseInput,
    ReportAbusePayload, ReviewIdInput, ReviewPayload, SuspendOrganizationInput,
    SuspendOrganizationPayload, SuspendUserInput,
};
use super::{appeals, claims, merges, reports, suspensions};
use crate::graphql::{Result, ctx};
use crate::organizations::graphql::Organization;
use crate::staff::graphql::{Person, PersonPayload};

/// Changes to reviews, and the decisions that have no feature of their own.
#[derive(Default)]
pub struct ModerationMutation;

#[Object]
impl ModerationMutation {
    /// Takes something that waits upon oneself for half an hour, so that nobody else decides on it.
    async fn claim_review(&self, gql: &Context<'_>, input: ReviewIdInput) -> Result<ReviewPayload> {
        let review = claims::claim(ctx(gql), input.review_id).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }

    /// Leaves to others what one has claimed.
    async fn release_review(
        &self,
        gql: &Context<'_>,
        input: ReviewIdInput,
    ) -> Result<ReviewPayload> {
        let review = claims::release(ctx(gql), input.review_id).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }

    /// Says that something published breaks a rule. Whose it is never learns by whom.
    async fn report_abuse(
        &self,
        gql: &Context<'_>,
        input: ReportAbuseInput,
    ) -> Result<ReportAbusePayload> {
        let (key, rule, thing) = (&input.client_key, input.rule, input.thing()?);
        reports::report(ctx(gql), key, thing, rule, &input.text).await?;
        Ok(ReportAbusePayload { reported: true })
    }

    /// Decides on a report: upheld, a posting is hidden. Reporter and owner are told.
    async fn decide_report(
        &self,
        gql: &Context<'_>,
        input: DecideReviewInput,
    ) -> Result<ReviewPayload> {
        let review = reports::decide(ctx(gql), input.review_id, input.verdict.into()).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }

    /// Appeals against a decision that concerns the viewer: once, within thirty days. Somebody else
    /// decides.
    async fn appeal(&self, gql: &Context<'_>, input: AppealInput) -> Result<ReviewPayload> {
        let review = appeals::appeal(ctx(gql), input.review_id, &input.text).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }

    /// As appeal, by the link in a suspended person's letter.
    async fn appeal_by_link(
        &self,
        gql: &Context<'_>,
        input: AppealByLinkInput,
    ) -> Result<ReviewPayload> {
        let review = appeals::appeal_by_link(ctx(gql), &input.token, &input.text).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }

    /// Decides on an appeal; not by who decided first. Overturned, the decision is undone.
    async fn decide_appeal(
        &self,
        gql: &Context<'_>,
        input: DecideReviewInput,
    ) -> Result<ReviewPayload> {
        let review = appeals::decide(ctx(gql), input.review_id, input.verdict.into()).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }

    /// Keeps a person out: sessions and tokens end, what she began is hidden. Administrators only, with a
    /// fresh proof of who they are.
    async fn suspend_user(
        &self,
        gql: &Context<'_>,
        input: SuspendUserInput,
    ) -> Result<PersonPayload> {
        let (id, ground) = input.split();
        let user = suspensions::suspend_user(ctx(gql), id, ground).await?;
        Ok(PersonPayload {
            person: Person(user),
        })
    }

    /// Lets a person in again, and shows what she began. As suspendUser.
    async fn reinstate_user(
        &self,
        gql: &Context<'_>,
        input: SuspendUserInput,
    ) -> Result<PersonPayload> {
        let (id, ground) = input.split();
        let user = suspensions::reinstate_user(ctx(gql), id, ground).await?;
        Ok(PersonPayload {
            person: Person(user),
        })
    }

    /// Keeps an organisation out: its members may only read, its page and postings are hidden.
    /// Administrators only, with a fresh proof of who they are.
    async fn suspend_organization(
        &self,
        gql: &Context<'_>,
        input: SuspendOrganizationInput,
    ) -> Result<SuspendOrganizationPayload> {
        let (id, ground) = input.split();
        let row = suspensions::suspend_organization(ctx(gql), id, ground).await?;
        Ok(SuspendOrganizationPayload {
            organization: Organization(row),
        })
    }

    /// Lets an organisation in again, and shows its page and postings. As suspendOrganization.
    async fn reinstate_organization(
        &self,
        gql: &Context<'_>,
        input: SuspendOrganizationInput,
    ) -> Result<SuspendOrganizationPayload> {
        let (id, ground) = input.split();
        let row = suspensions::reinstate_organization(ctx(gql), id, ground).await?;
        Ok(SuspendOrganizationPayload {
            organization: Organization(row),
        })
    }

    /// Puts it before another administrator that two organisations are one.
    async fn propose_merge(
        &self,
        gql: &Context<'_>,
        input: ProposeMergeInput,
    ) -> Result<ReviewPayload> {
        let ProposeMergeInput {
            client_key,
            from_id,
            into_id,
            reason,
        } = input;
        let review = merges::propose(ctx(gql), &client_key, from_id, into_id, &reason).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }

    /// Decides on a merge that another administrator proposed. Approved, needs, offers and matches move at
    /// once, members are asked for, and the page of the one leads to the other; proposals stay.
    async fn decide_merge(
        &self,
        gql: &Context<'_>,
        input: DecideReviewInput,
    ) -> Result<ReviewPayload> {
        let review = merges::decide(ctx(gql), input.review_id, input.verdict.into()).await?;
        Ok(ReviewPayload {
            review: Review(review),
        })
    }
}
