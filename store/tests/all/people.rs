//! The registry of people: who is found, where they live, what they consented to, who looked, and
//! two records that are one person.

use crate::support::*;
use domain::attendance::Presence;
use domain::card::{CardCode, IssueCard, RevokeCard};
use domain::command::{
    Command, Identity, PersonIdentity, RecordIdentity, RecordLanguage, RegisterPerson,
};
use domain::fault::{Fault, Noun};
use domain::ids::PersonId;
use domain::overview::{Alike, PeopleFilter, PeoplePage, PersonPage};
use domain::person::{Age, LanguageLevel, PersonCode, Sex};
use domain::registry::*;
use domain::report::{Cell, Query, Report};
use domain::sync::{Cursor, Outcome};
use futures::TryStreamExt;
use store::By;

async fn change(world: &World, by: By, command: Command) -> Result<(), Fault> {
    world.store.change_whole(by, vec![(command, None)]).await.map_err(|error| error.fault())
}

async fn list(world: &World, login: &str, filter: &PeopleFilter, sought: &str) -> PeoplePage {
    let actor = signed_in(world, login).await;
    world.store.people_of(&actor, "KRN", filter, Some(sought)).await.expect("a list")
}

async fn page(world: &World, centre: &str, login: &str, id: PersonId) -> Result<PersonPage, Fault> {
    let actor = signed_in(world, login).await;
    let code = PersonCode::of(id.0);
    world.store.person(&actor, centre, code.as_str()).await.map_err(|error| error.fault())
}

fn names(page: &PeoplePage) -> Vec<String> {
    page.people.iter().map(|row| row.label.alias.clone().unwrap_or_default()).collect()
}

async fn register(world: &World, n: u128, name: &str, sex: Sex, years: i32) -> PersonId {
    let person = id(n);
    let on = day("2021-05-31");
    let register = Command::RegisterPerson(RegisterPerson {
        person,
        centre: Some(KRN),
        kind: Default::default(),
        sex,
        age: Some(Age::Told { years, on }),
        nationality: Some("SYR".into()),
    });
    must(world, register, alias(name)).await;
    person
}

/// People reached in May, and contacts.
async fn reached(world: &World) -> (usize, Vec<Vec<Cell>>) {
    let query = Query::period(day("2021-05-01"), day("2021-05-31"));
    let operator = domain::access::Actor::Operator;
    let report = world.store.report(&operator, Report::PeopleReached, &query).await.unwrap();
    let rows: Vec<Vec<Cell>> = report.rows.try_collect().await.unwrap();
    (rows.len(), rows)
}

#[tokio::test]
async fn people_are_found_by_code_and_by_alias_in_any_script() {
    for engine in engines() {
        let world = furnished(engine).await;
        let mohamed = register(&world, 100, "محمد", Sex::Male, 24).await;
        register(&world, 101, "Шемса", Sex::Female, 30).await;
        let all = PeopleFilter::default();
        assert_eq!(names(&list(&world, "manager", &all, "Mohamed").await), ["محمد"], "{engine}");
        assert_eq!(names(&list(&world, "manager", &all, "šemsa").await), ["Шемса"]);
        assert_eq!(names(&list(&world, "manager", &all, "lejla").await), ["Lejla"]);
        assert_eq!(names(&list(&world, "manager", &all, "Azar").await), Vec::<String>::new());
        let code = PersonCode::of(mohamed.0).as_str().to_lowercase().replace('-', "");
        assert_eq!(names(&list(&world, "manager", &all, &code).await), ["محمد"]);
        // Head office finds codes, and is told no alias.
        assert_eq!(list(&world, "coordinator", &all, "Mohamed").await.people.len(), 0);
        assert_eq!(names(&list(&world, "coordinator", &all, &code).await), [""]);
        let every = list(&world, "manager", &all, "").await;
        assert_eq!((every.total, every.people.len()), (4, 4), "the latest registered first");
        assert_eq!(names(&every)[0], "Шемса");
        let facilitator = signed_in(&world, "facilitator").await;
        let refused = world.store.people_of(&facilitator, "KRN", &all, None).await;
        assert_eq!(refused.unwrap_err().fault(), Fault::NotAllowed);
    }
}

#[tokio::test]
async fn the_list_is_filtered() {
    for engine in engines() {
        let world = furnished(engine).await;
        let speaks =
            RecordLanguage { person: LEJLA, language: "ara".into(), level: LanguageLevel::Speaks };
        must(&world, Command::RecordLanguage(speaks), None).await;
        let by = |filter| list(&world, "manager", filter, "");
        let language = PeopleFilter { language: "ara".into(), ..Default::default() };
        assert_eq!(names(&by(&language).await), ["Lejla"], "{engine}");
        let workshop = PeopleFilter { workshop: "KRN-SEW".into(), ..Default::default() };
        assert_eq!(names(&by(&workshop).await), ["Amina"], "for all shifts, not for one");
        let ask = AskOfPeople { project: EU, asks: vec![PersonFact::Language] };
        assert_eq!(
            change(&world, By::Account(MANAGER), Command::AskOfPeople(ask.clone())).await,
            Err(Fault::NotAllowed)
        );
        change(&world, By::Account(COORDINATOR), Command::AskOfPeople(ask)).await.unwrap();
        let missing = by(&PeopleFilter { missing: true, ..Default::default() }).await;
        assert_eq!(names(&missing), ["Amina"]);
        assert_eq!(missing.people[0].missing, [PersonFact::Language]);
        assert_eq!(missing.asks, [PersonFact::Language]);
    }
}

#[tokio::test]
async fn whoever_moves_is_seen_where_they_live_and_counted_where_they_were() {
    for engine in engines() {
        let world = furnished(engine).await;
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        must(&world, close(TEN), None).await;
        let manager = By::Account(MANAGER);
        let stay = |day_of: &str, stay| {
            Command::RecordStay(RecordStay { person: AMINA, day: day(day_of), stay })
        };
        let there = Stay::In { centre: OBR };
        let future = change(&world, manager, stay("2021-06-01", there)).await;
        assert!(matches!(future, Err(Fault::BadDay { .. })), "{engine}: {future:?}");
        change(&world, manager, stay("2021-05-31", there)).await.unwrap();
        let unknown = Err(Fault::Unknown { noun: Noun::Person });
        assert_eq!(page(&world, "KRN", "manager", AMINA).await.map(drop), unknown);
        assert_eq!(
            page(&world, "OBR", "manager", AMINA).await.map(drop),
            Err(Fault::NotAllowed),
            "their new centre is another manager's"
        );
        let moved = page(&world, "OBR", "coordinator", AMINA).await.unwrap();
        assert_eq!(moved.stays.len(), 1);
        assert_eq!(reached(&world).await.0, 1, "what was counted stays counted");
        // The tablet keeps her name on the lists of the week, and offers her for none.
        let facilitator = signed_in(&world, "facilitator").await;
        let told = world.store.snapshot(&facilitator, Some(KRN)).await.unwrap();
        let amina = told.people.iter().find(|one| one.id == AMINA).expect("told");
        assert!(amina.gone && amina.alias.as_deref() == Some("Amina"), "{engine}");
        assert!(told.people.iter().any(|one| one.id == LEJLA && !one.gone));
        // A mark of the morning, made before the tablet knew: she lived here until then.
        let late = envelope(7, "2021-05-31T08:00:00Z", mark(TWELVE, AMINA, Presence::Present));
        let outcome = submit(&world, By::Account(FACILITATOR), &late).await;
        let fault = Fault::OtherCentre { noun: Noun::Person };
        assert_eq!(
            outcome,
            Outcome::Held { fault },
            "{engine}: on the day of the move she had left"
        );
        change(&world, By::Operator, stay("2021-05-30", Stay::Left)).await.unwrap();
        let row = page(&world, "OBR", "coordinator", AMINA).await.unwrap().row;
        assert_eq!(row.departed, None, "the later day stands");
        change(&world, By::Operator, stay("2021-05-31", Stay::Left)).await.unwrap();
        let row = page(&world, "OBR", "coordinator", AMINA).await.unwrap().row;
        assert_eq!(row.departed, Some(day("2021-05-31")));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_shift_before_the_move_takes_who_lived_there() {
    for engine in engines() {
        let world = furnished(engine).await;
        must(&world, plan(id(400), SEW, "2021-05-28", "10:00"), None).await;
        let stay =
            RecordStay { person: AMINA, day: day("2021-05-31"), stay: Stay::In { centre: OBR } };
        must(&world, Command::RecordStay(stay), None).await;
        let late = envelope(7, "2021-05-31T08:00:00Z", mark(id(400), AMINA, Presence::Present));
        let outcome = submit(&world, By::Account(FACILITATOR), &late).await;
        assert!(matches!(outcome, Outcome::Applied { .. }), "{engine}: {outcome:?}");
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_consent_is_given_withdrawn_and_for_a_child_by_a_guardian() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = By::Account(MANAGER);
        let consent = |n, person, guardian| {
            Command::RecordConsent(RecordConsent {
                consent: id(n),
                person,
                purpose: Purpose::Photo,
                on: day("2021-05-30"),
                version: "2021-01".into(),
                language: "ara".into(),
                guardian,
            })
        };
        let alone = change(&world, manager, consent(500, LEJLA, None)).await;
        assert_eq!(alone, Err(Fault::NeedsGuardian), "{engine}: Lejla was born in 2006");
        change(&world, manager, consent(500, LEJLA, Some(Guardian::Parent))).await.unwrap();
        change(&world, manager, consent(501, AMINA, None)).await.unwrap();
        let withdraw =
            |on: &str| Command::WithdrawConsent(WithdrawConsent { consent: id(501), on: day(on) });
        let early = change(&world, manager, withdraw("2021-05-29")).await;
        assert_eq!(early, Err(Fault::PeriodReversed));
        change(&world, manager, withdraw("2021-05-31")).await.unwrap();
        assert_eq!(
            change(&world, manager, withdraw("2021-05-31")).await,
            Err(Fault::AlreadyVoided)
        );
        let amina = page(&world, "KRN", "manager", AMINA).await.unwrap();
        assert_eq!(amina.consents[0].withdrawn, Some(day("2021-05-31")));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_look_at_an_identity_is_on_record_before_anything_is_shown() {
    for engine in engines() {
        let world = furnished(engine).await;
        let identity = PersonIdentity {
            alias: Some("Amina".into()),
            contact: Some("+381 60 000".into()),
            ..PersonIdentity::default()
        };
        let record = Command::RecordIdentity(RecordIdentity { person: AMINA });
        must(&world, record, Some(Identity::Person(identity.clone()))).await;
        let code = PersonCode::of(AMINA.0);
        let manager = signed_in(&world, "manager").await;
        let seen = world.store.look(&manager, "KRN", code.as_str()).await.unwrap();
        assert!(seen == identity, "{engine}");
        for login in ["coordinator", "facilitator", "donor"] {
            let actor = signed_in(&world, login).await;
            let refused = world.store.look(&actor, "KRN", code.as_str()).await.map(drop);
            assert_eq!(refused.unwrap_err().fault(), Fault::NotAllowed, "{login}");
        }
        let looks = page(&world, "KRN", "manager", AMINA).await.unwrap().looks;
        assert_eq!(looks.len(), 1);
        assert_eq!(looks[0].0.as_deref(), Some("MANAGER"));
    }
}

#[tokio::test]
async fn merged_records_count_one_person_and_can_be_separated() {
    for engine in engines() {
        let world = furnished(engine).await;
        let twin = register(&world, 100, "Amena", Sex::Female, 31).await;
        for shift in [TEN, TWELVE] {
            must(&world, mark(shift, AMINA, Presence::Present), None).await;
        }
        must(&world, mark(TWELVE, twin, Presence::Present), None).await;
        must(&world, close(TEN), None).await;
        must(&world, close(TWELVE), None).await;
        let before = reached(&world).await;
        assert_eq!(before.0, 2);
        let manager = signed_in(&world, "manager").await;
        let pairs = world.store.duplicates(&manager, "KRN").await.unwrap().pairs;
        assert_eq!(pairs.len(), 1, "{engine}");
        assert_eq!((pairs[0].one.id, pairs[0].other.id), (AMINA, twin));
        assert_eq!(pairs[0].reasons, [Alike::AliasSounds, Alike::Age, Alike::Nationality]);

        let merge =
            |n, kept, other| Command::MergePeople(MergePeople { merge: id(n), kept, other });
        let by = By::Account(MANAGER);
        assert_eq!(change(&world, by, merge(600, AMINA, AMINA)).await, Err(Fault::SamePerson));
        change(&world, by, merge(600, AMINA, twin)).await.unwrap();
        assert_eq!(change(&world, by, merge(601, twin, AMINA)).await, Err(Fault::SamePerson));
        assert_eq!(change(&world, by, merge(602, LEJLA, twin)).await, Err(Fault::SamePerson));
        let (people, rows) = reached(&world).await;
        assert_eq!(people, 1, "{engine}");
        assert_eq!(rows[0].last(), Some(&Cell::Number(2)), "at two shifts, once each");
        assert!(world.store.duplicates(&manager, "KRN").await.unwrap().pairs.is_empty());
        let amina = page(&world, "KRN", "manager", AMINA).await.unwrap();
        assert_eq!((amina.merges.len(), amina.present), (1, (3, 3)));
        let all = PeopleFilter::default();
        assert!(!names(&list(&world, "manager", &all, "").await).contains(&"Amena".to_owned()));

        change(&world, by, merge(603, LEJLA, AMINA)).await.unwrap();
        assert_eq!(reached(&world).await.0, 1, "a chain of two");
        assert_eq!(problems(&world).await, Vec::<String>::new());
        for n in [603, 600] {
            change(&world, by, Command::UndoMerge(UndoMerge { merge: id(n) })).await.unwrap();
        }
        assert_eq!(reached(&world).await, before, "{engine}: as it was");
        let apart = KeepApart { one: twin, other: AMINA };
        change(&world, by, Command::KeepApart(apart)).await.unwrap();
        assert!(world.store.duplicates(&manager, "KRN").await.unwrap().pairs.is_empty());
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_correction_changes_the_figures() {
    for engine in engines() {
        let world = furnished(engine).await;
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        must(&world, close(TEN), None).await;
        let before = reached(&world).await.1;
        let describe = DescribePerson {
            person: AMINA,
            sex: Sex::Male,
            age: Some(Age::Born(2010)),
            nationality: None,
            separation: Some(Separation::Unaccompanied),
        };
        change(&world, By::Account(MANAGER), Command::DescribePerson(describe)).await.unwrap();
        let after = reached(&world).await.1;
        assert_ne!(before, after, "{engine}");
        let amina = page(&world, "KRN", "manager", AMINA).await.unwrap().row;
        assert_eq!((amina.sex, amina.years), (Sex::Male, Some(11)));
        assert_eq!(amina.separation, Some(Separation::Unaccompanied));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_made_as_a_whole_is_made_or_not_at_all() {
    for engine in engines() {
        let world = furnished(engine).await;
        let before = rows(&world, "journal").await;
        let good = person(id(100), Some(KRN), Sex::Female, 1990);
        let bad = enrol(700, id(100), WOOD, None);
        let refused = world
            .store
            .change_whole(By::Account(MANAGER), vec![(good.clone(), alias("Nour")), (bad, None)])
            .await;
        let Err(store::StoreError::Refused { place: 1, fault: Fault::NotAllowed }) = refused else {
            panic!("{engine}: {refused:?}")
        };
        assert_eq!(rows(&world, "journal").await, before);
        assert_eq!(rows(&world, "review").await, 0, "nothing is kept of it either");
        let fits = enrol(700, id(100), SEW, None);
        let whole = vec![(good, alias("Nour")), (fits, None)];
        world.store.change_whole(By::Account(MANAGER), whole).await.unwrap();
        assert_eq!(rows(&world, "journal").await, before + 2);
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

/// Whether some text lies anywhere in the database's own files.
async fn lies_in_files(world: &World, engine: &str, text: &str) -> bool {
    if engine == "sqlite" {
        let file = world.url.trim_start_matches("sqlite://").split('?').next().unwrap().to_owned();
        return ["", "-wal"].iter().any(|more| {
            let bytes = std::fs::read(format!("{file}{more}")).unwrap_or_default();
            bytes.windows(text.len()).any(|part| part == text.as_bytes())
        });
    }
    sqlx::query("checkpoint").execute(&world.raw).await.unwrap();
    let mut found = false;
    for table in ["vault", "vault_key", "journal", "review"] {
        let sql = format!(
            "select cast(position(convert_to($1, 'UTF8') in
                 pg_read_binary_file(pg_relation_filepath('{table}'))) as bigint) as n"
        );
        let row = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(text).fetch_one(&world.raw).await;
        found |= sqlx::Row::try_get::<i64, _>(&row.unwrap(), "n").unwrap() > 0;
    }
    found
}

/// Whether a text is gone from the files, at once or when the hourly work comes round again: the
/// tests beside this one write to the same PostgreSQL, which holds a rewriting back.
async fn is_scrubbed(world: &World, engine: &str, text: &str) -> bool {
    for _ in 0..60 {
        if !lies_in_files(world, engine, text).await {
            return true;
        }
        // An error says that it is to be tried again.
        let _ = world.store.plan_ahead().await;
    }
    false
}

async fn secret(world: &World, subject: &str) -> Option<String> {
    let row = sqlx::query("select secret from vault_key where subject = $1")
        .bind(subject)
        .fetch_optional(&world.raw)
        .await
        .unwrap();
    row.map(|row| sqlx::Row::try_get(&row, "secret").unwrap())
}

#[tokio::test]
async fn an_erased_person_is_forgotten_and_still_counted() {
    for engine in engines() {
        let world = furnished(engine).await;
        must(&world, mark(TEN, AMINA, Presence::Present), None).await;
        must(&world, close(TEN), None).await;
        let before = reached(&world).await;
        // The same registration with other bytes is refused, and kept for review with its alias.
        let again =
            envelope(9, "2021-05-31T08:00:00Z", person(AMINA, Some(KRN), Sex::Female, 1990));
        let sent = store::Submission { identity: alias("Amina B"), ..submission(&again) };
        let outcome = world.store.submit(By::Account(FACILITATOR), vec![sent]).await.unwrap();
        assert!(matches!(outcome[0], Outcome::Rejected { .. }), "{engine}: {outcome:?}");
        let row = sqlx::query("select bytes_hash from review").fetch_one(&world.raw).await.unwrap();
        let hash: String = sqlx::Row::try_get(&row, "bytes_hash").unwrap();
        let (key, kept) = (
            secret(&world, &AMINA.to_string()).await.unwrap(),
            secret(&world, &hash).await.unwrap(),
        );

        let erase = || Command::ErasePerson(ErasePerson { person: AMINA });
        let refused = change(&world, By::Account(FACILITATOR), erase()).await;
        assert_eq!(refused, Err(Fault::NotAllowed));
        change(&world, By::Account(MANAGER), erase()).await.unwrap();

        assert_eq!(secret(&world, &AMINA.to_string()).await, None, "{engine}");
        assert_ne!(secret(&world, &hash).await, Some(kept.clone()), "{engine}: a new key");
        for (what, text) in [("her key", key), ("the key of the kept entry", kept)] {
            assert!(is_scrubbed(&world, engine, &text).await, "{engine}: {what}");
        }
        assert_eq!(reached(&world).await, before, "{engine}: what was counted stays");
        assert_eq!(problems(&world).await, Vec::<String>::new());
        let amina = page(&world, "KRN", "manager", AMINA).await.unwrap().row;
        assert!(amina.erased && amina.label.alias.is_none());
        assert_eq!(change(&world, By::Account(MANAGER), erase()).await, Err(Fault::AlreadyVoided));
        let record = Command::RecordIdentity(RecordIdentity { person: AMINA });
        let put = vec![(record, alias("Amina"))];
        let refused = world.store.change_whole(By::Account(MANAGER), put).await;
        assert_eq!(refused.unwrap_err().fault(), Fault::Erased, "{engine}");
        // Tablets are told of her again, without a name.
        let facilitator = signed_in(&world, "facilitator").await;
        let told = world.store.snapshot(&facilitator, Some(KRN)).await.unwrap();
        assert!(told.people.iter().any(|one| one.id == AMINA && one.alias.is_none()));
    }
}

#[tokio::test]
async fn a_reader_delays_the_scrubbing_and_nobody_else() {
    for engine in engines() {
        let world = furnished(engine).await;
        let key = secret(&world, &AMINA.to_string()).await.unwrap();
        let mut reader = world.raw.begin().await.unwrap();
        if engine == "postgres" {
            let whole = "set transaction isolation level repeatable read";
            sqlx::query(whole).execute(&mut *reader).await.unwrap();
        }
        sqlx::query("select seq from journal limit 1").fetch_one(&mut *reader).await.unwrap();
        let erase = Command::ErasePerson(ErasePerson { person: AMINA });
        change(&world, By::Account(MANAGER), erase).await.unwrap();
        must(&world, mark(TEN, LEJLA, Presence::Present), None).await;
        assert!(lies_in_files(&world, engine, &key).await, "{engine}: the old state is still read");
        reader.rollback().await.unwrap();
        assert!(is_scrubbed(&world, engine, &key).await, "{engine}");
    }
}

#[tokio::test]
async fn own_data_is_whole_and_a_look() {
    for engine in engines() {
        let world = furnished(engine).await;
        for n in 0..25 {
            let shift = id(400 + n);
            must(&world, plan(shift, SEW, "2021-05-28", "10:00"), None).await;
            must(&world, mark(shift, AMINA, Presence::Present), None).await;
        }
        let manager = signed_in(&world, "manager").await;
        let code = PersonCode::of(AMINA.0);
        let (page, identity) = world.store.own_data(&manager, "KRN", code.as_str()).await.unwrap();
        assert_eq!((page.marks.len(), page.looks.len()), (25, 1), "{engine}");
        assert_eq!(identity.alias.as_deref(), Some("Amina"));
        let coordinator = signed_in(&world, "coordinator").await;
        let refused = world.store.own_data(&coordinator, "KRN", code.as_str()).await.map(drop);
        assert_eq!(refused.unwrap_err().fault(), Fault::NotAllowed);
    }
}

#[tokio::test]
async fn who_left_is_due_when_every_project_is_over() {
    for engine in engines() {
        let world = furnished(engine).await;
        let manager = signed_in(&world, "manager").await;
        let due = async || {
            let purge = world.store.purge(&manager, "KRN").await.unwrap();
            let names: Vec<_> = purge.due.iter().map(|row| row.label.alias.clone()).collect();
            (names, purge.kept)
        };
        let leave = |person| {
            let stay = Stay::Left;
            Command::RecordStay(RecordStay { person, day: day("2021-05-20"), stay })
        };
        let until = |until: Option<&str>| {
            Command::RetainUntil(RetainUntil { project: EU, until: until.map(day) })
        };
        let denied = change(&world, By::Account(MANAGER), until(None)).await;
        assert_eq!(denied, Err(Fault::NotAllowed), "{engine}: head office only");
        change(&world, By::Account(COORDINATOR), until(Some("2021-05-30"))).await.unwrap();
        assert_eq!(due().await, (vec![], 0), "{engine}: everybody lives here");
        for person in [AMINA, LEJLA] {
            change(&world, By::Account(MANAGER), leave(person)).await.unwrap();
        }
        let both = vec![Some("Amina".into()), Some("Lejla".into())];
        assert_eq!(due().await, (both, 0), "{engine}: enrolled in the workshop, or for one shift");
        change(&world, By::Account(COORDINATOR), until(Some("2021-05-31"))).await.unwrap();
        assert_eq!(due().await, (vec![], 2), "{engine}: today is still kept");
        change(&world, By::Account(COORDINATOR), until(None)).await.unwrap();
        assert_eq!(due().await, (vec![], 2));
        change(&world, By::Account(COORDINATOR), until(Some("2021-05-30"))).await.unwrap();
        let erase = Command::ErasePerson(ErasePerson { person: AMINA });
        change(&world, By::Account(MANAGER), erase).await.unwrap();
        assert_eq!(due().await, (vec![Some("Lejla".into())], 0));
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_card_works_until_there_is_another() {
    for engine in engines() {
        let world = furnished(engine).await;
        let by = signed_in(&world, "manager").await;
        let manager = By::Account(by.account().unwrap());
        let issue = |n| Command::IssueCard(IssueCard { card: id(n), person: AMINA });
        let code = |n| CardCode::of(uuid::Uuid::from_u128(n));
        let cards = async || -> Vec<String> {
            let snapshot = world.store.snapshot(&by, Some(KRN)).await.unwrap();
            let amina = snapshot.people.into_iter().find(|person| person.id == AMINA);
            amina.map(|person| person.cards).unwrap_or_default()
        };
        let facilitator = signed_in(&world, "facilitator").await.account().unwrap();
        let refused = change(&world, By::Account(facilitator), issue(700)).await;
        assert_eq!(refused, Err(Fault::NotAllowed), "{engine}");
        change(&world, manager, issue(700)).await.unwrap();
        let head = world.store.last_entry().await.unwrap();
        assert_eq!(cards().await, [code(700).scanned()], "{engine}");
        assert_eq!(
            change(&world, manager, issue(700)).await,
            Err(Fault::AlreadyExists { noun: Noun::Card })
        );
        change(&world, manager, issue(701)).await.unwrap();
        assert_eq!(cards().await, [code(701).scanned()], "{engine}: the lost one does not work");
        // A tablet is told of it among what changed.
        let cursor = Cursor { centre: Some(KRN), head, day: day("2021-05-31") };
        let since = world.store.changes(&by, &cursor).await.unwrap();
        let told: Vec<_> = since.people.iter().map(|person| person.cards.clone()).collect();
        assert_eq!(told, [vec![code(701).scanned()]], "{engine}");
        // Both cards of a person who was registered twice work.
        let twin = register(&world, 102, "Amina", Sex::Female, 30).await;
        let other = Command::IssueCard(IssueCard { card: id(702), person: twin });
        change(&world, manager, other).await.unwrap();
        let merge = MergePeople { merge: id(703), kept: AMINA, other: twin };
        change(&world, manager, Command::MergePeople(merge)).await.unwrap();
        assert_eq!(cards().await, [code(701).scanned(), code(702).scanned()], "{engine}");
        // Lost, and no other: nothing is left to end then.
        let revoke = || Command::RevokeCard(RevokeCard { person: AMINA });
        change(&world, manager, revoke()).await.unwrap();
        assert_eq!(cards().await, [code(702).scanned()], "{engine}");
        let refused = change(&world, manager, revoke()).await;
        assert_eq!(refused, Err(Fault::Unknown { noun: Noun::Card }), "{engine}");
        // Whoever is erased has no card.
        change(&world, manager, Command::ErasePerson(ErasePerson { person: twin })).await.unwrap();
        assert_eq!(cards().await, Vec::<String>::new(), "{engine}");
        assert_eq!(problems(&world).await, Vec::<String>::new(), "{engine}");
    }
}
