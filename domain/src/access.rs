//! Who may do what where: the one place that decides.

use crate::ids::{AccountId, CentreId, ProjectId, WorkshopId};
use serde::{Deserialize, Serialize};

/// What somebody is, within a [`Scope`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads suppressed figures of a project.
    Donor,
    /// Logs shifts.
    Facilitator,
    /// Runs a centre.
    Manager,
    /// Sets up centres, projects and accounts of the whole organisation.
    Coordinator,
}

/// Where a permission holds, and what a change or a read touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "in", content = "id", rename_all = "snake_case")]
pub enum Scope {
    /// Everything.
    Organisation,
    /// A centre with all its workshops.
    Centre(CentreId),
    /// A workshop, also one that belongs to no centre.
    Workshop(WorkshopId),
    /// A donor project.
    Project(ProjectId),
}

/// A role within a scope, as an account holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// What the account is.
    pub role: Role,
    /// Where.
    pub scope: Scope,
}

impl Grant {
    /// Whether role and scope go together: coordinators hold the organisation, managers a
    /// centre, facilitators a centre or a workshop, donors a project.
    pub fn fits(self) -> bool {
        matches!(
            (self.role, self.scope),
            (Role::Coordinator, Scope::Organisation)
                | (Role::Manager, Scope::Centre(_))
                | (Role::Facilitator, Scope::Centre(_) | Scope::Workshop(_))
                | (Role::Donor, Scope::Project(_))
        )
    }
}

/// What an actor wants to do. Every command names one, every read asks for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Set up centres, projects and accounts.
    Administer,
    /// Run a centre: workshops, shifts, people, enrolments, occupancy.
    Manage,
    /// Log a shift: attendance, headcounts, outputs, closing.
    Log,
    /// Register somebody, and what they speak: a walk-in at a shift, or an official in a training.
    Register,
    /// See the register with its aliases.
    SeeRegister,
    /// Look at what identifies somebody beyond the alias; each look is logged.
    SeeIdentity,
    /// See whole figures, with every split.
    SeeFigures,
    /// See the suppressed figures of a project.
    SeeProject,
    /// See entries that were held or refused.
    Review,
    /// Hold an access token, by which a program fetches the reports that the account may see.
    HoldToken,
}

impl Action {
    /// Whether it is done in a workshop, on a tablet that may hand it in much later: the permission
    /// of the moment counts in which it was done.
    pub fn is_logged(self) -> bool {
        matches!(self, Self::Log | Self::Register)
    }
}

/// Where a thing stands, for the check of a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The centre it belongs to, if any.
    pub centre: Option<CentreId>,
    /// The workshop it belongs to, if any.
    pub workshop: Option<WorkshopId>,
    /// The project it belongs to, if any.
    pub project: Option<ProjectId>,
}

impl Place {
    /// The organisation as a whole.
    pub const ORGANISATION: Self = Self { centre: None, workshop: None, project: None };

    /// A centre.
    pub fn centre(id: CentreId) -> Self {
        Self { centre: Some(id), ..Self::ORGANISATION }
    }

    /// A project.
    pub fn project(id: ProjectId) -> Self {
        Self { project: Some(id), ..Self::ORGANISATION }
    }

    /// A workshop and the centre it belongs to.
    pub fn workshop(id: WorkshopId, centre: Option<CentreId>) -> Self {
        Self { workshop: Some(id), centre, project: None }
    }

    fn lies_in(&self, scope: Scope) -> bool {
        match scope {
            Scope::Organisation => true,
            Scope::Centre(id) => self.centre == Some(id),
            Scope::Workshop(id) => self.workshop == Some(id),
            Scope::Project(id) => self.project == Some(id),
        }
    }
}

/// Who makes a change or a read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody at the machine's own command line, who could read the database file anyway.
    Operator,
    /// A signed-in account with its grants; one that is disabled has none.
    Account {
        /// Which account.
        id: AccountId,
        /// What it may do.
        grants: Vec<Grant>,
    },
}

impl Actor {
    /// Whether this actor may do `action` at `place`.
    pub fn may(&self, action: Action, place: Place) -> bool {
        match self {
            Self::Operator => true,
            Self::Account { grants, .. } => {
                grants.iter().any(|grant| allows(grant.role, action) && place.lies_in(grant.scope))
            }
        }
    }

    /// The account's id, unless it is the operator.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Operator => None,
            Self::Account { id, .. } => Some(*id),
        }
    }

    /// The scopes in which this actor holds a role that allows `action`.
    pub fn scopes(&self, action: Action) -> Vec<Scope> {
        match self {
            Self::Operator => vec![Scope::Organisation],
            Self::Account { grants, .. } => {
                grants.iter().filter(|g| allows(g.role, action)).map(|g| g.scope).collect()
            }
        }
    }

    /// The highest role held anywhere; `None` for the operator and for an account without any.
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::Operator => None,
            Self::Account { grants, .. } => grants.iter().map(|g| g.role).max(),
        }
    }
}

/// What a role may do within its scope. A coordinator sees figures but no register: head office
/// needs no aliases.
fn allows(role: Role, action: Action) -> bool {
    use Action::{
        Administer, HoldToken, Log, Manage, Register, Review, SeeFigures, SeeIdentity, SeeProject,
        SeeRegister,
    };
    match role {
        Role::Coordinator => {
            matches!(
                action,
                Administer | Manage | Register | Review | SeeFigures | SeeProject | HoldToken
            )
        }
        Role::Manager => {
            matches!(
                action,
                Manage
                    | Log
                    | Register
                    | Review
                    | SeeFigures
                    | SeeRegister
                    | SeeIdentity
                    | HoldToken
            )
        }
        Role::Facilitator => matches!(action, Log | Register | SeeRegister),
        Role::Donor => matches!(action, SeeProject | HoldToken),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const HERE: CentreId = CentreId(Uuid::from_u128(1));
    const THERE: CentreId = CentreId(Uuid::from_u128(2));
    const SEWING: WorkshopId = WorkshopId(Uuid::from_u128(3));
    const PROJECT: ProjectId = ProjectId(Uuid::from_u128(4));

    fn actor(role: Role, scope: Scope) -> Actor {
        Actor::Account { id: AccountId(Uuid::from_u128(9)), grants: vec![Grant { role, scope }] }
    }

    #[test]
    fn the_table_of_permissions() {
        use Action::*;
        let all = [
            Administer,
            Manage,
            Log,
            SeeRegister,
            SeeIdentity,
            SeeFigures,
            SeeProject,
            Review,
            HoldToken,
        ];
        let rows: [(Actor, Place, &[Action]); 9] = [
            (
                actor(Role::Coordinator, Scope::Organisation),
                Place::centre(HERE),
                &[Administer, Manage, SeeFigures, SeeProject, Review, HoldToken],
            ),
            (
                actor(Role::Manager, Scope::Centre(HERE)),
                Place::centre(HERE),
                &[Manage, Log, SeeRegister, SeeIdentity, SeeFigures, Review, HoldToken],
            ),
            (actor(Role::Manager, Scope::Centre(HERE)), Place::centre(THERE), &[]),
            (actor(Role::Manager, Scope::Centre(HERE)), Place::ORGANISATION, &[]),
            (
                actor(Role::Facilitator, Scope::Centre(HERE)),
                Place::workshop(SEWING, Some(HERE)),
                &[Log, SeeRegister],
            ),
            (actor(Role::Facilitator, Scope::Centre(HERE)), Place::centre(THERE), &[]),
            (
                actor(Role::Facilitator, Scope::Workshop(SEWING)),
                Place::workshop(SEWING, None),
                &[Log, SeeRegister],
            ),
            (actor(Role::Facilitator, Scope::Workshop(SEWING)), Place::centre(HERE), &[]),
            (
                actor(Role::Donor, Scope::Project(PROJECT)),
                Place::project(PROJECT),
                &[SeeProject, HoldToken],
            ),
        ];
        for (actor, place, allowed) in rows {
            for action in all {
                assert_eq!(
                    actor.may(action, place),
                    allowed.contains(&action),
                    "{actor:?} {action:?} {place:?}"
                );
            }
        }
    }

    #[test]
    fn an_account_without_grants_may_nothing() {
        let nobody = Actor::Account { id: AccountId(Uuid::from_u128(9)), grants: vec![] };
        assert!(!nobody.may(Action::SeeProject, Place::project(PROJECT)));
        assert!(!nobody.may(Action::Log, Place::centre(HERE)));
        assert_eq!(nobody.role(), None);
    }

    #[test]
    fn roles_go_with_their_scopes() {
        assert!(Grant { role: Role::Donor, scope: Scope::Project(PROJECT) }.fits());
        assert!(!Grant { role: Role::Donor, scope: Scope::Organisation }.fits());
        assert!(!Grant { role: Role::Manager, scope: Scope::Workshop(SEWING) }.fits());
        assert!(!Grant { role: Role::Coordinator, scope: Scope::Centre(HERE) }.fits());
    }
}
