//! Agreements: drafted in turns, accepted, signed by who may at that moment, followed to an honest end; and
//! nobody else reads what is not hers.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use sea_orm::ConnectionTrait;
use tests::agreeing::{AGREEMENT, CREATE, Deal, beginning, content_of, planned};
use tests::{Client, TestApp, Value, json, on_both_databases};

const CHECK: &str = "query($hash: String!) { agreementVersion(hash: $hash) { agreementNumber number hash proposedAt signed signatures inForce superseded intact historic agreementId agreement { id } } }";
const LIST: &str = "query($filter: AgreementFilter) { agreements(first: 10, filter: $filter) { nodes { id title { vi } parties { name { vi } organization { id } } need { id } milestones { status } } } }";
const START: &str = "query($proposal: ID, $match: ID) { agreementStart(proposalId: $proposal, matchId: $match) { viewerMay reason { vi } agreements { id } } }";

async fn refused(
    app: &TestApp,
    deal: &Deal,
    who: &Client,
    name: &str,
    more: Value,
    code: &str,
) -> String {
    let variables = deal.input(more).await;
    let answer = app
        .refuses(who, &Deal::mutation(name), variables, code)
        .await;
    answer.message().to_owned()
}

on_both_databases!(two_sides_go_from_a_match_to_a_completed_agreement, |app| {
    let deal = app.deal().await;
    // Both see the template; the owner began and holds the turn.
    let seen = deal.seen_by(&deal.partner).await;
    assert_eq!(
        (&seen["status"], &seen["turn"], &seen["viewerSide"]),
        (&json!("DRAFTING"), &json!("OWNER"), &json!("PARTNER"))
    );
    assert_eq!(seen["current"]["number"], 1);
    let clause = &seen["current"]["clauses"][0]["body"]["en"];
    assert!(
        clause.as_str().unwrap().contains("firm Ltd"),
        "filled with the parties' names: {clause}"
    );
    assert_eq!(
        seen["viewerCan"],
        json!(["CANCEL", "COMMENT", "NAME_WITNESSES", "SET_PUBLICATION"])
    );
    app.run_jobs().await;
    deal.propose_planned(&deal.owner).await;
    app.run_jobs().await;
    // Two letters of one moment, the beginning and the turn, come in any order.
    let letters = app.mails_to(&deal.partner.email).await;
    let turn = letters.into_iter().find(|(template, subject, _)| {
        template == "agreement_news" && subject.starts_with("Đến lượt bạn")
    });
    let (_, _, text) = turn.expect("the partner is told that it is its turn");
    assert!(text.contains("Thêm mốc.") && text.contains("/thoa-thuan/agr_"));
    // The partner changes a clause and hands it back; the owner accepts that.
    let mut changed = content_of(&deal.seen_by(&deal.partner).await["current"]);
    changed["clauses"][0]["body"]["vi"] = json!("Mục đích do bên B sửa.");
    let saved = json!({ "content": changed });
    deal.step(&deal.partner, "saveAgreementDraft", saved).await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(
        (&seen["draft"], &seen["current"]["number"]),
        (&Value::Null, &json!(2)),
        "what is not proposed is its side's"
    );
    deal.step(&deal.partner, "proposeAgreement", json!({}))
        .await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(seen["versions"].as_array().unwrap().len(), 3);
    assert_eq!(
        seen["current"]["clauses"][0]["body"]["vi"],
        "Mục đích do bên B sửa."
    );
    deal.accept(&deal.owner).await;
    let seen = deal.seen_by(&deal.partner).await;
    assert_eq!(
        (&seen["status"], &seen["negotiation"]),
        (&json!("PENDING_SIGNATURE"), &json!("SIGNING"))
    );
    let consent = seen["signingConsent"]["vi"].as_str().unwrap();
    assert!(consent.contains("bản 3"), "{consent}");
    let witness = json!({ "input": { "clientKey": app.key(), "agreementId": deal.id, "name": "Trần Thị Chứng", "organization": "Liên minh", "place": "Hà Nội" } });
    deal.owner
        .ask(&Deal::mutation("addAgreementWitness"), witness)
        .await;
    deal.sign(app, &deal.partner).await;
    app.run_jobs().await;
    assert_eq!(
        deal.seen_by(&deal.owner).await["status"],
        "PENDING_SIGNATURE"
    );
    deal.sign(app, &deal.owner).await;
    app.run_jobs().await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(seen["status"], "ACTIVE");
    assert_eq!(seen["signedHash"], seen["current"]["hash"]);
    let signature = &seen["signatures"][0];
    assert_eq!(
        (
            &signature["side"],
            &signature["name"],
            &signature["number"],
            &signature["secondFactor"]
        ),
        (
            &json!("PARTNER"),
            &json!("Người firm"),
            &json!(3),
            &json!(true)
        )
    );
    assert_eq!(signature["hash"], seen["signedHash"]);
    assert_eq!(signature["consent"], consent);
    assert_eq!(seen["witnesses"][0]["name"], "Trần Thị Chứng");
    let found = "query($id: ID!) { match(id: $id) { status } }";
    let found = deal.owner.ask(found, json!({ "id": deal.found })).await;
    assert_eq!(found["match"]["status"], "CONVERTED");
    // The milestone: said by the partner, decided by the owner.
    let milestone = &seen["milestones"][0];
    let report = json!({ "input": { "milestoneId": milestone["id"], "version": milestone["version"], "status": "MET", "evidence": "Biên bản nghiệm thu." } });
    let complete = json!({ "result": "Tiết kiệm một nửa điện năng." });
    let waits = refused(
        app,
        &deal,
        &deal.owner,
        "completeAgreement",
        complete.clone(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    assert!(waits.contains("mốc tiến độ"), "{waits}");
    app.refuses(
        &deal.owner,
        &Deal::mutation("reportMilestone"),
        report.clone(),
        "FORBIDDEN",
    )
    .await;
    let confirm =
        json!({ "input": { "milestoneId": milestone["id"], "version": 2, "status": "MET" } });
    app.refuses(
        &deal.owner,
        &Deal::mutation("confirmMilestone"),
        confirm.clone(),
        "STALE_VERSION",
    )
    .await;
    deal.partner
        .ask(&Deal::mutation("reportMilestone"), report)
        .await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(
        (
            &seen["milestones"][0]["status"],
            &seen["milestones"][0]["reportedStatus"]
        ),
        (&json!("SCHEDULED"), &json!("MET"))
    );
    app.refuses(
        &deal.partner,
        &Deal::mutation("confirmMilestone"),
        confirm.clone(),
        "FORBIDDEN",
    )
    .await;
    let otherwise = json!({ "input": { "milestoneId": milestone["id"], "version": 2, "status": "PARTIALLY_MET" } });
    let why = app
        .refuses(
            &deal.owner,
            &Deal::mutation("confirmMilestone"),
            otherwise,
            "REQUIRED",
        )
        .await;
    assert_eq!(why.field(), Some("answer"));
    deal.owner
        .ask(&Deal::mutation("confirmMilestone"), confirm)
        .await;
    app.run_jobs().await;
    let (_, subject, _) = app.mails_to(&deal.partner.email).await.pop().unwrap();
    assert!(subject.starts_with("Kết luận mốc"), "{subject}");
    refused(
        app,
        &deal,
        &deal.partner,
        "completeAgreement",
        complete.clone(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    deal.step(&deal.owner, "completeAgreement", complete).await;
    app.run_jobs().await;
    let seen = deal.seen_by(&deal.partner).await;
    assert_eq!(
        (&seen["status"], &seen["endReason"]),
        (&json!("COMPLETED"), &json!("Tiết kiệm một nửa điện năng."))
    );
    // Every step stands in the records.
    for action in [
        "begun",
        "edited",
        "proposed",
        "accepted",
        "signed",
        "in_force",
        "milestone_reported",
        "milestone_confirmed",
        "completed",
    ] {
        let condition = format!(
            "action = 'agreement.{action}' AND subject_id = '{}'",
            deal.id
        );
        assert!(app.count("audit_record", &condition).await > 0, "{action}");
    }
});

on_both_databases!(
    a_selected_proposal_leads_to_an_agreement_and_moves_its_need,
    |app| {
        let (owner, firm, moderator) =
            (app.officer().await, app.firm().await, app.moderator().await);
        let need = app.open_need(&owner, &moderator).await;
        let proposal = app.submitted_proposal(&firm, &need).await;
        let input = |key: &str, kind: &str, contract: Value| json!({ "input": { "clientKey": key, "proposalId": proposal, "kind": kind, "contractType": contract, "startsOn": "2027-01-15", "months": 24 } });
        app.refuses(
            &owner,
            CREATE,
            input(&app.key(), "MEMORANDUM", Value::Null),
            "NOT_FOUND",
        )
        .await;
        app.later(Duration::days(31)).await;
        app.open_proposals(&owner, &need).await;
        let start =
            "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { id } } }";
        owner.ask(start, json!({ "id": need })).await;
        app.refuses(
            &owner,
            CREATE,
            input(&app.key(), "MEMORANDUM", Value::Null),
            "ILLEGAL_TRANSITION",
        )
        .await;
        let select = "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: SELECTED, reason: \"Tốt.\" }) { proposal { id } } }";
        owner.ask(select, json!({ "id": proposal })).await;
        app.run_jobs().await;
        // The bidder does not begin, an outsider does not learn of it; the contract type goes with the kind.
        app.refuses(
            &firm,
            CREATE,
            input(&app.key(), "MEMORANDUM", Value::Null),
            "FORBIDDEN",
        )
        .await;
        let stranger = app.firm().await;
        for who in [&stranger, &moderator, &app.visitor()] {
            app.refuses(
                who,
                CREATE,
                input(&app.key(), "MEMORANDUM", Value::Null),
                "NOT_FOUND",
            )
            .await;
        }
        app.refuses(
            &owner,
            CREATE,
            input(&app.key(), "PPP_PREPARATION", Value::Null),
            "REQUIRED",
        )
        .await;
        app.refuses(
            &owner,
            CREATE,
            input(&app.key(), "PILOT", json!("BTL")),
            "INVALID_INPUT",
        )
        .await;
        let start = owner.ask(START, json!({ "proposal": proposal })).await;
        assert_eq!(start["agreementStart"]["viewerMay"], true);
        // The same click twice is one agreement.
        let key = app.key();
        let ppp = || input(&key, "PPP_PREPARATION", json!("BTL"));
        let (one, two) = (
            owner.ask(CREATE, ppp()).await,
            owner.ask(CREATE, ppp()).await,
        );
        assert_eq!(one, two);
        assert_eq!(app.rows("agreement").await, 1);
        app.refuses(
            &owner,
            CREATE,
            input(&app.key(), "MEMORANDUM", Value::Null),
            "CONFLICT",
        )
        .await;
        let start = owner.ask(START, json!({ "proposal": proposal })).await;
        assert_eq!(start["agreementStart"]["viewerMay"], false);
        let deal = Deal {
            id: one["createAgreement"]["agreement"]["id"]
                .as_str()
                .unwrap()
                .to_owned(),
            owner: owner.clone(),
            partner: firm.clone(),
            moderator,
            need: need.clone(),
            found: String::new(),
        };
        for who in [&owner, &firm] {
            app.with_second_factor(who).await;
        }
        deal.step(&owner, "proposeAgreement", json!({})).await;
        deal.accept(&firm).await;
        deal.sign(app, &owner).await;
        deal.sign(app, &firm).await;
        app.run_jobs().await;
        let seen = deal.seen_by(&owner).await;
        assert_eq!(seen["need"]["status"], "IN_AGREEMENT");
        assert_eq!(seen["endsOn"], "2029-01-14");
        let wrong = json!({ "noticeNumber": "IB2700012345", "link": "javascript:alert(1)" });
        refused(
            app,
            &deal,
            &owner,
            "handOverAgreement",
            wrong,
            "INVALID_INPUT",
        )
        .await;
        let notice = json!({ "noticeNumber": "IB2700012345", "link": "https://muasamcong.mpi.gov.vn/thong-bao/IB2700012345" });
        refused(
            app,
            &deal,
            &firm,
            "handOverAgreement",
            notice.clone(),
            "ILLEGAL_TRANSITION",
        )
        .await;
        deal.step(&owner, "handOverAgreement", notice).await;
        let why = json!({ "reason": "Đã chuyển sang đấu thầu." });
        deal.step(&firm, "terminateAgreement", why).await;
        app.run_jobs().await;
        let seen = deal.seen_by(&app.visitor()).await;
        assert_eq!(
            (
                &seen["status"],
                &seen["noticeNumber"],
                &seen["need"]["status"]
            ),
            (
                &json!("TERMINATED"),
                &json!("IB2700012345"),
                &json!("HANDED_OVER")
            )
        );
    }
);

on_both_databases!(nobody_edits_out_of_turn_or_over_anothers_change, |app| {
    let deal = app.deal().await;
    let current = deal.seen_by(&deal.owner).await["current"].clone();
    let text = json!({ "content": planned(&current) });
    let said = refused(
        app,
        &deal,
        &deal.partner,
        "saveAgreementDraft",
        text.clone(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    assert!(said.contains("lượt bên kia"), "{said}");
    refused(
        app,
        &deal,
        &deal.partner,
        "proposeAgreement",
        json!({}),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let hash = json!({ "hash": current["hash"] });
    refused(
        app,
        &deal,
        &deal.owner,
        "acceptAgreement",
        hash.clone(),
        "ILLEGAL_TRANSITION",
    )
    .await;
    // Readers of a side, the alliance, outsiders.
    let reader = app.colleague(&deal.owner, MembershipRole::Viewer).await;
    refused(
        app,
        &deal,
        &reader,
        "saveAgreementDraft",
        text.clone(),
        "FORBIDDEN",
    )
    .await;
    let stranger = app.firm().await;
    let administrator = app.administrator().await;
    for who in [&stranger, &deal.moderator, &administrator, &app.visitor()] {
        for name in [
            "saveAgreementDraft",
            "proposeAgreement",
            "cancelAgreement",
            "acceptAgreement",
        ] {
            let more = match name {
                "saveAgreementDraft" => text.clone(),
                "acceptAgreement" => hash.clone(),
                "cancelAgreement" => json!({ "reason": "Thử." }),
                _ => json!({}),
            };
            refused(app, &deal, who, name, more, "NOT_FOUND").await;
        }
        app.refuses(who, AGREEMENT, json!({ "id": deal.id }), "NOT_FOUND")
            .await;
        let path = format!("/agreements/{}/paper.pdf", deal.id);
        let (status, ..) = who.http("GET", &path, &[], vec![]).await;
        assert_eq!(status.as_u16(), 404);
    }
    // Two of one side at once: the second reads again first.
    let before = deal.input(text.clone()).await;
    deal.step(&deal.owner, "saveAgreementDraft", text.clone())
        .await;
    app.refuses(
        &deal.owner,
        &Deal::mutation("saveAgreementDraft"),
        before,
        "STALE_VERSION",
    )
    .await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(
        (&seen["draft"]["number"], &seen["draft"]["hash"]),
        (&json!(2), &Value::Null)
    );
    assert_eq!(deal.seen_by(&deal.partner).await["draft"], Value::Null);
    // The other side does not print it either.
    let path = format!("/agreements/{}/paper.pdf?version=2", deal.id);
    let (status, ..) = deal.partner.http("GET", &path, &[], vec![]).await;
    assert_eq!(status.as_u16(), 404);
    // An agreement is in both languages before it is proposed, and its milestones lie within it.
    let mut lacking = planned(&current);
    lacking["clauses"][2]["body"]["en"] = json!(" ");
    lacking["milestones"][0]["dueOn"] = json!("2030-01-01");
    deal.step(
        &deal.owner,
        "saveAgreementDraft",
        json!({ "content": lacking }),
    )
    .await;
    let variables = deal.input(json!({})).await;
    let answer = app
        .refuses(
            &deal.owner,
            &Deal::mutation("proposeAgreement"),
            variables,
            "REQUIRED",
        )
        .await;
    let problems = answer.body["errors"][0]["extensions"]["problems"].to_string();
    assert!(problems.contains("content.clauses.2.body.en"), "{problems}");
    assert!(
        problems.contains("content.milestones.0.dueOn"),
        "{problems}"
    );
    // A milestone of another agreement is not taken along.
    let mut stolen = planned(&current);
    stolen["milestones"][0]["id"] = json!(format!("mile_{}", "0".repeat(31) + "7"));
    let said = refused(
        app,
        &deal,
        &deal.owner,
        "saveAgreementDraft",
        json!({ "content": stolen }),
        "INVALID_INPUT",
    )
    .await;
    assert!(said.contains("không thuộc thỏa thuận"), "{said}");
    deal.step(&deal.owner, "discardAgreementDraft", json!({}))
        .await;
    assert_eq!(deal.seen_by(&deal.owner).await["draft"], Value::Null);
    // What lies there is proposed as it is; another hash than the one that lies there is not accepted.
    deal.step(&deal.owner, "proposeAgreement", json!({})).await;
    let other = json!({ "hash": "0".repeat(64) });
    refused(
        app,
        &deal,
        &deal.partner,
        "acceptAgreement",
        other,
        "STALE_VERSION",
    )
    .await;
    let comment = json!({ "input": { "clientKey": app.key(), "agreementId": deal.id, "clauseKey": "purpose", "body": "Nên nêu số liệu." } });
    for _ in 0..2 {
        deal.partner
            .ask(&Deal::mutation("commentAgreement"), comment.clone())
            .await;
    }
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(
        seen["comments"].as_array().unwrap().len(),
        1,
        "the same click twice"
    );
    let why = json!({ "reason": "Không còn kinh phí." });
    deal.step(&deal.partner, "cancelAgreement", why).await;
    app.run_jobs().await;
    let (_, subject, text) = app.mails_to(&deal.owner.email).await.pop().unwrap();
    assert!(subject.starts_with("Thỏa thuận bị hủy") && text.contains("Không còn kinh phí."));
    refused(
        app,
        &deal,
        &deal.owner,
        "proposeAgreement",
        json!({}),
        "ILLEGAL_TRANSITION",
    )
    .await;
    // Given up, another may be begun.
    let data = deal
        .partner
        .ask(CREATE, beginning(&app.key(), &deal.found))
        .await;
    assert!(data["createAgreement"]["agreement"]["id"].is_string());
    app.run_jobs().await;
});

on_both_databases!(only_who_may_at_that_moment_signs_what_she_read, |app| {
    let deal = app.deal().await;
    let sign = Deal::mutation("signAgreement");
    let key = app.key();
    app.refuses(
        &deal.owner,
        &sign,
        deal.signature(&key).await,
        "ILLEGAL_TRANSITION",
    )
    .await;
    deal.agreed(app).await;
    let sound = deal.signature(&key).await;
    let spoilt = |field: &str, value: Value| {
        let mut variables = sound.clone();
        variables["input"][field] = value;
        variables
    };
    // Another text than the one that lies there; without consent; without a position.
    let answer = app
        .refuses(
            &deal.owner,
            &sign,
            spoilt("hash", json!("f".repeat(64))),
            "STALE_VERSION",
        )
        .await;
    assert!(answer.message().contains("không còn là bản hiện hành"));
    let first = deal.seen_by(&deal.owner).await["versions"][0]["hash"].clone();
    app.refuses(&deal.owner, &sign, spoilt("hash", first), "STALE_VERSION")
        .await;
    app.refuses(
        &deal.owner,
        &sign,
        spoilt("consent", json!(false)),
        "REQUIRED",
    )
    .await;
    app.refuses(
        &deal.owner,
        &sign,
        spoilt("position", json!(" ")),
        "REQUIRED",
    )
    .await;
    // Editors and readers of a side; whoever is nobody's.
    let editor = app.colleague(&deal.owner, MembershipRole::Editor).await;
    app.with_second_factor(&editor).await;
    let answer = app
        .refuses(&editor, &sign, sound.clone(), "FORBIDDEN")
        .await;
    assert!(
        answer.message().contains("Chỉ chủ sở hữu"),
        "{}",
        answer.message()
    );
    let stranger = app.firm().await;
    app.refuses(&stranger, &sign, sound.clone(), "NOT_FOUND")
        .await;
    app.refuses(&app.visitor(), &sign, sound.clone(), "UNAUTHENTICATED")
        .await;
    // An owner without a second factor.
    let second = app.colleague(&deal.owner, MembershipRole::Owner).await;
    let answer = app.refuses(&second, &sign, sound.clone(), "REQUIRED").await;
    assert_eq!(answer.field(), Some("secondFactor"));
    // Her authority ended since she opened the page.
    app.with_second_factor(&second).await;
    let demote = format!(
        "UPDATE membership SET role = 'editor' WHERE user_id = (SELECT id FROM user_account WHERE email = '{}')",
        second.email
    );
    app.app.db.execute_unprepared(&demote).await.unwrap();
    // Remembered as an owner still: what the table says at that moment counts.
    let answer = app
        .refuses(&second, &sign, sound.clone(), "FORBIDDEN")
        .await;
    assert!(
        answer.message().contains("đã kết thúc"),
        "{}",
        answer.message()
    );
    app.confirmed(&second).await;
    let answer = app
        .refuses(&second, &sign, sound.clone(), "FORBIDDEN")
        .await;
    assert!(
        answer.message().contains("đã kết thúc"),
        "{}",
        answer.message()
    );
    // A proof of long ago.
    app.app.clock.advance(Duration::minutes(11));
    app.refuses(&deal.owner, &sign, sound.clone(), "IDENTITY_UNCONFIRMED")
        .await;
    // The same click twice is one signature.
    app.confirmed(&deal.owner).await;
    for _ in 0..2 {
        deal.owner.ask(&sign, sound.clone()).await;
    }
    assert_eq!(app.rows("agreement_signature").await, 1);
    app.refuses(
        &deal.owner,
        &sign,
        deal.signature(&app.key()).await,
        "ILLEGAL_TRANSITION",
    )
    .await;
    // Somebody altered the text behind our back: nobody signs, and the paper is not printed.
    let alter = "UPDATE agreement_version SET canonical = REPLACE(canonical, '900000000', '100000000') WHERE number = 2";
    app.app.db.execute_unprepared(alter).await.unwrap();
    app.confirmed(&deal.partner).await;
    let other = deal.signature(&app.key()).await;
    let answer = app
        .refuses(&deal.partner, &sign, other.clone(), "CONFLICT")
        .await;
    assert!(answer.message().contains("mã băm"), "{}", answer.message());
    let path = format!("/agreements/{}/paper.pdf", deal.id);
    let (status, ..) = deal.partner.http("GET", &path, &[], vec![]).await;
    assert_eq!(status.as_u16(), 400);
    let check = app
        .visitor()
        .ask(CHECK, json!({ "hash": sound["input"]["hash"] }))
        .await;
    assert_eq!(check["agreementVersion"]["intact"], false);
    let restore = "UPDATE agreement_version SET canonical = REPLACE(canonical, '100000000', '900000000') WHERE number = 2";
    app.app.db.execute_unprepared(restore).await.unwrap();
    // Opened again, the first signature means nothing.
    let why = json!({ "reason": "Sai tên đơn vị." });
    deal.step(&deal.partner, "reopenAgreement", why).await;
    let seen = deal.seen_by(&deal.owner).await;
    assert!(seen["signatures"][0]["voidedAt"].is_string());
    assert_eq!(
        (&seen["status"], &seen["turn"]),
        (&json!("DRAFTING"), &json!("PARTNER"))
    );
    app.refuses(&deal.partner, &sign, other, "ILLEGAL_TRANSITION")
        .await;
    app.run_jobs().await;
});

on_both_databases!(one_person_does_not_bind_both_sides, |app| {
    use iforum::organizations::{MembershipStatus, service::add_member};
    let deal = app.deal().await;
    deal.agreed(app).await;
    deal.sign(app, &deal.owner).await;
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let (organization, user) = (deal.partner.organization.unwrap(), deal.owner.user.unwrap());
    let role = (MembershipRole::Owner, MembershipStatus::Active);
    add_member(&ctx, &txn, organization, user, role)
        .await
        .unwrap();
    txn.commit().await.unwrap();
    app.confirmed(&deal.owner).await;
    let sign = Deal::mutation("signAgreement");
    let input = |key: String, hash: &Value| json!({ "input": { "clientKey": key, "agreementId": deal.id, "hash": hash, "position": "Giám đốc", "consent": true } });
    let hash = deal.seen_by(&deal.partner).await["current"]["hash"].clone();
    let answer = app
        .refuses(&deal.owner, &sign, input(app.key(), &hash), "FORBIDDEN")
        .await;
    assert!(
        answer.message().contains("cả hai bên"),
        "{}",
        answer.message()
    );
    // Even once she has left the first side.
    let leave = format!(
        "DELETE FROM membership WHERE organization_id <> (SELECT organization_id FROM membership WHERE user_id = (SELECT id FROM user_account WHERE email = '{}')) AND user_id = (SELECT id FROM user_account WHERE email = '{}')",
        deal.partner.email, deal.owner.email
    );
    app.app.db.execute_unprepared(&leave).await.unwrap();
    app.confirmed(&deal.owner).await;
    app.refuses(&deal.owner, &sign, input(app.key(), &hash), "CONFLICT")
        .await;
    app.run_jobs().await;
});

on_both_databases!(everybody_sees_as_much_as_both_sides_let_them, |app| {
    let deal = app.deal().await;
    let visitor = app.visitor();
    let listed = async |who: &Client| {
        let data = who.ask(LIST, json!({})).await;
        data["agreements"]["nodes"].as_array().unwrap().len()
    };
    deal.agreed(app).await;
    let hash = deal.hash().await;
    assert_eq!(listed(&visitor).await, 0);
    let check = visitor.ask(CHECK, json!({ "hash": hash })).await["agreementVersion"].clone();
    assert_eq!(
        (
            &check["signed"],
            &check["number"],
            &check["agreementId"],
            &check["agreement"]
        ),
        (&json!(false), &json!(2), &Value::Null, &Value::Null)
    );
    for hash in [
        "0".repeat(64),
        "x".repeat(64),
        String::new(),
        "é".repeat(32),
        "a".repeat(9000),
    ] {
        let check = visitor.ask(CHECK, json!({ "hash": hash })).await;
        assert_eq!(check["agreementVersion"], Value::Null);
    }
    deal.sign(app, &deal.owner).await;
    assert_eq!(listed(&visitor).await, 0);
    deal.sign(app, &deal.partner).await;
    app.run_jobs().await;
    assert_eq!(listed(&visitor).await, 1);
    let check = visitor.ask(CHECK, json!({ "hash": hash })).await["agreementVersion"].clone();
    assert_eq!(
        (
            &check["signed"],
            &check["inForce"],
            &check["intact"],
            &check["agreementId"]
        ),
        (&json!(true), &json!(true), &json!(true), &json!(deal.id))
    );
    // Existence, sides, kind, days, need, milestones; nothing of what it says.
    let stranger = app.firm().await;
    for who in [&visitor, &stranger, &deal.moderator] {
        let seen = deal.seen_by(who).await;
        assert_eq!(seen["publication"], "SUMMARY");
        assert_eq!(seen["milestones"][0]["status"], "SCHEDULED");
        assert_eq!(seen["parties"][0]["name"]["vi"], "Tổ chức của officer");
        assert_eq!(seen["need"]["id"], deal.need.as_str());
        for hidden in [
            "value",
            "text",
            "current",
            "draft",
            "versions",
            "signatures",
            "witnesses",
            "comments",
            "scans",
            "indicators",
            "payments",
            "paperPath",
            "negotiation",
            "turn",
            "version",
            "ownerPublication",
            "signingConsent",
        ] {
            assert_eq!(seen[hidden], Value::Null, "{hidden}");
        }
        assert_eq!(seen["parties"][0]["representative"], Value::Null);
        let all = seen.to_string();
        assert!(
            !all.contains("900000000") && !all.contains("Giám đốc"),
            "{all}"
        );
        let path = format!("/agreements/{}/paper.pdf", deal.id);
        let (status, ..) = who.http("GET", &path, &[], vec![]).await;
        assert_eq!(status.as_u16(), 404);
    }
    // One side alone does not publish the text; both do.
    let whole = json!({ "publication": "WHOLE" });
    refused(
        app,
        &deal,
        &stranger,
        "setAgreementPublication",
        whole.clone(),
        "FORBIDDEN",
    )
    .await;
    deal.step(&deal.owner, "setAgreementPublication", whole.clone())
        .await;
    assert_eq!(deal.seen_by(&visitor).await["text"], Value::Null);
    deal.step(&deal.partner, "setAgreementPublication", whole)
        .await;
    let seen = deal.seen_by(&visitor).await;
    assert_eq!(seen["value"]["amount"], "900000000");
    assert_eq!(seen["text"]["number"], 2);
    assert_eq!(seen["signatures"].as_array().unwrap().len(), 2);
    assert_eq!(seen["versions"], Value::Null);
    let path = format!("/agreements/{}/paper.pdf", deal.id);
    let (status, headers, bytes) = visitor.http("GET", &path, &[], vec![]).await;
    assert_eq!(
        (status.as_u16(), &headers["content-type"]),
        (200, &"application/pdf".parse().unwrap())
    );
    assert!(bytes.starts_with(b"%PDF-"));
    let (status, ..) = visitor
        .http("GET", &format!("{path}?version=1"), &[], vec![])
        .await;
    assert_eq!(status.as_u16(), 404, "what was not signed stays the sides'");
    // Hidden by one, nobody knows of it but the sides.
    deal.step(
        &deal.partner,
        "setAgreementPublication",
        json!({ "publication": "HIDDEN" }),
    )
    .await;
    assert_eq!(listed(&visitor).await, 0);
    visitor
        .refused(AGREEMENT, json!({ "id": deal.id }), "NOT_FOUND")
        .await;
    let mine = deal
        .partner
        .ask(LIST, json!({ "filter": { "mine": true } }))
        .await;
    assert_eq!(mine["agreements"]["nodes"][0]["id"], deal.id.as_str());
    assert_eq!(
        listed(&deal.partner).await,
        0,
        "the public list is everybody's"
    );
});

on_both_databases!(
    hostile_text_is_text_in_the_agreement_and_on_its_paper,
    |app| {
        let (owner, partner, moderator) =
            (app.officer().await, app.firm().await, app.moderator().await);
        let hostile = "{{ 7*7 }} <script>alert(1)</script> #eval(\"1\") $x$ @a \\ *b*";
        let rename = format!(
            "UPDATE organization SET legal_name = '{}' WHERE id = (SELECT organization_id FROM membership WHERE user_id = (SELECT id FROM user_account WHERE email = '{}'))",
            json!({ "vi": hostile, "en": null, "vi_state": "human", "en_state": null })
                .to_string()
                .replace('\'', "''"),
            partner.email
        );
        app.app.db.execute_unprepared(&rename).await.unwrap();
        let deal = app.deal_of(&owner, &partner, &moderator).await;
        let seen = deal.seen_by(&owner).await;
        assert_eq!(seen["parties"][1]["name"]["vi"], hostile);
        let clauses = seen["current"]["clauses"].to_string();
        assert!(
            clauses.contains("{{ 7*7 }}") && !clauses.contains("49"),
            "{clauses}"
        );
        let mut text = planned(&seen["current"]);
        text["clauses"][0]["body"]["vi"] = json!(hostile);
        text["clauses"][0]["body"]["en"] = json!("#import \"/etc/passwd\" \u{202e}reversed");
        deal.step(&owner, "saveAgreementDraft", json!({ "content": text }))
            .await;
        deal.step(&owner, "proposeAgreement", json!({})).await;
        let seen = deal.seen_by(&partner).await;
        assert_eq!(seen["current"]["clauses"][0]["body"]["vi"], hostile);
        let english = seen["current"]["clauses"][0]["body"]["en"]
            .as_str()
            .unwrap();
        assert!(!english.contains('\u{202e}'), "{english}");
        let path = format!("/agreements/{}/paper.pdf", deal.id);
        let (status, headers, bytes) = partner.http("GET", &path, &[], vec![]).await;
        assert_eq!(status.as_u16(), 200, "{}", String::from_utf8_lossy(&bytes));
        assert_eq!(headers["cache-control"], "private, no-store");
        assert!(bytes.starts_with(b"%PDF-"));
        // Texts beyond their bounds.
        let mut long = planned(&seen["current"]);
        long["clauses"][0]["body"]["vi"] = json!("x".repeat(8_001));
        deal.step(&partner, "proposeAgreement", json!({})).await;
        refused(
            app,
            &deal,
            &owner,
            "saveAgreementDraft",
            json!({ "content": long }),
            "TOO_LONG",
        )
        .await;
        let mut twice = planned(&seen["current"]);
        twice["clauses"][1]["key"] = twice["clauses"][0]["key"].clone();
        refused(
            app,
            &deal,
            &owner,
            "saveAgreementDraft",
            json!({ "content": twice }),
            "INVALID_INPUT",
        )
        .await;
        app.run_jobs().await;
    }
);

on_both_databases!(what_is_in_force_is_amended_by_both_or_stays, |app| {
    let deal = app.deal().await;
    deal.signed(app).await;
    let signed = deal.seen_by(&deal.owner).await;
    let milestone = signed["milestones"][0]["id"].clone();
    let why = json!({ "reason": "Lùi mốc hai tháng." });
    deal.step(&deal.partner, "amendAgreement", why.clone())
        .await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(
        (
            &seen["status"],
            &seen["negotiation"],
            &seen["turn"],
            &seen["current"]["number"]
        ),
        (
            &json!("ACTIVE"),
            &json!("EDITING"),
            &json!("PARTNER"),
            &json!(3)
        )
    );
    // Outsiders see no sign of it.
    let public = deal.seen_by(&app.visitor()).await;
    assert_eq!(
        (&public["negotiation"], &public["signedHash"]),
        (&Value::Null, &signed["signedHash"])
    );
    deal.step(
        &deal.owner,
        "dropAmendment",
        json!({ "reason": "Giữ nguyên." }),
    )
    .await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(
        (&seen["negotiation"], &seen["text"]["number"]),
        (&json!("SETTLED"), &json!(2))
    );
    // The second time it is signed: the milestone keeps its id, and the text in force is another.
    deal.step(&deal.partner, "amendAgreement", why).await;
    let mut text = content_of(&deal.seen_by(&deal.partner).await["current"]);
    text["milestones"][0]["dueOn"] = json!("2027-05-01");
    text["months"] = json!(18);
    deal.step(
        &deal.partner,
        "saveAgreementDraft",
        json!({ "content": text }),
    )
    .await;
    deal.step(&deal.partner, "proposeAgreement", json!({}))
        .await;
    assert_eq!(deal.seen_by(&app.visitor()).await["endsOn"], "2027-11-30");
    deal.accept(&deal.owner).await;
    deal.sign(app, &deal.owner).await;
    assert_eq!(deal.seen_by(&deal.partner).await["text"]["number"], 2);
    deal.sign(app, &deal.partner).await;
    app.run_jobs().await;
    let seen = deal.seen_by(&deal.owner).await;
    assert_eq!(
        (&seen["text"]["number"], &seen["endsOn"]),
        (&json!(5), &json!("2028-05-31"))
    );
    assert_eq!(
        (
            &seen["milestones"][0]["id"],
            &seen["milestones"][0]["dueOn"]
        ),
        (&milestone, &json!("2027-05-01"))
    );
    assert_eq!(seen["signedAt"], signed["signedAt"]);
    let check = app
        .visitor()
        .ask(CHECK, json!({ "hash": signed["signedHash"] }))
        .await;
    let check = &check["agreementVersion"];
    assert_eq!(
        (&check["signed"], &check["inForce"], &check["superseded"]),
        (&json!(true), &json!(false), &json!(true))
    );
});

on_both_databases!(nearing_days_silence_and_the_end_are_noticed, |app| {
    let deal = app.deal().await;
    deal.signed(app).await;
    let letters = async |who: &Client, template: &str| {
        let all = app.templates_to(&who.email).await;
        all.iter().filter(|one| *one == template).count()
    };
    // Signed in November; the milestone is due on 1 March: letters on 15 February and 26 February.
    app.later(Duration::days(84)).await;
    assert_eq!(letters(&deal.owner, "milestone_due").await, 0);
    app.later(Duration::days(1)).await;
    assert_eq!(letters(&deal.owner, "milestone_due").await, 1);
    assert_eq!(letters(&deal.partner, "milestone_due").await, 1);
    // Ninety days after the last entry both are asked how it goes; again after ninety more.
    assert_eq!(letters(&deal.partner, "agreement_silent").await, 0);
    app.later(Duration::days(6)).await;
    assert_eq!(letters(&deal.partner, "agreement_silent").await, 1);
    app.later(Duration::days(7)).await;
    assert_eq!(letters(&deal.owner, "milestone_due").await, 2);
    app.later(Duration::days(90)).await;
    assert_eq!(letters(&deal.owner, "agreement_silent").await, 2);
    // It is overdue: the owner decides without a report, and says why.
    let milestone = deal.seen_by(&deal.owner).await["milestones"][0].clone();
    assert_eq!(milestone["overdue"], true);
    let confirm = json!({ "input": { "milestoneId": milestone["id"], "version": milestone["version"], "status": "NOT_MET", "answer": "Không có báo cáo." } });
    deal.owner
        .ask(&Deal::mutation("confirmMilestone"), confirm)
        .await;
    app.run_jobs().await;
    // Its last day is 30 November 2027.
    app.later(Duration::days(160)).await;
    assert_eq!(letters(&deal.owner, "agreement_ending").await, 1);
    assert_eq!(deal.seen_by(&deal.owner).await["status"], "ACTIVE");
    app.later(Duration::days(40)).await;
    let seen = deal.seen_by(&app.visitor()).await;
    assert_eq!(seen["status"], "EXPIRED");
    assert!(
        seen["endReason"]
            .as_str()
            .unwrap()
            .starts_with("Hết thời hạn")
    );
    // Long after, nobody writes any more.
    let before = letters(&deal.owner, "agreement_silent").await;
    app.later(Duration::days(400)).await;
    assert_eq!(letters(&deal.owner, "agreement_silent").await, before);
});

on_both_databases!(figures_and_scans_are_the_two_sides_own, |app| {
    let deal = app.deal().await;
    let scan = Deal::mutation("attachAgreementScan");
    let file = deal.partner.uploaded("agreement", "bản quét").await;
    let attach = |file: &str| json!({ "input": { "agreementId": deal.id, "fileId": file, "note": "Bản giấy có dấu." } });
    app.refuses(&deal.partner, &scan, attach(&file), "ILLEGAL_TRANSITION")
        .await;
    deal.signed(app).await;
    app.refuses(&deal.owner, &scan, attach(&file), "FILE_REFUSED")
        .await;
    let other = deal.partner.uploaded("certificate", "khác").await;
    app.refuses(&deal.partner, &scan, attach(&other), "FILE_REFUSED")
        .await;
    deal.partner.ask(&scan, attach(&file)).await;
    let path = deal.seen_by(&deal.owner).await["scans"][0]["path"].clone();
    let path = path.as_str().unwrap().to_owned();
    for who in [&deal.owner, &deal.partner] {
        let (status, _, bytes) = who.http("GET", &path, &[], vec![]).await;
        assert_eq!((status.as_u16(), bytes), (200, tests::pdf("bản quét")));
    }
    let verifier = app.verifier().await;
    let stranger = app.firm().await;
    for who in [&stranger, &verifier, &deal.moderator, &app.visitor()] {
        for path in [path.clone(), format!("/files/{file}")] {
            let (status, ..) = who.http("GET", &path, &[], vec![]).await;
            assert_eq!(status.as_u16(), 404, "{path}");
        }
    }
    // A file of the side that does not belong to the agreement does not come along.
    let path = format!("/agreements/{}/files/{other}", deal.id);
    let (status, ..) = deal.owner.http("GET", &path, &[], vec![]).await;
    assert_eq!(status.as_u16(), 404);
    // Values and payments: once for each click, never of tomorrow, confirmed by the other side.
    let indicator = deal.seen_by(&deal.owner).await["indicators"][0]["id"].clone();
    let measure = |key: &str, day: &str| json!({ "input": { "clientKey": key, "indicatorId": indicator, "value": 640.25, "measuredOn": day, "note": "Công tơ." } });
    let record = Deal::mutation("recordMeasurement");
    app.refuses(
        &deal.partner,
        &record,
        measure(&app.key(), "2027-01-01"),
        "OUT_OF_RANGE",
    )
    .await;
    app.refuses(
        &stranger,
        &record,
        measure(&app.key(), "2026-11-20"),
        "FORBIDDEN",
    )
    .await;
    let key = app.key();
    for _ in 0..2 {
        deal.partner.ask(&record, measure(&key, "2026-11-20")).await;
    }
    let pay = |key: &str, amount: Value| json!({ "input": { "clientKey": key, "agreementId": deal.id, "kind": "MONEY", "amount": amount, "description": "Đợt 1.", "givenOn": "2026-11-21" } });
    let paid = Deal::mutation("recordPayment");
    app.refuses(&deal.owner, &paid, pay(&app.key(), Value::Null), "REQUIRED")
        .await;
    app.refuses(
        &deal.owner,
        &paid,
        pay(&app.key(), json!("-5")),
        "OUT_OF_RANGE",
    )
    .await;
    deal.owner
        .ask(&paid, pay(&app.key(), json!("300000000")))
        .await;
    let seen = deal.seen_by(&deal.partner).await;
    let values = &seen["indicators"][0]["measurements"];
    assert_eq!(
        (values.as_array().unwrap().len(), &values[0]["value"]),
        (1, &json!(640.25))
    );
    let payment = json!({ "input": { "paymentId": seen["payments"][0]["id"] } });
    let confirm = Deal::mutation("confirmPayment");
    app.refuses(&deal.owner, &confirm, payment.clone(), "FORBIDDEN")
        .await;
    deal.partner.ask(&confirm, payment.clone()).await;
    app.refuses(&deal.partner, &confirm, payment, "ILLEGAL_TRANSITION")
        .await;
    let seen = deal.seen_by(&deal.owner).await;
    assert!(seen["payments"][0]["confirmedAt"].is_string());
    app.run_jobs().await;
});

on_both_databases!(
    the_planted_signing_is_a_record_that_everybody_reads,
    |app| {
        iforum::seeding::plant(&app.app).await.unwrap();
        let data = app.visitor().ask(LIST, json!({})).await;
        let nodes = data["agreements"]["nodes"].as_array().unwrap();
        assert_eq!(nodes.len(), 1);
        let seen = app
            .visitor()
            .ask(AGREEMENT, json!({ "id": nodes[0]["id"] }))
            .await["agreement"]
            .clone();
        assert_eq!(
            (&seen["historic"], &seen["status"]),
            (&json!(true), &json!("ACTIVE"))
        );
        assert!(seen["signedAt"].as_str().unwrap().starts_with("2021-11-01"));
        assert!(seen["number"].as_str().unwrap().starts_with("IF-2021-"));
        let names: Vec<_> = seen["signatures"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].clone())
            .collect();
        assert!(
            names.contains(&json!("Nguyễn Văn Hùng")) && names.contains(&json!("Amy Hochadel"))
        );
        assert_eq!(seen["witnesses"].as_array().unwrap().len(), 4);
        let check = app
            .visitor()
            .ask(CHECK, json!({ "hash": seen["signedHash"] }))
            .await;
        let check = &check["agreementVersion"];
        assert_eq!(
            (&check["signed"], &check["intact"], &check["historic"]),
            (&json!(true), &json!(true), &json!(true))
        );
        app.run_jobs().await;
    }
);
