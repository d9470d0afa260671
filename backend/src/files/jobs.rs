//! What follows an upload: it is removed if nothing came to refer to it.

use serde::{Deserialize, Serialize};

use super::service;
use crate::app::Ctx;
use crate::ids::FileId;
use crate::jobs::{Job, JobResult};

/// A file's day is over: remove it unless something refers to it.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemoveUnusedFile {
    /// Which.
    pub file_id: FileId,
}

impl Job for RemoveUnusedFile {
    const KIND: &'static str = "file.remove_unused";

    async fn run(self, ctx: &Ctx) -> JobResult {
        Ok(service::remove_unused(ctx, self.file_id).await?)
    }
}
