//! Mail: posted once, in the reader's language, and sent until it is taken or given up.

use std::collections::BTreeSet;

use chrono::Duration;
use iforum::accounts::jobs::Registered;
use iforum::jobs::Job;
use tests::{Client, Kind, Sink, TestApp, Value, content, json, on_both_databases};

const BOTH: [Kind; 2] = [Kind::Sqlite, Kind::Postgres];
const EMAILS: &str = "query($filter: EmailFilter) { emails(filter: $filter) { nodes { id template toAddress locale status attempts lastAnswer sentAt messageId } } }";
const RETRY: &str =
    "mutation($id: ID!) { retryEmail(input: { emailId: $id }) { email { status attempts } } }";
const PROFILE: &str =
    "mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { viewer { name } } }";

/// Names of a message's headers, and all of their text unfolded.
fn headers(message: &str) -> (BTreeSet<String>, String) {
    let head = message
        .split("\n\n")
        .next()
        .expect("a head")
        .replace("\n ", " ")
        .replace("\n\t", " ");
    let names = head
        .lines()
        .map(|line| line.split(':').next().expect("a name").to_ascii_lowercase());
    (names.collect(), head)
}

/// The only email there is, as an administrator sees it.
async fn email(administrator: &Client) -> Value {
    let data = administrator.ask(EMAILS, json!({})).await;
    assert_eq!(
        data["emails"]["nodes"].as_array().map(Vec::len),
        Some(1),
        "{data:#}"
    );
    data["emails"]["nodes"][0].clone()
}

fn fields<'a, const N: usize>(email: &'a Value, names: [&str; N]) -> [&'a Value; N] {
    names.map(|name| &email[name])
}

#[tokio::test]
async fn mail_waits_while_the_server_is_away_and_is_given_up_in_the_end() {
    for kind in BOTH {
        let settings = [
            ("SMTP_URL", "smtp://127.0.0.1:1"),
            ("WORKER_MAIL_ATTEMPTS", "3"),
        ];
        let app = TestApp::configured(kind, &settings).await;
        let (officer, administrator) = (app.officer().await, app.administrator().await);
        app.open_need(&officer, &app.moderator().await).await;
        let first = email(&administrator).await;
        let tried = fields(&first, ["template", "toAddress", "status", "attempts"]);
        assert_eq!(
            tried,
            [
                &json!("need_approved"),
                &json!(officer.email),
                &json!("QUEUED"),
                &json!(1)
            ]
        );
        assert!(
            first["lastAnswer"]
                .as_str()
                .unwrap()
                .to_lowercase()
                .contains("refused"),
            "{first}"
        );
        app.refuses(
            &administrator,
            RETRY,
            json!({ "id": first["id"] }),
            "ILLEGAL_TRANSITION",
        )
        .await;
        // The pauses: 5 s, then 10 s.
        for (seconds, attempts, status) in [
            (4, 1, "QUEUED"),
            (1, 2, "QUEUED"),
            (9, 2, "QUEUED"),
            (1, 3, "DEAD"),
            (3600, 3, "DEAD"),
        ] {
            app.later(Duration::seconds(seconds)).await;
            assert_eq!(
                fields(&email(&administrator).await, ["attempts", "status"]),
                [&json!(attempts), &json!(status)]
            );
        }
        let dead = json!({ "filter": { "status": "DEAD" } });
        assert_eq!(
            administrator.ask(EMAILS, dead).await["emails"]["nodes"][0]["id"],
            first["id"]
        );
        for (who, code) in [
            (&officer, "FORBIDDEN"),
            (&app.moderator().await, "FORBIDDEN"),
            (&app.visitor(), "UNAUTHENTICATED"),
        ] {
            app.refuses(who, RETRY, json!({ "id": first["id"] }), code)
                .await;
            app.refuses(who, EMAILS, json!({}), code).await;
        }
        let data = administrator.ask(RETRY, json!({ "id": first["id"] })).await;
        assert_eq!(
            data["retryEmail"]["email"],
            json!({ "status": "QUEUED", "attempts": 0 })
        );
        app.run_jobs().await;
        let again = email(&administrator).await;
        assert_eq!(
            fields(&again, ["attempts", "status", "messageId"]),
            [&json!(1), &json!("QUEUED"), &first["messageId"]]
        );
        app.end().await;
    }
}

#[tokio::test]
async fn a_server_that_says_later_gets_the_same_message_again() {
    for kind in BOTH {
        let (sink, url) = Sink::start(&["451 4.7.1 come back later"]).await;
        let app = TestApp::configured(kind, &[("SMTP_URL", &url)]).await;
        let (officer, administrator) = (app.officer().await, app.administrator().await);
        app.open_need(&officer, &app.moderator().await).await;
        let first = email(&administrator).await;
        assert_eq!(first["status"], "QUEUED");
        assert!(
            first["lastAnswer"]
                .as_str()
                .unwrap()
                .contains("come back later"),
            "{first}"
        );
        app.later(Duration::seconds(5)).await;
        let sent = email(&administrator).await;
        let ended = fields(&sent, ["status", "attempts", "sentAt"]);
        assert_eq!(
            ended,
            [
                &json!("SENT"),
                &json!(2),
                &json!(app.app.clock.now().to_rfc3339())
            ]
        );
        assert!(
            sent["lastAnswer"].as_str().unwrap().contains("taken"),
            "{sent}"
        );
        let messages = sink.messages();
        let id = format!("Message-ID: {}", sent["messageId"].as_str().unwrap());
        assert_eq!(messages.len(), 2);
        assert!(
            messages
                .iter()
                .all(|message| headers(message).1.contains(&id)),
            "{messages:#?}"
        );
        app.end().await;
    }
}

#[tokio::test]
async fn a_letter_comes_as_text_and_as_html() {
    let (sink, url) = Sink::start(&[]).await;
    let app = TestApp::configured(Kind::Sqlite, &[("SMTP_URL", &url)]).await;
    let officer = app.officer().await;
    let need = app.open_need(&officer, &app.moderator().await).await;
    let message = sink.messages().pop().unwrap();
    let (names, head) = headers(&message);
    let expected = [
        "content-type",
        "date",
        "from",
        "message-id",
        "mime-version",
        "subject",
        "to",
    ];
    assert_eq!(
        names.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
    assert!(
        head.contains("multipart/alternative") && head.contains(&officer.email),
        "{head}"
    );
    let (plain, html) = (message.find("text/plain"), message.find("text/html"));
    assert!(plain.unwrap() < html.unwrap(), "the richer part comes last");
    let (_, _, text) = app.mails_to(&officer.email).await.remove(0);
    assert!(
        text.contains(&format!("http://localhost:8080/nhu-cau/{need}")),
        "{text}"
    );
    app.end().await;
}

#[tokio::test]
async fn a_server_that_says_never_is_not_asked_again() {
    for kind in BOTH {
        let (sink, url) = Sink::start(&["550 5.1.1 no such mailbox"]).await;
        let app = TestApp::configured(kind, &[("SMTP_URL", &url)]).await;
        let (officer, administrator) = (app.officer().await, app.administrator().await);
        app.open_need(&officer, &app.moderator().await).await;
        app.later(Duration::days(1)).await;
        let dead = email(&administrator).await;
        assert_eq!(
            fields(&dead, ["status", "attempts", "sentAt"]),
            [&json!("DEAD"), &json!(1), &Value::Null]
        );
        assert!(
            dead["lastAnswer"]
                .as_str()
                .unwrap()
                .contains("no such mailbox"),
            "{dead}"
        );
        administrator.ask(RETRY, json!({ "id": dead["id"] })).await;
        app.run_jobs().await;
        assert_eq!(email(&administrator).await["status"], "SENT");
        assert_eq!(sink.messages().len(), 2);
        app.end().await;
    }
}

#[tokio::test]
async fn names_and_titles_add_no_header_and_no_recipient() {
    let (sink, url) = Sink::start(&[]).await;
    let app = TestApp::configured(Kind::Sqlite, &[("SMTP_URL", &url)]).await;
    let officer = app.officer().await;
    let hostile = "Eve\r\nBcc: victim@example.test\r\n\r\n<script>alert(1)</script>";
    officer
        .ask(PROFILE, json!({ "input": { "name": hostile } }))
        .await;
    let mut content = content::need();
    content["title"] = json!({ "vi": "Lights\r\nBcc: victim@example.test\nX-Evil: 1" });
    app.open_need_with(&officer, &app.moderator().await, content)
        .await;
    let message = sink.messages().pop().unwrap();
    let (names, head) = headers(&message);
    assert!(
        !names.contains("bcc") && !names.contains("x-evil"),
        "{head}"
    );
    assert_eq!(sink.recipients(), [format!("RCPT TO:<{}>", officer.email)]);
    let html = message.find("text/html").map(|at| &message[at..]).unwrap();
    assert!(!html.contains("<script>"), "{html}");
    app.end().await;
}

on_both_databases!(an_english_reader_gets_english_mail, |app| {
    let officer = app.officer().await;
    officer
        .ask(PROFILE, json!({ "input": { "locale": "EN" } }))
        .await;
    let need = app.open_need(&officer, &app.moderator().await).await;
    let mails = app.mails_to(&officer.email).await;
    let (_, subject, text) = &mails[0];
    assert_eq!(
        subject,
        "Your need is published: Lower the cost of street lighting"
    );
    assert!(
        text.contains("Dear Người officer,") && text.contains(&format!("/en/nhu-cau/{need}")),
        "{text}"
    );
    let data = app.administrator().await.ask(EMAILS, json!({})).await;
    assert_eq!(data["emails"]["nodes"][0]["locale"], "EN");
});

on_both_databases!(a_letter_is_posted_once_however_often_its_job_runs, |app| {
    let person = app.officer().await;
    for _ in 0..3 {
        let job = Registered {
            user_id: person.user.unwrap(),
        };
        job.run(&app.system()).await.unwrap();
        app.run_jobs().await;
    }
    assert_eq!(app.templates_to(&person.email).await, ["welcome"]);
});

on_both_databases!(what_was_rolled_back_is_never_mailed, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let (one, two) = (app.firm().await, app.firm().await);
    let need = app.open_need(&officer, &moderator).await;
    let first = app.submitted_proposal(&one, &need).await;
    let second = app.submitted_proposal(&two, &need).await;
    app.later(Duration::days(30)).await;
    app.open_proposals(&officer, &need).await;
    let evaluate =
        "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { status } } }";
    officer.ask(evaluate, json!({ "id": need })).await;
    let select = "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: SELECTED, reason: \"Tốt.\" }) { proposal { status } } }";
    officer.ask(select, json!({ "id": first })).await;
    // The need is matched already: the second choice fails after the proposal was written.
    app.refuses(
        &officer,
        select,
        json!({ "id": second }),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.run_jobs().await;
    assert_eq!(app.templates_to(&two.email).await, ["proposal_receipt"]);
});

on_both_databases!(
    a_sealed_receipt_is_not_the_administrators_to_send_again,
    |app| {
        let (officer, firm, moderator) =
            (app.officer().await, app.firm().await, app.moderator().await);
        let need = app.open_need(&officer, &moderator).await;
        app.submitted_proposal(&firm, &need).await;
        let mails = iforum::mail::store::latest(&app.app.db, 1).await.unwrap();
        assert_eq!(mails[0].template, "proposal_receipt");
        let administrator = app.administrator().await;
        app.refuses(
            &administrator,
            RETRY,
            json!({ "id": mails[0].id.to_string() }),
            "NOT_FOUND",
        )
        .await;
    }
);
