//! Promise 22: lists leak nothing by what is filtered, ordered or paged. Every connection of the API,
//! found by introspection, is asked with whatever its arguments take; each thing that comes back must be
//! one that the viewer may ask for by its id.

use std::collections::{BTreeMap, BTreeSet};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tests::{Client, Field, JsonMap, Kind, Schema, TestApp, Value, World, json};

use crate::share;

/// Words that mean something to databases, parsers and pages.
const WORDS: [&str; 28] = [
    "%",
    "_",
    "\\",
    "%%%",
    "%_%",
    "\\%",
    "' OR 1=1 --",
    "\" OR \"\"=\"",
    "'; DROP TABLE need; --",
    "%' ESCAPE '!' --",
    "\u{0}",
    "a\u{0}b",
    "\u{1}\u{2}\u{7f}",
    "\r\n",
    "\u{202e}đảo",
    "ﬀ ß İ ı",
    "tuyệt mật niêm phong",
    "niem phong",
    "minh họa",
    "NULL",
    "null",
    "undefined",
    "-1",
    "1e309",
    "𝔹𝕚𝕘",
    "*",
    "[a-z]",
    "0100109106",
];
const SIZES: [i64; 16] = [
    5,
    10,
    20,
    30,
    0,
    1,
    2,
    49,
    50,
    51,
    100,
    1000,
    2_147_483_647,
    -1,
    -2_147_483_648,
    7,
];

/// A list of the API: the root or the thing that it stands below.
struct List {
    field: Field,
    /// What stands around it; `%` is the list.
    around: String,
    /// The way to it in an answer.
    way: String,
    /// By what a node can be asked for alone; none: only those may see one who may see the list.
    single: Option<&'static str>,
}

fn lists(schema: &Schema, world: &World) -> Vec<List> {
    let mut all = Vec::new();
    for (kind, fields) in &schema.objects {
        for field in fields.iter().filter(|f| f.of.ends_with("Connection")) {
            let (around, way) = match kind.as_str() {
                "Query" => ("%".to_owned(), String::new()),
                "Viewer" => ("viewer { % }".to_owned(), "/viewer".to_owned()),
                "Organization" => {
                    let id = world.id("organization");
                    (
                        format!("organization(id: \"{id}\") {{ % }}"),
                        "/organization".into(),
                    )
                }
                "Need" => (
                    format!("need(id: \"{}\") {{ % }}", world.id("need")),
                    "/need".into(),
                ),
                "Offer" => (
                    format!("offer(id: \"{}\") {{ % }}", world.id("offer")),
                    "/offer".into(),
                ),
                other => panic!("a list below {other}: say how one comes to it"),
            };
            let single = match field.of.trim_end_matches("Connection") {
                "Need" => Some("need"),
                "Offer" => Some("offer"),
                "Organization" => Some("organization"),
                "Match" => Some("match"),
                "Proposal" => Some("proposal"),
                "Researcher" => Some("researcher"),
                "JointCall" => Some("jointCall"),
                "Agreement" => Some("agreement"),
                "Review" => Some("review"),
                "AuditRecord" | "Email" | "Person" | "OwnRecord" => None,
                other => panic!("a list of {other}: say by what one of it is asked for"),
            };
            let field = field.clone();
            let way = format!("{way}/{}", field.name);
            all.push(List {
                field,
                around,
                way,
                single,
            });
        }
    }
    all
}

/// A value for an argument: often what it should be, often not.
fn argument(
    schema: &Schema,
    world: &World,
    cursors: &[String],
    field: &Field,
    random: &mut StdRng,
) -> Value {
    let one = match (field.kind.as_str(), field.of.as_str()) {
        ("ENUM", of) => {
            let values = &schema.enums[of];
            json!(values[random.random_range(0..values.len())])
        }
        ("INPUT_OBJECT", of) => {
            let mut input = JsonMap::<String, Value>::new();
            for inner in &schema.inputs[of] {
                if random.random_bool(0.35) {
                    let value = argument(schema, world, cursors, inner, random);
                    input.insert(inner.name.clone(), value);
                }
            }
            Value::Object(input)
        }
        (_, "Int") => json!(SIZES[random.random_range(0..SIZES.len())]),
        (_, "Boolean") => json!(random.random_bool(0.5)),
        (_, "DateTime") => {
            let all = [
                "2026-11-22T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+262142-12-31T23:59:59Z",
                "1969-12-31T23:59:59.999999999Z",
                "2026-02-30T00:00:00Z",
            ];
            json!(all[random.random_range(0..all.len())])
        }
        (_, "ID") => {
            // Ids of hidden things, of the right and of the wrong kind.
            let ids: Vec<_> = world.ids.values().collect();
            match random.random_range(0..6) {
                0 => json!("vn34-31"),
                1 => json!("x"),
                _ => json!(ids[random.random_range(0..ids.len())]),
            }
        }
        _ if matches!(field.name.as_str(), "after" | "before") => {
            json!(cursor(cursors, random))
        }
        _ => match random.random_range(0..8) {
            0 => json!(WORDS[random.random_range(0..WORDS.len())].repeat(3000)),
            1 => {
                let ids: Vec<_> = world.ids.values().collect();
                json!(ids[random.random_range(0..ids.len())])
            }
            _ => json!(WORDS[random.random_range(0..WORDS.len())]),
        },
    };
    if field.list {
        let times = random.random_range(0..3);
        json!(vec![one; times])
    } else {
        one
    }
}

/// A cursor of some list, whole or changed, or nothing like one.
fn cursor(cursors: &[String], random: &mut StdRng) -> String {
    let known = cursors[random.random_range(0..cursors.len())].clone();
    match random.random_range(0..9) {
        0..=3 => known,
        4 => known[..random.random_range(0..known.len())].to_owned(),
        5 => {
            let mut bytes = known.into_bytes();
            let at = random.random_range(0..bytes.len());
            bytes[at] = b"0123456789abcdeftnx."[random.random_range(0..20)];
            String::from_utf8(bytes).unwrap_or_default()
        }
        6 => "dDE3OTUzMTI4MDAwMDAwMDAuMDAwMA==".into(),
        7 => format!("t{}.{:032x}", i64::MAX, 0),
        _ => {
            let forged = [
                "",
                ".",
                "t.",
                "n7ff0000000000000.00000000000000000000000000000000",
                "nfff8000000000001.00000000000000000000000000000000",
                "t-62135596800000000.00000000000000000000000000000000",
                "t253402300800000000.ffffffffffffffffffffffffffffffff",
                "t1' OR 1=1 --.00000000000000000000000000000001",
                "\u{0}",
                "é.é",
            ];
            forged[random.random_range(0..forged.len())].into()
        }
    }
}

/// What each viewer may ask for alone, remembered.
struct Oracle {
    known: BTreeMap<(String, String), bool>,
}

impl Oracle {
    async fn may(&mut self, name: &str, who: &Client, single: &str, id: &str) -> bool {
        let key = (name.to_owned(), id.to_owned());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let query = format!("query($id: ID!) {{ it: {single}(id: $id) {{ id }} }}");
        let answer = who.send(&query, json!({ "id": id })).await;
        let may = answer.body["data"]["it"]["id"] == id;
        self.known.insert(key, may);
        may
    }
}

/// All that a list without a filter has for somebody; the lists that only some may see.
async fn whole(who: &Client, list: &List) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut after = Value::Null;
    loop {
        let field = format!(
            "{}(first: 50, after: $after) {{ nodes {{ id }} pageInfo {{ endCursor hasNextPage }} }}",
            list.field.name
        );
        let query = format!(
            "query($after: String) {{ {} }}",
            list.around.replace('%', &field)
        );
        let answer = who.send(&query, json!({ "after": after })).await;
        let page = answer.body["data"]
            .pointer(&list.way)
            .cloned()
            .unwrap_or_default();
        for node in page["nodes"].as_array().into_iter().flatten() {
            found.insert(node["id"].as_str().expect("an id").to_owned());
        }
        if page["pageInfo"]["hasNextPage"] != true {
            return found;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

async fn cursors(world: &World, lists: &[List]) -> Vec<String> {
    let mut all = Vec::new();
    for who in [&world.administrator, &world.owner, &world.bidder] {
        for list in lists {
            let field = format!("{}(first: 9) {{ edges {{ cursor }} }}", list.field.name);
            let query = format!("{{ {} }}", list.around.replace('%', &field));
            let answer = who.send(&query, json!({})).await;
            let edges = answer.body["data"]
                .pointer(&format!("{}/edges", list.way))
                .cloned();
            for edge in edges.unwrap_or_default().as_array().into_iter().flatten() {
                all.push(edge["cursor"].as_str().expect("a cursor").to_owned());
            }
        }
    }
    all
}

async fn lists_leak_nothing(kind: Kind) {
    // As many searches as the test asks for.
    let app = TestApp::configured(kind, &[("RATES_SEARCH", "1000000/1s")]).await;
    let schema = Schema::of(&app).await;
    let world = World::new(&app).await;
    let lists = lists(&schema, &world);
    let cursors = cursors(&world, &lists).await;
    assert!(cursors.len() > 50);
    let mut oracle = Oracle {
        known: BTreeMap::new(),
    };
    let mut wholes: BTreeMap<(usize, usize), BTreeSet<String>> = BTreeMap::new();
    let everybody = world.everybody();
    let (mut leaks, mut rows) = (Vec::new(), 0);
    let probes = share(2000);
    for probe in 0..probes {
        let mut random = StdRng::seed_from_u64(probe as u64);
        let (l, w) = (probe % lists.len(), (probe / lists.len()) % everybody.len());
        let (list, (name, who)) = (&lists[l], everybody[w]);
        let mut variables = JsonMap::<String, Value>::new();
        let (mut declared, mut given) = (Vec::new(), Vec::new());
        for arg in &list.field.args {
            let often = match arg.name.as_str() {
                "filter" | "sort" => 0.8,
                "last" | "before" => 0.2,
                _ => 0.5,
            };
            if random.random_bool(often) {
                let of = if arg.list {
                    format!("[{}]", arg.of)
                } else {
                    arg.of.clone()
                };
                declared.push(format!("${}: {of}", arg.name));
                given.push(format!("{0}: ${0}", arg.name));
                let value = argument(&schema, &world, &cursors, arg, &mut random);
                variables.insert(arg.name.clone(), value);
            }
        }
        let wrap = |list: &[String]| {
            if list.is_empty() {
                String::new()
            } else {
                format!("({})", list.join(", "))
            }
        };
        let field = format!(
            "{}{} {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage }} }}",
            list.field.name,
            wrap(&given)
        );
        let query = format!(
            "query{} {{ {} }}",
            wrap(&declared),
            list.around.replace('%', &field)
        );
        let answer = who.send(&query, Value::Object(variables.clone())).await;
        let mut wrong = |why: String| {
            leaks.push(
                format!("{probe} {name} {query} {variables:?}: {why}")
                    .chars()
                    .take(900)
                    .collect::<String>(),
            );
        };
        if answer.status.is_server_error()
            || answer.code() == Some("INTERNAL")
            || (answer.body["errors"].is_array() && answer.code().is_none())
        {
            wrong(format!("{} {:#}", answer.status, answer.body));
            continue;
        }
        let page = answer.body["data"]
            .pointer(&list.way)
            .cloned()
            .unwrap_or_default();
        let nodes: Vec<_> = page["nodes"].as_array().into_iter().flatten().collect();
        rows += nodes.len();
        for node in &nodes {
            let id = node["id"].as_str().expect("an id");
            let may = if let Some(single) = list.single {
                oracle.may(name, who, single, id).await
            } else {
                if let std::collections::btree_map::Entry::Vacant(empty) = wholes.entry((l, w)) {
                    empty.insert(whole(who, list).await);
                }
                wholes[&(l, w)].contains(id)
            };
            if !may {
                wrong(format!("{id} is not for {name}"));
            }
        }
        // Counting must not tell of what is not shown: a whole list has as many as it says.
        let bounded = ["after", "before", "last"]
            .iter()
            .any(|name| variables.contains_key(*name));
        let all = !bounded
            && page["pageInfo"]["hasNextPage"] == false
            && variables.get("first").is_none_or(|n| n.as_i64() > Some(0));
        if all && page["totalCount"] != nodes.len() {
            wrong(format!(
                "{} counted, {} shown",
                page["totalCount"],
                nodes.len()
            ));
        }
    }
    assert!(leaks.is_empty(), "{} of {probes}: {leaks:#?}", leaks.len());
    assert!(rows > probes / 4, "too few things were looked at: {rows}");
    println!("{probes} probes, {rows} rows, 0 leaks");
    app.end().await;
}

#[tokio::test]
async fn lists_leak_nothing_sqlite() {
    lists_leak_nothing(Kind::Sqlite).await;
}

#[tokio::test]
async fn lists_leak_nothing_postgres() {
    lists_leak_nothing(Kind::Postgres).await;
}
