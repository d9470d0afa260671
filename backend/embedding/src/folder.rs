//! The folder of a model: which files it has, and their reading.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::ModelError;

pub(crate) const CONFIG: &str = "config.json";
pub(crate) const TOKENIZER: &str = "tokenizer.json";
pub(crate) const WEIGHTS: &str = "model.safetensors";
pub(crate) const MEANS: &str = "means.json";

pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The folder, once it is known to hold every file that is needed.
    pub(crate) fn open(folder: &Path) -> Result<Self, ModelError> {
        if !folder.is_dir() {
            return Err(ModelError::FolderMissing {
                folder: folder.to_owned(),
            });
        }
        for file in [CONFIG, TOKENIZER, WEIGHTS] {
            if !folder.join(file).is_file() {
                return Err(ModelError::FileMissing {
                    folder: folder.to_owned(),
                    file,
                });
            }
        }
        Ok(Self(folder.to_owned()))
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    pub(crate) fn read(&self, file: &str) -> Result<Vec<u8>, ModelError> {
        let path = self.path(file);
        fs::read(&path).map_err(|e| ModelError::unreadable(&path, e))
    }

    /// The content of a file that may be absent.
    pub(crate) fn read_if_there(&self, file: &str) -> Result<Option<Vec<u8>>, ModelError> {
        let path = self.path(file);
        match fs::read(&path) {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ModelError::unreadable(&path, error)),
        }
    }

    /// The name of the folder, for models that do not say theirs.
    pub(crate) fn name(&self) -> String {
        self.0
            .canonicalize()
            .ok()
            .as_deref()
            .and_then(Path::file_name)
            .map_or_else(
                || "model".to_owned(),
                |name| name.to_string_lossy().into_owned(),
            )
    }

    /// Twelve hexadecimal digits over everything that decides a vector: `salt` and the three files.
    pub(crate) fn fingerprint(&self, salt: &str) -> Result<String, ModelError> {
        let mut hash = Sha256::new();
        hash.update(salt);
        for file in [CONFIG, TOKENIZER, WEIGHTS] {
            let path = self.path(file);
            File::open(&path)
                .and_then(|mut content| io::copy(&mut content, &mut hash))
                .map_err(|e| ModelError::unreadable(&path, e))?;
        }
        let digest = hash.finalize();
        Ok(digest[..6]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect())
    }
}
