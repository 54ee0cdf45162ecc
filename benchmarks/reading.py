"""How fast texts are read, beside flashgeotext on the same texts in the same run.

The texts are those that the project has (the sample articles and the annotated texts), repeated under changed ids.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from flashgeotext.geotext import GeoText

from geo import pipeline
from geo.recognise import places
from geo.records import Document, Language
from geo.settings import Settings
from geo.text.fold import fold

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
CHARACTERS = 400_000
LANGUAGES: tuple[Language, ...] = ("ar", "en", "fa", "ru")


def texts(language: Language) -> list[str]:
    """Return texts of a language, repeated up to the wanted number of characters."""
    own = [
        path.read_text(encoding="utf-8").split("---\n")[1] for path in (ROOT / "tests/eval/texts").glob(f"{language}-*")
    ]
    if language == "ar":
        own += [path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt")]
    found: list[str] = []
    while sum(map(len, found)) < CHARACTERS:
        found += own
    return found


@dataclass(frozen=True, slots=True)
class Speed:
    """Characters a second, the medians of some rounds: by the clock on the wall and by the processor's own time.

    On a machine that others use too, the processor's time tells more.
    """

    wall: float
    processor: float


def speed(read: Callable[[str], object], sample: Sequence[str]) -> Speed:
    """Measure a reader on texts, in rounds after one to warm up."""
    length = sum(map(len, sample))
    rounds = [_round(read, sample) for _ in range(ROUNDS + 1)][1:]
    wall, processor = (length / statistics.median(times) for times in zip(*rounds, strict=True))
    return Speed(wall, processor)


def _round(read: Callable[[str], object], sample: Sequence[str]) -> tuple[float, float]:
    """Return seconds on the wall and of the processor for one reading of all texts."""
    wall, processor = time.perf_counter(), time.process_time()
    for text in sample:
        read(text)
    return time.perf_counter() - wall, time.process_time() - processor


def start_up(text: str) -> tuple[float, float]:
    """Return seconds and resident MB of a fresh process that reads one short text (the second start)."""
    code = (
        "import geo, resource, sys; geo.analyse(sys.argv[1]); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    for _ in range(2):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code, text], check=True, capture_output=True, text=True, cwd=ROOT)
        seconds = time.perf_counter() - start
    return seconds, int(done.stdout) / 1024


def main() -> None:
    """Print one line a language."""
    settings = Settings()
    gazetteer = pipeline.open_gazetteer(settings)
    peer = GeoText()
    print("characters a second (processor time)   recognition   analysis   flashgeotext   and ratios; on the wall")
    for language in LANGUAGES:
        sample = texts(language)
        lexicon = pipeline.open_lexicon(settings, language)

        def recognise(text: str, language: Language = language, lexicon: object = lexicon) -> object:
            return places.recognise(Document("t", text, language), fold(text), gazetteer, lexicon)  # type: ignore[arg-type]

        def analyse(text: str, language: Language = language) -> object:
            return pipeline.analyse(Document("t", text, language), settings)

        ours, whole, theirs = speed(recognise, sample), speed(analyse, sample), speed(peer.extract, sample)
        print(
            f"{language:38} {ours.processor:11,.0f} {whole.processor:10,.0f} {theirs.processor:14,.0f}"
            f"   {ours.processor / theirs.processor:.2f} {whole.processor / theirs.processor:.2f}"
            f"   {ours.wall:11,.0f} {whole.wall:10,.0f} {theirs.wall:14,.0f}"
        )
    for language, text in (("ar", "وصل الوفد إلى موسكو."), ("en", "The delegation arrived in Moscow.")):
        seconds, memory = start_up(text)
        print(f"fresh process, one sentence, {language}: {seconds:.2f} s, {memory:.0f} MB resident")
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB resident at most")


if __name__ == "__main__":
    main()
