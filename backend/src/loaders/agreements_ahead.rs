//! What belongs to agreements, ahead and one by one.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;

use super::{Loaders, Rows, grouped};
use crate::agreements::{
    Comment, Indicator, Measurement, Milestone, Payment, Scan, Signature, Version, Witness, store,
};
use crate::error::{Error, Result};
use crate::ids::AgreementId;

macro_rules! of_agreement {
    ($($(#[$doc:meta])* $field:literal: $key:ident => $value:ty, $load:ident, $get:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, Hash)]
            struct $key(AgreementId);

            impl Loader<$key> for Rows {
                type Value = Vec<$value>;
                type Error = Error;

                async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, Vec<$value>>> {
                    let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
                    let rows = store::$load(&self.0.db, &ids).await?;
                    let pairs = rows.into_iter().map(|row| (row.agreement_id, row)).collect();
                    Ok(grouped(keys, pairs, $key))
                }
            }
        )*

        impl Loaders {
            $(
                $(#[$doc])*
                pub async fn $get(&self, id: AgreementId) -> Result<Vec<$value>> {
                    self.there($key(id)).await
                }
            )*

            /// What a list of agreements will be asked for, one statement a kind.
            pub async fn fetch_agreement_parts(
                &self,
                asks: impl Fn(&str) -> bool + Send,
                ids: impl Iterator<Item = AgreementId> + Send,
            ) -> Result<()> {
                let ids: Vec<_> = ids.collect();
                $(
                    if asks($field) {
                        let keys: Vec<_> = ids.iter().copied().map($key).collect();
                        self.fetch(keys).await?;
                    }
                )*
                let texts = ["text", "current", "draft", "signedHash", "signingConsent"];
                if texts.iter().any(|name| asks(name)) {
                    let keys: Vec<_> = ids.iter().copied().map(VersionsOf).collect();
                    self.fetch(keys).await?;
                }
                Ok(())
            }
        }
    };
}

of_agreement! {
    /// Versions of an agreement, drafts included.
    "versions": VersionsOf => Version, versions_of, agreement_versions;
    /// Signatures of an agreement.
    "signatures": SignaturesOf => Signature, signatures_of, agreement_signatures;
    /// Witnesses of an agreement.
    "witnesses": WitnessesOf => Witness, witnesses_of, agreement_witnesses;
    /// Comments on an agreement.
    "comments": CommentsOf => Comment, comments_of, agreement_comments;
    /// Scans of an agreement.
    "scans": ScansOf => Scan, scans_of, agreement_scans;
    /// Milestones of an agreement.
    "milestones": MilestonesOf => Milestone, milestones_of, agreement_milestones;
    /// Indicators of an agreement.
    "indicators": IndicatorsOf => Indicator, indicators_of, agreement_indicators;
    /// Values of an agreement's indicators; asked for together with them.
    "indicators": MeasurementsOf => Measurement, measurements_of, agreement_measurements;
    /// What was paid or given under an agreement.
    "payments": PaymentsOf => Payment, payments_of, agreement_payments;
}
