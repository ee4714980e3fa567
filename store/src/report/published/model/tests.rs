use super::*;
use domain::person::AgeBand;
use domain::report::reached::place;
use std::ops::Range;

const KRN: Scope = Scope::Centre(Some(1));
const OBR: Scope = Scope::Centre(Some(2));

/// The same numbers on every machine (Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn within(&mut self, range: Range<i64>) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let span = u64::try_from(range.end - range.start).expect("a range");
        range.start + i64::try_from((self.0 >> 33) % span).expect("a number")
    }
}

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
    let mut numbers = Numbers(seed);
    let (krn, obr) = (quarter(&mut numbers), quarter(&mut numbers));
    let both =
        krn.iter().zip(&obr).map(|(one, other)| [0, 1, 2].map(|kind| one[kind] + other[kind]));
    let all = (Scope::All, both.collect());
    vec![
        (1, known(&[(Scope::All, krn.clone()), (KRN, krn.clone())], 3)),
        (2, known(&[all, (KRN, krn), (OBR, obr)], 3)),
    ]
}

fn shown(fates: &[Fate]) -> Vec<bool> {
    fates.iter().map(|fate| *fate == Fate::Shown).collect()
}

/// Who sees two projects that share a workshop could subtract one from the other, were each of them
/// proved by itself.
#[test]
fn projects_are_safe_together_and_would_not_be_one_by_one() {
    let mut unsafe_alone = 0;
    for seed in 0..60 {
        let projects = two_projects(seed);
        let within = HashSet::from([(1, 2)]);
        let Some(together) = Building::of(&projects, within) else { continue };
        let fates = together.prove();
        assert!(together.is_safe(&shown(&fates)), "seed {seed}");
        let alone: Vec<Fate> = projects
            .chunks(1)
            .filter_map(|one| Building::of(one, HashSet::new()))
            .flat_map(|building| building.prove())
            .collect();
        assert_eq!(alone.len(), fates.len(), "seed {seed}");
        unsafe_alone += usize::from(!together.is_safe(&shown(&alone)));
    }
    assert!(unsafe_alone > 0, "nothing is gained by proving them together");
}

/// What two files show is judged with what lies between them: five men were told, and one of them, who
/// was alone in his shift, is taken back.
#[test]
fn a_correction_of_one_is_not_safe_beside_what_was_told() {
    let all = |people: [i64; 3]| known(&[(Scope::All, vec![people; 4])], 1);
    let (before, now) = (all([12, 5, 0]), all([12, 4, 0]));
    let fates = |known: &Known| {
        let one = [(1, known.copy())];
        shown(&Building::of(&one, HashSet::new()).expect("a model").prove())
    };
    let told: Vec<bool> = fates(&before).into_iter().chain(fates(&now)).collect();
    // His shift alone was touched, or one to which all the others came.
    for (contacts, is_safe) in [(0, false), (16, true)] {
        let of_touched = Reached { contacts, sessions: 1, ..Reached::default() };
        let places =
            first_quarter().into_iter().map(|days| ((days, Scope::All), of_touched.clone()));
        let touched: Counts = places.collect();
        let building = Building::beside(&before, &now, &touched);
        assert_eq!(building.is_safe(&told), is_safe, "{contacts} contacts");
    }
}

impl Known {
    fn copy(&self) -> Self {
        Self {
            pieces: self.pieces.clone(),
            begin: self.begin,
            counts: self.counts.clone(),
            indicators: Vec::new(),
            completed: HashMap::new(),
        }
    }
}
