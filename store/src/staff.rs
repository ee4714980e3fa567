//! Who works in a centre, and what they speak.

use crate::Store;
use crate::error::StoreError;
use crate::place::centre_of;
use crate::plan::staff;
use crate::row::Reader;
use domain::access::{Action, Actor};
use domain::ids::AccountId;
use domain::overview::{StaffPage, StaffRow};
use domain::person::LanguageLevel;
use std::collections::HashMap;

impl Store {
    /// Who may be in charge of shifts in a centre, with their languages.
    ///
    /// # Errors
    /// [`domain::fault::Fault::NotAllowed`] for whoever does not manage it;
    /// [`domain::fault::Fault::Unknown`].
    pub async fn staff(&self, actor: &Actor, code: &str) -> Result<StaffPage, StoreError> {
        let mut db = self.db().begin_read().await?;
        let centre = centre_of(&mut db, actor, Action::Manage, code).await?;
        let all = staff(&mut db, &centre.id.to_string(), self.clock().today()).await?;
        let rows = sqlx::query(
            "select l.seq, a.id, l.language, l.level from account_language l
             join account a on a.seq = l.account
             where not exists (select 1 from account_language n where n.account = l.account
                               and n.language = l.language and n.seq > l.seq)
             order by l.language",
        )
        .fetch_all(&mut *db)
        .await?;
        let mut known: HashMap<AccountId, Vec<(String, LanguageLevel)>> = HashMap::new();
        for row in &rows {
            let row = Reader::new("account_language", row);
            let language = (row.text("language")?, row.word("level")?);
            known.entry(row.parse("id")?).or_default().push(language);
        }
        let row = |one: domain::overview::Staff| StaffRow {
            languages: known.remove(&one.id).unwrap_or_default(),
            id: one.id,
            code: one.code,
        };
        Ok(StaffPage { centre: centre.choice, staff: all.into_iter().map(row).collect() })
    }
}
