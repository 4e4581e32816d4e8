//! Texts that files may hold in one language or in both.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::model::text::Text;

/// For `#[serde(deserialize_with)]`: a text in both languages, or one that is the same in both, as the
/// first knowledge bases have it.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    struct OneOrBoth;

    impl<'de> Visitor<'de> for OneOrBoth {
        type Value = Text;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("(fr: \"…\", en: \"…\")")
        }

        fn visit_str<E>(self, text: &str) -> Result<Text, E> {
            Ok(Text {
                fr: text.to_owned(),
                en: text.to_owned(),
            })
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
            Text::deserialize(MapAccessDeserializer::new(map))
        }
    }

    deserializer.deserialize_any(OneOrBoth)
}
