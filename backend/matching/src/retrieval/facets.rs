//! Parts of postings that many share, each kept and judged once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use crate::statistics::Hashed;

/// The number of a part.
pub(super) type Facet = u32;

/// Different parts, numbered; those that nobody has any more give their number away.
#[derive(Clone, Debug)]
pub(super) struct Facets<T> {
    known: HashMap<u64, Facet, BuildHasherDefault<Hashed>>,
    parts: Vec<Part<T>>,
    free: Vec<Facet>,
}

#[derive(Clone, Debug)]
struct Part<T> {
    key: u64,
    owners: u32,
    what: T,
}

impl<T> Default for Facets<T> {
    fn default() -> Self {
        Self {
            known: HashMap::default(),
            parts: Vec::new(),
            free: Vec::new(),
        }
    }
}

impl<T> Facets<T> {
    /// The number of the part that is equal in `what`; `make` makes it if it is new.
    pub fn take(&mut self, what: &impl Hash, make: impl FnOnce() -> T) -> Facet {
        let mut hasher = DefaultHasher::new();
        what.hash(&mut hasher);
        let key = hasher.finish();
        if let Some(facet) = self.known.get(&key) {
            self.parts[*facet as usize].owners += 1;
            return *facet;
        }
        let part = Part {
            key,
            owners: 1,
            what: make(),
        };
        let facet = if let Some(facet) = self.free.pop() {
            self.parts[facet as usize] = part;
            facet
        } else {
            self.parts.push(part);
            (self.parts.len() - 1) as Facet
        };
        self.known.insert(key, facet);
        facet
    }

    /// One owner less.
    pub fn give(&mut self, facet: Facet) {
        let part = &mut self.parts[facet as usize];
        part.owners -= 1;
        if part.owners == 0 {
            self.known.remove(&part.key);
            self.free.push(facet);
        }
    }

    /// What a number stands for.
    pub fn get(&self, facet: Facet) -> &T {
        &self.parts[facet as usize].what
    }

    /// One more than the highest number.
    pub fn len(&self) -> usize {
        self.parts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_parts_share_a_number_until_nobody_has_it() {
        let mut facets = Facets::default();
        let (a, b) = (facets.take(&"a", || "a"), facets.take(&"b", || "b"));
        assert_eq!(facets.take(&"a", || "never"), a);
        facets.give(a);
        facets.give(b);
        assert_eq!((*facets.get(a), facets.take(&"c", || "c")), ("a", b));
    }
}
