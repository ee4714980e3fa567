//! Names of data that exist in both languages: centres, workshops, products, projects.

use super::Locale;
use super::latin::latin;

impl Locale {
    /// The name of a thing for a reader: `en`, also for readers of Arabic, or `sr` (written in
    /// Cyrillic) in the reader's script. When the wanted form is empty the other one stands in, in a script that the reader
    /// knows.
    pub fn name(self, en: &str, sr: &str) -> String {
        match (self, en.is_empty(), sr.is_empty()) {
            (Self::En | Self::Ar, true, _) => latin(sr).into_owned(),
            (Self::SrLatn | Self::SrCyrl, _, true) => en.to_owned(),
            _ => self.script(en, sr).into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_every_locale() {
        let (en, sr) = ("Sewing and tailoring", "Кројење и шивење");
        assert_eq!(Locale::Ar.name(en, sr), en);
        assert_eq!(Locale::En.name(en, sr), en);
        assert_eq!(Locale::SrCyrl.name(en, sr), sr);
        assert_eq!(Locale::SrLatn.name(en, sr), "Krojenje i šivenje");
    }

    #[test]
    fn a_missing_form_is_replaced_by_the_other() {
        assert_eq!(Locale::En.name("", "Шид"), "Šid");
        assert_eq!(Locale::SrCyrl.name("Šid", ""), "Šid");
        assert_eq!(Locale::SrLatn.name("Šid", ""), "Šid");
        assert_eq!(Locale::En.name("", ""), "");
    }
}
