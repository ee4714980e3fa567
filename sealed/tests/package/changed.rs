//! What was done to a file after it was sealed.

use crate::common::{ROWS, archive_of, check, claims, key, members, package, package_of, sidecar};
use sealed::{Change, Claims, Seal, Unreadable, Verdict, verify};
use std::io::{Cursor, Write};

fn change(verdict: Verdict) -> Option<Change> {
    match verdict {
        Verdict::Changed { change, .. } => Some(change),
        _ => None,
    }
}

/// The package with its members altered, in an archive of the very form.
fn altered(alter: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Verdict {
    let (file, _) = package();
    let mut all = members(&file);
    alter(&mut all);
    check(&archive_of(&all), None)
}

fn extra(name: &str) -> Option<Change> {
    Some(Change::Extra { name: name.to_owned() })
}

#[test]
fn no_byte_of_a_package_can_change_unseen() {
    let (mut file, seal) = package();
    for place in 0..file.len() {
        for flip in [1, 0x20, 0x80, 0xff] {
            file[place] ^= flip;
            let verdict = check(&file, None);
            assert!(
                !matches!(verdict, Verdict::Genuine(_) | Verdict::AnotherKey(_)),
                "byte {place} ^ {flip}"
            );
            file[place] ^= flip;
        }
    }
    assert_eq!(check(&file, None), Verdict::Genuine(Box::new(seal)));
}

#[test]
fn no_byte_of_a_file_or_its_sidecar_can_change_unseen() {
    let (mut file, mut beside) =
        (ROWS.as_bytes().to_vec(), sidecar("a.csv", ROWS.as_bytes(), &key(1)));
    for flip in [1, 0x20, 0x80, 0xff] {
        for place in 0..file.len() {
            file[place] ^= flip;
            let content = Change::Content { name: "a.csv".into() };
            assert_eq!(change(check(&file, Some(&beside))), Some(content));
            file[place] ^= flip;
        }
        for place in 0..beside.len() {
            beside[place] ^= flip;
            let verdict = check(&file, Some(&beside));
            assert!(
                !matches!(verdict, Verdict::Genuine(_) | Verdict::AnotherKey(_)),
                "byte {place} ^ {flip}"
            );
            beside[place] ^= flip;
        }
    }
    assert!(matches!(check(&file, Some(&beside)), Verdict::Genuine(_)));
}

#[test]
fn nothing_can_be_cut_off_or_put_on() {
    let (file, seal) = package();
    for length in 0..file.len() {
        let verdict = check(&file[..length], None);
        assert!(matches!(verdict, Verdict::Changed { .. } | Verdict::NotSealed), "{length}");
    }
    // A download that broke off, even within the first rows, is told from a file without a seal.
    assert_eq!(change(check(&file[..file.len() / 2], None)), Some(Change::Wrapping));
    for more in [&b"\0"[..], b"PK", &file] {
        let known = Some(Box::new(seal.clone()));
        let expected = Verdict::Changed { change: Change::Wrapping, seal: known };
        assert_eq!(check(&[&file, more].concat(), None), expected);
        assert_eq!(change(check(&[more, &file].concat(), None)), Some(Change::Wrapping));
    }
}

#[test]
fn the_member_that_differs_is_named() {
    let content = |name: &str| Some(Change::Content { name: name.to_owned() });
    let missing = |name: &str| Some(Change::Missing { name: name.to_owned() });
    assert!(matches!(altered(|_| {}), Verdict::Genuine(_)));
    assert_eq!(change(altered(|all| all[0].1[100] ^= 1)), content("participation.csv"));
    assert_eq!(change(altered(|all| all[3].1.push(b'\n'))), content("README.md"));
    assert_eq!(change(altered(|all| all[0].0 = "other.csv".into())), missing("participation.csv"));
    assert_eq!(
        change(altered(|all| drop(all.remove(1)))),
        missing("participation.csv-metadata.json")
    );
    let more = ("more.csv".to_owned(), b"1".to_vec());
    assert_eq!(change(altered(|all| all.insert(0, more.clone()))), extra("more.csv"));
    assert_eq!(change(altered(|all| all.push(more))), extra("more.csv"));
    assert_eq!(change(altered(|all| all.insert(1, all[0].clone()))), extra("participation.csv"));
    assert_eq!(change(altered(|all| all.push(all[4].clone()))), extra("seal.json"));
    assert_eq!(change(altered(|all| all.swap(0, 1))), Some(Change::Wrapping));
    assert_eq!(change(altered(|all| all.swap(3, 4))), Some(Change::Wrapping));
    assert_eq!(altered(|all| drop(all.pop())), Verdict::NotSealed);
    let away = "../participation.csv";
    assert_eq!(change(altered(|all| all[1].0 = away.into())), Some(Change::Wrapping));
}

#[test]
fn a_seal_fits_its_own_package_only() {
    let june = Claims { made: "2021-07-01T00:00:00Z".into(), ..claims() };
    let (other, _) = package_of(&[("participation", b"x")], june, &key(1));
    let seal = members(&other).swap_remove(4);
    let content = Change::Content { name: "participation.csv".into() };
    assert_eq!(change(altered(|all| all[4] = seal)), Some(content));
    // A package's seal beside a file, and a file's seal in an archive with it.
    let (file, seal) = package();
    let rendered = seal.render().expect("a seal");
    assert_eq!(check(&file, Some(&rendered)), Verdict::Unreadable(Unreadable::OtherKind));
    let lone = [("a.csv", b"x".to_vec()), ("seal.json", sidecar("a.csv", b"x", &key(1)))]
        .map(|(name, bytes)| (name.to_owned(), bytes));
    assert_eq!(check(&archive_of(&lone), None), Verdict::Unreadable(Unreadable::OtherKind));
}

#[test]
fn sidecars_are_not_swapped() {
    let (one, two) = (sidecar("one.csv", b"1", &key(1)), sidecar("two.csv", b"2", &key(1)));
    assert!(matches!(check(b"1", Some(&one)), Verdict::Genuine(_)));
    let content = Change::Content { name: "two.csv".into() };
    assert_eq!(change(check(b"1", Some(&two))), Some(content));
    assert!(matches!(check(b"", Some(&sidecar("none", b"", &key(1)))), Verdict::Genuine(_)));
}

#[test]
fn whose_key_it_was() {
    let (file, seal) = package_of(&[("a", b"x")], claims(), &key(2));
    assert_eq!(check(&file, None), Verdict::AnotherKey(Box::new(seal)));
    let beside = sidecar("a", b"x", &key(2));
    assert!(matches!(check(b"x", Some(&beside)), Verdict::AnotherKey(_)));
    // What a stranger's seal says is not handed on as ours.
    let verdict = check(b"y", Some(&beside));
    assert!(matches!(verdict, Verdict::Changed { seal: None, .. }), "{verdict:?}");
    // A stranger's seal with our key's name in it.
    let beside = String::from_utf8(beside).expect("UTF-8");
    let ours = beside.replace(&key(2).public().to_string(), &key(1).public().to_string());
    assert_eq!(check(b"x", Some(ours.as_bytes())), Verdict::WrongSignature);
    let nobody = verify(&mut Cursor::new(b"x"), Some(beside.as_bytes()), &[]).expect("readable");
    assert!(matches!(nobody, Verdict::AnotherKey(_)));
}

#[test]
fn a_seal_is_as_it_was_written() {
    let beside = String::from_utf8(sidecar("a", b"x", &key(1))).expect("UTF-8");
    let with = |from: &str, to: &str| {
        let other = beside.replacen(from, to, 1);
        assert_ne!(other, beside, "{from}");
        check(b"x", Some(other.as_bytes()))
    };
    let hash = sealed::Hash::of(b"x").to_string();
    assert_eq!(with("donor", "internal"), Verdict::WrongSignature);
    assert_eq!(with("2021-05-31", "2021-06-30"), Verdict::WrongSignature);
    assert_eq!(with("\"seq\": 4711", "\"seq\": 4712"), Verdict::WrongSignature);
    assert_eq!(with("\"format\": 1", "\"format\": 2"), Verdict::Unreadable(Unreadable::Version(2)));
    for (from, to) in [
        ("{", "{\"more\": 1,"),
        ("{", "["),
        ("participation", "Učešće"),
        (&hash, &hash.to_uppercase()),
        ("\"size\": 1", "\"size\": 1.0"),
        ("\"size\": 1", "\"size\": -1"),
        ("\"name\": \"a\"", "\"name\": \"../a\""),
        ("0.1.0", "0.1.0\\n"),
    ] {
        assert_eq!(with(from, to), Verdict::Unreadable(Unreadable::Form), "{from} {to}");
    }
    for (from, to) in [(": ", ":"), ("\n", "\r\n"), ("\n", "\t\n"), ("0.1.0", "\\u0030.1.0")] {
        assert_eq!(change(with(from, to)), Some(Change::Wrapping), "{from} {to}");
    }
    let large = beside + &" ".repeat(sealed::SEAL_MAX);
    assert_eq!(check(b"x", Some(large.as_bytes())), Verdict::Unreadable(Unreadable::TooLarge));
    assert_eq!(check(b"x", Some(b"")), Verdict::Unreadable(Unreadable::Form));
    let deep = "[".repeat(100_000);
    assert_eq!(check(b"x", Some(deep.as_bytes())), Verdict::Unreadable(Unreadable::Form));
}

#[test]
fn files_that_were_never_sealed() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("xl/workbook.xml", stored).expect("a member");
    zip.write_all(b"seal.json").expect("written");
    let workbook = zip.finish().expect("an archive").into_inner();
    let nothing = archive_of(&[]);
    for file in [&b""[..], b"P", b"PK\x03\x04", ROWS.as_bytes(), &workbook, &nothing] {
        assert_eq!(check(file, None), Verdict::NotSealed);
    }
}

#[test]
fn a_package_that_was_packed_again_is_not_as_written() {
    let (file, _) = package();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in members(&file) {
        zip.start_file(name, stored).expect("a member");
        zip.write_all(&bytes).expect("written");
    }
    let again = zip.finish().expect("an archive").into_inner();
    assert_eq!(change(check(&again, None)), Some(Change::Wrapping));
}

#[test]
fn what_a_header_promises_is_not_believed() {
    let (file, _) = package();
    // The first member's length, to its largest: the file ends before.
    let name = "participation.csv".len();
    let mut endless = file.clone();
    endless[30 + name + 4..30 + name + 20].fill(0xff);
    assert_eq!(change(check(&endless, None)), Some(Change::Wrapping));
    // Another CRC, in both places: the bytes are as sealed, but unzip would call them damaged.
    let mut damaged = file.clone();
    let end = file.len() - 22;
    let mut start = [0; 4];
    start.copy_from_slice(&file[end + 16..end + 20]);
    for place in [14, u32::from_le_bytes(start) as usize + 16] {
        damaged[place] ^= 1;
    }
    assert_eq!(change(check(&damaged, None)), Some(Change::Wrapping));
    let many: Vec<_> = (0..1000).map(|n| (format!("{n}"), Vec::new())).collect();
    assert_eq!(change(check(&archive_of(&many), None)), Some(Change::Wrapping));
    let large = vec![b' '; 3_000_000];
    let too_large = Verdict::Unreadable(Unreadable::TooLarge);
    assert_eq!(altered(|all| all[4].1 = large), too_large);
    // More than one difference: the first in the order of the documentation.
    let verdict = altered(|all| {
        all.remove(1);
        all[0].1.clear();
        all.push(("more".into(), Vec::new()));
    });
    assert_eq!(change(verdict), Some(Change::Content { name: "participation.csv".into() }));
}

#[test]
fn what_the_seal_says_is_told_of_a_changed_file() {
    let (_, seal) = package();
    let told = |verdict: Verdict| -> Option<Box<Seal>> {
        if let Verdict::Changed { seal, .. } = verdict { seal } else { None }
    };
    assert_eq!(told(altered(|all| all[0].1.clear())), Some(Box::new(seal)));
}
