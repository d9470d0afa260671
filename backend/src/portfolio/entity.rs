//! The tables `certificate` and `organization_reference`.

/// Certificates.
pub mod certificate {
    use sea_orm::entity::prelude::*;

    use crate::ids::{CertificateId, FileId, OrganizationId};

    /// A certificate of an organisation.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "certificate")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CertificateId,
        /// Whose.
        pub organization_id: OrganizationId,
        /// What it is called.
        #[sea_orm(column_type = "Text")]
        pub name: String,
        /// Standard, such as TCVN ISO 37122:2020 or ISO/IEC 27001.
        #[sea_orm(column_type = "Text", nullable)]
        pub standard: Option<String>,
        /// Who issued it.
        #[sea_orm(column_type = "Text")]
        pub issuer: String,
        /// Number.
        #[sea_orm(column_type = "Text", nullable)]
        pub number: Option<String>,
        /// When it was issued.
        pub issued_on: Date,
        /// Last day on which it holds.
        pub expires_on: Option<Date>,
        /// Evidence.
        pub evidence_id: Option<FileId>,
        /// When.
        pub created_at: DateTimeUtc,
        /// When last.
        pub updated_at: DateTimeUtc,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// References.
pub mod reference {
    use sea_orm::entity::prelude::*;

    use crate::ids::{OrganizationId, ReferenceId};
    use crate::text::BilingualText;

    /// Something that an organisation has done for somebody.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organization_reference")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ReferenceId,
        /// Whose.
        pub organization_id: OrganizationId,
        /// What it was.
        pub project: BilingualText,
        /// For whom.
        #[sea_orm(column_type = "Text")]
        pub client: String,
        /// Where.
        #[sea_orm(column_type = "Text", nullable)]
        pub place_id: Option<String>,
        /// When it was completed.
        pub year: i32,
        /// What was done.
        pub description: BilingualText,
        /// Where one can read about it.
        #[sea_orm(column_type = "Text", nullable)]
        pub url: Option<String>,
        /// When.
        pub created_at: DateTimeUtc,
        /// When last.
        pub updated_at: DateTimeUtc,
    }

    /// None: neighbours are fetched by id (see `loaders`).
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
