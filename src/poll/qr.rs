//! A link as the code that phones scan.

use fast_qr::ECL;
use fast_qr::qr::QRBuilder;

/// Light modules around the code, without which phones do not find it.
pub const QUIET: usize = 4;

/// A square of dark and light modules.
pub struct Qr {
    size: usize,
    dark: Vec<bool>,
}

impl Qr {
    /// The code of a text; `None` where it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        // A sixth of it may be unreadable: a lamp in the screen, a head before it.
        let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
        let dark = code.data.iter().take(code.size * code.size);
        Some(Self {
            size: code.size,
            dark: dark.map(|module| module.value()).collect(),
        })
    }

    /// Modules of a side, the light ones around it included.
    pub fn side(&self) -> usize {
        self.size + 2 * QUIET
    }

    /// Whether a module is dark.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        let within = |at: usize| at.checked_sub(QUIET).filter(|at| *at < self.size);
        match (within(column), within(row)) {
            (Some(column), Some(row)) => {
                self.dark.get(row * self.size + column).copied() == Some(true)
            }
            _ => false,
        }
    }
}
