"""What a run of `screen` consists of, once its options are understood."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from screener.cli.output import Destination

if TYPE_CHECKING:
    from screener.batch.files import FoundFiles
    from screener.batch.run import BatchOptions, ScreenFile
    from screener.model.role import Role


class Heading(NamedTuple):
    """What is said of a run wherever its results are."""

    role: "Role"
    as_of: date
    version: str


class Run(NamedTuple):
    """What is screened, how, and where it goes."""

    work: "ScreenFile"
    heading: Heading
    found: "FoundFiles"
    options: "BatchOptions"
    destinations: tuple[Destination, ...]

    @property
    def file_count(self) -> int:
        """Of rows, folders that can't be looked into among them."""
        return len(self.found.files) + len(self.found.failures)
