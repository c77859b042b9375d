from io import StringIO

from releasecli.model.hits import Hit, Snippet
from releasecli.render.terminal.console import console
from releasecli.render.terminal.search import paint

TEXT = "The Lachin road was open. It snowed. On the Lachin road stood lorries."


def test_each_passage_of_a_hit_is_shown_with_its_own_marks() -> None:
    first, second = Snippet(0, 25, TEXT[:25]), Snippet(37, 70, TEXT[37:])
    hit = Hit(
        id="2023-03-21-7f3c2a9e",
        title="Road",
        issuer=None,
        side="AZ",
        published="2023-03-21",
        score=1.0,
        match="all",
        words=("Lachin",),
        snippet=first,
        spans=((4, 10), (44, 50)),
        ref="2023-03-21-7f3c2a9e:1",
        more=(second,),
    )
    out = StringIO()
    paint(console(out, "never"), (hit,))
    assert [line.strip() for line in out.getvalue().splitlines()[1:]] == [
        "… The [Lachin] road was open.",
        "… On the [Lachin] road stood lorries.",
    ]
