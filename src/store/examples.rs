//! The example profiles, carried in the program so that they are there without any folder.

/// One example: its file name and its text.
pub struct Example {
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! example {
    ($name:literal) => {
        Example {
            name: concat!($name, ".attache.ron"),
            text: include_str!(concat!("../../profiles/", $name, ".attache.ron")),
        }
    };
}

/// All examples, in the order of the menu; the first opens at the first start.
pub fn examples() -> &'static [Example] {
    &[
        example!("banque-sous-surveillance"),
        example!("marque-grand-public"),
        example!("pure-player"),
        example!("groupe-hospitalier"),
        example!("industrie-b2b"),
        example!("ville"),
        example!("jeune-pousse"),
        example!("reseau-de-magasins"),
        example!("ong-de-terrain"),
        example!("editeur-de-logiciels"),
    ]
}
