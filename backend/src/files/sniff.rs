//! Pure: what bytes are, and whether they are that and nothing else.
//!
//! The first bytes say the type ([`infer`]); the rest must keep the promise. A file that is two
//! things at once (a picture with an archive behind it, a PDF with a page of HTML before it), and
//! one that does something when it is opened, is no evidence.

use super::FileType;

/// Most pixels of a picture: a bomb of a few kilobytes would fill its viewer's memory.
const PIXELS_MAX: u64 = 100_000_000;
/// Longest side of a picture in pixels.
const SIDE_MAX: u32 = 30_000;
/// Bytes at the end of a PDF within which its end must be marked (ISO 32000-1, annex H.3.4.2).
const PDF_TAIL: usize = 1024;
/// Longest comment of a ZIP archive, and its end record (APPNOTE 4.3.16).
const ZIP_TAIL: usize = 65_535 + 22;
/// Names in a PDF that make it do something or carry another file (ISO 32000-1, 12.6.4 and 7.11.4).
const ACTIVE_NAMES: [&[u8]; 9] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"XFA",
    b"RichMedia",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"ImportData",
    b"GoToE",
];
/// Text by which browsers and servers take something for a page or a script, in lower case.
const MARKUP: [&[u8]; 6] = [
    b"<script",
    b"<html",
    b"<svg",
    b"<?php",
    b"<!doctype html",
    b"<iframe",
];

/// Why bytes are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Not of a type that is taken.
    Unknown,
    /// Cut off or malformed.
    Broken,
    /// It does something, or holds something else.
    Active,
    /// A picture of too many pixels.
    TooManyPixels,
}

/// The type of sound bytes.
pub fn sniff(bytes: &[u8]) -> Result<FileType, Unfit> {
    let kind = infer::get(bytes).ok_or(Unfit::Unknown)?.mime_type();
    let found = match kind {
        "application/pdf" => FileType::Pdf,
        "image/png" => FileType::Png,
        "image/jpeg" => FileType::Jpeg,
        _ => return Err(Unfit::Unknown),
    };
    match found {
        FileType::Pdf => pdf(bytes)?,
        FileType::Png => png(bytes)?,
        FileType::Jpeg => jpeg(bytes)?,
    }
    if is_archive(bytes) || has_markup(bytes) {
        return Err(Unfit::Active);
    }
    Ok(found)
}

/// Begins with its name, ends with its mark, does nothing.
fn pdf(bytes: &[u8]) -> Result<(), Unfit> {
    // Readers look for the name within the first kilobyte; before it there could be a page of HTML.
    if !bytes.starts_with(b"%PDF-") {
        return Err(Unfit::Unknown);
    }
    let tail = &bytes[bytes.len().saturating_sub(PDF_TAIL)..];
    if !tail.windows(5).any(|five| five == b"%%EOF") {
        return Err(Unfit::Broken);
    }
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| *b == b'/') {
        rest = &rest[at + 1..];
        if ACTIVE_NAMES.contains(&name(rest).as_slice()) {
            return Err(Unfit::Active);
        }
    }
    Ok(())
}

/// The name behind a slash, its escapes undone (`/J#61vaScript` is `/JavaScript`); long ones cut.
fn name(bytes: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(16);
    let mut rest = bytes;
    while let Some((first, more)) = rest.split_first() {
        let ends = first.is_ascii_whitespace() || b"\0/[]<>(){}%".contains(first);
        if ends || name.len() > 16 {
            break;
        }
        let digit = |i: usize| more.get(i).and_then(|b| char::from(*b).to_digit(16));
        if let (b'#', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            name.push((high * 16 + low) as u8);
            rest = &more[2..];
        } else {
            name.push(*first);
            rest = more;
        }
    }
    name
}

/// Chunk after chunk to the last, and nothing behind it (PNG 3rd edition, 5.3).
fn png(bytes: &[u8]) -> Result<(), Unfit> {
    let mut rest = bytes
        .strip_prefix(b"\x89PNG\r\n\x1a\n")
        .ok_or(Unfit::Broken)?;
    let mut first = true;
    loop {
        let (length, after) = rest.split_first_chunk::<4>().ok_or(Unfit::Broken)?;
        let (kind, after) = after.split_first_chunk::<4>().ok_or(Unfit::Broken)?;
        let length = u32::from_be_bytes(*length) as usize;
        let data = after.get(..length).ok_or(Unfit::Broken)?;
        // Behind the data stands a checksum of four bytes.
        rest = after.get(length + 4..).ok_or(Unfit::Broken)?;
        if first {
            let size = data.first_chunk::<8>().filter(|_| kind == b"IHDR");
            let size = size.ok_or(Unfit::Broken)?;
            let side = |at: usize| {
                u32::from_be_bytes([size[at], size[at + 1], size[at + 2], size[at + 3]])
            };
            bounded(side(0), side(4))?;
            first = false;
        }
        if kind == b"IEND" {
            return if rest.is_empty() {
                Ok(())
            } else {
                Err(Unfit::Active)
            };
        }
    }
}

/// Segment after segment to the picture's data, and an end. Cameras write previews behind the end,
/// so that what follows it is only searched for what must not be there.
fn jpeg(bytes: &[u8]) -> Result<(), Unfit> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8").ok_or(Unfit::Broken)?;
    let mut sized = false;
    loop {
        let (marker, after) = rest.split_first_chunk::<2>().ok_or(Unfit::Broken)?;
        if marker[0] != 0xff {
            return Err(Unfit::Broken);
        }
        // A marker may be preceded by any number of fill bytes.
        if marker[1] == 0xff {
            rest = &rest[1..];
            continue;
        }
        let length = after.first_chunk::<2>().ok_or(Unfit::Broken)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let segment = after.get(2..length).ok_or(Unfit::Broken)?;
        rest = &after[length..];
        match marker[1] {
            // Start of frame: precision, height, width (ITU-T T.81, B.2.2).
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let frame = segment.first_chunk::<5>().ok_or(Unfit::Broken)?;
                let side = |at: usize| u32::from(u16::from_be_bytes([frame[at], frame[at + 1]]));
                bounded(side(3), side(1))?;
                sized = true;
            }
            // Start of scan: the picture follows, and somewhere its end.
            0xda => {
                let ends = rest.windows(2).any(|two| two == b"\xff\xd9");
                return if sized && ends {
                    Ok(())
                } else {
                    Err(Unfit::Broken)
                };
            }
            _ => {}
        }
    }
}

fn bounded(width: u32, height: u32) -> Result<(), Unfit> {
    if width == 0 || height == 0 {
        return Err(Unfit::Broken);
    }
    let pixels = u64::from(width) * u64::from(height);
    if width > SIDE_MAX || height > SIDE_MAX || pixels > PIXELS_MAX {
        return Err(Unfit::TooManyPixels);
    }
    Ok(())
}

/// Readers of ZIP look at the end: does an archive end here?
fn is_archive(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(ZIP_TAIL)..];
    tail.windows(22).enumerate().any(|(at, record)| {
        let comment = usize::from(u16::from_le_bytes([record[20], record[21]]));
        // The comment reaches to the end of the file, or nearly so: readers are lenient.
        record.starts_with(b"PK\x05\x06") && at + 22 + comment <= tail.len()
    })
}

fn has_markup(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        rest = &rest[at..];
        let begins = |word: &&[u8]| {
            rest.get(..word.len())
                .is_some_and(|text| text.eq_ignore_ascii_case(word))
        };
        if MARKUP.iter().any(begins) {
            return true;
        }
        rest = &rest[1..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] =
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer\n%%EOF\n";

    fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length, kind, data, &[0; 4]].concat()
    }

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
        let header = [&size[..], &[8, 2, 0, 0, 0]].concat();
        [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", &header),
            chunk(b"IDAT", b"x"),
            chunk(b"IEND", b""),
        ]
        .concat()
    }

    fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
        bytes.extend_from_slice(b"\xff\xc0\x00\x0b\x08");
        bytes.extend_from_slice(&height.to_be_bytes());
        bytes.extend_from_slice(&width.to_be_bytes());
        bytes.extend_from_slice(b"\x01\x01\x11\x00");
        bytes.extend_from_slice(b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00data\xff\xd9");
        bytes
    }

    #[test]
    fn sound_files_are_what_their_bytes_say() {
        assert_eq!(sniff(PDF), Ok(FileType::Pdf));
        assert_eq!(sniff(&png_of(600, 800)), Ok(FileType::Png));
        assert_eq!(sniff(&jpeg_of(600, 800)), Ok(FileType::Jpeg));
    }

    #[test]
    fn what_is_of_another_kind_is_unknown() {
        for other in [
            &b""[..],
            b"x",
            b"MZ\x90\x00",
            b"PK\x03\x04",
            b"GIF89a",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            b"<!doctype html><script>alert(1)</script>",
            b"#!/bin/sh\nrm -rf /",
            b"<!-- %PDF-1.7 -->",
            &[b"<script>alert(1)</script>", PDF].concat(),
        ] {
            assert_eq!(sniff(other), Err(Unfit::Unknown), "{other:?}");
        }
    }

    #[test]
    fn a_pdf_that_does_something_is_refused() {
        for name in [
            "/JavaScript",
            "/JS(app.alert(1))",
            "/J#61vaScript",
            "/Launch<<",
            "/#58FA",
            "/EmbeddedFile/x",
        ] {
            let text = format!("%PDF-1.4\n<< {name} >>\n%%EOF");
            assert_eq!(sniff(text.as_bytes()), Err(Unfit::Active), "{name}");
        }
        // Names that only begin alike are harmless.
        assert_eq!(
            sniff(b"%PDF-1.4\n<< /JSomething /LaunchPad >>\n%%EOF"),
            Ok(FileType::Pdf)
        );
        assert_eq!(sniff(b"%PDF-1.4\n<< >>\n"), Err(Unfit::Broken));
    }

    #[test]
    fn what_is_two_things_is_refused() {
        let archive = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
        for good in [PDF.to_vec(), jpeg_of(6, 8)] {
            let with_archive = [good.clone(), archive.clone()].concat();
            assert_eq!(sniff(&with_archive), Err(Unfit::Active));
            let with_page = [good, b"<SCRIPT>alert(1)</SCRIPT>%%EOF".to_vec()].concat();
            assert_eq!(sniff(&with_page), Err(Unfit::Active));
        }
        let behind = [png_of(6, 8), b"x".to_vec()].concat();
        assert_eq!(sniff(&behind), Err(Unfit::Active));
        let mut inside = png_of(6, 8);
        inside.splice(33..33, chunk(b"tEXt", b"<?php system($_GET['c']);"));
        assert_eq!(sniff(&inside), Err(Unfit::Active));
    }

    #[test]
    fn pictures_are_bounded() {
        assert_eq!(sniff(&png_of(60_000, 60_000)), Err(Unfit::TooManyPixels));
        assert_eq!(sniff(&png_of(30_000, 30_000)), Err(Unfit::TooManyPixels));
        assert_eq!(sniff(&jpeg_of(65_535, 65_535)), Err(Unfit::TooManyPixels));
        assert_eq!(sniff(&png_of(0, 8)), Err(Unfit::Broken));
    }

    #[test]
    fn cut_off_bytes_never_pass_and_never_panic() {
        for good in [png_of(6, 8), jpeg_of(6, 8)] {
            for length in 0..good.len() {
                assert!(sniff(&good[..length]).is_err(), "{length}");
            }
        }
        let mut short = jpeg_of(6, 8);
        // A segment shorter than its own length field.
        (short[4], short[5]) = (0, 1);
        assert_eq!(sniff(&short), Err(Unfit::Broken));
    }
}
