//! Every query about researchers.

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::entity::{Column, Entity, Model, domain, language};
use crate::app::Ctx;
use crate::db::{Txn, is_unique_violation};
use crate::error::{Error, Result};
use crate::ids::{OrganizationId, ResearcherId, UserId};
use crate::organizations::store::contains;
use crate::paging::{Order, Page, PageArgs, page};
use crate::policy::visible;
use crate::vectors;

/// What a list of researchers may be narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words of the name, the texts and the keywords, with or without diacritics.
    pub query: Option<String>,
    /// Domains, of which she has any.
    pub domains: Option<Vec<String>>,
    /// Languages, of which she has any.
    pub languages: Option<Vec<String>>,
    /// Only who may be asked to evaluate.
    pub evaluator: bool,
    /// Only who may be asked to join a consortium.
    pub consortium_partner: bool,
}

/// Public profiles, newest first.
pub async fn list(ctx: &Ctx, filter: Filter, args: PageArgs) -> Result<Page<Model>> {
    let mut query = Entity::find().filter(visible::public_researchers());
    if let Some(words) = filter.query.as_deref() {
        query = query.filter(contains(Column::SearchText, words));
    }
    if let Some(codes) = filter.domains {
        let mut with = Query::select();
        with.column(domain::Column::ResearcherId)
            .from(domain::Entity)
            .and_where(domain::Column::DomainCode.is_in(codes));
        query = query.filter(Column::Id.in_subquery(with));
    }
    if let Some(codes) = filter.languages {
        let mut with = Query::select();
        with.column(language::Column::ResearcherId)
            .from(language::Entity)
            .and_where(language::Column::Language.is_in(codes));
        query = query.filter(Column::Id.in_subquery(with));
    }
    if filter.evaluator {
        query = query.filter(Column::Evaluator.eq(true));
    }
    if filter.consortium_partner {
        query = query.filter(Column::ConsortiumPartner.eq(true));
    }
    let order = Order {
        column: Column::CreatedAt,
        id: Column::Id,
        descending: true,
    };
    page(&ctx.app.db, query, order, args, ctx.app.config.limits.page).await
}

/// The researcher with this id.
pub async fn find(db: &impl ConnectionTrait, id: ResearcherId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// A person's profile.
pub async fn of_user(db: &impl ConnectionTrait, user: UserId) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::UserId.eq(user))
        .one(db)
        .await?)
}

/// True while a profile is public: its person consents, and her account is open.
pub async fn is_public(db: &impl ConnectionTrait, id: ResearcherId) -> Result<bool> {
    let query = Entity::find_by_id(id).filter(visible::public_researchers());
    Ok(query.one(db).await?.is_some())
}

/// Adds a profile; a person has one.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    match Entity::insert(row).exec_without_returning(db).await {
        Ok(_) => Ok(()),
        // Made in another window meanwhile.
        Err(error) if is_unique_violation(&error) => Err(Error::stale()),
        Err(error) => Err(error.into()),
    }
}

/// Saves a profile as it is, if nobody else has since the caller read it; raises its version.
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

/// Replaces domains and languages.
pub async fn set_lists(
    db: &impl ConnectionTrait,
    id: ResearcherId,
    domains: &[String],
    languages: &[String],
) -> Result<()> {
    delete_lists(db, id).await?;
    let rows = domains.iter().map(|code| {
        domain::Model {
            researcher_id: id,
            domain_code: code.clone(),
        }
        .into_active_model()
        .reset_all()
    });
    if !domains.is_empty() {
        domain::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    let rows = languages.iter().map(|code| {
        language::Model {
            researcher_id: id,
            language: code.clone(),
        }
        .into_active_model()
        .reset_all()
    });
    if !languages.is_empty() {
        language::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

async fn delete_lists(db: &impl ConnectionTrait, id: ResearcherId) -> Result<()> {
    domain::Entity::delete_many()
        .filter(domain::Column::ResearcherId.eq(id))
        .exec(db)
        .await?;
    language::Entity::delete_many()
        .filter(language::Column::ResearcherId.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Domain codes of these researchers, as (researcher, code).
pub async fn domains_of(
    db: &impl ConnectionTrait,
    ids: &[ResearcherId],
) -> Result<Vec<(ResearcherId, String)>> {
    let rows = domain::Entity::find()
        .filter(domain::Column::ResearcherId.is_in(ids.iter().copied()))
        .order_by_asc(domain::Column::DomainCode)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.researcher_id, row.domain_code))
        .collect())
}

/// Languages of these researchers, as (researcher, code).
pub async fn languages_of(
    db: &impl ConnectionTrait,
    ids: &[ResearcherId],
) -> Result<Vec<(ResearcherId, String)>> {
    let rows = language::Entity::find()
        .filter(language::Column::ResearcherId.is_in(ids.iter().copied()))
        .order_by_asc(language::Column::Language)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.researcher_id, row.language))
        .collect())
}

/// Saves what a profile is found by.
pub async fn set_search_text(
    db: &impl ConnectionTrait,
    id: ResearcherId,
    text: String,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::SearchText, Expr::value(text))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// A person left an organisation: her profile no longer names it.
pub async fn unaffiliate(txn: &Txn, user: UserId, organization: OrganizationId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::OrganizationId, Expr::value(None::<OrganizationId>))
        .filter(Column::UserId.eq(user))
        .filter(Column::OrganizationId.eq(organization))
        .exec(txn)
        .await?;
    Ok(())
}

/// Gives one organisation's researchers to another.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::OrganizationId, Expr::value(into))
        .filter(Column::OrganizationId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes a person's profile; true when there was one.
pub async fn delete_of(db: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    let Some(row) = of_user(db, user).await? else {
        return Ok(false);
    };
    delete_lists(db, row.id).await?;
    vectors::store::replace(db, row.id.0, Vec::new()).await?;
    Entity::delete_by_id(row.id).exec(db).await?;
    Ok(true)
}

/// Ids of the profiles of these people.
pub async fn ids_of_users(
    db: &impl ConnectionTrait,
    users: &[UserId],
) -> Result<Vec<ResearcherId>> {
    let query = Entity::find().filter(Column::UserId.is_in(users.iter().copied()));
    Ok(query
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .all(db)
        .await?)
}

/// The profiles of these people.
pub async fn of_users(db: &impl ConnectionTrait, users: &[UserId]) -> Result<Vec<Model>> {
    let query = Entity::find().filter(Column::UserId.is_in(users.iter().copied()));
    Ok(query.all(db).await?)
}

/// Public profiles of those who may be asked to evaluate, oldest first.
pub async fn evaluators(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Evaluator.eq(true))
        .filter(visible::public_researchers())
        .order_by_asc(Column::Id)
        .limit(most)
        .all(db)
        .await?)
}

/// Ids after an id, in order.
pub async fn ids_after(
    db: &impl ConnectionTrait,
    after: ResearcherId,
    limit: u64,
) -> Result<Vec<ResearcherId>> {
    let query = Entity::find().filter(Column::Id.gt(after));
    Ok(query
        .select_only()
        .column(Column::Id)
        .order_by_asc(Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?)
}

/// Those of these profiles that everybody may see.
pub async fn public_among(db: &impl ConnectionTrait, ids: &[ResearcherId]) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(visible::public_researchers())
        .all(db)
        .await?)
}

/// Public profiles of those who may be asked to join a consortium.
pub async fn consortium_partners(db: &impl ConnectionTrait) -> Result<Vec<ResearcherId>> {
    Ok(Entity::find()
        .filter(Column::ConsortiumPartner.eq(true))
        .filter(visible::public_researchers())
        .select_only()
        .column(Column::Id)
        .into_tuple()
        .all(db)
        .await?)
}
