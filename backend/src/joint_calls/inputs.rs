//! What the API takes about joint calls, and the payload it answers with.

use async_graphql::{InputObject, SimpleObject};

use super::JointCallStatus;
use super::graphql::JointCall;
use crate::ids::{JointCallId, NeedId};

/// What a list of joint calls is narrowed to.
#[derive(InputObject, Default)]
pub struct JointCallFilter {
    /// With this need among its own.
    pub(super) need_id: Option<NeedId>,
    /// Statuses.
    pub(super) statuses: Option<Vec<JointCallStatus>>,
    /// Only those with needs of the viewer's organisations.
    pub(super) mine: Option<bool>,
}

/// An answer for one of the needs.
#[derive(InputObject)]
pub struct AnswerJointCallInput {
    /// Which joint call.
    pub(super) joint_call_id: JointCallId,
    /// For which need.
    pub(super) need_id: NeedId,
    /// True: consents. False: declines, or takes the consent back; then the need is out of it.
    pub(super) consent: bool,
    /// Why not; the other owners and the alliance read it. Required when declining.
    pub(super) reason: Option<String>,
}

/// The end of a joint call.
#[derive(InputObject)]
pub struct EndJointCallInput {
    /// Which joint call.
    pub(super) joint_call_id: JointCallId,
    /// Why; its owners read it.
    pub(super) reason: String,
}

/// The joint call after the change.
#[derive(SimpleObject)]
pub struct JointCallPayload {
    /// The joint call.
    pub(super) joint_call: JointCall,
}
