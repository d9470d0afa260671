//! Registration, sign-in and second factors as people do them: by the front door and the letters.

use chrono::Duration;
use iforum::ids::UserId;
use iforum::mail;
use serde_json::{Value, json};

use crate::{Answer, Client, TestApp};

/// A good password that no test's person is named after.
pub const PASSWORD: &str = "ốc sên bò qua cầu tre";

const REQUEST: &str =
    "mutation($input: RequestRegistrationInput!) { requestRegistration(input: $input) { email } }";
const COMPLETE: &str = "mutation($input: SetPasswordInput!) { completeRegistration(input: $input) { accessToken expiresAt viewer { id email name locale staffRole memberships { role status } } } }";
const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken viewer { id email staffRole secondFactorMissing } } challenge { challenge methods passkeyOptions } } }";

impl TestApp {
    /// A registration with a new organisation.
    pub fn newcomer(&self) -> Value {
        json!({
            "clientKey": self.key(),
            "email": "An.Nguyen@haiphong.example",
            "name": "Nguyễn Văn An",
            "locale": "VI",
            "newOrganization": { "kind": "DEPT", "legalName": { "vi": "Sở Xây dựng Hải Phòng" }, "placeId": "vn34-31", "acknowledgeSimilarName": true },
        })
    }

    /// Asks to register; whatever comes back.
    pub async fn ask_to_register(&self, input: &Value) -> Answer {
        self.visitor()
            .send(REQUEST, json!({ "input": input }))
            .await
    }

    /// Registers to the end; the answer opens the session.
    pub async fn register(&self, input: &Value) -> Answer {
        let answer = self.ask_to_register(input).await;
        assert!(answer.body.get("errors").is_none(), "{:#}", answer.body);
        self.run_jobs().await;
        let address = input["email"].as_str().expect("an address");
        let token = self.token_to(address, "registration").await;
        let answer = self.complete(&token, PASSWORD).await;
        assert!(answer.body.get("errors").is_none(), "{:#}", answer.body);
        self.run_jobs().await;
        answer
    }

    /// Answers a registration letter; whatever comes back.
    pub async fn complete(&self, token: &str, password: &str) -> Answer {
        let input = json!({ "token": token, "password": password });
        self.visitor()
            .send(COMPLETE, json!({ "input": input }))
            .await
    }

    /// A person who registered with a password, and her address.
    pub async fn registered(&self, name: &str) -> Client {
        let mut input = self.newcomer();
        let email = format!("{name}@registered.example");
        input["email"] = json!(email);
        input["newOrganization"]["legalName"]["vi"] = json!(format!("Công ty của {name}"));
        let answer = self.register(&input).await;
        let mut client = self.person_of(&answer, "completeRegistration");
        client.email = email;
        client
    }

    /// The person whose session an answer opened.
    pub fn person_of(&self, answer: &Answer, field: &str) -> Client {
        let session = match &answer.body["data"][field]["session"] {
            Value::Null => &answer.body["data"][field],
            session => session,
        };
        let token = session["accessToken"].as_str();
        let mut client = self.visitor();
        client.token = Some(
            token
                .unwrap_or_else(|| panic!("{:#}", answer.body))
                .to_owned(),
        );
        let id = session["viewer"]["id"]
            .as_str()
            .and_then(|id| id.parse::<UserId>().ok());
        client.user = id;
        client
    }

    /// Signs in; whatever comes back.
    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        let input = json!({ "email": email, "password": password });
        self.visitor()
            .send(SIGN_IN, json!({ "input": input }))
            .await
    }

    /// As [`TestApp::sign_in`], with headers (a cookie, say).
    pub async fn sign_in_with(
        &self,
        email: &str,
        password: &str,
        headers: &[(&str, &str)],
    ) -> Answer {
        let input = json!({ "email": email, "password": password });
        let body = json!({ "query": SIGN_IN, "variables": { "input": input } });
        self.visitor().post(&body.to_string(), headers).await
    }

    /// The secret part of the link in the newest letter of this template to this address.
    pub async fn token_to(&self, address: &str, template: &str) -> String {
        let letters = mail::store::latest(&self.app.db, 1000).await.expect("mail");
        let letter = letters.into_iter().find(|mail| {
            mail.to_address.eq_ignore_ascii_case(address) && mail.template == template
        });
        let letter = letter.unwrap_or_else(|| panic!("no {template} to {address}"));
        assert!(
            !letter.text_body.contains('.') || letter.link_id.is_some(),
            "a link letter"
        );
        let whole = mail::whole(&self.app, letter).expect("whole");
        let (_, rest) = whole.text_body.split_once('#').expect("a link");
        rest.split_whitespace().next().expect("a token").to_owned()
    }

    /// Gives a signed-in person an authenticator app through the front door: its secret and the
    /// recovery codes.
    pub async fn with_totp(&self, person: &Client) -> (String, Vec<String>) {
        let begun = person
            .ask("mutation { beginTotp { secret url qrSvg } }", json!({}))
            .await;
        let secret = begun["beginTotp"]["secret"]
            .as_str()
            .expect("a secret")
            .to_owned();
        let enable =
            "mutation($code: String!) { enableTotp(input: { code: $code }) { recoveryCodes } }";
        let code = self.code(&secret);
        let data = person.ask(enable, json!({ "code": code })).await;
        self.run_jobs().await;
        // A code is good once: the next one belongs to the next half minute.
        self.app.clock.advance(Duration::seconds(30));
        let codes = data["enableTotp"]["recoveryCodes"]
            .as_array()
            .expect("codes");
        let codes = codes
            .iter()
            .map(|code| code.as_str().expect("text").to_owned());
        (secret, codes.collect())
    }

    /// The present code of an authenticator app with this secret.
    pub fn code(&self, secret: &str) -> String {
        let totp = totp_rs::Builder::new()
            .with_secret(totp_rs::Secret::try_from_base32(secret).expect("base32"))
            .with_account_name("x")
            .build()
            .expect("an authenticator");
        let now = u64::try_from(self.app.clock.now().timestamp()).expect("after 1970");
        totp.generate(now).to_string()
    }

    /// Answers a sign-in's challenge with a code; whatever comes back.
    pub async fn answer(&self, challenge: &Value, code: &str) -> Answer {
        let query = "mutation($input: AnswerChallengeInput!) { answerChallenge(input: $input) { accessToken viewer { id email staffRole } } }";
        let input = json!({ "challenge": challenge, "code": code });
        self.visitor().send(query, json!({ "input": input })).await
    }
}

impl Answer {
    /// `name=value` of a cookie that it sets.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.headers
            .get_all("set-cookie")
            .iter()
            .filter_map(|header| header.to_str().ok())
            .filter_map(|header| header.split(';').next())
            .find(|pair| pair.split('=').next() == Some(name))
            .map(str::to_owned)
    }

    /// The challenge of a sign-in.
    pub fn challenge(&self) -> &Value {
        &self.body["data"]["signIn"]["challenge"]["challenge"]
    }
}
