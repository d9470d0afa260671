//! No way leads to a state that should not be.

use proptest::prelude::*;

use super::*;

fn sides() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Owner), Just(Side::Partner)]
}

fn walks() -> impl Strategy<Value = Vec<(Side, Step)>> {
    prop::collection::vec((sides(), prop::sample::select(&Step::ALL[..])), 0..80)
}

/// What must hold in every state that can be reached.
fn sound(state: State) -> Result<(), TestCaseError> {
    use AgreementStatus as S;
    use Negotiation as N;
    let State {
        status,
        negotiation,
        turn,
        accepted,
        signed,
    } = state;
    prop_assert_eq!(turn.is_some(), negotiation == N::Editing);
    match status {
        S::Drafting => prop_assert_eq!(negotiation, N::Editing),
        S::PendingSignature => prop_assert_eq!(negotiation, N::Signing),
        S::Active => {}
        S::Completed | S::Terminated | S::Expired | S::Cancelled => {
            prop_assert_eq!(negotiation, N::Settled);
        }
    }
    // Nobody signs what both have not accepted, and nothing signed is edited.
    if signed != Both::default() {
        prop_assert!(accepted.all());
        prop_assert!(negotiation != N::Editing);
    }
    if negotiation == N::Editing {
        prop_assert!(!accepted.all());
        // Whoever waits has proposed what the other reads, or nothing was proposed yet.
        prop_assert!(!turn.is_some_and(|side| accepted.has(side)));
    }
    if negotiation == N::Signing {
        prop_assert!(accepted.all() && !signed.all());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_way_leads_only_to_sound_states(first in sides(), walk in walks()) {
        use AgreementStatus as S;
        let mut state = State::begun(first);
        // The text that lies on the table, what each side has seen and accepted of it, and signed.
        let (mut text, mut in_force) = (0_u32, None);
        let mut accepted: [Option<u32>; 2] = [None, None];
        let mut signed: [Option<u32>; 2] = [None, None];
        sound(state)?;
        for (by, step) in walk {
            let before = state;
            let Ok(after) = next(state, by, step) else { continue };
            sound(after)?;
            let at = usize::from(by == Side::Partner);
            match step {
                Step::Edit | Step::Propose | Step::Accept => prop_assert_eq!(before.turn, Some(by)),
                _ => {}
            }
            match step {
                Step::Propose => { text += 1; accepted[at] = Some(text); }
                Step::Accept => accepted[at] = Some(text),
                Step::Sign => signed[at] = Some(text),
                _ => {}
            }
            // What is in force was accepted and signed by both, and is one text.
            if step == Step::Sign && after.negotiation == Negotiation::Settled {
                prop_assert_eq!(accepted, [Some(text); 2]);
                prop_assert_eq!(signed, [Some(text); 2]);
                in_force = Some(text);
            }
            let was_signed = S::SIGNED.contains(&after.status);
            prop_assert_eq!(was_signed, in_force.is_some());
            // What ended stays ended.
            if matches!(before.status, S::Completed | S::Terminated | S::Expired | S::Cancelled) {
                prop_assert_eq!(after, before);
                prop_assert!(step == Step::HandOver && before.status == S::Completed);
            }
            // Only the owner says that it is done.
            if after.status == S::Completed && before.status != S::Completed {
                prop_assert_eq!(by, Side::Owner);
            }
            state = after;
        }
    }
}

/// Takes steps that must be possible.
fn walk(mut state: State, steps: &[(Side, Step)]) -> State {
    for (by, step) in steps {
        state = next(state, *by, *step)
            .unwrap_or_else(|error| panic!("{by:?} {step:?}: {}", error.message.en));
    }
    state
}

#[test]
fn two_sides_take_turns_until_both_have_signed() {
    use Side::{Owner, Partner};
    let drafted = walk(
        State::begun(Owner),
        &[
            (Owner, Step::Edit),
            (Owner, Step::Propose),
            (Partner, Step::Edit),
            (Partner, Step::Propose),
            (Owner, Step::Accept),
        ],
    );
    assert_eq!(drafted.status, AgreementStatus::PendingSignature);
    for (one, two) in [(Owner, Partner), (Partner, Owner)] {
        let half = walk(drafted, &[(one, Step::Sign)]);
        assert_eq!(half.status, AgreementStatus::PendingSignature);
        let twice = next(half, one, Step::Sign).unwrap_err();
        assert_eq!(twice.code, ErrorCode::IllegalTransition);
        let whole = walk(half, &[(two, Step::Sign)]);
        assert_eq!(whole.status, AgreementStatus::Active);
        // A change of what is in force goes the same way, and may be given up.
        let amending = walk(whole, &[(two, Step::Amend), (two, Step::Propose)]);
        assert_eq!(amending.status, AgreementStatus::Active);
        assert!(next(amending, Owner, Step::Complete).is_err());
        let settled = walk(amending, &[(one, Step::Drop), (Owner, Step::Complete)]);
        assert_eq!(settled.status, AgreementStatus::Completed);
    }
}

#[test]
fn nobody_accepts_her_own_text_or_speaks_out_of_turn() {
    use Side::{Owner, Partner};
    let begun = State::begun(Partner);
    for (by, step) in [
        (Partner, Step::Accept),
        (Owner, Step::Edit),
        (Owner, Step::Propose),
        (Owner, Step::Accept),
        (Owner, Step::Sign),
        (Owner, Step::Terminate),
    ] {
        assert!(next(begun, by, step).is_err(), "{by:?} {step:?}");
    }
    let waits = walk(begun, &[(Partner, Step::Propose)]);
    assert!(next(waits, Partner, Step::Edit).is_err());
    // Opened again, earlier signatures mean nothing.
    let half = walk(waits, &[(Owner, Step::Accept), (Owner, Step::Sign)]);
    let again = walk(half, &[(Partner, Step::Reopen)]);
    assert_eq!(again, State::begun(Partner));
}
