"""Where the resume of an example may lie: beside its role file, or below.

A role file comes from anybody who opens a pull request, and its examples must not look around in the
machine that runs them.
"""

from pathlib import PurePosixPath, PureWindowsPath


def leads_outside(resume: str) -> bool:
    """Whether a path of an example is absolute or climbs out of the role's folder."""
    plain = resume.replace("\\", "/")
    if PurePosixPath(plain).is_absolute() or PureWindowsPath(resume).drive:
        return True
    depth = 0
    for part in PurePosixPath(plain).parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            return True
    return False
