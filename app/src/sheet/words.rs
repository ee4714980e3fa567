//! The words of the sheet in the languages of the people on it, so that they can mark themselves.

/// The words of one language.
pub struct Words {
    /// ISO 639-3.
    pub code: &'static str,
    /// BCP 47, for the right font and reading voice.
    pub lang: &'static str,
    /// Whether it is written from right to left.
    pub rtl: bool,
    /// "Code".
    pub number: &'static str,
    /// "Present".
    pub present: &'static str,
    /// "Absent".
    pub absent: &'static str,
}

/// The languages of the field, in the order of the forms.
pub const WORDS: &[Words] = &[
    Words {
        code: "srp",
        lang: "sr-Cyrl",
        rtl: false,
        number: "Шифра",
        present: "Ту је",
        absent: "Није ту",
    },
    Words {
        code: "eng",
        lang: "en",
        rtl: false,
        number: "Code",
        present: "Present",
        absent: "Absent",
    },
    Words {
        code: "ara", lang: "ar", rtl: true, number: "الرمز", present: "حاضر", absent: "غائب"
    },
    Words {
        code: "prs", lang: "prs", rtl: true, number: "کد", present: "حاضر", absent: "غایب"
    },
    Words {
        code: "pes", lang: "fa", rtl: true, number: "کد", present: "حاضر", absent: "غایب"
    },
    Words {
        code: "pus",
        lang: "ps",
        rtl: true,
        number: "کوډ",
        present: "حاضر",
        absent: "غیر حاضر",
    },
    Words {
        code: "urd",
        lang: "ur",
        rtl: true,
        number: "کوڈ",
        present: "حاضر",
        absent: "غیر حاضر",
    },
    Words {
        code: "kmr",
        lang: "kmr",
        rtl: false,
        number: "Kod",
        present: "Amade",
        absent: "Ne amade",
    },
    Words {
        code: "ckb",
        lang: "ckb",
        rtl: true,
        number: "کۆد",
        present: "ئامادە",
        absent: "ئامادە نییە",
    },
    Words { code: "tur", lang: "tr", rtl: false, number: "Kod", present: "Burada", absent: "Yok" },
    Words {
        code: "fra",
        lang: "fr",
        rtl: false,
        number: "Code",
        present: "Présent",
        absent: "Absent",
    },
    Words {
        code: "som",
        lang: "so",
        rtl: false,
        number: "Koodh",
        present: "Jooga",
        absent: "Maqan",
    },
];

/// The words of the languages that these people know, without those that say the same as one before.
pub fn of<'a>(known: impl Iterator<Item = &'a str> + Clone) -> Vec<&'static Words> {
    let mut chosen: Vec<&'static Words> = Vec::new();
    for words in WORDS.iter().filter(|words| known.clone().any(|code| code == words.code)) {
        let said =
            |before: &&Words| before.present == words.present && before.absent == words.absent;
        if !chosen.iter().any(said) {
            chosen.push(words);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::desk::LANGUAGES;

    #[test]
    fn every_language_of_the_forms_has_its_words() {
        for code in LANGUAGES {
            assert!(WORDS.iter().any(|words| words.code == code), "{code}");
        }
    }

    #[test]
    fn what_says_the_same_stands_once() {
        let codes = |known: &[&str]| -> Vec<&str> {
            of(known.iter().copied()).iter().map(|words| words.code).collect()
        };
        assert_eq!(codes(&["prs", "pes", "ara"]), ["ara", "prs"]);
        assert_eq!(codes(&["xxx"]), Vec::<&str>::new());
    }
}
