//! Pictures and colours by which people who do not read know their tile and their card.

use domain::ids::PersonId;

/// See `public/pictograms.svg`.
const SIGNS: [&str; 20] = [
    "sun",
    "cloud",
    "tree",
    "leaf",
    "flower",
    "bird",
    "fish",
    "butterfly",
    "boat",
    "house",
    "key",
    "cup",
    "apple",
    "kite",
    "mountain",
    "umbrella",
    "lamp",
    "bell",
    "drum",
    "wheel",
];

/// How many colours a card may have; see `style/cards.css`.
const COLOURS: u128 = 6;

/// The picture of a person, on the tablet and on the card.
pub fn sign(person: PersonId) -> &'static str {
    SIGNS[(person.0.as_u128() % SIGNS.len() as u128) as usize]
}

/// The number of the colour of a person's card, from 0.
pub fn colour(person: PersonId) -> u128 {
    person.0.as_u128() / SIGNS.len() as u128 % COLOURS
}
