//! Flags in the API.

use async_graphql::{Context, InputObject, Object, SimpleObject};

use super::kinds::{CheckReason, FlagSeverity};
use super::rules::{self, Flag};
use super::service;
use crate::graphql::{Result, ctx};
use crate::ids::NeedId;
use crate::needs::graphql::Need;
use crate::text::Sentence;

/// A sentence of the product's in both languages.
#[derive(SimpleObject)]
pub struct SentenceText {
    /// Vietnamese.
    vi: String,
    /// English.
    en: String,
}

impl From<Sentence> for SentenceText {
    fn from(sentence: Sentence) -> Self {
        Self {
            vi: sentence.vi,
            en: sentence.en,
        }
    }
}

/// Something about a need that a bidder would stumble over.
#[derive(SimpleObject)]
pub struct NeedFlag {
    /// Code of the check, such as `deadline_short`.
    code: &'static str,
    /// What it does.
    severity: FlagSeverity,
    /// What it is about: a path of the content.
    field: &'static str,
    /// What to do.
    sentence: SentenceText,
    /// Why there is such a check, with where it is from.
    reason: SentenceText,
    /// Why it is right as it is; published with the need.
    justification: Option<String>,
}

impl From<Flag> for NeedFlag {
    fn from(flag: Flag) -> Self {
        Self {
            code: flag.code,
            severity: flag.severity,
            field: flag.field,
            sentence: flag.sentence.into(),
            reason: flag.reason.sentence().into(),
            justification: flag.justification,
        }
    }
}

/// A check of needs.
#[derive(SimpleObject)]
pub struct NeedCheck {
    /// Its code.
    code: &'static str,
    /// What its flag does.
    severity: FlagSeverity,
    /// What it reads.
    field: &'static str,
    /// Why there is such a check.
    reason: CheckReason,
    /// That, in words.
    explanation: SentenceText,
}

/// Why a flag may stay.
#[derive(InputObject)]
pub struct JustifyNeedFlagInput {
    /// Made by the client; the same key with the same body answers as before.
    client_key: String,
    /// Of which need.
    need_id: NeedId,
    /// The need's version that was read.
    version: i32,
    /// Code of the check.
    code: String,
    /// Why; at most 1,000 characters; published. Empty takes it back.
    text: String,
}

/// The need after the change.
#[derive(SimpleObject)]
pub struct JustifyNeedFlagPayload {
    /// The need.
    need: Need,
}

/// Questions about checks.
#[derive(Default)]
pub struct NeedLintQuery;

#[Object]
impl NeedLintQuery {
    /// Every check of needs that there is.
    async fn need_checks(&self) -> Vec<NeedCheck> {
        let check = |check: &rules::Check| NeedCheck {
            code: check.code,
            severity: check.severity,
            field: check.field,
            reason: check.reason,
            explanation: check.reason.sentence().into(),
        };
        rules::checks().iter().map(check).collect()
    }
}

/// Changes to what is justified.
#[derive(Default)]
pub struct NeedLintMutation;

#[Object]
impl NeedLintMutation {
    /// Says why something that a check flags is right as it is.
    async fn justify_need_flag(
        &self,
        gql: &Context<'_>,
        input: JustifyNeedFlagInput,
    ) -> Result<JustifyNeedFlagPayload> {
        let need = service::justify(
            ctx(gql),
            &input.client_key,
            input.need_id,
            input.version,
            &input.code,
            &input.text,
        )
        .await?;
        Ok(JustifyNeedFlagPayload { need: Need(need) })
    }
}
