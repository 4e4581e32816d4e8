//! The ballot that a window has left without counting it, until it is gone on with or discarded.

use crate::store::LeftUrn;
use crate::ui::document::Document;
use crate::ui::session::Session;

/// The ballot that was left.
pub enum Left {
    /// Nobody has looked for one yet.
    Unseen,
    None,
    /// It is to be offered, or just is.
    Here(LeftUrn),
    /// It was offered and put off: it is offered again where what it is about is open.
    PutOff(LeftUrn),
}

impl Left {
    /// What was offered is put off.
    pub fn put_off(&mut self) {
        *self = match std::mem::replace(self, Self::None) {
            Self::Here(urn) => Self::PutOff(urn),
            other => other,
        };
    }

    /// Another profile is open: what was put off is offered again if it is about that one.
    pub fn replaced(&mut self, session: &Session, document: &Document) {
        *self = match std::mem::replace(self, Self::None) {
            Self::PutOff(urn) => {
                let poll = urn.content.as_ref().map(|(poll, _)| poll);
                match poll.is_ok_and(|poll| document.fits(&session.knowledge, poll)) {
                    true => Self::Here(urn),
                    false => Self::PutOff(urn),
                }
            }
            other => other,
        };
    }
}
