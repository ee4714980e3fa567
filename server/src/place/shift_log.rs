//! The form of the register of shifts: typed in from paper, or corrected.

use super::Asked;
use app::shift_log::{WALK_INS, course_code, walk_in};
use app::ui::desk::word;
use domain::access::Action;
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
    // Before anything is said of who has which code.
    asked.centre(Action::Log).await?;
    let typed = read(asked).await?;
    let changed = asked.store.type_in(asked.actor, asked.centre, &typed).await?;
    let done = if changed == 0 { "unchanged" } else { "saved" };
    Ok(format!("{}&done={done}", asked.typed.get("at")))
}

async fn read(asked: &Asked<'_>) -> Result<TypedLog, StoreError> {
    let form = asked.typed;
    let walk_ins = walk_ins(asked).await?;
    let mut typed = TypedLog {
        form: asked.once()?,
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
        for (field, code) in &walk_ins {
            if let Some(mark) = presence(form.get(&format!("{field}.{n}")))? {
                one.marks.push((code.clone(), Some(mark)));
            }
        }
        for sex in Sex::ALL {
            for band in AgeBand::ALL {
                let field = format!("h{n}.{}.{}", word(&sex), word(&band));
                if form.has(&field) {
                    let people = form.number(&field, HEADCOUNT_MAX)?.unwrap_or(0);
                    one.headcount.push((sex, band, people));
                }
            }
        }
        typed.shifts.push(one);
    }
    Ok(typed)
}

/// The codes of people who are not on the list, with their fields.
///
/// # Errors
/// [`Fault::OutOfRange`] naming the field of a code that nobody has.
async fn walk_ins(asked: &Asked<'_>) -> Result<Vec<(String, PersonCode)>, StoreError> {
    let mut known = Vec::new();
    for field in (0..WALK_INS).map(walk_in) {
        let code = asked.typed.get(&field);
        if code.is_empty() {
            continue;
        }
        match asked.store.person_by_code(code).await {
            Ok(person) => known.push((field, PersonCode::of(person.0))),
            Err(StoreError::Fault(_)) => {
                return Err(Fault::OutOfRange { field, min: 8, max: 8 }.into());
            }
            Err(error) => return Err(error),
        }
    }
    Ok(known)
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
