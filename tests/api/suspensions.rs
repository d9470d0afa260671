//! Keeping people and organisations out: at once, reversibly, and without touching what is sealed.

use chrono::Duration;
use tests::{Client, PASSWORD, TestApp, Value, content, json, on_both_databases};

const SUSPEND_USER: &str = "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa người khác.\" }) { person { suspendedAt } } }";
const REINSTATE_USER: &str = "mutation($id: ID!) { reinstateUser(input: { userId: $id, rule: OTHER, reason: \"Đã làm rõ.\" }) { person { suspendedAt } } }";
const SUSPEND: &str = "mutation($id: ID!) { suspendOrganization(input: { organizationId: $id, rule: IMPERSONATION, reason: \"Mạo danh.\" }) { organization { suspendedAt } } }";
const REINSTATE: &str = "mutation($id: ID!) { reinstateOrganization(input: { organizationId: $id, rule: OTHER, reason: \"Đã làm rõ.\" }) { organization { suspendedAt } } }";
const VIEWER: &str = "{ viewer { id } }";
const NEED: &str = "query($id: ID!) { need(id: $id) { id hiddenFor } }";
const OFFER: &str = "query($id: ID!) { offer(id: $id) { id hiddenFor } }";
const PROPOSAL: &str = "query($id: ID!) { proposal(id: $id) { status viewerCan } }";
const REPORT: &str = "mutation($id: ID!, $key: String!) { reportAbuse(input: { clientKey: $key, needId: $id, rule: MISLEADING, text: \"Sai.\" }) { reported } }";
const UPHOLD: &str = "mutation($id: ID!) { decideReport(input: { reviewId: $id, decision: UPHELD, rule: MISLEADING, reason: \"Sai.\" }) { review { id } } }";

fn user(client: &Client) -> Value {
    json!({ "id": client.user.unwrap().to_string() })
}

fn organization(client: &Client) -> Value {
    json!({ "id": client.organization_id() })
}

on_both_databases!(a_suspended_person_is_out_at_once_and_comes_back, |app| {
    let administrator = app.administrator().await;
    let person = app.registered("binh").await;
    let token = "mutation($soon: DateTime!) { createAccessToken(input: { name: \"x\", scopes: [READ], expiresAt: $soon }) { secret } }";
    let soon = (app.app.clock.now() + Duration::days(1)).to_rfc3339();
    let data = person.ask(token, json!({ "soon": soon })).await;
    let mut program = app.visitor();
    program.token = data["createAccessToken"]["secret"]
        .as_str()
        .map(str::to_owned);
    program.ask(VIEWER, json!({})).await;
    administrator.ask(SUSPEND_USER, user(&person)).await;
    for client in [&person, &program] {
        client.refused(VIEWER, json!({}), "UNAUTHENTICATED").await;
    }
    // The same answer as for a wrong password, and no word to an address that asks for a new one.
    let right = app.sign_in(&person.email, PASSWORD).await;
    let wrong = app.sign_in(&person.email, "một câu khác hẳn thế này").await;
    assert_eq!(right.body, wrong.body);
    app.run_jobs().await;
    let letters = app.templates_to(&person.email).await;
    assert_eq!(letters.last().map(String::as_str), Some("user_suspended"));
    let reset =
        "mutation($email: String!) { requestPasswordReset(input: { email: $email }) { email } }";
    app.visitor()
        .ask(reset, json!({ "email": person.email }))
        .await;
    app.run_jobs().await;
    assert_eq!(app.templates_to(&person.email).await, letters);
    administrator.ask(REINSTATE_USER, user(&person)).await;
    app.run_jobs().await;
    assert_eq!(app.sign_in(&person.email, PASSWORD).await.code(), None);
    let (template, ..) = app.mails_to(&person.email).await.pop().unwrap();
    assert_eq!(template, "user_reinstated");
    app.run_jobs().await;
});

on_both_databases!(each_suspension_is_a_decision_with_a_name, |app| {
    let administrator = app.administrator().await;
    let (firm, person) = (app.firm().await, app.person("an", None).await);
    administrator.ask(SUSPEND, organization(&firm)).await;
    administrator.ask(SUSPEND_USER, user(&person)).await;
    app.app.clock.advance(Duration::seconds(1));
    administrator.ask(REINSTATE, organization(&firm)).await;
    app.run_jobs().await;
    let query = "{ reviews(filter: { kind: SUSPENSION }) { nodes { decision rule reason decidedBy person organization { legalName { en } } } } }";
    let data = app.moderator().await.ask(query, json!({})).await;
    let entry = |decision: &str, rule: &str, reason: &str, person: Value, organization: Value| json!({ "decision": decision, "rule": rule, "reason": reason, "decidedBy": "Người admin", "person": person, "organization": organization });
    let named = json!({ "legalName": { "en": "firm Ltd" } });
    assert_eq!(
        data["reviews"]["nodes"],
        json!([
            entry(
                "SUSPENDED",
                "IMPERSONATION",
                "Mạo danh.",
                Value::Null,
                named.clone()
            ),
            entry(
                "SUSPENDED",
                "ABUSE",
                "Đe dọa người khác.",
                json!("Người an"),
                Value::Null
            ),
            entry("REINSTATED", "OTHER", "Đã làm rõ.", Value::Null, named),
        ])
    );
    let (_, _, text) = app.mails_to(&firm.email).await.remove(0);
    assert!(text.contains("Mạo danh tổ chức hoặc cá nhân") && text.contains("/khieu-nai/rev_"));
    assert_eq!(
        app.templates_to(&firm.email).await,
        ["organization_suspended", "organization_reinstated"]
    );
});

on_both_databases!(
    a_suspended_organisation_is_out_of_sight_and_nothing_is_lost,
    |app| {
        let administrator = app.administrator().await;
        let (officer, firm, moderator) =
            (app.officer().await, app.firm().await, app.moderator().await);
        let offer = app.published_offer(&firm, &moderator).await;
        let need = app.open_need(&officer, &moderator).await;
        let draft = app.draft_offer(&firm, content::offer()).await;
        let public = "{ offers(first: 50) { nodes { id } } organizations(first: 50) { nodes { id } } statistics { publishedOffers organizations } }";
        let before = app.visitor().ask(public, json!({})).await;
        administrator.ask(SUSPEND, organization(&firm)).await;
        app.run_jobs().await;
        let after = app.visitor().ask(public, json!({})).await;
        assert_eq!(after["offers"]["nodes"], json!([]));
        assert_eq!(
            after["statistics"]["organizations"],
            before["statistics"]["organizations"].as_i64().unwrap() - 1
        );
        assert_eq!(after["statistics"]["publishedOffers"], 0);
        let page = "query($id: ID!) { organization(id: $id) { suspendedAt suspension { decision reason } offers { totalCount } } }";
        for who in [&app.visitor(), &officer] {
            app.refuses(who, page, organization(&firm), "NOT_FOUND")
                .await;
            app.refuses(who, OFFER, json!({ "id": offer }), "NOT_FOUND")
                .await;
        }
        for (who, count) in [(&firm, 2), (&moderator, 1)] {
            let data = who.ask(page, organization(&firm)).await;
            assert_eq!(data["organization"]["offers"]["totalCount"], count);
            assert_eq!(
                data["organization"]["suspension"],
                json!({ "decision": "SUSPENDED", "reason": "Mạo danh." })
            );
            let data = who.ask(OFFER, json!({ "id": offer })).await;
            assert_eq!(
                data["offer"]["hiddenFor"],
                json!(["ORGANIZATION_SUSPENDED"])
            );
        }
        // Its members read, and change nothing.
        let submit = "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { id } } }";
        app.refuses(&firm, submit, json!({ "id": draft }), "FORBIDDEN")
            .await;
        let create =
            "mutation($input: CreateOfferInput!) { createOffer(input: $input) { offer { id } } }";
        let input = json!({ "input": { "clientKey": app.key(), "organizationId": firm.organization_id(), "content": content::offer() } });
        app.refuses(&firm, create, input, "FORBIDDEN").await;
        // The engine does not suggest what is hidden, and does again when it comes back.
        let matches = "query($id: ID!) { need(id: $id) { matches { nodes { status } } } }";
        let data = moderator.ask(matches, json!({ "id": need })).await;
        assert_eq!(data["need"]["matches"]["nodes"][0]["status"], "EXPIRED");
        let refresh =
            "mutation($id: ID!) { refreshMatches(input: { needId: $id }) { matches { status } } }";
        let data = moderator.ask(refresh, json!({ "id": need })).await;
        assert_eq!(data["refreshMatches"]["matches"][0]["status"], "EXPIRED");
        administrator.ask(REINSTATE, organization(&firm)).await;
        app.run_jobs().await;
        assert_eq!(app.visitor().ask(public, json!({})).await, before);
        let data = moderator.ask(matches, json!({ "id": need })).await;
        assert_eq!(data["need"]["matches"]["nodes"][0]["status"], "SUGGESTED");
        firm.ask(submit, json!({ "id": draft })).await;
    }
);

on_both_databases!(what_comes_back_comes_back_when_no_reason_holds, |app| {
    let administrator = app.administrator().await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let id = json!({ "id": need });
    firm.ask(REPORT, json!({ "id": need, "key": app.key() }))
        .await;
    let waiting = "{ reviews(filter: { kind: REPORT }) { nodes { id } } }";
    let data = moderator.ask(waiting, json!({})).await;
    let report = json!({ "id": data["reviews"]["nodes"][0]["id"] });
    moderator.ask(UPHOLD, report).await;
    administrator.ask(SUSPEND, organization(&officer)).await;
    administrator.ask(SUSPEND_USER, user(&officer)).await;
    let data = moderator.ask(NEED, id.clone()).await;
    let all = json!(["REPORT", "ORGANIZATION_SUSPENDED", "AUTHOR_SUSPENDED"]);
    assert_eq!(data["need"]["hiddenFor"], all);
    administrator.ask(REINSTATE, organization(&officer)).await;
    administrator.ask(REINSTATE_USER, user(&officer)).await;
    app.run_jobs().await;
    let data = moderator.ask(NEED, id.clone()).await;
    assert_eq!(data["need"]["hiddenFor"], json!(["REPORT"]));
    app.refuses(&app.visitor(), NEED, id, "NOT_FOUND").await;
});

on_both_databases!(what_a_suspended_person_began_is_hidden, |app| {
    let administrator = app.administrator().await;
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let colleague = app
        .colleague(&officer, iforum::organizations::MembershipRole::Editor)
        .await;
    let hers = app.open_need(&officer, &moderator).await;
    let others = app.open_need(&colleague, &moderator).await;
    administrator.ask(SUSPEND_USER, user(&officer)).await;
    app.run_jobs().await;
    let list = "{ needs { nodes { id } } }";
    let data = app.visitor().ask(list, json!({})).await;
    assert_eq!(data["needs"]["nodes"], json!([{ "id": others }]));
    // Her colleagues see it marked; letters about it go to those who can read them.
    let data = colleague.ask(NEED, json!({ "id": hers })).await;
    assert_eq!(data["need"]["hiddenFor"], json!(["AUTHOR_SUSPENDED"]));
    app.later(Duration::days(31)).await;
    let closed = app.templates_to(&officer.email).await;
    assert!(
        !closed.contains(&"need_closed_empty".to_owned()),
        "{closed:?}"
    );
    assert!(
        app.templates_to(&colleague.email)
            .await
            .contains(&"need_closed_empty".to_owned())
    );
    let administrator = app.administrator().await;
    administrator.ask(REINSTATE_USER, user(&officer)).await;
    app.run_jobs().await;
    let data = app.visitor().ask(list, json!({})).await;
    assert_eq!(data["needs"]["nodes"].as_array().unwrap().len(), 2);
});

on_both_databases!(a_suspended_bidders_proposal_stays_in_the_game, |app| {
    let administrator = app.administrator().await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let proposal = app.submitted_proposal(&firm, &need).await;
    administrator.ask(SUSPEND, organization(&firm)).await;
    app.run_jobs().await;
    let id = json!({ "id": proposal });
    let data = firm.ask(PROPOSAL, id.clone()).await;
    assert_eq!(
        data["proposal"],
        json!({ "status": "SUBMITTED", "viewerCan": [] })
    );
    let withdraw = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"x\" }) { proposal { id } } }";
    app.refuses(&firm, withdraw, id.clone(), "FORBIDDEN").await;
    app.refuses(&officer, PROPOSAL, id.clone(), "NOT_FOUND")
        .await;
    app.refuses(&administrator, PROPOSAL, id.clone(), "NOT_FOUND")
        .await;
    app.later(Duration::days(31)).await;
    app.open_proposals(&officer, &need).await;
    let data = officer.ask(PROPOSAL, id).await;
    assert_eq!(data["proposal"]["status"], "OPENED");
});

on_both_databases!(a_hidden_need_takes_no_proposals_and_shows_none, |app| {
    let administrator = app.administrator().await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let (late, other) = (app.firm().await, app.firm().await);
    let need = app.open_need(&officer, &moderator).await;
    let sealed = app.submitted_proposal(&firm, &need).await;
    let draft = app.draft_proposal(&late, &need).await;
    administrator.ask(SUSPEND, organization(&officer)).await;
    app.run_jobs().await;
    let submit = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { id } } }";
    app.refuses(&late, submit, json!({ "id": draft }), "ILLEGAL_TRANSITION")
        .await;
    let create = "mutation($id: ID!, $org: ID!, $key: String!) { createProposal(input: { clientKey: $key, needId: $id, organizationId: $org, content: { language: VI, summary: \"\", approach: \"\" } }) { proposal { id } } }";
    let input = json!({ "id": need, "org": other.organization_id(), "key": app.key() });
    app.refuses(&other, create, input, "NOT_FOUND").await;
    // A bidder sees that it is hidden, not what it says; and may take back what was handed in.
    let query = "query($id: ID!) { proposal(id: $id) { viewerCan need { hidden hiddenFor title { vi } } } }";
    let data = firm.ask(query, json!({ "id": sealed })).await;
    let expected = json!({ "viewerCan": ["WITHDRAW"], "need": { "hidden": true, "hiddenFor": [], "title": { "vi": null } } });
    assert_eq!(data["proposal"], expected);
    // At the deadline it closes like any other; its owner reads nothing before it is let in again.
    app.later(Duration::days(31)).await;
    let list = "query($id: ID!) { need(id: $id) { status proposals { totalCount } } }";
    let data = officer.ask(list, json!({ "id": need })).await;
    assert_eq!(
        data["need"],
        json!({ "status": "CLOSED", "proposals": { "totalCount": 0 } })
    );
    app.refuses(&officer, PROPOSAL, json!({ "id": sealed }), "NOT_FOUND")
        .await;
    let letters = app.templates_to(&officer.email).await;
    assert!(!letters.contains(&"proposal_received".to_owned()));
    // She who proved a month ago who she is would be asked again.
    let administrator = app.administrator().await;
    administrator.ask(REINSTATE, organization(&officer)).await;
    app.run_jobs().await;
    let data = officer.ask(list, json!({ "id": need })).await;
    assert_eq!(data["need"]["proposals"]["totalCount"], 0);
    app.open_proposals(&officer, &need).await;
    let data = officer.ask(list, json!({ "id": need })).await;
    assert_eq!(data["need"]["proposals"]["totalCount"], 1);
    assert!(
        app.templates_to(&officer.email)
            .await
            .contains(&"proposal_received".to_owned())
    );
});

on_both_databases!(introductions_wait_while_one_side_is_hidden, |app| {
    let administrator = app.administrator().await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    let found = app.suggested_match(&need, &offer).await;
    let id = json!({ "id": found });
    let introduce =
        "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { id } } }";
    moderator.ask(introduce, id.clone()).await;
    app.run_jobs().await;
    let accept = "mutation($id: ID!) { acceptMatch(input: { matchId: $id }) { match { status } } }";
    officer.ask(accept, id.clone()).await;
    administrator.ask(SUSPEND, organization(&firm)).await;
    app.run_jobs().await;
    let query =
        "query($id: ID!) { match(id: $id) { status viewerCan offer { title { vi } hidden } } }";
    let data = officer.ask(query, id.clone()).await;
    let expected = json!({ "status": "ACCEPTED_BY_NEED", "viewerCan": ["DECLINE"], "offer": { "title": { "vi": null }, "hidden": true } });
    assert_eq!(data["match"], expected);
    administrator.ask(REINSTATE, organization(&firm)).await;
    app.run_jobs().await;
    let data = firm.ask(accept, id).await;
    assert_eq!(data["acceptMatch"]["match"]["status"], "MUTUAL");
    app.run_jobs().await;
});

on_both_databases!(nobody_suspends_what_is_not_hers_to, |app| {
    let (administrator, second) = (app.administrator().await, app.administrator().await);
    let firm = app.firm().await;
    app.refuses(
        &administrator,
        SUSPEND_USER,
        user(&administrator),
        "FORBIDDEN",
    )
    .await;
    app.refuses(
        &app.moderator().await,
        SUSPEND,
        organization(&firm),
        "FORBIDDEN",
    )
    .await;
    let unknown = json!({ "id": "org_00000000000000000000000000000001" });
    app.refuses(&administrator, SUSPEND, unknown, "NOT_FOUND")
        .await;
    app.refuses(
        &administrator,
        REINSTATE,
        organization(&firm),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(
        &administrator,
        REINSTATE_USER,
        user(&firm),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let empty = SUSPEND.replace("Mạo danh.", " ");
    app.refuses(&administrator, &empty, organization(&firm), "REQUIRED")
        .await;
    let praise = SUSPEND.replace("IMPERSONATION", "COMPLETE");
    app.refuses(
        &administrator,
        &praise,
        organization(&firm),
        "INVALID_INPUT",
    )
    .await;
    // Two at once: one decision, one letter.
    let (one, two) = futures_util::join!(
        administrator.send(SUSPEND, organization(&firm)),
        second.send(SUSPEND, organization(&firm))
    );
    let codes = [one.code(), two.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("ILLEGAL_TRANSITION")),
        "{codes:?}"
    );
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&firm.email).await,
        ["organization_suspended"]
    );
    // The last administrator who can act remains.
    administrator.ask(SUSPEND_USER, user(&second)).await;
    app.run_jobs().await;
    second.refused(VIEWER, json!({}), "UNAUTHENTICATED").await;
    app.app.clock.advance(Duration::hours(1));
    app.refuses(
        &administrator,
        SUSPEND,
        organization(&app.firm().await),
        "IDENTITY_UNCONFIRMED",
    )
    .await;
});

#[tokio::test]
async fn another_process_hears_of_a_suspension() {
    use std::sync::Arc;
    let app = TestApp::start(tests::Kind::Postgres).await;
    let firm = app.firm().await;
    let second = iforum::app::App::start(app.app.config.clone(), app.app.clock.clone())
        .await
        .unwrap();
    let listener = tokio::spawn(second.bus.clone().listen(second.db.clone()));
    while !second.bus.listens() {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    let router = iforum::http::router(Arc::clone(&second), iforum::schema::build(&second.config));
    let there = firm.at(router);
    there.ask(VIEWER, json!({})).await;
    app.administrator()
        .await
        .ask(SUSPEND_USER, user(&firm))
        .await;
    let gone = async {
        while there.send(VIEWER, json!({})).await.code() != Some("UNAUTHENTICATED") {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(1), gone)
        .await
        .expect("within a second");
    app.run_jobs().await;
    listener.abort();
    second.db.clone().close().await.unwrap();
    app.end().await;
}
