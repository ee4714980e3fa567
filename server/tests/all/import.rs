//! Taking files in, over the page and the command line: encodings, workbooks, what is new and what is
//! not, all or nothing, and for whom.

use crate::support::Persona::*;
use crate::support::*;
use domain::access::Actor;
use domain::command::{Command, RegisterPerson};
use domain::ids::{PersonId, WorkshopId};
use domain::overview::{PeopleFilter, PersonRow};
use domain::person::{Age, PersonCode, Sex};
use domain::registry::{ErasePerson, RecordStay, Stay};
use encoding_rs::WINDOWS_1250;
use rust_xlsxwriter::{Format, Workbook};
use std::time::Duration;
use uuid::Uuid;

const PAGE: &str = "/centres/KRN/import";

/// The form with a file.
fn multipart(kind: &str, name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
    let mut body = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n\
         --edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    ("multipart/form-data; boundary=edge".to_owned(), body)
}

async fn bring(world: &World, who: Persona, page: &str, kind: &str, bytes: &[u8]) -> Answer {
    let (content, body) = multipart(kind, "list.csv", bytes);
    world.post(who, page, &content, body).await
}

/// Brings a file, checks it with the mapping that was found and `more` of the form, and answers the
/// page with what was found.
async fn checked(world: &World, kind: &str, bytes: &[u8], more: &str) -> (String, String) {
    let brought = bring(world, Manager, PAGE, kind, bytes).await;
    assert_eq!(brought.status, 303, "{}", brought.text());
    let file = brought.location().to_owned();
    let found = world.get(Manager, &file).await.text();
    // The selects as they stand.
    let mut form = "do=check".to_owned();
    for (n, part) in found.split("<select name=\"column-").skip(1).enumerate() {
        let chosen = part
            .split("</select>")
            .next()
            .unwrap()
            .split("<option")
            .find(|option| option.contains(" selected"));
        let value = chosen.and_then(|option| option.split("value=\"").nth(1)?.split('"').next());
        form.push_str(&format!("&column-{n}={}", value.unwrap_or_default()));
    }
    if !more.is_empty() {
        form.push_str(&format!("&{more}"));
    }
    assert_eq!(world.form(Manager, &file, &form).await.status, 303);
    (file.clone(), finished(world, &file).await)
}

/// The page of a file once nothing works on it.
async fn finished(world: &World, file: &str) -> String {
    let id = file.rsplit('/').next().unwrap();
    for _ in 0..3_000 {
        let progress = world.get(Manager, &format!("/api/v1/imports/{id}")).await.json();
        if progress["working"] == false {
            return world.get(Manager, file).await.text();
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the work on the file does not end");
}

/// Takes in what was checked.
async fn taken_in(world: &World, file: &str) {
    assert_eq!(world.form(Manager, file, "do=write").await.status, 303);
    let page = finished(world, file).await;
    assert!(page.contains("The file was taken in"), "{page}");
}

fn says(page: &str, new: usize, changed: usize, same: usize) -> bool {
    let word = if same == 1 { "as it is" } else { "as they are" };
    page.contains(&format!("{new} new, {changed} changed, {same} {word}"))
}

async fn found(world: &World, alias: &str) -> Option<PersonRow> {
    let filter = PeopleFilter::default();
    let page = world.store.people_of(&Actor::Operator, "KRN", &filter, Some(alias)).await.unwrap();
    page.people.into_iter().find(|row| row.label.alias.as_deref() == Some(alias))
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_taken_in_once_corrected_and_found_again() {
    for engine in engines() {
        let world = world(engine).await;
        let list = "Broj;Ime;Pol;Datum rođenja;Država;Jezici;Dolazak\r\n\
                    1;Šemsa Žarković;ž;3.4.1990.;Sirija;arapski, engleski;1.5.2021.\r\n\
                    2;Đorđe Ćirić;m;;Avganistan;;\r\n";
        let (windows, ..) = WINDOWS_1250.encode(list);
        let before = world.entries().await;
        let (file, page) = checked(&world, "people", &windows, "").await;
        assert!(says(&page, 2, 0, 0), "{engine}: {page}");
        assert!(page.contains("Windows-1250"), "{engine}");
        assert_eq!(world.entries().await, before, "{engine}: a check writes nothing");
        taken_in(&world, &file).await;
        let row = found(&world, "Šemsa Žarković").await.expect("registered");
        assert_eq!(
            (row.sex, row.years, row.nationality.as_deref()),
            (Sex::Female, Some(31), Some("SYR"))
        );
        assert_eq!(row.languages.len(), 2, "{engine}");
        let after = world.entries().await;

        let (_, page) = checked(&world, "people", &windows, "").await;
        assert!(says(&page, 0, 0, 2) && page.contains("changes nothing"), "{engine}: {page}");
        let (windows, ..) =
            WINDOWS_1250.encode("Broj;Ime;Država\r\n2;Đorđe Ćirić;Iran\r\n3;Živko;\r\n");
        let (file, page) = checked(&world, "people", &windows, "").await;
        assert!(says(&page, 1, 1, 0), "{engine}: {page}");
        taken_in(&world, &file).await;
        let row = found(&world, "Đorđe Ćirić").await.expect("still there");
        assert_eq!((row.sex, row.nationality.as_deref()), (Sex::Male, Some("IRN")), "{engine}");
        assert_eq!(world.entries().await, after + 2, "{engine}");

        // Whoever was erased is not brought back.
        let id = found(&world, "Živko").await.unwrap().id;
        operate(&world.store, Command::ErasePerson(ErasePerson { person: id })).await;
        let (_, page) = checked(&world, "people", &windows, "").await;
        assert!(page.contains("This person was erased"), "{engine}: {page}");
        assert!(!page.contains("Take in"), "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn equal_rows_are_several_people_and_an_age_is_told_once() {
    let world = world("sqlite").await;
    let list = b"sex,age\nf,17\nf,17\nm,4\n";
    let (file, page) = checked(&world, "people", list, "told_on=2021-05-01").await;
    assert!(says(&page, 3, 0, 0), "{page}");
    taken_in(&world, &file).await;
    let (_, page) = checked(&world, "people", list, "told_on=2021-05-01").await;
    assert!(says(&page, 0, 0, 3), "{page}");
    let people = world.store.people_to_compare(&Actor::Operator, "KRN").await.unwrap();
    let told = Age::Told { years: 17, on: "2021-05-01".parse().unwrap() };
    assert_eq!(people.iter().filter(|person| person.age == Some(told)).count(), 2);
    // By our code: an age that agrees is not told anew, another one is.
    let code =
        people.iter().find(|person| person.age == Some(told)).map(|one| PersonCode::of(one.id.0));
    let code = code.unwrap();
    let list = format!("code,age,alias\n{code},17,Amal\n");
    let (_, page) = checked(&world, "people", list.as_bytes(), "").await;
    assert!(says(&page, 0, 1, 0), "{page}");
    let list = format!("code,age\n{code},17\n");
    let (_, page) = checked(&world, "people", list.as_bytes(), "").await;
    assert!(says(&page, 0, 0, 1), "{page}");
    let list = format!("code,age\n{code},18\n0000-0001,20\n");
    let (_, page) = checked(&world, "people", list.as_bytes(), "").await;
    assert!(page.contains("1 problem was found") && page.contains("This is no code"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_of_occupancy() {
    for engine in engines() {
        let world = world(engine).await;
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "nothing").unwrap();
        let sheet = book.add_worksheet().set_name("May").unwrap();
        let date = Format::new().set_num_format("dd.mm.yyyy");
        for (column, head) in ["Datum", "Ukupno", "Deca", "female 0-4"].into_iter().enumerate() {
            sheet.write(1, column as u16, head).unwrap();
        }
        // 1 and 2 May 2021 as Excel counts days.
        for (row, (day, numbers)) in
            [(44_317, [148, 50, 7]), (44_318, [150, 51, 7])].into_iter().enumerate()
        {
            sheet.write_with_format(row as u32 + 2, 0, day, &date).unwrap();
            for (column, number) in numbers.into_iter().enumerate() {
                sheet.write(row as u32 + 2, column as u16 + 1, number).unwrap();
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        let brought = bring(&world, Manager, PAGE, "occupancy", &bytes).await;
        // The first sheet has nothing below its first row.
        assert_eq!(brought.status, 422, "{engine}");
        assert!(brought.text().contains("The file is empty"), "{engine}");

        let csv = "Datum;Ukupno;Deca;female 0-4\n01.05.2021.;148;50;7\n02.05.2021.;1.150;51;7\n32.05.2021.;1;1;1\n03.05.2021.;4;5;\n";
        let (_, page) = checked(&world, "occupancy", csv.as_bytes(), "source=List").await;
        assert!(page.contains("2 problems were found"), "{engine}: {page}");
        assert!(
            page.contains("This is no date") && page.contains("enter a value from 0 to 4"),
            "{page}"
        );
        let csv = "Datum;Ukupno;Deca;female 0-4\n01.05.2021.;148;50;7\n02.05.2021.;1.150;51;7\n";
        let (file, page) = checked(&world, "occupancy", csv.as_bytes(), "source=List").await;
        assert!(says(&page, 2, 0, 0), "{engine}: {page}");
        taken_in(&world, &file).await;
        let day = "2021-05-02".parse().unwrap();
        let month = world.store.occupancy_month(&Actor::Operator, "KRN", Some(day)).await.unwrap();
        let entry = month.standing().unwrap();
        assert_eq!((entry.total, entry.children, entry.source.as_str()), (1_150, Some(51), "List"));
        let (_, page) = checked(&world, "occupancy", csv.as_bytes(), "source=Other").await;
        assert!(says(&page, 0, 0, 2), "{engine}: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_of_a_workbook_is_chosen() {
    let world = world("sqlite").await;
    let mut book = Workbook::new();
    let notes = book.add_worksheet().set_name("Notes").unwrap();
    notes.write(0, 0, "Kept by").unwrap();
    notes.write(1, 0, "the office").unwrap();
    let sheet = book.add_worksheet().set_name("People").unwrap();
    for (column, (head, value)) in [("alias", "Amal"), ("gender", "female")].into_iter().enumerate()
    {
        sheet.write(0, column as u16, head).unwrap();
        sheet.write(1, column as u16, value).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let brought = bring(&world, Manager, PAGE, "people", &bytes).await;
    let file = brought.location().to_owned();
    assert_eq!(world.form(Manager, &file, "do=read&sheet=1").await.status, 303);
    let page = world.get(Manager, &file).await.text();
    assert!(page.contains("Amal") && !page.contains("the office"), "{page}");
    // Two columns cannot hold the same.
    let twice = world.form(Manager, &file, "do=check&column-0=sex&column-1=sex").await;
    assert_eq!(twice.status, 422);
    assert!(twice.text().contains("Two columns cannot both hold this: Sex"));
    assert_eq!(
        world.form(Manager, &file, "do=check&column-0=alias&column-1=sex").await.status,
        303
    );
    assert!(says(&finished(&world, &file).await, 1, 0, 0));
}

/// The code of somebody of the demo at Krnjača.
fn code_of(n: u8) -> PersonCode {
    PersonCode::of(demo_id::<PersonId>("person", &format!("KRN/{n}")).0)
}

async fn small_workshop(world: &World) {
    let workshop = WorkshopId(Uuid::from_u128(77));
    operate(
        &world.store,
        Command::CreateWorkshop(domain::workshop::CreateWorkshop {
            workshop,
            centre: Some(demo_id("centre", "KRN")),
            code: "KRN-CHESS".into(),
            title: domain::label::Name::new("Chess", "Шах"),
            activity: domain::workshop::Activity::Other,
            minutes: 60,
        }),
    )
    .await;
    operate(
        &world.store,
        Command::RecordWorkshopCapacity(domain::workshop::RecordWorkshopCapacity {
            workshop,
            from: "2021-01-01".parse().unwrap(),
            people: 2,
        }),
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn enrolments_keep_to_the_places() {
    for engine in engines() {
        let world = world(engine).await;
        small_workshop(&world).await;
        let [a, b, c] = [0, 1, 2].map(code_of);
        let list = format!(
            "code,workshop,from,to\n{a},Šah,2021-05-01,\n{b},KRN-CHESS,2021-05-01,\n{c},chess,2021-04-01,2021-04-30\n"
        );
        let (file, page) = checked(&world, "enrolments", list.as_bytes(), "").await;
        assert!(says(&page, 3, 0, 0), "{engine}: {page}");
        taken_in(&world, &file).await;
        let (_, page) = checked(&world, "enrolments", list.as_bytes(), "").await;
        assert!(says(&page, 0, 0, 3), "{engine}: {page}");
        // Full now; somebody without a name, and a workshop that is not there.
        let more = format!(
            "code,workshop,from\n{c},Chess,2021-05-20\n,Chess,2021-05-20\n{a},Draughts,2021-05-20\n"
        );
        let (_, page) = checked(&world, "enrolments", more.as_bytes(), "").await;
        assert!(page.contains("3 problems were found"), "{engine}: {page}");
        for said in ["No place is left", "Nobody here is called that", "There is no such workshop"]
        {
            assert!(page.contains(said), "{engine}: {said}");
        }
        let more = format!("code\n{c}\n");
        let form = "workshop=KRN-CHESS&from=2021-05-20&despite=agreed";
        let (file, page) = checked(&world, "enrolments", more.as_bytes(), form).await;
        assert!(says(&page, 1, 0, 0), "{engine}: {page}");
        taken_in(&world, &file).await;
        let group =
            world.store.enrolments(&Actor::Operator, "KRN", Some("KRN-CHESS"), None).await.unwrap();
        let group = group.group.unwrap();
        assert_eq!((group.enrolled, group.capacity), (3, Some(2)), "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attendance_of_the_past_makes_and_closes_its_shifts() {
    for engine in engines() {
        let world = world(engine).await;
        small_workshop(&world).await;
        let [a, b] = [0, 1].map(code_of);
        let list = format!(
            "code,workshop,date,start,present\n{a},Chess,20.05.2021,17:00,da\n{b},Chess,20.05.2021,17:00,ne\n{a},Chess,21.05.2021,17,x\n{b},Chess,21.05.2021,17,\n"
        );
        let (file, page) = checked(&world, "attendance", list.as_bytes(), "").await;
        assert!(says(&page, 3, 0, 1), "{engine}: {page}");
        taken_in(&world, &file).await;
        let [first, last] = ["2021-05-20", "2021-05-21"].map(|day| day.parse().unwrap());
        let shifts =
            world.store.shifts_to_compare(&Actor::Operator, "KRN", first, last).await.unwrap();
        let chess: Vec<_> =
            shifts.iter().filter(|one| one.workshop.0 == Uuid::from_u128(77)).collect();
        assert_eq!(chess.len(), 2, "{engine}");
        for shift in &chess {
            assert!(matches!(shift.progress, domain::shift::Progress::Closed { .. }), "{engine}");
            assert_eq!(shift.slot.minutes, 60, "{engine}");
        }
        let before = world.entries().await;
        let (_, page) = checked(&world, "attendance", list.as_bytes(), "").await;
        assert!(says(&page, 0, 0, 4), "{engine}: {page}");
        let other = format!("code,date\n{b},20.05.2021\n{b},22.05.2021\n{b},1.6.2021\n");
        let (_, page) = checked(&world, "attendance", other.as_bytes(), "workshop=KRN-CHESS").await;
        for said in [
            "The shift is closed and says otherwise",
            "There is no shift on this day",
            "This day is to come",
        ] {
            assert!(page.contains(said), "{engine}: {said}: {page}");
        }
        assert_eq!(world.entries().await, before, "{engine}");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_door_refuses_is_a_problem_of_its_row() {
    let world = world("sqlite").await;
    small_workshop(&world).await;
    // Moved to another centre; and one who lives there.
    let person = demo_id::<PersonId>("person", "KRN/0");
    let stay = Stay::In { centre: demo_id("centre", "OBR") };
    let day = "2021-05-30".parse().unwrap();
    operate(&world.store, Command::RecordStay(RecordStay { person, day, stay })).await;
    let list = format!("code,workshop\n{},Chess\n{},Chess\n", code_of(0), code_of(1));
    let (_, page) = checked(&world, "enrolments", list.as_bytes(), "").await;
    assert!(
        page.contains("1 problem was found") && page.contains("lives in another centre"),
        "{page}"
    );
    let long = format!("alias,sex\n{},f\nAmal,f\n", "x".repeat(200));
    let (_, page) = checked(&world, "people", long.as_bytes(), "").await;
    assert!(page.contains("1 problem was found"), "{page}");
    assert!(!page.contains("xxxxxxxxxx</td><td>"), "what identifies is not repeated");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_for_those_who_manage_and_for_those_who_brought_them() {
    let world = world("sqlite").await;
    let list = b"alias,sex\nAmal,f\n";
    for who in [Facilitator, OtherManager, Donor, Powerless] {
        let refused = bring(&world, who, PAGE, "people", list).await;
        assert_eq!(refused.status, 403, "{who:?}");
    }
    assert_eq!(bring(&world, Nobody, PAGE, "people", list).await.status, 303);
    let brought = bring(&world, Manager, PAGE, "people", list).await;
    let file = brought.location().to_owned();
    let id = file.rsplit('/').next().unwrap().to_owned();
    // Another who may manage the centre does not see it.
    let other = world.get(Coordinator, &file).await;
    assert_eq!(other.status, 404);
    assert!(!other.text().contains("Amal"));
    assert_eq!(world.form(Coordinator, &file, "do=check&column-0=alias").await.status, 404);
    let before = world.entries().await;
    // Not checked yet: there is nothing to take in.
    assert_eq!(world.form(Manager, &file, "do=write").await.status, 303);
    finished(&world, &file).await;
    assert_eq!(world.entries().await, before);
    let progress = world.get(Nobody, &format!("/api/v1/imports/{id}")).await;
    assert_eq!(progress.status, 401);
    assert_eq!(world.form(Manager, &file, "do=discard").await.location(), PAGE);
    assert_eq!(world.get(Manager, &file).await.status, 404);
    for bad in [&b""[..], b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"alias\n"] {
        let refused = bring(&world, Manager, PAGE, "people", bad).await;
        assert_eq!(refused.status, 422);
    }
    assert_eq!(bring(&world, Manager, PAGE, "wishes", list).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_registered_meanwhile_is_not_registered_again() {
    let world = world("sqlite").await;
    let list = b"reference,sex\n1,f\n2,f\n";
    let (file, page) = checked(&world, "people", list, "").await;
    assert!(says(&page, 2, 0, 0), "{page}");
    // The second of them, by somebody else: the file is compared anew when it is taken in.
    let ids = world.store.import_ids().await.unwrap();
    let centre = demo_id::<domain::ids::CentreId>("centre", "KRN").to_string();
    let person = PersonId(ids.id(&["person", &centre, "0", "reference", "2"]));
    let register = RegisterPerson {
        person,
        centre: Some(demo_id("centre", "KRN")),
        kind: Default::default(),
        sex: Sex::Female,
        age: None,
        nationality: None,
    };
    operate(&world.store, Command::RegisterPerson(register)).await;
    let before = world.entries().await;
    assert_eq!(world.form(Manager, &file, "do=write").await.status, 303);
    let page = finished(&world, &file).await;
    assert!(page.contains("1 new, 0 changed, 1 as it is"), "{page}");
    assert_eq!(world.entries().await, before + 1);
}
