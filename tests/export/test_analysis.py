from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from geo.export import analysis
from geo.records import Analysis, Atlas, Document

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))


def merged(atlas: Atlas) -> Analysis:
    from dataclasses import replace

    return replace(atlas.analyses[0], events=atlas.events)


def test_records_keep_the_schema(atlas: Atlas) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for one in (*atlas.analyses, merged(atlas), Analysis(Document("empty", "x", "en"))):
        assert [error.message for error in validator.iter_errors(analysis.as_dict(one))] == []


@pytest.mark.parametrize(("key", "value"), [("schema", "geo-analysis/2"), ("events", [{}]), ("more", 1)])
def test_the_schema_refuses_other_records(atlas: Atlas, key: str, value: object) -> None:
    record = {**analysis.as_dict(atlas.analyses[0]), key: value}
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(record))


def test_offsets_point_at_the_words(atlas: Atlas) -> None:
    for one in atlas.analyses:
        record = analysis.as_dict(one)
        assert record["mentions"]
        for mention in record["mentions"]:
            assert one.document.text[mention["start"] : mention["end"]] == mention["text"]


def test_half_a_surrogate_pair_is_written_and_read_back(tmp_path: Path) -> None:
    analysis.write([Analysis(Document("a", "x", "en", title="\ud83d"))], tmp_path / "a.jsonl")
    assert json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))["document"]["title"] == "\ud83d"
