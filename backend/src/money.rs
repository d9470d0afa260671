//! Money: whole numbers of minor units and a currency. Đồng has no minor unit: 1 is 1 ₫.

use async_graphql::{
    InputObject, InputValueError, InputValueResult, Scalar, ScalarType, SimpleObject, Value,
};
use serde::{Deserialize, Serialize};

use crate::error::{ErrorCode, Problem};
use crate::text::say;

/// The one currency of this version (ISO 4217).
pub const CURRENCY: &str = "VND";
/// Largest amount: one quintillion đồng is more than anybody means.
pub const LARGEST: i64 = 1_000_000_000_000_000_000;

/// Whole number of minor units, as a decimal string: JSON numbers lose digits, and GraphQL's Int
/// ends at 2³¹.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount(pub i64);

#[Scalar]
impl ScalarType for Amount {
    fn parse(value: Value) -> InputValueResult<Self> {
        let amount = match &value {
            Value::String(text) => text.parse().ok(),
            Value::Number(number) => number.as_i64(),
            _ => None,
        };
        amount.map(Self).ok_or_else(|| {
            InputValueError::custom(
                "an amount is a whole number in a string, such as \"5000000000\"",
            )
        })
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// A range of money; either end may be open.
#[derive(Clone, Debug, SimpleObject)]
pub struct MoneyRange {
    /// At least.
    pub min: Option<Amount>,
    /// At most.
    pub max: Option<Amount>,
    /// ISO 4217.
    pub currency: &'static str,
}

impl MoneyRange {
    /// The range, unless both ends are open.
    pub fn of(min: Option<i64>, max: Option<i64>) -> Option<Self> {
        (min.is_some() || max.is_some()).then(|| Self {
            min: min.map(Amount),
            max: max.map(Amount),
            currency: CURRENCY,
        })
    }
}

/// An amount of money.
#[derive(Clone, Debug, SimpleObject)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// ISO 4217.
    pub currency: &'static str,
}

impl Money {
    /// So many đồng.
    pub fn dong(amount: i64) -> Self {
        Self {
            amount: Amount(amount),
            currency: CURRENCY,
        }
    }
}

/// A range as it is sent in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, InputObject)]
pub struct MoneyRangeInput {
    /// At least, in đồng.
    pub min: Option<Amount>,
    /// At most, in đồng.
    pub max: Option<Amount>,
}

impl MoneyRangeInput {
    /// What is wrong with the range, if anything; fields are named below `path`.
    pub fn problem(&self, path: &str) -> Option<Problem> {
        let ends = [("min", self.min), ("max", self.max)];
        for (end, amount) in ends {
            if amount.is_some_and(|a| !(0..=LARGEST).contains(&a.0)) {
                return Some(Problem {
                    field: format!("{path}.{end}"),
                    code: ErrorCode::OutOfRange,
                    message: say(
                        "Số tiền phải là số không âm, tính bằng đồng.",
                        "An amount is a number of đồng, not below zero.",
                    ),
                });
            }
        }
        let (min, max) = (self.min?, self.max?);
        (min.0 > max.0).then(|| Problem {
            field: format!("{path}.max"),
            code: ErrorCode::BudgetRange,
            message: say(
                "Mức tối đa phải lớn hơn hoặc bằng mức tối thiểu.",
                "The most must not be below the least.",
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(min: i64, max: i64) -> MoneyRangeInput {
        MoneyRangeInput {
            min: Some(Amount(min)),
            max: Some(Amount(max)),
        }
    }

    #[test]
    fn a_range_that_is_upside_down_is_refused() {
        assert_eq!(
            range(5, 4).problem("budget").unwrap().code,
            ErrorCode::BudgetRange
        );
        assert_eq!(range(-1, 4).problem("budget").unwrap().field, "budget.min");
        assert!(range(4, 4).problem("budget").is_none());
    }
}
