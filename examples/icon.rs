//! Draws the program's icon in every size that systems ask for, from its one drawing.
//! Usage: `cargo run --example icon`, from the root of the project.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "not the program"
)]

use std::error::Error;
use std::fs;

const DRAWING: &str = "packaging/icon/attache.svg";
const SIZES: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];
/// Units across the drawing.
const ACROSS: f32 = 256.0;

fn main() -> Result<(), Box<dyn Error>> {
    let drawing = fs::read_to_string(DRAWING)?;
    let fonts = attache::store::SystemFonts::of_computer();
    let mut pictures = Vec::new();
    for size in SIZES {
        let picture = attache::report::png(&drawing, size as f32 / ACROSS, &fonts)?;
        fs::write(format!("packaging/icon/{size}.png"), &picture)?;
        if size <= 256 {
            pictures.push((size, picture));
        }
    }
    fs::write("packaging/icon/attache.ico", ico(&pictures))?;
    Ok(())
}

/// The pictures in one file for Windows: a header, a directory, then the PNG files as they are.
fn ico(pictures: &[(u32, Vec<u8>)]) -> Vec<u8> {
    const HEADER: usize = 6;
    const ENTRY: usize = 16;
    let mut file = Vec::new();
    file.extend([0, 0, 1, 0]);
    file.extend((pictures.len() as u16).to_le_bytes());
    let mut at = HEADER + ENTRY * pictures.len();
    for (size, picture) in pictures {
        // 0 stands for 256; one plane of 32 bits.
        let side = (size % 256) as u8;
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend((picture.len() as u32).to_le_bytes());
        file.extend((at as u32).to_le_bytes());
        at += picture.len();
    }
    for (_, picture) in pictures {
        file.extend(picture);
    }
    file
}
