//! Keeps the table `place` equal to the facts.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};

use super::entity::{Codes, Column, Entity, Model};
use super::gazetteer::Gazetteer;
use crate::error::Result;

/// Inserts or updates every unit.
pub async fn sync(db: &impl ConnectionTrait, gazetteer: &Gazetteer) -> Result<()> {
    let rows = gazetteer.all().iter().map(|place| {
        Model {
            id: place.id.clone(),
            code: place.code.clone(),
            kind: place.kind,
            name_vi: place.name_vi.clone(),
            name_en: place.name_en.clone(),
            full_name_vi: place.full_name_vi.clone(),
            full_name_en: place.full_name_en.clone(),
            region: place.region.clone(),
            valid_from: place.valid_from,
            valid_until: place.valid_until,
            successor: place.successor.clone(),
            economic_zones: Codes(place.economic_zones.clone()),
        }
        .into_active_model()
        .reset_all()
    });
    let update = OnConflict::column(Column::Id)
        .update_columns([
            Column::Code,
            Column::Kind,
            Column::NameVi,
            Column::NameEn,
            Column::FullNameVi,
            Column::FullNameEn,
            Column::Region,
            Column::ValidFrom,
            Column::ValidUntil,
            Column::Successor,
            Column::EconomicZones,
        ])
        .to_owned();
    Entity::insert_many(rows)
        .on_conflict(update)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
