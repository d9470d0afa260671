//! What holds for every need and offer, whatever they say.

use chrono::{Days, NaiveDate};
use matching::{
    Bilingual, DomainInfo, Engine, Fit, Knowledge, Language, MoneyRange, Need, Offer,
    OfferMaturity, Organization, PlaceInfo, PostingText, Reference, Statistics, Weights,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const DOMAINS: [&str; 5] = ["TRA", "TEL", "WWT", "LGT", "GIS"];
const PLACES: [&str; 5] = ["31", "22", "37", "79", "96"];
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

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

fn engine() -> Engine {
    let domain = |code: &str, vi: &str, en: &str, area: Option<&str>| DomainInfo {
        code: code.into(),
        name: Bilingual::new(vi, en),
        area: area.map(Into::into),
        ..DomainInfo::default()
    };
    let place = |id: &str, region: &str, zone: &str| PlaceInfo {
        id: id.into(),
        name: Bilingual::new(id, id),
        region: region.into(),
        region_name: Bilingual::new(region, region),
        zones: vec![zone.into()],
    };
    let domains = vec![
        domain("TRA", "Giao thông", "Traffic", Some("BI")),
        domain("TEL", "Viễn thông", "Telecommunication", Some("BI")),
        domain("WWT", "Nước thải", "Wastewater", Some("QE")),
        domain("LGT", "Chiếu sáng", "Street lighting", None),
        domain("GIS", "Thông tin địa lý", "GIS", None),
    ];
    let places = vec![
        place("31", "DBSH", "N"),
        place("22", "DBSH", "N"),
        place("37", "DBSH", "-"),
        place("79", "DNB", "S"),
        place("96", "DBSCL", "M"),
    ];
    Engine::new(Knowledge::new(domains, places), Weights::default())
}

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

fn codes(all: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    subsequence(all, 0..=all.len()).prop_map(|list| list.into_iter().map(Into::into).collect())
}

fn code(all: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    option::of(select(all).prop_map(Into::into))
}

fn money() -> impl Strategy<Value = MoneyRange> {
    let end = || option::of(prop_oneof![9 => 0..100_000_000_000_i64, 1 => any::<i64>()]);
    (end(), end()).prop_map(|(min, max)| MoneyRange { min, max })
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    option::of((0..200_u64).prop_map(|days| today() + Days::new(days) - Days::new(10)))
}

fn organization(side: &'static str) -> impl Strategy<Value = Organization> {
    let parts = (0..9_u8, any::<bool>(), 0..20_u32, 0..20_u32);
    parts.prop_map(
        move |(n, verified, past_agreements, mutual_matches)| Organization {
            id: format!("{side}{n}"),
            name: format!("{side} {n}"),
            verified,
            past_agreements,
            mutual_matches,
        },
    )
}

prop_compose! {
    fn need()(
        id in "n[0-9]{1,6}",
        organization in organization("city"),
        texts in texts(),
        domains in codes(&DOMAINS),
        place in code(&PLACES),
        budget in money(),
        contract_type in code(&["BOT", "BTL"]),
        delivery_model in code(&["PPP", "PILOT"]),
        maturity_target in option::of(0..5_u8),
        closes_on in day(),
    ) -> Need {
        Need {
            id, organization, texts, domains, place, budget, contract_type, delivery_model,
            maturity_target, closes_on,
        }
    }
}

prop_compose! {
    fn offer()(
        id in "o[0-9]{1,6}",
        organization in organization("firm"),
        texts in texts(),
        domains in codes(&DOMAINS),
        coverage in codes(&PLACES),
        price in money(),
        contract_types in codes(&["BOT", "BTL"]),
        delivery_models in codes(&["PPP", "PILOT"]),
        maturity in option::of(select(&[
            OfferMaturity::Concept, OfferMaturity::Prototype, OfferMaturity::Piloted,
            OfferMaturity::Deployed, OfferMaturity::Scaled,
        ][..])),
        references in vec(reference(), 0..4),
        expires_on in day(),
    ) -> Offer {
        Offer {
            id, organization, texts, domains, coverage, price, contract_types, delivery_models,
            maturity, references, expires_on,
        }
    }
}

fn reference() -> impl Strategy<Value = Reference> {
    ("[A-Z][a-z]{3}", code(&PLACES), option::of(2015..2026_i32))
        .prop_map(|(name, place, year)| Reference { name, place, year })
}

fn statistics(engine: &Engine, need: &Need, offer: &Offer) -> Statistics {
    engine.statistics([need.texts.as_slice(), offer.texts.as_slice()])
}

/// The score of a pair, nothing if there is an obstacle: that is below every score.
fn score(engine: &Engine, need: &Need, offer: &Offer) -> f64 {
    let fit = engine.fit(need, offer, &Statistics::default(), today());
    fit.map_or(-1.0, |fit| fit.score)
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
        assert!((0.0..=1.0).contains(&factor.value), "{factor:?}");
        assert!((factor.points - factor.value * factor.weight).abs() < 1e-12);
        assert!(factor.reason.vi.ends_with('.') && factor.reason.en.ends_with('.'));
    }
}

proptest! {
    #[test]
    fn the_score_is_the_sum_of_its_factors_each_within_bounds(need in need(), offer in offer()) {
        let engine = engine();
        let statistics = statistics(&engine, &need, &offer);
        if let Ok(fit) = engine.fit(&need, &offer, &statistics, today()) {
            sound(&fit);
        }
    }

    #[test]
    fn a_pair_scores_the_same_from_either_end(need in need(), offer in offer()) {
        let engine = engine();
        let statistics = statistics(&engine, &need, &offer);
        let there = engine.offers_for(&need, std::slice::from_ref(&offer), &statistics, today(), 9);
        let back = engine.needs_for(&offer, std::slice::from_ref(&need), &statistics, today(), 9);
        prop_assert_eq!(there, back);
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
        let rank = |offers: &[Offer]| {
            engine.offers_for(&need, offers, &Statistics::default(), today(), 4)
        };
        prop_assert_eq!(rank(&offers), rank(&shuffled));
    }

    #[test]
    fn one_more_domain_never_lowers_the_score(need in need(), offer in offer(), more in select(&DOMAINS[..])) {
        let engine = engine();
        let mut richer = offer.clone();
        richer.domains.push(more.into());
        prop_assert!(score(&engine, &need, &richer) >= score(&engine, &need, &offer));
    }

    #[test]
    fn one_more_reference_never_lowers_the_score(need in need(), offer in offer(), more in reference()) {
        let engine = engine();
        let mut richer = offer.clone();
        richer.references.push(more);
        prop_assert!(score(&engine, &need, &richer) >= score(&engine, &need, &offer));
    }

    #[test]
    fn one_more_covered_place_never_lowers_the_score(need in need(), offer in offer(), more in select(&PLACES[..])) {
        // An empty list means the whole country; naming a place there would take away.
        prop_assume!(!offer.coverage.is_empty());
        let engine = engine();
        let mut richer = offer.clone();
        richer.coverage.push(more.into());
        prop_assert!(score(&engine, &need, &richer) >= score(&engine, &need, &offer));
    }

    #[test]
    fn a_better_record_never_lowers_the_score(need in need(), offer in offer()) {
        let engine = engine();
        let mut richer = offer.clone();
        richer.organization.verified = true;
        richer.organization.past_agreements += 1;
        richer.organization.mutual_matches += 1;
        richer.maturity = Some(OfferMaturity::Scaled);
        prop_assert!(score(&engine, &need, &richer) >= score(&engine, &need, &offer));
    }

    #[test]
    fn statistics_forget_what_they_counted(need in need(), offer in offer()) {
        let engine = engine();
        let before = engine.statistics([need.texts.as_slice()]);
        let mut after = before.clone();
        after.add(engine.knowledge(), &offer.texts);
        after.remove(engine.knowledge(), &offer.texts);
        prop_assert_eq!(before, after);
    }
}
