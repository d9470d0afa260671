//! A world in which everything is there once: what the tests of fields, lists and files look at.

use chrono::Duration;
use iforum::organizations::MembershipRole;
use serde_json::{Value, json};

use crate::{Client, TestApp, content};

/// Text that stands in a sealed proposal and nowhere else.
pub const SEALED: &str = "tuyệt mật niêm phong";

/// The people, and ids of what there is.
pub struct World {
    /// Nobody.
    pub visitor: Client,
    /// Owner of a firm that has nothing to do with the rest.
    pub stranger: Client,
    /// The organisation's members.
    pub viewer: Client,
    /// May write for it.
    pub editor: Client,
    /// Owns it.
    pub owner: Client,
    /// Owner of the firm that offers and bids.
    pub bidder: Client,
    /// The alliance's people.
    pub moderator: Client,
    /// Decides who is who.
    pub verifier: Client,
    /// Decides everything else.
    pub administrator: Client,
    /// Ids by what they are.
    pub ids: std::collections::BTreeMap<&'static str, String>,
}

impl World {
    /// Everybody, by the name that tables give them.
    pub fn everybody(&self) -> [(&'static str, &Client); 9] {
        [
            ("visitor", &self.visitor),
            ("stranger", &self.stranger),
            ("viewer", &self.viewer),
            ("editor", &self.editor),
            ("owner", &self.owner),
            ("bidder", &self.bidder),
            ("moderator", &self.moderator),
            ("verifier", &self.verifier),
            ("administrator", &self.administrator),
        ]
    }

    /// The id of what was made under this name.
    pub fn id(&self, name: &str) -> &str {
        self.ids
            .get(name)
            .unwrap_or_else(|| panic!("nothing is called {name}"))
    }

    fn keep(&mut self, name: &'static str, id: &Value) {
        let id = id.as_str().unwrap_or_else(|| panic!("no id of {name}"));
        self.ids.insert(name, id.to_owned());
    }

    /// Makes it all; each part on the heap, for together they are more than a stack holds.
    pub async fn new(app: &TestApp) -> Self {
        let (owner, bidder) = (app.officer().await, app.firm().await);
        let mut world = Self {
            visitor: app.visitor(),
            stranger: app.firm().await,
            viewer: app.colleague(&owner, MembershipRole::Viewer).await,
            editor: app.colleague(&owner, MembershipRole::Editor).await,
            bidder,
            moderator: app.moderator().await,
            verifier: app.verifier().await,
            administrator: app.administrator().await,
            ids: std::collections::BTreeMap::default(),
            owner,
        };
        Box::pin(world.profile(app)).await;
        Box::pin(world.identity(app)).await;
        Box::pin(world.renamed(app)).await;
        Box::pin(world.postings(app)).await;
        Box::pin(world.proposals(app)).await;
        Box::pin(world.decisions(app)).await;
        Box::pin(world.joint_calls(app)).await;
        Box::pin(world.evaluation(app)).await;
        Box::pin(world.agreement(app)).await;
        Box::pin(world.consortium(app)).await;
        Box::pin(world.account(app)).await;
        Box::pin(world.market(app)).await;
        app.run_jobs().await;
        world
    }

    async fn profile(&mut self, app: &TestApp) {
        let (owner, id) = (self.owner.clone(), self.owner.organization_id());
        self.keep("organization", &json!(id));
        self.keep("firm", &json!(self.bidder.organization_id()));
        let update = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { version } } }";
        let profile = json!({
            "kind": "PROV_PC", "legalName": { "vi": "Ủy ban nhân dân thành phố Minh Họa" },
            "summary": { "vi": "Chính quyền thành phố." }, "capabilities": { "vi": "Vận hành đô thị." },
            "domains": ["ENE"], "establishmentCode": "H25", "address": "1 Đường Lớn", "placeId": "vn34-31",
            "website": "https://minhhoa.example", "taxCode": "0100109106",
        });
        let input = json!({ "organizationId": id, "version": 1, "content": profile });
        owner.ask(update, json!({ "input": input })).await;
        let certificate = "mutation($input: AddCertificateInput!) { addCertificate(input: $input) { certificate { id evidence { id } } } }";
        let evidence = owner.uploaded("certificate", "bằng chứng kín").await;
        let content = json!({ "name": "ISO 37122", "issuer": "Nơi cấp", "number": "12", "standard": "ISO", "issuedOn": "2025-01-01", "expiresOn": "2030-01-01", "evidenceId": evidence });
        let input = json!({ "clientKey": app.key(), "organizationId": id, "content": content });
        let data = owner.ask(certificate, json!({ "input": input })).await;
        self.keep("file", &json!(evidence));
        self.keep("certificate", &data["addCertificate"]["certificate"]["id"]);
        let reference = "mutation($input: AddReferenceInput!) { addReference(input: $input) { reference { id } } }";
        let content = json!({ "project": { "vi": "Dự án" }, "client": "Ai đó", "year": 2024, "url": "https://du-an.example", "placeId": "vn34-31", "description": { "vi": "Mô tả." } });
        let input = json!({ "clientKey": app.key(), "organizationId": id, "content": content });
        let data = owner.ask(reference, json!({ "input": input })).await;
        self.keep("reference", &data["addReference"]["reference"]["id"]);
        let invite = "mutation($org: ID!) { inviteMember(input: { organizationId: $org, email: \"khach@moi.example\", role: EDITOR }) { invitation { id } } }";
        let data = owner.ask(invite, json!({ "org": id })).await;
        self.keep("invitation", &data["inviteMember"]["invitation"]["id"]);
        let members = "query($id: ID!) { organization(id: $id) { members { id } } }";
        let data = owner.ask(members, json!({ "id": id })).await;
        self.keep("membership", &data["organization"]["members"][2]["id"]);
        app.run_jobs().await;
    }

    /// Verified, admitted to the alliance; then renamed, so that it is looked at again.
    async fn identity(&mut self, app: &TestApp) {
        let (owner, id) = (self.owner.clone(), self.owner.organization_id());
        let evidence = owner.uploaded("verification", "quyết định thành lập").await;
        self.keep("paper", &json!(evidence));
        self.verified(&owner, &[evidence]).await;
        let apply = "mutation($id: ID!) { applyForAlliance(input: { organizationId: $id, text: \"Xin tham gia.\" }) { organization { id } } }";
        owner.ask(apply, json!({ "id": id })).await;
        let admit = "mutation($input: DecideAllianceMembershipInput!) { decideAllianceMembership(input: $input) { organization { id } } }";
        let input = json!({ "organizationId": id, "decision": "APPROVED", "rule": "COMPLETE", "reason": "Phù hợp.", "decisionNumber": "01/QĐ", "decidedOn": "2026-01-01" });
        self.administrator
            .ask(admit, json!({ "input": input }))
            .await;
        app.run_jobs().await;
    }

    /// Asks the alliance to verify an organisation, which it does.
    async fn verified(&self, owner: &Client, evidence: &[String]) -> i64 {
        let id = owner.organization_id();
        let request = "mutation($id: ID!, $files: [ID!]) { requestVerification(input: { organizationId: $id, evidence: $files, note: \"Xin gửi.\" }) { organization { version } } }";
        let variables = json!({ "id": id, "files": evidence });
        let data = owner.ask(request, variables).await;
        let version = &data["requestVerification"]["organization"]["version"];
        let names = ["LEGAL_NAME", "CODE", "ADDRESS", "MANDATE", "EMAIL_DOMAIN"];
        let checklist =
            names.map(|name| json!({ "name": name, "result": "PASSED", "note": "Đủ." }));
        let decide = "mutation($input: DecideVerificationInput!) { decideVerification(input: $input) { organization { version } } }";
        let input = json!({ "organizationId": id, "version": version, "decision": "APPROVED", "rule": "COMPLETE", "checklist": checklist });
        let data = self.verifier.ask(decide, json!({ "input": input })).await;
        let version = data["decideVerification"]["organization"]["version"].as_i64();
        version.expect("a number")
    }

    /// Verified, and then another name: the alliance looks again.
    async fn renamed(&mut self, app: &TestApp) {
        let owner = self.stranger.clone();
        let version = self.verified(&owner, &[]).await;
        let update = "mutation($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { id } } }";
        let profile = json!({ "kind": "PRIVATE_CO", "legalName": { "vi": "Công ty đổi tên" }, "placeId": "vn34-31" });
        let input = json!({ "organizationId": owner.organization_id(), "version": version, "content": profile });
        owner.ask(update, json!({ "input": input })).await;
        self.keep("renamed organization", &json!(owner.organization_id()));
        app.run_jobs().await;
    }

    /// A need that nobody covers alone, and weights that were learnt.
    async fn market(&mut self, app: &TestApp) {
        let mut need = content::need();
        need["domains"] = json!(["WAT", "LGT"]);
        need["budget"] = Value::Null;
        let need = app.open_need_with(&self.owner, &self.moderator, need).await;
        for (firm, domain) in [(&self.bidder, "WAT"), (&self.stranger, "LGT")] {
            let mut offer = content::offer();
            offer["domains"] = json!([domain]);
            app.published_offer_with(firm, &self.moderator, offer).await;
        }
        self.keep("consortium need", &json!(need));
        let write = "mutation($content: ResearcherContent!) { updateResearcher(input: { version: 0, content: $content }) { researcher { id } } }";
        let profile = json!({ "headline": { "vi": "Chuyên gia chiếu sáng công cộng" }, "domains": ["ENE", "LGT"], "evaluator": true, "consortiumPartner": true });
        let expert = app.firm().await;
        expert.ask(write, json!({ "content": profile })).await;
        let consent = "mutation { setConsent(input: { purpose: PUBLIC_PROFILE, given: true }) { viewer { id } } }";
        expert.ask(consent, json!({})).await;
        app.learnt_weights("learnt-1", 1.0).await;
        let edition = "mutation { writeTaxonomy(input: { note: \"Thử.\", concepts: \"[{\\\"id\\\":\\\"power\\\",\\\"domains\\\":[\\\"ENE\\\"],\\\"vi\\\":[\\\"điện\\\"],\\\"en\\\":[\\\"power\\\"]}]\" }) { edition { id } } }";
        self.administrator.ask(edition, json!({})).await;
    }

    async fn postings(&mut self, app: &TestApp) {
        let (owner, bidder, moderator) = (&self.owner, &self.bidder, &self.moderator);
        let mut need = content::need();
        need["contractType"] = json!("BOT");
        need["brief"] = json!({
            "affected": { "vi": "Người dân 12 phường" }, "tried": { "en": "Street by street" }, "constraints": { "vi": "Giao thức mở" },
            "proposalContent": { "vi": "Kế hoạch" }, "budgetSource": "LOCAL_BUDGET", "scheme": "Đề án 950",
            "indicators": [{ "code": "7.2", "name": "Điện", "unit": "MWh", "baseline": "21", "target": "10", "dueOn": "2028-12-31" }],
            "legalBasis": [{ "number": "269/2025/NĐ-CP", "issuedOn": "2025-10-14", "title": "Nghị định" }],
        });
        let open = app.open_need_with(owner, moderator, need).await;
        clarified(app, owner, moderator, &open).await;
        let draft = app.draft_need(owner, content::need()).await;
        let mut offer = content::offer();
        offer["coverage"] = json!(["vn34-31"]);
        offer["contractTypes"] = json!(["BOT"]);
        let published = app.published_offer(bidder, moderator).await;
        let draft_offer = app.draft_offer(bidder, offer).await;
        let suggested = app.suggested_match(&open, &published).await;
        let second = app.open_need(owner, moderator).await;
        let mutual = app.suggested_match(&second, &published).await;
        let introduce =
            "mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { id } } }";
        moderator.ask(introduce, json!({ "id": mutual })).await;
        let accept = "mutation($id: ID!) { acceptMatch(input: { matchId: $id }) { match { id } } }";
        for side in [owner, bidder] {
            side.ask(accept, json!({ "id": mutual })).await;
        }
        let blocked_need = app.open_need(owner, moderator).await;
        let blocked = app.suggested_match(&blocked_need, &published).await;
        let block = "mutation($id: ID!) { blockMatch(input: { matchId: $id, rule: CONFLICT, reason: \"Cùng chủ.\" }) { match { id } } }";
        moderator.ask(block, json!({ "id": blocked })).await;
        app.run_jobs().await;
        for (name, id) in [
            ("need", open),
            ("draft need", draft),
            ("offer", published),
            ("draft offer", draft_offer),
            ("match", suggested),
            ("mutual match", mutual),
            ("blocked match", blocked),
        ] {
            self.keep(name, &json!(id));
        }
    }

    /// One that is sealed, and one that was opened and decided on.
    async fn proposals(&mut self, app: &TestApp) {
        let (owner, bidder) = (&self.owner, &self.bidder);
        let evaluated = app.open_need(owner, &self.moderator).await;
        let decided = app.draft_proposal(bidder, &evaluated).await;
        self.sections(app, &decided).await;
        bidder.attached(&decided, "bản vẽ").await;
        let submit = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 6 }) { proposal { id } } }";
        bidder.ask(submit, json!({ "id": decided })).await;
        app.run_jobs().await;
        // The clock goes back, so that the others are still open.
        app.app.clock.advance(Duration::days(31));
        let ctx = app.system();
        iforum::needs::service::close(&ctx, evaluated.parse().expect("an id"))
            .await
            .expect("closed");
        let open =
            "mutation($id: ID!) { openProposals(input: { needId: $id }) { opening { id } } }";
        for side in [owner, &self.moderator] {
            side.ask(open, json!({ "id": evaluated })).await;
        }
        let start =
            "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { id } } }";
        owner.ask(start, json!({ "id": evaluated })).await;
        let decide = "mutation($id: ID!) { decideProposal(input: { proposalId: $id, decision: NOT_SELECTED, reason: \"Giá cao.\" }) { proposal { id } } }";
        owner.ask(decide, json!({ "id": decided })).await;
        app.app.clock.advance(Duration::days(-31));
        let need = self.id("need").to_owned();
        let sealed = app.draft_proposal(bidder, &need).await;
        let write = "mutation($input: UpdateProposalInput!) { updateProposal(input: $input) { proposal { version } } }";
        let mut content = content::proposal();
        content["summary"] = json!(format!("Bản {SEALED} của chúng tôi."));
        content["approach"] = json!(format!("Cách làm {SEALED}."));
        let input = json!({ "proposalId": sealed, "version": 1, "content": content });
        bidder.ask(write, json!({ "input": input })).await;
        let submit = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 3 }) { proposal { id } } }";
        bidder.attached(&sealed, SEALED).await;
        bidder.ask(submit, json!({ "id": sealed })).await;
        app.run_jobs().await;
        for (name, id) in [
            ("evaluated need", evaluated),
            ("opened proposal", decided),
            ("sealed proposal", sealed),
        ] {
            self.keep(name, &json!(id));
        }
    }

    /// Every kind of section has something.
    async fn sections(&self, app: &TestApp, proposal: &str) {
        let add = "mutation($input: AddReferenceInput!) { addReference(input: $input) { reference { id } } }";
        let content = json!({ "project": { "vi": "Đèn khu A" }, "client": "Khu A", "year": 2023 });
        let input = json!({ "clientKey": app.key(), "organizationId": self.bidder.organization_id(), "content": content });
        let data = self.bidder.ask(add, json!({ "input": input })).await;
        let reference = data["addReference"]["reference"]["id"].clone();
        for (section, content) in [
            (
                "PRICE",
                json!({ "lines": [{ "label": "Đèn", "amount": "9000000000" }] }),
            ),
            ("REFERENCES", json!({ "referenceIds": [reference] })),
            (
                "RISKS",
                json!({ "risks": [{ "category": "DESIGN", "bearer": "PRIVATE_PARTY", "note": "Thẩm tra." }] }),
            ),
            (
                "INDICATORS",
                json!({ "indicators": [{ "name": "Điện (kWh)", "baseline": "100", "target": "50" }] }),
            ),
        ] {
            let save = "mutation($input: SaveProposalSectionInput!) { saveProposalSection(input: $input) { conflict proposal { version } } }";
            let version = i32::from(section == "PRICE");
            let input = json!({ "proposalId": proposal, "section": section, "version": version, "content": content });
            let data = self.bidder.ask(save, json!({ "input": input })).await;
            assert_eq!(data["saveProposalSection"]["conflict"], false, "{data}");
        }
    }

    /// One in force with everything in it, of which everybody knows; and one that is being drafted.
    async fn agreement(&mut self, app: &TestApp) {
        use crate::agreeing::Deal;
        let (owner, bidder) = (self.owner.clone(), self.bidder.clone());
        let moderator = self.moderator.clone();
        let drafted = app.deal_of(&owner, &bidder, &moderator).await;
        let deal = app.deal_of(&owner, &bidder, &moderator).await;
        let about = |more: Value| {
            let mut input = json!({ "clientKey": app.key(), "agreementId": deal.id });
            let fields = input.as_object_mut().expect("an object");
            fields.extend(more.as_object().cloned().unwrap_or_default());
            json!({ "input": input })
        };
        let witness = about(json!({ "name": "Người chứng" }));
        owner
            .ask(&Deal::mutation("addAgreementWitness"), witness)
            .await;
        let comment = about(json!({ "body": "Góp ý." }));
        owner
            .ask(&Deal::mutation("commentAgreement"), comment)
            .await;
        deal.signed(app).await;
        let file = bidder.uploaded("agreement", "bản quét").await;
        let scan = json!({ "input": { "agreementId": deal.id, "fileId": file } });
        bidder
            .ask(&Deal::mutation("attachAgreementScan"), scan)
            .await;
        let seen = deal.seen_by(&owner).await;
        let day = (app.app.clock.now() - Duration::days(1)).date_naive();
        let measure = json!({ "input": { "clientKey": app.key(), "indicatorId": seen["indicators"][0]["id"], "value": 7.5, "measuredOn": day } });
        bidder
            .ask(&Deal::mutation("recordMeasurement"), measure)
            .await;
        let pay = about(
            json!({ "kind": "MONEY", "amount": "5000000", "description": "Đợt 1.", "givenOn": day }),
        );
        owner.ask(&Deal::mutation("recordPayment"), pay).await;
        app.run_jobs().await;
        self.keep("agreement", &json!(deal.id));
        self.keep("agreement's hash", &seen["signedHash"]);
        self.keep("drafted agreement", &json!(drafted.id));
        self.keep("agreed match", &json!(deal.found));
    }

    /// A draft that a partner is in, with the stranger asked as well; and who is interested in the need.
    async fn consortium(&mut self, app: &TestApp) {
        let (bidder, stranger) = (self.bidder.clone(), self.stranger.clone());
        let partner = app.firm().await;
        let need = app.open_need(&self.owner, &self.moderator).await;
        let draft = app.draft_proposal(&bidder, &need).await;
        let invite = "mutation($input: InviteToProposalInput!) { inviteToProposal(input: $input) { proposal { consortium { members { id } } } } }";
        let mut members = Value::Null;
        for who in [&partner, &stranger] {
            let input = json!({ "clientKey": app.key(), "proposalId": draft, "organizationId": who.organization_id(), "role": "Lắp đặt", "sharePercent": 30 });
            let data = bidder.ask(invite, json!({ "input": input })).await;
            members = data["inviteToProposal"]["proposal"]["consortium"]["members"].clone();
        }
        let answer = "mutation($id: ID!) { answerProposalInvitation(input: { memberId: $id, accept: true }) { member { id } } }";
        partner.ask(answer, json!({ "id": members[0]["id"] })).await;
        let register = "mutation($input: RegisterInterestInput!) { registerInterest(input: $input) { interest { id } } }";
        for (who, public) in [(&bidder, true), (&stranger, false)] {
            let input = json!({ "clientKey": app.key(), "needId": need, "organizationId": who.organization_id(), "isPublic": public, "seeksPartners": public, "note": "Cần đơn vị lắp đặt." });
            let data = who.ask(register, json!({ "input": input })).await;
            let id = &data["registerInterest"]["interest"]["id"];
            self.keep(
                if public {
                    "interest"
                } else {
                    "private interest"
                },
                id,
            );
        }
        app.run_jobs().await;
        self.keep("need of interest", &json!(need));
        self.keep("common draft", &json!(draft));
        self.keep("member", &members[0]["id"]);
        self.keep("invited member", &members[1]["id"]);
    }

    /// A need with criteria that was evaluated by a panel and decided, and a bidder who asks for a review.
    async fn evaluation(&mut self, app: &TestApp) {
        let other = app.firm().await;
        let judges = (&self.editor, &self.verifier);
        let firms = [&other, &self.bidder];
        let panel = app
            .panel_of(&self.owner, &self.moderator, judges, firms, true)
            .await;
        panel.open(app).await;
        panel.start(app).await;
        // Who has dealt with a bidder before says so.
        for who in panel.judges() {
            panel.disclose_all(who).await;
        }
        panel.confer(app).await;
        panel.approve(app).await;
        panel.decide(app).await;
        let review = panel.asked(app).await;
        self.keep("need with criteria", &json!(panel.need));
        self.keep("evaluated proposal", &json!(panel.proposals[1]));
        self.keep("outcome review", &review);
    }

    async fn decisions(&mut self, app: &TestApp) {
        let newest = |kind: &'static str| {
            let moderator = self.moderator.clone();
            async move {
                let query = "query($kind: ReviewKind) { reviews(filter: { kind: $kind }, last: 1) { nodes { id } } }";
                let data = moderator.ask(query, json!({ "kind": kind })).await;
                data["reviews"]["nodes"][0]["id"].clone()
            }
        };
        let (owner, moderator) = (&self.owner, &self.moderator);
        let sent_back = app.draft_need(owner, content::need()).await;
        let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
        owner.ask(submit, json!({ "id": sent_back })).await;
        let back = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: CHANGES_REQUESTED, rule: OTHER, reason: \"Chưa rõ.\" }) { need { id } } }";
        moderator.ask(back, json!({ "id": sent_back })).await;
        let decision = newest("NEED").await;
        let appeal = "mutation($id: ID!) { appeal(input: { reviewId: $id, text: \"Không đúng.\" }) { review { id } } }";
        let data = owner.ask(appeal, json!({ "id": decision })).await;
        let appealed = data["appeal"]["review"]["id"].clone();
        let hidden = app.open_need(owner, moderator).await;
        let report = "mutation($id: ID!, $key: String!) { reportAbuse(input: { clientKey: $key, needId: $id, rule: MISLEADING, text: \"Sai sự thật.\" }) { reported } }";
        let variables = json!({ "id": hidden, "key": app.key() });
        self.stranger.ask(report, variables).await;
        let upheld = newest("REPORT").await;
        let uphold = "mutation($id: ID!) { decideReport(input: { reviewId: $id, decision: UPHELD, rule: MISLEADING, reason: \"Sai.\" }) { review { id } } }";
        moderator.ask(uphold, json!({ "id": upheld })).await;
        let variables = json!({ "id": self.id("need"), "key": app.key() });
        self.stranger.ask(report, variables).await;
        let waiting = newest("REPORT").await;
        let claim =
            "mutation($id: ID!) { claimReview(input: { reviewId: $id }) { review { id } } }";
        moderator.ask(claim, json!({ "id": waiting })).await;
        let suspended = app.suspended_firm().await.organization_id();
        let (from, into) = (app.firm().await, app.firm().await);
        let propose = "mutation($from: ID!, $into: ID!, $key: String!) { proposeMerge(input: { clientKey: $key, fromId: $from, intoId: $into, reason: \"Là một.\" }) { review { id } } }";
        let variables = json!({ "from": from.organization_id(), "into": into.organization_id(), "key": app.key() });
        let data = self.administrator.ask(propose, variables).await;
        let merge = data["proposeMerge"]["review"]["id"].clone();
        let similar = app.key();
        let create = "mutation($key: String!) { createOrganization(input: { clientKey: $key, newOrganization: { kind: PRIVATE_CO, legalName: { vi: \"Uỷ Ban Nhân Dân Thành Phố Minh Họa\" }, acknowledgeSimilarName: true } }) { organization { id } } }";
        let founder = app.person("founder", None).await;
        let data = founder.ask(create, json!({ "key": similar })).await;
        let unseen = data["createOrganization"]["organization"]["id"].clone();
        app.run_jobs().await;
        for (name, id) in [
            ("sent back need", json!(sent_back)),
            ("hidden need", json!(hidden)),
            ("decision", decision),
            ("appeal", appealed),
            ("upheld report", upheld),
            ("waiting report", waiting),
            ("merge", merge),
            ("suspended organization", json!(suspended)),
            ("unseen organization", unseen),
        ] {
            self.keep(name, &id);
        }
    }

    /// One that neighbours are asked about, of whom one declined; and one that was agreed.
    async fn joint_calls(&mut self, app: &TestApp) {
        let (owner, moderator) = (self.owner.clone(), self.moderator.clone());
        let (neighbour, unwilling) = (app.officer().await, app.officer().await);
        app.open_need(&neighbour, &moderator).await;
        let need = app.open_need(&unwilling, &moderator).await;
        let (waiting, own) = app.joint_call_of(&need, &owner).await;
        let answer = "mutation($input: AnswerJointCallInput!) { answerJointCall(input: $input) { jointCall { id } } }";
        let no = json!({ "jointCallId": waiting, "needId": need, "consent": false, "reason": "Chưa có kinh phí." });
        unwilling.ask(answer, json!({ "input": no })).await;
        let yes = |call: &str, need: &str| json!({ "input": { "jointCallId": call, "needId": need, "consent": true } });
        owner.ask(answer, yes(&waiting, &own)).await;
        let other = app
            .open_need_with(&neighbour, &moderator, content::water_need())
            .await;
        let need = app
            .open_need_with(&owner, &moderator, content::water_need())
            .await;
        let (agreed, _) = app.joint_call_of(&need, &owner).await;
        owner.ask(answer, yes(&agreed, &need)).await;
        neighbour.ask(answer, yes(&agreed, &other)).await;
        app.run_jobs().await;
        for (name, id) in [
            ("joint call", waiting),
            ("agreed joint call", agreed),
            ("joint need", need),
        ] {
            self.keep(name, &json!(id));
        }
    }

    /// What a person has of her own: the owner.
    async fn account(&mut self, app: &TestApp) {
        let owner = &self.owner;
        let write = "mutation($content: ResearcherContent!) { updateResearcher(input: { version: 0, content: $content }) { researcher { id } } }";
        let profile = json!({
            "headline": { "vi": "Chuyên gia" }, "biography": { "vi": "Lâu năm." },
            "organizationId": owner.organization_id(), "orcid": "https://orcid.org/0000-0002-1825-0097",
            "domains": ["ENE"], "keywords": ["đèn"], "languages": ["vi"], "evaluator": true, "consortiumPartner": true,
            "interests": "Cổ đông.", "publications": [{ "title": "Bài", "year": 2025, "doi": "10.1000/182", "venue": "Tạp chí", "url": "https://bai.example" }],
        });
        let data = owner.ask(write, json!({ "content": profile })).await;
        let public = data["updateResearcher"]["researcher"]["id"].clone();
        let consent = "mutation { setConsent(input: { purpose: PUBLIC_PROFILE, given: true }) { viewer { id } } }";
        owner.ask(consent, json!({})).await;
        let data = self
            .bidder
            .ask(write, json!({ "content": { "headline": { "vi": "Kín" }, "affiliation": "Viện", "evaluator": true, "consortiumPartner": true } }))
            .await;
        let private = data["updateResearcher"]["researcher"]["id"].clone();
        let search = "mutation { saveSearch(input: { clientKey: \"0b0f1f2e-7b1a-4a53-9f0e-3f3f6a2f9c11\", name: \"Đèn\", query: \"đèn\", filter: { domains: [\"ENE\"], budget: { max: \"9000\" } }, frequency: DAILY }) { savedSearch { id } } }";
        owner.ask(search, json!({})).await;
        // Who has signed an agreement has one already.
        app.with_second_factor(owner).await;
        let token = "mutation($at: DateTime!) { createAccessToken(input: { name: \"máy\", scopes: [READ], expiresAt: $at }) { accessToken { id } } }";
        let at = (app.app.clock.now() + Duration::days(9)).to_rfc3339();
        let data = owner.ask(token, json!({ "at": at })).await;
        let token = data["createAccessToken"]["accessToken"]["id"].clone();
        let change = "mutation { requestEmailChange(input: { email: \"moi@minhhoa.example\" }) { viewer { id } } }";
        owner.ask(change, json!({})).await;
        let data = owner
            .ask("{ viewer { id sessions { id } } }", json!({}))
            .await;
        app.run_jobs().await;
        let session = data["viewer"]["sessions"][0]["id"].clone();
        for (name, id) in [
            ("researcher", public),
            ("private researcher", private),
            ("access token", token),
            ("session", session),
            ("person", data["viewer"]["id"].clone()),
        ] {
            self.keep(name, &id);
        }
    }
}

/// Somebody asks about an open need, twice: one is answered, the other hidden; something is added to it.
async fn clarified(app: &TestApp, owner: &Client, moderator: &Client, need: &str) {
    let asker = app.firm().await;
    app.verify(&asker).await;
    let ask =
        "mutation($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } } }";
    let mut asked = Vec::new();
    for text in ["Có dữ liệu không?", "Giám đốc là ai?"] {
        let input = json!({ "clientKey": app.key(), "needId": need, "organizationId": asker.organization_id(), "text": text });
        let data = asker.ask(ask, json!({ "input": input })).await;
        asked.push(data["askQuestion"]["question"]["id"].clone());
    }
    let answer = "mutation($input: AnswerQuestionInput!) { answerQuestion(input: $input) { question { id } } }";
    let input =
        json!({ "clientKey": app.key(), "questionId": asked[0], "version": 1, "text": "Có." });
    owner.ask(answer, json!({ "input": input })).await;
    let hide =
        "mutation($input: HideQuestionInput!) { hideQuestion(input: $input) { question { id } } }";
    let input = json!({ "clientKey": app.key(), "questionId": asked[1], "version": 1, "reason": "Hỏi về người." });
    moderator.ask(hide, json!({ "input": input })).await;
    let add = "mutation($input: PublishAddendumInput!) { publishAddendum(input: $input) { addendum { id } } }";
    let version = "query($id: ID!) { need(id: $id) { version } }";
    let version = owner.ask(version, json!({ "id": need })).await["need"]["version"].clone();
    let input = json!({ "clientKey": app.key(), "needId": need, "version": version, "text": { "vi": "Thêm một phường." }, "closesAt": (crate::beginning() + Duration::days(31)).to_rfc3339() });
    owner.ask(add, json!({ "input": input })).await;
}
