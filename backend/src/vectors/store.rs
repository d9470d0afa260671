//! Every query about sentence vectors.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::entity::{Column, Entity, Model};
use crate::error::Result;
use crate::ids::{NeedId, OfferId, ResearcherId};
use crate::policy::visible;
use crate::{needs, offers, researchers};

/// The vectors of these postings that this model computed.
pub async fn of_many(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    model: &str,
) -> Result<HashMap<Uuid, Vec<Model>>> {
    let rows = Entity::find()
        .filter(Column::PostingId.is_in(ids.iter().copied()))
        .filter(Column::Model.eq(model))
        .all(db)
        .await?;
    let mut of: HashMap<Uuid, Vec<Model>> = HashMap::new();
    for row in rows {
        of.entry(row.posting_id).or_default().push(row);
    }
    Ok(of)
}

/// Puts the vectors of a posting in the place of those that it had.
pub async fn replace(db: &impl ConnectionTrait, posting: Uuid, rows: Vec<Model>) -> Result<()> {
    Entity::delete_many()
        .filter(Column::PostingId.eq(posting))
        .exec(db)
        .await?;
    if !rows.is_empty() {
        let rows = rows
            .into_iter()
            .map(|row| row.into_active_model().reset_all());
        Entity::insert_many(rows).exec(db).await?;
    }
    Ok(())
}

/// Vectors that this model computed.
pub async fn count(db: &impl ConnectionTrait, model: &str) -> Result<u64> {
    Ok(Entity::find()
        .filter(Column::Model.eq(model))
        .count(db)
        .await?)
}

/// Public postings that have no vector of this model since they changed last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stale {
    /// Needs.
    pub needs: Vec<NeedId>,
    /// Offers.
    pub offers: Vec<OfferId>,
    /// Researchers.
    pub researchers: Vec<ResearcherId>,
}

impl Stale {
    /// None at all.
    pub fn is_empty(&self) -> bool {
        self.needs.is_empty() && self.offers.is_empty() && self.researchers.is_empty()
    }
}

/// What is stale; at most `limit` of each kind.
pub async fn stale(db: &impl ConnectionTrait, model: &str, limit: u64) -> Result<Stale> {
    use needs::entity as need;
    use offers::entity as offer;
    use researchers::entity as researcher;

    let fresh = |id: Expr, changed: Expr| -> SelectStatement {
        Query::select()
            .expr(Expr::val(1))
            .from(Entity)
            .and_where(Expr::col((Entity, Column::PostingId)).eq(id))
            .and_where(Expr::col((Entity, Column::Model)).eq(model))
            .and_where(Expr::col((Entity, Column::ComputedAt)).gte(changed))
            .to_owned()
    };
    let needs = need::Entity::find()
        .filter(need::Column::Status.eq(need::NeedStatus::Open))
        .filter(need::Column::HiddenFor.is_null())
        .filter(
            Expr::exists(fresh(
                Expr::col((need::Entity, need::Column::Id)),
                Expr::col((need::Entity, need::Column::UpdatedAt)),
            ))
            .not(),
        )
        .select_only()
        .column(need::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    let offers = offer::Entity::find()
        .filter(offer::Column::Status.eq(offer::OfferStatus::Published))
        .filter(offer::Column::HiddenFor.is_null())
        .filter(
            Expr::exists(fresh(
                Expr::col((offer::Entity, offer::Column::Id)),
                Expr::col((offer::Entity, offer::Column::UpdatedAt)),
            ))
            .not(),
        )
        .select_only()
        .column(offer::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    let researchers = researcher::Entity::find()
        .filter(visible::public_researchers())
        .filter(
            Expr::exists(fresh(
                Expr::col((researcher::Entity, researcher::Column::Id)),
                Expr::col((researcher::Entity, researcher::Column::UpdatedAt)),
            ))
            .not(),
        )
        .select_only()
        .column(researcher::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    Ok(Stale {
        needs,
        offers,
        researchers,
    })
}
