//! Every query about certificates and references.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entity::{certificate, reference};
use super::{Certificate, Reference};
use crate::error::Result;
use crate::ids::{CertificateId, OrganizationId, ReferenceId};

/// The certificate with this id.
pub async fn find_certificate(
    db: &impl ConnectionTrait,
    id: CertificateId,
) -> Result<Option<Certificate>> {
    Ok(certificate::Entity::find_by_id(id).one(db).await?)
}

/// The reference with this id.
pub async fn find_reference(
    db: &impl ConnectionTrait,
    id: ReferenceId,
) -> Result<Option<Reference>> {
    Ok(reference::Entity::find_by_id(id).one(db).await?)
}

/// Certificates of organisations, the one issued last first.
pub async fn certificates_of(
    db: &impl ConnectionTrait,
    ids: &[OrganizationId],
) -> Result<Vec<Certificate>> {
    Ok(certificate::Entity::find()
        .filter(certificate::Column::OrganizationId.is_in(ids.iter().copied()))
        .order_by_desc(certificate::Column::IssuedOn)
        .order_by_desc(certificate::Column::Id)
        .all(db)
        .await?)
}

/// References of organisations, the latest year first.
pub async fn references_of(
    db: &impl ConnectionTrait,
    ids: &[OrganizationId],
) -> Result<Vec<Reference>> {
    Ok(reference::Entity::find()
        .filter(reference::Column::OrganizationId.is_in(ids.iter().copied()))
        .order_by_desc(reference::Column::Year)
        .order_by_desc(reference::Column::Id)
        .all(db)
        .await?)
}

/// Number of an organisation's certificates.
pub async fn count_certificates(db: &impl ConnectionTrait, id: OrganizationId) -> Result<u64> {
    Ok(certificate::Entity::find()
        .filter(certificate::Column::OrganizationId.eq(id))
        .count(db)
        .await?)
}

/// Number of an organisation's references.
pub async fn count_references(db: &impl ConnectionTrait, id: OrganizationId) -> Result<u64> {
    Ok(reference::Entity::find()
        .filter(reference::Column::OrganizationId.eq(id))
        .count(db)
        .await?)
}

/// Adds a certificate.
pub async fn insert_certificate(db: &impl ConnectionTrait, row: Certificate) -> Result<()> {
    certificate::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Adds a reference.
pub async fn insert_reference(db: &impl ConnectionTrait, row: Reference) -> Result<()> {
    reference::Entity::insert(row.into_active_model().reset_all())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Saves a certificate.
pub async fn update_certificate(db: &impl ConnectionTrait, row: Certificate) -> Result<()> {
    let id = row.id;
    certificate::Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(certificate::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Saves a reference.
pub async fn update_reference(db: &impl ConnectionTrait, row: Reference) -> Result<()> {
    let id = row.id;
    reference::Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(reference::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Removes a certificate.
pub async fn delete_certificate(db: &impl ConnectionTrait, id: CertificateId) -> Result<()> {
    certificate::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Removes a reference.
pub async fn delete_reference(db: &impl ConnectionTrait, id: ReferenceId) -> Result<()> {
    reference::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Gives one organisation's certificates and references to another.
pub async fn move_to(
    db: &impl ConnectionTrait,
    from: OrganizationId,
    into: OrganizationId,
) -> Result<()> {
    certificate::Entity::update_many()
        .col_expr(certificate::Column::OrganizationId, Expr::value(into))
        .filter(certificate::Column::OrganizationId.eq(from))
        .exec(db)
        .await?;
    reference::Entity::update_many()
        .col_expr(reference::Column::OrganizationId, Expr::value(into))
        .filter(reference::Column::OrganizationId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}
