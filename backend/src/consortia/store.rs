//! Every query about consortia.

use std::collections::HashSet;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};

use super::MemberStatus;
use super::entity::{Column, Entity, Model};
use crate::db::for_update;
use crate::error::{Error, Result};
use crate::ids::{ConsortiumMemberId, NeedId, OrganizationId, ProposalId};
use crate::proposals::{ProposalStatus, entity as proposals};

/// Those who were asked into these proposals, in the order in which they were.
pub async fn of_proposals(db: &impl ConnectionTrait, ids: &[ProposalId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::ProposalId.is_in(ids.iter().copied()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?)
}

/// The member with this id.
pub async fn find(db: &impl ConnectionTrait, id: ConsortiumMemberId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// As [`of_proposals`], of one, locked until the transaction ends.
pub async fn lock_of(db: &impl ConnectionTrait, id: ProposalId) -> Result<Vec<Model>> {
    let query = Entity::find()
        .filter(Column::ProposalId.eq(id))
        .order_by_asc(Column::Id);
    Ok(for_update(query, db).all(db).await?)
}

/// Invitations that these organisations have not answered, the last first.
pub async fn waiting_for(db: &impl ConnectionTrait, ids: &[OrganizationId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::OrganizationId.is_in(ids.iter().copied()))
        .filter(Column::Status.eq(MemberStatus::Invited))
        .order_by_desc(Column::Id)
        .all(db)
        .await?)
}

/// Adds a member.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Saves a member that the caller has locked.
pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::update_many()
        .filter(Column::Id.eq(row.id))
        .set(row.into_active_model().reset_all())
        .exec(db)
        .await
        .map(drop)
        .map_err(Error::from)
}

/// Of these organisations, those that take part in another proposal for the need than this one: that wrote
/// one of their own, or propose together with somebody. What was taken back does not count.
pub async fn rivals(
    db: &impl ConnectionTrait,
    need: NeedId,
    besides: ProposalId,
    ids: &[OrganizationId],
) -> Result<HashSet<OrganizationId>> {
    let others = proposals::Entity::find()
        .filter(proposals::Column::NeedId.eq(need))
        .filter(proposals::Column::Id.ne(besides))
        .filter(proposals::Column::Status.ne(ProposalStatus::Withdrawn))
        .all(db)
        .await?;
    let bidders: HashSet<_> = others.iter().flat_map(proposals::Model::bidders).collect();
    Ok(ids
        .iter()
        .copied()
        .filter(|id| bidders.contains(id))
        .collect())
}

/// What one organisation takes part in or was asked into and has not ended, locked.
pub async fn lock_of_organization(
    db: &impl ConnectionTrait,
    id: OrganizationId,
) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::OrganizationId.eq(id)).filter(
        Condition::any()
            .add(Column::Status.eq(MemberStatus::Invited))
            .add(Column::Status.eq(MemberStatus::Accepted)),
    );
    Ok(for_update(query, db).all(db).await?)
}

/// Needs for which an organisation proposes together with others, or was asked to.
pub async fn needs_of(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<NeedId>> {
    let rows = Entity::find()
        .filter(Column::OrganizationId.eq(id))
        .all(db)
        .await?;
    let ids = rows.into_iter().map(|row| row.proposal_id);
    let proposals = proposals::Entity::find()
        .filter(proposals::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(proposals.into_iter().map(|row| row.need_id).collect())
}
