//! Promises 12 to 15: what rivals, the need's owner, the alliance and strangers get of the whole API is
//! the same bytes before and after a sealed submission, replacement and withdrawal.

use tests::{Client, Kind, Schema, TestApp, Value, World, content, json};

use crate::administrators::{calls, selections};

/// How deep the crawl looks into what comes back.
const DEPTH: usize = 1;

/// Every question that gets an answer from this person now.
async fn questions(schema: &Schema, world: &World, who: &Client) -> Vec<String> {
    let mut all = Vec::new();
    for field in &schema.objects["Query"] {
        // Rated, and over an index of what everybody may see: the crawl would meet its own limit.
        if field.name.starts_with("search") {
            continue;
        }
        for call in calls(field, world) {
            if field.kind != "OBJECT" {
                all.push(format!("{{ {call} }}"));
                continue;
            }
            let connection = field.of.ends_with("Connection");
            let there = format!("{{ it: {call} {{ __typename }} }}");
            let answer = who.send(&there, json!({})).await;
            if answer.body["data"]["it"].is_null() {
                // That it is not there is an answer, too.
                all.push(there);
                continue;
            }
            let of = field.of.trim_end_matches("Connection");
            for inner in selections(schema, of, DEPTH) {
                all.push(if connection {
                    format!("{{ {call} {{ totalCount edges {{ cursor }} nodes {{ {inner} }} }} }}")
                } else {
                    format!("{{ {call} {{ {inner} }} }}")
                });
            }
        }
    }
    all
}

/// What comes back, fields in whatever order: concurrent resolvers may finish in another one each time.
async fn view(app: &TestApp, who: &Client, questions: &[String]) -> Vec<Value> {
    let mut all = Vec::new();
    for query in questions {
        all.push(who.send(query, json!({})).await.body);
    }
    // Not the export of the audit: that itself goes on record. Its records are among the questions.
    for path in ["/sitemap.xml", "/health"] {
        let (_, _, body) = who.http("GET", path, &[], vec![]).await;
        all.push(json!(String::from_utf8_lossy(&body)));
    }
    // Letters, too: how many this person has had.
    all.push(json!(app.templates_to(&who.email).await));
    all
}

async fn nothing_is_felt(kind: Kind) {
    let app = TestApp::start(kind).await;
    let schema = Schema::of(&app).await;
    let world = World::new(&app).await;
    let bidder = app.firm().await;
    let need = world.id("need").to_owned();
    let watchers = [
        ("rival", &world.bidder),
        ("owner", &world.owner),
        ("moderator", &world.moderator),
        ("administrator", &world.administrator),
        ("visitor", &world.visitor),
    ];
    let mut asked = Vec::new();
    for (at, (name, who)) in watchers.into_iter().enumerate() {
        let questions = crate::sampled(questions(&schema, &world, who).await, at);
        // Twice: what asking itself changes (a session's last use) is not the bidder's doing.
        view(&app, who, &questions).await;
        let before = view(&app, who, &questions).await;
        asked.push((name, who, questions, before));
    }
    let draft = app.draft_proposal(&bidder, &need).await;
    let submit = "mutation($id: ID!, $version: Int!) { submitProposal(input: { proposalId: $id, version: $version }) { proposal { version } } }";
    let withdraw = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"Đổi kế hoạch.\" }) { proposal { version } } }";
    let update = "mutation($id: ID!, $version: Int!, $content: ProposalContent!) { updateProposal(input: { proposalId: $id, version: $version, content: $content }) { proposal { version } } }";
    bidder.attached(&draft, "bản vẽ").await;
    let mut compared = 0;
    for (act, query, version) in [
        ("submitted", submit, 2),
        ("withdrawn to be replaced", withdraw, 3),
        ("written anew", update, 4),
        ("submitted again", submit, 5),
        ("withdrawn", withdraw, 6),
    ] {
        let mut changed = content::proposal();
        changed["approach"] = json!("Cách khác.");
        let variables = json!({ "id": draft, "version": version, "content": changed });
        let variables = if act.starts_with("withdrawn") {
            json!({ "id": draft })
        } else if query == submit {
            json!({ "id": draft, "version": version })
        } else {
            variables
        };
        bidder.ask(query, variables).await;
        app.run_jobs().await;
        if act == "written anew" {
            continue;
        }
        for (name, who, questions, before) in &asked {
            let after = view(&app, who, questions).await;
            for (at, (then, now)) in before.iter().zip(&after).enumerate() {
                let question = questions
                    .get(at)
                    .map_or("a file or a letter", String::as_str);
                assert_eq!(then, now, "{name} feels that it was {act}: {question}");
            }
            compared += after.len();
        }
    }
    assert!(compared > 1000, "{compared}");
    println!("{compared} answers compared, 0 changed");
    app.end().await;
}

#[tokio::test]
async fn a_sealed_act_is_felt_by_nobody_sqlite() {
    nothing_is_felt(Kind::Sqlite).await;
}

#[tokio::test]
async fn a_sealed_act_is_felt_by_nobody_postgres() {
    nothing_is_felt(Kind::Postgres).await;
}
