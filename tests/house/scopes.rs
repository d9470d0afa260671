//! `decide(View(row))` agrees with `visible(viewer)` selecting it, for every state of every kind of
//! row and every kind of viewer.

use std::collections::BTreeSet;

use iforum::accounts::StaffRole;
use iforum::app::Ctx;
use iforum::ids::{MatchId, NeedId, OfferId, OrganizationId, ProposalId, SessionId, UserId};
use iforum::matches::entity::Factors;
use iforum::matches::{self, MatchStatus};
use iforum::needs::{self, NeedStatus};
use iforum::offers::entity::References;
use iforum::offers::{self, OfferStatus};
use iforum::organizations::MembershipRole;
use iforum::policy::{Access, Action, Decision, Person, Viewer, decide, visible};
use iforum::postings::{ContractTypes, DeliveryModels};
use iforum::proposals::{self, ProposalStatus};
use iforum::text::{BilingualText, Locale};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable, QueryFilter};
use tests::{Client, TestApp, on_both_databases};

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
        language: Locale::Vi,
        summary: String::new(),
        approach: String::new(),
        price_amount: None,
        duration_months: None,
        status,
        decision_reason: None,
        version: 1,
        receipt: None,
        submitted_at: None,
        decided_at: None,
        decided_by: None,
        created_at: now,
        updated_at: now,
    }
}

fn sees(viewer: &Viewer, action: Action<'_>) -> bool {
    decide(viewer, action) == Decision::Allow
}

on_both_databases!(needs_and_offers_agree, |app| {
    let (ctx, cast, db) = (app.system(), cast(app).await, &app.app.db);
    let (mut all_needs, mut all_offers) = (Vec::new(), Vec::new());
    for published in [false, true] {
        for status in NeedStatus::iter() {
            let row = need(&ctx, &cast.owner, status, published);
            needs::store::insert(db, row.clone(), &[])
                .await
                .expect("inserted");
            all_needs.push(row);
        }
        for status in OfferStatus::iter() {
            let row = offer(&ctx, &cast.firm, status, published);
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
    for status in ProposalStatus::iter() {
        let need = need(&ctx, &cast.owner, NeedStatus::Open, true);
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
