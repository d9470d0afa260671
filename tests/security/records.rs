//! Promise 56: every act is on record once, with who, what, when and from where; refused ones too, as far
//! as it is promised: a mutation that ends in FORBIDDEN for somebody who is signed in, a sign-in that
//! fails. What is refused before anybody is known, and what is invalid or not there, is not an act.

use iforum::audit::entity::{Book, Column, Entity, Model};
use sea_orm::{EntityTrait, QueryOrder};
use tests::{Client, Kind, PASSWORD, Server, TestApp, Value, content, json};

/// An act over a real connection, so that there is a place it comes from.
struct Front {
    address: String,
    http: reqwest::Client,
}

impl Front {
    async fn send(&self, who: &Client, query: &str, variables: Value) -> Value {
        let body = json!({ "query": query, "variables": variables }).to_string();
        let mut request = self
            .http
            .post(format!("{}/graphql", self.address))
            .header("content-type", "application/json")
            .body(body);
        if let Some(token) = &who.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let text = request
            .send()
            .await
            .expect("sent")
            .text()
            .await
            .expect("text");
        serde_json_of(&text)
    }
}

fn serde_json_of(text: &str) -> Value {
    text.parse().expect("JSON")
}

async fn records(app: &TestApp) -> Vec<Model> {
    let query = Entity::find().order_by_asc(Column::Id);
    query.all(&app.app.db).await.expect("records")
}

/// One act: by whom, with what, and what must be on record of it.
struct Act<'a> {
    who: &'a Client,
    query: &'a str,
    variables: Value,
    recorded: &'a [&'a str],
}

fn act<'a>(who: &'a Client, query: &'a str, variables: Value, recorded: &'a [&'a str]) -> Act<'a> {
    Act {
        who,
        query,
        variables,
        recorded,
    }
}

/// Does it; what came back. Exactly the records that it must leave were left.
async fn done(app: &TestApp, front: &Front, act: Act<'_>) -> Value {
    let before = records(app).await;
    app.app.clock.advance(chrono::Duration::seconds(1));
    let answer = front.send(act.who, act.query, act.variables).await;
    let new: Vec<_> = records(app)
        .await
        .into_iter()
        .filter(|row| before.iter().all(|old| old.id != row.id))
        .collect();
    let actions: Vec<_> = new.iter().map(|row| row.action.as_str()).collect();
    let mut expected = act.recorded.to_vec();
    expected.sort_unstable();
    let mut sorted = actions.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected, "{}: {answer:#}", act.query);
    for row in new {
        assert_eq!(row.actor_id, act.who.user, "{}", row.action);
        assert_eq!(row.at, app.app.clock.now(), "{}", row.action);
        assert_eq!(row.address.as_deref(), Some("127.0.0.1"), "{}", row.action);
        assert_eq!(
            row.session_id.is_some(),
            act.who.token.is_some(),
            "{}",
            row.action
        );
        let proposal = row.subject_kind == "proposal" && row.action != "proposal.decided";
        assert_eq!(row.book == Book::Sealed, proposal, "{}", row.action);
    }
    answer["data"].clone()
}

const SUBMIT: &str = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
const REVIEW: &str = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }";
const CREATE: &str =
    "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
const PROPOSE: &str =
    "mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id } } }";
const HAND_IN: &str = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { id } } }";
const WITHDRAW: &str = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"Đổi kế hoạch.\" }) { proposal { id } } }";
const CONSENT: &str = "mutation($given: Boolean!) { setConsent(input: { purpose: WEEKLY_DIGEST, given: $given }) { viewer { id } } }";
const INVITE: &str = "mutation($id: ID!) { inviteMember(input: { organizationId: $id, email: \"khach@moi.example\", role: EDITOR }) { invitation { id } } }";
const REVOKE: &str =
    "mutation($id: ID!) { revokeInvitation(input: { invitationId: $id }) { invitation { id } } }";
const REQUEST: &str = "mutation($id: ID!) { requestMembership(input: { organizationId: $id }) { membership { id } } }";
const APPROVE: &str =
    "mutation($id: ID!) { approveMembership(input: { membershipId: $id }) { membership { id } } }";
const ROLE: &str = "mutation($id: ID!) { setMembershipRole(input: { membershipId: $id, role: VIEWER }) { membership { id } } }";
const REMOVE: &str =
    "mutation($id: ID!) { removeMembership(input: { membershipId: $id }) { membershipId } }";
const VERIFY: &str = "mutation($id: ID!) { requestVerification(input: { organizationId: $id }) { organization { version } } }";
const DECIDE: &str = "mutation($input: DecideVerificationInput!) { decideVerification(input: $input) { organization { id } } }";
const REPORT: &str = "mutation($id: ID!, $key: String!) { reportAbuse(input: { clientKey: $key, needId: $id, rule: MISLEADING, text: \"Sai.\" }) { reported } }";
const STAFF: &str = "mutation($id: ID!) { setStaffRole(input: { userId: $id, role: VERIFIER, reason: \"Phân công.\" }) { person { id } } }";
const SUSPEND: &str = "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }";
const REINSTATE: &str = "mutation($id: ID!) { reinstateUser(input: { userId: $id, rule: OTHER, reason: \"Đã rõ.\" }) { person { id } } }";
const SIGN_IN: &str = "mutation($e: String!, $p: String!) { signIn(input: { email: $e, password: $p }) { session { accessToken } } }";

async fn every_act_is_on_record_once(kind: Kind) {
    let app = TestApp::start(kind).await;
    let server = Server::of(&app).await;
    let front = Front {
        address: format!("http://{}", server.address),
        http: reqwest::Client::new(),
    };
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let (verifier, administrator) = (app.verifier().await, app.administrator().await);
    let joiner = app.person("joiner", None).await;
    let (visitor, registered) = (app.visitor(), app.registered("dang-nhap").await);
    let id = |id: &Value| json!({ "id": id });
    let organization = json!(officer.organization_id());

    // A need and what follows.
    let new = json!({ "input": { "clientKey": app.key(), "organizationId": organization, "content": content::need() } });
    let data = done(
        &app,
        &front,
        act(&officer, CREATE, new.clone(), &["need.created"]),
    )
    .await;
    let need = data["createNeed"]["need"]["id"].clone();
    // The same click again is no act.
    done(&app, &front, act(&officer, CREATE, new, &[])).await;
    done(&app, &front, act(&firm, SUBMIT, id(&need), &[])).await;
    done(
        &app,
        &front,
        act(&officer, REVIEW, id(&need), &["access.refused"]),
    )
    .await;
    done(
        &app,
        &front,
        act(&officer, SUBMIT, id(&need), &["need.submitted"]),
    )
    .await;
    done(
        &app,
        &front,
        act(&verifier, REVIEW, id(&need), &["access.refused"]),
    )
    .await;
    done(
        &app,
        &front,
        act(&moderator, REVIEW, id(&need), &["need.published"]),
    )
    .await;
    done(&app, &front, act(&moderator, REVIEW, id(&need), &[])).await;
    app.run_jobs().await;
    let key = json!({ "id": need, "key": app.key() });
    done(&app, &front, act(&firm, REPORT, key, &["report.opened"])).await;
    let new = json!({ "input": { "clientKey": app.key(), "needId": need, "organizationId": firm.organization_id(), "content": content::proposal() } });
    let data = done(
        &app,
        &front,
        act(&firm, PROPOSE, new, &["proposal.created"]),
    )
    .await;
    let proposal = data["createProposal"]["proposal"]["id"].clone();
    done(
        &app,
        &front,
        act(&firm, HAND_IN, id(&proposal), &["proposal.submitted"]),
    )
    .await;
    done(&app, &front, act(&officer, WITHDRAW, id(&proposal), &[])).await;
    done(
        &app,
        &front,
        act(&firm, WITHDRAW, id(&proposal), &["proposal.withdrawn"]),
    )
    .await;
    app.run_jobs().await;

    // People.
    let data = done(
        &app,
        &front,
        act(&officer, INVITE, id(&organization), &["invitation.sent"]),
    )
    .await;
    let invitation = data["inviteMember"]["invitation"]["id"].clone();
    done(
        &app,
        &front,
        act(&officer, REVOKE, id(&invitation), &["invitation.revoked"]),
    )
    .await;
    let data = done(
        &app,
        &front,
        act(
            &joiner,
            REQUEST,
            id(&organization),
            &["membership.requested"],
        ),
    )
    .await;
    let membership = data["requestMembership"]["membership"]["id"].clone();
    done(
        &app,
        &front,
        act(&joiner, APPROVE, id(&membership), &["access.refused"]),
    )
    .await;
    done(
        &app,
        &front,
        act(&officer, APPROVE, id(&membership), &["membership.approved"]),
    )
    .await;
    done(
        &app,
        &front,
        act(
            &officer,
            ROLE,
            id(&membership),
            &["membership.role_changed"],
        ),
    )
    .await;
    done(&app, &front, act(&officer, ROLE, id(&membership), &[])).await;
    done(
        &app,
        &front,
        act(&officer, REMOVE, id(&membership), &["membership.removed"]),
    )
    .await;
    done(
        &app,
        &front,
        act(
            &joiner,
            CONSENT,
            json!({ "given": true }),
            &["consent.given"],
        ),
    )
    .await;
    done(
        &app,
        &front,
        act(&joiner, CONSENT, json!({ "given": true }), &[]),
    )
    .await;
    done(
        &app,
        &front,
        act(
            &joiner,
            CONSENT,
            json!({ "given": false }),
            &["consent.withdrawn"],
        ),
    )
    .await;

    // The alliance's decisions.
    let data = done(
        &app,
        &front,
        act(
            &officer,
            VERIFY,
            id(&organization),
            &["verification.requested"],
        ),
    )
    .await;
    let version = &data["requestVerification"]["organization"]["version"];
    let no = json!({ "input": { "organizationId": organization, "version": version, "decision": "REJECTED", "rule": "OTHER", "reason": "Thiếu.", "checklist": [] } });
    done(
        &app,
        &front,
        act(&moderator, DECIDE, no.clone(), &["access.refused"]),
    )
    .await;
    done(
        &app,
        &front,
        act(&verifier, DECIDE, no, &["verification.decided"]),
    )
    .await;
    let whom = id(&json!(joiner.user.expect("a person").to_string()));
    done(
        &app,
        &front,
        act(
            &administrator,
            STAFF,
            whom.clone(),
            &["account.role_changed"],
        ),
    )
    .await;
    done(
        &app,
        &front,
        act(&moderator, SUSPEND, whom.clone(), &["access.refused"]),
    )
    .await;
    done(&app, &front, act(&visitor, SUSPEND, whom.clone(), &[])).await;
    done(
        &app,
        &front,
        act(
            &administrator,
            SUSPEND,
            whom.clone(),
            &["account.suspended"],
        ),
    )
    .await;
    done(
        &app,
        &front,
        act(&administrator, REINSTATE, whom, &["account.reinstated"]),
    )
    .await;

    // Who comes in has no session yet, or none at all.
    let wrong = json!({ "e": registered.email, "p": "sai mà vẫn thử nhé" });
    done(
        &app,
        &front,
        act(&visitor, SIGN_IN, wrong, &["session.refused"]),
    )
    .await;
    let right = json!({ "e": registered.email, "p": PASSWORD });
    done(
        &app,
        &front,
        act(&visitor, SIGN_IN, right, &["session.opened"]),
    )
    .await;
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_act_is_on_record_once_sqlite() {
    every_act_is_on_record_once(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_act_is_on_record_once_postgres() {
    every_act_is_on_record_once(Kind::Postgres).await;
}
