//! Promise 21: what an input does not name cannot be set by it. Every input of the API, found by
//! introspection, with everything that somebody might try.

use std::collections::{BTreeMap, BTreeSet};

use tests::{Client, Field, Kind, Schema, TestApp, Value, World, content, json};

/// Names of columns and of what other products' forms have let through.
const EXTRA: [&str; 26] = [
    "id",
    "organizationId",
    "userId",
    "ownerId",
    "role",
    "staffRole",
    "status",
    "standing",
    "verification",
    "verifiedAt",
    "allianceStatus",
    "createdBy",
    "createdAt",
    "version",
    "publishedAt",
    "hiddenFor",
    "price",
    "priceAmount",
    "submittedAt",
    "decision",
    "suspendedAt",
    "email",
    "demonstration",
    "score",
    "__proto__",
    "$set",
];

/// How an input is reached: the root field, the argument, and a value of the argument around it.
struct Way {
    root: String,
    mutation: bool,
    argument: Field,
    selection: String,
    /// Where in the argument's value the input stands.
    steps: Vec<String>,
}

/// The shortest way to every input.
fn ways(schema: &Schema) -> BTreeMap<String, Way> {
    let mut found = BTreeMap::new();
    for (mutation, root) in [(true, "Mutation"), (false, "Query")] {
        for field in &schema.objects[root] {
            let inputs = field.args.iter().filter(|arg| arg.kind == "INPUT_OBJECT");
            for argument in inputs {
                walk(
                    schema,
                    field,
                    mutation,
                    argument,
                    &argument.of,
                    &[],
                    &mut found,
                );
            }
        }
    }
    found
}

fn walk(
    schema: &Schema,
    field: &Field,
    mutation: bool,
    argument: &Field,
    input: &str,
    steps: &[String],
    found: &mut BTreeMap<String, Way>,
) {
    let shorter = found
        .get(input)
        .is_none_or(|way| way.steps.len() > steps.len());
    if !shorter {
        return;
    }
    let way = Way {
        root: field.name.clone(),
        mutation,
        argument: argument.clone(),
        selection: if field.kind == "OBJECT" {
            "{ __typename }"
        } else {
            ""
        }
        .to_owned(),
        steps: steps.to_vec(),
    };
    found.insert(input.to_owned(), way);
    for inner in &schema.inputs[input] {
        if inner.kind == "INPUT_OBJECT" {
            let mut steps = steps.to_vec();
            steps.push(inner.name.clone());
            walk(schema, field, mutation, argument, &inner.of, &steps, found);
        }
    }
}

/// A value of the whole argument, with one name too many in the input.
fn value(schema: &Schema, way: &Way, input: &str, extra: &str) -> Value {
    let mut inner = schema.input(input);
    inner[extra] = json!("PUBLISHED");
    let mut kinds = vec![way.argument.of.clone()];
    let mut lists = vec![false];
    for step in &way.steps {
        let fields = &schema.inputs[kinds.last().expect("one")];
        let field = fields
            .iter()
            .find(|field| &field.name == step)
            .expect("a step");
        kinds.push(field.of.clone());
        lists.push(field.list);
    }
    for (n, step) in way.steps.iter().enumerate().rev() {
        let mut outer = schema.input(&kinds[n]);
        outer[step] = if lists[n + 1] { json!([inner]) } else { inner };
        inner = outer;
    }
    inner
}

/// A value as GraphQL writes it; enums by what the schema says they are.
fn literal(value: &Value, enums: &BTreeSet<String>) -> String {
    match value {
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("{name}: {}", literal(value, enums)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Array(all) => {
            let all = all.iter().map(|one| literal(one, enums));
            format!("[{}]", all.collect::<Vec<_>>().join(", "))
        }
        Value::String(text) if enums.contains(text) => text.clone(),
        other => other.to_string(),
    }
}

fn operation(way: &Way, value: &str) -> String {
    let kind = if way.mutation { "mutation" } else { "query" };
    let (root, argument, selection) = (&way.root, &way.argument.name, &way.selection);
    format!("{kind} {{ {root}({argument}: {value}) {selection} }}")
}

async fn nothing_more_can_be_set(kind: Kind) {
    let app = TestApp::start(kind).await;
    let schema = Schema::of(&app).await;
    let world = World::new(&app).await;
    let mut ways = ways(&schema);
    let unreached: Vec<_> = schema
        .inputs
        .keys()
        .filter(|name| !ways.contains_key(*name))
        .collect();
    assert!(unreached.is_empty(), "no way leads to {unreached:?}");
    let enums: BTreeSet<String> = schema.enums.values().flatten().cloned().collect();
    let everybody = [
        &world.owner,
        &world.administrator,
        &world.bidder,
        &world.visitor,
    ];
    let full = std::env::var_os("IFORUM_FULL").is_some();
    let before = app.everything().await;
    let (mut tried, mut accepted) = (0, Vec::new());
    for (turn, (input, way)) in std::mem::take(&mut ways).into_iter().enumerate() {
        let known: BTreeSet<&str> = schema.inputs[&input]
            .iter()
            .map(|f| f.name.as_str())
            .collect();
        let extras: Vec<_> = EXTRA.iter().filter(|name| !known.contains(*name)).collect();
        let most = if full { extras.len() } else { 3 };
        for n in 0..most {
            let extra = extras[(turn * 5 + n) % extras.len()];
            let who = everybody[(turn + n) % everybody.len()];
            let value = value(&schema, &way, &input, extra);
            let list = if way.argument.list { "[%]" } else { "%" };
            let declared = format!(
                "{}{}",
                list.replace('%', &way.argument.of),
                if way.argument.required { "!" } else { "" }
            );
            let by_variable = operation(&way, "$value").replacen(
                if way.mutation { "mutation" } else { "query" },
                &format!(
                    "{}($value: {declared})",
                    if way.mutation { "mutation" } else { "query" }
                ),
                1,
            );
            tried += refused(
                who,
                &by_variable,
                json!({ "value": value }),
                extra,
                &mut accepted,
            )
            .await;
            if extra.starts_with('$') {
                continue;
            }
            let by_literal = operation(&way, &literal(&value, &enums));
            tried += refused(who, &by_literal, json!({}), extra, &mut accepted).await;
        }
    }
    assert!(
        accepted.is_empty(),
        "{} of {tried}: {accepted:#?}",
        accepted.len()
    );
    assert!(tried >= if full { 500 } else { 50 }, "{tried}");
    // Where all the rest is right and the right is there, too.
    let id = world.owner.organization_id();
    let create = "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
    for (place, extra, value) in [
        ("", "status", json!("OPEN")),
        ("", "publishedAt", json!("2026-01-01T00:00:00Z")),
        ("content", "status", json!("OPEN")),
        (
            "content",
            "organizationId",
            json!(world.bidder.organization_id()),
        ),
        ("content", "demonstration", json!(true)),
    ] {
        let mut input =
            json!({ "clientKey": app.key(), "organizationId": id, "content": content::need() });
        match place {
            "" => input[extra] = value,
            place => input[place][extra] = value,
        }
        let answer = world.owner.send(create, json!({ "input": input })).await;
        assert!(answer.code().is_some(), "{extra}: {:#}", answer.body);
    }
    assert_eq!(app.everything().await, before, "something changed");
    println!("{tried} tried, 0 accepted");
    app.end().await;
}

/// Sends it; one that was tried. It must fail for the extra name, not for something else.
async fn refused(
    who: &Client,
    query: &str,
    variables: Value,
    extra: &str,
    accepted: &mut Vec<String>,
) -> usize {
    let answer = who.send(query, variables).await;
    let said = answer.body["errors"].to_string();
    let whole = matches!(
        answer.code(),
        Some("BAD_REQUEST" | "INVALID_INPUT" | "GRAPHQL_VALIDATION_FAILED")
    );
    if !whole || !said.contains(extra) || !answer.body["data"].is_null() {
        accepted.push(format!("{query}: {:#}", answer.body));
    }
    1
}

#[tokio::test]
async fn nothing_more_can_be_set_sqlite() {
    nothing_more_can_be_set(Kind::Sqlite).await;
}

#[tokio::test]
async fn nothing_more_can_be_set_postgres() {
    nothing_more_can_be_set(Kind::Postgres).await;
}
