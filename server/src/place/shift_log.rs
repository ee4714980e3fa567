//! The form of the register of shifts: typed in from paper, or corrected.

use super::Asked;
use app::shift_log::{WALK_INS, course_code};
use app::ui::desk::word;
use domain::attendance::{HEADCOUNT_MAX, Presence};
use domain::fault::Fault;
use domain::output::QUANTITY_MAX;
use domain::person::{AgeBand, PersonCode, Sex};
use domain::shift::Reason;
use store::{StoreError, TypedCourse, TypedLog, TypedShift};

/// Makes the shifts what was typed; where to in the page then.
///
/// # Errors
/// The fault of the first field that does not fit, or of the first change that is refused.
pub(super) async fn save(asked: &Asked<'_>) -> Result<String, StoreError> {
    let typed = read(asked)?;
    let changes = asked.store.typed_changes(asked.actor, asked.centre, &typed).await?;
    let done = if changes.is_empty() { "unchanged" } else { "saved" };
    asked.make_whole(changes).await?;
    Ok(format!("{}&done={done}", asked.typed.get("at")))
}

fn read(asked: &Asked<'_>) -> Result<TypedLog, Fault> {
    let form = asked.typed;
    let mut typed = TypedLog {
        seen: form.get("seen").parse().map_err(|_| Fault::malformed())?,
        shifts: Vec::new(),
        why: form.get("why").to_owned(),
    };
    for (n, shift) in form.all("shifts").into_iter().enumerate() {
        let mut one = TypedShift {
            shift: shift.parse().map_err(|_| Fault::malformed())?,
            marks: Vec::new(),
            made: Vec::new(),
            headcount: Vec::new(),
            course: course(form.get(&format!("c{n}")))?,
        };
        let (marks, good) = (format!("m{n}."), format!("g{n}."));
        for (field, value) in &form.0 {
            if let Some(code) = field.strip_prefix(&marks) {
                one.marks.push((PersonCode::parse(code)?, presence(value)?));
            }
            if let Some(product) = field.strip_prefix(&good) {
                let number = |field: &str| {
                    form.number(field, QUANTITY_MAX).map(|number| number.unwrap_or(0))
                };
                let rejected = number(&format!("r{n}.{product}"))?;
                one.made.push((product.to_owned(), number(field)?, rejected));
            }
        }
        for row in 0..WALK_INS {
            let code = form.get(&format!("w{row}"));
            let mark = presence(form.get(&format!("w{row}.{n}")))?;
            if let (false, Some(mark)) = (code.is_empty(), mark) {
                one.marks.push((PersonCode::parse(code)?, Some(mark)));
            }
        }
        for sex in Sex::ALL {
            for band in AgeBand::ALL {
                let field = format!("h{n}.{}.{}", word(&sex), word(&band));
                if form.0.iter().any(|(known, _)| *known == field) {
                    let people = form.number(&field, HEADCOUNT_MAX)?.unwrap_or(0);
                    one.headcount.push((sex, band, people));
                }
            }
        }
        typed.shifts.push(one);
    }
    Ok(typed)
}

fn presence(value: &str) -> Result<Option<Presence>, Fault> {
    match value {
        "" => Ok(None),
        "present" => Ok(Some(Presence::Present)),
        "absent" => Ok(Some(Presence::Absent)),
        _ => Err(Fault::malformed()),
    }
}

fn course(value: &str) -> Result<TypedCourse, Fault> {
    match value {
        "" => Ok(TypedCourse::HeldIfLogged),
        "held" => Ok(TypedCourse::Held),
        "open" => Ok(TypedCourse::Open),
        other => {
            let reason = Reason::ALL.into_iter().find(|reason| course_code(*reason) == other);
            reason.map(TypedCourse::DidNotHappen).ok_or(Fault::malformed())
        }
    }
}
