//! The engine as administrators know it, and what it says beside the matches.

use chrono::Duration;
use iforum::matches::entity::{Factors, StoredFactor};
use iforum::matches::{self, MatchStatus};
use tests::{TestApp, Value, content, json, on_both_databases};

const LEARN: &str = "mutation { learnWeights { weights { id version adoptedAt weights { key points } lesson { decisions needs gain gainLow gainHigh } } } }";
const ADOPT: &str =
    "mutation($id: ID!) { adoptWeights(input: { weightsId: $id }) { weights { adoptedAt } } }";
const ENGINE: &str = "{ engine { version weightsVersion weights { key points } model { state version vectors } corpus { needs offers experts } searchIndex { documents } concepts distributions { key matches mean buckets } learntWeights { version moves { match { id } scoreBefore scoreAfter rankBefore rankAfter } } } }";
const SUGGESTIONS: &str = "query($id: ID!) { needSuggestions(id: $id) { experts { score researcher { name } factors { points } } consortia { score uncovered parties { covers offer { id } researcher { id } reason { vi en } } } advice { key points matches text { vi en } } } }";

/// A match of a pair as people left it: what it says of two factors, and where it stands.
async fn decided(app: &TestApp, need: &str, offer: &str, values: [f64; 2], status: MatchStatus) {
    let id = app.suggested_match(need, offer).await;
    let db = &app.app.db;
    let found = matches::store::find(db, id.parse().unwrap()).await.unwrap();
    let factor = |(key, value): (&str, f64)| StoredFactor {
        key: key.into(),
        value,
        weight: 10.0,
        points: value * 10.0,
        reason_vi: "Lý do.".into(),
        reason_en: "A reason.".into(),
    };
    let factors = [("place", values[0]), ("money", values[1])].map(factor);
    let row = matches::Match {
        factors: Factors(factors.into()),
        status,
        ..found.unwrap()
    };
    matches::store::update(db, row).await.unwrap();
}

on_both_databases!(weights_are_learnt_from_what_people_decided, |app| {
    let administrator = app.administrator().await;
    app.refuses(&administrator, LEARN, json!({}), "ILLEGAL_TRANSITION")
        .await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let near = app.published_offer(&firm, &moderator).await;
    let far = app.published_offer(&firm, &moderator).await;
    for _ in 0..matching::LEAST_GROUPS {
        let need = app.open_need(&officer, &moderator).await;
        decided(app, &need, &near, [1.0, 0.2], MatchStatus::Mutual).await;
        decided(app, &need, &far, [0.1, 0.9], MatchStatus::Declined).await;
    }
    let data = administrator.ask(LEARN, json!({})).await;
    let learnt = &data["learnWeights"]["weights"];
    assert_eq!(learnt["version"], "learnt-1");
    assert_eq!(learnt["lesson"]["needs"], matching::LEAST_GROUPS);
    let points = |key: &str| {
        let weights = learnt["weights"].as_array().unwrap();
        let of = weights.iter().find(|weight| weight["key"] == key);
        of.map_or(0.0, |weight| weight["points"].as_f64().unwrap())
    };
    let default = matching::Weights::default().offers;
    assert!(points("PLACE") > default.get(matching::FactorKey::Place));
    assert!(points("MONEY") < default.get(matching::FactorKey::Money));
    // The same decisions teach the same, once.
    let again = administrator.ask(LEARN, json!({})).await;
    assert_eq!(again["learnWeights"]["weights"]["id"], learnt["id"]);
});

on_both_databases!(weights_rank_only_while_they_are_adopted, |app| {
    let administrator = app.administrator().await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    let learnt = app.learnt_weights("learnt-1", 1.0).await;
    let ranked = "query($id: ID!) { need(id: $id) { matches { nodes { weightsVersion modelVersion factors { key } } } } }";
    let of_need = || officer.ask(ranked, json!({ "id": need }));
    let first = |data: &Value| data["need"]["matches"]["nodes"][0].clone();
    let before = first(&of_need().await);
    assert_eq!(before["weightsVersion"], "default-3");
    assert_eq!(before["modelVersion"], Value::Null);
    let engine = administrator.ask(ENGINE, json!({})).await["engine"].clone();
    let moves = engine["learntWeights"][0]["moves"].as_array().unwrap();
    assert_eq!(moves.len(), 1, "{engine}");
    assert!(moves[0]["scoreAfter"].as_f64() > Some(0.0));
    administrator.ask(ADOPT, json!({ "id": learnt })).await;
    app.run_jobs().await;
    let after = first(&of_need().await);
    assert_eq!(after["weightsVersion"], "learnt-1");
    assert_eq!(after["factors"].as_array().unwrap().len(), 2, "{after}");
    let restore = "mutation { restoreDefaultWeights { changed } }";
    let data = administrator.ask(restore, json!({})).await;
    assert_eq!(data["restoreDefaultWeights"]["changed"], true);
    app.run_jobs().await;
    assert_eq!(first(&of_need().await)["weightsVersion"], "default-3");
    let data = administrator.ask(restore, json!({})).await;
    assert_eq!(data["restoreDefaultWeights"]["changed"], false);
});

on_both_databases!(the_engines_page_says_how_it_stands, |app| {
    let administrator = app.administrator().await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    app.published_offer(&firm, &moderator).await;
    app.open_need(&officer, &moderator).await;
    let engine = administrator.ask(ENGINE, json!({})).await["engine"].clone();
    assert_eq!(engine["version"], matching::ENGINE_VERSION);
    assert_eq!(
        engine["model"],
        json!({ "state": "ABSENT", "version": null, "vectors": 0 })
    );
    assert_eq!(
        engine["corpus"],
        json!({ "needs": 1, "offers": 1, "experts": 0 })
    );
    assert!(engine["concepts"].as_i64() >= Some(250));
    let sum: f64 = engine["weights"]
        .as_array()
        .unwrap()
        .iter()
        .map(|weight| weight["points"].as_f64().unwrap())
        .sum();
    assert!((sum - 100.0).abs() < 1e-6);
    let text = engine["distributions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["key"] == "TEXT")
        .unwrap();
    assert_eq!(text["matches"], 1);
    let buckets = text["buckets"].as_array().unwrap();
    assert_eq!(buckets.iter().filter_map(Value::as_i64).sum::<i64>(), 1);
    for other in [&officer, &moderator] {
        app.refuses(other, ENGINE, json!({}), "FORBIDDEN").await;
    }
});

on_both_databases!(what_is_on_the_market_changes_at_once, |app| {
    let administrator = app.administrator().await;
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let counts = || async {
        let query = "{ engine { corpus { needs offers } } }";
        administrator.ask(query, json!({})).await["engine"]["corpus"].clone()
    };
    assert_eq!(counts().await, json!({ "needs": 0, "offers": 0 }));
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    assert_eq!(counts().await, json!({ "needs": 1, "offers": 1 }));
    let pause = "mutation($id: ID!) { pauseOffer(input: { offerId: $id }) { offer { id } } }";
    firm.ask(pause, json!({ "id": offer })).await;
    let conclude = "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: WITHDRAWN, reason: \"Thôi.\" }) { need { id } } }";
    officer.ask(conclude, json!({ "id": need })).await;
    assert_eq!(counts().await, json!({ "needs": 0, "offers": 0 }));
});

on_both_databases!(a_need_is_told_who_else_fits_and_what_would_help, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let mut need = content::need();
    need["domains"] = json!(["WAT", "LGT"]);
    need["budget"] = Value::Null;
    let need = app.open_need_with(&officer, &moderator, need).await;
    for (firm, domain) in [(&firm, "WAT"), (&app.firm().await, "LGT")] {
        let mut offer = content::offer();
        offer["domains"] = json!([domain]);
        app.published_offer_with(firm, &moderator, offer).await;
    }
    let id = json!({ "id": need });
    let said = officer.ask(SUGGESTIONS, id.clone()).await["needSuggestions"].clone();
    let parties = said["consortia"][0]["parties"].as_array().unwrap();
    assert_eq!(parties.len(), 2, "{said}");
    assert_ne!(parties[0]["covers"], parties[1]["covers"]);
    assert_eq!(said["consortia"][0]["uncovered"], json!([]));
    let advice = said["advice"].as_array().unwrap();
    let money = advice.iter().find(|one| one["key"] == "MONEY");
    assert!(
        money.is_some_and(|one| one["points"].as_f64() > Some(0.0)),
        "{said}"
    );
    app.refuses(&firm, SUGGESTIONS, id, "FORBIDDEN").await;
    let draft = app.draft_need(&officer, content::need()).await;
    let id = json!({ "id": draft });
    let said = officer.ask(SUGGESTIONS, id.clone()).await["needSuggestions"].clone();
    assert_eq!(said["consortia"], json!([]), "a draft is on no market");
    assert!(said["advice"].is_array());
    app.refuses(&firm, SUGGESTIONS, id, "NOT_FOUND").await;
});

on_both_databases!(an_expert_is_suggested_while_her_profile_is_public, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let expert = app.firm().await;
    let need = app.open_need(&officer, &moderator).await;
    let write = "mutation($content: ResearcherContent!) { updateResearcher(input: { version: 0, content: $content }) { researcher { id } } }";
    let profile = json!({
        "headline": { "vi": "Chuyên gia chiếu sáng công cộng" },
        "biography": { "vi": "Nghiên cứu tiết kiệm điện cho đèn đường." },
        "domains": ["ENE", "LGT"], "keywords": ["đèn đường"], "languages": ["vi"], "evaluator": true, "consortiumPartner": true,
    });
    expert.ask(write, json!({ "content": profile })).await;
    let experts = || async {
        let data = officer.ask(SUGGESTIONS, json!({ "id": need })).await;
        let found = data["needSuggestions"]["experts"].as_array().unwrap();
        found.len()
    };
    assert_eq!(experts().await, 0, "she has not agreed to be seen");
    let consent = |given: bool| {
        let set = "mutation($given: Boolean!) { setConsent(input: { purpose: PUBLIC_PROFILE, given: $given }) { viewer { id } } }";
        expert.ask(set, json!({ "given": given }))
    };
    consent(true).await;
    assert_eq!(experts().await, 1);
    app.app.clock.advance(Duration::minutes(1));
    consent(false).await;
    assert_eq!(experts().await, 0);
});

const WRITE: &str = "mutation($note: String!, $concepts: String!) { writeTaxonomy(input: { note: $note, concepts: $concepts }) { edition { id version size difference { added removed changed } } } }";

async fn found(app: &TestApp, words: &str) -> i64 {
    let search = "query($q: String!) { search(query: $q) { totalCount } }";
    let data = app.visitor().ask(search, json!({ "q": words })).await;
    data["search"]["totalCount"].as_i64().unwrap()
}

on_both_databases!(
    a_concept_that_an_administrator_adds_is_found_in_both_languages,
    |app| {
        let administrator = app.administrator().await;
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let mut need = content::need();
        need["title"] = json!({ "vi": "Bảo tồn rối nước" });
        need["summary"] = json!({ "vi": "Nhà hát ít khách." });
        need["description"] = json!({ "vi": "Cần thu hút khách xem." });
        app.open_need_with(&officer, &moderator, need).await;
        assert_eq!(found(app, "aquatic marionettes").await, 0);
        let current = "{ engine { taxonomyVersion taxonomy } }";
        let engine = administrator.ask(current, json!({})).await["engine"].clone();
        let mut concepts: Vec<Value> =
            serde_json::from_str(engine["taxonomy"].as_str().unwrap()).unwrap();
        concepts.push(json!({ "id": "water_puppetry", "domains": ["SPO"], "vi": ["rối nước"], "en": ["aquatic marionettes"] }));
        let text = serde_json::to_string(&concepts).unwrap();
        let edition = json!({ "note": "Thêm rối nước.", "concepts": text });
        let data = administrator.ask(WRITE, edition.clone()).await;
        let written = data["writeTaxonomy"]["edition"].clone();
        assert_eq!(written["size"], concepts.len());
        assert_eq!(
            written["difference"],
            json!({ "added": ["water_puppetry"], "removed": [], "changed": [] })
        );
        let again = administrator.ask(WRITE, edition).await;
        assert_eq!(again["writeTaxonomy"]["edition"]["id"], written["id"]);
        assert_eq!(
            found(app, "aquatic marionettes").await,
            0,
            "it is not adopted"
        );
        let adopt = "mutation($id: ID!) { adoptTaxonomy(input: { taxonomyEditionId: $id }) { edition { adoptedAt } } }";
        administrator
            .ask(adopt, json!({ "id": written["id"] }))
            .await;
        assert_eq!(found(app, "aquatic marionettes").await, 1);
        let now = administrator.ask(current, json!({})).await;
        assert_eq!(now["engine"]["taxonomyVersion"], written["version"]);
        let restore = "mutation { restoreBuiltInTaxonomy { changed } }";
        let data = administrator.ask(restore, json!({})).await;
        assert_eq!(data["restoreBuiltInTaxonomy"]["changed"], true);
        assert_eq!(found(app, "aquatic marionettes").await, 0);
        let now = administrator.ask(current, json!({})).await;
        assert_eq!(now["engine"]["taxonomyVersion"], engine["taxonomyVersion"]);
        app.run_jobs().await;
    }
);

on_both_databases!(
    an_edition_that_is_none_is_refused_where_it_is_wrong,
    |app| {
        let administrator = app.administrator().await;
        let concept = |id: &str, domain: &str| {
            json!([{ "id": id, "domains": [domain], "vi": ["điện"], "en": ["power"] }]).to_string()
        };
        for (note, concepts, code) in [
            ("", concept("power", "ENE"), "REQUIRED"),
            ("Thử.", "không phải JSON".to_owned(), "INVALID_INPUT"),
            ("Thử.", "[]".to_owned(), "OUT_OF_RANGE"),
            ("Thử.", concept("Có dấu", "ENE"), "INVALID_INPUT"),
            ("Thử.", concept("power", "XYZ"), "UNKNOWN_DOMAIN"),
        ] {
            let input = json!({ "note": note, "concepts": concepts });
            app.refuses(&administrator, WRITE, input, code).await;
        }
    }
);
