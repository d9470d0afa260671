//! Two organisations that are one: what moves, what stays, and what nobody may learn by it.

use chrono::Duration;
use iforum::organizations::service::add_member;
use iforum::organizations::{MembershipRole, MembershipStatus};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const PROPOSE: &str =
    "mutation($input: ProposeMergeInput!) { proposeMerge(input: $input) { review { id } } }";
const DECIDE: &str =
    "mutation($input: DecideReviewInput!) { decideMerge(input: $input) { review { decision } } }";
const PROPOSAL: &str = "query($id: ID!) { proposal(id: $id) { status } }";
const PAGE: &str = "query($id: ID!) { organization(id: $id) { id members { name role status } } }";
const MINE: &str =
    "{ viewer { memberships { role status organization { id mergedInto { id } } } } }";

fn input(app: &TestApp, from: &Client, into: &Client) -> Value {
    json!({ "input": { "clientKey": app.key(), "fromId": from.organization_id(), "intoId": into.organization_id(), "reason": "Cùng mã số thuế." } })
}

fn verdict(id: &Value, decision: &str) -> Value {
    json!({ "input": { "reviewId": id, "decision": decision, "rule": "DUPLICATE", "reason": "Là một." } })
}

async fn proposed(app: &TestApp, by: &Client, from: &Client, into: &Client) -> Value {
    let data = by.ask(PROPOSE, input(app, from, into)).await;
    data["proposeMerge"]["review"]["id"].clone()
}

async fn merged(app: &TestApp, from: &Client, into: &Client) {
    let (one, two) = (app.administrator().await, app.administrator().await);
    let id = proposed(app, &one, from, into).await;
    two.ask(DECIDE, verdict(&id, "APPROVED")).await;
    app.run_jobs().await;
}

async fn joins(app: &TestApp, who: &Client, of: &Client, role: MembershipRole) {
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let role = (role, MembershipStatus::Active);
    add_member(
        &ctx,
        &txn,
        of.organization.unwrap(),
        who.user.unwrap(),
        role,
    )
    .await
    .unwrap();
    txn.commit().await.unwrap();
}

on_both_databases!(what_one_had_is_the_others, |app| {
    let (from, into, moderator) = (
        app.officer().await,
        app.officer().await,
        app.moderator().await,
    );
    let firm = app.firm().await;
    let need = app.open_need(&from, &moderator).await;
    let draft = app.draft_need(&from, content::need()).await;
    let offer = app.published_offer(&firm, &moderator).await;
    let found = app.suggested_match(&need, &offer).await;
    merged(app, &from, &into).await;
    let owner =
        "query($id: ID!) { need(id: $id) { organization { id } matches { nodes { id } } } }";
    for id in [&need, &draft] {
        let data = into.ask(owner, json!({ "id": id })).await;
        assert_eq!(data["need"]["organization"]["id"], into.organization_id());
    }
    let matches = "query($id: ID!) { match(id: $id) { viewerSides } }";
    let data = into.ask(matches, json!({ "id": found })).await;
    assert_eq!(data["match"]["viewerSides"], json!(["NEED"]));
    // The old page is the new one's; lists and figures have one of the two.
    let data = app
        .visitor()
        .ask(PAGE, json!({ "id": from.organization_id() }))
        .await;
    assert_eq!(data["organization"]["id"], into.organization_id());
    let list = "{ organizations(first: 50) { nodes { id } } statistics { organizations } }";
    let data = app.visitor().ask(list, json!({})).await;
    assert!(!data.to_string().contains(&from.organization_id()));
    assert_eq!(data["statistics"]["organizations"], 2);
    assert_eq!(
        app.templates_to(&from.email)
            .await
            .last()
            .map(String::as_str),
        Some("merged_away")
    );
    assert!(
        app.templates_to(&into.email)
            .await
            .contains(&"merged_here".to_owned())
    );
    // Nothing new is begun in the name of what is gone.
    let create = "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
    let new = json!({ "input": { "clientKey": app.key(), "organizationId": from.organization_id(), "content": {} } });
    app.refuses(&from, create, new, "ILLEGAL_TRANSITION").await;
    let mut newcomer = app.newcomer();
    newcomer["newOrganization"] = Value::Null;
    newcomer["organizationId"] = json!(from.organization_id());
    let answer = app.ask_to_register(&newcomer).await;
    assert_eq!(answer.code(), Some("NOT_FOUND"));
});

on_both_databases!(members_ask_to_join_and_its_owners_let_them_in, |app| {
    let (from, into) = (app.firm().await, app.firm().await);
    let both = app.person("both", None).await;
    joins(app, &both, &from, MembershipRole::Owner).await;
    joins(app, &both, &into, MembershipRole::Viewer).await;
    merged(app, &from, &into).await;
    // Who was in both keeps the role that each gave her: a twin makes nobody an owner.
    let data = both.ask(MINE, json!({})).await;
    let role_in = |id: &str| {
        let memberships = data["viewer"]["memberships"].as_array().unwrap();
        let mine = memberships.iter().find(|m| m["organization"]["id"] == id);
        mine.map(|m| (m["role"].clone(), m["status"].clone()))
    };
    let active = |role| Some((json!(role), json!("ACTIVE")));
    assert_eq!(role_in(&into.organization_id()), active("VIEWER"));
    assert_eq!(role_in(&from.organization_id()), active("OWNER"));
    // Who was in one asks, as an editor.
    let data = from.ask(MINE, json!({})).await;
    let there = json!({ "role": "OWNER", "status": "ACTIVE", "organization": { "id": from.organization_id(), "mergedInto": { "id": into.organization_id() } } });
    let asked = json!({ "role": "EDITOR", "status": "PENDING", "organization": { "id": into.organization_id(), "mergedInto": null } });
    assert_eq!(data["viewer"]["memberships"], json!([there, asked]));
    assert!(
        app.templates_to(&into.email)
            .await
            .contains(&"membership_requested".to_owned())
    );
});

on_both_databases!(a_merge_opens_no_sealed_proposal_and_tells_of_none, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let (from, into) = (app.firm().await, app.firm().await);
    let need = app.open_need(&officer, &moderator).await;
    // Both have handed one in, for the same need.
    let theirs = app.submitted_proposal(&from, &need).await;
    let others = app.submitted_proposal(&into, &need).await;
    let (one, two) = (app.administrator().await, app.administrator().await);
    let before = app.mails_to(&officer.email).await;
    let id = proposed(app, &one, &from, &into).await;
    let answer = two.ask(DECIDE, verdict(&id, "APPROVED")).await;
    assert_eq!(
        answer,
        json!({ "decideMerge": { "review": { "decision": "APPROVED" } } })
    );
    app.run_jobs().await;
    assert_eq!(app.mails_to(&officer.email).await, before);
    for (who, mine, foreign) in [(&from, &theirs, &others), (&into, &others, &theirs)] {
        let data = who.ask(PROPOSAL, json!({ "id": mine })).await;
        assert_eq!(data["proposal"]["status"], "SUBMITTED");
        app.refuses(who, PROPOSAL, json!({ "id": foreign }), "NOT_FOUND")
            .await;
    }
    for who in [&one, &two, &officer, &moderator] {
        for id in [&theirs, &others] {
            app.refuses(who, PROPOSAL, json!({ "id": id }), "NOT_FOUND")
                .await;
        }
    }
    // Its bidder goes on as before, and at the deadline both are opened.
    let withdraw = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"x\" }) { proposal { id } } }";
    from.ask(withdraw, json!({ "id": theirs })).await;
    let update = "mutation($id: ID!) { updateProposal(input: { proposalId: $id, version: 3, content: { language: VI, summary: \"Mới\", approach: \"Mới\", priceAmount: \"1\", durationMonths: 1 } }) { proposal { version } } }";
    let data = from.ask(update, json!({ "id": theirs })).await;
    let version = &data["updateProposal"]["proposal"]["version"];
    let submit = "mutation($id: ID!, $version: Int!) { submitProposal(input: { proposalId: $id, version: $version }) { proposal { id } } }";
    from.ask(submit, json!({ "id": theirs, "version": version }))
        .await;
    app.later(Duration::days(31)).await;
    app.open_proposals(&officer, &need).await;
    let list = "query($id: ID!) { need(id: $id) { proposals { nodes { status organization { id mergedInto { id } } } } } }";
    let data = officer.ask(list, json!({ "id": need })).await;
    let nodes = data["need"]["proposals"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 2);
    let merged_into =
        |node: &&Value| node["organization"]["mergedInto"]["id"] == into.organization_id();
    assert_eq!(nodes.iter().filter(merged_into).count(), 1);
});

on_both_databases!(
    what_administrators_see_is_the_same_with_and_without_a_sealed_proposal,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let need = app.open_need(&officer, &moderator).await;
        let (with, without) = (app.firm().await, app.firm().await);
        let (into_with, into_without) = (app.firm().await, app.firm().await);
        app.submitted_proposal(&with, &need).await;
        app.submitted_proposal(&into_with, &need).await;
        let mut seen = Vec::new();
        for (from, into) in [(&with, &into_with), (&without, &into_without)] {
            merged(app, from, into).await;
            let administrator = app.administrator().await;
            let page = administrator
                .ask(PAGE, json!({ "id": into.organization_id() }))
                .await;
            let filter = json!({ "filter": { "subject": from.organization_id() } });
            let records = "query($filter: AuditFilter) { auditRecords(filter: $filter) { nodes { action subjectKind actorKind } } }";
            let records = administrator.ask(records, filter).await;
            let text = format!("{} {records}", page["organization"]["members"]);
            seen.push(text);
        }
        assert_eq!(seen[0], seen[1]);
    }
);

on_both_databases!(
    an_owner_that_became_a_bidder_decides_for_others_alone,
    |app| {
        // A developer posts needs and bids.
        use iforum::organizations::OrganizationKind::{IzDeveloper, PrivateCo};
        let owner = MembershipRole::Owner;
        let (from, into) = (
            app.member("a", IzDeveloper, owner).await,
            app.member("b", PrivateCo, owner).await,
        );
        let (rival, moderator) = (app.firm().await, app.moderator().await);
        let need = app.open_need(&from, &moderator).await;
        let own = app.submitted_proposal(&into, &need).await;
        let theirs = app.submitted_proposal(&rival, &need).await;
        merged(app, &from, &into).await;
        // Before the deadline the new owner knows its own alone.
        app.refuses(&into, PROPOSAL, json!({ "id": theirs }), "NOT_FOUND")
            .await;
        app.later(Duration::days(31)).await;
        app.open_proposals(&into, &need).await;
        let start =
            "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { id } } }";
        into.ask(start, json!({ "id": need })).await;
        let decide = "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: SELECTED, reason: \"Tốt.\" }) { proposal { id } } }";
        app.refuses(&into, decide, json!({ "id": own }), "FORBIDDEN")
            .await;
        into.ask(decide, json!({ "id": theirs })).await;
        app.run_jobs().await;
    }
);

on_both_databases!(a_merge_needs_two_who_belong_to_neither, |app| {
    let (from, into) = (app.firm().await, app.firm().await);
    let (one, two, partial) = (
        app.administrator().await,
        app.administrator().await,
        app.administrator().await,
    );
    joins(app, &partial, &into, MembershipRole::Viewer).await;
    app.refuses(&partial, PROPOSE, input(app, &from, &into), "FORBIDDEN")
        .await;
    app.refuses(
        &app.moderator().await,
        PROPOSE,
        input(app, &from, &into),
        "FORBIDDEN",
    )
    .await;
    let id = proposed(app, &one, &from, &into).await;
    for who in [&one, &partial] {
        app.refuses(who, DECIDE, verdict(&id, "APPROVED"), "FORBIDDEN")
            .await;
    }
    let data = two.ask("{ reviews(filter: { kind: MERGE, decidable: true }) { nodes { openedBy openingText organization { id } otherOrganization { id } } } }", json!({})).await;
    let row = json!({ "openedBy": "Người admin", "openingText": "Cùng mã số thuế.", "organization": { "id": from.organization_id() }, "otherOrganization": { "id": into.organization_id() } });
    assert_eq!(data["reviews"]["nodes"], json!([row]));
    two.ask(DECIDE, verdict(&id, "REJECTED")).await;
    app.run_jobs().await;
    assert!(app.templates_to(&from.email).await.is_empty());
    assert_eq!(
        app.count("organization", "merged_into_id IS NOT NULL")
            .await,
        0
    );
});

on_both_databases!(impossible_merges_are_refused, |app| {
    let (a, b, c) = (app.firm().await, app.firm().await, app.firm().await);
    let (one, two) = (app.administrator().await, app.administrator().await);
    let own = app
        .refuses(&one, PROPOSE, input(app, &a, &a), "INVALID_INPUT")
        .await;
    assert_eq!(own.field(), Some("intoId"));
    let mut unknown = input(app, &a, &b);
    unknown["input"]["intoId"] = json!("org_00000000000000000000000000000001");
    app.refuses(&one, PROPOSE, unknown, "NOT_FOUND").await;
    let suspended = app.suspended_firm().await;
    app.refuses(
        &one,
        PROPOSE,
        input(app, &a, &suspended),
        "ILLEGAL_TRANSITION",
    )
    .await;
    // One of the two is about to be merged already, one way or the other.
    let first = input(app, &a, &b);
    let id = one.ask(PROPOSE, first.clone()).await["proposeMerge"]["review"]["id"].clone();
    let again = one.ask(PROPOSE, first).await;
    assert_eq!(again["proposeMerge"]["review"]["id"], id);
    for (from, into) in [(&a, &b), (&b, &a), (&b, &c), (&c, &a)] {
        app.refuses(&two, PROPOSE, input(app, from, into), "CONFLICT")
            .await;
    }
    two.ask(DECIDE, verdict(&id, "APPROVED")).await;
    app.run_jobs().await;
    app.refuses(&two, DECIDE, verdict(&id, "APPROVED"), "ILLEGAL_TRANSITION")
        .await;
    for (from, into) in [(&a, &c), (&c, &a)] {
        app.refuses(&one, PROPOSE, input(app, from, into), "ILLEGAL_TRANSITION")
            .await;
    }
    // A chain leads to its end.
    merged(app, &b, &c).await;
    for old in [&a, &b] {
        let data = app
            .visitor()
            .ask(PAGE, json!({ "id": old.organization_id() }))
            .await;
        assert_eq!(data["organization"]["id"], c.organization_id());
    }
});

on_both_databases!(two_who_decide_at_once_merge_once, |app| {
    let (from, into) = (app.firm().await, app.firm().await);
    let (one, two, three) = (
        app.administrator().await,
        app.administrator().await,
        app.administrator().await,
    );
    let id = proposed(app, &one, &from, &into).await;
    let (first, second) = futures_util::join!(
        two.send(DECIDE, verdict(&id, "APPROVED")),
        three.send(DECIDE, verdict(&id, "APPROVED"))
    );
    let codes = [first.code(), second.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("ILLEGAL_TRANSITION")),
        "{codes:?}"
    );
    app.run_jobs().await;
    let letters = app.templates_to(&from.email).await;
    assert_eq!(letters, ["merged_away"]);
    // Suspended or left alone between proposal and decision: the decision looks anew.
    let (from, into) = (app.firm().await, app.firm().await);
    let id = proposed(app, &one, &from, &into).await;
    app.suspend(&into).await;
    app.refuses(&two, DECIDE, verdict(&id, "APPROVED"), "ILLEGAL_TRANSITION")
        .await;
    app.app.clock.advance(Duration::hours(1));
    app.refuses(
        &two,
        DECIDE,
        verdict(&id, "REJECTED"),
        "IDENTITY_UNCONFIRMED",
    )
    .await;
});
