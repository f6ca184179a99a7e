"""The file, or what its aliases make of it, is larger than any role.

A megabyte of text and 20,000 values are read, each alias counted as what it stands for.
"""

SEVERITY = "error"
