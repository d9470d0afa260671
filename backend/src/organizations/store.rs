//! Every query about organisations and memberships.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::entity::{domain, membership, organization};
use super::{
    AllianceStatus, Membership, MembershipRole, MembershipStatus, Organization, OrganizationKind,
    Standing, Verification,
};
use crate::accounts;
use crate::accounts::User;
use crate::app::Ctx;
use crate::db::{Txn, for_update, is_unique_violation};
use crate::error::{Error, ErrorCode, Result};
use crate::events::Event;
use crate::ids::{MembershipId, OrganizationId, UserId};
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;
use crate::text::{fold, say};

/// Characters of a search that are looked at.
const QUERY_MAX: usize = 500;

/// What a list of organisations may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of the name, with or without diacritics, or a tax code.
    pub query: Option<String>,
    /// Kinds.
    pub kinds: Option<Vec<OrganizationKind>>,
    /// Seat.
    pub place_id: Option<String>,
    /// Domains, of which it has any.
    pub domains: Option<Vec<String>>,
    /// Verified by the alliance.
    pub verified: bool,
    /// Members of the alliance.
    pub admitted: bool,
    /// How they are seen; without it all but the closed ones.
    pub standings: Option<Vec<Standing>>,
}

/// Organisations the viewer may see, newest first.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Organization>> {
    let mut query = organization::Entity::find()
        .filter(visible::organizations(&ctx.viewer))
        .filter(organization::Column::MergedIntoId.is_null());
    query = match filter.standings {
        Some(standings) => query.filter(organization::Column::Standing.is_in(standings)),
        None => query.filter(organization::Column::Standing.ne(Standing::Closed)),
    };
    if let Some(domains) = filter.domains {
        let mut able = Query::select();
        able.column(domain::Column::OrganizationId)
            .from(domain::Entity)
            .and_where(domain::Column::DomainCode.is_in(domains));
        query = query.filter(organization::Column::Id.in_subquery(able));
    }
    if filter.verified {
        query = query.filter(organization::Column::Verification.eq(Verification::Verified));
    }
    if filter.admitted {
        query = query.filter(organization::Column::AllianceStatus.eq(AllianceStatus::Admitted));
    }
    if let Some(words) = filter.query.as_deref() {
        query = query.filter(contains(organization::Column::SearchText, words));
    }
    if let Some(kinds) = filter.kinds {
        query = query.filter(organization::Column::Kind.is_in(kinds));
    }
    if let Some(place) = filter.place_id {
        query = query.filter(organization::Column::PlaceId.eq(place));
    }
    let order = Order {
        column: organization::Column::CreatedAt,
        id: organization::Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// Every word of `words` stands in the folded column; `%` and `_` mean themselves.
pub fn contains<C: ColumnTrait>(column: C, words: &str) -> Condition {
    // Nobody searches for more, and SQLite takes no pattern without end.
    let folded = fold(&words.chars().take(QUERY_MAX).collect::<String>());
    folded
        .split_whitespace()
        .take(10)
        .fold(Condition::all(), |all, word| {
            let escaped = word
                .replace('\\', "\\\\")
                .replace('%', "\\%")
                .replace('_', "\\_");
            let like = sea_orm::sea_query::LikeExpr::new(format!("%{escaped}%")).escape('\\');
            all.add(Expr::col((column.entity_name(), column)).like(like))
        })
}

/// The organisation with this id.
pub async fn find(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Option<Organization>> {
    Ok(organization::Entity::find_by_id(id).one(db).await?)
}

/// The organisation with this id, locked until the transaction ends.
pub async fn lock(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Organization> {
    for_update(organization::Entity::find_by_id(id), db)
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

/// Two organisations, locked until the transaction ends; always in one order, so that two who want the
/// same two do not wait for each other.
pub async fn lock_two(
    db: &impl ConnectionTrait,
    one: OrganizationId,
    other: OrganizationId,
) -> Result<(Organization, Organization)> {
    let query = organization::Entity::find()
        .filter(organization::Column::Id.is_in([one, other]))
        .order_by_asc(organization::Column::Id);
    let rows = for_update(query, db).all(db).await?;
    let find = |id| rows.iter().find(|row| row.id == id).cloned();
    find(one).zip(find(other)).ok_or_else(Error::not_found)
}

/// Since when the alliance keeps an organisation out of sight; its members may only read from then on.
pub async fn set_suspended(
    txn: &Txn,
    id: OrganizationId,
    since: Option<DateTime<Utc>>,
) -> Result<()> {
    organization::Entity::update_many()
        .col_expr(organization::Column::SuspendedAt, Expr::value(since))
        .filter(organization::Column::Id.eq(id))
        .exec(txn)
        .await?;
    for membership in all_members(txn, id).await? {
        txn.publish(Event::ViewerChanged(membership.user_id));
    }
    Ok(())
}

/// Makes an organisation part of another, together with what became part of it before.
pub async fn set_merged(txn: &Txn, from: OrganizationId, into: OrganizationId) -> Result<()> {
    // The one that remains may now take its codes.
    organization::Entity::update_many()
        .col_expr(
            organization::Column::TaxCode,
            Expr::value(Option::<String>::None),
        )
        .col_expr(
            organization::Column::EstablishmentCode,
            Expr::value(Option::<String>::None),
        )
        .filter(organization::Column::Id.eq(from))
        .exec(txn)
        .await?;
    let before = Condition::any()
        .add(organization::Column::Id.eq(from))
        .add(organization::Column::MergedIntoId.eq(from));
    organization::Entity::update_many()
        .col_expr(organization::Column::MergedIntoId, Expr::value(into))
        .filter(before)
        .exec(txn)
        .await?;
    Ok(())
}

/// The organisations with these ids.
pub async fn find_many(
    db: &impl ConnectionTrait,
    ids: &[OrganizationId],
) -> Result<Vec<Organization>> {
    let query = organization::Entity::find();
    Ok(query
        .filter(organization::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?)
}

/// Adds an organisation; its tax code must be new.
pub async fn insert(db: &impl ConnectionTrait, row: Organization) -> Result<()> {
    let row = row.into_active_model().reset_all();
    match organization::Entity::insert(row)
        .exec_without_returning(db)
        .await
    {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(code_taken("newOrganization.taxCode")),
        Err(error) => Err(error.into()),
    }
}

/// Saves an organisation as it is, if nobody else has since the caller read it; raises its version.
pub async fn update(db: &impl ConnectionTrait, mut row: Organization) -> Result<Organization> {
    let read = row.version;
    row.version += 1;
    let active = row.clone().into_active_model().reset_all();
    let saved = organization::Entity::update_many()
        .set(active)
        .filter(organization::Column::Id.eq(row.id))
        .filter(organization::Column::Version.eq(read))
        .exec(db)
        .await;
    match saved {
        Ok(saved) if saved.rows_affected == 1 => Ok(row),
        Ok(_) => Err(Error::stale()),
        Err(error) if is_unique_violation(&error) => Err(code_taken("content.taxCode")),
        Err(error) => Err(error.into()),
    }
}

/// The code is another organisation's.
pub fn code_taken(field: &str) -> Error {
    Error::field(
        field,
        ErrorCode::Conflict,
        say(
            "Đã có tổ chức với mã số này. Hãy tìm tổ chức đó và xin tham gia.",
            "There is an organisation with this code already. Find it and ask to join.",
        ),
    )
}

/// The organisation with this id, which somebody refers to.
pub async fn find_there(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Organization> {
    find(db, id).await?.ok_or_else(Error::not_found)
}

/// Listed organisations with any of these keys, oldest first.
pub async fn listed_with_keys(
    db: &impl ConnectionTrait,
    keys: &[String],
) -> Result<Vec<Organization>> {
    let any = Condition::any()
        .add(organization::Column::NameKeyVi.is_in(keys))
        .add(organization::Column::NameKeyEn.is_in(keys));
    Ok(organization::Entity::find()
        .filter(any)
        .filter(organization::Column::Standing.eq(Standing::Listed))
        .order_by_asc(organization::Column::Id)
        .all(db)
        .await?)
}

/// Organisations that are older than the keys of names.
pub async fn without_keys(db: &impl ConnectionTrait) -> Result<Vec<Organization>> {
    Ok(organization::Entity::find()
        .filter(organization::Column::NameKeyVi.is_null())
        .filter(organization::Column::NameKeyEn.is_null())
        .all(db)
        .await?)
}

/// Saves the keys of an organisation's names.
pub async fn set_keys(db: &impl ConnectionTrait, row: &Organization) -> Result<()> {
    organization::Entity::update_many()
        .col_expr(
            organization::Column::NameKeyVi,
            Expr::value(row.name_key_vi.clone()),
        )
        .col_expr(
            organization::Column::NameKeyEn,
            Expr::value(row.name_key_en.clone()),
        )
        .filter(organization::Column::Id.eq(row.id))
        .exec(db)
        .await?;
    Ok(())
}

/// Replaces an organisation's domains.
pub async fn set_domains(
    db: &impl ConnectionTrait,
    id: OrganizationId,
    codes: &[String],
) -> Result<()> {
    domain::Entity::delete_many()
        .filter(domain::Column::OrganizationId.eq(id))
        .exec(db)
        .await?;
    if codes.is_empty() {
        return Ok(());
    }
    let rows = codes.iter().map(|code| {
        domain::Model {
            organization_id: id,
            domain_code: code.clone(),
        }
        .into_active_model()
        .reset_all()
    });
    domain::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Domain codes of these organisations, as (organisation, code).
pub async fn domains_of(
    db: &impl ConnectionTrait,
    ids: &[OrganizationId],
) -> Result<Vec<(OrganizationId, String)>> {
    let rows = domain::Entity::find()
        .filter(domain::Column::OrganizationId.is_in(ids.iter().copied()))
        .order_by_asc(domain::Column::DomainCode)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.organization_id, row.domain_code))
        .collect())
}

/// The organisation with this code of a public body.
pub async fn find_by_establishment_code(
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<Organization>> {
    Ok(organization::Entity::find()
        .filter(organization::Column::EstablishmentCode.eq(code))
        .one(db)
        .await?)
}

/// The organisation with this tax code.
pub async fn find_by_tax_code(
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<Organization>> {
    Ok(organization::Entity::find()
        .filter(organization::Column::TaxCode.eq(code))
        .one(db)
        .await?)
}

/// Adds a membership; one per person and organisation.
pub async fn insert_membership(txn: &Txn, row: Membership) -> Result<()> {
    txn.publish(Event::ViewerChanged(row.user_id));
    let row = row.into_active_model().reset_all();
    match membership::Entity::insert(row)
        .exec_without_returning(txn)
        .await
    {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(Error::conflict(say(
            "Bạn đã là thành viên hoặc đã xin tham gia tổ chức này.",
            "You belong to this organisation already, or have asked to.",
        ))),
        Err(error) => Err(error.into()),
    }
}

/// The membership with this id.
pub async fn find_membership(
    db: &impl ConnectionTrait,
    id: MembershipId,
) -> Result<Option<Membership>> {
    Ok(membership::Entity::find_by_id(id).one(db).await?)
}

/// Puts a membership in force.
pub async fn activate(txn: &Txn, row: &Membership) -> Result<()> {
    membership::Entity::update_many()
        .col_expr(
            membership::Column::Status,
            Expr::value(MembershipStatus::Active),
        )
        .filter(membership::Column::Id.eq(row.id))
        .exec(txn)
        .await?;
    txn.publish(Event::ViewerChanged(row.user_id));
    Ok(())
}

/// Gives a membership another role.
pub async fn set_role(txn: &Txn, row: &Membership, role: MembershipRole) -> Result<()> {
    membership::Entity::update_many()
        .col_expr(membership::Column::Role, Expr::value(role))
        .filter(membership::Column::Id.eq(row.id))
        .exec(txn)
        .await?;
    txn.publish(Event::ViewerChanged(row.user_id));
    Ok(())
}

/// Removes a membership.
pub async fn delete_membership(txn: &Txn, row: &Membership) -> Result<()> {
    membership::Entity::delete_by_id(row.id).exec(txn).await?;
    txn.publish(Event::ViewerChanged(row.user_id));
    Ok(())
}

/// Every membership of an organisation, oldest first.
pub async fn all_members(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<Membership>> {
    Ok(membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(id))
        .order_by_asc(membership::Column::Id)
        .all(db)
        .await?)
}

/// A person's memberships, oldest first.
pub async fn memberships_of(db: &impl ConnectionTrait, user: UserId) -> Result<Vec<Membership>> {
    let query = membership::Entity::find().filter(membership::Column::UserId.eq(user));
    Ok(query.order_by_asc(membership::Column::Id).all(db).await?)
}

/// The memberships of several people, oldest first.
pub async fn memberships_of_many(
    db: &impl ConnectionTrait,
    users: &[UserId],
) -> Result<Vec<Membership>> {
    let query =
        membership::Entity::find().filter(membership::Column::UserId.is_in(users.iter().copied()));
    Ok(query.order_by_asc(membership::Column::Id).all(db).await?)
}

/// An organisation's members as far as the viewer may see them, oldest first.
pub async fn members(ctx: &Ctx, id: OrganizationId) -> Result<Vec<Membership>> {
    let query = membership::Entity::find()
        .filter(visible::memberships(&ctx.viewer))
        .filter(membership::Column::OrganizationId.eq(id));
    Ok(query
        .order_by_asc(membership::Column::Id)
        .all(&ctx.app.db)
        .await?)
}

/// People's committees and departments of a province, by name.
pub async fn offices_in(db: &impl ConnectionTrait, place: &str) -> Result<Vec<Organization>> {
    use super::OrganizationKind as K;

    Ok(organization::Entity::find()
        .filter(organization::Column::PlaceId.eq(place))
        .filter(organization::Column::Kind.is_in([K::ProvPc, K::Dept]))
        .filter(organization::Column::MergedIntoId.is_null())
        .order_by_asc(organization::Column::SearchText)
        .all(db)
        .await?)
}

/// The people who answer for an organisation: active owners and editors, oldest first.
pub async fn writers(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<User>> {
    Ok(writers_of(db, &[id])
        .await?
        .into_iter()
        .map(|(_, user)| user)
        .collect())
}

/// As [`writers`], for several organisations.
pub async fn writers_of(
    db: &impl ConnectionTrait,
    ids: &[OrganizationId],
) -> Result<Vec<(OrganizationId, User)>> {
    people(db, ids, &[MembershipRole::Owner, MembershipRole::Editor]).await
}

/// Everybody who belongs to an organisation, oldest first.
pub async fn active_people(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<User>> {
    let roles = [
        MembershipRole::Owner,
        MembershipRole::Editor,
        MembershipRole::Viewer,
    ];
    let people = people(db, &[id], &roles).await?;
    Ok(people.into_iter().map(|(_, user)| user).collect())
}

/// The active owners of an organisation.
pub async fn owners(db: &impl ConnectionTrait, id: OrganizationId) -> Result<Vec<User>> {
    let people = people(db, &[id], &[MembershipRole::Owner]).await?;
    Ok(people.into_iter().map(|(_, user)| user).collect())
}

async fn people(
    db: &impl ConnectionTrait,
    ids: &[OrganizationId],
    roles: &[MembershipRole],
) -> Result<Vec<(OrganizationId, User)>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganizationId.is_in(ids.iter().copied()))
        .filter(membership::Column::Status.eq(MembershipStatus::Active))
        .filter(membership::Column::Role.is_in(roles.iter().copied()))
        .order_by_asc(membership::Column::Id)
        .all(db)
        .await?;
    let users: Vec<UserId> = rows.iter().map(|row| row.user_id).collect();
    let users = accounts::store::find_many(db, &users).await?;
    // Whom the alliance keeps out answers for nobody meanwhile.
    let user = |id| {
        users
            .iter()
            .find(|user| user.id == id && user.is_open())
            .cloned()
    };
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.organization_id, user(row.user_id)?)))
        .collect())
}

/// Number of listed organisations by seat.
pub async fn count_by_place(db: &impl ConnectionTrait) -> Result<Vec<(Option<String>, i64)>> {
    let mut query = Query::select();
    query
        .column(organization::Column::PlaceId)
        .expr_as(Expr::cust("COUNT(*)"), "organizations")
        .from(organization::Entity)
        .and_where(organization::Column::Standing.eq(Standing::Listed))
        .and_where(organization::Column::SuspendedAt.is_null())
        .and_where(organization::Column::MergedIntoId.is_null())
        .group_by_col(organization::Column::PlaceId);
    let rows = db.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get("", "place_id")?,
                row.try_get("", "organizations")?,
            ))
        })
        .collect::<Result<_, sea_orm::DbErr>>()
        .map_err(Into::into)
}

/// Ids after an id, in order.
pub async fn ids_after(
    db: &impl ConnectionTrait,
    after: OrganizationId,
    limit: u64,
) -> Result<Vec<OrganizationId>> {
    let query = organization::Entity::find().filter(organization::Column::Id.gt(after));
    Ok(query
        .select_only()
        .column(organization::Column::Id)
        .order_by_asc(organization::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?)
}
