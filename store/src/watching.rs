//! How far making the rows of a report is, told to whoever watches.

use chrono::NaiveDate;
use std::fmt;
use std::sync::Arc;

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// What was logged is read, and read up to this day. A report may read more than once, and
    /// other days than its period's.
    Reading(NaiveDate),
    /// It is proved what donors may see of people.
    Proving,
    /// That is proved; the reading goes on.
    Proved,
    /// The journal is replayed up to the entry that is compared with.
    Replaying,
    /// That is replayed; the reading begins.
    Replayed,
}

/// Somebody who watches; told often, so what it does must be quick.
#[derive(Clone)]
pub struct Watch(Arc<dyn Fn(Doing) + Send + Sync>);

impl Watch {
    /// Calls this whenever the work has come further.
    pub fn new(told: impl Fn(Doing) + Send + Sync + 'static) -> Self {
        Self(Arc::new(told))
    }

    /// Tells them.
    pub fn hear(&self, doing: Doing) {
        (self.0)(doing);
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}
