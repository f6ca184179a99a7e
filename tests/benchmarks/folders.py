"""A number -> a folder of so many generated resumes, always the same ones."""

from itertools import count as numbers
from itertools import islice
from pathlib import Path

from tests.generator.resumes import make

_TAKEN = {".pdf", ".docx"}  # in folders; plain text is left out there


def make_folder(folder: Path, count: int, first_seed: int = 1) -> Path:
    """Draw the resumes that aren't there yet, a hundred to a folder."""
    drawn = ((seed, made) for seed in numbers(first_seed) if (made := make(seed)).layout.suffix in _TAKEN)
    for number, (seed, made) in enumerate(islice(drawn, count)):
        path = folder / f"{number // 100:03}" / f"{number:06}{made.layout.suffix}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            made.layout.draw(made.sheet, path, seed)
    return folder
