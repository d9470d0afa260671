//! Parts of a proposal in the API: its sections, and the files that belong to it.

use std::sync::Arc;

use async_graphql::Object;
use chrono::{DateTime, Utc};

use super::document::{
    Attachment, Document, ProposalIndicator, ProposalPriceLine, ProposalReference, ProposalRisk,
    ProposalSectionName,
};
use crate::ids::AttachmentId;
use crate::money::Money;
use crate::text::Locale;

/// A file that belongs to a proposal, sealed with it.
pub struct ProposalAttachment(Attachment);

/// A file that belongs to a proposal, sealed with it.
#[Object]
impl ProposalAttachment {
    /// Id.
    async fn id(&self) -> AttachmentId {
        self.0.id
    }

    /// Name as it was given, cleaned.
    async fn name(&self) -> &str {
        &self.0.about.name
    }

    /// Type by its bytes: application/pdf, image/png or image/jpeg.
    async fn media_type(&self) -> &str {
        &self.0.about.media_type
    }

    /// Bytes.
    async fn size(&self) -> i64 {
        self.0.about.size
    }

    /// SHA-256 of the bytes, in hexadecimal; the receipt covers it.
    async fn sha256(&self) -> &str {
        &self.0.about.sha256
    }

    /// Where its bytes are, for a request with the bearer token.
    async fn path(&self) -> String {
        format!("/attachments/{}", self.0.id)
    }
}

impl ProposalAttachment {
    /// Those of a document.
    pub fn all(document: &Document) -> Vec<Self> {
        document.attachments.iter().cloned().map(Self).collect()
    }
}

/// A part of a proposal that is saved by itself.
pub struct ProposalSection {
    pub(super) name: ProposalSectionName,
    pub(super) document: Arc<Document>,
}

/// A part of a proposal that is saved by itself.
#[Object]
impl ProposalSection {
    /// Which.
    async fn name(&self) -> ProposalSectionName {
        self.name
    }

    /// Raised by one at each change; 0 when it was never saved. Send it back when you save.
    async fn version(&self) -> i32 {
        self.document.version(self.name)
    }

    /// When it was saved last.
    async fn saved_at(&self) -> Option<DateTime<Utc>> {
        self.document
            .marks
            .get(&self.name)
            .map(|mark| mark.saved_at)
    }

    /// Its text.
    async fn text(&self) -> &str {
        self.document.text(self.name)
    }

    /// Of the summary: the language of the whole proposal; else null.
    async fn language(&self) -> Option<Locale> {
        (self.name == ProposalSectionName::Summary).then_some(self.document.language)
    }

    /// Of the work plan: months; else null.
    async fn duration_months(&self) -> Option<i32> {
        let months = self.document.duration_months;
        months.filter(|_| self.name == ProposalSectionName::WorkPlan)
    }

    /// Of the price: its lines; else empty. A price in one figure has none.
    async fn lines(&self) -> Vec<ProposalPriceLine> {
        self.of(ProposalSectionName::Price, &self.document.lines)
    }

    /// Of the price: the sum; else null.
    async fn total(&self) -> Option<Money> {
        let price = self.document.price_amount;
        price
            .filter(|_| self.name == ProposalSectionName::Price)
            .map(|amount| Money::dong(amount.0))
    }

    /// Of the references: what the bidder has done, as its profile said when the section was saved.
    async fn references(&self) -> Vec<ProposalReference> {
        self.of(ProposalSectionName::References, &self.document.references)
    }

    /// Of the risks: who bears which.
    async fn risks(&self) -> Vec<ProposalRisk> {
        self.of(ProposalSectionName::Risks, &self.document.risks)
    }

    /// Of the indicators: what is promised.
    async fn indicators(&self) -> Vec<ProposalIndicator> {
        self.of(ProposalSectionName::Indicators, &self.document.indicators)
    }
}

impl ProposalSection {
    pub(super) fn all(document: &Arc<Document>) -> impl Iterator<Item = Self> {
        ProposalSectionName::ALL.into_iter().map(|name| Self {
            name,
            document: Arc::clone(document),
        })
    }

    /// Those of a document that say something.
    pub fn written(document: &Arc<Document>) -> Vec<Self> {
        Self::all(document)
            .filter(|section| document.version(section.name) > 0)
            .collect()
    }

    /// Which.
    pub fn which(&self) -> ProposalSectionName {
        self.name
    }

    fn of<T: Clone>(&self, section: ProposalSectionName, rows: &[T]) -> Vec<T> {
        if self.name == section {
            rows.to_vec()
        } else {
            Vec::new()
        }
    }
}
