//! Registrations and verifications: by those who may, on what they saw, for a year.

use chrono::Duration;
use iforum::organizations::MembershipRole::{Editor, Viewer};
use tests::{Client, TestApp, Value, json, on_both_databases};

const REQUEST: &str = "mutation($id: ID!, $files: [ID!], $note: String) { requestVerification(input: { organizationId: $id, evidence: $files, note: $note }) { organization { verification version } } }";
const DECIDE: &str = "mutation($input: DecideVerificationInput!) { decideVerification(input: $input) { organization { verification verifiedAt verifiedBy verifiedUntil version } } }";
const REGISTRATION: &str = "mutation($input: DecideRegistrationInput!) { decideRegistration(input: $input) { organization { standing standingReason } } }";
const UPDATE: &str = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { verification verifiedAt version } } }";
const SENT: &str = "query($id: ID!) { organization(id: $id) { version verification verificationRequests { cause note requestedBy evidence { id } former { legalName { vi } taxCode } decision reason decidedBy checklist { name result note } } } }";

fn asking(who: &Client) -> Value {
    json!({ "id": who.organization_id(), "files": [], "note": null })
}

fn checklist(result: &str) -> Value {
    let names = ["LEGAL_NAME", "CODE", "ADDRESS", "MANDATE", "EMAIL_DOMAIN"];
    let all = names.map(|name| json!({ "name": name, "result": result }));
    json!(all)
}

fn approval(who: &Client, version: i64) -> Value {
    json!({ "input": {
        "organizationId": who.organization_id(), "version": version,
        "decision": "APPROVED", "rule": "COMPLETE", "checklist": checklist("PASSED"),
    } })
}

fn rejection(who: &Client, version: i64, reason: &str) -> Value {
    json!({ "input": {
        "organizationId": who.organization_id(), "version": version,
        "decision": "REJECTED", "rule": "OTHER", "reason": reason, "checklist": [],
    } })
}

async fn version(owner: &Client) -> i64 {
    let query = "query($id: ID!) { organization(id: $id) { version } }";
    let data = owner
        .ask(query, json!({ "id": owner.organization_id() }))
        .await;
    data["organization"]["version"].as_i64().unwrap()
}

/// Asked for and verified.
async fn verified(app: &TestApp) -> (Client, Client) {
    let (owner, verifier) = (app.firm().await, app.verifier().await);
    owner.ask(REQUEST, asking(&owner)).await;
    let now = version(&owner).await;
    verifier.ask(DECIDE, approval(&owner, now)).await;
    app.run_jobs().await;
    (owner, verifier)
}

async fn state(owner: &Client) -> Value {
    let query =
        "query($id: ID!) { organization(id: $id) { verification verifiedAt verifiedUntil } }";
    let data = owner
        .ask(query, json!({ "id": owner.organization_id() }))
        .await;
    data["organization"].clone()
}

/// A profile that differs from the maker's by its name.
fn renamed(owner: &Client, version: i64, name: &str) -> Value {
    json!({ "input": { "organizationId": owner.organization_id(), "version": version, "content": {
        "kind": "PRIVATE_CO", "legalName": { "vi": name, "en": "firm Ltd" }, "placeId": "vn34-31",
    } } })
}

on_both_databases!(a_badge_has_a_date_a_name_and_an_end, |app| {
    let (owner, verifier) = (app.firm().await, app.verifier().await);
    let file = owner.uploaded("verification", "giấy phép").await;
    let variables = json!({ "id": owner.organization_id(), "files": [file, file], "note": "Xin gửi giấy phép." });
    let data = owner.ask(REQUEST, variables).await;
    let pending = json!({ "verification": "PENDING", "version": 2 });
    assert_eq!(data["requestVerification"]["organization"], pending);
    let id = json!({ "id": owner.organization_id() });
    let data = verifier.ask(SENT, id.clone()).await;
    let sent = &data["organization"]["verificationRequests"][0];
    assert_eq!(sent["note"], "Xin gửi giấy phép.");
    assert_eq!(sent["evidence"], json!([{ "id": file }]));
    assert_eq!(sent["requestedBy"], "Người firm");
    let path = format!("/files/{file}");
    assert_eq!(verifier.http("GET", &path, &[], vec![]).await.0, 200);

    let data = verifier.ask(DECIDE, approval(&owner, 2)).await;
    let row = &data["decideVerification"]["organization"];
    assert_eq!(row["verification"], "VERIFIED");
    assert_eq!(row["verifiedBy"], "Người verifier");
    assert_eq!(row["verifiedAt"], tests::beginning().to_rfc3339());
    let until = tests::beginning() + Duration::days(365);
    assert_eq!(row["verifiedUntil"], until.to_rfc3339());
    app.run_jobs().await;
    let letters = app.mails_to(&owner.email).await;
    assert_eq!(letters[0].0, "verification_approved");
    assert!(letters[0].2.contains("22/11/2027"), "{}", letters[0].2);
    // The badge is everybody's to see, what it rests on is not.
    let public = "query($id: ID!) { organization(id: $id) { verification verifiedBy verificationRequests { id } } }";
    let data = app.visitor().ask(public, id.clone()).await;
    assert_eq!(
        data["organization"],
        json!({ "verification": "VERIFIED", "verifiedBy": "Người verifier", "verificationRequests": null })
    );
    let data = owner.ask(SENT, id).await;
    let own = &data["organization"]["verificationRequests"][0];
    assert_eq!(
        (&own["decision"], &own["checklist"]),
        (&json!("APPROVED"), &Value::Null)
    );
    app.refuses(&verifier, DECIDE, approval(&owner, 3), "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(owners_ask_and_verifiers_decide, |app| {
    let owner = app.firm().await;
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (app.firm().await, "FORBIDDEN"),
        (app.colleague(&owner, Editor).await, "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, REQUEST, asking(&owner), code).await;
    }
    owner.ask(REQUEST, asking(&owner)).await;
    let mut insider = app.verifier().await;
    insider.organization = owner.organization;
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let role = (Viewer, iforum::organizations::MembershipStatus::Active);
    let (organization, user) = (owner.organization.unwrap(), insider.user.unwrap());
    iforum::organizations::service::add_member(&ctx, &txn, organization, user, role)
        .await
        .unwrap();
    txn.commit().await.unwrap();
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (owner.clone(), "FORBIDDEN"),
        (app.firm().await, "FORBIDDEN"),
        (app.moderator().await, "FORBIDDEN"),
        // Nobody decides on her own organisation.
        (insider, "FORBIDDEN"),
    ] {
        app.refuses(&who, DECIDE, approval(&owner, 2), code).await;
        let id = json!({ "id": owner.organization_id() });
        let sent = who.ask(SENT, id).await;
        let sees = who.organization == owner.organization;
        assert_eq!(
            sent["organization"]["verificationRequests"].is_array(),
            sees
        );
    }
    app.administrator()
        .await
        .ask(DECIDE, approval(&owner, 2))
        .await;
    app.run_jobs().await;
});

on_both_databases!(a_decision_is_on_what_was_seen, |app| {
    let (owner, verifier) = (app.firm().await, app.verifier().await);
    owner.ask(REQUEST, asking(&owner)).await;
    let seen = version(&owner).await;
    // In between the owner takes another name.
    owner
        .ask(UPDATE, renamed(&owner, seen, "Ủy ban nhân dân tỉnh"))
        .await;
    app.refuses(&verifier, DECIDE, approval(&owner, seen), "STALE_VERSION")
        .await;
    // Or adds a paper.
    let seen = version(&owner).await;
    let file = owner.uploaded("verification", "thêm").await;
    let more = json!({ "id": owner.organization_id(), "files": [file] });
    owner.ask(REQUEST, more).await;
    app.refuses(&verifier, DECIDE, approval(&owner, seen), "STALE_VERSION")
        .await;
    assert_eq!(app.rows("verification_request").await, 1);
    assert_eq!(app.count("review", "kind = 'verification'").await, 1);
});

on_both_databases!(a_checklist_bears_its_decision, |app| {
    let (owner, verifier) = (app.firm().await, app.verifier().await);
    owner.ask(REQUEST, asking(&owner)).await;
    for list in [
        json!([]),
        checklist("NOT_APPLICABLE"),
        checklist("FAILED"),
        json!([{ "name": "LEGAL_NAME", "result": "PASSED" }, { "name": "LEGAL_NAME", "result": "PASSED" }]),
    ] {
        let mut variables = approval(&owner, 2);
        variables["input"]["checklist"] = list;
        let answer = app
            .refuses(&verifier, DECIDE, variables, "INVALID_INPUT")
            .await;
        assert_eq!(answer.field(), Some("checklist"));
    }
    let wordless = rejection(&owner, 2, " ");
    app.refuses(&verifier, DECIDE, wordless, "REQUIRED").await;
    let mut introduced = approval(&owner, 2);
    introduced["input"]["decision"] = json!("INTRODUCED");
    app.refuses(&verifier, DECIDE, introduced, "INVALID_INPUT")
        .await;
    let reason = "Thiếu giấy ủy quyền.";
    let data = verifier.ask(DECIDE, rejection(&owner, 2, reason)).await;
    assert_eq!(
        data["decideVerification"]["organization"]["verification"],
        "REJECTED"
    );
    app.run_jobs().await;
    let letters = app.mails_to(&owner.email).await;
    assert_eq!(letters[0].0, "verification_rejected");
    assert!(letters[0].2.contains(reason));
    // It can be asked for again, with the same paper if need be.
    owner.ask(REQUEST, asking(&owner)).await;
});

on_both_databases!(of_two_verifiers_at_once_one_decides, |app| {
    let owner = app.firm().await;
    let (one, two) = (app.verifier().await, app.verifier().await);
    owner.ask(REQUEST, asking(&owner)).await;
    let (a, b) = tokio::join!(
        one.send(DECIDE, approval(&owner, 2)),
        two.send(DECIDE, rejection(&owner, 2, "Không khớp.")),
    );
    let good = usize::from(a.code().is_none()) + usize::from(b.code().is_none());
    assert_eq!(good, 1, "{a:?} {b:?}");
    app.run_jobs().await;
    assert_eq!(app.mails_to(&owner.email).await.len(), 1);
});

on_both_databases!(a_new_name_takes_the_badge_away, |app| {
    let (owner, verifier) = verified(app).await;
    let editor = app.colleague(&owner, Editor).await;
    // What else it says changes nothing.
    let same = renamed(&owner, 3, "Tổ chức của firm");
    let data = owner.ask(UPDATE, same).await;
    assert_eq!(
        data["updateOrganization"]["organization"]["verification"],
        "VERIFIED"
    );
    let data = editor.ask(UPDATE, renamed(&owner, 4, "Tên mới hẳn")).await;
    let row = &data["updateOrganization"]["organization"];
    assert_eq!(
        (&row["verification"], &row["verifiedAt"]),
        (&json!("PENDING"), &Value::Null)
    );
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&owner.email).await,
        ["verification_approved", "verification_lost"]
    );
    let id = json!({ "id": owner.organization_id() });
    let data = verifier.ask(SENT, id).await;
    let sent = &data["organization"]["verificationRequests"][0];
    assert_eq!(sent["cause"], "IDENTITY_CHANGED");
    assert_eq!(sent["former"]["legalName"]["vi"], "Tổ chức của firm");
    assert_eq!(
        app.count("review", "kind = 'verification' AND decided_at IS NULL")
            .await,
        1
    );
    verifier.ask(DECIDE, approval(&owner, 5)).await;
    assert_eq!(state(&owner).await["verification"], "VERIFIED");
    app.run_jobs().await;
});

on_both_databases!(a_new_code_takes_the_badge_away, |app| {
    for field in ["taxCode", "establishmentCode"] {
        let (owner, _) = verified(app).await;
        let mut variables = renamed(&owner, 3, "Tổ chức của firm");
        variables["input"]["content"][field] = json!("0109999999");
        if field == "establishmentCode" {
            variables["input"]["content"][field] = json!("H31.07");
        }
        owner.ask(UPDATE, variables).await;
        assert_eq!(state(&owner).await["verification"], "PENDING", "{field}");
        app.run_jobs().await;
    }
});

on_both_databases!(a_year_ends_with_two_reminders, |app| {
    let (owner, _) = verified(app).await;
    app.app.clock.advance(Duration::days(335));
    // An hour early nothing is said.
    app.app.clock.advance(Duration::hours(-1));
    app.run_jobs().await;
    assert_eq!(app.mails_to(&owner.email).await.len(), 1);
    app.later(Duration::hours(1)).await;
    app.later(Duration::days(23)).await;
    app.later(Duration::days(6)).await;
    assert_eq!(state(&owner).await["verification"], "VERIFIED");
    app.later(Duration::days(1)).await;
    assert_eq!(
        state(&owner).await,
        json!({ "verification": "EXPIRED", "verifiedAt": null, "verifiedUntil": null })
    );
    let letters = app.mails_to(&owner.email).await;
    let names: Vec<_> = letters.iter().map(|letter| letter.0.as_str()).collect();
    assert_eq!(
        names,
        [
            "verification_approved",
            "verification_ending",
            "verification_ending",
            "verification_expired"
        ]
    );
    assert!(letters[1].1.contains("30 ngày") && letters[2].1.contains("7 ngày"));
    owner.ask(REQUEST, asking(&owner)).await;
    assert_eq!(state(&owner).await["verification"], "PENDING");
});

on_both_databases!(a_renewal_keeps_the_badge, |app| {
    let (owner, verifier) = verified(app).await;
    app.refuses(&owner, REQUEST, asking(&owner), "ILLEGAL_TRANSITION")
        .await;
    app.app.clock.advance(Duration::days(310));
    owner.ask(REQUEST, asking(&owner)).await;
    assert_eq!(state(&owner).await["verification"], "VERIFIED");
    app.later(Duration::days(30)).await;
    // Who has asked is not reminded to ask.
    assert_eq!(app.mails_to(&owner.email).await.len(), 1);
    let now = version(&owner).await;
    verifier.ask(DECIDE, approval(&owner, now)).await;
    app.later(Duration::days(100)).await;
    // The old year's end and reminders no longer concern it.
    assert_eq!(state(&owner).await["verification"], "VERIFIED");
    assert_eq!(
        app.templates_to(&owner.email).await,
        ["verification_approved", "verification_approved"]
    );
    app.later(Duration::days(265)).await;
    assert_eq!(state(&owner).await["verification"], "EXPIRED");
});

on_both_databases!(a_renewal_that_still_waits_when_the_year_ends, |app| {
    let (owner, verifier) = verified(app).await;
    app.app.clock.advance(Duration::days(350));
    owner.ask(REQUEST, asking(&owner)).await;
    app.later(Duration::days(15)).await;
    assert_eq!(state(&owner).await["verification"], "PENDING");
    let now = version(&owner).await;
    verifier.ask(DECIDE, approval(&owner, now)).await;
    assert_eq!(state(&owner).await["verification"], "VERIFIED");
    app.run_jobs().await;
});

on_both_databases!(evidence_is_ones_own_and_bounded, |app| {
    let (owner, other) = (app.firm().await, app.firm().await);
    let foreign = other.uploaded("verification", "của người khác").await;
    let wrong_kind = owner.uploaded("certificate", "chứng chỉ").await;
    for file in [
        foreign,
        wrong_kind,
        "file_00000000000000000000000000000001".into(),
    ] {
        let variables = json!({ "id": owner.organization_id(), "files": [file] });
        let answer = app
            .refuses(&owner, REQUEST, variables, "FILE_REFUSED")
            .await;
        assert_eq!(answer.field(), Some("evidence"));
    }
    let mut files = Vec::new();
    for n in 0..11 {
        files.push(owner.uploaded("verification", &format!("tệp {n}")).await);
    }
    let eleven = json!({ "id": owner.organization_id(), "files": files });
    app.refuses(&owner, REQUEST, eleven, "OUT_OF_RANGE").await;
    let mut long = asking(&owner);
    long["note"] = json!("x".repeat(2001));
    app.refuses(&owner, REQUEST, long, "TOO_LONG").await;
});

on_both_databases!(a_registration_is_accepted_or_hidden, |app| {
    let verifier = app.verifier().await;
    let owner = app.registered("hoa").await;
    let mine = "{ viewer { memberships { organization { id version } } } }";
    let data = owner.ask(mine, json!({})).await;
    let id = data["viewer"]["memberships"][0]["organization"]["id"].clone();
    let page = "query($id: ID!) { organization(id: $id) { standing standingReason verification } }";
    let reason = "Không có cơ quan nào tên như vậy.";
    let mut no = json!({ "input": { "organizationId": id, "version": 1, "decision": "REJECTED", "rule": "OTHER", "reason": reason } });
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (owner.clone(), "FORBIDDEN"),
        (app.moderator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, REGISTRATION, no.clone(), code).await;
    }
    let mut stale = no.clone();
    stale["input"]["version"] = json!(7);
    app.refuses(&verifier, REGISTRATION, stale, "STALE_VERSION")
        .await;
    let need = {
        let mut who = owner.clone();
        who.organization = id.as_str().and_then(|id| id.parse().ok());
        app.open_need(&who, &app.moderator().await).await
    };
    verifier.ask(REGISTRATION, no.clone()).await;
    let which = json!({ "id": id });
    app.visitor()
        .refused(page, which.clone(), "NOT_FOUND")
        .await;
    let data = owner.ask(page, which.clone()).await;
    assert_eq!(
        data["organization"],
        json!({ "standing": "REJECTED", "standingReason": reason, "verification": "UNVERIFIED" })
    );
    // What it had published ends with the same reason.
    let query = "query($id: ID!) { need(id: $id) { status statusReason } }";
    let data = app.visitor().ask(query, json!({ "id": need })).await;
    assert_eq!(
        data["need"],
        json!({ "status": "WITHDRAWN", "statusReason": reason })
    );
    app.run_jobs().await;
    let letters = app.mails_to(&owner.email).await;
    assert!(
        letters
            .iter()
            .any(|l| l.0 == "registration_rejected" && l.2.contains(reason))
    );
    // Decided is decided; a correction of the name brings it before the alliance again.
    no["input"]["version"] = json!(2);
    app.refuses(&verifier, REGISTRATION, no, "ILLEGAL_TRANSITION")
        .await;
    let content = json!({ "kind": "DEPT", "legalName": { "vi": "Sở Công Thương tỉnh minh họa" } });
    let update = json!({ "input": { "organizationId": id, "version": 2, "content": content } });
    owner.ask(UPDATE, update).await;
    let yes = json!({ "input": { "organizationId": id, "version": 3, "decision": "APPROVED", "rule": "COMPLETE" } });
    let data = verifier.ask(REGISTRATION, yes).await;
    assert_eq!(
        data["decideRegistration"]["organization"]["standing"],
        "LISTED"
    );
    app.visitor().ask(page, which).await;
    app.run_jobs().await;
});
