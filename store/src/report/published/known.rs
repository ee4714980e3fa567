//! Everything that decides what is published of a project's people: read from the tables, and kept
//! with what donors were told.

use super::calendar::{is_quarter_or_year, pieces};
use crate::Store;
use crate::error::StoreError;
use crate::report::Request;
use crate::report::indicators::{Defined, of_project};
use crate::report::reached::{Counts, Scope, Wanted, count};
use crate::report::refs::Refs;
use chrono::NaiveDate;
use domain::indicator::{DefineIndicator, Measure};
use domain::report::Query;
use domain::report::period::Days;
use domain::report::reached::Reached;
use domain::suppression::Audience;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// The version of the proof: another one takes what an earlier one proved for something else.
const PROOF: u8 = 5;

/// Everything that decides what is published of a project's people.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Known {
    /// The pieces of the calendar that are over, in the order in which they are published.
    pub(super) pieces: Vec<Days>,
    /// The first day of the project, from which it is counted what came together.
    pub(super) begin: NaiveDate,
    pub(super) counts: Counts,
    /// Those that count people.
    pub(super) indicators: Vec<Defined>,
    /// The days on which enrolments were completed, by indicator.
    pub(super) completed: HashMap<i64, Vec<NaiveDate>>,
}

impl Known {
    /// Whether what came in some days, or from the first day of the project on, is counted there.
    pub(super) fn counts_in(&self, days: Days, scope: Scope) -> bool {
        let since = days.0 == self.begin && counts_since(&self.indicators);
        let is_counted = match scope {
            Scope::All | Scope::Centre(_) => true,
            Scope::Activity(kind) | Scope::In(_, kind) => {
                self.indicators.iter().any(|one| one.define.activity == Some(kind))
            }
        };
        is_counted
            && (self.pieces.contains(&days)
                || since && self.pieces.iter().any(|(_, to)| *to == days.1))
    }

    /// What tells whether something that was kept is of the same.
    pub(super) fn fingerprint(&self) -> String {
        let mut counts: Vec<String> =
            self.counts.iter().map(|(key, reached)| format!("{key:?} {reached:?}")).collect();
        counts.sort_unstable();
        let completed: BTreeMap<_, _> = self.completed.iter().collect();
        let of = (&self.pieces, self.begin, &self.indicators, completed);
        let mut hash = Sha256::new();
        hash.update(format!("{PROOF} {of:?}"));
        counts.iter().for_each(|count| hash.update(count));
        hex::encode(hash.finalize())
    }
}

/// What is known now, in so far as it is not what was known before: as it is kept.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Difference {
    pieces: Vec<Days>,
    begin: NaiveDate,
    /// Counts that are new or others.
    counts: Vec<(Days, Scope, Reached)>,
    /// Where nobody was counted any more.
    gone: Vec<(Days, Scope)>,
    indicators: Vec<(i64, DefineIndicator)>,
    completed: BTreeMap<i64, Vec<NaiveDate>>,
}

impl Difference {
    pub(super) fn between(before: Option<&Known>, now: &Known) -> Self {
        let nothing = Counts::new();
        let before = before.map_or(&nothing, |before| &before.counts);
        let counts = now.counts.iter().filter(|(key, reached)| before.get(key) != Some(reached));
        let gone = before.keys().filter(|key| !now.counts.contains_key(key));
        let indicators = now.indicators.iter().map(|one| (one.key, one.define.clone()));
        Self {
            pieces: now.pieces.clone(),
            begin: now.begin,
            counts: counts.map(|((days, scope), one)| (*days, *scope, one.clone())).collect(),
            gone: gone.copied().collect(),
            indicators: indicators.collect(),
            completed: now.completed.clone().into_iter().collect(),
        }
    }

    pub(super) fn after(self, before: Option<&Known>) -> Known {
        let mut counts = before.map(|before| before.counts.clone()).unwrap_or_default();
        counts.retain(|key, _| !self.gone.contains(key));
        counts.extend(self.counts.into_iter().map(|(days, scope, one)| ((days, scope), one)));
        let indicators = self.indicators.into_iter().map(|(key, define)| Defined { key, define });
        Known {
            pieces: self.pieces,
            begin: self.begin,
            counts,
            indicators: indicators.collect(),
            completed: self.completed.into_iter().collect(),
        }
    }
}

/// Whether any of them is of different people, so that it is counted from the project's first day on.
fn counts_since(indicators: &[Defined]) -> bool {
    indicators.iter().any(|one| matches!(one.define.measure, Measure::People { .. }))
}

/// What is counted to know it.
struct Counted {
    request: Request,
    wanted: Wanted,
    begin: NaiveDate,
    indicators: Vec<Defined>,
}

impl Store {
    /// What is counted for a project's donors; nothing where no workshop counts for it, or nothing is
    /// over.
    async fn counted(&self, refs: &Arc<Refs>, project: i64) -> Result<Option<Counted>, StoreError> {
        let today = self.clock().today();
        let Some(first) = refs.first_share(project) else { return Ok(None) };
        let request = Request {
            query: Query::period(first, today),
            refs: refs.clone(),
            centre: None,
            workshop: None,
            project: Some(project),
            group: None,
            centres: None,
            audience: Audience::Donor,
        };
        let mut indicators = of_project(&mut *self.read().await?, project).await?;
        indicators.retain(|one| one.define.measure.counts_people());
        let pieces = pieces(first, today);
        if pieces.is_empty() {
            return Ok(None);
        }
        let months = pieces.iter().filter(|days| !is_quarter_or_year(**days));
        let begin = refs.projects.get(&project).map_or(first, |project| project.from);
        let wanted = Wanted {
            since: counts_since(&indicators).then(|| (begin, months.map(|(_, to)| *to).collect())),
            activities: indicators.iter().filter_map(|one| one.define.activity).collect(),
            pieces,
            only: None,
        };
        Ok(Some(Counted { request, wanted, begin, indicators }))
    }

    /// Reads what the proof depends on; nothing where there is nothing to prove.
    pub(super) async fn known(
        &self,
        refs: &Arc<Refs>,
        project: i64,
    ) -> Result<Option<Known>, StoreError> {
        let Some(counted) = self.counted(refs, project).await? else { return Ok(None) };
        let Counted { request, wanted, begin, indicators } = counted;
        let counts = count(self, &request, &wanted).await?;
        let mut completed = HashMap::new();
        for one in indicators.iter().filter(|one| one.define.measure == Measure::Completions) {
            let days = self.completions(&request, one.define.activity).await?;
            completed.insert(one.key, days);
        }
        Ok(Some(Known { pieces: wanted.pieces, begin, counts, indicators, completed }))
    }

    /// What is counted now in some shifts alone, by their ids.
    pub(super) async fn counted_in(
        &self,
        refs: &Arc<Refs>,
        project: i64,
        shifts: HashSet<String>,
    ) -> Result<Counts, StoreError> {
        match self.counted(refs, project).await? {
            Some(Counted { request, wanted, .. }) if !shifts.is_empty() => {
                count(self, &request, &Wanted { only: Some(shifts), ..wanted }).await
            }
            _ => Ok(Counts::new()),
        }
    }
}
