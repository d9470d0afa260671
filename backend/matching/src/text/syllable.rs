//! Whether a word could be a Vietnamese syllable.
//!
//! Vietnamese has some seven thousand syllables, each an onset and a rime. Without tones the
//! rules are few, and a word that breaks them (`Panthers`, `LoRaWAN`, `smart`) is a name or a
//! loan: it means the same in the English text, so it may be compared across languages.

use std::collections::HashSet;
use std::sync::LazyLock;

const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// Rimes as they are written without tones, after Đoàn Thiện Thuật, *Ngữ âm tiếng Việt* (1977).
const RIMES: &[&str] = &[
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec",
    "ech", "em", "en", "eng", "enh", "eo", "ep", "et", "eu", "i", "ia", "ich", "iec", "iem", "ien",
    "ieng", "iep", "iet", "ieu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach",
    "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe", "oen", "oeo",
    "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "u", "ua", "uan", "uang", "uat",
    "uau", "uay", "uc", "ue", "uech", "uenh", "ui", "um", "un", "ung", "uo", "uoc", "uoi", "uom",
    "uon", "uong", "uop", "uot", "uou", "up", "ut", "uu", "uy", "uya", "uych", "uyen", "uyet",
    "uynh", "uyt", "uyu", "y", "yem", "yen", "yet", "yeu", "ynh", "ych",
];

/// Every onset with every rime; `gi` is a syllable by itself, and `gìn` is one too.
static SYLLABLES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let with = |onset: &&str| {
        let onset = (*onset).to_owned();
        RIMES.iter().map(move |rime| format!("{onset}{rime}"))
    };
    let all = ONSETS.iter().flat_map(with);
    all.chain(["gi", "gin"].map(str::to_owned)).collect()
});

/// `word` is lowered and folded.
pub(super) fn is_syllable(word: &str) -> bool {
    SYLLABLES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_syllable_of_real_words_passes() {
        let words = "chieu sang cong cong thanh pho ho chi minh quy hoach nghieng giong gi gin \
                     khuya nguyen huong duong uong yeu oan ruou quynh khuyu thuoc loa xoong";
        for word in words.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn names_and_loans_do_not() {
        for word in [
            "panthers", "smart", "street", "5g", "lorawan", "wifi", "city", "bot2",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
