"""Building an index tells how far it is, and can be broken off."""

import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from ally_toolkit import BrokenOffError, Catalogue, UnreadableError
from ally_toolkit._catalogue import OnProgress
from conftest import small

DATA = Path(__file__).parents[2] / "data"
TEXT = small(*({"title": {"en": f"Ally {at}"}} for at in range(3_000)))

OPENERS: list[Callable[[OnProgress | None, int | None], Catalogue]] = [
    lambda on_progress, threads: Catalogue.bundled(on_progress=on_progress, threads=threads),
    lambda on_progress, threads: Catalogue.open(DATA, on_progress=on_progress, threads=threads),
    lambda on_progress, threads: Catalogue.from_json(TEXT, on_progress=on_progress, threads=threads),
]
opener = pytest.mark.parametrize("opened", OPENERS, ids=["bundled", "open", "from_json"])


@opener
@pytest.mark.parametrize("threads", [1, 4, None])
def test_progress_goes_up_to_the_whole(
    opened: Callable[[OnProgress | None, int | None], Catalogue], threads: int | None
) -> None:
    told: list[tuple[int, int]] = []
    callers: set[int] = set()

    def on_progress(done: int, total: int) -> None:
        told.append((done, total))
        callers.add(threading.get_ident())

    opened(on_progress, threads)
    assert told == sorted(told)
    assert len({total for _, total in told}) == 1
    assert told[-1][0] == told[-1][1] > 0
    assert callers == {threading.get_ident()}


@opener
def test_false_breaks_off_and_nothing_more_is_told(
    opened: Callable[[OnProgress | None, int | None], Catalogue],
) -> None:
    calls: list[int] = []

    def on_progress(done: int, _: int) -> bool:
        calls.append(done)
        return False

    with pytest.raises(BrokenOffError):
        opened(on_progress, None)
    assert len(calls) == 1


@pytest.mark.parametrize("answer", [None, True, 0, "", 1])
def test_any_answer_but_false_goes_on(answer: object) -> None:
    text = small({"title": {"en": "Ally"}})
    assert len(Catalogue.from_json(text, on_progress=lambda *_: answer).resources()) == 1


def test_a_share_of_what_there_is_to_do_is_a_number_where_there_are_no_records() -> None:
    shares: list[float] = []
    Catalogue.from_json(small(), on_progress=lambda done, total: shares.append(done / total))
    assert shares
    assert shares[-1] == 1


@opener
def test_an_exception_breaks_off_and_reaches_the_caller(
    opened: Callable[[OnProgress | None, int | None], Catalogue],
) -> None:
    raised = ZeroDivisionError("mine")

    def on_progress(_: int, __: int) -> None:
        raise raised

    with pytest.raises(ZeroDivisionError) as caught:
        opened(on_progress, None)
    assert caught.value is raised


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no timer that sends a signal")
def test_a_keyboard_interrupt_breaks_off_without_progress() -> None:
    # Enough words that building takes longer than the timer, on any machine.
    words = " ".join(f"word{at}" for at in range(3_000))
    text = small(*({"title": {"en": f"Ally {at}"}, "description": {"en": words}} for at in range(300)))
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(KeyboardInterrupt):
            Catalogue.from_json(text)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_other_threads_run_while_an_index_is_built() -> None:
    counted = 0
    done = threading.Event()

    def count() -> None:
        nonlocal counted
        while not done.is_set():
            counted += 1
            time.sleep(0.0005)

    thread = threading.Thread(target=count)
    thread.start()
    before = counted
    Catalogue.bundled(on_progress=lambda *_: None)
    assert counted > before
    done.set()
    thread.join()


def test_an_index_is_the_same_in_any_number_of_threads() -> None:
    expected = Catalogue.bundled().snapshot()
    assert all(Catalogue.bundled(threads=threads).snapshot() == expected for threads in (1, 3))


@pytest.mark.parametrize("threads", [0, -1])
def test_fewer_threads_than_one_is_a_value_error(threads: int) -> None:
    with pytest.raises((ValueError, OverflowError)):
        Catalogue.bundled(threads=threads)


def test_what_is_no_number_or_function_is_a_type_error() -> None:
    with pytest.raises(TypeError):
        Catalogue.bundled(threads="two")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Catalogue.bundled(on_progress=5)  # type: ignore[arg-type]


def test_an_error_of_the_catalogue_comes_before_any_progress() -> None:
    told: list[int] = []
    with pytest.raises(UnreadableError):
        Catalogue.open("no/such/catalogue", on_progress=lambda done, _: told.append(done))
    assert told == []
