//! `config.json`: the sizes of an encoder, checked before anything is read or allocated by them.

use std::path::Path;

use serde::Deserialize;

use crate::ModelError;
use crate::folder::{CONFIG, Folder};

/// What of `config.json` the computation needs.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Config {
    #[serde(default, rename = "_name_or_path")]
    pub(crate) name: Option<String>,
    pub(crate) model_type: Family,
    pub(crate) vocab_size: usize,
    pub(crate) hidden_size: usize,
    pub(crate) num_hidden_layers: usize,
    pub(crate) num_attention_heads: usize,
    pub(crate) intermediate_size: usize,
    pub(crate) hidden_act: Activation,
    pub(crate) max_position_embeddings: usize,
    #[serde(default = "one")]
    pub(crate) type_vocab_size: usize,
    #[serde(default = "tiny")]
    pub(crate) layer_norm_eps: f32,
    #[serde(default)]
    pub(crate) pad_token_id: usize,
}

/// The kinds of encoder; they differ only in how positions are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Family {
    Bert,
    Roberta,
    XlmRoberta,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Activation {
    /// With the error function.
    Gelu,
    Relu,
}

fn one() -> usize {
    1
}

fn tiny() -> f32 {
    1e-12
}

/// No encoder of sentences is larger; a number above these is a mistake, not a model.
const LARGEST: usize = 1 << 20;
const DEEPEST: usize = 256;

impl Config {
    pub(crate) fn read(folder: &Folder) -> Result<Self, ModelError> {
        let path = folder.path(CONFIG);
        let text = folder.read(CONFIG)?;
        let raw: serde_json::Value =
            serde_json::from_slice(&text).map_err(|e| ModelError::bad_json(&path, e))?;
        // Asked first, as a config of another family lacks or renames the other fields.
        match raw.get("model_type").and_then(serde_json::Value::as_str) {
            Some("bert" | "roberta" | "xlm-roberta") => {}
            Some(other) => {
                let reason = format!("its model_type is {other}");
                return Err(ModelError::unsupported(&path, reason));
            }
            None => return Err(ModelError::bad_json(&path, "it names no model_type")),
        }
        for (field, supported) in [
            ("hidden_act", &["gelu", "relu"][..]),
            ("position_embedding_type", &["absolute"]),
        ] {
            if let Some(value) = raw.get(field).and_then(serde_json::Value::as_str)
                && !supported.contains(&value)
            {
                let reason = format!("its {field} is {value}");
                return Err(ModelError::unsupported(&path, reason));
            }
        }
        let config: Self =
            serde_json::from_value(raw).map_err(|e| ModelError::bad_json(&path, e))?;
        config.check(&path)?;
        Ok(config)
    }

    fn check(&self, path: &Path) -> Result<(), ModelError> {
        let sizes = [
            ("vocab_size", self.vocab_size),
            ("hidden_size", self.hidden_size),
            ("num_attention_heads", self.num_attention_heads),
            ("intermediate_size", self.intermediate_size),
            ("max_position_embeddings", self.max_position_embeddings),
            ("type_vocab_size", self.type_vocab_size),
        ];
        for (name, size) in sizes {
            if size == 0 || size > LARGEST {
                return Err(ModelError::bad_json(path, format!("{name} is {size}")));
            }
        }
        if self.num_hidden_layers > DEEPEST {
            let reason = format!("num_hidden_layers is {}", self.num_hidden_layers);
            return Err(ModelError::bad_json(path, reason));
        }
        if !self.hidden_size.is_multiple_of(self.num_attention_heads) {
            let reason = "hidden_size is no multiple of num_attention_heads";
            return Err(ModelError::bad_json(path, reason));
        }
        // Room for a beginning, an end and something between.
        if self.positions() < 8 {
            let reason = format!("it has only {} positions", self.positions());
            return Err(ModelError::bad_json(path, reason));
        }
        Ok(())
    }

    /// The number of the first position: RoBERTa counts from behind the padding's.
    pub(crate) fn first_position(&self) -> usize {
        match self.model_type {
            Family::Bert => 0,
            Family::Roberta | Family::XlmRoberta => self.pad_token_id + 1,
        }
    }

    /// How many tokens fit at once.
    pub(crate) fn positions(&self) -> usize {
        self.max_position_embeddings
            .saturating_sub(self.first_position())
    }
}
