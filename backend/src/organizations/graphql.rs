//! Organisations in the API.

use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};

use super::actions::{OrganizationAction, actions};
use super::inputs::{
    CreateOrganizationInput, MembershipIdInput, MembershipPayload, OrganizationFilter,
    OrganizationPayload, UpdateOrganizationInput,
};
use super::service;
use super::store;
use super::{
    AllianceStatus, MembershipRole, MembershipStatus, OrganizationKind, Standing, Verification,
};
use crate::alliance;
use crate::alliance::graphql::{AdmissionDecision, AllianceApplication};
use crate::domains::graphql::Domain;
use crate::error::Error;
use crate::graphql::{Result, ctx};
use crate::ids::{MembershipId, OrganizationId};
use crate::invitations;
use crate::invitations::graphql::Invitation;
use crate::limits;
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::matches::graphql::Responsiveness;
use crate::moderation;
use crate::moderation::graphql::Review;
use crate::needs::graphql::Need;
use crate::offers::graphql::Offer;
use crate::paging::{List, PageArgs};
use crate::places::graphql::Place;
use crate::policy::Action;
use crate::portfolio::graphql::{Certificate, OrganizationReference};
use crate::text::BilingualText;
use crate::verification;
use crate::verification::graphql::VerificationRequest;

/// An organisation: a locality, a firm, an institute, the alliance.
pub struct Organization(pub super::Organization);

/// An organisation: a locality, a firm, an institute, the alliance.
#[Object]
impl Organization {
    /// Id.
    async fn id(&self) -> OrganizationId {
        self.0.id
    }

    /// Kind.
    async fn kind(&self) -> OrganizationKind {
        self.0.kind
    }

    /// Legal name.
    async fn legal_name(&self) -> &BilingualText {
        &self.0.legal_name
    }

    /// What it does, in a few sentences.
    async fn summary(&self) -> &BilingualText {
        &self.0.summary
    }

    /// Tax or enterprise code.
    async fn tax_code(&self) -> Option<&str> {
        self.0.tax_code.as_deref()
    }

    /// Code of a public body (mã định danh cơ quan).
    async fn establishment_code(&self) -> Option<&str> {
        self.0.establishment_code.as_deref()
    }

    /// Address on the web.
    async fn website(&self) -> Option<&str> {
        self.0.website.as_deref()
    }

    /// Postal address of its seat.
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// What it is able to do.
    async fn capabilities(&self) -> &BilingualText {
        &self.0.capabilities
    }

    /// Domains in which it is.
    async fn domains(&self, gql: &Context<'_>) -> Result<Vec<Domain>> {
        let codes = loaders(gql).organization_domains(self.0.id).await?;
        let taxonomy = &ctx(gql).app.taxonomy;
        Ok(codes
            .iter()
            .filter_map(|code| taxonomy.get(code))
            .cloned()
            .map(Domain)
            .collect())
    }

    /// Certificates, the one issued last first; at most 50.
    async fn certificates(&self, gql: &Context<'_>) -> Result<Vec<Certificate>> {
        let rows = loaders(gql).certificates(self.0.id).await?;
        Ok(rows.into_iter().map(Certificate).collect())
    }

    /// What it has done for others, the latest first; at most 50.
    async fn references(&self, gql: &Context<'_>) -> Result<Vec<OrganizationReference>> {
        let rows = loaders(gql).references(self.0.id).await?;
        Ok(rows.into_iter().map(OrganizationReference).collect())
    }

    /// How it answers the alliance's introductions, of the last year; null when nothing was asked of it yet.
    async fn responsiveness(&self, gql: &Context<'_>) -> Result<Option<Responsiveness>> {
        let found = loaders(gql).responsiveness(self.0.id).await?;
        Ok(found.map(Into::into))
    }

    /// Province or city of its seat.
    async fn place(&self, gql: &Context<'_>) -> Option<Place> {
        ctx(gql)
            .app
            .gazetteer
            .get(self.0.place_id.as_deref()?)
            .cloned()
            .map(Place)
    }

    /// How far the alliance has verified it.
    async fn verification(&self) -> Verification {
        self.0.verification
    }

    /// When the alliance verified it, while that holds.
    async fn verified_at(&self) -> Option<DateTime<Utc>> {
        self.0.verified_at
    }

    /// Name of who verified it for the alliance.
    async fn verified_by(&self, gql: &Context<'_>) -> Result<Option<String>> {
        match self.0.verified_by {
            Some(id) => Ok(Some(loaders(gql).user(id).await?.name)),
            None => Ok(None),
        }
    }

    /// Until when that holds.
    async fn verified_until(&self) -> Option<DateTime<Utc>> {
        self.0.verified_until
    }

    /// Looks of the alliance at who it is, the newest first: to its members and to those who verify;
    /// null to others.
    async fn verification_requests(
        &self,
        gql: &Context<'_>,
    ) -> Result<Option<Vec<VerificationRequest>>> {
        let ctx = ctx(gql);
        if !ctx.may(Action::ViewVerification(&self.0)) {
            return Ok(None);
        }
        let rows = verification::store::of_organization(&ctx.app.db, self.0.id).await?;
        Ok(Some(rows.into_iter().map(VerificationRequest).collect()))
    }

    /// Whether everybody sees it.
    async fn standing(&self) -> Standing {
        self.0.standing
    }

    /// Why not everybody does; to its members and to staff.
    async fn standing_reason(&self, gql: &Context<'_>) -> Option<&str> {
        let may = ctx(gql).may(Action::ViewMembers(&self.0));
        self.0.standing_reason.as_deref().filter(|_| may)
    }

    /// How it stands to the alliance.
    async fn alliance_status(&self) -> AllianceStatus {
        self.0.alliance_status
    }

    /// Since when.
    async fn alliance_since(&self) -> Option<DateTime<Utc>> {
        self.0.alliance_since
    }

    /// Why it was not admitted or is suspended there; to its members and to staff.
    async fn alliance_reason(&self, gql: &Context<'_>) -> Option<&str> {
        let may = ctx(gql).may(Action::ViewMembers(&self.0));
        self.0.alliance_reason.as_deref().filter(|_| may)
    }

    /// The board's decision by which it is a member of the alliance.
    async fn admission(&self, gql: &Context<'_>) -> Result<Option<AdmissionDecision>> {
        if !matches!(
            self.0.alliance_status,
            AllianceStatus::Admitted | AllianceStatus::Suspended
        ) {
            return Ok(None);
        }
        let rows = alliance::store::of_organization(&ctx(gql).app.db, self.0.id).await?;
        Ok(rows.iter().find_map(AdmissionDecision::of))
    }

    /// Its applications to the alliance, the newest first: to its members and to staff; null to others.
    async fn alliance_applications(
        &self,
        gql: &Context<'_>,
    ) -> Result<Option<Vec<AllianceApplication>>> {
        let ctx = ctx(gql);
        if !ctx.may(Action::ViewMembers(&self.0)) {
            return Ok(None);
        }
        let rows = alliance::store::of_organization(&ctx.app.db, self.0.id).await?;
        Ok(Some(rows.into_iter().map(Into::into).collect()))
    }

    /// Raised by one at each change; send it back when you update or decide.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// It asks its members for a second factor; null to those who do not belong to it.
    async fn requires_second_factor(&self, gql: &Context<'_>) -> Option<bool> {
        let may = ctx(gql).may(Action::ViewMembers(&self.0));
        may.then_some(self.0.requires_second_factor)
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, gql: &Context<'_>) -> Vec<OrganizationAction> {
        actions(ctx(gql), &self.0)
    }

    /// Invitations to join it, the newest first; to its owners, null to others.
    async fn invitations(&self, gql: &Context<'_>) -> Result<Option<Vec<Invitation>>> {
        let ctx = ctx(gql);
        if !ctx.may(Action::ManageMembers(&self.0)) {
            return Ok(None);
        }
        let rows = invitations::store::of_organization(&ctx.app.db, self.0.id).await?;
        Ok(Some(rows.into_iter().map(Invitation).collect()))
    }

    /// True for demonstration data.
    async fn demonstration(&self) -> bool {
        self.0.demonstration
    }

    /// May post needs.
    async fn posts_needs(&self) -> bool {
        self.0.kind.posts_needs()
    }

    /// May post offers and propose.
    async fn posts_offers(&self) -> bool {
        self.0.kind.posts_offers()
    }

    /// Since when the alliance keeps it out of sight; null while it does not.
    async fn suspended_at(&self) -> Option<DateTime<Utc>> {
        self.0.suspended_at
    }

    /// The decision by which that is so, to be read and appealed; to its members and staff, else null.
    async fn suspension(&self, gql: &Context<'_>) -> Result<Option<Review>> {
        let ctx = ctx(gql);
        if self.0.suspended_at.is_none() || !ctx.may(Action::ViewReviewOf(self.0.id)) {
            return Ok(None);
        }
        let review = moderation::store::suspension_of(&ctx.app.db, self.0.id).await?;
        Ok(review.map(Review))
    }

    /// The organisation that it became part of, if the viewer may see that one.
    async fn merged_into(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        let Some(id) = self.0.merged_into_id else {
            return Ok(None);
        };
        let into = loaders(gql).organization(id).await?;
        let may = ctx(gql).may(Action::ViewOrganization(&into));
        Ok(may.then_some(Organization(into)))
    }

    /// When it came here.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Members: to members of the organisation and staff; null to others.
    async fn members(&self, gql: &Context<'_>) -> Result<Option<Vec<Membership>>> {
        let ctx = ctx(gql);
        if !ctx.may(Action::ViewMembers(&self.0)) {
            return Ok(None);
        }
        let rows = store::members(ctx, self.0.id).await?;
        Ok(Some(rows.into_iter().map(Membership).collect()))
    }

    /// Its published needs, newest first; all of them to its members.
    async fn needs(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Need>> {
        let filter = crate::needs::store::Filter {
            organization_id: Some(self.0.id),
            ..Default::default()
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        crate::needs::store::list(ctx(gql), filter, args)
            .await?
            .connection::<Need>(gql)
            .await
    }

    /// Its published offers, newest first; all of them to its members.
    async fn offers(
        &self,
        gql: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Offer>> {
        let filter = crate::offers::store::Filter {
            organization_id: Some(self.0.id),
            ..Default::default()
        };
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        crate::offers::store::list(ctx(gql), filter, args)
            .await?
            .connection::<Offer>(gql)
            .await
    }
}

impl Listed for Organization {
    type Row = super::Organization;

    fn of(row: Self::Row) -> Self {
        Self(row)
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("domains") {
            loaders
                .fetch_organization_domains(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("certificates") {
            loaders
                .fetch_certificates(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("references") {
            loaders
                .fetch_references(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("responsiveness") {
            loaders
                .fetch_responsiveness(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("verifiedBy") {
            loaders
                .fetch_users(rows.iter().filter_map(|row| row.verified_by))
                .await?;
        }
        Ok(())
    }
}

/// A person's place in an organisation.
pub struct Membership(pub super::Membership);

/// A person's place in an organisation.
#[Object]
impl Membership {
    /// Id.
    async fn id(&self) -> MembershipId {
        self.0.id
    }

    /// Organisation.
    async fn organization(&self, gql: &Context<'_>) -> Result<Organization> {
        loaders(gql)
            .organization(self.0.organization_id)
            .await
            .map(Organization)
            .map_err(Into::into)
    }

    /// Role.
    async fn role(&self) -> MembershipRole {
        self.0.role
    }

    /// Asked for, or in force.
    async fn status(&self) -> MembershipStatus {
        self.0.status
    }

    /// The person's name.
    async fn name(&self, gql: &Context<'_>) -> Result<String> {
        Ok(loaders(gql).user(self.0.user_id).await?.name)
    }
}

/// Questions about organisations.
#[derive(Default)]
pub struct OrganizationQuery;

#[Object]
impl OrganizationQuery {
    /// Organisations that the viewer may see, newest first.
    async fn organizations(
        &self,
        gql: &Context<'_>,
        filter: Option<OrganizationFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Organization>> {
        let ctx = ctx(gql);
        let filter = filter.unwrap_or_default();
        limits::spend_search(ctx, filter.query.as_deref()).await?;
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx, filter.into(), args)
            .await?
            .connection::<Organization>(gql)
            .await
    }

    /// One organisation; of one that became part of another, the other.
    async fn organization(
        &self,
        gql: &Context<'_>,
        id: OrganizationId,
    ) -> Result<Option<Organization>> {
        let ctx = ctx(gql);
        let mut row = store::find(&ctx.app.db, id)
            .await?
            .ok_or_else(Error::not_found)?;
        if let Some(into) = row.merged_into_id {
            row = loaders(gql).organization(into).await?;
        }
        ctx.authorize(Action::ViewOrganization(&row))?;
        Ok(Some(Organization(row)))
    }
}

/// Changes to organisations.
#[derive(Default)]
pub struct OrganizationMutation;

#[Object]
impl OrganizationMutation {
    /// Founds a further organisation; who does owns it. One whose name looks like another's answers
    /// NAME_SIMILAR until that is acknowledged, and is then unseen until the alliance has looked.
    async fn create_organization(
        &self,
        gql: &Context<'_>,
        input: CreateOrganizationInput,
    ) -> Result<OrganizationPayload> {
        let new = input.new_organization.into();
        let row = service::found(ctx(gql), &input.client_key, new).await?;
        Ok(OrganizationPayload {
            organization: Organization(row),
        })
    }

    /// Replaces an organisation's profile; for owners and editors. A change of legal name, kind or code
    /// ends a verification, and the alliance looks again.
    async fn update_organization(
        &self,
        gql: &Context<'_>,
        input: UpdateOrganizationInput,
    ) -> Result<OrganizationPayload> {
        let acknowledged = input.acknowledge_similar_name.unwrap_or_default();
        let (id, version) = (input.organization_id, input.version);
        let profile = input.content.into();
        let row = service::update(ctx(gql), id, version, profile, acknowledged).await?;
        Ok(OrganizationPayload {
            organization: Organization(row),
        })
    }

    /// Lets a person in who asked to join; for the organisation's owners alone.
    async fn approve_membership(
        &self,
        gql: &Context<'_>,
        input: MembershipIdInput,
    ) -> Result<MembershipPayload> {
        let row = service::approve_membership(ctx(gql), input.membership_id).await?;
        Ok(MembershipPayload {
            membership: Membership(row),
        })
    }
}
