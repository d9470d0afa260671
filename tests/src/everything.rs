//! The whole database as text, so that a refused test can say: nothing happened.

use iforum::accounts::entity::{consent, email_change, user_account};
use iforum::credentials::entity::{passkey, password, recovery_code, totp};
use iforum::joint_calls;
use iforum::organizations::{membership, organization};
use iforum::sessions::entity::{access_token, known_device, refresh_token, session};
use iforum::{
    addenda, agreements, alliance, audit, clarifications, client_keys, consortia, evaluations,
    files, interests, invitations, jobs, links, mail, matches, moderation, need_lint, needs,
    offers, oidc, openings, organizations, portfolio, proposals, researchers, saved_searches,
    taxonomies, verification, weights,
};
use sea_orm::EntityTrait;
use serde_json::Value;

use crate::{Answer, Client, TestApp};

impl TestApp {
    /// Every row of every table that a mutation can change.
    pub async fn everything(&self) -> Vec<String> {
        let mut all = Vec::new();
        macro_rules! read {
            ($($entity:path),* $(,)?) => {
                $(for row in <$entity>::find().all(&self.app.db).await.expect("rows") {
                    all.push(format!("{} {row:?}", stringify!($entity)));
                })*
            };
        }
        read!(
            user_account::Entity,
            session::Entity,
            refresh_token::Entity,
            known_device::Entity,
            access_token::Entity,
            password::Entity,
            totp::Entity,
            recovery_code::Entity,
            passkey::Entity,
            email_change::Entity,
            consent::Entity,
            links::entity::Entity,
            oidc::entity::Entity,
            files::entity::Entity,
            files::entity::content::Entity,
            organization::Entity,
            organizations::entity::domain::Entity,
            invitations::entity::Entity,
            portfolio::entity::certificate::Entity,
            portfolio::entity::reference::Entity,
            verification::entity::Entity,
            alliance::entity::Entity,
            researchers::entity::Entity,
            researchers::entity::domain::Entity,
            researchers::entity::language::Entity,
            saved_searches::entity::Entity,
            weights::entity::Entity,
            taxonomies::entity::Entity,
            membership::Entity,
            needs::entity::Entity,
            needs::entity::domain::Entity,
            needs::entity::brief::Entity,
            need_lint::entity::Entity,
            clarifications::entity::Entity,
            addenda::entity::Entity,
            offers::entity::Entity,
            offers::entity::domain::Entity,
            offers::entity::place::Entity,
            matches::entity::Entity,
            joint_calls::entity::Entity,
            joint_calls::entity::part::Entity,
            interests::entity::Entity,
            consortia::entity::Entity,
            proposals::entity::Entity,
            proposals::entity::content::Entity,
            proposals::entity::key::Entity,
            proposals::entity::attachment::Entity,
            openings::entity::Entity,
            evaluations::entity::Entity,
            evaluations::entity::criterion::Entity,
            evaluations::entity::member::Entity,
            evaluations::entity::disclosure::Entity,
            evaluations::entity::bid::Entity,
            evaluations::entity::score::Entity,
            evaluations::entity::agreed::Entity,
            evaluations::entity::review::Entity,
            agreements::entity::Entity,
            agreements::entity::version::Entity,
            agreements::parts::signature::Entity,
            agreements::parts::witness::Entity,
            agreements::parts::comment::Entity,
            agreements::parts::scan::Entity,
            agreements::parts::milestone::Entity,
            agreements::parts::indicator::Entity,
            agreements::parts::measurement::Entity,
            agreements::parts::payment::Entity,
            moderation::entity::Entity,
            client_keys::Entity,
            audit::entity::Entity,
            jobs::Entity,
            mail::entity::Entity,
        );
        // That something was refused is itself on record, and nothing that happened.
        all.retain(|row| {
            !row.contains("action: \"access.refused\"")
                && !row.contains("action: \"session.refused\"")
        });
        all.sort();
        all
    }

    /// Sends an operation that must be refused with this code and leave nothing behind: no row, no
    /// job, no mail.
    pub async fn refuses(&self, who: &Client, query: &str, variables: Value, code: &str) -> Answer {
        let before = self.everything().await;
        let answer = who.refused(query, variables, code).await;
        let after = self.everything().await;
        let left: Vec<_> = after.iter().filter(|row| !before.contains(row)).collect();
        assert!(
            after == before,
            "a refusal left something behind: {left:#?}"
        );
        answer
    }
}
