//! Writes the manual page: `cargo run --example manual > packaging/linux/attache.1`.

use std::io::{Write, stdout};

fn main() -> std::io::Result<()> {
    stdout().write_all(attache::cli::manual().as_bytes())
}
