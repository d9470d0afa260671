//! Openings: after the deadline two open a need's sealed proposals, one of each side.

use chrono::Duration;
use iforum::accounts::StaffRole;
use iforum::organizations::{MembershipRole, MembershipStatus, service::add_member};
use sea_orm::ConnectionTrait;
use tests::{Client, TestApp, Value, json, on_both_databases};

const OPEN: &str = "mutation($id: ID!) { openProposals(input: { needId: $id }) { opening { owner { name } alliance { name } completedAt viewerMayOpen } } }";
const OPENING: &str = "query($id: ID!) { opening(needId: $id) { closedAt completedAt owner { name } alliance { name } viewerMayOpen } }";
const RECORD: &str = "query($id: ID!) { openingRecord(needId: $id) { count openedAt acts { role at } proposals { proposalId bidder { vi } receipt submittedAt } } }";
const WAITING: &str = "{ waitingOpenings { need { id } viewerMayOpen } }";
const STATUS: &str = "query($id: ID!) { proposal(id: $id) { status summary viewerCan } }";
const WITHDRAW: &str = "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"Đổi kế hoạch.\" }) { proposal { status } } }";
const EVALUATE: &str =
    "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { status } } }";
const CONCLUDE: &str = "mutation($id: ID!, $outcome: NeedOutcome!) { concludeNeed(input: { needId: $id, outcome: $outcome, reason: \"Hết kinh phí.\" }) { need { status } } }";

struct Call {
    officer: Client,
    moderator: Client,
    firm: Client,
    need: String,
    proposal: String,
}

/// A need with one sealed proposal.
async fn call(app: &TestApp) -> Call {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let proposal = app.submitted_proposal(&firm, &need).await;
    Call {
        officer,
        moderator,
        firm,
        need,
        proposal,
    }
}

fn id(id: &str) -> Value {
    json!({ "id": id })
}

on_both_databases!(two_open_and_the_second_opens_all, |app| {
    let call = call(app).await;
    let rival = app.firm().await;
    app.submitted_proposal(&rival, &call.need).await;
    app.refuses(&call.officer, OPEN, id(&call.need), "ILLEGAL_TRANSITION")
        .await;
    app.later(Duration::days(30)).await;
    let data = call.officer.ask(OPEN, id(&call.need)).await;
    let half = json!({ "owner": { "name": "Người officer" }, "alliance": null, "completedAt": null, "viewerMayOpen": false });
    assert_eq!(data["openProposals"]["opening"], half);
    // Half is nothing: neither side reads, nobody else learns.
    for who in [&call.officer, &call.moderator, &rival] {
        app.refuses(who, STATUS, id(&call.proposal), "NOT_FOUND")
            .await;
    }
    app.refuses(
        &call.officer,
        EVALUATE,
        id(&call.need),
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(&app.visitor(), RECORD, id(&call.need), "NOT_FOUND")
        .await;
    let again = call.officer.ask(OPEN, id(&call.need)).await;
    assert_eq!(again, data);
    let data = call.moderator.ask(OPEN, id(&call.need)).await;
    assert!(data["openProposals"]["opening"]["completedAt"].is_string());
    app.run_jobs().await;
    let data = call.officer.ask(STATUS, id(&call.proposal)).await;
    assert_eq!(data["proposal"]["status"], "OPENED");
    assert_eq!(
        data["proposal"]["summary"],
        "Thay 5.000 bộ đèn và quản lý từ xa."
    );
    // The alliance opens, it does not read.
    app.refuses(&call.moderator, STATUS, id(&call.proposal), "NOT_FOUND")
        .await;
    let record = &app.visitor().ask(RECORD, id(&call.need)).await["openingRecord"];
    assert_eq!(record["count"], 2);
    assert_eq!(record["acts"][0]["role"], "OWNER");
    assert_eq!(record["acts"][1]["role"], "MODERATOR");
    assert_eq!(record["proposals"][0]["bidder"]["vi"], "Tổ chức của firm");
    assert_eq!(
        record["proposals"][0]["receipt"].as_str().unwrap().len(),
        64
    );
});

on_both_databases!(only_the_two_sides_open_and_one_person_is_not_both, |app| {
    let call = call(app).await;
    app.later(Duration::days(30)).await;
    let reader = app.colleague(&call.officer, MembershipRole::Viewer).await;
    for (who, code) in [
        (&reader, "FORBIDDEN"),
        (&call.firm, "FORBIDDEN"),
        (&app.verifier().await, "FORBIDDEN"),
        (&app.visitor(), "UNAUTHENTICATED"),
    ] {
        app.refuses(who, OPEN, id(&call.need), code).await;
    }
    // A moderator who also writes for the owner opens for the owner, and only for the owner.
    let both = app.person("both", Some(StaffRole::Moderator)).await;
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    let (organization, user) = (call.officer.organization.unwrap(), both.user.unwrap());
    let role = (MembershipRole::Editor, MembershipStatus::Active);
    add_member(&ctx, &txn, organization, user, role)
        .await
        .unwrap();
    txn.commit().await.unwrap();
    let data = both.ask(OPEN, id(&call.need)).await;
    assert_eq!(data["openProposals"]["opening"]["alliance"], Value::Null);
    assert_eq!(
        data["openProposals"]["opening"]["owner"]["name"],
        "Người both"
    );
    // Even once she has left the owner.
    let leave = format!(
        "DELETE FROM membership WHERE user_id = (SELECT id FROM user_account WHERE email = '{}')",
        both.email
    );
    app.app.db.execute_unprepared(&leave).await.unwrap();
    let txn = ctx.begin().await.unwrap();
    txn.publish(iforum::events::Event::ViewerChanged(user));
    txn.commit().await.unwrap();
    app.refuses(&both, OPEN, id(&call.need), "CONFLICT").await;
    call.moderator.ask(OPEN, id(&call.need)).await;
    app.run_jobs().await;
    let other = app.moderator().await;
    app.refuses(&other, OPEN, id(&call.need), "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(nothing_is_taken_back_between_deadline_and_opening, |app| {
    let call = call(app).await;
    // The clock decides, whether the job has closed the need or not, whether one side has opened or not.
    app.app.clock.advance(Duration::days(30));
    let refused = app
        .refuses(
            &call.firm,
            WITHDRAW,
            id(&call.proposal),
            "ILLEGAL_TRANSITION",
        )
        .await;
    assert_eq!(
        refused.message(),
        "Nhu cầu này không còn tiếp nhận đề xuất."
    );
    app.run_jobs().await;
    call.moderator.ask(OPEN, id(&call.need)).await;
    app.refuses(
        &call.firm,
        WITHDRAW,
        id(&call.proposal),
        "ILLEGAL_TRANSITION",
    )
    .await;
    let data = call.firm.ask(STATUS, id(&call.proposal)).await;
    assert_eq!(data["proposal"]["status"], "SUBMITTED");
    assert_eq!(data["proposal"]["viewerCan"], json!([]));
});

on_both_databases!(both_sides_at_once_open_once, |app| {
    let call = call(app).await;
    app.later(Duration::days(30)).await;
    let (owner, alliance, withdrawn) = tokio::join!(
        call.officer.send(OPEN, id(&call.need)),
        call.moderator.send(OPEN, id(&call.need)),
        call.firm.send(WITHDRAW, id(&call.proposal)),
    );
    assert!(owner.body["errors"].is_null() && alliance.body["errors"].is_null());
    assert_eq!(withdrawn.code(), Some("ILLEGAL_TRANSITION"));
    app.run_jobs().await;
    assert_eq!(
        app.count("audit_record", "action = 'proposals.opened'")
            .await,
        1
    );
    let data = call.officer.ask(STATUS, id(&call.proposal)).await;
    assert_eq!(data["proposal"]["status"], "OPENED");
});

on_both_databases!(a_need_without_proposals_has_nothing_to_open, |app| {
    let (officer, moderator) = (app.officer().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    assert_eq!(
        officer.ask(OPENING, id(&need)).await["opening"],
        Value::Null
    );
    app.later(Duration::days(30)).await;
    let record = &app.visitor().ask(RECORD, id(&need)).await["openingRecord"];
    assert_eq!((&record["count"], &record["acts"]), (&json!(0), &json!([])));
    app.refuses(&officer, OPEN, id(&need), "ILLEGAL_TRANSITION")
        .await;
    officer.ask(EVALUATE, id(&need)).await;
    assert_eq!(
        app.templates_to(&officer.email).await,
        ["need_approved", "need_closed_empty"]
    );
});

on_both_databases!(both_sides_are_reminded_until_they_open, |app| {
    let call = call(app).await;
    // The thirtieth day is a moment; two working days later is at most four days later.
    app.later(Duration::days(30)).await;
    let count = async |who: &Client| {
        let letters = app.templates_to(&who.email).await;
        letters
            .iter()
            .filter(|name| *name == "opening_waits")
            .count()
    };
    assert_eq!(
        (count(&call.officer).await, count(&call.moderator).await),
        (1, 1)
    );
    assert_eq!(count(&call.firm).await, 0);
    call.officer.ask(OPEN, id(&call.need)).await;
    app.later(Duration::days(1)).await;
    assert_eq!(count(&call.moderator).await, 1);
    app.later(Duration::days(3)).await;
    assert_eq!(
        (count(&call.officer).await, count(&call.moderator).await),
        (1, 2)
    );
    let data = call.moderator.ask(WAITING, json!({})).await;
    assert_eq!(
        data["waitingOpenings"],
        json!([{ "need": { "id": call.need }, "viewerMayOpen": true }])
    );
    app.refuses(&call.officer, WAITING, json!({}), "FORBIDDEN")
        .await;
    call.moderator.ask(OPEN, id(&call.need)).await;
    app.later(Duration::days(4)).await;
    assert_eq!(count(&call.moderator).await, 2);
    let data = call.moderator.ask(WAITING, json!({})).await;
    assert_eq!(data["waitingOpenings"], json!([]));
});

on_both_databases!(a_need_that_ends_unopened_stays_sealed, |app| {
    let call = call(app).await;
    app.later(Duration::days(30)).await;
    call.officer.ask(OPEN, id(&call.need)).await;
    // What nobody read cannot be found wanting; to give the need up is possible.
    let fail = json!({ "id": call.need, "outcome": "UNSUCCESSFUL" });
    app.refuses(&call.officer, CONCLUDE, fail, "ILLEGAL_TRANSITION")
        .await;
    let cancel = json!({ "id": call.need, "outcome": "CANCELLED" });
    call.officer.ask(CONCLUDE, cancel).await;
    app.run_jobs().await;
    app.refuses(&call.moderator, OPEN, id(&call.need), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&call.officer, STATUS, id(&call.proposal), "NOT_FOUND")
        .await;
    assert_eq!(
        app.count("proposal_key", "released_at IS NOT NULL").await,
        0
    );
    let data = call.firm.ask(STATUS, id(&call.proposal)).await;
    assert_eq!(data["proposal"]["status"], "WITHDRAWN");
    let data = call.moderator.ask(WAITING, json!({})).await;
    assert_eq!(data["waitingOpenings"], json!([]));
});
