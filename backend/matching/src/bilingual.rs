//! A sentence or name in both languages of the product.

use serde::{Deserialize, Serialize};

/// One text in Vietnamese and English: explanations, names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Vietnamese, with diacritics.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// Both texts at once.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }

    /// Appends a further clause after a semicolon; an empty one changes nothing.
    #[must_use]
    pub(crate) fn and(mut self, more: Self) -> Self {
        for (text, addition) in [(&mut self.vi, more.vi), (&mut self.en, more.en)] {
            if !text.is_empty() && !addition.is_empty() {
                text.push_str("; ");
            }
            text.push_str(&addition);
        }
        self
    }

    /// Makes a sentence of the clauses: a capital first and a full stop last.
    #[must_use]
    pub(crate) fn sentence(self) -> Self {
        Self::new(sentence(&self.vi), sentence(&self.en))
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_become_one_sentence() {
        let text = Bilingual::new("đủ", "enough")
            .and(Bilingual::default())
            .and(Bilingual::new("rõ", "clear"))
            .sentence();
        assert_eq!(text, Bilingual::new("Đủ; rõ.", "Enough; clear."));
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(Bilingual::default().sentence(), Bilingual::default());
    }
}
