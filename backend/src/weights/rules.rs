//! Pure: what a decision says, and what other weights would move.

use std::collections::BTreeMap;

use matching::{Decision, FactorKey, Points};

use crate::ids::MatchId;
use crate::matches::{Match, MatchStatus};

/// How far people took a match, if they have said anything of it: declined or blocked 0, reviewed 1,
/// introduced 2, accepted 3, agreed 4.
pub fn grade(status: MatchStatus) -> Option<u8> {
    match status {
        MatchStatus::Declined | MatchStatus::Blocked => Some(0),
        MatchStatus::Reviewed => Some(1),
        MatchStatus::Introduced => Some(2),
        MatchStatus::AcceptedByNeed | MatchStatus::AcceptedByOffer | MatchStatus::Mutual => Some(3),
        MatchStatus::InDialogue | MatchStatus::Converted => Some(4),
        MatchStatus::Suggested | MatchStatus::Expired => None,
    }
}

/// The values of a match's factors; one that was not looked at is nothing.
fn values(found: &Match) -> [f64; FactorKey::COUNT] {
    FactorKey::ALL.map(|key| {
        let factors = found.factors.0.iter();
        let mut of = factors.filter(|factor| factor.key == key.as_str());
        of.next().map_or(0.0, |factor| factor.value)
    })
}

/// What the decision on a match teaches, if it was decided.
pub fn decision(found: &Match) -> Option<Decision> {
    Some(Decision {
        group: found.need_id.to_string(),
        values: values(found),
        grade: grade(found.status)?,
    })
}

/// A match that other weights would move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// Which.
    pub id: MatchId,
    /// Its score now: 0 to 100.
    pub before: f64,
    /// Its score with the other weights: 0 to 100.
    pub after: f64,
    /// Its place among the need's matches now, from 1.
    pub rank_before: usize,
    /// Its place with the other weights, from 1.
    pub rank_after: usize,
}

/// What moves when these points replace those that the matches were ranked with; those that change
/// places first, then those whose score changes most.
pub fn moves(matches: &[Match], now: &Points, then: &Points) -> Vec<Move> {
    let mut by_need: BTreeMap<_, Vec<&Match>> = BTreeMap::new();
    for found in matches {
        by_need.entry(found.need_id).or_default().push(found);
    }
    let mut moves = Vec::new();
    for group in by_need.values() {
        let before = scores(group, now);
        let after = scores(group, then);
        for (i, found) in group.iter().enumerate() {
            moves.push(Move {
                id: found.id,
                before: before[i],
                after: after[i],
                rank_before: rank(&before, i),
                rank_after: rank(&after, i),
            });
        }
    }
    let places = |m: &Move| m.rank_before.abs_diff(m.rank_after);
    let points = |m: &Move| (m.after - m.before).abs();
    moves.retain(|m| places(m) > 0 || points(m) >= 0.05);
    moves.sort_by(|a, b| {
        let by_points = points(b).total_cmp(&points(a));
        places(b)
            .cmp(&places(a))
            .then(by_points)
            .then(a.id.cmp(&b.id))
    });
    moves
}

fn scores(group: &[&Match], points: &Points) -> Vec<f64> {
    let score = |found: &&Match| {
        let parts = values(found).into_iter().zip(points.all());
        parts.map(|(value, points)| value * points).sum()
    };
    group.iter().map(score).collect()
}

fn rank(scores: &[f64], i: usize) -> usize {
    1 + scores.iter().filter(|score| **score > scores[i]).count()
}
