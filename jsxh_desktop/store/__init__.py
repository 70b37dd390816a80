"""The workbook file: rows, migrations, change log and undo."""
