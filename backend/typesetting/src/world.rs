//! All that the layout can see: itself, the content, the code, the fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontStyle, FontWeight};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

const LAYOUT: &str = include_str!("paper.typ");

/// The typeface of all that people wrote, and the one of digests and addresses.
const SERIF: &str = "Libertinus Serif";
const MONO: &str = "DejaVu Sans Mono";

/// What `paper.typ` uses of what comes along. The serif's half-bold faces and its bold italic lack
/// letters of Vietnamese (ơ, ư).
fn used(font: &Font) -> bool {
    let variant = font.info().variant;
    let upright = variant.style == FontStyle::Normal;
    let regular = variant.weight == FontWeight::REGULAR;
    match font.info().family.as_str() {
        SERIF => regular || (upright && variant.weight == FontWeight::BOLD),
        MONO => regular && upright,
        _ => false,
    }
}

/// Read once for the whole process.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    layout: Source,
    content: FileId,
    code: FileId,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts()
        .flat_map(|data| Font::iter(Bytes::new(data)))
        .filter(used)
        .collect();
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        layout: Source::new(named("paper.typ"), LAYOUT.to_owned()),
        content: named("content.json"),
        code: named("code.svg"),
    }
});

fn named(name: &str) -> FileId {
    // Ours are plain names; one that is not would have no file, and the tests would say so.
    let path = VirtualPath::new(name).expect("a plain file name");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Whether every weight and slant of the paper's typeface can show it.
pub(crate) fn shows(character: char) -> bool {
    SHARED
        .fonts
        .iter()
        .filter(|font| font.info().family == SERIF)
        .all(|font| font.info().coverage.contains(character.into()))
}

pub(crate) struct World {
    content: Bytes,
    code: Bytes,
}

impl World {
    pub(crate) fn new(content: Vec<u8>, code: Vec<u8>) -> Self {
        Self {
            content: Bytes::new(content),
            code: Bytes::new(code),
        }
    }
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        SHARED.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == SHARED.layout.id() {
            Ok(SHARED.layout.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHARED.content {
            Ok(self.content.clone())
        } else if id == SHARED.code {
            Ok(self.code.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    /// No clock: what the paper says of time, it is told.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
