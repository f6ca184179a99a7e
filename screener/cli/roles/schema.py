"""`screen roles schema`: the JSON Schema of role files, for editors."""

from screener.cli import console
from screener.errors import ExitCode


def schema() -> int:
    """Print the JSON Schema of role files (draft-07)."""
    from screener.roles.json_schema import schema_text

    console.write_results(lambda stream: stream.write(schema_text()))
    return ExitCode.OK
