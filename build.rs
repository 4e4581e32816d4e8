//! Gives the program for Windows its icon, which its installer and its shortcuts take from it.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=packaging/icon/attache.ico");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_some() {
        winresource::WindowsResource::new()
            .set_icon("packaging/icon/attache.ico")
            .compile()?;
    }
    Ok(())
}
