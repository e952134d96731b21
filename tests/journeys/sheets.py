"""A workbook as a spreadsheet program shows it, for the guide."""

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

PROGRAMS = ("soffice", "pdftoppm")


def picture(content: bytes, target: Path, *, rows: range, folder: Path) -> None:
    """Draw the first sheet with LibreOffice, its columns as wide as these rows need; where it is not installed the old picture stays."""
    if not all(map(shutil.which, PROGRAMS)):
        return
    book = openpyxl.load_workbook(io.BytesIO(content))
    page = book.worksheets[0]
    for column in range(1, page.max_column):
        widest = max(len(str(page.cell(row, column).value or "")) for row in rows)
        page.column_dimensions[get_column_letter(column)].width = max(5, widest + 2)
    page.print_options.headings = page.print_options.gridLines = True
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.paperWidth, page.page_setup.paperHeight = "250mm", f"{10 + 4 * page.max_row}mm"
    page.page_margins = PageMargins(*[0.08] * 4, 0, 0)
    book.save(folder / "sheet.xlsx")
    home = (folder / "office").as_uri()
    office = ["soffice", "--headless", f"-env:UserInstallation={home}", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, str(folder / "sheet.xlsx")], check=True, capture_output=True)
    drawn = ["pdftoppm", "-png", "-singlefile", "-r", "140", str(folder / "sheet.pdf"), str(target.with_suffix(""))]
    subprocess.run(drawn, check=True, capture_output=True)
