//! Promises 59 and 60: what we hold about a person is hers to have and to have forgotten, and nothing is
//! sent without consent that can be proven.
//!
//! `columns.txt` says of every column of the database what it is to a person; a new column fails here
//! until somebody has decided.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use iforum::mail::{EmailStatus, jobs::SendEmail, store};
use sea_orm::{ConnectionTrait, Statement};
use tests::{Client, Kind, Schema, TestApp, Value, json};

const CLASSES: [&str; 7] = [
    "exported",
    "erased",
    "pseudonym",
    "words",
    "trace",
    "others",
    "plain",
];

/// Column → class.
fn classes() -> BTreeMap<String, String> {
    include_str!("columns.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let (column, class) = line.split_once(' ').expect("two words");
            let class = class.trim().to_owned();
            assert!(CLASSES.contains(&class.as_str()), "{line}");
            (column.to_owned(), class)
        })
        .collect()
}

/// Every table, with its rows as column → text.
async fn tables(app: &TestApp) -> BTreeMap<String, (Vec<String>, Vec<BTreeMap<String, String>>)> {
    let db = &app.app.db;
    let backend = db.get_database_backend();
    let postgres = backend == sea_orm::DbBackend::Postgres;
    let names = if postgres {
        "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    };
    let ask = async |sql: &str| {
        db.query_all_raw(Statement::from_string(backend, sql))
            .await
            .expect("asked")
    };
    let mut all = BTreeMap::new();
    for table in ask(names).await {
        let table: String = table.try_get("", "name").expect("a name");
        if table == "seaql_migrations" {
            continue;
        }
        let columns = if postgres {
            format!(
                "SELECT column_name::text AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
            )
        } else {
            format!("SELECT name FROM pragma_table_info('{table}')")
        };
        let columns: Vec<String> = ask(&columns)
            .await
            .iter()
            .map(|row| row.try_get("", "name").expect("a name"))
            .collect();
        // Ids are bytes in SQLite; as in PostgreSQL they are read in their own spelling.
        let read = columns.iter().map(|name| {
            if postgres {
                format!("CAST(\"{name}\" AS text) AS \"{name}\"")
            } else {
                format!("CASE typeof(\"{name}\") WHEN 'blob' THEN lower(hex(\"{name}\")) ELSE CAST(\"{name}\" AS text) END AS \"{name}\"")
            }
        });
        let read = read.collect::<Vec<_>>().join(", ");
        let mut rows = Vec::new();
        for row in ask(&format!("SELECT {read} FROM \"{table}\"")).await {
            let value = |name: &String| {
                let value: Option<String> = row.try_get("", name).expect("text");
                (name.clone(), value.unwrap_or_default())
            };
            rows.push(columns.iter().map(value).collect());
        }
        all.insert(table, (columns, rows));
    }
    all
}

/// A person who has left traces wherever she can, and what is hers by name.
async fn a_life(app: &TestApp) -> (Client, Vec<String>) {
    let mut input = app.newcomer();
    input["email"] = json!("thuc.an@cu.example");
    input["name"] = json!("Hoàng Thục An");
    input["newOrganization"]["legalName"]["vi"] = json!("Viện Thử nghiệm");
    let answer = app.register(&input).await;
    let mut person = app.person_of(&answer, "completeRegistration");
    person.email = "thuc.an@cu.example".into();
    let own = "{ viewer { memberships { organization { id } } } }";
    let data = person.ask(own, json!({})).await;
    let organization = data["viewer"]["memberships"][0]["organization"]["id"].clone();
    person.organization = organization.as_str().and_then(|id| id.parse().ok());
    // Somebody else belongs to it and remains; and somebody invited her to another.
    let other = app
        .colleague(&person, iforum::organizations::MembershipRole::Owner)
        .await;
    let invite = "mutation($id: ID!, $email: String!) { inviteMember(input: { organizationId: $id, email: $email, role: EDITOR }) { invitation { id } } }";
    let host = app.officer().await;
    let variables = json!({ "id": host.organization_id(), "email": "thuc.an@cu.example" });
    host.ask(invite, variables).await;
    // Another device, a failed sign-in, another name, another address.
    let agent = [(
        "user-agent",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 DauVet/7",
    )];
    app.sign_in_with(&person.email, tests::PASSWORD, &agent)
        .await;
    app.sign_in(&person.email, "sai mà vẫn thử nhé").await;
    app.run_jobs().await;
    person
        .ask(
            "mutation { updateProfile(input: { name: \"Hoàng Thục Ân\" }) { viewer { id } } }",
            json!({}),
        )
        .await;
    let change = "mutation { requestEmailChange(input: { email: \"thuc.an@moi.example\" }) { viewer { id } } }";
    person.ask(change, json!({})).await;
    app.run_jobs().await;
    let confirm = "mutation($t: String!) { confirmEmailChange(input: { token: $t }) { changed } }";
    for (address, letter) in [
        ("thuc.an@cu.example", "email_change_old"),
        ("thuc.an@moi.example", "email_change_new"),
    ] {
        let token = app.token_to(address, letter).await;
        app.visitor().ask(confirm, json!({ "t": token })).await;
    }
    app.run_jobs().await;
    person.email = "thuc.an@moi.example".into();
    // A profile, a program, a list, an authenticator, a file, a draft, a report.
    let write = "mutation($content: ResearcherContent!) { updateResearcher(input: { version: 0, content: $content }) { researcher { id } } }";
    let profile = json!({ "headline": { "vi": "Chuyên gia dấu vết" }, "biography": { "vi": "Tiểu sử dấu vết." }, "affiliation": "Nơi làm dấu vết", "orcid": "0000-0002-1825-0097", "keywords": ["dấu vết từ khóa"], "interests": "Quan tâm dấu vết", "languages": ["vi"], "evaluator": true, "consortiumPartner": true, "publications": [{ "title": "Bài dấu vết", "year": 2025 }] });
    person.ask(write, json!({ "content": profile })).await;
    app.with_totp(&person).await;
    let token = "mutation($at: DateTime!) { createAccessToken(input: { name: \"máy dấu vết\", scopes: [READ], expiresAt: $at }) { accessToken { id } } }";
    let at = (app.app.clock.now() + Duration::days(9)).to_rfc3339();
    person.ask(token, json!({ "at": at })).await;
    consent(&person, "WEEKLY_DIGEST", true).await;
    consent(&person, "PUBLIC_PROFILE", true).await;
    person.uploaded("certificate", "tệp của tổ chức").await;
    let pending = "mutation { requestEmailChange(input: { email: \"thuc.an@sap.example\" }) { viewer { id } } }";
    person.ask(pending, json!({})).await;
    app.run_jobs().await;
    let _ = other;
    let traces = [
        "thuc.an@cu.example",
        "thuc.an@moi.example",
        "thuc.an@sap.example",
        "Hoàng Thục An",
        "Hoàng Thục Ân",
        "DauVet/7",
        "dấu vết",
        "0000-0002-1825-0097",
    ];
    (person, traces.map(str::to_owned).to_vec())
}

async fn consent(who: &Client, purpose: &str, given: bool) {
    let set = "mutation($p: ConsentPurpose!, $g: Boolean!) { setConsent(input: { purpose: $p, given: $g }) { viewer { id } } }";
    who.ask(set, json!({ "p": purpose, "g": given })).await;
}

async fn nothing_is_kept_that_need_not_be(kind: Kind) {
    let app = TestApp::start(kind).await;
    let classes = classes();
    let (person, traces) = a_life(&app).await;
    let before = tables(&app).await;
    let columns: BTreeSet<String> = before
        .iter()
        .flat_map(|(table, (columns, _))| {
            columns
                .iter()
                .map(move |column| format!("{table}.{column}"))
        })
        .collect();
    let known: BTreeSet<String> = classes.keys().cloned().collect();
    assert_eq!(
        columns, known,
        "columns.txt must say of every column what it is"
    );

    // What is hers is in her export, word for word.
    let (status, _, export) = person.http("GET", "/me/export", &[], vec![]).await;
    assert!(status.is_success());
    let export = String::from_utf8_lossy(&export).to_lowercase();
    let id = person.user.expect("a person").0;
    let hers = [id.simple().to_string(), id.hyphenated().to_string()];
    let mut missing = Vec::new();
    for (table, (_, rows)) in &before {
        let of_hers = rows.iter().filter(|row| {
            let by = if table == "user_account" {
                "id"
            } else {
                "user_id"
            };
            row.get(by).is_some_and(|by| hers.contains(by))
        });
        for row in of_hers {
            for (column, value) in row {
                let class = classes[&format!("{table}.{column}")].as_str();
                // Moments and enums are spelled otherwise; words are not.
                let word = value.chars().any(char::is_alphabetic) && !value.starts_with(['{', '[']);
                let moment = value.len() > 18 && value.as_bytes()[4] == b'-';
                if class == "exported" && word && !moment && !export.contains(&value.to_lowercase())
                {
                    missing.push(format!("{table}.{column} = {value}"));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new(), "not in the export: {export}");
    for trace in traces
        .iter()
        .filter(|trace| trace.as_str() != "Hoàng Thục An")
    {
        assert!(
            export.contains(&trace.to_lowercase()),
            "{trace} is not in the export"
        );
    }

    // After closing it stands nowhere but where columns.txt says that it may.
    person
        .ask("mutation { closeAccount { closed } }", json!({}))
        .await;
    app.run_jobs().await;
    app.app.clock.advance(Duration::days(8));
    iforum::housekeeping::sweep(&app.system())
        .await
        .expect("swept");
    // What others were told of her by name; and for a while what was sent to an address of hers.
    let told = ["email.text_body", "email.html_body", "email.subject"];
    let invited = [
        "invitation.email",
        "invitation.email_normalized",
        "invitation.live_key",
    ];
    let kept = left_over(&app, &classes, &traces).await;
    let may = |name: &String| told.contains(&name.as_str()) || invited.contains(&name.as_str());
    assert!(kept.iter().all(may), "{kept:?}");
    app.later(Duration::days(200)).await;
    let kept = left_over(&app, &classes, &traces).await;
    assert!(
        kept.iter().all(|name| told.contains(&name.as_str())),
        "{kept:?}"
    );
    // The account is a number from now on; what she did is on record under it.
    let query = "{ auditRecords(first: 50) { nodes { actor actorId action } } }";
    let data = app.administrator().await.ask(query, json!({})).await;
    let own: Vec<_> = data["auditRecords"]["nodes"]
        .as_array()
        .expect("records")
        .iter()
        .filter(|record| record["actorId"] == json!(person.user.expect("a person").to_string()))
        .collect();
    assert!(!own.is_empty());
    assert!(
        own.iter()
            .all(|record| record["actor"] == "Người dùng đã đóng tài khoản"),
        "{own:#?}"
    );
    app.end().await;
}

/// The columns in which something of hers still stands; none of those that are hers may be among them.
async fn left_over(
    app: &TestApp,
    classes: &BTreeMap<String, String>,
    traces: &[String],
) -> BTreeSet<String> {
    let mut kept = BTreeSet::new();
    let mut wrong = Vec::new();
    for (table, (_, rows)) in tables(app).await {
        for (column, value) in rows.into_iter().flatten() {
            let name = format!("{table}.{column}");
            for trace in traces.iter().filter(|trace| value.contains(trace.as_str())) {
                match classes[&name].as_str() {
                    "words" | "trace" | "others" => drop(kept.insert(name.clone())),
                    class => wrong.push(format!("{name} ({class}): {trace}")),
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    kept
}

#[tokio::test]
async fn nothing_is_kept_that_need_not_be_sqlite() {
    nothing_is_kept_that_need_not_be(Kind::Sqlite).await;
}

#[tokio::test]
async fn nothing_is_kept_that_need_not_be_postgres() {
    nothing_is_kept_that_need_not_be(Kind::Postgres).await;
}

async fn consent_is_proven_and_off_by_default(kind: Kind) {
    let app = TestApp::start(kind).await;
    let purposes = Schema::of(&app).await.enums["ConsentPurpose"].clone();
    let person = app.registered("dong-y").await;
    let given = "{ viewer { consents { purpose wordingVersion givenAt } } }";
    let data = person.ask(given, json!({})).await;
    assert_eq!(data["viewer"]["consents"], json!([]));
    assert_eq!(app.rows("consent").await, 0, "nobody agreed to anything");
    for (n, purpose) in purposes.iter().enumerate() {
        app.app.clock.advance(Duration::minutes(1));
        for _ in 0..2 {
            consent(&person, purpose, true).await;
        }
        let at = app.app.clock.now();
        let data = person.ask(given, json!({})).await;
        let all = data["viewer"]["consents"].as_array().expect("consents");
        assert_eq!(all.len(), n + 1);
        assert_eq!(all[n]["purpose"], *purpose);
        assert_eq!(
            all[n]["wordingVersion"],
            iforum::accounts::service::CONSENT_WORDING
        );
        assert_eq!(all[n]["givenAt"], json!(at.to_rfc3339()));
    }
    // Withdrawn, it stays as what was agreed to once; given anew, it is another.
    for purpose in &purposes {
        app.app.clock.advance(Duration::minutes(1));
        consent(&person, purpose, false).await;
        consent(&person, purpose, true).await;
        consent(&person, purpose, false).await;
    }
    let count = purposes.len() as i64;
    assert_eq!(app.rows("consent").await, 2 * count);
    assert_eq!(app.count("consent", "withdrawn_at IS NULL").await, 0);
    for action in ["consent.given", "consent.withdrawn"] {
        let on_record = app
            .count("audit_record", &format!("action = '{action}'"))
            .await;
        assert_eq!(on_record, 2 * count, "{action}");
    }
    app.run_jobs().await;
    app.end().await;
}

#[tokio::test]
async fn consent_is_proven_and_off_by_default_sqlite() {
    consent_is_proven_and_off_by_default(Kind::Sqlite).await;
}

#[tokio::test]
async fn consent_is_proven_and_off_by_default_postgres() {
    consent_is_proven_and_off_by_default(Kind::Postgres).await;
}

async fn a_letter_that_waits_is_stopped(kind: Kind) {
    let app = TestApp::start(kind).await;
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let (leaves, stays, clicks) = (app.firm().await, app.firm().await, app.firm().await);
    for reader in [&leaves, &stays, &clicks] {
        consent(reader, "WEEKLY_DIGEST", true).await;
    }
    app.app.clock.advance(Duration::days(1));
    app.open_need(&officer, &moderator).await;
    let next = "2026-11-30T01:00:00Z"
        .parse::<chrono::DateTime<chrono::Utc>>()
        .expect("a moment");
    app.app.clock.advance(next - app.app.clock.now());
    iforum::digests::schedule(&app.system())
        .await
        .expect("scheduled");
    app.run_jobs().await;
    // The server was away: the letters still wait.
    let mails = store::latest(&app.app.db, 1000).await.expect("mail");
    let digests: Vec<_> = mails
        .iter()
        .filter(|mail| mail.template == "weekly_digest")
        .collect();
    assert_eq!(digests.len(), 3);
    let ctx = app.system();
    for mail in &digests {
        store::record_try(
            &app.app.db,
            mail.id,
            EmailStatus::Queued,
            3,
            "421 later",
            None,
        )
        .await
        .expect("queued");
        let txn = ctx.begin().await.expect("begun");
        ctx.enqueue(&txn, &SendEmail { email_id: mail.id })
            .await
            .expect("enqueued");
        txn.commit().await.expect("committed");
    }
    consent(&leaves, "WEEKLY_DIGEST", false).await;
    let text = &digests
        .iter()
        .find(|mail| mail.to_address == clicks.email)
        .expect("hers")
        .text_body;
    let path = text
        .split("http://localhost:8080")
        .find(|part| part.starts_with("/roi-danh-sach/"));
    let path = path
        .and_then(|path| path.split_whitespace().next())
        .expect("a link");
    assert_eq!(app.post_form(path, "List-Unsubscribe=One-Click").await, 204);
    app.run_jobs().await;
    for (reader, status) in [
        (&leaves, EmailStatus::Dead),
        (&clicks, EmailStatus::Dead),
        (&stays, EmailStatus::Sent),
    ] {
        let mails = store::latest(&app.app.db, 1000).await.expect("mail");
        let letter = mails
            .iter()
            .find(|mail| mail.template == "weekly_digest" && mail.to_address == reader.email);
        assert_eq!(letter.expect("a letter").status, status, "{}", reader.email);
    }
    // And a profile that was public is not from the next request on.
    let write = "mutation { updateResearcher(input: { version: 0, content: { headline: { vi: \"Chuyên gia\" }, evaluator: true, consortiumPartner: true } }) { researcher { id } } }";
    let data = stays.ask(write, json!({})).await;
    let id: &Value = &data["updateResearcher"]["researcher"]["id"];
    let read = "query($id: ID!) { researcher(id: $id) { name } }";
    app.visitor()
        .refused(read, json!({ "id": id }), "NOT_FOUND")
        .await;
    consent(&stays, "PUBLIC_PROFILE", true).await;
    app.visitor().ask(read, json!({ "id": id })).await;
    consent(&stays, "PUBLIC_PROFILE", false).await;
    app.visitor()
        .refused(read, json!({ "id": id }), "NOT_FOUND")
        .await;
    app.end().await;
}

#[tokio::test]
async fn a_letter_that_waits_is_stopped_by_a_withdrawal_sqlite() {
    a_letter_that_waits_is_stopped(Kind::Sqlite).await;
}

#[tokio::test]
async fn a_letter_that_waits_is_stopped_by_a_withdrawal_postgres() {
    a_letter_that_waits_is_stopped(Kind::Postgres).await;
}
