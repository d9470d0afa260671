//! Everything about a posting that is not what it says: where, for how much, until when, by
//! whom. Sixty-four bytes and some, so that a row can be judged without its posting.

use chrono::NaiveDate;

use super::facets::{Facet, Facets};
use crate::factors::place::Reach;
use crate::factors::{
    Finding, Pair, Value, calendar, capacity, delivery, domain, languages, maturity, money, place,
    standards, track_record,
};
use crate::knowledge::Knowledge;
use crate::model::{Code, MoneyRange, OfferMaturity, Posting};
use crate::score::{FactorKey, Perspective};
use crate::text::{Names, Profile};
use crate::{Kind, Reading};

/// A part of a posting that many share, as a posting that says nothing else.
#[derive(Clone, Debug)]
pub(super) struct Part {
    posting: Posting,
    profile: Profile,
}

/// The different parts of a shelf's postings.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub domains: Facets<Box<Part>>,
    coverages: Facets<(Box<Part>, Reach)>,
    forms: Facets<Box<Part>>,
    languages: Facets<Box<Part>>,
    standards: Facets<Box<Part>>,
}

/// The parts of a row that many share, and what needs no arithmetic.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shared {
    pub domains: Facet,
    coverage: Facet,
    forms: Facet,
    languages: Facet,
    standards: Facet,
    /// The value of the track record.
    record: f32,
    maturity: Option<OfferMaturity>,
    target: Option<u8>,
}

/// A row's own circumstances.
#[derive(Clone, Copy, Debug)]
pub(super) struct Circumstances {
    coverage: Facet,
    opens: Option<NaiveDate>,
    closes: Option<NaiveDate>,
    /// Đồng; none is the least number.
    min: i64,
    max: i64,
    largest: i64,
    /// Where it delivered before.
    delivered: Reach,
    staff: Option<u32>,
    under_way: u32,
}

impl Parts {
    /// Reads a posting, taking its parts.
    pub fn take(&mut self, reading: &Reading, knowledge: &Knowledge) -> (Shared, Circumstances) {
        let posting = &reading.posting;
        let kind = posting.kind;
        let part = |fill: &dyn Fn(&mut Posting)| {
            let mut part = Posting::new(kind, "");
            fill(&mut part);
            let profile = Profile {
                names: Names::read(&part),
                ..Profile::default()
            };
            Box::new(Part {
                posting: part,
                profile,
            })
        };
        let certified: Vec<&Code> = posting.certificates.iter().map(|c| &c.name).collect();
        let delivered = posting.references.iter();
        let delivered: Vec<Code> = delivered.filter_map(|r| r.place.clone()).collect();
        let owner = &posting.organization;
        let shared = Shared {
            domains: self.domains.take(&posting.domains, || {
                part(&|part| part.domains.clone_from(&posting.domains))
            }),
            coverage: self
                .coverages
                .take(&(&posting.places, &posting.regions), || {
                    let reach = Reach::of(&posting.places, &posting.regions, knowledge);
                    let part = part(&|part| {
                        part.places.clone_from(&posting.places);
                        part.regions.clone_from(&posting.regions);
                    });
                    (part, reach)
                }),
            forms: self
                .forms
                .take(&(&posting.contract_types, &posting.delivery_models), || {
                    part(&|part| {
                        part.contract_types.clone_from(&posting.contract_types);
                        part.delivery_models.clone_from(&posting.delivery_models);
                    })
                }),
            languages: self.languages.take(&posting.languages, || {
                part(&|part| part.languages.clone_from(&posting.languages))
            }),
            standards: self.standards.take(&(&posting.standards, certified), || {
                part(&|part| {
                    part.standards.clone_from(&posting.standards);
                    part.certificates.clone_from(&posting.certificates);
                    // Certificates without their dates are worth no less.
                    for certificate in &mut part.certificates {
                        certificate.valid_until = None;
                    }
                })
            }),
            record: track_record::of(posting).value().demand as f32,
            maturity: posting.maturity,
            target: posting.maturity_target,
        };
        let own = Circumstances {
            coverage: shared.coverage,
            opens: posting.opens_on,
            closes: posting.closes_on,
            min: posting.budget.min.unwrap_or(i64::MIN),
            max: posting.budget.max.unwrap_or(i64::MIN),
            largest: capacity::largest(&posting.references).unwrap_or(i64::MIN),
            delivered: Reach::of(&delivered, &[], knowledge),
            staff: owner.staff,
            under_way: owner.under_way,
        };
        (shared, own)
    }

    /// Gives the parts of a row back.
    pub fn give(&mut self, row: &Shared) {
        self.domains.give(row.domains);
        self.coverages.give(row.coverage);
        self.forms.give(row.forms);
        self.languages.give(row.languages);
        self.standards.give(row.standards);
    }
}

fn amount(number: i64) -> Option<i64> {
    (number != i64::MIN).then_some(number)
}

/// Judges the circumstances of rows for one seeker.
pub(super) struct Judge<'a> {
    seeker: &'a Reading,
    parts: &'a Parts,
    knowledge: &'a Knowledge,
    today: NaiveDate,
    from: Perspective,
    weights: [f64; FactorKey::COUNT],
    /// Whether the rows supply what the seeker demands.
    supplies: bool,
    needs: Vec<Reach>,
    record: f64,
    coverages: Vec<f32>,
    forms: Vec<f32>,
    languages: Vec<f32>,
    standards: Vec<f32>,
}

/// Not judged yet.
const UNKNOWN: f32 = f32::NAN;
/// An obstacle.
const NEVER: f32 = -1.0;

impl<'a> Judge<'a> {
    pub fn new(
        seeker: &'a Reading,
        (parts, knowledge): (&'a Parts, &'a Knowledge),
        today: NaiveDate,
        from: Perspective,
        weights: [f64; FactorKey::COUNT],
    ) -> Self {
        let supplies = from == Perspective::Demand;
        let (places, regions) = (&seeker.posting.places, &seeker.posting.regions);
        // Any of its places will do, or of its regions if it names none.
        let needs: Vec<Reach> = if places.is_empty() {
            vec![Reach::of(&[], regions, knowledge)]
        } else {
            let places = places.chunks(1);
            places
                .map(|place| Reach::of(place, &[], knowledge))
                .collect()
        };
        Self {
            seeker,
            parts,
            knowledge,
            today,
            from,
            weights,
            supplies,
            needs,
            record: track_record::of(&seeker.posting).value().demand,
            coverages: vec![UNKNOWN; parts.coverages.len()],
            forms: vec![UNKNOWN; parts.forms.len()],
            languages: vec![UNKNOWN; parts.languages.len()],
            standards: vec![UNKNOWN; parts.standards.len()],
        }
    }

    fn pair<'b>(&'b self, part: &'b Part) -> Pair<'b> {
        let (seeker, other) = (
            (&self.seeker.posting, &self.seeker.profile),
            (&part.posting, &part.profile),
        );
        let (demand, supply) = if self.supplies {
            (seeker, other)
        } else {
            (other, seeker)
        };
        Pair {
            demand: demand.0,
            supply: supply.0,
            profiles: Some((demand.1, supply.1)),
            knowledge: self.knowledge,
            today: self.today,
        }
    }

    /// The value of every different set of domains.
    pub fn domains(&self) -> Vec<f32> {
        let all = 0..self.parts.domains.len() as Facet;
        all.map(|facet| {
            let pair = self.pair(self.parts.domains.get(facet));
            self.from.blend(domain::find(&pair).value()) as f32
        })
        .collect()
    }

    /// No row's circumstances give more points than this.
    pub fn most(&self) -> f32 {
        let keys = [
            FactorKey::Place,
            FactorKey::Delivery,
            FactorKey::Maturity,
            FactorKey::Standards,
            FactorKey::Languages,
        ];
        let record = if self.supplies {
            1.0
        } else {
            self.record as f32
        };
        let points: f32 = keys.map(|key| self.weight(key)).iter().sum();
        points + record * self.weight(FactorKey::TrackRecord) + self.most_own()
    }

    /// Nor do its own.
    pub fn most_own(&self) -> f32 {
        let keys = [FactorKey::Money, FactorKey::Calendar, FactorKey::Capacity];
        keys.map(|key| self.weight(key)).iter().sum()
    }

    fn weight(&self, key: FactorKey) -> f32 {
        self.weights[key as usize] as f32
    }

    /// Points that the parts of a row give at most, with the place as if it delivered there
    /// before. All but the dates of certificates are exact.
    pub fn shared(&mut self, row: &Shared) -> f32 {
        let record = if self.supplies {
            row.record
        } else {
            self.record as f32
        };
        let covered = self.covered(row.coverage);
        let place = if self.supplies {
            let delivered = covered + place::REFERENCE_IN_PROVINCE as f32;
            delivered.max(place::PROVEN as f32).min(1.0)
        } else {
            covered
        };
        place * self.weight(FactorKey::Place)
            + record * self.weight(FactorKey::TrackRecord)
            + self.form(row.forms) * self.weight(FactorKey::Delivery)
            + self.language(row.languages) * self.weight(FactorKey::Languages)
            + self.standard(row.standards) * self.weight(FactorKey::Standards)
            + self.maturity(row) * self.weight(FactorKey::Maturity)
    }

    /// Points that a row's own circumstances give, less what the place was given too much, or
    /// nothing if something stands in the way.
    pub fn own(&mut self, row: &Circumstances) -> Option<f32> {
        let less = self.place(row)?;
        let calendar = self.calendar(row)?;
        let values = [
            (FactorKey::Place, less),
            (FactorKey::Calendar, calendar),
            (FactorKey::Money, self.from.blend(self.money(row))),
            (FactorKey::Capacity, self.from.blend(self.capacity(row))),
        ];
        let points = values.map(|(key, value)| value * self.weights[key as usize]);
        Some(points.iter().sum::<f64>() as f32)
    }

    /// The value of a coverage, less than nothing if it is an obstacle.
    fn covered(&mut self, facet: Facet) -> f32 {
        let known = self.coverages[facet as usize];
        if !known.is_nan() {
            return known;
        }
        let (part, reach) = self.parts.coverages.get(facet);
        let found = if self.supplies {
            reach.worth(&self.needs).map(|worth| worth as f32)
        } else {
            let found = place::find(&self.pair(part)).ok();
            found.map(|place| self.from.blend(place.value()) as f32)
        };
        let covered = found.unwrap_or(NEVER);
        self.coverages[facet as usize] = covered;
        covered
    }

    /// What is to be taken from the value of the place: the seeker's references were looked at
    /// where it supplies, those of the row only now.
    fn place(&mut self, row: &Circumstances) -> Option<f64> {
        let covered = f64::from(self.covered(row.coverage));
        if !self.supplies {
            return (covered >= 0.0).then_some(0.0);
        }
        let near = self.needs.iter().map(|need| row.delivered.nears(need));
        let (there, nearby) = near.fold((false, false), |a, b| (a.0 | b.0, a.1 | b.1));
        if covered < 0.0 {
            return there.then_some(0.0);
        }
        let bonus = if there {
            place::REFERENCE_IN_PROVINCE
        } else if nearby {
            place::REFERENCE_IN_REGION
        } else {
            0.0
        };
        let given = (covered + place::REFERENCE_IN_PROVINCE).clamp(place::PROVEN, 1.0);
        Some((covered + bonus).min(1.0) - given)
    }

    fn calendar(&self, row: &Circumstances) -> Option<f64> {
        let posting = &self.seeker.posting;
        let other = (row.opens, row.closes);
        let own = (posting.opens_on, posting.closes_on);
        let (closes, supply) = if self.supplies {
            (own.1, other)
        } else {
            (other.1, own)
        };
        let found = calendar::between(self.today, closes, supply).ok()?;
        Some(self.from.blend(found.value()))
    }

    fn money(&self, row: &Circumstances) -> Value {
        let other = MoneyRange {
            min: amount(row.min),
            max: amount(row.max),
        };
        let own = self.seeker.posting.budget;
        if self.supplies {
            money::Money::of(own, other).value()
        } else {
            money::Money::of(other, own).value()
        }
    }

    fn maturity(&self, row: &Shared) -> f32 {
        let posting = &self.seeker.posting;
        let found = if self.supplies {
            maturity::between(row.maturity, posting.maturity_target)
        } else {
            maturity::between(posting.maturity, row.target)
        };
        self.from.blend(found.value()) as f32
    }

    fn capacity(&self, row: &Circumstances) -> Value {
        let posting = &self.seeker.posting;
        let range = MoneyRange {
            min: amount(row.min),
            max: amount(row.max),
        };
        let found = if self.supplies {
            capacity::Capacity {
                wanted: capacity::wanted(posting.budget),
                largest: amount(row.largest),
                staff: row.staff,
                under_way: row.under_way,
            }
        } else {
            capacity::Capacity {
                wanted: capacity::wanted(range),
                largest: capacity::largest(&posting.references),
                staff: posting.organization.staff,
                under_way: posting.organization.under_way,
            }
        };
        found.value()
    }

    fn form(&mut self, facet: Facet) -> f32 {
        if self.forms[facet as usize].is_nan() {
            let pair = self.pair(self.parts.forms.get(facet));
            let value = self.from.blend(delivery::find(&pair).value()) as f32;
            self.forms[facet as usize] = value;
        }
        self.forms[facet as usize]
    }

    fn language(&mut self, facet: Facet) -> f32 {
        if self.languages[facet as usize].is_nan() {
            let pair = self.pair(self.parts.languages.get(facet));
            let value = self.from.blend(languages::find(&pair).value()) as f32;
            self.languages[facet as usize] = value;
        }
        self.languages[facet as usize]
    }

    fn standard(&mut self, facet: Facet) -> f32 {
        if self.standards[facet as usize].is_nan() {
            // The part of a need has no last day: certificates that are valid today count.
            let pair = self.pair(self.parts.standards.get(facet));
            let value = self.from.blend(standards::find(&pair).value()) as f32;
            self.standards[facet as usize] = value;
        }
        self.standards[facet as usize]
    }
}

/// Whether a supply of this kind is judged by its expertise.
pub(super) fn by_expertise(seeker: Kind, other: Kind, from: Perspective) -> bool {
    let supply = if from == Perspective::Demand {
        other
    } else {
        seeker
    };
    supply == Kind::Expert
}
