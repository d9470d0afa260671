//! Files of proposals: sealed as what they belong to is sealed, covered by its receipt.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use tests::{Answer, Client, TestApp, json, on_both_databases, pdf};

const ATTACHMENTS: &str = "query($id: ID!) { proposal(id: $id) { version status canonicalContent attachments { id name mediaType size sha256 path } } }";
const SUBMIT: &str = "mutation($id: ID!, $version: Int!) { submitProposal(input: { proposalId: $id, version: $version }) { proposal { version receipt } } }";
const WITHDRAW: &str = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"Đổi bản vẽ.\" }) { proposal { version } } }";
const REMOVE: &str = "mutation($id: ID!, $file: ID!) { removeProposalAttachment(input: { proposalId: $id, attachmentId: $file }) { proposal { version attachments { id } } } }";
const CHECK: &str = "query($id: ID!) { receiptCheck(proposalId: $id) { sameContent signed } }";
const PDF: &str = "application/pdf";
/// Stands in planted files and nowhere else.
const PLANTED: &str = "Ban-ve-bi-mat-5520";

/// An open need with a draft for it.
struct Call {
    officer: Client,
    firm: Client,
    need: String,
    draft: String,
}

async fn call(app: &TestApp) -> Call {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let draft = app.draft_proposal(&firm, &need).await;
    Call {
        officer,
        firm,
        need,
        draft,
    }
}

async fn bytes(who: &Client, id: &str) -> (u16, Vec<u8>) {
    let (status, _, bytes) = who
        .http("GET", &format!("/attachments/{id}"), &[], vec![])
        .await;
    (status.as_u16(), bytes)
}

fn refused(answer: &Answer) -> (u16, Option<&str>) {
    (answer.status.as_u16(), answer.code())
}

on_both_databases!(a_file_is_its_bidders_until_it_is_opened, |app| {
    let call = call(app).await;
    let (colleague, rival) = (
        app.colleague(&call.firm, MembershipRole::Viewer).await,
        app.firm().await,
    );
    let id = call.firm.attached(&call.draft, PLANTED).await;
    let (moderator, administrator) = (app.moderator().await, app.administrator().await);
    let others = [&rival, &moderator, &administrator, &app.visitor()];
    for who in [&call.firm, &colleague] {
        assert_eq!(bytes(who, &id).await, (200, pdf(PLANTED)));
    }
    for who in others.into_iter().chain([&call.officer]) {
        let (hidden, absent) = (
            bytes(who, &id).await,
            bytes(who, "att_00000000000000000000000000000001").await,
        );
        assert_eq!(hidden, absent);
        assert_eq!(hidden.0, 404);
    }
    let headers = call
        .firm
        .http("GET", &format!("/attachments/{id}"), &[], vec![])
        .await
        .1;
    let header = |name: &str| headers[name].to_str().unwrap().to_owned();
    assert!(header("content-disposition").starts_with("attachment; filename=\"phu-luc.pdf\""));
    assert_eq!(header("cache-control"), "private, no-store");
    assert!(header("content-security-policy").contains("sandbox"));
    let submit = json!({ "id": call.draft, "version": 2 });
    call.firm.ask(SUBMIT, submit).await;
    app.later(Duration::days(30)).await;
    assert_eq!(bytes(&call.officer, &id).await.0, 404);
    app.open_proposals(&call.officer, &call.need).await;
    assert_eq!(bytes(&call.officer, &id).await, (200, pdf(PLANTED)));
    for who in others {
        assert_eq!(bytes(who, &id).await.0, 404);
    }
});

on_both_databases!(nothing_of_a_file_lies_open, |app| {
    let call = call(app).await;
    let name = format!("{PLANTED}.pdf");
    let answer = call
        .firm
        .attach(&call.draft, (&name, PDF), pdf(PLANTED))
        .await;
    assert_eq!(answer.status, 201, "{:#}", answer.body);
    let sha256 = answer.body["attachment"]["sha256"].as_str().unwrap();
    let stored = app.stored();
    let [(file, sealed)] = stored.as_slice() else {
        panic!("one file, not {}", stored.len());
    };
    assert_ne!(file, sha256);
    let plain = pdf(PLANTED);
    assert!(
        !sealed
            .windows(12)
            .any(|part| plain.windows(12).any(|p| p == part))
    );
    for row in app.everything().await {
        assert!(!row.contains(PLANTED) && !row.contains(sha256), "{row}");
    }
    // The same bytes for another bidder have nothing in common with these.
    let rival = app.firm().await;
    let other = app.draft_proposal(&rival, &call.need).await;
    rival.attach(&other, (&name, PDF), pdf(PLANTED)).await;
    let both = app.stored();
    assert_eq!(both.len(), 2);
    assert_ne!(both[0].1, both[1].1);
});

on_both_databases!(the_receipt_covers_the_files, |app| {
    let call = call(app).await;
    let id = call.firm.attached(&call.draft, "một").await;
    let data = call
        .firm
        .ask(ATTACHMENTS, json!({ "id": call.draft }))
        .await;
    let file = &data["proposal"]["attachments"][0];
    assert_eq!(
        (
            &file["id"],
            &file["name"],
            &file["mediaType"],
            &file["path"]
        ),
        (
            &json!(id),
            &json!("phu-luc.pdf"),
            &json!(PDF),
            &json!(format!("/attachments/{id}"))
        )
    );
    let content = data["proposal"]["canonicalContent"].as_str().unwrap();
    assert!(content.contains(file["sha256"].as_str().unwrap()));
    // Nobody needs the key to check a receipt.
    assert!(
        !content.contains("key") && !content.contains(&id),
        "{content}"
    );
    let submit = json!({ "id": call.draft, "version": 2 });
    let first = call.firm.ask(SUBMIT, submit).await["submitProposal"]["proposal"].clone();
    let data = call.firm.ask(CHECK, json!({ "id": call.draft })).await;
    assert_eq!(
        data["receiptCheck"],
        json!({ "sameContent": true, "signed": true })
    );
    // What was handed in does not change; what is taken back does, and has another receipt.
    let remove = json!({ "id": call.draft, "file": id });
    app.refuses(&call.firm, REMOVE, remove.clone(), "ILLEGAL_TRANSITION")
        .await;
    let late = call
        .firm
        .attach(&call.draft, ("b.pdf", PDF), pdf("hai"))
        .await;
    assert_eq!(refused(&late), (400, Some("ILLEGAL_TRANSITION")));
    call.firm.ask(WITHDRAW, json!({ "id": call.draft })).await;
    let data = call.firm.ask(REMOVE, remove.clone()).await;
    assert_eq!(
        data["removeProposalAttachment"]["proposal"]["attachments"],
        json!([])
    );
    assert!(app.stored().is_empty());
    assert_eq!(bytes(&call.firm, &id).await.0, 404);
    // Once more, because the answer got lost.
    let before = app.everything().await;
    call.firm.ask(REMOVE, remove).await;
    assert_eq!(app.everything().await, before);
    let version = data["removeProposalAttachment"]["proposal"]["version"].clone();
    let again = json!({ "id": call.draft, "version": version });
    let second = call.firm.ask(SUBMIT, again).await["submitProposal"]["proposal"].clone();
    assert_ne!(first["receipt"], second["receipt"]);
    app.run_jobs().await;
});

on_both_databases!(what_is_not_taken_leaves_nothing, |app| {
    let call = call(app).await;
    let rival = app.firm().await;
    let viewer = app.colleague(&call.firm, MembershipRole::Viewer).await;
    let one = call.firm.attached(&call.draft, "một").await;
    // Sent again because the answer got lost, it is the same.
    assert_eq!(call.firm.attached(&call.draft, "một").await, one);
    let before = (app.everything().await, app.stored());
    let scripted =
        b"%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj\n%%EOF\n";
    for (who, draft, file, content, answer) in [
        (
            &call.firm,
            call.draft.as_str(),
            ("a.docx", PDF),
            pdf("x"),
            (422, "FILE_REFUSED"),
        ),
        (
            &call.firm,
            &call.draft,
            ("a.pdf", "image/png"),
            pdf("x"),
            (422, "FILE_REFUSED"),
        ),
        (
            &call.firm,
            &call.draft,
            ("a.pdf", PDF),
            scripted.to_vec(),
            (422, "FILE_REFUSED"),
        ),
        (
            &call.firm,
            &call.draft,
            ("a.pdf", PDF),
            vec![],
            (422, "FILE_REFUSED"),
        ),
        (
            &viewer,
            &call.draft,
            ("a.pdf", PDF),
            pdf("x"),
            (403, "FORBIDDEN"),
        ),
        (
            &rival,
            &call.draft,
            ("a.pdf", PDF),
            pdf("x"),
            (404, "NOT_FOUND"),
        ),
        (
            &call.officer,
            &call.draft,
            ("a.pdf", PDF),
            pdf("x"),
            (404, "NOT_FOUND"),
        ),
        (
            &app.visitor(),
            &call.draft,
            ("a.pdf", PDF),
            pdf("x"),
            (401, "UNAUTHENTICATED"),
        ),
        (
            &call.firm,
            "../files",
            ("a.pdf", PDF),
            pdf("x"),
            (404, "NOT_FOUND"),
        ),
        (
            &call.firm,
            "need_1",
            ("a.pdf", PDF),
            pdf("x"),
            (404, "NOT_FOUND"),
        ),
    ] {
        let found = who.attach(draft, file, content).await;
        if draft.starts_with("..") {
            assert_ne!(found.status, 201);
        } else {
            assert_eq!(
                refused(&found),
                (answer.0, Some(answer.1)),
                "{file:?} {draft}"
            );
        }
    }
    let (everything, stored) = before;
    assert_eq!(app.everything().await, everything);
    assert_eq!(app.stored(), stored);
    for number in 2..=10 {
        call.firm.attached(&call.draft, &number.to_string()).await;
    }
    let many = call
        .firm
        .attach(&call.draft, ("a.pdf", PDF), pdf("11"))
        .await;
    assert_eq!(refused(&many), (422, Some("FILE_REFUSED")));
    assert_eq!(app.stored().len(), 10);
    // A file of one proposal is not taken out of another.
    let own = app.open_need(&call.officer, &app.moderator().await).await;
    let own = app.draft_proposal(&rival, &own).await;
    let foreign = rival.ask(REMOVE, json!({ "id": own, "file": one })).await;
    assert_eq!(
        foreign["removeProposalAttachment"]["proposal"]["version"],
        1
    );
    assert_eq!(bytes(&call.firm, &one).await.0, 200);
    app.later(Duration::days(30)).await;
    let late = call
        .firm
        .attach(&call.draft, ("a.pdf", PDF), pdf("x"))
        .await;
    assert_eq!(late.status, 400, "{:#}", late.body);
    assert_eq!(app.stored().len(), 10);
});

on_both_databases!(a_panel_reads_the_files_under_letters, |app| {
    let panel = app.panel(true).await;
    let (firm, draft) = (&panel.firms[0], &panel.proposals[0]);
    firm.ask(WITHDRAW, json!({ "id": draft })).await;
    let id = firm.attached(draft, PLANTED).await;
    let data = firm.ask(ATTACHMENTS, json!({ "id": draft })).await;
    let again = json!({ "id": draft, "version": data["proposal"]["version"] });
    firm.ask(SUBMIT, again).await;
    for judge in panel.judges() {
        assert_eq!(bytes(judge, &id).await.0, 404);
    }
    panel.open(app).await;
    panel.start(app).await;
    let bids = "query($id: ID!) { evaluation(id: $id) { bids { label organization { id } attachments { id name path } } } }";
    let stranger = app.moderator().await;
    for judge in panel.judges().into_iter().chain([&panel.owner]) {
        let data = judge.ask(bids, panel.id()).await;
        let bids = data["evaluation"]["bids"].as_array().unwrap();
        let files: Vec<_> = bids
            .iter()
            .flat_map(|bid| bid["attachments"].as_array().unwrap())
            .map(|file| file["id"].clone())
            .collect();
        assert_eq!(files, [json!(id)]);
        assert!(bids.iter().all(|bid| bid["organization"].is_null()));
        assert_eq!(bytes(judge, &id).await, (200, pdf(PLANTED)));
    }
    for other in [&panel.firms[1], &stranger, &app.visitor()] {
        assert_eq!(bytes(other, &id).await.0, 404);
    }
});
