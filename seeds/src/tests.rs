//! The files are right: they read, their references resolve, their texts fit.

use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::Hash;

use serde_json::Value;

use crate::{
    IntroductionState, NeedState, OfferState, Range, Text, VerificationState, needs, offers,
    organizations, people, profiles, scenario,
};

const TITLE_MAX: usize = 120;
const SUMMARY_MAX: usize = 400;
const DESCRIPTION_MAX: usize = 1500;

fn unique<T: Eq + Hash + Debug>(values: impl IntoIterator<Item = T>) -> HashSet<T> {
    let mut seen = HashSet::new();
    for value in values {
        assert!(!seen.contains(&value), "{value:?} appears twice");
        seen.insert(value);
    }
    seen
}

/// The strings under `field` of each row of `list` in a file of the reference data.
fn reference(json: &str, list: &str, field: &str) -> HashSet<String> {
    let file: Value = serde_json::from_str(json).unwrap();
    let rows = file[list].as_array().unwrap();
    unique(
        rows.iter()
            .map(|row| row[field].as_str().unwrap().to_owned()),
    )
}

fn place_ids() -> HashSet<String> {
    let json = include_str!("../../backend/data/places.json");
    reference(json, "places", "id")
}

fn domain_codes() -> HashSet<String> {
    let json = include_str!("../../backend/data/domains.json");
    reference(json, "domains", "code")
}

/// The values of an enum of the checked-in GraphQL schema.
fn codes(name: &str) -> HashSet<&'static str> {
    let schema = include_str!("../../frontend/schema.graphql");
    let (_, after) = schema.split_once(&format!("enum {name} {{")).unwrap();
    after
        .split('}')
        .next()
        .unwrap()
        .split_whitespace()
        .collect()
}

fn check_text(key: &str, text: &Text, max: usize) {
    let sides = [&text.vi, &text.en];
    assert!(
        sides.iter().any(|side| side.is_some()),
        "{key} has no language"
    );
    for side in sides.into_iter().flatten() {
        let length = side.chars().count();
        assert!((1..=max).contains(&length), "{key}: {length} characters");
        assert_eq!(side.trim(), side, "{key}");
    }
}

/// All three texts of a posting stand in the same languages.
fn check_texts(key: &str, title: &Text, summary: &Text, description: &Text) {
    check_text(key, title, TITLE_MAX);
    check_text(key, summary, SUMMARY_MAX);
    check_text(key, description, DESCRIPTION_MAX);
    for text in [summary, description] {
        assert_eq!(text.vi.is_some(), title.vi.is_some(), "{key}");
        assert_eq!(text.en.is_some(), title.en.is_some(), "{key}");
    }
    for side in [&title.vi, &title.en].into_iter().flatten() {
        assert!(
            !side.contains("minh họa"),
            "{key}: the record carries the mark"
        );
    }
}

fn check_money(key: &str, range: Option<Range>) {
    if let Some(Range { min, max }) = range {
        assert!(0 < min && min <= max, "{key}: {min} to {max}");
    }
}

/// The person named acts for the organisation named.
fn check_author(key: &str, person: &str, organization: &str) {
    let people = people();
    let author = people.iter().find(|p| p.key == person);
    let author = author.unwrap_or_else(|| panic!("{key}: no person {person}"));
    assert_eq!(author.organization.as_deref(), Some(organization), "{key}");
}

#[test]
fn organizations_have_known_kinds_and_places() {
    let (kinds, places) = (codes("OrganizationKind"), place_ids());
    let organizations = organizations();
    unique(organizations.iter().map(|o| &o.key));
    for o in &organizations {
        assert!(kinds.contains(o.kind.as_str()), "{}: {}", o.key, o.kind);
        check_text(&o.key, &o.legal_name, TITLE_MAX);
        check_text(&o.key, &o.summary, SUMMARY_MAX);
        assert!(o.place.iter().all(|p| places.contains(p)), "{}", o.key);
        assert!(
            o.website.iter().all(|w| w.starts_with("https://")),
            "{}",
            o.key
        );
        assert_eq!(o.tax_code, None, "{}: identifiers are not invented", o.key);
    }
}

#[test]
fn people_are_invented_and_belong_somewhere() {
    let organizations = organizations();
    let keys = unique(organizations.iter().map(|o| &o.key));
    let people = people();
    unique(people.iter().map(|p| &p.email));
    let names = unique(people.iter().map(|p| p.key.as_str()));
    for key in [
        "officer-haiphong",
        "firm-cmc",
        "firm-mobifone",
        "firm-signify",
        "moderator",
        "verifier",
        "admin",
    ] {
        assert!(names.contains(key), "{key} is known to the tests of others");
    }
    for p in &people {
        assert!(p.email.ends_with(".example"), "{}", p.email);
        assert!(codes("Locale").contains(p.locale.as_str()), "{}", p.key);
        assert!(
            codes("MembershipRole").contains(p.role.as_str()),
            "{}",
            p.key
        );
        assert!(p.organization.iter().all(|o| keys.contains(o)), "{}", p.key);
        let staff = codes("StaffRole");
        assert!(
            p.staff_role.iter().all(|s| staff.contains(s.as_str())),
            "{}",
            p.key
        );
    }
}

#[test]
fn every_organization_with_a_posting_has_an_owner() {
    let people = people();
    let owners = people.iter().filter(|p| p.role == "OWNER");
    let owners: HashSet<_> = owners.filter_map(|p| p.organization.as_deref()).collect();
    let owning = needs().into_iter().map(|n| n.organization);
    for organization in owning.chain(offers().into_iter().map(|o| o.organization)) {
        assert!(owners.contains(organization.as_str()), "{organization}");
    }
}

#[test]
fn needs_are_whole() {
    let (places, domains) = (place_ids(), domain_codes());
    let needs = needs();
    assert!(needs.len() >= 20);
    unique(needs.iter().map(|n| &n.key));
    for n in &needs {
        check_texts(&n.key, &n.title, &n.summary, &n.description);
        check_author(&n.key, &n.by, &n.organization);
        check_money(&n.key, n.budget);
        assert!(places.contains(&n.place), "{}: {}", n.key, n.place);
        assert!(!n.domains.is_empty(), "{}", n.key);
        assert!(
            unique(&n.domains).iter().all(|d| domains.contains(*d)),
            "{}",
            n.key
        );
        let (contracts, models) = (codes("ContractType"), codes("DeliveryModel"));
        assert!(
            n.contract_type
                .iter()
                .all(|c| contracts.contains(c.as_str())),
            "{}",
            n.key
        );
        assert!(
            n.delivery_model.iter().all(|m| models.contains(m.as_str())),
            "{}",
            n.key
        );
        assert!(
            n.maturity_target.is_none_or(|m| (1..=3).contains(&m)),
            "{}",
            n.key
        );
        assert!((1..=120).contains(&n.closes_in_days), "{}", n.key);
        let sent_back = n.state == NeedState::ChangesRequested;
        assert_eq!(n.review_reason.is_some(), sent_back, "{}", n.key);
    }
}

#[test]
fn offers_are_whole() {
    let (places, domains) = (place_ids(), domain_codes());
    let offers = offers();
    assert!(offers.len() >= 40);
    unique(offers.iter().map(|o| &o.key));
    for o in &offers {
        check_texts(&o.key, &o.title, &o.summary, &o.description);
        check_author(&o.key, &o.by, &o.organization);
        check_money(&o.key, o.price);
        assert!(
            unique(&o.coverage).iter().all(|p| places.contains(*p)),
            "{}",
            o.key
        );
        assert!(!o.domains.is_empty(), "{}", o.key);
        assert!(
            unique(&o.domains).iter().all(|d| domains.contains(*d)),
            "{}",
            o.key
        );
        let (contracts, models) = (codes("ContractType"), codes("DeliveryModel"));
        assert!(
            o.contract_types
                .iter()
                .all(|c| contracts.contains(c.as_str())),
            "{}",
            o.key
        );
        assert!(
            o.delivery_models
                .iter()
                .all(|m| models.contains(m.as_str())),
            "{}",
            o.key
        );
        assert!(
            codes("OfferMaturity").contains(o.maturity.as_str()),
            "{}",
            o.key
        );
        for r in &o.references {
            let marked = r.name.contains("(minh họa)") || r.name.contains("(illustrative)");
            assert!(marked, "{}: {}", o.key, r.name);
            assert!(r.place.iter().all(|p| places.contains(p)), "{}", o.key);
        }
    }
}

#[test]
fn some_postings_stand_in_one_language_only() {
    let offers = offers();
    assert!(offers.iter().any(|o| o.title.vi.is_none()));
    assert!(offers.iter().any(|o| o.title.en.is_none()));
    assert!(needs().iter().any(|n| n.title.en.is_none()));
}

#[test]
fn every_state_that_pages_show_is_there() {
    let count = |state| needs().iter().filter(|n| n.state == state).count();
    assert!(count(NeedState::Open) >= 15);
    assert_eq!(count(NeedState::UnderReview), 2);
    assert_eq!(count(NeedState::Draft), 1);
    assert_eq!(count(NeedState::ChangesRequested), 1);
    assert_eq!(count(NeedState::Closed), 1);
    let count = |state| offers().iter().filter(|o| o.state == state).count();
    assert_eq!(count(OfferState::UnderReview), 3);
    assert_eq!(count(OfferState::Draft), 2);
}

#[test]
fn introductions_join_an_open_need_and_a_published_offer() {
    let (needs, offers) = (needs(), offers());
    let introductions = scenario().introductions;
    unique(introductions.iter().map(|i| (&i.need, &i.offer)));
    for i in &introductions {
        let need = needs.iter().find(|n| n.key == i.need).expect(&i.need);
        let offer = offers.iter().find(|o| o.key == i.offer).expect(&i.offer);
        assert_eq!(
            (need.state, offer.state),
            (NeedState::Open, OfferState::Published)
        );
        assert_ne!(need.organization, offer.organization);
        assert!(
            need.domains.iter().any(|d| offer.domains.contains(d)),
            "{}",
            i.need
        );
        assert_eq!(
            i.reason.is_some(),
            i.state == IntroductionState::Declined,
            "{}",
            i.need
        );
    }
}

#[test]
fn proposals_answer_the_closed_need_within_its_budget() {
    let needs = needs();
    let proposals = scenario().proposals;
    unique(proposals.iter().map(|p| (&p.need, &p.organization)));
    assert_eq!(proposals.len(), 2);
    for p in &proposals {
        let need = needs.iter().find(|n| n.key == p.need).expect(&p.need);
        assert_eq!(need.state, NeedState::Closed);
        check_author(&p.need, &p.by, &p.organization);
        assert!(codes("Locale").contains(p.language.as_str()));
        let budget = need.budget.expect("a budget");
        assert!((budget.min..=budget.max).contains(&p.price));
        assert!(p.duration_months > 0 && !p.summary.is_empty() && !p.approach.is_empty());
        assert_eq!(p.reason.is_some(), p.decision.is_some());
    }
}

/// Who reads it knows that it is not so.
fn marked(text: &str) -> bool {
    ["minh họa", "MINH-HỌA", "demonstration", "Demonstration"]
        .iter()
        .any(|mark| text.contains(mark))
}

#[test]
fn profiles_name_who_is_there_and_say_that_they_are_invented() {
    let (places, domains) = (place_ids(), domain_codes());
    let (organizations, people) = (organizations(), people());
    let owned = |key: &str| {
        organizations.iter().any(|o| o.key == key)
            && people
                .iter()
                .any(|p| p.organization.as_deref() == Some(key) && p.role == "OWNER")
    };
    let profiles = profiles();
    unique(profiles.verifications.iter().map(|v| &v.organization));
    let verified: Vec<_> = profiles
        .verifications
        .iter()
        .filter(|v| v.state == VerificationState::Verified)
        .map(|v| v.organization.as_str())
        .collect();
    assert!(verified.len() < profiles.verifications.len() && verified.len() >= 10);
    for v in &profiles.verifications {
        assert!(owned(&v.organization), "{}", v.organization);
    }
    for a in &profiles.alliance {
        assert!(
            verified.contains(&a.organization.as_str()),
            "{}",
            a.organization
        );
        assert!(marked(&a.number), "{}", a.number);
    }
    for c in &profiles.capabilities {
        assert!(owned(&c.organization));
        check_text(&c.organization, &c.text, DESCRIPTION_MAX);
        assert!(c.domains.iter().all(|d| domains.contains(d)));
    }
    for c in &profiles.certificates {
        assert!(owned(&c.organization));
        assert!(
            [&c.name, &c.issuer, &c.number]
                .into_iter()
                .all(|t| marked(t))
        );
    }
    for r in &profiles.references {
        assert!(owned(&r.organization) && places.contains(&r.place));
        assert!(marked(&r.client));
        check_text(&r.organization, &r.project, TITLE_MAX);
    }
    assert_eq!(profiles.researchers.len(), 3);
    for r in &profiles.researchers {
        let person = people.iter().find(|p| p.key == r.person).expect(&r.person);
        assert_eq!(person.organization, r.organization, "{}", r.person);
        assert!(
            r.domains.iter().all(|d| domains.contains(d)),
            "{}",
            r.person
        );
        assert!(
            r.publications.iter().all(|p| marked(&p.title)),
            "{}",
            r.person
        );
        check_text(&r.person, &r.headline, TITLE_MAX);
    }
    let registration = profiles.registration;
    let founder = people.iter().find(|p| p.key == registration.by);
    assert_eq!(founder.expect("a founder").organization, None);
    assert!(codes("OrganizationKind").contains(registration.kind.as_str()));
    assert!(places.contains(&registration.place));
}
