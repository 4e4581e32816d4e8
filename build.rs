//! Gives the programs for Windows their icon, which installer and shortcuts take from them, what
//! Windows says of them, and the manifest that says what they expect of Windows.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=packaging/icon/attache.ico");
    println!("cargo::rerun-if-changed=packaging/windows/attache.manifest");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_some() {
        winresource::WindowsResource::new()
            .set_icon("packaging/icon/attache.ico")
            .set_manifest_file("packaging/windows/attache.manifest")
            .set("ProductName", "Attache")
            // The name of the program wherever Windows lists programs.
            .set("FileDescription", "Attache")
            .set("CompanyName", "The Attache authors")
            .set(
                "LegalCopyright",
                "© 2026 The Attache authors, MIT OR Apache-2.0",
            )
            .compile()?;
    }
    Ok(())
}
