//! A small report to seal.

#![allow(clippy::expect_used)]

use sealed::{
    Audience, Claims, Field, FileMark, Hash, Journal, Key, Kind, PackageWriter, Seal, Table,
    Verdict, Words, verify,
};
use std::io::{Cursor, Write};

/// Two rows of [`table`], one of them without a figure.
pub const ROWS: &str = "2021-05-01,\"007\",31,09:05\r\n\
                        2021-05-02,\"#say \"\"hi\"\"\",,\r\n";

/// The lines above them.
pub const HEAD: &str = "\"period_start\",\"code\",\"people_least\",\"from_hour\"\r\n\
                        \"#date+start\",\"\",\"#reached+ind+total\",\"#x_time+start\"\r\n";

pub fn key(n: u8) -> Key {
    Key::from_seed(&[n; 32])
}

pub fn claims() -> Claims {
    Claims {
        report: "participation".into(),
        parameters: [("from", "2021-05-01"), ("to", "2021-05-31"), ("centre", "ŠID \"1\" \\ 😀")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into(),
        audience: Audience::Donor,
        journal: Journal { seq: 4711, hash: Hash::of(b"entry") },
        definition: 3,
        software: "0.1.0".into(),
        made: "2021-06-01T08:30:00Z".into(),
        organisation: "Радионица за све".into(),
    }
}

pub fn field(key: &str, title: &str, hxl: &str, kind: Kind) -> Field {
    Field {
        key: key.into(),
        title: title.into(),
        about: format!("Šta znači „{title}“ | <b>."),
        hxl: hxl.into(),
        kind,
    }
}

pub fn table(name: &str) -> Table {
    Table {
        name: name.into(),
        title: "Učešće – 参加 😀".into(),
        about: "Red po centru i mesecu.".into(),
        fields: vec![
            field("period_start", "Početak, „od“", "#date+start", Kind::Day),
            field("code", "Šifra", "", Kind::Text),
            field("people_least", "Ljudi", "#reached+ind+total", Kind::Number),
            field("from_hour", "Od sati", "#x_time+start", Kind::Time),
        ],
    }
}

pub fn words() -> Words {
    let text = |text: &str| text.to_owned();
    Words {
        title: text("Učešće, maj 2021"),
        asked_heading: text("Šta je traženo"),
        asked: vec![(text("Od"), text("2021-05-01")), (text("Centar"), text("svi"))],
        column_title: text("Kolona"),
        column_key: text("Ključ"),
        column_tag: text("HXL"),
        column_meaning: text("Značenje"),
        empty_heading: text("Prazna polja"),
        empty: text("Prazno nije nula."),
        seal_heading: text("Pečat"),
        seal: text("Proverite na strani /verify."),
    }
}

/// A package of tables of these names and files.
pub fn package_of(tables: &[(&str, &[u8])], claims: Claims, key: &Key) -> (Vec<u8>, Seal) {
    let mut writer = PackageWriter::new(Cursor::new(Vec::new()), claims).expect("claims");
    for (name, rows) in tables {
        writer.table(table(name)).expect("a table").write_all(rows).expect("written");
    }
    let (file, seal) = writer.finish(&words(), key).expect("a package");
    (file.into_inner(), seal)
}

pub fn package() -> (Vec<u8>, Seal) {
    package_of(&[("participation", ROWS.as_bytes())], claims(), &key(1))
}

/// A file's sidecar.
pub fn sidecar(name: &str, file: &[u8], key: &Key) -> Vec<u8> {
    let mark = FileMark::read(name, file).expect("a mark");
    Seal::new(claims(), vec![mark], key).and_then(|seal| seal.render()).expect("a seal")
}

/// The verdict where the key 1 is known.
pub fn check(file: &[u8], sidecar: Option<&[u8]>) -> Verdict {
    verify(&mut Cursor::new(file), sidecar, &[key(9).public(), key(1).public()]).expect("readable")
}

/// An archive of any members in the very form that a package has, whatever its seal says.
pub fn archive_of(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::<u8>::new(), Vec::<u8>::new());
    for (name, bytes) in members {
        let (offset, size) = (out.len() as u32, bytes.len() as u32);
        let length = (name.len() as u16).to_le_bytes();
        let mut shared = b"\x2d\0\0\0\0\0\0\0\x21\0".to_vec();
        shared.extend(crc32fast::hash(bytes).to_le_bytes());
        let wide = u64::from(size).to_le_bytes();
        for part in [b"PK\x03\x04", &shared[..], &[255; 8], &length, &[20, 0], name.as_bytes()] {
            out.extend(part);
        }
        for part in [&[1, 0, 16, 0][..], &wide, &wide, bytes] {
            out.extend(part);
        }
        for part in [b"PK\x01\x02\x2d\0", &shared[..], &size.to_le_bytes(), &size.to_le_bytes()] {
            directory.extend(part);
        }
        for part in [&length[..], &[0; 12], &offset.to_le_bytes(), name.as_bytes()] {
            directory.extend(part);
        }
    }
    let (start, count) = (out.len() as u32, (members.len() as u16).to_le_bytes());
    let length = (directory.len() as u32).to_le_bytes();
    out.extend(directory);
    for part in [b"PK\x05\x06\0\0\0\0", &count[..], &count, &length, &start.to_le_bytes(), &[0; 2]]
    {
        out.extend(part);
    }
    out
}

/// The members of an archive by another reader's eyes.
pub fn members(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let all = 0..zip.len();
    let read = |place| {
        let mut member = zip.by_index(place).expect("a member");
        assert_eq!(member.compression(), zip::CompressionMethod::Stored);
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut member, &mut bytes).expect("its bytes and CRC");
        (member.name().expect("a name").into_owned(), bytes)
    };
    all.map(read).collect()
}
