"""Role files: check, test, compare, draft and show them."""

COMMANDS = {
    "list": "screener.cli.roles.list",
    "show": "screener.cli.roles.show",
    "check": "screener.cli.roles.check",
    "test": "screener.cli.roles.test",
    "diff": "screener.cli.roles.diff",
    "new": "screener.cli.roles.new",
    "schema": "screener.cli.roles.schema",
}
