//! What the company decides of its contact points by hand: who holds which, which stay closed, and the
//! means that it has for them.

use serde::{Deserialize, Serialize};

/// A contact point of which the company has decided something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What is talked about.
    pub theme: ContactTheme,
    /// Id of the slider of a posture of the coverage rule.
    pub posture: String,
    /// What is decided.
    pub state: ContactState,
}

/// The theme of a contact point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContactTheme {
    /// The id of its slider.
    Usual(String),
    /// One that the users added: the id of the factor, and its place among those added to it, from 0.
    Own(String, usize),
}

/// What the company decides of a contact point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ContactState {
    /// Open, whatever the strategy says of it, and left to whoever has time.
    Open,
    /// Open, whatever the strategy says of it, and held by this owner. While there is no such owner (the
    /// department is closed on the way, the agency has left) nothing is decided.
    Held(Owner),
    /// Closed, whatever the strategy says of it.
    Closed {
        /// The quarter from which it is as the strategy says, 1 to 20; `None` for good.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<usize>,
    },
}

/// Who holds a contact point.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Owner {
    /// The function itself.
    Function,
    /// A department of the company, by its id; it takes part beside the function.
    Department(String),
    /// A body outside the company: the id of the factor that chooses it (the agency), or of the
    /// alternative of the sourcing that brings it (advisers).
    Outside(String),
}

/// What the company says of its own means; what it does not say is estimated by the coverage rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Means {
    /// Full-time people for all contact points together, 0 to [`MAX_PEOPLE`](crate::model::MAX_PEOPLE).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<f64>,
    /// Hours of one person in a week, 1 to 168.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<f64>,
}

impl Contact {
    /// Whether a department is to hold it.
    pub fn is_for(&self, department: &str) -> bool {
        matches!(&self.state, ContactState::Held(Owner::Department(id)) if id == department)
    }
}

impl Means {
    /// Whether nothing is said.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}
