//! Open data: every public process in the standard, valid, and not a word of what is sealed or hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use chrono::{DateTime, Duration, Utc};
use iforum::app::Ctx;
use iforum::ids::{NeedId, OrganizationId};
use iforum::needs::{self, NeedStatus};
use iforum::ocds::contracts::{
    Allocation, Amendment, Contract, ContractStatus, Finance, Metric, Milestone, MilestoneStatus,
    RISKS, Risk, contracts, events,
};
use iforum::ocds::service::Export;
use iforum::policy::Viewer;
use iforum::postings::{ContractType, HiddenFor, HiddenReason};
use iforum::text::{BilingualText, BilingualTextInput, Locale};
use jsonschema::{Draft, Registry, Validator};
use tests::{Client, Kind, TestApp, Value, json, on_both_databases};

const WITHDRAW: &str = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"Đổi kế hoạch.\" }) { proposal { status version } } }";
const CONCLUDE: &str = "mutation($id: ID!, $outcome: NeedOutcome!) { concludeNeed(input: { needId: $id, outcome: $outcome, reason: \"Hết kinh phí.\" }) { need { status } } }";

fn schema(name: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/ocds/");
    let text = std::fs::read_to_string(format!("{folder}{name}")).expect("the standard's schema");
    serde_json::from_str(&text).expect("JSON")
}

/// The standard's schema of a kind of package.
fn standard(package: &str) -> Validator {
    let release = schema("release-schema.json");
    let id = release["id"].as_str().expect("an id").to_owned();
    let registry = Registry::new()
        .add(id, release)
        .expect("an address")
        .prepare()
        .expect("a registry");
    jsonschema::options()
        .with_draft(Draft::Draft4)
        .with_registry(&registry)
        .should_validate_formats(true)
        .build(&schema(package))
        .expect("a schema")
}

/// Fails with what the standard says against it.
fn must_be_valid(validator: &Validator, package: &Value) {
    let wrong: Vec<String> = validator
        .iter_errors(package)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{package:#}");
    let release = schema("release-schema.json");
    let mut unknown = BTreeSet::new();
    for one in package["releases"].as_array().into_iter().flatten() {
        undeclared(&release, &release, one, "release", &mut unknown);
    }
    for record in package["records"].as_array().into_iter().flatten() {
        undeclared(
            &release,
            &release,
            &record["compiledRelease"],
            "",
            &mut unknown,
        );
    }
    assert!(
        unknown.is_empty(),
        "fields the standard does not know: {unknown:?}"
    );
}

/// Fields that the schema does not declare, but for our own, which say so by their names. The standard
/// lets unknown fields pass, so that a misspelt one would never be noticed.
fn undeclared(
    root: &Value,
    schema: &Value,
    value: &Value,
    path: &str,
    found: &mut BTreeSet<String>,
) {
    let schema = match schema["$ref"].as_str() {
        Some(to) => &root["definitions"][to.rsplit('/').next().expect("a name")],
        None => schema,
    };
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let inner = &schema["properties"][name];
                let base = name.strip_suffix("_en").unwrap_or(name);
                // Every text may be in further languages.
                let translated = base != name && !schema["properties"][base].is_null();
                if !inner.is_null() {
                    undeclared(root, inner, value, &format!("{path}.{name}"), found);
                } else if !name.starts_with("x_") && !translated {
                    found.insert(format!("{path}.{name}"));
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                undeclared(root, &schema["items"], item, path, found);
            }
        }
        _ => {}
    }
}

fn ocid(need: &str) -> String {
    format!("ocds-xxxxxx-{need}")
}

async fn get(app: &TestApp, path: &str) -> (u16, Value) {
    app.get_json(path, None).await
}

/// A process's releases and record, both valid.
async fn process(app: &TestApp, need: &str) -> (Value, Value) {
    let (status, releases) = get(app, &format!("/ocds/releases/{}.json", ocid(need))).await;
    assert_eq!(status, 200, "{releases}");
    must_be_valid(&standard("release-package-schema.json"), &releases);
    let (status, record) = get(app, &format!("/ocds/records/{}.json", ocid(need))).await;
    assert_eq!(status, 200, "{record}");
    must_be_valid(&standard("record-package-schema.json"), &record);
    (releases, record["records"][0]["compiledRelease"].clone())
}

fn tags(releases: &Value) -> Vec<String> {
    let all = releases["releases"].as_array().expect("releases");
    let each = all
        .iter()
        .flat_map(|one| one["tag"].as_array().expect("tags"));
    each.map(|tag| tag.as_str().expect("a tag").to_owned())
        .collect()
}

/// Everything that the open data say, as one text.
async fn all_of(app: &TestApp, need: &str) -> String {
    let visitor = app.visitor();
    let mut text = String::new();
    for path in [
        format!("/ocds/releases/{}.json", ocid(need)),
        format!("/ocds/records/{}.json", ocid(need)),
        "/ocds/records.jsonl".to_owned(),
        "/ocds/releases".to_owned(),
    ] {
        let (status, headers, body) = visitor.http("GET", &path, &[], vec![]).await;
        text += &format!(
            "{path} {status} {headers:?}\n{}\n",
            String::from_utf8_lossy(&body)
        );
    }
    text
}

on_both_databases!(an_open_need_is_a_valid_tender, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let draft = app.draft_need(&officer, tests::content::need()).await;
    let need = app.open_need(&officer, &moderator).await;
    let (releases, now) = process(app, &need).await;
    assert_eq!(tags(&releases), ["planning", "tender"]);
    assert_eq!(now["tag"], json!(["compiled"]));
    assert_eq!(now["tender"]["status"], "active");
    assert_eq!(
        now["tender"]["procuringEntity"]["id"],
        officer.organization_id()
    );
    assert_eq!(
        now["parties"][0]["roles"],
        json!(["buyer", "procuringEntity"])
    );
    assert_eq!(now["parties"][1]["roles"], json!(["facilitator"]));
    assert_eq!(now["planning"]["project"]["title"], now["tender"]["title"]);
    for absent in ["bids", "awards", "contracts"] {
        assert!(now[absent].is_null(), "{absent}");
    }
    // A link that knows only the need gets there, too.
    let to = app
        .visitor()
        .http("GET", &format!("/ocds/needs/{need}"), &[], vec![])
        .await;
    let there = format!("/ocds/records/{}.json", ocid(&need));
    assert_eq!(to.1["location"].to_str().expect("text"), there);
    // Not a person anywhere.
    let text = all_of(app, &need).await;
    assert!(!text.contains("Người officer") && !text.contains(&officer.email));
    // What is not published is not there, nor is another name for what is.
    for name in [
        ocid(&draft),
        format!("ocds-abcdef-{need}"),
        need.clone(),
        "x".to_owned(),
    ] {
        for kind in ["releases", "records"] {
            let (status, body) = get(app, &format!("/ocds/{kind}/{name}.json")).await;
            assert_eq!(
                (status, &body["errors"][0]["extensions"]["code"]),
                (404, &json!("NOT_FOUND"))
            );
        }
    }
});

on_both_databases!(a_need_that_ends_says_how, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let cancelled = app.open_need(&officer, &moderator).await;
    let withdrawn = app.open_need(&officer, &moderator).await;
    let failed = app.open_need(&officer, &moderator).await;
    app.app.clock.advance(Duration::minutes(1));
    officer
        .ask(CONCLUDE, json!({ "id": cancelled, "outcome": "CANCELLED" }))
        .await;
    officer
        .ask(CONCLUDE, json!({ "id": withdrawn, "outcome": "WITHDRAWN" }))
        .await;
    app.later(Duration::days(40)).await;
    let (releases, now) = process(app, &failed).await;
    assert_eq!(tags(&releases), ["planning", "tender", "tenderUpdate"]);
    assert_eq!(now["tender"]["numberOfTenderers"], 0);
    officer
        .ask(CONCLUDE, json!({ "id": failed, "outcome": "UNSUCCESSFUL" }))
        .await;
    for (need, status, tag) in [
        (&cancelled, "cancelled", "tenderCancellation"),
        (&withdrawn, "withdrawn", "tenderCancellation"),
        (&failed, "unsuccessful", "tenderUpdate"),
    ] {
        let (releases, now) = process(app, need).await;
        assert_eq!(now["tender"]["status"], status);
        assert!(now["tender"]["x_statusDetails"].is_string());
        assert_eq!(tags(&releases).last().map(String::as_str), Some(tag));
        // The first release is the process as it was.
        assert_eq!(releases["releases"][0]["tender"]["status"], "active");
        assert!(releases["releases"][0]["tender"]["x_statusDetails"].is_null());
    }
});

on_both_databases!(what_is_sealed_changes_not_a_byte, |app| {
    let (officer, moderator, firm) = (app.officer().await, app.moderator().await, app.firm().await);
    let need = app.open_need(&officer, &moderator).await;
    app.later(Duration::minutes(5)).await;
    let before = all_of(app, &need).await;
    assert!(before.contains(&need));
    let proposal = app.submitted_proposal(&firm, &need).await;
    assert_eq!(all_of(app, &need).await, before, "submitted");
    let data = firm.ask(WITHDRAW, json!({ "id": proposal })).await;
    assert_eq!(all_of(app, &need).await, before, "withdrawn");
    // Replaced: taken up, and handed in again.
    let version = &data["withdrawProposal"]["proposal"]["version"];
    let update = "mutation($id: ID!, $version: Int!, $content: ProposalContent!) { updateProposal(input: { proposalId: $id, version: $version, content: $content }) { proposal { version } } }";
    let content = tests::content::proposal();
    let input = json!({ "id": proposal, "version": version, "content": content });
    let data = firm.ask(update, input).await;
    let version = &data["updateProposal"]["proposal"]["version"];
    let submit = "mutation($id: ID!, $version: Int!) { submitProposal(input: { proposalId: $id, version: $version }) { proposal { status } } }";
    firm.ask(submit, json!({ "id": proposal, "version": version }))
        .await;
    app.run_jobs().await;
    assert_eq!(all_of(app, &need).await, before, "replaced");
    // Nor does half an opening.
    app.app.clock.advance(Duration::days(31));
    app.run_jobs().await;
    let closed = all_of(app, &need).await;
    let open =
        "mutation($id: ID!) { openProposals(input: { needId: $id }) { opening { completedAt } } }";
    officer.ask(open, json!({ "id": need })).await;
    assert_eq!(all_of(app, &need).await, closed, "one side");
    for absent in [
        "bids",
        "numberOfTenderers",
        "tenderers",
        &firm.organization_id(),
    ] {
        assert!(!closed.contains(absent), "{absent}");
    }
});

on_both_databases!(
    who_bid_is_told_at_the_opening_and_who_bid_what_when_all_is_decided,
    |app| {
        let panel = app.panel(true).await;
        panel.open(app).await;
        panel.start(app).await;
        panel.confer(app).await;
        let (_, now) = process(app, &panel.need).await;
        assert_eq!(now["bids"]["statistics"][0]["value"], 2);
        assert!(now["bids"]["details"].is_null());
        let mut firms: Vec<String> = panel.firms.iter().map(Client::organization_id).collect();
        firms.sort();
        let told = now["tender"]["tenderers"].as_array().expect("tenderers");
        let told: Vec<&str> = told.iter().filter_map(|one| one["id"].as_str()).collect();
        assert_eq!(told, firms);
        let text = all_of(app, &panel.need).await;
        for proposal in &panel.proposals {
            assert!(
                !text.contains(proposal.as_str()),
                "letters stand for bidders"
            );
        }
        assert_eq!(now["tender"]["awardCriteria"], "ratedCriteria");
        panel.approve(app).await;
        let (_, now) = process(app, &panel.need).await;
        assert!(now["bids"]["details"].is_null() && now["awards"].is_null());
        panel.decide(app).await;
        let (releases, now) = process(app, &panel.need).await;
        assert!(tags(&releases).contains(&"award".to_owned()));
        assert_eq!(now["tender"]["status"], "complete");
        assert_eq!(now["bids"]["details"].as_array().map(Vec::len), Some(2));
        let award = &now["awards"][0];
        assert_eq!(
            award["suppliers"][0]["id"],
            panel.firms[0].organization_id()
        );
        assert_eq!(now["awards"].as_array().map(Vec::len), Some(1));
        // Nothing of what they say, nor what it costs, nor why.
        let text = all_of(app, &panel.need).await;
        for secret in [
            "9000000000",
            "12000000000",
            "Thay 5.000",
            "Giải pháp tốt và giá hợp lý",
            "Thống nhất",
        ] {
            assert!(!text.contains(secret), "{secret}");
        }
    }
);

on_both_databases!(
    what_a_moderator_hides_is_gone_and_comes_back_in_the_feed,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let need = app.open_need(&officer, &moderator).await;
        app.app.clock.advance(Duration::minutes(10));
        let id: NeedId = need.parse().expect("an id");
        let (db, seen) = (&app.app.db, app.app.clock.now());
        let why = HiddenFor::with(None, HiddenReason::Report);
        needs::store::set_hidden(db, id, why, seen)
            .await
            .expect("hidden");
        for kind in ["releases", "records"] {
            let (status, _) = get(app, &format!("/ocds/{kind}/{}.json", ocid(&need))).await;
            assert_eq!(status, 404);
        }
        for path in ["/ocds/records.jsonl", "/ocds/releases"] {
            let (_, _, body) = app.visitor().http("GET", path, &[], vec![]).await;
            assert!(!String::from_utf8_lossy(&body).contains(&need), "{path}");
        }
        app.app.clock.advance(Duration::minutes(10));
        needs::store::set_hidden(db, id, None, app.app.clock.now())
            .await
            .expect("shown");
        app.app.clock.advance(Duration::minutes(2));
        let since = seen.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        let (_, page) = get(app, &format!("/ocds/releases?since={since}")).await;
        assert!(page.to_string().contains(&need), "who reads on hears of it");
    }
);

/// Adds open needs by copying one; each a second later than the one before.
async fn copies(app: &TestApp, need: &str, count: usize) -> Vec<String> {
    let db = &app.app.db;
    let first = needs::store::find(db, need.parse().expect("an id")).await;
    let first = first.expect("asked").expect("a need");
    let mut all = Vec::new();
    for number in 0..count {
        let id = NeedId(app.app.ids.next());
        // Three at a time change at the very same moment.
        let at = first.released_at + Duration::seconds(number as i64 / 3);
        let row = needs::Need {
            id,
            published_at: Some(at),
            listed_at: at,
            updated_at: at,
            released_at: at,
            status: if number % 2 == 0 {
                NeedStatus::Open
            } else {
                NeedStatus::Withdrawn
            },
            ..first.clone()
        };
        let domains = ["ENE".to_owned(), "LGT".to_owned()];
        needs::store::insert(db, row, &domains)
            .await
            .expect("added");
        all.push(id.to_string());
    }
    all
}

on_both_databases!(
    the_feed_page_by_page_loses_nothing_and_says_nothing_twice,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let need = app.open_need(&officer, &moderator).await;
        let mut wanted: BTreeSet<String> = copies(app, &need, 160).await.into_iter().collect();
        wanted.insert(need);
        // A change stands in the feed when no earlier one can still be on its way.
        let (_, empty) = get(app, "/ocds/releases").await;
        assert_eq!(empty["releases"], json!([]));
        app.app.clock.advance(Duration::minutes(5));
        let validator = standard("release-package-schema.json");
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        let mut path = "/ocds/releases".to_owned();
        let mut pages = 0;
        loop {
            let (status, page) = get(app, &path).await;
            assert_eq!(status, 200);
            must_be_valid(&validator, &page);
            let releases = page["releases"].as_array().expect("releases");
            let names: BTreeSet<&str> = releases
                .iter()
                .filter_map(|one| one["ocid"].as_str())
                .collect();
            assert!(names.len() <= 50);
            for name in names {
                let id = name.strip_prefix("ocds-xxxxxx-").expect("our prefix");
                *told.entry(id.to_owned()).or_default() += 1;
            }
            pages += 1;
            let Some(next) = page["links"]["next"].as_str() else {
                // Next time one asks from the last page's date: nothing between is lost.
                let date = page["publishedDate"].as_str().expect("a date");
                let (_, again) = get(app, &format!("/ocds/releases?since={date}")).await;
                assert!(!again["releases"].as_array().expect("releases").is_empty());
                break;
            };
            path = next
                .strip_prefix("http://localhost:8080")
                .expect("our address")
                .to_owned();
        }
        assert_eq!(pages, 4);
        assert!(told.values().all(|times| *times == 1), "{told:?}");
        assert_eq!(told.into_keys().collect::<BTreeSet<_>>(), wanted);
        for wrong in [
            "since=yesterday",
            "since=99999-01-01T00:00:00Z",
            "since=2026-11-27T00:00:00Z&after=prop_1",
        ] {
            let (status, body) = get(app, &format!("/ocds/releases?{wrong}")).await;
            assert_eq!(
                (status, &body["errors"][0]["extensions"]["code"]),
                (400, &json!("INVALID_INPUT")),
                "{wrong}"
            );
        }
    }
);

/// Writes everything out; says how many lines, in how long, and how large the largest piece in memory was.
async fn exported(app: &TestApp) -> (usize, std::time::Duration, usize) {
    let validator = standard("record-package-schema.json");
    let ctx = Ctx::new(app.app.clone(), Viewer::Anonymous, Locale::default());
    let mut export = Export::begin(ctx);
    let (mut lines, mut largest, mut spent) = (0, 0, std::time::Duration::ZERO);
    loop {
        let begun = Instant::now();
        let piece = export.next().await.expect("a piece");
        spent += begun.elapsed();
        let Some(piece) = piece else { break };
        largest = largest.max(piece.len());
        let text = String::from_utf8(piece).expect("text");
        for (number, line) in text.lines().enumerate() {
            let package: Value = serde_json::from_str(line).expect("a line is a package");
            if number == 0 {
                must_be_valid(&validator, &package);
            }
            lines += 1;
        }
    }
    (lines, spent, largest)
}

on_both_databases!(
    everything_is_written_out_in_pieces_of_a_bounded_size,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let need = app.open_need(&officer, &moderator).await;
        let full = std::env::var("IFORUM_FULL").is_ok_and(|value| value == "1");
        let count = if full { 9_999 } else { 149 };
        copies(app, &need, count).await;
        let (lines, spent, largest) = exported(app).await;
        assert_eq!(lines, count + 1);
        println!("{lines} processes in {spent:?}, largest piece {largest} bytes");
        assert!(largest < 1024 * 1024, "{largest}");
        // The same through the front door.
        if !full {
            let (status, headers, body) = app
                .visitor()
                .http("GET", "/ocds/records.jsonl", &[], vec![])
                .await;
            assert_eq!(status, 200);
            assert_eq!(
                headers["content-type"],
                "application/x-ndjson; charset=utf-8"
            );
            assert_eq!(headers["access-control-allow-origin"], "*");
            assert_eq!(
                String::from_utf8(body).expect("text").lines().count(),
                count + 1
            );
        }
    }
);

on_both_databases!(who_has_it_already_is_told_so, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let path = format!("/ocds/records/{}.json", ocid(&need));
    let visitor = app.visitor();
    let (status, headers, _) = visitor.http("GET", &path, &[], vec![]).await;
    assert_eq!(status, 200);
    assert!(headers.contains_key("last-modified"));
    let tag = headers["etag"].to_str().expect("text").to_owned();
    let known = [("if-none-match", tag.as_str())];
    let (status, _, body) = visitor.http("GET", &path, &known, vec![]).await;
    assert_eq!((status.as_u16(), body.len()), (304, 0));
    officer
        .ask(CONCLUDE, json!({ "id": need, "outcome": "CANCELLED" }))
        .await;
    let (status, headers, _) = visitor.http("GET", &path, &known, vec![]).await;
    assert_eq!(status, 200);
    assert_ne!(headers["etag"].to_str().expect("text"), tag);
});

#[tokio::test]
async fn every_planted_process_is_valid() {
    let app = TestApp::start(Kind::Sqlite).await;
    iforum::seeding::plant(&app.app).await.expect("planted");
    let validator = standard("record-package-schema.json");
    let (_, _, body) = app
        .visitor()
        .http("GET", "/ocds/records.jsonl", &[], vec![])
        .await;
    let text = String::from_utf8(body).expect("text");
    let mut states = BTreeSet::new();
    for line in text.lines() {
        let package: Value = serde_json::from_str(line).expect("JSON");
        must_be_valid(&validator, &package);
        let now = &package["records"][0]["compiledRelease"];
        assert_eq!(now["x_demonstration"], true);
        states.insert(now["tender"]["status"].to_string());
    }
    assert!(text.lines().count() > 10, "{}", text.lines().count());
    assert!(states.contains("\"active\""), "{states:?}");
    app.run_jobs().await;
    app.end().await;
}

fn said(text: &str) -> BilingualText {
    BilingualText::new(BilingualTextInput {
        vi: Some(text.to_owned()),
        en: Some(format!("{text} (en)")),
    })
}

fn day(day: u32) -> DateTime<Utc> {
    format!("2026-12-{day:02}T00:00:00Z")
        .parse()
        .expect("a day")
}

/// An agreement with everything an agreement can have.
fn agreement() -> Contract {
    let side =
        |number: u128, name: &str| (OrganizationId(uuid::Uuid::from_u128(number)), said(name));
    Contract {
        id: "agr_1".to_owned(),
        proposal: None,
        kind: "pilot".to_owned(),
        contract_type: Some(ContractType::Bot),
        title: said("Thỏa thuận thí điểm"),
        description: said("Chiếu sáng"),
        status: ContractStatus::Terminated,
        public_since: day(1),
        signed_at: Some(day(2)),
        starts_at: Some(day(3)),
        ends_at: Some(day(28)),
        ended_at: Some(day(27)),
        amount: Some(9_000_000_000),
        signatories: vec![side(1, "Ủy ban"), side(2, "Công ty")],
        risks: RISKS
            .iter()
            .map(|category| Risk {
                category: (*category).to_owned(),
                allocation: Allocation::PrivateParty,
                notes: None,
            })
            .collect(),
        milestones: vec![Milestone {
            id: "mst_1".to_owned(),
            title: said("Vận hành"),
            code: Some("commissioning".to_owned()),
            due_at: Some(day(10)),
            reported_at: Some(day(9)),
            status: MilestoneStatus::Met,
        }],
        metrics: vec![Metric {
            id: "ind_1".to_owned(),
            title: said("Điện năng"),
            unit: "kWh".to_owned(),
            baseline: Some(100.0),
            target: Some(60.0),
            measured: vec![(day(12), 70.0)],
        }],
        finance: vec![Finance {
            id: "fin_1".to_owned(),
            title: "Vốn chủ sở hữu".to_owned(),
            category: "equity".to_owned(),
            amount: Some(1_000_000_000),
        }],
        amendments: vec![Amendment {
            id: "amd_1".to_owned(),
            at: day(8),
            rationale: "Thêm 500 đèn".to_owned(),
        }],
        page: Some("https://iforum.example/thoa-thuan/agr_1".to_owned()),
    }
}

on_both_databases!(an_agreement_is_told_as_far_as_both_let_it, |app| {
    let deal = app.deal().await;
    deal.signed(app).await;
    let need = deal.need.clone();
    let publish = async |who: &Client, what: &str| {
        let content = json!({ "publication": what });
        deal.step(who, "setAgreementPublication", content).await;
    };
    publish(&deal.owner, "HIDDEN").await;
    let (_, now) = process(app, &need).await;
    assert!(now["contracts"].is_null(), "one side alone hides it");
    app.app.clock.advance(Duration::minutes(1));
    publish(&deal.owner, "WHOLE").await;
    let since = app.app.clock.now().to_rfc3339().replace('+', "%2B");
    let (releases, now) = process(app, &need).await;
    assert!(tags(&releases).contains(&"contract".to_owned()));
    let contract = &now["contracts"][0];
    assert_eq!(contract["id"], json!(deal.id));
    assert_eq!(contract["awardID"], now["awards"][0]["id"]);
    assert_eq!(contract["status"], "active");
    let signatories = json!([deal.owner.organization_id(), deal.partner.organization_id()]);
    let ids: Vec<&Value> = (0..2).map(|i| &contract["signatories"][i]["id"]).collect();
    assert_eq!(json!(ids), signatories);
    for told in ["value", "agreedMetrics"] {
        assert!(contract[told].is_null(), "{told} is of the whole text");
    }
    assert!(contract["milestones"][0]["title"].is_string());
    // The feed tells the need anew, once it has settled.
    app.app.clock.advance(Duration::minutes(2));
    let (status, feed) = get(app, &format!("/ocds/releases?since={since}")).await;
    assert_eq!(status, 200, "{feed}");
    assert!(feed.to_string().contains(&deal.id));
    publish(&deal.partner, "WHOLE").await;
    let (_, now) = process(app, &need).await;
    let contract = &now["contracts"][0];
    assert!(contract["value"]["amount"].is_number());
    assert!(
        contract["agreedMetrics"][0]["observations"]
            .as_array()
            .is_some_and(|all| all.len() == 2)
    );
    publish(&deal.owner, "HIDDEN").await;
    let (releases, now) = process(app, &need).await;
    assert!(now["contracts"].is_null() && !releases.to_string().contains(&deal.id));
    app.run_jobs().await;
});

on_both_databases!(
    an_agreement_is_a_valid_contract_at_each_of_its_moments,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let need = app.open_need(&officer, &moderator).await;
        let (mut releases, _) = process(app, &need).await;
        let validator = standard("release-package-schema.json");
        let one = agreement();
        let mut happened = events(&one);
        happened.sort();
        let tags: Vec<&str> = happened.iter().map(|(_, tag)| *tag).collect();
        let all = [
            "contract",
            "contractUpdate",
            "contractAmendment",
            "implementation",
            "implementationUpdate",
            "contractTermination",
        ];
        assert_eq!(tags, all);
        for (at, tag) in happened {
            releases["releases"][0]["tag"] = json!([tag]);
            releases["releases"][0]["contracts"] = contracts(&[agreement()], at).into();
            must_be_valid(&validator, &releases);
        }
        let at = |moment| contracts(&[agreement()], moment);
        assert!(
            at(day(1) - Duration::seconds(1)).is_empty(),
            "not public yet"
        );
        assert_eq!(at(day(1))[0]["status"], "pending");
        assert_eq!(at(day(2))[0]["status"], "active");
        assert_eq!(at(day(7))[0]["milestones"][0]["status"], "scheduled");
        assert!(at(day(7))[0]["implementation"].is_null() && at(day(7))[0]["amendments"].is_null());
        assert_eq!(
            at(day(9))[0]["implementation"]["milestones"][0]["status"],
            "met"
        );
        assert_eq!(
            at(day(12))[0]["implementation"]["metrics"][0]["observations"][0]["measure"],
            70.0
        );
        assert_eq!(at(day(27))[0]["status"], "terminated");
        assert_eq!(
            at(day(27))[0]["riskAllocation"].as_array().map(Vec::len),
            Some(16)
        );
    }
);

/// The check can fail: on a wrong word, a missing field and a misspelt one.
#[test]
fn the_standard_refuses_what_it_should() {
    let validator = standard("release-package-schema.json");
    let release = json!({ "ocid": "x", "id": "1", "date": "2026-12-01T00:00:00Z", "tag": ["planning"], "initiationType": "ppp" });
    let package = |release: Value| json!({ "uri": "https://x.example/", "version": "1.1", "publishedDate": "2026-12-01T00:00:00Z", "publisher": { "name": "x" }, "releases": [release] });
    must_be_valid(&validator, &package(release.clone()));
    for (field, wrong) in [
        ("tag", json!(["sealed"])),
        ("date", json!("today")),
        ("initiationType", Value::Null),
        ("tender", json!({ "id": "1", "status": "open" })),
        ("contracts", json!([{ "id": "1" }])),
        ("bids", json!({ "details": [{ "status": "valid" }] })),
    ] {
        let mut bad = release.clone();
        bad[field] = wrong;
        assert!(!validator.is_valid(&package(bad)), "{field}");
    }
    let mut misspelt = release;
    misspelt["tender"] = json!({ "id": "1", "tenderPeriods": {} });
    let mut found = BTreeSet::new();
    let schema = schema("release-schema.json");
    undeclared(&schema, &schema, &misspelt, "", &mut found);
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        [".tender.tenderPeriods"]
    );
}
