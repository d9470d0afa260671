//! Invitations: for one address alone, once, for 14 days; telling nobody who has an account.

use chrono::Duration;
use iforum::organizations::MembershipRole::{Editor, Owner};
use tests::{Answer, Client, PASSWORD, TestApp, Value, json, on_both_databases};

const INVITE: &str = "mutation($org: ID!, $email: String!, $role: MembershipRole!) { inviteMember(input: { organizationId: $org, email: $email, role: $role }) { invitation { id email role status invitedBy expiresAt } } }";
const ACCEPT: &str = "mutation($id: ID!) { acceptInvitation(input: { invitationId: $id }) { membership { role status } } }";
const DECLINE: &str = "mutation($id: ID!) { declineInvitation(input: { invitationId: $id }) { invitation { status } } }";
const REVOKE: &str = "mutation($id: ID!) { revokeInvitation(input: { invitationId: $id }) { invitation { status } } }";
const RESEND: &str = "mutation($id: ID!) { resendInvitation(input: { invitationId: $id }) { invitation { expiresAt } } }";
const READ: &str =
    "query($id: ID!) { invitation(id: $id) { email status organization { legalName { vi } } } }";
const REGISTER: &str =
    "mutation($input: RequestRegistrationInput!) { requestRegistration(input: $input) { email } }";

fn inviting(owner: &Client, email: &str, role: &str) -> Value {
    json!({ "org": owner.organization_id(), "email": email, "role": role })
}

async fn invited(app: &TestApp, owner: &Client, email: &str) -> Value {
    let data = owner.ask(INVITE, inviting(owner, email, "EDITOR")).await;
    app.run_jobs().await;
    json!({ "id": data["inviteMember"]["invitation"]["id"] })
}

fn registering(app: &TestApp, email: &str, invitation: &Value) -> Value {
    json!({ "input": {
        "clientKey": app.key(), "email": email, "name": "Người được mời", "locale": "VI",
        "invitationId": invitation["id"],
    } })
}

on_both_databases!(the_invited_person_alone_joins, |app| {
    let owner = app.officer().await;
    let (who, other) = (
        app.person("guest", None).await,
        app.person("other", None).await,
    );
    let invitation = invited(app, &owner, &who.email.to_uppercase()).await;
    for stranger in [&other, &app.visitor(), &app.administrator().await] {
        for query in [READ, ACCEPT, DECLINE, REVOKE, RESEND] {
            app.refuses(stranger, query, invitation.clone(), "NOT_FOUND")
                .await;
        }
    }
    // Not even the owner can accept for somebody else.
    app.refuses(&owner, ACCEPT, invitation.clone(), "NOT_FOUND")
        .await;
    let data = who.ask(READ, invitation.clone()).await;
    assert_eq!(
        data["invitation"]["organization"]["legalName"]["vi"],
        "Tổ chức của officer"
    );
    let mine = "{ viewer { invitations { role invitedBy } } }";
    let data = who.ask(mine, json!({})).await;
    assert_eq!(
        data["viewer"]["invitations"],
        json!([{ "role": "EDITOR", "invitedBy": "Người officer" }])
    );
    let data = who.ask(ACCEPT, invitation.clone()).await;
    assert_eq!(
        data["acceptInvitation"]["membership"],
        json!({ "role": "EDITOR", "status": "ACTIVE" })
    );
    let create = "mutation($org: ID!, $key: String!) { createNeed(input: { clientKey: $key, organizationId: $org, content: {} }) { need { id } } }";
    who.ask(
        create,
        json!({ "org": owner.organization_id(), "key": app.key() }),
    )
    .await;
    for query in [ACCEPT, DECLINE] {
        app.refuses(&who, query, invitation.clone(), "ILLEGAL_TRANSITION")
            .await;
    }
    assert_eq!(app.rows("membership").await, 2);
});

on_both_databases!(the_letter_carries_no_authority, |app| {
    let owner = app.officer().await;
    let who = app.person("guest", None).await;
    let invitation = invited(app, &owner, &who.email).await;
    let mails = app.mails_to(&who.email).await;
    let (template, subject, text) = &mails[0];
    assert_eq!(template, "invitation");
    assert_eq!(
        subject,
        "Người officer mời bạn tham gia Tổ chức của officer trên i-Forum"
    );
    let link = format!("/loi-moi/{}", invitation["id"].as_str().unwrap());
    assert!(text.contains(&link) && !text.contains('#'), "{text}");
    assert!(
        text.contains("biên tập viên") && text.contains("06/12/2026"),
        "{text}"
    );
});

on_both_databases!(the_answer_does_not_tell_who_has_an_account, |app| {
    let owner = app.officer().await;
    let known = app.person("known", None).await;
    let member = app.colleague(&owner, Editor).await;
    let addresses = [
        known.email.as_str(),
        "unknown@nobody.example",
        &member.email,
    ];
    let mut said = Vec::new();
    for address in addresses {
        let answer = owner
            .send(INVITE, inviting(&owner, address, "VIEWER"))
            .await;
        let id = answer.body["data"]["inviteMember"]["invitation"]["id"].clone();
        let text = answer.body.to_string();
        let text = text.replace(id.as_str().unwrap(), "id");
        said.push((answer.status, text.replace(address, "address")));
    }
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{said:#?}");
    app.run_jobs().await;
    for address in addresses {
        assert_eq!(app.templates_to(address).await, ["invitation"]);
    }
    // Who belongs to it already keeps the role.
    let data = member
        .ask("{ viewer { invitations { id } } }", json!({}))
        .await;
    let invitation = json!({ "id": data["viewer"]["invitations"][0]["id"] });
    let data = member.ask(ACCEPT, invitation).await;
    assert_eq!(data["acceptInvitation"]["membership"]["role"], "EDITOR");
});

on_both_databases!(owners_alone_invite, |app| {
    let owner = app.officer().await;
    let variables = inviting(&owner, "guest@firm.example", "EDITOR");
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (app.firm().await, "FORBIDDEN"),
        (app.colleague(&owner, Editor).await, "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, INVITE, variables.clone(), code).await;
        let list = "query($id: ID!) { organization(id: $id) { invitations { id } } }";
        let data = who
            .ask(list, json!({ "id": owner.organization_id() }))
            .await;
        assert_eq!(data["organization"]["invitations"], Value::Null);
    }
    for email in [
        "",
        "x",
        "a@b",
        "a@b.vn\r\nBcc: c@d.vn",
        "a@b.vn,c@d.vn",
        &"a".repeat(100_000),
    ] {
        let wrong = inviting(&owner, email, "EDITOR");
        app.refuses(&owner, INVITE, wrong, "INVALID_INPUT").await;
    }
});

on_both_databases!(one_invitation_to_an_address_waits, |app| {
    let owner = app.officer().await;
    let again = inviting(&owner, "GUEST@firm.example", "VIEWER");
    let invitation = invited(app, &owner, "guest@firm.example").await;
    app.refuses(&owner, INVITE, again.clone(), "CONFLICT").await;
    owner.ask(REVOKE, invitation.clone()).await;
    app.refuses(&owner, REVOKE, invitation.clone(), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&owner, RESEND, invitation, "ILLEGAL_TRANSITION")
        .await;
    // An address is not written to every minute.
    owner.refused(INVITE, again.clone(), "RATE_LIMITED").await;
    app.app.clock.advance(Duration::minutes(10));
    let (a, b) = tokio::join!(
        owner.send(INVITE, again.clone()),
        owner.send(INVITE, again.clone())
    );
    let codes = [a.code(), b.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("CONFLICT")),
        "{codes:?}"
    );
    app.run_jobs().await;
    assert_eq!(app.templates_to("GUEST@firm.example").await, ["invitation"]);
    assert_eq!(app.count("invitation", "status = 'waiting'").await, 1);
});

on_both_databases!(
    an_invitation_ends_after_two_weeks_unless_sent_again,
    |app| {
        let owner = app.officer().await;
        let who = app.person("guest", None).await;
        let invitation = invited(app, &owner, &who.email).await;
        app.refuses(&owner, RESEND, invitation.clone(), "RATE_LIMITED")
            .await;
        app.app.clock.advance(Duration::days(14));
        let answer = app
            .refuses(&who, ACCEPT, invitation.clone(), "ILLEGAL_TRANSITION")
            .await;
        assert!(answer.message().contains("hết hạn"), "{}", answer.message());
        let data = owner.ask(READ, invitation.clone()).await;
        assert_eq!(data["invitation"]["status"], "EXPIRED");
        owner.ask(RESEND, invitation.clone()).await;
        app.run_jobs().await;
        assert_eq!(
            app.templates_to(&who.email).await,
            ["invitation", "invitation"]
        );
        who.ask(ACCEPT, invitation).await;
    }
);

on_both_databases!(a_new_invitation_takes_an_expired_ones_place, |app| {
    let owner = app.officer().await;
    let who = app.person("guest", None).await;
    let old = invited(app, &owner, &who.email).await;
    app.app.clock.advance(Duration::days(15));
    let new = invited(app, &owner, &who.email).await;
    app.refuses(&owner, RESEND, old.clone(), "ILLEGAL_TRANSITION")
        .await;
    app.refuses(&who, ACCEPT, old, "ILLEGAL_TRANSITION").await;
    who.ask(ACCEPT, new).await;
});

on_both_databases!(of_two_who_accept_at_once_one_does, |app| {
    let owner = app.officer().await;
    let who = app.person("guest", None).await;
    let invitation = invited(app, &owner, &who.email).await;
    let (a, b, c) = tokio::join!(
        who.send(ACCEPT, invitation.clone()),
        who.send(ACCEPT, invitation.clone()),
        owner.send(REVOKE, invitation.clone()),
    );
    let good = |answer: &Answer| usize::from(answer.code().is_none());
    assert_eq!(good(&a) + good(&b) + good(&c), 1, "{a:?} {b:?} {c:?}");
    let joined = good(&a) + good(&b);
    assert_eq!(app.rows("membership").await, 1 + joined as i64);
});

on_both_databases!(registration_by_invitation_accepts_it, |app| {
    let owner = app.officer().await;
    let address = "moi@firm.example";
    let invitation = invited(app, &owner, address).await;
    // The page of an invitation shows nothing to who has not signed in.
    app.visitor()
        .refused(READ, invitation.clone(), "NOT_FOUND")
        .await;
    app.visitor()
        .ask(REGISTER, registering(app, "MOI@firm.example", &invitation))
        .await;
    app.run_jobs().await;
    let token = app.token_to(address, "registration").await;
    let preview = "query($token: String!) { registration(token: $token) { organization { id } } }";
    let data = app.visitor().ask(preview, json!({ "token": token })).await;
    assert_eq!(
        data["registration"]["organization"]["id"],
        owner.organization_id()
    );
    let answer = app.complete(&token, PASSWORD).await;
    let viewer = &answer.body["data"]["completeRegistration"]["viewer"];
    assert_eq!(
        viewer["memberships"],
        json!([{ "role": "EDITOR", "status": "ACTIVE" }])
    );
    assert_eq!(app.count("invitation", "status = 'accepted'").await, 1);
    app.run_jobs().await;
});

on_both_databases!(registration_by_anothers_invitation_is_refused, |app| {
    let owner = app.officer().await;
    let invitation = invited(app, &owner, "moi@firm.example").await;
    let unknown = json!({ "id": "inv_00000000000000000000000000000001" });
    let foreign = registering(app, "thief@firm.example", &invitation);
    let absent = registering(app, "thief@firm.example", &unknown);
    let visitor = app.visitor();
    let foreign = app.refuses(&visitor, REGISTER, foreign, "NOT_FOUND").await;
    let absent = app.refuses(&visitor, REGISTER, absent, "NOT_FOUND").await;
    assert_eq!(foreign.body, absent.body);
    let mut both = registering(app, "moi@firm.example", &invitation);
    both["input"]["organizationId"] = json!(owner.organization_id());
    app.refuses(&visitor, REGISTER, both, "REQUIRED").await;
});

on_both_databases!(an_invitation_revoked_meanwhile_leads_nowhere, |app| {
    let owner = app.officer().await;
    let address = "moi@firm.example";
    let invitation = invited(app, &owner, address).await;
    app.visitor()
        .ask(REGISTER, registering(app, address, &invitation))
        .await;
    app.run_jobs().await;
    owner.ask(REVOKE, invitation).await;
    let token = app.token_to(address, "registration").await;
    let answer = app.complete(&token, PASSWORD).await;
    let viewer = &answer.body["data"]["completeRegistration"]["viewer"];
    assert_eq!(viewer["memberships"], json!([]));
    app.run_jobs().await;
});

on_both_databases!(an_owner_who_lost_the_right_leaves_no_door_open, |app| {
    let owner = app.officer().await;
    let second = app.colleague(&owner, Owner).await;
    let mut evil = second.clone();
    evil.organization = owner.organization;
    let accomplice = app.person("accomplice", None).await;
    let invitation = invited(app, &evil, &accomplice.email).await;
    let own = "{ viewer { memberships { id } } }";
    let data = second.ask(own, json!({})).await;
    let lower = "mutation($id: ID!) { setMembershipRole(input: { membershipId: $id, role: EDITOR }) { membership { role } } }";
    let id = json!({ "id": data["viewer"]["memberships"][0]["id"] });
    owner.ask(lower, id).await;
    app.refuses(&accomplice, ACCEPT, invitation, "ILLEGAL_TRANSITION")
        .await;
    app.run_jobs().await;
});

on_both_databases!(an_organisation_invites_only_so_often, |app| {
    let owner = app.officer().await;
    for n in 0..30 {
        let email = format!("guest{n}@firm.example");
        owner.ask(INVITE, inviting(&owner, &email, "VIEWER")).await;
    }
    let more = inviting(&owner, "one.more@firm.example", "VIEWER");
    let answer = owner.refused(INVITE, more, "RATE_LIMITED").await;
    assert!(answer.headers.contains_key("retry-after"));
    app.run_jobs().await;
});

on_both_databases!(an_old_invitation_is_forgotten, |app| {
    let owner = app.officer().await;
    invited(app, &owner, "guest@firm.example").await;
    app.later(Duration::days(103)).await;
    assert_eq!(app.rows("invitation").await, 1);
    app.later(Duration::days(1)).await;
    assert_eq!(app.rows("invitation").await, 0);
});

on_both_databases!(a_pending_request_is_settled_by_an_invitation, |app| {
    let owner = app.officer().await;
    let who = app.person("guest", None).await;
    let join = "mutation($id: ID!) { requestMembership(input: { organizationId: $id }) { membership { id } } }";
    who.ask(join, json!({ "id": owner.organization_id() }))
        .await;
    let data = owner
        .ask(INVITE, inviting(&owner, &who.email, "VIEWER"))
        .await;
    let invitation = json!({ "id": data["inviteMember"]["invitation"]["id"] });
    let data = who.ask(ACCEPT, invitation).await;
    assert_eq!(
        data["acceptInvitation"]["membership"],
        json!({ "role": "VIEWER", "status": "ACTIVE" })
    );
    app.run_jobs().await;
});

on_both_databases!(
    a_known_address_that_registers_is_led_to_the_invitation,
    |app| {
        let owner = app.officer().await;
        let who = app.person("guest", None).await;
        let invitation = invited(app, &owner, &who.email).await;
        app.visitor()
            .ask(REGISTER, registering(app, &who.email, &invitation))
            .await;
        app.run_jobs().await;
        let letters = app.mails_to(&who.email).await;
        assert_eq!(letters[1].0, "account_exists");
        let link = format!("/loi-moi/{}", invitation["id"].as_str().unwrap());
        assert!(letters[1].2.contains(&link), "{}", letters[1].2);
    }
);

on_both_databases!(a_hostile_name_stays_text_in_the_letter, |app| {
    let mut owner = app.person("founder", None).await;
    let create = "mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id } } }";
    let name = "Ltd {{ 7*7 }}\r\nBcc: x@evil.example <img src=x onerror=alert(1)>";
    let input = json!({ "clientKey": app.key(), "newOrganization": { "kind": "PRIVATE_CO", "legalName": { "vi": name } } });
    let data = owner.ask(create, json!({ "input": input })).await;
    let id = &data["createOrganization"]["organization"]["id"];
    owner.organization = id.as_str().and_then(|id| id.parse().ok());
    invited(app, &owner, "guest@firm.example").await;
    let letters = iforum::mail::store::latest(&app.app.db, 1).await.unwrap();
    let letter = &letters[0];
    assert_eq!(letter.to_address, "guest@firm.example");
    assert!(!letter.subject.contains(['\r', '\n']) && letter.subject.contains("{{ 7*7 }}"));
    assert!(
        !letter.html_body.contains("<img src=x"),
        "{}",
        letter.html_body
    );
    assert_eq!(app.rows("email").await, 1);
});

on_both_databases!(what_an_organisation_has_can_be_given_to_another, |app| {
    let (from, into) = (app.firm().await, app.firm().await);
    invited(app, &from, "guest@firm.example").await;
    from.uploaded("certificate", "giấy").await;
    let add =
        "mutation($input: AddReferenceInput!) { addReference(input: $input) { reference { id } } }";
    let content = json!({ "project": { "vi": "Dự án" }, "client": "Ai đó", "year": 2024 });
    let input = json!({ "clientKey": app.key(), "organizationId": from.organization_id(), "content": content });
    from.ask(add, json!({ "input": input })).await;
    let (a, b) = (from.organization.unwrap(), into.organization.unwrap());
    let ctx = app.system();
    let txn = ctx.begin().await.unwrap();
    iforum::invitations::store::move_to(&txn, a, b, ctx.now())
        .await
        .unwrap();
    iforum::files::store::move_to(&txn, a, b).await.unwrap();
    iforum::portfolio::store::move_to(&txn, a, b).await.unwrap();
    iforum::verification::store::move_to(&txn, a, b)
        .await
        .unwrap();
    iforum::alliance::store::move_to(&txn, a, b).await.unwrap();
    iforum::researchers::store::move_to(&txn, a, b)
        .await
        .unwrap();
    txn.commit().await.unwrap();
    let page =
        "query($id: ID!) { organization(id: $id) { references { year } invitations { status } } }";
    let data = into
        .ask(page, json!({ "id": into.organization_id() }))
        .await;
    assert_eq!(
        data["organization"],
        json!({ "references": [{ "year": 2024 }], "invitations": [{ "status": "REVOKED" }] })
    );
});
