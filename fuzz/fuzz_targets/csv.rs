#![no_main]
//! Any bytes, read as a table of values separated by signs.

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::csv(bytes));
