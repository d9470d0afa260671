//! The table `engine_weights`.

use std::collections::BTreeMap;

use matching::{FactorKey, Points};
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::ids::{UserId, WeightsId};

/// Points by the names of their factors, in one column; a factor that is not named gives none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct NamedPoints(pub BTreeMap<String, f64>);

impl From<&Points> for NamedPoints {
    fn from(points: &Points) -> Self {
        let named = FactorKey::ALL.map(|key| (key.as_str().to_owned(), points.get(key)));
        Self(named.into())
    }
}

impl NamedPoints {
    fn points(&self) -> Result<Points> {
        let of = |key: FactorKey| self.0.get(key.as_str()).copied().unwrap_or_default();
        Points::in_proportion(FactorKey::ALL.map(of))
            .map_err(|wrong| Error::internal(format!("stored weights: {wrong}")))
    }
}

/// What the weights were learnt from and what that was worth, in one column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct StoredLesson(pub matching::Lesson);

/// A version of the weights.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "engine_weights")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WeightsId,
    /// Its name, which stored matches bear.
    #[sea_orm(column_type = "Text", unique)]
    pub version: String,
    /// A need against an offer.
    pub offers: NamedPoints,
    /// A need against an expert.
    pub experts: NamedPoints,
    /// How it was learnt.
    pub lesson: Option<StoredLesson>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// By whom; null from the shell.
    pub created_by: Option<UserId>,
    /// Since when it ranks; null while it does not.
    pub adopted_at: Option<DateTimeUtc>,
    /// Who adopted it.
    pub adopted_by: Option<UserId>,
}

/// None: nothing refers to it.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// As the engine takes them.
    pub fn weights(&self) -> Result<matching::Weights> {
        Ok(matching::Weights {
            version: self.version.clone(),
            offers: self.offers.points()?,
            experts: self.experts.points()?,
        })
    }
}
