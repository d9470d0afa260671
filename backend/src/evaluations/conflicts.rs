//! Pure: what ties a member of a panel to a bidder, computed from what is known of both.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};

use super::ConflictKind;
use crate::ids::{OrganizationId, ProposalId, UserId};
use crate::text::{BilingualText, Locale, Sentence, say};

/// How long somebody who left a bidder is still tied to it.
pub const FORMER: Duration = Duration::days(365);

impl ConflictKind {
    /// Who is tied so may not evaluate; with the other ties one may, when they are disclosed.
    pub fn blocks(self) -> bool {
        match self {
            Self::Member | Self::FormerMember | Self::Author | Self::Affiliation | Self::Merged => {
                true
            }
            Self::AsksToJoin | Self::EarlierSelection | Self::EarlierMatch => false,
        }
    }
}

/// What is known of a member.
#[derive(Clone, Debug, Default)]
pub struct Judge {
    /// Who.
    pub user: Option<UserId>,
    /// Name.
    pub name: String,
    /// Organisations she belongs to.
    pub member_of: Vec<OrganizationId>,
    /// Organisations that she asked to let her in.
    pub asks: Vec<OrganizationId>,
    /// Organisations she left, and when.
    pub left: Vec<(OrganizationId, DateTime<Utc>)>,
    /// Where she works, as her profile says.
    pub works_at: Option<OrganizationId>,
    /// Works for the alliance.
    pub staff: bool,
}

/// What is known of a bidder.
#[derive(Clone, Debug)]
pub struct Bidder {
    /// Its proposal.
    pub proposal: ProposalId,
    /// Who.
    pub organization: OrganizationId,
    /// Name.
    pub name: BilingualText,
    /// Who began the proposal.
    pub author: UserId,
}

/// What is known of how organisations stand to each other.
#[derive(Clone, Debug, Default)]
pub struct Dealings {
    /// Became part of: (which, of which).
    pub merged: BTreeSet<(OrganizationId, OrganizationId)>,
    /// Selected a proposal of: (who selected, whose).
    pub selected: BTreeSet<(OrganizationId, OrganizationId)>,
    /// Agreed to talk, through a match.
    pub matched: BTreeSet<(OrganizationId, OrganizationId)>,
}

impl Dealings {
    fn either(
        set: &BTreeSet<(OrganizationId, OrganizationId)>,
        a: OrganizationId,
        b: OrganizationId,
    ) -> bool {
        set.contains(&(a, b)) || set.contains(&(b, a))
    }
}

/// A tie between a member and a bidder, with the two facts that make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The bidder's proposal.
    pub proposal: ProposalId,
    /// The bidder.
    pub bidder: OrganizationId,
    /// What ties them.
    pub kind: ConflictKind,
    /// The member's side of it.
    pub of_member: Sentence,
    /// The bidder's side of it.
    pub of_bidder: Sentence,
}

/// Every tie of a member to the bidders, those that block first.
pub fn find(
    judge: &Judge,
    bidders: &[Bidder],
    dealings: &Dealings,
    now: DateTime<Utc>,
) -> Vec<Conflict> {
    let mut found = Vec::new();
    for bidder in bidders {
        for (kind, of_member) in ties(judge, bidder, dealings, now) {
            found.push(Conflict {
                proposal: bidder.proposal,
                bidder: bidder.organization,
                kind,
                of_member,
                of_bidder: say(
                    format!("{} là một bên dự.", bidder.name.pick(Locale::Vi)),
                    format!("{} is a bidder.", bidder.name.pick(Locale::En)),
                ),
            });
        }
    }
    found.sort_by_key(|one| (!one.kind.blocks(), one.kind, one.proposal));
    found
}

fn ties(
    judge: &Judge,
    bidder: &Bidder,
    dealings: &Dealings,
    now: DateTime<Utc>,
) -> Vec<(ConflictKind, Sentence)> {
    let of = bidder.organization;
    let name = |locale| bidder.name.pick(locale).to_owned();
    let (vi, en, who) = (name(Locale::Vi), name(Locale::En), &judge.name);
    let mut ties = Vec::new();
    if judge.member_of.contains(&of) {
        let (as_vi, as_en) = if judge.staff {
            (
                ", đồng thời làm việc cho Liên minh",
                ", and works for the alliance",
            )
        } else {
            ("", "")
        };
        ties.push((
            ConflictKind::Member,
            say(
                format!("{who} là thành viên của {vi}{as_vi}."),
                format!("{who} is a member of {en}{as_en}."),
            ),
        ));
    }
    if judge.asks.contains(&of) {
        ties.push((
            ConflictKind::AsksToJoin,
            say(
                format!("{who} đang xin vào {vi}."),
                format!("{who} asks to join {en}."),
            ),
        ));
    }
    let left = judge
        .left
        .iter()
        .filter(|(id, at)| *id == of && *at + FORMER > now);
    if let Some((_, at)) = left.max_by_key(|(_, at)| *at) {
        let day = crate::clock::local_date(*at).format("%d/%m/%Y");
        ties.push((
            ConflictKind::FormerMember,
            say(
                format!("{who} rời {vi} ngày {day}, chưa quá 365 ngày."),
                format!("{who} left {en} on {day}, less than 365 days ago."),
            ),
        ));
    }
    if judge.user == Some(bidder.author) {
        ties.push((
            ConflictKind::Author,
            say(
                format!("{who} đã khởi tạo đề xuất của {vi}."),
                format!("{who} began the proposal of {en}."),
            ),
        ));
    }
    if judge.works_at == Some(of) {
        ties.push((
            ConflictKind::Affiliation,
            say(
                format!("Hồ sơ chuyên gia của {who} ghi nơi công tác là {vi}."),
                format!("The profile of {who} says that she works at {en}."),
            ),
        ));
    }
    let hers = judge.member_of.iter().copied().chain(judge.works_at);
    let hers: BTreeSet<OrganizationId> = hers.filter(|id| *id != of).collect();
    for (kind, set, sentence) in [
        (
            ConflictKind::Merged,
            &dealings.merged,
            say(
                format!("Một tổ chức của {who} và {vi} đã hợp nhất."),
                format!("An organisation of {who} and {en} have become one."),
            ),
        ),
        (
            ConflictKind::EarlierSelection,
            &dealings.selected,
            say(
                format!("Giữa một tổ chức của {who} và {vi} đã có đề xuất được chọn."),
                format!(
                    "Between an organisation of {who} and {en}, a proposal was selected before."
                ),
            ),
        ),
        (
            ConflictKind::EarlierMatch,
            &dealings.matched,
            say(
                format!("Một tổ chức của {who} và {vi} đã được ghép nối với nhau."),
                format!("An organisation of {who} and {en} were matched before."),
            ),
        ),
    ] {
        if hers.iter().any(|id| Dealings::either(set, *id, of)) {
            ties.push((kind, sentence));
        }
    }
    ties
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn org(n: u128) -> OrganizationId {
        OrganizationId(Uuid::from_u128(n))
    }

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn bidder() -> Bidder {
        Bidder {
            proposal: ProposalId(Uuid::from_u128(9)),
            organization: org(1),
            name: BilingualText {
                vi: Some("Công ty Đèn".into()),
                ..BilingualText::default()
            },
            author: UserId(Uuid::from_u128(5)),
        }
    }

    fn judge() -> Judge {
        Judge {
            name: "An".into(),
            member_of: vec![org(2)],
            ..Judge::default()
        }
    }

    fn kinds(judge: &Judge, dealings: &Dealings) -> Vec<ConflictKind> {
        let found = find(judge, &[bidder()], dealings, now());
        found.into_iter().map(|one| one.kind).collect()
    }

    #[test]
    fn who_has_nothing_to_do_with_a_bidder_has_no_conflict() {
        assert_eq!(kinds(&judge(), &Dealings::default()), []);
        assert!(find(&judge(), &[], &Dealings::default(), now()).is_empty());
    }

    #[test]
    fn each_tie_is_found() {
        use ConflictKind as K;
        let with = |change: &dyn Fn(&mut Judge)| {
            let mut judge = judge();
            change(&mut judge);
            kinds(&judge, &Dealings::default())
        };
        assert_eq!(with(&|judge| judge.member_of.push(org(1))), [K::Member]);
        assert_eq!(with(&|judge| judge.asks.push(org(1))), [K::AsksToJoin]);
        assert_eq!(
            with(&|judge| judge.user = Some(bidder().author)),
            [K::Author]
        );
        assert_eq!(
            with(&|judge| judge.works_at = Some(org(1))),
            [K::Affiliation]
        );
        let left = |days| with(&|judge| judge.left.push((org(1), now() - Duration::days(days))));
        assert_eq!(left(364), [K::FormerMember]);
        assert_eq!(left(366), []);
        let pair = |a, b| BTreeSet::from([(org(a), org(b))]);
        for (dealings, kind) in [
            (
                Dealings {
                    merged: pair(1, 2),
                    ..Dealings::default()
                },
                K::Merged,
            ),
            (
                Dealings {
                    merged: pair(2, 1),
                    ..Dealings::default()
                },
                K::Merged,
            ),
            (
                Dealings {
                    selected: pair(2, 1),
                    ..Dealings::default()
                },
                K::EarlierSelection,
            ),
            (
                Dealings {
                    matched: pair(1, 2),
                    ..Dealings::default()
                },
                K::EarlierMatch,
            ),
        ] {
            assert_eq!(kinds(&judge(), &dealings), [kind]);
        }
        let strangers = Dealings {
            selected: pair(3, 1),
            ..Dealings::default()
        };
        assert_eq!(kinds(&judge(), &strangers), []);
    }

    #[test]
    fn a_conflict_names_both_facts_in_both_languages() {
        let mut judge = judge();
        (judge.staff, judge.member_of) = (true, vec![org(1)]);
        let found = find(&judge, &[bidder()], &Dealings::default(), now()).remove(0);
        assert_eq!(
            found.of_member,
            say(
                "An là thành viên của Công ty Đèn, đồng thời làm việc cho Liên minh.",
                "An is a member of Công ty Đèn, and works for the alliance.",
            )
        );
        assert_eq!(found.of_bidder.en, "Công ty Đèn is a bidder.");
        assert!(found.kind.blocks());
    }
}
