#![no_main]
//! Any bytes, read as a knowledge base.

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::knowledge(bytes));
