//! The encoder: rows of the table and of the positions, some layers of attention, one mean.
//!
//! Several windows of text are computed as one long run of rows, so that each weight is read once
//! for all of them; only attention looks at each window apart. Nothing is padded, so that no mask
//! is needed.

use candle_core::{CpuStorage, Device, InplaceOp1, InplaceOp2, Layout, Tensor};
use half::f16;
use half::slice::HalfFloatSliceExt;

use crate::ModelError;
use crate::config::{Activation, Config};
use crate::kernels::{self, Norm};
use crate::weights::Weights;

/// Up to so many rows the products are our own; above, candle's are quicker.
const SHORT: usize = 14;

pub(crate) struct Encoder {
    width: usize,
    heads: usize,
    activation: Activation,
    /// A row for each piece of the vocabulary, in half precision: it is nine tenths of the model.
    pieces: Vec<f16>,
    /// A row for each position, the type of the only segment already added.
    positions: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
}

struct Layer {
    attention: Linear,
    output: Linear,
    output_norm: Norm,
    wide: Linear,
    narrow: Linear,
    narrow_norm: Norm,
}

/// A product; its bias is added by what follows it.
struct Linear {
    /// A row for each number of the result.
    weight: Tensor,
    bias: Vec<f32>,
}

impl Encoder {
    pub(crate) fn read(config: &Config, weights: &mut Weights) -> Result<Self, ModelError> {
        let width = config.hidden_size;
        let first = config.first_position();
        let mut positions = weights.single(
            "embeddings.position_embeddings.weight",
            &[config.max_position_embeddings, width],
        )?;
        positions.drain(..first * width);
        let types = weights.single(
            "embeddings.token_type_embeddings.weight",
            &[config.type_vocab_size, width],
        )?;
        kernels::add(&mut positions, &types[..width]);
        let layers = (0..config.num_hidden_layers)
            .map(|number| Layer::read(config, weights, &format!("encoder.layer.{number}")))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            width,
            heads: config.num_attention_heads,
            activation: config.hidden_act,
            pieces: weights.half(
                "embeddings.word_embeddings.weight",
                &[config.vocab_size, width],
            )?,
            positions,
            norm: norm(config, weights, "embeddings.LayerNorm")?,
            layers,
        })
    }

    /// The sum of each window's rows after the last layer. No window is empty, and none has more
    /// tokens than there are positions.
    pub(crate) fn sums(&self, windows: &[&[u32]]) -> Result<Vec<Vec<f32>>, ModelError> {
        let mut rows = self.rows(windows)?;
        for layer in &self.layers {
            rows = self.forward(layer, rows, windows)?;
        }
        let rows = rows.to_vec2::<f32>()?;
        let mut rows = rows.iter();
        let sum = |window: &&[u32]| {
            let mut sum = vec![0.0; self.width];
            for row in rows.by_ref().take(window.len()) {
                kernels::add(&mut sum, row);
            }
            sum
        };
        Ok(windows.iter().map(sum).collect())
    }

    fn rows(&self, windows: &[&[u32]]) -> Result<Tensor, ModelError> {
        let count = windows.iter().map(|window| window.len()).sum::<usize>();
        let mut rows = vec![0.0; count * self.width];
        let mut places = Vec::with_capacity(count * self.width);
        let mut all = rows.chunks_exact_mut(self.width);
        for window in windows {
            places.extend_from_slice(&self.positions[..window.len() * self.width]);
            for (piece, row) in window.iter().zip(&mut all) {
                let begin = *piece as usize * self.width;
                self.pieces[begin..begin + self.width].convert_to_f32_slice(row);
            }
        }
        let nothing = vec![0.0; self.width];
        self.norm.apply(&mut rows, &nothing, &places);
        Ok(Tensor::from_vec(rows, (count, self.width), &Device::Cpu)?)
    }

    fn forward(
        &self,
        layer: &Layer,
        rows: Tensor,
        windows: &[&[u32]],
    ) -> Result<Tensor, ModelError> {
        let mixed = layer.attention.product(&rows)?;
        mixed.inplace_op1(&Bias(&layer.attention.bias))?;
        let mut seen = Vec::with_capacity(windows.len());
        let mut begin = 0;
        for window in windows {
            seen.push(self.attend(&mixed.narrow(0, begin, window.len())?)?);
            begin += window.len();
        }
        let seen = match seen.as_slice() {
            [one] => one.clone(),
            several => Tensor::cat(several, 0)?,
        };
        let seen = layer.output.product(&seen)?;
        seen.inplace_op2(&rows, &AddAndNorm(&layer.output_norm, &layer.output.bias))?;
        let wide = layer.wide.product(&seen)?;
        wide.inplace_op1(&Activate(self.activation, &layer.wide.bias))?;
        let narrow = layer.narrow.product(&wide)?;
        narrow.inplace_op2(&seen, &AddAndNorm(&layer.narrow_norm, &layer.narrow.bias))?;
        Ok(narrow)
    }

    /// Every row of a window looks at every row of it, once for each head.
    fn attend(&self, mixed: &Tensor) -> Result<Tensor, ModelError> {
        let length = mixed.dim(0)?;
        let size = self.width / self.heads;
        let heads = mixed
            .reshape((length, 3, self.heads, size))?
            .permute((1, 2, 0, 3))?
            .contiguous()?;
        let (queries, keys, values) = (heads.get(0)?, heads.get(1)?, heads.get(2)?);
        let shares = queries.matmul(&keys.t()?)?;
        shares.inplace_op1(&Softmax {
            width: length,
            scale: 1.0 / (size as f32).sqrt(),
        })?;
        let seen = shares.matmul(&values)?;
        Ok(seen.transpose(0, 1)?.reshape((length, self.width))?)
    }
}

impl Layer {
    fn read(config: &Config, weights: &mut Weights, name: &str) -> Result<Self, ModelError> {
        let (width, wide) = (config.hidden_size, config.intermediate_size);
        let mut weight = Vec::with_capacity(3 * width * width);
        let mut bias = Vec::with_capacity(3 * width);
        for part in ["query", "key", "value"] {
            let part = format!("{name}.attention.self.{part}");
            weight.extend(weights.single(&format!("{part}.weight"), &[width, width])?);
            bias.extend(weights.single(&format!("{part}.bias"), &[width])?);
        }
        let output = format!("{name}.attention.output");
        Ok(Self {
            attention: Linear {
                weight: Tensor::from_vec(weight, (3 * width, width), &Device::Cpu)?,
                bias,
            },
            output: Linear::read(weights, &format!("{output}.dense"), width, width)?,
            output_norm: norm(config, weights, &format!("{output}.LayerNorm"))?,
            wide: Linear::read(weights, &format!("{name}.intermediate.dense"), wide, width)?,
            narrow: Linear::read(weights, &format!("{name}.output.dense"), width, wide)?,
            narrow_norm: norm(config, weights, &format!("{name}.output.LayerNorm"))?,
        })
    }
}

impl Linear {
    fn read(
        weights: &mut Weights,
        name: &str,
        columns: usize,
        width: usize,
    ) -> Result<Self, ModelError> {
        let weight = weights.single(&format!("{name}.weight"), &[columns, width])?;
        Ok(Self {
            weight: Tensor::from_vec(weight, (columns, width), &Device::Cpu)?,
            bias: weights.single(&format!("{name}.bias"), &[columns])?,
        })
    }

    fn product(&self, rows: &Tensor) -> Result<Tensor, ModelError> {
        let (count, width) = rows.dims2()?;
        if count > SHORT {
            return Ok(rows.matmul(&self.weight.t()?)?);
        }
        let (rows, _) = rows.storage_and_layout();
        let (weight, _) = self.weight.storage_and_layout();
        let (candle_core::Storage::Cpu(rows), candle_core::Storage::Cpu(weight)) =
            (&*rows, &*weight)
        else {
            return Err(ModelError::Computation(
                "a tensor left the processor".into(),
            ));
        };
        let product =
            kernels::short_product(rows.as_slice::<f32>()?, weight.as_slice::<f32>()?, width);
        let columns = product.len() / count;
        Ok(Tensor::from_vec(product, (count, columns), &Device::Cpu)?)
    }
}

fn norm(config: &Config, weights: &mut Weights, name: &str) -> Result<Norm, ModelError> {
    let width = config.hidden_size;
    Ok(Norm {
        weight: weights.single(&format!("{name}.weight"), &[width])?,
        bias: weights.single(&format!("{name}.bias"), &[width])?,
        epsilon: config.layer_norm_eps,
    })
}

/// Adds a bias to each row.
struct Bias<'a>(&'a [f32]);
/// Adds a bias, then bends.
struct Activate<'a>(Activation, &'a [f32]);
/// Adds a bias and the rows from before, then normalises.
struct AddAndNorm<'a>(&'a Norm, &'a [f32]);
struct Softmax {
    width: usize,
    scale: f32,
}

impl InplaceOp1 for Bias<'_> {
    fn name(&self) -> &'static str {
        "bias"
    }
    fn cpu_fwd(&self, storage: &mut CpuStorage, _: &Layout) -> candle_core::Result<()> {
        kernels::add(numbers(storage)?, self.0);
        Ok(())
    }
}

impl InplaceOp1 for Activate<'_> {
    fn name(&self) -> &'static str {
        "activate"
    }
    fn cpu_fwd(&self, storage: &mut CpuStorage, _: &Layout) -> candle_core::Result<()> {
        match self.0 {
            Activation::Gelu => kernels::gelu(numbers(storage)?, self.1),
            Activation::Relu => kernels::relu(numbers(storage)?, self.1),
        }
        Ok(())
    }
}

impl InplaceOp1 for Softmax {
    fn name(&self) -> &'static str {
        "softmax"
    }
    fn cpu_fwd(&self, storage: &mut CpuStorage, _: &Layout) -> candle_core::Result<()> {
        kernels::softmax(numbers(storage)?, self.width, self.scale);
        Ok(())
    }
}

impl InplaceOp2 for AddAndNorm<'_> {
    fn name(&self) -> &'static str {
        "add-and-norm"
    }
    fn cpu_fwd(
        &self,
        storage: &mut CpuStorage,
        _: &Layout,
        residual: &CpuStorage,
        _: &Layout,
    ) -> candle_core::Result<()> {
        let residual = residual.as_slice::<f32>()?;
        self.0.apply(numbers(storage)?, self.1, residual);
        Ok(())
    }
}

/// All numbers of a storage that one product has just filled.
fn numbers(storage: &mut CpuStorage) -> candle_core::Result<&mut [f32]> {
    match storage {
        CpuStorage::F32(numbers) => Ok(numbers),
        _ => candle_core::bail!("only single precision is computed with"),
    }
}
