//! A sentence in every language, and how its placeholders are filled.
//!
//! A placeholder is `{name}`: lower-case ASCII letters and `_` between braces. Filling never
//! fails: a placeholder without a value stays as it stands, a value without a placeholder is not
//! used, a lone brace is a brace. (The catalogue's tests find such slips before a reader does.)

use super::Locale;
use super::latin::latin;
use super::plural::{Category, category};
use std::borrow::Cow;
use std::fmt::{Display, Write};

/// A text of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// English, British spelling.
    pub en: &'static str,
    /// Serbian in Cyrillic; the Latin script is derived from it.
    pub sr: &'static str,
    /// Modern Standard Arabic.
    pub ar: &'static str,
}

/// A text of the catalogue that depends on a number, `{n}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plural {
    /// English: one (1), other.
    pub en: [&'static str; 2],
    /// Serbian in Cyrillic: one (1, 21 …), few (2–4, 22–24 …), other.
    pub sr: [&'static str; 3],
    /// Arabic: zero, one, two, few (3–10), many (11–99), other (100–102 …).
    pub ar: [&'static str; 6],
}

impl Locale {
    /// A text as it stands; allocates only for the Latin script.
    pub fn text(self, text: &Text) -> Cow<'static, str> {
        match self {
            Self::Ar => Cow::Borrowed(text.ar),
            _ => self.script(text.en, text.sr),
        }
    }

    /// A text with its placeholders replaced: `("alias", &alias)` fills `{alias}`.
    ///
    /// Values are shown as they are: numbers and names go through [`Locale::number`] and
    /// [`Locale::name`] first. A value is not searched for further placeholders.
    pub fn fill(self, text: &Text, values: &[(&str, &dyn Display)]) -> String {
        replace(&self.text(text), values, self == Self::Ar)
    }

    /// The form of a text that goes with `n`, with `{n}` as [`Locale::number`] writes it.
    pub fn count(self, plural: &Plural, n: i64) -> String {
        self.count_with(plural, n, &[])
    }

    /// Like [`Locale::count`], with further placeholders; a value called `n` replaces the number,
    /// for instance to set it apart with markup.
    pub fn count_with(self, plural: &Plural, n: i64, values: &[(&str, &dyn Display)]) -> String {
        let category = category(self, n);
        let form = match self {
            Self::En => plural.en[usize::from(category != Category::One)],
            Self::SrLatn | Self::SrCyrl => match category {
                Category::One => plural.sr[0],
                Category::Few => plural.sr[1],
                _ => plural.sr[2],
            },
            Self::Ar => plural.ar[category as usize],
        };
        let form = self.script(form, form);
        let number = self.number(n);
        let mut all: Vec<(&str, &dyn Display)> = values.to_vec();
        all.push(("n", &number));
        replace(&form, &all, self == Self::Ar)
    }

    /// Chooses between what is written in English and in Serbian, and the script of that. What is
    /// not written in Arabic is read there in English.
    pub(super) fn script<'a>(self, en: &'a str, sr: &'a str) -> Cow<'a, str> {
        match self {
            Self::En | Self::Ar => Cow::Borrowed(en),
            Self::SrCyrl => Cow::Borrowed(sr),
            Self::SrLatn => latin(sr),
        }
    }
}

/// Set around a value in another script, so that what follows it keeps its place in a line from
/// right to left (Unicode, UAX #9: first strong isolate).
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Writes a value; isolated if it begins with a letter of another direction.
fn write(value: &dyn Display, isolate: bool, out: &mut String) {
    // Writing to a string fails only if the value's `Display` does; then it is left out.
    let before = out.len();
    let _ = write!(out, "{value}");
    let foreign = |c: char| c.is_alphabetic() && !('\u{590}'..='\u{8ff}').contains(&c);
    if isolate && out[before..].chars().any(foreign) {
        out.insert(before, ISOLATES[0]);
        out.push(ISOLATES[1]);
    }
}

/// Replaces every `{name}` that has a value; the first value of a name holds.
fn replace(template: &str, values: &[(&str, &dyn Display)], isolate: bool) -> String {
    let mut out = String::with_capacity(template.len() + 16 * values.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, braced) = rest.split_at(open);
        out.push_str(before);
        let inside = &braced[1..];
        let known = inside.split_once('}').and_then(|(name, after)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (value, after))
        });
        if let Some((value, after)) = known {
            write(*value, isolate, &mut out);
            rest = after;
        } else {
            out.push('{');
            rest = inside;
        }
    }
    out.push_str(rest);
    out
}

/// The placeholders of a template, in order of appearance.
#[cfg(test)]
pub(super) fn placeholders(template: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some((_, inside)) = rest.split_once('{') {
        let Some((name, after)) = inside.split_once('}') else { break };
        found.push(name);
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNDO: Text =
        Text { en: "Undo: {action}", sr: "Поништи: {action}", ar: "تراجع: {action}" };
    const PIECES: Plural = Plural {
        en: ["{n} piece", "{n} pieces"],
        sr: ["{n} комад", "{n} комада", "{n} комада"],
        ar: ["لا قطع", "قطعة واحدة", "قطعتان", "{n} قطع", "{n} قطعة", "{n} قطعة"],
    };
    const SHIFTS: Plural = Plural {
        en: ["{n} shift in {centre}", "{n} shifts in {centre}"],
        sr: ["{centre}: {n} смена", "{centre}: {n} смене", "{centre}: {n} смена"],
        ar: ["{centre}: {n}"; 6],
    };

    #[test]
    fn a_text_in_four_locales() {
        let text = Text { en: "Sign in", sr: "Пријава", ar: "تسجيل الدخول" };
        assert!(matches!(Locale::Ar.text(&text), Cow::Borrowed("تسجيل الدخول")));
        assert!(matches!(Locale::En.text(&text), Cow::Borrowed("Sign in")));
        assert!(matches!(Locale::SrCyrl.text(&text), Cow::Borrowed("Пријава")));
        assert_eq!(Locale::SrLatn.text(&text), "Prijava");
    }

    #[test]
    fn values_are_filled_in_and_left_as_they_are() {
        let alias = String::from("Љиљана {action}");
        assert_eq!(Locale::En.fill(&UNDO, &[("action", &alias)]), "Undo: Љиљана {action}");
        assert_eq!(Locale::SrLatn.fill(&UNDO, &[("action", &"Шид")]), "Poništi: Шид");
        assert_eq!(Locale::SrCyrl.fill(&UNDO, &[("action", &25)]), "Поништи: 25");
        // Only what is written from left to right is set apart.
        assert_eq!(Locale::Ar.fill(&UNDO, &[("action", &25)]), "تراجع: 25");
        assert_eq!(Locale::Ar.fill(&UNDO, &[("action", &"Šid")]), "تراجع: \u{2068}Šid\u{2069}");
    }

    #[test]
    fn slips_do_no_harm() {
        assert_eq!(Locale::En.fill(&UNDO, &[]), "Undo: {action}");
        assert_eq!(Locale::En.fill(&UNDO, &[("other", &1)]), "Undo: {action}");
        for odd in ["{", "}", "{}", "{a", "a}b{", "{{n}}", "ж{ш}"] {
            let text = Text { en: odd, sr: odd, ar: odd };
            assert_eq!(Locale::En.fill(&text, &[("x", &1)]), odd);
        }
        let text = Text { en: "{{n}} {n", sr: "", ar: "" };
        assert_eq!(Locale::En.fill(&text, &[("n", &7)]), "{7} {n");
    }

    #[test]
    fn numbers_choose_their_word() {
        for (n, en, sr, ar) in [
            (0, "0 pieces", "0 комада", "لا قطع"),
            (1, "1 piece", "1 комад", "قطعة واحدة"),
            (2, "2 pieces", "2 комада", "قطعتان"),
            (7, "7 pieces", "7 комада", "7 قطع"),
            (21, "21 pieces", "21 комад", "21 قطعة"),
            (1234, "1,234 pieces", "1.234 комада", "1,234 قطعة"),
        ] {
            assert_eq!(Locale::Ar.count(&PIECES, n), ar);
            assert_eq!(Locale::En.count(&PIECES, n), en);
            assert_eq!(Locale::SrCyrl.count(&PIECES, n), sr);
        }
        let centre = Locale::SrLatn.name("Krnjača", "Крњача");
        assert_eq!(
            Locale::SrLatn.count_with(&SHIFTS, 3, &[("centre", &centre)]),
            "Krnjača: 3 smene"
        );
        assert_eq!(Locale::En.count_with(&SHIFTS, 1, &[("centre", &centre)]), "1 shift in Krnjača");
        assert_eq!(Locale::En.count_with(&PIECES, 5, &[("n", &"<b>5</b>")]), "<b>5</b> pieces");
    }

    proptest! {
        #[test]
        fn any_template_is_filled(template in "[{}a-cж ]{0,20}", value in any::<String>()) {
            let _ = replace(&template, &[("a", &value), ("", &1)], true);
            prop_assert_eq!(replace(&template, &[], true), template);
        }
    }
}
