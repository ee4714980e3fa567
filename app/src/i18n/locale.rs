//! Which language and script a reader gets.

/// A language in a script.
///
/// A reader who asks for Serbian without a script gets the Latin one: it is what most of Serbia
/// reads on a screen, and it is read by those who ask for Bosnian, Croatian or Montenegrin. (CLDR's
/// likely script for `sr` is Cyrillic; the switch in the page's head is one tap away.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// English as written in Britain. Also the fallback when nothing else is known.
    #[default]
    En,
    /// Serbian in Latin script, derived from the Cyrillic.
    SrLatn,
    /// Serbian in Cyrillic script, as the catalogue holds it.
    SrCyrl,
    /// Modern Standard Arabic, with the digits 0–9: figures and codes are the same in every
    /// language.
    Ar,
}

impl Locale {
    /// All locales, in the order of the language switch.
    pub const ALL: [Self; 4] = [Self::En, Self::SrLatn, Self::SrCyrl, Self::Ar];

    /// The BCP 47 tag, for `<html lang>`, cookies and file names: `en`, `sr-Latn`, `sr-Cyrl`, `ar`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::SrLatn => "sr-Latn",
            Self::SrCyrl => "sr-Cyrl",
            Self::Ar => "ar",
        }
    }

    /// The value of HTML's `dir`.
    pub fn direction(self) -> &'static str {
        match self {
            Self::En | Self::SrLatn | Self::SrCyrl => "ltr",
            Self::Ar => "rtl",
        }
    }

    /// The language's name in itself, for the language switch.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::SrLatn => "Srpski",
            Self::SrCyrl => "Српски",
            Self::Ar => "العربية",
        }
    }

    /// Whether the language is Serbian, in either script.
    pub fn is_serbian(self) -> bool {
        matches!(self, Self::SrLatn | Self::SrCyrl)
    }

    /// The locale for a language tag (BCP 47, RFC 5646), in any case, with `-` or `_`; `None` for
    /// a language that the product does not speak.
    ///
    /// | tag | locale |
    /// |---|---|
    /// | `en`, `en-GB`, `eng` … | [`Locale::En`] |
    /// | `sr`, `sr-RS`, `sr-Latn`, `sr-Latn-RS`, `srp` … | [`Locale::SrLatn`] |
    /// | `sh`, `bs`, `hr`, `cnr`, `me` (understood by the same readers) | [`Locale::SrLatn`] |
    /// | any of the latter two with the script `Cyrl` | [`Locale::SrCyrl`] |
    /// | `ar`, `ar-SY`, `arb`, `ara` … | [`Locale::Ar`] |
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut subtags = tag.trim().split(['-', '_']);
        let language = subtags.next()?;
        let is = |one_of: &[&str]| one_of.iter().any(|known| language.eq_ignore_ascii_case(known));
        if is(&["en", "eng"]) {
            Some(Self::En)
        } else if is(&["ar", "ara", "arb"]) {
            Some(Self::Ar)
        } else if is(&["sr", "srp", "sh", "bs", "hr", "cnr", "me"]) {
            let cyrillic = subtags.any(|subtag| subtag.eq_ignore_ascii_case("cyrl"));
            Some(if cyrillic { Self::SrCyrl } else { Self::SrLatn })
        } else {
            None
        }
    }

    /// The locale that an `Accept-Language` header asks for (RFC 9110, section 12.5.4): the first
    /// language that the product speaks, by falling quality, then by order.
    ///
    /// `None` when there is none: the caller falls back to its own default. A part that cannot be
    /// read and a part with quality 0 count for nothing, and neither does `*`, which names no
    /// language.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, u32)> = None;
        for part in header.split(',') {
            let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
            let (Some(locale), Some(quality)) = (Self::from_tag(tag), quality(parameters)) else {
                continue;
            };
            if quality > best.map_or(0, |(_, quality)| quality) {
                best = Some((locale, quality));
            }
        }
        best.map(|(locale, _)| locale)
    }
}

/// The quality of a part of `Accept-Language`, in thousandths (0 to 1000); 1000 when the parameters
/// name none, `None` when they cannot be read.
fn quality(parameters: &str) -> Option<u32> {
    let Some(value) = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then(|| value.trim())
    }) else {
        return parameters.trim().is_empty().then_some(1000);
    };
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if value.len() > 16 || value.trim_matches('.').is_empty() || !digits(whole) || !digits(fraction)
    {
        return None;
    }
    let thousandths: u32 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    match whole.trim_start_matches('0') {
        "" => Some(thousandths),
        "1" if thousandths == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_come_back() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
            let rtl = locale == Locale::Ar;
            assert_eq!(locale.direction(), if rtl { "rtl" } else { "ltr" });
        }
    }

    #[test]
    fn tags_of_readers_who_understand() {
        for (tag, locale) in [
            ("en", Some(Locale::En)),
            ("en-GB", Some(Locale::En)),
            ("EN_us", Some(Locale::En)),
            ("sr", Some(Locale::SrLatn)),
            ("sr-RS", Some(Locale::SrLatn)),
            ("sr-Latn", Some(Locale::SrLatn)),
            ("sr-Latn-RS", Some(Locale::SrLatn)),
            (" SR-cyrl-rs ", Some(Locale::SrCyrl)),
            ("sr_Cyrl_BA", Some(Locale::SrCyrl)),
            ("bs-Cyrl", Some(Locale::SrCyrl)),
            ("sh", Some(Locale::SrLatn)),
            ("bs-BA", Some(Locale::SrLatn)),
            ("hr", Some(Locale::SrLatn)),
            ("cnr-ME", Some(Locale::SrLatn)),
            ("me", Some(Locale::SrLatn)),
            ("ar", Some(Locale::Ar)),
            ("ar-SY", Some(Locale::Ar)),
            ("ary", None),
            ("enm", None),
            ("srr", None),
            ("de", None),
            ("*", None),
            ("", None),
            ("-", None),
            ("ср", None),
        ] {
            assert_eq!(Locale::from_tag(tag), locale, "{tag}");
        }
    }

    #[test]
    fn accept_language_by_quality_then_order() {
        for (header, locale) in [
            ("sr", Some(Locale::SrLatn)),
            ("sr-RS,sr;q=0.9,en-US;q=0.8,en;q=0.7", Some(Locale::SrLatn)),
            ("sr-Cyrl-RS, sr;q=0.8", Some(Locale::SrCyrl)),
            ("de, fr;q=0.9, en;q=0.2, sr;q=0.3", Some(Locale::SrLatn)),
            ("en;q=0.5, sr;q=0.5", Some(Locale::En)),
            ("en;q=0.999,sr;q=1", Some(Locale::SrLatn)),
            ("en ; Q = 0.1 , hr", Some(Locale::SrLatn)),
            ("en;q=0", None),
            ("en;q=0.000, sr;q=0.001", Some(Locale::SrLatn)),
            ("*", None),
            ("fa,*;q=0.5", None),
            ("ar,*;q=0.5", Some(Locale::Ar)),
            ("", None),
            (",,;;==q", None),
            ("en;q=x, sr;q=0.1", Some(Locale::SrLatn)),
            ("en;q=1.5, sr;q=.4", Some(Locale::SrLatn)),
            ("en;q=-1", None),
            ("en;q=NaN", None),
            ("en;q=.", None),
            ("en;q=", None),
            ("en;nonsense", None),
            ("en;v=1;q=0.4", Some(Locale::En)),
        ] {
            assert_eq!(Locale::from_accept_language(header), locale, "{header}");
        }
    }

    proptest! {
        #[test]
        fn rubbish_does_no_harm(header in any::<String>()) {
            let _ = Locale::from_accept_language(&header);
        }

        #[test]
        fn near_rubbish_does_no_harm(header in "[a-z*;=q0-9., _-]{0,40}") {
            let _ = Locale::from_accept_language(&header);
        }

        #[test]
        fn every_quality_is_read(thousandths in 1u32..=999) {
            prop_assert_eq!(quality(&format!("q=0.{thousandths:03}")), Some(thousandths));
        }
    }
}
