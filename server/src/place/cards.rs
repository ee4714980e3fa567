//! The forms of `/centres/CODE/cards`.

use super::Asked;
use domain::access::Action;
use domain::card::{IssueCard, RevokeCard};
use domain::command::Command;
use domain::fault::{Fault, Noun};
use domain::ids::CardId;
use domain::overview::CardHolder;
use store::{CardsOf, StoreError};
use uuid::Uuid;

/// How often other cards are made when the code of one is taken.
const TRIES: usize = 3;

/// Does what a form asks for; where to in the page then.
///
/// # Errors
/// The fault of the door; [`Fault::Unknown`] for somebody who is not on the page.
pub(super) async fn change(asked: &Asked<'_>) -> Result<String, StoreError> {
    asked.centre(Action::Manage).await?;
    let typed = asked.typed;
    let at = typed.get("at");
    let of = |name: &str| {
        let mut fields = form_urlencoded::parse(at.as_bytes());
        fields.find(|(field, _)| field == name).map(|(_, value)| value.into_owned())
    };
    let (workshop, person) = (of("workshop").unwrap_or_default(), of("person"));
    let chosen = match &person {
        Some(person) => CardsOf::Person(person),
        None => CardsOf::Workshop(&workshop),
    };
    let page = asked.store.cards(asked.actor, asked.centre, chosen).await?;
    let holder = || -> Result<&CardHolder, Fault> {
        let code = typed.get("holder");
        let found = page.people.iter().find(|one| one.label.code.as_str() == code);
        found.ok_or(Fault::Unknown { noun: Noun::Person })
    };
    let done = match typed.get("do") {
        "issue" => {
            let without = page.people.iter().filter(|one| one.card.is_none());
            issue(asked, without.collect()).await?;
            "issued"
        }
        "replace" => {
            issue(asked, vec![holder()?]).await?;
            "replaced"
        }
        "end" => {
            asked.make(Command::RevokeCard(RevokeCard { person: holder()?.id })).await?;
            "ended"
        }
        _ => return Err(Fault::malformed().into()),
    };
    Ok(format!("{at}&done={done}"))
}

/// Issues cards, all or none.
async fn issue(asked: &Asked<'_>, people: Vec<&CardHolder>) -> Result<(), StoreError> {
    let mut tries = 0;
    loop {
        tries += 1;
        let cards = people.iter().map(|one| {
            let card = CardId(Uuid::now_v7());
            (Command::IssueCard(IssueCard { card, person: one.id }), None)
        });
        match asked.make_whole(cards.collect()).await {
            // The next ids have other codes.
            Err(StoreError::Refused { fault: Fault::CodeTaken { noun: Noun::Card }, .. })
                if tries < TRIES => {}
            other => return other,
        }
    }
}
