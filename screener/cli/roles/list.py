"""`screen roles list`: the shipped roles."""

from screener.cli import console
from screener.errors import ExitCode


def list() -> int:  # noqa: A001
    """List the roles that come with screener."""
    from screener.reports.role_words import one_line
    from screener.roles.load import load_role
    from screener.roles.source import shipped_roles

    roles = [load_role(name) for name in shipped_roles()]
    width = max((len(role.file) for role in roles), default=0)
    lines = [f"{role.file:{width}}  {role.title}: {one_line(role)}" for role in roles]
    console.write_results(lambda stream: stream.write("".join(f"{line}\n" for line in lines)))
    return ExitCode.OK
