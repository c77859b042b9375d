import pytest

from releasecli.extract.header.language import language

SENTENCES = {
    "en": "The minister said that the bridge would be open to all on Monday.",
    "az": "Nazir bildirib ki, körpü bazar ertəsi hamı üçün açıq olacaq və bu, vacibdir.",
    "ru": "Министр сообщил, что мост будет открыт для всех в понедельник.",
    "uk": "Міністр повідомив, що міст буде відкрито для всіх у понеділок.",
    "tr": "Bakan, köprünün pazartesi günü herkes için açık olacağını ve bunun çok önemli olduğunu söyledi.",
    "hy": "Նախարարն ասաց, որ կամուրջը բաց կլինի բոլորի համար։",
    "ka": "მინისტრმა განაცხადა, რომ ხიდი ყველასთვის ღია იქნება.",
    "de": "Der Minister sagte, dass die Brücke am Montag für alle geöffnet ist und nicht geschlossen wird.",
    "fr": "Le ministre a déclaré que le pont serait ouvert à tous lundi et que les travaux sont finis.",
    "es": "El ministro dijo que el puente estará abierto para todos el lunes y que las obras han terminado.",
    "it": "Il ministro ha detto che il ponte sarà aperto a tutti e che i lavori sono finiti.",
    "pt": "O ministro disse que a ponte não será aberta para todos e que as obras não foram concluídas.",
    "sv": "Ministern sade att bron ska vara öppen för alla och att det är bra för landet.",
    "pl": "Minister powiedział, że most jest otwarty dla wszystkich i nie będzie zamknięty do poniedziałku.",
    "ar": "قال الوزير إن الجسر سيكون مفتوحا من يوم الاثنين في هذا البلد",
    "fa": "وزیر گفت که این پل برای همه از دوشنبه باز است و می‌شود از آن گذشت",
    "zh": "部长表示，大桥将于星期一向所有人开放。",
    "ja": "大臣は橋が月曜日に開通すると述べました。",
    "si": "අමාත්‍යවරයා පැවසුවේ පාලම විවෘත වන බවයි.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_one_sentence_is_enough(code: str) -> None:
    assert language(SENTENCES[code])[0] == code


@pytest.mark.parametrize("text", ["", "12:30", "IBM", "— — —"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert language(text)[0] is None


def test_a_quotation_in_another_language_does_not_decide() -> None:
    assert language(SENTENCES["de"] * 3 + SENTENCES["en"])[0] == "de"
