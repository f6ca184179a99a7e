"""There is no such file, or it can't be opened.

The message names what was probably meant. Shipped roles go by their name alone, as in
`screen roles check backend-software-engineer`; `screen roles list` has them all.
"""

SEVERITY = "error"
