import sys

import pytest

from sources.language import language_of

TEXTS = {
    "en": "The harbour council voted on Tuesday to close the old ferry terminal, a decision that surprised many of the "
    "traders who work there and that the mayor defended as the only way to save money this year.",
    "de": "Der Hafenrat hat am Dienstag beschlossen, das alte Fährterminal zu schließen. Viele Händler, die dort "
    "arbeiten, waren überrascht, doch die Bürgermeisterin nannte den Beschluss den einzigen Weg, um Geld zu sparen.",
    "fr": "Le conseil du port a décidé mardi de fermer l'ancien terminal des ferries, une décision qui a surpris de "
    "nombreux commerçants et que la maire a défendue comme le seul moyen de faire des économies cette année.",
    "es": "El consejo del puerto decidió el martes cerrar la antigua terminal de transbordadores, una decisión que "
    "sorprendió a muchos comerciantes y que la alcaldesa defendió como la única manera de ahorrar dinero este año.",
    "ru": "Совет порта во вторник решил закрыть старый паромный терминал. Многие торговцы, которые там работают, были "
    "удивлены, но мэр назвала это решение единственным способом сэкономить деньги в этом году.",
    "zh": "港口委员会星期二决定关闭旧渡轮码头，这一决定令许多在那里工作的商人感到意外。"
    "市长表示，这是今年节省开支的唯一办法，"
    "并承诺为受影响的员工寻找新的工作岗位，同时保留码头的历史建筑，供市民参观。",
    "ar": "قرر مجلس الميناء يوم الثلاثاء إغلاق محطة العبارات القديمة، وهو قرار فاجأ كثيرا من التجار الذين يعملون هناك، "
    "ودافعت عنه رئيسة البلدية بوصفه السبيل الوحيد لتوفير المال هذا العام.",
    "ko": "항만 위원회는 화요일에 오래된 여객선 터미널을 닫기로 결정했다. 이 결정은 그곳에서 일하는 많은 상인들을 "
    "놀라게 했으며 시장은 올해 예산을 아끼기 위한 유일한 방법이라고 설명했다. "
    "직원들은 다른 곳에서 일하게 된다고 시는 밝혔다.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_paragraph_names_its_language(code):
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Harbour council votes to close ferry terminal",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
        "港口委员会星期二决定",
        "12 345 67 " * 40,
        "\n \t " * 50,
        "https://example.org/a?b=1 " * 3,
    ],
)
def test_a_text_too_short_to_tell_has_none(text):
    assert language_of(text) is None


def test_a_text_of_no_language_has_none():
    assert language_of("qxv zzkw pfft brrq xnn wqe " * 6) is None


def test_foreign_quotations_leave_an_english_article_english():
    quoted = '"Das ist das Ende unseres Hafens", she told the Abendpost, adding: "Wir geben nicht auf." ' * 2
    assert language_of(TEXTS["en"] + " " + quoted + TEXTS["en"]) == "en"


def test_a_list_of_english_headlines_is_english():
    headlines = (
        "Council shuts ferry terminal\n\nTraders angry over port plan\n\nMayor: no money left\n\n"
        "What the closure means for you\n\nFerry workers march on town hall\n\nOpinion: a port without ships"
    )
    assert language_of(headlines) == "en"


def test_capitals_do_not_change_the_language():
    assert language_of(TEXTS["en"].upper()) == "en"


def test_the_model_is_not_loaded_by_the_import():
    import subprocess

    code = "import sys, sources.language; print('py3langid' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"
