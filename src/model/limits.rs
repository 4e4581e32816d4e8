//! How much a file can hold: what a window can show, and what the engine is written for.

/// The version of the profile and knowledge formats that this program reads and writes.
pub const FORMAT: u32 = 1;

/// Most alternatives that a question can have: the ranking of samples is written for up to this many.
pub const MAX_ALTERNATIVES: usize = 6;

/// Most factors that a knowledge base can have.
pub const MAX_FACTORS: usize = 16;

/// Most items of any list of a knowledge base that others refer to.
pub const MAX_ITEMS: usize = 200;

/// Most characters of a name: of a company, a person, a department, a theme, a scenario.
pub const MAX_NAME: usize = 200;

/// Most characters of a longer text: notes, descriptions, the wording of a knowledge base.
pub const MAX_TEXT: usize = 10_000;

/// How many departments a chart can have, the general management included.
pub const MAX_DEPARTMENTS: usize = 41;

/// How many scenarios can stand beside the first.
pub const MAX_SCENARIOS: usize = 7;

/// How many opinions a profile can gather.
pub const MAX_OPINIONS: usize = 400;

/// How many ballots there have to be before any are counted: of fewer, each could be somebody's.
pub const MIN_BALLOTS: usize = 3;

/// How much a voice can count beside another: this much less, or that much more.
pub const MIN_VOICE: f64 = 0.1;
/// See [`MIN_VOICE`].
pub const MAX_VOICE: f64 = 10.0;

/// How many changes the journal of a profile holds: some forty meetings.
pub const MAX_JOURNAL: usize = 1_000;

/// How many themes of their own the users can add.
pub const MAX_EXTRA_THEMES: usize = 8;

/// The longest course, in quarters: five years.
pub const MAX_QUARTERS: usize = 20;

/// The fastest pace, in per cent of the usual one.
pub const MAX_PACE: f64 = 200.0;

/// The most events that a plan can hold.
pub const MAX_EVENTS: usize = 40;

/// The most contact points of which something can be decided by hand.
pub const MAX_CONTACTS: usize = 1_000;

/// The most people that a company can say to have for its contact points.
pub const MAX_PEOPLE: f64 = 1_000.0;

/// The most hours of one person in a week: there are no more.
pub const MAX_HOURS: f64 = 168.0;

/// How far a slider may be off unless it is said otherwise, in points.
pub const USUAL_DOUBT: f64 = 10.0;

/// Id of the department that every company has.
pub const GENERAL_MANAGEMENT: &str = "general_management";
