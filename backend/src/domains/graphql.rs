//! Domains in the API.

use async_graphql::{Context, Object};

use super::taxonomy;
use super::{AscnArea, DomainKind};
use crate::graphql::ctx;

/// A section of ISO 37122, or a tag across the sections.
pub struct Domain(pub taxonomy::Domain);

/// A section of ISO 37122, or a tag across the sections.
#[Object]
impl Domain {
    /// Short code, such as TRA.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Section or tag.
    async fn kind(&self) -> DomainKind {
        self.0.kind
    }

    /// Vietnamese name.
    async fn name_vi(&self) -> &str {
        &self.0.name_vi
    }

    /// English name.
    async fn name_en(&self) -> &str {
        &self.0.name_en
    }

    /// Focus area of the ASEAN Smart Cities Network; sections only.
    async fn ascn_area(&self) -> Option<AscnArea> {
        self.0.ascn_area
    }
}

/// Questions about domains.
#[derive(Default)]
pub struct DomainQuery;

#[Object]
impl DomainQuery {
    /// All domains: the sections of ISO 37122, then the cross-cutting tags.
    async fn domains(&self, gql: &Context<'_>) -> Vec<Domain> {
        ctx(gql)
            .app
            .taxonomy
            .all()
            .iter()
            .cloned()
            .map(Domain)
            .collect()
    }
}
