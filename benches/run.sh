#!/usr/bin/env bash
# Every measure in one run: the engine and its analyses, a frame of the window, and the same
# million weight samples in numpy (Python with numpy is needed for that line alone).
set -euo pipefail
cd "$(dirname "$0")/.."
cargo bench --profile dist --bench analysis -- "${@:---quick}"
cargo bench --profile dist --bench frame
if python3 -c "import numpy" 2>/dev/null; then
  python3 benches/smaa_numpy.py
else
  echo "no numpy here: python3 -m pip install numpy, for the reference" >&2
fi
