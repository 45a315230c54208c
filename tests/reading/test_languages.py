"""Languages by script and function words."""

from __future__ import annotations

import pytest

from framing.reading.languages import detect_language, endonyms, language_name, language_names


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The talks were held in the old house by the harbour, and it was late when they ended."),
        ("de", "Die Gespräche wurden in dem alten Haus am Hafen geführt, und es war spät, als sie zu Ende waren."),
        ("fr", "Les discussions ont eu lieu dans la vieille maison du port et il était tard quand elles ont fini."),
        ("es", "Las conversaciones se celebraron en la vieja casa del puerto y era tarde cuando terminaron."),
        ("pt", "As conversas foram realizadas na velha casa do porto e já não era cedo quando os dois saíram."),
        (
            "it",
            "I colloqui si sono tenuti nella vecchia casa del porto ed era tardi quando sono finiti con un accordo.",
        ),
        ("nl", "De gesprekken werden gehouden in het oude huis aan de haven en het was laat toen ze voorbij waren."),
        ("sv", "Samtalen hölls i det gamla huset vid hamnen och det var sent när de var slut för dagen."),
        ("pl", "Rozmowy odbyły się w starym domu przy porcie i było późno, gdy się skończyły, ale nie za późno."),
        ("tr", "Görüşmeler limandaki eski evde yapıldı ve çok geç bir saatte bitti, ancak bu bir anlaşma için değil."),
        ("id", "Pembicaraan itu diadakan di rumah tua di pelabuhan dan tidak berakhir dengan baik untuk mereka."),
        ("ru", "Переговоры прошли в старом доме у порта, и было поздно, когда они закончились, но это не так."),
        (
            "uk",
            "Переговори пройшли у старому будинку, і було пізно, коли вони та всі інші пішли, але це не так.",
        ),
        ("ar", "جرت المحادثات في البيت القديم على الميناء وكان الوقت متأخرا بعد أن انتهت من هذا"),
        ("fa", "گفتگوها در خانه قدیمی بندر برگزار شد و این را برای آن با هم گفتند که دیر است"),
        ("zh", "会谈在港口的老房子里举行，结束时已经很晚了。"),
        ("ja", "会談は港の古い家で行われ、終わったときには遅かった。"),
        ("ko", "회담은 항구의 오래된 집에서 열렸고 늦게 끝났다."),
        ("el", "Οι συνομιλίες έγιναν στο παλιό σπίτι στο λιμάνι."),
        ("hi", "वार्ता बंदरगाह के पुराने घर में हुई।"),
    ],
)
def test_languages(code: str, text: str) -> None:
    assert detect_language(text) == code
    assert detect_language(text * 30) == code


@pytest.mark.parametrize("text", ["", "1234 5678", "zorb wux plim tarn geck", "𐎠𐎡𐎢 𐎣𐎤𐎥"])
def test_no_guess_without_grounds(text: str) -> None:
    assert detect_language(text) is None


def test_names() -> None:
    assert language_name("uk") == "Ukrainian"
    assert {"Russian", "Chinese"} <= set(language_names())
    assert {"русский", "deutsch", "中文"} <= endonyms()
    assert "" not in endonyms()
