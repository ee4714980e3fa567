//! The language bridge of a shift: who is reached directly, who through whom, and which language
//! nobody covers. It warns and never refuses.

use crate::person::LanguageLevel;

/// Languages (ISO 639-3) with their levels.
pub type Languages = [(String, LanguageLevel)];

/// Somebody who is expected at a shift.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a, K> {
    /// Who.
    pub who: K,
    /// What is known of their languages.
    pub languages: &'a Languages,
}

/// How the facilitators reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach<K> {
    /// A facilitator speaks a language that the person understands.
    Directly,
    /// Through somebody who interprets into such a language and speaks one with a facilitator.
    Through(K),
    /// Through nobody.
    Nobody,
    /// Nothing is known of the person's languages.
    NotKnown,
}

/// The bridge of a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridge<K> {
    /// Each person in the order in which they were given.
    pub reach: Vec<(K, Reach<K>)>,
    /// The languages that nobody covers, in the order of their codes: of each person who is not
    /// reached, those that they know best.
    pub nobody: Vec<String>,
    /// Whether the languages of any facilitator are known: without them nothing can be told.
    pub staffed: bool,
}

impl<K> Default for Bridge<K> {
    fn default() -> Self {
        Self { reach: Vec::new(), nobody: Vec::new(), staffed: false }
    }
}

impl<K: Copy + PartialEq> Bridge<K> {
    /// Those who interpret for somebody, each once, with those whom they reach.
    pub fn interpreters(&self) -> Vec<(K, Vec<K>)> {
        let mut all: Vec<(K, Vec<K>)> = Vec::new();
        for (who, reach) in &self.reach {
            let Reach::Through(peer) = reach else { continue };
            match all.iter_mut().find(|(known, _)| known == peer) {
                Some((_, reached)) => reached.push(*who),
                None => all.push((*peer, vec![*who])),
            }
        }
        all
    }

    /// How many people there are of whose languages nothing is known.
    pub fn not_known(&self) -> usize {
        self.reach.iter().filter(|(_, reach)| *reach == Reach::NotKnown).count()
    }
}

/// Builds the bridge from the people who are expected to the facilitators, whose languages are
/// given all together. Of several who could interpret, the first is named.
pub fn bridge<K: Copy + PartialEq>(people: &[Expected<'_, K>], staff: &Languages) -> Bridge<K> {
    let staffed = !staff.is_empty();
    if !staffed {
        return Bridge::default();
    }
    let at_least = |languages: &Languages, language: &str, level: LanguageLevel| {
        languages.iter().any(|(known, how)| known == language && *how >= level)
    };
    // A facilitator speaks it, and the other at least knows it so well.
    let meets = |languages: &Languages, level: LanguageLevel| {
        languages
            .iter()
            .any(|(known, how)| *how >= level && at_least(staff, known, LanguageLevel::Speaks))
    };
    let interprets = |peer: &Expected<'_, K>, other: &Languages| {
        meets(peer.languages, LanguageLevel::Speaks)
            && peer.languages.iter().any(|(language, how)| {
                *how == LanguageLevel::Interprets
                    && at_least(other, language, LanguageLevel::Understands)
            })
    };
    let peers: Vec<&Expected<'_, K>> = people
        .iter()
        .filter(|one| one.languages.iter().any(|(_, how)| *how == LanguageLevel::Interprets))
        .collect();
    let mut nobody: Vec<String> = Vec::new();
    let mut reach = Vec::with_capacity(people.len());
    for one in people {
        let how = if one.languages.is_empty() {
            Reach::NotKnown
        } else if meets(one.languages, LanguageLevel::Understands) {
            Reach::Directly
        } else {
            let peer =
                peers.iter().find(|peer| peer.who != one.who && interprets(peer, one.languages));
            peer.map_or(Reach::Nobody, |peer| Reach::Through(peer.who))
        };
        if how == Reach::Nobody {
            let best = one.languages.iter().map(|(_, how)| *how).max();
            for (language, how) in one.languages {
                // Kept in order, without what sorting would add to the tablet's code.
                if let (true, Err(place)) = (Some(*how) == best, nobody.binary_search(language)) {
                    nobody.insert(place, language.clone());
                }
            }
        }
        reach.push((one.who, how));
    }
    Bridge { reach, nobody, staffed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use LanguageLevel::{Interprets, Speaks, Understands};
    use proptest::prelude::*;

    type Known = Vec<(String, LanguageLevel)>;

    fn knows(languages: &[(&str, LanguageLevel)]) -> Known {
        languages.iter().map(|(code, level)| ((*code).to_owned(), *level)).collect()
    }

    fn of(people: &[Known], staff: &Known) -> Bridge<usize> {
        let people: Vec<_> =
            people.iter().enumerate().map(|(who, languages)| Expected { who, languages }).collect();
        bridge(&people, staff)
    }

    #[test]
    fn the_carpenters_of_obrenovac() {
        let azar = knows(&[("urd", Speaks), ("eng", Speaks), ("srp", Understands)]);
        let bilal = knows(&[("ara", Speaks)]);
        let mohamed = knows(&[("som", Speaks), ("eng", Speaks), ("ara", Interprets)]);
        let staff = knows(&[("srp", Speaks), ("eng", Speaks)]);
        let all = of(&[azar.clone(), bilal.clone(), mohamed], &staff);
        let reach: Vec<_> = all.reach.iter().map(|(_, reach)| *reach).collect();
        assert_eq!(reach, [Reach::Directly, Reach::Through(2), Reach::Directly]);
        assert_eq!(all.interpreters(), [(2, vec![1])]);
        assert!(all.nobody.is_empty());
        let without = of(&[azar, bilal], &staff);
        assert_eq!(without.reach[1].1, Reach::Nobody);
        assert_eq!(without.nobody, ["ara"], "Arabic: nobody");
    }

    #[test]
    fn what_is_not_known_is_neither_reached_nor_warned_of() {
        let silent = of(&[vec![]], &knows(&[("srp", Speaks)]));
        assert_eq!((silent.not_known(), silent.nobody.len()), (1, 0));
        let unstaffed = of(&[knows(&[("ara", Speaks)])], &vec![]);
        assert!(!unstaffed.staffed && unstaffed.nobody.is_empty());
        // Who only understands the facilitators cannot interpret for them.
        let peer = knows(&[("eng", Understands), ("ara", Interprets)]);
        let hears = of(&[knows(&[("ara", Speaks)]), peer], &knows(&[("eng", Speaks)]));
        assert_eq!(hears.reach[0].1, Reach::Nobody);
        assert_eq!(hears.reach[1].1, Reach::Directly);
    }

    fn anybody() -> impl Strategy<Value = Known> {
        let codes = prop::sample::select(vec!["ara", "eng", "srp", "urd"]);
        let level = prop::sample::select(vec![Understands, Speaks, Interprets]);
        prop::collection::btree_map(codes, level, 0..4)
            .prop_map(|all| all.into_iter().map(|(code, level)| (code.to_owned(), level)).collect())
    }

    proptest! {
        /// Against every chain of two languages, tried one by one.
        #[test]
        fn the_bridge_is_that_of_brute_force(
            people in prop::collection::vec(anybody(), 0..6),
            staff in prop::collection::vec(anybody(), 1..3),
        ) {
            let level = |who: &Known, code: &str| {
                who.iter().find(|(known, _)| known == code).map_or(0, |(_, level)| match level {
                    Understands => 1,
                    Speaks => 2,
                    Interprets => 3,
                })
            };
            let codes = ["ara", "eng", "srp", "urd"];
            let all: Known = staff.iter().flatten().cloned().collect();
            let ours = of(&people, &all);
            if all.is_empty() {
                prop_assert!(!ours.staffed && ours.reach.is_empty());
                return Ok(());
            }
            let speaks = |code: &str| staff.iter().any(|one| level(one, code) >= 2);
            for (who, person) in people.iter().enumerate() {
                let direct = codes.iter().any(|code| speaks(code) && level(person, code) >= 1);
                let through = (0..people.len()).find(|peer| {
                    *peer != who
                        && codes.iter().any(|mine| {
                            level(&people[*peer], mine) == 3 && level(person, mine) >= 1
                                && codes.iter().any(|theirs| {
                                    speaks(theirs) && level(&people[*peer], theirs) >= 2
                                })
                        })
                });
                let theirs = match (person.is_empty(), direct, through) {
                    (true, ..) => Reach::NotKnown,
                    (_, true, _) => Reach::Directly,
                    (_, _, Some(peer)) => Reach::Through(peer),
                    _ => Reach::Nobody,
                };
                prop_assert_eq!(ours.reach[who], (who, theirs));
            }
        }
    }
}
