"""Outcomes -> those with a verdict in the order of every table, and those without one apart."""

from collections.abc import Sequence
from posixpath import commonpath, dirname

from screener.model.path_order import path_order
from screener.model.screening import Outcome, Screening, Unreadable, Verdict

Judged = tuple[Outcome, Screening]


def ranked(outcomes: Sequence[Outcome]) -> list[Judged]:
    """By verdict, score and path."""
    order = list(Verdict)
    judged = [(item, item.result) for item in outcomes if isinstance(item.result, Screening)]
    judged.sort(key=lambda pair: (order.index(pair[1].verdict), -pair[1].score, path_order(pair[0].file)))
    return judged


def unreadable(outcomes: Sequence[Outcome]) -> list[tuple[Outcome, Unreadable]]:
    """Files without a verdict, by path."""
    return [(item, item.result) for item in outcomes if isinstance(item.result, Unreadable)]


def shared_folder(outcomes: Sequence[Outcome]) -> str:
    """The folder that all files lie in, when there is one worth naming."""
    folders = [dirname(outcome.file) for outcome in outcomes]
    if len(folders) < 2 or not all(folders) or len({folder.startswith("/") for folder in folders}) > 1:
        return ""
    return commonpath(folders).rstrip("/")


def within(file: str, folder: str) -> str:
    """The rest of a path, for where the folder is named already."""
    return file[len(folder) + 1 :] if folder and file.startswith(folder + "/") else file
