//! Bundles: needs of several localities that could be one joint call.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Bilingual;
use crate::corpus::Corpus;
use crate::engine::Reading;
use crate::factors::Finding;
use crate::factors::meaning::Meaning;
use crate::knowledge::Knowledge;
use crate::model::{Code, Kind};
use crate::text::compare;
use crate::wording::names;

/// Needs as alike as this are the same need twice.
const SIMILAR: f64 = 0.5;

/// Needs that share a domain and a topic, but less than [`SIMILAR`], belong together.
const COMPLEMENTARY: f64 = 0.2;

/// The most needs of one bundle: more owners than this hardly agree on one call.
const LARGEST: usize = 8;

/// The most needs that are compared with each other for one need's bundle: those most like it.
const NEAREST: usize = 64;

/// Why needs belong together.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleKind {
    /// They ask for the same.
    Similar,
    /// They ask for parts of one thing.
    Complementary,
}

/// Needs that could be one joint call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// Two or more, each of another organisation, in the order of their ids.
    pub needs: Vec<Code>,
    /// Why.
    pub kind: BundleKind,
    /// The region or economic zone that all lie in.
    pub area: Code,
    /// How alike they are, the least alike two of them: 0 to 1.
    pub score: f64,
    /// What they have in common.
    pub reason: Bilingual,
}

/// Two needs compared.
struct Link {
    a: usize,
    b: usize,
    kind: BundleKind,
    score: f64,
}

/// The bundles among open needs, the most alike first. `among` are the ids that are looked at,
/// each pair once.
///
/// Needs are joined into a bundle only if every two of them belong together in the same way
/// (complete linkage), so that a chain of small steps does not join what has nothing in common.
pub fn bundles(corpus: &Corpus, among: &[Code], today: NaiveDate) -> Vec<Bundle> {
    let knowledge = corpus.engine().knowledge();
    let mut ids: Vec<&Code> = among.iter().collect();
    ids.sort();
    ids.dedup();
    let open = |reading: &&Reading| {
        let posting = &reading.posting;
        posting.kind == Kind::Need && posting.closes_on.is_none_or(|day| day >= today)
    };
    let needs: Vec<&Reading> = ids
        .iter()
        .filter_map(|id| corpus.get(id))
        .filter(open)
        .collect();
    let areas: Vec<BTreeSet<&str>> = needs.iter().map(|need| areas(need, knowledge)).collect();
    let mut links = Vec::new();
    for a in 0..needs.len() {
        for b in a + 1..needs.len() {
            let apart = areas[a].is_disjoint(&areas[b]);
            let same = needs[a].posting.organization.id == needs[b].posting.organization.id;
            if !apart && !same {
                links.extend(link(corpus, needs[a], needs[b]).map(|(kind, score)| Link {
                    a,
                    b,
                    kind,
                    score,
                }));
            }
        }
    }
    links.sort_by(|x, y| {
        let by_kind = x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score));
        by_kind.then_with(|| (x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    for start in &links {
        if taken.contains(&start.a) || taken.contains(&start.b) {
            continue;
        }
        let members = grow(start, &links, &needs, &areas, &taken);
        taken.extend(members.iter().copied());
        found.push(bundle(
            &members, start.kind, &links, &needs, &areas, knowledge,
        ));
    }
    found
}

/// The bundle of one open need with others of its region or economic zone, if there is one; `without` are
/// not looked at.
pub fn bundle_of(
    corpus: &Corpus,
    id: &str,
    without: &BTreeSet<Code>,
    today: NaiveDate,
) -> Option<Bundle> {
    let need = corpus.get(id)?;
    let knowledge = corpus.engine().knowledge();
    let own = areas(need, knowledge);
    let near = |other: &&Reading| {
        let posting = &other.posting;
        posting.kind == Kind::Need
            && posting.organization.id != need.posting.organization.id
            && !without.contains(&posting.id)
            && !own.is_disjoint(&areas(other, knowledge))
    };
    let others = corpus.iter().map(|(_, other)| other).filter(near);
    let mut linked: Vec<(f64, &Code)> = others
        .filter_map(|other| Some((link(corpus, need, other)?.1, &other.posting.id)))
        .collect();
    linked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    linked.truncate(NEAREST);
    let among: Vec<Code> = linked
        .into_iter()
        .map(|(_, id)| id.clone())
        .chain([need.posting.id.clone()])
        .collect();
    let found = bundles(corpus, &among, today);
    found
        .into_iter()
        .find(|bundle| bundle.needs.contains(&need.posting.id))
}

/// How two needs belong together, if they do.
fn link(corpus: &Corpus, a: &Reading, b: &Reading) -> Option<(BundleKind, f64)> {
    let shared = a
        .posting
        .domains
        .iter()
        .filter(|code| b.posting.domains.contains(code))
        .count();
    if shared == 0 {
        return None;
    }
    let all = a.posting.domains.len() + b.posting.domains.len() - shared;
    let domains = shared as f64 / all as f64;
    let likeness = compare(&a.profile, &b.profile, corpus.statistics());
    // BM25 gives a text that repeats another about two thirds of itself.
    let text = (1.5 * likeness.text.demand.max(likeness.text.supply)).min(1.0);
    let meaning = corpus.engine().nearness(a, b);
    let nearest = match meaning {
        Some(_) => text.max(Meaning(meaning).value().demand),
        None => text,
    };
    let score = 0.75 * nearest + 0.25 * domains;
    let topics = likeness.ideas.demand.max(likeness.ideas.supply);
    if score >= SIMILAR {
        Some((BundleKind::Similar, score))
    } else if score >= COMPLEMENTARY && domains >= 0.5 && topics > 0.0 {
        Some((BundleKind::Complementary, score))
    } else {
        None
    }
}

/// The regions and zones a need lies in.
fn areas<'a>(need: &'a Reading, knowledge: &'a Knowledge) -> BTreeSet<&'a str> {
    let places = need
        .posting
        .places
        .iter()
        .filter_map(|id| knowledge.place(id));
    let of = places.flat_map(|place| {
        let zones = place.zones.iter().map(String::as_str);
        zones.chain([place.region.as_str()])
    });
    let own = need.posting.regions.iter().map(AsRef::as_ref);
    of.chain(own).filter(|code| !code.is_empty()).collect()
}

/// Everything that belongs together with the first two and with each other.
fn grow(
    start: &Link,
    links: &[Link],
    needs: &[&Reading],
    areas: &[BTreeSet<&str>],
    taken: &BTreeSet<usize>,
) -> Vec<usize> {
    let mut members = vec![start.a, start.b];
    let linked = |x: usize, y: usize| {
        let (a, b) = (x.min(y), x.max(y));
        links
            .iter()
            .any(|link| link.a == a && link.b == b && link.kind == start.kind)
    };
    for candidate in 0..needs.len() {
        let new = !members.contains(&candidate) && !taken.contains(&candidate);
        let owner = &needs[candidate].posting.organization.id;
        let foreign = members
            .iter()
            .all(|m| needs[*m].posting.organization.id != *owner);
        if new
            && foreign
            && members.len() < LARGEST
            && members.iter().all(|member| linked(*member, candidate))
            && common(&[&members[..], &[candidate]].concat(), areas).is_some()
        {
            members.push(candidate);
        }
    }
    members
}

/// An area that all lie in.
fn common<'a>(members: &[usize], areas: &[BTreeSet<&'a str>]) -> Option<&'a str> {
    let (first, rest) = members.split_first()?;
    let of_all = |area: &&&str| rest.iter().all(|member| areas[*member].contains(**area));
    areas[*first].iter().find(of_all).copied()
}

fn bundle(
    members: &[usize],
    kind: BundleKind,
    links: &[Link],
    needs: &[&Reading],
    areas: &[BTreeSet<&str>],
    knowledge: &Knowledge,
) -> Bundle {
    let within = |link: &&Link| members.contains(&link.a) && members.contains(&link.b);
    let score = links
        .iter()
        .filter(within)
        .map(|link| link.score)
        .fold(1.0, f64::min);
    let mut ids: Vec<Code> = members
        .iter()
        .map(|m| needs[*m].posting.id.clone())
        .collect();
    ids.sort();
    let of_all = |code: &&Code| {
        members
            .iter()
            .all(|m| needs[*m].posting.domains.contains(code))
    };
    let shared = needs[members[0]].posting.domains.iter().filter(of_all);
    let shared: Vec<Bilingual> = shared.map(|code| knowledge.domain_name(code)).collect();
    let shared = names(&shared);
    let (vi, en) = match kind {
        BundleKind::Similar => ("cùng một nhu cầu", "ask for the same"),
        BundleKind::Complementary => ("bổ sung cho nhau", "complement each other"),
    };
    let mut reason = Bilingual::new(
        format!("{} nhu cầu {vi}", ids.len()),
        format!("{} needs {en}", ids.len()),
    );
    if !shared.vi.is_empty() {
        reason = reason.and(Bilingual::new(
            format!("lĩnh vực chung: {}", shared.vi),
            format!("domains in common: {}", shared.en),
        ));
    }
    Bundle {
        needs: ids,
        kind,
        area: common(members, areas).unwrap_or_default().into(),
        score,
        reason: reason.sentence(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::knowledge::Facts;
    use crate::testing::{day, posting};
    use crate::{Engine, Language, Means, Organization, PlaceInfo, PostingText, Weights};

    fn corpus(needs: &[(&str, &str, &str, &[&str])]) -> Corpus {
        let place = |id: &str, region: &str| PlaceInfo {
            id: id.into(),
            region: region.into(),
            ..PlaceInfo::default()
        };
        let facts = Facts {
            places: vec![
                place("31", "DBSH"),
                place("22", "DBSH"),
                place("96", "DBSCL"),
            ],
            ..Facts::default()
        };
        let weights = Weights::default().without_meaning();
        let engine = Arc::new(Engine::new(
            Arc::new(Knowledge::new(facts)),
            weights,
            Means::default(),
        ));
        let mut corpus = Corpus::new(engine.clone());
        for (id, place, title, domains) in needs {
            let mut posting = posting(Kind::Need, id);
            posting.places = vec![(*place).into()];
            posting.domains = domains.iter().map(|code| (*code).into()).collect();
            posting.organization = Arc::new(Organization {
                id: format!("city of {id}"),
                ..Organization::default()
            });
            posting.texts = vec![PostingText {
                language: Language::Vi,
                title: (*title).into(),
                summary: String::new(),
                body: String::new(),
            }];
            corpus.insert(engine.read(posting, vec![]));
        }
        corpus.weigh();
        corpus
    }

    const LIGHTS: &str = "Thay đèn chiếu sáng công cộng bằng đèn LED tiết kiệm điện";
    const SCHOOL: &str = "Nền tảng học trực tuyến cho trường tiểu học";

    fn found(needs: &[(&str, &str, &str, &[&str])]) -> Vec<Vec<String>> {
        let corpus = corpus(needs);
        let ids: Vec<Code> = needs.iter().map(|need| Code::from(need.0)).collect();
        let bundles = bundles(&corpus, &ids, day(2026, 6, 1));
        let names = |bundle: Bundle| bundle.needs.iter().map(ToString::to_string).collect();
        bundles.into_iter().map(names).collect()
    }

    #[test]
    fn the_same_need_of_neighbours_is_one_bundle() {
        let needs: [(&str, &str, &str, &[&str]); 4] = [
            ("a", "31", LIGHTS, &["LGT"]),
            ("b", "22", LIGHTS, &["LGT"]),
            ("c", "31", SCHOOL, &["EDU"]),
            ("d", "96", LIGHTS, &["LGT"]),
        ];
        assert_eq!(
            found(&needs),
            [["a", "b"]],
            "d is far away, c is another thing"
        );
    }

    #[test]
    fn a_need_finds_its_own_bundle() {
        let needs: [(&str, &str, &str, &[&str]); 5] = [
            ("a", "31", LIGHTS, &["LGT"]),
            ("b", "22", LIGHTS, &["LGT"]),
            ("c", "31", SCHOOL, &["EDU"]),
            ("d", "96", LIGHTS, &["LGT"]),
            ("e", "22", SCHOOL, &["EDU"]),
        ];
        let corpus = corpus(&needs);
        let of = |id: &str, without: &[&str]| {
            let without = without.iter().map(|id| Code::from(*id)).collect();
            let bundle = bundle_of(&corpus, id, &without, day(2026, 6, 1))?;
            Some(bundle.needs.iter().map(ToString::to_string).collect())
        };
        let some = |ids: [&str; 2]| Some(ids.map(str::to_owned).to_vec());
        assert_eq!(of("b", &[]), some(["a", "b"]));
        assert_eq!(of("c", &[]), some(["c", "e"]));
        assert_eq!(of("d", &[]), None, "nobody is near");
        assert_eq!(of("a", &["b"]), None::<Vec<String>>);
        assert_eq!(of("x", &[]), None, "not on the market");
    }

    #[test]
    fn one_owner_alone_is_no_bundle() {
        let mut corpus = corpus(&[("a", "31", LIGHTS, &["LGT"])]);
        let mut twin = corpus.get("a").unwrap().clone();
        twin.posting.id = "b".into();
        corpus.insert(twin);
        let ids = ["a".into(), "b".into()];
        assert!(bundles(&corpus, &ids, day(2026, 6, 1)).is_empty());
    }
}
