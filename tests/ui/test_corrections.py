"""Correcting in the app, without a browser: forms make corrections, undo takes them back, workspaces keep them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.export import geopackage
from geo.layers import frames
from geo.records import Atlas, Document
from geo.ui.downloads import content

APP = Path(__file__).resolve().parents[2] / "app.py"
LABELS = {
    key: one
    for key, one in json.loads((APP.parent / "geo/ui/labels.json").read_text(encoding="utf-8")).items()
    if isinstance(one["en"], str)
}
TEXT = "التقى وزير الخارجية المصري نظيره التركي في أنقرة يوم 3 مارس 2024. ووقعا اتفاقا في القاهرة."


@pytest.fixture(params=["en", "ar"])
def app(request: pytest.FixtureRequest) -> AppTest:
    """The app with one text of ours, in each language; the tests name widgets in English."""
    started = AppTest.from_file(str(APP), default_timeout=60)
    started.session_state["interface"] = request.param
    started.session_state["texts"] = [Document("own", TEXT, "ar", sha256="0" * 64)]
    started.run()
    assert not started.exception
    return started


def atlas(app: AppTest) -> Atlas:
    assert not app.exception
    return app.session_state["atlas"]


def spoken(english: str) -> set[str]:
    """Return a label in both languages: the page shows one of them."""
    found = {word for one in LABELS.values() if one["en"] == english for word in one.values()}
    assert len(found) > 1, english
    return found


def widget(kind: Any, label: str) -> Any:
    return next(one for one in kind if one.label in spoken(label))


def view(app: AppTest, name: str) -> AppTest:
    app.session_state["correct-view"] = name
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    return widget(app.main.button, label).click().run()


def test_an_event_is_edited_undone_and_done_again(app: AppTest) -> None:
    before = atlas(app)
    met = next(event for event in before.events if event.mode == "meet")
    widget(app.main.selectbox, "Event").set_value(met.id).run()
    widget(app.main.text_input, "Date (EDTF)").set_value("2024-03-05")
    widget(app.main.selectbox, "What").set_value("AID")
    press(app, "Save the changes")
    edited = next(event for event in atlas(app).events if event.id == met.id)
    assert (edited.type, edited.date.edtf, edited.corrected) == ("AID", "2024-03-05", True)
    assert edited.actors == met.actors
    assert app.session_state["history"].done[0].when
    press(app, "Undo")
    assert atlas(app) == before
    press(app, "Redo")
    assert next(event for event in atlas(app).events if event.id == met.id) == edited


def test_a_date_that_is_none_is_refused_in_words(app: AppTest) -> None:
    widget(app.main.text_input, "Date (EDTF)").set_value("last Monday")
    press(app, "Save the changes")
    assert any("EDTF" in error.value and "last Monday" in error.value for error in app.error)
    assert app.session_state["history"].done == ()


def test_an_event_is_left_out_and_the_files_follow(app: AppTest) -> None:
    first = atlas(app).events[0]
    press(app, "No event: leave it out")
    after = atlas(app)
    assert first.id not in {event.id for event in after.events}
    made = content("events.csv", after, frames(after), {}).decode("utf-8-sig")
    assert first.id not in made
    assert len(atlas(app).events) == made.count("own/e")


def test_a_name_takes_a_place_that_was_looked_up(app: AppTest) -> None:
    view(app, "name")
    chosen = next(
        one for one in widget(app.main.selectbox, "Name in the texts (doubtful ones first)").options if "أنقرة" in one
    )
    names = widget(app.main.selectbox, "Name in the texts (doubtful ones first)")
    names.select(chosen).run()
    widget(app.main.text_input, "Look up another place or party").set_value("Ankara").run()
    readings = widget(app.main.radio, "What it may stand for")
    assert readings.options[0].startswith(("Ankara", "أنقرة"))
    widget(app.main.text_input, "Look up another place or party").set_value("Gdynia").run()
    readings = widget(app.main.radio, "What it may stand for")
    gdynia = next(one for one in readings.options if one.startswith(("Gdynia", "غدينيا")))
    readings.set_value(gdynia).run()
    press(app, "Take this reading")
    mention = next(one for one in atlas(app).analyses[0].mentions if one.text == "أنقرة")
    assert atlas(app).entities[mention.entity].label("en") == "Gdynia"
    met = next(event for event in atlas(app).events if event.mode == "meet")
    assert met.place.entity == mention.entity


def test_a_place_is_moved(app: AppTest) -> None:
    view(app, "name")
    names = widget(app.main.selectbox, "Name in the texts (doubtful ones first)")
    names.select(next(one for one in names.options if "القاهرة" in one)).run()
    widget(app.main.number_input, "Latitude (°)").set_value(30.5).run()
    press(app, "Move it")
    assert atlas(app).entities["geonames:360630"].lat == 30.5


def words(app: AppTest, *chosen: str) -> AppTest:
    pills = widget(app.main.button_group, "Its words: choose the first and the last")
    return pills.set_value([pills.options.index(one) for one in chosen]).run()


def test_a_name_and_an_event_are_added(app: AppTest) -> None:
    view(app, "add")
    words(app, "الخارجية")
    assert widget(app.main.text_input, "Look up another place or party").value == "الخارجية"
    widget(app.main.toggle, "A place that the gazetteer does not have").set_value(True).run()
    widget(app.main.text_input, "Its name").set_value("Ministry")
    for label, degrees in (("Latitude (°)", 30.06), ("Longitude (°)", 31.23)):
        widget(app.main.number_input, label).set_value(degrees)
    app.run()
    press(app, "Add the name")
    added = next(one for one in atlas(app).analyses[0].mentions if one.entity == "hand:ministry")
    assert added.text == "الخارجية"
    number = len(atlas(app).events)
    app.session_state["add-kind"] = "event"
    app.run()
    widget(app.main.multiselect, "Parties").set_value(["country:EG"])
    press(app, "Add the event")
    made = atlas(app).events[-1]
    assert len(atlas(app).events) == number + 1
    assert ([one.entity for one in made.actors], made.rule) == (["country:EG"], "by hand")


def test_words_are_chosen_from_first_to_last_and_cut_to_the_letter(app: AppTest) -> None:
    view(app, "add")
    widget(app.main.selectbox, "Sentence that tells it").select_index(1).run()
    words(app, "ووقعا", "القاهرة")
    exact = widget(app.main.text_input, "Exactly these letters")
    assert exact.value == "ووقعا اتفاقا في القاهرة"
    exact.set_value("nothing of it").run()
    assert any(one.value in spoken("The text does not have these words.") for one in app.main.warning)
    exact = widget(app.main.text_input, "Exactly these letters").set_value("اتفاقا").run()
    app.session_state["add-kind"] = "event"
    app.run()
    press(app, "Add the event")
    made = atlas(app).events[-1]
    assert TEXT[made.trigger.start : made.trigger.end] == "اتفاقا"


def test_two_events_are_merged_and_the_log_takes_one_back(app: AppTest) -> None:
    before = atlas(app)
    widget(app.main.multiselect, "Events to merge into this one").set_value([before.events[1].id]).run()
    press(app, "Merge")
    assert len(atlas(app).events) == len(before.events) - 1
    widget(app.main.multiselect, "Sentences of the other event").set_value([1]).run()
    press(app, "Split")
    assert len(atlas(app).events) == len(before.events)
    view(app, "log")
    app.session_state["history"] = app.session_state["history"].without(0)
    app.run()
    assert [one.kind for one in app.session_state["history"].done] == ["split_event"]
    assert any(issue.kind == "correction_lost" for issue in atlas(app).issues)


def test_a_workspace_is_saved_and_opened(app: AppTest, tmp_path: Path) -> None:
    press(app, "No event: leave it out")
    saved = atlas(app)
    geopackage.write(frames(saved), saved, tmp_path / "work.gpkg")
    other = AppTest.from_file(str(APP), default_timeout=60)
    other.session_state["interface"] = "en"
    other.run()
    uploader = next(one for one in other.sidebar.get("file_uploader") if "gpkg" in one.label)
    uploader.set_value([("work.gpkg", (tmp_path / "work.gpkg").read_bytes(), "application/geopackage+sqlite3")])
    widget(other.sidebar.button, "Open").click().run()
    assert [one.text for one in other.session_state["texts"]] == [TEXT]
    assert [one.kind for one in atlas(other).corrections] == ["reject_event"]
    assert len(atlas(other).events) == len(saved.events)


@pytest.mark.parametrize("interface", ["ar", "en"])
@pytest.mark.parametrize("name", ["event", "name", "add", "log"])
def test_every_view_draws_in_both_languages(app: AppTest, interface: str, name: str) -> None:
    press(app, "No event: leave it out")
    app.session_state["interface"] = interface
    view(app, name)
    assert not app.exception


def test_a_hostile_sentence_stays_text() -> None:
    started = AppTest.from_file(str(APP), default_timeout=60)
    started.session_state["interface"] = "en"
    hostile = "التقى وزير الخارجية المصري نظيره التركي في أنقرة <img src=x onerror=alert(1)>"
    title = "</footer><script>alert(2)</script>"
    started.session_state["texts"] = [Document("own", hostile, "ar", title=title, sha256="0" * 64)]
    started.run()
    assert not started.exception
    drawn = "".join(one.proto.body for one in started.main.get("html"))
    assert "&lt;img" in drawn
    assert "&lt;script&gt;" in drawn
    assert "<img" not in drawn
    assert "<script" not in drawn
