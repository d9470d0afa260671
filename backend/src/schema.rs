//! The schema: the features' roots in one.

use async_graphql::{MergedObject, MergedSubscription};

use crate::accounts::graphql::{AccountMutation, AccountQuery};
use crate::addenda::graphql::{AddendumMutation, AddendumQuery};
use crate::agreements::graphql::{AgreementMutation, AgreementQuery};
use crate::alliance::graphql::AllianceMutation;
use crate::audit::graphql::AuditQuery;
use crate::clarifications::graphql::{ClarificationMutation, ClarificationQuery};
use crate::config::Config;
use crate::consortia::graphql::{ConsortiumMutation, ConsortiumQuery};
use crate::credentials::graphql::CredentialMutation;
use crate::domains::graphql::DomainQuery;
use crate::engine::graphql::EngineQuery;
use crate::evaluations::graphql::{EvaluationMutation, EvaluationQuery};
use crate::interests::graphql::{InterestMutation, InterestQuery};
use crate::invitations::graphql::{InvitationMutation, InvitationQuery};
use crate::joint_calls::graphql::{JointCallMutation, JointCallQuery};
use crate::mail::graphql::{MailMutation, MailQuery};
use crate::market::graphql::MarketQuery;
use crate::matches::graphql::{MatchMutation, MatchQuery, MatchSubscription};
use crate::members::graphql::MemberMutation;
use crate::moderation::graphql::{ModerationMutation, ModerationQuery};
use crate::need_lint::graphql::{NeedLintMutation, NeedLintQuery};
use crate::need_templates::graphql::TemplateQuery;
use crate::needs::graphql::{NeedMutation, NeedQuery};
use crate::offers::graphql::{OfferMutation, OfferQuery};
use crate::openings::graphql::{OpeningMutation, OpeningQuery};
use crate::organizations::graphql::{OrganizationMutation, OrganizationQuery};
use crate::places::graphql::PlaceQuery;
use crate::portfolio::graphql::PortfolioMutation;
use crate::proposals::graphql::{ProposalMutation, ProposalQuery};
use crate::researchers::graphql::{ResearcherMutation, ResearcherQuery};
use crate::routes::graphql::RouteQuery;
use crate::saved_searches::graphql::{SavedSearchMutation, SavedSearchQuery};
use crate::search::graphql::SearchQuery;
use crate::sessions::graphql::{SessionMutation, SessionQuery};
use crate::staff::graphql::{StaffMutation, StaffQuery};
use crate::statistics::{ErrorCodes, StatisticsQuery};
use crate::taxonomies::graphql::TaxonomyMutation;
use crate::verification::graphql::VerificationMutation;
use crate::weights::graphql::WeightsMutation;

// In groups: the macro answers one nested future for each member, and a debug build of one long
// list would need more stack than a thread has.

/// Who somebody is, and what the alliance's own people look after.
#[derive(MergedObject, Default)]
pub struct PeopleQuery(
    AccountQuery,
    SessionQuery,
    OrganizationQuery,
    InvitationQuery,
    ResearcherQuery,
    ModerationQuery,
    StaffQuery,
    MailQuery,
    AuditQuery,
);

/// What is needed, offered, found and matched.
#[derive(MergedObject, Default)]
pub struct MarketplaceQuery(
    StatisticsQuery,
    ErrorCodes,
    PlaceQuery,
    DomainQuery,
    NeedQuery,
    OfferQuery,
    MatchQuery,
    JointCallQuery,
    SearchQuery,
    SavedSearchQuery,
    EngineQuery,
    MarketQuery,
);

/// A need, well formed: checks, questions, addenda.
#[derive(MergedObject, Default)]
pub struct FormQuery(
    NeedLintQuery,
    TemplateQuery,
    ClarificationQuery,
    AddendumQuery,
    RouteQuery,
);

/// From the proposal on.
#[derive(MergedObject, Default)]
pub struct ProcedureQuery(
    InterestQuery,
    ProposalQuery,
    ConsortiumQuery,
    OpeningQuery,
    EvaluationQuery,
    AgreementQuery,
);

/// Everything that can be asked.
#[derive(MergedObject, Default)]
pub struct Query(PeopleQuery, MarketplaceQuery, FormQuery, ProcedureQuery);

/// Who somebody is, and what the alliance's own people look after.
#[derive(MergedObject, Default)]
pub struct PeopleMutation(
    AccountMutation,
    SessionMutation,
    CredentialMutation,
    OrganizationMutation,
    MemberMutation,
    InvitationMutation,
    PortfolioMutation,
    VerificationMutation,
    AllianceMutation,
    ResearcherMutation,
    ModerationMutation,
    StaffMutation,
    MailMutation,
);

/// What is needed, offered, found and matched.
#[derive(MergedObject, Default)]
pub struct MarketplaceMutation(
    SavedSearchMutation,
    NeedMutation,
    OfferMutation,
    MatchMutation,
    JointCallMutation,
    WeightsMutation,
    TaxonomyMutation,
);

/// A need, well formed: checks, questions, addenda.
#[derive(MergedObject, Default)]
pub struct FormMutation(NeedLintMutation, ClarificationMutation, AddendumMutation);

/// From the proposal on.
#[derive(MergedObject, Default)]
pub struct ProcedureMutation(
    InterestMutation,
    ProposalMutation,
    ConsortiumMutation,
    OpeningMutation,
    EvaluationMutation,
    AgreementMutation,
);

/// Everything that can be done.
#[derive(MergedObject, Default)]
pub struct Mutation(
    PeopleMutation,
    MarketplaceMutation,
    FormMutation,
    ProcedureMutation,
);

/// Everything that can be heard.
#[derive(MergedSubscription, Default)]
pub struct Subscription(MatchSubscription);

/// The schema.
pub type Schema = async_graphql::Schema<Query, Mutation, Subscription>;

/// The schema with its bounds. The door in `http::admission` measures operations first; the
/// library's own limits stand behind it.
pub fn build(config: &Config) -> Schema {
    let builder = Schema::build(
        Query::default(),
        Mutation::default(),
        Subscription::default(),
    )
    // Hints would spell out names that a viewer did not know.
    .disable_suggestions()
    .limit_directives(10)
    .limit_recursive_depth(64);
    if config.introspection {
        builder.finish()
    } else {
        builder.disable_introspection().finish()
    }
}

/// The schema in its definition language, in a fixed order.
pub fn sdl(schema: &Schema) -> String {
    let options = async_graphql::SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items()
        .prefer_single_line_descriptions();
    schema.sdl_with_options(options)
}
