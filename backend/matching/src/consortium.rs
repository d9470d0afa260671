//! Consortia: two to four parties that together cover what a need is about.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::Bilingual;
use crate::engine::Reading;
use crate::knowledge::Knowledge;
use crate::model::{Code, Kind};
use crate::wording::names;

/// The fewest and the most parties.
const PARTIES: std::ops::RangeInclusive<usize> = 2..=4;

/// How many candidates are tried: the best of each domain, so that 91,390 fours at most.
const CANDIDATES: usize = 40;

/// A candidate for a consortium: a posting and how well it fits the need alone.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The offer or the expert.
    pub reading: &'a Reading,
    /// Its fit: 0 to 100.
    pub score: f64,
}

/// One party of a consortium.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// The offer or the expert.
    pub id: Code,
    /// Offer or expert.
    pub kind: Kind,
    /// Its fit alone: 0 to 100.
    pub score: f64,
    /// The need's domains that it covers.
    pub covers: Vec<Code>,
    /// Who covers what, in words.
    pub reason: Bilingual,
}

/// Parties that together cover a need's domains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consortium {
    /// Two to four, none of whom could be left out; the one that covers most comes first.
    pub parties: Vec<Party>,
    /// The need's domains that nobody covers.
    pub uncovered: Vec<Code>,
    /// For each domain the best fit among those who cover it, averaged; an uncovered one
    /// counts nothing: 0 to 100.
    pub score: f64,
}

/// The best consortia for a need, the fewest parties first, then the best joint score; at most
/// `limit`. Nothing if one party covers everything alone or if the need names fewer than two
/// domains.
///
/// A cover with the fewest parties is the set cover problem; with at most forty candidates and
/// four parties every set is tried, so the answer is exact among them.
pub fn consortia(
    need: &Reading,
    candidates: &[Candidate],
    knowledge: &Knowledge,
    limit: usize,
) -> Vec<Consortium> {
    let domains: Vec<&Code> = need.posting.domains.iter().collect();
    if domains.len() < *PARTIES.start() || domains.len() > 32 {
        return Vec::new();
    }
    let pool = pool(&domains, candidates);
    let reachable = pool.iter().fold(0, |all, member| all | member.covers);
    if pool.iter().any(|member| member.covers == reachable) {
        return Vec::new();
    }
    for size in PARTIES {
        let mut found = Vec::new();
        choose(&pool, size, 0, &mut Vec::new(), &mut |chosen| {
            if joint(chosen) == reachable && needed(chosen) && independent(chosen) {
                found.push(consortium(chosen, &domains, knowledge));
            }
        });
        if !found.is_empty() {
            found.sort_by(|a, b| {
                b.score
                    .total_cmp(&a.score)
                    .then_with(|| ids(a).cmp(&ids(b)))
            });
            found.truncate(limit);
            return found;
        }
    }
    Vec::new()
}

/// A candidate and the set of domains it covers, a bit each.
#[derive(Clone, Copy)]
struct Member<'a> {
    reading: &'a Reading,
    score: f64,
    covers: u32,
}

fn pool<'a>(domains: &[&Code], candidates: &[Candidate<'a>]) -> Vec<Member<'a>> {
    let covers = |reading: &Reading| {
        let bits = domains.iter().enumerate();
        let bits = bits.filter(|(_, code)| reading.posting.domains.contains(code));
        bits.fold(0_u32, |set, (bit, _)| set | (1 << bit))
    };
    let mut members: Vec<Member> = candidates
        .iter()
        .map(|candidate| Member {
            reading: candidate.reading,
            score: candidate.score,
            covers: covers(candidate.reading),
        })
        .filter(|member| member.covers != 0)
        .collect();
    members.sort_by(|a, b| {
        let by_score = b.score.total_cmp(&a.score);
        by_score.then_with(|| a.reading.posting.id.cmp(&b.reading.posting.id))
    });
    // A member that covers no more than a better one of the same set is never needed twice:
    // a few of each set are enough.
    let each = CANDIDATES / 4;
    let mut kept: Vec<Member> = Vec::new();
    for member in members {
        let same = kept
            .iter()
            .filter(|other| other.covers == member.covers)
            .count();
        if same < each && kept.len() < CANDIDATES {
            kept.push(member);
        }
    }
    kept
}

/// Every set of `size` members, in order.
fn choose<'a>(
    pool: &[Member<'a>],
    size: usize,
    from: usize,
    chosen: &mut Vec<Member<'a>>,
    found: &mut impl FnMut(&[Member<'a>]),
) {
    if chosen.len() == size {
        found(chosen);
        return;
    }
    for (index, member) in pool.iter().enumerate().skip(from) {
        chosen.push(*member);
        choose(pool, size, index + 1, chosen, found);
        chosen.pop();
    }
}

fn joint(chosen: &[Member]) -> u32 {
    chosen.iter().fold(0, |all, member| all | member.covers)
}

/// Whether nobody could be left out.
fn needed(chosen: &[Member]) -> bool {
    (0..chosen.len()).all(|out| {
        let others = chosen.iter().enumerate().filter(|(index, _)| *index != out);
        let without = others.fold(0, |all, (_, member)| all | member.covers);
        without != joint(chosen)
    })
}

/// Whether all belong to different organisations.
fn independent(chosen: &[Member]) -> bool {
    let owners = chosen
        .iter()
        .map(|member| &member.reading.posting.organization.id);
    let known: Vec<&String> = owners.filter(|id| !id.is_empty()).collect();
    known.iter().collect::<BTreeSet<_>>().len() == known.len()
}

fn consortium(chosen: &[Member], domains: &[&Code], knowledge: &Knowledge) -> Consortium {
    let covered = |member: &Member, bit: usize| member.covers & (1 << bit) != 0;
    let best = |bit: usize| {
        let scores = chosen.iter().filter(|member| covered(member, bit));
        scores.map(|member| member.score).fold(0.0, f64::max)
    };
    let sum: f64 = (0..domains.len()).map(best).sum();
    let mut members: Vec<&Member> = chosen.iter().collect();
    members.sort_by(|a, b| {
        let by_cover = b.covers.count_ones().cmp(&a.covers.count_ones());
        by_cover.then(b.score.total_cmp(&a.score))
    });
    let of = |keep: &dyn Fn(usize) -> bool| -> Vec<Code> {
        let codes = domains.iter().enumerate().filter(|(bit, _)| keep(*bit));
        codes.map(|(_, code)| (*code).clone()).collect()
    };
    Consortium {
        parties: members
            .into_iter()
            .map(|member| party(member, of(&|bit| covered(member, bit)), knowledge))
            .collect(),
        uncovered: of(&|bit| joint(chosen) & (1 << bit) == 0),
        score: sum / domains.len() as f64,
    }
}

fn party(member: &Member, covers: Vec<Code>, knowledge: &Knowledge) -> Party {
    let named: Vec<Bilingual> = covers
        .iter()
        .map(|code| knowledge.domain_name(code))
        .collect();
    let named = names(&named);
    let posting = &member.reading.posting;
    let name = &posting.organization.name;
    Party {
        id: posting.id.clone(),
        kind: posting.kind,
        score: member.score,
        covers,
        reason: Bilingual::new(
            format!("{name}: {}", named.vi),
            format!("{name}: {}", named.en),
        ),
    }
}

fn ids(consortium: &Consortium) -> Vec<&Code> {
    consortium.parties.iter().map(|party| &party.id).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::testing::posting;
    use crate::{Engine, Organization};

    fn reading(kind: Kind, id: &str, domains: &[&str]) -> Reading {
        let mut posting = posting(kind, id);
        posting.domains = domains.iter().map(|code| (*code).into()).collect();
        posting.organization = Arc::new(Organization {
            id: format!("org {id}"),
            name: id.to_uppercase(),
            ..Organization::default()
        });
        Engine::default().read(posting, vec![])
    }

    fn found(need: &[&str], supplies: &[(&str, &[&str], f64)]) -> Vec<(Vec<String>, f64)> {
        let need = reading(Kind::Need, "n", need);
        let readings: Vec<(Reading, f64)> = supplies
            .iter()
            .map(|(id, domains, score)| (reading(Kind::Offer, id, domains), *score))
            .collect();
        let candidates: Vec<Candidate> = readings
            .iter()
            .map(|(reading, score)| Candidate {
                reading,
                score: *score,
            })
            .collect();
        consortia(&need, &candidates, &Knowledge::default(), 3)
            .into_iter()
            .map(|c| {
                (
                    c.parties.iter().map(|p| p.id.to_string()).collect(),
                    c.score,
                )
            })
            .collect()
    }

    #[test]
    fn the_fewest_parties_that_cover_everything_with_the_best_joint_score() {
        let result = found(
            &["TRA", "TEL", "CYB"],
            &[
                ("a", &["TRA"], 90.0),
                ("b", &["TEL"], 90.0),
                ("c", &["CYB"], 90.0),
                ("d", &["TEL", "CYB"], 60.0),
                ("e", &["TRA", "TEL"], 50.0),
            ],
        );
        let first: Vec<&str> = result[0].0.iter().map(String::as_str).collect();
        assert_eq!(first, ["d", "a"], "two are fewer than three");
        assert!((result[0].1 - 70.0).abs() < 1e-9);
        assert!(result.iter().all(|(parties, _)| parties.len() == 2));
    }

    #[test]
    fn nobody_is_added_who_could_be_left_out() {
        assert!(
            found(
                &["TRA", "TEL"],
                &[("a", &["TRA", "TEL"], 9.0), ("b", &["TEL"], 99.0)]
            )
            .is_empty()
        );
        assert!(found(&["TRA"], &[("a", &["TRA"], 9.0)]).is_empty());
        assert!(found(&["TRA", "TEL"], &[]).is_empty());
    }

    #[test]
    fn what_nobody_covers_is_named() {
        let need = reading(Kind::Need, "n", &["TRA", "TEL", "AGR"]);
        let (a, b) = (
            reading(Kind::Offer, "a", &["TRA"]),
            reading(Kind::Expert, "b", &["TEL"]),
        );
        let candidates = [&a, &b].map(|reading| Candidate {
            reading,
            score: 60.0,
        });
        let found = consortia(&need, &candidates, &Knowledge::default(), 3);
        assert_eq!(found[0].uncovered, [Code::from("AGR")]);
        assert_eq!(found[0].parties[0].reason.en, "A: TRA");
    }
}
