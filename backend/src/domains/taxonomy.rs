//! The domains in memory.

use serde::Deserialize;

use super::entity::{AscnArea, DomainKind};

/// One domain.
#[derive(Clone, Debug, Deserialize)]
pub struct Domain {
    /// `TRA`.
    pub code: String,
    /// Kind.
    pub kind: DomainKind,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// Focus area, for sections.
    pub ascn_area: Option<AscnArea>,
    /// Vietnamese synonyms.
    pub synonyms_vi: Vec<String>,
    /// English synonyms.
    pub synonyms_en: Vec<String>,
}

#[derive(Deserialize)]
struct Facts {
    domains: Vec<Domain>,
}

/// All domains.
#[derive(Clone)]
pub struct Taxonomy {
    domains: Vec<Domain>,
}

impl Taxonomy {
    /// The facts built into the binary.
    pub fn built_in() -> Self {
        let facts: Facts = serde_json::from_str(include_str!("../../data/domains.json"))
            .expect("backend/data/domains.json is read by a test");
        Self {
            domains: facts.domains,
        }
    }

    /// Every domain, sections first.
    pub fn all(&self) -> &[Domain] {
        &self.domains
    }

    /// The domain with this code.
    pub fn get(&self, code: &str) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_19_sections_each_in_an_area_and_nine_tags() {
        let taxonomy = Taxonomy::built_in();
        let sections: Vec<_> = taxonomy
            .all()
            .iter()
            .filter(|d| d.kind == DomainKind::Iso37122)
            .collect();
        assert_eq!(sections.len(), 19);
        assert!(sections.iter().all(|domain| domain.ascn_area.is_some()));
        assert_eq!(taxonomy.all().len(), 28);
        assert_eq!(taxonomy.get("WWT").unwrap().name_vi, "Nước thải");
    }
}
