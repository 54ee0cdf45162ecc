"""Case endings, clauses without subject and light verbs of Russian news."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.relate.cases import cases_of


def _told(analysis) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(event.type, [(one.code, one.role) for one in event.actors]) for event in analysis.events]


@pytest.mark.parametrize(
    ("text", "label", "living", "expected"),
    [
        ("Киргизии", "Киргизия", False, {"gent", "datv", "loct"}),
        ("Китай", "Китай", False, {"nomn", "accs"}),
        ("Китая", "Китай", False, {"gent"}),
        ("Лаврову", "Сергей Лавров", True, {"datv"}),
        ("Путина", "Владимир Путин", True, {"gent", "accs"}),
        ("Белоруссией", "Беларусь", False, {"ablt"}),
        ("США", "США", False, set()),
        ("Лукашенко", "Александр Лукашенко", True, set()),
    ],
)
def test_case_by_ending(text: str, label: str, living: bool, expected: set[str]) -> None:  # noqa: FBT001
    assert cases_of(text, label, living=living) == expected


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        # The object first, the subject behind the verb.
        ("Литву поддержала Польша.", "SUPPORT", [("POL", "actor"), ("LTU", "recipient")]),
        ("Сербию поздравил президент Узбекистана.", "SUPPORT", [("UZB", "actor"), ("SRB", "recipient")]),
        # No subject: who is told by the office or the capital.
        ("Посла Чили вызвали в МИД Перу.", "ACCUSE", [("PER", "actor"), ("CHL", "recipient")]),
        ("В Осло осудили нападение Эритреи на Эфиопию.", "ACCUSE", [("NOR", "actor"), ("ERI", "recipient")]),
        # Oblique offices, a dative, a subject kept across «а».
        ("Министр обороны Дании встретился с послом Кении.", "CONSULT", [("DNK", "actor"), ("KEN", "actor")]),
        ("Индия вручила послу Непала ноту протеста.", "ACCUSE", [("IND", "actor"), ("NPL", "recipient")]),
        ("Решение о высылке дипломатов Перу приняла Кения.", "SANCTION", [("KEN", "actor"), ("PER", "recipient")]),
        # What is military, and no soldiers.
        ("Гана обстреляла военные склады Чада.", "ASSAULT", [("GHA", "actor"), ("TCD", "recipient")]),
        ("Военные Ганы обстреляли Чад.", "ASSAULT", [("GHA", "actor"), ("TCD", "recipient")]),
        # A bloc in small letters.
        ("Кения договорилась с шестёркой международных посредников.", "AGREE", [("KEN", "actor"), ("P5+1", "actor")]),
        ("Шведы ударили по порту Кронштадт.", "ASSAULT", [("SWE", "actor"), ("RUS", "recipient")]),
        ("Президент Ганы намерен посетить Лиму 3 мая 2024 года.", "CONSULT", [("GHA", "actor"), ("PER", "actor")]),
        ("Порт Одесса подвергся обстрелу со стороны России.", "ASSAULT", [("RUS", "actor"), ("UKR", "recipient")]),
    ],
)
def test_roles_by_case(read, text: str, kind: str, actors: list[tuple[str, str]]) -> None:
    assert (kind, actors) in _told(read(text, "ru"))


def test_one_more_act_is_not_the_same(read) -> None:
    text = "Кения предложила Чаду провести переговоры. Президент Кении также предложил Чаду открыть границу."
    assert [event.type for event in read(text, "ru").events] == ["REQUEST", "REQUEST"]


def test_head_of_a_foreign_ministry(read) -> None:
    text = "Глава японского МИДа прибыл в Оттаву. На следующий день он отозвал из России посла."
    assert ("SANCTION", [("JPN", "actor"), ("RUS", "recipient")]) in _told(read(text, "ru"))


def test_verb_keeps_its_noun_to_its_clause(read) -> None:
    assert not read("Президент Ганы заявил, что санкции против Мали никому не нужны.", "ru").events


def test_clause_after_contrast_keeps_its_subject(read) -> None:
    text = "Президент Ганы созвонился с президентом Того, а вечером принял посла Кубы."
    analysis = read(text, "ru", dt.date(2024, 5, 6))
    assert ("CONSULT", [("GHA", "actor"), ("CUB", "actor")]) in _told(analysis)
