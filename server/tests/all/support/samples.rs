//! One command of each kind, and what must be there for it to be applied.
#![allow(clippy::expect_used, clippy::unwrap_used, dead_code)]

use crate::support::{World, account, demo_id, enrolled, join, operate};
use domain::access::{Grant, Role, Scope};
use domain::attendance::{MarkAttendance, Presence, RecordHeadcount};
use domain::card::{IssueCard, RevokeCard};
use domain::centre::*;
use domain::command::*;
use domain::device::{AddDevice, OfDevice, ResetPin};
use domain::fault::Fault;
use domain::hand_out::{AddRecipient, HandOut, VoidHandOut};
use domain::handover::{HandOverShift, Seen};
use domain::ids::*;
use domain::indicator::{DefineIndicator, Level, Measure, RecordIndicatorValue, SetTarget};
use domain::label::Name;
use domain::occupancy::RecordOccupancy;
use domain::output::{RecordOutput, VoidOutput};
use domain::period_close::{ClosePeriod, ReopenPeriod};
use domain::person::{AgeBand, LanguageLevel, Sex};
use domain::plan::*;
use domain::project::{CreateProject, DescribeProject};
use domain::registry::*;
use domain::report::doubt::{AcceptFigure, Doubt};
use domain::review::SettleEntry;
use domain::shift::*;
use domain::sync::Outcome;
use domain::token::{MakeToken, OfToken};
use domain::training::RecordProgress;
use domain::waiting::*;
use domain::workshop::*;
use sha2::{Digest, Sha256};
use store::{By, Password, Submission};
use uuid::Uuid;

/// New ids for one persona's turn.
#[derive(Clone, Copy)]
pub struct Turn(pub u128);

impl Turn {
    /// In the low bits, of which a person's code is made.
    fn id<T: From<Uuid>>(&self, n: u128) -> T {
        T::from(Uuid::from_u128((self.0 + 1) * 1_000 + n))
    }

    fn plan_of(&self, n: u128) -> PlanShift {
        PlanShift {
            shift: self.id(n),
            workshop: demo_id("workshop", "KRN-SEW"),
            day: day("2021-05-31"),
            start: parse_hhmm("08:00").unwrap(),
            minutes: 60,
            schedule: None,
            room: None,
            despite: None,
        }
    }

    fn room(&self, n: u128, code: &str) -> Command {
        Command::AddRoom(AddRoom {
            room: self.id(n),
            centre: demo_id("centre", "KRN"),
            code: format!("{code}{}", self.0),
            name: Name::new("Hall", "Сала"),
        })
    }

    fn schedule(&self, n: u128) -> Command {
        Command::CreateSchedule(CreateSchedule {
            schedule: self.id(n),
            workshop: demo_id("workshop", "KRN-SEW"),
            rule: "FREQ=WEEKLY;BYDAY=SU".into(),
            from: day("2021-06-01"),
            to: Some(day("2021-06-07")),
            starts: vec![parse_hhmm("20:00").unwrap()],
            minutes: 60,
            room: None,
            facilitators: vec![],
            follows: None,
            despite: None,
        })
    }

    fn closure(&self, n: u128) -> Command {
        let (from, to) = (day("2022-01-01"), day("2022-01-02"));
        Command::CloseDays(CloseDays {
            closure: self.id(n),
            centre: demo_id("centre", "KRN"),
            room: None,
            from,
            to,
            reason: Reason::Holiday,
        })
    }

    fn plan(&self, n: u128) -> Command {
        Command::PlanShift(self.plan_of(n))
    }

    fn enrol(&self, n: u128, person: u128) -> Command {
        Command::Enrol(Enrol {
            enrolment: self.id(n),
            person: self.id(person),
            workshop: demo_id("workshop", "KRN-SEW"),
            shift: None,
            from: day("2021-05-31"),
            despite: None,
        })
    }

    /// An entry of Krnjača's facilitator that is held: it was made before the shift's day came.
    fn held(&self, n: u128) -> String {
        let early = Envelope {
            v: VERSION,
            id: self.id(n),
            at: "2021-05-30T10:00:00Z".parse().expect("an instant"),
            offset: 0,
            device: DeviceId(Uuid::from_u128(0xD)),
            command: Command::MarkAttendance(MarkAttendance {
                shift: self.id(OPEN),
                person: self.id(PERSON),
                presence: Presence::Present,
                replaces: None,
            }),
        };
        serde_json::to_string(&early).expect("JSON")
    }

    fn settle(&self, n: u128) -> SettleEntry {
        let entry = hex::encode(Sha256::digest(self.held(n).as_bytes()));
        SettleEntry { entry, maker: Some(facilitator()), centre: None }
    }

    fn made(&self, n: u128) -> Command {
        Command::RecordOutput(RecordOutput {
            output: self.id(n),
            shift: self.id(OPEN),
            product: demo_id("product", "MASK"),
            quantity: 1,
            rejected: false,
        })
    }

    fn recipient(&self, n: u128) -> Command {
        Command::AddRecipient(AddRecipient {
            recipient: self.id(n),
            centre: demo_id("centre", "KRN"),
            name: Name::new("Pharmacy", "Апотека"),
        })
    }

    fn handed_out(&self, n: u128) -> Command {
        Command::HandOut(HandOut {
            hand_out: self.id(n),
            product: demo_id("product", "MASK"),
            recipient: self.id(RECIPIENT),
            day: day("2021-05-31"),
            quantity: 1,
        })
    }

    fn person(&self, n: u128) -> Command {
        Command::RegisterPerson(RegisterPerson {
            person: self.id(n),
            centre: Some(demo_id("centre", "KRN")),
            kind: PersonKind::Resident,
            sex: Sex::Female,
            age: None,
            nationality: None,
        })
    }

    /// A workshop with one place, which is taken: nobody is offered one by itself.
    fn full_workshop(&self) -> [Command; 3] {
        let workshop = self.id(FULL);
        let from = day("2021-05-01");
        [
            Command::CreateWorkshop(CreateWorkshop {
                workshop,
                centre: Some(demo_id("centre", "KRN")),
                code: format!("FULL{}", self.0),
                title: Name::new("Full", "Пуно"),
                activity: Activity::Art,
                minutes: 60,
            }),
            Command::RecordWorkshopCapacity(RecordWorkshopCapacity { workshop, from, people: 1 }),
            Command::Enrol(Enrol {
                enrolment: self.id(41),
                person: self.id(ENROLLED),
                workshop,
                shift: None,
                from,
                despite: None,
            }),
        ]
    }

    fn waits(&self, n: u128, person: u128) -> Command {
        Command::JoinWaitingList(JoinWaitingList {
            waiting: self.id(n),
            person: self.id(person),
            workshop: self.id(FULL),
            shift: None,
        })
    }

    fn offer(&self, n: u128, waiting: u128) -> Command {
        let (offer, waiting) = (self.id(n), self.id(waiting));
        Command::OfferPlace(OfferPlace { offer, waiting, until: day("2021-06-03") })
    }

    fn consent(&self, n: u128) -> Command {
        Command::RecordConsent(RecordConsent {
            consent: self.id(n),
            person: self.id(PERSON),
            purpose: Purpose::Record,
            on: day("2021-05-31"),
            version: "1".into(),
            language: "ara".into(),
            guardian: None,
        })
    }

    fn merge(&self, n: u128, [kept, other]: [u128; 2]) -> Command {
        let (kept, other) = (self.id(kept), self.id(other));
        Command::MergePeople(MergePeople { merge: self.id(n), kept, other })
    }

    /// What is there before the turn begins.
    pub async fn prepare(&self, world: &World) {
        let id: AccountId = self.id(ACCOUNT);
        account(&world.store, id.0.as_u128(), &format!("account-{}", self.0)).await;
        for n in WAITERS..WAITERS + 7 {
            operate(&world.store, self.person(n)).await;
        }
        for command in [
            self.plan(OPEN),
            self.plan(TO_CLOSE),
            self.plan(TO_CANCEL),
            self.plan(CLOSED),
            self.person(PERSON),
            self.person(ENROLLED),
            self.enrol(ENROLMENT, ENROLLED),
            self.made(OUTPUT),
            self.plan(TO_MOVE),
            Command::RecordInterpreting(RecordInterpreting {
                interpreting: self.id(INTERPRETED),
                shift: self.id(OPEN),
                person: self.id(PERSON),
            }),
            self.room(ROOM, "R"),
            self.schedule(SCHEDULE),
            self.closure(CLOSURE),
            Command::AssignFacilitator(AssignFacilitator {
                shift: self.id(TO_MOVE),
                account: self.id(ACCOUNT),
                despite: None,
            }),
            self.recipient(RECIPIENT),
            self.handed_out(HANDED_OUT),
            self.consent(CONSENT),
            Command::IssueCard(IssueCard { card: self.id(125), person: self.id(ENROLLED) }),
            self.merge(MERGED, [WAITERS, WAITERS + 1]),
            Command::CloseShift(CloseShift { shift: self.id(CLOSED), replaces: None }),
            Command::GrantAccess(ChangeAccess::of(self.id(ACCOUNT), grant("OBR"))),
        ] {
            operate(&world.store, command).await;
        }
        for command in self.full_workshop() {
            operate(&world.store, command).await;
        }
        for command in [
            self.waits(WAITING, WAITERS + 2),
            self.waits(WAITING + 1, WAITERS + 3),
            self.waits(WAITING + 2, WAITERS + 4),
            self.offer(OFFERED, WAITING),
        ] {
            operate(&world.store, command).await;
        }
        for n in [TO_RELEASE, TO_DISMISS] {
            let held = Submission { bytes: self.held(n), ..Submission::default() };
            let outcome = world.store.submit(By::Account(facilitator()), vec![held]).await;
            let fault = Fault::ShiftNotStarted;
            assert_eq!(outcome.expect("an answer"), [Outcome::Held { fault }]);
        }
        let beside = Some(Identity::Remark("test".into()));
        let secret = Password(format!("{}{:064x}", domain::token::PREFIX, self.0));
        let make = self.token(TOKEN, demo_id("account", "manager-krn"));
        let made = world.store.change(By::Operator, make, beside, Some(secret)).await;
        made.expect("a token");
        for (n, code) in [(DEVICE, "T"), (TO_REVOKE, "R")] {
            operate(&world.store, self.device(n, code)).await;
        }
        let tablet = enrolled(&world.store, self.id(DEVICE)).await.1;
        join(&world.store, tablet, &format!("account-{}", self.0)).await;
    }

    fn token(&self, n: u128, account: AccountId) -> Command {
        let until = day("2021-08-29");
        Command::MakeToken(MakeToken { token: self.id(n), account, until })
    }

    fn device(&self, n: u128, code: &str) -> Command {
        Command::AddDevice(AddDevice {
            device: self.id(n),
            centre: demo_id("centre", "KRN"),
            code: format!("{code}{}", self.0),
        })
    }

    /// One command of each kind, which is applied when its maker may.
    pub fn commands(&self) -> Vec<Command> {
        let n = self.0;
        let centre: CentreId = demo_id("centre", "KRN");
        let workshop: WorkshopId = demo_id("workshop", "KRN-SEW");
        let (account, person, shift) = (self.id(ACCOUNT), self.id(PERSON), self.id(OPEN));
        let name = || Name::new("New", "Нови");
        let from = day("2021-05-31");
        let source = || "test".to_owned();
        vec![
            Command::CreateCentre(CreateCentre {
                centre: self.id(100),
                code: format!("C{n}"),
                name: name(),
                adm1: name(),
                adm1_code: "RS-00".into(),
                adm2: name(),
            }),
            Command::RecordCentreKind(RecordCentreKind {
                centre,
                from,
                kind: CentreKind::AsylumCentre,
                source: source(),
            }),
            Command::RecordCentreStatus(RecordCentreStatus {
                centre,
                from,
                status: CentreStatus::Open,
                source: source(),
            }),
            Command::RecordCentreCapacity(RecordCentreCapacity {
                centre,
                from,
                places: 1,
                source: source(),
            }),
            Command::RecordOccupancy(RecordOccupancy {
                occupancy: self.id(101),
                centre,
                day: from,
                total: 1,
                children: None,
                female: None,
                male: None,
                girls: None,
                boys: None,
                cells: vec![],
                source: source(),
            }),
            Command::CreateWorkshop(CreateWorkshop {
                workshop: self.id(102),
                centre: Some(centre),
                code: format!("W{n}"),
                title: name(),
                activity: Activity::Other,
                minutes: 60,
            }),
            Command::RecordWorkshopCapacity(RecordWorkshopCapacity { workshop, from, people: 2 }),
            Command::AddProduct(AddProduct {
                product: self.id(103),
                workshop,
                code: format!("P{n}"),
                name: name(),
                unit: Unit::Piece,
            }),
            self.room(113, "N"),
            Command::RecordRoomCapacity(RecordRoomCapacity {
                room: self.id(ROOM),
                from,
                people: 2,
            }),
            self.schedule(114),
            Command::EndSchedule(EndSchedule {
                schedule: self.id(SCHEDULE),
                to: day("2021-06-03"),
            }),
            self.closure(115),
            Command::ReopenDays(ReopenDays { closure: self.id(CLOSURE) }),
            Command::ShareWorkshop(ShareWorkshop {
                workshop,
                project: ProjectId(Uuid::from_u128(0xA)),
                from: day("2031-01-01"),
                to: None,
            }),
            Command::CreateProject(CreateProject {
                project: self.id(104),
                code: format!("J{n}"),
                title: name(),
                funder: name(),
                programme: name(),
                implementer: name(),
                reference: "x".into(),
                from,
                to: from,
            }),
            self.person(105),
            Command::RecordLanguage(RecordLanguage {
                person,
                language: "ara".into(),
                level: LanguageLevel::Speaks,
            }),
            Command::RecordIdentity(RecordIdentity { person }),
            self.enrol(106, PERSON),
            Command::EndEnrolment(EndEnrolment { enrolment: self.id(ENROLMENT), to: from }),
            self.plan(107),
            Command::MoveShift(MoveShift {
                shift: self.id(TO_MOVE),
                day: from,
                start: parse_hhmm("21:00").unwrap(),
                minutes: 30,
                room: Some(self.id(ROOM)),
                despite: Some(Despite::Agreed),
            }),
            Command::AssignFacilitator(AssignFacilitator { shift, account, despite: None }),
            Command::UnassignFacilitator(UnassignFacilitator { shift: self.id(TO_MOVE), account }),
            Command::MarkAttendance(MarkAttendance {
                shift,
                person,
                presence: Presence::Present,
                replaces: None,
            }),
            Command::RecordHeadcount(RecordHeadcount {
                shift,
                sex: Sex::Female,
                band: AgeBand::To4,
                people: 1,
                replaces: None,
            }),
            self.made(108),
            Command::VoidOutput(VoidOutput { output: self.id(OUTPUT) }),
            Command::CloseShift(CloseShift { shift: self.id(TO_CLOSE), replaces: None }),
            Command::ReopenShift(ReopenShift { shift: self.id(CLOSED), replaces: None }),
            Command::CancelShift(CancelShift {
                shift: self.id(TO_CANCEL),
                reason: Reason::NoRoom,
                replaces: None,
            }),
            self.device(110, "N"),
            Command::RevokeDevice(OfDevice { device: self.id(TO_REVOKE) }),
            self.token(126, account),
            Command::RevokeToken(OfToken { token: self.id(TOKEN) }),
            Command::ResetPin(ResetPin { device: self.id(DEVICE), account }),
            Command::CreateAccount(CreateAccount {
                account: self.id(109),
                code: format!("A{n}"),
                language: None,
            }),
            Command::RecordAccountLanguage(RecordAccountLanguage {
                account: facilitator(),
                language: "ara".into(),
                level: LanguageLevel::Speaks,
            }),
            Command::GrantAccess(ChangeAccess::of(account, grant("KRN"))),
            Command::RevokeAccess(ChangeAccess::of(account, grant("OBR"))),
            Command::DisableAccount(OfAccount { account }),
            Command::EnableAccount(OfAccount { account }),
            Command::ResetPassword(OfAccount { account }),
            Command::AddOneOffShift(self.plan_of(110)),
            Command::NoteShift(NoteShift { shift }),
            Command::AcceptFigure(AcceptFigure { shift, doubt: Doubt::TooMuch, value: 400 }),
            Command::ClosePeriod(ClosePeriod {
                centre: demo_id("centre", "KRN"),
                to: day("2021-04-30"),
            }),
            Command::DescribeProject(DescribeProject {
                project: demo_id("project", "EU-RSPMM2"),
                organisation_type: words(),
                sector: words(),
                subsector: words(),
                modality: words(),
                beneficiaries: words(),
                contact: words(),
            }),
            Command::DefineIndicator(DefineIndicator {
                indicator: self.id(INDICATOR),
                project: demo_id("project", "EU-RSPMM2"),
                code: format!("X{n}"),
                title: words(),
                definition: words(),
                unit: words(),
                source: words(),
                level: Level::Output,
                measure: Measure::ByHand,
                activity: None,
                baseline: 0,
            }),
            Command::SetTarget(SetTarget {
                indicator: self.id(INDICATOR),
                from: day("2021-01-01"),
                to: day("2021-12-31"),
                value: 100,
            }),
            Command::RecordIndicatorValue(RecordIndicatorValue {
                indicator: self.id(INDICATOR),
                from: day("2021-05-01"),
                to: day("2021-05-31"),
                value: 7,
            }),
            Command::ReopenPeriod(ReopenPeriod {
                centre: demo_id("centre", "KRN"),
                from: day("2021-04-01"),
            }),
            Command::RecordInterpreting(RecordInterpreting {
                interpreting: self.id(116),
                shift,
                person,
            }),
            Command::VoidInterpreting(VoidInterpreting { interpreting: self.id(INTERPRETED) }),
            Command::HandOverShift(HandOverShift {
                shift,
                from: facilitator(),
                to: demo_id("account", "manager-krn"),
                seen: Seen { listed: 2, present: 1, absent: 1, ..Seen::default() },
            }),
            Command::ReleaseEntry(self.settle(TO_RELEASE)),
            Command::DismissEntry(self.settle(TO_DISMISS)),
            Command::RecordCentreAddress(RecordCentreAddress {
                centre,
                from,
                street: name(),
                place: name(),
                source: source(),
            }),
            Command::RecordCentrePosition(RecordCentrePosition {
                centre,
                from,
                position: Some(Position { latitude: 44_840_000, longitude: 20_500_000 }),
                source: source(),
            }),
            self.recipient(111),
            self.handed_out(112),
            Command::VoidHandOut(VoidHandOut { hand_out: self.id(HANDED_OUT) }),
            Command::DescribePerson(DescribePerson {
                person,
                sex: Sex::Female,
                age: None,
                nationality: Some("SYR".into()),
                separation: None,
            }),
            Command::RecordStay(RecordStay { person, day: from, stay: Stay::In { centre } }),
            self.consent(120),
            Command::WithdrawConsent(WithdrawConsent { consent: self.id(CONSENT), on: from }),
            Command::RecordFunctioning(RecordFunctioning {
                person,
                on: from,
                answers: vec![(Functioning::Seeing, Difficulty::Some)],
            }),
            Command::AskOfPeople(AskOfPeople {
                project: ProjectId(Uuid::from_u128(0xA)),
                asks: vec![PersonFact::Sex],
            }),
            Command::LookAtIdentity(LookAtIdentity { person }),
            Command::RetainUntil(RetainUntil {
                project: ProjectId(Uuid::from_u128(0xA)),
                until: Some(from),
            }),
            self.merge(121, [WAITERS + 5, WAITERS + 6]),
            Command::UndoMerge(UndoMerge { merge: self.id(MERGED) }),
            Command::KeepApart(KeepApart { one: person, other: self.id(ENROLLED) }),
            Command::ErasePerson(ErasePerson { person: self.id(WAITERS + 6) }),
            self.waits(122, PERSON),
            Command::LeaveWaitingList(LeaveWaitingList { waiting: self.id(WAITING + 1) }),
            self.offer(123, WAITING + 2),
            Command::DeclineOffer(DeclineOffer { offer: self.id(OFFERED) }),
            Command::IssueCard(IssueCard { card: self.id(124), person }),
            Command::RecordProgress(RecordProgress {
                enrolment: self.id(ENROLMENT),
                on: "2021-05-31".parse().unwrap(),
                percent: 40,
                completed: false,
            }),
            Command::RevokeCard(RevokeCard { person: self.id(ENROLLED) }),
        ]
    }
}

const FULL: u128 = 30;
const WAITERS: u128 = 31;
const CONSENT: u128 = 42;
const MERGED: u128 = 43;
/// Three places in the list.
const WAITING: u128 = 44;
const OFFERED: u128 = 47;
const INTERPRETED: u128 = 20;
const TO_MOVE: u128 = 16;
const ROOM: u128 = 17;
const SCHEDULE: u128 = 18;
const CLOSURE: u128 = 19;
const RECIPIENT: u128 = 14;
const HANDED_OUT: u128 = 15;
const OPEN: u128 = 1;
const TO_CLOSE: u128 = 2;
const TO_CANCEL: u128 = 3;
const CLOSED: u128 = 4;
const PERSON: u128 = 5;
const ENROLLED: u128 = 6;
const ENROLMENT: u128 = 7;
const OUTPUT: u128 = 8;
const ACCOUNT: u128 = 9;
const TO_RELEASE: u128 = 10;
const TO_DISMISS: u128 = 11;
const DEVICE: u128 = 12;
const TO_REVOKE: u128 = 13;
const INDICATOR: u128 = 48;
const TOKEN: u128 = 49;

fn words() -> Name {
    Name::new("Words", "Речи")
}

/// Krnjača's.
fn facilitator() -> AccountId {
    demo_id("account", "dragojla")
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn grant(code: &str) -> Grant {
    Grant { role: Role::Facilitator, scope: Scope::Centre(demo_id("centre", code)) }
}
