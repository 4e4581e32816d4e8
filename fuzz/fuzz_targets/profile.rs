#![no_main]
//! Any bytes, read as a profile.

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::profile(bytes));
