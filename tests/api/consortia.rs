//! Interests, and proposals that several organisations make together.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use tests::{Client, TestApp, Value, json, on_both_databases};

const CONSORTIUM: &str = "query($id: ID!) { proposal(id: $id) { version status viewerCan consortium { leadSharePercent viewerCan members { id role sharePercent status signedAt inRivalProposal viewerCan organization { id } } } } }";
const INVITE: &str = "mutation($input: InviteToProposalInput!) { inviteToProposal(input: $input) { proposal { consortium { members { id status } } } } }";
const WAITING: &str = "{ consortiumInvitations { need { id } lead { id } member { id role inRivalProposal viewerCan } } }";
const ANSWER: &str = "mutation($id: ID!, $accept: Boolean!, $known: Boolean) { answerProposalInvitation(input: { memberId: $id, accept: $accept, acknowledgeConflict: $known }) { member { status } } }";
const END: &str =
    "mutation($id: ID!) { endConsortiumMember(input: { memberId: $id }) { member { status } } }";
const SIGNOFF: &str = "mutation($id: ID!, $version: Int!) { requestProposalSignoff(input: { proposalId: $id, version: $version }) { proposal { status version } } }";
const SIGN: &str = "mutation($id: ID!, $version: Int!) { signProposal(input: { proposalId: $id, version: $version }) { proposal { version } } }";
const RECALL: &str = "mutation($id: ID!) { recallProposal(input: { proposalId: $id }) { proposal { status version } } }";
const SUBMIT: &str = "mutation($id: ID!, $version: Int!) { submitProposal(input: { proposalId: $id, version: $version }) { proposal { status receipt } } }";
const UPDATE: &str = "mutation($input: UpdateProposalInput!) { updateProposal(input: $input) { proposal { version } } }";
const REGISTER: &str = "mutation($input: RegisterInterestInput!) { registerInterest(input: $input) { interest { id isPublic } } }";
const INTERESTS: &str = "query($need: ID!) { interests(needId: $need) { id isPublic seeksPartners note withdrawnAt viewerMayEdit organization { id } } }";

/// A draft of a lead, with somebody who was asked in.
struct Joint {
    officer: Client,
    lead: Client,
    partner: Client,
    need: String,
    proposal: String,
    member: String,
}

fn asked(app: &TestApp, proposal: &str, whom: &Client) -> Value {
    json!({ "input": { "clientKey": app.key(), "proposalId": proposal, "organizationId": whom.organization_id(), "role": "Lắp đặt", "sharePercent": 40 } })
}

async fn invited(app: &TestApp) -> Joint {
    let (officer, lead, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let partner = app.firm().await;
    let proposal = app.draft_proposal(&lead, &need).await;
    let data = lead.ask(INVITE, asked(app, &proposal, &partner)).await;
    let member = &data["inviteToProposal"]["proposal"]["consortium"]["members"][0];
    app.run_jobs().await;
    Joint {
        member: member["id"].as_str().expect("an id").to_owned(),
        officer,
        lead,
        partner,
        need,
        proposal,
    }
}

async fn joined(app: &TestApp) -> Joint {
    let joint = invited(app).await;
    let yes = json!({ "id": joint.member, "accept": true });
    joint.partner.ask(ANSWER, yes).await;
    app.run_jobs().await;
    joint
}

impl Joint {
    async fn seen_by(&self, who: &Client) -> Value {
        let data = who.ask(CONSORTIUM, json!({ "id": self.proposal })).await;
        data["proposal"].clone()
    }

    async fn version(&self) -> i64 {
        let seen = self.seen_by(&self.lead).await;
        seen["version"].as_i64().expect("a version")
    }

    async fn at_version(&self) -> Value {
        json!({ "id": self.proposal, "version": self.version().await })
    }

    async fn signed(&self) {
        self.lead.ask(SIGNOFF, self.at_version().await).await;
        self.partner.ask(SIGN, self.at_version().await).await;
    }
}

on_both_databases!(two_firms_write_sign_and_hand_in_one_proposal, |app| {
    let joint = invited(app).await;
    // Asked, it knows of the invitation and not of what the draft says.
    app.refuses(
        &joint.partner,
        CONSORTIUM,
        json!({ "id": joint.proposal }),
        "NOT_FOUND",
    )
    .await;
    let waiting = joint.partner.ask(WAITING, json!({})).await;
    let invitation = &waiting["consortiumInvitations"][0];
    assert_eq!(invitation["need"]["id"], json!(joint.need));
    assert_eq!(invitation["member"]["viewerCan"], json!(["ANSWER"]));
    let told = app.templates_to(&joint.partner.email).await;
    assert_eq!(told.last().unwrap(), "consortium_invited");

    let yes = json!({ "id": joint.member, "accept": true });
    joint.partner.ask(ANSWER, yes.clone()).await;
    app.refuses(&joint.partner, ANSWER, yes, "ILLEGAL_TRANSITION")
        .await;
    let seen = joint.seen_by(&joint.partner).await;
    assert_eq!(seen["viewerCan"], json!(["EDIT"]));
    assert_eq!(seen["consortium"]["leadSharePercent"], json!(60));
    // The draft is shared.
    let mut content = tests::content::proposal();
    content["summary"] = json!("Hai đơn vị cùng làm.");
    let input = json!({ "input": { "proposalId": joint.proposal, "version": joint.version().await, "content": content } });
    joint.partner.ask(UPDATE, input).await;

    // Nobody hands in alone what others stand for.
    app.refuses(
        &joint.lead,
        SUBMIT,
        joint.at_version().await,
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(
        &joint.partner,
        SIGNOFF,
        joint.at_version().await,
        "FORBIDDEN",
    )
    .await;
    joint.lead.ask(SIGNOFF, joint.at_version().await).await;
    app.run_jobs().await;
    let told = app.templates_to(&joint.partner.email).await;
    assert_eq!(told.last().unwrap(), "consortium_signoff");
    app.refuses(
        &joint.lead,
        SUBMIT,
        joint.at_version().await,
        "ILLEGAL_TRANSITION",
    )
    .await;
    let mut stale = joint.at_version().await;
    stale["version"] = json!(1);
    app.refuses(&joint.partner, SIGN, stale, "STALE_VERSION")
        .await;
    joint.partner.ask(SIGN, joint.at_version().await).await;
    app.run_jobs().await;
    let told = app.templates_to(&joint.lead.email).await;
    assert_eq!(told.last().unwrap(), "consortium_signed");
    app.refuses(
        &joint.partner,
        SUBMIT,
        joint.at_version().await,
        "FORBIDDEN",
    )
    .await;
    let data = joint.lead.ask(SUBMIT, joint.at_version().await).await;
    assert_eq!(data["submitProposal"]["proposal"]["status"], "SUBMITTED");
    app.run_jobs().await;
    for who in [&joint.lead, &joint.partner] {
        let told = app.templates_to(&who.email).await;
        assert_eq!(told.last().unwrap(), "proposal_receipt");
    }

    // What was signed is in the content that the receipt is of; the owner reads it when it is opened.
    app.later(Duration::days(30)).await;
    app.open_proposals(&joint.officer, &joint.need).await;
    let read = "query($id: ID!) { proposal(id: $id) { summary canonicalContent } receiptCheck(proposalId: $id) { sameContent signed } }";
    let data = joint
        .officer
        .ask(read, json!({ "id": joint.proposal }))
        .await;
    assert_eq!(
        data["receiptCheck"],
        json!({ "sameContent": true, "signed": true })
    );
    let content = data["proposal"]["canonicalContent"].as_str().unwrap();
    let content: Value = serde_json::from_str(content).unwrap();
    let expected = json!([{ "organization": joint.partner.organization_id(), "role": "Lắp đặt", "share_percent": 40 }]);
    assert_eq!(content["consortium"], expected);
    let seen = joint.seen_by(&joint.officer).await;
    let member = &seen["consortium"]["members"][0];
    assert_eq!(
        member["organization"]["id"],
        json!(joint.partner.organization_id())
    );
    assert_eq!(member["inRivalProposal"], Value::Null);
});

on_both_databases!(a_change_ends_the_signatures, |app| {
    let joint = joined(app).await;
    joint.signed().await;
    let before = joint.seen_by(&joint.lead).await;
    assert!(before["consortium"]["members"][0]["signedAt"].is_string());
    // While it waits it is frozen.
    let input = json!({ "input": { "proposalId": joint.proposal, "version": joint.version().await, "content": tests::content::proposal() } });
    app.refuses(&joint.partner, UPDATE, input, "ILLEGAL_TRANSITION")
        .await;
    joint
        .partner
        .ask(RECALL, json!({ "id": joint.proposal }))
        .await;
    let after = joint.seen_by(&joint.lead).await;
    assert_eq!(after["status"], "DRAFT");
    assert_eq!(after["consortium"]["members"][0]["signedAt"], Value::Null);
    app.refuses(
        &joint.lead,
        SUBMIT,
        joint.at_version().await,
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.refuses(
        &joint.partner,
        SIGN,
        joint.at_version().await,
        "ILLEGAL_TRANSITION",
    )
    .await;
    app.run_jobs().await;
});

on_both_databases!(a_member_that_is_suspended_stops_the_proposal, |app| {
    let joint = joined(app).await;
    joint.signed().await;
    app.suspend(&joint.partner).await;
    let answer = app
        .refuses(
            &joint.lead,
            SUBMIT,
            joint.at_version().await,
            "ILLEGAL_TRANSITION",
        )
        .await;
    assert!(
        answer.body.to_string().contains("tạm dừng"),
        "{}",
        answer.body
    );
    // Without it the lead goes on alone.
    joint.lead.ask(END, json!({ "id": joint.member })).await;
    let seen = joint.seen_by(&joint.lead).await;
    assert_eq!(
        (&seen["status"], &seen["consortium"]["members"][0]["status"]),
        (&json!("DRAFT"), &json!("LEFT"))
    );
    joint.lead.ask(SUBMIT, joint.at_version().await).await;
    app.run_jobs().await;
});

on_both_databases!(who_bids_twice_must_say_so_and_both_sides_see_it, |app| {
    let joint = invited(app).await;
    app.draft_proposal(&joint.partner, &joint.need).await;
    let waiting = joint.partner.ask(WAITING, json!({})).await;
    let invitation = &waiting["consortiumInvitations"][0]["member"];
    assert_eq!(invitation["inRivalProposal"], json!(true));
    // The lead learns nothing of it before the other has said yes.
    let seen = joint.seen_by(&joint.lead).await;
    assert_eq!(
        seen["consortium"]["members"][0]["inRivalProposal"],
        Value::Null
    );
    let yes = json!({ "id": joint.member, "accept": true });
    let answer = app.refuses(&joint.partner, ANSWER, yes, "CONFLICT").await;
    assert_eq!(answer.field(), Some("acknowledgeConflict"));
    let known = json!({ "id": joint.member, "accept": true, "known": true });
    joint.partner.ask(ANSWER, known).await;
    for who in [&joint.lead, &joint.partner] {
        let seen = joint.seen_by(who).await;
        assert_eq!(
            seen["consortium"]["members"][0]["inRivalProposal"],
            json!(true)
        );
    }
    app.run_jobs().await;
});

on_both_databases!(invitations_have_their_bounds, |app| {
    let joint = invited(app).await;
    let reader = app.colleague(&joint.partner, MembershipRole::Viewer).await;
    let yes = json!({ "id": joint.member, "accept": true });
    app.refuses(&reader, ANSWER, yes.clone(), "FORBIDDEN").await;
    for stranger in [&app.firm().await, &joint.officer] {
        app.refuses(stranger, ANSWER, yes.clone(), "NOT_FOUND")
            .await;
        app.refuses(stranger, END, json!({ "id": joint.member }), "NOT_FOUND")
            .await;
        app.refuses(
            stranger,
            INVITE,
            asked(app, &joint.proposal, stranger),
            "NOT_FOUND",
        )
        .await;
        assert_eq!(
            stranger.ask(WAITING, json!({})).await["consortiumInvitations"],
            json!([])
        );
    }
    for whom in [&joint.lead, &joint.officer, &joint.partner] {
        let answer = app
            .refuses(
                &joint.lead,
                INVITE,
                asked(app, &joint.proposal, whom),
                "INVALID_INPUT",
            )
            .await;
        assert_eq!(answer.field(), Some("organizationId"));
    }
    let third = app.firm().await;
    let mut much = asked(app, &joint.proposal, &third);
    much["input"]["sharePercent"] = json!(60);
    app.refuses(&joint.lead, INVITE, much, "OUT_OF_RANGE").await;
    // The same click twice is one invitation, and one letter.
    let click = asked(app, &joint.proposal, &third);
    joint.lead.ask(INVITE, click.clone()).await;
    joint.lead.ask(INVITE, click).await;
    app.run_jobs().await;
    let told = app.templates_to(&third.email).await;
    assert_eq!(
        told.iter()
            .filter(|one| *one == "consortium_invited")
            .count(),
        1
    );
    // Who said no is not asked again.
    joint
        .partner
        .ask(ANSWER, json!({ "id": joint.member, "accept": false }))
        .await;
    app.refuses(
        &joint.lead,
        INVITE,
        asked(app, &joint.proposal, &joint.partner),
        "INVALID_INPUT",
    )
    .await;
    app.run_jobs().await;
});

on_both_databases!(nobody_outside_learns_of_a_consortium, |app| {
    let joint = invited(app).await;
    let administrator = app.administrator().await;
    let records = "{ auditRecords { totalCount nodes { id action } } emails { totalCount nodes { id template } } proposals { totalCount } }";
    let outside = [&administrator, &joint.officer, &app.firm().await];
    let mut before = Vec::new();
    for who in outside {
        before.push(who.send(records, json!({})).await.body);
    }
    joint
        .partner
        .ask(ANSWER, json!({ "id": joint.member, "accept": true }))
        .await;
    joint.signed().await;
    app.run_jobs().await;
    joint.lead.ask(SUBMIT, joint.at_version().await).await;
    app.run_jobs().await;
    for (who, before) in outside.into_iter().zip(before) {
        assert_eq!(who.send(records, json!({})).await.body, before);
    }
});

on_both_databases!(an_interest_is_shown_as_its_firm_says, |app| {
    let (officer, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let need = app.open_need(&officer, &moderator).await;
    let say = |public: bool, seeks: bool, note: &str| json!({ "input": { "clientKey": app.key(), "needId": need, "organizationId": firm.organization_id(), "isPublic": public, "seeksPartners": seeks, "note": note } });
    let of = json!({ "need": need });
    let seen = async |who: &Client| who.ask(INTERESTS, of.clone()).await["interests"].clone();
    firm.ask(REGISTER, say(false, false, "")).await;
    for other in [&officer, &moderator, &app.visitor()] {
        assert_eq!(seen(other).await, json!([]));
    }
    assert_eq!(seen(&firm).await[0]["viewerMayEdit"], json!(true));
    let answer = app
        .refuses(
            &firm,
            REGISTER,
            say(false, true, "Cần đơn vị lắp đặt."),
            "INVALID_INPUT",
        )
        .await;
    assert_eq!(answer.field(), Some("seeksPartners"));
    app.refuses(&firm, REGISTER, say(true, true, " "), "REQUIRED")
        .await;
    let id = firm
        .ask(REGISTER, say(true, true, "Cần đơn vị lắp đặt."))
        .await["registerInterest"]["interest"]["id"]
        .clone();
    let public = seen(&app.visitor()).await;
    assert_eq!(public.as_array().unwrap().len(), 1);
    assert_eq!(
        (&public[0]["seeksPartners"], &public[0]["viewerMayEdit"]),
        (&json!(true), &json!(false))
    );
    let withdraw = "mutation($id: ID!) { withdrawInterest(input: { interestId: $id }) { interest { withdrawnAt } } }";
    app.refuses(&officer, withdraw, json!({ "id": id }), "FORBIDDEN")
        .await;
    firm.ask(withdraw, json!({ "id": id })).await;
    assert_eq!(seen(&app.visitor()).await, json!([]));
    app.refuses(&officer, withdraw, json!({ "id": id }), "NOT_FOUND")
        .await;
    // The owner does not bid for its own need, and nobody once it is closed.
    let mut own = say(true, false, "");
    own["input"]["organizationId"] = json!(officer.organization_id());
    app.refuses(&officer, REGISTER, own, "FORBIDDEN").await;
    app.later(Duration::days(31)).await;
    app.refuses(&firm, REGISTER, say(true, false, ""), "ILLEGAL_TRANSITION")
        .await;
});
