//! The search: bounds first, comparisons where they can change the page.

use std::cmp::Ordering;

use super::circumstances::{Judge, by_expertise};
use super::lists::Row;
use super::page::Page;
use super::query::{Scan, Tables, Unread, Words};
use super::{NOBODY, Shelf};
use crate::corpus::{Ask, Ranked, sides};
use crate::engine::{Engine, NOISE, Reading};
use crate::factors::{Finding, meaning, text};
use crate::model::Kind;
use crate::score::{FactorKey, Perspective};
use crate::statistics::Remembered;

/// Rows that are added up together at most: their sums stay in the nearest memory.
const BLOCK: usize = 1 << 14;

/// What lists that are not read may be worth, as a share of the seeker's text.
const LEFT_OUT: f32 = 0.06;

/// A list is long that has more than one row of so many: reading the others costs little.
const LONG: usize = 64;

/// A hair, in points: sums in single precision are no more exact than this.
const HAIR: f32 = 2e-3;

/// Who seeks, among whom, by what.
pub(crate) struct Quest<'a> {
    pub engine: &'a Engine,
    pub shelf: &'a Shelf,
    pub readings: &'a [Option<Reading>],
    pub seeker: &'a Reading,
    /// The statistics of the seeker's terms.
    pub told: &'a Remembered,
    pub ask: &'a Ask<'a>,
}

impl<'a> Quest<'a> {
    /// The score of a posting, if it is a match.
    pub fn compare(&self, slot: crate::Slot, reading: &Reading) -> Option<Ranked> {
        if reading.posting.kind != self.ask.kind || reading.posting.id == self.seeker.posting.id {
            return None;
        }
        let (demand, supply, from) = sides(self.seeker, reading);
        let score = self
            .engine
            .scored(demand, supply, self.told, self.ask.today, from);
        let score = score.ok()?;
        Some(Ranked {
            slot,
            id: reading.posting.id.clone(),
            score: score.total,
            values: score.values(from),
        })
    }

    fn from(&self) -> Perspective {
        let turned = self.ask.kind == Kind::Need && self.seeker.posting.kind != Kind::Need;
        if turned {
            Perspective::Supply
        } else {
            Perspective::Demand
        }
    }

    fn at(&self, row: Row) -> Option<(crate::Slot, &'a Reading)> {
        let slot = self.shelf.slots[row as usize];
        Some((slot, self.readings.get(slot as usize)?.as_ref()?))
    }
}

/// All matches that can get on the page, and some more, in no order.
pub(crate) fn search(quest: &Quest) -> Vec<Ranked> {
    // With few of a kind related, what was left out could decide who is: then nothing is.
    Search::new(quest, LEFT_OUT)
        .run()
        .or_else(|| Search::new(quest, 0.0).run())
        .unwrap_or_default()
}

/// A row that may get on the page.
#[derive(Clone, Copy)]
struct Candidate {
    row: Row,
    /// Points at most, without what has not been looked at.
    points: f32,
    /// Whether a word, an idea, a tag or a domain may be shared.
    related: bool,
    /// How much of the need's ideas the row has at most.
    ideas: f32,
}

/// Of how many rows of a block the bar is set before the others are looked at.
const FIRST: usize = 256;

fn best_first(a: &Candidate, b: &Candidate) -> Ordering {
    b.points.total_cmp(&a.points).then(a.row.cmp(&b.row))
}

struct Search<'a> {
    quest: &'a Quest<'a>,
    page: Page<'a>,
    judge: Judge<'a>,
    domains: Vec<f32>,
    words: Words<'a>,
    unread: Unread,
    read: Vec<usize>,
    sums: [Vec<[f32; 2]>; 4],
    weights: [f32; FactorKey::COUNT],
    from: Perspective,
    expertise: bool,
    /// Points for meaning and expertise at most, where they have not been looked at.
    open: f32,
    found: Vec<Ranked>,
}

impl<'a> Search<'a> {
    fn new(quest: &'a Quest<'a>, allowed: f32) -> Self {
        let from = quest.from();
        let (seeker, kind) = (quest.seeker, quest.ask.kind);
        let supply = if from == Perspective::Demand {
            kind
        } else {
            seeker.posting.kind
        };
        let all = quest.engine.weights().of(supply).all();
        let knowledge = quest.engine.knowledge();
        let judge = Judge::new(
            seeker,
            (&quest.shelf.parts, knowledge),
            quest.ask.today,
            from,
            all,
        );
        let mut words = Words::new(seeker, quest.shelf, quest.told, text::ACROSS);
        let rows = quest.shelf.slots.len();
        let block = (rows / 4).clamp(1, BLOCK);
        let unread = words.leave_out(allowed, rows / LONG);
        let weights = all.map(|weight| weight as f32);
        let weight = |key: FactorKey| weights[key as usize];
        let expertise = by_expertise(seeker.posting.kind, kind, from);
        let mut open = 0.0;
        if !seeker.embeddings.is_empty() {
            open += weight(FactorKey::Meaning);
        }
        if expertise {
            open += weight(FactorKey::Expertise);
        }
        Self {
            quest,
            page: Page::new(quest.ask.limit, quest.ask.share),
            domains: judge.domains(),
            judge,
            read: vec![0; words.scans.len()],
            words,
            unread,
            sums: [(); 4].map(|()| vec![[0.0; 2]; block]),
            weights,
            from,
            expertise,
            open,
            found: Vec::new(),
        }
    }

    fn weight(&self, key: FactorKey) -> f32 {
        self.weights[key as usize]
    }

    /// Nothing if what was left out could decide who is related at all.
    fn run(mut self) -> Option<Vec<Ranked>> {
        let rows = self.quest.shelf.slots.len();
        let block = self.sums[0].len();
        let mut candidates = Vec::new();
        for begin in (0..rows).step_by(block) {
            let end = (begin + block).min(rows);
            self.add_up(begin, end);
            candidates.clear();
            self.gather(begin, end, &mut candidates);
            // The most promising first: they raise the bar for the others.
            if candidates.len() > FIRST {
                candidates.select_nth_unstable_by(FIRST, best_first);
                let mut rest = candidates.split_off(FIRST);
                self.judge(&mut candidates);
                std::mem::swap(&mut candidates, &mut rest);
            }
            self.judge(&mut candidates);
            if self.left_something_out() && self.page.bar() == f64::NEG_INFINITY {
                return None;
            }
        }
        Some(self.found)
    }

    fn left_something_out(&self) -> bool {
        self.unread.0.iter().flatten().any(|sum| *sum > 0.0)
    }

    /// Adds up what the rows of a block share with the seeker.
    fn add_up(&mut self, begin: usize, end: usize) {
        for (sum, unread) in self.sums.iter_mut().zip(self.unread.0) {
            sum[..end - begin].fill(unread);
        }
        let Tables(tables) = &self.words.tables;
        for (scan, read) in self.words.scans.iter().zip(&mut self.read) {
            let Scan { own, other, .. } = *scan;
            let (sums, table) = (&mut self.sums[scan.sum as usize], &tables[scan.table]);
            let marks = &scan.marks[*read..];
            let mut done = 0;
            for mark in marks {
                let row = mark.row() as usize;
                if row >= end {
                    break;
                }
                let (sum, earned) = (&mut sums[row - begin], &table[mark.class()]);
                sum[0] += own * earned[0];
                sum[1] += other * earned[1];
                done += 1;
            }
            *read += done;
        }
    }

    /// The rows of a block whose texts, domains and tags leave them a chance.
    fn gather(&mut self, begin: usize, end: usize, candidates: &mut Vec<Candidate>) {
        let shelf = self.quest.shelf;
        let share = self.from.share().max(1.0 - self.from.share()) as f32;
        let (text, tags) = (self.weight(FactorKey::Text), self.weight(FactorKey::Tags));
        let domain = self.weight(FactorKey::Domain);
        let rest = self.open + self.judge.most();
        let bar = self.page.bar() as f32 - HAIR;
        let noise = NOISE as f32;
        let open = self.open + self.judge.most_own();
        for at in 0..end - begin {
            let row = begin + at;
            let said = &shelf.said[row];
            let sums = [0, 1, 2, 3].map(|sum: usize| self.sums[sum][at]);
            let (own, other) = self.words.shares(said, sums);
            let tagged = (
                (self.words.tags * sums[3][0]).min(1.0),
                (said.tags * sums[3][1] * 1.0001).min(1.0),
            );
            let filed = self.domains[said.shared.domains as usize];
            let blend = |own: f32, other: f32| share * own + (1.0 - share) * other;
            let said_alike =
                text * blend(own, other) + tags * blend(tagged.0, tagged.1) + domain * filed;
            if said_alike + rest < bar || shelf.slots[row] == NOBODY {
                continue;
            }
            let points = said_alike + self.judge.shared(&said.shared);
            if points + open < bar {
                continue;
            }
            candidates.push(Candidate {
                row: row as Row,
                points,
                related: own > noise || other > noise || sums[3][0] > 0.0 || filed > 0.0,
                ideas: if self.from == Perspective::Demand {
                    (self.words.ideas * sums[2][0]).min(1.0)
                } else {
                    sums[2][1]
                },
            });
        }
    }

    /// Looks closer at candidates, and compares those that still have a chance, the most
    /// promising first.
    fn judge(&mut self, candidates: &mut Vec<Candidate>) {
        let (quest, bar) = (self.quest, self.page.bar() as f32 - HAIR);
        let meaning = !quest.seeker.embeddings.is_empty();
        let own = self.judge.most_own();
        candidates.retain_mut(|candidate| {
            let row = &quest.shelf.circumstances[candidate.row as usize];
            if candidate.points + self.open + own < bar {
                return false;
            }
            let Some(points) = self.judge.own(row) else {
                return false;
            };
            candidate.points += points;
            if candidate.points + self.open < bar {
                return false;
            }
            if !self.expertise && !meaning {
                return candidate.related;
            }
            let Some((_, reading)) = quest.at(candidate.row) else {
                return false;
            };
            if self.expertise {
                let value = self.expert(reading, candidate.ideas);
                candidate.points += self.weights[FactorKey::Expertise as usize] * value;
                candidate.related |= value > 0.0;
            }
            if meaning {
                let near = quest.engine.nearness(quest.seeker, reading);
                let value = meaning::Meaning(near).value().demand;
                candidate.points += self.weights[FactorKey::Meaning as usize] * value as f32;
                candidate.related |= value > NOISE;
            }
            candidate.related && candidate.points >= bar
        });
        candidates.sort_unstable_by(best_first);
        for candidate in candidates.iter() {
            if f64::from(candidate.points + HAIR) < self.page.bar() {
                break;
            }
            let Some((slot, reading)) = quest.at(candidate.row) else {
                continue;
            };
            if let Some(ranked) = quest.compare(slot, reading) {
                let posting = &reading.posting;
                self.page
                    .put(ranked.score, &posting.id, &posting.organization.id);
                self.found.push(ranked);
            }
        }
    }

    /// The value of expertise at most.
    fn expert(&self, reading: &Reading, ideas: f32) -> f32 {
        let (demand, supply, _) = sides(self.quest.seeker, reading);
        let ideas = if self.from == Perspective::Demand {
            ideas
        } else if demand.profile.ideas.mass > 0.0 {
            (ideas / demand.profile.ideas.mass * 1.0001).min(1.0)
        } else {
            0.0
        };
        let keywords = supply.profile.keywords.iter();
        let known = keywords.filter(|keyword| demand.profile.mentions(keyword));
        let known = (known.count() as f32 / 2.0).min(1.0);
        1.0 - (1.0 - ideas) * (1.0 - known)
    }
}
