//! Writes a fit into the text of the knowledge base, and leaves all else as it stands.

use std::error::Error;
use std::fs;
use std::path::Path;

use attache::model::{AlternativeId, Id, Knowledge};

use super::model::Fit;

pub fn write(knowledge: &Knowledge, fits: &[(String, Fit, usize)]) -> Result<(), Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/knowledge.ron");
    let text = fs::read_to_string(&path)?;
    let factors = knowledge.factors.len() as f64;
    let mut out = String::new();
    let mut fit: Option<&(String, Fit, usize)> = None;
    let (mut curve, mut alternative) = (0, 0);
    for line in text.lines() {
        let inside = line.trim_start();
        let question = inside
            .strip_prefix("id: \"")
            .and_then(|rest| rest.strip_suffix("\","));
        if let Some(id) = question {
            fit = fits.iter().find(|(question, _, _)| question == id);
            (curve, alternative) = (0, 0);
        }
        let line = match fit {
            Some((_, _, cases)) if inside.starts_with("cases: ") => {
                let (before, _) = line.split_once("cases: ").unwrap_or_default();
                format!("{before}cases: {cases},")
            }
            Some((_, fit, _)) if inside.starts_with("(to: ") => {
                curve += 1;
                let times = fit.times[curve - 1];
                with(line, "times", &format!("{times:.2}"), "points: ")
            }
            Some((_, fit, _)) if inside.starts_with("(id: ") && inside.contains(" phrase: ") => {
                let base = fit.bases[AlternativeId::new(alternative)] / (fit.scale * factors);
                alternative += 1;
                with(line, "base", &format!("{base:.4}"), "label: ")
            }
            _ => line.to_owned(),
        };
        out.push_str(&line);
        out.push('\n');
    }
    fs::write(path, out)?;
    Ok(())
}

/// The line with this field, in front of another that it has, or in place of what it had.
fn with(line: &str, field: &str, value: &str, before: &str) -> String {
    let name = format!("{field}: ");
    let bare = match line.split_once(&name) {
        Some((left, right)) => {
            let rest = right.split_once(", ").map_or("", |(_, rest)| rest);
            format!("{left}{rest}")
        }
        None => line.to_owned(),
    };
    bare.replacen(before, &format!("{name}{value}, {before}"), 1)
}
