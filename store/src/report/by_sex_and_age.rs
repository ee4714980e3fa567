//! R3: different people by sex and age, by pieces of the period, in each centre and in all.

use super::published::What;
use super::reached::{Counts, Scope, Wanted, places};
use super::{Request, Window};
use crate::Store;
use crate::error::StoreError;
use disclosure::Fate;
use domain::label::Name;
use domain::overview::{HiddenFigure, HiddenWhy};
use domain::report::period::Days;
use domain::report::reached::{Reached, cells_of};
use domain::report::session::code_or_none;
use domain::report::{ALL_SITES, Cell, ColumnId, NO_SITE, Report};
use domain::suppression::Why;

/// The rows: by days; all centres first, unless only one is asked for, then each centre where
/// anybody came in the period.
pub(super) async fn rows(store: &Store, request: Request) -> Result<Window, StoreError> {
    let pieces = request.query.step.pieces((request.query.from, request.query.to))?;
    let wanted = Wanted { pieces: pieces.clone(), ..Wanted::default() };
    let (counts, published) = store.count_told(&request, &wanted).await?;
    let mut rows = Vec::new();
    for days in &pieces {
        for scope in scopes(&request, &counts) {
            let mut row = row(&request, &counts, *days, scope);
            if let Some(published) = &published {
                published.shield_row(Report::PeopleBySexAndAge, *days, scope, &mut row);
            }
            rows.push(row);
        }
    }
    Ok(rows)
}

/// What donors do not see of a project's people in a piece of the calendar that is over, in the
/// order of the rows of R3; zeros that go with their row are not named.
pub(super) async fn hidden(
    store: &Store,
    request: &Request,
    project: i64,
    days: Days,
) -> Result<Vec<HiddenFigure>, StoreError> {
    let wanted = Wanted { pieces: vec![days], ..Wanted::default() };
    let (counts, published) = store.count_to_be_told(request, project, &wanted).await?;
    let mut hidden = Vec::new();
    for scope in scopes(request, &counts) {
        let Some(reached) = counts.get(&(days, scope)) else { continue };
        let (_, place) = place(request, scope);
        for column in Report::PeopleBySexAndAge.columns() {
            let people = match column.id {
                ColumnId::Disabled => reached.disabled,
                ColumnId::Uasc => reached.uasc,
                column => cells_of(column).map_or(0, |cells| reached.sum(&cells)),
            };
            let why = match published.fate(days, scope, What::Column(column.id)) {
                Fate::Shown => continue,
                Fate::Small => HiddenWhy::Small,
                Fate::Complementary | Fate::Withheld => HiddenWhy::Complementary,
                Fate::Row => HiddenWhy::Row,
            };
            if people > 0 {
                let column = column.id.key().to_owned();
                hidden.push(HiddenFigure { place: place.clone(), column, people, why });
            }
        }
    }
    Ok(hidden)
}

/// What the rows of a piece are of.
pub(super) fn scopes(request: &Request, counts: &Counts) -> Vec<Scope> {
    match request.centre {
        Some(only) => vec![Scope::Centre(Some(only))],
        None => places(counts),
    }
}

fn row(request: &Request, counts: &Counts, days: Days, scope: Scope) -> Vec<Cell> {
    let nobody = Reached::default();
    let reached = counts.get(&(days, scope)).unwrap_or(&nobody);
    let (least, most) = reached.range();
    let project = request.project.and_then(|key| request.refs.projects.get(&key));
    let (name, code) = place(request, scope);
    let cell = |column: ColumnId| match column {
        ColumnId::PeriodStart => Cell::Day(days.0),
        ColumnId::PeriodEnd => Cell::Day(days.1),
        ColumnId::Site => Cell::Name(name.clone()),
        ColumnId::SiteCode => Cell::Text(code.clone()),
        ColumnId::ProjectCode => code_or_none(project.map(|project| &project.code)),
        ColumnId::Disabled => Cell::Number(reached.disabled),
        ColumnId::Uasc => Cell::Number(reached.uasc),
        ColumnId::People if least != most => Cell::Empty(Why::OnlyARange),
        ColumnId::People => Cell::Number(least),
        ColumnId::PeopleLeast => Cell::Number(least),
        ColumnId::PeopleMost => Cell::Number(most),
        ColumnId::Suppressed => Cell::Number(0),
        column => match cells_of(column) {
            Some(cells) => Cell::Number(reached.sum(&cells)),
            None => Cell::Empty(Why::NotApplicable),
        },
    };
    Report::PeopleBySexAndAge.columns().iter().map(|column| cell(column.id)).collect()
}

/// The name and the code of what a row is of.
fn place(request: &Request, scope: Scope) -> (Name, String) {
    let centre = match scope {
        Scope::All => return (Name::new("All centres", "Сви центри"), ALL_SITES.to_owned()),
        Scope::Centre(key) => key.and_then(|key| request.refs.centres.get(&key)),
        Scope::Activity(_) | Scope::In(..) => None,
    };
    let none = || (Name::new("No centre", "Без центра"), NO_SITE.to_owned());
    centre.map_or_else(none, |centre| (centre.name.clone(), centre.code.clone()))
}
