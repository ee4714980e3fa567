//! Serbian Cyrillic in Latin script.
//!
//! The rule is that of the Serbian orthography (Pravopis Matice srpske): a letter for a letter,
//! with the three digraphs lj, nj and dž. Only this direction is free of doubt.

use std::borrow::Cow;

/// `text` with every letter of Serbian Cyrillic in Latin script; everything else, such as Latin
/// letters, digits and placeholders, stays as it is. Borrowed when there is nothing to change.
///
/// A capital digraph follows its word: Љубав → Ljubav, but ЊЕГОШ → NJEGOŠ and КРАЉ → KRALJ; alone,
/// as an initial, it is Lj, Nj, Dž.
pub fn latin(text: &str) -> Cow<'_, str> {
    let Some(start) = text.find(|letter| latin_letter(letter).is_some()) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..start]);
    for (at, letter) in text.char_indices().skip_while(|&(at, _)| at < start) {
        let Some(plain) = latin_letter(letter) else {
            out.push(letter);
            continue;
        };
        let capitals = || {
            let before = text[..at].chars().rev();
            let after = text[at + letter.len_utf8()..].chars();
            stands_among_capitals(before, after)
        };
        out.push_str(match letter {
            'Љ' if capitals() => "LJ",
            'Њ' if capitals() => "NJ",
            'Џ' if capitals() => "DŽ",
            _ => plain,
        });
    }
    Cow::Owned(out)
}

/// Whether a capital letter stands in a word of capitals: the next letter decides; at the end of a
/// word, the one before.
fn stands_among_capitals(
    before: impl Iterator<Item = char>,
    after: impl Iterator<Item = char>,
) -> bool {
    match neighbour(after) {
        Some(case) => case == Case::Upper,
        None => neighbour(before) == Some(Case::Upper),
    }
}

#[derive(PartialEq)]
enum Case {
    Upper,
    Lower,
}

/// The case of the letter next to a letter; `None` at the end of the word. Accents written as
/// combining marks are passed over.
fn neighbour(mut letters: impl Iterator<Item = char>) -> Option<Case> {
    // Only the letters that Serbian is written with: the general tables weigh several kilobytes.
    match letters.find(|letter| !('\u{300}'..='\u{36f}').contains(letter))? {
        'A'..='Z' | 'Č' | 'Ć' | 'Đ' | 'Š' | 'Ž' | '\u{400}'..='\u{42f}' => Some(Case::Upper),
        'a'..='z' | 'č' | 'ć' | 'đ' | 'š' | 'ž' | '\u{430}'..='\u{45f}' => Some(Case::Lower),
        _ => None,
    }
}

/// The Latin form of a letter of the Serbian alphabet, `None` for any other character.
fn latin_letter(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'ђ' => "đ",
        'е' => "e",
        'ж' => "ž",
        'з' => "z",
        'и' => "i",
        'ј' => "j",
        'к' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'ћ' => "ć",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "c",
        'ч' => "č",
        'џ' => "dž",
        'ш' => "š",
        'А' => "A",
        'Б' => "B",
        'В' => "V",
        'Г' => "G",
        'Д' => "D",
        'Ђ' => "Đ",
        'Е' => "E",
        'Ж' => "Ž",
        'З' => "Z",
        'И' => "I",
        'Ј' => "J",
        'К' => "K",
        'Л' => "L",
        'Љ' => "Lj",
        'М' => "M",
        'Н' => "N",
        'Њ' => "Nj",
        'О' => "O",
        'П' => "P",
        'Р' => "R",
        'С' => "S",
        'Т' => "T",
        'Ћ' => "Ć",
        'У' => "U",
        'Ф' => "F",
        'Х' => "H",
        'Ц' => "C",
        'Ч' => "Č",
        'Џ' => "Dž",
        'Ш' => "Š",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALPHABET: &str = "абвгдђежзијклљмнњопрстћуфхцчџш";

    #[test]
    fn the_whole_alphabet() {
        assert_eq!(latin(ALPHABET), "abvgdđežzijklljmnnjoprstćufhcčdžš");
        let capitals = ALPHABET.to_uppercase();
        assert_eq!(latin(&capitals), "ABVGDĐEŽZIJKLLJMNNJOPRSTĆUFHCČDŽŠ");
        assert_eq!(ALPHABET.chars().count(), 30);
    }

    #[test]
    fn words_of_the_field() {
        for (cyrillic, expected) in [
            ("Крњача", "Krnjača"),
            ("Шид", "Šid"),
            ("Обреновац", "Obrenovac"),
            ("Кројење и шивење", "Krojenje i šivenje"),
            ("Љубав", "Ljubav"),
            ("ЉУБАВ", "LJUBAV"),
            ("ЊЕГОШ", "NJEGOŠ"),
            ("Његош", "Njegoš"),
            ("ЏЕП", "DŽEP"),
            ("Џеп", "Džep"),
            ("КРАЉ", "KRALJ"),
            ("КРАЉ.", "KRALJ."),
            ("КОЊ И ЉУДИ", "KONJ I LJUDI"),
            ("КРАЉ-ЉУБИША", "KRALJ-LJUBIŠA"),
            // Two letters that stand for two sounds, where Latin has the same two for one.
            ("инјекција", "injekcija"),
            ("надживети", "nadživeti"),
            ("НАДЖИВЕТИ", "NADŽIVETI"),
            ("конјунктура", "konjunktura"),
            ("Танјуг", "Tanjug"),
            ("једанаест џакова", "jedanaest džakova"),
            ("Љ", "Lj"),
            ("Љ. Њ. Џ.", "Lj. Nj. Dž."),
            ("А. Љ. Петровић", "A. Lj. Petrović"),
            ("Љ\u{301}У", "LJ\u{301}U"),
            ("ЦЕНТАР EU-Њ", "CENTAR EU-Nj"),
            ("Преузми CSV за Excel", "Preuzmi CSV za Excel"),
            ("{n} комада", "{n} komada"),
            ("Још {count}: „{alias}”", "Još {count}: „{alias}”"),
        ] {
            assert_eq!(latin(cyrillic), expected);
        }
    }

    #[test]
    fn nothing_to_change_is_borrowed() {
        for text in ["", "Krnjača 86%", "{n}", "العربية", "ыщѓ"] {
            assert!(matches!(latin(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    /// Latin back to Cyrillic, right only where no digraph arises from two letters.
    fn cyrillic(text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (letter, latin) = ALPHABET
                .chars()
                .filter_map(|letter| Some((letter, latin_letter(letter)?)))
                .filter(|(_, latin)| rest.starts_with(latin))
                .max_by_key(|(_, latin)| latin.chars().count())
                .unwrap_or_else(|| panic!("{first} is no letter of Serbian"));
            out.push(letter);
            rest = &rest[latin.len()..];
        }
        out
    }

    proptest! {
        #[test]
        fn no_serbian_letter_is_left(text in any::<String>()) {
            let once = latin(&text).into_owned();
            prop_assert!(!once.chars().any(|letter| latin_letter(letter).is_some()));
            prop_assert!(matches!(latin(&once), Cow::Borrowed(_)));
        }

        #[test]
        fn text_around_stays(
            before in "[ -~]{0,9}",
            word in "[а-шђјљњћџ]{1,9}",
            after in "[ -~]{0,9}",
        ) {
            let both = format!("{before}{word}{after}");
            prop_assert_eq!(latin(&both), format!("{before}{}{after}", latin(&word)));
        }

        #[test]
        fn no_letter_is_lost(word in "[абвгдђежзиклљмнњопрстћуфхцчџш]{0,12}") {
            prop_assume!(!word.contains("дж"));
            prop_assert_eq!(cyrillic(&latin(&word)), word);
        }

        #[test]
        fn capitals_stay_capitals(word in "[абвгдђежзијклљмнњопрстћуфхцчџш]{2,12}") {
            let capitals = word.to_uppercase();
            prop_assert_eq!(latin(&capitals), latin(&word).to_uppercase());
        }
    }
}
