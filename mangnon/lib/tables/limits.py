"""What a list may weigh. Honest lists stay far below: 100,000 rows of 20 columns are 7 MB packed and 90 MB unpacked, 12.6 to 1."""

MIB = 1024 * 1024

UNPACKED = 1_200_000_000  # bytes of all parts of a package together
RATIO = 40  # unpacked to packed; a bomb reaches 1,000
RATIO_FROM = 4 * MIB  # a part this small may pack well by chance, and harms nobody
PARTS = 2_000
SHEETS = 200
ROWS = 1_048_576  # what Excel itself holds
SAME_ROWS = 1_000  # times a row as full as one of a list may be repeated
FULL_ROW = 4  # filled cells of such a row
COLUMNS = 512  # Excel holds 16,384; a list of people never comes near
EXCEL_COLUMNS = 16_384
CELLS = 40_000_000  # filled cells of a file
CELL_TEXT = 32_767  # characters Excel holds in a cell
STRINGS = 256 * MIB  # bytes of all different texts
STYLES = 66_000  # Excel's limit is 65,490
COMMENTS = 20_000  # on the cells of a sheet
COMMENT_TEXT = 2_000  # characters kept of one
STRUCK_TEXTS = 50_000  # texts of a file of which only a part is struck out
SPANS = 200_000  # merged ranges of a sheet
FLAT_SPANS = 5_000  # kept of those within one row
TEXT_FILE = 300 * MIB  # bytes of a .csv
SPOOLED = 4_000_000_000  # characters of all rows together

MEMORY = 400 * MIB  # address space of the process that parses
PROCESSOR_SECONDS = 150
WALL_SECONDS = 900  # a busy machine gives little of its processor
SPOOL_FILE = 1_500_000_000  # bytes on disk of the rows, packed
