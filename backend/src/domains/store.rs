//! Keeps the table `domain` equal to the facts.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};

use super::entity::{Column, Entity, Model, Words};
use super::taxonomy::Taxonomy;
use crate::error::Result;

/// Inserts or updates every domain.
pub async fn sync(db: &impl ConnectionTrait, taxonomy: &Taxonomy) -> Result<()> {
    let rows = taxonomy.all().iter().map(|domain| {
        Model {
            code: domain.code.clone(),
            kind: domain.kind,
            name_vi: domain.name_vi.clone(),
            name_en: domain.name_en.clone(),
            ascn_area: domain.ascn_area,
            synonyms_vi: Words(domain.synonyms_vi.clone()),
            synonyms_en: Words(domain.synonyms_en.clone()),
        }
        .into_active_model()
        .reset_all()
    });
    let update = OnConflict::column(Column::Code)
        .update_columns([
            Column::Kind,
            Column::NameVi,
            Column::NameEn,
            Column::AscnArea,
            Column::SynonymsVi,
            Column::SynonymsEn,
        ])
        .to_owned();
    Entity::insert_many(rows)
        .on_conflict(update)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
