use super::*;
use crate::report::indicators::Defined;
use domain::ids::{IndicatorId, ProjectId};
use domain::indicator::{DefineIndicator, Level, Measure};
use domain::label::Name;
use domain::report::reached::Reached;
use domain::workshop::Activity;
use uuid::Uuid;

const KRN: Scope = Scope::Centre(Some(1));
const OBR: Scope = Scope::Centre(Some(2));

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn contacts(contacts: i64) -> Reached {
    Reached { contacts, ..Reached::default() }
}

/// Somebody is entered between proving and counting, or the other way round.
#[test]
fn what_is_told_was_counted_when_it_was_proved() {
    let begin = day("2021-01-01");
    let pieces = calendar::pieces(begin, day("2021-03-31"));
    let (january, february) = (pieces[0], pieces[1]);
    let april = (day("2021-04-01"), day("2021-04-30"));
    let proved = [((january, KRN), 4), ((january, Scope::All), 4), ((february, KRN), 3)];
    let known = Known {
        pieces,
        begin,
        counts: proved.map(|(key, n)| (key, contacts(n))).into(),
        indicators: Vec::new(),
        completed: HashMap::new(),
    };
    let published =
        Published { today: day("2021-04-02"), known: Some(Arc::new(known)), fates: HashMap::new() };

    let counted = Counts::from([
        ((january, KRN), contacts(5)),
        ((january, Scope::All), contacts(5)),
        ((january, OBR), contacts(1)),
        ((april, KRN), contacts(2)),
    ]);
    let wanted = Wanted { pieces: vec![january, april], ..Wanted::default() };
    let told = published.as_proved(&wanted, counted);
    let expected = Counts::from([
        ((january, KRN), contacts(4)),
        ((january, Scope::All), contacts(4)),
        // Not over, so nothing is proved of it, and nothing of people told.
        ((april, KRN), contacts(2)),
    ]);
    assert_eq!(told, expected);
    let cell = published.shield(april, KRN, What::Column(ColumnId::People), Cell::Number(2));
    assert_eq!(cell, Cell::Empty(Why::NotOver));
}

/// What came since the project began is proved where an indicator counts people.
#[test]
fn what_came_together_is_proved_where_it_is_told() {
    let name = || Name::new("Women", "Жене");
    let define = DefineIndicator {
        indicator: IndicatorId(Uuid::nil()),
        project: ProjectId(Uuid::nil()),
        code: "1.1".to_owned(),
        title: name(),
        definition: name(),
        unit: name(),
        source: name(),
        level: Level::Output,
        measure: Measure::People { sex: None, bands: Vec::new() },
        activity: Some(Activity::Sewing),
        baseline: 0,
    };
    let (begin, march) = (day("2021-02-15"), day("2021-03-31"));
    let mut known = Known {
        pieces: calendar::pieces(begin, march),
        begin,
        counts: Counts::new(),
        indicators: Vec::new(),
        completed: HashMap::new(),
    };
    let sewing = Scope::Activity(Activity::Sewing);
    assert!(!known.counts_in((begin, march), Scope::All));
    known.indicators.push(Defined { key: 1, define });
    assert!(known.counts_in((begin, march), Scope::All));
    assert!(known.counts_in((begin, march), sewing));
    assert!(!known.counts_in((begin, march), Scope::Activity(Activity::Sports)));
    assert!(!known.counts_in((begin, day("2021-04-30")), sewing));
}
