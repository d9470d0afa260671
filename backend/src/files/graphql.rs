//! Files in the API: what is known of them. Their bytes are at `GET /files/{id}`.

use async_graphql::Object;
use chrono::{DateTime, Utc};

use crate::ids::FileId;

/// An uploaded file, to those who may read it.
pub struct File(pub super::File);

/// An uploaded file, to those who may read it.
#[Object]
impl File {
    /// Id.
    async fn id(&self) -> FileId {
        self.0.id
    }

    /// Name as it was given, cleaned.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Type by its bytes: application/pdf, image/png or image/jpeg.
    async fn media_type(&self) -> &str {
        self.0.media_type.media_type()
    }

    /// Bytes.
    async fn size(&self) -> i64 {
        self.0.size
    }

    /// Where its bytes are, for a request with the bearer token.
    async fn path(&self) -> String {
        format!("/files/{}", self.0.id)
    }

    /// When it was uploaded.
    async fn uploaded_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}
