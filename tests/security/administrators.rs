//! Promise 23: the alliance's people cannot read a sealed proposal, or know that there is one, by any
//! way that the API has; and what they decide leaves a trace each time.

use tests::{Client, Field, Kind, SEALED, Schema, TestApp, World, json};

/// How deep a crawl looks into what comes back.
const DEPTH: usize = 3;

/// Everything that can be selected of a type, some levels deep.
pub(crate) fn selections(schema: &Schema, kind: &str, depth: usize) -> Vec<String> {
    let mut all = Vec::new();
    let plain: Vec<_> = schema.objects[kind]
        .iter()
        .filter(|field| field.kind != "OBJECT" && field.args.is_empty())
        .map(|field| field.name.as_str())
        .collect();
    if !plain.is_empty() {
        all.push(plain.join(" "));
    }
    if depth == 0 {
        return all;
    }
    for field in schema.objects[kind]
        .iter()
        .filter(|field| field.kind == "OBJECT")
    {
        let (name, below) = if field.of.ends_with("Connection") {
            let node = field.of.trim_end_matches("Connection");
            (
                format!("{}(last: 50) {{ totalCount nodes", field.name),
                node.to_owned(),
            )
        } else {
            (field.name.clone(), field.of.clone())
        };
        let end = if field.of.ends_with("Connection") {
            " }"
        } else {
            ""
        };
        for inner in selections(schema, &below, depth - 1) {
            all.push(format!("{name} {{ {inner} }}{end}"));
        }
    }
    all
}

/// The calls of a root field: each id that is known, each text that one may try.
pub(crate) fn calls(field: &Field, world: &World) -> Vec<String> {
    let required: Vec<_> = field.args.iter().filter(|arg| arg.required).collect();
    match required.as_slice() {
        [] if field.of.ends_with("Connection") => {
            vec![
                format!("{}(last: 50)", field.name),
                format!("{}(first: 50)", field.name),
            ]
        }
        [] => vec![field.name.clone()],
        [one] if one.of == "ID" => world
            .ids
            .values()
            .map(|id| format!("{}({}: \"{id}\")", field.name, one.name))
            .collect(),
        [one] => vec![format!("{}({}: \"x\")", field.name, one.name)],
        more => panic!("{} wants {more:?}", field.name),
    }
}

async fn reads_no_seal(schema: &Schema, world: &World, who: &Client) -> (usize, Vec<String>) {
    let (mut asked, mut secrets) = (0, Vec::new());
    let sealed = world.id("sealed proposal");
    for field in &schema.objects["Query"] {
        for call in calls(field, world) {
            let below = match field.kind.as_str() {
                "OBJECT" if field.of.ends_with("Connection") => {
                    selections(schema, field.of.trim_end_matches("Connection"), DEPTH - 1)
                        .into_iter()
                        .map(|inner| format!("{{ totalCount nodes {{ {inner} }} }}"))
                        .collect()
                }
                "OBJECT" => {
                    // Is it there at all? Else all the rest is the same refusal.
                    let there = format!("{{ it: {call} {{ __typename }} }}");
                    let answer = who.send(&there, json!({})).await;
                    asked += 1;
                    if answer.body["data"]["it"].is_null() || answer.body["data"]["it"] == json!([])
                    {
                        continue;
                    }
                    selections(schema, &field.of, DEPTH)
                        .into_iter()
                        .map(|inner| format!("{{ {inner} }}"))
                        .collect()
                }
                _ => vec![String::new()],
            };
            // Where there are few, all; else a part of them, another at each root.
            let below = if below.len() > 10 {
                crate::sampled(below, asked)
            } else {
                below
            };
            for selection in below {
                let query = format!("{{ {call} {selection} }}");
                let answer = who.send(&query, json!({})).await;
                asked += 1;
                let text = answer.body["data"].to_string();
                if text.contains(SEALED) || text.contains(sealed) {
                    secrets.push(query.clone());
                }
                assert!(
                    !answer.status.is_server_error(),
                    "{query}: {:#}",
                    answer.body
                );
            }
        }
    }
    (asked, secrets)
}

async fn no_seal_is_broken(kind: Kind) {
    let app = TestApp::start(kind).await;
    let schema = Schema::of(&app).await;
    let world = World::new(&app).await;
    let full = std::env::var_os("IFORUM_FULL").is_some();
    let mut asked = 0;
    for who in [&world.administrator, &world.verifier, &world.moderator] {
        let (questions, secrets) = reads_no_seal(&schema, &world, who).await;
        assert_eq!(secrets, Vec::<String>::new());
        asked += questions;
        if !full {
            break;
        }
    }
    // The crawl would see it: its bidder does.
    let query = format!(
        "{{ proposal(id: \"{}\") {{ summary }} }}",
        world.id("sealed proposal")
    );
    let data = world.bidder.ask(&query, json!({})).await;
    assert!(data.to_string().contains(SEALED));
    // Nor by the ways beside GraphQL.
    let sealed = world.id("sealed proposal");
    for path in [
        "/audit.csv",
        "/audit.jsonl",
        "/me/export",
        "/metrics",
        "/health",
    ] {
        let (_, _, body) = world.administrator.http("GET", path, &[], vec![]).await;
        let text = String::from_utf8_lossy(&body);
        assert!(!text.contains(SEALED) && !text.contains(sealed), "{path}");
        asked += 1;
    }
    // Nor by trying to change it: the answer is as for one that is not there.
    let nowhere = "prop_00000000000000000000000000000001";
    for field in &schema.objects["Mutation"] {
        let input = &field
            .args
            .first()
            .map(|arg| arg.of.clone())
            .unwrap_or_default();
        let named = schema
            .inputs
            .get(input)
            .is_some_and(|f| f.iter().any(|f| f.name == "proposalId"));
        if !named {
            continue;
        }
        let query = format!(
            "mutation($input: {input}!) {{ {}(input: $input) {{ __typename }} }}",
            field.name
        );
        for who in [
            &world.administrator,
            &world.moderator,
            &world.verifier,
            &world.owner,
            &world.stranger,
        ] {
            let mut answers = Vec::new();
            for id in [sealed, nowhere] {
                let mut value = schema.input(input);
                value["proposalId"] = json!(id);
                answers.push(who.send(&query, json!({ "input": value })).await.body);
            }
            assert_eq!(answers[0], answers[1], "{} tells", field.name);
            assert_eq!(answers[0]["errors"][0]["extensions"]["code"], "NOT_FOUND");
            asked += 2;
        }
    }
    assert!(asked > 100, "{asked}");
    println!("{asked} questions, 0 secrets");
    app.end().await;
}

#[tokio::test]
async fn no_seal_is_broken_by_the_alliance_sqlite() {
    no_seal_is_broken(Kind::Sqlite).await;
}

#[tokio::test]
async fn no_seal_is_broken_by_the_alliance_postgres() {
    no_seal_is_broken(Kind::Postgres).await;
}
