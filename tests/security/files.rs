//! Promise 20: a file's bytes go to its organisation and to those who verify it, whatever is asked and
//! however.

use iforum::organizations::MembershipRole;
use tests::{Client, Kind, TestApp, json, pdf};

use crate::share;

const SECRET: &str = "bằng chứng kín không ai được đọc";

/// Ways to ask for a file that is not one's own. None of them has a character that cannot stand in a
/// request line.
fn paths(id: &str, sha256: &str) -> Vec<String> {
    let bare = id.trim_start_matches("file_");
    let mut all = vec![
        format!("/files/{id}"),
        format!("/files/{id}/"),
        format!("/files/{id}?token=x&organizationId=y"),
        format!("/files/{}", id.to_uppercase()),
        format!("/files/FILE_{bare}"),
        format!("/files/{bare}"),
        format!("/files/org_{bare}"),
        format!("/files/{id}%00"),
        format!("/files/%00{id}"),
        format!("/files/{id}%00.pdf"),
        format!("/files/{id}.pdf"),
        format!("/files/{id}%20"),
        format!("/files/{id};download=1"),
        format!("/files/{id}%0d%0aX-Evil:%201"),
        format!("/files//{id}"),
        format!("/files/./{id}"),
        format!("/files/x/../{id}"),
        format!("/files/%2e%2e/files/{id}"),
        format!("/files/..%2ffiles%2f{id}"),
        format!("//files/{id}"),
        format!("/FILES/{id}"),
        format!("/files/{sha256}"),
        format!("/files/{}/{sha256}", &sha256[..2]),
        format!("/files/../storage/files/{sha256}"),
        format!("/storage/files/{sha256}"),
        format!("/storage/files/{}/{sha256}", &sha256[..2]),
        format!("/%2e%2e/storage/files/{}/{sha256}", &sha256[..2]),
        format!("/..%2f..%2fstorage%2ffiles%2f{sha256}"),
        format!("/files/..%5c..%5cstorage%5cfiles%5c{sha256}"),
        format!("/files/%252e%252e%252fstorage%252ffiles%252f{sha256}"),
        format!("/files/{}", "a".repeat(6000)),
        format!("/files/{}{id}", "%2e%2e%2f".repeat(300)),
        "/files/".to_owned(),
        "/files".to_owned(),
        "/files/*".to_owned(),
        "/files/..%c0%af..%c0%afetc%c0%afpasswd".to_owned(),
        "/files/%2fetc%2fpasswd".to_owned(),
        "/vault.key".to_owned(),
        "/%2e%2e/vault.key".to_owned(),
    ];
    // The plain way too, by everybody and every method.
    for _ in 0..20 {
        all.push(format!("/files/{id}"));
    }
    // Ids near it: they are in order of time.
    for last in "0123456789abcdef".chars() {
        all.push(format!("/files/{}{last}", &id[..id.len() - 1]));
    }
    all
}

const METHODS: [&str; 6] = ["GET", "HEAD", "POST", "PUT", "OPTIONS", "DELETE"];
const HEADERS: [&[(&str, &str)]; 7] = [
    &[],
    &[("range", "bytes=0-7")],
    &[("range", "bytes=-4")],
    &[("range", "bytes=0-0,5-9,-1")],
    &[("if-none-match", "*"), ("accept", "text/html")],
    &[
        ("x-original-url", "/files/x"),
        ("x-forwarded-for", "127.0.0.1"),
    ],
    &[
        ("x-http-method-override", "GET"),
        ("cookie", "iforum_refresh=x"),
    ],
];

async fn removed(app: &TestApp, owner: &Client) -> Client {
    let client = app.colleague(owner, MembershipRole::Owner).await;
    let own = client
        .ask("{ viewer { memberships { id } } }", json!({}))
        .await;
    let remove =
        "mutation($id: ID!) { removeMembership(input: { membershipId: $id }) { membershipId } }";
    let id = json!({ "id": own["viewer"]["memberships"][0]["id"] });
    owner.ask(remove, id).await;
    app.run_jobs().await;
    client
}

async fn no_byte_leaks(kind: Kind) {
    let app = TestApp::start(kind).await;
    let (owner, other) = (app.firm().await, app.firm().await);
    let mut files = Vec::new();
    for purpose in ["certificate", "verification"] {
        let id = owner.uploaded(purpose, SECRET).await;
        let path = format!("/files/{id}");
        let (_, headers, _) = owner.http("GET", &path, &[], vec![]).await;
        let sha256 = headers["etag"]
            .to_str()
            .unwrap()
            .trim_matches('"')
            .to_owned();
        files.push((id, sha256));
    }
    // The same content is another's too: that opens nothing.
    let theirs = other.uploaded("certificate", "của người khác").await;
    let mut forger = app.visitor();
    forger.token = Some("x".into());
    let outsiders = [
        app.visitor(),
        other.clone(),
        app.firm().await,
        app.person("nobody", None).await,
        app.moderator().await,
        removed(&app, &owner).await,
        forger,
    ];
    let whole = pdf(SECRET);
    let (mut probes, mut leaks) = (0, Vec::new());
    let most = share(500);
    'all: for round in 0.. {
        for (id, sha256) in &files {
            for (n, path) in paths(id, sha256).iter().enumerate() {
                // Everybody gets to every way, by every method, one after the other.
                let turn = round * 7 + n;
                let who = &outsiders[turn % outsiders.len()];
                let method = METHODS[(turn / 2) % if turn % 3 == 0 { 6 } else { 2 }];
                let headers = HEADERS[(turn / 3) % HEADERS.len()];
                let (status, said, body) = who.http(method, path, headers, vec![]).await;
                let text = String::from_utf8_lossy(&body);
                let length = said.get("content-length").and_then(|v| v.to_str().ok());
                let leaked = body.windows(8).any(|part| part == &whole[..8])
                    || text.contains("bằng chứng")
                    || said.contains_key("content-range")
                    || said.contains_key("etag")
                    || said.contains_key("content-disposition")
                    || length == Some(whole.len().to_string().as_str());
                if leaked || status.is_server_error() {
                    leaks.push(format!("{method} {path} {headers:?}: {status} {text}"));
                }
                probes += 1;
                if probes >= most && round > 0 || probes >= most * 2 {
                    break 'all;
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{} of {probes}: {leaks:#?}", leaks.len());
    // What is one's own comes, to be saved and not to be guessed at.
    let (status, headers, bytes) = other
        .http("GET", &format!("/files/{theirs}"), &[], vec![])
        .await;
    assert_eq!((status.as_u16(), bytes), (200, pdf("của người khác")));
    assert_eq!(headers["x-content-type-options"], "nosniff");
    let saved = headers["content-disposition"].to_str().unwrap();
    assert!(saved.starts_with("attachment;"), "{saved}");
    // Nor can another's file be used as one's own evidence.
    let add = "mutation($input: AddCertificateInput!) { addCertificate(input: $input) { certificate { evidence { id } } } }";
    let content =
        json!({ "name": "x", "issuer": "y", "issuedOn": "2025-01-01", "evidenceId": files[0].0 });
    let input = json!({ "clientKey": app.key(), "organizationId": other.organization_id(), "content": content });
    app.refuses(&other, add, json!({ "input": input }), "FILE_REFUSED")
        .await;
    let ask = "mutation($id: ID!, $files: [ID!]) { requestVerification(input: { organizationId: $id, evidence: $files }) { organization { id } } }";
    let input = json!({ "id": other.organization_id(), "files": [files[1].0] });
    app.refuses(&other, ask, input, "FILE_REFUSED").await;
    println!("{probes} probes, 0 leaks");
    app.end().await;
}

#[tokio::test]
async fn no_byte_of_a_file_leaks_sqlite() {
    no_byte_leaks(Kind::Sqlite).await;
}

#[tokio::test]
async fn no_byte_of_a_file_leaks_postgres() {
    no_byte_leaks(Kind::Postgres).await;
}
