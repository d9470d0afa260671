use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::ids::NeedId;
use crate::text::BilingualText;

use EvaluationStatus as S;

const STATES: [EvaluationStatus; 7] = [
    S::Preparing,
    S::Scoring,
    S::Consensus,
    S::Interview,
    S::Approved,
    S::Decided,
    S::Ended,
];
const STEPS: [Step; 6] = [
    Step::Start,
    Step::Confer,
    Step::Approve,
    Step::Shortlist,
    Step::Decide,
    Step::End,
];

fn criterion(n: u128, weight: i32, kind: CriterionKind) -> Criterion {
    Criterion {
        id: CriterionId(Uuid::from_u128(n)),
        need_id: NeedId(Uuid::nil()),
        position: 1,
        name: BilingualText::default(),
        description: BilingualText::default(),
        weight,
        kind,
    }
}

fn bid(n: u128, place: i32, price: i64, agreed: &[(u128, i32)]) -> Entry {
    let score = |(n, score): &(u128, i32)| (CriterionId(Uuid::from_u128(*n)), *score);
    Entry {
        proposal: ProposalId(Uuid::from_u128(n)),
        place,
        price: Some(price),
        agreed: agreed.iter().map(score).collect(),
    }
}

/// The example that an officer can follow with a pencil (docs/evaluation.md).
///
/// | Criterion, weight | A: 9 billion | B: 12 billion | C: 10 billion |
/// |---|---|---|---|
/// | Solution, 50 | 80 → 40.00 | 95 → 47.50 | 70 → 35.00 |
/// | Team, 20 | 60 → 12.00 | 85 → 17.00 | 90 → 18.00 |
/// | Price, 30 | 100.00 → 30.00 | 75.00 → 22.50 | 90.00 → 27.00 |
/// | Total | 82.00 | 87.00 | 80.00 |
#[test]
fn the_example_that_an_officer_can_follow() {
    let criteria = [
        criterion(1, 50, CriterionKind::Quality),
        criterion(2, 20, CriterionKind::Quality),
        criterion(3, 30, CriterionKind::Price),
    ];
    let bids = [
        bid(11, 1, 9_000_000_000, &[(1, 80), (2, 60)]),
        bid(12, 2, 12_000_000_000, &[(1, 95), (2, 85)]),
        bid(13, 3, 10_000_000_000, &[(1, 70), (2, 90)]),
    ];
    let ranked = rank(&criteria, &bids, Some(9_000_000_000));
    let table: Vec<_> = ranked
        .iter()
        .map(|one| {
            let points: Vec<i32> = one.lines.iter().map(|line| line.points).collect();
            (label(one.place), one.rank, points, one.total)
        })
        .collect();
    assert_eq!(
        table,
        [
            ("B".to_owned(), 1, vec![4750, 1700, 2250], 8700),
            ("A".to_owned(), 2, vec![4000, 1200, 3000], 8200),
            ("C".to_owned(), 3, vec![3500, 1800, 2700], 8000),
        ]
    );
}

#[test]
fn equal_totals_are_ordered_by_price_and_then_by_letter() {
    let criteria = [
        criterion(1, 50, CriterionKind::Quality),
        criterion(2, 50, CriterionKind::Price),
    ];
    let bids = [
        bid(11, 1, 200, &[(1, 100)]),
        bid(12, 3, 100, &[(1, 50)]),
        bid(13, 2, 100, &[(1, 50)]),
    ];
    let order: Vec<_> = rank(&criteria, &bids, Some(100))
        .into_iter()
        .map(|one| (one.total, label(one.place)))
        .collect();
    assert_eq!(
        order,
        [(7500, "B".into()), (7500, "C".into()), (7500, "A".into())]
    );
}

#[test]
fn prices_are_scored_as_published() {
    for (lowest, price, score) in [
        (9, 9, 10_000),
        (9, 12, 7_500),
        (1, 3, 3_333),
        (2, 3, 6_667),
        (0, 0, 10_000),
        (0, 5, 0),
        (1_000_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000),
    ] {
        assert_eq!(price_score(lowest, price), score, "{lowest} / {price}");
    }
}

#[test]
fn letters_go_on_after_z() {
    let labels: Vec<_> = [1, 2, 26, 27, 52, 53, 702, 703].map(label).into();
    assert_eq!(labels, ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
}

#[test]
fn an_evaluation_lives_as_the_diagram_says() {
    let legal = [
        (S::Preparing, Step::Start, S::Scoring),
        (S::Scoring, Step::Confer, S::Consensus),
        (S::Consensus, Step::Approve, S::Approved),
        (S::Interview, Step::Approve, S::Approved),
        (S::Approved, Step::Shortlist, S::Interview),
        (S::Approved, Step::Decide, S::Decided),
    ];
    for state in STATES {
        for step in STEPS {
            let meant = legal
                .iter()
                .find(|(from, by, _)| *from == state && *by == step);
            let ends = step == Step::End && !matches!(state, S::Decided | S::Ended);
            let meant = meant.map(|(.., to)| *to).or(ends.then_some(S::Ended));
            assert_eq!(next(state, 1, step).ok(), meant, "{state:?} {step:?}");
        }
    }
    assert!(next(S::Approved, 2, Step::Shortlist).is_err(), "once");
}

proptest! {
    /// Whatever is tried in whatever order: nothing is decided that was not approved, approved that was
    /// not conferred about, and what is over stays over.
    #[test]
    fn no_illegal_state_is_reached(steps in prop::collection::vec(0..STEPS.len(), 0..60)) {
        let (mut state, mut round) = (S::Preparing, 1);
        let mut seen = vec![state];
        for step in steps {
            let step = STEPS[step];
            let Ok(to) = next(state, round, step) else { continue };
            prop_assert!(!matches!(state, S::Decided | S::Ended), "what is over stays over");
            if to == S::Interview {
                round += 1;
            }
            seen.push(to);
            state = to;
        }
        let at = |wanted: S| seen.iter().position(|one| *one == wanted);
        for (later, earlier) in [(S::Decided, S::Approved), (S::Approved, S::Consensus), (S::Consensus, S::Scoring), (S::Interview, S::Approved)] {
            if let Some(later) = at(later) {
                prop_assert!(at(earlier).is_some_and(|earlier| earlier < later));
            }
        }
        prop_assert!(round <= 2);
    }

    /// However the bids are: totals lie in 0 to 100, ranks are 1 to n, and a better score never ranks lower.
    #[test]
    fn the_ranking_is_sound(scores in prop::collection::vec((0..=100_i32, 0..2_000_000_000_000_i64), 1..12)) {
        let criteria = [criterion(1, 70, CriterionKind::Quality), criterion(2, 30, CriterionKind::Price)];
        let bids: Vec<Entry> = scores.iter().zip(1..).map(|((score, price), n)| bid(n, i32::try_from(n).unwrap(), *price, &[(1, *score)])).collect();
        let lowest = scores.iter().map(|(_, price)| *price).min();
        let ranked = rank(&criteria, &bids, lowest);
        let ranks: Vec<i32> = ranked.iter().map(|one| one.rank).collect();
        prop_assert_eq!(ranks, (1..=i32::try_from(scores.len()).unwrap()).collect::<Vec<_>>());
        for pair in ranked.windows(2) {
            prop_assert!(pair[0].total >= pair[1].total);
        }
        for one in &ranked {
            prop_assert!((0..=10_000).contains(&one.total));
            prop_assert_eq!(one.total, one.lines.iter().map(|line| line.points).sum::<i32>());
        }
    }
}

fn new(weight: i32, kind: CriterionKind) -> NewCriterion {
    NewCriterion {
        name: BilingualTextInput {
            vi: Some("Giải pháp".into()),
            en: None,
        },
        description: BilingualTextInput::default(),
        weight,
        kind,
    }
}

#[test]
fn criteria_are_whole_or_none() {
    use CriterionKind::{Price, Quality};
    let fine = |list: &[NewCriterion]| criteria_problems(list).is_empty();
    assert!(fine(&[]));
    assert!(fine(&[new(70, Quality), new(30, Price)]));
    assert!(!fine(&[new(70, Quality), new(20, Price)]), "90");
    assert!(!fine(&[new(50, Price), new(50, Price)]), "two prices");
    assert!(!fine(&[new(100, Price)]), "price alone");
    assert!(!fine(&[new(0, Quality), new(100, Quality)]), "no weight");
    assert!(!fine(&vec![new(5, Quality); 21]), "too many");
    assert!(!fine(&[new(i32::MAX, Quality), new(i32::MAX, Quality)]));
    let mut nameless = new(100, Quality);
    nameless.name.vi = Some(" \u{0} ".into());
    assert_eq!(
        criteria_problems(&[nameless])[0].field,
        "criteria.0.name.vi"
    );
}

#[test]
fn weights_change_only_before_the_need_opens() {
    use NeedStatus as N;
    for open in [N::Draft, N::ChangesRequested, N::Consultation] {
        assert!(criteria_open(open).is_ok());
    }
    for frozen in [
        N::UnderReview,
        N::Open,
        N::Closed,
        N::Evaluating,
        N::Matched,
        N::Withdrawn,
    ] {
        let refusal = criteria_open(frozen).unwrap_err();
        assert_eq!(refusal.code, ErrorCode::IllegalTransition);
    }
}

fn sitting(seat: PanelSeat, chair: bool) -> Sitting {
    Sitting {
        seat,
        chair,
        status: MemberStatus::Accepted,
        holds: true,
        blocked: false,
        submitted: true,
    }
}

#[test]
fn a_panel_is_three_with_a_researcher_and_a_chair() {
    let whole = [
        sitting(PanelSeat::Owner, true),
        sitting(PanelSeat::Alliance, false),
        sitting(PanelSeat::Researcher, false),
    ];
    assert_eq!(panel_lacks(&whole), None);
    assert_eq!(scores_lack(&whole), None);
    for n in 0..3 {
        for spoil in [
            |one: &mut Sitting| one.holds = false,
            |one: &mut Sitting| one.blocked = true,
            |one: &mut Sitting| one.status = MemberStatus::Recused,
            |one: &mut Sitting| one.status = MemberStatus::Invited,
        ] {
            let mut panel = whole;
            spoil(&mut panel[n]);
            assert!(panel_lacks(&panel).is_some(), "{n}");
        }
        let mut late = whole;
        late[n].submitted = false;
        assert!(panel_lacks(&late).is_none() && scores_lack(&late).is_some());
    }
    assert!(
        panel_lacks(&[whole[0], whole[1], whole[1]]).is_some(),
        "no researcher"
    );
    assert!(
        panel_lacks(&[whole[2], whole[1], whole[1]]).is_some(),
        "no chair"
    );
}

#[test]
fn days_end_at_midnight_in_vietnam() {
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    // 00:30 on the 2nd in Vietnam: the tenth day after it is the 12th.
    assert_eq!(
        ask_until(at("2026-11-01T17:30:00Z")),
        at("2026-11-12T16:59:59Z")
    );
    assert_eq!(
        ask_until(at("2026-11-01T16:30:00Z")),
        at("2026-11-11T16:59:59Z")
    );
    assert_eq!(
        answer_until(at("2026-11-01T16:30:00Z")),
        at("2026-11-16T16:59:59Z")
    );
}
