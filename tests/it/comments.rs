//! What a person wrote beside the values of a profile survives that the program writes it.

use attache::model::{Comments, Knowledge, Profile};
use attache::store::examples;
use proptest::prelude::*;

fn read(text: &str) -> Profile {
    Profile::parse(&Knowledge::builtin(), "p.attache", text).unwrap()
}

/// A profile with comments at some of its lines: before, after, over two lines.
fn commented(text: &str, at: &[(usize, u8)]) -> (String, Vec<String>) {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut written = Vec::new();
    for (number, (line, kind)) in at.iter().enumerate() {
        // Our own line stays the first.
        let line = 1 + line % (lines.len() - 1);
        let (comment, alone) = match kind % 4 {
            0 => (format!("// n° {number} (: \"[{{"), false),
            1 => (format!("/* n° {number} /* , */ ) */"), false),
            2 => (format!("/* n° {number}\n   encore */"), true),
            _ => (format!("// seul {number}."), true),
        };
        // What follows a comment on its line would be part of it.
        if alone || lines[line].contains("//") {
            lines.insert(line, comment.clone());
        } else {
            lines[line] = format!("{} {comment}", lines[line]);
        }
        written.push(comment);
    }
    (lines.join("\n") + "\n", written)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_comment_is_lost_and_no_value_altered(
        example in 0..examples().len(),
        at in prop::collection::vec((0..400_usize, any::<u8>()), 0..12),
        forget in any::<bool>(),
    ) {
        let (text, written) = commented(examples()[example].text, &at);
        let mut profile = read(&text);
        let comments = Comments::of(&text);
        if forget {
            // What some of them stand beside goes.
            profile.scenarios.first.plan.events.clear();
            profile.header.description.clear();
        }
        let plain = profile.to_text().unwrap();
        let saved = comments.put_into(plain.clone());
        prop_assert_eq!(read(&saved), profile);
        for comment in &written {
            prop_assert_eq!(saved.matches(comment.as_str()).count(), 1, "{} in {}", comment, saved);
        }
        // Saved once more, nothing moves.
        prop_assert_eq!(Comments::of(&saved).put_into(plain), saved);
    }
}

#[test]
fn a_file_without_comments_is_written_as_ever() {
    for example in examples() {
        assert_eq!(Comments::of(example.text), Comments::default());
        let text = read(example.text).to_text().unwrap();
        assert_eq!(Comments::default().put_into(text.clone()), text);
    }
}
