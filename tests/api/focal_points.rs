//! A commune writes five fields; an office of its province completes the rest, and the commune sends it in.

use iforum::organizations::{MembershipRole, OrganizationKind};
use tests::{Client, TestApp, Value, content, json, on_both_databases};

const SET: &str = "mutation($id: ID!, $of: ID) { setNeedFocalPoint(input: { needId: $id, organizationId: $of }) { need { version focalPoint { id } } } }";
const NEED: &str = "query($id: ID!) { need(id: $id) { version viewerCan focalPoint { id } focalPoints { id } summary { vi } } }";
const COMPLETING: &str = "{ needs(filter: { completing: true }) { nodes { id } } }";
const UPDATE: &str =
    "mutation($input: UpdateNeedInput!) { updateNeed(input: $input) { need { version } } }";
const SUBMIT: &str =
    "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { status } } }";
const CRITERIA: &str = "mutation($id: ID!) { setCriteria(input: { needId: $id, version: 0, anonymous: true, criteria: [{ name: { vi: \"Kết quả\" }, weight: 100, kind: QUALITY }] }) { criteria { criteria { weight } } } }";

struct Province {
    commune: Client,
    office: Client,
    draft: String,
}

async fn province(app: &TestApp) -> Province {
    let kind = OrganizationKind::CommunePc;
    let commune = app.member("commune", kind, MembershipRole::Owner).await;
    let office = app.officer().await;
    app.verify(&office).await;
    let draft = app.draft_need(&commune, content::need()).await;
    Province {
        commune,
        office,
        draft,
    }
}

fn ask(draft: &str, of: &Client) -> Value {
    json!({ "id": draft, "of": of.organization_id() })
}

async fn read(who: &Client, draft: &str) -> Value {
    who.ask(NEED, json!({ "id": draft })).await["need"].clone()
}

fn changed(draft: &str, version: &Value, summary: &str) -> Value {
    let mut content = content::need();
    content["summary"] = json!({ "vi": summary });
    json!({ "input": { "needId": draft, "version": version, "content": content } })
}

on_both_databases!(an_office_of_the_province_completes_a_draft, |app| {
    let Province {
        commune,
        office,
        draft,
    } = province(app).await;
    let (stranger, moderator) = (app.officer().await, app.moderator().await);
    app.verify(&stranger).await;
    // Before it is asked, the office does not know of it.
    office
        .refused(NEED, json!({ "id": draft }), "NOT_FOUND")
        .await;
    let seen = read(&commune, &draft).await;
    assert!(
        seen["focalPoints"]
            .to_string()
            .contains(&office.organization_id())
    );
    let data = commune.ask(SET, ask(&draft, &office)).await;
    let need = &data["setNeedFocalPoint"]["need"];
    assert_eq!(need["focalPoint"]["id"], office.organization_id());
    // Whoever is writing is not disturbed.
    assert_eq!(need["version"], seen["version"]);
    app.run_jobs().await;
    assert_eq!(app.templates_to(&office.email).await, ["need_to_complete"]);
    assert_eq!(
        office.ask(COMPLETING, json!({})).await["needs"]["nodes"],
        json!([{ "id": draft }])
    );
    assert_eq!(
        commune.ask(COMPLETING, json!({})).await["needs"]["nodes"],
        json!([])
    );
    let seen = read(&office, &draft).await;
    assert_eq!(
        (&seen["viewerCan"], &seen["focalPoints"]),
        (&json!(["EDIT"]), &json!([]))
    );
    for other in [&stranger, &moderator, &app.firm().await] {
        other
            .refused(NEED, json!({ "id": draft }), "NOT_FOUND")
            .await;
    }
    // It writes, explains and sets criteria; sending in stays the commune's.
    let update = changed(
        &draft,
        &seen["version"],
        "Ba đường liên xã tối, 1.200 hộ đi lại.",
    );
    office.ask(UPDATE, update).await;
    app.justify_flags(&office, &draft).await;
    office.ask(CRITERIA, json!({ "id": draft })).await;
    app.refuses(&office, SUBMIT, json!({ "id": draft }), "FORBIDDEN")
        .await;
    let other = json!({ "id": draft, "of": stranger.organization_id() });
    app.refuses(&office, SET, other, "FORBIDDEN").await;
    let reader = app.colleague(&office, MembershipRole::Viewer).await;
    let again = changed(&draft, &json!(9), "Không phải việc của tôi.");
    app.refuses(&reader, UPDATE, again, "FORBIDDEN").await;
    // It hands the draft back: the commune is told, the office sees it no more.
    office.ask(SET, json!({ "id": draft })).await;
    app.run_jobs().await;
    assert!(
        app.templates_to(&commune.email)
            .await
            .contains(&"need_completed".to_owned())
    );
    office
        .refused(NEED, json!({ "id": draft }), "NOT_FOUND")
        .await;
    let seen = read(&commune, &draft).await;
    assert_eq!(
        seen["summary"]["vi"],
        "Ba đường liên xã tối, 1.200 hộ đi lại."
    );
    assert_eq!(seen["focalPoint"], Value::Null);
    // Letters about a draft would tell the alliance what nobody has sent to it yet.
    let administrator = app.administrator().await;
    let mails = administrator
        .ask("{ emails { nodes { template } } }", json!({}))
        .await;
    assert!(!mails.to_string().contains("complete"), "{mails}");
    commune.ask(SUBMIT, json!({ "id": draft })).await;
    // What is sent in is completed by nobody.
    app.refuses(&commune, SET, ask(&draft, &office), "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(what_is_taken_back_is_out_of_reach_at_once, |app| {
    let Province {
        commune,
        office,
        draft,
    } = province(app).await;
    for _ in 0..2 {
        commune.ask(SET, ask(&draft, &office)).await;
    }
    app.run_jobs().await;
    assert_eq!(app.templates_to(&office.email).await.len(), 1);
    commune.ask(SET, json!({ "id": draft })).await;
    office
        .refused(UPDATE, changed(&draft, &json!(1), "Muộn."), "NOT_FOUND")
        .await;
    // Sent in while it was being completed, it is read there and not written.
    commune.ask(SET, ask(&draft, &office)).await;
    app.justify_flags(&commune, &draft).await;
    commune.ask(SUBMIT, json!({ "id": draft })).await;
    let seen = read(&office, &draft).await;
    assert_eq!(seen["viewerCan"], json!([]));
    app.refuses(
        &office,
        UPDATE,
        changed(&draft, &seen["version"], "Muộn."),
        "FORBIDDEN",
    )
    .await;
    app.run_jobs().await;
});

on_both_databases!(only_an_office_of_the_same_province_can_be_asked, |app| {
    let Province {
        commune,
        office,
        draft,
    } = province(app).await;
    let (unverified, firm) = (app.officer().await, app.firm().await);
    app.verify(&firm).await;
    for wrong in [&unverified, &firm, &commune] {
        let refused = app
            .refuses(&commune, SET, ask(&draft, wrong), "INVALID_INPUT")
            .await;
        assert_eq!(refused.field(), Some("organizationId"));
    }
    let unknown = json!({ "id": draft, "of": "org_00000000000000000000000000000001" });
    app.refuses(&commune, SET, unknown, "NOT_FOUND").await;
    let elsewhere = app.officer().await;
    app.verify(&elsewhere).await;
    app.moved(&elsewhere, "vn34-01").await;
    app.refuses(&commune, SET, ask(&draft, &elsewhere), "INVALID_INPUT")
        .await;
    let offered = read(&commune, &draft).await["focalPoints"].clone();
    assert_eq!(offered, json!([{ "id": office.organization_id() }]));
    // A city completes its own.
    let own = app.draft_need(&office, content::need()).await;
    app.refuses(&office, SET, ask(&own, &unverified), "INVALID_INPUT")
        .await;
    assert_eq!(read(&office, &own).await["focalPoints"], json!([]));
});
