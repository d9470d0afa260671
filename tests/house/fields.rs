//! Promise 18: every field of every object has a decided rule. Found by introspection, each stands in
//! one golden table (`fields.txt`) with what each kind of viewer gets of it in a world where everything
//! is there. A new field fails here until somebody has looked at its line.
//!
//! Columns: visitor, stranger, viewer, editor and owner of the organisation, bidder, moderator,
//! verifier, administrator. Letters: `V` a value, `n` null, `e` an empty list, `x` refused, `-` the object is not there for this
//! viewer. Lists, edges and what mutations answer have no rule of their own.
//!
//! After a deliberate change: `UPDATE_GOLDEN=1 cargo nextest run -p tests fields`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use tests::{Client, Field, Kind, Schema, TestApp, Value, World, json};

/// An object to be looked at: its type, what it is, and the way to it; `%` stands for its fields.
type Specimen = (&'static str, &'static str, String);

fn specimens(world: &World) -> Vec<Specimen> {
    let of =
        |root: &str, id: &str, rest: &str| format!("{{ {root}(id: \"{}\") {rest} }}", world.id(id));
    let mut all: Vec<Specimen> = Vec::new();
    let mut add = |kind, what, query| all.push((kind, what, query));
    let own = |rest: &str| format!("{{ viewer {{ {rest} }} }}");
    add("Viewer", "self", "{ viewer { % } }".into());
    for (kind, field) in [
        ("AccessToken", "accessTokens"),
        ("Consent", "consents"),
        ("Credentials", "credentials"),
        ("EmailChange", "emailChange"),
        ("SignedInDevice", "sessions"),
    ] {
        add(kind, "self", own(&format!("{field} {{ % }}")));
    }
    add("OwnRecord", "self", own("records(last: 1) { nodes { % } }"));
    for (what, id) in [
        ("listed", "organization"),
        ("suspended", "suspended organization"),
        ("unseen", "unseen organization"),
    ] {
        add("Organization", what, of("organization", id, "{ % }"));
    }
    for (kind, field) in [
        ("AdmissionDecision", "admission { % }"),
        ("AllianceApplication", "allianceApplications { % }"),
        ("Certificate", "certificates { % }"),
        ("File", "certificates { evidence { % } }"),
        ("Invitation", "invitations { % }"),
        ("Membership", "members { % }"),
        ("OrganizationReference", "references { % }"),
        ("VerificationRequest", "verificationRequests { % }"),
        (
            "VerificationCheckAnswer",
            "verificationRequests { checklist { % } }",
        ),
    ] {
        let query = of("organization", "organization", &format!("{{ {field} }}"));
        add(kind, "listed", query);
    }
    let responsiveness = "{ responsiveness { % } }";
    add(
        "Responsiveness",
        "listed",
        of("organization", "organization", responsiveness),
    );
    add(
        "File",
        "paper",
        of(
            "organization",
            "organization",
            "{ verificationRequests { evidence { % } } }",
        ),
    );
    add(
        "Invitation",
        "by id",
        of("invitation", "invitation", "{ % }"),
    );
    add(
        "FormerIdentity",
        "the stranger's",
        of(
            "organization",
            "renamed organization",
            "{ verificationRequests { former { % } } }",
        ),
    );
    for (what, id) in [
        ("open", "need"),
        ("draft", "draft need"),
        ("sent back", "sent back need"),
        ("hidden", "hidden need"),
        ("evaluated", "evaluated need"),
        ("joint", "joint need"),
    ] {
        add("Need", what, of("need", id, "{ % }"));
    }
    for (what, id) in [("published", "offer"), ("draft", "draft offer")] {
        add("Offer", what, of("offer", id, "{ % }"));
    }
    for (what, id) in [
        ("suggested", "match"),
        ("mutual", "mutual match"),
        ("blocked", "blocked match"),
    ] {
        add("Match", what, of("match", id, "{ % }"));
    }
    for (what, id) in [("proposed", "joint call"), ("agreed", "agreed joint call")] {
        add("JointCall", what, of("jointCall", id, "{ % }"));
        add(
            "JointCallPart",
            what,
            of("jointCall", id, "{ parts { % } }"),
        );
    }
    add(
        "Contact",
        "mutual",
        of("match", "mutual match", "{ contacts { % } }"),
    );
    add(
        "Factor",
        "suggested",
        of("match", "match", "{ factors { % } }"),
    );
    for (what, id) in [("sealed", "sealed proposal"), ("opened", "opened proposal")] {
        add("Proposal", what, of("proposal", id, "{ % }"));
        add(
            "ProposalSection",
            what,
            of("proposal", id, "{ sections { % } }"),
        );
        add(
            "ProposalAttachment",
            what,
            of("proposal", id, "{ attachments { % } }"),
        );
        let check = format!(
            "{{ receiptCheck(proposalId: \"{}\") {{ % }} }}",
            world.id(id)
        );
        add("ReceiptCheck", what, check);
    }
    for (kind, rest) in [
        ("ProposalPriceLine", "{ sections { lines { % } } }"),
        ("ProposalRisk", "{ sections { risks { % } } }"),
        ("ProposalIndicator", "{ sections { indicators { % } } }"),
        ("ProposalReference", "{ sections { references { % } } }"),
    ] {
        add(kind, "opened", of("proposal", "opened proposal", rest));
    }
    add("ReceiptKey", "", "{ receiptKeys { % } }".into());
    let of_evaluated = |root: &str, rest: &str| {
        let id = world.id("evaluated need");
        format!("{{ {root}(needId: \"{id}\") {rest} }}")
    };
    add("Opening", "completed", of_evaluated("opening", "{ % }"));
    add(
        "Opener",
        "completed",
        of_evaluated("opening", "{ owner { % } }"),
    );
    for (kind, rest) in [
        ("OpeningRecord", "{ % }"),
        ("OpeningAct", "{ acts { % } }"),
        ("OpenedProposal", "{ proposals { % } }"),
    ] {
        add(kind, "completed", of_evaluated("openingRecord", rest));
    }
    for (kind, rest) in [
        ("NeedBrief", "{ brief { % } }"),
        ("BriefText", "{ brief { affected { % } } }"),
        ("NeedIndicator", "{ brief { indicators { % } } }"),
        ("LegalDocument", "{ brief { legalBasis { % } } }"),
        ("NeedFlag", "{ flags { % } }"),
        ("SentenceText", "{ flags { sentence { % } } }"),
    ] {
        add(kind, "open", of("need", "need", rest));
    }
    add("NeedCheck", "", "{ needChecks { % } }".into());
    let template = "{ needTemplate(domain: \"WAT\") ";
    add("NeedTemplate", "", format!("{template} {{ % }} }}"));
    let indicators = format!("{template} {{ indicators {{ % }} }} }}");
    add("TemplateIndicator", "", indicators);
    add(
        "TemplateCriterion",
        "",
        "{ suggestedCriteria { % } }".into(),
    );
    let advice = |rest: &str| {
        let answers = "capital: STATE, goal: DELIVER, payer: STATE, proposer: AUTHORITY, scope: BUILD, technology: true";
        format!("{{ routeAdvice(answers: {{ {answers} }}) {{ {rest} }} }}")
    };
    add("RouteAdvice", "any", advice("%"));
    add("RoutePath", "any", advice("paths { % }"));
    add("RouteSource", "any", advice("paths { source { % } }"));
    let of_open = |root: &str, rest: &str| {
        let id = world.id("need");
        format!("{{ {root}(needId: \"{id}\") {rest} }}")
    };
    for (kind, root, rest) in [
        ("NeedQuestions", "needQuestions", "{ % }"),
        ("NeedQuestion", "needQuestions", "{ questions { % } }"),
        ("NeedAddendum", "needAddenda", "{ % }"),
    ] {
        add(kind, "open", of_open(root, rest));
    }
    let evaluation = |rest: &str| of("evaluation", "need with criteria", rest);
    for (kind, rest) in [
        ("Evaluation", "{ % }"),
        ("PanelMember", "{ panel { % } }"),
        ("PanelConflict", "{ panel { conflicts { % } } }"),
        ("PanelCandidate", "{ candidates { % } }"),
        ("EvaluationBid", "{ bids { % } }"),
        ("BidLine", "{ bids { lines { % } } }"),
        ("MemberScore", "{ bids { lines { scores { % } } } }"),
    ] {
        add(kind, "decided", evaluation(rest));
    }
    let criteria = |rest: &str| of("needCriteria", "need with criteria", rest);
    add("NeedCriteria", "published", criteria("{ % }"));
    add("Criterion", "published", criteria("{ criteria { % } }"));
    add(
        "ProposalEvaluation",
        "decided",
        of("proposal", "evaluated proposal", "{ evaluation { % } }"),
    );
    add(
        "OutcomeReview",
        "waiting",
        of("outcomeReview", "outcome review", "{ % }"),
    );
    for (what, id) in [("in force", "agreement"), ("drafted", "drafted agreement")] {
        add("Agreement", what, of("agreement", id, "{ % }"));
    }
    for (kind, rest) in [
        ("AgreementParty", "{ parties { % } }"),
        ("AgreementVersion", "{ current { % } }"),
        ("AgreementClause", "{ current { clauses { % } } }"),
        ("PlannedMilestone", "{ current { milestones { % } } }"),
        ("PlannedIndicator", "{ current { indicators { % } } }"),
        ("AgreementSignature", "{ signatures { % } }"),
        ("AgreementWitness", "{ witnesses { % } }"),
        ("AgreementComment", "{ comments { % } }"),
        ("AgreementScan", "{ scans { % } }"),
        ("AgreementMilestone", "{ milestones { % } }"),
        ("AgreementIndicator", "{ indicators { % } }"),
        (
            "AgreementMeasurement",
            "{ indicators { measurements { % } } }",
        ),
        ("AgreementPayment", "{ payments { % } }"),
    ] {
        add(kind, "in force", of("agreement", "agreement", rest));
    }
    for (kind, rest) in [
        ("Consortium", "{ consortium { % } }"),
        ("ConsortiumMember", "{ consortium { members { % } } }"),
    ] {
        add(kind, "draft", of("proposal", "common draft", rest));
    }
    add(
        "ConsortiumInvitation",
        "the stranger's",
        "{ consortiumInvitations { % } }".into(),
    );
    let need = world.id("need of interest");
    add(
        "Interest",
        "one public, one not",
        format!("{{ interests(needId: \"{need}\") {{ % }} }}"),
    );
    let found = world.id("agreed match");
    add(
        "AgreementStart",
        "begun before",
        format!("{{ agreementStart(matchId: \"{found}\") {{ % }} }}"),
    );
    let hash = world.id("agreement's hash");
    add(
        "AgreementVersionCheck",
        "in force",
        format!("{{ agreementVersion(hash: \"{hash}\") {{ % }} }}"),
    );
    for (what, id) in [
        ("decided", "decision"),
        ("appeal", "appeal"),
        ("upheld report", "upheld report"),
        ("waiting report", "waiting report"),
        ("merge", "merge"),
    ] {
        add("Review", what, of("review", id, "{ % }"));
    }
    for (what, id) in [("public", "researcher"), ("private", "private researcher")] {
        add("Researcher", what, of("researcher", id, "{ % }"));
    }
    add(
        "Publication",
        "public",
        of("researcher", "researcher", "{ publications { % } }"),
    );
    add(
        "AuditRecord",
        "any",
        "{ auditRecords(last: 50) { nodes { % } } }".into(),
    );
    add("Email", "any", "{ emails { nodes { % } } }".into());
    add("Person", "any", "{ people { nodes { % } } }".into());
    add(
        "BilingualText",
        "of a need",
        of("need", "need", "{ title { % } }"),
    );
    add(
        "MoneyRange",
        "of a need",
        of("need", "need", "{ budget { % } }"),
    );
    add(
        "Money",
        "of a proposal",
        of("proposal", "opened proposal", "{ price { % } }"),
    );
    add(
        "Reference",
        "of an offer",
        of("offer", "offer", "{ references { % } }"),
    );
    add("Domain", "any", "{ domains { % } }".into());
    add(
        "Place",
        "any",
        "{ places(includeFormer: true) { % } }".into(),
    );
    add("Region", "any", "{ places { region { % } } }".into());
    add(
        "EconomicZone",
        "any",
        "{ places { economicZones { % } } }".into(),
    );
    add(
        "SavedSearch",
        "the owner's",
        "{ savedSearches { % } }".into(),
    );
    add(
        "SavedFacet",
        "the owner's",
        "{ savedSearches { facets { % } } }".into(),
    );
    let search = |rest: &str| {
        let words = "đèn chiếu sáng ở Bình Dương";
        format!("{{ search(query: \"{words}\") {{ {rest} }} }}")
    };
    add("SearchResult", "any", search("%"));
    add("SearchHit", "any", search("hits { % }"));
    add("HighlightPiece", "any", search("hits { title { % } }"));
    add("SearchFacet", "any", search("facets { % }"));
    add("SearchConcept", "any", search("concepts { % }"));
    add("SearchPlace", "any", search("places { % }"));
    add(
        "SearchSuggestion",
        "any",
        "{ searchSuggestions(query: \"đèn\") { % } }".into(),
    );
    add("Engine", "any", "{ engine { % } }".into());
    for (kind, field) in [
        ("SentenceModel", "model"),
        ("EngineCorpus", "corpus"),
        ("SearchIndexStatus", "searchIndex"),
        ("EngineQuality", "quality"),
        ("FactorWeight", "weights"),
        ("FactorDistribution", "distributions"),
        ("WeightsVersion", "learntWeights"),
        ("TaxonomyEdition", "taxonomyEditions"),
    ] {
        add(kind, "any", format!("{{ engine {{ {field} {{ % }} }} }}"));
    }
    for (kind, field) in [
        ("QualityFigure", "quality { figures { % } }"),
        (
            "TaxonomyDifference",
            "taxonomyEditions { difference { % } }",
        ),
        ("WeightsMove", "learntWeights { moves { % } }"),
        ("WeightsLesson", "learntWeights { lesson { % } }"),
    ] {
        add(kind, "any", format!("{{ engine {{ {field} }} }}"));
    }
    let suggestions = |rest: &str| of("needSuggestions", "need", &format!("{{ {rest} }}"));
    add("NeedSuggestions", "open", suggestions("%"));
    add("ExpertSuggestion", "open", suggestions("experts { % }"));
    let suggestions = |rest: &str| {
        of(
            "needSuggestions",
            "consortium need",
            &format!("{{ {rest} }}"),
        )
    };
    add("MatchAdvice", "open", suggestions("advice { % }"));
    add(
        "ConsortiumSuggestion",
        "open",
        suggestions("consortia { % }"),
    );
    add(
        "ConsortiumParty",
        "open",
        suggestions("consortia { parties { % } }"),
    );
    add("Statistics", "any", "{ statistics { % } }".into());
    add(
        "PlaceCount",
        "any",
        "{ statistics { byPlace { % } } }".into(),
    );
    all
}

/// Types that have nothing to decide: why.
fn without_rule(kind: &str) -> Option<&'static str> {
    match kind {
        "Query" | "Mutation" | "Subscription" => Some("roots: see permissions"),
        "PageInfo" => Some("a list's"),
        // Looked at by who holds a secret that was sent to her, and nobody else.
        "Challenge" => Some("to whom the sign-in's secret was given"),
        "Registration" => Some("to whom the letter went"),
        "Passkey" => Some("as Credentials, whose list it is in"),
        _ if kind.ends_with("Connection") || kind.ends_with("Edge") => Some("a list's"),
        _ if kind.ends_with("Payload") => Some("as the mutation"),
        _ => None,
    }
}

/// Everything that stands at the end of a way, through lists.
fn at_the_end<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| at_the_end(one, found)),
        Value::Object(fields) if fields.contains_key("object") => found.push(value),
        Value::Object(fields) => fields.values().for_each(|one| at_the_end(one, found)),
        _ => {}
    }
}

/// What somebody gets of fields of an object; none when it is not there for her.
async fn seen(who: &Client, query: &str, fields: &[String]) -> Option<Vec<char>> {
    let selection: Vec<_> = fields
        .iter()
        .enumerate()
        .map(|(i, field)| format!("f{i}: {field}"))
        .collect();
    let asked = query.replace('%', &format!("object: __typename {}", selection.join(" ")));
    let answer = who.send(&asked, json!({})).await;
    let (data, refused) = (&answer.body["data"], answer.code().is_some());
    if refused && fields.len() > 1 {
        // Each by itself: who it was, and whether the object is there at all.
        let mut all = Vec::new();
        for field in fields {
            let alone = Box::pin(seen(who, query, std::slice::from_ref(field))).await?;
            all.extend(alone);
        }
        return Some(all);
    }
    if refused {
        let bare = query.replace('%', "object: __typename");
        let there = who.send(&bare, json!({})).await;
        let mut objects = Vec::new();
        at_the_end(&there.body["data"], &mut objects);
        return (!objects.is_empty()).then(|| vec!['x']);
    }
    let mut objects = Vec::new();
    at_the_end(data, &mut objects);
    if objects.is_empty() {
        return None;
    }
    let letter = |i: usize| {
        let values = objects.iter().map(|object| &object[format!("f{i}")]);
        let letters: Vec<char> = values.map(letter_of).collect();
        // The most that anybody of this kind gets of it.
        ['V', 'e', 'n']
            .into_iter()
            .find(|l| letters.contains(l))
            .unwrap_or('?')
    };
    Some((0..fields.len()).map(letter).collect())
}

fn letter_of(value: &Value) -> char {
    match value {
        Value::Null => 'n',
        Value::Array(all) if all.is_empty() => 'e',
        Value::Object(fields) if fields.get("nodes").is_some_and(|nodes| nodes == &json!([])) => {
            'e'
        }
        _ => 'V',
    }
}

async fn table(app: &TestApp, schema: &Schema) -> Vec<String> {
    let world = World::new(app).await;
    let mut lines = Vec::new();
    for (kind, what, query) in specimens(&world) {
        let fields: &[Field] = &schema.objects[kind];
        let asked: Vec<_> = fields.iter().map(|field| schema.selection(field)).collect();
        let mut columns: BTreeMap<&str, Option<Vec<char>>> = BTreeMap::new();
        for (name, who) in world.everybody() {
            columns.insert(name, seen(who, &query, &asked).await);
        }
        assert!(
            columns.values().any(Option::is_some),
            "{kind} ({what}) is there for nobody"
        );
        for (i, field) in fields.iter().enumerate() {
            let name = format!("{kind}.{} ({what})", field.name);
            let mut line = format!("{name:<52}");
            for (viewer, _) in world.everybody() {
                let letter = columns[viewer].as_ref().map_or('-', |all| all[i]);
                let _ = write!(line, " {letter:<3}");
            }
            lines.push(line.trim_end().to_owned());
        }
    }
    let mut head = format!("{:<52}", "");
    for (viewer, _) in world.everybody() {
        let _ = write!(head, " {viewer:.3}");
    }
    for kind in schema.objects.keys() {
        if let Some(why) = without_rule(kind) {
            for field in &schema.objects[kind] {
                lines.push(format!("{:<52} {why}", format!("{kind}.{}", field.name)));
            }
        }
    }
    lines.sort();
    lines.insert(0, head.trim_end().to_owned());
    lines
}

#[tokio::test]
async fn every_field_is_as_decided() {
    let app = TestApp::start(Kind::Sqlite).await;
    let schema = Schema::of(&app).await;
    let text = format!("{}\n", table(&app, &schema).await.join("\n"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("house/fields.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    let known: BTreeSet<_> = golden.lines().collect();
    let changed: Vec<_> = text.lines().filter(|line| !known.contains(line)).collect();
    assert!(
        golden == text,
        "what is seen of these fields changed; if that is meant, see the head of this file:\n{}",
        changed.join("\n")
    );
    // No type without a way to it, no field without a line.
    let named: BTreeSet<_> = golden
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let missing: Vec<_> = schema
        .objects
        .iter()
        .flat_map(|(kind, fields)| {
            fields
                .iter()
                .map(move |field| format!("{kind}.{}", field.name))
        })
        .filter(|name| !named.contains(name.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
    app.end().await;
}
