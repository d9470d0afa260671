//! Exports for spreadsheets: what the viewer may see, and no cell that computes.

use tests::{Client, TestApp, Value, content, json, on_both_databases};

async fn csv(who: &Client, path: &str) -> Vec<Vec<String>> {
    let (status, headers, body) = who.http("GET", path, &[], vec![]).await;
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
    assert_eq!(headers["content-type"], "text/csv; charset=utf-8");
    let text = body
        .strip_prefix(b"\xef\xbb\xbf")
        .expect("a byte order mark");
    let text = String::from_utf8(text.to_vec()).expect("text");
    // No cell here has a line break in it.
    text.lines().map(cells).collect()
}

/// The cells of a line, quotes taken off.
fn cells(line: &str) -> Vec<String> {
    let (mut all, mut quoted) = (vec![String::new()], false);
    let mut rest = line.chars().peekable();
    while let Some(letter) = rest.next() {
        let cell = all.last_mut().expect("a cell");
        match letter {
            '"' if quoted && rest.peek() == Some(&'"') => cell.extend(rest.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => all.push(String::new()),
            letter => cell.push(letter),
        }
    }
    all
}

async fn code(app: &TestApp, who: &Client, path: &str) -> (u16, Value) {
    let (status, body) = app.get_json(path, who.token.as_deref()).await;
    (status, body["errors"][0]["extensions"]["code"].clone())
}

fn hostile() -> Value {
    let mut need = content::need();
    need["title"] = json!({ "vi": "=HYPERLINK(\"http://x.example\";\"Nhấn\")", "en": "@SUM(A1)" });
    need
}

on_both_databases!(
    a_list_is_exported_as_filtered_and_nothing_in_it_computes,
    |app| {
        let (officer, moderator) = (app.officer().await, app.moderator().await);
        let plain = app.open_need(&officer, &moderator).await;
        let odd = app.open_need_with(&officer, &moderator, hostile()).await;
        let draft = app.draft_need(&officer, content::need()).await;
        let visitor = app.visitor();
        let rows = csv(&visitor, "/exports/needs.csv").await;
        assert_eq!(rows[0][0], "id");
        let ids: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(ids, [odd.as_str(), plain.as_str()]);
        assert_eq!(rows[1][2], "'=HYPERLINK(\"http://x.example\";\"Nhấn\")");
        assert_eq!(rows[1][3], "'@SUM(A1)");
        let begins = |cell: &String| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!rows.iter().flatten().any(begins));
        // Own drafts are in one's own list alone.
        let own = csv(&officer, "/exports/needs.csv?mine=true").await;
        assert!(own.iter().any(|row| row[0] == draft));
        assert_eq!(csv(&visitor, "/exports/needs.csv?mine=true").await.len(), 1);
        assert_eq!(
            csv(&visitor, "/exports/needs.csv?domain=HEA").await.len(),
            1
        );
        let organizations = csv(&visitor, "/exports/organizations.csv").await;
        assert!(
            organizations
                .iter()
                .any(|row| row[0] == officer.organization_id())
        );
        assert_eq!(csv(&visitor, "/exports/offers.csv").await.len(), 1);
        // The same as a workbook: a zip of XML.
        let (status, headers, body) = visitor
            .http("GET", "/exports/needs.xlsx", &[], vec![])
            .await;
        assert_eq!(status, 200);
        assert!(
            headers["content-type"]
                .to_str()
                .expect("text")
                .contains("spreadsheetml")
        );
        assert!(body.starts_with(b"PK"));
        for wrong in ["/exports/users.csv", "/exports/needs.pdf", "/exports/needs"] {
            assert_eq!(
                code(app, &visitor, wrong).await,
                (404, json!("NOT_FOUND")),
                "{wrong}"
            );
        }
    }
);

on_both_databases!(proposals_are_exported_to_their_bidder_alone, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let (firm, rival) = (app.firm().await, app.firm().await);
    let need = app.open_need(&officer, &moderator).await;
    let proposal = app.submitted_proposal(&firm, &need).await;
    let own = csv(&firm, "/exports/proposals.csv").await;
    assert_eq!(
        (own.len(), &own[1][0], &own[1][1]),
        (2, &proposal, &"SUBMITTED".to_owned())
    );
    for who in [&rival, &officer, &moderator] {
        assert_eq!(csv(who, "/exports/proposals.csv").await.len(), 1);
    }
    let visitor = app.visitor();
    let refused = code(app, &visitor, "/exports/proposals.csv").await;
    assert_eq!(refused, (401, json!("UNAUTHENTICATED")));
});
