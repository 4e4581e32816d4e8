//! The example profiles, carried in the program so that they are there without any folder.

/// One example: its file name and its text.
pub struct Example {
    pub name: &'static str,
    pub text: &'static str,
}

macro_rules! example {
    ($name:literal) => {
        Example {
            name: $name,
            text: include_str!(concat!("../../profiles/", $name)),
        }
    };
}

/// All examples, in the order of the menu; the first opens at the first start.
pub fn examples() -> &'static [Example] {
    &[
        example!("banque-sous-surveillance.ron"),
        example!("marque-grand-public.ron"),
        example!("pure-player.ron"),
        example!("groupe-hospitalier.ron"),
        example!("industrie-b2b.ron"),
        example!("ville.ron"),
        example!("jeune-pousse.ron"),
        example!("reseau-de-magasins.ron"),
        example!("ong-de-terrain.ron"),
        example!("editeur-de-logiciels.ron"),
    ]
}
