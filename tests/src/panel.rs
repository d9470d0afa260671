//! A need with criteria, its panel of three, and the way from its opening to the outcome.

use chrono::Duration;
use serde_json::{Value, json};

use crate::{Client, TestApp, content};

/// A need with criteria and who has to do with it.
pub struct Panel {
    /// The need.
    pub need: String,
    /// Writes for its owner.
    pub owner: Client,
    /// Leads the panel.
    pub chair: Client,
    /// Sits there for the alliance.
    pub second: Client,
    /// Sits there as a researcher.
    pub expert: Client,
    /// Who bid.
    pub firms: Vec<Client>,
    /// Their proposals.
    pub proposals: Vec<String>,
}

/// What everybody may ask of an evaluation.
pub const EVALUATION: &str = "query($id: ID!) { evaluation(id: $id) { id status masked round lacks { vi en } scoresDueAt decisionReason viewerCan criteria { id name { vi } weight kind }
    panel { id name seatKind chair status counts sheet reason declaredInterest conflicts { kind blocks organization { id } ofMember { vi en } ofBidder { vi } disclosed } }
    candidates { userId name seatKind } viewerSeat { id }
    bids { label proposalId organization { id legalName { vi } } summary approach durationMonths price { amount } shortlisted interviewNote selected total rank viewerScores { criterionId score comment }
        lines { criterionId weight score points note spread farApart scores { memberId name score comment } } } } }";
/// Names a step's evaluation.
const STEP: &str = "evaluation { id status }";

/// Three criteria: 50 and 20 of quality, 30 of price.
pub fn criteria() -> Value {
    json!([
        { "name": { "vi": "Giải pháp", "en": "Solution" }, "description": { "vi": "Giảm điện năng bao nhiêu, bằng cách nào." }, "weight": 50, "kind": "QUALITY" },
        { "name": { "vi": "Đội ngũ" }, "weight": 20, "kind": "QUALITY" },
        { "name": { "vi": "Giá" }, "weight": 30, "kind": "PRICE" },
    ])
}

impl TestApp {
    /// A draft with criteria.
    pub async fn need_with_criteria(&self, owner: &Client, anonymous: bool) -> String {
        let need = self.draft_need(owner, content::need()).await;
        let set = "mutation($input: SetCriteriaInput!) { setCriteria(input: $input) { criteria { id } } }";
        let input =
            json!({ "needId": need, "version": 0, "anonymous": anonymous, "criteria": criteria() });
        owner.ask(set, json!({ "input": input })).await;
        need
    }

    /// A researcher whom everybody sees and who may be asked to evaluate.
    pub async fn evaluator(&self) -> Client {
        let expert = self.person("expert", None).await;
        let write = "mutation { updateResearcher(input: { version: 0, content: { headline: { vi: \"Chuyên gia chiếu sáng\" }, evaluator: true, consortiumPartner: false } }) { researcher { id } } }";
        expert.ask(write, json!({})).await;
        let consent = "mutation { setConsent(input: { purpose: PUBLIC_PROFILE, given: true }) { viewer { id } } }";
        expert.ask(consent, json!({})).await;
        expert
    }

    /// An open need with criteria, two proposals of 9 and 12 billion, and three who accepted to evaluate
    /// them: the owner's, the alliance's and a researcher.
    pub async fn panel_of(
        &self,
        owner: &Client,
        moderator: &Client,
        (chair, second): (&Client, &Client),
        firms: [&Client; 2],
        anonymous: bool,
    ) -> Panel {
        let need = self.need_with_criteria(owner, anonymous).await;
        let submit = "mutation($id: ID!) { submitNeed(input: { needId: $id }) { need { id } } }";
        owner.ask(submit, json!({ "id": need })).await;
        let approve = "mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }";
        moderator.ask(approve, json!({ "id": need })).await;
        self.run_jobs().await;
        let mut proposals = Vec::new();
        for (firm, price) in firms.iter().zip(["9000000000", "12000000000"]) {
            let create = "mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id } } }";
            let mut content = content::proposal();
            content["priceAmount"] = json!(price);
            content["summary"] = json!(format!("Đề xuất giá {price}"));
            let input = json!({ "clientKey": self.key(), "needId": need, "organizationId": firm.organization_id(), "content": content });
            let data = firm.ask(create, json!({ "input": input })).await;
            let id = data["createProposal"]["proposal"]["id"].clone();
            let submit = "mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { id } } }";
            firm.ask(submit, json!({ "id": id })).await;
            proposals.push(id.as_str().expect("an id").to_owned());
        }
        let panel = Panel {
            need,
            owner: owner.clone(),
            chair: chair.clone(),
            second: second.clone(),
            expert: self.evaluator().await,
            firms: firms.map(Clone::clone).to_vec(),
            proposals,
        };
        for (who, leads) in [
            (&panel.chair, true),
            (&panel.second, false),
            (&panel.expert, false),
        ] {
            panel.invite(who, leads).await;
            panel.accept(who).await;
        }
        self.run_jobs().await;
        panel
    }

    /// As [`TestApp::panel_of`], with people made for it.
    pub async fn panel(&self, anonymous: bool) -> Panel {
        use iforum::organizations::MembershipRole;
        let (owner, moderator) = (self.officer().await, self.moderator().await);
        let chair = self.colleague(&owner, MembershipRole::Viewer).await;
        let (second, firms) = (
            self.moderator().await,
            [self.firm().await, self.firm().await],
        );
        let judges = (&chair, &second);
        self.panel_of(
            &owner,
            &moderator,
            judges,
            [&firms[0], &firms[1]],
            anonymous,
        )
        .await
    }
}

impl Panel {
    /// The need's id, as variables.
    pub fn id(&self) -> Value {
        json!({ "id": self.need })
    }

    /// The three who evaluate.
    pub fn judges(&self) -> [&Client; 3] {
        [&self.chair, &self.second, &self.expert]
    }

    /// The evaluation as somebody sees it.
    pub async fn seen_by(&self, who: &Client) -> Value {
        who.ask(EVALUATION, self.id()).await["evaluation"].clone()
    }

    /// Invites somebody.
    pub async fn invite(&self, who: &Client, chair: bool) {
        let query = format!(
            "mutation($id: ID!, $user: ID!, $chair: Boolean!) {{ invitePanelMember(input: {{ needId: $id, userId: $user, chair: $chair }}) {{ {STEP} }} }}"
        );
        let user = who.user.expect("a person").to_string();
        let variables = json!({ "id": self.need, "user": user, "chair": chair });
        self.owner.ask(&query, variables).await;
    }

    /// Accepts the invitation.
    pub async fn accept(&self, who: &Client) {
        let query = format!(
            "mutation($id: ID!) {{ answerPanelInvitation(input: {{ needId: $id, accept: true, declaredInterest: \"Không có.\" }}) {{ {STEP} }} }}"
        );
        who.ask(&query, self.id()).await;
    }

    /// A mutation that takes nothing but the need.
    pub fn step(name: &str) -> String {
        format!("mutation($id: ID!) {{ {name}(input: {{ needId: $id }}) {{ {STEP} }} }}")
    }

    /// The deadline passes and the proposals are opened; then the clock goes back, so that others stay open.
    pub async fn open(&self, app: &TestApp) {
        app.app.clock.advance(Duration::days(31));
        iforum::needs::service::close(&app.system(), self.need.parse().expect("an id"))
            .await
            .expect("closed");
        app.app.clock.advance(Duration::days(-31));
        app.open_proposals(&self.owner, &self.need).await;
    }

    /// The owner begins the evaluation of opened proposals.
    pub async fn start(&self, app: &TestApp) {
        let start =
            "mutation($id: ID!) { startEvaluation(input: { needId: $id }) { need { id } } }";
        self.owner.ask(start, self.id()).await;
        app.run_jobs().await;
    }

    /// Letters, each with the price behind it; read from the database as nobody in the panel can.
    pub async fn label_of(&self, app: &TestApp, firm: usize) -> String {
        let db = &app.app.db;
        let bids = iforum::evaluations::store::bids(db, self.need.parse().expect("an id")).await;
        let bids = bids.expect("bids");
        let own = bids
            .iter()
            .find(|bid| bid.proposal_id.to_string() == self.proposals[firm]);
        iforum::evaluations::rules::label(own.expect("a bid").place)
    }

    /// Criteria of quality, by id.
    pub async fn quality(&self) -> Vec<String> {
        let query = "query($id: ID!) { needCriteria(id: $id) { criteria { id kind } } }";
        let data = self.owner.ask(query, self.id()).await;
        let all = data["needCriteria"]["criteria"]
            .as_array()
            .expect("criteria");
        let quality = all.iter().filter(|one| one["kind"] == "QUALITY");
        quality
            .map(|one| one["id"].as_str().expect("an id").to_owned())
            .collect()
    }

    /// Variables that save scores of the bid of a firm, the same for all criteria.
    pub async fn scores(&self, app: &TestApp, firm: usize, score: i32) -> Value {
        let scores: Vec<Value> = self
            .quality()
            .await
            .iter()
            .map(|id| json!({ "criterionId": id, "score": score, "comment": format!("Nhận xét {score}") }))
            .collect();
        let label = self.label_of(app, firm).await;
        json!({ "input": { "needId": self.need, "label": label, "scores": scores } })
    }

    /// Somebody scores both bids and hands in.
    pub async fn score(&self, app: &TestApp, who: &Client, scores: [i32; 2]) {
        for (firm, score) in scores.into_iter().enumerate() {
            who.ask(SAVE, self.scores(app, firm, score).await).await;
        }
        who.ask(&Self::step("submitScores"), self.id()).await;
    }

    /// All three score alike and the chair begins the consensus.
    pub async fn confer(&self, app: &TestApp) {
        for who in self.judges() {
            self.score(app, who, [80, 60]).await;
        }
        app.run_jobs().await;
        self.chair
            .ask(&Self::step("startConsensus"), self.id())
            .await;
    }

    /// Variables that agree on a score.
    pub fn agreed(&self, label: &str, criterion: &str, score: i32) -> Value {
        json!({ "input": { "needId": self.need, "label": label, "criterionId": criterion, "score": score, "note": "Thống nhất." } })
    }

    /// The chair enters 80 for the first firm and 60 for the second.
    pub async fn agree_all(&self, app: &TestApp) {
        for (firm, score) in [(0, 80), (1, 60)] {
            let label = self.label_of(app, firm).await;
            for criterion in self.quality().await {
                self.chair
                    .ask(AGREE, self.agreed(&label, &criterion, score))
                    .await;
            }
        }
    }

    /// The chair enters all and approves.
    pub async fn approve(&self, app: &TestApp) {
        self.agree_all(app).await;
        self.chair
            .ask(&Self::step("approveEvaluation"), self.id())
            .await;
        app.run_jobs().await;
    }

    /// The owner selects the first firm.
    pub async fn decide(&self, app: &TestApp) {
        let label = self.label_of(app, 0).await;
        self.owner
            .ask(DECIDE, self.decision(Some(&label), false))
            .await;
        app.run_jobs().await;
    }

    /// Variables of a decision.
    pub fn decision(&self, label: Option<&str>, not_highest: bool) -> Value {
        json!({ "input": { "needId": self.need, "selectedLabel": label, "notHighest": not_highest, "reason": "Giải pháp tốt và giá hợp lý." } })
    }

    /// From the opening to the outcome.
    pub async fn whole(&self, app: &TestApp) {
        self.open(app).await;
        self.start(app).await;
        self.confer(app).await;
        self.approve(app).await;
        self.decide(app).await;
    }

    /// Somebody discloses all that ties her to bidders.
    pub async fn disclose_all(&self, who: &Client) {
        let own = "query($id: ID!) { evaluation(id: $id) { viewerSeat { conflicts { kind organization { id } } } } }";
        let disclose = "mutation($input: DiscloseConflictInput!) { discloseConflict(input: $input) { evaluation { id } } }";
        let data = who.ask(own, self.id()).await;
        let ties = data["evaluation"]["viewerSeat"]["conflicts"].as_array();
        for tie in ties.expect("a seat") {
            let input = json!({ "needId": self.need, "organizationId": tie["organization"]["id"], "kind": tie["kind"], "reason": "Việc khác." });
            who.ask(disclose, json!({ "input": input })).await;
        }
    }

    /// Variables by which the second firm asks for a review.
    pub fn request(&self) -> Value {
        json!({ "id": self.proposals[1] })
    }

    /// The second firm asks for a review: its id.
    pub async fn asked(&self, app: &TestApp) -> Value {
        let data = self.firms[1].ask(ASK, self.request()).await;
        app.run_jobs().await;
        data["requestOutcomeReview"]["review"]["id"].clone()
    }
}

/// Saves scores.
pub const SAVE: &str =
    "mutation($input: SaveScoresInput!) { saveScores(input: $input) { evaluation { id status } } }";
/// Agrees on a score.
pub const AGREE: &str =
    "mutation($input: AgreeScoreInput!) { agreeScore(input: $input) { evaluation { id status } } }";
/// Decides.
pub const DECIDE: &str = "mutation($input: DecideEvaluationInput!) { decideEvaluation(input: $input) { evaluation { id status } } }";
/// Asks for a review.
pub const ASK: &str = "mutation($id: ID!) { requestOutcomeReview(input: { proposalId: $id, request: \"Điểm giải pháp chưa tính phần bảo hành.\" }) { review { id dueAt } } }";
