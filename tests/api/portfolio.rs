//! Certificates and references: shown to everybody, their evidence to few.

use chrono::Duration;
use iforum::organizations::MembershipRole::{Editor, Viewer};
use tests::{TestApp, Value, json, on_both_databases};

const ADD: &str = "mutation($input: AddCertificateInput!) { addCertificate(input: $input) { certificate { id name standard issuer number issuedOn expiresOn expired evidence { id name path } } } }";
const UPDATE: &str = "mutation($input: UpdateCertificateInput!) { updateCertificate(input: $input) { certificate { name evidence { id } } } }";
const REMOVE: &str = "mutation($id: ID!) { removeCertificate(input: { certificateId: $id }) { certificateId organization { certificates { id } } } }";
const ADD_REFERENCE: &str = "mutation($input: AddReferenceInput!) { addReference(input: $input) { reference { id project { vi } client place { nameVi } year description { vi } url } } }";
const UPDATE_REFERENCE: &str = "mutation($input: UpdateReferenceInput!) { updateReference(input: $input) { reference { project { vi viState en enState } year } } }";
const REMOVE_REFERENCE: &str = "mutation($id: ID!) { removeReference(input: { referenceId: $id }) { organization { references { id } } } }";
const PAGE: &str = "query($id: ID!) { organization(id: $id) { certificates { name expired evidence { id } } references { year project { vi } } } }";

fn certificate() -> Value {
    json!({
        "name": "Hệ thống quản lý an toàn thông tin", "standard": "ISO/IEC 27001:2022",
        "issuer": "Đơn vị chứng nhận minh họa", "number": "MH-0001",
        "issuedOn": "2025-01-15", "expiresOn": "2026-12-01",
    })
}

fn reference() -> Value {
    json!({
        "project": { "vi": "Trung tâm điều hành minh họa" }, "client": "Thành phố minh họa",
        "placeId": "vn34-31", "year": 2024, "url": "https://duan.example",
    })
}

fn adding(app: &TestApp, who: &tests::Client, content: Value) -> Value {
    json!({ "input": { "clientKey": app.key(), "organizationId": who.organization_id(), "content": content } })
}

fn with(mut value: Value, field: &str, to: impl Into<Value>) -> Value {
    value[field] = to.into();
    value
}

on_both_databases!(a_certificate_is_public_and_its_evidence_is_not, |app| {
    let owner = app.firm().await;
    let editor = app.colleague(&owner, Editor).await;
    let file = editor.uploaded("certificate", "bản chụp").await;
    let content = with(certificate(), "evidenceId", file.clone());
    let variables = adding(app, &owner, content);
    let data = editor.ask(ADD, variables.clone()).await;
    let shown = &data["addCertificate"]["certificate"];
    assert_eq!(
        shown["evidence"],
        json!({ "id": file, "name": "a.pdf", "path": format!("/files/{file}") })
    );
    assert_eq!(
        (&shown["issuedOn"], &shown["expired"]),
        (&json!("2025-01-15"), &json!(false))
    );
    // The same click again.
    assert_eq!(editor.ask(ADD, variables).await, data);
    assert_eq!(app.rows("certificate").await, 1);
    let id = json!({ "id": owner.organization_id() });
    for (who, sees) in [
        (app.visitor(), false),
        (app.officer().await, false),
        (app.moderator().await, false),
        (app.verifier().await, true),
        (app.colleague(&owner, Viewer).await, true),
    ] {
        let data = who.ask(PAGE, id.clone()).await;
        let shown = &data["organization"]["certificates"][0];
        assert_eq!(shown["name"], "Hệ thống quản lý an toàn thông tin");
        assert_eq!(shown["evidence"].is_object(), sees);
    }
    // The evidence is in use: it does not go after a day. The certificate ends by its date.
    app.later(Duration::days(10)).await;
    assert_eq!(app.rows("file").await, 1);
    let data = app.visitor().ask(PAGE, id).await;
    assert_eq!(data["organization"]["certificates"][0]["expired"], true);
});

on_both_databases!(evidence_goes_with_its_certificate, |app| {
    let owner = app.firm().await;
    let (old, new) = (
        owner.uploaded("certificate", "cũ").await,
        owner.uploaded("certificate", "mới").await,
    );
    let content = with(certificate(), "evidenceId", old.clone());
    let data = owner.ask(ADD, adding(app, &owner, content)).await;
    let id = data["addCertificate"]["certificate"]["id"].clone();
    let content = with(certificate(), "evidenceId", new.clone());
    let update = json!({ "input": { "certificateId": id, "content": content } });
    let data = owner.ask(UPDATE, update.clone()).await;
    assert_eq!(
        data["updateCertificate"]["certificate"]["evidence"]["id"],
        new
    );
    app.run_jobs().await;
    let path = format!("/files/{old}");
    assert_eq!(owner.http("GET", &path, &[], vec![]).await.0, 404);
    // The same again changes nothing.
    owner.ask(UPDATE, update).await;
    let data = owner.ask(REMOVE, json!({ "id": id })).await;
    assert_eq!(
        data["removeCertificate"]["organization"]["certificates"],
        json!([])
    );
    app.run_jobs().await;
    assert_eq!(app.rows("file").await, 0);
    app.refuses(&owner, REMOVE, json!({ "id": id }), "NOT_FOUND")
        .await;
});

on_both_databases!(only_own_unused_evidence_of_the_kind_is_taken, |app| {
    let (owner, other) = (app.firm().await, app.firm().await);
    let used = owner.uploaded("certificate", "một").await;
    let content = with(certificate(), "evidenceId", used.clone());
    owner.ask(ADD, adding(app, &owner, content)).await;
    for file in [
        used,
        owner.uploaded("verification", "hai").await,
        other.uploaded("certificate", "ba").await,
        "file_00000000000000000000000000000001".to_owned(),
    ] {
        let content = with(certificate(), "evidenceId", file);
        let variables = adding(app, &owner, content);
        let answer = app.refuses(&owner, ADD, variables, "FILE_REFUSED").await;
        assert_eq!(answer.field(), Some("content.evidenceId"));
    }
});

on_both_databases!(writers_alone_change_certificates_and_references, |app| {
    let owner = app.firm().await;
    let data = owner.ask(ADD, adding(app, &owner, certificate())).await;
    let certificate_id = data["addCertificate"]["certificate"]["id"].clone();
    let data = owner
        .ask(ADD_REFERENCE, adding(app, &owner, reference()))
        .await;
    let reference_id = data["addReference"]["reference"]["id"].clone();
    let all = [
        (ADD, adding(app, &owner, certificate())),
        (ADD_REFERENCE, adding(app, &owner, reference())),
        (REMOVE, json!({ "id": certificate_id })),
        (REMOVE_REFERENCE, json!({ "id": reference_id })),
        (
            UPDATE,
            json!({ "input": { "certificateId": certificate_id, "content": certificate() } }),
        ),
        (
            UPDATE_REFERENCE,
            json!({ "input": { "referenceId": reference_id, "content": reference() } }),
        ),
    ];
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (app.firm().await, "FORBIDDEN"),
        (app.colleague(&owner, Viewer).await, "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        for (query, variables) in &all {
            app.refuses(&who, query, variables.clone(), code).await;
        }
    }
});

on_both_databases!(references_are_replaced_as_a_whole, |app| {
    let owner = app.firm().await;
    let data = owner
        .ask(ADD_REFERENCE, adding(app, &owner, reference()))
        .await;
    let shown = &data["addReference"]["reference"];
    assert_eq!(shown["place"]["nameVi"], "Hải Phòng");
    let content = json!({ "project": { "vi": "Trung tâm điều hành minh họa", "en": "Demonstration centre" }, "client": "Ai đó", "year": 2025 });
    let update = json!({ "input": { "referenceId": shown["id"], "content": content } });
    let data = owner.ask(UPDATE_REFERENCE, update).await;
    assert_eq!(
        data["updateReference"]["reference"],
        json!({ "project": { "vi": "Trung tâm điều hành minh họa", "viState": "HUMAN", "en": "Demonstration centre", "enState": "HUMAN" }, "year": 2025 })
    );
    let newer = with(reference(), "year", 2026);
    owner.ask(ADD_REFERENCE, adding(app, &owner, newer)).await;
    let id = json!({ "id": owner.organization_id() });
    let data = app.visitor().ask(PAGE, id).await;
    let years: Vec<_> = data["organization"]["references"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["year"].clone())
        .collect();
    assert_eq!(years, [2026, 2025]);
});

on_both_databases!(wrong_contents_are_refused_field_by_field, |app| {
    let owner = app.firm().await;
    for (content, code, field) in [
        (
            with(certificate(), "name", " \n"),
            "REQUIRED",
            "content.name",
        ),
        (
            with(certificate(), "issuer", "x".repeat(201)),
            "TOO_LONG",
            "content.issuer",
        ),
        (
            with(certificate(), "issuedOn", "2027-01-01"),
            "OUT_OF_RANGE",
            "content.issuedOn",
        ),
        (
            with(certificate(), "expiresOn", "2024-01-01"),
            "OUT_OF_RANGE",
            "content.expiresOn",
        ),
    ] {
        let answer = app
            .refuses(&owner, ADD, adding(app, &owner, content), code)
            .await;
        assert_eq!(answer.field(), Some(field));
    }
    for (content, code, field) in [
        (
            with(reference(), "project", json!({})),
            "REQUIRED",
            "content.project.vi",
        ),
        (
            with(reference(), "year", 1066),
            "OUT_OF_RANGE",
            "content.year",
        ),
        (
            with(reference(), "placeId", "vn63-74"),
            "UNKNOWN_PLACE",
            "content.placeId",
        ),
        (
            with(reference(), "url", "javascript:alert(1)"),
            "INVALID_INPUT",
            "content.url",
        ),
    ] {
        let variables = adding(app, &owner, content);
        let answer = app.refuses(&owner, ADD_REFERENCE, variables, code).await;
        assert_eq!(answer.field(), Some(field));
    }
    let not_a_day = with(certificate(), "issuedOn", "2025-02-30");
    app.refuses(&owner, ADD, adding(app, &owner, not_a_day), "BAD_REQUEST")
        .await;
});

on_both_databases!(there_are_fifty_at_most_also_at_once, |app| {
    let owner = app.firm().await;
    for _ in 0..48 {
        owner
            .ask(ADD_REFERENCE, adding(app, &owner, reference()))
            .await;
    }
    let all = (0..4).map(|_| {
        let variables = adding(app, &owner, reference());
        let owner = owner.clone();
        async move { owner.send(ADD_REFERENCE, variables).await }
    });
    let answers = futures_util::future::join_all(all).await;
    let taken = answers.iter().filter(|a| a.code().is_none()).count();
    assert_eq!(taken, 2);
    assert_eq!(app.rows("organization_reference").await, 50);
});
