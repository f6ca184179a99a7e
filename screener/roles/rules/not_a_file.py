"""The path isn't a regular file.

A device or a pipe is never opened as a role, so that a check can't wait forever. Name a file ending in
.yaml, a folder of them, or a shipped role.
"""

SEVERITY = "error"
