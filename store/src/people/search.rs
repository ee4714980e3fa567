//! Finding people by what they are called, however it is spelled and in whichever script.
//!
//! `any_ascii` writes every script in Latin letters; what spellings of one name differ in is then
//! levelled out: doubled letters, vowels, the several ways to write one sound.

use any_ascii::any_ascii_char;
use strsim::osa_distance;

/// How well something fits what is searched for; the larger, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// The consonants are the same.
    Sounds,
    /// A letter or two differ.
    Nearly,
    /// It stands somewhere in a word.
    Within,
    /// A word begins with it.
    Begins,
    /// It is the same.
    Same,
}

/// A name as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Folded {
    words: Vec<String>,
    bones: Vec<String>,
    whole: String,
}

/// Spellings of one sound, each with the one that is compared; longer ones first.
const SOUNDS: &[(&str, &str)] = &[
    ("tch", "c"),
    ("sch", "s"),
    ("dzh", "dj"),
    ("dz", "dj"),
    ("sh", "s"),
    ("ch", "c"),
    ("zh", "z"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
];

impl Folded {
    /// The form in which a name is compared.
    pub(crate) fn of(name: &str) -> Self {
        let words: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric())
            .map(|word| single(&in_sounds(word)))
            .filter(|word| !word.is_empty())
            .collect();
        let bones = words.iter().map(|word| bones(word)).collect();
        Self { whole: words.join(" "), words, bones }
    }

    /// Whether nothing is left to compare.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether two names are the same, however they are written.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        !self.is_empty() && self.whole == other.whole
    }

    /// Whether two names sound alike as a whole.
    pub(crate) fn sounds_like(&self, other: &Self) -> bool {
        let alike = |a: &String, b: &String| fit_bones(a, b);
        self.words.len() == other.words.len()
            && self
                .words
                .iter()
                .zip(&other.words)
                .zip(self.bones.iter().zip(&other.bones))
                .all(|((a, b), (x, y))| is_near(a, b) || alike(x, y))
    }

    /// What names that may sound alike have in common: the first consonants.
    pub(crate) fn block(&self) -> String {
        self.bones.concat().chars().take(2).collect()
    }

    /// How well a name fits what is searched for, if at all: every word of it must fit one.
    pub(crate) fn fit(&self, sought: &Self) -> Option<Fit> {
        if sought.is_empty() {
            return None;
        }
        if self.is_same(sought) {
            return Some(Fit::Same);
        }
        let word = |(sought, bones): (&String, &String)| {
            let fits = self.words.iter().zip(&self.bones);
            fits.filter_map(|(word, own)| fit_word(word, own, sought, bones)).max()
        };
        sought.words.iter().zip(&sought.bones).map(word).min().flatten()
    }
}

fn fit_word(word: &str, own: &str, sought: &str, bones: &str) -> Option<Fit> {
    if word.starts_with(sought) {
        Some(Fit::Begins)
    } else if sought.len() >= 3 && word.contains(sought) {
        Some(Fit::Within)
    } else if is_near(word, sought) {
        Some(Fit::Nearly)
    } else if fit_bones(own, bones) {
        Some(Fit::Sounds)
    } else {
        None
    }
}

/// Short names differ in a letter all too often.
fn is_near(a: &str, b: &str) -> bool {
    let most = match a.len().min(b.len()) {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    a.len().abs_diff(b.len()) <= most && osa_distance(a, b) <= most
}

fn fit_bones(a: &str, b: &str) -> bool {
    a.len() >= 2 && a == b
}

/// A word in Latin letters, with one spelling for each sound. Several letters make one sound only
/// where they were written in Latin script: what stands for `z` and for `h` in Arabic is no `zh`.
fn in_sounds(word: &str) -> String {
    let mut sounds = String::with_capacity(word.len());
    let mut latin = String::new();
    for c in word.chars() {
        let letters = any_ascii_char(c).to_lowercase();
        if c < '\u{250}' {
            latin.push_str(&letters);
        } else {
            level(&std::mem::take(&mut latin), &mut sounds);
            level(&letters, &mut sounds);
        }
    }
    level(&latin, &mut sounds);
    sounds.retain(|c| c.is_ascii_alphanumeric());
    sounds
}

fn level(letters: &str, sounds: &mut String) {
    let mut rest = letters;
    while let Some(first) = rest.chars().next() {
        match SOUNDS.iter().find(|(spelled, _)| rest.starts_with(spelled)) {
            Some((spelled, sound)) => {
                sounds.push_str(sound);
                rest = &rest[spelled.len()..];
            }
            None => {
                sounds.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
}

/// No letter doubled.
fn single(word: &str) -> String {
    let mut single = String::with_capacity(word.len());
    for c in word.chars() {
        if !single.ends_with(c) || c.is_ascii_digit() {
            single.push(c);
        }
    }
    single
}

/// The consonants: what Arabic script writes of a name. Long vowels, which it writes with `w` and
/// `y`, are left out as vowels are, and so is an `h` at the end, which stands for one.
fn bones(word: &str) -> String {
    let mut bones = String::with_capacity(word.len());
    for c in word
        .strip_suffix('h')
        .unwrap_or(word)
        .chars()
        .filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'v'))
    {
        if !bones.ends_with(c) {
            bones.push(c);
        }
    }
    bones
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(name: &str, sought: &str) -> Option<Fit> {
        Folded::of(name).fit(&Folded::of(sought))
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        for (name, sought) in [
            ("Šemsa", "semsa"),
            ("Šemsa", "Шемса"),
            ("Шемса", "shemsa"),
            ("Đorđe", "Ђорђе"),
            ("Živko", "Живко"),
            ("Čedo", "Чедо"),
            ("Mohamed", "Muhammad"),
            ("Mohamed", "محمد"),
            ("محمد", "Mohammed"),
            ("Bilal", "بلال"),
            ("Fatima", "فاطمة"),
            ("Yusuf", "Jusuf"),
            ("Yusuf", "Youssef"),
            ("Ахмад", "Ahmad"),
            ("Khaled", "Haled"),
            ("Amina Zahra", "zahra"),
            ("Zahra", "zah"),
            ("Zahra", "زهرا"),
            ("Khaled", "خالد"),
        ] {
            assert!(fit(name, sought).is_some(), "{name} by {sought}");
        }
    }

    #[test]
    fn others_are_not() {
        for (name, sought) in
            [("Azar", "Bilal"), ("Amina", "Jamila"), ("Lejla", "Nasrin"), ("Ali", "Eli"), ("A", "")]
        {
            assert_eq!(fit(name, sought), None, "{name} by {sought}");
        }
    }

    #[test]
    fn the_better_fit_comes_first() {
        assert!(fit("Amina", "Amina") > fit("Aminata", "Amina"));
        assert!(fit("Aminata", "Amina") > fit("Amena", "Amina"));
        assert!(fit("Amena", "Amina") > fit("Yamna", "Amina").or(Some(Fit::Sounds)));
        assert!(Folded::of("Mohamed").sounds_like(&Folded::of("محمد")));
        assert!(!Folded::of("Mohamed").sounds_like(&Folded::of("Mahdi")));
    }
}
