//! Joint calls and their parts, ahead and one by one.

use super::{AgreedCall, JointCallParts, Loaders};
use crate::error::Result;
use crate::ids::{JointCallId, NeedId};
use crate::joint_calls::{JointCall, Part};

impl Loaders {
    /// Needs of joint calls.
    pub async fn fetch_joint_call_parts(
        &self,
        ids: impl Iterator<Item = JointCallId> + Send,
    ) -> Result<Vec<Part>> {
        let found = self.fetch(ids.map(JointCallParts).collect::<Vec<_>>());
        Ok(found.await?.into_iter().flatten().collect())
    }

    /// Needs of a joint call.
    pub async fn joint_call_parts(&self, id: JointCallId) -> Result<Vec<Part>> {
        let found = self.0.load_one(JointCallParts(id)).await?;
        Ok(found.unwrap_or_default())
    }

    /// The agreed joint calls of needs.
    pub async fn fetch_agreed_calls(
        &self,
        ids: impl Iterator<Item = NeedId> + Send,
    ) -> Result<Vec<JointCall>> {
        let found = self.fetch(ids.map(AgreedCall).collect::<Vec<_>>());
        Ok(found.await?.into_iter().flatten().collect())
    }

    /// The agreed joint call of a need.
    pub async fn agreed_call(&self, id: NeedId) -> Result<Option<JointCall>> {
        Ok(self.0.load_one(AgreedCall(id)).await?.flatten())
    }
}
