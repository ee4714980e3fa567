//! Places, workshops and projects by their inner keys: few, read once for each report.

use crate::Store;
use crate::centre_facts::position;
use crate::error::StoreError;
use crate::row::Reader;
use chrono::NaiveDate;
use domain::centre::{CentreKind, Position};
use domain::ids::{CentreId, ProjectId, WorkshopId};
use domain::label::Name;
use domain::person::{Age, Sex};
use domain::workshop::{Activity, Unit};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

pub(crate) struct Centre {
    pub(crate) id: CentreId,
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) adm1: Name,
    pub(crate) adm1_code: String,
    pub(crate) adm2: Name,
    /// Kinds with the first day each holds, oldest first.
    kinds: Vec<(String, CentreKind)>,
    /// Where it lies, with the first day each holds, oldest first.
    positions: Vec<(String, Option<Position>)>,
}

impl Centre {
    /// What the centre was on a day, if recorded.
    pub(crate) fn kind(&self, day: &str) -> Option<CentreKind> {
        on(&self.kinds, day)
    }

    /// Where the centre lay on a day, if that is told.
    pub(crate) fn position(&self, day: &str) -> Option<Position> {
        on(&self.positions, day).flatten()
    }
}

/// What held on a day, of records with the first day each holds, oldest first.
fn on<T: Copy>(records: &[(String, T)], day: &str) -> Option<T> {
    records.iter().rev().find(|(from, _)| from.as_str() <= day).map(|(_, held)| *held)
}

pub(crate) struct Workshop {
    pub(crate) id: WorkshopId,
    pub(crate) code: String,
    pub(crate) title: Name,
    pub(crate) activity: Activity,
    pub(crate) centre: Option<i64>,
}

pub(crate) struct Product {
    pub(crate) code: String,
    pub(crate) name: Name,
    pub(crate) unit: Unit,
}

pub(crate) struct Project {
    pub(crate) id: ProjectId,
    pub(crate) code: String,
    pub(crate) title: Name,
    pub(crate) funder: Name,
    pub(crate) programme: Name,
    pub(crate) implementer: Name,
    /// The first day.
    pub(crate) from: NaiveDate,
    /// The last day.
    pub(crate) to: NaiveDate,
}

struct Share {
    project: i64,
    from: String,
    to: Option<String>,
}

pub(crate) struct Refs {
    pub(crate) centres: BTreeMap<i64, Centre>,
    pub(crate) workshops: BTreeMap<i64, Workshop>,
    pub(crate) products: BTreeMap<i64, Product>,
    pub(crate) projects: BTreeMap<i64, Project>,
    pub(crate) accounts: HashMap<i64, String>,
    shares: HashMap<i64, Vec<Share>>,
}

impl Refs {
    /// The projects that a workshop counts for on a day.
    pub(crate) fn shared<'a>(
        &'a self,
        workshop: i64,
        day: &'a str,
    ) -> impl Iterator<Item = i64> + 'a {
        let shares = self.shares.get(&workshop).map_or(&[][..], Vec::as_slice);
        shares
            .iter()
            .filter(move |s| s.from.as_str() <= day && s.to.as_deref().is_none_or(|to| day <= to))
            .map(|s| s.project)
    }

    /// The first day on which a workshop counts for a project, if one does.
    pub(crate) fn first_share(&self, project: i64) -> Option<NaiveDate> {
        let shares = self.shares.values().flatten().filter(|share| share.project == project);
        shares.filter_map(|share| share.from.parse().ok()).min()
    }

    /// A project with all that share a workshop with it, or with one that does, in the order of their
    /// keys.
    pub(crate) fn related(&self, project: i64) -> BTreeSet<i64> {
        let mut related = BTreeSet::from([project]);
        loop {
            let known = related.len();
            for shares in self.shares.values() {
                if shares.iter().any(|share| related.contains(&share.project)) {
                    related.extend(shares.iter().map(|share| share.project));
                }
            }
            if related.len() == known {
                return related;
            }
        }
    }

    /// Which of some projects count for which others whole: pairs of the part and the whole.
    pub(crate) fn within(&self, projects: &BTreeSet<i64>) -> HashSet<(i64, i64)> {
        let wholes = |part: i64| projects.iter().map(move |whole| (part, *whole));
        let pairs = projects.iter().flat_map(|part| wholes(*part));
        pairs.filter(|(part, whole)| part != whole && self.is_within(*part, *whole)).collect()
    }

    /// Whether everything that counts for a project counts for another one as well.
    fn is_within(&self, part: i64, whole: i64) -> bool {
        let covers = |inner: &Share, outer: &Share| {
            let ends = match (&inner.to, &outer.to) {
                (_, None) => true,
                (None, Some(_)) => false,
                (Some(inner), Some(outer)) => inner <= outer,
            };
            outer.project == whole && outer.from <= inner.from && ends
        };
        self.shares.values().all(|shares| {
            let mut own = shares.iter().filter(|share| share.project == part);
            own.all(|inner| shares.iter().any(|outer| covers(inner, outer)))
        })
    }

    /// Whether a workshop ever counted for a project.
    pub(crate) fn shares_ever(&self, workshop: i64, project: i64) -> bool {
        self.shares.get(&workshop).is_some_and(|s| s.iter().any(|s| s.project == project))
    }
}

impl Store {
    /// Everything that reports look names up in.
    pub(crate) async fn refs(&self) -> Result<Arc<Refs>, StoreError> {
        let mut db = self.db().begin_read().await?;
        let mut refs = Refs {
            centres: BTreeMap::new(),
            workshops: BTreeMap::new(),
            products: BTreeMap::new(),
            projects: BTreeMap::new(),
            accounts: HashMap::new(),
            shares: HashMap::new(),
        };
        for row in sqlx::query("select * from centre").fetch_all(&mut *db).await? {
            let row = Reader::new("centre", &row);
            let centre = Centre {
                id: row.parse("id")?,
                code: row.text("code")?,
                name: row.name("name_en", "name_sr")?,
                adm1: row.name("adm1_en", "adm1_sr")?,
                adm1_code: row.text("adm1_code")?,
                adm2: row.name("adm2_en", "adm2_sr")?,
                kinds: Vec::new(),
                positions: Vec::new(),
            };
            refs.centres.insert(row.number("seq")?, centre);
        }
        let kinds = "select seq, centre, from_day, kind from centre_kind order by from_day, seq";
        for row in sqlx::query(kinds).fetch_all(&mut *db).await? {
            let row = Reader::new("centre_kind", &row);
            if let Some(centre) = refs.centres.get_mut(&row.number("centre")?) {
                centre.kinds.push((row.text("from_day")?, row.word("kind")?));
            }
        }
        let positions = "select seq, centre, from_day, latitude, longitude from centre_position
                         order by from_day, seq";
        for row in sqlx::query(positions).fetch_all(&mut *db).await? {
            let row = Reader::new("centre_position", &row);
            if let Some(centre) = refs.centres.get_mut(&row.number("centre")?) {
                centre.positions.push((row.text("from_day")?, position(&row)?));
            }
        }
        for row in sqlx::query("select * from workshop").fetch_all(&mut *db).await? {
            let row = Reader::new("workshop", &row);
            let workshop = Workshop {
                id: row.parse("id")?,
                code: row.text("code")?,
                title: row.name("title_en", "title_sr")?,
                activity: row.word("activity")?,
                centre: row.get("centre")?,
            };
            refs.workshops.insert(row.number("seq")?, workshop);
        }
        for row in sqlx::query("select * from product").fetch_all(&mut *db).await? {
            let row = Reader::new("product", &row);
            let product = Product {
                code: row.text("code")?,
                name: row.name("name_en", "name_sr")?,
                unit: row.word("unit")?,
            };
            refs.products.insert(row.number("seq")?, product);
        }
        for row in sqlx::query("select * from project").fetch_all(&mut *db).await? {
            let row = Reader::new("project", &row);
            let project = Project {
                id: row.parse("id")?,
                code: row.text("code")?,
                title: row.name("title_en", "title_sr")?,
                funder: row.name("funder_en", "funder_sr")?,
                programme: row.name("programme_en", "programme_sr")?,
                implementer: row.name("implementer_en", "implementer_sr")?,
                from: row.day("from_day")?,
                to: row.day("to_day")?,
            };
            refs.projects.insert(row.number("seq")?, project);
        }
        for row in sqlx::query("select * from share order by seq").fetch_all(&mut *db).await? {
            let row = Reader::new("share", &row);
            let share = Share {
                project: row.number("project")?,
                from: row.text("from_day")?,
                to: row.get("to_day")?,
            };
            refs.shares.entry(row.number("workshop")?).or_default().push(share);
        }
        for row in sqlx::query("select seq, code from account").fetch_all(&mut *db).await? {
            let row = Reader::new("account", &row);
            refs.accounts.insert(row.number("seq")?, row.text("code")?);
        }
        Ok(Arc::new(refs))
    }

    /// Sex and age of everybody, by inner key.
    ///
    /// Kept between reports; only who was touched since is read again.
    pub(crate) async fn people(&self) -> Result<Arc<People>, StoreError> {
        let mut kept = self.kept_people().lock().await;
        let last = kept.last;
        let mut db = self.read().await?;
        let rows = sqlx::query(
            "select seq, code, sex, born, told_years, told_on, same_as, changed from person
             where changed > $1 order by changed, seq",
        )
        .bind(last)
        .fetch_all(&mut *db)
        .await?;
        if !rows.is_empty() {
            let mut people = People { last, by_key: kept.by_key.clone() };
            for row in &rows {
                let row = Reader::new("person", row);
                let person = Person {
                    code: row.text("code")?,
                    sex: row.word("sex")?,
                    age: row.age()?,
                    same_as: row.get("same_as")?,
                };
                people.last = row.number("changed")?;
                people.by_key.insert(row.number("seq")?, Arc::new(person));
            }
            *kept = Arc::new(people);
        }
        Ok(kept.clone())
    }
}

/// What counting needs of a person.
pub(crate) struct Person {
    pub(crate) code: String,
    pub(crate) sex: Sex,
    pub(crate) age: Option<Age>,
    /// The record that is used instead.
    same_as: Option<i64>,
}

#[derive(Default)]
pub(crate) struct People {
    /// The last entry that touched any of them.
    last: i64,
    pub(crate) by_key: HashMap<i64, Arc<Person>>,
}

impl People {
    /// The record that is used for a person: another one where two were found to be one.
    pub(crate) fn used(&self, key: i64) -> i64 {
        self.by_key.get(&key).and_then(|person| person.same_as).unwrap_or(key)
    }
}
