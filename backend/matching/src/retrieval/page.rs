//! The page so far, and what it takes to get on it.

use crate::model::Code;

/// The best so far, no owner more often than their share.
pub(super) struct Page<'a> {
    limit: usize,
    share: usize,
    best: Vec<(f64, &'a Code, &'a str)>,
}

impl<'a> Page<'a> {
    pub fn new(limit: usize, share: usize) -> Self {
        Self {
            limit,
            share,
            best: Vec::with_capacity(limit.min(1_000) + 1),
        }
    }

    /// Whoever scores less does not get on the page.
    pub fn bar(&self) -> f64 {
        match self.best.last() {
            Some(last) if self.best.len() >= self.limit => last.0,
            _ => f64::NEG_INFINITY,
        }
    }

    /// Puts a posting where it belongs, if it gets on the page.
    pub fn put(&mut self, score: f64, id: &'a Code, owner: &'a str) {
        let before = |other: &(f64, &Code, &str)| {
            other
                .0
                .total_cmp(&score)
                .reverse()
                .then_with(|| other.1.cmp(id))
                .is_lt()
        };
        let at = self.best.partition_point(before);
        if at >= self.limit {
            return;
        }
        if !owner.is_empty() {
            let owned = |other: &&(f64, &Code, &str)| other.2 == owner;
            if self.best[..at].iter().filter(owned).count() >= self.share {
                return;
            }
            if self.best[at..].iter().filter(owned).count() > 0
                && self.best.iter().filter(owned).count() >= self.share
                && let Some(last) = self.best.iter().rposition(|other| other.2 == owner)
            {
                self.best.remove(last);
            }
        }
        self.best.insert(at, (score, id, owner));
        self.best.truncate(self.limit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_the_last_place_that_is_not_over_somebodys_share() {
        let ids: Vec<Code> = ["a", "b", "c", "d"].map(Code::from).into();
        let mut page = Page::new(2, 1);
        page.put(9.0, &ids[0], "x");
        page.put(8.0, &ids[1], "x");
        assert!(page.bar() < 0.0, "x has its share");
        page.put(3.0, &ids[2], "y");
        assert!((page.bar() - 3.0).abs() < 1e-9);
        page.put(9.5, &ids[3], "x");
        assert!(
            (page.bar() - 3.0).abs() < 1e-9,
            "a better one of x took the place of its other"
        );
        page.put(5.0, &ids[1], "");
        assert!((page.bar() - 5.0).abs() < 1e-9);
    }
}
