//! Trainings without a centre: who takes part, how far they are, who completed them.

use crate::support::Persona::*;
use crate::support::*;
use domain::access::Actor;
use domain::overview::TrainingPage;

const LIST: &str = "/trainings";
const COURSE: &str = "/trainings/BG-TRAIN";

async fn training(world: &World, code: &str) -> TrainingPage {
    world.store.training(&Actor::Operator, code).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_training_from_nothing_to_its_completion() {
    for engine in engines() {
        let world = world(engine).await;
        let form = "do=training&code=first-aid&name_en=First aid&name_sr=Прва помоћ&minutes=90";
        let added = world.form(Coordinator, LIST, form).await;
        assert_eq!(added.location(), "/trainings?done=added", "{engine}");
        let page = "/trainings/FIRST-AID";
        let form = "do=register&kind=official&sex=female&born=1980&nationality=BIH&day=2021-05-03";
        let registered = world.form(Coordinator, page, form).await;
        let done = format!("{page}?done=registered");
        assert_eq!(registered.location(), done, "{engine}: {}", registered.text());
        let one = training(&world, "FIRST-AID").await.participants.remove(0);
        assert_eq!((one.progress, one.completed), (None, false), "{engine}");

        let before = world.entries().await;
        let progress = |percent: &str, more: &str| {
            let enrolment = one.enrolment;
            format!("do=progress&day=2021-05-10&percent-{enrolment}={percent}{more}")
        };
        assert_eq!(world.form(Coordinator, page, &progress("40", "")).await.status, 303);
        let now = training(&world, "FIRST-AID").await.participants.remove(0);
        assert_eq!(now.progress, Some((40, "2021-05-10".parse().unwrap())), "{engine}");
        // What did not change is not recorded again; a completion is the whole of it.
        assert_eq!(world.form(Coordinator, page, &progress("40", "")).await.status, 303);
        assert_eq!(world.entries().await, before + 1, "{engine}");
        let completed = format!("&completed-{}=on", one.enrolment);
        let refused = world.form(Coordinator, page, &progress("90", &completed)).await;
        assert_eq!(refused.status, 422, "{engine}");
        assert_eq!(world.form(Coordinator, page, &progress("101", "")).await.status, 422);
        assert_eq!(world.form(Coordinator, page, &progress("100", &completed)).await.status, 303);
        let list = world.get(Coordinator, LIST).await.text();
        assert!(list.contains("First aid"), "{engine}");
        let row = world.store.trainings(&Actor::Operator).await.unwrap();
        let row = row.trainings.iter().find(|row| row.choice.code == "FIRST-AID").unwrap().clone();
        assert_eq!((row.participants, row.completed), (1, 1), "{engine}");
        // An earlier day does not change what stands.
        let earlier = progress("10", "").replace("05-10", "05-05");
        assert_eq!(world.form(Coordinator, page, &earlier).await.status, 303);
        assert!(training(&world, "FIRST-AID").await.participants[0].completed, "{engine}");
        // Neither the future nor the time before they took part.
        for day in ["06-01", "05-01"] {
            let form = progress("10", "").replace("05-10", day);
            let refused = world.form(Coordinator, page, &form).await;
            assert!(refused.status.is_client_error(), "{engine}: {day}: {}", refused.status);
        }
        let end = format!("do=progress&day=2021-05-10&end={}", one.enrolment);
        let ended = world.form(Coordinator, page, &end).await;
        assert_eq!(ended.location(), format!("{page}?done=ended"), "{engine}");
        assert!(world.get(Coordinator, page).await.text().contains("left on 31 May 2021"));
        // Nobody is forgotten by mistake; whoever is, is so once.
        let typed = format!("do=erase&code={}", one.label.code);
        let other = world.form(Coordinator, page, "do=erase&code=0000-0000").await;
        assert_eq!(other.status, 422, "{engine}");
        let erased = world.form(Coordinator, page, &typed).await;
        assert_eq!(erased.location(), format!("{page}?done=erased"), "{engine}");
        assert!(world.form(Coordinator, page, &typed).await.status.is_client_error(), "{engine}");
        let again = world.store.trainings(&Actor::Operator).await.unwrap();
        let row = again.trainings.iter().find(|row| row.choice.code == "FIRST-AID").unwrap();
        assert_eq!((row.participants, row.completed), (1, 1), "{engine}: the counts stay");
        assert_eq!(world.store.check(None).await.unwrap().problems, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn head_office_runs_them_and_nobody_else() {
    let world = world("sqlite").await;
    let course = training(&world, "BG-TRAIN").await;
    assert_eq!(course.participants.len(), 8);
    assert_eq!(course.participants.iter().filter(|one| one.completed).count(), 7);
    let before = world.entries().await;
    let one = course.participants[0].enrolment;
    let forms = [
        (LIST, "do=training&code=X&name_en=X&name_sr=X&minutes=60".to_owned()),
        (COURSE, "do=register&kind=official&sex=male&day=2021-05-03".to_owned()),
        (COURSE, format!("do=progress&day=2021-05-31&percent-{one}=10")),
        (COURSE, format!("do=progress&day=2021-05-31&end={one}")),
    ];
    for who in [Facilitator, Manager, Donor, Powerless] {
        for (page, form) in &forms {
            assert_eq!(world.form(who, page, form).await.status, 403, "{who:?} {form}");
        }
    }
    assert_eq!(world.form(Nobody, COURSE, &forms[1].1).await.status, 303);
    assert_eq!(world.get(Coordinator, "/trainings/KRN-SEW").await.status, 404);
    assert_eq!(
        world.form(Coordinator, COURSE, "do=register&kind=king&day=2021-05-03").await.status,
        400
    );
    assert_eq!(world.entries().await, before);
}
