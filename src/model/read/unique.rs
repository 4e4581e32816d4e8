//! Maps that keep their order and refuse a key given twice.

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use indexmap::map::Entry;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

/// For `#[serde(deserialize_with)]`: the last of two equal keys must not silently win.
pub fn map<'de, D, V>(deserializer: D) -> Result<IndexMap<String, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    struct UniqueMap<V>(PhantomData<V>);

    impl<'de, V: Deserialize<'de>> Visitor<'de> for UniqueMap<V> {
        type Value = IndexMap<String, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("{…}")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut map = IndexMap::new();
            while let Some(key) = access.next_key::<String>()? {
                match map.entry(key) {
                    // The message carries the key alone; the sentence is translated elsewhere.
                    Entry::Occupied(entry) => return Err(A::Error::custom(entry.key())),
                    Entry::Vacant(entry) => {
                        entry.insert(access.next_value()?);
                    }
                }
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(UniqueMap(PhantomData))
}
