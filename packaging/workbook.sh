#!/usr/bin/env bash
# The workbook and the questionnaire as two other programs read them: LibreOffice opens and prints every
# sheet, openpyxl finds numbers where there are to be some.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo build --quiet --bin attache
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for profile in profiles/*.attache.ron; do
  name=$(basename "$profile" .attache.ron)
  for lang in fr en; do
    target/debug/attache export "$profile" --to "$folder/$name-$lang.xlsx" --lang "$lang"
  done
done

# The one that the package of openpyxl is for.
/usr/bin/python3 - "$folder"/*.xlsx <<'PYTHON'
import sys
from datetime import datetime
from openpyxl import load_workbook

for path in sys.argv[1:]:
    book = load_workbook(path)
    assert len(book.worksheets) == 12, path
    for sheet in book.worksheets:
        header = [cell.value for cell in sheet[1]]
        assert all(isinstance(title, str) and title for title in header), (path, sheet.title)
        assert len(set(header)) == len(header), (path, sheet.title, header)
        assert sheet.freeze_panes is not None, (path, sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (path, sheet.title, cell.coordinate)
                assert cell.data_type != "e", (path, sheet.title, cell.coordinate)
    course = book.worksheets[9]
    assert course.max_row == 22 and len(course._charts) == 1, path
    for row in range(2, 23):
        assert course.cell(row, 1).value == row - 2, path
        assert isinstance(course.cell(row, 3).value, datetime), path
        shares = [course.cell(row, column).value for column in range(4, 8)]
        assert all(isinstance(share, (int, float)) for share in shares), (path, row)
        assert abs(sum(shares) - 1) < 1e-6, (path, row, shares)
PYTHON

soffice --headless "-env:UserInstallation=file://$folder/office" --convert-to pdf --outdir "$folder" \
  "$folder"/*.xlsx >/dev/null 2>&1
for book in "$folder"/*.xlsx; do
  pages=$(pdfinfo "${book%.xlsx}.pdf" | sed -n 's/^Pages: *//p')
  if [ "$pages" -lt 12 ]; then
    echo "$book: $pages pages of 12 sheets" >&2
    exit 1
  fi
done
