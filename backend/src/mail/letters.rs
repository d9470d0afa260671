//! Letters: a template, what it is about, and the values it speaks of.
//!
//! `templates.toml` holds the words in both languages; two layouts make text and HTML of them, so
//! that both say the same and no template can put markup of its own into a mail.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::sync::LazyLock;

use minijinja::Environment;
use serde::{Deserialize, Serialize};

use super::Recipient;
use crate::app::Ctx;
use crate::error::{Error, Result};
use crate::ids::LinkId;
use crate::text::{BilingualText, Locale, Sentence, clean_line};

/// The words of one template in one language.
#[derive(Debug, Deserialize)]
struct Words {
    subject: String,
    paragraphs: Vec<String>,
    action: Option<String>,
}

/// One template.
#[derive(Debug, Deserialize)]
struct Template {
    vi: Words,
    en: Words,
}

static TEMPLATES: LazyLock<HashMap<String, Template>> = LazyLock::new(|| {
    toml::from_str(include_str!("templates.toml")).expect("templates.toml is read by a test")
});
static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    environment
});

/// A letter to be posted.
#[derive(Clone, Debug)]
pub struct Letter {
    pub(super) template: &'static str,
    pub(super) about: String,
    pub(super) link_id: Option<LinkId>,
    pub(super) list: Option<&'static str>,
    values: BTreeMap<&'static str, Sentence>,
    link: Option<String>,
}

/// A letter in one language.
#[derive(Debug)]
pub(super) struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What the layouts are given.
#[derive(Serialize)]
struct Sheet<'a> {
    lang: &'a str,
    greeting: String,
    subject: &'a str,
    paragraphs: Vec<String>,
    action: Option<&'a str>,
    link: Option<&'a str>,
    footer: &'a str,
    /// Where its reader leaves the list.
    leave: Option<&'a str>,
    leave_words: &'a str,
}

impl Letter {
    /// A letter of this template about this thing.
    pub fn new(template: &'static str, about: impl Display) -> Self {
        Self {
            template,
            about: about.to_string(),
            link_id: None,
            list: None,
            values: BTreeMap::new(),
            link: None,
        }
    }

    /// A value that is the same in both languages.
    #[must_use]
    pub fn plain(mut self, name: &'static str, value: &str) -> Self {
        self.values.insert(
            name,
            Sentence {
                vi: value.to_owned(),
                en: value.to_owned(),
            },
        );
        self
    }

    /// A value in the reader's language.
    #[must_use]
    pub fn sentence(mut self, name: &'static str, value: Sentence) -> Self {
        self.values.insert(name, value);
        self
    }

    /// A bilingual text of somebody's, on one line.
    #[must_use]
    pub fn text(self, name: &'static str, value: &BilingualText) -> Self {
        let line = |locale| clean_line(Some(value.pick(locale).to_owned())).unwrap_or_default();
        self.sentence(
            name,
            Sentence {
                vi: line(Locale::Vi),
                en: line(Locale::En),
            },
        )
    }

    /// Where the button leads: a path of the product. English readers get the English page.
    #[must_use]
    pub fn link(mut self, ctx: &Ctx, path: &str) -> Self {
        self.link = Some(ctx.app.config.link(path));
        self.values.insert(
            "_link",
            Sentence {
                vi: ctx.app.config.link(path),
                en: ctx.app.config.link(&format!("/en{path}")),
            },
        );
        self
    }

    /// As [`Letter::link`], to a page that wants a proof of who opens it (see `links`). Behind the `#`
    /// stands the link's name; its secret part is put in when the letter is handed over.
    #[must_use]
    pub fn account_link(mut self, ctx: &Ctx, path: &str, id: LinkId) -> Self {
        self.link_id = Some(id);
        self.link(ctx, &format!("{path}#{id}"))
    }

    /// Belongs to a list that its reader may leave with one click (RFC 8058).
    #[must_use]
    pub fn of_list(mut self, list: &'static str) -> Self {
        self.list = Some(list);
        self
    }

    /// The letter for one reader.
    pub(super) fn render(&self, to: &Recipient, leave: Option<&str>) -> Result<Rendered> {
        let locale = to.locale;
        let template = TEMPLATES
            .get(self.template)
            .ok_or_else(|| Error::internal(format!("no email template {:?}", self.template)))?;
        let words = match locale {
            Locale::Vi => &template.vi,
            Locale::En => &template.en,
        };
        let values: BTreeMap<&str, &str> = self
            .values
            .iter()
            .map(|(name, value)| (*name, value.pick(locale)))
            .collect();
        let fill = |text: &str| {
            ENVIRONMENT
                .render_str(text, minijinja::value::Serde(&values))
                .map_err(|e| Error::internal(e.to_string()))
        };
        let subject = clean_line(Some(fill(&words.subject)?)).unwrap_or_default();
        let paragraphs = words
            .paragraphs
            .iter()
            .map(|text| fill(text))
            .collect::<Result<Vec<_>>>()?;
        let (lang, greeting, footer) = match locale {
            Locale::Vi => (
                "vi",
                format!("Kính gửi {},", to.name),
                "Email này được gửi vì có việc liên quan đến bạn trên i-Forum Smart City, sàn kết nối của Liên minh hợp tác công tư về đô thị thông minh.",
            ),
            Locale::En => (
                "en",
                format!("Dear {},", to.name),
                "You receive this email because something on i-Forum Smart City, the marketplace of the Public–Private Alliance for Smart Cities, concerns you.",
            ),
        };
        let sheet = Sheet {
            lang,
            greeting,
            subject: &subject,
            paragraphs: paragraphs
                .into_iter()
                .filter(|text| !text.trim().is_empty())
                .collect(),
            action: words.action.as_deref(),
            link: self
                .link
                .as_ref()
                .map(|_| values.get("_link").copied().unwrap_or_default()),
            footer,
            leave,
            leave_words: match locale {
                Locale::Vi => "Không nhận những email này nữa",
                Locale::En => "Stop these emails",
            },
        };
        let lay = |name: &str, source: &str| {
            ENVIRONMENT
                .render_named_str(name, source, minijinja::value::Serde(&sheet))
                .map_err(|e| Error::internal(e.to_string()))
        };
        let text = lay("layout.txt", include_str!("layout.txt"))?;
        let html = lay("layout.html", include_str!("layout.html"))?;
        Ok(Rendered {
            subject,
            text,
            html,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(locale: Locale, name: &str) -> Recipient {
        Recipient {
            user_id: None,
            name: name.into(),
            address: "an@haiphong.example".into(),
            locale,
        }
    }

    /// Every value that any template speaks of.
    fn full(template: &'static str) -> Letter {
        [
            "title",
            "organization",
            "other",
            "others",
            "person",
            "reason",
            "contacts",
            "list",
            "receipt",
            "need",
            "score",
            "date",
            "decision",
            "count",
            "why",
            "address",
            "device",
            "change",
            "role",
            "rule",
            "needs",
            "offers",
            "titles",
            "name",
            "key",
            "answer",
            "bidder",
            "lines",
            "total",
            "winner",
            "verdict",
            "subject",
            "news",
            "words",
            "number",
            "milestone",
        ]
        .into_iter()
        .fold(Letter::new(template, "x"), |letter, name| {
            letter.plain(name, "GIÁ TRỊ")
        })
    }

    #[test]
    fn every_template_renders_in_both_languages() {
        for name in TEMPLATES.keys() {
            let letter = full(Box::leak(name.clone().into_boxed_str()));
            for locale in [Locale::Vi, Locale::En] {
                let mail = letter.render(&reader(locale, "Nguyễn An"), None).unwrap();
                assert!(
                    !mail.subject.is_empty() && mail.text.contains("Nguyễn An"),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn a_hostile_name_stays_text() {
        let mail = Letter::new("welcome", "x")
            .render(
                &reader(Locale::En, "<img src=x onerror=alert(1)>{{7*7}}"),
                None,
            )
            .unwrap();
        assert!(!mail.html.contains("<img") && mail.html.contains("{{7*7}}"));
    }
}
