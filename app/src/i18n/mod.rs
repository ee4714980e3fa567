//! What the product says: every sentence, number, date and name, in four locales.
//!
//! Three languages are written by hand, English, Serbian and Arabic; Serbian is written once, in Cyrillic,
//! and its Latin script is derived from it ([`latin`]). The other way round would be ambiguous
//! (nj, lj, dž), so both scripts cost one.
//!
//! | module | holds |
//! |---|---|
//! | [`locale`] | [`Locale`]: which language and script a reader gets |
//! | [`text`] | [`Text`] and [`Plural`], and how their placeholders are filled |
//! | [`plural`] | which form of a word goes with a number |
//! | [`labels`] | the word for each value of the domain: columns, states, reasons, faults |
//! | [`names`] | names of centres, workshops and products, which exist in English and Serbian |
//! | [`mod@format`] | numbers, rates, days and times |
//! | [`latin`] | Serbian Cyrillic in Latin script |
//! | [`catalogue`] | the texts themselves, a module an area |
//!
//! # Using a text
//!
//! ```ignore
//! use crate::i18n::{Locale, catalogue::{common, tablet}};
//!
//! locale.text(&tablet::TODAYS_SHIFTS);                        // "Данашње смене"
//! locale.fill(&tablet::UNDO_ACTION, &[("action", &done)]);    // "Undo: 4MX7-Q2KD present"
//! locale.count(&common::CONTACTS, 21);                        // "21 контакт"
//! locale.name(&centre.name.en, &centre.name.sr);              // "Krnjača"
//! locale.rate(12, 14);                                        // Some("86% (12 of 14)")
//! ```
//!
//! # Adding a text
//!
//! One line in the one file of its area under `catalogue/`: the name, the English, the Serbian in
//! Cyrillic, the Arabic.
//!
//! ```ignore
//! SIGN_IN: "Sign in", "Пријава", "تسجيل الدخول";
//! ```
//!
//! A text with a number goes into the `plurals!` of the same file: two English forms (one, other),
//! three Serbian ones (1, 2, 5), six Arabic ones (0, 1, 2, 3, 11, 100).
//!
//! ```ignore
//! PIECES:
//!     ["{n} piece", "{n} pieces"],
//!     ["{n} комад", "{n} комада", "{n} комада"],
//!     ["لا قطع", "قطعة واحدة", "قطعتان", "{n} قطع", "{n} قطعة", "{n} قطعة"];
//! ```
//!
//! The tests go over the whole catalogue: all languages with the same placeholders, nothing
//! empty, no Latin letter in the Serbian (save a short list such as CSV) and no Cyrillic letter in
//! the English, which also finds letters that only look alike.
//!
//! Some habits of the texts: plain words and whole sentences; no sentence built of parts, because
//! word order and endings differ; a name is filled in where Serbian wants the nominative (after a
//! colon or a middle dot), never after a preposition; nothing that depends on the sex of a
//! participant ("ту је", not "присутан"; in Arabic verbal nouns, for the reader as well); the small words of a button in the singular imperative
//! ("Сачувај"), sentences to the reader in the polite form ("Покушајте поново").

pub mod catalogue;
pub mod countries;
pub mod format;
pub mod labels;
pub mod latin;
pub mod locale;
pub mod names;
pub mod plural;
pub mod text;

pub use locale::Locale;
pub use text::{Plural, Text};
