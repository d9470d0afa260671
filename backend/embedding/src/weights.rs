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
        let (bytes, kind) = self.bytes(name, shape)?;
        Ok(match kind {
            Dtype::F16 => halves(&bytes).map(f16::to_f32).collect(),
            Dtype::BF16 => pairs(&bytes)
                .map(|b| bf16::from_le_bytes(b).to_f32())
                .collect(),
            _ => singles(&bytes).collect(),
        })
    }

    /// A tensor as numbers of half precision: for the table of the pieces, which is nearly all of
    /// a small model and of which a text needs a few rows.
    pub(crate) fn half(&mut self, name: &str, shape: &[usize]) -> Result<Vec<f16>, ModelError> {
        let (bytes, kind) = self.bytes(name, shape)?;
        Ok(match kind {
            Dtype::F16 => halves(&bytes).collect(),
            Dtype::BF16 => pairs(&bytes)
                .map(|b| f16::from_f32(bf16::from_le_bytes(b).to_f32()))
                .collect(),
            _ => singles(&bytes).map(f16::from_f32).collect(),
        })
    }

    fn bytes(&mut self, name: &str, shape: &[usize]) -> Result<(Vec<u8>, Dtype), ModelError> {
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
        let mut bytes = vec![0; end - begin];
        self.file
            .seek(SeekFrom::Start(self.start + begin as u64))
            .and_then(|_| self.file.read_exact(&mut bytes))
            .map_err(|e| ModelError::unreadable(&self.path, e))?;
        Ok((bytes, kind))
    }
}

fn pairs(bytes: &[u8]) -> impl Iterator<Item = [u8; 2]> + '_ {
    bytes.as_chunks().0.iter().copied()
}

fn halves(bytes: &[u8]) -> impl Iterator<Item = f16> + '_ {
    pairs(bytes).map(f16::from_le_bytes)
}

fn singles(bytes: &[u8]) -> impl Iterator<Item = f32> + '_ {
    bytes.as_chunks().0.iter().copied().map(f32::from_le_bytes)
}
