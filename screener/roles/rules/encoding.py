"""The file isn't text as UTF-8, or holds control characters.

Save it as UTF-8 in the editor (UTF-16 and UTF-32 with their mark are read, too). A control character
mostly comes from another program's copy and paste: type the line again. A posting as PDF or DOCX is no
role; `screen roles new` drafts one from it.
"""

SEVERITY = "error"
