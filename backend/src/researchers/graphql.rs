//! Researchers in the API.

use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};

use super::inputs::{ResearcherFilter, UpdateResearcherInput};
use super::{service, store};
use crate::app::Ctx;
use crate::domains::graphql::Domain;
use crate::graphql::{Result, ctx};
use crate::ids::ResearcherId;
use crate::limits::{self, Limit};
use crate::loaders::{Ahead, Listed, Loaders, loaders};
use crate::organizations::graphql::Organization;
use crate::paging::{List, PageArgs};
use crate::policy::Action;
use crate::text::BilingualText;

/// An expert, as she describes herself; with whether that is public, where it is known.
pub struct Researcher(pub super::Researcher, Option<bool>);

impl Researcher {
    /// One that everybody may see.
    pub fn of_everybody(row: super::Researcher) -> Self {
        Self(row, Some(true))
    }
}

/// Something that was published.
#[derive(SimpleObject)]
pub struct Publication {
    /// Title.
    title: String,
    /// Year.
    year: i32,
    /// Journal, conference or publisher.
    venue: Option<String>,
    /// Digital Object Identifier.
    doi: Option<String>,
    /// Where one can read it.
    url: Option<String>,
}

/// An expert, as she describes herself.
#[Object]
impl Researcher {
    /// Id.
    async fn id(&self) -> ResearcherId {
        self.0.id
    }

    /// Name as given.
    async fn name(&self, gql: &Context<'_>) -> Result<String> {
        Ok(loaders(gql).user(self.0.user_id).await?.name)
    }

    /// In one line.
    async fn headline(&self) -> &BilingualText {
        &self.0.headline
    }

    /// In full.
    async fn biography(&self) -> &BilingualText {
        &self.0.biography
    }

    /// Where she works, if it is here and the viewer may see it.
    async fn organization(&self, gql: &Context<'_>) -> Result<Option<Organization>> {
        let Some(id) = self.0.organization_id else {
            return Ok(None);
        };
        let row = loaders(gql).organization(id).await?;
        let may = ctx(gql).may(Action::ViewOrganization(&row));
        Ok(may.then_some(Organization(row)))
    }

    /// Where she works, in her words.
    async fn affiliation(&self) -> Option<&str> {
        self.0.affiliation.as_deref()
    }

    /// ORCID iD, as she gives it; its checksum is right.
    async fn orcid(&self) -> Option<&str> {
        self.0.orcid.as_deref()
    }

    /// Domains.
    async fn domains(&self, gql: &Context<'_>) -> Result<Vec<Domain>> {
        let codes = loaders(gql).researcher_domains(self.0.id).await?;
        let taxonomy = &ctx(gql).app.taxonomy;
        Ok(codes
            .iter()
            .filter_map(|code| taxonomy.get(code))
            .cloned()
            .map(Domain)
            .collect())
    }

    /// What she knows, in her words.
    async fn keywords(&self) -> &[String] {
        &self.0.keywords.0
    }

    /// What she published, the latest first.
    async fn publications(&self) -> Vec<Publication> {
        let all = self.0.publications.0.iter().cloned();
        all.map(|one| Publication {
            title: one.title,
            year: one.year,
            venue: one.venue,
            doi: one.doi,
            url: one.url,
        })
        .collect()
    }

    /// Languages as ISO 639-1 codes.
    async fn languages(&self, gql: &Context<'_>) -> Result<Vec<String>> {
        Ok(loaders(gql).researcher_languages(self.0.id).await?)
    }

    /// May be asked to evaluate.
    async fn evaluator(&self) -> bool {
        self.0.evaluator
    }

    /// May be asked to join a consortium.
    async fn consortium_partner(&self) -> bool {
        self.0.consortium_partner
    }

    /// Interests that could conflict, as she declares them; null to who is not signed in.
    async fn interests(&self, gql: &Context<'_>) -> Option<&str> {
        ctx(gql).viewer.user()?;
        self.0.interests.as_deref()
    }

    /// Everybody sees it: its person consents.
    async fn public(&self, gql: &Context<'_>) -> Result<bool> {
        match self.1 {
            Some(public) => Ok(public),
            None => Ok(store::is_public(&ctx(gql).app.db, self.0.id).await?),
        }
    }

    /// Raised by one at each change; send it back when you update.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// True for demonstration data.
    async fn demonstration(&self) -> bool {
        self.0.demonstration
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }
}

impl Listed for Researcher {
    type Row = super::Researcher;

    fn of(row: Self::Row) -> Self {
        // Lists hold nothing else.
        Self(row, Some(true))
    }

    async fn fetch_ahead(
        rows: &[&Self::Row],
        ahead: &Ahead<'_>,
        loaders: &Loaders,
    ) -> crate::error::Result<()> {
        if ahead.asks("name") {
            loaders
                .fetch_users(rows.iter().map(|row| row.user_id))
                .await?;
        }
        if ahead.asks("organization") {
            loaders
                .fetch_organizations(rows.iter().filter_map(|row| row.organization_id))
                .await?;
        }
        if ahead.asks("domains") {
            loaders
                .fetch_researcher_domains(rows.iter().map(|row| row.id))
                .await?;
        }
        if ahead.asks("languages") {
            loaders
                .fetch_researcher_languages(rows.iter().map(|row| row.id))
                .await?;
        }
        Ok(())
    }
}

/// The viewer's own profile, public or not.
pub async fn of_viewer(ctx: &Ctx) -> Result<Option<Researcher>> {
    let Some(user) = ctx.viewer.user() else {
        return Ok(None);
    };
    let row = store::of_user(&ctx.app.db, user).await?;
    Ok(row.map(|row| Researcher(row, None)))
}

/// The profile after the change.
#[derive(SimpleObject)]
pub struct ResearcherPayload {
    /// The profile.
    researcher: Researcher,
}

/// A profile that is no more.
#[derive(SimpleObject)]
pub struct RemovedResearcherPayload {
    /// Always true.
    removed: bool,
}

/// Questions about researchers.
#[derive(Default)]
pub struct ResearcherQuery;

#[Object]
impl ResearcherQuery {
    /// Researchers whose profile is public, newest first.
    async fn researchers(
        &self,
        gql: &Context<'_>,
        filter: Option<ResearcherFilter>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<List<Researcher>> {
        let ctx = ctx(gql);
        let filter = filter.unwrap_or_default();
        if filter.query.is_some() {
            limits::spend(ctx, Limit::Search, &ctx.client.address).await?;
        }
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        store::list(ctx, filter.into(), args)
            .await?
            .connection::<Researcher>(gql)
            .await
    }

    /// One researcher; one's own also while it is not public.
    async fn researcher(&self, gql: &Context<'_>, id: ResearcherId) -> Result<Option<Researcher>> {
        let (row, public) = service::read(ctx(gql), id).await?;
        Ok(Some(Researcher(row, Some(public))))
    }
}

/// Changes to researchers.
#[derive(Default)]
pub struct ResearcherMutation;

#[Object]
impl ResearcherMutation {
    /// Writes one's own profile. Others see it only with one's consent to a public profile
    /// (`setConsent`).
    async fn update_researcher(
        &self,
        gql: &Context<'_>,
        input: UpdateResearcherInput,
    ) -> Result<ResearcherPayload> {
        let row = service::update(ctx(gql), input.version, input.content.into()).await?;
        Ok(ResearcherPayload {
            researcher: Researcher(row, None),
        })
    }

    /// Removes one's own profile.
    async fn remove_researcher(&self, gql: &Context<'_>) -> Result<RemovedResearcherPayload> {
        service::remove(ctx(gql)).await?;
        Ok(RemovedResearcherPayload { removed: true })
    }
}
