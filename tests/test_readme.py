"""What the README shows works as it stands there."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geo.cli import app
from geo.cli.extract import Format
from geo.read import READERS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "README.ar.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = "التقى وزير الخارجية النرويجي نظيره الياباني في أوسلو أمس."


def blocks(language: str, page: str = "README.md") -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def commands(program: str, page: str = "README.md") -> Iterator[list[str]]:
    for line in "".join(blocks("sh", page)).splitlines():
        words = shlex.split(line, comments=True)
        if words and words[0] == program:
            yield words[1:]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "more.md").write_text(f"# خبر\n\n{TEXT}", encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "n1", "text": TEXT}) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", ["README.md", "README.ar.md"])
def test_every_command_line_works(desk: Path, page: str) -> None:
    shown = list(commands("geo", page))
    assert {words[0] for words in shown} >= {"map", "find", "explain"}
    for words in shown:
        wanted = words[: words.index(">")] if ">" in words else words
        result = CliRunner().invoke(app, wanted)
        assert result.exit_code == 0, f"geo {' '.join(wanted)}: {result.stderr}"


def test_the_formats_and_files_it_names_are_those_that_there_are(desk: Path) -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert CliRunner().invoke(app, ["map", "article.txt"]).exit_code == 0
    assert all(f"`{path.name}`" in page for path in (desk / "out").iterdir())
    assert all(re.search(rf"\b{form.value}\b", page) for form in Format)
    named = {read for suffix, read in READERS.items() if re.search(rf"\b{suffix[1:]}\b", page)}
    assert named == set(READERS.values())


def test_every_make_target_is_there() -> None:
    rules = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {words[0] for page in ("README.md", "README.ar.md") for words in commands("make", page)}
    assert {"app", "map", "test"} <= shown <= rules


@pytest.mark.usefixtures("desk")
def test_the_python_example_works(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own page
    told = capsys.readouterr().out
    assert told.startswith("CONSULT ['IRN', 'RUS'] 2025-12-14 التقى")
    assert "<!DOCTYPE html>" in Path("map.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_link_leads_nowhere(page: Path) -> None:
    targets = re.findall(
        r"\]\(([^)#\s]+)[^)]*\)", re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    )
    missing = [one for one in targets if "://" not in one and not (page.parent / one).exists()]
    assert not missing
