//! Words that say nothing about what is needed or offered.
//!
//! Small on purpose: a Vietnamese syllable that is also half of a compound (`thiết bị`,
//! `chỉ số`, `một cửa`) or of a name (`Cần Thơ`) must stay. The boilerplate of tenders (`nhu cầu`, `giải pháp`) is
//! left to rarity, which learns it from the postings themselves.

use crate::model::Language;

const VI: &[&str] = &[
    "và", "của", "các", "những", "cho", "là", "được", "với", "trong", "có", "này", "đó", "khi",
    "tại", "từ", "đến", "để", "theo", "về", "đã", "đang", "sẽ", "phải", "như", "trên", "dưới",
    "bằng", "hay", "hoặc", "nhưng", "mà", "thì", "ở", "vào", "nên", "vì", "nếu", "cũng", "rất",
    "nhiều", "mọi", "mỗi", "từng", "còn", "sau", "trước", "nhằm", "gồm", "ubnd",
];

/// The folded forms that are no common half of a compound once their tone is gone:
/// `cần` is left out because `can` is also `căn`, `cán`, `cạn`.
const VI_FOLDED: &[&str] = &[
    "va", "cua", "cac", "nhung", "cho", "la", "duoc", "voi", "trong", "nay", "khi", "tai", "tu",
    "den", "de", "theo", "ve", "da", "dang", "se", "nhu", "tren", "duoi", "hoac", "ma", "thi",
    "vao", "nen", "vi", "neu", "cung", "rat", "moi", "nham", "ubnd",
];

const EN: &[&str] = &[
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "for", "with", "by", "at", "from", "as",
    "is", "are", "was", "were", "be", "been", "being", "it", "its", "this", "that", "these",
    "those", "we", "our", "us", "you", "your", "they", "their", "which", "who", "will", "would",
    "can", "could", "should", "must", "may", "has", "have", "had", "do", "does", "not", "no",
    "but", "if", "than", "then", "so", "such", "into", "over", "under", "between", "within", "all",
    "any", "each", "more", "most", "other", "also", "need", "using", "use", "per", "up", "one",
    "two", "new", "well", "both", "through", "while", "there", "here", "when", "where",
];

/// Whether a lowered word is a stop word; `bare` says the text has no diacritics at all.
pub(super) fn is_stop(language: Language, word: &str, bare: bool) -> bool {
    match language {
        Language::En => EN.contains(&word),
        Language::Vi if bare => VI_FOLDED.contains(&word),
        Language::Vi => VI.contains(&word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normal::lowered;

    #[test]
    fn the_lists_are_spelt_as_words_are_compared() {
        assert!(
            VI.iter()
                .chain(VI_FOLDED)
                .chain(EN)
                .all(|word| lowered(word) == **word)
        );
        assert!(VI_FOLDED.iter().all(|word| word.is_ascii()));
    }

    #[test]
    fn halves_of_compounds_stay() {
        assert!(!is_stop(Language::Vi, "bị", false), "thiết bị");
        assert!(is_stop(Language::Vi, "của", false));
        assert!(!is_stop(Language::Vi, "can", true));
    }
}
