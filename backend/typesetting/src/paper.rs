//! What stands on the paper. All of it is text that people wrote: none of it is ever read as markup.

use serde::Serialize;

/// A text in both languages; one of them may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    pub vi: String,
    pub en: String,
}

impl Text {
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            vi: vi.into(),
            en: en.into(),
        }
    }
}

/// An agreement as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Paper {
    pub title: Text,
    /// The number by which people call it, as it shall be read: `TT-2026-0001`.
    pub number: String,
    /// What kind of agreement it is, in words.
    pub kind: Text,
    pub parties: Vec<Party>,
    /// What the parties start from; numbered (1), (2) ….
    pub recitals: Vec<Text>,
    pub clauses: Vec<Clause>,
    /// One block a signature, signed or yet to be.
    pub signatures: Vec<Signature>,
    pub witnesses: Vec<Witness>,
    pub version: u32,
    /// Of the content of this version, in hexadecimal.
    pub hash: String,
    /// Where whoever holds the paper can ask whether it is the agreement; the QR code says it.
    pub verify_url: String,
    /// Watermark and label.
    pub draft: bool,
    /// As it shall be read. A day in it (`2026-11-28` or `28/11/2026`) becomes the document's date.
    pub printed_at: String,
}

/// One side of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Party {
    /// "Bên A", "Party A".
    pub role: Text,
    pub name: Text,
    pub address: String,
    pub representative: String,
    pub position: String,
}

/// Numbered by its place. A blank line or a line's end begins a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Clause {
    pub heading: Text,
    pub body: Text,
}

/// Where somebody signs, or signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Signature {
    pub party: Text,
    pub name: String,
    pub position: String,
    /// When, as it shall be read; empty: not signed yet, and room is left for a hand.
    pub at: String,
    /// What was consented to.
    pub statement: Text,
}

/// Who was there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Witness {
    pub name: String,
    pub organization: String,
}
