"""A Report -> the parts of the HTML page, and beside them its template, style, script and colours as files."""
