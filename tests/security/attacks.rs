//! What reading the permission table as an attacker brought to light. Each of these came through once.

use iforum::organizations::{self, MembershipRole};
use tests::{Client, TestApp, Value, json, on_both_databases};

const NEED: &str = "query($id: ID!) { need(id: $id) { id } }";
const DECIDE_APPEAL: &str =
    "mutation($input: DecideReviewInput!) { decideAppeal(input: $input) { review { decision } } }";
const APPEAL_BY_LINK: &str = "mutation($token: String!) { appealByLink(input: { token: $token, text: \"Tôi không đe dọa ai.\" }) { review { id } } }";

fn verdict(id: &Value, decision: &str) -> Value {
    json!({ "input": { "reviewId": id, "decision": decision, "rule": "OTHER", "reason": "Đã xem lại." } })
}

/// A program of somebody's with these scopes.
async fn program(app: &TestApp, of: &Client, scopes: Value) -> Client {
    let make =
        "mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret } }";
    let expires = (app.app.clock.now() + chrono::Duration::days(90)).to_rfc3339();
    let input = json!({ "name": "máy", "scopes": scopes, "expiresAt": expires });
    let data = of.ask(make, json!({ "input": input })).await;
    app.run_jobs().await;
    let mut program = app.visitor();
    let secret = data["createAccessToken"]["secret"].as_str();
    program.token = secret.map(str::to_owned);
    program
}

on_both_databases!(a_program_is_no_way_around_the_second_factor, |app| {
    let owner = app.officer().await;
    let weak = app.colleague(&owner, MembershipRole::Editor).await;
    let need = app.draft_need(&owner, json!({})).await;
    let before = program(app, &weak, json!(["READ", "WRITE"])).await;
    before.ask(NEED, json!({ "id": need })).await;
    app.with_totp(&owner).await;
    let strict = "mutation($id: ID!) { setSecondFactorRequired(input: { organizationId: $id, required: true }) { organization { id } } }";
    owner
        .ask(strict, json!({ "id": owner.organization_id() }))
        .await;
    app.run_jobs().await;
    // Neither by a token that she had, nor by one that she makes now.
    let after = program(app, &weak, json!(["READ", "WRITE"])).await;
    for client in [&weak, &before, &after] {
        client
            .refused(NEED, json!({ "id": need }), "NOT_FOUND")
            .await;
        let missing = "{ viewer { secondFactorMissing } }";
        let data = client.ask(missing, json!({})).await;
        assert_eq!(data["viewer"]["secondFactorMissing"], true);
    }
    // With a second factor the programs may again; without, once more not.
    app.with_totp(&weak).await;
    for client in [&before, &after] {
        client.ask(NEED, json!({ "id": need })).await;
    }
    weak.refused(
        "mutation { removeTotp { viewer { id } } }",
        json!({}),
        "CONFLICT",
    )
    .await;
});

/// Suspends somebody; the token of her letter.
async fn suspended(app: &TestApp, who: &Client, by: &Client) -> String {
    let suspend = "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }";
    let id = who.user.expect("a person").to_string();
    by.ask(suspend, json!({ "id": id })).await;
    app.run_jobs().await;
    app.token_to(&who.email, "user_suspended").await
}

on_both_databases!(
    an_appeal_against_an_old_suspension_lifts_no_new_one,
    |app| {
        let (somebody, first, second) = (
            app.officer().await,
            app.administrator().await,
            app.administrator().await,
        );
        let token = suspended(app, &somebody, &first).await;
        let data = app
            .visitor()
            .ask(APPEAL_BY_LINK, json!({ "token": token }))
            .await;
        let appeal = &data["appealByLink"]["review"]["id"];
        let reinstate = "mutation($id: ID!) { reinstateUser(input: { userId: $id, rule: OTHER, reason: \"Đã rõ.\" }) { person { id } } }";
        let id = somebody.user.expect("a person").to_string();
        first.ask(reinstate, json!({ "id": id })).await;
        app.run_jobs().await;
        app.app.clock.advance(chrono::Duration::minutes(1));
        suspended(app, &somebody, &first).await;
        second
            .ask(DECIDE_APPEAL, verdict(appeal, "OVERTURNED"))
            .await;
        app.run_jobs().await;
        let out = app.count("user_account", "suspended_at IS NOT NULL").await;
        assert_eq!(out, 1, "the newer suspension stands");
    }
);

on_both_databases!(an_appeal_against_one_report_leaves_the_other, |app| {
    let (officer, moderator, second) = (
        app.officer().await,
        app.moderator().await,
        app.moderator().await,
    );
    let need = app.open_need(&officer, &moderator).await;
    let report = "mutation($id: ID!, $key: String!) { reportAbuse(input: { clientKey: $key, needId: $id, rule: MISLEADING, text: \"Sai.\" }) { reported } }";
    for reporter in [app.firm().await, app.firm().await] {
        reporter
            .ask(report, json!({ "id": need, "key": app.key() }))
            .await;
    }
    let waiting = "{ reviews(filter: { kind: REPORT }) { nodes { id } } }";
    let data = moderator.ask(waiting, json!({})).await;
    let uphold =
        "mutation($input: DecideReviewInput!) { decideReport(input: $input) { review { id } } }";
    let appeal = "mutation($id: ID!) { appeal(input: { reviewId: $id, text: \"Không đúng.\" }) { review { id } } }";
    let mut appeals = Vec::new();
    for report in data["reviews"]["nodes"].as_array().unwrap() {
        moderator
            .ask(uphold, verdict(&report["id"], "UPHELD"))
            .await;
        app.run_jobs().await;
        let data = officer.ask(appeal, json!({ "id": report["id"] })).await;
        appeals.push(data["appeal"]["review"]["id"].clone());
    }
    second
        .ask(DECIDE_APPEAL, verdict(&appeals[0], "OVERTURNED"))
        .await;
    app.run_jobs().await;
    let visitor = app.visitor();
    visitor
        .refused(NEED, json!({ "id": need }), "NOT_FOUND")
        .await;
    second
        .ask(DECIDE_APPEAL, verdict(&appeals[1], "OVERTURNED"))
        .await;
    app.run_jobs().await;
    visitor.ask(NEED, json!({ "id": need })).await;
});

on_both_databases!(an_appeal_takes_no_badge_that_came_meanwhile, |app| {
    let (firm, first, second) = (app.firm().await, app.verifier().await, app.verifier().await);
    let request = "mutation($id: ID!) { requestVerification(input: { organizationId: $id, note: \"Xin gửi giấy tờ.\" }) { organization { version } } }";
    let decide = "mutation($input: DecideVerificationInput!) { decideVerification(input: $input) { organization { verification } } }";
    let id = firm.organization_id();
    let schema = "{ __type(name: \"VerificationCheck\") { enumValues { name } } }";
    let names = app.visitor().ask(schema, json!({})).await;
    let checklist: Vec<_> = names["__type"]["enumValues"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| json!({ "name": value["name"], "result": "PASSED" }))
        .collect();
    let verdict_of = |version: &Value, decision: &str, checklist: Value| json!({ "input": { "organizationId": id, "version": version, "decision": decision, "rule": "COMPLETE", "reason": "Đã xem.", "checklist": checklist } });
    let data = firm.ask(request, json!({ "id": id })).await;
    let version = &data["requestVerification"]["organization"]["version"];
    first
        .ask(decide, verdict_of(version, "REJECTED", json!([])))
        .await;
    app.run_jobs().await;
    let data = first
        .ask(
            "{ reviews(filter: { kind: VERIFICATION }) { nodes { id } } }",
            json!({}),
        )
        .await;
    let appeal = "mutation($id: ID!) { appeal(input: { reviewId: $id, text: \"Không đúng.\" }) { review { id } } }";
    let data = firm
        .ask(appeal, json!({ "id": data["reviews"]["nodes"][0]["id"] }))
        .await;
    let appeal = &data["appeal"]["review"]["id"];
    // It does not wait for the appeal, asks again, and is verified.
    app.app.clock.advance(chrono::Duration::days(1));
    let data = firm.ask(request, json!({ "id": id })).await;
    let version = &data["requestVerification"]["organization"]["version"];
    first
        .ask(decide, verdict_of(version, "APPROVED", json!(checklist)))
        .await;
    app.run_jobs().await;
    second
        .ask(DECIDE_APPEAL, verdict(appeal, "OVERTURNED"))
        .await;
    app.run_jobs().await;
    let page = "query($id: ID!) { organization(id: $id) { verification } }";
    let data = app.visitor().ask(page, json!({ "id": id })).await;
    assert_eq!(data["organization"]["verification"], "VERIFIED");
});

on_both_databases!(who_lost_the_ownership_meanwhile_lets_nobody_in, |app| {
    let owner = app.officer().await;
    let second = app.colleague(&owner, MembershipRole::Owner).await;
    let asks = app.person("asks", None).await;
    let request = "mutation($id: ID!) { requestMembership(input: { organizationId: $id }) { membership { id } } }";
    let data = asks
        .ask(request, json!({ "id": owner.organization_id() }))
        .await;
    app.run_jobs().await;
    let approve = "mutation($id: ID!) { approveMembership(input: { membershipId: $id }) { membership { status } } }";
    let membership = json!({ "id": data["requestMembership"]["membership"]["id"] });
    // Somebody takes the role from her while her request is on its way.
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let id = owner.organization.unwrap();
    organizations::store::lock(&txn, id).await.unwrap();
    let all = organizations::store::all_members(&txn, id).await.unwrap();
    let hers = all.iter().find(|m| Some(m.user_id) == second.user).unwrap();
    organizations::store::set_role(&txn, hers, MembershipRole::Viewer)
        .await
        .unwrap();
    let asked = second.send(approve, membership);
    tokio::pin!(asked);
    let waited = tokio::time::timeout(std::time::Duration::from_millis(500), &mut asked).await;
    assert!(waited.is_err(), "it did not wait: {waited:#?}");
    txn.commit().await.unwrap();
    assert_eq!(asked.await.code(), Some("FORBIDDEN"));
    let data = asks
        .ask("{ viewer { memberships { status } } }", json!({}))
        .await;
    assert_eq!(data["viewer"]["memberships"][0]["status"], "PENDING");
});
