//! A figure found by sampling.

/// A figure found by sampling, with its standard error; both in the unit of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// 0 or more: by how much other samples of the same size would typically differ.
    pub error: f64,
}
