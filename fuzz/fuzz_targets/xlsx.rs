#![no_main]
//! Any bytes, read as a workbook of opinions, put together from parts that may be anything.

#[path = "../checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| checks::xlsx(bytes));
