"""Do summaries tell what an editor tells?

Headlines (one sentence against the editor's title) and backgrounds (what happened before an update, against three
human texts), DEV part, all items. Lead, newest first and the best possible choice are run beside ours.
Options: `--sample N` takes every Nth item, `--oracle` adds the best possible choice of backgrounds (slow).
"""

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from releasecli.queries.manner import opening
from releasecli.queries.summarise.choice import Passage, told

BENCH = Path(os.environ.get("RELEASECLI_BENCH", Path(__file__).parents[1] / "../shared/bench")) / "summarise"
Update = tuple[str, list[str]]
Choose = Callable[[Sequence[Update], int, Sequence[str]], list[str]]
PEERS = {
    "headline": (("lead, 120 articles", ".529", ".219"), ("LexRank", ".321", ""), ("oracle", ".571", "")),
    "background": (("newest first, 60 items", ".430", ".187"), ("LexRank", ".388", ".112"), ("oracle", ".536", ".279")),
}


def main(argv: list[str]) -> None:
    """Print one line a system."""
    scorer = _scorer()
    step = int(argv[argv.index("--sample") + 1]) if "--sample" in argv else 1
    _headlines(scorer, step)
    _backgrounds(scorer, step, oracle="--oracle" in argv)


def _headlines(scorer: Any, step: int) -> None:
    items = dict(list(scorer.load("headline", str(BENCH)).items())[::step])
    print(f"{f'headlines, {len(items)} articles':<44}{'R1 recall':>10}{'R1 F':>8}")
    for name, recall, score in PEERS["headline"]:
        print(f"{name:<44}{recall:>10}{score:>8}")
    systems = {"lead": _first, "oracle, of all sentences": _best(scorer), "releasecli summarise --sentences 1": _one}
    for name, choose in systems.items():
        chosen = {key: [choose(sents, refs[0])] for key, (sents, refs, _) in items.items()}
        out = scorer.evaluate("headline", items, chosen)
        print(f"{name:<44}{out['rouge1_recall']:>10.4f}{out['rouge1']:>8.4f}", flush=True)


def _backgrounds(scorer: Any, step: int, *, oracle: bool) -> None:
    events = {event["event"]: event["updates"] for event in scorer.rd(BENCH / "background_events.jsonl.gz")}
    rows = scorer.rd(BENCH / "background.jsonl.gz")[::step]
    items = {key: item for key, item in scorer.load("background", str(BENCH)).items() if key in {r["id"] for r in rows}}
    print(f"\n{f'backgrounds, {len(rows)} items':<44}{'R1 F':>10}{'R2 F':>8}")
    for name, one, two in PEERS["background"]:
        print(f"{name:<44}{one:>10}{two:>8}")
    systems: dict[str, Choose] = {"newest first": _newest, "releasecli summarise --words": _many}
    if oracle:
        systems["greedy oracle"] = _greedy(scorer)
    for name, choose in systems.items():
        chosen = {
            row["id"]: choose(events[row["event"]][: row["past"]], row["budget_words"], row["references"])
            for row in rows
        }
        out = scorer.evaluate("background", items, chosen)
        print(f"{name:<44}{out['rouge1']:>10.4f}{out['rouge2']:>8.4f}", flush=True)


def _one(sentences: Sequence[str], _: str) -> str:
    return sentences[told(list(_passages([("", list(sentences))])), 1, None)[0].number]


def _many(updates: Sequence[Update], words: int, _: Sequence[str]) -> list[str]:
    flat = [sentence for _, sentences in updates for sentence in sentences]
    picks = told(list(_passages(updates)), None, words)
    return [flat[pick.number] for pick in sorted(picks, key=lambda pick: pick.number)]


def _passages(updates: Sequence[Update]) -> Iterator[Passage]:
    """As the product makes them of releases: the newest has age 0."""
    for number, (_, sentences) in enumerate(updates):
        for place, sentence in enumerate(sentences, start=-opening(sentences)):
            yield Passage(
                sentence,
                release=number,
                age=len(updates) - 1 - number,
                place=place,
                oldest=number == 0 and len(updates) > 1,
            )


def _first(sentences: Sequence[str], _: str) -> str:
    return sentences[0]


def _best(scorer: Any) -> Callable[[Sequence[str], str], str]:
    return lambda sentences, title: max(sentences, key=lambda s: scorer.SC.score(title, s)["rouge1"].recall)


def _newest(updates: Sequence[Update], words: int, _: Sequence[str]) -> list[str]:
    return _filled([sentence for _, sentences in reversed(updates) for sentence in sentences], words)


def _greedy(scorer: Any) -> Choose:
    """Add the sentence that gains most against the references, among the forty that gain most alone."""

    def choose(updates: Sequence[Update], words: int, references: Sequence[str]) -> list[str]:
        flat = [sentence for _, sentences in updates for sentence in sentences]

        def score(sentences: Sequence[str]) -> float:
            out = scorer.one(references, "\n".join(sentences))
            return float(out["rouge1"] + out["rouge2"])

        left = sorted(flat, key=lambda sentence: -score([sentence]))[:40]
        chosen: list[str] = []
        while left := [s for s in left if s not in chosen and len(" ".join([*chosen, s]).split()) <= words]:
            best = max(left, key=lambda sentence: score([*chosen, sentence]))
            if score([*chosen, best]) <= score(chosen or [""]):
                break
            chosen.append(best)
        return chosen

    return choose


def _filled(sentences: Sequence[str], words: int) -> list[str]:
    chosen: list[str] = []
    for sentence in sentences:
        length = len(sentence.split())
        if length <= words:
            chosen.append(sentence)
            words -= length
    return chosen


def _scorer() -> Any:
    """The scorer of the test set, or one line that names the package it is missing."""
    if importlib.util.find_spec("rouge_score") is None:
        sys.exit("benchmarks summarise: the scorer needs the package rouge-score; pip install rouge-score")
    spec = importlib.util.spec_from_file_location("summarise_score", BENCH / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["summarise_score"] = module
    spec.loader.exec_module(module)
    return module
