//! Membership of the alliance: asked for by verified organisations, decided by the board.

use chrono::Duration;
use iforum::organizations::MembershipRole::Editor;
use tests::{Client, TestApp, Value, json, on_both_databases};

const APPLY: &str = "mutation($id: ID!, $text: String!) { applyForAlliance(input: { organizationId: $id, text: $text }) { organization { allianceStatus } } }";
const DECIDE: &str = "mutation($input: DecideAllianceMembershipInput!) { decideAllianceMembership(input: $input) { organization { allianceStatus allianceSince admission { number date } } } }";
const SUSPEND: &str = "mutation($id: ID!, $reason: String!) { suspendAllianceMembership(input: { organizationId: $id, reason: $reason }) { organization { allianceStatus } } }";
const RESTORE: &str = "mutation($id: ID!, $reason: String!) { restoreAllianceMembership(input: { organizationId: $id, reason: $reason }) { organization { allianceStatus } } }";
const LEAVE: &str = "mutation($id: ID!) { leaveAlliance(input: { organizationId: $id }) { organization { allianceStatus } } }";
const PAGE: &str = "query($id: ID!) { organization(id: $id) { allianceStatus allianceReason admission { number date } allianceApplications { text decision reason } viewerCan } }";

fn applying(who: &Client) -> Value {
    json!({ "id": who.organization_id(), "text": "Muốn cùng các địa phương làm đèn đường thông minh." })
}

fn admitting(who: &Client) -> Value {
    json!({ "input": {
        "organizationId": who.organization_id(), "decision": "APPROVED", "rule": "COMPLETE",
        "decisionNumber": "01/QĐ-BĐH", "decidedOn": "2026-11-20",
    } })
}

fn because(who: &Client, reason: &str) -> Value {
    json!({ "id": who.organization_id(), "reason": reason })
}

/// A firm that the alliance has verified.
async fn verified(app: &TestApp) -> Client {
    let (owner, verifier) = (app.firm().await, app.verifier().await);
    let request = "mutation($id: ID!) { requestVerification(input: { organizationId: $id }) { organization { version } } }";
    owner
        .ask(request, json!({ "id": owner.organization_id() }))
        .await;
    let names = ["LEGAL_NAME", "CODE", "ADDRESS", "MANDATE", "EMAIL_DOMAIN"];
    let list = names.map(|name| json!({ "name": name, "result": "PASSED" }));
    let decide = "mutation($input: DecideVerificationInput!) { decideVerification(input: $input) { organization { version } } }";
    let input = json!({ "organizationId": owner.organization_id(), "version": 2, "decision": "APPROVED", "rule": "COMPLETE", "checklist": list });
    verifier.ask(decide, json!({ "input": input })).await;
    app.run_jobs().await;
    owner
}

on_both_databases!(the_board_admits_and_everybody_sees_it, |app| {
    let (owner, administrator) = (verified(app).await, app.administrator().await);
    owner.ask(APPLY, applying(&owner)).await;
    assert_eq!(
        app.count(
            "review",
            "kind = 'alliance_membership' AND decided_at IS NULL"
        )
        .await,
        1
    );
    let data = administrator.ask(DECIDE, admitting(&owner)).await;
    let admission = json!({ "number": "01/QĐ-BĐH", "date": "2026-11-20" });
    assert_eq!(
        data["decideAllianceMembership"]["organization"],
        json!({ "allianceStatus": "ADMITTED", "allianceSince": tests::beginning().to_rfc3339(), "admission": admission })
    );
    app.run_jobs().await;
    let letters = app.mails_to(&owner.email).await;
    let last = letters.last().unwrap();
    assert_eq!(last.0, "alliance_admitted");
    assert!(last.2.contains("01/QĐ-BĐH ngày 20/11/2026"), "{}", last.2);
    let id = json!({ "id": owner.organization_id() });
    let data = app.visitor().ask(PAGE, id).await;
    assert_eq!(
        data["organization"],
        json!({ "allianceStatus": "ADMITTED", "allianceReason": null, "admission": admission, "allianceApplications": null, "viewerCan": [] })
    );
    let list = "{ organizations(filter: { allianceMember: true, verified: true }) { totalCount } }";
    let data = app.visitor().ask(list, json!({})).await;
    assert_eq!(data["organizations"]["totalCount"], 1);
});

on_both_databases!(who_may_do_what_about_the_alliance, |app| {
    let owner = verified(app).await;
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (app.firm().await, "FORBIDDEN"),
        (app.colleague(&owner, Editor).await, "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, APPLY, applying(&owner), code).await;
        let id = json!({ "id": owner.organization_id() });
        app.refuses(&who, LEAVE, id, code).await;
    }
    owner.ask(APPLY, applying(&owner)).await;
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (owner.clone(), "FORBIDDEN"),
        (app.firm().await, "FORBIDDEN"),
        (app.moderator().await, "FORBIDDEN"),
        (app.verifier().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, DECIDE, admitting(&owner), code).await;
        for query in [SUSPEND, RESTORE] {
            app.refuses(&who, query, because(&owner, "Vì thế."), code)
                .await;
        }
    }
});

on_both_databases!(
    an_application_wants_a_verified_organisation_and_a_text,
    |app| {
        let unverified = app.firm().await;
        let answer = app
            .refuses(
                &unverified,
                APPLY,
                applying(&unverified),
                "ILLEGAL_TRANSITION",
            )
            .await;
        assert!(
            answer.message().contains("xác thực"),
            "{}",
            answer.message()
        );
        let owner = verified(app).await;
        for (text, code) in [
            (" \n".to_owned(), "REQUIRED"),
            ("x".repeat(4001), "TOO_LONG"),
        ] {
            let variables = json!({ "id": owner.organization_id(), "text": text });
            app.refuses(&owner, APPLY, variables, code).await;
        }
        owner.ask(APPLY, applying(&owner)).await;
        app.refuses(&owner, APPLY, applying(&owner), "ILLEGAL_TRANSITION")
            .await;
    }
);

on_both_databases!(
    a_decision_has_a_number_a_date_and_for_a_no_a_reason,
    |app| {
        let (owner, administrator) = (verified(app).await, app.administrator().await);
        app.refuses(
            &administrator,
            DECIDE,
            admitting(&owner),
            "ILLEGAL_TRANSITION",
        )
        .await;
        owner.ask(APPLY, applying(&owner)).await;
        for (field, value, code) in [
            ("decisionNumber", " ", "REQUIRED"),
            ("decidedOn", "2026-11-23", "OUT_OF_RANGE"),
            ("decidedOn", "2019-01-01", "OUT_OF_RANGE"),
            ("decision", "REJECTED", "REQUIRED"),
            ("decision", "BLOCKED", "INVALID_INPUT"),
        ] {
            let mut variables = admitting(&owner);
            variables["input"][field] = json!(value);
            app.refuses(&administrator, DECIDE, variables, code).await;
        }
        let mut no = admitting(&owner);
        no["input"]["decision"] = json!("REJECTED");
        no["input"]["reason"] = json!("Chưa có hoạt động trong lĩnh vực.");
        administrator.ask(DECIDE, no).await;
        app.run_jobs().await;
        let id = json!({ "id": owner.organization_id() });
        let data = owner.ask(PAGE, id).await;
        let row = &data["organization"];
        assert_eq!(row["allianceStatus"], "REJECTED");
        assert_eq!(
            row["allianceApplications"][0]["reason"],
            "Chưa có hoạt động trong lĩnh vực."
        );
        let templates = app.templates_to(&owner.email).await;
        assert_eq!(templates.last().unwrap(), "alliance_rejected");
        // It may apply again.
        owner.ask(APPLY, applying(&owner)).await;
    }
);

on_both_databases!(a_membership_is_suspended_and_restored_with_reasons, |app| {
    let (owner, administrator) = (verified(app).await, app.administrator().await);
    owner.ask(APPLY, applying(&owner)).await;
    administrator.ask(DECIDE, admitting(&owner)).await;
    app.run_jobs().await;
    app.refuses(&administrator, SUSPEND, because(&owner, ""), "REQUIRED")
        .await;
    app.refuses(
        &administrator,
        RESTORE,
        because(&owner, "Vì thế."),
        "ILLEGAL_TRANSITION",
    )
    .await;
    administrator
        .ask(SUSPEND, because(&owner, "Không đóng góp."))
        .await;
    app.run_jobs().await;
    app.app.clock.advance(Duration::days(1));
    administrator
        .ask(RESTORE, because(&owner, "Đã đóng góp."))
        .await;
    app.run_jobs().await;
    let letters = app.mails_to(&owner.email).await;
    let said: Vec<_> = letters.iter().map(|l| l.0.as_str()).collect();
    assert_eq!(said[2..], ["alliance_suspended", "alliance_restored"]);
    assert!(letters[2].2.contains("Không đóng góp.") && letters[3].2.contains("Đã đóng góp."));
});

on_both_databases!(
    an_organisation_leaves_or_takes_its_application_back,
    |app| {
        let (owner, administrator) = (verified(app).await, app.administrator().await);
        let id = json!({ "id": owner.organization_id() });
        app.refuses(&owner, LEAVE, id.clone(), "ILLEGAL_TRANSITION")
            .await;
        owner.ask(APPLY, applying(&owner)).await;
        let data = owner.ask(LEAVE, id.clone()).await;
        assert_eq!(
            data["leaveAlliance"]["organization"]["allianceStatus"],
            "NONE"
        );
        assert_eq!(app.count("review", "kind = 'alliance_membership'").await, 0);
        assert_eq!(app.rows("alliance_application").await, 0);
        owner.ask(APPLY, applying(&owner)).await;
        administrator.ask(DECIDE, admitting(&owner)).await;
        let data = owner.ask(LEAVE, id.clone()).await;
        assert_eq!(
            data["leaveAlliance"]["organization"]["allianceStatus"],
            "LEFT"
        );
        let data = app.visitor().ask(PAGE, id).await;
        assert_eq!(data["organization"]["admission"], Value::Null);
        app.run_jobs().await;
    }
);

on_both_databases!(of_two_decisions_at_once_one_is_recorded, |app| {
    let owner = verified(app).await;
    let (one, two) = (app.administrator().await, app.administrator().await);
    owner.ask(APPLY, applying(&owner)).await;
    let (a, b) = tokio::join!(
        one.send(DECIDE, admitting(&owner)),
        two.send(DECIDE, admitting(&owner))
    );
    let codes = [a.code(), b.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("ILLEGAL_TRANSITION")),
        "{codes:?}"
    );
    app.run_jobs().await;
    let letters = app.templates_to(&owner.email).await;
    assert_eq!(letters, ["verification_approved", "alliance_admitted"]);
});
