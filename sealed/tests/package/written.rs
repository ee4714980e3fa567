//! What a package holds.

use crate::common::{HEAD, ROWS, check, claims, key, members, package, package_of, table, words};
use sealed::{Claims, FileMark, PackageWriter, SealError, TABLES_MAX, Verdict};
use serde_json::Value;
use std::io::{Cursor, Seek, SeekFrom, Write};

fn names(file: &[u8]) -> Vec<String> {
    members(file).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn members_stand_in_their_order_and_are_all_sealed() {
    let (file, seal) = package_of(&[("b", b"x"), ("a", b"")], claims(), &key(1));
    let written = members(&file);
    let marks: Vec<_> = written
        .iter()
        .map(|(name, bytes)| FileMark::read(name, &bytes[..]).expect("a mark"))
        .collect();
    assert_eq!(
        names(&file),
        [
            "b.csv",
            "b.csv-metadata.json",
            "a.csv",
            "a.csv-metadata.json",
            "datapackage.json",
            "README.md",
            "seal.json"
        ]
    );
    assert_eq!(seal.files, marks[..6]);
    assert_eq!(written[6].1, seal.render().expect("a seal"));
    assert_eq!(check(&file, None), Verdict::Genuine(Box::new(seal)));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (file, seal) = package();
    assert_eq!((file.clone(), seal), package());
    // However the rows come, and wherever in a file the package begins.
    let mut writer = PackageWriter::new(Cursor::new(Vec::new()), claims()).expect("claims");
    let mut rows = writer.table(table("participation")).expect("a table");
    for piece in ROWS.as_bytes().chunks(7) {
        rows.write_all(piece).expect("written");
    }
    let (other, _) = writer.finish(&words(), &key(1)).expect("a package");
    assert_eq!(other.into_inner(), file);
    let mut out = Cursor::new(b"before".to_vec());
    out.seek(SeekFrom::End(0)).expect("the end");
    let mut writer = PackageWriter::new(out, claims()).expect("claims");
    writer.table(table("participation")).expect("a table").write_all(ROWS.as_bytes()).expect("ok");
    let (out, _) = writer.finish(&words(), &key(1)).expect("a package");
    assert_eq!(out.position(), out.get_ref().len() as u64);
    assert_eq!(out.into_inner(), [b"before", &file[..]].concat());
}

#[test]
fn programs_are_told_of_each_column() {
    let (file, seal) = package();
    let read = |name: &str| -> Value {
        let (_, bytes) = members(&file).into_iter().find(|member| member.0 == name).expect(name);
        serde_json::from_slice(&bytes).expect("JSON")
    };
    let package = read("datapackage.json");
    let resource = &package["resources"][0];
    assert_eq!(package["profile"], "tabular-data-package");
    assert_eq!(resource["path"], "participation.csv");
    assert_eq!(resource["bytes"], HEAD.len() + ROWS.len());
    assert_eq!(members(&file)[0].1, [HEAD, ROWS].concat().into_bytes());
    assert_eq!(resource["hash"], format!("sha256:{}", seal.files[0].sha256));
    let fields = resource["schema"]["fields"].as_array().expect("fields");
    let of = |key: &str| fields.iter().map(|field| field[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("name"), ["period_start", "code", "people_least", "from_hour"]);
    assert_eq!(of("type"), ["date", "string", "integer", "time"]);
    assert_eq!(of("hxl")[..3], ["#date+start".into(), Value::Null, "#reached+ind+total".into()]);
    let web = read("participation.csv-metadata.json");
    let columns = &web["tableSchema"]["columns"];
    assert_eq!(
        columns[0]["titles"],
        serde_json::json!(["Početak, „od“", "period_start", "#date+start"])
    );
    assert_eq!(columns[1]["titles"], serde_json::json!(["Šifra", "code"]));
    assert_eq!(columns[3]["datatype"], serde_json::json!({"base": "time", "format": "HH:mm"}));
}

#[test]
fn people_are_told_too() {
    let (file, _) = package();
    let (_, bytes) = members(&file).swap_remove(3);
    let page = String::from_utf8(bytes).expect("UTF-8");
    for line in [
        "# Učešće, maj 2021",
        "- Od: 2021-05-01",
        "|Ključ|Kolona|HXL|Značenje|",
        "|`people_least`|Ljudi|\\#reached+ind+total|Šta znači „Ljudi“ \\| \\<b\\>.|",
        "Prazno nije nula.",
        "Proverite na strani /verify.",
    ] {
        assert!(page.lines().any(|other| other == line), "{line}\n{page}");
    }
}

#[test]
fn what_cannot_be_sealed_is_refused() {
    let text = |text: &str| text.to_owned();
    let all: [fn(&mut Claims); 8] = [
        |claims| claims.report = "Učešće".into(),
        |claims| claims.made = "2021-06-01T08:30:00+02:00".into(),
        |claims| claims.made = "2021-06-31T08:30:00Z".into(),
        |claims| claims.organisation.clear(),
        |claims| claims.software = "1\n".into(),
        |claims| claims.journal.seq = -1,
        |claims| claims.journal.seq = 1 << 53,
        |claims| {
            claims.parameters.insert("a\u{7f}".into(), "b".into());
        },
    ];
    for (n, change) in all.into_iter().enumerate() {
        let mut claims = claims();
        change(&mut claims);
        assert!(PackageWriter::new(Cursor::new(Vec::new()), claims).is_err(), "{n}");
    }
    let mut writer = PackageWriter::new(Cursor::new(Vec::new()), claims()).expect("claims");
    let mut refused = |change: &dyn Fn(&mut sealed::Table)| {
        let mut table = table("t");
        change(&mut table);
        writer.table(table).err()
    };
    let long = "x".repeat(1001);
    assert!(matches!(refused(&|t| t.name = text("T")), Some(SealError::Name(_))));
    assert!(matches!(refused(&|t| t.name = text("../t")), Some(SealError::Name(_))));
    assert!(matches!(refused(&|t| t.title = text("")), Some(SealError::Text(_))));
    assert!(matches!(refused(&|t| t.about = long.clone()), Some(SealError::Text(_))));
    assert!(matches!(refused(&|t| t.fields.clear()), Some(SealError::Count)));
    assert!(matches!(refused(&|t| t.fields[0].key = text("1a")), Some(SealError::Name(_))));
    assert!(matches!(refused(&|t| t.fields[0].key = text("code")), Some(SealError::Twice(_))));
    assert!(matches!(refused(&|t| t.fields[0].hxl = text("date")), Some(SealError::Tag(_))));
    assert!(refused(&|_| {}).is_none());
    assert!(matches!(refused(&|_| {}), Some(SealError::Twice(_))));
    for n in 1..TABLES_MAX {
        writer.table(table(&format!("t{n}"))).expect("a table");
    }
    assert!(matches!(writer.table(table("more")), Err(SealError::Count)));
    let (file, seal) = writer.finish(&words(), &key(1)).expect("a package");
    assert_eq!(check(file.get_ref(), None), Verdict::Genuine(Box::new(seal)));
    let empty = PackageWriter::new(Cursor::new(Vec::new()), claims()).expect("claims");
    assert!(matches!(empty.finish(&words(), &key(1)), Err(SealError::Count)));
}

#[test]
fn a_seal_has_its_limits() {
    let mark = |name: &str| FileMark::read(name, &b""[..]);
    let seal = |files| sealed::Seal::new(claims(), files, &key(1));
    assert!(matches!(mark("a b"), Err(SealError::Name(_))));
    assert!(matches!(seal(vec![]), Err(SealError::Count)));
    let same = ["A.csv", "a.csv"].map(|name| mark(name).expect("a mark")).into();
    assert!(matches!(seal(same), Err(SealError::Twice(_))));
    assert!(matches!(seal(vec![mark("Seal.json").expect("a mark")]), Err(SealError::Name(_))));
    let many = (0..64).map(|n| mark(&format!("{n}")).expect("a mark")).collect();
    assert!(matches!(seal(many), Err(SealError::Count)));
    let mut large = claims();
    large.parameters.extend((0..1000).map(|n| (n.to_string(), "x".repeat(1000))));
    let files = vec![mark("a").expect("a mark")];
    assert!(matches!(sealed::Seal::new(large, files, &key(1)), Err(SealError::TooLarge)));
}
