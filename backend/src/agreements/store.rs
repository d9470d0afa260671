//! Every query about agreements.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::entity::{AgreementStatus, Column, Entity, Kind, Model, Negotiation, version};
use super::parts::{comment, indicator, measurement, milestone, payment, scan, signature, witness};
use crate::app::Ctx;
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{
    AgreementId, FileId, IndicatorId, MatchId, MilestoneId, NeedId, OrganizationId, PaymentId,
    ProposalId, WitnessId,
};
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;

/// What a list of agreements may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Kind.
    pub kind: Option<Kind>,
    /// Statuses.
    pub statuses: Option<Vec<AgreementStatus>>,
    /// About this need.
    pub need_id: Option<NeedId>,
    /// From this proposal.
    pub proposal_id: Option<ProposalId>,
    /// From this match.
    pub match_id: Option<MatchId>,
    /// With this organisation as a side.
    pub organization_id: Option<OrganizationId>,
    /// Only those of the viewer's organisations.
    pub mine: bool,
}

/// Agreements the viewer may see, the latest first; without `mine` those that everybody may.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let seen = if filter.mine {
        of_sides(ctx.viewer.organizations())
    } else {
        visible::public_agreements()
    };
    let mut query = Entity::find().filter(seen);
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind));
    }
    if let Some(statuses) = filter.statuses {
        query = query.filter(Column::Status.is_in(statuses));
    }
    if let Some(id) = filter.need_id {
        query = query.filter(Column::NeedId.eq(id));
    }
    if let Some(id) = filter.proposal_id {
        query = query.filter(Column::ProposalId.eq(id));
    }
    if let Some(id) = filter.match_id {
        query = query.filter(Column::MatchId.eq(id));
    }
    if let Some(id) = filter.organization_id {
        query = query.filter(of_sides(vec![id]));
    }
    let order = Order {
        column: Column::ListedAt,
        id: Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

fn of_sides(organizations: Vec<OrganizationId>) -> Condition {
    Condition::any()
        .add(Column::OwnerId.is_in(organizations.clone()))
        .add(Column::PartnerId.is_in(organizations))
}

/// Agreements that everybody may see, in the order of their ids, after one: for exports that read all of
/// them a page at a time.
pub async fn public_after(
    db: &impl ConnectionTrait,
    after: Option<AgreementId>,
    most: u64,
) -> Result<Vec<Model>> {
    let mut query = Entity::find().filter(visible::public_agreements());
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    Ok(query.order_by_asc(Column::Id).limit(most).all(db).await?)
}

/// Agreements about these needs that everybody may see, the oldest first.
pub async fn public_of_needs(db: &impl ConnectionTrait, needs: &[NeedId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(visible::public_agreements())
        .filter(Column::NeedId.is_in(needs.iter().copied()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// Agreements that came from a proposal or a match and are not over, whoever may see them.
pub async fn begun_from(
    db: &impl ConnectionTrait,
    proposal: Option<ProposalId>,
    found: Option<MatchId>,
) -> Result<Vec<Model>> {
    let source = Condition::any()
        .add_option(proposal.map(|id| Column::ProposalId.eq(id)))
        .add_option(found.map(|id| Column::MatchId.eq(id)));
    Ok(Entity::find()
        .filter(source)
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// Agreements about a need.
pub async fn of_need(db: &impl ConnectionTrait, need: NeedId) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::NeedId.eq(need));
    Ok(query.order_by_asc(Column::Id).all(db).await?)
}

/// Agreements of an organisation with itself that are not over: two that became one.
pub async fn lock_with_itself(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::OwnerId.eq(id))
        .filter(Column::PartnerId.eq(id))
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// Gives everything of one organisation to another.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    for column in [Column::OwnerId, Column::PartnerId] {
        Entity::update_many()
            .col_expr(column, Expr::value(into))
            .filter(column.eq(from))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// The agreement with this id.
pub async fn find(db: &impl ConnectionTrait, id: AgreementId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The agreement with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: AgreementId) -> Result<Model> {
    for_update(Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Adds an agreement.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves an agreement as it is, if nobody else has since the caller read it; raises its version.
pub async fn update(db: &impl ConnectionTrait, mut row: Model) -> Result<Model> {
    let read = row.version;
    row.version += 1;
    let saved = Entity::update_many()
        .set(row.clone().into_active_model().reset_all())
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(read))
        .exec(db)
        .await?;
    if saved.rows_affected == 1 {
        Ok(row)
    } else {
        Err(Error::stale())
    }
}

/// Versions of these agreements, in their order.
pub async fn versions_of(
    db: &impl ConnectionTrait,
    ids: &[AgreementId],
) -> Result<Vec<version::Model>> {
    Ok(version::Entity::find()
        .filter(version::Column::AgreementId.is_in(ids.iter().copied()))
        .order_by_asc(version::Column::AgreementId)
        .order_by_asc(version::Column::Number)
        .all(db)
        .await?)
}

/// One version.
pub async fn find_version(
    db: &impl ConnectionTrait,
    id: AgreementId,
    number: i32,
) -> Result<Option<version::Model>> {
    Ok(version::Entity::find_by_id((id, number)).one(db).await?)
}

/// The version with this hash.
pub async fn find_by_hash(db: &impl ConnectionTrait, hash: &str) -> Result<Option<version::Model>> {
    let query = version::Entity::find().filter(version::Column::Hash.eq(hash));
    Ok(query.one(db).await?)
}

/// Adds a version, or replaces one that was not proposed yet. The agreement is locked.
pub async fn save_version(db: &impl ConnectionTrait, row: version::Model) -> Result<()> {
    use version::Column as C;
    let again = OnConflict::columns([C::AgreementId, C::Number])
        .update_columns([
            C::Side,
            C::Canonical,
            C::Hash,
            C::Message,
            C::WrittenBy,
            C::ProposedAt,
            C::OwnerAcceptedAt,
            C::OwnerAcceptedBy,
            C::PartnerAcceptedAt,
            C::PartnerAcceptedBy,
        ])
        .to_owned();
    version::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Removes what was not proposed. The agreement is locked.
pub async fn delete_draft(db: &impl ConnectionTrait, id: AgreementId) -> Result<()> {
    version::Entity::delete_many()
        .filter(version::Column::AgreementId.eq(id))
        .filter(version::Column::ProposedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Signatures of what is signed now mean nothing any more.
pub async fn void_signatures(
    db: &impl ConnectionTrait,
    id: AgreementId,
    number: i32,
    at: DateTime<Utc>,
) -> Result<()> {
    signature::Entity::update_many()
        .col_expr(signature::Column::VoidedAt, Expr::value(at))
        .filter(signature::Column::AgreementId.eq(id))
        .filter(signature::Column::Number.eq(number))
        .filter(signature::Column::VoidedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// The scan that shows a file.
pub async fn find_scan(db: &impl ConnectionTrait, file: FileId) -> Result<Option<scan::Model>> {
    let query = scan::Entity::find().filter(scan::Column::FileId.eq(file));
    Ok(query.one(db).await?)
}

/// The milestone that a file shows to be reached.
pub async fn find_evidenced(
    db: &impl ConnectionTrait,
    file: FileId,
) -> Result<Option<milestone::Model>> {
    let query = milestone::Entity::find().filter(milestone::Column::EvidenceId.eq(file));
    Ok(query.one(db).await?)
}

/// Removes a witness.
pub async fn delete_witness(db: &impl ConnectionTrait, id: WitnessId) -> Result<()> {
    witness::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// True when another agreement about a need is in force.
pub async fn another_in_force(
    db: &impl ConnectionTrait,
    need: NeedId,
    than: AgreementId,
) -> Result<bool> {
    let query = Entity::find()
        .filter(Column::NeedId.eq(need))
        .filter(Column::Id.ne(than))
        .filter(Column::Status.eq(AgreementStatus::Active));
    Ok(query.one(db).await?.is_some())
}

/// True when a text is being drafted or signed that came from the same proposal or match.
pub async fn negotiated_from(
    db: &impl ConnectionTrait,
    proposal: Option<ProposalId>,
    found: Option<MatchId>,
) -> Result<bool> {
    let rows = begun_from(db, proposal, found).await?;
    let open = |row: &Model| {
        row.signed_at.is_none()
            && row.status != AgreementStatus::Cancelled
            && row.negotiation != Negotiation::Settled
    };
    Ok(rows.iter().any(open))
}

macro_rules! parts {
    ($($(#[$doc:meta])* $of:ident, $insert:ident: $part:ident by $order:ident;)*) => {
        $(
            $(#[$doc])*
            pub async fn $of(
                db: &impl ConnectionTrait,
                ids: &[AgreementId],
            ) -> Result<Vec<$part::Model>> {
                Ok($part::Entity::find()
                    .filter($part::Column::AgreementId.is_in(ids.iter().copied()))
                    .order_by_asc($part::Column::$order)
                    .order_by_asc($part::Column::Id)
                    .all(db)
                    .await?)
            }

            /// Adds one.
            pub async fn $insert(db: &impl ConnectionTrait, row: $part::Model) -> Result<()> {
                $part::Entity::insert(row.into_active_model().reset_all())
                    .exec_without_returning(db)
                    .await?;
                Ok(())
            }
        )*
    };
}

parts! {
    /// Signatures of these agreements.
    signatures_of, insert_signature: signature by SignedAt;
    /// Witnesses of these agreements.
    witnesses_of, insert_witness: witness by Id;
    /// Comments of these agreements.
    comments_of, insert_comment: comment by Id;
    /// Scans of these agreements.
    scans_of, insert_scan: scan by Id;
    /// Milestones of these agreements.
    milestones_of, insert_milestone: milestone by Position;
    /// Indicators of these agreements.
    indicators_of, insert_indicator: indicator by Position;
    /// Measurements of these agreements.
    measurements_of, insert_measurement: measurement by MeasuredOn;
    /// Payments of these agreements.
    payments_of, insert_payment: payment by GivenOn;
}

macro_rules! singly {
    ($($(#[$doc:meta])* $find:ident, $update:ident: $part:ident by $id:ty;)*) => {
        $(
            $(#[$doc])*
            pub async fn $find(
                db: &impl ConnectionTrait,
                id: $id,
            ) -> Result<Option<$part::Model>> {
                Ok($part::Entity::find_by_id(id).one(db).await?)
            }

            /// Saves it; the agreement is locked.
            pub async fn $update(db: &impl ConnectionTrait, row: $part::Model) -> Result<()> {
                let id = row.id;
                $part::Entity::update_many()
                    .set(row.into_active_model().reset_all())
                    .filter($part::Column::Id.eq(id))
                    .exec(db)
                    .await?;
                Ok(())
            }
        )*
    };
}

singly! {
    /// One milestone.
    find_milestone, update_milestone: milestone by MilestoneId;
    /// One indicator.
    find_indicator, update_indicator: indicator by IndicatorId;
    /// One payment.
    find_payment, update_payment: payment by PaymentId;
    /// One witness.
    find_witness, update_witness: witness by WitnessId;
}
