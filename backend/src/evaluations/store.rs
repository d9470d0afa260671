//! Every query about evaluations.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::conflicts::Dealings;
use super::entity::{
    self, Column, Entity, Model, agreed, bid, criterion, disclosure, member, review, score,
};
use crate::audit::entity as audit;
use crate::db::{for_update, is_unique_violation};
use crate::error::{Error, Result};
use crate::ids::{NeedId, OrganizationId, OutcomeReviewId, PanelMemberId, ProposalId, UserId};
use crate::matches::{MatchStatus, entity as matches};
use crate::needs::entity as needs;
use crate::organizations::organization;
use crate::proposals::{ProposalStatus, entity as proposals};
use crate::text::say;

/// The evaluation of a need.
pub async fn find(db: &impl ConnectionTrait, id: NeedId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The evaluation of a need, locked until the transaction ends; its need is locked before it.
pub async fn lock(db: &impl ConnectionTrait, id: NeedId) -> Result<Option<Model>> {
    Ok(for_update(Entity::find_by_id(id), db).one(db).await?)
}

/// Evaluations in whose panel a person is or was, latest first.
pub async fn of_person(db: &impl ConnectionTrait, user: UserId, most: u64) -> Result<Vec<Model>> {
    let mut seats = Query::select();
    seats
        .column(member::Column::NeedId)
        .from(member::Entity)
        .and_where(member::Column::UserId.eq(user))
        .and_where(member::Column::Status.ne(entity::MemberStatus::Removed));
    Ok(Entity::find()
        .filter(Column::NeedId.in_subquery(seats))
        .order_by_desc(Column::UpdatedAt)
        .limit(most)
        .all(db)
        .await?)
}

/// Adds an evaluation.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves an evaluation that the caller has locked; raises its version.
pub async fn update(db: &impl ConnectionTrait, mut row: Model) -> Result<Model> {
    row.version += 1;
    Entity::update_many()
        .set(row.clone().into_active_model().reset_all())
        .filter(Column::NeedId.eq(row.need_id))
        .exec(db)
        .await?;
    Ok(row)
}

/// Says whether the need's owner is kept from who bid what. What the need says is the same, so its version
/// is, too.
pub async fn set_masked(db: &impl ConnectionTrait, id: NeedId, masked: bool) -> Result<()> {
    needs::Entity::update_many()
        .col_expr(needs::Column::BiddersMasked, Expr::value(masked))
        .filter(needs::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Criteria of a need, in their order.
pub async fn criteria(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<criterion::Model>> {
    Ok(criterion::Entity::find()
        .filter(criterion::Column::NeedId.eq(id))
        .order_by_asc(criterion::Column::Position)
        .all(db)
        .await?)
}

/// Criteria of these needs, each need's in their order.
pub async fn criteria_of(
    db: &impl ConnectionTrait,
    ids: &[NeedId],
) -> Result<Vec<criterion::Model>> {
    Ok(criterion::Entity::find()
        .filter(criterion::Column::NeedId.is_in(ids.iter().copied()))
        .order_by_asc(criterion::Column::Position)
        .all(db)
        .await?)
}

/// Those of these needs that have criteria.
pub async fn with_criteria(db: &impl ConnectionTrait, ids: &[NeedId]) -> Result<Vec<NeedId>> {
    Ok(criterion::Entity::find()
        .select_only()
        .column(criterion::Column::NeedId)
        .distinct()
        .filter(criterion::Column::NeedId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?)
}

/// Replaces the criteria of a need.
pub async fn set_criteria(
    db: &impl ConnectionTrait,
    id: NeedId,
    rows: Vec<criterion::Model>,
) -> Result<()> {
    criterion::Entity::delete_many()
        .filter(criterion::Column::NeedId.eq(id))
        .exec(db)
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    criterion::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Members of a panel, in the order of their invitations.
pub async fn members(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<member::Model>> {
    Ok(member::Entity::find()
        .filter(member::Column::NeedId.eq(id))
        .order_by_asc(member::Column::Id)
        .all(db)
        .await?)
}

/// One member.
pub async fn member(db: &impl ConnectionTrait, id: PanelMemberId) -> Result<Option<member::Model>> {
    Ok(member::Entity::find_by_id(id).one(db).await?)
}

/// Adds a member; a person sits in a panel once.
pub async fn insert_member(db: &impl ConnectionTrait, row: member::Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    match member::Entity::insert(row).exec_without_returning(db).await {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(Error::conflict(say(
            "Người này đã được mời vào tổ đánh giá của nhu cầu này.",
            "This person was invited to this need's panel already.",
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Saves a member; the evaluation is locked.
pub async fn update_member(db: &impl ConnectionTrait, row: member::Model) -> Result<()> {
    let id = row.id;
    member::Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(member::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// What these members disclosed.
pub async fn disclosures(
    db: &impl ConnectionTrait,
    members: &[PanelMemberId],
) -> Result<Vec<disclosure::Model>> {
    Ok(disclosure::Entity::find()
        .filter(disclosure::Column::MemberId.is_in(members.iter().copied()))
        .order_by_asc(disclosure::Column::DisclosedAt)
        .all(db)
        .await?)
}

/// Adds what a member disclosed, or says it anew.
pub async fn disclose(db: &impl ConnectionTrait, row: disclosure::Model) -> Result<()> {
    use disclosure::Column as C;
    let again = OnConflict::columns([C::MemberId, C::ProposalId, C::Kind])
        .update_columns([C::Reason, C::DisclosedAt])
        .to_owned();
    disclosure::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The bids of an evaluation, in the order of their letters.
pub async fn bids(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<bid::Model>> {
    Ok(bid::Entity::find()
        .filter(bid::Column::NeedId.eq(id))
        .order_by_asc(bid::Column::Place)
        .all(db)
        .await?)
}

/// Adds the bids of an evaluation.
pub async fn insert_bids(db: &impl ConnectionTrait, rows: Vec<bid::Model>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    bid::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves a bid; the evaluation is locked.
pub async fn update_bid(db: &impl ConnectionTrait, row: bid::Model) -> Result<()> {
    let id = row.proposal_id;
    bid::Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(bid::Column::ProposalId.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Scores of these members.
pub async fn scores(
    db: &impl ConnectionTrait,
    members: &[PanelMemberId],
) -> Result<Vec<score::Model>> {
    Ok(score::Entity::find()
        .filter(score::Column::MemberId.is_in(members.iter().copied()))
        .order_by_asc(score::Column::MemberId)
        .all(db)
        .await?)
}

/// Adds a score, or changes it.
pub async fn save_score(db: &impl ConnectionTrait, row: score::Model) -> Result<()> {
    use score::Column as C;
    let again = OnConflict::columns([C::MemberId, C::ProposalId, C::CriterionId])
        .update_columns([C::Score, C::Comment, C::Version, C::UpdatedAt])
        .to_owned();
    score::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// What the panel agreed on these bids.
pub async fn agreed(
    db: &impl ConnectionTrait,
    proposals: &[ProposalId],
) -> Result<Vec<agreed::Model>> {
    Ok(agreed::Entity::find()
        .filter(agreed::Column::ProposalId.is_in(proposals.iter().copied()))
        .order_by_asc(agreed::Column::Round)
        .all(db)
        .await?)
}

/// Adds what the panel agreed, or changes it.
pub async fn save_agreed(db: &impl ConnectionTrait, row: agreed::Model) -> Result<()> {
    use agreed::Column as C;
    let again = OnConflict::columns([C::ProposalId, C::CriterionId, C::Round])
        .update_columns([C::Score, C::Note, C::AgreedBy, C::AgreedAt])
        .to_owned();
    agreed::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(again)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A request to review an outcome.
pub async fn review(
    db: &impl ConnectionTrait,
    id: OutcomeReviewId,
) -> Result<Option<review::Model>> {
    Ok(review::Entity::find_by_id(id).one(db).await?)
}

/// As [`review`], locked until the transaction ends.
pub async fn lock_review(db: &impl ConnectionTrait, id: OutcomeReviewId) -> Result<review::Model> {
    for_update(review::Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// The request of a bidder.
pub async fn review_of(db: &impl ConnectionTrait, id: ProposalId) -> Result<Option<review::Model>> {
    Ok(review::Entity::find()
        .filter(review::Column::ProposalId.eq(id))
        .one(db)
        .await?)
}

/// Requests that bidders of a need made, oldest first.
pub async fn reviews_of_need(db: &impl ConnectionTrait, id: NeedId) -> Result<Vec<review::Model>> {
    Ok(review::Entity::find()
        .filter(review::Column::NeedId.eq(id))
        .order_by_asc(review::Column::Id)
        .all(db)
        .await?)
}

/// Requests: those that wait first by their date, then the latest.
pub async fn reviews(
    db: &impl ConnectionTrait,
    waiting: bool,
    most: u64,
) -> Result<Vec<review::Model>> {
    let query = review::Entity::find();
    let query = if waiting {
        query
            .filter(review::Column::DecidedAt.is_null())
            .order_by_asc(review::Column::DueAt)
    } else {
        query
            .filter(review::Column::DecidedAt.is_not_null())
            .order_by_desc(review::Column::DecidedAt)
    };
    Ok(query
        .order_by_asc(review::Column::Id)
        .limit(most)
        .all(db)
        .await?)
}

/// Adds a request; a bidder asks once.
pub async fn insert_review(db: &impl ConnectionTrait, row: review::Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    match review::Entity::insert(row).exec_without_returning(db).await {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(Error::conflict(say(
            "Bạn đã đề nghị xem xét lại kết quả này; mỗi bên dự đề nghị một lần.",
            "You have asked for a review of this outcome already; a bidder asks once.",
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Saves a request that the caller has locked.
pub async fn update_review(db: &impl ConnectionTrait, row: review::Model) -> Result<()> {
    let id = row.id;
    review::Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(review::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Who left these organisations since a moment, from the records: (whom, person, when). The person stands in
/// the record's detail.
pub async fn departures(
    db: &impl ConnectionTrait,
    from: &[OrganizationId],
    since: DateTime<Utc>,
) -> Result<Vec<(OrganizationId, String, DateTime<Utc>)>> {
    let subjects = from.iter().map(ToString::to_string);
    let rows = audit::Entity::find()
        .filter(audit::Column::SubjectKind.eq("organization"))
        .filter(audit::Column::SubjectId.is_in(subjects))
        .filter(audit::Column::Action.is_in(["membership.left", "membership.removed"]))
        .filter(audit::Column::At.gt(since))
        .all(db)
        .await?;
    let read = |row: audit::Model| Some((row.subject_id.parse().ok()?, row.detail, row.at));
    Ok(rows.into_iter().filter_map(read).collect())
}

/// How members' organisations and bidders have dealt with each other before this need.
pub async fn dealings(
    db: &impl ConnectionTrait,
    need: NeedId,
    ours: &[OrganizationId],
    bidders: &[OrganizationId],
) -> Result<Dealings> {
    let both: BTreeSet<OrganizationId> = ours.iter().chain(bidders).copied().collect();
    let within = || both.iter().copied();
    let merged = organization::Entity::find()
        .filter(organization::Column::MergedIntoId.is_not_null())
        .filter(
            Condition::any()
                .add(organization::Column::Id.is_in(within()))
                .add(organization::Column::MergedIntoId.is_in(within())),
        )
        .all(db)
        .await?;
    let needs_of: Vec<(NeedId, OrganizationId)> = needs::Entity::find()
        .select_only()
        .columns([needs::Column::Id, needs::Column::OrganizationId])
        .filter(needs::Column::OrganizationId.is_in(within()))
        .into_tuple()
        .all(db)
        .await?;
    let mut theirs = Query::select();
    theirs
        .column(needs::Column::Id)
        .from(needs::Entity)
        .and_where(needs::Column::OrganizationId.is_in(within()))
        .and_where(needs::Column::Id.ne(need));
    let selected = proposals::Entity::find()
        .filter(proposals::Column::Status.eq(ProposalStatus::Selected))
        .filter(proposals::Column::OrganizationId.is_in(within()))
        .filter(proposals::Column::NeedId.in_subquery(theirs))
        .all(db)
        .await?;
    let matched = matches::Entity::find()
        .filter(matches::Column::Status.eq(MatchStatus::Mutual))
        .filter(matches::Column::NeedId.ne(need))
        .filter(matches::Column::NeedOrganizationId.is_in(within()))
        .filter(matches::Column::OfferOrganizationId.is_in(within()))
        .all(db)
        .await?;
    let owner = |id: NeedId| {
        needs_of
            .iter()
            .find(|(need, _)| *need == id)
            .map(|(_, of)| *of)
    };
    Ok(Dealings {
        merged: merged
            .into_iter()
            .filter_map(|one| Some((one.id, one.merged_into_id?)))
            .collect(),
        selected: selected
            .into_iter()
            .filter_map(|one| Some((owner(one.need_id)?, one.organization_id)))
            .collect(),
        matched: matched
            .into_iter()
            .map(|one| (one.need_organization_id, one.offer_organization_id))
            .collect(),
    })
}
