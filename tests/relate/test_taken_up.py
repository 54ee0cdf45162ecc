"""Words about an act that was told before: who did it is whom they are about."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("language", "text", "kind", "parties"),
    [
        (
            "ar",
            "وقعت إثيوبيا والصومال اتفاقاً في أنقرة. ورحّب الاتحاد الأفريقي بالاتفاق.",
            "SUPPORT",
            {"AU", "ETH", "SOM"},
        ),
        ("ar", "قطعت الكونغو الديمقراطية علاقاتها مع رواندا واتهمتها بإرسال قوات.", "ACCUSE", {"COD", "RWA"}),
        ("en", "Israel struck Qatar. Jordan condemned the attack.", "ACCUSE", {"JOR", "ISR"}),
        ("en", "Fiji and India signed a defence pact. Beijing criticized the deal.", "ACCUSE", {"CHN", "FJI", "IND"}),
        (
            "fa",
            "ایران و هند قرارداد بندر چابهار را امضا کردند. روسیه از این قرارداد استقبال کرد.",
            "SUPPORT",
            {"RUS", "IRN", "IND"},
        ),
        (
            "ru",
            "Армения и Индия подписали договор о торговле. Франция приветствовала это соглашение.",
            "SUPPORT",
            {"FRA", "ARM", "IND"},
        ),
    ],
)
def test_words_are_about_those_who_acted(read, language: str, text: str, kind: str, parties: set[str]) -> None:
    found = [{actor.code for actor in event.actors} for event in read(text, language).events if event.type == kind]
    assert found == [parties]


def test_the_second_to_denounce_an_attack_does_not_denounce_the_first(read) -> None:
    analysis = read("Israel struck Qatar. Jordan condemned the attack. China denounced the strike.", "en")
    assert [actor.code for actor in analysis.events[-1].actors] == ["CHN", "ISR"]


def test_a_palace_that_stands_for_a_government_is_where_they_met(read) -> None:
    (event,) = read("اجتمع الرئيس التونسي قيس سعيد في قصر قرطاج بنظيره الجزائري.", "ar").events
    assert event.place is not None
    assert (event.place.entity, event.place.precision) == ("facility:carthage-palace", "site")
