"""A number -> a folder of so many generated resumes, always the same ones."""

from pathlib import Path

from tests.generator.resumes import make


def make_folder(folder: Path, count: int, first_seed: int = 1) -> Path:
    """Draw the resumes that aren't there yet, a hundred to a folder."""
    for number in range(count):
        made = make(first_seed + number)
        path = folder / f"{number // 100:03}" / f"{number:06}{made.layout.suffix}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            made.layout.draw(made.sheet, path, first_seed + number)
    return folder
