//! The arithmetic between the large products, and the products of short texts. [`pulp`] compiles
//! each loop several times and picks, when the program runs, what the processor has.

#![expect(
    clippy::inline_always,
    reason = "a function that is not inlined is compiled for the least of all processors"
)]

use pulp::{Arch, Simd, WithSimd};

/// Numbers that a sum is taken of side by side.
const LANES: usize = 8;

/// `xs = gelu(xs + bias)`, with the error function; each row is as long as `bias`.
pub(crate) fn gelu(xs: &mut [f32], bias: &[f32]) {
    #[inline(always)]
    fn run((xs, bias): (&mut [f32], &[f32])) {
        for row in xs.chunks_exact_mut(bias.len()) {
            for (x, b) in row.iter_mut().zip(bias) {
                let y = *x + b;
                *x = 0.5 * y * (1.0 + erf(y * std::f32::consts::FRAC_1_SQRT_2));
            }
        }
    }
    Arch::new().dispatch(Call(run, (xs, bias)));
}

/// `xs = max(xs + bias, 0)`.
pub(crate) fn relu(xs: &mut [f32], bias: &[f32]) {
    #[inline(always)]
    fn run((xs, bias): (&mut [f32], &[f32])) {
        for row in xs.chunks_exact_mut(bias.len()) {
            for (x, b) in row.iter_mut().zip(bias) {
                *x = (*x + b).max(0.0);
            }
        }
    }
    Arch::new().dispatch(Call(run, (xs, bias)));
}

/// `xs = xs + bias`.
pub(crate) fn add(xs: &mut [f32], bias: &[f32]) {
    #[inline(always)]
    fn run((xs, bias): (&mut [f32], &[f32])) {
        for row in xs.chunks_exact_mut(bias.len()) {
            for (x, b) in row.iter_mut().zip(bias) {
                *x += b;
            }
        }
    }
    Arch::new().dispatch(Call(run, (xs, bias)));
}

/// Each row of `width` numbers, times `scale`, becomes shares that sum to one.
pub(crate) fn softmax(xs: &mut [f32], width: usize, scale: f32) {
    #[inline(always)]
    fn run((xs, width, scale): (&mut [f32], usize, f32)) {
        for row in xs.chunks_exact_mut(width) {
            let top = largest(row);
            for x in row.iter_mut() {
                *x = exp((*x - top) * scale);
            }
            let share = 1.0 / sum(row);
            for x in row.iter_mut() {
                *x *= share;
            }
        }
    }
    Arch::new().dispatch(Call(run, (xs, width, scale)));
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
        Arch::new().dispatch(Call(Self::run, (self, xs, bias, residual)));
    }

    #[inline(always)]
    fn run((norm, xs, bias, residual): (&Self, &mut [f32], &[f32], &[f32])) {
        let width = norm.weight.len();
        let rows = xs.chunks_exact_mut(width);
        for (row, old) in rows.zip(residual.chunks_exact(width)) {
            for ((x, b), o) in row.iter_mut().zip(bias).zip(old) {
                *x += b + o;
            }
            let mean = sum(row) / width as f32;
            for x in row.iter_mut() {
                *x -= mean;
            }
            let variance = dot(row, row) / width as f32;
            let scale = 1.0 / (variance + norm.epsilon).sqrt();
            for ((x, w), b) in row.iter_mut().zip(&norm.weight).zip(&norm.bias) {
                *x = *x * scale * w + b;
            }
        }
    }
}

/// `xs × weightsᵀ` for few rows of `xs`: `weights` has a row of `width` numbers for each column of
/// the result. It reads the weights once, in order; a general product first copies them into
/// another order, which for a short text costs more than the arithmetic.
pub(crate) fn short_product(xs: &[f32], weights: &[f32], width: usize) -> Vec<f32> {
    let (rows, columns) = (xs.len() / width, weights.len() / width);
    // The loop takes whole groups of rows; those that are too many are computed for nothing.
    let padded = rows.next_multiple_of(GROUP);
    let mut xs = xs.to_vec();
    xs.resize(padded * width, 0.0);
    let mut result = vec![0.0; padded * columns];
    Arch::new().dispatch(ShortProduct {
        xs: &xs,
        weights,
        width,
        result: &mut result,
    });
    result.truncate(rows * columns);
    result
}

/// Rows that are multiplied with two columns at a time: their sums fit into registers.
const GROUP: usize = 4;

struct ShortProduct<'a> {
    xs: &'a [f32],
    weights: &'a [f32],
    width: usize,
    result: &'a mut [f32],
}

impl WithSimd for ShortProduct<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let columns = self.weights.len() / self.width;
        for (pair, two) in self.weights.chunks(2 * self.width).enumerate() {
            let (first, second) = two.split_at(self.width);
            // An odd last column is computed twice and written once.
            let second = if second.is_empty() { first } else { second };
            let even = two.len() > self.width;
            let groups = self.xs.chunks_exact(GROUP * self.width);
            let results = self.result.chunks_exact_mut(GROUP * columns);
            for (group, result) in groups.zip(results) {
                let sums = products(simd, first, second, group);
                for (row, sums) in result.chunks_exact_mut(columns).zip(&sums) {
                    row[2 * pair] = sums[0];
                    if even {
                        row[2 * pair + 1] = sums[1];
                    }
                }
            }
        }
    }
}

/// The products of a group of rows with two columns.
#[inline(always)]
fn products<S: Simd>(simd: S, first: &[f32], second: &[f32], group: &[f32]) -> [[f32; 2]; GROUP] {
    let (row0, rest) = group.split_at(first.len());
    let (row1, rest) = rest.split_at(first.len());
    let (row2, row3) = rest.split_at(first.len());
    let (a, a_rest) = S::as_simd_f32s(first);
    let (b, b_rest) = S::as_simd_f32s(second);
    let (x0, x0_rest) = S::as_simd_f32s(row0);
    let (x1, x1_rest) = S::as_simd_f32s(row1);
    let (x2, x2_rest) = S::as_simd_f32s(row2);
    let (x3, x3_rest) = S::as_simd_f32s(row3);
    let zero = simd.splat_f32s(0.0);
    let (mut a0, mut a1, mut a2, mut a3) = (zero, zero, zero, zero);
    let (mut b0, mut b1, mut b2, mut b3) = (zero, zero, zero, zero);
    for (((((a, b), x0), x1), x2), x3) in a.iter().zip(b).zip(x0).zip(x1).zip(x2).zip(x3) {
        a0 = simd.mul_add_e_f32s(*a, *x0, a0);
        b0 = simd.mul_add_e_f32s(*b, *x0, b0);
        a1 = simd.mul_add_e_f32s(*a, *x1, a1);
        b1 = simd.mul_add_e_f32s(*b, *x1, b1);
        a2 = simd.mul_add_e_f32s(*a, *x2, a2);
        b2 = simd.mul_add_e_f32s(*b, *x2, b2);
        a3 = simd.mul_add_e_f32s(*a, *x3, a3);
        b3 = simd.mul_add_e_f32s(*b, *x3, b3);
    }
    let (columns, sums) = ([a_rest, b_rest], [[a0, b0], [a1, b1], [a2, b2], [a3, b3]]);
    let rests = [x0_rest, x1_rest, x2_rest, x3_rest];
    let mut result = [[0.0; 2]; GROUP];
    for ((result, sums), row) in result.iter_mut().zip(sums).zip(rests) {
        for ((result, sum), column) in result.iter_mut().zip(sums).zip(columns) {
            *result = simd.reduce_sum_f32s(sum);
            if !row.is_empty() {
                *result += dot(row, column);
            }
        }
    }
    result
}

/// A plain loop, compiled for what the processor has. (A closure would not be: it is not inlined.)
struct Call<F, A>(F, A);

impl<A, F: FnOnce(A)> WithSimd for Call<F, A> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        (self.0)(self.1);
    }
}

#[inline(always)]
fn largest(xs: &[f32]) -> f32 {
    let (chunks, rest) = xs.as_chunks::<LANES>();
    let mut tops = [f32::MIN; LANES];
    for chunk in chunks {
        for (top, x) in tops.iter_mut().zip(chunk) {
            *top = if *x > *top { *x } else { *top };
        }
    }
    tops.iter().chain(rest).copied().fold(f32::MIN, f32::max)
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
