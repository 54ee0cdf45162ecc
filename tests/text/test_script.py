import pytest

from geo.text.script import detect_language, direction


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("أعلن وزير الخارجية أن المباحثات في مسقط كانت مثمرة", "ar"),
        ("وزیر امور خارجه اعلام کرد که گفت‌وگوها در مسقط سازنده بود", "fa"),
        ("وزير امور خارجه گفت كه اين گفتگو را ادامه مي دهد و براي آن از تهران مي رود", "fa"),
        ("Министр заявил, что переговоры в Маскате были полезны", "ru"),
        ("The minister said the talks in Muscat were useful", "en"),
        ("قالت شركة Gulf Shipping إن سفنها عبرت المضيق", "ar"),
        ("", "en"),
        ("12345", "en"),
    ],
)
def test_detects_the_language_of_news(text, language):
    assert detect_language(text) == language


def test_direction():
    assert [direction(code) for code in ("ar", "fa", "ru", "en")] == ["rtl", "rtl", "ltr", "ltr"]
