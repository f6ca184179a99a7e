"""`python -m screener` is the same program as `screen`."""

from screener.cli.app import main

if __name__ == "__main__":
    main()
