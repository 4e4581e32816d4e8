//! What a statement of the knowledge base rests on.

use super::ids::SourceId;
use crate::model::text::Text;

/// A published work that curves and evidence refer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its name in the file.
    pub id: String,
    /// Year of publication, where it is known.
    pub year: Option<i32>,
    /// Author, title and what else finds it.
    pub citation: Text,
}

/// What a curve, a rule or a warning rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// Our own judgement, shown as such.
    Judgement,
    /// A sentence of the article, quoted in French.
    Article(String),
    /// A published source.
    Evidence(SourceId),
    /// So many known organisations, on which it was fitted.
    Cases(u32),
}

/// A published finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Who found it.
    pub source: SourceId,
    /// What was found.
    pub text: Text,
}
