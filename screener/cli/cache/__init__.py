"""What --cache keeps: look into it, empty it."""

COMMANDS = {"info": "screener.cli.cache.info", "clear": "screener.cli.cache.clear"}
