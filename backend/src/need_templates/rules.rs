//! Pure: the templates as they stand in the data.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::evaluations::CriterionKind;

/// A text in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// By what success may be measured.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// What is counted.
    pub name: Words,
    /// In what unit.
    pub unit: Words,
}

/// By what proposals may be judged.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// What it is called.
    pub name: Words,
    /// Its part of 100.
    pub weight: i32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Quality,
    Price,
}

impl Criterion {
    /// How it is scored.
    pub fn kind(&self) -> CriterionKind {
        match self.kind {
            Kind::Quality => CriterionKind::Quality,
            Kind::Price => CriterionKind::Price,
        }
    }
}

/// A first text; what stands in brackets is to be filled in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Code of its domain.
    pub domain: String,
    /// Title.
    pub title: Words,
    /// The problem in a few sentences.
    pub summary: Words,
    /// What a proposal must contain.
    pub proposal_content: Words,
    /// By what success may be measured.
    pub indicators: Vec<Indicator>,
}

/// `data/need-templates.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Templates {
    template: Vec<Template>,
    /// Criteria that fit every domain; they sum to 100.
    #[serde(rename = "criterion")]
    pub criteria: Vec<Criterion>,
}

/// The templates.
pub static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/need-templates.toml"))
        .expect("need-templates.toml is read by a test")
});

/// The template of a domain.
pub fn of(domain: &str) -> Option<&'static Template> {
    TEMPLATES.template.iter().find(|one| one.domain == domain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domains::Taxonomy;
    use crate::postings::{SUMMARY_MAX, TITLE_MAX};

    #[test]
    fn every_domain_has_one_and_nothing_else_has() {
        let taxonomy = Taxonomy::built_in();
        let mut known: Vec<_> = taxonomy.all().iter().map(|one| one.code.clone()).collect();
        let mut found: Vec<_> = TEMPLATES
            .template
            .iter()
            .map(|one| one.domain.clone())
            .collect();
        known.sort();
        found.sort();
        assert_eq!(found, known);
    }

    #[test]
    fn a_template_fits_the_fields_and_is_not_sent_in_as_it_is() {
        for one in &TEMPLATES.template {
            for text in [&one.title, &one.summary] {
                for side in [&text.vi, &text.en] {
                    assert!(
                        side.contains('[') && side.contains(']'),
                        "{}: {side}",
                        one.domain
                    );
                }
            }
            for side in [&one.title.vi, &one.title.en] {
                assert!(side.chars().count() <= TITLE_MAX, "{}", one.domain);
            }
            for side in [&one.summary.vi, &one.summary.en] {
                assert!(side.chars().count() <= SUMMARY_MAX, "{}", one.domain);
            }
            assert!((1..=3).contains(&one.indicators.len()), "{}", one.domain);
        }
    }

    #[test]
    fn the_criteria_come_to_a_hundred_and_price_is_one() {
        let criteria = &TEMPLATES.criteria;
        assert_eq!(criteria.iter().map(|one| one.weight).sum::<i32>(), 100);
        let prices = criteria
            .iter()
            .filter(|one| one.kind() == CriterionKind::Price);
        assert_eq!(prices.count(), 1);
    }
}
