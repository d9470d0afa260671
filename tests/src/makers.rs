//! People and things to begin with. People are made beside the front door (hashing passwords takes
//! long), things through it.

use iforum::accounts::StaffRole;
use iforum::accounts::entity::user_account;
use iforum::accounts::store;
use iforum::db;
use iforum::ids::{SessionId, UserId};
use iforum::organizations::service::{NewOrganization, add_member, create};
use iforum::organizations::{
    self, MembershipRole, MembershipStatus, OrganizationKind, Verification,
};
use iforum::sessions::entity::session;
use iforum::sessions::tokens::Bearer;
use iforum::sessions::{self, SignInMethod};
use iforum::text::{BilingualTextInput, Locale};
use iforum::{matches, weights};
use serde_json::{Value, json};

use crate::{Client, TestApp};

/// Contents that are complete.
pub mod content {
    use serde_json::{Value, json};

    /// A need of Hải Phòng about street lights; closes after thirty days.
    pub fn need() -> Value {
        let closes_at = crate::beginning() + chrono::Duration::days(30);
        json!({
            "title": { "vi": "Giảm tiền điện chiếu sáng công cộng", "en": "Lower the cost of street lighting" },
            "summary": { "vi": "Đèn đường cũ tốn điện và hay hỏng.", "en": "Old street lights waste power and fail often." },
            "description": { "vi": "Cần giảm một nửa điện năng chiếu sáng và biết ngay khi đèn hỏng." },
            "placeId": "vn34-31",
            "domains": ["ENE", "LGT"],
            "budget": { "min": "5000000000", "max": "20000000000" },
            "deliveryModel": "SERVICE_LEASE",
            "maturityTarget": 2,
            "closesAt": closes_at.to_rfc3339(),
        })
    }

    /// A need of Hải Phòng about water losses.
    pub fn water_need() -> Value {
        let mut need = need();
        need["title"] = json!({ "vi": "Giảm thất thoát nước sạch" });
        need["summary"] = json!({ "vi": "Đường ống cũ rò rỉ, không ai biết ở đâu." });
        need["description"] = json!({ "vi": "Cần đồng hồ đo xa và phát hiện rò rỉ sớm." });
        need["domains"] = json!(["WAT"]);
        need
    }

    /// An offer of connected street lights, in the whole country.
    pub fn offer() -> Value {
        json!({
            "title": { "vi": "Đèn đường LED kết nối", "en": "Connected LED street lighting" },
            "summary": { "vi": "Chiếu sáng công cộng tiết kiệm điện, báo hỏng tự động.", "en": "Street lighting that saves power and reports faults." },
            "domains": ["ENE", "LGT"],
            "price": { "min": "4000000000", "max": "15000000000" },
            "deliveryModels": ["SERVICE_LEASE"],
            "maturity": "DEPLOYED",
            "references": [{ "name": "Khu đô thị mới", "placeId": "vn34-31", "year": 2024 }],
        })
    }

    /// A proposal in Vietnamese.
    pub fn proposal() -> Value {
        json!({
            "language": "VI",
            "summary": "Thay 5.000 bộ đèn và quản lý từ xa.",
            "approach": "Khảo sát, lắp đặt theo đợt, vận hành theo chất lượng dịch vụ.",
            "priceAmount": "9000000000",
            "durationMonths": 12,
        })
    }
}

/// A sound PDF that says this.
pub fn pdf(text: &str) -> Vec<u8> {
    format!("%PDF-1.7\n% {text}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n").into()
}

impl TestApp {
    /// Every file below the storage folder, with its bytes.
    pub fn stored(&self) -> Vec<(String, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.app.config.storage_folder().join("files")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    found.push((name, std::fs::read(entry.path()).expect("a file")));
                }
            }
        }
        found
    }

    /// Nobody.
    pub fn visitor(&self) -> Client {
        Client::visitor(self.router.clone())
    }

    /// Owner of a province's People's Committee.
    pub async fn officer(&self) -> Client {
        self.member("officer", OrganizationKind::ProvPc, MembershipRole::Owner)
            .await
    }

    /// Owner of a firm.
    pub async fn firm(&self) -> Client {
        self.member("firm", OrganizationKind::PrivateCo, MembershipRole::Owner)
            .await
    }

    /// The alliance's moderator.
    pub async fn moderator(&self) -> Client {
        self.person("moderator", Some(StaffRole::Moderator)).await
    }

    /// The alliance's verifier.
    pub async fn verifier(&self) -> Client {
        self.person("verifier", Some(StaffRole::Verifier)).await
    }

    /// Owner of a firm that the alliance has suspended.
    pub async fn suspended_firm(&self) -> Client {
        let firm = self.firm().await;
        self.suspend(&firm).await;
        firm
    }

    /// Suspends somebody's organisation, by an administrator made for it.
    pub async fn suspend(&self, of: &Client) {
        let suspend = "mutation($id: ID!) { suspendOrganization(input: { organizationId: $id, rule: IMPERSONATION, reason: \"Mạo danh.\" }) { organization { id } } }";
        let administrator = self.administrator().await;
        let id = json!({ "id": of.organization_id() });
        administrator.ask(suspend, id).await;
        self.run_jobs().await;
    }

    /// The alliance's administrator.
    pub async fn administrator(&self) -> Client {
        self.person("admin", Some(StaffRole::Administrator)).await
    }

    /// Somebody in a new organisation of this kind.
    pub async fn member(&self, name: &str, kind: OrganizationKind, role: MembershipRole) -> Client {
        let client = self.person(name, None).await;
        let ctx = self.system();
        let txn = ctx.begin().await.expect("begun");
        let legal_name = BilingualTextInput {
            vi: Some(format!("Tổ chức của {name}")),
            en: Some(format!("{name} Ltd")),
        };
        let new = NewOrganization {
            kind,
            legal_name,
            summary: BilingualTextInput::default(),
            tax_code: None,
            place_id: Some("vn34-31".into()),
            website: None,
            establishment_code: None,
            acknowledge_similar_name: false,
        };
        let organization = create(&ctx, &txn, new).await.expect("created");
        let user = client.user.expect("a person");
        let role = (role, MembershipStatus::Active);
        add_member(&ctx, &txn, organization, user, role)
            .await
            .expect("added");
        txn.commit().await.expect("committed");
        Client {
            organization: Some(organization),
            ..client
        }
    }

    /// The alliance has verified the organisation.
    pub async fn verify(&self, of: &Client) {
        let ctx = self.system();
        let txn = ctx.begin().await.expect("begun");
        let id = of.organization.expect("a member");
        let mut row = organizations::store::lock(&txn, id).await.expect("there");
        row.verification = Verification::Verified;
        organizations::store::update(&txn, row)
            .await
            .expect("saved");
        txn.commit().await.expect("committed");
    }

    /// The organisation has its seat in another province.
    pub async fn moved(&self, of: &Client, place: &str) {
        let ctx = self.system();
        let txn = ctx.begin().await.expect("begun");
        let id = of.organization.expect("a member");
        let mut row = organizations::store::lock(&txn, id).await.expect("there");
        row.place_id = Some(place.to_owned());
        organizations::store::update(&txn, row)
            .await
            .expect("saved");
        txn.commit().await.expect("committed");
    }

    /// Another person in the organisation of `of`.
    pub async fn colleague(&self, of: &Client, role: MembershipRole) -> Client {
        let client = self.person("colleague", None).await;
        let organization = of.organization.expect("a member");
        let ctx = self.system();
        let txn = ctx.begin().await.expect("begun");
        let role = (role, MembershipStatus::Active);
        let user = client.user.expect("a person");
        add_member(&ctx, &txn, organization, user, role)
            .await
            .expect("added");
        txn.commit().await.expect("committed");
        Client {
            organization: Some(organization),
            ..client
        }
    }

    /// A signed-in person without an organisation.
    pub async fn person(&self, name: &str, staff_role: Option<StaffRole>) -> Client {
        let id = UserId(self.app.ids.next());
        let email = format!("{name}-{}@example.test", &id.0.simple().to_string()[24..]);
        let now = self.app.clock.now();
        let txn = db::begin(&self.app.db, &self.app.bus).await.expect("begun");
        let user = user_account::Model {
            id,
            email: email.clone(),
            email_normalized: email.clone(),
            name: format!("Người {name}"),
            locale: Locale::Vi,
            staff_role,
            suspended_at: None,
            closed_at: None,
            created_at: now,
            updated_at: now,
        };
        store::insert(&txn, user).await.expect("inserted");
        let session_id = SessionId(self.app.ids.next());
        let session = session::Model {
            id: session_id,
            user_id: id,
            user_agent: None,
            address: None,
            device_id: None,
            method: SignInMethod::Password,
            created_at: now,
            last_used_at: now,
            confirmed_at: now,
            // Staff have a second factor; the others have none to give.
            strong_at: staff_role.map(|_| now),
            revoked_at: None,
        };
        sessions::store::insert_session(&txn, session)
            .await
            .expect("inserted");
        txn.commit().await.expect("committed");
        let bearer = Bearer {
            user: id,
            session: session_id,
        };
        let (token, _) = self.app.tokens.issue(bearer).expect("a token");
        Client {
            token: Some(token),
            user: Some(id),
            email,
            ..self.visitor()
        }
    }

    /// A key that nobody has used.
    pub fn key(&self) -> String {
        format!("key-{}", self.app.ids.next())
    }

    /// A need that the alliance has published.
    pub async fn open_need(&self, officer: &Client, moderator: &Client) -> String {
        self.open_need_with(officer, moderator, content::need())
            .await
    }

    /// As [`TestApp::open_need`], with this content.
    pub async fn open_need_with(
        &self,
        officer: &Client,
        moderator: &Client,
        content: Value,
    ) -> String {
        let need = self.draft_need(officer, content).await;
        let submit =
            "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { status } } }";
        self.justify_flags(officer, &need).await;
        officer.ask(submit, json!({ "id": need })).await;
        let approve = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { status } } }";
        moderator.ask(approve, json!({ "id": need })).await;
        self.run_jobs().await;
        need
    }

    /// Says of everything that would hold a draft up that it is right as it is.
    pub async fn justify_flags(&self, officer: &Client, need: &str) {
        let query =
            "query($id: ID!) { need(id: $id) { version flags { code severity justification } } }";
        let data = officer.ask(query, json!({ "id": need })).await;
        let flags = data["need"]["flags"].as_array().expect("flags");
        let justify = "mutation($input: JustifyNeedFlagInput!) { justifyNeedFlag(input: $input) { need { id } } }";
        for flag in flags {
            if flag["severity"] == "WARNS" && flag["justification"].is_null() {
                let input = json!({ "clientKey": self.key(), "needId": need, "version": data["need"]["version"], "code": flag["code"], "text": "Bài kiểm thử cần đúng như vậy." });
                officer.ask(justify, json!({ "input": input })).await;
            }
        }
    }

    /// A need that only its owner knows.
    pub async fn draft_need(&self, officer: &Client, content: Value) -> String {
        let create =
            "mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }";
        let input = json!({ "clientKey": self.key(), "organizationId": officer.organization_id(), "content": content });
        let data = officer.ask(create, json!({ "input": input })).await;
        data["createNeed"]["need"]["id"]
            .as_str()
            .expect("an id")
            .to_owned()
    }

    /// An offer that only its owner knows.
    pub async fn draft_offer(&self, firm: &Client, content: Value) -> String {
        let create =
            "mutation($input: CreateOfferInput!) { createOffer(input: $input) { offer { id } } }";
        let input = json!({ "clientKey": self.key(), "organizationId": firm.organization_id(), "content": content });
        let data = firm.ask(create, json!({ "input": input })).await;
        data["createOffer"]["offer"]["id"]
            .as_str()
            .expect("an id")
            .to_owned()
    }

    /// An offer that the alliance has published.
    pub async fn published_offer(&self, firm: &Client, moderator: &Client) -> String {
        self.published_offer_with(firm, moderator, content::offer())
            .await
    }

    /// As [`TestApp::published_offer`], with this content.
    pub async fn published_offer_with(
        &self,
        firm: &Client,
        moderator: &Client,
        content: Value,
    ) -> String {
        let offer = self.draft_offer(firm, content).await;
        let submit =
            "mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { status } } }";
        firm.ask(submit, json!({ "id": offer })).await;
        let approve = "mutation($id: ID!) { reviewOffer(input: { offerId: $id, decision: APPROVED, rule: COMPLETE }) { offer { status } } }";
        moderator.ask(approve, json!({ "id": offer })).await;
        self.run_jobs().await;
        offer
    }

    /// Weights that somebody learnt: only text and domain count, text this much more than its default.
    pub async fn learnt_weights(&self, version: &str, text: f64) -> String {
        let points = std::collections::BTreeMap::from([
            ("text".to_owned(), 50.0 * text),
            ("domain".to_owned(), 50.0),
        ]);
        let row = weights::WeightsVersion {
            id: iforum::ids::WeightsId(self.app.ids.next()),
            version: version.to_owned(),
            offers: weights::entity::NamedPoints(points.clone()),
            experts: weights::entity::NamedPoints(points),
            lesson: Some(weights::entity::StoredLesson(matching::Lesson {
                points: [0.0; matching::FactorKey::COUNT],
                decisions: 40,
                groups: 12,
                pairs: 60,
                before: 0.6,
                after: 0.7,
                gain: 0.1,
                interval: (0.02, 0.18),
            })),
            created_at: self.app.clock.now(),
            created_by: None,
            adopted_at: None,
            adopted_by: None,
        };
        weights::store::insert(&self.app.db, row.clone())
            .await
            .expect("inserted");
        row.id.to_string()
    }

    /// The match of a published need and offer; put before the alliance by hand when the engine
    /// found enough better ones.
    pub async fn suggested_match(&self, need: &str, offer: &str) -> String {
        let ctx = self.system();
        let (need, offer) = (need.parse().expect("an id"), offer.parse().expect("an id"));
        matches::service::suggest_pair(&ctx, need, offer)
            .await
            .expect("a pair that fits");
        let known = matches::store::lock_of_need(&self.app.db, need)
            .await
            .expect("asked");
        let found = known.into_iter().find(|found| found.offer_id == offer);
        found.expect("a match").id.to_string()
    }

    /// The newest joint call with this need, and this organisation's need in it.
    pub async fn joint_call_of(&self, need: &str, owner: &Client) -> (String, String) {
        let query = "query($need: ID!) { jointCalls(first: 1, filter: { needId: $need }) { nodes { id parts { need { id } organization { id } } } } }";
        let moderator = self.moderator().await;
        let data = moderator.ask(query, json!({ "need": need })).await;
        let call = &data["jointCalls"]["nodes"][0];
        let parts = call["parts"].as_array().expect("a joint call");
        let own = owner.organization_id();
        let part = parts.iter().find(|part| part["organization"]["id"] == own);
        let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
        (id(call), id(&part.expect("a part")["need"]))
    }

    /// A proposal that only its bidder knows.
    pub async fn draft_proposal(&self, firm: &Client, need: &str) -> String {
        let create = "mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id } } }";
        let input = json!({ "clientKey": self.key(), "needId": need, "organizationId": firm.organization_id(), "content": content::proposal() });
        let data = firm.ask(create, json!({ "input": input })).await;
        data["createProposal"]["proposal"]["id"]
            .as_str()
            .expect("an id")
            .to_owned()
    }

    /// Both sides open the proposals of a need that has closed: its owner, and a moderator made for it.
    pub async fn open_proposals(&self, owner: &Client, need: &str) {
        let open = "mutation($id: ID!) { openProposals(input: { needId: $id }) { opening { completedAt } } }";
        let id = json!({ "id": need });
        owner.ask(open, id.clone()).await;
        let data = self.moderator().await.ask(open, id).await;
        let completed = &data["openProposals"]["opening"]["completedAt"];
        assert!(completed.is_string(), "{data}");
        self.run_jobs().await;
    }

    /// A proposal that was handed in and is sealed.
    pub async fn submitted_proposal(&self, firm: &Client, need: &str) -> String {
        let proposal = self.draft_proposal(firm, need).await;
        let submit = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { status } } }";
        firm.ask(submit, json!({ "id": proposal })).await;
        self.run_jobs().await;
        proposal
    }
}
