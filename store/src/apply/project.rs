//! The projection: a journal entry written into the tables.
//!
//! A pure function of the journal: it reads no clock and no randomness, and it does not judge,
//! so a replay ends in the same rows. An entry makes at most one row in a table.

use super::cards;
use super::centres;
use super::course::{Said, course};
use super::entry::Subject;
use super::facts::{headcount, mark};
use super::grants::{revoke, scope_columns};
use super::hand_outs;
use super::handover::hand_over;
use super::indicators;
use super::languages;
use super::memory::Memory;
use super::people::{self, age_columns};
use super::period_close;
use super::plan;
use super::tablets;
use super::tokens;
use super::training;
use super::waiting;
use crate::error::StoreError;
use crate::row::{stored, stored_time, word};
use chrono::{DateTime, Utc};
use domain::command::{Command, Envelope};
use domain::ids::ShiftId;
use domain::person::PersonCode;
use domain::shift::AssignFacilitator;
use sqlx::AnyConnection;
use sqlx::any::{AnyArguments, AnyQueryResult};
use sqlx::query::Query;

pub(super) type Sql = Query<'static, sqlx::Any, AnyArguments>;

/// Writes entry `seq`, received at an instant that the journal holds, into the projected tables.
///
/// What the entry was about is remembered; [`Memory::save`] writes it.
///
/// # Errors
/// When the database failed, or when the journal names something that it never made.
pub(crate) async fn project(
    db: &mut AnyConnection,
    memory: &mut Memory,
    seq: i64,
    received_at: DateTime<Utc>,
    envelope: &Envelope,
) -> Result<(), StoreError> {
    write(db, memory, seq, received_at, envelope).await?;
    let subject = Subject::of(db, memory, seq, &envelope.command).await?;
    memory.remember(subject);
    Ok(())
}

async fn write(
    db: &mut AnyConnection,
    memory: &mut Memory,
    seq: i64,
    received_at: DateTime<Utc>,
    envelope: &Envelope,
) -> Result<(), StoreError> {
    let made = envelope.made(received_at);
    if let Some(shift) = worked_at(&envelope.command) {
        plan::bring_back(db, memory, seq, shift).await?;
    }
    let query = match &envelope.command {
        Command::MarkAttendance(c) => return mark(db, memory, seq, envelope, made, c).await,
        Command::RecordHeadcount(c) => return headcount(db, seq, envelope, made, c).await,
        Command::CloseShift(c) => {
            let about = (c.shift, c.replaces);
            return course(db, seq, envelope, made, about, Said::closed()).await;
        }
        Command::ReopenShift(c) => {
            let about = (c.shift, c.replaces);
            return course(db, seq, envelope, made, about, Said::open()).await;
        }
        Command::CancelShift(c) => {
            let (about, said) = ((c.shift, c.replaces), Said::did_not_happen(c.reason)?);
            return course(db, seq, envelope, made, about, said).await;
        }
        Command::IssueCard(c) => return cards::issue(db, seq, c).await,
        Command::RevokeCard(c) => return cards::revoke(db, seq, c.person).await,
        Command::ErasePerson(c) => {
            cards::end(db, seq, c.person).await?;
            people::erase(seq, c)
        }
        Command::RecordStay(c) => return people::stay(db, seq, c).await,
        Command::MergePeople(c) => return people::merge(db, seq, c).await,
        Command::UndoMerge(c) => return people::undo_merge(db, seq, c).await,
        Command::RevokeAccess(c) => return revoke(db, seq, made, c).await,
        Command::EndSchedule(c) => return plan::end_schedule(db, seq, c.schedule, c.to).await,
        Command::CreateSchedule(c) => {
            if let (Some(before), Some(last)) = (c.follows, c.from.pred_opt()) {
                plan::end_schedule(db, seq, before, last).await?;
            }
            plan::create_schedule(seq, c)?
        }
        // The values of these are in the vault, what they decide in operational tables; the
        // entry itself is the record.
        Command::ResetPassword(_)
        | Command::ResetPin(_)
        | Command::ReleaseEntry(_)
        | Command::DismissEntry(_) => return Ok(()),
        Command::RecordIdentity(c) => touched(PERSON_TOUCHED, seq, c.person.to_string()),
        command => statement(seq, envelope, made, command)?,
    };
    one_row(query.execute(&mut *db).await?, seq)?;
    if let Command::Enrol(_) = &envelope.command {
        waiting::end_by_enrolment(db, seq).await?;
    }
    if let Command::RecordLanguage(c) = &envelope.command {
        let touched = touched(PERSON_TOUCHED, seq, c.person.to_string());
        one_row(touched.execute(&mut *db).await?, seq)?;
    }
    if let Command::AssignFacilitator(AssignFacilitator { shift, despite: Some(why), .. }) =
        &envelope.command
    {
        let sql = "update shift set despite = $1 where id = $2";
        let said = sqlx::query(sql).bind(word(why)?).bind(shift.to_string());
        one_row(said.execute(db).await?, seq)?;
    }
    Ok(())
}

/// Who is told of changes is told of this person again.
const PERSON_TOUCHED: &str = "update person set changed = $1 where id = $2";

fn touched(sql: &'static str, seq: i64, id: String) -> Sql {
    sqlx::query(sql).bind(seq).bind(id)
}

pub(super) fn one_row(result: AnyQueryResult, seq: i64) -> Result<(), StoreError> {
    if result.rows_affected() == 1 { Ok(()) } else { Err(never_made(seq)) }
}

/// The journal names something that it never made.
pub(super) fn never_made(seq: i64) -> StoreError {
    StoreError::Corrupt { table: "journal", column: "entry", row: seq.to_string() }
}

#[allow(clippy::too_many_lines)] // a statement for each command, nothing else
fn statement(
    seq: i64,
    envelope: &Envelope,
    made: DateTime<Utc>,
    command: &Command,
) -> Result<Sql, StoreError> {
    Ok(match command {
        Command::CreateCentre(c) => sqlx::query(
            "insert into centre (seq, id, code, name_en, name_sr, adm1_en, adm1_sr, adm1_code,
                                 adm2_en, adm2_sr)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(seq)
        .bind(c.centre.to_string())
        .bind(c.code.clone())
        .bind(c.name.en.clone())
        .bind(c.name.sr.clone())
        .bind(c.adm1.en.clone())
        .bind(c.adm1.sr.clone())
        .bind(c.adm1_code.clone())
        .bind(c.adm2.en.clone())
        .bind(c.adm2.sr.clone()),
        Command::RecordCentreKind(c) => sqlx::query(
            "insert into centre_kind (seq, centre, from_day, kind, source)
             select cast($1 as integer), seq, $2, $3, $4 from centre where id = $5",
        )
        .bind(seq)
        .bind(c.from.to_string())
        .bind(word(c.kind)?)
        .bind(c.source.clone())
        .bind(c.centre.to_string()),
        Command::RecordCentreStatus(c) => sqlx::query(
            "insert into centre_status (seq, centre, from_day, status, source)
             select cast($1 as integer), seq, $2, $3, $4 from centre where id = $5",
        )
        .bind(seq)
        .bind(c.from.to_string())
        .bind(word(c.status)?)
        .bind(c.source.clone())
        .bind(c.centre.to_string()),
        Command::RecordCentreCapacity(c) => sqlx::query(
            "insert into centre_capacity (seq, centre, from_day, places, source)
             select cast($1 as integer), seq, $2, cast($3 as bigint), $4 from centre where id = $5",
        )
        .bind(seq)
        .bind(c.from.to_string())
        .bind(c.places)
        .bind(c.source.clone())
        .bind(c.centre.to_string()),
        Command::RecordCentreAddress(c) => centres::address(seq, c),
        Command::RecordCentrePosition(c) => centres::position(seq, c),
        Command::RecordAccountLanguage(c) => languages::record(seq, c)?,
        Command::RecordInterpreting(c) => languages::interpret(seq, c),
        Command::VoidInterpreting(c) => languages::void(seq, c),
        Command::AddRoom(c) => plan::add_room(seq, c),
        Command::RecordRoomCapacity(c) => plan::room_capacity(seq, c),
        Command::CloseDays(c) => plan::close_days(seq, c)?,
        Command::ReopenDays(c) => plan::reopen_days(seq, c),
        Command::MoveShift(c) => plan::move_shift(seq, c)?,
        Command::UnassignFacilitator(c) => plan::unassign(c),
        Command::AddRecipient(c) => hand_outs::add_recipient(seq, c),
        Command::HandOut(c) => hand_outs::hand_out(seq, c),
        Command::VoidHandOut(c) => hand_outs::void(seq, c),
        Command::RecordOccupancy(c) => centres::occupancy(seq, c)?,
        Command::CreateProject(c) => sqlx::query(
            "insert into project (seq, id, code, title_en, title_sr, funder_en, funder_sr,
                                  programme_en, programme_sr, implementer_en, implementer_sr,
                                  reference, from_day, to_day)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        )
        .bind(seq)
        .bind(c.project.to_string())
        .bind(c.code.clone())
        .bind(c.title.en.clone())
        .bind(c.title.sr.clone())
        .bind(c.funder.en.clone())
        .bind(c.funder.sr.clone())
        .bind(c.programme.en.clone())
        .bind(c.programme.sr.clone())
        .bind(c.implementer.en.clone())
        .bind(c.implementer.sr.clone())
        .bind(c.reference.clone())
        .bind(c.from.to_string())
        .bind(c.to.to_string()),
        Command::CreateWorkshop(c) => sqlx::query(
            "insert into workshop (seq, id, centre, code, title_en, title_sr, activity, minutes)
             values ($1, $2, (select seq from centre where id = $3), $4, $5, $6, $7, $8)",
        )
        .bind(seq)
        .bind(c.workshop.to_string())
        .bind(c.centre.map(|id| id.to_string()))
        .bind(c.code.clone())
        .bind(c.title.en.clone())
        .bind(c.title.sr.clone())
        .bind(word(c.activity)?)
        .bind(c.minutes),
        Command::RecordWorkshopCapacity(c) => sqlx::query(
            "insert into workshop_capacity (seq, workshop, from_day, people)
             select cast($1 as integer), seq, $2, cast($3 as bigint) from workshop where id = $4",
        )
        .bind(seq)
        .bind(c.from.to_string())
        .bind(c.people)
        .bind(c.workshop.to_string()),
        Command::AddProduct(c) => sqlx::query(
            "insert into product (seq, id, workshop, code, name_en, name_sr, unit)
             select cast($1 as integer), $2, seq, $3, $4, $5, $6 from workshop where id = $7",
        )
        .bind(seq)
        .bind(c.product.to_string())
        .bind(c.code.clone())
        .bind(c.name.en.clone())
        .bind(c.name.sr.clone())
        .bind(word(c.unit)?)
        .bind(c.workshop.to_string()),
        Command::ShareWorkshop(c) => sqlx::query(
            "insert into share (seq, workshop, project, from_day, to_day)
             select cast($1 as integer), w.seq, p.seq, $2, $3 from workshop w, project p
             where w.id = $4 and p.id = $5",
        )
        .bind(seq)
        .bind(c.from.to_string())
        .bind(c.to.map(|day| day.to_string()))
        .bind(c.workshop.to_string())
        .bind(c.project.to_string()),
        Command::RegisterPerson(c) => {
            let (born, told_years, told_on) = age_columns(c.age);
            sqlx::query(
                "insert into person (seq, id, code, centre, first_centre, kind, sex, born,
                                     told_years, told_on, nationality, changed)
                 values ($1, $2, $3, (select seq from centre where id = $4),
                         (select seq from centre where id = $4), $5, $6, $7, $8, $9, $10, $11)",
            )
            .bind(seq)
            .bind(c.person.to_string())
            .bind(PersonCode::of(c.person.0).to_string())
            .bind(c.centre.map(|id| id.to_string()))
            .bind(word(c.kind)?)
            .bind(word(c.sex)?)
            .bind(born)
            .bind(told_years)
            .bind(told_on)
            .bind(c.nationality.clone())
            .bind(seq)
        }
        Command::RecordLanguage(c) => sqlx::query(
            "insert into person_language (seq, person, language, level)
             select cast($1 as integer), seq, $2, $3 from person where id = $4",
        )
        .bind(seq)
        .bind(c.language.clone())
        .bind(word(c.level)?)
        .bind(c.person.to_string()),
        Command::Enrol(c) => sqlx::query(
            "insert into enrolment (seq, id, person, workshop, shift, from_day, to_day, changed,
                                    despite)
             select cast($1 as integer), $2, p.seq, w.seq, (select seq from shift where id = $3),
                    $4, null, cast($1 as bigint), $7
             from person p, workshop w where p.id = $5 and w.id = $6",
        )
        .bind(seq)
        .bind(c.enrolment.to_string())
        .bind(c.shift.map(|id| id.to_string()))
        .bind(c.from.to_string())
        .bind(c.person.to_string())
        .bind(c.workshop.to_string())
        .bind(c.despite.map(word).transpose()?),
        Command::EndEnrolment(c) => {
            sqlx::query("update enrolment set to_day = $1, changed = $2 where id = $3")
                .bind(c.to.to_string())
                .bind(seq)
                .bind(c.enrolment.to_string())
        }
        Command::PlanShift(c) | Command::AddOneOffShift(c) => sqlx::query(
            "insert into shift (seq, id, workshop, centre, day, start, minutes, progress, one_off,
                                schedule, room, despite)
             select cast($1 as integer), $2, seq, centre, $3, $4, cast($5 as bigint), 'open',
                    cast($6 as bigint), (select seq from schedule where id = $7),
                    (select seq from room where id = $8), $9
             from workshop where id = $10",
        )
        .bind(seq)
        .bind(c.shift.to_string())
        .bind(c.day.to_string())
        .bind(stored_time(c.start))
        .bind(c.minutes)
        .bind(i64::from(matches!(command, Command::AddOneOffShift(_))))
        .bind(c.schedule.map(|id| id.to_string()))
        .bind(c.room.map(|id| id.to_string()))
        .bind(c.despite.map(word).transpose()?)
        .bind(c.workshop.to_string()),
        Command::NoteShift(c) => sqlx::query(
            "insert into note (seq, id, shift)
             select cast($1 as integer), $2, seq from shift where id = $3",
        )
        .bind(seq)
        .bind(envelope.id.to_string())
        .bind(c.shift.to_string()),
        Command::HandOverShift(c) => hand_over(seq, envelope, made, c)?,
        Command::AssignFacilitator(c) => sqlx::query(
            "insert into shift_facilitator (seq, shift, account)
             select cast($1 as integer), s.seq, a.seq from shift s, account a
             where s.id = $2 and a.id = $3",
        )
        .bind(seq)
        .bind(c.shift.to_string())
        .bind(c.account.to_string()),
        Command::RecordOutput(c) => sqlx::query(
            "insert into output (seq, id, shift, product, quantity, made_at, rejected)
             select cast($1 as integer), $2, s.seq, p.seq, cast($3 as bigint), $4,
                    cast($7 as bigint)
             from shift s, product p where s.id = $5 and p.id = $6",
        )
        .bind(seq)
        .bind(c.output.to_string())
        .bind(c.quantity)
        .bind(stored(made))
        .bind(c.shift.to_string())
        .bind(c.product.to_string())
        .bind(i64::from(c.rejected)),
        // Taken back twice is taken back.
        Command::VoidOutput(c) => sqlx::query(
            "update output set voided = coalesce(voided, cast($1 as integer)) where id = $2",
        )
        .bind(seq)
        .bind(c.output.to_string()),
        Command::CreateAccount(c) => sqlx::query(
            "insert into account (seq, id, code, language, disabled) values ($1, $2, $3, $4, 0)",
        )
        .bind(seq)
        .bind(c.account.to_string())
        .bind(c.code.clone())
        .bind(c.language.clone()),
        Command::GrantAccess(c) => {
            let (scope, place) = scope_columns(c.grant.scope);
            sqlx::query(
                "insert into access (seq, account, role, scope, place, from_day, to_day)
                 select cast($1 as integer), seq, $2, $3, $4, $5, $6 from account where id = $7",
            )
            .bind(seq)
            .bind(word(c.grant.role)?)
            .bind(scope)
            .bind(place)
            .bind(c.from.map(|day| day.to_string()))
            .bind(c.to.map(|day| day.to_string()))
            .bind(c.account.to_string())
        }
        Command::DisableAccount(c) => {
            sqlx::query("update account set disabled = 1, disabled_at = $1 where id = $2")
                .bind(stored(made))
                .bind(c.account.to_string())
        }
        Command::EnableAccount(c) => {
            sqlx::query("update account set disabled = 0, disabled_at = null where id = $1")
                .bind(c.account.to_string())
        }
        Command::DescribePerson(c) => people::describe(seq, c)?,
        Command::RecordConsent(c) => people::consent(seq, c)?,
        Command::WithdrawConsent(c) => people::withdraw(c),
        Command::RecordFunctioning(c) => people::functioning(seq, c)?,
        Command::AskOfPeople(c) => people::ask(c)?,
        Command::LookAtIdentity(c) => people::look(seq, c),
        Command::KeepApart(c) => people::keep_apart(seq, c),
        Command::RetainUntil(c) => people::retain(c),
        Command::JoinWaitingList(c) => waiting::join(seq, c),
        Command::LeaveWaitingList(c) => waiting::leave(seq, c),
        Command::RecordProgress(c) => training::record(seq, c),
        Command::AcceptFigure(c) => sqlx::query(
            "insert into acceptance (seq, id, shift, doubt, value)
             select cast($1 as integer), $2, seq, $3, cast($4 as bigint)
             from shift where id = $5",
        )
        .bind(seq)
        .bind(envelope.id.to_string())
        .bind(c.doubt.code())
        .bind(c.value)
        .bind(c.shift.to_string()),
        Command::ClosePeriod(c) => period_close::record(seq, c.centre, c.to),
        Command::ReopenPeriod(c) => period_close::record(seq, c.centre, c.closed_to()),
        Command::DescribeProject(c) => indicators::describe(seq, c),
        Command::DefineIndicator(c) => indicators::define(seq, c)?,
        Command::SetTarget(c) => indicators::target(seq, c),
        Command::RecordIndicatorValue(c) => indicators::value(seq, envelope, c),
        Command::OfferPlace(c) => waiting::offer(seq, c),
        Command::DeclineOffer(c) => waiting::decline(seq, c),
        Command::AddDevice(c) => tablets::add(seq, c),
        Command::RevokeDevice(c) => tablets::revoke(seq, c),
        Command::MakeToken(c) => tokens::make(seq, c),
        Command::RevokeToken(c) => tokens::revoke(seq, c),
        Command::MarkAttendance(_)
        | Command::RecordHeadcount(_)
        | Command::RevokeAccess(_)
        | Command::ErasePerson(_)
        | Command::IssueCard(_)
        | Command::RevokeCard(_)
        | Command::RecordStay(_)
        | Command::MergePeople(_)
        | Command::UndoMerge(_)
        | Command::CreateSchedule(_)
        | Command::EndSchedule(_)
        | Command::RecordIdentity(_)
        | Command::CloseShift(_)
        | Command::ReopenShift(_)
        | Command::CancelShift(_)
        | Command::ReleaseEntry(_)
        | Command::DismissEntry(_)
        | Command::ResetPin(_)
        | Command::ResetPassword(_) => {
            return Err(StoreError::Machine("this command is projected elsewhere".to_owned()));
        }
    })
}

/// The shift of which a command says that somebody works at it, or means to.
fn worked_at(command: &Command) -> Option<ShiftId> {
    match command {
        Command::Enrol(c) => c.shift,
        Command::JoinWaitingList(c) => c.shift,
        command => command.shift(),
    }
}
