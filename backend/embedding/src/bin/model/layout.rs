//! The files of the usual layout, out of a packed file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use safetensors::Dtype;
use safetensors::tensor::{TensorView, serialize};
use serde_json::{Value, json};

use crate::Outcome;
use crate::packed::Packed;

/// `config.json`.
pub(crate) fn config(packed: &Packed<'_>, name: &str) -> Value {
    json!({
        "_name_or_path": name,
        "architectures": ["BertModel"],
        "model_type": "bert",
        "tokenizer_class": "XLMRobertaTokenizer",
        "torch_dtype": "float16",
        "vocab_size": packed.vocabulary,
        "hidden_size": packed.width,
        "num_hidden_layers": packed.layers,
        "num_attention_heads": packed.heads,
        "intermediate_size": packed.inner,
        "hidden_act": "gelu",
        "max_position_embeddings": packed.positions,
        "type_vocab_size": packed.types,
        // Through its shortest decimal, so that 1e-12 stays 1e-12.
        "layer_norm_eps": packed.epsilon.to_string().parse::<f64>().unwrap_or(1e-12),
        "position_embedding_type": "absolute",
        "pad_token_id": packed.padding,
        "attention_probs_dropout_prob": 0.1,
        "hidden_dropout_prob": 0.1,
        "initializer_range": 0.02,
    })
}

/// `tokenizer.json`: pieces with their scores, of which the likeliest row makes a word.
///
/// The packed file lists what replaces each character. Some vanish, some become a space; all others
/// are what Unicode calls compatibility composition, which is taken instead of the list, as it also
/// joins a letter with the accents typed behind it. (It differs for one character: the fullwidth
/// tilde, which the list leaves alone.)
pub(crate) fn tokenizer(packed: &Packed<'_>) -> Value {
    let mut vanishing = "\0".to_owned();
    let mut spaces = String::new();
    for (from, to) in &packed.replaced {
        match to[..] {
            [] => vanishing.push(*from),
            [' '] => spaces.push(*from),
            _ => {}
        }
    }
    let replace = |characters: &str, with: &str| json!({ "type": "Replace", "pattern": { "Regex": class(characters) }, "content": with });
    let piece = |number: usize| packed.pieces[number].0;
    let token = |number: usize, lstrip: bool| {
        json!({
            "id": number, "content": piece(number), "single_word": false, "lstrip": lstrip,
            "rstrip": false, "normalized": false, "special": true,
        })
    };
    let special =
        |number: usize| json!({ "id": piece(number), "ids": [number], "tokens": [piece(number)] });
    let part = |number: usize| json!({ "SpecialToken": { "id": piece(number), "type_id": 0 } });
    let (begin, end) = (packed.begin, packed.end);
    let text = |id: &str| json!({ "Sequence": { "id": id, "type_id": 0 } });
    let metaspace = json!({ "type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true });
    let mut added = vec![
        token(begin, false),
        token(packed.padding, false),
        token(end, false),
        token(packed.unknown, false),
    ];
    if let Some(mask) = packed
        .pieces
        .iter()
        .position(|(piece, _)| *piece == "<mask>")
    {
        added.push(token(mask, true));
    }
    json!({
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": added,
        "normalizer": { "type": "Sequence", "normalizers": [
            replace(&vanishing, ""), replace(&spaces, " "), { "type": "NFKC" },
        ] },
        "pre_tokenizer": { "type": "Sequence", "pretokenizers": [
            { "type": "WhitespaceSplit" }, metaspace,
        ] },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [part(begin), text("A"), part(end)],
            "pair": [part(begin), text("A"), part(end), part(end), text("B"), part(end)],
            "special_tokens": { piece(begin): special(begin), piece(end): special(end) },
        },
        "decoder": metaspace,
        "model": {
            "type": "Unigram", "unk_id": packed.unknown, "byte_fallback": false,
            "vocab": packed.pieces,
        },
    })
}

/// A class of a regular expression.
fn class(characters: &str) -> String {
    let codes: String = characters
        .chars()
        .map(|c| format!("\\x{{{:X}}}", u32::from(c)))
        .collect();
    format!("[{codes}]")
}

/// `model.safetensors`, in half precision: the four bits came with scales of that, too.
pub(crate) fn weights(packed: &Packed<'_>, path: &Path) -> Outcome {
    let (width, inner) = (packed.width, packed.inner);
    let mut tensors = vec![
        (
            "emb.word".into(),
            "embeddings.word_embeddings.weight".into(),
            vec![packed.vocabulary, width],
        ),
        (
            "emb.pos".into(),
            "embeddings.position_embeddings.weight".into(),
            vec![packed.positions, width],
        ),
        (
            "emb.type".into(),
            "embeddings.token_type_embeddings.weight".into(),
            vec![packed.types, width],
        ),
        (
            "emb.ln.w".into(),
            "embeddings.LayerNorm.weight".into(),
            vec![width],
        ),
        (
            "emb.ln.b".into(),
            "embeddings.LayerNorm.bias".into(),
            vec![width],
        ),
    ];
    for layer in 0..packed.layers {
        for (short, long, rows, columns) in [
            ("q", "attention.self.query", width, Some(width)),
            ("k", "attention.self.key", width, Some(width)),
            ("v", "attention.self.value", width, Some(width)),
            ("ao", "attention.output.dense", width, Some(width)),
            ("aln", "attention.output.LayerNorm", width, None),
            ("fi", "intermediate.dense", inner, Some(width)),
            ("fo", "output.dense", width, Some(inner)),
            ("oln", "output.LayerNorm", width, None),
        ] {
            let names = |ours: &str, theirs: &str| {
                (
                    format!("l{layer}.{short}.{ours}"),
                    format!("encoder.layer.{layer}.{long}.{theirs}"),
                )
            };
            let (short, long) = names("w", "weight");
            tensors.push((short, long, [rows].into_iter().chain(columns).collect()));
            let (short, long) = names("b", "bias");
            tensors.push((short, long, vec![rows]));
        }
    }
    let bytes = tensors
        .iter()
        .map(|(short, _, shape)| packed.tensor(short, shape.iter().product()))
        .collect::<Outcome<Vec<_>>>()?;
    let views = tensors
        .iter()
        .zip(&bytes)
        .map(|((_, long, shape), bytes)| {
            Ok((long, TensorView::new(Dtype::F16, shape.clone(), bytes)?))
        })
        .collect::<Outcome<BTreeMap<_, _>>>()?;
    let metadata = Some([("format".to_owned(), "pt".to_owned())].into());
    fs::write(path, serialize(views, metadata)?)?;
    Ok(())
}
