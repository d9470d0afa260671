//! Pure: what an edition must be.

use std::collections::{BTreeMap, BTreeSet};

use matching::ConceptInfo;

use crate::domains::Taxonomy;
use crate::error::{ErrorCode, Problem};
use crate::text::{Sentence, say};

/// Concepts of an edition at most.
const MOST: usize = 5_000;
/// Words of a concept in one language at most.
const WORDS: usize = 40;
/// Characters of a word at most.
const LONGEST: usize = 120;
/// Problems that are named at once.
const NAMED: usize = 50;

/// What is wrong with these concepts; nothing if they can be an edition.
pub fn problems(concepts: &[ConceptInfo], taxonomy: &Taxonomy) -> Vec<Problem> {
    let mut problems = Vec::new();
    if concepts.is_empty() || concepts.len() > MOST {
        problems.push(problem(
            "concepts",
            ErrorCode::OutOfRange,
            say(
                format!("Một phiên bản có từ 1 đến {MOST} khái niệm."),
                format!("An edition has 1 to {MOST} concepts."),
            ),
        ));
        return problems;
    }
    let above: BTreeMap<&str, Option<&str>> = concepts
        .iter()
        .map(|concept| (&*concept.id, concept.broader.as_deref()))
        .collect();
    let mut seen = BTreeSet::new();
    for (i, concept) in concepts.iter().enumerate() {
        let mut add = |part: &str, code, sentence| {
            problems.push(problem(&format!("concepts.{i}.{part}"), code, sentence));
        };
        if !is_id(&concept.id) {
            add(
                "id",
                ErrorCode::InvalidInput,
                say(
                    "Mã khái niệm gồm 2 đến 60 chữ thường không dấu, chữ số hoặc dấu gạch dưới.",
                    "A concept's id is 2 to 60 lower-case letters, digits or underscores.",
                ),
            );
        }
        if !seen.insert(&*concept.id) {
            add(
                "id",
                ErrorCode::InvalidInput,
                say(
                    format!("Mã {} được dùng hai lần.", concept.id),
                    format!("The id {} is used twice.", concept.id),
                ),
            );
        }
        let unknown = |code: &&String| taxonomy.get(code).is_none();
        if concept.domains.is_empty() || concept.domains.iter().any(|code| unknown(&code)) {
            add(
                "domains",
                ErrorCode::UnknownDomain,
                say(
                    "Hãy ghi ít nhất một mã lĩnh vực có trong danh mục.",
                    "Give at least one domain code of the list.",
                ),
            );
        }
        for (part, words) in [("vi", &concept.vi), ("en", &concept.en)] {
            if words.is_empty() || words.len() > WORDS || words.iter().any(|word| !is_word(word)) {
                add(
                    part,
                    ErrorCode::InvalidInput,
                    say(
                        format!(
                            "Mỗi khái niệm có từ 1 đến {WORDS} cách gọi, mỗi cách không quá {LONGEST} ký tự."
                        ),
                        format!(
                            "A concept has 1 to {WORDS} names in each language, each of at most {LONGEST} characters."
                        ),
                    ),
                );
            }
        }
        if concept.broader.is_some() && !leads_up(&concept.id, &above) {
            add(
                "broader",
                ErrorCode::InvalidInput,
                say(
                    "Khái niệm rộng hơn phải có trong phiên bản và không được quay vòng.",
                    "The broader concept must be in the edition and must not lead back here.",
                ),
            );
        }
        if problems.len() >= NAMED {
            break;
        }
    }
    problems
}

fn problem(field: &str, code: ErrorCode, message: Sentence) -> Problem {
    Problem {
        field: field.to_owned(),
        code,
        message,
    }
}

fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    (2..=60).contains(&id.len()) && id.chars().all(plain)
}

fn is_word(word: &str) -> bool {
    let length = word.trim().chars().count();
    (1..=LONGEST).contains(&length) && !word.chars().any(char::is_control)
}

/// Whether the broader concepts end at one that has none.
fn leads_up(id: &str, above: &BTreeMap<&str, Option<&str>>) -> bool {
    let mut at = id;
    for _ in 0..above.len() {
        match above.get(at) {
            Some(Some(broader)) => at = broader,
            Some(None) => return true,
            None => return false,
        }
    }
    false
}

/// How two editions differ: ids that only the second has, only the first, and that both have with other
/// content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Only in the second.
    pub added: Vec<String>,
    /// Only in the first.
    pub removed: Vec<String>,
    /// In both, with other content.
    pub changed: Vec<String>,
}

/// The difference from one edition to another, each list in the order of the ids.
pub fn difference(from: &[ConceptInfo], to: &[ConceptInfo]) -> Difference {
    let by_id = |all: &'_ [ConceptInfo]| -> BTreeMap<String, ConceptInfo> {
        let pairs = all
            .iter()
            .map(|concept| (concept.id.clone(), concept.clone()));
        pairs.collect()
    };
    let (from, to) = (by_id(from), by_id(to));
    let only = |a: &BTreeMap<String, ConceptInfo>, b: &BTreeMap<String, ConceptInfo>| {
        let ids = a.keys().filter(|id| !b.contains_key(*id));
        ids.cloned().collect()
    };
    let changed = from
        .iter()
        .filter(|(id, concept)| to.get(*id).is_some_and(|other| other != *concept));
    Difference {
        added: only(&to, &from),
        removed: only(&from, &to),
        changed: changed.map(|(id, _)| id.clone()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concept(id: &str, broader: Option<&str>) -> ConceptInfo {
        ConceptInfo {
            id: id.into(),
            domains: vec!["ENE".into()],
            broader: broader.map(Into::into),
            vi: vec!["điện".into()],
            en: vec!["power".into()],
        }
    }

    fn fields(concepts: &[ConceptInfo]) -> Vec<String> {
        let problems = problems(concepts, &Taxonomy::built_in());
        problems.into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn the_built_in_edition_is_one() {
        let concepts = crate::engine::built_in_concepts().concepts;
        assert_eq!(fields(&concepts), Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_is_named_where_it_is() {
        assert_eq!(fields(&[]), ["concepts"]);
        let twice = [concept("power", None), concept("power", None)];
        assert_eq!(fields(&twice), ["concepts.1.id"]);
        let mut odd = concept("Điện lực", Some("nothing"));
        odd.domains = vec!["XYZ".into()];
        odd.vi = vec![" ".into()];
        odd.en = Vec::new();
        let all = ["id", "domains", "vi", "en", "broader"];
        assert_eq!(fields(&[odd]), all.map(|part| format!("concepts.0.{part}")));
    }

    #[test]
    fn broader_concepts_do_not_go_round() {
        let round = [concept("aa", Some("bb")), concept("bb", Some("aa"))];
        assert_eq!(fields(&round), ["concepts.0.broader", "concepts.1.broader"]);
        let chain = [concept("aa", Some("bb")), concept("bb", None)];
        assert_eq!(fields(&chain), Vec::<String>::new());
    }

    #[test]
    fn a_difference_names_what_is_new_gone_and_other() {
        let from = [concept("aa", None), concept("bb", None)];
        let to = [concept("bb", Some("cc")), concept("cc", None)];
        let difference = difference(&from, &to);
        assert_eq!(difference.added, ["cc"]);
        assert_eq!(difference.removed, ["aa"]);
        assert_eq!(difference.changed, ["bb"]);
    }
}
