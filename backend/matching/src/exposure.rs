//! Fair exposure: one organisation takes at most its share of a page.

use std::collections::HashMap;

/// The first `limit` of a ranked list in which no owner stands more than `share` times. Those
/// left out for that reason fill what remains free, so that a page is never shorter than it
/// could be. Without an owner (an empty name) nothing is bounded.
pub(crate) fn shared<T>(
    ranked: Vec<T>,
    limit: usize,
    share: usize,
    owner: impl Fn(&T) -> String,
) -> Vec<T> {
    if share >= limit {
        let mut ranked = ranked;
        ranked.truncate(limit);
        return ranked;
    }
    let mut taken: HashMap<String, usize> = HashMap::new();
    let mut page = Vec::with_capacity(limit);
    let mut rest = Vec::new();
    for item in ranked {
        if page.len() == limit {
            break;
        }
        let name = owner(&item);
        let nobody = name.is_empty();
        let count = taken.entry(name).or_default();
        if *count < share || nobody {
            *count += 1;
            page.push(item);
        } else if rest.len() < limit {
            rest.push(item);
        }
    }
    let free = limit - page.len();
    page.extend(rest.into_iter().take(free));
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(list: &[&'static str], limit: usize, share: usize) -> Vec<&'static str> {
        shared(list.to_vec(), limit, share, |item| item[..1].to_owned())
    }

    #[test]
    fn nobody_takes_more_than_their_share_while_others_wait() {
        assert_eq!(
            page(&["a1", "a2", "a3", "b1", "c1"], 4, 2),
            ["a1", "a2", "b1", "c1"]
        );
    }

    #[test]
    fn a_page_is_not_left_empty_for_fairness() {
        assert_eq!(
            page(&["a1", "a2", "a3", "b1"], 4, 2),
            ["a1", "a2", "b1", "a3"]
        );
        assert_eq!(page(&["a1", "a2"], 1, 9), ["a1"]);
    }
}
