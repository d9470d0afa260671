//! Every query of the open data: needs that a visitor may read, by name, by when they changed, all of them.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::error::Result;
use crate::ids::NeedId;
use crate::needs::Need;
use crate::needs::entity::{Column, Entity};
use crate::policy::visible;

/// Where a reader of the feed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What changed at or after this.
    pub since: DateTime<Utc>,
    /// Of what changed at that very moment: only what comes after this.
    pub after: Option<NeedId>,
}

/// The need with this id, if everybody may read it.
pub async fn find(db: &impl ConnectionTrait, id: NeedId) -> Result<Option<Need>> {
    let query = Entity::find_by_id(id).filter(visible::public_needs());
    Ok(query.one(db).await?)
}

/// Needs that changed, in the order in which they did; none that changed later than `until`.
pub async fn changed(
    db: &impl ConnectionTrait,
    place: Place,
    until: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Need>> {
    let onward = match place.after {
        None => Condition::all().add(Column::ReleasedAt.gte(place.since)),
        Some(after) => Condition::any()
            .add(Column::ReleasedAt.gt(place.since))
            .add(
                Condition::all()
                    .add(Column::ReleasedAt.eq(place.since))
                    .add(Column::Id.gt(after)),
            ),
    };
    Ok(Entity::find()
        .filter(visible::public_needs())
        .filter(onward)
        .filter(Column::ReleasedAt.lte(until))
        .order_by_asc(Column::ReleasedAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(db)
        .await?)
}

/// All needs after one, in the order of their ids.
pub async fn after(
    db: &impl ConnectionTrait,
    last: Option<NeedId>,
    limit: u64,
) -> Result<Vec<Need>> {
    let mut query = Entity::find().filter(visible::public_needs());
    if let Some(last) = last {
        query = query.filter(Column::Id.gt(last));
    }
    Ok(query.order_by_asc(Column::Id).limit(limit).all(db).await?)
}
