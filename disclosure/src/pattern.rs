//! What becomes of every figure.

/// What becomes of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Published.
    Shown,
    /// Hidden because it is small itself.
    Small,
    /// Hidden because others could be computed with it.
    Complementary,
    /// Hidden with the total of its row, zero or not.
    Row,
    /// Not told, because no proof was found for a finer pattern: it says nothing, and may be told
    /// later.
    Withheld,
}

/// The fate of all figures of a model, by number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// One fate a figure.
    pub fates: Vec<Fate>,
    /// Hidden figures that have fewer values than the rules ask for even with nothing protected
    /// shown: what everybody knows (two contacts are one or two people) says so already.
    pub bound: Vec<usize>,
    /// Hidden figures that are not small themselves and are no secret: zeros that went with their
    /// row, where zeros shown around them tell as much, and what earlier releases gave away before.
    pub known: Vec<usize>,
    /// Hidden figures that have fewer values even with nothing more told: what was published before
    /// gives them away, see [`crate::protect_after`].
    pub told: Vec<usize>,
    /// Other hidden figures for which enough values could not be proved, although everything of the
    /// release that could help is hidden: earlier releases or shown zeros give them away, or the
    /// system is too large. A report with such a figure should not leave the organisation.
    pub exposed: Vec<usize>,
}

impl Pattern {
    /// Whether each figure is published, as [`crate::audit`] takes it.
    pub fn shown(&self) -> Vec<bool> {
        self.fates.iter().map(|fate| *fate == Fate::Shown).collect()
    }

    /// What becomes of a figure.
    pub fn fate(&self, figure: usize) -> Option<Fate> {
        self.fates.get(figure).copied()
    }

    /// How many figures are hidden.
    pub fn hidden(&self) -> usize {
        self.fates.iter().filter(|fate| **fate != Fate::Shown).count()
    }
}
