//! Receipts: what was handed in, when and by whom, signed. Pure; anybody can check one with the
//! server's public key, the server itself need not be asked.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Proposal;
use super::document::{
    AttachedFile, ConsortiumPart, Document, ProposalIndicator, ProposalPriceLine,
    ProposalReference, ProposalRisk, ProposalSectionName as S,
};
use crate::error::{Error, Result};
use crate::ids::{NeedId, OrganizationId, hex};
use crate::text::Locale;
use crate::vault::signing::{self, Signer};

/// The rule by which new receipts are computed.
pub const RULE: u8 = 2;
/// What a receipt's file calls itself.
const FORMAT: &str = "iforum-proposal-receipt-1";

/// The canonical content of rule 1: the time is part of it, and there is no salt.
#[derive(Serialize)]
struct First<'a> {
    version: u8,
    need: NeedId,
    organization: OrganizationId,
    language: Locale,
    summary: &'a str,
    approach: &'a str,
    price_amount: Option<i64>,
    currency: &'static str,
    duration_months: Option<i32>,
    submitted_at: Option<DateTime<Utc>>,
}

/// The canonical content of rule 2: these fields in this order, as JSON without spaces.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Canonical {
    version: u8,
    need: String,
    organization: String,
    salt: String,
    language: Locale,
    summary: String,
    approach: String,
    team: String,
    references_text: String,
    references: Vec<ProposalReference>,
    work_plan: String,
    duration_months: Option<i32>,
    price_amount: Option<i64>,
    currency: String,
    price_text: String,
    price_lines: Vec<ProposalPriceLine>,
    financing: String,
    risks_text: String,
    risks: Vec<ProposalRisk>,
    indicators_text: String,
    indicators: Vec<ProposalIndicator>,
    /// Not there for one bidder alone, so that such receipts are as they always were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    consortium: Vec<ConsortiumPart>,
    /// Not there without files, for the same reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<AttachedFile>,
}

/// The canonical content: the same bytes for the same proposal, on every machine.
pub fn canonical(proposal: &Proposal, document: &Document) -> Result<String> {
    let price_amount = document.price_amount.map(|amount| amount.0);
    if document.rule < RULE {
        return text(&First {
            version: 1,
            need: proposal.need_id,
            organization: proposal.organization_id,
            language: document.language,
            summary: document.text(S::Summary),
            approach: document.text(S::Approach),
            price_amount,
            currency: crate::money::CURRENCY,
            duration_months: document.duration_months,
            submitted_at: proposal.submitted_at,
        });
    }
    let of = |section: S| document.text(section).to_owned();
    text(&Canonical {
        version: RULE,
        need: proposal.need_id.to_string(),
        organization: proposal.organization_id.to_string(),
        salt: document.salt.clone(),
        language: document.language,
        summary: of(S::Summary),
        approach: of(S::Approach),
        team: of(S::Team),
        references_text: of(S::References),
        references: document.references.clone(),
        work_plan: of(S::WorkPlan),
        duration_months: document.duration_months,
        price_amount,
        currency: crate::money::CURRENCY.to_owned(),
        price_text: of(S::Price),
        price_lines: document.lines.clone(),
        financing: of(S::Financing),
        risks_text: of(S::Risks),
        risks: document.risks.clone(),
        indicators_text: of(S::Indicators),
        indicators: document.indicators.clone(),
        consortium: document.consortium.clone(),
        attachments: document
            .attachments
            .iter()
            .map(|one| one.about.clone())
            .collect(),
    })
}

fn text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::internal(e.to_string()))
}

/// SHA-256 of a canonical content, in hexadecimal.
pub fn hash(canonical: &str) -> String {
    hex(&Sha256::digest(canonical))
}

/// A receipt as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// What this is.
    pub format: String,
    /// The proposal.
    pub proposal: String,
    /// The need.
    pub need: String,
    /// The bidder.
    pub bidder: String,
    /// When it was handed in, by the server's clock.
    pub submitted_at: String,
    /// SHA-256 of the canonical content.
    pub content_sha256: String,
    /// Name of the key that signed.
    pub key: String,
    /// Ed25519 over everything above, in base64url.
    pub signature: String,
}

impl Receipt {
    /// The receipt of a proposal that was handed in and signed for; none otherwise.
    pub fn of(proposal: &Proposal) -> Option<Self> {
        Some(Self {
            key: proposal.receipt_key.clone()?,
            signature: proposal.receipt_signature.clone()?,
            ..Self::unsigned(proposal, proposal.receipt.clone()?)?
        })
    }

    fn unsigned(proposal: &Proposal, content_sha256: String) -> Option<Self> {
        let at = proposal.submitted_at?;
        Some(Self {
            format: FORMAT.to_owned(),
            proposal: proposal.id.to_string(),
            need: proposal.need_id.to_string(),
            bidder: proposal.organization_id.to_string(),
            submitted_at: at.to_rfc3339_opts(SecondsFormat::Micros, true),
            content_sha256,
            key: String::new(),
            signature: String::new(),
        })
    }

    /// The receipt as a file.
    pub fn file(&self) -> Result<String> {
        let text =
            serde_json::to_string_pretty(self).map_err(|e| Error::internal(e.to_string()))?;
        Ok(text + "\n")
    }

    /// What is signed: the fields, one a line.
    fn signed_text(&self) -> String {
        [
            &self.format,
            &self.proposal,
            &self.need,
            &self.bidder,
            &self.submitted_at,
            &self.content_sha256,
            &self.key,
        ]
        .map(String::as_str)
        .join("\n")
    }

    /// True when the owner of the public key signed this receipt.
    pub fn is_signed_by(&self, public: &str) -> bool {
        self.format == FORMAT
            && signing::is_signed(public, self.signed_text().as_bytes(), &self.signature)
    }
}

/// Writes the receipt into a proposal that is being handed in.
pub fn sign(mut proposal: Proposal, document: &Document, signer: &Signer) -> Result<Proposal> {
    let content = hash(&canonical(&proposal, document)?);
    let unsigned = Receipt::unsigned(&proposal, content.clone())
        .ok_or_else(|| Error::internal("a receipt without a time"))?;
    let receipt = Receipt {
        key: signer.name(),
        ..unsigned
    };
    proposal.receipt_signature = Some(signer.sign(receipt.signed_text().as_bytes()));
    proposal.receipt_key = Some(receipt.key);
    proposal.receipt = Some(content);
    Ok(proposal)
}

/// What comparing a content with a receipt found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The content is what was handed in, and the key's owner said so.
    Genuine,
    /// The content is what the receipt says; who signed it was not asked.
    Unsigned,
}

/// Compares files: a receipt, a content, and the server's public key if one is given. In English, as
/// the command line is.
pub fn compare(
    receipt: &str,
    content: &str,
    public: Option<&str>,
) -> std::result::Result<Found, String> {
    let receipt: Receipt = serde_json::from_str(receipt)
        .map_err(|e| format!("the receipt is not one of this product: {e}"))?;
    if receipt.format != FORMAT {
        return Err(format!(
            "the receipt's format is {:?}, not {FORMAT}",
            receipt.format
        ));
    }
    let read: Canonical = serde_json::from_str(content)
        .map_err(|e| format!("the content is not a proposal's canonical content: {e}"))?;
    // Spaces and line ends are nobody's content.
    let again = serde_json::to_string(&read).map_err(|e| e.to_string())?;
    if hash(&again) != receipt.content_sha256 {
        return Err(format!(
            "the content is not what was handed in: its SHA-256 is {}, the receipt says {}",
            hash(&again),
            receipt.content_sha256
        ));
    }
    if (&read.need, &read.organization) != (&receipt.need, &receipt.bidder) {
        return Err(
            "the content is for another need or of another bidder than the receipt says".into(),
        );
    }
    let Some(public) = public else {
        return Ok(Found::Unsigned);
    };
    match signing::name_of(public) {
        None => Err("the key is not an Ed25519 public key in base64url".into()),
        Some(name) if name != receipt.key => Err(format!(
            "the receipt names the key {}, the key given is {name}",
            receipt.key
        )),
        Some(_) if receipt.is_signed_by(public) => Ok(Found::Genuine),
        Some(_) => Err("the signature is not the server's: the receipt was altered".into()),
    }
}
