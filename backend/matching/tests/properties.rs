//! What holds for every need and offer, whatever they say.

mod common;

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use common::{best, codes, corpus, engine, explained, today, vector};
use matching::{
    Ask, Certificate, Corpus, Engine, Fit, Kind, Language, Means, MoneyRange, OfferMaturity,
    Organization, Points, Posting, PostingText, Reference, Weights,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const DOMAINS: [&str; 5] = ["LGT", "ENE", "WWT", "TEL", "EDU"];
const PLACES: [&str; 4] = ["31", "22", "96", "somewhere"];
const STANDARDS: [&str; 3] = ["ISO 37122", "ISO 27001", "TCVN 7957"];
const WORDS: [&str; 14] = [
    "chiếu sáng",
    "chieu sang",
    "công cộng",
    "nước thải",
    "xử lý",
    "giao thông",
    "đô thị",
    "5G",
    "street lighting",
    "wastewater",
    "traffic",
    "BOT",
    "và",
    "of",
];

fn texts() -> impl Strategy<Value = Vec<PostingText>> {
    let words = |most| vec(select(&WORDS[..]), 0..most).prop_map(|words| words.join(" "));
    let language = prop_oneof![Just(Language::Vi), Just(Language::En)];
    let text = (language, words(6), words(9), words(20));
    let text = text.prop_map(|(language, title, summary, body)| PostingText {
        language,
        title,
        summary,
        body,
    });
    // Words of the subject, and now and then anything a keyboard can produce.
    prop_oneof![4 => vec(text, 0..3), 1 => "\\PC{0,40}".prop_map(|title| vec![PostingText {
        language: Language::Vi,
        title,
        summary: String::new(),
        body: String::new(),
    }])]
}

fn some(all: &'static [&'static str]) -> impl Strategy<Value = Vec<matching::Code>> {
    subsequence(all, 0..=all.len()).prop_map(|list| codes(&list))
}

fn money() -> impl Strategy<Value = MoneyRange> {
    let end = || option::of(prop_oneof![9 => 0..100_000_000_000_i64, 1 => any::<i64>()]);
    (end(), end()).prop_map(|(min, max)| MoneyRange { min, max })
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    option::of((0..200_u64).prop_map(|days| today() + Days::new(days) - Days::new(10)))
}

fn organization(side: &'static str) -> impl Strategy<Value = Arc<Organization>> {
    let counts = (
        0..20_u32,
        0..20_u32,
        0..9_u32,
        0..9_u32,
        option::of(0..500_u32),
        0..9_u32,
    );
    (0..9_u8, any::<bool>(), counts).prop_map(move |(n, verified, counts)| {
        let (past_awards, mutual_matches, milestones_met, milestones_due, staff, under_way) =
            counts;
        Arc::new(Organization {
            id: format!("{side}{n}"),
            name: format!("{side} {n}"),
            verified,
            past_awards,
            mutual_matches,
            milestones_met,
            milestones_due,
            staff,
            under_way,
        })
    })
}

fn reference() -> impl Strategy<Value = Reference> {
    let place = option::of(select(&PLACES[..]));
    let value = option::of(0..50_000_000_000_i64);
    ("[A-Z][a-z]{3}", place, option::of(2015..2026_i32), value).prop_map(
        |(name, place, year, value)| Reference {
            name,
            place: place.map(Into::into),
            year,
            value,
        },
    )
}

fn certificate() -> impl Strategy<Value = Certificate> {
    (select(&STANDARDS[..]), day()).prop_map(|(name, valid_until)| Certificate {
        name: name.into(),
        valid_until,
    })
}

fn posting(kind: Kind, side: &'static str) -> impl Strategy<Value = Posting> {
    let said = (
        texts(),
        some(&DOMAINS),
        some(&PLACES),
        some(&["DBSH", "NORTH"]),
        money(),
    );
    let form = (some(&["BOT", "BTL"]), some(&["PPP", "PILOT"]), day(), day());
    let grown = (
        option::of(0..5_u8),
        option::of(select(
            &[
                OfferMaturity::Concept,
                OfferMaturity::Prototype,
                OfferMaturity::Piloted,
                OfferMaturity::Deployed,
                OfferMaturity::Scaled,
            ][..],
        )),
        vec(reference(), 0..4),
        some(&STANDARDS),
        vec(certificate(), 0..3),
        some(&["vi", "en", "ko"]),
        some(&["LED", "tiết kiệm", "IoT"]),
    );
    let id = (0..1_000_000_u32).prop_map(move |n| format!("{side}{n}"));
    (id, organization(side), said, form, grown).prop_map(
        move |(id, organization, said, form, grown)| Posting {
            organization,
            texts: said.0,
            domains: said.1,
            places: said.2,
            regions: said.3,
            budget: said.4,
            contract_types: form.0,
            delivery_models: form.1,
            opens_on: form.2,
            closes_on: form.3,
            maturity_target: grown.0,
            maturity: grown.1,
            references: grown.2,
            standards: grown.3,
            certificates: grown.4,
            languages: grown.5,
            tags: grown.6,
            ..Posting::new(kind, id)
        },
    )
}

fn need() -> impl Strategy<Value = Posting> {
    posting(Kind::Need, "n")
}

fn offer() -> impl Strategy<Value = Posting> {
    prop_oneof![3 => posting(Kind::Offer, "o"), 1 => posting(Kind::Expert, "e")]
}

fn any_kind() -> impl Strategy<Value = Posting> {
    prop_oneof![3 => posting(Kind::Offer, "o"), 2 => need(), 1 => posting(Kind::Expert, "e")]
}

/// The score of a pair, nothing if there is an obstacle: that is below every score.
fn score(engine: &Arc<Engine>, need: &Posting, offer: &Posting) -> f64 {
    let corpus = corpus(engine, &[need.clone(), offer.clone()]);
    explained(&corpus, &need.id, &offer.id).map_or(-1.0, |fit| fit.score)
}

/// Whether more evidence lowered the score by more than a rounding error.
fn lower(richer: f64, before: f64) -> bool {
    richer < before - 1e-9
}

fn sound(fit: &Fit) {
    let sum: f64 = fit.factors.iter().map(|factor| factor.points).sum();
    assert!(
        (fit.score - sum).abs() < 1e-9,
        "score {} sum {sum}",
        fit.score
    );
    assert!((0.0..=100.0 + 1e-9).contains(&fit.score));
    for factor in &fit.factors {
        for value in [factor.value, factor.for_demand, factor.for_supply] {
            assert!((0.0..=1.0).contains(&value), "{factor:?}");
        }
        assert!((factor.points - factor.value * factor.weight).abs() < 1e-12);
        assert!(
            factor.reason.vi.ends_with('.') && factor.reason.en.ends_with('.'),
            "{factor:?}"
        );
    }
    for raise in &fit.raises {
        assert!(
            raise.points > 0.0 && fit.score + raise.points <= 100.0 + 1e-6,
            "{raise:?}"
        );
    }
    assert!(fit.raises.is_sorted_by(|a, b| a.points >= b.points));
}

proptest! {
    #[test]
    fn the_score_is_the_sum_of_its_factors_each_within_bounds(need in need(), offer in offer()) {
        let corpus = corpus(&engine(), &[need.clone(), offer.clone()]);
        if let Ok(fit) = explained(&corpus, &need.id, &offer.id) {
            sound(&fit);
        }
    }

    #[test]
    fn what_is_ranked_is_what_is_explained(need in need(), offer in offer()) {
        let corpus = corpus(&engine(), &[need.clone(), offer.clone()]);
        let ranked = best(&corpus, &need.id, offer.kind, 1);
        match explained(&corpus, &need.id, &offer.id) {
            Ok(fit) => prop_assert!((fit.score - ranked[0].score).abs() < 1e-9),
            Err(_) => prop_assert!(ranked.is_empty()),
        }
    }

    #[test]
    fn both_ends_are_asked_and_each_gets_its_own_view(need in need(), offer in offer()) {
        let corpus = corpus(&engine(), &[need.clone(), offer.clone()]);
        if let Ok(there) = explained(&corpus, &need.id, &offer.id) {
            let back = explained(&corpus, &offer.id, &need.id).unwrap();
            prop_assert_eq!((there.for_demand, there.for_supply), (back.for_demand, back.for_supply));
            let (low, high) = (there.for_demand.min(there.for_supply), there.for_demand.max(there.for_supply));
            for fit in [&there, &back] {
                prop_assert!(low - 1e-9 <= fit.score && fit.score <= high + 1e-9);
            }
            let blended = 0.8 * there.for_demand + 0.2 * there.for_supply;
            prop_assert!((there.score - blended).abs() < 1e-9);
        }
    }

    #[test]
    fn the_order_of_the_candidates_does_not_matter(
        need in need(),
        (offers, shuffled) in vec(offer(), 0..6).prop_map(|mut offers| {
            offers.sort_by(|a, b| a.id.cmp(&b.id));
            offers.dedup_by(|a, b| a.id == b.id);
            offers
        }).prop_flat_map(|offers| (Just(offers.clone()), Just(offers).prop_shuffle())),
    ) {
        let engine = engine();
        let rank = |offers: &[Posting]| {
            let corpus = corpus(&engine, &[offers, std::slice::from_ref(&need)].concat());
            let ranked = best(&corpus, &need.id, Kind::Offer, 4);
            ranked.into_iter().map(|found| (found.id, found.score)).collect::<Vec<_>>()
        };
        prop_assert_eq!(rank(&offers), rank(&shuffled));
    }

    #[test]
    fn equal_offers_come_in_the_order_of_their_ids(need in need(), offer in posting(Kind::Offer, "o")) {
        let copy = |id: &str| Posting { id: id.into(), ..offer.clone() };
        let postings = [need.clone(), copy("c"), copy("a"), copy("b")];
        let corpus = corpus(&engine(), &postings);
        let ids: Vec<String> =
            best(&corpus, &need.id, Kind::Offer, 9).iter().map(|found| found.id.to_string()).collect();
        prop_assert!(ids.is_empty() || ids == ["a", "b", "c"], "{:?}", ids);
    }

    #[test]
    fn one_more_domain_never_lowers_the_score(need in need(), offer in offer(), more in select(&DOMAINS[..])) {
        let mut richer = offer.clone();
        richer.domains.push(more.into());
        let engine = engine();
        prop_assert!(!lower(score(&engine, &need, &richer), score(&engine, &need, &offer)));
    }

    #[test]
    fn one_more_reference_never_lowers_the_score(need in need(), offer in offer(), more in reference()) {
        let mut richer = offer.clone();
        richer.references.push(more.clone());
        // The first reference that states its worth takes the place of not knowing.
        let known = offer.references.iter().any(|reference| reference.value.is_some());
        prop_assume!(known || more.value.is_none());
        let engine = engine();
        prop_assert!(!lower(score(&engine, &need, &richer), score(&engine, &need, &offer)));
    }

    #[test]
    fn one_more_certificate_never_lowers_the_score(need in need(), offer in offer(), more in certificate()) {
        let mut richer = offer.clone();
        richer.certificates.push(more);
        let engine = engine();
        prop_assert!(!lower(score(&engine, &need, &richer), score(&engine, &need, &offer)));
    }

    #[test]
    fn one_more_language_never_lowers_the_score(need in need(), offer in offer(), more in select(&["vi", "en", "fr"][..])) {
        // The first language named takes the place of not knowing.
        prop_assume!(!offer.languages.is_empty());
        let mut richer = offer.clone();
        richer.languages.push(more.into());
        let engine = engine();
        prop_assert!(!lower(score(&engine, &need, &richer), score(&engine, &need, &offer)));
    }

    #[test]
    fn one_more_covered_place_never_lowers_the_score(need in need(), offer in offer(), more in select(&PLACES[..])) {
        // Nowhere means the whole country; naming a place there would take away.
        prop_assume!(!offer.places.is_empty() || !offer.regions.is_empty());
        let mut richer = offer.clone();
        richer.places.push(more.into());
        let engine = engine();
        prop_assert!(!lower(score(&engine, &need, &richer), score(&engine, &need, &offer)));
    }

    #[test]
    fn a_better_record_never_lowers_the_score(need in need(), offer in offer()) {
        let mut owner = (*offer.organization).clone();
        owner.verified = true;
        owner.past_awards += 1;
        owner.mutual_matches += 1;
        owner.milestones_met += 1;
        owner.milestones_due += 1;
        let richer = Posting {
            organization: Arc::new(owner),
            maturity: Some(OfferMaturity::Scaled),
            ..offer.clone()
        };
        let engine = engine();
        prop_assert!(!lower(score(&engine, &need, &richer), score(&engine, &need, &offer)));
    }

    #[test]
    fn a_nearer_meaning_never_lowers_the_score(need in need(), offer in offer(), angle in 0.0..1.5_f32, less in 0.0..1.0_f32) {
        let engine = Arc::new(Engine::new(common::knowledge(), Weights::default(), Means::default()));
        let score = |angle: f32| {
            let mut corpus = Corpus::new(engine.clone());
            let vectors = |angle: f32| vec![vector(Language::Vi, &[angle.cos(), angle.sin()])];
            corpus.insert(engine.read(need.clone(), vectors(0.0)));
            corpus.insert(engine.read(offer.clone(), vectors(angle)));
            corpus.weigh();
            explained(&corpus, &need.id, &offer.id).map_or(-1.0, |fit| fit.score)
        };
        // A byte for each number leaves the cosine exact to a hundredth.
        prop_assert!(score(angle * less) >= score(angle) - 1.0);
    }

    #[test]
    fn statistics_forget_what_they_counted(need in need(), offer in offer()) {
        let engine = engine();
        let alone = corpus(&engine, std::slice::from_ref(&need));
        let mut both = corpus(&engine, &[need.clone(), offer.clone()]);
        both.remove(&offer.id);
        both.weigh();
        prop_assert_eq!(both.statistics().terms(), alone.statistics().terms());
        prop_assert_eq!(both.statistics().postings(), alone.statistics().postings());
    }

    #[test]
    fn proportions_become_points(parts in vec(0.0..50.0_f64, 14)) {
        let parts: [f64; 14] = parts.try_into().unwrap();
        prop_assume!(parts.iter().sum::<f64>() > 0.0);
        let points = Points::in_proportion(parts).unwrap();
        prop_assert!((points.all().iter().sum::<f64>() - 100.0).abs() < 1e-6);
    }

    #[test]
    fn choosing_whom_to_compare_gives_what_comparing_all_gives(
        postings in vec((any_kind(), option::of(0.0..1.5_f32), any::<bool>()), 1..60),
        gone in vec(any::<proptest::sample::Index>(), 0..20),
        (limit, share, with_model) in (1..8_usize, 1..4_usize, any::<bool>()),
    ) {
        let weights = if with_model { Weights::default() } else { Weights::default().without_meaning() };
        let engine = Arc::new(Engine::new(common::knowledge(), weights, Means::default()));
        let mut all = Corpus::new(engine.clone()).exhaustive_up_to(usize::MAX);
        let mut some = Corpus::new(engine.clone()).exhaustive_up_to(0);
        for corpus in [&mut all, &mut some] {
            for (posting, angle, lean) in &postings {
                let angle = angle.filter(|_| with_model);
                let vectors = angle.map(|angle| vector(Language::Vi, &[angle.cos(), angle.sin()]));
                let reading = engine.read(posting.clone(), vectors.into_iter().collect());
                corpus.insert(if *lean { reading.lean() } else { reading });
            }
            corpus.weigh();
            for gone in &gone {
                let (posting, ..) = gone.get(&postings);
                let (again, ..) = &postings[0];
                corpus.remove(&posting.id);
                corpus.insert(engine.read(Posting { id: posting.id.clone(), ..again.clone() }, Vec::new()));
            }
        }
        for (seeker, ..) in postings.iter().take(12) {
            for kind in [Kind::Need, Kind::Offer, Kind::Expert] {
                let ask = Ask { kind, among: None, today: today(), limit, share };
                let seeker = all.get(&seeker.id).unwrap();
                prop_assert_eq!(some.rank(seeker, &ask), all.rank(seeker, &ask));
            }
        }
    }
}
