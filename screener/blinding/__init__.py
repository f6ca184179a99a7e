"""A Report -> the same report without anything that tells who the candidates are, and the key that leads back.

`report` gives every row its pseudonym, `outcomes` walks through all texts of a row, `redactor` puts marks over what
the finders (`names`, `contacts`, `places`, `schools`, `dates`) see in one text. Judging is over by then: verdicts and
scores are those of the whole resume. No format knows about it.
"""
