//! The one ordered list of migrations, for SQLite and PostgreSQL alike.
//!
//! A migration knows tables by their names as text and nothing of the backend, so that it
//! still means the same after the code has moved on. One file per step; a released step is
//! never edited, a new one is added below it.

use sea_orm_migration::prelude::*;

mod columns;
mod feed;
mod m0001_places_and_domains;
mod m0002_accounts_and_organizations;
mod m0003_needs_and_offers;
mod m0004_matches_and_proposals;
mod m0005_reviews_audit_jobs_mail;
mod m0006_identity;
mod m0007_review_queue;
mod m0008_files;
mod m0009_organization_profiles;
mod m0010_researchers;
mod m0011_audit_chain;
mod m0012_hiding;
mod m0013_search;
mod m0014_engine;
mod m0015_joint_calls;
mod m0016_sealing;
mod m0017_evaluation;
mod m0018_agreements;
mod m0019_well_formed;
mod m0020_consortia;
mod m0021_open_data;
mod m0022_attachments;
mod m0023_focal_points;

/// Runs the list; `sea_orm_migration` keeps what has run in `seaql_migrations`.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_places_and_domains::Migration),
            Box::new(m0002_accounts_and_organizations::Migration),
            Box::new(m0003_needs_and_offers::Migration),
            Box::new(m0004_matches_and_proposals::Migration),
            Box::new(m0005_reviews_audit_jobs_mail::Migration),
            Box::new(m0006_identity::Migration),
            Box::new(m0007_review_queue::Migration),
            Box::new(m0008_files::Migration),
            Box::new(m0009_organization_profiles::Migration),
            Box::new(m0010_researchers::Migration),
            Box::new(m0011_audit_chain::Migration),
            Box::new(m0012_hiding::Migration),
            Box::new(m0013_search::Migration),
            Box::new(m0014_engine::Migration),
            Box::new(m0015_joint_calls::Migration),
            Box::new(m0016_sealing::Migration),
            Box::new(m0017_evaluation::Migration),
            Box::new(m0018_agreements::Migration),
            Box::new(m0019_well_formed::Migration),
            Box::new(m0020_consortia::Migration),
            Box::new(m0021_open_data::Migration),
            Box::new(m0022_attachments::Migration),
            Box::new(m0023_focal_points::Migration),
        ]
    }
}
