//! Two organisations and an agreement between them, drafted from a mutual match.

use serde_json::{Value, json};

use crate::{Client, TestApp};

/// What everybody may ask of an agreement.
pub const AGREEMENT: &str = "query($id: ID!) { agreement(id: $id) { id number kind contractType status title { vi en } negotiation turn version startsOn endsOn signedAt signedHash publication ownerPublication partnerPublication endReason endedAt noticeNumber noticeLink viewerSide viewerCan signedBy paperPath historic
    value { amount } need { id status } parties { side name { vi en } organization { id } address code representative position }
    text { number } signingConsent { vi en }
    current { number hash side message title { vi en } startsOn months recitals { vi en } clauses { key heading { vi en } body { vi en } } milestones { id title { vi en } dueOn } indicators { id name { vi en } unit baseline target } value { amount } }
    draft { number hash clauses { key body { vi en } } } versions { number hash side proposedAt }
    signatures { side name position place number hash consent secondFactor voidedAt } witnesses { id name organization place }
    comments { body side clauseKey author } scans { id path note side file { name } }
    milestones { id title { vi } dueOn status overdue reportedStatus evidence evidencePath answer version confirmedAt }
    indicators { id baseline target measurements { value measuredOn side note } } payments { id kind amount { amount } description side confirmedAt } } }";

/// Two organisations with an agreement.
pub struct Deal {
    /// Owns the side with the need.
    pub owner: Client,
    /// Owns the side that carries it out.
    pub partner: Client,
    /// The alliance's.
    pub moderator: Client,
    /// The need.
    pub need: String,
    /// The match.
    pub found: String,
    /// The agreement.
    pub id: String,
}

/// What is sent to begin one from a match.
pub fn beginning(key: &str, found: &str) -> Value {
    json!({ "input": { "clientKey": key, "matchId": found, "kind": "PILOT", "startsOn": "2026-12-01", "months": 12, "value": "900000000" } })
}

/// Begins one.
pub const CREATE: &str = "mutation($input: CreateAgreementInput!) { createAgreement(input: $input) { agreement { id version } } }";

/// The text of a version as one would send it back.
pub fn content_of(version: &Value) -> Value {
    let mut content = version.clone();
    let fields = content.as_object_mut().expect("a version");
    for gone in ["number", "hash", "side", "message"] {
        fields.remove(gone);
    }
    fields["value"] = fields["value"]["amount"].clone();
    content
}

/// A text with a milestone and an indicator.
pub fn planned(version: &Value) -> Value {
    let mut content = content_of(version);
    content["milestones"] = json!([{ "title": { "vi": "Lắp 100 bộ đèn", "en": "100 lights are up" }, "dueOn": "2027-03-01" }]);
    content["indicators"] = json!([{ "name": { "vi": "Điện năng", "en": "Power used" }, "unit": "kWh", "baseline": 1000.5, "target": 500.0 }]);
    content
}

impl TestApp {
    /// A need and an offer whose owners both accepted the match.
    pub async fn mutual_match(
        &self,
        owner: &Client,
        firm: &Client,
        moderator: &Client,
    ) -> (String, String) {
        let offer = self.published_offer(firm, moderator).await;
        let need = self.open_need(owner, moderator).await;
        let found = self.suggested_match(&need, &offer).await;
        let id = json!({ "id": found });
        let introduce =
            "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { id } } }";
        moderator.ask(introduce, id.clone()).await;
        let accept = "mutation($id: ID!) { acceptMatch(input: { matchId: $id }) { match { id } } }";
        owner.ask(accept, id.clone()).await;
        firm.ask(accept, id).await;
        self.run_jobs().await;
        (need, found)
    }

    /// An agreement that the owner's side has begun; both owners have a second factor.
    pub async fn deal(&self) -> Deal {
        let (owner, partner, moderator) = (
            self.officer().await,
            self.firm().await,
            self.moderator().await,
        );
        self.deal_of(&owner, &partner, &moderator).await
    }

    /// As [`TestApp::deal`], between these.
    pub async fn deal_of(&self, owner: &Client, partner: &Client, moderator: &Client) -> Deal {
        let (need, found) = self.mutual_match(owner, partner, moderator).await;
        for who in [owner, partner] {
            self.with_second_factor(who).await;
        }
        let data = owner.ask(CREATE, beginning(&self.key(), &found)).await;
        self.run_jobs().await;
        let id = &data["createAgreement"]["agreement"]["id"];
        Deal {
            id: id.as_str().expect("an id").to_owned(),
            owner: owner.clone(),
            partner: partner.clone(),
            moderator: moderator.clone(),
            need,
            found,
        }
    }

    /// Gives somebody an authenticator app, beside the front door, unless she has one.
    pub async fn with_second_factor(&self, who: &Client) {
        use iforum::credentials::{entity::totp, store};
        let user = who.user.expect("a person");
        let there = store::has_second_factor(&self.app.db, user).await;
        if there.expect("asked") {
            return;
        }
        let ctx = self.system();
        let txn = ctx.begin().await.expect("begun");
        let row = totp::Model {
            user_id: user,
            secret: "sealed".into(),
            created_at: ctx.now(),
            enabled_at: Some(ctx.now()),
            last_step: None,
        };
        store::set_totp(&txn, row).await.expect("saved");
        txn.commit().await.expect("committed");
    }

    /// Somebody proves now, beside the front door, that it is she.
    pub async fn confirmed(&self, who: &Client) {
        use sea_orm::ConnectionTrait;
        use sea_orm::sea_query::{Expr, ExprTrait, Query};
        let user = who.user.expect("a person");
        let mut update = Query::update();
        update
            .table("session")
            .value("confirmed_at", self.app.clock.now())
            .and_where(Expr::col("user_id").eq(user.0));
        self.app.db.execute(&update).await.expect("saved");
        let ctx = self.system();
        let txn = ctx.begin().await.expect("begun");
        txn.publish(iforum::events::Event::ViewerChanged(user));
        txn.commit().await.expect("committed");
    }
}

impl Deal {
    /// The agreement as somebody sees it.
    pub async fn seen_by(&self, who: &Client) -> Value {
        let data = who.ask(AGREEMENT, json!({ "id": self.id })).await;
        data["agreement"].clone()
    }

    /// A step as a mutation that takes one `input`.
    pub fn mutation(name: &str) -> String {
        let mut kind = name.to_owned();
        kind[..1].make_ascii_uppercase();
        let kind = match name {
            "reopenAgreement" | "cancelAgreement" | "amendAgreement" | "dropAmendment"
            | "terminateAgreement" => "AgreementReason".to_owned(),
            "discardAgreementDraft" => "AgreementVersion".to_owned(),
            _ => kind,
        };
        format!(
            "mutation($input: {kind}Input!) {{ {name}(input: $input) {{ agreement {{ id status version }} }} }}"
        )
    }

    /// Variables of a step on the agreement as it stands now.
    pub async fn input(&self, more: Value) -> Value {
        let version = self.seen_by(&self.owner).await["version"].clone();
        let mut input = json!({ "agreementId": self.id, "version": version });
        let fields = input.as_object_mut().expect("an object");
        fields.extend(more.as_object().cloned().unwrap_or_default());
        json!({ "input": input })
    }

    /// Somebody takes a step.
    pub async fn step(&self, who: &Client, name: &str, more: Value) -> Value {
        let variables = self.input(more).await;
        who.ask(&Self::mutation(name), variables).await
    }

    /// Somebody begins her own text with a milestone and an indicator, and proposes it.
    pub async fn propose_planned(&self, who: &Client) {
        let current = self.seen_by(who).await["current"].clone();
        let content = planned(&current);
        self.step(who, "saveAgreementDraft", json!({ "content": content }))
            .await;
        self.step(who, "proposeAgreement", json!({ "message": "Thêm mốc." }))
            .await;
    }

    /// Somebody accepts what lies there.
    pub async fn accept(&self, who: &Client) {
        let hash = self.hash().await;
        self.step(who, "acceptAgreement", json!({ "hash": hash }))
            .await;
    }

    /// Hash of what lies there.
    pub async fn hash(&self) -> Value {
        self.seen_by(&self.owner).await["current"]["hash"].clone()
    }

    /// Variables of a signature.
    pub async fn signature(&self, key: &str) -> Value {
        json!({ "input": { "clientKey": key, "agreementId": self.id, "hash": self.hash().await, "position": "Giám đốc", "place": "Hải Phòng", "consent": true } })
    }

    /// Somebody signs what lies there, after proving who she is.
    pub async fn sign(&self, app: &TestApp, who: &Client) {
        app.confirmed(who).await;
        let variables = self.signature(&app.key()).await;
        who.ask(&Self::mutation("signAgreement"), variables).await;
    }

    /// From the beginning to both accepting one text with a milestone.
    pub async fn agreed(&self, app: &TestApp) {
        self.propose_planned(&self.owner).await;
        self.accept(&self.partner).await;
        app.run_jobs().await;
    }

    /// From the beginning to both signatures.
    pub async fn signed(&self, app: &TestApp) {
        self.agreed(app).await;
        self.sign(app, &self.owner).await;
        self.sign(app, &self.partner).await;
        app.run_jobs().await;
    }
}
