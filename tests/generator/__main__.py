"""Measures how resumes from fresh seeds are understood.

python -m tests.generator --count 2000                 seeds nobody has looked at; the first is printed
python -m tests.generator --count 50 --seed 7          the same ones again
python -m tests.generator --count 50 --keep DIR        keep the files that were misunderstood
"""

import argparse
import secrets
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

from screener import parse_resume, read_document
from screener.errors import DocumentError
from tests.generator.resumes import make
from tests.generator.scoring import FACTS, Outcome, by_class, figure, judge, share_right

_AS_OF = date(2026, 11, 30)
_WORDS = {"months": "experience right (least and most)", "degree": "degrees", "name": "names", "email": "e-mails"}


def main() -> None:
    options = _options()
    first = secrets.randbelow(10**9) if options.seed is None else options.seed
    _say(f"{options.count} resumes from seed {first}")
    seeds = range(first, first + options.count)
    measure = partial(measure_seed, keep=options.keep, out=options.out)
    if options.workers > 1:
        with ProcessPoolExecutor(options.workers) as pool:
            outcomes = list(pool.map(measure, seeds, chunksize=20))
    else:
        outcomes = [measure(seed) for seed in seeds]
    report(outcomes, options.show, options.keep)


def measure_seed(seed: int, *, keep: Path | None = None, out: Path | None = None) -> Outcome:
    """Make, draw, read, understand and judge one resume."""
    made = make(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{seed}{made.layout.suffix}"
        made.layout.draw(made.sheet, path, seed)
        try:
            resume = parse_resume(read_document(path), _AS_OF)
            judged, near = judge(resume, made.truth)
            outcome = Outcome(seed, made.classes, judged, near)
        except DocumentError as error:
            outcome = Outcome(seed, made.classes, {}, near=False, error=str(error))
        if out is not None:
            _copy(path, out)
        if keep is not None and any(outcome.misses(fact) for fact in FACTS):
            _copy(path, keep)
    return outcome


def report(outcomes: Sequence[Outcome], show: int, keep: Path | None) -> None:
    """The figures, then the misses by class and one by one."""
    _say(f"experience right (least and most): {share_right(outcomes, 'months'):.4f}")
    _say(f"experience within a month (middle): {sum(outcome.near for outcome in outcomes) / len(outcomes):.4f}")
    for fact in ("skills", "used", "periods", "degree"):
        found = figure(outcomes, fact)
        _say(f"{_WORDS.get(fact, fact)}: P {found.precision:.4f} R {found.recall:.4f} F1 {found.f1:.4f}")
    for fact in ("name", "email"):
        _say(f"{_WORDS[fact]} right: {share_right(outcomes, fact):.4f}")
    _say(f"not readable: {sum(bool(outcome.error) for outcome in outcomes)}")
    for fact in FACTS if show else ():
        _report_misses(outcomes, fact, show, keep)


def _report_misses(outcomes: Sequence[Outcome], fact: str, show: int, keep: Path | None) -> None:
    wrong = [outcome for outcome in outcomes if outcome.misses(fact)]
    if not wrong:
        return
    _say(f"\n{fact}: {len(wrong)} resumes with a miss")
    for kind, rows in by_class(outcomes, fact).items():
        _say(f"  by {kind}: " + ", ".join(f"{name} {count}/{total}" for name, count, total in rows[:12]))
    for outcome in wrong[:show]:
        where = f"{keep}/{outcome.seed}.*" if keep else str(outcome.seed)
        _say(f"  {where} [{' ; '.join(outcome.classes.values())}] {'; '.join(outcome.misses(fact))}")


def _copy(path: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, folder / path.name)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, help="the first seed (default: drawn fresh)")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--out", type=Path, metavar="DIR", help="keep all files")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the files with a miss")
    parser.add_argument("--show", type=int, default=10, help="misses shown for each fact; 0 for the figures alone")
    return parser.parse_args()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
