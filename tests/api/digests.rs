//! The weekly letter: for those who asked, once, and left with one click.

use chrono::{DateTime, Utc};
use iforum::digests;
use iforum::mail;
use tests::{TestApp, json, on_both_databases};

const AGREE: &str = "mutation { setConsent(input: { purpose: WEEKLY_DIGEST, given: true }) { viewer { consents { purpose wordingVersion } } } }";
const LEAVE: &str = "mutation { setConsent(input: { purpose: WEEKLY_DIGEST, given: false }) { viewer { consents { purpose } } } }";

async fn monday(app: &TestApp, week: &str) {
    let target: DateTime<Utc> = format!("{week}T01:00:00Z").parse().unwrap();
    app.app.clock.advance(target - app.app.clock.now());
    for _ in 0..2 {
        digests::schedule(&app.system()).await.unwrap();
    }
    app.run_jobs().await;
}

on_both_databases!(
    the_weekly_letter_goes_to_those_who_asked_for_it_once,
    |app| {
        let (officer, firm) = (app.officer().await, app.firm().await);
        let moderator = app.moderator().await;
        let data = firm.ask(AGREE, json!({})).await;
        let given = &data["setConsent"]["viewer"]["consents"][0];
        assert_eq!(given["purpose"], "WEEKLY_DIGEST");
        assert!(
            given["wordingVersion"]
                .as_str()
                .unwrap()
                .starts_with("2026-")
        );
        app.app.clock.advance(chrono::Duration::days(2));
        app.open_need(&officer, &moderator).await;
        monday(app, "2026-11-30").await;
        let letters: Vec<_> = app
            .mails_to(&firm.email)
            .await
            .into_iter()
            .filter(|m| m.0 == "weekly_digest")
            .collect();
        assert_eq!(letters.len(), 1);
        assert!(
            letters[0]
                .2
                .contains("– Giảm tiền điện chiếu sáng công cộng"),
            "{}",
            letters[0].2
        );
        assert!(
            letters[0].2.contains("/roi-danh-sach/weekly_digest.user_"),
            "{}",
            letters[0].2
        );
        assert!(!letters[0].2.contains("Giải pháp mới"), "{}", letters[0].2);
        assert!(
            !app.templates_to(&officer.email)
                .await
                .contains(&"weekly_digest".to_owned())
        );
        // Nothing new, no letter; and none after it was left, whatever is new.
        monday(app, "2026-12-07").await;
        firm.ask(LEAVE, json!({})).await;
        app.open_need(&officer, &moderator).await;
        monday(app, "2026-12-14").await;
        let letters = app.templates_to(&firm.email).await;
        assert_eq!(letters.iter().filter(|t| *t == "weekly_digest").count(), 1);
        let mails = mail::store::latest(&app.app.db, 1000).await.unwrap();
        assert!(
            mails
                .iter()
                .all(|mail| mail.list.is_some() == (mail.template == "weekly_digest"))
        );
    }
);
