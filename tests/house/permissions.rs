//! Who may do what: every field of Query, Mutation and Subscription, found by introspection, stands
//! in one golden table (`permissions.txt`). A new field fails here until somebody has decided about
//! it; a change of policy is a readable difference. On each refusal nothing happened.
//!
//! After a deliberate change: `UPDATE_GOLDEN=1 cargo nextest run -p tests permissions`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use futures_util::future::BoxFuture;
use iforum::organizations::MembershipRole;
use tests::panel::Panel;
use tests::{Answer, Client, Kind, TestApp, Value, content, json};

/// The people of the table, in its order.
struct Cast {
    app: TestApp,
    anonymous: Client,
    stranger: Client,
    reader: Client,
    owner: Client,
    other: Client,
    neighbour: Client,
    moderator: Client,
    verifier: Client,
    administrator: Client,
    suspended: Client,
}

impl Cast {
    async fn new() -> Self {
        let app = TestApp::start(Kind::Sqlite).await;
        let owner = app.officer().await;
        Self {
            anonymous: app.visitor(),
            stranger: app.firm().await,
            reader: app.colleague(&owner, MembershipRole::Viewer).await,
            other: app.firm().await,
            neighbour: app.officer().await,
            moderator: app.moderator().await,
            verifier: app.verifier().await,
            suspended: app.suspended_firm().await,
            administrator: app.administrator().await,
            owner,
            app,
        }
    }

    fn columns(&self) -> [(&'static str, &Client); 9] {
        [
            ("anonymous", &self.anonymous),
            ("stranger", &self.stranger),
            ("reader", &self.reader),
            ("owner", &self.owner),
            ("other", &self.other),
            ("moderator", &self.moderator),
            ("verifier", &self.verifier),
            ("administrator", &self.administrator),
            ("suspended", &self.suspended),
        ]
    }

    async fn draft_need(&self) -> Value {
        json!({ "id": self.app.draft_need(&self.owner, content::need()).await })
    }

    async fn need_under_review(&self) -> Value {
        let id = self.app.draft_need(&self.owner, content::need()).await;
        self.owner
            .ask(
                "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }",
                json!({ "id": id }),
            )
            .await;
        json!({ "id": id })
    }

    async fn open_need(&self) -> Value {
        json!({ "id": self.app.open_need(&self.owner, &self.moderator).await })
    }

    async fn consulted_need(&self) -> Value {
        let mut need = content::need();
        need["brief"] = json!({ "consultationDays": 7 });
        json!({ "id": self.app.open_need_with(&self.owner, &self.moderator, need).await })
    }

    /// With the version that was read.
    async fn open_need_read(&self) -> Value {
        let id = self.app.open_need(&self.owner, &self.moderator).await;
        let query = "query($id: ID!) { need(id: $id) { version } }";
        let data = self.owner.ask(query, json!({ "id": id })).await;
        json!({ "id": id, "version": data["need"]["version"] })
    }

    /// Asked by the other, who is verified from then on.
    async fn question(&self) -> Value {
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        self.app.verify(&self.other).await;
        let ask = "mutation($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } } }";
        let input = json!({ "clientKey": self.app.key(), "needId": need, "organizationId": self.other.organization_id(), "text": "Có dữ liệu không?" });
        let data = self.other.ask(ask, json!({ "input": input })).await;
        json!({ "id": data["askQuestion"]["question"]["id"], "need": need })
    }

    async fn draft_offer(&self) -> Value {
        json!({ "id": self.app.draft_offer(&self.other, content::offer()).await })
    }

    async fn offer_under_review(&self) -> Value {
        let id = self.app.draft_offer(&self.other, content::offer()).await;
        self.other
            .ask(
                "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { id } } }",
                json!({ "id": id }),
            )
            .await;
        json!({ "id": id })
    }

    async fn published_offer(&self) -> Value {
        json!({ "id": self.app.published_offer(&self.other, &self.moderator).await })
    }

    async fn suggested(&self) -> Value {
        let offer = self.app.published_offer(&self.other, &self.moderator).await;
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        json!({ "id": self.app.suggested_match(&need, &offer).await })
    }

    async fn introduced(&self) -> Value {
        let found = self.suggested().await;
        self.moderator
            .ask(
                "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { id } } }",
                found.clone(),
            )
            .await;
        self.app.run_jobs().await;
        found
    }

    /// The owner and a neighbour are asked about a joint call.
    async fn joint_call(&self) -> Value {
        self.open_need().await;
        let need = self.app.open_need(&self.neighbour, &self.moderator).await;
        let (id, need) = self.app.joint_call_of(&need, &self.owner).await;
        json!({ "id": id, "need": need })
    }

    async fn draft_proposal(&self) -> Value {
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        json!({ "id": self.app.draft_proposal(&self.other, &need).await, "version": 1 })
    }

    /// A draft of the other's with a file.
    async fn with_attachment(&self) -> Value {
        let mut variables = self.draft_proposal().await;
        let id = variables["id"].as_str().unwrap_or_default();
        variables["file"] = json!(self.other.attached(id, "bản vẽ").await);
        variables
    }

    /// A draft of the other's, and a firm that could be asked in.
    async fn to_invite(&self) -> Value {
        let mut variables = self.draft_proposal().await;
        variables["guest"] = json!(self.app.firm().await.organization_id());
        variables
    }

    /// The other has asked the stranger to propose together with it.
    async fn invited(&self) -> Value {
        let mut variables = self.draft_proposal().await;
        let invite = "mutation($id: ID!, $guest: ID!, $key: String!) { inviteToProposal(input: { clientKey: $key, proposalId: $id, organizationId: $guest, role: \"Lắp đặt\", sharePercent: 40 }) { proposal { consortium { members { id } } } } }";
        let asked = json!({ "id": variables["id"], "guest": self.stranger.organization_id(), "key": self.app.key() });
        let data = self.other.ask(invite, asked).await;
        variables["member"] =
            data["inviteToProposal"]["proposal"]["consortium"]["members"][0]["id"].clone();
        variables
    }

    /// The stranger is in.
    async fn joined(&self) -> Value {
        let mut variables = self.invited().await;
        let answer = "mutation($member: ID!) { answerProposalInvitation(input: { memberId: $member, accept: true }) { member { id } } }";
        self.stranger.ask(answer, variables.clone()).await;
        variables["version"] = self.proposal_version(&variables["id"]).await;
        variables
    }

    /// The other has put the common draft up for signing.
    async fn to_sign(&self) -> Value {
        let mut variables = self.joined().await;
        let ask = "mutation($id: ID!, $version: Int!) { requestProposalSignoff(input: { proposalId: $id, version: $version }) { proposal { id } } }";
        self.other.ask(ask, variables.clone()).await;
        variables["version"] = self.proposal_version(&variables["id"]).await;
        variables
    }

    async fn proposal_version(&self, id: &Value) -> Value {
        let query = "query($id: ID!) { proposal(id: $id) { version } }";
        let data = self.other.ask(query, json!({ "id": id })).await;
        data["proposal"]["version"].clone()
    }

    /// The other is interested in a need and does not tell.
    async fn interest(&self) -> Value {
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        let register = "mutation($input: RegisterInterestInput!) { registerInterest(input: $input) { interest { id } } }";
        let input = json!({ "clientKey": self.app.key(), "needId": need, "organizationId": self.other.organization_id(), "isPublic": false, "seeksPartners": false, "note": "" });
        let data = self.other.ask(register, json!({ "input": input })).await;
        json!({ "id": data["registerInterest"]["interest"]["id"], "need": need })
    }

    /// Under evaluation: the owner may decide.
    async fn evaluated_proposal(&self) -> Value {
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        let proposal = self.app.submitted_proposal(&self.other, &need).await;
        self.app.later(chrono::Duration::days(31)).await;
        self.app.open_proposals(&self.owner, &need).await;
        self.owner
            .ask(
                "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { id } } }",
                json!({ "id": need }),
            )
            .await;
        self.app.app.clock.advance(chrono::Duration::days(-31));
        json!({ "id": proposal })
    }

    /// Closed, with something to open.
    async fn sealed_need(&self) -> Value {
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        self.app.submitted_proposal(&self.other, &need).await;
        self.app.later(chrono::Duration::days(31)).await;
        self.app.app.clock.advance(chrono::Duration::days(-31));
        json!({ "id": need })
    }

    async fn opened_need(&self) -> Value {
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        self.app.submitted_proposal(&self.other, &need).await;
        self.app.later(chrono::Duration::days(31)).await;
        self.app.open_proposals(&self.owner, &need).await;
        self.app.app.clock.advance(chrono::Duration::days(-31));
        json!({ "id": need })
    }

    async fn closed_need(&self) -> Value {
        let need = self.app.open_need(&self.owner, &self.moderator).await;
        self.app.later(chrono::Duration::days(31)).await;
        self.app.app.clock.advance(chrono::Duration::days(-31));
        json!({ "id": need })
    }

    /// Somebody asked to join the owner's organisation.
    async fn asked_to_join(&self) -> Value {
        let key = self.app.key();
        let input = json!({ "clientKey": key, "email": format!("{key}@example.test"), "name": "Người mới", "locale": "VI", "organizationId": self.owner.organization_id() });
        let joiner = self.app.register(&input).await;
        let joiner = self.app.person_of(&joiner, "completeRegistration");
        let data = joiner
            .ask("{ viewer { memberships { id } } }", json!({}))
            .await;
        json!({ "id": data["viewer"]["memberships"][0]["id"] })
    }

    /// A registration letter lies in somebody's inbox.
    async fn registration_letter(&self) -> Value {
        let mut input = self.app.newcomer();
        let address = format!("{}@letter.example", self.app.key());
        input["email"] = json!(address);
        self.app.ask_to_register(&input).await;
        self.app.run_jobs().await;
        json!({ "token": self.app.token_to(&address, "registration").await })
    }

    /// Another member of the owner's organisation.
    async fn colleague(&self) -> Value {
        let colleague = self
            .app
            .colleague(&self.owner, MembershipRole::Editor)
            .await;
        let data = colleague
            .ask("{ viewer { memberships { id } } }", json!({}))
            .await;
        json!({ "id": data["viewer"]["memberships"][0]["id"] })
    }

    /// Something of the owner's organisation that a mutation makes.
    async fn made(&self, query: &str, content: Value) -> Value {
        let input = json!({ "clientKey": self.app.key(), "organizationId": self.owner.organization_id(), "content": content });
        let data = self.owner.ask(query, json!({ "input": input })).await;
        let made = data.as_object().and_then(|data| data.values().next());
        let thing = made
            .and_then(Value::as_object)
            .and_then(|m| m.values().next());
        json!({ "id": thing.expect("a thing")["id"] })
    }

    async fn certificate(&self) -> Value {
        let query = "mutation($input: AddCertificateInput!) { addCertificate(input: $input) { certificate { id } } }";
        let content = json!({ "name": "Chứng chỉ", "issuer": "Nơi cấp", "issuedOn": "2025-01-01" });
        self.made(query, content).await
    }

    async fn reference(&self) -> Value {
        let query = "mutation($input: AddReferenceInput!) { addReference(input: $input) { reference { id } } }";
        let content = json!({ "project": { "vi": "Dự án" }, "client": "Ai đó", "year": 2024 });
        self.made(query, content).await
    }

    /// Somebody outside was invited; the first letter is ten minutes old.
    async fn invitation(&self) -> Value {
        let query = "mutation($org: ID!, $email: String!) { inviteMember(input: { organizationId: $org, email: $email, role: EDITOR }) { invitation { id } } }";
        let email = format!("{}@guest.example", self.app.key());
        let variables = json!({ "org": self.owner.organization_id(), "email": email });
        let data = self.owner.ask(query, variables).await;
        self.app.app.clock.advance(chrono::Duration::minutes(10));
        json!({ "id": data["inviteMember"]["invitation"]["id"] })
    }

    async fn version(&self) -> Value {
        let query = "query($id: ID!) { organization(id: $id) { version } }";
        let id = json!({ "id": self.owner.organization_id() });
        let data = self.owner.ask(query, id).await;
        json!({ "version": data["organization"]["version"] })
    }

    /// The owner's organisation waits to be verified.
    async fn verification_asked(&self) -> Value {
        let query = "mutation($org: ID!) { requestVerification(input: { organizationId: $org }) { organization { id } } }";
        let org = json!({ "org": self.owner.organization_id() });
        self.owner.send(query, org).await;
        self.version().await
    }

    /// The owner's organisation is verified, by hand.
    async fn verified(&self) -> Value {
        use iforum::organizations::{Verification, store};
        let id = self.owner.organization.expect("a member");
        let db = &self.app.app.db;
        let mut row = store::find(db, id).await.expect("asked").expect("there");
        row.verification = Verification::Verified;
        store::update(db, row).await.expect("saved");
        self.version().await
    }

    /// The owner's organisation has applied to the alliance.
    async fn applied(&self) -> Value {
        self.verified().await;
        let query = "mutation($org: ID!) { applyForAlliance(input: { organizationId: $org, text: \"Xin tham gia.\" }) { organization { id } } }";
        let org = json!({ "org": self.owner.organization_id() });
        self.owner.send(query, org).await;
        self.version().await
    }

    /// The owner's organisation is, or is suspended as, a member of the alliance.
    async fn in_alliance(&self, status: iforum::organizations::AllianceStatus) -> Value {
        use iforum::organizations::store;
        let id = self.owner.organization.expect("a member");
        let db = &self.app.app.db;
        let mut row = store::find(db, id).await.expect("asked").expect("there");
        row.alliance_status = status;
        store::update(db, row).await.expect("saved");
        self.version().await
    }

    async fn admitted(&self) -> Value {
        self.in_alliance(iforum::organizations::AllianceStatus::Admitted)
            .await
    }

    async fn suspended_there(&self) -> Value {
        self.in_alliance(iforum::organizations::AllianceStatus::Suspended)
            .await
    }

    /// The alliance is to look at the registration of the owner's organisation.
    async fn registration_waits(&self) -> Value {
        use iforum::moderation::{About, open_by, store};
        let ctx = self.app.system();
        let about = About::Registration(self.owner.organization.expect("a member"));
        let txn = ctx.begin().await.expect("begun");
        if store::lock_open(&txn, about)
            .await
            .expect("asked")
            .is_none()
        {
            open_by(&ctx, &txn, about, None).await.expect("opened");
        }
        txn.commit().await.expect("committed");
        self.version().await
    }

    /// A search that the owner has saved.
    async fn saved_search(&self) -> Value {
        let save = "mutation($key: String!) { saveSearch(input: { clientKey: $key, name: \"Đèn\", query: \"đèn\", frequency: DAILY }) { savedSearch { id } } }";
        let key = json!({ "key": self.app.key() });
        let data = self.owner.ask(save, key).await;
        json!({ "id": data["saveSearch"]["savedSearch"]["id"] })
    }

    /// Weights that were learnt.
    async fn learnt_weights(&self) -> Value {
        json!({ "id": self.app.learnt_weights(&self.app.key(), 1.0).await })
    }

    /// An edition of the taxonomy that an administrator wrote.
    async fn taxonomy_edition(&self) -> Value {
        let concept = format!(
            "[{{\"id\":\"k{}\",\"domains\":[\"ENE\"],\"vi\":[\"điện\"],\"en\":[\"power\"]}}]",
            self.app.key().replace('-', "")
        );
        let write = "mutation($concepts: String!) { writeTaxonomy(input: { note: \"Thử.\", concepts: $concepts }) { edition { id } } }";
        let data = self
            .administrator
            .ask(write, json!({ "concepts": concept }))
            .await;
        json!({ "id": data["writeTaxonomy"]["edition"]["id"] })
    }

    /// Weights that rank.
    async fn adopted_weights(&self) -> Value {
        let id = self.app.learnt_weights(&self.app.key(), 1.0).await;
        let adopt =
            "mutation($id: ID!) { adoptWeights(input: { weightsId: $id }) { weights { id } } }";
        self.administrator.ask(adopt, json!({ "id": id })).await;
        json!({})
    }

    /// The owner's profile as a researcher, which is public only with her consent.
    async fn researcher(&self, public: bool) -> Value {
        let query = "mutation($v: Int!) { updateResearcher(input: { version: $v, content: { headline: { vi: \"Chuyên gia\" }, evaluator: true, consortiumPartner: true } }) { researcher { id } } }";
        let known = self
            .owner
            .ask("{ viewer { researcher { id version } } }", json!({}))
            .await;
        let version = known["viewer"]["researcher"]["version"].as_i64();
        let data = self
            .owner
            .ask(query, json!({ "v": version.unwrap_or(0) }))
            .await;
        let consent = "mutation($given: Boolean!) { setConsent(input: { purpose: PUBLIC_PROFILE, given: $given }) { viewer { id } } }";
        self.owner.ask(consent, json!({ "given": public })).await;
        json!({ "id": data["updateResearcher"]["researcher"]["id"] })
    }

    async fn unseen_researcher(&self) -> Value {
        self.researcher(false).await
    }

    async fn public_researcher(&self) -> Value {
        self.researcher(true).await
    }

    async fn dead_email(&self) -> Value {
        use iforum::mail::{EmailStatus, store};
        self.draft_need().await;
        self.open_need().await;
        let mail = store::latest(&self.app.app.db, 1)
            .await
            .expect("mail")
            .remove(0);
        store::record_try(
            &self.app.app.db,
            mail.id,
            EmailStatus::Dead,
            12,
            "550 no",
            None,
        )
        .await
        .expect("recorded");
        json!({ "id": mail.id.to_string() })
    }

    /// A need of the owner's waits for the alliance: its review.
    async fn waiting_review(&self) -> Value {
        self.need_under_review().await;
        json!({ "id": self.last_review("NEED", true).await })
    }

    /// The newest review of a kind.
    async fn last_review(&self, kind: &str, waiting: bool) -> Value {
        let query =
            "query($filter: ReviewFilter) { reviews(filter: $filter, last: 1) { nodes { id } } }";
        let filter = json!({ "filter": { "kind": kind, "waiting": waiting } });
        let data = self.moderator.ask(query, filter).await;
        data["reviews"]["nodes"][0]["id"].clone()
    }

    /// An open need of the owner's was reported: the report.
    async fn reported(&self) -> Value {
        let need = self.open_need().await;
        let reporter = self.app.firm().await;
        reporter
            .ask(
                "mutation($id: ID!, $key: String!) { reportAbuse(input: { clientKey: $key, needId: $id, rule: MISLEADING, text: \"Sai.\" }) { reported } }",
                json!({ "id": need["id"], "key": self.app.key() }),
            )
            .await;
        json!({ "id": self.last_review("REPORT", true).await })
    }

    /// The moderator sent a need of the owner's back: the decision.
    async fn sent_back(&self) -> Value {
        let need = self.need_under_review().await;
        self.moderator
            .ask(
                "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: CHANGES_REQUESTED, rule: OTHER, reason: \"Chưa rõ.\" }) { need { id } } }",
                need,
            )
            .await;
        self.app.run_jobs().await;
        json!({ "id": self.last_review("NEED", false).await })
    }

    /// The owner appealed against it: the appeal.
    async fn appealed(&self) -> Value {
        let decision = self.sent_back().await;
        let appeal = "mutation($id: ID!) { appeal(input: { reviewId: $id, text: \"Không đúng.\" }) { review { id } } }";
        let data = self.owner.ask(appeal, decision).await;
        json!({ "id": data["appeal"]["review"]["id"] })
    }

    /// Somebody who has nothing to do with the others.
    async fn somebody(&self) -> Value {
        let user = self.app.person("somebody", None).await.user;
        json!({ "id": user.expect("a person").to_string() })
    }

    /// Somebody was suspended; the token is from her letter.
    async fn suspended_person(&self) -> Value {
        let somebody = self.app.person("somebody", None).await;
        let id = somebody.user.expect("a person").to_string();
        let second = self.app.administrator().await;
        second
            .ask(
                "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }",
                json!({ "id": id }),
            )
            .await;
        self.app.run_jobs().await;
        let token = self.app.token_to(&somebody.email, "user_suspended").await;
        json!({ "id": id, "token": token })
    }

    /// An organisation that has nothing to do with the others.
    async fn some_organization(&self) -> Value {
        json!({ "id": self.app.firm().await.organization_id() })
    }

    async fn suspended_organization(&self) -> Value {
        json!({ "id": self.app.suspended_firm().await.organization_id() })
    }

    async fn two_organizations(&self) -> Value {
        let (one, two) = (self.app.firm().await, self.app.firm().await);
        json!({ "from": one.organization_id(), "into": two.organization_id() })
    }

    /// Another administrator proposed to merge two organisations: what waits.
    async fn merge_proposed(&self) -> Value {
        let mut input = self.two_organizations().await;
        input["key"] = json!(self.app.key());
        let propose = "mutation($from: ID!, $into: ID!, $key: String!) { proposeMerge(input: { clientKey: $key, fromId: $from, intoId: $into, reason: \"Là một.\" }) { review { id } } }";
        let data = self.app.administrator().await.ask(propose, input).await;
        json!({ "id": data["proposeMerge"]["review"]["id"] })
    }

    /// A need with criteria and its panel: the owner leads it, the verifier sits in it.
    async fn panel(&self) -> (Panel, Value) {
        let firm = self.app.firm().await;
        let judges = (&self.owner, &self.verifier);
        let firms = [&firm, &self.other];
        let panel = self
            .app
            .panel_of(&self.owner, &self.moderator, judges, firms, true)
            .await;
        let candidate = self.app.evaluator().await.user.expect("a person");
        let seen = panel.seen_by(&self.owner).await;
        let variables = json!({
            "id": panel.need, "user": candidate.to_string(), "member": seen["panel"][2]["id"],
            "criterion": seen["criteria"][0]["id"], "proposal": panel.proposals[1],
        });
        (panel, variables)
    }

    async fn criteria(&self) -> Value {
        json!({ "id": self.app.need_with_criteria(&self.owner, true).await })
    }

    async fn panel_named(&self) -> Value {
        self.panel().await.1
    }

    async fn panel_scores(&self) -> Value {
        let (panel, variables) = self.panel().await;
        panel.open(&self.app).await;
        panel.start(&self.app).await;
        for firm in 0..2 {
            let scores = panel.scores(&self.app, firm, 50).await;
            self.verifier.ask(tests::panel::SAVE, scores).await;
        }
        variables
    }

    async fn panel_has_scored(&self) -> Value {
        let (panel, variables) = self.panel().await;
        panel.open(&self.app).await;
        panel.start(&self.app).await;
        for who in panel.judges() {
            panel.score(&self.app, who, [50, 50]).await;
        }
        variables
    }

    async fn panel_confers(&self) -> Value {
        let (panel, variables) = self.panel().await;
        panel.open(&self.app).await;
        panel.start(&self.app).await;
        panel.confer(&self.app).await;
        variables
    }

    async fn panel_agrees(&self) -> Value {
        let (panel, variables) = self.panel().await;
        panel.open(&self.app).await;
        panel.start(&self.app).await;
        panel.confer(&self.app).await;
        panel.agree_all(&self.app).await;
        variables
    }

    async fn panel_approved(&self) -> Value {
        let (panel, variables) = self.panel().await;
        panel.open(&self.app).await;
        panel.start(&self.app).await;
        panel.confer(&self.app).await;
        panel.approve(&self.app).await;
        variables
    }

    async fn outcome(&self) -> Value {
        let (panel, variables) = self.panel().await;
        panel.whole(&self.app).await;
        variables
    }

    async fn outcome_review(&self) -> Value {
        let (panel, _) = self.panel().await;
        panel.whole(&self.app).await;
        let id = panel.asked(&self.app).await;
        json!({ "id": id })
    }

    /// An agreement between the owner's organisation and the other firm, as far as this says.
    async fn deal(&self, stage: u8) -> Value {
        let deal = self
            .app
            .deal_of(&self.owner, &self.other, &self.moderator)
            .await;
        match stage {
            0 => {}
            1 => deal.propose_planned(&self.owner).await,
            2 => deal.agreed(&self.app).await,
            _ => deal.signed(&self.app).await,
        }
        for who in [&self.owner, &self.other] {
            self.app.confirmed(who).await;
        }
        let seen = deal.seen_by(&self.owner).await;
        json!({
            "id": deal.id, "version": seen["version"], "hash": seen["current"]["hash"],
            "milestone": seen["milestones"][0]["id"], "indicator": seen["indicators"][0]["id"],
            "found": deal.found, "key": self.app.key(),
        })
    }

    async fn mutual(&self) -> Value {
        let (_, found) = self
            .app
            .mutual_match(&self.owner, &self.other, &self.moderator)
            .await;
        json!({ "found": found, "key": self.app.key() })
    }

    async fn deal_begun(&self) -> Value {
        self.deal(0).await
    }

    async fn deal_proposed(&self) -> Value {
        self.deal(1).await
    }

    async fn deal_agreed(&self) -> Value {
        self.deal(2).await
    }

    async fn deal_signed(&self) -> Value {
        self.deal(3).await
    }

    async fn deal_amended(&self) -> Value {
        let mut variables = self.deal(3).await;
        let amend = "mutation($id: ID!, $version: Int!) { amendAgreement(input: { agreementId: $id, version: $version, reason: \"Lùi hạn.\" }) { agreement { version } } }";
        let data = self.owner.ask(amend, variables.clone()).await;
        variables["version"] = data["amendAgreement"]["agreement"]["version"].clone();
        variables
    }

    async fn deal_reported(&self) -> Value {
        let variables = self.deal(3).await;
        let report = "mutation($milestone: ID!) { reportMilestone(input: { milestoneId: $milestone, version: 1, status: MET, evidence: \"Biên bản.\" }) { agreement { id } } }";
        self.other.ask(report, variables.clone()).await;
        variables
    }

    async fn deal_met(&self) -> Value {
        let mut variables = self.deal_reported().await;
        let confirm = "mutation($milestone: ID!) { confirmMilestone(input: { milestoneId: $milestone, version: 2, status: MET }) { agreement { version } } }";
        let data = self.owner.ask(confirm, variables.clone()).await;
        variables["version"] = data["confirmMilestone"]["agreement"]["version"].clone();
        variables
    }

    async fn deal_witnessed(&self) -> Value {
        let mut variables = self.deal(2).await;
        let add = "mutation($id: ID!, $key: String!) { addAgreementWitness(input: { clientKey: $key, agreementId: $id, name: \"An\" }) { agreement { witnesses { id } } } }";
        let asked = json!({ "id": variables["id"], "key": self.app.key() });
        let data = self.owner.ask(add, asked).await;
        variables["witness"] =
            data["addAgreementWitness"]["agreement"]["witnesses"][0]["id"].clone();
        variables
    }

    async fn deal_scanned(&self) -> Value {
        let mut variables = self.deal(3).await;
        let text = self.app.key();
        variables["file"] = json!(self.owner.uploaded("agreement", &text).await);
        variables
    }

    async fn deal_paid(&self) -> Value {
        let mut variables = self.deal(3).await;
        let pay = "mutation($id: ID!, $key: String!) { recordPayment(input: { clientKey: $key, agreementId: $id, kind: IN_KIND, description: \"Mặt bằng.\", givenOn: \"2026-11-01\" }) { agreement { payments { id } } } }";
        let asked = json!({ "id": variables["id"], "key": self.app.key() });
        let data = self.owner.ask(pay, asked).await;
        variables["payment"] = data["recordPayment"]["agreement"]["payments"][0]["id"].clone();
        variables
    }

    async fn nothing(&self) -> Value {
        json!({ "id": "" })
    }
}

type Setup = for<'a> fn(&'a Cast) -> BoxFuture<'a, Value>;

/// One row: the field, an operation that uses it, and what must be there before.
struct Row(&'static str, &'static str, Setup);

macro_rules! rows {
    ($($field:literal, $setup:ident, $query:literal;)*) => {
        vec![$(Row($field, $query, |cast| Box::pin(cast.$setup()))),*]
    };
}

fn queries() -> Vec<Row> {
    rows! {
        "Query.agreement", deal_begun, "query($id: ID!) { agreement(id: $id) { id } }";
        "Query.agreements", deal_begun, "{ agreements(filter: { mine: true }) { nodes { id } } }";
        "Query.agreementStart", mutual, "query($found: ID!) { agreementStart(matchId: $found) { viewerMay } }";
        "Query.agreementVersion", deal_begun, "query($hash: String!) { agreementVersion(hash: $hash) { number } }";
        "Query.auditRecords", nothing, "{ auditRecords { nodes { id actor } } }";
        "Query.decisionByLink", suspended_person, "query($token: String!) { decisionByLink(token: $token) { id } }";
        "Query.people", nothing, "{ people { nodes { id email } } }";
        "Query.review", sent_back, "query($id: ID!) { review(id: $id) { id } }";
        "Query.domains", nothing, "{ domains { code } }";
        "Query.emails", nothing, "{ emails { nodes { id } } }";
        "Query.errorCodes", nothing, "{ errorCodes }";
        "Query.invitation", invitation, "query($id: ID!) { invitation(id: $id) { id email } }";
        "Query.consortiumInvitations", invited, "{ consortiumInvitations { need { id } } }";
        "Query.interests", interest, "query($need: ID!) { interests(needId: $need) { id } }";
        "Query.jointCall", joint_call, "query($id: ID!) { jointCall(id: $id) { id } }";
        "Query.jointCalls", joint_call, "{ jointCalls { nodes { id } } }";
        "Query.match", suggested, "query($id: ID!) { match(id: $id) { id } }";
        "Query.matches", suggested, "{ matches { nodes { id } } }";
        "Query.engine", nothing, "{ engine { version } }";
        "Query.needSuggestions", open_need, "query($id: ID!) { needSuggestions(id: $id) { advice { points } } }";
        "Query.offerAdvice", draft_offer, "query($id: ID!) { offerAdvice(id: $id) { points } }";
        "Query.needCriteria", criteria, "query($id: ID!) { needCriteria(id: $id) { id } }";
        "Query.needChecks", nothing, "{ needChecks { code } }";
        "Query.needQuestions", open_need, "query($id: ID!) { needQuestions(needId: $id) { open } }";
        "Query.needAddenda", open_need, "query($id: ID!) { needAddenda(needId: $id) { id } }";
        "Query.evaluation", panel_scores, "query($id: ID!) { evaluation(id: $id) { id } }";
        "Query.myEvaluations", panel_scores, "{ myEvaluations { id } }";
        "Query.outcomeReview", outcome_review, "query($id: ID!) { outcomeReview(id: $id) { id } }";
        "Query.outcomeReviews", outcome_review, "{ outcomeReviews(waiting: true) { id } }";
        "Query.need", draft_need, "query($id: ID!) { need(id: $id) { id } }";
        "Query.needs", draft_need, "{ needs(filter: { mine: true }) { nodes { id } } }";
        "Query.offer", draft_offer, "query($id: ID!) { offer(id: $id) { id } }";
        "Query.offers", draft_offer, "{ offers(filter: { mine: true }) { nodes { id } } }";
        "Query.organization", nothing, "query($org: ID!) { organization(id: $org) { id members { name } } }";
        "Query.organizations", nothing, "{ organizations { nodes { id members { name } } } }";
        "Query.places", nothing, "{ places { id } }";
        "Query.waitingOpenings", sealed_need, "{ waitingOpenings { need { id } } }";
        "Query.opening", sealed_need, "query($id: ID!) { opening(needId: $id) { closedAt } }";
        "Query.openingRecord", opened_need, "query($id: ID!) { openingRecord(needId: $id) { count } }";
        "Query.proposal", draft_proposal, "query($id: ID!) { proposal(id: $id) { id } }";
        "Query.proposals", draft_proposal, "{ proposals { nodes { id } } }";
        "Query.receiptCheck", draft_proposal, "query($id: ID!) { receiptCheck(proposalId: $id) { sameContent } }";
        "Query.receiptKeys", draft_proposal, "{ receiptKeys { name } }";
        "Query.researcher", unseen_researcher, "query($id: ID!) { researcher(id: $id) { id name } }";
        "Query.researchers", public_researcher, "{ researchers { nodes { id name } } }";
        "Query.needTemplate", nothing, "{ needTemplate(domain: \"WAT\") { domain } }";
        "Query.suggestedCriteria", nothing, "{ suggestedCriteria { weight } }";
        "Query.routeAdvice", nothing, "{ routeAdvice(answers: { capital: STATE, goal: DELIVER, payer: STATE, proposer: AUTHORITY, scope: BUILD, technology: true }) { asOf } }";
        "Query.reviews", need_under_review, "{ reviews { nodes { id } } }";
        "Query.savedSearches", nothing, "{ savedSearches { id } }";
        "Query.search", open_need, "{ search(query: \"chiếu sáng\") { totalCount } }";
        "Query.searchSuggestions", open_need, "{ searchSuggestions(query: \"giảm\") { id } }";
        "Query.serverTime", nothing, "{ serverTime }";
        "Query.passkeysAvailable", nothing, "{ passkeysAvailable }";
        "Query.registration", registration_letter, "query($token: String!) { registration(token: $token) { name } }";
        "Query.signInChallenge", nothing, "{ signInChallenge(challenge: \"x\") { challenge } }";
        "Query.signInProvider", nothing, "{ signInProvider }";
        "Query.statistics", nothing, "{ statistics { openNeeds } }";
        "Query.viewer", nothing, "{ viewer { id email } }";
    }
}

fn mutations() -> Vec<Row> {
    rows! {
        "Mutation.setCriteria", draft_need, "mutation($id: ID!) { setCriteria(input: { needId: $id, version: 0, anonymous: true, criteria: [{ name: { vi: \"Một\" }, weight: 100, kind: QUALITY }] }) { criteria { id } } }";
        "Mutation.invitePanelMember", panel_named, "mutation($id: ID!, $user: ID!) { invitePanelMember(input: { needId: $id, userId: $user, chair: false }) { evaluation { id } } }";
        "Mutation.removePanelMember", panel_named, "mutation($member: ID!) { removePanelMember(input: { memberId: $member, reason: \"Đổi người.\" }) { evaluation { id } } }";
        "Mutation.setPanelChair", panel_named, "mutation($member: ID!) { setPanelChair(input: { memberId: $member }) { evaluation { id } } }";
        "Mutation.answerPanelInvitation", panel_named, "mutation($id: ID!) { answerPanelInvitation(input: { needId: $id, accept: false, reason: \"Bận.\" }) { evaluation { id } } }";
        "Mutation.discloseConflict", panel_scores, "mutation($id: ID!, $firm: ID!) { discloseConflict(input: { needId: $id, organizationId: $firm, kind: EARLIER_MATCH, reason: \"Việc khác.\" }) { evaluation { id } } }";
        "Mutation.justifyNeedFlag", draft_need, "mutation($id: ID!, $key: String!) { justifyNeedFlag(input: { clientKey: $key, needId: $id, version: 1, code: \"brand\", text: \"Một lý do đủ dài.\" }) { need { id } } }";
        "Mutation.askQuestion", question, "mutation($need: ID!, $firm: ID!, $key: String!) { askQuestion(input: { clientKey: $key, needId: $need, organizationId: $firm, text: \"Có không?\" }) { question { id } } }";
        "Mutation.answerQuestion", question, "mutation($id: ID!, $key: String!) { answerQuestion(input: { clientKey: $key, questionId: $id, version: 1, text: \"Có.\" }) { question { id } } }";
        "Mutation.hideQuestion", question, "mutation($id: ID!, $key: String!) { hideQuestion(input: { clientKey: $key, questionId: $id, version: 1, reason: \"Ngoài phạm vi.\" }) { question { id } } }";
        "Mutation.publishAddendum", open_need_read, "mutation($id: ID!, $version: Int!, $key: String!) { publishAddendum(input: { clientKey: $key, needId: $id, version: $version, text: { vi: \"Làm rõ.\" } }) { need { id } } }";
        "Mutation.saveScores", panel_scores, "mutation($id: ID!, $criterion: ID!) { saveScores(input: { needId: $id, label: \"A\", scores: [{ criterionId: $criterion, score: 50, comment: \"Được.\" }] }) { evaluation { id } } }";
        "Mutation.submitScores", panel_scores, "mutation($id: ID!) { submitScores(input: { needId: $id }) { evaluation { id } } }";
        "Mutation.startConsensus", panel_has_scored, "mutation($id: ID!) { startConsensus(input: { needId: $id }) { evaluation { id } } }";
        "Mutation.agreeScore", panel_confers, "mutation($id: ID!, $criterion: ID!) { agreeScore(input: { needId: $id, label: \"A\", criterionId: $criterion, score: 50 }) { evaluation { id } } }";
        "Mutation.noteInterview", panel_confers, "mutation($id: ID!) { noteInterview(input: { needId: $id, label: \"A\", note: \"Rõ.\" }) { evaluation { id } } }";
        "Mutation.approveEvaluation", panel_agrees, "mutation($id: ID!) { approveEvaluation(input: { needId: $id }) { evaluation { id } } }";
        "Mutation.shortlistProposals", panel_approved, "mutation($id: ID!) { shortlistProposals(input: { needId: $id, labels: [\"A\"], reason: \"Cần làm rõ.\" }) { evaluation { id } } }";
        "Mutation.decideEvaluation", panel_approved, "mutation($id: ID!) { decideEvaluation(input: { needId: $id, reason: \"Chưa đạt.\" }) { evaluation { id } } }";
        "Mutation.requestOutcomeReview", outcome, "mutation($proposal: ID!) { requestOutcomeReview(input: { proposalId: $proposal, request: \"Xem lại.\" }) { review { id } } }";
        "Mutation.answerOutcomeReview", outcome_review, "mutation($id: ID!) { answerOutcomeReview(input: { reviewId: $id, verdict: UNFOUNDED, answer: \"Đã xem.\" }) { review { id } } }";
        "Mutation.createAgreement", mutual, "mutation($found: ID!, $key: String!) { createAgreement(input: { clientKey: $key, matchId: $found, kind: MEMORANDUM, startsOn: \"2027-01-01\", months: 6 }) { agreement { id } } }";
        "Mutation.saveAgreementDraft", deal_begun, "mutation($id: ID!, $version: Int!) { saveAgreementDraft(input: { agreementId: $id, version: $version, content: { title: { vi: \"Tên\" }, recitals: [], clauses: [], milestones: [], indicators: [] } }) { agreement { id } } }";
        "Mutation.discardAgreementDraft", deal_begun, "mutation($id: ID!, $version: Int!) { discardAgreementDraft(input: { agreementId: $id, version: $version }) { agreement { id } } }";
        "Mutation.proposeAgreement", deal_begun, "mutation($id: ID!, $version: Int!) { proposeAgreement(input: { agreementId: $id, version: $version }) { agreement { id } } }";
        "Mutation.acceptAgreement", deal_proposed, "mutation($id: ID!, $version: Int!, $hash: String!) { acceptAgreement(input: { agreementId: $id, version: $version, hash: $hash }) { agreement { id } } }";
        "Mutation.reopenAgreement", deal_agreed, "mutation($id: ID!, $version: Int!) { reopenAgreement(input: { agreementId: $id, version: $version, reason: \"Lý do.\" }) { agreement { id } } }";
        "Mutation.cancelAgreement", deal_begun, "mutation($id: ID!, $version: Int!) { cancelAgreement(input: { agreementId: $id, version: $version, reason: \"Lý do.\" }) { agreement { id } } }";
        "Mutation.amendAgreement", deal_signed, "mutation($id: ID!, $version: Int!) { amendAgreement(input: { agreementId: $id, version: $version, reason: \"Lý do.\" }) { agreement { id } } }";
        "Mutation.dropAmendment", deal_amended, "mutation($id: ID!, $version: Int!) { dropAmendment(input: { agreementId: $id, version: $version, reason: \"Lý do.\" }) { agreement { id } } }";
        "Mutation.terminateAgreement", deal_signed, "mutation($id: ID!, $version: Int!) { terminateAgreement(input: { agreementId: $id, version: $version, reason: \"Lý do.\" }) { agreement { id } } }";
        "Mutation.commentAgreement", deal_begun, "mutation($id: ID!, $key: String!) { commentAgreement(input: { clientKey: $key, agreementId: $id, body: \"Góp ý.\" }) { agreement { id } } }";
        "Mutation.signAgreement", deal_agreed, "mutation($id: ID!, $key: String!, $hash: String!) { signAgreement(input: { clientKey: $key, agreementId: $id, hash: $hash, position: \"Giám đốc\", consent: true }) { agreement { id } } }";
        "Mutation.addAgreementWitness", deal_agreed, "mutation($id: ID!, $key: String!) { addAgreementWitness(input: { clientKey: $key, agreementId: $id, name: \"An\" }) { agreement { id } } }";
        "Mutation.removeAgreementWitness", deal_witnessed, "mutation($witness: ID!) { removeAgreementWitness(input: { witnessId: $witness }) { agreement { id } } }";
        "Mutation.attachAgreementScan", deal_scanned, "mutation($id: ID!, $file: ID!) { attachAgreementScan(input: { agreementId: $id, fileId: $file }) { agreement { id } } }";
        "Mutation.reportMilestone", deal_signed, "mutation($milestone: ID!) { reportMilestone(input: { milestoneId: $milestone, version: 1, status: MET, evidence: \"Biên bản.\" }) { agreement { id } } }";
        "Mutation.confirmMilestone", deal_reported, "mutation($milestone: ID!) { confirmMilestone(input: { milestoneId: $milestone, version: 2, status: MET }) { agreement { id } } }";
        "Mutation.recordMeasurement", deal_signed, "mutation($indicator: ID!, $key: String!) { recordMeasurement(input: { clientKey: $key, indicatorId: $indicator, value: 5.5, measuredOn: \"2026-11-01\" }) { agreement { id } } }";
        "Mutation.recordPayment", deal_signed, "mutation($id: ID!, $key: String!) { recordPayment(input: { clientKey: $key, agreementId: $id, kind: IN_KIND, description: \"Mặt bằng.\", givenOn: \"2026-11-01\" }) { agreement { id } } }";
        "Mutation.confirmPayment", deal_paid, "mutation($payment: ID!) { confirmPayment(input: { paymentId: $payment }) { agreement { id } } }";
        "Mutation.completeAgreement", deal_met, "mutation($id: ID!, $version: Int!) { completeAgreement(input: { agreementId: $id, version: $version, result: \"Đạt.\" }) { agreement { id } } }";
        "Mutation.handOverAgreement", deal_signed, "mutation($id: ID!, $version: Int!) { handOverAgreement(input: { agreementId: $id, version: $version, noticeNumber: \"IB1\", link: \"https://muasamcong.mpi.gov.vn/1\" }) { agreement { id } } }";
        "Mutation.setAgreementPublication", deal_begun, "mutation($id: ID!, $version: Int!) { setAgreementPublication(input: { agreementId: $id, version: $version, publication: WHOLE }) { agreement { id } } }";
        "Mutation.appeal", sent_back, "mutation($id: ID!) { appeal(input: { reviewId: $id, text: \"Không đúng.\" }) { review { id } } }";
        "Mutation.appealByLink", suspended_person, "mutation($token: String!) { appealByLink(input: { token: $token, text: \"Không đúng.\" }) { review { id } } }";
        "Mutation.claimReview", waiting_review, "mutation($id: ID!) { claimReview(input: { reviewId: $id }) { review { id } } }";
        "Mutation.decideAppeal", appealed, "mutation($id: ID!) { decideAppeal(input: { reviewId: $id, decision: UPHELD, rule: OTHER, reason: \"Đúng quy định.\" }) { review { id } } }";
        "Mutation.decideMerge", merge_proposed, "mutation($id: ID!) { decideMerge(input: { reviewId: $id, decision: APPROVED, rule: DUPLICATE }) { review { id } } }";
        "Mutation.decideReport", reported, "mutation($id: ID!) { decideReport(input: { reviewId: $id, decision: UPHELD, rule: MISLEADING, reason: \"Sai.\" }) { review { id } } }";
        "Mutation.proposeMerge", two_organizations, "mutation($from: ID!, $into: ID!, $key: String!) { proposeMerge(input: { clientKey: $key, fromId: $from, intoId: $into, reason: \"Là một.\" }) { review { id } } }";
        "Mutation.reinstateOrganization", suspended_organization, "mutation($id: ID!) { reinstateOrganization(input: { organizationId: $id, rule: OTHER, reason: \"Đã rõ.\" }) { organization { id } } }";
        "Mutation.reinstateUser", suspended_person, "mutation($id: ID!) { reinstateUser(input: { userId: $id, rule: OTHER, reason: \"Đã rõ.\" }) { person { id } } }";
        "Mutation.releaseReview", waiting_review, "mutation($id: ID!) { releaseReview(input: { reviewId: $id }) { review { id } } }";
        "Mutation.reportAbuse", open_need, "mutation($id: ID!, $key: String!) { reportAbuse(input: { clientKey: $key, needId: $id, rule: MISLEADING, text: \"Sai.\" }) { reported } }";
        "Mutation.setStaffRole", somebody, "mutation($id: ID!) { setStaffRole(input: { userId: $id, role: VERIFIER, reason: \"Phân công.\" }) { person { id } } }";
        "Mutation.suspendOrganization", some_organization, "mutation($id: ID!) { suspendOrganization(input: { organizationId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { organization { id } } }";
        "Mutation.suspendUser", somebody, "mutation($id: ID!) { suspendUser(input: { userId: $id, rule: ABUSE, reason: \"Đe dọa.\" }) { person { id } } }";
        "Mutation.adoptWeights", learnt_weights, "mutation($id: ID!) { adoptWeights(input: { weightsId: $id }) { weights { id } } }";
        "Mutation.adoptTaxonomy", taxonomy_edition, "mutation($id: ID!) { adoptTaxonomy(input: { taxonomyEditionId: $id }) { edition { id } } }";
        "Mutation.restoreBuiltInTaxonomy", nothing, "mutation { restoreBuiltInTaxonomy { changed } }";
        "Mutation.writeTaxonomy", nothing, "mutation { writeTaxonomy(input: { note: \"Thử.\", concepts: \"[]\" }) { edition { id } } }";
        "Mutation.learnWeights", nothing, "mutation { learnWeights { weights { id } } }";
        "Mutation.restoreDefaultWeights", adopted_weights, "mutation { restoreDefaultWeights { changed } }";
        "Mutation.deleteSavedSearch", saved_search, "mutation($id: ID!) { deleteSavedSearch(input: { savedSearchId: $id }) { id } }";
        "Mutation.saveSearch", nothing, "mutation($key: String!) { saveSearch(input: { clientKey: $key, name: \"Đèn\", query: \"đèn\", frequency: DAILY }) { savedSearch { id } } }";
        "Mutation.updateSavedSearch", saved_search, "mutation($id: ID!) { updateSavedSearch(input: { savedSearchId: $id, name: \"Khác\", frequency: NEVER }) { savedSearch { id } } }";
        "Mutation.addPasskey", nothing, "mutation { addPasskey(input: { challenge: \"x\", passkey: \"{}\", name: \"Khóa\" }) { recoveryCodes } }";
        "Mutation.answerJointCall", joint_call, "mutation($id: ID!, $need: ID!) { answerJointCall(input: { jointCallId: $id, needId: $need, consent: true }) { jointCall { id } } }";
        "Mutation.endJointCall", joint_call, "mutation($id: ID!) { endJointCall(input: { jointCallId: $id, reason: \"Trái quy hoạch.\" }) { jointCall { id } } }";
        "Mutation.answerChallenge", nothing, "mutation { answerChallenge(input: { challenge: \"x\", code: \"123456\" }) { accessToken } }";
        "Mutation.beginConfirmation", nothing, "mutation { beginConfirmation { challenge { challenge } } }";
        "Mutation.beginPasskey", nothing, "mutation { beginPasskey { challenge } }";
        "Mutation.beginPasskeySignIn", nothing, "mutation { beginPasskeySignIn { challenge { challenge } } }";
        "Mutation.beginTotp", nothing, "mutation { beginTotp { url } }";
        "Mutation.cancelEmailChange", nothing, "mutation { cancelEmailChange { viewer { id } } }";
        "Mutation.changePassword", nothing, "mutation { changePassword(input: { password: \"ốc sên bò qua cầu tre\" }) { viewer { id } } }";
        "Mutation.checkPassword", nothing, "mutation { checkPassword(input: { password: \"x\" }) { score } }";
        "Mutation.closeAccount", nothing, "mutation { closeAccount { closed } }";
        "Mutation.completeRegistration", registration_letter, "mutation($token: String!) { completeRegistration(input: { token: $token, password: \"ốc sên bò qua cầu tre\" }) { accessToken } }";
        "Mutation.confirmEmailChange", nothing, "mutation { confirmEmailChange(input: { token: \"x\" }) { changed } }";
        "Mutation.confirmIdentity", nothing, "mutation { confirmIdentity(input: { password: \"x\" }) { viewer { id } } }";
        "Mutation.createAccessToken", nothing, "mutation($soon: DateTime!) { createAccessToken(input: { name: \"x\", scopes: [READ], expiresAt: $soon }) { secret } }";
        "Mutation.enableTotp", nothing, "mutation { enableTotp(input: { code: \"123456\" }) { recoveryCodes } }";
        "Mutation.endOtherSessions", nothing, "mutation { endOtherSessions { ended } }";
        "Mutation.endSession", nothing, "mutation { endSession(input: { sessionId: \"sess_00000000000000000000000000000001\" }) { ended } }";
        "Mutation.removePasskey", nothing, "mutation { removePasskey(input: { passkeyId: \"pkey_00000000000000000000000000000001\" }) { viewer { id } } }";
        "Mutation.removeTotp", nothing, "mutation { removeTotp { viewer { id } } }";
        "Mutation.renamePasskey", nothing, "mutation { renamePasskey(input: { passkeyId: \"pkey_00000000000000000000000000000001\", name: \"x\" }) { viewer { id } } }";
        "Mutation.renewRecoveryCodes", nothing, "mutation { renewRecoveryCodes { recoveryCodes } }";
        "Mutation.requestEmailChange", nothing, "mutation($email: String!) { requestEmailChange(input: { email: $email }) { viewer { id } } }";
        "Mutation.requestPasswordReset", nothing, "mutation($email: String!) { requestPasswordReset(input: { email: $email }) { email } }";
        "Mutation.requestRegistration", nothing, "mutation($key: String!, $email: String!) { requestRegistration(input: { clientKey: $key, email: $email, name: \"Người mới\", locale: VI, newOrganization: { kind: PRIVATE_CO, legalName: { vi: \"Công ty mới\" } } }) { email } }";
        "Mutation.resetPassword", nothing, "mutation { resetPassword(input: { token: \"x\", password: \"ốc sên bò qua cầu tre\" }) { reset } }";
        "Mutation.revokeAccessToken", nothing, "mutation { revokeAccessToken(input: { accessTokenId: \"atok_00000000000000000000000000000001\" }) { viewer { id } } }";
        "Mutation.setConsent", nothing, "mutation { setConsent(input: { purpose: WEEKLY_DIGEST, given: true }) { viewer { id } } }";
        "Mutation.signInWithPasskey", nothing, "mutation { signInWithPasskey(input: { challenge: \"x\", passkey: \"{}\" }) { accessToken } }";
        "Mutation.acceptInvitation", invitation, "mutation($id: ID!) { acceptInvitation(input: { invitationId: $id }) { membership { id } } }";
        "Mutation.addCertificate", nothing, "mutation($org: ID!, $key: String!) { addCertificate(input: { clientKey: $key, organizationId: $org, content: { name: \"Chứng chỉ\", issuer: \"Nơi cấp\", issuedOn: \"2025-01-01\" } }) { certificate { id } } }";
        "Mutation.addReference", nothing, "mutation($org: ID!, $key: String!) { addReference(input: { clientKey: $key, organizationId: $org, content: { project: { vi: \"Dự án\" }, client: \"Ai đó\", year: 2024 } }) { reference { id } } }";
        "Mutation.applyForAlliance", verified, "mutation($org: ID!) { applyForAlliance(input: { organizationId: $org, text: \"Xin tham gia.\" }) { organization { id } } }";
        "Mutation.createOrganization", nothing, "mutation($key: String!) { createOrganization(input: { clientKey: $key, newOrganization: { kind: PRIVATE_CO, legalName: { vi: \"Công ty lập thêm\" }, acknowledgeSimilarName: true } }) { organization { id } } }";
        "Mutation.decideAllianceMembership", applied, "mutation($org: ID!) { decideAllianceMembership(input: { organizationId: $org, decision: REJECTED, rule: OTHER, reason: \"Chưa phù hợp.\", decisionNumber: \"1\", decidedOn: \"2026-01-01\" }) { organization { id } } }";
        "Mutation.decideRegistration", registration_waits, "mutation($org: ID!, $version: Int!) { decideRegistration(input: { organizationId: $org, version: $version, decision: APPROVED, rule: COMPLETE }) { organization { id } } }";
        "Mutation.decideVerification", verification_asked, "mutation($org: ID!, $version: Int!) { decideVerification(input: { organizationId: $org, version: $version, decision: REJECTED, rule: OTHER, reason: \"Thiếu giấy tờ.\", checklist: [] }) { organization { id } } }";
        "Mutation.declineInvitation", invitation, "mutation($id: ID!) { declineInvitation(input: { invitationId: $id }) { invitation { id } } }";
        "Mutation.declineMembership", asked_to_join, "mutation($id: ID!) { declineMembership(input: { membershipId: $id }) { membershipId } }";
        "Mutation.inviteMember", nothing, "mutation($org: ID!, $email: String!) { inviteMember(input: { organizationId: $org, email: $email, role: OWNER }) { invitation { id } } }";
        "Mutation.leaveAlliance", admitted, "mutation($org: ID!) { leaveAlliance(input: { organizationId: $org }) { organization { id } } }";
        "Mutation.removeCertificate", certificate, "mutation($id: ID!) { removeCertificate(input: { certificateId: $id }) { certificateId } }";
        "Mutation.removeMembership", colleague, "mutation($id: ID!) { removeMembership(input: { membershipId: $id }) { membershipId } }";
        "Mutation.removeReference", reference, "mutation($id: ID!) { removeReference(input: { referenceId: $id }) { referenceId } }";
        "Mutation.removeResearcher", public_researcher, "mutation { removeResearcher { removed } }";
        "Mutation.requestMembership", nothing, "mutation($org: ID!) { requestMembership(input: { organizationId: $org }) { membership { id } } }";
        "Mutation.requestVerification", nothing, "mutation($org: ID!) { requestVerification(input: { organizationId: $org }) { organization { id } } }";
        "Mutation.resendInvitation", invitation, "mutation($id: ID!) { resendInvitation(input: { invitationId: $id }) { invitation { id } } }";
        "Mutation.restoreAllianceMembership", suspended_there, "mutation($org: ID!) { restoreAllianceMembership(input: { organizationId: $org, reason: \"Đã khắc phục.\" }) { organization { id } } }";
        "Mutation.revokeInvitation", invitation, "mutation($id: ID!) { revokeInvitation(input: { invitationId: $id }) { invitation { id } } }";
        "Mutation.setMembershipRole", colleague, "mutation($id: ID!) { setMembershipRole(input: { membershipId: $id, role: VIEWER }) { membership { id } } }";
        "Mutation.setSecondFactorRequired", nothing, "mutation($org: ID!) { setSecondFactorRequired(input: { organizationId: $org, required: true }) { organization { id } } }";
        "Mutation.suspendAllianceMembership", admitted, "mutation($org: ID!) { suspendAllianceMembership(input: { organizationId: $org, reason: \"Vi phạm.\" }) { organization { id } } }";
        "Mutation.transferOwnership", colleague, "mutation($id: ID!) { transferOwnership(input: { membershipId: $id }) { membership { id } } }";
        "Mutation.updateCertificate", certificate, "mutation($id: ID!) { updateCertificate(input: { certificateId: $id, content: { name: \"Khác\", issuer: \"Nơi cấp\", issuedOn: \"2025-01-01\" } }) { certificate { id } } }";
        "Mutation.updateOrganization", version, "mutation($org: ID!, $version: Int!) { updateOrganization(input: { organizationId: $org, version: $version, content: { kind: PROV_PC, legalName: { vi: \"Tên được sửa\" } } }) { organization { id } } }";
        "Mutation.updateReference", reference, "mutation($id: ID!) { updateReference(input: { referenceId: $id, content: { project: { vi: \"Khác\" }, client: \"Ai đó\", year: 2024 } }) { reference { id } } }";
        "Mutation.updateResearcher", nothing, "mutation { updateResearcher(input: { version: 0, content: { headline: { vi: \"Chuyên gia\" }, evaluator: true, consortiumPartner: true } }) { researcher { id } } }";
        "Mutation.inviteToProposal", to_invite, "mutation($id: ID!, $guest: ID!, $key: String!) { inviteToProposal(input: { clientKey: $key, proposalId: $id, organizationId: $guest, role: \"Lắp đặt\" }) { proposal { id } } }";
        "Mutation.answerProposalInvitation", invited, "mutation($member: ID!) { answerProposalInvitation(input: { memberId: $member, accept: true }) { member { id } } }";
        "Mutation.endConsortiumMember", joined, "mutation($member: ID!) { endConsortiumMember(input: { memberId: $member }) { member { id } } }";
        "Mutation.requestProposalSignoff", joined, "mutation($id: ID!, $version: Int!) { requestProposalSignoff(input: { proposalId: $id, version: $version }) { proposal { id } } }";
        "Mutation.signProposal", to_sign, "mutation($id: ID!, $version: Int!) { signProposal(input: { proposalId: $id, version: $version }) { proposal { id } } }";
        "Mutation.recallProposal", to_sign, "mutation($id: ID!) { recallProposal(input: { proposalId: $id }) { proposal { id } } }";
        "Mutation.registerInterest", open_need, "mutation($id: ID!, $firm: ID!, $key: String!) { registerInterest(input: { clientKey: $key, needId: $id, organizationId: $firm, isPublic: true, seeksPartners: false, note: \"\" }) { interest { id } } }";
        "Mutation.withdrawInterest", interest, "mutation($id: ID!) { withdrawInterest(input: { interestId: $id }) { interest { id } } }";
        "Mutation.acceptMatch", introduced, "mutation($id: ID!) { acceptMatch(input: { matchId: $id }) { match { id } } }";
        "Mutation.approveMembership", asked_to_join, "mutation($id: ID!) { approveMembership(input: { membershipId: $id }) { membership { id } } }";
        "Mutation.archiveOffer", draft_offer, "mutation($id: ID!) { archiveOffer(input: { offerId: $id }) { offer { id } } }";
        "Mutation.blockMatch", suggested, "mutation($id: ID!) { blockMatch(input: { matchId: $id, rule: CONFLICT, reason: \"Cùng chủ sở hữu.\" }) { match { id } } }";
        "Mutation.concludeNeed", open_need, "mutation($id: ID!) { concludeNeed(input: { needId: $id, outcome: WITHDRAWN, reason: \"Đổi kế hoạch.\" }) { need { id } } }";
        "Mutation.createNeed", nothing, "mutation($org: ID!, $key: String!) { createNeed(input: { clientKey: $key, organizationId: $org, content: {} }) { need { id } } }";
        "Mutation.createOffer", nothing, "mutation($firm: ID!, $key: String!) { createOffer(input: { clientKey: $key, organizationId: $firm, content: {} }) { offer { id } } }";
        "Mutation.createProposal", open_need, "mutation($id: ID!, $firm: ID!, $key: String!) { createProposal(input: { clientKey: $key, needId: $id, organizationId: $firm, content: { language: VI, summary: \"\", approach: \"\" } }) { proposal { id } } }";
        "Mutation.decideProposal", evaluated_proposal, "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: NOT_SELECTED, reason: \"Giá cao.\" }) { proposal { id } } }";
        "Mutation.declineMatch", introduced, "mutation($id: ID!) { declineMatch(input: { matchId: $id, reason: \"Chưa phù hợp.\" }) { match { id } } }";
        "Mutation.introduceMatch", suggested, "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { id } } }";
        "Mutation.pauseOffer", published_offer, "mutation($id: ID!) { pauseOffer(input: { offerId: $id }) { offer { id } } }";
        "Mutation.refreshMatches", open_need, "mutation($id: ID!) { refreshMatches(input: { needId: $id }) { matches { id } } }";
        "Mutation.refreshSession", nothing, "mutation { refreshSession { accessToken } }";
        "Mutation.resumeOffer", draft_offer, "mutation($id: ID!) { resumeOffer(input: { offerId: $id }) { offer { id } } }";
        "Mutation.retryEmail", dead_email, "mutation($id: ID!) { retryEmail(input: { emailId: $id }) { email { id } } }";
        "Mutation.reviewMatch", suggested, "mutation($id: ID!) { reviewMatch(input: { matchId: $id }) { match { id } } }";
        "Mutation.reviewNeed", need_under_review, "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }";
        "Mutation.reviewOffer", offer_under_review, "mutation($id: ID!) { reviewOffer(input: { offerId: $id, decision: APPROVED, rule: COMPLETE }) { offer { id } } }";
        "Mutation.signIn", nothing, "mutation { signIn(input: { email: \"nobody@example.test\", password: \"wrong\" }) { session { accessToken } } }";
        "Mutation.signOut", nothing, "mutation { signOut { signedOut } }";
        "Mutation.startEvaluation", closed_need, "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { id } } }";
        "Mutation.setNeedFocalPoint", draft_need, "mutation($id: ID!) { setNeedFocalPoint(input: { needId: $id }) { need { id } } }";
        "Mutation.openNeed", consulted_need, "mutation($id: ID!) { openNeed(input: { needId: $id }) { need { id } } }";
        "Mutation.submitNeed", draft_need, "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
        "Mutation.submitOffer", draft_offer, "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { id } } }";
        "Mutation.openProposals", sealed_need, "mutation($id: ID!) { openProposals(input: { needId: $id }) { opening { completedAt } } }";
        "Mutation.removeProposalAttachment", with_attachment, "mutation($id: ID!, $file: ID!) { removeProposalAttachment(input: { proposalId: $id, attachmentId: $file }) { proposal { attachments { id } } } }";
        "Mutation.saveProposalSection", draft_proposal, "mutation($id: ID!) { saveProposalSection(input: { proposalId: $id, section: TEAM, version: 0, content: { text: \"Ba người.\" } }) { conflict } }";
        "Mutation.submitProposal", draft_proposal, "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { id } } }";
        "Mutation.updateNeed", draft_need, "mutation($id: ID!) { updateNeed(input: { needId: $id, version: 1, content: {} }) { need { id } } }";
        "Mutation.updateOffer", draft_offer, "mutation($id: ID!) { updateOffer(input: { offerId: $id, version: 1, content: {} }) { offer { id } } }";
        "Mutation.updateProfile", nothing, "mutation { updateProfile(input: { name: \"Tên mới\" }) { viewer { id } } }";
        "Mutation.updateProposal", draft_proposal, "mutation($id: ID!) { updateProposal(input: { proposalId: $id, version: 1, content: { language: VI, summary: \"\", approach: \"\" } }) { proposal { id } } }";
        "Mutation.withdrawProposal", draft_proposal, "mutation($id: ID!) { withdrawProposal(input: { proposalId: $id, reason: \"Đổi kế hoạch.\" }) { proposal { id } } }";
    }
}

/// What one cell says: the code of the refusal, or OK with how many things came back.
fn outcome(answer: &Answer) -> String {
    if let Some(code) = answer.code() {
        return code.to_owned();
    }
    let Some(data) = answer.body["data"].as_object() else {
        return "?".into();
    };
    let first = data.values().next().cloned().unwrap_or_default();
    match first.get("nodes").and_then(Value::as_array) {
        Some(nodes) if nodes.is_empty() => "EMPTY".into(),
        _ if first.is_null() => "NULL".into(),
        _ => "OK".into(),
    }
}

/// Everything that a refused act might have left behind.
async fn traces(app: &TestApp) -> Vec<i64> {
    let mut counts = vec![acts(app).await];
    for table in [
        "need",
        "offer",
        "match",
        "proposal",
        "proposal_content",
        "consortium_member",
        "interest",
        "agreement",
        "agreement_version",
        "need_question",
        "need_addendum",
        "proposal_key",
        "opening",
        "joint_call",
        "joint_call_need",
        "review",
        "job",
        "email",
        "membership",
        "user_account",
        "organization",
        "client_key",
        "session",
        "file",
        "invitation",
        "certificate",
        "organization_reference",
        "verification_request",
        "alliance_application",
        "researcher",
        "saved_search",
        "engine_weights",
        "taxonomy_edition",
        "need_evaluation",
        "need_criterion",
        "panel_member",
        "panel_disclosure",
        "evaluated_bid",
        "panel_score",
        "agreed_score",
        "outcome_review",
    ] {
        counts.push(app.rows(table).await);
    }
    counts
}

/// Records of what was done; that something was refused is itself on record.
async fn acts(app: &TestApp) -> i64 {
    app.count(
        "audit_record",
        "action NOT IN ('session.refused', 'access.refused')",
    )
    .await
}

async fn line(row: &Row) -> String {
    let cast = Cast::new().await;
    let mut line = format!("{:<28}", row.0);
    // What was refused left everything as it was, so the next one tries the same; so does a question.
    let asks = row.0.starts_with("Query.");
    let mut untouched: Option<Value> = None;
    for (name, client) in cast.columns() {
        let prepared = match untouched.take() {
            Some(prepared) => prepared,
            None => (row.2)(&cast).await,
        };
        let mut variables = prepared.clone();
        let key = cast.app.key();
        variables["org"] = json!(cast.owner.organization_id());
        variables["firm"] = json!(cast.other.organization_id());
        variables["email"] = json!(format!("{key}@example.test"));
        variables["key"] = json!(key);
        let soon = cast.app.app.clock.now() + chrono::Duration::days(1);
        variables["soon"] = json!(soon.to_rfc3339());
        let before = traces(&cast.app).await;
        let answer = client.send(row.1, variables).await;
        let said = outcome(&answer);
        if answer.code().is_some() {
            assert_eq!(
                traces(&cast.app).await,
                before,
                "{} was refused to {name}, yet left a trace",
                row.0
            );
        }
        if asks || answer.code().is_some() {
            untouched = Some(prepared);
        }
        let _ = write!(line, " {said:<19}");
        cast.app.run_jobs().await;
    }
    cast.app.end().await;
    line.trim_end().to_owned()
}

/// All lines in order; several rows at once, for each has an app of its own.
async fn table(rows: Vec<Row>) -> Vec<String> {
    use futures_util::stream::{self, StreamExt};
    let each = stream::iter(rows).map(|row| tokio::spawn(async move { line(&row).await }));
    let lines = each.buffer_unordered(3).map(|line| line.expect("a line"));
    let mut lines: Vec<String> = lines.collect().await;
    lines.sort();
    lines
}

fn golden_path(part: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("house")
        .join(format!("permissions.{part}.txt"))
}

fn compare(part: &str, lines: &[String]) {
    let mut text = format!("{:<28}", "");
    for name in [
        "anonymous",
        "stranger",
        "reader",
        "owner",
        "other",
        "moderator",
        "verifier",
        "administrator",
        "suspended",
    ] {
        let _ = write!(text, " {name:<19}");
    }
    let text = format!("{}\n{}\n", text.trim_end(), lines.join("\n"));
    let path = golden_path(part);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        golden == text,
        "the permission table changed; if that is meant, see the head of this file:\n{text}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn queries_are_as_decided() {
    compare("query", &table(queries()).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mutations_are_as_decided() {
    compare("mutation", &table(mutations()).await);
}

#[tokio::test]
async fn no_root_field_is_missing_from_the_table() {
    let app = TestApp::start(Kind::Sqlite).await;
    let query = "{ __schema { queryType { fields { name } } mutationType { fields { name } } subscriptionType { fields { name } } } }";
    let data = app.visitor().ask(query, json!({})).await;
    let mut fields = BTreeSet::new();
    for (root, kind) in [
        ("queryType", "Query"),
        ("mutationType", "Mutation"),
        ("subscriptionType", "Subscription"),
    ] {
        for field in data["__schema"][root]["fields"].as_array().expect("fields") {
            fields.insert(format!(
                "{kind}.{}",
                field["name"].as_str().expect("a name")
            ));
        }
    }
    let mut decided: BTreeSet<_> = queries()
        .iter()
        .chain(&mutations())
        .map(|row| row.0.to_owned())
        .collect();
    // Heard over websockets only: tests/api/socket.rs shows who hears what.
    decided.insert("Subscription.matchChanged".into());
    assert_eq!(fields, decided);
    app.end().await;
}
