//! Templates of needs in the API.

use async_graphql::{Object, SimpleObject};

use super::rules::{self, TEMPLATES, Words};
use crate::evaluations::CriterionKind;
use crate::need_lint::graphql::SentenceText;
use crate::text::say;

/// By what success may be measured.
#[derive(SimpleObject)]
pub struct TemplateIndicator {
    /// What is counted.
    name: SentenceText,
    /// In what unit.
    unit: SentenceText,
}

/// By what proposals may be judged.
#[derive(SimpleObject)]
pub struct TemplateCriterion {
    /// What it is called.
    name: SentenceText,
    /// Its part of 100.
    weight: i32,
    /// How it is scored.
    kind: CriterionKind,
}

/// A first text for a need; what stands in brackets is to be filled in, and the linter flags what is left.
#[derive(SimpleObject)]
pub struct NeedTemplate {
    /// Code of its domain.
    domain: &'static str,
    /// Title: a result, not a product.
    title: SentenceText,
    /// The problem in a few sentences.
    summary: SentenceText,
    /// What a proposal must contain.
    proposal_content: SentenceText,
    /// By what success may be measured.
    indicators: Vec<TemplateIndicator>,
}

fn said(words: &'static Words) -> SentenceText {
    say(&*words.vi, &*words.en).into()
}

/// Questions about templates.
#[derive(Default)]
pub struct TemplateQuery;

#[Object]
impl TemplateQuery {
    /// The template of a domain, by its code; null where there is none.
    async fn need_template(&self, domain: String) -> Option<NeedTemplate> {
        let one = rules::of(&domain)?;
        let indicators = one.indicators.iter().map(|row| TemplateIndicator {
            name: said(&row.name),
            unit: said(&row.unit),
        });
        Some(NeedTemplate {
            domain: &one.domain,
            title: said(&one.title),
            summary: said(&one.summary),
            proposal_content: said(&one.proposal_content),
            indicators: indicators.collect(),
        })
    }

    /// Criteria to begin with, whatever the domain; the weights sum to 100.
    async fn suggested_criteria(&self) -> Vec<TemplateCriterion> {
        let all = TEMPLATES.criteria.iter().map(|row| TemplateCriterion {
            name: said(&row.name),
            weight: row.weight,
            kind: row.kind(),
        });
        all.collect()
    }
}
