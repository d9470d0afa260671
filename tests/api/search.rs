//! The search: ranked, narrowed, in both languages, with typing errors and old names of places, and never
//! more than the asker may see.

use tests::{Client, TestApp, Value, content, json, on_both_databases};

const SEARCH: &str = "query($q: String!, $filter: SearchFilter, $first: Int! = 20, $offset: Int! = 0) { search(query: $q, filter: $filter, first: $first, offset: $offset) { totalCount building hits { kind title { text marked } snippet { text marked } need { id } offer { id } organization { id } } facets { key value count } concepts { id } places { words place { nameVi } former { nameVi } } } }";
const SUGGEST: &str =
    "query($q: String!) { searchSuggestions(query: $q) { id kind title { vi en } } }";

async fn found(app: &TestApp, words: &str) -> Vec<String> {
    let data = app.visitor().ask(SEARCH, json!({ "q": words })).await;
    let hits = data["search"]["hits"].as_array().unwrap();
    hits.iter()
        .map(|hit| {
            let title = hit["title"].as_array().unwrap();
            title
                .iter()
                .map(|piece| piece["text"].as_str().unwrap())
                .collect()
        })
        .collect()
}

/// The officer's need, approved and open.
async fn open(app: &TestApp, officer: &Client, content: Value) -> String {
    app.open_need_with(officer, &app.moderator().await, content)
        .await
}

/// A need's content with other texts and another place.
fn about(title_vi: &str, title_en: Option<&str>, summary: &str, place: &str) -> Value {
    let mut need = content::need();
    need["title"] = json!({ "vi": title_vi, "en": title_en });
    need["summary"] = json!({ "vi": summary });
    need["description"] = json!({ "vi": summary });
    need["placeId"] = json!(place);
    need
}

on_both_databases!(
    words_are_found_with_and_without_accents_and_with_errors,
    |app| {
        let officer = app.officer().await;
        let lights = about(
            "Đèn đường tiết kiệm điện",
            Some("Energy-saving street lights"),
            "Thay đèn cũ trên các tuyến phố chính.",
            "vn34-31",
        );
        let water = about(
            "Giám sát chất lượng nước thải",
            None,
            "Cảm biến đo liên tục tại cửa xả.",
            "vn34-31",
        );
        open(app, &officer, lights).await;
        open(app, &officer, water).await;
        for words in [
            "đèn đường",
            "den duong",
            "DEN DUONG",
            "đèn  đường!",
            "street light",
            "stret lights",
            "tiet kiem die",
        ] {
            let titles = found(app, words).await;
            assert_eq!(
                titles.first().map(String::as_str),
                Some("Đèn đường tiết kiệm điện"),
                "{words}"
            );
        }
        let titles = found(app, "nước thải").await;
        assert_eq!(titles[0], "Giám sát chất lượng nước thải");
        assert!(found(app, "xyzzy").await.is_empty());
    }
);

on_both_databases!(a_concept_is_found_in_the_other_language, |app| {
    let officer = app.officer().await;
    let water = about(
        "Giám sát chất lượng nước thải",
        None,
        "Cảm biến đo liên tục tại cửa xả.",
        "vn34-31",
    );
    open(app, &officer, water).await;
    let titles = found(app, "wastewater monitoring").await;
    assert_eq!(titles, ["Giám sát chất lượng nước thải"]);
});

on_both_databases!(a_former_province_is_found_and_said, |app| {
    let officer = app.officer().await;
    let lights = about("Đèn đường tiết kiệm điện", None, "Thay đèn cũ.", "vn34-79");
    open(app, &officer, lights).await;
    let data = app
        .visitor()
        .ask(SEARCH, json!({ "q": "đèn đường Bình Dương" }))
        .await;
    assert_eq!(data["search"]["totalCount"], 1);
    assert_eq!(
        data["search"]["places"],
        json!([{ "words": "Bình Dương", "place": { "nameVi": "Hồ Chí Minh" }, "former": { "nameVi": "Bình Dương" } }])
    );
});

on_both_databases!(results_are_narrowed_and_counted, |app| {
    let officer = app.officer().await;
    for place in ["vn34-31", "vn34-79"] {
        open(
            app,
            &officer,
            about("Đèn đường", None, "Thay đèn cũ.", place),
        )
        .await;
    }
    let narrowed =
        json!({ "q": "đèn đường", "filter": { "placeIds": ["vn34-31"], "kinds": ["NEED"] } });
    let data = app.visitor().ask(SEARCH, narrowed).await;
    assert_eq!(data["search"]["totalCount"], 1);
    // What another choice of place would bring is said as well.
    let facets = data["search"]["facets"].as_array().unwrap();
    for place in ["vn34-31", "vn34-79"] {
        assert!(
            facets.contains(&json!({ "key": "PLACE", "value": place, "count": 1 })),
            "{facets:?}"
        );
    }
    let nothing =
        json!({ "q": "đèn", "filter": { "kinds": ["ORGANIZATION"], "statuses": ["OPEN"] } });
    let data = app.visitor().ask(SEARCH, nothing).await;
    assert_eq!(data["search"]["totalCount"], 0);
});

on_both_databases!(what_is_not_public_is_not_found_and_what_ends_goes, |app| {
    let officer = app.officer().await;
    app.draft_need(
        &officer,
        about("Bản nháp bí mật", None, "Chưa công bố.", "vn34-31"),
    )
    .await;
    assert!(found(app, "bản nháp bí mật").await.is_empty());
    let id = open(
        app,
        &officer,
        about("Đèn đường", None, "Thay đèn cũ.", "vn34-31"),
    )
    .await;
    assert_eq!(found(app, "đèn đường").await.len(), 1);
    app.suspend(&officer).await;
    assert!(found(app, "đèn đường").await.is_empty(), "{id}");
});

on_both_databases!(titles_are_suggested_while_typing, |app| {
    let officer = app.officer().await;
    open(
        app,
        &officer,
        about(
            "Giám sát chất lượng nước thải",
            None,
            "Đo liên tục.",
            "vn34-31",
        ),
    )
    .await;
    for typed in ["giám s", "giam sat ch", "nuoc th"] {
        let data = app.visitor().ask(SUGGEST, json!({ "q": typed })).await;
        assert_eq!(
            data["searchSuggestions"][0]["title"]["vi"], "Giám sát chất lượng nước thải",
            "{typed}"
        );
    }
    let data = app.visitor().ask(SUGGEST, json!({ "q": "" })).await;
    assert_eq!(data["searchSuggestions"], json!([]));
});

on_both_databases!(odd_questions_get_a_sentence_or_nothing, |app| {
    let officer = app.officer().await;
    open(
        app,
        &officer,
        about("Đèn đường", None, "Thay đèn cũ.", "vn34-31"),
    )
    .await;
    for odd in [
        "a",
        "*",
        "%_\\",
        "title:đèn AND (",
        "\u{200b}\u{301}",
        "🙂",
        &"đèn ".repeat(15_000),
    ] {
        app.visitor().ask(SEARCH, json!({ "q": odd })).await;
    }
    let visitor = app.visitor();
    let long = json!({ "q": "x".repeat(100_001) });
    app.refuses(&visitor, SEARCH, long, "TOO_LONG").await;
    app.refuses(
        &visitor,
        SEARCH,
        json!({ "q": "đèn\u{0}đường" }),
        "BAD_REQUEST",
    )
    .await;
    let below = json!({ "q": "đèn", "filter": { "budget": { "min": "-1" } } });
    app.refuses(&visitor, SEARCH, below, "OUT_OF_RANGE").await;
    let upside_down = json!({ "q": "đèn", "filter": { "budget": { "min": "9", "max": "1" } } });
    app.refuses(&visitor, SEARCH, upside_down, "BUDGET_RANGE")
        .await;
    for (first, offset) in [(51, 0), (-1, 0), (20, 951), (20, -1)] {
        let far = json!({ "q": "đèn", "first": first, "offset": offset });
        app.refuses(&visitor, SEARCH, far, "OUT_OF_RANGE").await;
    }
});

on_both_databases!(what_is_hidden_is_found_no_more, |app| {
    let officer = app.officer().await;
    let lights = |title| about(title, None, "Thay đèn cũ.", "vn34-31");
    open(app, &officer, lights("Đèn đường")).await;
    app.draft_need(&officer, lights("Đèn đường bí mật")).await;
    assert_eq!(found(app, "đèn đường").await, ["Đèn đường"]);
    app.suspend(&officer).await;
    assert!(found(app, "đèn đường").await.is_empty(), "at once");
    tokio::time::sleep(std::time::Duration::from_millis(
        app.app.config.search.follow_milliseconds,
    ))
    .await;
    let asked = json!({ "q": "đèn đường" });
    let data = app.visitor().ask(SEARCH, asked.clone()).await;
    assert_eq!(data["search"]["totalCount"], 0);
    let data = app.visitor().ask(SUGGEST, asked).await;
    assert_eq!(data["searchSuggestions"], json!([]));
});
