from io import StringIO

from releasecli.model.output import FactLine
from releasecli.render.terminal.console import console
from releasecli.render.terminal.told import paint

FACTS = [
    FactLine("2024-05-06-00000001:2", "time", 8, 18, "5 May 2024", "2024-05-05", "said in full"),
    FactLine("2024-05-06-00000001:2", "figure", 24, 36, "400 lorries", "=400", "rule digits"),
    FactLine("2024-05-06-00000001:3", "name", 50, 56, "Velmora", "velmora", "rule list"),
]


def shown(*, explain: bool) -> list[str]:
    out = StringIO()
    screen = console(out, "never")
    screen.width = 80
    paint(screen, (FACTS, explain))
    return [" ".join(line.split()) for line in out.getvalue().splitlines()]


def test_facts_stand_in_columns_each_paragraph_named_once() -> None:
    assert shown(explain=False) == [
        ":2 time 5 May 2024 2024-05-05",
        "figure 400 lorries =400",
        ":3 name Velmora velmora",
    ]


def test_a_reason_stands_behind_the_value() -> None:
    assert shown(explain=True)[0] == ":2 time 5 May 2024 2024-05-05 said in full"
