#!/usr/bin/env bash
# The presentations of three examples as other programs read them, in our design and in that of templates
# as companies have them: against the schemas of ECMA-376, shape by shape, and drawn by LibreOffice. The
# program is built already.
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
# Marks on templates of other shapes and colours, and on one that has neither title nor foot.
logo=$(base64 -w0 <<<'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path d="M0 0H90V30Z"/></svg>')
brand="brand: (client: \"Cabinet Durand\", confidentiality: \"Diffusion restreinte\", accent: \"#7a1f5c\", \
logo: \"data:image/svg+xml;base64,$logo\"),"
mkdir -p "$out/templates"
$venv/bin/python packaging/deck/templates.py "$out/templates"
for profile in ville banque-sous-surveillance; do
  marked=$out/templates/$profile.attache.ron
  sed "s|^    author: .*|&\n    $brand|" profiles/$profile.attache.ron >"$marked"
  "$program" export "$marked" --to "$out/marked-$profile.pptx" --lang fr
  for template in "$out"/templates/*.p??x; do
    "$program" export "$marked" --template "$template" --lang fr \
      --to "$out/marked-$profile-$(basename "${template%.*}").pptx"
  done
done
# What is no template is refused, and nothing is written.
echo "no presentation" >"$out/templates/broken.potx"
if "$program" export profiles/ville.attache.ron --to "$out/broken.pptx" \
  --template "$out/templates/broken.potx" 2>/dev/null || [ -e "$out/broken.pptx" ]; then
  echo "a template that is none was taken"
  exit 1
fi
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
