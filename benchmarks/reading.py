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
from geo.records import Analysis, Document, Language
from geo.settings import Settings
from geo.text.fold import fold

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 7
CHARACTERS = 200_000
LANGUAGES: tuple[Language, ...] = ("ar", "en", "fa", "ru")


def own_texts(language: Language) -> list[str]:
    """Return the texts of a language that the project has, each once."""
    own = [
        path.read_text(encoding="utf-8").split("---\n")[1] for path in (ROOT / "tests/eval/texts").glob(f"{language}-*")
    ]
    if language == "ar":
        own += [path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt")]
    return own


def texts(language: Language) -> list[str]:
    """Return texts of a language, repeated up to the wanted number of characters."""
    own, found = own_texts(language), list[str]()
    while sum(map(len, found)) < CHARACTERS:
        found += own
    return found


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of the processor that readers took, round by round: they take turns, so a busy minute slows all."""

    characters: int
    rounds: tuple[tuple[float, ...], ...]

    def speed(self, reader: int) -> float:
        """Return characters a second, the median of the rounds."""
        return self.characters / statistics.median(times[reader] for times in self.rounds)

    def ratio(self, reader: int, peer: int) -> tuple[float, float, float]:
        """Return the speed of a reader as a share of a peer's in the same round: lowest, median, highest."""
        ratios = sorted(times[peer] / times[reader] for times in self.rounds)
        return ratios[0], statistics.median(ratios), ratios[-1]


def measure(readers: Sequence[Callable[[str], object]], sample: Sequence[str]) -> Measured:
    """Measure readers on the same texts by turns, after one round to warm up."""
    rounds = [tuple(_seconds(read, sample) for read in readers) for _ in range(ROUNDS + 1)][1:]
    return Measured(sum(map(len, sample)), tuple(rounds))


def _seconds(read: Callable[[str], object], sample: Sequence[str]) -> float:
    """Return the seconds of the processor for one reading of all texts."""
    start = time.process_time()
    for text in sample:
        read(text)
    return time.process_time() - start


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


def compare(language: Language, settings: Settings, peer: GeoText) -> None:
    """Print how fast texts of a language are read: at first sight, then again and again beside the peer."""
    gazetteer, lexicon = pipeline.open_gazetteer(settings), pipeline.open_lexicon(settings, language)

    def recognise(text: str) -> object:
        return places.recognise(Document("t", text, language), fold(text), gazetteer, lexicon)

    def analyse(text: str) -> Analysis:
        return pipeline.analyse(Document("t", text, language), settings)

    own = own_texts(language)
    analyse(own[0])  # opens files and builds tables
    length = sum(map(len, own[1:]))
    first = length / _seconds(analyse, own[1:])
    found = sum(len(analyse(text).mentions) for text in own[1:])
    taken = measure((recognise, analyse, peer.extract), texts(language))
    shares = (f"{middle:.3f} ({low:.3f}-{high:.3f})" for low, middle, high in (taken.ratio(0, 2), taken.ratio(1, 2)))
    print(
        f"{language} {1000 * found / length:5.1f} {first:11,.0f}"
        f" {taken.speed(0):12,.0f} {taken.speed(1):10,.0f} {taken.speed(2):12,.0f}   " + "   ".join(shares)
    )


def main() -> None:
    """Print one line a language."""
    settings, peer = Settings(), GeoText()
    print("mentions per 1,000 characters; characters a second of processor time (analysis at first sight of each text;")
    print("then repeated: recognition, analysis, flashgeotext); shares of the peer's speed, median (lowest-highest)")
    for language in LANGUAGES:
        compare(language, settings, peer)
    for language, text in (("ar", "وصل الوفد إلى موسكو."), ("en", "The delegation arrived in Moscow.")):
        seconds, memory = start_up(text)
        print(f"fresh process, one sentence, {language}: {seconds:.2f} s, {memory:.0f} MB resident")
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB resident at most")


if __name__ == "__main__":
    main()
