//! What is told of a project now beside what was told of it before.

use super::{Key, Own, Unknowns};
use disclosure::{Model, Sense};
use domain::report::reached::Reached;
use std::collections::HashSet;

/// The unknowns of what nothing was entered about since it was told before, and of which nothing else
/// changed.
pub(super) fn unchanged(before: &Own<'_>, own: &Own<'_>, key: Key) -> Option<Unknowns> {
    let now = own.known.counts.get(&key);
    let is_same = before.known.counts.get(&key) == now && !own.touched.contains_key(&key);
    is_same.then(|| before.unknowns.get(&key).cloned()).flatten()
}

/// How many contacts there are, or were, in the shifts about which something was entered in between.
fn reach(before: &Own<'_>, after: &Own<'_>, key: Key) -> i64 {
    let contacts = |of: &Own<'_>| of.known.counts.get(&key).map_or(0, |reached| reached.contacts);
    let touched = after.touched.get(&key).copied().unwrap_or(0);
    touched.max(contacts(before) - (contacts(after) - touched))
}

/// Says how far what is told now may lie from each time that it was told before: as far as the contacts
/// reach of the shifts about which something was entered in between, or as it does where somebody's
/// record was mended. A shift about which something was entered again and again counts once: so over
/// several times the largest reach is taken, which is never more than what is known.
///
/// `before` is what was told of the project, the latest first.
pub(super) fn link<'a>(
    model: &mut Model,
    before: impl Iterator<Item = &'a Own<'a>>,
    own: &'a Own<'a>,
    key: Key,
    unknowns: &Unknowns,
) {
    let Some(now) = own.known.counts.get(&key) else { return };
    let mut linked: HashSet<usize> = HashSet::new();
    let (mut after, mut furthest) = (own, 0);
    for earlier in before {
        furthest = furthest.max(reach(earlier, after, key));
        after = earlier;
        let told = earlier.unknowns.get(&key).zip(earlier.known.counts.get(&key));
        if let Some((then, counts)) = told
            && then.cells.first().is_some_and(|first| linked.insert(*first))
        {
            step(model, (counts, then), (now, unknowns), furthest);
        }
    }
}

fn step(
    model: &mut Model,
    (counts, before): (&Reached, &Unknowns),
    (now, unknowns): (&Reached, &Unknowns),
    reach: i64,
) {
    let pairs = || now.cells.iter().zip(counts.cells);
    let more: i64 = pairs().map(|(now, before)| (now - before).max(0)).sum();
    let less: i64 = pairs().map(|(now, before)| (before - now).max(0)).sum();
    let reach = reach.max(more).max(less);
    let (mut comes, mut goes) = (Vec::new(), Vec::new());
    for (place, (now, before_value)) in pairs().enumerate() {
        let mut unknown = |value: i64| model.unknown(u32::try_from(value).unwrap_or(0));
        let (plus, minus) = (unknown(now - before_value), unknown(before_value - now));
        let terms = [(1, unknowns.cells[place]), (-1, before.cells[place]), (-1, plus), (1, minus)];
        model.relation(&terms, Sense::Exactly, 0);
        comes.push((1, plus));
        goes.push((1, minus));
    }
    model.relation(&comes, Sense::AtMost, reach);
    model.relation(&goes, Sense::AtMost, reach);
    apart(model, before.disabled, unknowns.disabled, reach);
    apart(model, before.uasc, unknowns.uasc, reach);
    if let (Some(before), Some(now)) = (before.heads, unknowns.heads) {
        apart(model, before, now, reach);
    }
}

/// Two unknowns lie no further from each other than that, or than they do.
pub(super) fn apart(model: &mut Model, one: usize, other: usize, reach: i64) {
    let value = |unknown| model.truth(unknown).unwrap_or(0);
    let reach = reach.max((value(one) - value(other)).abs());
    model.relation(&[(1, one), (-1, other)], Sense::AtMost, reach);
    model.relation(&[(-1, one), (1, other)], Sense::AtMost, reach);
}
