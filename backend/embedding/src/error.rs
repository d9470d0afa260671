//! What can be wrong with a folder of model files, each with what to do about it.

use std::io;
use std::path::{Path, PathBuf};

/// Why a model could not be loaded or asked.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The configured folder does not exist.
    #[error(
        "There is no folder {folder}. Run `make model` to prepare the default model, or set the folder of another one."
    )]
    FolderMissing {
        /// The folder that was asked for.
        folder: PathBuf,
    },
    /// One of the files of the layout is not there.
    #[error(
        "{folder} has no {file}. A model folder holds config.json, tokenizer.json and model.safetensors; copy the missing file there or run `make model`."
    )]
    FileMissing {
        /// The model folder.
        folder: PathBuf,
        /// The name of the absent file.
        file: &'static str,
    },
    /// A file is there but cannot be read.
    #[error("{path} cannot be read: {source}. Check its permissions and the disk.")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A JSON file does not say what it should.
    #[error("{path} is not what it should be: {reason}. Fetch the file again, whole.")]
    BadJson {
        /// The file.
        path: PathBuf,
        /// Where and why.
        reason: String,
    },
    /// The weights end early, or their header is damaged.
    #[error("{path} is damaged or only half there: {reason}. Fetch it again, or run `make model`.")]
    BadWeights {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The files are whole but describe something this crate does not compute.
    #[error(
        "{path} describes a model that is not supported: {reason}. Supported are encoders of the types bert, roberta and xlm-roberta, for example multilingual-e5-small."
    )]
    Unsupported {
        /// The file that says so.
        path: PathBuf,
        /// What is not supported.
        reason: String,
    },
    /// A tensor that the configuration promises is not in the weights.
    #[error(
        "{path} has no tensor {tensor}, which config.json promises. The two files belong to different models; take both from the same one."
    )]
    TensorMissing {
        /// The file of the weights.
        path: PathBuf,
        /// The tensor's name.
        tensor: String,
    },
    /// A tensor is of another size than the configuration says.
    #[error(
        "In {path} the tensor {tensor} is {found:?}, but config.json asks for {expected:?}. The two files belong to different models; take both from the same one."
    )]
    WrongShape {
        /// The file of the weights.
        path: PathBuf,
        /// The tensor's name.
        tensor: String,
        /// The size that follows from the configuration.
        expected: Vec<usize>,
        /// The size in the file.
        found: Vec<usize>,
    },
    /// The tokenizer knows a token for which the model has no row.
    #[error(
        "{path} has a token with the number {id}, but the model knows only {vocabulary}. The files belong to different models; take all from the same one."
    )]
    ForeignTokenizer {
        /// The tokenizer's file.
        path: PathBuf,
        /// The largest number of a token.
        id: u32,
        /// How many the model knows.
        vocabulary: usize,
    },
    /// `means.json` was made with other weights.
    #[error(
        "{path} holds the means of {found}, but the model is {expected}. Delete the file and run `make model`, or let the means be computed from neutral sentences."
    )]
    ForeignMeans {
        /// The file of the means.
        path: PathBuf,
        /// The model it was made with.
        found: String,
        /// The model of this folder.
        expected: String,
    },
    /// A language was given no sentence to take the mean of.
    #[error("The mean of a language needs at least one sentence, and {0} has none.")]
    NoNeutral(crate::Language),
    /// The computation itself failed; this is a fault of ours or of the library.
    #[error("The model could not compute a vector: {0}.")]
    Computation(String),
}

impl ModelError {
    pub(crate) fn unreadable(path: &Path, source: io::Error) -> Self {
        Self::Unreadable {
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn bad_json(path: &Path, reason: impl ToString) -> Self {
        Self::BadJson {
            path: path.to_owned(),
            reason: reason.to_string(),
        }
    }

    pub(crate) fn bad_weights(path: &Path, reason: impl ToString) -> Self {
        Self::BadWeights {
            path: path.to_owned(),
            reason: reason.to_string(),
        }
    }

    pub(crate) fn unsupported(path: &Path, reason: impl ToString) -> Self {
        Self::Unsupported {
            path: path.to_owned(),
            reason: reason.to_string(),
        }
    }
}

impl From<candle_core::Error> for ModelError {
    fn from(error: candle_core::Error) -> Self {
        Self::Computation(error.to_string())
    }
}
