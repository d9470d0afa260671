//! What a proposal says lies encrypted: sections, the seal at rest, receipts.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use iforum::proposals::receipts::{self, Found};
use iforum::proposals::{sealing, store};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use sea_orm_migration::MigratorTrait;
use tests::{Client, TestApp, Value, json, on_both_databases};

const SAVE: &str = "mutation($input: SaveProposalSectionInput!) { saveProposalSection(input: $input) { conflict proposal { version status } section { version text language durationMonths total { amount } lines { label amount } risks { category bearer note } indicators { name target } references { project year } savedAt } } }";
const SUBMIT: &str = "mutation($id: ID!, $version: Int!, $key: String) { submitProposal(input: { proposalId: $id, version: $version, clientKey: $key }) { proposal { id status version receipt } } }";
const WITHDRAW: &str = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"Đổi kế hoạch.\" }) { proposal { version } } }";
const PROPOSAL: &str = "query($id: ID!) { proposal(id: $id) { version receipt receiptFile canonicalContent price { amount } durationMonths sections { name version text } } }";
const CHECK: &str = "query($id: ID!) { receiptCheck(proposalId: $id) { sameContent signed contentSha256 receiptSha256 } }";
/// Stands in the planted contents and nowhere else.
const PLANTED: &str = "Bí-mật-7391";

fn save(id: &str, section: &str, version: i32, content: Value) -> Value {
    json!({ "input": { "proposalId": id, "section": section, "version": version, "content": content } })
}

async fn drafted(app: &TestApp) -> (Client, Client, String, String) {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let draft = app.draft_proposal(&firm, &need).await;
    (officer, firm, need, draft)
}

on_both_databases!(
    a_section_is_saved_by_itself_and_a_stale_one_shows_what_is_there,
    |app| {
        let (_, firm, _, draft) = drafted(app).await;
        let colleague = app.colleague(&firm, MembershipRole::Editor).await;
        let team = |version, text: &str| save(&draft, "TEAM", version, json!({ "text": text }));
        let data = firm.ask(SAVE, team(0, "Ba người.")).await;
        let saved = &data["saveProposalSection"];
        assert_eq!(
            (&saved["conflict"], &saved["section"]["version"]),
            (&json!(false), &json!(1))
        );
        // Another section meanwhile is no conflict.
        let plan = json!({ "text": "Hai đợt.", "durationMonths": 9 });
        let data = colleague
            .ask(SAVE, save(&draft, "WORK_PLAN", 1, plan))
            .await;
        assert_eq!(data["saveProposalSection"]["section"]["durationMonths"], 9);
        let before = app.everything().await;
        let data = colleague.ask(SAVE, team(0, "Bốn người.")).await;
        let conflict = &data["saveProposalSection"];
        assert_eq!(
            (
                &conflict["conflict"],
                &conflict["section"]["version"],
                &conflict["section"]["text"]
            ),
            (&json!(true), &json!(1), &json!("Ba người."))
        );
        // The same once more, because the answer got lost, is neither a change nor a conflict.
        let data = firm.ask(SAVE, team(0, "Ba người.")).await;
        assert_eq!(data["saveProposalSection"]["conflict"], false);
        assert_eq!(app.everything().await, before);
        let data = colleague.ask(SAVE, team(1, "Bốn người.")).await;
        assert_eq!(data["saveProposalSection"]["section"]["version"], 2);
    }
);

on_both_databases!(two_who_save_a_section_at_once_both_learn_of_it, |app| {
    let (_, firm, _, draft) = drafted(app).await;
    let colleague = app.colleague(&firm, MembershipRole::Editor).await;
    let team = |text: &str| save(&draft, "TEAM", 0, json!({ "text": text }));
    let (one, two) = tokio::join!(
        firm.ask(SAVE, team("Một.")),
        colleague.ask(SAVE, team("Hai."))
    );
    let conflicts = [&one, &two].map(|data| data["saveProposalSection"]["conflict"] == true);
    assert_eq!(conflicts.iter().filter(|conflict| **conflict).count(), 1);
    assert_eq!(
        one["saveProposalSection"]["section"],
        two["saveProposalSection"]["section"]
    );
});

on_both_databases!(the_price_is_the_sum_of_its_lines, |app| {
    let (_, firm, _, draft) = drafted(app).await;
    let lines = json!({ "lines": [{ "label": "Đèn", "amount": "7000000000" }, { "label": "Lắp đặt", "amount": "500000000" }] });
    let data = firm.ask(SAVE, save(&draft, "PRICE", 1, lines)).await;
    assert_eq!(
        data["saveProposalSection"]["section"]["total"]["amount"],
        "7500000000"
    );
    let data = firm.ask(PROPOSAL, json!({ "id": draft })).await;
    assert_eq!(data["proposal"]["price"]["amount"], "7500000000");
});

on_both_databases!(references_are_copied_as_they_stand_that_day, |app| {
    let (_, firm, _, draft) = drafted(app).await;
    let add =
        "mutation($input: AddReferenceInput!) { addReference(input: $input) { reference { id } } }";
    let own = json!({ "clientKey": app.key(), "organizationId": firm.organization_id(), "content": { "project": { "vi": "Đèn khu A" }, "client": "Khu A", "year": 2023 } });
    let data = firm.ask(add, json!({ "input": own })).await;
    let reference = data["addReference"]["reference"]["id"].clone();
    let chosen = json!({ "referenceIds": [reference] });
    let data = firm
        .ask(SAVE, save(&draft, "REFERENCES", 0, chosen.clone()))
        .await;
    let copied = json!([{ "project": "Đèn khu A", "year": 2023 }]);
    assert_eq!(data["saveProposalSection"]["section"]["references"], copied);
    let remove = "mutation($id: ID!) { removeReference(input: { referenceId: $id }) { organization { id } } }";
    firm.send(remove, json!({ "id": reference })).await;
    let data = firm.ask(SAVE, save(&draft, "REFERENCES", 1, chosen)).await;
    assert_eq!(data["saveProposalSection"]["section"]["references"], copied);
    let foreign = json!({ "referenceIds": ["ref_00000000000000000000000000000001"] });
    app.refuses(
        &firm,
        SAVE,
        save(&draft, "REFERENCES", 1, foreign),
        "INVALID_INPUT",
    )
    .await;
});

on_both_databases!(what_is_wrong_in_a_section_is_said_by_field, |app| {
    let (_, firm, _, draft) = drafted(app).await;
    let line = |label: &str, amount: &str| json!({ "label": label, "amount": amount });
    let risk = json!({ "category": "DESIGN", "bearer": "SHARED", "note": "" });
    for (section, content, field, code) in [
        (
            "TEAM",
            json!({ "text": "x".repeat(20_001) }),
            "text",
            "TOO_LONG",
        ),
        (
            "WORK_PLAN",
            json!({ "durationMonths": 121 }),
            "durationMonths",
            "OUT_OF_RANGE",
        ),
        (
            "PRICE",
            json!({ "lines": [line(" ", "1")] }),
            "lines.0.label",
            "REQUIRED",
        ),
        (
            "PRICE",
            json!({ "lines": [line("a", "-1"), line("b", "2")] }),
            "lines.0.amount",
            "OUT_OF_RANGE",
        ),
        (
            "PRICE",
            json!({ "lines": [line("a", "9000000000000000000"), line("b", "9000000000000000000")] }),
            "lines",
            "OUT_OF_RANGE",
        ),
        (
            "PRICE",
            json!({ "lines": vec![line("a", "1"); 51] }),
            "lines",
            "OUT_OF_RANGE",
        ),
        (
            "RISKS",
            json!({ "risks": [risk, risk] }),
            "risks.1.category",
            "CONFLICT",
        ),
        (
            "INDICATORS",
            json!({ "indicators": [{ "name": "", "target": "5" }] }),
            "indicators.0.name",
            "REQUIRED",
        ),
    ] {
        let version = i32::from(matches!(section, "PRICE" | "WORK_PLAN"));
        let answer = app
            .refuses(&firm, SAVE, save(&draft, section, version, content), code)
            .await;
        assert_eq!(
            answer.field(),
            Some(format!("content.{field}").as_str()),
            "{section}"
        );
    }
    let hostile = "<script>alert(1)</script> {{ need }} \r\nBcc: x@y.example";
    let data = firm
        .ask(SAVE, save(&draft, "TEAM", 0, json!({ "text": hostile })))
        .await;
    let text = data["saveProposalSection"]["section"]["text"]
        .as_str()
        .unwrap();
    assert!(text.contains("<script>"), "kept as text: {text}");
});

on_both_databases!(
    a_key_answers_as_before_and_conflicts_with_another_body,
    |app| {
        let (_, firm, _, draft) = drafted(app).await;
        let key = app.key();
        let sent = json!({ "id": draft, "version": 1, "key": key });
        let (one, two) = tokio::join!(
            firm.ask(SUBMIT, sent.clone()),
            firm.ask(SUBMIT, sent.clone())
        );
        assert_eq!(one, two);
        app.run_jobs().await;
        let before = app.everything().await;
        assert_eq!(firm.ask(SUBMIT, sent).await, one);
        assert_eq!(app.everything().await, before);
        let other = json!({ "id": draft, "version": 2, "key": key });
        app.refuses(&firm, SUBMIT, other, "CONFLICT").await;
        assert_eq!(app.templates_to(&firm.email).await, ["proposal_receipt"]);
    }
);

on_both_databases!(a_millisecond_decides, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let (early, on_time, late) = (app.firm().await, app.firm().await, app.firm().await);
    let mut drafts = Vec::new();
    for firm in [&early, &on_time, &late] {
        drafts.push(app.draft_proposal(firm, &need).await);
    }
    let sent = |at: usize| json!({ "id": drafts[at], "version": 1, "key": app.key() });
    app.app
        .clock
        .advance(Duration::days(30) - Duration::milliseconds(1));
    let left = tests::beginning() + Duration::days(30) - app.app.clock.now();
    app.app.clock.advance(left - Duration::milliseconds(1));
    let data = early.ask(SUBMIT, sent(0)).await;
    assert_eq!(data["submitProposal"]["proposal"]["status"], "SUBMITTED");
    app.app.clock.advance(Duration::milliseconds(1));
    for (firm, at) in [(&on_time, 1), (&late, 2)] {
        app.refuses(firm, SUBMIT, sent(at), "ILLEGAL_TRANSITION")
            .await;
        app.app.clock.advance(Duration::milliseconds(1));
    }
    app.run_jobs().await;
});

/// Every value of every table, as the database would dump it: texts, and bytes as they are.
async fn dump(app: &TestApp) -> Vec<u8> {
    let db = &app.app.db;
    let backend = db.get_database_backend();
    let ask = async |sql: String| {
        let rows = db.query_all_raw(Statement::from_string(backend, sql)).await;
        rows.expect("asked")
    };
    let mut all = Vec::new();
    if backend == DbBackend::Postgres {
        let tables = "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'";
        for table in ask(tables.into()).await {
            let table: String = table.try_get("", "name").expect("a name");
            for row in ask(format!(
                "SELECT row_to_json(t)::text AS row FROM \"{table}\" t"
            ))
            .await
            {
                let text: String = row.try_get("", "row").expect("text");
                all.extend(text.replace("\\\\x", "").into_bytes());
            }
        }
        return all;
    }
    // The file itself, with its log: freed pages and all.
    ask("PRAGMA wal_checkpoint(FULL)".into()).await;
    let path = app
        .database_url()
        .trim_start_matches("sqlite:")
        .trim_start_matches("//");
    let path = path.split('?').next().unwrap_or_default();
    all.extend(std::fs::read(path).expect("the file"));
    all
}

fn contains(all: &[u8], text: &str) -> bool {
    let hex = data_encoding::HEXLOWER.encode(text.as_bytes());
    [text.as_bytes(), hex.as_bytes()]
        .iter()
        .any(|needle| all.windows(needle.len()).any(|part| part == *needle))
}

on_both_databases!(a_dump_shows_nothing_before_or_after_the_opening, |app| {
    let (officer, firm, need, draft) = drafted(app).await;
    for (section, version) in [
        ("SUMMARY", 1),
        ("APPROACH", 1),
        ("TEAM", 0),
        ("FINANCING", 0),
    ] {
        let text = json!({ "text": format!("{PLANTED} {section}"), "language": "VI" });
        firm.ask(SAVE, save(&draft, section, version, text)).await;
    }
    assert!(!contains(&dump(app).await, PLANTED));
    firm.ask(
        SUBMIT,
        json!({ "id": draft, "version": 5, "key": app.key() }),
    )
    .await;
    app.run_jobs().await;
    assert!(!contains(&dump(app).await, PLANTED));
    app.later(Duration::days(30)).await;
    app.open_proposals(&officer, &need).await;
    let data = officer.ask(PROPOSAL, json!({ "id": draft })).await;
    assert!(data.to_string().contains(PLANTED));
    let dumped = dump(app).await;
    assert!(!contains(&dumped, PLANTED));
    // The search would find it, were it there.
    assert!(contains(&dumped, "Người officer"));
});

on_both_databases!(a_key_opens_its_own_proposal_alone, |app| {
    let (_, firm, need, draft) = drafted(app).await;
    let other = app.draft_proposal(&app.firm().await, &need).await;
    let (own, other) = (draft.parse().unwrap(), other.parse().unwrap());
    let db = &app.app.db;
    let mut moved = store::sealed(db, &[other]).await.unwrap().remove(0);
    moved.0.proposal_id = own;
    moved.1.proposal_id = own;
    let txn = app.system().begin().await.unwrap();
    store::replace_sealed(&txn, moved).await.unwrap();
    txn.commit().await.unwrap();
    let answer = firm.send(PROPOSAL, json!({ "id": draft })).await;
    assert_eq!(answer.code(), Some("INTERNAL"));
    // Not even the product itself has a key unwrapped before the opening.
    let proposal = store::find(db, other).await.unwrap().unwrap();
    let need = iforum::needs::store::find(db, proposal.need_id)
        .await
        .unwrap()
        .unwrap();
    let refused = sealing::read(&app.system(), db, (&proposal, &need)).await;
    assert!(refused.is_err());
});

on_both_databases!(what_is_taken_up_again_has_a_new_key, |app| {
    let (_, firm, _, draft) = drafted(app).await;
    firm.ask(
        SUBMIT,
        json!({ "id": draft, "version": 1, "key": app.key() }),
    )
    .await;
    let id = draft.parse().unwrap();
    let first = store::sealed(&app.app.db, &[id]).await.unwrap().remove(0).1;
    firm.ask(WITHDRAW, json!({ "id": draft })).await;
    firm.ask(SAVE, save(&draft, "TEAM", 0, json!({ "text": "Mới." })))
        .await;
    let second = store::sealed(&app.app.db, &[id]).await.unwrap().remove(0).1;
    assert_eq!((first.generation, second.generation), (1, 2));
    assert_ne!(first.wrapped, second.wrapped);
    let data = firm.ask(PROPOSAL, json!({ "id": draft })).await;
    assert_eq!(data["proposal"]["receipt"], Value::Null);
    app.run_jobs().await;
});

on_both_databases!(
    a_receipt_is_signed_and_stands_against_altered_content,
    |app| {
        let (officer, firm, need, draft) = drafted(app).await;
        firm.ask(
            SUBMIT,
            json!({ "id": draft, "version": 1, "key": app.key() }),
        )
        .await;
        app.run_jobs().await;
        let data = firm.ask(PROPOSAL, json!({ "id": draft })).await;
        let receipt = data["proposal"]["receiptFile"].as_str().unwrap();
        let content = data["proposal"]["canonicalContent"].as_str().unwrap();
        let keys = app
            .visitor()
            .ask("{ receiptKeys { name publicKey } }", json!({}))
            .await;
        let key = keys["receiptKeys"][0]["publicKey"].as_str().unwrap();
        let (_, _, published) = app
            .visitor()
            .http("GET", "/.well-known/iforum-receipt-keys.json", &[], vec![])
            .await;
        assert!(String::from_utf8_lossy(&published).contains(key));
        assert_eq!(
            receipts::compare(receipt, content, Some(key)),
            Ok(Found::Genuine)
        );
        assert_eq!(
            receipts::compare(receipt, content, None),
            Ok(Found::Unsigned)
        );
        let spaced = serde_json_pretty(content);
        assert_eq!(
            receipts::compare(receipt, &spaced, Some(key)),
            Ok(Found::Genuine)
        );
        for altered in [
            content.replace("5.000", "5.001"),
            content.replace("9000000000", "9000000001"),
            content.replacen('{', "{\"x\":1,", 1),
            String::new(),
        ] {
            assert!(
                receipts::compare(receipt, &altered, Some(key)).is_err(),
                "{altered}"
            );
        }
        for altered in [
            receipt.replace("\"submitted_at\": \"2", "\"submitted_at\": \"3"),
            receipt.replace("org_", "org_0"),
            receipt.replace("\"key\": \"", "\"key\": \"0"),
            receipt.replace("iforum-proposal-receipt-1", "x"),
        ] {
            assert_ne!(altered, receipt);
            assert!(receipts::compare(&altered, content, Some(key)).is_err());
        }
        assert!(receipts::compare(receipt, content, Some(&"A".repeat(43))).is_err());
        // In the product: the bidder at once, the owner after the opening, nobody else.
        let good = json!({ "sameContent": true, "signed": true, "contentSha256": data["proposal"]["receipt"], "receiptSha256": data["proposal"]["receipt"] });
        let id = json!({ "id": draft });
        assert_eq!(firm.ask(CHECK, id.clone()).await["receiptCheck"], good);
        app.refuses(&officer, CHECK, id.clone(), "NOT_FOUND").await;
        app.later(Duration::days(30)).await;
        app.open_proposals(&officer, &need).await;
        assert_eq!(officer.ask(CHECK, id.clone()).await["receiptCheck"], good);
        let alter = "UPDATE proposal SET receipt = 'ab' WHERE receipt IS NOT NULL";
        app.app.db.execute_unprepared(alter).await.unwrap();
        let data = officer.ask(CHECK, id).await;
        assert_eq!(data["receiptCheck"]["sameContent"], false);
        assert_eq!(data["receiptCheck"]["signed"], false);
    }
);

fn serde_json_pretty(content: &str) -> String {
    // Key order is kept by hand: only line breaks are added.
    content.replace(",\"", ",\n  \"")
}

on_both_databases!(
    what_was_written_before_the_seal_is_sealed_at_the_start,
    |app| {
        let (officer, firm, need, draft) = drafted(app).await;
        // Back to where proposals stood in plain columns, and up again.
        let db = &app.app.db;
        let steps = migrations::Migrator::migrations().len() - 15;
        let steps = u32::try_from(steps).unwrap();
        migrations::Migrator::down(db, Some(steps)).await.unwrap();
        let plain = format!(
            "UPDATE proposal SET language = 'EN', summary = '{PLANTED}', approach = 'Cách làm', price_amount = 5000000000, duration_months = 7"
        );
        db.execute_unprepared(&plain).await.unwrap();
        migrations::Migrator::up(db, None).await.unwrap();
        assert_eq!(app.rows("proposal_legacy").await, 1);
        sealing::seal_legacy(&app.app).await.unwrap();
        sealing::seal_legacy(&app.app).await.unwrap();
        assert_eq!(app.rows("proposal_legacy").await, 0);
        assert!(!contains(&dump(app).await, PLANTED));
        let data = firm.ask(PROPOSAL, json!({ "id": draft })).await;
        assert_eq!(data["proposal"]["sections"][0]["text"], PLANTED);
        assert_eq!(data["proposal"]["price"]["amount"], "5000000000");
        assert_eq!(data["proposal"]["durationMonths"], 7);
        // It goes on like any other.
        let edit = json!({ "text": "Ba người." });
        firm.ask(SAVE, save(&draft, "TEAM", 0, edit)).await;
        firm.ask(
            SUBMIT,
            json!({ "id": draft, "version": 2, "key": app.key() }),
        )
        .await;
        assert_eq!(
            firm.ask(CHECK, json!({ "id": draft })).await["receiptCheck"]["signed"],
            true
        );
        app.later(Duration::days(30)).await;
        app.open_proposals(&officer, &need).await;
    }
);
