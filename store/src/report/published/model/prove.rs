//! Which of the figures may be shown: as many as can be proved safe.

use super::{Building, What};
use disclosure::{Fate, Model, Rules, audit, protect_after};
use domain::report::ColumnId;

impl Building<'_> {
    /// The model with all that was told, and some of what is to be told.
    pub(super) fn with(&self, tells: impl Fn(What) -> bool) -> Model {
        let mut model = self.model.clone();
        for (number, ((_, _, what), figure)) in self.figures.iter().enumerate() {
            if number < self.told.len() || tells(*what) {
                model.figure(figure);
            }
        }
        model
    }

    /// The fates of what is to be told, from those of all figures.
    fn own_fates(&self, fates: &[Fate]) -> Vec<Fate> {
        let fate = |number: usize| fates.get(number).copied().unwrap_or(Fate::Withheld);
        self.own.named.iter().map(|(_, number)| fate(*number)).collect()
    }

    /// The fates of what is to be told, in the order of the names: splits and totals, as far as they
    /// can be proved safe; else totals and indicators without any split; else nothing about people.
    pub(in crate::report::published) fn prove(&self) -> Vec<Fate> {
        let rules = Rules::default();
        let whole = self.with(|_| true);
        // What is known later may give something away: then it is reckoned with from the start.
        for model in [whole.clone(), whole.clone().foreseen()] {
            let pattern = protect_after(&model, &self.told, rules);
            if pattern.exposed.is_empty() {
                return self.own_fates(&pattern.fates);
            }
        }
        let is_split = |what| match what {
            What::Column(column) => !matches!(column, ColumnId::People | ColumnId::PeopleMost),
            What::Actual(_) | What::Cumulative(_) => false,
        };
        // What is small is hidden all the same: it is protected from what is told later.
        let withheld = |number| match whole.value(number).is_some_and(|value| rules.is_small(value))
        {
            true => Fate::Small,
            false => Fate::Withheld,
        };
        let without_splits = self.with(|what| !is_split(what)).foreseen();
        let coarse = protect_after(&without_splits, &self.told, rules);
        let mut coarse = coarse.fates.into_iter().skip(self.told.len());
        let new = self.figures.iter().enumerate().skip(self.told.len());
        let fates = new.clone().map(|(number, ((_, _, what), _))| match is_split(*what) {
            true => withheld(number),
            false => coarse.next().unwrap_or(Fate::Withheld),
        });
        let fates: Vec<Fate> = self.told.iter().copied().chain(fates).collect();
        if self.gives_nothing_more_away(&whole, &fates) {
            return self.own_fates(&fates);
        }
        tracing::warn!("people of a project are hidden from donors: no proof was found");
        let fates = new.map(|(number, _)| withheld(number));
        self.own_fates(&self.told.iter().copied().chain(fates).collect::<Vec<_>>())
    }

    /// Whether nothing hidden can be computed that could not be if nothing more were told.
    pub(super) fn gives_nothing_more_away(&self, whole: &Model, fates: &[Fate]) -> bool {
        let failing = |model: &Model, fates: &[Fate]| {
            let shown: Vec<bool> = fates.iter().map(|fate| *fate == Fate::Shown).collect();
            audit(model, &shown, Rules::default()).failing
        };
        let after = failing(whole, fates);
        if after.is_empty() {
            return true;
        }
        let before = failing(whole, &self.told);
        after.iter().all(|figure| before.contains(figure))
    }
}
