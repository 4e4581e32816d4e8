#!/usr/bin/env bash
# Writes the notice of third parties, from the libraries' own files: third-party.sh TO
set -euo pipefail
to=$(realpath "$1")
cd "$(dirname "$0")/.."
cargo about generate --locked --offline --config packaging/about.toml --output-file "$to" packaging/about.hbs
