//! Agreements that were signed before the product was there, as the news reported them.

use serde::Deserialize;

use crate::{Text, read};

/// A signing as it was reported.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Key of the first organisation.
    pub owner: String,
    /// Key of the other.
    pub partner: String,
    /// When, as RFC 3339.
    pub signed_at: String,
    /// From where this is known.
    pub source: String,
    /// Title, in our words.
    pub title: Text,
    /// What it rests on.
    pub recitals: Vec<Text>,
    /// What was reported of it.
    pub clauses: Vec<Clause>,
    /// Who signed for the first.
    pub owner_signed: Present,
    /// Who signed for the other.
    pub partner_signed: Present,
    /// Who was there.
    pub witnesses: Vec<Present>,
}

/// Something that the agreement is about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Key.
    pub key: String,
    /// Heading.
    pub heading: Text,
    /// What was reported.
    pub body: Text,
}

/// Somebody who signed, or was there, as the news named her.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Present {
    /// Name.
    pub name: String,
    /// Position, where it was reported.
    pub position: Option<String>,
    /// Organisation, where it was reported.
    pub organization: Option<String>,
    /// Where.
    pub place: Option<String>,
}

/// The signings.
pub fn agreements() -> Vec<Agreement> {
    read("agreements.json", include_str!("../data/agreements.json"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organizations;

    #[test]
    fn signings_are_between_planted_organisations_and_in_both_languages() {
        let known = organizations();
        for one in agreements() {
            for key in [&one.owner, &one.partner] {
                assert!(known.iter().any(|o| o.key == *key), "{key}");
            }
            let clauses = one.clauses.iter().flat_map(|c| [&c.heading, &c.body]);
            for text in [&one.title].into_iter().chain(&one.recitals).chain(clauses) {
                assert!(text.vi.is_some() && text.en.is_some(), "{text:?}");
            }
            assert!(!one.witnesses.is_empty());
        }
    }
}
