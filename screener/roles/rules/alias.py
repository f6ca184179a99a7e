"""An alias names an anchor that isn't there, or one that contains it.

`*name` repeats what `&name` marked above it. The anchor must come first, and can't stand around its
own alias. A text that begins with a star needs quotes.

Bad:

    title: Backend Engineer
    skills: {must: *backend}

Good:

    title: Backend Engineer
    x-backend: &backend [Node.js]
    skills: {must: *backend}
"""

SEVERITY = "error"
