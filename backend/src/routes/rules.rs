//! Pure: which paths fit which answers.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::answers::RouteAnswersInput;
use crate::postings::ContractType;

/// A name and a text in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What the path is called.
    pub name: String,
    /// What it is.
    pub text: String,
}

/// On what a rule rests.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Number of the document; empty where none was looked at.
    pub document: String,
    /// Its date of issue; empty likewise.
    pub issued_on: String,
    /// What it is, in Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
    /// The source itself was read.
    pub verified: bool,
}

/// A path that fits some answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its code.
    pub code: String,
    /// For which answers it holds, by the question.
    pub when: BTreeMap<String, Vec<String>>,
    /// Contract types that are candidates.
    pub contracts: Vec<ContractType>,
    /// Vietnamese.
    pub vi: Words,
    /// English.
    pub en: Words,
    /// On what it rests.
    pub source: Source,
}

/// `data/routes.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// When the rules were last looked at.
    pub as_of: NaiveDate,
    rule: Vec<Rule>,
}

/// The rules.
pub static RULES: LazyLock<Rules> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/routes.toml")).expect("routes.toml is read by a test")
});

/// The paths that fit, in the order of the file.
pub fn advise(answers: RouteAnswersInput) -> Vec<&'static Rule> {
    let fits = |rule: &&Rule| {
        rule.when.iter().all(|(question, allowed)| {
            let given = answers.to_question(question);
            given.is_some_and(|given| allowed.contains(&given))
        })
    };
    RULES.rule.iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::super::answers::{RouteCapital, RouteGoal, RoutePayer, RouteProposer, RouteScope};
    use super::*;
    use async_graphql::resolver_utils::EnumType;

    fn all<E: EnumType>() -> Vec<E> {
        E::items().iter().map(|item| item.value).collect()
    }

    fn every() -> Vec<RouteAnswersInput> {
        let mut every = Vec::new();
        for goal in all::<RouteGoal>() {
            for capital in all::<RouteCapital>() {
                for payer in all::<RoutePayer>() {
                    for scope in all::<RouteScope>() {
                        for proposer in all::<RouteProposer>() {
                            for technology in [true, false] {
                                every.push(RouteAnswersInput {
                                    goal,
                                    capital,
                                    payer,
                                    scope,
                                    technology,
                                    proposer,
                                });
                            }
                        }
                    }
                }
            }
        }
        every
    }

    fn codes(answers: RouteAnswersInput) -> Vec<&'static str> {
        let found = advise(answers).into_iter();
        found.map(|rule| rule.code.as_str()).collect()
    }

    #[test]
    fn every_rule_is_reached_and_asks_for_answers_that_there_are() {
        let every = every();
        for rule in &RULES.rule {
            assert!(
                every
                    .iter()
                    .any(|answers| codes(*answers).contains(&rule.code.as_str())),
                "{} is never reached",
                rule.code
            );
            for (question, allowed) in &rule.when {
                for answer in allowed {
                    assert!(
                        every
                            .iter()
                            .any(|one| one.to_question(question).as_ref() == Some(answer)),
                        "{}: {question} = {answer}",
                        rule.code
                    );
                }
            }
        }
    }

    #[test]
    fn every_rule_has_a_source_or_says_that_it_has_none() {
        for rule in &RULES.rule {
            let source = &rule.source;
            assert!(
                !source.vi.is_empty() && !source.en.is_empty(),
                "{}",
                rule.code
            );
            if source.document.is_empty() {
                assert!(!source.verified, "{}", rule.code);
            } else {
                assert!(
                    source.issued_on.parse::<NaiveDate>().is_ok(),
                    "{}",
                    rule.code
                );
            }
        }
    }

    #[test]
    fn a_digital_platform_with_private_money_goes_by_decree_180() {
        let answers = RouteAnswersInput {
            goal: RouteGoal::Deliver,
            capital: RouteCapital::Shared,
            payer: RoutePayer::State,
            scope: RouteScope::Service,
            technology: true,
            proposer: RouteProposer::Authority,
        };
        assert_eq!(
            codes(answers),
            [
                "service_lease",
                "science_technology_ppp",
                "ppp_state_pays",
                "survey_of_interest",
                "national_system",
            ]
        );
        let trial = RouteAnswersInput {
            goal: RouteGoal::Trial,
            ..answers
        };
        assert_eq!(codes(trial), ["sandbox"]);
        let state = RouteAnswersInput {
            capital: RouteCapital::State,
            scope: RouteScope::Build,
            ..answers
        };
        assert_eq!(codes(state), ["public_investment"]);
        let land = RouteAnswersInput {
            capital: RouteCapital::Private,
            payer: RoutePayer::Land,
            scope: RouteScope::Build,
            technology: false,
            proposer: RouteProposer::Investor,
            ..answers
        };
        assert_eq!(
            codes(land),
            [
                "build_transfer",
                "unsolicited",
                "no_policy_decision",
                "national_system"
            ]
        );
    }
}
