//! The taxonomy's names and synonyms, found in texts of either language.
//!
//! A domain found in a text is a term without a language: it is how a Vietnamese
//! need and an English offer come to share something.

use super::normal::stem;
use super::token::{Token, tokens};
use crate::knowledge::DomainInfo;
use crate::model::Language;
use std::collections::{BTreeSet, HashMap};

/// Surface forms to domain codes, by how the form was written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    accented: Forms,
    folded: Forms,
    english: Forms,
}

#[derive(Clone, Debug, Default)]
struct Forms {
    codes: HashMap<String, BTreeSet<String>>,
    longest: usize,
}

impl Lexicon {
    pub(crate) fn new<'a>(domains: impl Iterator<Item = &'a DomainInfo>) -> Self {
        let mut lexicon = Self::default();
        for domain in domains {
            for form in domain.synonyms_vi.iter().chain([&domain.name.vi]) {
                let words = tokens(form);
                lexicon
                    .accented
                    .insert(&words, &domain.code, |t| t.exact.clone());
                // A lone syllable without its tone means too many things.
                if words.len() > 1 {
                    lexicon
                        .folded
                        .insert(&words, &domain.code, |t| t.folded.clone());
                }
            }
            for form in domain.synonyms_en.iter().chain([&domain.name.en]) {
                lexicon
                    .english
                    .insert(&tokens(form), &domain.code, |t| stem(&t.exact));
            }
        }
        lexicon
    }

    /// The domains a text speaks of, once for each place where it does.
    pub(super) fn concepts(&self, language: Language, words: &[Token], bare: bool) -> Vec<&str> {
        let mut found = self.english.find(words, |t| stem(&t.exact));
        if language == Language::Vi {
            if bare {
                // Short English words look like bare Vietnamese syllables.
                found = self.english.find(words, |t| {
                    if t.code || t.exact.len() > 5 {
                        stem(&t.exact)
                    } else {
                        String::new()
                    }
                });
                found.extend(self.folded.find(words, |t| t.folded.clone()));
            } else {
                found.extend(self.accented.find(words, |t| t.exact.clone()));
            }
        }
        found
    }
}

impl Forms {
    fn insert(&mut self, words: &[Token], code: &str, key: impl Fn(&Token) -> String) {
        if words.is_empty() {
            return;
        }
        self.longest = self.longest.max(words.len());
        let form: Vec<String> = words.iter().map(key).collect();
        self.codes
            .entry(form.join(" "))
            .or_default()
            .insert(code.to_owned());
    }

    /// Left to right, the longest form first: "xử lý nước thải" is not also "nước".
    fn find(&self, words: &[Token], key: impl Fn(&Token) -> String) -> Vec<&str> {
        let keys: Vec<String> = words.iter().map(key).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < keys.len() {
            let unbroken = words[at + 1..].iter().take_while(|t| t.joined).count() + 1;
            let longest = unbroken.min(self.longest);
            let hit = (1..=longest)
                .rev()
                .find_map(|n| Some((n, self.codes.get(&keys[at..at + n].join(" "))?)));
            match hit {
                Some((length, codes)) => {
                    found.extend(codes.iter().map(String::as_str));
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Bilingual;

    fn found(language: Language, text: &str, bare: bool) -> Vec<String> {
        let domain = |code: &str, vi: &str, en: &str, more: &str| DomainInfo {
            code: code.to_owned(),
            name: Bilingual::new(vi, en),
            synonyms_en: vec![more.to_owned()],
            ..DomainInfo::default()
        };
        let domains = [
            domain("WWT", "Nước thải", "Wastewater", "sewage treatment plants"),
            domain("WAT", "Nước", "Water", "tap water"),
        ];
        let lexicon = Lexicon::new(domains.iter());
        let codes = lexicon.concepts(language, &tokens(text), bare);
        codes.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn both_languages_lead_to_one_concept() {
        assert_eq!(found(Language::Vi, "xử lý nước thải", false), ["WWT"]);
        assert_eq!(found(Language::Vi, "xu ly nuoc thai", true), ["WWT"]);
        assert_eq!(
            found(Language::En, "a sewage treatment plant", false),
            ["WWT"]
        );
    }

    #[test]
    fn punctuation_is_not_crossed_and_unknown_is_nothing() {
        assert_eq!(found(Language::Vi, "nước, thải", false), ["WAT"]);
        assert!(found(Language::En, "street lighting", false).is_empty());
    }
}
