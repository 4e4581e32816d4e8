//! The example profiles, carried in the program so that they are there without any folder.

/// What kind of organisation an example is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sector {
    Consumer,
    Services,
    Public,
    Industry,
    Charity,
}

impl Sector {
    /// Every sector, as they are offered.
    pub const ALL: [Self; 5] = [
        Self::Consumer,
        Self::Services,
        Self::Public,
        Self::Industry,
        Self::Charity,
    ];
}

/// One example: its file name, its text, and what kind of organisation it is.
pub struct Example {
    pub name: &'static str,
    pub text: &'static str,
    pub sector: Sector,
}

macro_rules! example {
    ($name:literal, $sector:ident) => {
        Example {
            name: concat!($name, ".attache.ron"),
            text: include_str!(concat!("../../profiles/", $name, ".attache.ron")),
            sector: Sector::$sector,
        }
    };
}

/// All examples, in the order of the menu; the first opens where there is nothing else to show.
pub fn examples() -> &'static [Example] {
    &[
        example!("banque-sous-surveillance", Services),
        example!("marque-grand-public", Consumer),
        example!("pure-player", Consumer),
        example!("groupe-hospitalier", Public),
        example!("industrie-b2b", Industry),
        example!("ville", Public),
        example!("jeune-pousse", Consumer),
        example!("reseau-de-magasins", Consumer),
        example!("ong-de-terrain", Charity),
        example!("editeur-de-logiciels", Services),
    ]
}
