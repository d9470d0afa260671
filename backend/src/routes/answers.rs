//! What is asked, and the answers that there are.

use async_graphql::{Enum, InputObject};

use crate::postings::code;

/// What shall come of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RouteGoal {
    /// To work together, without money for now.
    Cooperate,
    /// To try something that is not proven.
    Trial,
    /// To deliver.
    Deliver,
}

/// Whose money it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RouteCapital {
    /// The State's alone.
    State,
    /// The private side's alone.
    Private,
    /// Both sides'.
    Shared,
}

/// Who pays in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RoutePayer {
    /// Those who use it.
    Users,
    /// The State, for the service.
    State,
    /// The State, in land.
    Land,
    /// Not known yet.
    Unknown,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RouteScope {
    /// Something is built.
    Build,
    /// What exists is operated.
    Operate,
    /// A service is delivered.
    Service,
}

/// Whose idea it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum RouteProposer {
    /// The authority's.
    Authority,
    /// An investor's.
    Investor,
}

/// The answers.
#[derive(Clone, Copy, Debug, InputObject)]
pub struct RouteAnswersInput {
    /// What shall come of it.
    pub goal: RouteGoal,
    /// Whose money it is.
    pub capital: RouteCapital,
    /// Who pays in the end.
    pub payer: RoutePayer,
    /// What is to be done.
    pub scope: RouteScope,
    /// High technology, innovation, a digital platform or digital skills.
    pub technology: bool,
    /// Whose idea it is.
    pub proposer: RouteProposer,
}

impl RouteAnswersInput {
    /// The answer to a question, as the rules spell it.
    pub(super) fn to_question(self, question: &str) -> Option<String> {
        Some(match question {
            "goal" => code(self.goal),
            "capital" => code(self.capital),
            "payer" => code(self.payer),
            "scope" => code(self.scope),
            "technology" => if self.technology { "YES" } else { "NO" }.to_owned(),
            "proposer" => code(self.proposer),
            _ => return None,
        })
    }
}
