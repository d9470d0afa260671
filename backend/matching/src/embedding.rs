//! Sentence vectors as they are kept and compared: a byte for each number.

use crate::model::Language;

/// The mean vector of each language over neutral texts, from the same model as the vectors.
///
/// Every language sits in a corner of its own; without its mean, two texts of different
/// languages are compared by their meaning alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Means {
    vi: Vec<f32>,
    en: Vec<f32>,
    across: f32,
}

impl Means {
    /// Means of these two; both empty: vectors are compared as they are.
    pub fn new(vi: Vec<f32>, en: Vec<f32>) -> Self {
        let across = dot(&vi, &en);
        Self { vi, en, across }
    }

    fn of(&self, language: Language) -> &[f32] {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }
}

/// The vector of one language's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    /// The language of the text.
    language: Language,
    /// The vector, each number over `step`.
    values: Box<[i8]>,
    step: f32,
    /// The length of the vector.
    length: f32,
    /// Its products with the means of both languages, Vietnamese first.
    means: [f32; 2],
    /// Its length less the mean of its language.
    centred: f32,
}

/// How near two texts are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearness {
    /// Cosine: -1 to 1.
    pub cosine: f32,
    /// Whether they are of different languages, and the cosine that of centred vectors.
    pub across: bool,
}

impl Embedding {
    /// Of this vector; a number that is none counts zero.
    pub fn new(language: Language, vector: &[f32], means: &Means) -> Self {
        let largest = vector
            .iter()
            .filter(|v| v.is_finite())
            .fold(0.0_f32, |m, v| m.max(v.abs()));
        let step = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        let values: Box<[i8]> = vector
            .iter()
            .map(|v| (v / step).round().clamp(-127.0, 127.0) as i8)
            .collect();
        let kept: Vec<f32> = values.iter().map(|v| f32::from(*v) * step).collect();
        let own = means.of(language);
        let centred = kept
            .iter()
            .zip(own)
            .map(|(v, m)| (v - m) * (v - m))
            .sum::<f32>()
            .sqrt();
        let length = dot(&kept, &kept).sqrt();
        Self {
            language,
            step,
            length,
            means: Language::ALL.map(|other| dot(&kept, means.of(other))),
            centred: if own.is_empty() { length } else { centred },
            values,
        }
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The vector less the mean of its language, for an index of many.
    pub fn centred(&self, means: &Means) -> Vec<f32> {
        let mut vector: Vec<f32> = self
            .values
            .iter()
            .map(|v| f32::from(*v) * self.step)
            .collect();
        for (value, mean) in vector.iter_mut().zip(means.of(self.language)) {
            *value -= mean;
        }
        vector
    }

    /// How near another text is.
    pub fn nearness(&self, other: &Self, means: &Means) -> Nearness {
        let product = product(&self.values, &other.values) as f32 * self.step * other.step;
        let across = self.language != other.language;
        let (numerator, lengths) = if across {
            let (theirs, ours) = (other.language as usize, self.language as usize);
            let centred = product - self.means[theirs] - other.means[ours] + means.across;
            (centred, self.centred * other.centred)
        } else {
            (product, self.length * other.length)
        };
        let cosine = if lengths > 0.0 {
            numerator / lengths
        } else {
            0.0
        };
        Nearness {
            cosine: cosine.clamp(-1.0, 1.0),
            across,
        }
    }
}

fn product(a: &[i8], b: &[i8]) -> i32 {
    a.iter()
        .zip(b)
        .map(|(x, y)| i32::from(*x) * i32::from(*y))
        .sum()
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vector(seed: u32) -> Vec<f32> {
        let wave = |i: u32| ((i * seed) as f32 * 0.37).sin();
        (0..48).map(wave).collect()
    }

    #[test]
    fn a_byte_is_enough_for_a_cosine() {
        let means = Means::default();
        let (a, b) = (vector(3), vector(5));
        let exact = dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt();
        let [a, b] = [a, b].map(|v| Embedding::new(Language::Vi, &v, &means));
        let near = a.nearness(&b, &means);
        assert!(
            (near.cosine - exact).abs() < 0.01,
            "{} {exact}",
            near.cosine
        );
        assert!((a.nearness(&a, &means).cosine - 1.0).abs() < 1e-3);
    }

    #[test]
    fn across_languages_the_corner_of_each_is_left_out() {
        let (corner_vi, corner_en) = (vec![5.0; 48], vec![-5.0; 48]);
        let means = Means::new(corner_vi.clone(), corner_en.clone());
        let moved = |corner: &[f32]| -> Vec<f32> {
            vector(3).iter().zip(corner).map(|(v, c)| v + c).collect()
        };
        let vi = Embedding::new(Language::Vi, &moved(&corner_vi), &means);
        let en = Embedding::new(Language::En, &moved(&corner_en), &means);
        let near = vi.nearness(&en, &means);
        assert!(near.across && near.cosine > 0.95, "{near:?}");
    }

    #[test]
    fn what_is_no_number_does_no_harm() {
        let means = Means::default();
        let odd = Embedding::new(Language::Vi, &[f32::NAN, f32::INFINITY, 1.0], &means);
        let empty = Embedding::new(Language::Vi, &[], &means);
        assert!(odd.nearness(&odd, &means).cosine.is_finite());
        assert!(empty.nearness(&odd, &means).cosine.abs() < 1e-9);
    }
}
