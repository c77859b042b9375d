"""How is work shared between processes?

Results come back in the order of the tasks, so that the same inputs give the same index. Each process has a pipe of
its own: one that is ahead waits for its turn, so memory stays flat. A process that dies costs the task it was at.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import DefaultContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")
_CHUNK = 8  # tasks that a process is handed at once
Work = Callable[[T], Iterator[R]]


@dataclass(frozen=True, slots=True)
class Died:
    """The process that worked on a task ended without an answer."""


def shared(
    tasks: Iterable[T], work: Work[T, R], processes: int, *, empty: bool = False
) -> Iterator[tuple[T, R | Died]]:
    """Every result of every task, in order; in this process where `processes` is below 2.

    `work` must be a module-level function or a partial of one; it must not raise. `empty` processes are
    no copies of this one: slower to start, and without what it holds.
    """
    if processes < 2:
        yield from ((task, result) for task in tasks for result in work(task))
        return
    context = get_context("spawn") if empty else get_context()
    hands = _Hands(work, context)
    gc.freeze()  # a collector that looks at what is here would copy it into every process
    try:
        yield from _in_turn(iter(tasks), hands, processes)
    finally:
        for hand in hands.all:
            _stop(hand)
        gc.unfreeze()


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """TimeoutError where the work inside takes longer; no limit on Windows and outside the main thread."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _too_long(*_: object) -> None:
    raise TimeoutError("it takes too long")


def cores() -> int:
    """How many processes pay: one a core, eight at most; RELEASECLI_PROCESSES decides otherwise."""
    named = os.environ.get("RELEASECLI_PROCESSES", "")
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return int(named) if named.isdigit() else min(8, usable)


@dataclass(slots=True)
class _Hand:
    """A process, our end of its pipe, and the chunks it still owes."""

    process: BaseProcess
    pipe: "Connection[Any, Any]"
    owes: "deque[list[Any]]" = field(default_factory=deque)


@dataclass(slots=True)
class _Hands:
    """The processes that do one work, and how they are started."""

    work: Work[Any, Any]
    context: DefaultContext | SpawnContext
    all: list[_Hand] = field(default_factory=list)


def _in_turn(tasks: Iterator[T], hands: _Hands, processes: int) -> Iterator[tuple[T, R | Died]]:
    """Chunks go round the processes, two to each ahead; answers are taken in the same round."""
    turns: deque[int] = deque()
    for number in [*range(processes)] * 2:
        if part := list(islice(tasks, _CHUNK)):
            if number == len(hands.all):
                hands.all.append(_start(hands))
            _give(hands.all[number], part)
            turns.append(number)
    while turns:
        number = turns.popleft()
        yield from _answers(number, hands)
        if part := list(islice(tasks, _CHUNK)):
            _give(hands.all[number], part)
            turns.append(number)


def _answers(number: int, hands: _Hands) -> Iterator[tuple[T, R | Died]]:
    """The results of the oldest chunk a process owes; a dead process is replaced and does the rest."""
    part = hands.all[number].owes[0]
    while part:
        try:
            more, result = hands.all[number].pipe.recv()
        except (EOFError, OSError):
            yield part[0], Died()
            more = False
            _replace(number, hands)
            part = hands.all[number].owes[0]
        if more:
            yield part[0], result
        else:
            del part[0]
    hands.all[number].owes.popleft()


def _replace(number: int, hands: _Hands) -> None:
    """A new process in place of a dead one, without the task that killed it."""
    dead = hands.all[number]
    _stop(dead)
    hands.all[number] = _start(hands)
    for at, part in enumerate(dead.owes):
        hands.all[number].owes.append(part)
        hands.all[number].pipe.send(part[1:] if at == 0 else part)


def _give(hand: _Hand, part: list[Any]) -> None:
    hand.owes.append(part)
    with suppress(OSError):  # a dead process is found when its answers are due
        hand.pipe.send(list(part))


def _start(hands: _Hands) -> _Hand:
    ours, theirs = hands.context.Pipe()
    copied = hands.context.get_start_method() == "fork"
    foreign = [*(hand.pipe for hand in hands.all if not hand.pipe.closed), ours] if copied else []
    process = hands.context.Process(target=_serve, args=(hands.work, theirs, foreign))
    process.daemon = True
    process.start()
    theirs.close()
    return _Hand(process, ours)


def _stop(hand: _Hand) -> None:
    hand.pipe.close()
    hand.process.terminate()
    hand.process.join(5)


def _serve(work: Work[Any, Any], pipe: "Connection[Any, Any]", foreign: list["Connection[Any, Any]"]) -> None:
    """What a process does until its pipe ends. A copy of another's pipe would keep that one open for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in foreign:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            for task in pipe.recv():
                for result in work(task):
                    pipe.send((True, result))
                pipe.send((False, None))
