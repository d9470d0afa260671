//! Weights re-estimated from decisions.
//!
//! A decision says which of two offers people took further for one need. The weights are those
//! that agree with the decisions best without leaving the defaults far: a ranking support vector
//! machine (Joachims 2002) with squared slack, non-negative weights that sum to one, and a
//! penalty on the distance to the defaults. It is a convex quadratic program, so there is one
//! answer; a library solves it.

use std::collections::BTreeMap;

use clarabel::algebra::CscMatrix;
use clarabel::solver::{
    DefaultSettings, DefaultSolver, IPSolver, NonnegativeConeT, SolverStatus, ZeroConeT,
};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};

use crate::score::FactorKey;
use crate::weights::Points;

/// Factors of a pair and how far people took it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What it is compared within: the need (or the offer) it was suggested for.
    pub group: String,
    /// The values of the factors, 0 to 1, in the order of [`FactorKey::ALL`].
    pub values: [f64; FactorKey::COUNT],
    /// How far it was taken: declined or blocked 0, reviewed 1, introduced 2, accepted 3,
    /// awarded 4.
    pub grade: u8,
}

/// What was learnt and how much it is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// The new points, in the order of [`FactorKey::ALL`].
    pub points: [f64; FactorKey::COUNT],
    /// Decisions it rests on.
    pub decisions: usize,
    /// Groups with at least two different grades.
    pub groups: usize,
    /// Pairs of decisions that were compared.
    pub pairs: usize,
    /// The share of held-back pairs that the old weights order as people did: 0 to 1.
    pub before: f64,
    /// The same with weights learnt from the other decisions.
    pub after: f64,
    /// Their difference.
    pub gain: f64,
    /// The 95 % interval of the difference, by bootstrap over groups.
    pub interval: (f64, f64),
}

/// Why nothing was learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingLearnt {
    /// Fewer groups with different grades than this.
    TooFew {
        /// How many there are.
        groups: usize,
        /// How many there must be.
        least: usize,
    },
    /// The solver found no answer.
    Unsolved,
}

impl std::fmt::Display for NothingLearnt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooFew { groups, least } => write!(
                f,
                "{groups} needs have decisions that differ; {least} are necessary to learn from"
            ),
            Self::Unsolved => write!(f, "the solver found no weights"),
        }
    }
}

impl std::error::Error for NothingLearnt {}

/// Groups that must have decisions that differ.
pub const LEAST_GROUPS: usize = 10;

/// Parts into which the groups are cut; each is held back once.
const FOLDS: usize = 5;

/// How dearly the distance to the defaults is paid, for each pair: a hundred pairs that agree
/// outweigh it.
const FAITH: f64 = 30.0;

/// By how much of the whole score a better pair should lead.
const LEAD: f64 = 0.05;

/// Pairs that are compared at most; more are thinned out evenly.
const MOST_PAIRS: usize = 4000;

/// Rounds of the bootstrap.
const ROUNDS: usize = 2000;

/// Learns from decisions, starting from these points. The same decisions give the same lesson.
pub fn learn(defaults: &Points, decisions: &[Decision]) -> Result<Lesson, NothingLearnt> {
    let groups = pairs_by_group(decisions);
    if groups.len() < LEAST_GROUPS {
        return Err(NothingLearnt::TooFew {
            groups: groups.len(),
            least: LEAST_GROUPS,
        });
    }
    let start = defaults.all().map(|points| points / 100.0);
    let all: Vec<&[Difference]> = groups.values().map(Vec::as_slice).collect();
    let held = held_back(&start, &all)?;
    let weights = solve(&start, &all)?;
    let mean = |of: fn(&Held) -> f64| held.iter().map(of).sum::<f64>() / held.len() as f64;
    let (before, after) = (mean(|held| held.before), mean(|held| held.after));
    Ok(Lesson {
        points: weights.map(|weight| 100.0 * weight),
        decisions: decisions.len(),
        groups: groups.len(),
        pairs: all.iter().map(|group| group.len()).sum(),
        before,
        after,
        gain: after - before,
        interval: bootstrap(&held),
    })
}

/// The better pair's values less the worse one's.
type Difference = [f64; FactorKey::COUNT];

fn pairs_by_group(decisions: &[Decision]) -> BTreeMap<&str, Vec<Difference>> {
    let mut members: BTreeMap<&str, Vec<&Decision>> = BTreeMap::new();
    for decision in decisions {
        members.entry(&decision.group).or_default().push(decision);
    }
    let mut groups = BTreeMap::new();
    for (group, members) in members {
        let mut pairs = Vec::new();
        for better in &members {
            for worse in members.iter().filter(|other| other.grade < better.grade) {
                let both = better.values.iter().zip(worse.values);
                let mut difference = [0.0; FactorKey::COUNT];
                for (at, (a, b)) in both.enumerate() {
                    difference[at] = a - b;
                }
                pairs.push(difference);
            }
        }
        if !pairs.is_empty() {
            groups.insert(group, pairs);
        }
    }
    groups
}

/// How a held-back group was ordered.
struct Held {
    before: f64,
    after: f64,
}

fn held_back(start: &Difference, groups: &[&[Difference]]) -> Result<Vec<Held>, NothingLearnt> {
    let mut held = Vec::with_capacity(groups.len());
    for fold in 0..FOLDS {
        let (out, rest): (Vec<_>, Vec<_>) = groups
            .iter()
            .enumerate()
            .partition(|(index, _)| index % FOLDS == fold);
        let rest: Vec<&[Difference]> = rest.into_iter().map(|(_, group)| *group).collect();
        let learnt = solve(start, &rest)?;
        held.extend(out.into_iter().map(|(_, group)| Held {
            before: agreement(start, group),
            after: agreement(&learnt, group),
        }));
    }
    Ok(held)
}

/// The share of pairs that weights order as people did; a tie counts half.
fn agreement(weights: &Difference, pairs: &[Difference]) -> f64 {
    let right = |pair: &Difference| {
        let lead: f64 = pair.iter().zip(weights).map(|(d, w)| d * w).sum();
        if lead.abs() < 1e-12 {
            0.5
        } else if lead > 0.0 {
            1.0
        } else {
            0.0
        }
    };
    pairs.iter().map(right).sum::<f64>() / pairs.len() as f64
}

fn bootstrap(held: &[Held]) -> (f64, f64) {
    let mut random = StdRng::seed_from_u64(0x1f0_2021);
    let gains: Vec<f64> = held.iter().map(|held| held.after - held.before).collect();
    let mut means: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let drawn = (0..gains.len()).map(|_| gains[random.random_range(0..gains.len())]);
            drawn.sum::<f64>() / gains.len() as f64
        })
        .collect();
    means.sort_by(f64::total_cmp);
    (means[ROUNDS / 40], means[ROUNDS - 1 - ROUNDS / 40])
}

/// Minimises the mean squared slack plus the distance to the start, over weights `w` and one
/// slack for each pair: `w·d + s >= LEAD`, `w >= 0`, `s >= 0`, `sum w = 1`. A factor that gave
/// nothing before (expertise, for offers) gives nothing after.
fn solve(start: &Difference, groups: &[&[Difference]]) -> Result<Difference, NothingLearnt> {
    let pairs = thinned(groups);
    let (factors, count) = (FactorKey::COUNT, pairs.len());
    let size = factors + count;
    let distance = FAITH / (FAITH + count as f64);
    let slack = 1.0 / (FAITH + count as f64);
    let diagonal: Vec<f64> = (0..size)
        .map(|at| 2.0 * if at < factors { distance } else { slack })
        .collect();
    let mut linear = vec![0.0; size];
    for (at, weight) in start.iter().enumerate() {
        linear[at] = -2.0 * distance * weight;
    }
    // Rows: the sum; the factors that stay out; then what must not be negative.
    let out: Vec<usize> = (0..factors).filter(|at| start[*at] <= 0.0).collect();
    let (mut rows, mut columns, mut values, mut bounds) = (vec![], vec![], vec![], vec![]);
    let mut row = 0;
    let mut push = |row: usize, column: usize, value: f64| {
        rows.push(row);
        columns.push(column);
        values.push(value);
    };
    for at in 0..factors {
        push(row, at, 1.0);
    }
    bounds.push(1.0);
    for at in &out {
        row += 1;
        push(row, *at, 1.0);
        bounds.push(0.0);
    }
    for at in 0..size {
        row += 1;
        push(row, at, -1.0);
        bounds.push(0.0);
    }
    for (pair, difference) in pairs.iter().enumerate() {
        row += 1;
        for (at, value) in difference.iter().enumerate() {
            push(row, at, -value);
        }
        push(row, factors + pair, -1.0);
        bounds.push(-LEAD);
    }
    let matrix = CscMatrix::new_from_triplets(bounds.len(), size, rows, columns, values);
    let identity: Vec<usize> = (0..size).collect();
    let quadratic = CscMatrix::new_from_triplets(size, size, identity.clone(), identity, diagonal);
    let cones = [ZeroConeT(1 + out.len()), NonnegativeConeT(size + count)];
    let settings = DefaultSettings {
        verbose: false,
        ..DefaultSettings::default()
    };
    let mut solver = DefaultSolver::new(&quadratic, &linear, &matrix, &bounds, &cones, settings)
        .map_err(|_| NothingLearnt::Unsolved)?;
    solver.solve();
    let solved = matches!(
        solver.solution.status,
        SolverStatus::Solved | SolverStatus::AlmostSolved
    );
    if !solved {
        return Err(NothingLearnt::Unsolved);
    }
    let mut weights = [0.0; FactorKey::COUNT];
    for (weight, found) in weights.iter_mut().zip(&solver.solution.x) {
        // An interior point comes near zero without touching it.
        *weight = if *found < 1e-6 { 0.0 } else { *found };
    }
    let sum: f64 = weights.iter().sum();
    Ok(weights.map(|weight| weight / sum))
}

/// All pairs, or evenly spread ones of very many.
fn thinned(groups: &[&[Difference]]) -> Vec<Difference> {
    let all: Vec<Difference> = groups
        .iter()
        .flat_map(|group| group.iter().copied())
        .collect();
    let step = all.len().div_ceil(MOST_PAIRS).max(1);
    all.into_iter().step_by(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Weights;

    /// People who look at nothing but one factor.
    fn decisions(key: FactorKey, groups: usize) -> Vec<Decision> {
        let mut random = StdRng::seed_from_u64(7);
        let mut decisions = Vec::new();
        for group in 0..groups {
            for _ in 0..6 {
                let values: [f64; FactorKey::COUNT] =
                    std::array::from_fn(|_| f64::from(random.random_range(0..=100_u32)) / 100.0);
                let grade = (values[key as usize] * 4.0).round() as u8;
                decisions.push(Decision {
                    group: format!("need {group}"),
                    values,
                    grade,
                });
            }
        }
        decisions
    }

    #[test]
    fn what_people_look_at_gains_weight_and_the_gain_is_measured() {
        let defaults = Weights::default().offers;
        let lesson = learn(&defaults, &decisions(FactorKey::Place, 60)).unwrap();
        let place = lesson.points[FactorKey::Place as usize];
        assert!(place > defaults.get(FactorKey::Place) + 10.0, "{lesson:?}");
        assert!(lesson.gain > 0.05 && lesson.interval.0 > 0.0, "{lesson:?}");
        assert!((lesson.points.iter().sum::<f64>() - 100.0).abs() < 1e-6);
        assert!(lesson.points.iter().all(|points| *points >= 0.0));
        assert!(lesson.points[FactorKey::Expertise as usize].abs() < 1e-9);
    }

    #[test]
    fn few_decisions_teach_nothing() {
        let defaults = Weights::default().offers;
        let refused = learn(&defaults, &decisions(FactorKey::Place, 3));
        assert!(matches!(
            refused,
            Err(NothingLearnt::TooFew { groups: 3, .. })
        ));
    }

    #[test]
    fn decisions_without_a_pattern_leave_the_defaults_nearly_alone() {
        let defaults = Weights::default().offers;
        let mut noise = decisions(FactorKey::Text, 60);
        let mut random = StdRng::seed_from_u64(9);
        for decision in &mut noise {
            decision.grade = random.random_range(0..=4);
        }
        let lesson = learn(&defaults, &noise).unwrap();
        assert!(lesson.interval.0 <= 0.02, "{lesson:?}");
    }
}
