//! `model.safetensors`, read tensor by tensor: the file is never in memory as a whole.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::PathBuf;

use half::{bf16, f16};
use safetensors::Dtype;
use safetensors::tensor::Metadata;

use crate::ModelError;
use crate::folder::{Folder, WEIGHTS};

/// A header that is longer is none: the format allows no more.
const LONGEST_HEADER: u64 = 100_000_000;

/// So many bytes are read at a time; a multiple of the size of every number.
const BUFFER: usize = 1 << 16;

pub(crate) struct Weights {
    path: PathBuf,
    file: File,
    metadata: Metadata,
    /// Where the tensors' bytes begin.
    start: u64,
    /// What stands before every name; files from a larger model say "bert." or "roberta.".
    prefix: &'static str,
}

impl Weights {
    pub(crate) fn open(folder: &Folder) -> Result<Self, ModelError> {
        let path = folder.path(WEIGHTS);
        let unreadable = |e| ModelError::unreadable(&path, e);
        let mut file = File::open(&path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        if size < 8 {
            return Err(ModelError::bad_weights(&path, "it is nearly empty"));
        }
        let mut length = [0; 8];
        file.read_exact(&mut length).map_err(unreadable)?;
        let length = u64::from_le_bytes(length);
        if length > LONGEST_HEADER || length + 8 > size {
            return Err(ModelError::bad_weights(&path, "its header is not whole"));
        }
        let mut header = vec![0; length as usize];
        file.read_exact(&mut header).map_err(unreadable)?;
        let metadata: Metadata = serde_json::from_slice(&header)
            .map_err(|e| ModelError::bad_weights(&path, format!("its header says {e}")))?;
        let start = length + 8;
        let promised = start + metadata.data_len() as u64;
        if promised != size {
            let reason = format!("it has {size} bytes, its header promises {promised}");
            return Err(ModelError::bad_weights(&path, reason));
        }
        let prefix = ["bert.", "roberta.", "model."]
            .into_iter()
            .find(|prefix| {
                metadata
                    .info(&format!("{prefix}embeddings.word_embeddings.weight"))
                    .is_some()
            })
            .unwrap_or_default();
        Ok(Self {
            path,
            file,
            metadata,
            start,
            prefix,
        })
    }

    /// A tensor as numbers of single precision, row by row.
    pub(crate) fn single(&mut self, name: &str, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        self.numbers(name, shape, |number| number)
    }

    /// A tensor as numbers of half precision: for the table of the pieces, which is nearly all of
    /// a small model and of which a text needs a few rows.
    pub(crate) fn half(&mut self, name: &str, shape: &[usize]) -> Result<Vec<f16>, ModelError> {
        self.numbers(name, shape, f16::from_f32)
    }

    fn numbers<T>(
        &mut self,
        name: &str,
        shape: &[usize],
        convert: impl Fn(f32) -> T,
    ) -> Result<Vec<T>, ModelError> {
        let (kind, begin, end) = self.find(name, shape)?;
        let unreadable = |e| ModelError::unreadable(&self.path, e);
        self.file
            .seek(SeekFrom::Start(self.start + begin as u64))
            .map_err(unreadable)?;
        let mut numbers = Vec::with_capacity(shape.iter().product());
        let mut buffer = vec![0; BUFFER];
        let mut left = end - begin;
        while left > 0 {
            let part = &mut buffer[..left.min(BUFFER)];
            self.file.read_exact(part).map_err(unreadable)?;
            left -= part.len();
            match kind {
                Dtype::F16 => {
                    numbers.extend(pairs(part).map(|b| convert(f16::from_le_bytes(b).to_f32())));
                }
                Dtype::BF16 => {
                    numbers.extend(pairs(part).map(|b| convert(bf16::from_le_bytes(b).to_f32())));
                }
                _ => {
                    let fours = part.as_chunks().0.iter();
                    numbers.extend(fours.map(|b| convert(f32::from_le_bytes(*b))));
                }
            }
        }
        Ok(numbers)
    }

    /// The kind of a tensor, and where it lies behind the header.
    fn find(&self, name: &str, shape: &[usize]) -> Result<(Dtype, usize, usize), ModelError> {
        let name = format!("{}{name}", self.prefix);
        let Some(info) = self.metadata.info(&name) else {
            return Err(ModelError::TensorMissing {
                path: self.path.clone(),
                tensor: name,
            });
        };
        if info.shape != shape {
            return Err(ModelError::WrongShape {
                path: self.path.clone(),
                tensor: name,
                expected: shape.to_vec(),
                found: info.shape.clone(),
            });
        }
        let kind = info.dtype;
        if !matches!(kind, Dtype::F32 | Dtype::F16 | Dtype::BF16) {
            let reason = format!("{name} is of the type {kind:?}; F32, F16 and BF16 are read");
            return Err(ModelError::unsupported(&self.path, reason));
        }
        let (begin, end) = info.data_offsets;
        Ok((kind, begin, end))
    }
}

fn pairs(bytes: &[u8]) -> impl Iterator<Item = [u8; 2]> + '_ {
    bytes.as_chunks().0.iter().copied()
}
