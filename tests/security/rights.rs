//! Promises 19 and 32: who loses a right, or whose session ends, reads nothing more from then on: not by
//! the next request, an open socket, a file, an export or a program of hers.

use std::time::{Duration, Instant};

use iforum::organizations::MembershipRole;
use tests::{Answer, Client, Heard, Kind, PASSWORD, Server, Socket, TestApp, Value, json, pdf};

use crate::share;

const CHANGED: &str = "subscription { matchChanged { id status } }";
const DRAFT: &str = "query($id: ID!) { need(id: $id) { id } }";
const NEW_PASSWORD: &str = "mưa rào trên mái tôn cũ";

/// Somebody with something to lose: a draft, a file, an open socket, a program.
struct Holder {
    who: Client,
    program: Client,
    draft: String,
    file: String,
    socket: Socket,
}

/// What is around: the organisation and a match whose changes are heard.
struct Around {
    owner: Client,
    moderator: Client,
    administrator: Client,
    matches: Vec<String>,
    server: Server,
}

async fn around(app: &TestApp, rounds: usize) -> Around {
    let (owner, firm) = (app.officer().await, app.firm().await);
    let moderator = app.moderator().await;
    let offer = app.published_offer(&firm, &moderator).await;
    let mut matches = Vec::new();
    for _ in 0..rounds {
        let need = app.open_need(&owner, &moderator).await;
        matches.push(app.suggested_match(&need, &offer).await);
    }
    app.run_jobs().await;
    Around {
        administrator: app.administrator().await,
        server: Server::of(app).await,
        owner,
        moderator,
        matches,
    }
}

async fn program(app: &TestApp, of: &Client) -> Client {
    let make = "mutation($at: DateTime!) { createAccessToken(input: { name: \"máy\", scopes: [READ, WRITE], expiresAt: $at }) { secret } }";
    let at = (app.app.clock.now() + chrono::Duration::days(9)).to_rfc3339();
    let data = of.ask(make, json!({ "at": at })).await;
    app.run_jobs().await;
    let secret = data["createAccessToken"]["secret"].as_str();
    let mut machine = app.visitor();
    machine.token = secret.map(str::to_owned);
    machine
}

impl Holder {
    async fn new(app: &TestApp, around: &Around, who: Client) -> Self {
        let draft = app.draft_need(&around.owner, json!({})).await;
        let file = around
            .owner
            .uploaded("certificate", "chỉ cho thành viên")
            .await;
        let mut socket = Socket::of(&around.server, &who).await;
        socket.subscribe("changes", CHANGED).await;
        socket.subscribe("known", "{ viewer { id } }").await;
        let known = socket.message().await;
        assert!(known["payload"]["data"]["viewer"]["id"].is_string());
        socket.message().await;
        let program = program(app, &who).await;
        let holder = Self {
            who,
            program,
            draft,
            file,
            socket,
        };
        assert_eq!(holder.reads(app).await, 4, "it all works before");
        holder
    }

    /// How many of the ways to read the organisation's things still answer.
    async fn reads(&self, _app: &TestApp) -> usize {
        let mut answered = 0;
        for who in [&self.who, &self.program] {
            let answer = who.send(DRAFT, json!({ "id": self.draft })).await;
            answered += usize::from(answer.body["data"]["need"]["id"].is_string());
            let path = format!("/files/{}", self.file);
            let (_, _, bytes) = who.http("GET", &path, &[], vec![]).await;
            answered += usize::from(bytes == pdf("chỉ cho thành viên"));
        }
        answered
    }

    /// What the open socket still says when a match changes, and when it is asked.
    async fn hears(&mut self, app: &TestApp, around: &Around, found: &str) -> Vec<Value> {
        let introduce =
            "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { status } } }";
        around
            .moderator
            .ask(introduce, json!({ "id": found }))
            .await;
        app.run_jobs().await;
        let query = format!("{{ need(id: \"{}\") {{ id }} }}", self.draft);
        self.socket.subscribe("again", &query).await;
        let mut said = Vec::new();
        while let Heard::Said(message) = self.socket.hear_within(Duration::from_millis(700)).await {
            let ended = message["id"] == "again" && message["type"] != "next";
            let told = message["payload"]
                .pointer("/data/matchChanged/id")
                .is_some()
                || message["payload"].pointer("/data/need/id").is_some();
            if told {
                said.push(message);
            }
            if ended {
                break;
            }
        }
        said
    }
}

/// By what somebody loses the right to read the organisation's drafts and files.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Loss {
    Removed,
    Left,
    Suspended,
    MoreAsked,
}

const LOSSES: [Loss; 4] = [Loss::Removed, Loss::Left, Loss::Suspended, Loss::MoreAsked];

async fn lose(around: &Around, who: &Client, loss: Loss) {
    let own = who
        .ask("{ viewer { memberships { id } } }", json!({}))
        .await;
    let membership = json!({ "id": own["viewer"]["memberships"][0]["id"] });
    let remove =
        "mutation($id: ID!) { removeMembership(input: { membershipId: $id }) { membershipId } }";
    match loss {
        Loss::Removed => drop(around.owner.ask(remove, membership).await),
        Loss::Left => drop(who.ask(remove, membership).await),
        Loss::Suspended => {
            let suspend = "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }";
            let id = who.user.expect("a person").to_string();
            around.administrator.ask(suspend, json!({ "id": id })).await;
        }
        Loss::MoreAsked => {
            let strict = "mutation($id: ID!, $yes: Boolean!) { setSecondFactorRequired(input: { organizationId: $id, required: $yes }) { organization { id } } }";
            let id = around.owner.organization_id();
            around
                .owner
                .ask(strict, json!({ "id": id, "yes": true }))
                .await;
        }
    }
}

async fn a_lost_right_is_lost_at_once(kind: Kind) {
    let app = TestApp::start(kind).await;
    let around = around(&app, LOSSES.len()).await;
    app.with_totp(&around.owner).await;
    let reads = share(200);
    let mut answered = 0;
    for (n, loss) in LOSSES.into_iter().enumerate() {
        let who = app.colleague(&around.owner, MembershipRole::Editor).await;
        let mut holder = Holder::new(&app, &around, who).await;
        lose(&around, &holder.who.clone(), loss).await;
        let since = Instant::now();
        // Each looks by four ways; no read in between clears anything up.
        for _ in 0..reads.div_ceil(4 * LOSSES.len()) {
            answered += holder.reads(&app).await;
        }
        assert_eq!(answered, 0, "after {loss:?}");
        assert!(since.elapsed() < Duration::from_mins(1));
        let said = holder.hears(&app, &around, &around.matches[n]).await;
        assert_eq!(said, Vec::<Value>::new(), "after {loss:?}");
        if loss == Loss::MoreAsked {
            let back = "mutation($id: ID!) { setSecondFactorRequired(input: { organizationId: $id, required: false }) { organization { id } } }";
            let id = json!({ "id": around.owner.organization_id() });
            around.owner.ask(back, id).await;
            assert_eq!(holder.reads(&app).await, 4, "and given back at once");
        }
        app.run_jobs().await;
    }
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_right_is_lost_at_once_sqlite() {
    a_lost_right_is_lost_at_once(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_right_is_lost_at_once_postgres() {
    a_lost_right_is_lost_at_once(Kind::Postgres).await;
}

async fn writing_ends_at_once(kind: Kind) {
    let app = TestApp::start(kind).await;
    let owner = app.officer().await;
    let update = "mutation($id: ID!, $v: Int!) { updateNeed(input: { needId: $id, version: $v, content: {} }) { need { version } } }";
    let mut written = 0;
    for round in 0..share(200) / 2 {
        let need = app.draft_need(&owner, json!({})).await;
        let editor = app.colleague(&owner, MembershipRole::Editor).await;
        let machine = program(&app, &editor).await;
        machine.ask(update, json!({ "id": need, "v": 1 })).await;
        let own = editor
            .ask("{ viewer { memberships { id } } }", json!({}))
            .await;
        let lower = "mutation($id: ID!) { setMembershipRole(input: { membershipId: $id, role: VIEWER }) { membership { role } } }";
        let id = json!({ "id": own["viewer"]["memberships"][0]["id"] });
        let firm_suspended = round + 1 == share(200) / 2;
        if firm_suspended {
            app.suspend(&owner).await;
        } else {
            owner.ask(lower, id).await;
        }
        for who in [&editor, &machine] {
            let answer = who.send(update, json!({ "id": need, "v": 2 })).await;
            written += usize::from(answer.code() != Some("FORBIDDEN"));
            // What may still be read is.
            who.ask(DRAFT, json!({ "id": need })).await;
            let answer = upload(who, &owner).await;
            written += usize::from(answer.status != 403);
        }
        app.run_jobs().await;
    }
    assert_eq!(written, 0);
    // The suspended firm's page is gone for the others at once, and its owner owns nothing.
    let page = "query($id: ID!) { organization(id: $id) { id } }";
    let id = json!({ "id": owner.organization_id() });
    app.visitor().refused(page, id.clone(), "NOT_FOUND").await;
    let invite = "mutation($id: ID!) { inviteMember(input: { organizationId: $id, email: \"x@x.example\", role: EDITOR }) { invitation { id } } }";
    app.refuses(&owner, invite, id, "FORBIDDEN").await;
    app.end().await;
}

async fn upload(who: &Client, to: &Client) -> Answer {
    let organization = to.organization_id();
    let target = ("certificate", organization.as_str());
    who.upload(target, ("a.pdf", "application/pdf"), pdf("x"))
        .await
}

#[tokio::test]
async fn writing_ends_with_the_role_sqlite() {
    writing_ends_at_once(Kind::Sqlite).await;
}

#[tokio::test]
async fn writing_ends_with_the_role_postgres() {
    writing_ends_at_once(Kind::Postgres).await;
}

/// A person signed in on two devices, with their refresh tokens.
async fn devices(app: &TestApp, email: &str) -> Vec<(Client, String)> {
    let mut all = Vec::new();
    for _ in 0..2 {
        let answer = app.sign_in(email, PASSWORD).await;
        let cookie = answer.cookie("iforum_refresh").expect("a cookie");
        all.push((app.person_of(&answer, "signIn"), cookie));
    }
    app.run_jobs().await;
    all
}

/// How many ways still open the account: the access token, the refresh token, the export.
async fn alive((client, cookie): &(Client, String)) -> usize {
    let answer = client.send("{ viewer { id } }", json!({})).await;
    let by_token = answer.body["data"]["viewer"]["id"].is_string();
    let (export, _, body) = client.http("GET", "/me/export", &[], vec![]).await;
    let body = String::from_utf8_lossy(&body);
    let exported = export.is_success() || body.contains("\"account\"");
    let refresh = json!({ "query": "mutation { refreshSession { accessToken } }" }).to_string();
    let mut anew = client.clone();
    anew.token = None;
    let answer = anew.post(&refresh, &[("cookie", cookie)]).await;
    let refreshed = answer.body["data"]["refreshSession"]["accessToken"].is_string();
    usize::from(by_token) + usize::from(exported) + usize::from(refreshed)
}

async fn an_end_ends_everything(kind: Kind) {
    let app = TestApp::configured(
        kind,
        &[
            ("RATES_MAIL_ACCOUNT", "100000/1s"),
            ("RATES_MAIL_ADDRESS", "100000/1s"),
            ("RATES_SIGN_IN_ACCOUNT", "100000/1s"),
            ("RATES_SIGN_IN_ADDRESS", "100000/1s"),
        ],
    )
    .await;
    let administrator = app.administrator().await;
    let server = Server::of(&app).await;
    let ends = [
        "sign-out",
        "password change",
        "reset",
        "suspension",
        "end of one",
        "closing",
    ];
    for (n, end) in ends.into_iter().enumerate() {
        let person = app.registered(&format!("ket-thuc-{n}")).await;
        let all = devices(&app, &person.email).await;
        let (here, there) = (&all[0], &all[1]);
        let machine = program(&app, &here.0).await;
        let mut socket = Socket::of(&server, &there.0).await;
        socket.subscribe("a", "{ viewer { id } }").await;
        assert!(socket.message().await["payload"]["data"]["viewer"]["id"].is_string());
        socket.message().await;
        match end {
            "sign-out" => drop(
                there
                    .0
                    .ask("mutation { signOut { signedOut } }", json!({}))
                    .await,
            ),
            "password change" => {
                let change = "mutation($p: String!) { changePassword(input: { password: $p }) { viewer { id } } }";
                here.0.ask(change, json!({ "p": NEW_PASSWORD })).await;
            }
            "reset" => reset(&app, &person.email).await,
            "suspension" => {
                let suspend = "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }";
                let id = person.user.expect("a person").to_string();
                administrator.ask(suspend, json!({ "id": id })).await;
            }
            "end of one" => drop(
                here.0
                    .ask("mutation { endOtherSessions { ended } }", json!({}))
                    .await,
            ),
            _ => drop(
                here.0
                    .ask("mutation { closeAccount { closed } }", json!({}))
                    .await,
            ),
        }
        assert_eq!(alive(there).await, 0, "after {end}");
        socket.subscribe("b", "{ viewer { id } }").await;
        let said = socket.message().await;
        let code = &said["payload"]["errors"][0]["extensions"]["code"];
        assert_eq!(code, "UNAUTHENTICATED", "after {end}: {said:#}");
        // Ends of everything are for the other devices and programs too; others are not.
        let all_gone = matches!(end, "reset" | "suspension" | "closing");
        assert_eq!(alive(here).await == 0, all_gone, "after {end}");
        let answer = machine.send("{ viewer { id } }", json!({})).await;
        assert_eq!(
            answer.code().is_some(),
            all_gone,
            "after {end}: {:#}",
            answer.body
        );
        app.run_jobs().await;
    }
    app.end().await;
}

async fn reset(app: &TestApp, email: &str) {
    let ask =
        "mutation($email: String!) { requestPasswordReset(input: { email: $email }) { email } }";
    app.visitor().ask(ask, json!({ "email": email })).await;
    app.run_jobs().await;
    let token = app.token_to(email, "password_reset").await;
    let set = "mutation($input: SetPasswordInput!) { resetPassword(input: $input) { reset } }";
    let input = json!({ "token": token, "password": NEW_PASSWORD });
    app.visitor().ask(set, json!({ "input": input })).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_end_of_a_session_ends_everything_sqlite() {
    an_end_ends_everything(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_end_of_a_session_ends_everything_postgres() {
    an_end_ends_everything(Kind::Postgres).await;
}

/// An export that is under way is cut off when its reader loses the right.
async fn a_running_export_is_cut_off(kind: Kind) {
    use iforum::app::{Client as From, Ctx};
    use iforum::audit::export::{Export, Format};
    let app = TestApp::start(kind).await;
    let (one, other) = (app.administrator().await, app.administrator().await);
    let officer = app.officer().await;
    for _ in 0..3 {
        app.draft_need(&officer, json!({})).await;
    }
    let token = one.token.clone().expect("signed in");
    let ticket = iforum::sessions::service::ticket(&app.app, &token).expect("a ticket");
    let viewer = iforum::sessions::service::viewer_of(&app.app, &ticket)
        .await
        .expect("her");
    let ctx = Ctx {
        client: From {
            ticket: Some(ticket),
            ..From::default()
        },
        ..Ctx::new(
            std::sync::Arc::clone(&app.app),
            viewer,
            iforum::text::Locale::Vi,
        )
    };
    let mut export = Export::begin(ctx, iforum::audit::store::Filter::default(), Format::Jsonl)
        .await
        .expect("begun");
    let take = "mutation($id: ID!) { setStaffRole(input: { userId: $id, role: null, reason: \"Nghỉ.\" }) { person { id } } }";
    let id = one.user.expect("a person").to_string();
    other.ask(take, json!({ "id": id })).await;
    app.run_jobs().await;
    assert!(export.next().await.is_err(), "it went on");
    app.end().await;
}

#[tokio::test]
async fn a_running_export_is_cut_off_sqlite() {
    a_running_export_is_cut_off(Kind::Sqlite).await;
}

#[tokio::test]
async fn a_running_export_is_cut_off_postgres() {
    a_running_export_is_cut_off(Kind::Postgres).await;
}
