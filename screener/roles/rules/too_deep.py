"""Lists and mappings are nested deeper than any role.

Forty levels are read; a role needs six. Such a file was made by a program, or to do harm.
"""

SEVERITY = "error"
