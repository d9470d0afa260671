//! Pure: what would raise a posting's matches, from what would raise each of the best.

use std::collections::BTreeMap;

use matching::{Bilingual, FactorKey, Fit, Side};

/// Advice that is given at most.
pub const MOST: usize = 6;

/// Something that an owner could add to a posting.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Which factor it would raise.
    pub key: FactorKey,
    /// What to do.
    pub text: Bilingual,
    /// By how many points it would raise the best matches, each at most: the mean over all that were
    /// looked at, 0 to 100.
    pub points: f64,
    /// How many of them it would raise.
    pub matches: usize,
}

/// The advice for one side of these fits, the most useful first.
pub fn advice(fits: &[Fit], side: Side) -> Vec<Advice> {
    let mut by_factor: BTreeMap<FactorKey, Vec<(f64, &Bilingual)>> = BTreeMap::new();
    for fit in fits {
        let mut seen = Vec::new();
        for raise in fit.raises.iter().filter(|raise| raise.side == side) {
            // One factor is raised once.
            if !seen.contains(&raise.key) {
                seen.push(raise.key);
                let all = by_factor.entry(raise.key).or_default();
                all.push((raise.points, &raise.text));
            }
        }
    }
    let count = fits.len().max(1) as f64;
    let one = |(key, all): (FactorKey, Vec<(f64, &Bilingual)>)| {
        let best = all.iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(Advice {
            key,
            text: best.1.clone(),
            points: all.iter().map(|(points, _)| points).sum::<f64>() / count,
            matches: all.len(),
        })
    };
    let mut advice: Vec<Advice> = by_factor.into_iter().filter_map(one).collect();
    advice.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.key.cmp(&b.key)));
    advice.truncate(MOST);
    advice
}

#[cfg(test)]
mod tests {
    use matching::Raise;

    use super::*;

    fn fit(raises: &[(FactorKey, Side, f64)]) -> Fit {
        let raises = raises.iter().map(|(key, side, points)| Raise {
            key: *key,
            side: *side,
            points: *points,
            text: Bilingual::new(format!("thêm {points}"), format!("add {points}")),
        });
        Fit {
            demand_id: "need".into(),
            supply_id: "offer".into(),
            score: 50.0,
            for_demand: 50.0,
            for_supply: 50.0,
            factors: Vec::new(),
            raises: raises.collect(),
        }
    }

    #[test]
    fn what_helps_most_matches_comes_first() {
        let fits = [
            fit(&[
                (FactorKey::Money, Side::Demand, 4.0),
                (FactorKey::Place, Side::Supply, 9.0),
            ]),
            fit(&[
                (FactorKey::Money, Side::Demand, 2.0),
                (FactorKey::Calendar, Side::Demand, 5.0),
            ]),
        ];
        let advice = advice(&fits, Side::Demand);
        let short: Vec<_> = advice
            .iter()
            .map(|one| (one.key, one.points, one.matches, one.text.en.as_str()))
            .collect();
        assert_eq!(
            short,
            [
                (FactorKey::Money, 3.0, 2, "add 4"),
                (FactorKey::Calendar, 2.5, 1, "add 5"),
            ]
        );
    }

    #[test]
    fn nothing_to_compare_with_is_no_advice() {
        assert_eq!(advice(&[], Side::Supply), []);
    }
}
