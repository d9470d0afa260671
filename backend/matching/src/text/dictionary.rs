//! Vietnamese phrases and the English words they may mean.

use super::forms::Forms;
use super::normal::stem;
use super::stop::is_stop;
use super::token::tokens;
use crate::model::Language;

/// From a Vietnamese phrase to stems of English words.
pub(crate) type Dictionary = Forms<Vec<String>>;

/// A dictionary of these entries: Vietnamese phrases, and English phrases that mean the same.
pub(crate) fn dictionary<'a>(
    entries: impl Iterator<Item = (&'a [String], &'a [String])>,
) -> Dictionary {
    let mut dictionary = Forms::new(Language::Vi);
    for (vietnamese, english) in entries {
        let meanings: Vec<Vec<String>> = english
            .iter()
            .map(|phrase| stems(phrase))
            .filter(|stems| !stems.is_empty())
            .collect();
        for phrase in vietnamese {
            for meaning in &meanings {
                dictionary.insert(phrase, meaning);
            }
        }
    }
    dictionary
}

fn stems(phrase: &str) -> Vec<String> {
    tokens(phrase)
        .into_iter()
        .filter(|token| !is_stop(Language::En, &token.exact, false))
        .map(|token| {
            if token.code {
                token.exact
            } else {
                stem(&token.folded)
            }
        })
        .collect()
}
