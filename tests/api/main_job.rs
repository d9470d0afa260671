//! The main job from end to end, and who gets which email.

use chrono::Duration;
use tests::{json, on_both_databases};

on_both_databases!(from_a_need_to_a_decision, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&officer, &moderator).await;
    let found = app.suggested_match(&need, &offer).await;

    let introduce =
        "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { status } } }";
    moderator.ask(introduce, json!({ "id": found })).await;
    app.run_jobs().await;
    let accept = "mutation($id: ID!) { acceptMatch(input: { matchId: $id }) { match { status contacts { email } } } }";
    let first = officer.ask(accept, json!({ "id": found })).await;
    assert_eq!(
        first["acceptMatch"]["match"],
        json!({ "status": "ACCEPTED_BY_NEED", "contacts": null })
    );
    let second = firm.ask(accept, json!({ "id": found })).await;
    let contacts = json!([{ "email": officer.email }, { "email": firm.email }]);
    assert_eq!(
        second["acceptMatch"]["match"],
        json!({ "status": "MUTUAL", "contacts": contacts })
    );

    let proposal = app.submitted_proposal(&firm, &need).await;
    app.later(Duration::days(31)).await;
    app.open_proposals(&officer, &need).await;
    let evaluate = "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { status proposals { nodes { id status price { amount } } } } } }";
    let data = officer.ask(evaluate, json!({ "id": need })).await;
    let opened = json!([{ "id": proposal, "status": "UNDER_EVALUATION", "price": { "amount": "9000000000" } }]);
    assert_eq!(
        data["startEvaluation"]["need"]["proposals"]["nodes"],
        opened
    );
    let decide = "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: SELECTED, reason: \"Phương án tốt nhất.\" }) { proposal { status need { status } } } }";
    let data = officer.ask(decide, json!({ "id": proposal })).await;
    let decided = json!({ "status": "SELECTED", "need": { "status": "MATCHED" } });
    assert_eq!(data["decideProposal"]["proposal"], decided);
    app.run_jobs().await;

    assert_eq!(
        app.templates_to(&officer.email).await,
        [
            "need_approved",
            "match_introduced",
            "match_mutual",
            "opening_waits",
            "proposal_received"
        ]
    );
    assert_eq!(
        app.templates_to(&firm.email).await,
        [
            "offer_approved",
            "match_introduced",
            "match_mutual",
            "proposal_receipt",
            "proposal_decided"
        ]
    );
});
