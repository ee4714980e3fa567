use super::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_value, json, to_value};
use std::fmt::Debug;
use uuid::Uuid;

/// What is read here is what serde reads.
fn agrees<T: Decode + Serialize + DeserializeOwned + PartialEq + Debug>(value: T) {
    let json = to_value(&value).expect("JSON");
    assert_eq!(T::decode(&json).as_ref(), Some(&value), "{json}");
    assert_eq!(from_value::<T>(json).expect("by serde"), value);
}

/// Every word that serde knows is known here.
fn knows<T: Decode + DeserializeOwned + PartialEq + Debug>() {
    let error = from_value::<T>(json!("?")).expect_err("unknown").to_string();
    let names: Vec<&str> = error.split('`').skip(3).step_by(2).collect();
    assert!(!names.is_empty(), "{error}");
    for name in names {
        let read = T::decode(&json!(name));
        assert_eq!(read, from_value(json!(name)).ok(), "{name}");
        assert!(read.is_some(), "{name}");
    }
}

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(n).into()
}

#[test]
fn words_are_those_of_the_domain() {
    knows::<Presence>();
    knows::<Sex>();
    knows::<AgeBand>();
    knows::<LanguageLevel>();
    knows::<PersonKind>();
    knows::<Unit>();
    knows::<Activity>();
    knows::<Reason>();
    knows::<Noun>();
}

#[test]
fn a_whole_snapshot_is_read_as_serde_reads_it() {
    let at: DateTime<Utc> = "2021-05-31T08:00:00.250Z".parse().expect("an instant");
    let day: NaiveDate = "2021-05-31".parse().expect("a day");
    let slot = Slot { day, start: parse_hhmm("10:00").expect("a time"), minutes: 120 };
    let shift = |n, progress| ShiftBrief {
        id: id(n),
        workshop: id(20),
        slot,
        progress,
        capacity: (n > 10).then_some(2),
        one_off: n > 10,
        languages: Vec::new(),
        room: None,
    };
    let person = PersonId(Uuid::from_u128(1));
    agrees(Snapshot {
        now: at,
        head: 7,
        account: Some(id(9)),
        centres: vec![CentreBrief {
            id: Some(id(3)),
            code: "KRN".into(),
            name: Name::new("Krnjača", "Крњача"),
        }],
        centre: None,
        workshops: vec![WorkshopBrief {
            id: id(20),
            code: "KRN-SEW".into(),
            title: Name::new("Sewing", "Шивење"),
            activity: Activity::Sewing,
            products: vec![ProductBrief {
                id: id(30),
                name: Name::new("Mask", "Маска"),
                unit: Unit::Piece,
            }],
            minutes: 120,
        }],
        shifts: vec![
            shift(10, Progress::Open),
            shift(11, Progress::Closed { at }),
            shift(12, Progress::DidNotHappen { reason: Reason::Holiday }),
        ],
        people: vec![PersonBrief {
            id: person,
            code: PersonCode::of(person.0),
            alias: Some("Зора".into()),
            languages: vec![("ara".into(), LanguageLevel::Interprets)],
            gone: true,
            cards: vec![],
        }],
        enrolments: vec![EnrolmentBrief {
            id: id(40),
            person,
            workshop: id(20),
            shift: None,
            from: day,
            to: Some(day),
        }],
        marks: vec![MarkBrief {
            shift: id(10),
            person,
            fact: Fact { id: id(50), at, replaces: Some(id(49)), value: Presence::Absent },
        }],
        headcounts: vec![HeadcountBrief {
            shift: id(10),
            sex: Sex::Female,
            band: AgeBand::From60,
            fact: Fact { id: id(51), at, replaces: None, value: 12 },
        }],
        outputs: vec![OutputBrief {
            id: id(60),
            shift: id(10),
            product: id(30),
            quantity: 25,
            rejected: false,
        }],
        day,
        since: Some(5),
        courses: vec![CourseBrief {
            shift: id(11),
            fact: Fact { id: id(52), at, replaces: None, value: Progress::Closed { at } },
        }],
        voided: vec![id(61)],
        gone: vec![id(13)],
        interpreted: vec![InterpretingBrief { id: id(70), shift: id(10), person }],
        uninterpreted: vec![id(71)],
        notes: vec![NoteBrief { id: id(53), shift: id(10), text: None }],
        key: Some("BKey".into()),
    });
    agrees(Snapshot::default());
}

#[test]
fn entries_and_faults_are_read_as_serde_reads_them() {
    agrees(RegisterPerson {
        person: id(1),
        centre: Some(id(2)),
        kind: PersonKind::Official,
        sex: Sex::NotDisclosed,
        age: Some(Age::Born(1990)),
        nationality: None,
    });
    agrees(Age::Told { years: 30, on: "2021-05-31".parse().expect("a day") });
    agrees(HandOverShift {
        shift: id(1),
        from: id(2),
        to: id(3),
        seen: Seen { made: vec![SeenProduct { product: id(4), quantity: 5 }], ..Seen::default() },
    });
    agrees(Identity::Remark("rain".into()));
    let alias = Some("Hana".into());
    agrees(Identity::Person(PersonIdentity { alias, ..PersonIdentity::default() }));
    for fault in [
        Fault::Malformed { line: 3, column: 4 },
        Fault::Unknown { noun: Noun::Shift },
        Fault::out_of_range("quantity", 1, 9),
        Fault::BadDay {
            min: "1990-01-01".parse().expect("a day"),
            max: "2100-12-31".parse().expect("a day"),
        },
        Fault::TooManyTries { minutes: 5 },
        Fault::TooLarge { max: 500 },
        Fault::ShiftNotStarted,
        Fault::PeriodClosed,
        Fault::DeviceRevoked,
        Fault::NotAMember,
        Fault::WrongCode,
        Fault::AccountDisabled,
        Fault::SessionExpired,
        Fault::OtherAccount,
        Fault::SealBroken,
    ] {
        agrees(fault);
    }
    assert_eq!(Fault::decode(&json!({"code": "of a later server"})), Some(Fault::Internal));
}

#[test]
fn nonsense_is_nothing() {
    for bad in ["2021-05-31T08:00:00", "2021-13-31T08:00:00Z", "2021-05-31Tšš:00:00Z", "Z", ""] {
        assert_eq!(DateTime::<Utc>::decode(&json!(bad)), None, "{bad}");
    }
    assert_eq!(decode::<Snapshot>("<html>"), None);
    assert_eq!(decode::<Snapshot>("{}"), None);
    assert_eq!(Vec::<i64>::decode(&json!(7)), None);
}
