//! Whether what donors were told after an earlier entry of the journal and what they are told now expose
//! nobody together: whoever has both files can subtract one from the other.

use super::model::Building;
use super::{Counted, Known, Published};
use crate::Store;
use crate::error::StoreError;
use crate::report::Refs;
use crate::report::reached::{Counts, Wanted, count};
use disclosure::Fate;
use futures::FutureExt;
use futures::future::{BoxFuture, Shared};
use std::collections::HashSet;
use std::sync::Arc;
use tokio::sync::oneshot;

/// A finding that is under way or made, with the fingerprints of what it was made from.
pub(crate) type Finding = (String, Shared<BoxFuture<'static, Option<bool>>>);

impl Store {
    /// Whether donors of a project may be told what changed between a store of an earlier entry and
    /// this one. `touched` are the ids of all shifts that entries were made about in between, which
    /// everybody is told.
    ///
    /// # Errors
    /// [`domain::fault::Fault::Unavailable`] while it takes longer than [`Store::impatient`] says.
    pub(in crate::report) async fn told_together(
        &self,
        then: &Self,
        refs: &Arc<Refs>,
        project: i64,
        touched: &HashSet<String>,
    ) -> Result<bool, StoreError> {
        let then_refs = then.refs().await?;
        let now = self.unwatched().known(refs, project).await?;
        let before = then.unwatched().known(&then_refs, project).await?;
        let (Some(before), Some(now)) = (before, now) else { return Ok(true) };
        if before == now {
            return Ok(true);
        }
        let told_before = then.published(&then_refs, project).await?;
        let told_now = self.published(refs, project).await?;
        let Some(Counted { request, wanted, .. }) = self.counted(refs, project).await? else {
            return Ok(true);
        };
        let wanted = Wanted { only: Some(touched.clone()), ..wanted };
        let touched = count(&self.unwatched(), &request, &wanted).await?;
        let fingerprint = format!("{} {}", before.fingerprint(), now.fingerprint());
        let finding = {
            let mut kept = self.kept_earlier().lock().await;
            match kept.findings.get(&project) {
                Some((held, finding)) if *held == fingerprint => finding.clone(),
                _ => {
                    let told = [(before, told_before), (now, told_now)];
                    let finding = find(told, touched);
                    kept.findings.insert(project, (fingerprint, finding.clone()));
                    finding
                }
            }
        };
        let found = self.wait(finding).await?;
        found.ok_or_else(|| StoreError::Machine("an audit was broken off".to_owned()))
    }
}

/// Looks in a thread of its own: a server that stops does not wait for it.
fn find(
    told: [(Known, Arc<Published>); 2],
    touched: Counts,
) -> Shared<BoxFuture<'static, Option<bool>>> {
    let (done, found) = oneshot::channel();
    std::thread::spawn(move || {
        let [(before, told_before), (now, told_now)] = &told;
        let building = Building::beside(before, now, &touched);
        let is_shown =
            |told: &Published, (days, scope, what)| told.fate(days, scope, what) == Fate::Shown;
        let names: Vec<_> = building.names().collect();
        let (first, second) = names.split_at(building.earlier());
        let shown = first.iter().map(|name| is_shown(told_before, *name));
        let shown = shown.chain(second.iter().map(|name| is_shown(told_now, *name)));
        let _ = done.send(building.is_safe(&shown.collect::<Vec<_>>()));
    });
    found.map(Result::ok).boxed().shared()
}
