//! What a reader gets of a report, told before any row of it is read.

use crate::Store;
use crate::error::StoreError;
use domain::access::Actor;
use domain::report::{Query, Report};
use domain::suppression::Audience;

/// What a reader gets of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// What was asked, with the project named that is a donor's only one.
    pub query: Query,
    /// For whom the rows are.
    pub audience: Audience,
    /// The codes of the centres that the reader sees, in order; `None` for who sees all of what is
    /// asked for.
    pub centres: Option<Vec<String>>,
}

impl Granted {
    /// Whether somebody who gets this now may have a file that was made of `then`: of the same, for
    /// the same audience, and of no centre that they do not see any more.
    pub fn covers(&self, then: &Self) -> bool {
        let sees = match (&self.centres, &then.centres) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(now), Some(then)) => then.iter().all(|code| now.contains(code)),
        };
        sees && self.audience == then.audience && self.query == then.query
    }
}

impl Store {
    /// What an actor would get of a report; reads no row of it.
    ///
    /// # Errors
    /// As [`Store::report`].
    pub async fn granted(
        &self,
        actor: &Actor,
        report: Report,
        query: &Query,
    ) -> Result<Granted, StoreError> {
        let request = self.request(actor, report, query).await?;
        let centres = request.centres.as_ref().map(|keys| {
            let known = keys.iter().filter_map(|key| request.refs.centres.get(key));
            let mut codes: Vec<String> = known.map(|centre| centre.code.clone()).collect();
            codes.sort();
            codes
        });
        Ok(Granted { query: request.query, audience: request.audience, centres })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn granted(audience: Audience, centres: Option<&[&str]>) -> Granted {
        let day = |text: &str| text.parse().expect("a day");
        let query = Query::period(day("2021-05-01"), day("2021-05-31"));
        let centres = centres.map(|codes| codes.iter().map(ToString::to_string).collect());
        Granted { query, audience, centres }
    }

    #[test]
    fn a_file_is_for_who_would_get_as_much_now() {
        let of = |centres: Option<&[&str]>| granted(Audience::Internal, centres);
        let (all, both, one) = (of(None), of(Some(&["KRN", "OBR"])), of(Some(&["OBR"])));
        for (now, then, may) in [
            (&all, &all, true),
            (&all, &both, true),
            (&both, &one, true),
            (&both, &both, true),
            (&one, &both, false),
            (&both, &all, false),
        ] {
            assert_eq!(now.covers(then), may, "{now:?} {then:?}");
        }
        let donor = granted(Audience::Donor, None);
        assert!(donor.covers(&donor) && !donor.covers(&all) && !all.covers(&donor));
        let other = Query { project: Some("OTHER".into()), ..donor.query.clone() };
        assert!(!Granted { query: other, ..donor.clone() }.covers(&donor));
    }
}
