//! `decide(View(row))` agrees with `visible(viewer)` selecting it, for every state of every kind of
//! row and every kind of viewer.

use std::collections::BTreeSet;

use iforum::accounts::StaffRole;
use iforum::agreements::{self, Publication};
use iforum::app::Ctx;
use iforum::consortia::{self, MemberStatus};
use iforum::ids::{
    AgreementId, ConsortiumMemberId, InterestId, JointCallId, MatchId, NeedId, OfferId,
    OrganizationId, ProposalId, ReviewId, SessionId, UserId,
};
use iforum::interests;
use iforum::joint_calls::{self, Answer, JointCallKind, JointCallStatus};
use iforum::matches::entity::Factors;
use iforum::matches::{self, MatchStatus};
use iforum::moderation::{self, ReviewKind};
use iforum::needs::{self, NeedStatus};
use iforum::offers::entity::References;
use iforum::offers::{self, OfferStatus};
use iforum::organizations::{self, MembershipRole, Standing, organization};
use iforum::policy::{Access, Action, Agreeing, Decision, Person, Viewer, decide, visible};
use iforum::postings::{ContractTypes, DeliveryModels, HiddenFor, HiddenReason};
use iforum::proposals::{self, ProposalStatus};
use iforum::researchers;
use iforum::text::{BilingualText, Locale};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter};
use tests::{Client, TestApp, json, on_both_databases};

fn viewer(client: &Client, role: MembershipRole, staff: Option<StaffRole>) -> Viewer {
    let person = Person {
        id: client.user.unwrap_or(UserId(uuid::Uuid::nil())),
        name: "Người xem".into(),
        locale: Locale::Vi,
        memberships: client
            .organization
            .into_iter()
            .map(|id| (id, role))
            .collect(),
        second_factor_missing: false,
        access: Access::Session {
            id: SessionId(uuid::Uuid::nil()),
            confirmed_at: tests::beginning(),
        },
    };
    match staff {
        Some(role) => Viewer::Staff(person, role),
        None => Viewer::Member(person),
    }
}

struct Cast {
    owner: Client,
    firm: Client,
    viewers: Vec<(&'static str, Viewer)>,
}

async fn cast(app: &TestApp) -> Cast {
    let (owner, firm, stranger) = (app.officer().await, app.firm().await, app.firm().await);
    let moderator = app.moderator().await;
    let viewers = vec![
        ("anonymous", Viewer::Anonymous),
        ("stranger", viewer(&stranger, MembershipRole::Owner, None)),
        ("owner", viewer(&owner, MembershipRole::Owner, None)),
        ("reader", viewer(&owner, MembershipRole::Viewer, None)),
        ("other side", viewer(&firm, MembershipRole::Editor, None)),
        (
            "moderator",
            viewer(
                &moderator,
                MembershipRole::Owner,
                Some(StaffRole::Moderator),
            ),
        ),
        (
            "administrator",
            viewer(
                &moderator,
                MembershipRole::Owner,
                Some(StaffRole::Administrator),
            ),
        ),
        (
            "staff of the owner",
            viewer(&owner, MembershipRole::Owner, Some(StaffRole::Moderator)),
        ),
        (
            "verifier",
            viewer(&moderator, MembershipRole::Owner, Some(StaffRole::Verifier)),
        ),
        ("system", Viewer::System),
    ];
    Cast {
        owner,
        firm,
        viewers,
    }
}

fn need(ctx: &Ctx, owner: &Client, status: NeedStatus, published: bool) -> needs::Need {
    let now = ctx.now();
    needs::Need {
        id: NeedId(ctx.app.ids.next()),
        organization_id: owner.organization.expect("a member"),
        created_by: owner.user.expect("a person"),
        place_id: None,
        title: BilingualText::default(),
        summary: BilingualText::default(),
        description: BilingualText::default(),
        search_text: String::new(),
        budget_min: None,
        budget_max: None,
        contract_type: None,
        delivery_model: None,
        maturity_target: None,
        closes_at: None,
        status,
        status_reason: None,
        version: 1,
        demonstration: false,
        published_at: published.then_some(now),
        listed_at: now,
        created_at: now,
        updated_at: now,
        hidden_for: None,
        bidders_masked: false,
        focal_point_id: None,
        released_at: now,
    }
}

fn offer(ctx: &Ctx, owner: &Client, status: OfferStatus, published: bool) -> offers::Offer {
    let now = ctx.now();
    offers::Offer {
        id: OfferId(ctx.app.ids.next()),
        organization_id: owner.organization.expect("a member"),
        created_by: owner.user.expect("a person"),
        title: BilingualText::default(),
        summary: BilingualText::default(),
        description: BilingualText::default(),
        search_text: String::new(),
        price_min: None,
        price_max: None,
        contract_types: ContractTypes::default(),
        delivery_models: DeliveryModels::default(),
        maturity: None,
        references: References::default(),
        expires_at: None,
        status,
        status_reason: None,
        version: 1,
        demonstration: false,
        published_at: published.then_some(now),
        listed_at: now,
        created_at: now,
        updated_at: now,
        hidden_for: None,
    }
}

fn found(
    ctx: &Ctx,
    need: &needs::Need,
    offer: &offers::Offer,
    status: MatchStatus,
) -> matches::Match {
    let now = ctx.now();
    matches::Match {
        id: MatchId(ctx.app.ids.next()),
        need_id: need.id,
        offer_id: offer.id,
        need_organization_id: need.organization_id,
        offer_organization_id: offer.organization_id,
        status,
        score: 60.0,
        factors: Factors::default(),
        engine_version: "1".into(),
        weights_version: "default-1".into(),
        model_version: String::new(),
        introduced_at: None,
        need_accepted_at: None,
        need_accepted_by: None,
        offer_accepted_at: None,
        offer_accepted_by: None,
        declined_by: None,
        status_reason: None,
        created_at: now,
        updated_at: now,
    }
}

fn proposal(
    ctx: &Ctx,
    need: &needs::Need,
    bidder: OrganizationId,
    by: UserId,
    status: ProposalStatus,
) -> proposals::Proposal {
    let now = ctx.now();
    proposals::Proposal {
        id: ProposalId(ctx.app.ids.next()),
        need_id: need.id,
        organization_id: bidder,
        created_by: by,
        partners: proposals::Partners::default(),
        status,
        decision_reason: None,
        version: 1,
        receipt: None,
        receipt_key: None,
        receipt_signature: None,
        submitted_at: None,
        decided_at: None,
        decided_by: None,
        created_at: now,
        updated_at: now,
    }
}

fn hidden_for(hidden: bool) -> Option<HiddenFor> {
    hidden.then(|| HiddenFor(vec![HiddenReason::Report, HiddenReason::AuthorSuspended]))
}

fn sees(viewer: &Viewer, action: Action<'_>) -> bool {
    decide(viewer, action) == Decision::Allow
}

on_both_databases!(needs_and_offers_agree, |app| {
    let (ctx, cast, db) = (app.system(), cast(app).await, &app.app.db);
    let (mut all_needs, mut all_offers) = (Vec::new(), Vec::new());
    let both = [false, true];
    for (published, hidden) in both.into_iter().flat_map(|p| both.map(|h| (p, h))) {
        // Some are completed by another organisation.
        let asked = [None, cast.firm.organization];
        for (status, focal) in NeedStatus::iter().flat_map(|s| asked.map(|f| (s, f))) {
            let mut row = need(&ctx, &cast.owner, status, published);
            row.hidden_for = hidden_for(hidden);
            row.focal_point_id = focal;
            needs::store::insert(db, row.clone(), &[])
                .await
                .expect("inserted");
            all_needs.push(row);
        }
        for status in OfferStatus::iter() {
            let mut row = offer(&ctx, &cast.firm, status, published);
            row.hidden_for = hidden_for(hidden);
            offers::store::insert(db, row.clone(), &[], &[])
                .await
                .expect("inserted");
            all_offers.push(row);
        }
    }
    for (name, viewer) in &cast.viewers {
        let query = needs::entity::Entity::find().filter(visible::needs(viewer));
        let listed: BTreeSet<_> = query
            .all(db)
            .await
            .expect("listed")
            .into_iter()
            .map(|n| n.id)
            .collect();
        let shown: BTreeSet<_> = all_needs
            .iter()
            .filter(|n| sees(viewer, Action::ViewNeed(n)))
            .map(|n| n.id)
            .collect();
        assert_eq!(listed, shown, "needs, {name}");
        let query = offers::entity::Entity::find().filter(visible::offers(viewer));
        let listed: BTreeSet<_> = query
            .all(db)
            .await
            .expect("listed")
            .into_iter()
            .map(|o| o.id)
            .collect();
        let shown: BTreeSet<_> = all_offers
            .iter()
            .filter(|o| sees(viewer, Action::ViewOffer(o)))
            .map(|o| o.id)
            .collect();
        assert_eq!(listed, shown, "offers, {name}");
    }
});

on_both_databases!(organisations_agree, |app| {
    let (ctx, cast, db) = (app.system(), cast(app).await, &app.app.db);
    // One of each standing that nobody belongs to, and two hidden ones with members.
    let id = cast.owner.organization.expect("a member");
    let row = organizations::store::find(db, id).await.expect("asked");
    let row = row.expect("there");
    for standing in Standing::iter() {
        let row = organizations::Organization {
            id: OrganizationId(ctx.app.ids.next()),
            standing,
            ..row.clone()
        };
        organizations::store::insert(db, row)
            .await
            .expect("inserted");
    }
    for (owner, standing) in [
        (&cast.owner, Standing::Waiting),
        (&cast.firm, Standing::Rejected),
    ] {
        let id = owner.organization.expect("a member");
        let row = organizations::store::find(db, id).await.expect("asked");
        let mut row = row.expect("there");
        row.standing = standing;
        organizations::store::update(db, row).await.expect("saved");
    }
    let all = organizations::organization::Entity::find()
        .all(db)
        .await
        .expect("all");
    for (name, viewer) in &cast.viewers {
        let query =
            organizations::organization::Entity::find().filter(visible::organizations(viewer));
        let rows = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = rows.into_iter().map(|row| row.id).collect();
        let shown: BTreeSet<_> = all
            .iter()
            .filter(|row| sees(viewer, Action::ViewOrganization(row)))
            .map(|row| row.id)
            .collect();
        assert_eq!(listed, shown, "organisations, {name}");
    }
});

on_both_databases!(researchers_agree, |app| {
    let (cast, db) = (cast(app).await, &app.app.db);
    let content =
        json!({ "headline": { "vi": "Chuyên gia" }, "evaluator": true, "consortiumPartner": true });
    let write = "mutation($content: ResearcherContent!) { updateResearcher(input: { version: 0, content: $content }) { researcher { id } } }";
    let consent = "mutation { setConsent(input: { purpose: PUBLIC_PROFILE, given: true }) { viewer { id } } }";
    for (who, consents) in [(&cast.owner, true), (&cast.firm, false)] {
        who.ask(write, json!({ "content": content })).await;
        if consents {
            who.ask(consent, json!({})).await;
        }
    }
    let all = researchers::entity::Entity::find()
        .all(db)
        .await
        .expect("all");
    for (name, viewer) in &cast.viewers {
        let query = researchers::entity::Entity::find().filter(visible::researchers(viewer));
        let rows = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = rows.into_iter().map(|row| row.id).collect();
        let mut shown = BTreeSet::new();
        for row in &all {
            let public = researchers::store::is_public(db, row.id)
                .await
                .expect("asked");
            if sees(viewer, Action::ViewResearcher(row, public)) {
                shown.insert(row.id);
            }
        }
        assert_eq!(listed, shown, "researchers, {name}");
    }
});

on_both_databases!(matches_and_proposals_agree, |app| {
    let (ctx, cast, db) = (app.system(), cast(app).await, &app.app.db);
    let (mut all_matches, mut all_proposals) = (Vec::new(), Vec::new());
    let offer = offer(&ctx, &cast.firm, OfferStatus::Published, true);
    offers::store::insert(db, offer.clone(), &[], &[])
        .await
        .expect("inserted");
    for status in MatchStatus::iter() {
        let need = need(&ctx, &cast.owner, NeedStatus::Open, true);
        needs::store::insert(db, need.clone(), &[])
            .await
            .expect("inserted");
        let row = found(&ctx, &need, &offer, status);
        matches::store::insert_once(db, row.clone())
            .await
            .expect("inserted");
        all_matches.push(row);
    }
    let kinds = [(false, false), (true, false), (false, true)];
    let proposals = ProposalStatus::iter().flat_map(|status| kinds.map(|kind| (status, kind)));
    for (status, (hidden, masked)) in proposals {
        let mut need = need(&ctx, &cast.owner, NeedStatus::Open, true);
        need.hidden_for = hidden_for(hidden);
        need.bidders_masked = masked;
        needs::store::insert(db, need.clone(), &[])
            .await
            .expect("inserted");
        let (bidder, by) = (
            cast.firm.organization.expect("a member"),
            cast.firm.user.expect("a person"),
        );
        let row = proposal(&ctx, &need, bidder, by, status);
        let active = row.clone().into_active_model().reset_all();
        proposals::entity::Entity::insert(active)
            .exec_without_returning(db)
            .await
            .expect("inserted");
        all_proposals.push((row, need));
    }
    for (name, viewer) in &cast.viewers {
        let query = matches::entity::Entity::find().filter(visible::matches(viewer));
        let listed: BTreeSet<_> = query
            .all(db)
            .await
            .expect("listed")
            .into_iter()
            .map(|m| m.id)
            .collect();
        let shown: BTreeSet<_> = all_matches
            .iter()
            .filter(|m| sees(viewer, Action::ViewMatch(m)))
            .map(|m| m.id)
            .collect();
        assert_eq!(listed, shown, "matches, {name}");
        let query = proposals::entity::Entity::find().filter(visible::proposals(viewer));
        let listed: BTreeSet<_> = query
            .all(db)
            .await
            .expect("listed")
            .into_iter()
            .map(|p| p.id)
            .collect();
        let shown: BTreeSet<_> = all_proposals
            .iter()
            .filter(|(p, need)| sees(viewer, Action::ViewProposal(p, need)))
            .map(|(p, _)| p.id)
            .collect();
        assert_eq!(listed, shown, "proposals, {name}");
    }
});

on_both_databases!(joint_calls_agree, |app| {
    let (ctx, cast, db) = (app.system(), cast(app).await, &app.app.db);
    let outsider = app.officer().await;
    let mut all = Vec::new();
    for status in JointCallStatus::iter() {
        for (one, two) in [(&cast.owner, &cast.firm), (&cast.firm, &outsider)] {
            let call = joint_calls::JointCall {
                id: JointCallId(ctx.app.ids.next()),
                kind: JointCallKind::Similar,
                area: "DBSH".into(),
                score: 0.7,
                reason: BilingualText::default(),
                status,
                status_reason: None,
                engine_version: "1".into(),
                weights_version: "1".into(),
                model_version: String::new(),
                created_at: ctx.now(),
                decided_at: None,
            };
            let mut parts = Vec::new();
            for (owner, answer) in [(one, Answer::Declined), (two, Answer::Consented)] {
                let need = need(&ctx, owner, NeedStatus::Open, true);
                needs::store::insert(db, need.clone(), &[])
                    .await
                    .expect("inserted");
                parts.push(joint_calls::Part {
                    joint_call_id: call.id,
                    need_id: need.id,
                    organization_id: need.organization_id,
                    answer,
                    answered_by: None,
                    answered_at: None,
                    reason: None,
                });
            }
            joint_calls::store::insert(db, call.clone(), parts.clone())
                .await
                .expect("inserted");
            all.push((call, parts));
        }
    }
    for (name, viewer) in &cast.viewers {
        let query = joint_calls::entity::Entity::find().filter(visible::joint_calls(viewer));
        let listed = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = listed.into_iter().map(|call| call.id).collect();
        let shown: BTreeSet<_> = all
            .iter()
            .filter(|(call, parts)| sees(viewer, Action::ViewJointCall(call, parts)))
            .map(|(call, _)| call.id)
            .collect();
        assert_eq!(listed, shown, "joint calls, {name}");
    }
});

on_both_databases!(organizations_agree, |app| {
    let (cast, db) = (cast(app).await, &app.app.db);
    app.suspend(&cast.owner).await;
    let all = organization::Entity::find().all(db).await.expect("listed");
    assert!(all.iter().any(|row| row.suspended_at.is_some()));
    for (name, viewer) in &cast.viewers {
        let query = organization::Entity::find().filter(visible::organizations(viewer));
        let listed = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = listed.into_iter().map(|row| row.id).collect();
        let shown: BTreeSet<_> = all
            .iter()
            .filter(|row| sees(viewer, Action::ViewOrganization(row)))
            .map(|row| row.id)
            .collect();
        assert_eq!(listed, shown, "organisations, {name}");
    }
});

fn review(ctx: &Ctx, kind: ReviewKind) -> moderation::entity::Model {
    moderation::entity::Model {
        id: ReviewId(ctx.app.ids.next()),
        kind,
        need_id: None,
        offer_id: None,
        match_id: None,
        opened_at: ctx.now(),
        decided_at: None,
        decision: None,
        rule: None,
        reason: None,
        decided_by: None,
        organization_id: None,
        other_organization_id: None,
        user_id: None,
        appeal_of: None,
        opened_by: None,
        opening_rule: None,
        opening_text: None,
        claimed_by: None,
        claimed_at: None,
    }
}

/// Every kind of review, by whom and about whom it can be.
async fn all_reviews(app: &TestApp, cast: &Cast) -> Vec<moderation::entity::Model> {
    let (ctx, db) = (app.system(), &app.app.db);
    let staff = cast.viewers.iter().filter_map(|(_, viewer)| viewer.user());
    let people: Vec<_> = staff.map(Some).chain([None]).collect();
    let mut all = Vec::new();
    for opened_by in &people {
        for kind in ReviewKind::iter().filter(|kind| *kind != ReviewKind::Appeal) {
            let mut row = review(&ctx, kind);
            row.opened_by = *opened_by;
            match kind {
                ReviewKind::Need => {
                    let need = need(&ctx, &cast.owner, NeedStatus::UnderReview, false);
                    row.need_id = Some(need.id);
                    needs::store::insert(db, need, &[]).await.expect("inserted");
                }
                ReviewKind::Offer | ReviewKind::Report => {
                    let offer = offer(&ctx, &cast.firm, OfferStatus::UnderReview, false);
                    row.offer_id = Some(offer.id);
                    offers::store::insert(db, offer, &[], &[])
                        .await
                        .expect("inserted");
                }
                ReviewKind::Match => {
                    let need = need(&ctx, &cast.owner, NeedStatus::Open, true);
                    let offer = offer(&ctx, &cast.firm, OfferStatus::Published, true);
                    let pair = found(&ctx, &need, &offer, MatchStatus::Suggested);
                    row.match_id = Some(pair.id);
                    needs::store::insert(db, need, &[]).await.expect("inserted");
                    offers::store::insert(db, offer, &[], &[])
                        .await
                        .expect("inserted");
                    matches::store::insert_once(db, pair)
                        .await
                        .expect("inserted");
                }
                ReviewKind::Suspension => row.user_id = *opened_by,
                ReviewKind::Merge => {
                    row.organization_id = cast.firm.organization;
                    row.other_organization_id = cast.owner.organization;
                }
                _ => row.organization_id = cast.owner.organization,
            }
            moderation::store::insert(db, row.clone())
                .await
                .expect("inserted");
            // The same was decided before, by each of them, and is appealed now.
            for decided_by in &people {
                let first = moderation::entity::Model {
                    id: ReviewId(app.app.ids.next()),
                    decided_at: Some(ctx.now()),
                    decided_by: *decided_by,
                    ..row.clone()
                };
                let appeal = moderation::entity::Model {
                    id: ReviewId(app.app.ids.next()),
                    kind: ReviewKind::Appeal,
                    appeal_of: Some(first.id),
                    ..row.clone()
                };
                for row in [&first, &appeal] {
                    moderation::store::insert(db, row.clone())
                        .await
                        .expect("inserted");
                }
                all.extend([first, appeal]);
            }
            all.push(row);
        }
    }
    all
}

on_both_databases!(what_is_decidable_agrees, |app| {
    let (cast, db) = (cast(app).await, &app.app.db);
    let all = all_reviews(app, &cast).await;
    let mut cases = Vec::new();
    for row in all {
        let case = moderation::case_of(db, &row).await.expect("a case");
        cases.push((row, case));
    }
    for (name, viewer) in &cast.viewers {
        let query = moderation::entity::Entity::find().filter(visible::decidable_reviews(viewer));
        let listed = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = listed.into_iter().map(|row| row.id).collect();
        let may: BTreeSet<_> = cases
            .iter()
            .filter(|(row, _)| row.decided_at.is_none())
            .filter(|(_, case)| sees(viewer, Action::DecideReview(case)))
            .map(|(row, _)| row.id)
            .collect();
        assert_eq!(listed, may, "reviews, {name}");
        let expected = !may.is_empty();
        assert_eq!(expected, viewer.is_staff(), "{name} decides on something");
    }
});

on_both_databases!(agreements_agree, |app| {
    let (cast, db) = (cast(app).await, &app.app.db);
    let deal = app.deal().await;
    let row = agreements::store::find(db, deal.id.parse().expect("an id")).await;
    let row = row.expect("asked").expect("there");
    let sides = [
        (cast.owner.organization, cast.firm.organization),
        (Some(row.owner_id), cast.firm.organization),
        (Some(row.owner_id), Some(row.partner_id)),
    ];
    let publications =
        || Publication::iter().flat_map(|a| Publication::iter().map(move |b| (a, b)));
    let mut all = vec![row.clone()];
    for (owner, partner) in sides {
        for ((owners, partners), signed) in
            publications().flat_map(|two| [false, true].map(|signed| (two, signed)))
        {
            let id = AgreementId(app.app.ids.next());
            let made = agreements::Agreement {
                id,
                number: id.to_string(),
                owner_id: owner.expect("a member"),
                partner_id: partner.expect("a member"),
                owner_publication: owners,
                partner_publication: partners,
                signed_at: signed.then(tests::beginning),
                ..row.clone()
            };
            agreements::store::insert(db, made.clone())
                .await
                .expect("inserted");
            all.push(made);
        }
    }
    for (name, viewer) in &cast.viewers {
        let query = agreements::entity::Entity::find().filter(visible::agreements(viewer));
        let listed = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = listed.into_iter().map(|row| row.id).collect();
        let shown: BTreeSet<_> = all
            .iter()
            .filter(|row| sees(viewer, Action::Agreement(Agreeing::View, row)))
            .map(|row| row.id)
            .collect();
        assert_eq!(listed, shown, "agreements, {name}");
    }
});

on_both_databases!(interests_and_common_proposals_agree, |app| {
    let (ctx, cast, db) = (app.system(), cast(app).await, &app.app.db);
    let by = cast.firm.user.expect("a person");
    let bidder = app.firm().await.organization.expect("a member");
    let (mut interests, mut proposals) = (Vec::new(), Vec::new());
    let both = [false, true];
    for (is_public, withdrawn) in both.into_iter().flat_map(|p| both.map(|w| (p, w))) {
        let need = need(&ctx, &cast.owner, NeedStatus::Open, true);
        needs::store::insert(db, need.clone(), &[])
            .await
            .expect("inserted");
        let row = interests::Interest {
            id: InterestId(app.app.ids.next()),
            need_id: need.id,
            organization_id: cast.firm.organization.expect("a member"),
            is_public,
            seeks_partners: false,
            note: String::new(),
            registered_by: by,
            created_at: ctx.now(),
            updated_at: ctx.now(),
            withdrawn_at: withdrawn.then(|| ctx.now()),
            version: 1,
        };
        interests::store::insert(db, row.clone())
            .await
            .expect("inserted");
        interests.push((row, need));
    }
    // The firm is asked into somebody else's proposal, in every standing of both.
    let standings = MemberStatus::iter()
        .flat_map(|member| ProposalStatus::iter().map(move |status| (member, status)));
    for (member, status) in standings {
        let need = need(&ctx, &cast.owner, NeedStatus::Open, true);
        needs::store::insert(db, need.clone(), &[])
            .await
            .expect("inserted");
        let partner = cast.firm.organization.expect("a member");
        let mut row = proposal(&ctx, &need, bidder, by, status);
        if member == MemberStatus::Accepted {
            row.partners = proposals::Partners(vec![partner]);
        }
        let active = row.clone().into_active_model().reset_all();
        proposals::entity::Entity::insert(active)
            .exec_without_returning(db)
            .await
            .expect("inserted");
        let asked = consortia::ConsortiumMember {
            id: ConsortiumMemberId(app.app.ids.next()),
            proposal_id: row.id,
            organization_id: partner,
            role: String::new(),
            share_percent: None,
            status: member,
            invited_by: by,
            invited_at: ctx.now(),
            answered_by: None,
            answered_at: None,
            signed_version: None,
            signed_by: None,
            signed_at: None,
        };
        consortia::store::insert(db, asked).await.expect("inserted");
        proposals.push((row, need));
    }
    for (name, viewer) in &cast.viewers {
        let query = interests::entity::Entity::find().filter(visible::interests(viewer));
        let listed = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = listed.into_iter().map(|row| row.id).collect();
        let shown: BTreeSet<_> = interests
            .iter()
            .filter(|(row, need)| sees(viewer, Action::ViewInterest(row, need)))
            .map(|(row, _)| row.id)
            .collect();
        // The machine itself needs none of them, and is shown all.
        if !matches!(viewer, Viewer::System) {
            assert_eq!(listed, shown, "interests, {name}");
        }
        let query = proposals::entity::Entity::find().filter(visible::proposals(viewer));
        let listed = query.all(db).await.expect("listed");
        let listed: BTreeSet<_> = listed.into_iter().map(|row| row.id).collect();
        let shown: BTreeSet<_> = proposals
            .iter()
            .filter(|(row, need)| sees(viewer, Action::ViewProposal(row, need)))
            .map(|(row, _)| row.id)
            .collect();
        assert_eq!(listed, shown, "common proposals, {name}");
    }
});
