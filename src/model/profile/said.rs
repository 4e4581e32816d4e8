//! Answers in words: what a slider says in five steps, and how an answer sets it. Both ways go by the
//! slider alone, so that answers and sliders never disagree.

use super::scenario::{ExtraTheme, FactorInput, Setting};
use crate::model::knowledge::{Factor, Quantity, Steps};

/// What is said of a slider in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing: it stands as it came.
    Nothing,
    /// That nobody knows: it may be anything.
    Unknown,
    /// A step, 0 being the lowest.
    Step {
        /// The one that is nearest.
        step: usize,
        /// Whether the slider stands just there, and not between it and another.
        exact: bool,
    },
}

impl Said {
    /// What a value says that somebody has set.
    pub fn of(steps: &Steps, value: f64) -> Self {
        let step = steps.nearest(value);
        Self::Step {
            step,
            exact: steps.values[step] == value,
        }
    }
}

impl Setting {
    /// That nobody knows: any value is as likely.
    pub const UNKNOWN: (f64, f64) = (50.0, 50.0);

    /// Whether it leaves the whole of the slider open.
    pub fn is_anything(&self) -> bool {
        is_anything(self.value, self.plus_minus)
    }

    /// What it says in words.
    pub fn said(&self, steps: &Steps, quantity: &Quantity) -> Said {
        let usual = Self::new(quantity.default);
        if self.is_anything() {
            Said::Unknown
        } else if (self.value, self.plus_minus) == (usual.value, usual.plus_minus) {
            Said::Nothing
        } else {
            Said::of(steps, self.value)
        }
    }

    /// Sets value and doubt; the note stays.
    fn say(&mut self, steps: &Steps, quantity: &Quantity, said: Said) {
        (self.value, self.plus_minus) = match said {
            Said::Nothing => {
                let usual = Self::new(quantity.default);
                (usual.value, usual.plus_minus)
            }
            Said::Unknown => Self::UNKNOWN,
            Said::Step { step, .. } => (steps.values[step], steps.plus_minus),
        };
    }
}

fn is_anything(value: f64, plus_minus: f64) -> bool {
    value - plus_minus <= 0.0 && value + plus_minus >= 100.0
}

impl ExtraTheme {
    /// Whether it may be anything: nobody knows how much it matters.
    pub fn is_anything(&self) -> bool {
        is_anything(self.value, self.plus_minus)
    }

    fn say(&mut self, steps: &Steps, said: Said) {
        let usual = Setting::new(50.0);
        (self.value, self.plus_minus) = match said {
            Said::Nothing => (usual.value, usual.plus_minus),
            Said::Unknown => Setting::UNKNOWN,
            Said::Step { step, .. } => (steps.values[step], steps.plus_minus),
        };
    }
}

impl FactorInput {
    /// What is said of a slider in words.
    pub fn said(&self, steps: &Steps, quantity: &Quantity) -> Said {
        match self.quantities.get(&quantity.id) {
            _ if self.unknown => Said::Unknown,
            Some(setting) => setting.said(steps, quantity),
            None => Said::Nothing,
        }
    }

    /// What is said of a theme of the company's own.
    pub fn said_of_theme(&self, steps: &Steps, place: usize) -> Said {
        match self.extra.get(place) {
            None => Said::Nothing,
            Some(theme) if self.unknown || theme.is_anything() => Said::Unknown,
            Some(theme) => Said::of(steps, theme.value),
        }
    }

    /// Says something of a slider. Nobody knows a factor of whose sliders `asked`, and themes of one's
    /// own, nobody knows any; once something is said of one of them, nobody knows the others still.
    pub fn say(&mut self, steps: &Steps, asked: &[&Quantity], quantity: &Quantity, said: Said) {
        self.begin_to_say(steps, asked, said);
        if let Some(setting) = self.quantities.get_mut(&quantity.id) {
            setting.say(steps, quantity, said);
        }
        self.unknown |= self.is_anything(asked);
    }

    /// As [`Self::say`], of a theme of the company's own.
    pub fn say_of_theme(&mut self, steps: &Steps, asked: &[&Quantity], place: usize, said: Said) {
        self.begin_to_say(steps, asked, said);
        if let Some(theme) = self.extra.get_mut(place) {
            theme.say(steps, said);
        }
        self.unknown |= self.is_anything(asked);
    }

    fn begin_to_say(&mut self, steps: &Steps, asked: &[&Quantity], said: Said) {
        if !self.unknown || said == Said::Unknown {
            return;
        }
        self.unknown = false;
        for other in asked {
            if let Some(setting) = self.quantities.get_mut(&other.id) {
                setting.say(steps, other, Said::Unknown);
            }
        }
        for theme in &mut self.extra {
            theme.say(steps, Said::Unknown);
        }
    }

    /// Whether all that is asked may be anything.
    fn is_anything(&self, asked: &[&Quantity]) -> bool {
        let nobody = |quantity: &&Quantity| {
            let setting = self.quantities.get(&quantity.id);
            setting.is_some_and(Setting::is_anything)
        };
        asked.iter().all(nobody) && self.extra.iter().all(ExtraTheme::is_anything)
    }

    /// Whether an option was chosen by someone, and does not just stand there as it came.
    pub fn is_chosen(&self, factor: &Factor) -> bool {
        factor.choice.is_some()
            && (self.is_described(factor) || self.choice != Self::new(factor).choice)
    }

    /// Chooses an option. The first of all says something too, once someone has chosen it.
    pub fn choose(&mut self, factor: &Factor, option: &str) {
        option.clone_into(&mut self.choice);
        self.unknown = false;
        self.chosen = self.choice == Self::new(factor).choice;
    }
}
