//! The arithmetic between the large products, and the products of short texts: plain loops that
//! the compiler turns into vector instructions. [`pulp`] compiles each several times and picks,
//! when the program runs, what the processor has.

#![expect(
    clippy::inline_always,
    reason = "a function that is not inlined is compiled for the least of all processors"
)]

use pulp::Arch;

/// Numbers worked on side by side.
const LANES: usize = 8;
type Lanes = [f32; LANES];

/// `xs = gelu(xs + bias)`, with the error function; each row is as long as `bias`.
pub(crate) fn gelu(xs: &mut [f32], bias: &[f32]) {
    Arch::new().dispatch(|| {
        for row in xs.chunks_exact_mut(bias.len()) {
            for (x, b) in row.iter_mut().zip(bias) {
                let y = *x + b;
                *x = 0.5 * y * (1.0 + erf(y * std::f32::consts::FRAC_1_SQRT_2));
            }
        }
    });
}

/// `xs = max(xs + bias, 0)`.
pub(crate) fn relu(xs: &mut [f32], bias: &[f32]) {
    for row in xs.chunks_exact_mut(bias.len()) {
        for (x, b) in row.iter_mut().zip(bias) {
            *x = (*x + b).max(0.0);
        }
    }
}

/// `xs = xs + bias`.
pub(crate) fn add(xs: &mut [f32], bias: &[f32]) {
    Arch::new().dispatch(|| {
        for row in xs.chunks_exact_mut(bias.len()) {
            for (x, b) in row.iter_mut().zip(bias) {
                *x += b;
            }
        }
    });
}

/// Each row of `width` numbers, times `scale`, becomes shares that sum to one.
pub(crate) fn softmax(xs: &mut [f32], width: usize, scale: f32) {
    Arch::new().dispatch(|| {
        for row in xs.chunks_exact_mut(width) {
            let top = row.iter().copied().fold(f32::MIN, f32::max);
            for x in row.iter_mut() {
                *x = exp((*x - top) * scale);
            }
            let share = 1.0 / sum(row);
            for x in row.iter_mut() {
                *x *= share;
            }
        }
    });
}

/// What a layer normalisation multiplies by and adds.
pub(crate) struct Norm {
    pub(crate) weight: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    pub(crate) epsilon: f32,
}

impl Norm {
    /// `xs = norm(xs + bias + residual)`, row by row.
    pub(crate) fn apply(&self, xs: &mut [f32], bias: &[f32], residual: &[f32]) {
        let width = self.weight.len();
        Arch::new().dispatch(|| {
            for (row, old) in xs.chunks_exact_mut(width).zip(residual.chunks_exact(width)) {
                for ((x, b), o) in row.iter_mut().zip(bias).zip(old) {
                    *x += b + o;
                }
                let mean = sum(row) / width as f32;
                for x in row.iter_mut() {
                    *x -= mean;
                }
                let variance = dot(row, row) / width as f32;
                let scale = 1.0 / (variance + self.epsilon).sqrt();
                for ((x, w), b) in row.iter_mut().zip(&self.weight).zip(&self.bias) {
                    *x = *x * scale * w + b;
                }
            }
        });
    }
}

/// `xs × weightsᵀ` for few rows of `xs`: `weights` has a row of `width` numbers for each column of
/// the result. It reads the weights once, in order; a general product first copies them into
/// another order, which for a short text costs more than the arithmetic.
pub(crate) fn short_product(xs: &[f32], weights: &[f32], width: usize) -> Vec<f32> {
    let columns = weights.len() / width;
    let mut result = vec![0.0; xs.len() / width * columns];
    Arch::new().dispatch(|| {
        for (pair, two) in weights.chunks(2 * width).enumerate() {
            let (first, second) = two.split_at(width);
            let mut results = result.chunks_exact_mut(4 * columns);
            let mut rows = xs.chunks_exact(4 * width);
            for (group, result) in (&mut rows).zip(&mut results) {
                let sums = eight(first, second, group, width);
                for (row, sums) in result.chunks_exact_mut(columns).zip(sums) {
                    row[2 * pair..][..two.len() / width]
                        .copy_from_slice(&sums[..two.len() / width]);
                }
            }
            for (row, result) in rows
                .remainder()
                .chunks_exact(width)
                .zip(results.into_remainder().chunks_exact_mut(columns))
            {
                result[2 * pair] = dot(first, row);
                if !second.is_empty() {
                    result[2 * pair + 1] = dot(second, row);
                }
            }
        }
    });
    result
}

/// The products of four rows with two columns.
#[inline(always)]
fn eight(first: &[f32], second: &[f32], rows: &[f32], width: usize) -> [[f32; 2]; 4] {
    let second = if second.is_empty() { first } else { second };
    let (a, _) = first.as_chunks::<LANES>();
    let (b, _) = second[..width].as_chunks::<LANES>();
    let (r0, rest) = rows.split_at(width);
    let (r1, rest) = rest.split_at(width);
    let (r2, r3) = rest.split_at(width);
    let (r0, r1) = (r0.as_chunks::<LANES>().0, r1.as_chunks::<LANES>().0);
    let (r2, r3) = (r2.as_chunks::<LANES>().0, r3.as_chunks::<LANES>().0);
    let mut sums = [[[0.0; LANES]; 2]; 4];
    for (((((a, b), x0), x1), x2), x3) in a.iter().zip(b).zip(r0).zip(r1).zip(r2).zip(r3) {
        for (x, sums) in [x0, x1, x2, x3].into_iter().zip(&mut sums) {
            add_products(&mut sums[0], a, x);
            add_products(&mut sums[1], b, x);
        }
    }
    let done = width / LANES * LANES;
    let mut result = [[0.0; 2]; 4];
    for (token, (result, sums)) in result.iter_mut().zip(&sums).enumerate() {
        let tail = &rows[token * width + done..(token + 1) * width];
        for (result, (sums, column)) in result.iter_mut().zip(sums.iter().zip([first, second])) {
            *result = sums.iter().sum::<f32>()
                + tail
                    .iter()
                    .zip(&column[done..])
                    .map(|(x, w)| x * w)
                    .sum::<f32>();
        }
    }
    result
}

#[inline(always)]
fn add_products(sums: &mut Lanes, a: &Lanes, b: &Lanes) {
    for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
        *sum += a * b;
    }
}

#[inline(always)]
fn sum(xs: &[f32]) -> f32 {
    let (chunks, rest) = xs.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for chunk in chunks {
        for (sum, x) in sums.iter_mut().zip(chunk) {
            *sum += x;
        }
    }
    sums.iter().sum::<f32>() + rest.iter().sum::<f32>()
}

/// The sum of the products of two rows of equal length.
#[inline(always)]
pub(crate) fn dot(xs: &[f32], ys: &[f32]) -> f32 {
    let (x_chunks, x_rest) = xs.as_chunks::<LANES>();
    let (y_chunks, y_rest) = ys.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for (x, y) in x_chunks.iter().zip(y_chunks) {
        for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
            *sum += x * y;
        }
    }
    sums.iter().sum::<f32>() + x_rest.iter().zip(y_rest).map(|(x, y)| x * y).sum::<f32>()
}

/// e to the power of `x`, for `x` of at most zero, within two units of the last place. Below -87
/// the answer is as good as zero.
#[inline(always)]
fn exp(x: f32) -> f32 {
    // Adding and taking away this number rounds to an integer, without a branch or a call.
    const ROUND: f32 = 12_582_912.0;
    // The logarithm of two in two parts: the first has few digits, so that its multiples are exact.
    const HIGH: f32 = 0.693_359_4;
    const LOW: f32 = -2.121_944_4e-4;
    let x = x.max(-87.0);
    let n = (x * std::f32::consts::LOG2_E + ROUND) - ROUND;
    let r = x - n * HIGH - n * LOW;
    let polynomial = 1.0
        + r * (1.0
            + r * (0.5
                + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0))))));
    polynomial * f32::from_bits(((n as i32 + 127) << 23) as u32)
}

/// The error function, by formula 7.1.26 of Abramowitz and Stegun: off by less than 0.000001.
#[inline(always)]
fn erf(x: f32) -> f32 {
    let a = x.abs();
    let t = 1.0 / (1.0 + 0.327_591_1 * a);
    let polynomial = t
        * (0.254_829_6
            + t * (-0.284_496_72 + t * (1.421_413_7 + t * (-1.453_152 + t * 1.061_405_4))));
    (1.0 - polynomial * exp(-a * a)).copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_the_exponential() {
        for step in 0..=8700 {
            let x = -step as f32 / 100.0;
            let expected = f64::from(x).exp();
            assert!((f64::from(exp(x)) / expected - 1.0).abs() < 3e-7, "{x}");
        }
        assert!(exp(-1e30) < 1e-37);
        assert!(exp(f32::NEG_INFINITY) < 1e-37);
    }

    #[test]
    fn erf_is_the_error_function() {
        let known = [
            (0.0, 0.0),
            (0.1, 0.112_462_916),
            (0.5, 0.520_499_878),
            (1.0, 0.842_700_793),
            (2.0, 0.995_322_265),
            (4.0, 0.999_999_985),
        ];
        for (x, y) in known {
            assert!((f64::from(erf(x)) - y).abs() < 1e-6, "{x}");
            assert!((f64::from(erf(-x)) + y).abs() < 1e-6, "-{x}");
        }
    }

    #[test]
    fn softmax_shares_sum_to_one_whatever_the_numbers() {
        let mut xs = [1e30, -1e30, 0.0, 3.0, 2.0, 1.0];
        softmax(&mut xs, 3, 0.5);
        assert_eq!(xs[..3], [1.0, xs[1], xs[2]]);
        assert!((sum(&xs[3..]) - 1.0).abs() < 1e-6);
        assert!(xs[3] > xs[4] && xs[4] > xs[5]);
    }

    #[test]
    fn a_short_product_is_the_product_for_any_shape() {
        for (rows, columns, width) in [(1, 1, 1), (3, 5, 7), (4, 2, 8), (9, 6, 21), (5, 3, 16)] {
            let number = |seed: usize| (seed * 37 % 19) as f32 - 9.0;
            let xs: Vec<f32> = (0..rows * width).map(number).collect();
            let weights: Vec<f32> = (0..columns * width).map(|i| number(i + 5)).collect();
            let mut expected = Vec::new();
            for x in xs.chunks(width) {
                for w in weights.chunks(width) {
                    expected.push(x.iter().zip(w).map(|(x, w)| x * w).sum::<f32>());
                }
            }
            assert_eq!(short_product(&xs, &weights, width), expected);
        }
    }
}
