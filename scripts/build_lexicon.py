"""Compile ``data/curated/lexicon/<language>/<name>.yml`` into ``data/built/lexicon/<language>.json``.

Each file becomes one key of its language. Russian offices and bodies are given in every case (``cases``), titles beside
them in every form. Where ``data/curated/schema/lexicon/<name>.json`` (JSON Schema) exists, the
file must fit it. Words that YAML would read as yes or no (no, on, off) stay words; a key given twice is an error.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import yaml
from folders import BUILT, CURATED, ROOT
from russian_phrases import cases_of

TARGET = BUILT / "lexicon"


class WordLoader(yaml.SafeLoader):
    """YAML without booleans and dates (``on`` and ``no`` are words here) and with unique keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        """Build a mapping; a key given twice is an error."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key given twice: {key!r}", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


_NOT_WORDS = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _NOT_WORDS]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Any:  # noqa: ANN401 - word lists differ in shape; the schema of each says which
    """Read one word list and check it against its schema, if it has one."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=WordLoader)  # noqa: S506 - a SafeLoader
    schema = CURATED / "schema" / "lexicon" / f"{path.stem}.json"
    if schema.is_file():
        jsonschema.validate(content, json.loads(schema.read_text(encoding="utf-8")))
    if not isinstance(content, dict | list):
        raise TypeError(f"{path}: a word list must be a mapping or a list")
    return content


def build(folder: Path) -> dict[str, Any]:
    """Return the word lists of one language folder by name."""
    lists = {path.stem: load(path) for path in sorted(folder.glob("*.yml"))}
    if folder.name == "ru":
        _decline(lists["offices"], "offices")
        _decline(lists["bodies"], "bodies")
    return lists


def _decline(content: dict[str, Any], heads: str) -> None:
    """Add the cases of each head (case -> phrases), and those of the words that stand beside heads."""
    for entry in content[heads]:
        cases: dict[str, list[str]] = {}
        for written in (phrase for phrases in entry["forms"].values() for phrase in phrases):
            for case, form in cases_of(written).items():
                if form not in cases.setdefault(case, []):
                    cases[case].append(form)
        entry["cases"] = cases
    for beside in ("infixes", "honorifics", "counterparts"):
        if beside in content:
            content[beside] = list(dict.fromkeys(form for one in content[beside] for form in cases_of(one).values()))


def main() -> None:
    """Write one JSON file a language."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for folder in sorted(path for path in (CURATED / "lexicon").iterdir() if path.is_dir()):
        try:
            lists = build(folder)
        except (yaml.YAMLError, jsonschema.ValidationError, TypeError) as error:
            sys.exit(f"{folder.relative_to(ROOT)}: {error}")
        target = TARGET / f"{folder.name}.json"
        target.write_text(json.dumps(lists, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{target.name}: {', '.join(lists)}")


if __name__ == "__main__":
    main()
