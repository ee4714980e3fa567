use super::*;
use crate::report::published::calendar::pieces;
use crate::report::reached::Counts;
use domain::person::AgeBand;
use domain::report::reached::place;
use scratch::Numbers;

const KRN: Scope = Scope::Centre(Some(1));
const OBR: Scope = Scope::Centre(Some(2));

fn first_quarter() -> Vec<Days> {
    let day = |text: &str| text.parse().expect("a day");
    pieces(day("2021-01-01"), day("2021-03-31"))
}

/// Women, men and girls, each of whom came so often.
fn reached([women, men, girls]: [i64; 3], times: i64) -> Reached {
    let mut reached = Reached::default();
    reached.cells[place(Sex::Female, AgeBand::To59)] = women;
    reached.cells[place(Sex::Male, AgeBand::To59)] = men;
    reached.cells[place(Sex::Female, AgeBand::To17)] = girls;
    let all = women + men + girls;
    (reached.largest, reached.contacts, reached.sessions) = (all, times * all, times);
    reached
}

/// What is known of a project whose people are these in each of its places and pieces.
fn known(of: &[(Scope, Vec<[i64; 3]>)], times: i64) -> Known {
    let pieces = first_quarter();
    let mut counts = Counts::new();
    for (scope, people) in of {
        for (days, people) in pieces.iter().zip(people) {
            counts.insert((*days, *scope), reached(*people, times));
        }
    }
    let begin = pieces.first().expect("a piece").0;
    Known { pieces, begin, counts, indicators: Vec::new(), completed: HashMap::new() }
}

/// Three months and their quarter, in which as many came as in the fullest month.
fn quarter(numbers: &mut Numbers) -> Vec<[i64; 3]> {
    let mut people: Vec<[i64; 3]> =
        (0..3).map(|_| [12, 9, 7].map(|most| numbers.within(0..most))).collect();
    people.push([0, 1, 2].map(|kind| people.iter().map(|month| month[kind]).max().unwrap_or(0)));
    people
}

/// One project counts Krnjača, another one Krnjača and Obrenovac, where other people are.
fn two_projects(seed: u64) -> Vec<(i64, Known)> {
    let mut numbers = Numbers::new(seed);
    let (krn, obr) = (quarter(&mut numbers), quarter(&mut numbers));
    let both =
        krn.iter().zip(&obr).map(|(one, other)| [0, 1, 2].map(|kind| one[kind] + other[kind]));
    let all = (Scope::All, both.collect());
    vec![
        (1, known(&[(Scope::All, krn.clone()), (KRN, krn.clone())], 3)),
        (2, known(&[all, (KRN, krn), (OBR, obr)], 3)),
    ]
}

/// What donors are told, one thing after the other.
#[derive(Default)]
struct Story {
    told: Vec<Told>,
    within: HashSet<(i64, i64)>,
}

/// What was found out when something was told.
struct Found {
    /// Whether it gives nothing away beside all that was told before.
    is_safe: bool,
    /// Whether it would not have, had it been proved by itself.
    is_safe_alone: bool,
}

impl Story {
    fn tell(&mut self, project: i64, known: Known, touched: Touched) -> Found {
        let now = Telling { project, known: &known, touched: &touched };
        let alone = Building::of(&[], now, HashSet::new()).expect("a model").prove();
        let building = Building::of(&self.told, now, self.within.clone()).expect("a model");
        let fates = building.prove();
        let found =
            Found { is_safe: building.is_safe(&fates), is_safe_alone: building.is_safe(&alone) };
        let id = self.told.len().to_string();
        self.told.push(Told { id, project, entry: 0, known, touched, fates });
        found
    }
}

impl Building<'_> {
    /// Whether these fates of what is to be told give nothing away that was hidden.
    fn is_safe(&self, own: &[Fate]) -> bool {
        let mut fates = self.told.clone();
        for ((_, number), fate) in self.own.named.iter().zip(own) {
            if *number >= self.told.len() {
                fates.push(*fate);
            }
        }
        self.gives_nothing_more_away(&self.with(|_| true), &fates)
    }
}

/// Who sees two projects that share a workshop could subtract one from the other, were each of them
/// proved by itself.
#[test]
fn projects_are_safe_together_and_would_not_be_one_by_one() {
    let mut unsafe_alone = 0;
    for seed in 0..60 {
        let mut story = Story { within: HashSet::from([(1, 2)]), ..Story::default() };
        for (project, known) in two_projects(seed) {
            let found = story.tell(project, known, Touched::new());
            assert!(found.is_safe, "seed {seed}");
            unsafe_alone += usize::from(!found.is_safe_alone);
        }
    }
    assert!(unsafe_alone > 0, "nothing is gained by proving them together");
}

/// The contacts of shifts that were touched, in each piece of one place.
fn touched(contacts: i64) -> Touched {
    first_quarter().into_iter().map(|days| ((days, Scope::All), contacts)).collect()
}

/// Five men were told, and one of them, who was alone in his shift, is taken back: that there are four
/// is not said, nor can it be computed.
#[test]
fn a_correction_of_one_is_told_so_that_nobody_is_exposed() {
    let all = |people: [i64; 3], contacts: i64| {
        let mut known = known(&[(Scope::All, vec![people; 4])], 3);
        for reached in known.counts.values_mut() {
            (reached.contacts, reached.largest) = (contacts, 16);
        }
        known
    };
    // His shift alone was touched, or one to which all the others came.
    for (contacts, is_safe_alone) in [(0, false), (16, true)] {
        let mut story = Story::default();
        assert!(story.tell(1, all([12, 5, 0], 40), Touched::new()).is_safe);
        let found = story.tell(1, all([12, 4, 0], 39), touched(contacts));
        assert!(found.is_safe, "{contacts} contacts");
        assert_eq!(found.is_safe_alone, is_safe_alone, "{contacts} contacts");
    }
}

/// What was told stays as it was told, and what comes to it is told if it can be.
#[test]
fn a_month_more_changes_nothing_of_what_was_told() {
    let of_months = |months: usize, last: &str| {
        let days = pieces("2021-01-01".parse().expect("a day"), last.parse().expect("a day"));
        let people = [[12, 9, 7], [14, 3, 6], [12, 8, 7], [20, 12, 11]];
        let counts = days.iter().enumerate();
        let counts = counts.map(|(n, days)| ((*days, Scope::All), reached(people[n], 3)));
        assert_eq!(days.len(), months);
        let begin = days.first().expect("a piece").0;
        let counts = counts.collect();
        Known { pieces: days, begin, counts, indicators: Vec::new(), completed: HashMap::new() }
    };
    let mut story = Story::default();
    assert!(story.tell(1, of_months(1, "2021-01-31"), Touched::new()).is_safe);
    assert!(story.tell(1, of_months(2, "2021-02-28"), Touched::new()).is_safe);
    assert!(story.tell(1, of_months(4, "2021-03-31"), Touched::new()).is_safe);
    let [one, two, four] = [0, 1, 2].map(|n| story.told[n].fates.clone());
    assert_eq!((&two[..one.len()], &four[..two.len()]), (&one[..], &two[..]));
    assert!(four[two.len()..].contains(&Fate::Shown) && four.contains(&Fate::Small));
}

/// Corrections one after the other: whatever was told before, nothing hidden can be computed.
#[test]
fn all_that_was_told_is_safe_together() {
    let mut unsafe_alone = 0;
    for seed in 0..40 {
        let mut numbers = Numbers::new(seed);
        let mut people = quarter(&mut numbers);
        let mut story = Story::default();
        assert!(story.tell(1, known(&[(Scope::All, people.clone())], 3), Touched::new()).is_safe);
        for step in 0..4 {
            // In a month some come to it or are taken back, and so in the quarter.
            let month = usize::try_from(numbers.within(0..3)).expect("a month");
            let kind = usize::try_from(numbers.within(0..3)).expect("a kind");
            let more = numbers.within(-2..3).max(-people[month][kind]);
            people[month][kind] += more;
            people[3][kind] = (0..3).map(|month| people[month][kind]).max().unwrap_or(0);
            let days = first_quarter();
            let contacts = numbers.within(1..6);
            let touched = [month, 3].into_iter().map(|piece| ((days[piece], Scope::All), contacts));
            let now = known(&[(Scope::All, people.clone())], 3);
            let found = story.tell(1, now, touched.collect());
            assert!(found.is_safe, "seed {seed}, step {step}");
            unsafe_alone += usize::from(!found.is_safe_alone);
        }
    }
    assert!(unsafe_alone > 0, "nothing is gained by proving them together");
}

/// What is kept of what was told is what was known then.
#[test]
fn a_difference_leads_to_the_same() {
    use super::super::known::Difference;
    let mut before: Option<Known> = None;
    for seed in 0..20 {
        let mut numbers = Numbers::new(seed);
        let mut of = vec![(Scope::All, quarter(&mut numbers))];
        if seed % 3 == 0 {
            of.push((KRN, quarter(&mut numbers)));
        }
        let now = known(&of, 2);
        let kept = serde_json::to_string(&Difference::between(before.as_ref(), &now));
        let read: Difference = serde_json::from_str(&kept.expect("JSON")).expect("a difference");
        assert_eq!(read.after(before.as_ref()), now, "seed {seed}");
        before = Some(now);
    }
}
