//! Everybody who can ask the server something.

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Persona {
    /// Nobody signed in.
    Nobody,
    /// Somebody whose session ran out.
    Expired,
    /// Facilitator of Krnjača.
    Facilitator,
    /// Facilitator of Obrenovac and Šid.
    OtherFacilitator,
    /// Manager of Krnjača.
    Manager,
    /// Manager of Obrenovac.
    OtherManager,
    /// Donor of the demo's project.
    Donor,
    /// Donor of a project without workshops.
    OtherDonor,
    /// Coordinator.
    Coordinator,
    /// An account without any permission.
    Powerless,
}

impl Persona {
    pub const ALL: [Self; 10] = [
        Self::Nobody,
        Self::Expired,
        Self::Facilitator,
        Self::OtherFacilitator,
        Self::Manager,
        Self::OtherManager,
        Self::Donor,
        Self::OtherDonor,
        Self::Coordinator,
        Self::Powerless,
    ];

    /// Everybody with an account, whatever it may do.
    pub const SIGNED_IN: [Self; 8] = [
        Self::Facilitator,
        Self::OtherFacilitator,
        Self::Manager,
        Self::OtherManager,
        Self::Donor,
        Self::OtherDonor,
        Self::Coordinator,
        Self::Powerless,
    ];

    pub fn login(self) -> Option<&'static str> {
        match self {
            Self::Nobody | Self::Expired => None,
            Self::Facilitator => Some("dragojla"),
            Self::OtherFacilitator => Some("f-obr"),
            Self::Manager => Some("manager-krn"),
            Self::OtherManager => Some("manager-obr"),
            Self::Donor => Some("donor"),
            Self::OtherDonor => Some("other-donor"),
            Self::Coordinator => Some("coordinator"),
            Self::Powerless => Some("powerless"),
        }
    }
}
