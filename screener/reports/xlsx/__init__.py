"""The workbook: `book` writes rows of inert cells, `sheets` says what stands in them."""
