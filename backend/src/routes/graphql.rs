//! The route adviser in the API.

use async_graphql::{Object, SimpleObject};
use chrono::NaiveDate;

use super::answers::RouteAnswersInput;
use super::rules::{self, RULES, Rule};
use crate::need_lint::graphql::SentenceText;
use crate::postings::ContractType;
use crate::text::say;

/// On what a path rests.
#[derive(SimpleObject)]
pub struct RouteSource {
    /// Number of the document; null where none was looked at.
    document: Option<&'static str>,
    /// Its date of issue.
    issued_on: Option<NaiveDate>,
    /// What it is, and where in it.
    note: SentenceText,
    /// The source itself was read; else it is not to be relied on without a look at it.
    verified: bool,
}

/// A legal path that may fit.
#[derive(SimpleObject)]
pub struct RoutePath {
    /// Its code.
    code: &'static str,
    /// What it is called.
    name: SentenceText,
    /// What it is.
    explanation: SentenceText,
    /// Contract types that are candidates.
    contract_types: Vec<ContractType>,
    /// On what it rests.
    source: RouteSource,
}

/// Paths that may fit; not legal advice.
#[derive(SimpleObject)]
pub struct RouteAdvice {
    /// When the rules were last looked at.
    as_of: NaiveDate,
    /// The paths.
    paths: Vec<RoutePath>,
}

impl From<&'static Rule> for RoutePath {
    fn from(rule: &'static Rule) -> Self {
        let source = &rule.source;
        Self {
            code: &rule.code,
            name: say(&*rule.vi.name, &*rule.en.name).into(),
            explanation: say(&*rule.vi.text, &*rule.en.text).into(),
            contract_types: rule.contracts.clone(),
            source: RouteSource {
                document: Some(source.document.as_str()).filter(|number| !number.is_empty()),
                issued_on: source.issued_on.parse().ok(),
                note: say(&*source.vi, &*source.en).into(),
                verified: source.verified,
            },
        }
    }
}

/// Questions about paths.
#[derive(Default)]
pub struct RouteQuery;

#[Object]
impl RouteQuery {
    /// Legal paths that may fit these answers, each with its source and date. Not legal advice.
    async fn route_advice(&self, answers: RouteAnswersInput) -> RouteAdvice {
        let paths = rules::advise(answers);
        RouteAdvice {
            as_of: RULES.as_of,
            paths: paths.into_iter().map(RoutePath::from).collect(),
        }
    }
}
