//! Practising: an invented shift, plainly marked, whose taps never leave the page.

use super::list::opener;
use super::state::{Phase, Tablet, set_if_new};
use crate::i18n::catalogue::offline as texts;
use domain::board::Board;
use domain::clock::belgrade;
use domain::ids::{EnrolmentId, PersonId, ProductId, ShiftId, WorkshopId};
use domain::label::Name;
use domain::person::PersonCode;
use domain::shift::{Progress, Slot};
use domain::snapshot::{
    CentreBrief, EnrolmentBrief, PersonBrief, ProductBrief, ShiftBrief, Snapshot, WorkshopBrief,
};
use domain::workshop::{Activity, Unit};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use uuid::Uuid;

/// People of the invented shift: known by code and picture only, like nobody else.
const PEOPLE: u128 = 6;

/// The invented centre: one workshop, one shift of today.
fn invented(tablet: Tablet, shift: ShiftId) -> Snapshot {
    let name = |text: &crate::i18n::Text| Name::new(text.en, text.sr);
    let now = belgrade(tablet.clock.now());
    let (day, workshop) = (now.date(), WorkshopId(Uuid::from_u128(1)));
    let people = (1..=PEOPLE).map(|n| PersonId(Uuid::from_u128((n << 64) | (n * 7_919))));
    let enrol = |person: PersonId| EnrolmentBrief {
        id: EnrolmentId(person.0),
        person,
        workshop,
        shift: None,
        from: day,
        to: None,
    };
    Snapshot {
        centres: vec![CentreBrief { id: None, code: String::new(), name: name(&texts::PRACTISE) }],
        workshops: vec![WorkshopBrief {
            id: workshop,
            code: String::new(),
            title: name(&texts::PRACTICE_WORKSHOP),
            activity: Activity::Other,
            products: vec![ProductBrief {
                id: ProductId(Uuid::from_u128(1)),
                name: name(&texts::PRACTICE_PRODUCT),
                unit: Unit::Piece,
            }],
            minutes: 120,
        }],
        shifts: vec![ShiftBrief {
            id: shift,
            workshop,
            slot: Slot { day, start: now.time(), minutes: 120 },
            progress: Progress::Open,
            capacity: Some(8),
            one_off: false,
            languages: Vec::new(),
            room: None,
        }],
        enrolments: people.clone().map(enrol).collect(),
        people: people
            .map(|id| PersonBrief {
                id,
                code: PersonCode::of(id.0),
                alias: None,
                languages: Vec::new(),
                gone: false,
                cards: vec![],
            })
            .collect(),
        day,
        ..Snapshot::default()
    }
}

impl Tablet {
    /// Puts an invented shift in the place of the centre; answers which.
    pub fn practise(self) -> ShiftId {
        let shift = ShiftId(Uuid::now_v7());
        self.practice.set(true);
        self.forget_cursor();
        self.board.set_value(Board::new(invented(self, shift)));
        self.show();
        self.loaded.update(|loaded| *loaded += 1);
        shift
    }

    /// Brings the centre back; nothing of the practice is left.
    pub fn end_practice(self) {
        if self.practice.get_untracked() {
            self.practice.set(false);
            self.steps.update_value(|steps| steps.clear());
            self.board.set_value(Board::default());
            self.choose(None);
            set_if_new(self.phase, Phase::Loading);
        }
    }
}

/// Says that this is practice, in a place that is never hidden.
#[component]
pub fn PracticeBanner() -> impl IntoView {
    let tablet = expect_context::<Tablet>();
    let locale = tablet.locale;
    let open = opener();
    let end = move |_: MouseEvent| {
        tablet.end_practice();
        open(None);
        tablet.load(tablet.centre.get_untracked());
    };
    move || {
        tablet.practice.get().then(|| {
            view! {
                <div class="practice" role="note">
                    <strong>{locale.text(&texts::PRACTICE)}</strong>
                    <button class="button" type="button" on:click=end.clone()>
                        {locale.text(&texts::END_PRACTICE)}
                    </button>
                </div>
            }
        })
    }
}
