//! Who belongs to an organisation and as what: changed by its owners, felt at once, never without one.

use chrono::Duration;
use iforum::organizations::MembershipRole::{Editor, Owner, Viewer};
use tests::{Client, TestApp, Value, json, on_both_databases};

const ROLE: &str = "mutation($id: ID!, $role: MembershipRole!) { setMembershipRole(input: { membershipId: $id, role: $role }) { membership { role } } }";
const REMOVE: &str = "mutation($id: ID!) { removeMembership(input: { membershipId: $id }) { membershipId organizationClosed } }";
const DECLINE: &str =
    "mutation($id: ID!) { declineMembership(input: { membershipId: $id }) { membershipId } }";
const TRANSFER: &str = "mutation($id: ID!) { transferOwnership(input: { membershipId: $id }) { membership { role name } } }";
const JOIN: &str = "mutation($id: ID!) { requestMembership(input: { organizationId: $id }) { membership { id role status } } }";
const STRICT: &str = "mutation($id: ID!, $on: Boolean!) { setSecondFactorRequired(input: { organizationId: $id, required: $on }) { organization { requiresSecondFactor } } }";
const CREATE: &str = "mutation($org: ID!, $key: String!) { createNeed(input: { clientKey: $key, organizationId: $org, content: {} }) { need { id } } }";

/// A person's own membership.
async fn own(who: &Client) -> Value {
    let data = who
        .ask("{ viewer { memberships { id role } } }", json!({}))
        .await;
    data["viewer"]["memberships"][0].clone()
}

async fn id(who: &Client) -> Value {
    json!({ "id": own(who).await["id"] })
}

fn with(mut variables: Value, name: &str, value: impl Into<Value>) -> Value {
    variables[name] = value.into();
    variables
}

fn creating(app: &TestApp, organization: &Client) -> Value {
    json!({ "org": organization.organization_id(), "key": app.key() })
}

on_both_databases!(a_signed_in_person_asks_to_join, |app| {
    let (owner, who) = (app.officer().await, app.person("joiner", None).await);
    let variables = json!({ "id": owner.organization_id() });
    let data = who.ask(JOIN, variables.clone()).await;
    let membership = &data["requestMembership"]["membership"];
    assert_eq!(
        (&membership["role"], &membership["status"]),
        (&json!("EDITOR"), &json!("PENDING"))
    );
    app.refuses(&who, JOIN, variables, "CONFLICT").await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&owner.email).await,
        ["membership_requested"]
    );
    let need = creating(app, &owner);
    app.refuses(&who, CREATE, need, "FORBIDDEN").await;
});

on_both_databases!(an_owner_declines_and_the_person_is_told, |app| {
    let (owner, who) = (app.officer().await, app.person("joiner", None).await);
    let data = who
        .ask(JOIN, json!({ "id": owner.organization_id() }))
        .await;
    let request = json!({ "id": data["requestMembership"]["membership"]["id"] });
    let editor = app.colleague(&owner, Editor).await;
    for (other, code) in [
        (app.visitor(), "NOT_FOUND"),
        (app.firm().await, "NOT_FOUND"),
        (editor, "FORBIDDEN"),
        (who.clone(), "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&other, DECLINE, request.clone(), code).await;
    }
    owner.ask(DECLINE, request.clone()).await;
    app.refuses(&owner, DECLINE, request, "NOT_FOUND").await;
    app.run_jobs().await;
    assert_eq!(app.templates_to(&who.email).await, ["membership_declined"]);
    // An active member is removed, not declined.
    let member = id(&app.colleague(&owner, Editor).await).await;
    app.refuses(&owner, DECLINE, member, "ILLEGAL_TRANSITION")
        .await;
});

on_both_databases!(who_was_declined_asks_again_but_not_without_end, |app| {
    let (owner, who) = (app.officer().await, app.person("joiner", None).await);
    let variables = json!({ "id": owner.organization_id() });
    for _ in 0..3 {
        let data = who.ask(JOIN, variables.clone()).await;
        let request = json!({ "id": data["requestMembership"]["membership"]["id"] });
        owner.ask(DECLINE, request).await;
    }
    who.refused(JOIN, variables, "RATE_LIMITED").await;
    app.run_jobs().await;
});

on_both_databases!(a_person_takes_her_request_back, |app| {
    let (owner, who) = (app.officer().await, app.person("joiner", None).await);
    who.ask(JOIN, json!({ "id": owner.organization_id() }))
        .await;
    app.run_jobs().await;
    let data = who.ask(REMOVE, id(&who).await).await;
    assert_eq!(data["removeMembership"]["organizationClosed"], false);
    assert_eq!(app.rows("membership").await, 1);
    app.run_jobs().await;
    assert!(app.templates_to(&who.email).await.is_empty());
});

on_both_databases!(a_role_is_changed_by_owners_and_felt_at_once, |app| {
    let owner = app.officer().await;
    let editor = app.colleague(&owner, Editor).await;
    editor.ask(CREATE, creating(app, &owner)).await;
    let membership = id(&editor).await;
    let lower = with(membership.clone(), "role", "VIEWER");
    for (who, code) in [
        (app.visitor(), "NOT_FOUND"),
        (app.firm().await, "NOT_FOUND"),
        (editor.clone(), "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, ROLE, lower.clone(), code).await;
    }
    owner.ask(ROLE, lower.clone()).await;
    app.refuses(&editor, CREATE, creating(app, &owner), "FORBIDDEN")
        .await;
    // The same again changes nothing and writes to nobody.
    owner.ask(ROLE, lower).await;
    app.run_jobs().await;
    let letters = app.mails_to(&editor.email).await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].2.contains("người xem"), "{}", letters[0].2);
    owner.ask(ROLE, with(membership, "role", "OWNER")).await;
    editor
        .ask(ROLE, with(id(&owner).await, "role", "EDITOR"))
        .await;
    app.run_jobs().await;
    assert_eq!(app.templates_to(&owner.email).await, ["membership_changed"]);
});

on_both_databases!(the_last_owner_stays_one, |app| {
    let owner = app.officer().await;
    let editor = app.colleague(&owner, Editor).await;
    let own = id(&owner).await;
    app.refuses(
        &owner,
        ROLE,
        with(own.clone(), "role", "EDITOR"),
        "LAST_OWNER",
    )
    .await;
    app.refuses(&owner, REMOVE, own.clone(), "LAST_OWNER").await;
    // Somebody who only asks to join is not a member who could own it.
    let who = app.person("joiner", None).await;
    who.ask(JOIN, json!({ "id": owner.organization_id() }))
        .await;
    let pending = with(id(&who).await, "role", "OWNER");
    app.refuses(&owner, ROLE, pending, "ILLEGAL_TRANSITION")
        .await;
    owner
        .ask(ROLE, with(id(&editor).await, "role", "OWNER"))
        .await;
    owner.ask(REMOVE, own).await;
    app.run_jobs().await;
});

on_both_databases!(two_owners_who_leave_at_once_leave_one_behind, |app| {
    let one = app.officer().await;
    let two = app.colleague(&one, Owner).await;
    app.colleague(&one, Viewer).await;
    let (a, b) = (id(&one).await, id(&two).await);
    let (a, b) = tokio::join!(one.send(REMOVE, a), two.send(REMOVE, b));
    let codes = [a.code(), b.code()];
    assert!(
        codes.contains(&None) && codes.contains(&Some("LAST_OWNER")),
        "{codes:?}"
    );
    assert_eq!(
        app.count("membership", "role = 'owner' AND status = 'active'")
            .await,
        1
    );
});

on_both_databases!(two_owners_who_demote_each_other_leave_one_behind, |app| {
    let one = app.officer().await;
    let two = app.colleague(&one, Owner).await;
    let (a, b) = (
        with(id(&one).await, "role", "VIEWER"),
        with(id(&two).await, "role", "VIEWER"),
    );
    let (a, b) = tokio::join!(one.send(ROLE, b), two.send(ROLE, a));
    let codes = [a.code(), b.code()];
    // Who comes second has lost the right, or learns it from the policy.
    assert!(
        codes.contains(&None) && codes.contains(&Some("FORBIDDEN")),
        "{codes:?}"
    );
    assert_eq!(app.count("membership", "role = 'owner'").await, 1);
    app.run_jobs().await;
});

on_both_databases!(ownership_passes_on_with_a_fresh_proof, |app| {
    let owner = app.officer().await;
    let editor = app.colleague(&owner, Editor).await;
    let target = id(&editor).await;
    app.refuses(&editor, TRANSFER, target.clone(), "FORBIDDEN")
        .await;
    app.refuses(&owner, TRANSFER, id(&owner).await, "CONFLICT")
        .await;
    app.app.clock.advance(Duration::minutes(11));
    app.refuses(&owner, TRANSFER, target.clone(), "IDENTITY_UNCONFIRMED")
        .await;
    app.app.clock.advance(Duration::minutes(-11));
    let data = owner.ask(TRANSFER, target).await;
    assert_eq!(data["transferOwnership"]["membership"]["role"], "OWNER");
    assert_eq!(own(&owner).await["role"], "EDITOR");
    app.refuses(
        &owner,
        ROLE,
        with(id(&editor).await, "role", "VIEWER"),
        "FORBIDDEN",
    )
    .await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&editor.email).await,
        ["membership_changed"]
    );
});

on_both_databases!(who_is_removed_reads_nothing_more, |app| {
    let owner = app.officer().await;
    let editor = app.colleague(&owner, Editor).await;
    let need = app.draft_need(&owner, json!({})).await;
    let read = "query($id: ID!) { need(id: $id) { id } }";
    let need = json!({ "id": need });
    editor.ask(read, need.clone()).await;
    let file = owner.uploaded("verification", "mật").await;
    let membership = id(&editor).await;
    for (who, code) in [
        (app.visitor(), "NOT_FOUND"),
        (app.firm().await, "NOT_FOUND"),
        (app.colleague(&owner, Viewer).await, "FORBIDDEN"),
        (app.moderator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, REMOVE, membership.clone(), code).await;
    }
    owner.ask(REMOVE, membership.clone()).await;
    editor.refused(read, need, "NOT_FOUND").await;
    let path = format!("/files/{file}");
    assert_eq!(editor.http("GET", &path, &[], vec![]).await.0, 404);
    app.refuses(&owner, REMOVE, membership, "NOT_FOUND").await;
    app.run_jobs().await;
    assert_eq!(app.templates_to(&editor.email).await, ["membership_ended"]);
});

on_both_databases!(the_last_member_closes_the_organisation, |app| {
    let (owner, firm) = (app.officer().await, app.firm().await);
    let moderator = app.moderator().await;
    let open = app.open_need(&owner, &moderator).await;
    let draft = app.draft_need(&owner, json!({})).await;
    app.submitted_proposal(&firm, &open).await;
    let who = app.person("joiner", None).await;
    who.ask(JOIN, json!({ "id": owner.organization_id() }))
        .await;
    let invite = "mutation($id: ID!) { inviteMember(input: { organizationId: $id, email: \"x@y.example\", role: EDITOR }) { invitation { id } } }";
    owner
        .ask(invite, json!({ "id": owner.organization_id() }))
        .await;
    app.run_jobs().await;
    let data = owner.ask(REMOVE, id(&owner).await).await;
    assert_eq!(data["removeMembership"]["organizationClosed"], true);
    app.run_jobs().await;
    let page = "query($id: ID!) { organization(id: $id) { standing } }";
    let organization = json!({ "id": owner.organization_id() });
    for outsider in [&owner, &firm, &app.visitor()] {
        outsider
            .refused(page, organization.clone(), "NOT_FOUND")
            .await;
    }
    let data = app.administrator().await.ask(page, organization).await;
    assert_eq!(data["organization"]["standing"], "CLOSED");
    // What was published is a tombstone with its reason; what was not is nobody's.
    let need = "query($id: ID!) { need(id: $id) { status statusReason } }";
    let data = app.visitor().ask(need, json!({ "id": open })).await;
    assert_eq!(data["need"]["status"], "WITHDRAWN");
    assert!(
        data["need"]["statusReason"]
            .as_str()
            .unwrap()
            .contains("đã đóng")
    );
    owner
        .refused(need, json!({ "id": draft }), "NOT_FOUND")
        .await;
    assert_eq!(app.rows("membership").await, 1, "the firm's");
    assert_eq!(app.count("invitation", "status = 'waiting'").await, 0);
    assert!(
        app.templates_to(&who.email)
            .await
            .contains(&"membership_declined".to_owned())
    );
    assert!(
        app.templates_to(&firm.email)
            .await
            .iter()
            .any(|template| template.starts_with("proposal_"))
    );
});

on_both_databases!(a_closed_bidder_takes_back_what_is_sealed, |app| {
    let (owner, firm, moderator) = (app.officer().await, app.firm().await, app.moderator().await);
    let offer = app.published_offer(&firm, &moderator).await;
    let need = app.open_need(&owner, &moderator).await;
    app.submitted_proposal(&firm, &need).await;
    firm.ask(REMOVE, id(&firm).await).await;
    app.run_jobs().await;
    assert_eq!(app.count("proposal", "status = 'withdrawn'").await, 1);
    let query = "query($id: ID!) { offer(id: $id) { status } }";
    let data = app.visitor().ask(query, json!({ "id": offer })).await;
    assert_eq!(data["offer"]["status"], "ARCHIVED");
    // At the deadline there is nothing of it to open.
    app.later(Duration::days(31)).await;
    let proposals = "query($id: ID!) { need(id: $id) { proposals { totalCount } } }";
    let data = owner.ask(proposals, json!({ "id": need })).await;
    assert_eq!(data["need"]["proposals"]["totalCount"], 0);
});

on_both_databases!(a_closed_organisations_codes_are_free, |app| {
    let create = "mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id } } }";
    let founding = |key: String| {
        json!({ "input": { "clientKey": key, "newOrganization": {
        "kind": "DEPT", "legalName": { "vi": "Sở Tư pháp minh họa" }, "taxCode": "0200000009", "establishmentCode": "H31.90",
    } } })
    };
    let (one, two) = (app.person("one", None).await, app.person("two", None).await);
    one.ask(create, founding(app.key())).await;
    app.refuses(&two, create, founding(app.key()), "CONFLICT")
        .await;
    one.ask(REMOVE, id(&one).await).await;
    two.ask(create, founding(app.key())).await;
});

on_both_databases!(closing_an_account_leaves_and_closes, |app| {
    let owner = app.officer().await;
    let editor = app.colleague(&owner, Editor).await;
    let close = "mutation { closeAccount { closed } }";
    app.refuses(&owner, close, json!({}), "LAST_OWNER").await;
    editor.ask(close, json!({})).await;
    owner.ask(close, json!({})).await;
    assert_eq!(app.rows("membership").await, 0);
    assert_eq!(app.count("organization", "standing = 'closed'").await, 1);
    app.run_jobs().await;
});

on_both_databases!(a_second_factor_for_all_is_asked_by_who_has_one, |app| {
    let owner = app.officer().await;
    let editor = app.colleague(&owner, Editor).await;
    let on = json!({ "id": owner.organization_id(), "on": true });
    app.refuses(&owner, STRICT, on.clone(), "ILLEGAL_TRANSITION")
        .await;
    for (who, code) in [
        (app.visitor(), "UNAUTHENTICATED"),
        (app.firm().await, "FORBIDDEN"),
        (editor.clone(), "FORBIDDEN"),
        (app.administrator().await, "FORBIDDEN"),
    ] {
        app.refuses(&who, STRICT, on.clone(), code).await;
    }
    app.with_totp(&owner).await;
    editor.ask(CREATE, creating(app, &owner)).await;
    owner.ask(STRICT, on.clone()).await;
    // At once, for the session that is open.
    app.refuses(&editor, CREATE, creating(app, &owner), "FORBIDDEN")
        .await;
    let missing = "{ viewer { secondFactorMissing } }";
    let data = editor.ask(missing, json!({})).await;
    assert_eq!(data["viewer"]["secondFactorMissing"], true);
    owner.ask(CREATE, creating(app, &owner)).await;
    app.run_jobs().await;
    assert_eq!(
        app.templates_to(&editor.email).await,
        ["second_factor_required"]
    );
    owner.ask(STRICT, with(on, "on", false)).await;
    editor.ask(CREATE, creating(app, &owner)).await;
});

on_both_databases!(a_program_does_not_manage_people, |app| {
    let owner = app.officer().await;
    let editor = app.colleague(&owner, Editor).await;
    let create = "mutation($at: DateTime!) { createAccessToken(input: { name: \"máy\", scopes: [READ, WRITE], expiresAt: $at }) { secret } }";
    let at = (app.app.clock.now() + Duration::days(1)).to_rfc3339();
    let data = owner.ask(create, json!({ "at": at })).await;
    let mut program = owner.clone();
    program.token = data["createAccessToken"]["secret"]
        .as_str()
        .map(str::to_owned);
    program.ask(CREATE, creating(app, &owner)).await;
    let member = id(&editor).await;
    let organization = json!({ "id": owner.organization_id(), "on": true });
    let invite = "mutation($id: ID!) { inviteMember(input: { organizationId: $id, email: \"x@y.example\", role: OWNER }) { invitation { id } } }";
    for (query, variables) in [
        (ROLE, with(member.clone(), "role", "OWNER")),
        (REMOVE, member.clone()),
        (TRANSFER, member),
        (STRICT, organization.clone()),
        (invite, json!({ "id": organization["id"] })),
    ] {
        app.refuses(&program, query, variables, "FORBIDDEN").await;
    }
    app.run_jobs().await;
});
