//! The use cases: find and propose, consent or decline, end; and what follows when a need goes away.

use std::collections::BTreeSet;

use matching::{Bundle, BundleKind, Code};

use super::jobs::{JointCallAgreed, JointCallOver, JointCallProposed, JointCallSmaller};
use super::rules::{self, Circle, Known, Party, Step};
use super::{Answer, JointCall, JointCallKind, JointCallStatus, Part, store};
use crate::app::Ctx;
use crate::audit::{self, Subject};
use crate::db::Txn;
use crate::error::{Error, Result};
use crate::ids::{JointCallId, NeedId, OrganizationId};
use crate::needs::{self, Need, NeedStatus, rules::reason};
use crate::policy::Action;
use crate::text::BilingualText;

/// Looks for needs that belong together with an open need, and proposes them as a joint call, once.
pub async fn look(ctx: &Ctx, id: NeedId) -> Result<Option<JointCall>> {
    ctx.app.market.catch_up(&ctx.app).await?;
    let Some(bundle) = bundle(ctx, id, Vec::new()).await? else {
        return Ok(None);
    };
    if let Some(call) = propose(ctx, &bundle).await? {
        return Ok(Some(call));
    }
    // Others than those who are in a joint call already.
    let taken = store::taken(&ctx.app.db).await?;
    if taken.contains(&id) {
        return Ok(None);
    }
    match bundle_of_free(ctx, id, &taken).await? {
        Some(other) if other.needs != bundle.needs => propose(ctx, &other).await,
        _ => Ok(None),
    }
}

async fn bundle_of_free(ctx: &Ctx, id: NeedId, taken: &[NeedId]) -> Result<Option<Bundle>> {
    let taken = taken.iter().map(|id| Code::from(id.to_string()));
    bundle(ctx, id, taken.collect()).await
}

async fn bundle(ctx: &Ctx, id: NeedId, without: Vec<Code>) -> Result<Option<Bundle>> {
    let (id, today) = (id.to_string(), ctx.app.clock.today());
    let without: BTreeSet<Code> = without.into_iter().collect();
    let ask = move |corpus: &matching::Corpus| matching::bundle_of(corpus, &id, &without, today);
    ctx.app.market.ask(ask).await
}

/// Proposes a bundle unless that was done before, or one of its needs went away meanwhile.
async fn propose(ctx: &Ctx, bundle: &Bundle) -> Result<Option<JointCall>> {
    let ids: Vec<NeedId> = bundle
        .needs
        .iter()
        .filter_map(|id| id.parse().ok())
        .collect();
    let versions = ctx.app.market.versions(&ctx.app).await;
    let txn = ctx.begin().await?;
    let open = |need: &Need| need.status == NeedStatus::Open && !need.is_hidden();
    let mut needs = needs::store::lock_many(&txn, &ids).await?;
    needs.retain(open);
    let owners: BTreeSet<OrganizationId> = needs.iter().map(|need| need.organization_id).collect();
    if needs.len() < bundle.needs.len() || owners.len() < needs.len() {
        return Ok(None);
    }
    let others = store::lock_with(&txn, &ids).await?;
    let known = known(&txn, &others).await?;
    if !rules::worth_proposing(&ids.iter().copied().collect(), &known) {
        return Ok(None);
    }
    // What waits is part of the larger one now; what was agreed holds until that is agreed.
    for smaller in others {
        if smaller.status == JointCallStatus::Proposed {
            replace(ctx, &txn, smaller).await?;
        }
    }
    let call = JointCall {
        id: JointCallId(ctx.app.ids.next()),
        kind: match bundle.kind {
            BundleKind::Similar => JointCallKind::Similar,
            BundleKind::Complementary => JointCallKind::Complementary,
        },
        area: bundle.area.to_string(),
        score: bundle.score,
        reason: BilingualText {
            vi: Some(bundle.reason.vi.clone()),
            en: Some(bundle.reason.en.clone()),
            ..BilingualText::default()
        },
        status: JointCallStatus::Proposed,
        status_reason: None,
        engine_version: versions.engine,
        weights_version: versions.weights,
        model_version: versions.model,
        created_at: ctx.now(),
        decided_at: None,
    };
    let parts = needs.iter().map(|need| Part {
        joint_call_id: call.id,
        need_id: need.id,
        organization_id: need.organization_id,
        answer: Answer::Waiting,
        answered_by: None,
        answered_at: None,
        reason: None,
    });
    store::insert(&txn, call.clone(), parts.collect()).await?;
    record(ctx, &txn, "joint_call.proposed", &call, &ids).await?;
    let joint_call_id = call.id;
    ctx.enqueue(&txn, &JointCallProposed { joint_call_id })
        .await?;
    txn.commit().await?;
    Ok(Some(call))
}

async fn known(txn: &Txn, calls: &[JointCall]) -> Result<Vec<Known>> {
    let ids: Vec<JointCallId> = calls.iter().map(|call| call.id).collect();
    let parts = store::parts_of(txn, &ids).await?;
    let of = |call: &JointCall| {
        let own = parts.iter().filter(|part| part.joint_call_id == call.id);
        Known {
            status: call.status,
            needs: own.map(|part| (part.need_id, part.answer)).collect(),
        }
    };
    Ok(calls.iter().map(of).collect())
}

/// A larger joint call took its place.
async fn replace(ctx: &Ctx, txn: &Txn, mut call: JointCall) -> Result<()> {
    call.status = JointCallStatus::Expired;
    call.decided_at = Some(ctx.now());
    store::update(txn, call.clone()).await?;
    record(ctx, txn, "joint_call.replaced", &call, &()).await
}

/// The owner of one of the needs consents, or declines with a reason; a consent may be taken back until all
/// have given theirs.
pub async fn answer(
    ctx: &Ctx,
    id: JointCallId,
    need: NeedId,
    consent: bool,
    why: Option<&str>,
) -> Result<JointCall> {
    let txn = ctx.begin().await?;
    let (call, parts, others) = lock(&txn, id).await?;
    ctx.authorize(Action::ViewJointCall(&call, &parts))?;
    let at = parts.iter().position(|part| part.need_id == need);
    let at = at.ok_or_else(Error::not_found)?;
    ctx.authorize(Action::AnswerJointCall(&call, &parts, &parts[at]))?;
    let (step, action) = if consent {
        (Step::Consent, "joint_call.consented")
    } else {
        (Step::Decline, "joint_call.refused")
    };
    let mut open = Open::new(call, parts);
    open.take(ctx, at, step)?;
    if !consent {
        open.parts[at].reason = Some(reason("reason", why.unwrap_or_default())?);
    }
    open.save(ctx, &txn).await?;
    record(ctx, &txn, action, &open.call, &need).await?;
    if open.call.status == JointCallStatus::Agreed {
        for other in others {
            if matches!(
                other.status,
                JointCallStatus::Proposed | JointCallStatus::Agreed
            ) {
                replace(ctx, &txn, other).await?;
            }
        }
    }
    txn.commit().await?;
    Ok(open.call)
}

/// The joint call with its needs, and the other joint calls with some of these, all locked.
async fn lock(txn: &Txn, id: JointCallId) -> Result<(JointCall, Vec<Part>, Vec<JointCall>)> {
    let parts = store::parts_of(txn, &[id]).await?;
    let needs: Vec<NeedId> = parts.iter().map(|part| part.need_id).collect();
    let mut others = store::lock_with(txn, &needs).await?;
    let at = others.iter().position(|call| call.id == id);
    let call = others.remove(at.ok_or_else(Error::not_found)?);
    // As they are now that nobody else can answer.
    let parts = store::parts_of(txn, &[id]).await?;
    Ok((call, parts, others))
}

/// The alliance ends a joint call, with a reason that its owners read.
pub async fn end(ctx: &Ctx, id: JointCallId, why: &str) -> Result<JointCall> {
    let txn = ctx.begin().await?;
    let mut call = store::lock(&txn, id).await?;
    let parts = store::parts_of(&txn, &[id]).await?;
    ctx.authorize(Action::EndJointCall(&call, &parts))?;
    call.status = rules::end(call.status)?;
    call.status_reason = Some(reason("reason", why)?);
    call.decided_at = Some(ctx.now());
    store::update(&txn, call.clone()).await?;
    record(ctx, &txn, "joint_call.ended", &call, &()).await?;
    ctx.enqueue(&txn, &JointCallOver { joint_call_id: id })
        .await?;
    txn.commit().await?;
    Ok(call)
}

/// The need is closed, withdrawn or out of sight: joint calls that wait go on without it. What was agreed
/// stays.
pub(crate) async fn leave(ctx: &Ctx, txn: &Txn, id: NeedId) -> Result<()> {
    for call in store::lock_with(txn, &[id]).await? {
        let parts = store::parts_of(txn, &[call.id]).await?;
        let Some(at) = parts.iter().position(|part| part.need_id == id) else {
            continue;
        };
        let mut open = Open::new(call, parts);
        if open.take(ctx, at, Step::Leave).is_ok() {
            open.save(ctx, txn).await?;
            record(ctx, txn, "joint_call.left", &open.call, &id).await?;
        }
    }
    Ok(())
}

/// Two organisations became one: nobody has a joint call with herself.
pub(crate) async fn end_with_itself(ctx: &Ctx, txn: &Txn, id: OrganizationId) -> Result<()> {
    for call in store::lock_waiting_of(txn, id).await? {
        let parts = store::parts_of(txn, &[call.id]).await?;
        let mut open = Open::new(call, parts);
        open.circle.merged();
        open.settle(ctx);
        open.save(ctx, txn).await?;
    }
    Ok(())
}

/// A joint call that is locked and about to change.
struct Open {
    call: JointCall,
    parts: Vec<Part>,
    circle: Circle,
    smaller: bool,
}

impl Open {
    fn new(call: JointCall, parts: Vec<Part>) -> Self {
        let party = |part: &Part| Party {
            owner: part.organization_id,
            answer: part.answer,
        };
        let circle = Circle {
            status: call.status,
            parties: parts.iter().map(party).collect(),
        };
        Self {
            call,
            parts,
            circle,
            smaller: false,
        }
    }

    fn take(&mut self, ctx: &Ctx, at: usize, step: Step) -> Result<()> {
        self.smaller = self.circle.take(at, step)?;
        let part = &mut self.parts[at];
        part.answered_at = Some(ctx.now());
        part.answered_by = match step {
            Step::Consent | Step::Decline => ctx.viewer.user(),
            Step::Leave => None,
        };
        self.settle(ctx);
        Ok(())
    }

    /// Writes down what the rules made of it.
    fn settle(&mut self, ctx: &Ctx) {
        for (part, party) in self.parts.iter_mut().zip(&self.circle.parties) {
            part.answer = party.answer;
            if part.answer == Answer::Waiting {
                (part.answered_at, part.answered_by) = (None, None);
            }
        }
        if self.call.status != self.circle.status {
            self.call.status = self.circle.status;
            self.call.decided_at = Some(ctx.now());
        }
    }

    /// Saves it, and tells those whom it concerns.
    async fn save(&self, ctx: &Ctx, txn: &Txn) -> Result<()> {
        let joint_call_id = self.call.id;
        store::update(txn, self.call.clone()).await?;
        for part in &self.parts {
            store::update_part(txn, part.clone()).await?;
        }
        match self.call.status {
            JointCallStatus::Proposed if self.smaller => {
                ctx.enqueue(txn, &JointCallSmaller { joint_call_id }).await
            }
            JointCallStatus::Proposed => Ok(()),
            JointCallStatus::Agreed => {
                record(ctx, txn, "joint_call.agreed", &self.call, &()).await?;
                ctx.enqueue(txn, &JointCallAgreed { joint_call_id }).await
            }
            status => {
                record(ctx, txn, "joint_call.over", &self.call, &status).await?;
                ctx.enqueue(txn, &JointCallOver { joint_call_id }).await
            }
        }
    }
}

async fn record(
    ctx: &Ctx,
    txn: &Txn,
    action: &str,
    call: &JointCall,
    detail: &impl serde::Serialize,
) -> Result<()> {
    audit::record(ctx, txn, action, Subject::joint_call(call.id), detail).await
}
