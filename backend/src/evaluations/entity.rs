//! The tables of criteria, panels and scores.

use async_graphql::Enum;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{NeedId, ProposalId, UserId};

/// How a criterion is scored.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum CriterionKind {
    /// Chất lượng: thành viên tổ đánh giá chấm.
    Quality,
    /// Giá: tính theo công thức.
    Price,
}

/// Where an evaluation stands.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum EvaluationStatus {
    /// Chuẩn bị: tiêu chí và tổ đánh giá.
    Preparing,
    /// Chấm riêng.
    Scoring,
    /// Thống nhất.
    Consensus,
    /// Phỏng vấn và thống nhất lần hai.
    Interview,
    /// Đã phê duyệt.
    Approved,
    /// Đã quyết định.
    Decided,
    /// Kết thúc không có quyết định.
    Ended,
}

/// As what somebody sits in a panel.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PanelSeat {
    /// Người của cơ quan đăng nhu cầu.
    Owner,
    /// Người của Liên minh.
    Alliance,
    /// Chuyên gia độc lập.
    Researcher,
}

/// What a member said to the invitation.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[graphql(name = "PanelMemberStatus")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum MemberStatus {
    /// Đã mời.
    Invited,
    /// Đã nhận lời.
    Accepted,
    /// Từ chối hoặc rút.
    Recused,
    /// Được thay.
    Removed,
}

/// Where a member's scores stand.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[graphql(name = "ScoreSheetStatus")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum SheetStatus {
    /// Đang chấm.
    Draft,
    /// Đã nộp.
    Submitted,
}

/// What ties a member of a panel to a bidder.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Là thành viên của bên dự.
    Member,
    /// Đang xin vào bên dự.
    AsksToJoin,
    /// Rời bên dự trong 365 ngày qua.
    FormerMember,
    /// Soạn đề xuất này.
    Author,
    /// Công tác tại bên dự theo hồ sơ chuyên gia.
    Affiliation,
    /// Tổ chức của thành viên và bên dự đã là một.
    Merged,
    /// Tổ chức của thành viên đã chọn bên dự trước đây.
    EarlierSelection,
    /// Tổ chức của thành viên đã kết nối với bên dự.
    EarlierMatch,
}

/// What the alliance found when it looked at an outcome again.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Enum,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OutcomeReviewVerdict {
    /// Có căn cứ.
    Founded,
    /// Không có căn cứ.
    Unfounded,
}

/// How one need's proposals are evaluated.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "need_evaluation")]
pub struct Model {
    /// Need.
    #[sea_orm(primary_key, auto_increment = false)]
    pub need_id: NeedId,
    /// Status.
    pub status: EvaluationStatus,
    /// Who bid what is not shown until the evaluation is approved.
    pub anonymous: bool,
    /// 1, or 2 after a shortlist and interviews.
    pub round: i32,
    /// Until when members are asked to score.
    pub scores_due_at: Option<DateTimeUtc>,
    /// When scoring began.
    pub started_at: Option<DateTimeUtc>,
    /// When the chair approved.
    pub approved_at: Option<DateTimeUtc>,
    /// Who.
    pub approved_by: Option<UserId>,
    /// When the owner decided.
    pub decided_at: Option<DateTimeUtc>,
    /// Who.
    pub decided_by: Option<UserId>,
    /// What was selected; null when nothing was.
    pub selected_id: Option<ProposalId>,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub decision_reason: Option<String>,
    /// Version.
    pub version: i32,
    /// When.
    pub created_at: DateTimeUtc,
    /// When last.
    pub updated_at: DateTimeUtc,
}

/// None: neighbours are fetched by id (see `loaders`).
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Criteria.
pub mod criterion {
    use sea_orm::entity::prelude::*;

    use super::CriterionKind;
    use crate::ids::{CriterionId, NeedId};
    use crate::text::BilingualText;

    /// What proposals for a need are judged by.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "need_criterion")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CriterionId,
        /// Need.
        pub need_id: NeedId,
        /// Place in the list, from 1.
        pub position: i32,
        /// Name.
        pub name: BilingualText,
        /// What is looked for.
        pub description: BilingualText,
        /// Of 100.
        pub weight: i32,
        /// Kind.
        pub kind: CriterionKind,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Members of panels.
pub mod member {
    use sea_orm::entity::prelude::*;

    use super::{MemberStatus, PanelSeat, SheetStatus};
    use crate::ids::{NeedId, PanelMemberId, UserId};

    /// One person's seat in one panel.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "panel_member")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PanelMemberId,
        /// Need.
        pub need_id: NeedId,
        /// Person.
        pub user_id: UserId,
        /// As what.
        pub seat: PanelSeat,
        /// Leads the panel.
        pub chair: bool,
        /// What she said.
        pub status: MemberStatus,
        /// Why she recused herself, or was replaced.
        #[sea_orm(column_type = "Text", nullable)]
        pub reason: Option<String>,
        /// What could conflict, in her words.
        #[sea_orm(column_type = "Text", nullable)]
        pub declared_interest: Option<String>,
        /// Her scores.
        pub sheet: SheetStatus,
        /// Who invited her.
        pub invited_by: UserId,
        /// When.
        pub invited_at: DateTimeUtc,
        /// When she answered last.
        pub answered_at: Option<DateTimeUtc>,
        /// When she handed her scores in.
        pub submitted_at: Option<DateTimeUtc>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Ties that members disclosed.
pub mod disclosure {
    use sea_orm::entity::prelude::*;

    use super::ConflictKind;
    use crate::ids::{PanelMemberId, ProposalId};

    /// One tie of one member to one bidder, and why it does not sway her.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "panel_disclosure")]
    pub struct Model {
        /// Member.
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: PanelMemberId,
        /// The bidder's proposal.
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        /// What ties them.
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: ConflictKind,
        /// In her words.
        #[sea_orm(column_type = "Text")]
        pub reason: String,
        /// When.
        pub disclosed_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Proposals as the panel sees them.
pub mod bid {
    use sea_orm::entity::prelude::*;

    use crate::ids::{NeedId, ProposalId};

    /// One proposal in one evaluation.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "evaluated_bid")]
    pub struct Model {
        /// Proposal.
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        /// Need.
        pub need_id: NeedId,
        /// Place in the shuffled list, from 1: its label.
        pub place: i32,
        /// Is among the few that were interviewed.
        pub shortlisted: bool,
        /// Why, or why not.
        #[sea_orm(column_type = "Text", nullable)]
        pub shortlist_reason: Option<String>,
        /// What the interview brought.
        #[sea_orm(column_type = "Text", nullable)]
        pub interview_note: Option<String>,
        /// Hundredths of a point, as approved.
        pub total: Option<i32>,
        /// From 1, as approved.
        pub rank: Option<i32>,
        /// Đồng, as it was scored.
        pub scored_price: Option<i64>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Scores of single members.
pub mod score {
    use sea_orm::entity::prelude::*;

    use crate::ids::{CriterionId, PanelMemberId, ProposalId};

    /// What one member scored one proposal by one criterion.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "panel_score")]
    pub struct Model {
        /// Member.
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: PanelMemberId,
        /// Proposal.
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        /// Criterion.
        #[sea_orm(primary_key, auto_increment = false)]
        pub criterion_id: CriterionId,
        /// 0 to 100.
        pub score: Option<i32>,
        /// Why.
        #[sea_orm(column_type = "Text", nullable)]
        pub comment: Option<String>,
        /// Raised by one at each change.
        pub version: i32,
        /// When last.
        pub updated_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Scores that the panel agreed on.
pub mod agreed {
    use sea_orm::entity::prelude::*;

    use crate::ids::{CriterionId, ProposalId, UserId};

    /// What the panel agreed for one proposal by one criterion.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreed_score")]
    pub struct Model {
        /// Proposal.
        #[sea_orm(primary_key, auto_increment = false)]
        pub proposal_id: ProposalId,
        /// Criterion.
        #[sea_orm(primary_key, auto_increment = false)]
        pub criterion_id: CriterionId,
        /// 1, or 2 after the interviews.
        #[sea_orm(primary_key, auto_increment = false)]
        pub round: i32,
        /// 0 to 100.
        pub score: i32,
        /// Why, where they differed.
        #[sea_orm(column_type = "Text", nullable)]
        pub note: Option<String>,
        /// The chair who entered it.
        pub agreed_by: UserId,
        /// When.
        pub agreed_at: DateTimeUtc,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Requests to review an outcome.
pub mod review {
    use sea_orm::entity::prelude::*;

    use super::OutcomeReviewVerdict;
    use crate::ids::{NeedId, OutcomeReviewId, ProposalId, UserId};

    /// A bidder's request; one for each proposal.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outcome_review")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OutcomeReviewId,
        /// Proposal.
        #[sea_orm(unique)]
        pub proposal_id: ProposalId,
        /// Need.
        pub need_id: NeedId,
        /// Who asked.
        pub asked_by: UserId,
        /// What she asks to be looked at.
        #[sea_orm(column_type = "Text")]
        pub request: String,
        /// When.
        pub asked_at: DateTimeUtc,
        /// Until when it is to be answered.
        pub due_at: DateTimeUtc,
        /// What was found.
        pub verdict: Option<OutcomeReviewVerdict>,
        /// In words.
        #[sea_orm(column_type = "Text", nullable)]
        pub answer: Option<String>,
        /// Who decided.
        pub decided_by: Option<UserId>,
        /// When.
        pub decided_at: Option<DateTimeUtc>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
