//! Passwords that are made here and shown once.

use uuid::Uuid;

/// 120 random bits, in groups that can be read out: no I, L, O, U.
pub fn generated() -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    // The low 62 bits of a version 4 UUID are random.
    let [mut high, mut low] = [Uuid::new_v4(), Uuid::new_v4()].map(|id| id.as_u128() as u64);
    let mut text = String::with_capacity(29);
    for place in 0..24 {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        let bits = if place < 12 { &mut high } else { &mut low };
        text.push(char::from(DIGITS[(*bits & 31) as usize]));
        *bits >>= 5;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_passwords_differ_and_are_long() {
        let (one, other) = (generated(), generated());
        assert_ne!(one, other);
        assert_eq!(one.len(), 29);
        assert!(one.chars().all(|c| c == '-' || c.is_ascii_alphanumeric()));
    }
}
