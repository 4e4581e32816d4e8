#!/usr/bin/env bash
# The presentations of three examples as other programs read them: against the schemas of ECMA-376, shape
# by shape, and drawn by LibreOffice. The program is built already.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-target/debug/attache}
out=${2:-$(mktemp -d)}
venv=target/deck-venv
if ! [ -x $venv/bin/openxml-audit ]; then
  python3 -m venv $venv
  $venv/bin/pip install --quiet python-pptx==1.0.2 openxml-audit==0.8.0 openpyxl==3.1.5
fi
for profile in banque-sous-surveillance ville reseau-de-magasins; do
  for lang in fr en; do
    "$program" export "profiles/$profile.attache.ron" --to "$out/$profile-$lang.pptx" --lang $lang
  done
done
# A presentation is a template as well.
"$program" export profiles/ville.attache.ron --to "$out/template-fr.pptx" \
  --template "$out/ville-en.pptx" --lang fr
$venv/bin/python packaging/deck/check.py "$out"/*.pptx
for deck in "$out"/*.pptx; do
  $venv/bin/openxml-audit "$deck"
done
soffice --headless --convert-to pdf --outdir "$out" "$out"/*.pptx >/dev/null 2>&1
for deck in "$out"/*.pptx; do
  pages=$(pdfinfo "${deck%.pptx}.pdf" | awk '/^Pages/ { print $2 }')
  [ "$pages" = 6 ] || { echo "$deck: $pages pages"; exit 1; }
done
echo "presentations: read by python-pptx, valid, six pages each"
