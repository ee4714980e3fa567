//! Whatever is sealed is genuine; whatever is done to it is found.

use crate::common::{archive_of, check, claims, key, members, package_of, sidecar, table, words};
use proptest::prelude::*;
use sealed::{Claims, Field, Kind, PackageWriter, Table, Verdict};
use std::io::{Cursor, Write};

const ANY_TEXT: &str = "[^\\p{Cc}]{1,40}";

fn fields() -> impl Strategy<Value = Vec<Field>> {
    let kind = prop_oneof![Just(Kind::Text), Just(Kind::Number), Just(Kind::Day), Just(Kind::Time)];
    let field = (ANY_TEXT, "[^\\p{Cc}]{0,40}", "(#[a-z]{1,9}(\\+[a-z]{1,9}){0,2})?", kind);
    prop::collection::vec(field, 1..6).prop_map(|fields| {
        let numbered = fields.into_iter().enumerate();
        numbered
            .map(|(n, (title, about, hxl, kind))| Field {
                key: format!("f{n}"),
                title,
                about,
                hxl,
                kind,
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_sealed_is_genuine(
        fields in fields(),
        files in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 1..5),
        parameters in prop::collection::btree_map(ANY_TEXT, "[^\\p{Cc}]{0,40}", 0..6),
        organisation in ANY_TEXT,
        seq in 0i64..1 << 53,
        seed in any::<[u8; 32]>(),
    ) {
        let mut claims = Claims { parameters, organisation, ..claims() };
        claims.journal.seq = seq;
        let key = sealed::Key::from_seed(&seed);
        let mut writer = PackageWriter::new(Cursor::new(Vec::new()), claims.clone())?;
        for (n, rows) in files.iter().enumerate() {
            let table = Table { name: format!("t{n}"), fields: fields.clone(), ..table("") };
            writer.table(table)?.write_all(rows)?;
        }
        let (mut file, seal) = writer.finish(&words(), &key)?;
        prop_assert_eq!(&seal.parameters, &claims.parameters);
        prop_assert_eq!(archive_of(&members(file.get_ref())), file.get_ref().clone());
        let verdict = sealed::verify(&mut file, None, &[key.public()])?;
        prop_assert_eq!(verdict, Verdict::Genuine(Box::new(seal)));
    }

    #[test]
    fn what_is_changed_is_found(
        rows in prop::collection::vec(any::<u8>(), 0..400),
        place in any::<prop::sample::Index>(),
        cut in 0usize..40,
        put in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let (file, _) = package_of(&[("t", &rows)], claims(), &key(1));
        let beside = sidecar("t.csv", &rows, &key(1));
        for (whole, has_sidecar) in [(&file, false), (&beside, true)] {
            let start = place.index(whole.len());
            let mut other = whole.clone();
            other.splice(start..(start + cut).min(whole.len()), put.iter().copied());
            if other == *whole {
                continue;
            }
            let verdict =
                if has_sidecar { check(&rows, Some(&other)) } else { check(&other, None) };
            prop_assert!(!matches!(verdict, Verdict::Genuine(_) | Verdict::AnotherKey(_)));
        }
    }

    #[test]
    fn nonsense_is_a_verdict(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(check(&bytes, None), Verdict::NotSealed);
        let zip = [b"PK\x03\x04", &bytes[..]].concat();
        prop_assert_eq!(check(&zip, None), Verdict::NotSealed);
        prop_assert!(matches!(check(&bytes, Some(&bytes)), Verdict::Unreadable(_)));
    }
}
