//! The reader of the packed file: all of a small encoder in one piece, its products in four bits.
//!
//! Little endian, one part behind the other:
//!
//! | part | content |
//! |---|---|
//! | head | `E5S1`, version; width, layers, heads, inner width, vocabulary, positions, segment types; epsilon; block |
//! | pieces | count; numbers of begin, end, padding, unknown; length of the text; offsets; scores; the text |
//! | normaliser | count, length; for each character its number, how many replace it, and they |
//! | directory | count; for each tensor its name, kind, count of numbers, offset, length |
//! | tensors | kind 0: f32; kind 1: blocks of 32 numbers: a scale in f16, then 16 bytes of two numbers each |
//!
//! In a block the low half of byte j is number j, the high half number j + 16; each stands for
//! itself less 8, times the scale.

use half::f16;

use crate::Outcome;

/// Numbers in a block.
const BLOCK: usize = 32;
/// A scale and the halves of bytes.
const BLOCK_BYTES: usize = 2 + BLOCK / 2;

pub(crate) struct Packed<'a> {
    pub(crate) width: usize,
    pub(crate) layers: usize,
    pub(crate) heads: usize,
    pub(crate) inner: usize,
    pub(crate) vocabulary: usize,
    pub(crate) positions: usize,
    pub(crate) types: usize,
    pub(crate) epsilon: f32,
    /// The pieces and their scores; a piece's number is its place.
    pub(crate) pieces: Vec<(&'a str, f32)>,
    pub(crate) begin: usize,
    pub(crate) end: usize,
    pub(crate) padding: usize,
    pub(crate) unknown: usize,
    /// What replaces a character, for those that are replaced.
    pub(crate) replaced: Vec<(char, Vec<char>)>,
    tensors: Vec<Entry>,
    content: &'a [u8],
}

struct Entry {
    name: String,
    packed: bool,
    count: usize,
    begin: usize,
    end: usize,
}

impl<'a> Packed<'a> {
    pub(crate) fn read(content: &'a [u8]) -> Outcome<Self> {
        let mut at = Cursor(content);
        if at.take(4)? != b"E5S1" {
            return Err("The packed file does not begin with E5S1.".into());
        }
        let version = at.u32()?;
        if version != 1 {
            return Err(format!("The packed file has version {version}; 1 is read.").into());
        }
        let [width, layers, heads, inner, vocabulary, positions, types] = at.sizes()?;
        let epsilon = at.f32()?;
        let [block] = at.sizes()?;
        if block != BLOCK || !width.is_multiple_of(BLOCK) || !inner.is_multiple_of(BLOCK) {
            return Err("The packed file has blocks of another size.".into());
        }
        let [count, begin, end, padding, unknown] = at.sizes()?;
        let length = usize::try_from(at.u64()?)?;
        let offsets = (0..=count).map(|_| at.u32()).collect::<Outcome<Vec<_>>>()?;
        let scores = (0..count).map(|_| at.f32()).collect::<Outcome<Vec<_>>>()?;
        let text = at.take(length)?;
        let pieces = offsets
            .windows(2)
            .zip(scores)
            .map(|(ends, score)| {
                let piece = text
                    .get(ends[0] as usize..ends[1] as usize)
                    .ok_or("A piece of the packed file lies outside its text.")?;
                Ok((std::str::from_utf8(piece)?, score))
            })
            .collect::<Outcome<_>>()?;
        let [count, _] = at.sizes()?;
        let character = |number| char::from_u32(number).ok_or("The normaliser has no character.");
        let replaced = (0..count)
            .map(|_| {
                let from = character(at.u32()?)?;
                let length = at.take(1)?[0];
                let to = (0..length)
                    .map(|_| Ok(character(at.u32()?)?))
                    .collect::<Outcome<_>>()?;
                Ok((from, to))
            })
            .collect::<Outcome<_>>()?;
        let [count] = at.sizes()?;
        let tensors = (0..count).map(|_| at.entry()).collect::<Outcome<_>>()?;
        Ok(Self {
            width,
            layers,
            heads,
            inner,
            vocabulary,
            positions,
            types,
            epsilon,
            pieces,
            begin,
            end,
            padding,
            unknown,
            replaced,
            tensors,
            content,
        })
    }

    /// A tensor's numbers in half precision, as little-endian bytes.
    pub(crate) fn tensor(&self, name: &str, count: usize) -> Outcome<Vec<u8>> {
        let wrong = || format!("The packed file's tensor {name} is missing or of another size.");
        let entry = self
            .tensors
            .iter()
            .find(|entry| entry.name == name && entry.count == count)
            .ok_or_else(wrong)?;
        let bytes = self.content.get(entry.begin..entry.end).ok_or_else(wrong)?;
        let expected = if entry.packed {
            count / BLOCK * BLOCK_BYTES
        } else {
            count * 4
        };
        if bytes.len() != expected {
            return Err(wrong().into());
        }
        let mut halves = Vec::with_capacity(count * 2);
        let mut put = |number: f32| halves.extend(f16::from_f32(number).to_le_bytes());
        if entry.packed {
            for block in bytes.as_chunks::<BLOCK_BYTES>().0 {
                let scale = f16::from_le_bytes([block[0], block[1]]).to_f32();
                let number = |half: u8| (f32::from(half) - 8.0) * scale;
                block[2..].iter().for_each(|byte| put(number(byte & 15)));
                block[2..].iter().for_each(|byte| put(number(byte >> 4)));
            }
        } else {
            for number in bytes.as_chunks().0 {
                put(f32::from_le_bytes(*number));
            }
        }
        Ok(halves)
    }
}

/// The rest of the bytes.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Outcome<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .ok_or("The packed file ends too early.")?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Outcome<[u8; N]> {
        Ok(self.take(N)?.try_into()?)
    }

    fn u32(&mut self) -> Outcome<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn u64(&mut self) -> Outcome<u64> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    fn f32(&mut self) -> Outcome<f32> {
        Ok(f32::from_le_bytes(self.array()?))
    }

    fn sizes<const N: usize>(&mut self) -> Outcome<[usize; N]> {
        let mut sizes = [0; N];
        for size in &mut sizes {
            *size = usize::try_from(self.u32()?)?;
        }
        Ok(sizes)
    }

    fn entry(&mut self) -> Outcome<Entry> {
        let length = u16::from_le_bytes(self.array()?);
        let name = std::str::from_utf8(self.take(length.into())?)?.to_owned();
        let packed = match self.take(1)?[0] {
            0 => false,
            1 => true,
            other => return Err(format!("{name} is of the unknown kind {other}.").into()),
        };
        let count = self.u32()? as usize;
        let begin = usize::try_from(self.u64()?)?;
        let length = usize::try_from(self.u64()?)?;
        Ok(Entry {
            name,
            packed,
            count,
            begin,
            end: begin.saturating_add(length),
        })
    }
}
