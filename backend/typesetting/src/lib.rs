//! The paper of an agreement: [`Paper`] in, a PDF out, Vietnamese and English side by side.
//!
//! A pure library: no I/O, no clock; equal papers give equal bytes. The layout stands in
//! `paper.typ`; typst sets it (`docs/decisions/0039-the-paper.md`).
//!
//! ```text
//! Paper ─ inert: only what a font can show ─ JSON ─┐
//! verify_url ─ code: a QR code as SVG ─────────────┤
//! paper.typ, fonts ────────────────────────────────┴─ World ─ typst ─ PDF/A-2a, PDF/UA-1
//! ```
//!
//! * What people wrote arrives in the layout as values, never as markup, and the layout sees these
//!   two files and nothing else: no disk, no network, no packages.
//! * The paper is tagged, has a title, a language for each of its parts, and an outline; where no
//!   date can be read from [`Paper::printed_at`] it does not claim to be of the archive's kind.

mod code;
mod error;
mod inert;
mod paper;
mod world;

pub use error::Error;
pub use paper::{Clause, Paper, Party, Signature, Text, Witness};

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Some two hundred pages; whoever writes more wants another kind of document.
pub const MOST_CHARACTERS: usize = 400_000;

/// Sets the agreement.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, Error> {
    let content = inert::content(paper)?;
    let dated = content.date.is_some();
    let world = world::World::new(
        serde_json::to_vec(&content)?,
        code::svg(&paper.verify_url)?.into_bytes(),
    );
    let document = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(refused)?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {} {}", paper.number, paper.version, paper.hash)),
        creator: Smart::Custom(Some("i-Forum".to_owned())),
        standards: standards(dated)?,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(refused);
    // What typst remembers of this paper helps the next one little, and would stay for good.
    typst::comemo::evict(1);
    bytes
}

fn standards(dated: bool) -> Result<PdfStandards, Error> {
    let wanted: &[PdfStandard] = if dated {
        &[PdfStandard::A_2a, PdfStandard::Ua_1]
    } else {
        &[PdfStandard::Ua_1]
    };
    PdfStandards::new(wanted).map_err(|refusal| Error::Typesetter(refusal.message().to_string()))
}

fn refused(reasons: impl IntoIterator<Item = typst::diag::SourceDiagnostic>) -> Error {
    let reasons: Vec<_> = reasons
        .into_iter()
        .map(|reason| reason.message.to_string())
        .collect();
    Error::Typesetter(reasons.join("; "))
}
