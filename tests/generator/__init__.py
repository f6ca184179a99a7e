"""Makes resumes with known truth from a seed, to measure how well they are understood.

A person is invented (`people`, `careers`), their jobs are set in one of the usual arrangements
(`arrangements`) with dates in one of the usual formats (`dates`), and the page is drawn as text, PDF
or DOCX (`layouts`). What a careful reader would say of the page is written down as it is made
(`truth`). Nothing here knows the screener's own word lists: the words of each language are in
`word_lists/*.yaml`, beside this file. `scoring` compares, `__main__` is the command.
"""
