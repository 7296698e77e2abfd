"""What was said cannot get into a log: not as a message, an argument, an exception, a key, or a last word."""

import ast
import asyncio
import gc
import io
import json
import logging
import re
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from protocol.words import Secret, Words
from server.privacy import LOG_INVENTORY, AllowList, LogLine, set_up_logging

CANARY = "heron umbrella seventeen"
HOUSE = Path(__file__).resolve().parent.parent.parent
log = logging.getLogger("server.story")

Lines = Callable[[], list[dict[str, Any]]]  # Any: what JSON can hold


@pytest.fixture
def lines() -> Iterator[Lines]:
    """Logging as the server sets it up; answers all lines so far, and puts everything back afterwards."""
    root, stream = logging.getLogger(), io.StringIO()
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    before = (root.handlers[:], root.level, logging.raiseExceptions)
    set_up_logging(stream=stream)

    def so_far() -> list[dict[str, Any]]:  # Any: as above
        assert CANARY not in stream.getvalue()
        assert "heron" not in stream.getvalue()
        return [json.loads(line) for line in stream.getvalue().splitlines()]

    yield so_far
    logging.captureWarnings(False)
    root.handlers[:], root.level, logging.raiseExceptions = before
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


class Note(BaseModel):
    """Something with a number in it."""

    number: int


def raised(mistake: Callable[[], object]) -> BaseException:
    """The exception that comes out."""
    try:
        mistake()
    except Exception as error:  # noqa: BLE001  # whatever it is, it is handed on
        return error
    raise AssertionError("it did not fail")


def fails_with_words() -> None:
    raise ValueError(CANARY)


def fails_because() -> None:
    try:
        fails_with_words()
    except ValueError as error:
        raise KeyError(CANARY) from error


def fails_in_a_group() -> None:
    raise ExceptionGroup(CANARY, [ValueError(CANARY), OSError(CANARY)])


MISTAKES: dict[str, Callable[[], object]] = {
    "ValueError": fails_with_words,
    "KeyError": fails_because,
    "JSONDecodeError": lambda: json.loads(f'{{"text": {CANARY}}}'),
    "ValidationError": lambda: Note.model_validate({"number": CANARY}),
    "ExceptionGroup OSError ValueError": fails_in_a_group,
    "UnicodeEncodeError": lambda: (CANARY + "\ud800").encode(),
}


@pytest.mark.parametrize(("name", "mistake"), MISTAKES.items(), ids=list(MISTAKES))
def test_of_an_exception_its_type_and_place_are_left(lines: Lines, name: str, mistake: Callable[[], object]) -> None:
    try:
        mistake()
    except Exception:
        log.exception("room_crashed")
    (line,) = lines()
    assert line["message"] == "room_crashed"
    assert line["exception"][0] == name
    assert any(re.fullmatch(r"tests/server/test_privacy\.py:\d+", place) for place in line["where"])


def test_the_exceptions_before_it_are_named_too(lines: Lines) -> None:
    log.error("room_crashed", exc_info=raised(fails_because))
    assert lines()[0]["exception"] == ["KeyError", "ValueError"]


def test_the_library_would_have_shown_it_or_these_stories_show_nothing() -> None:
    assert CANARY in "".join(map(str, raised(MISTAKES["ValueError"]).args))
    mistake = raised(MISTAKES["ValidationError"])
    assert isinstance(mistake, ValidationError)
    assert CANARY in str(mistake.errors())


@pytest.mark.parametrize(
    "message", [f"somebody said {CANARY}", CANARY, Words(CANARY), Secret(CANARY), "room crashed", ""]
)
def test_a_text_that_is_not_on_the_list_becomes_unlisted(lines: Lines, message: str) -> None:
    log.error(message)
    (line,) = lines()
    assert line["message"] == "unlisted"
    assert re.fullmatch(r"tests/server/test_privacy\.py:\d+", line["from"])


def test_even_a_listed_text_is_unlisted_when_its_type_says_a_person_wrote_it(lines: Lines) -> None:
    log.error(Words("room_crashed"))
    assert lines()[0]["message"] == "unlisted"


def test_arguments_are_dropped(lines: Lines) -> None:
    log.error("somebody said %s to %s", CANARY, Words(CANARY))  # that is the story: nobody should write it
    log.error("room_crashed", {"text": CANARY})
    assert [line["message"] for line in lines()] == ["unlisted", "room_crashed"]


def test_keys_pass_only_if_the_message_has_them_and_the_value_fits(lines: Lines) -> None:
    log.warning("room_restarted", extra={"crashes": 2})
    log.warning("room_restarted", extra={"crashes": Words(CANARY), "text": CANARY, "seat": 3})
    log.warning("room_restarted", extra={"crashes": True})
    log.warning("wiping", extra={"on": True, "how": CANARY})
    log.warning("wiping", extra={"on": False, "how": "not_set"})
    kept = [
        {key: value for key, value in line.items() if key in ("crashes", "text", "seat", "on", "how")}
        for line in lines()
    ]
    assert kept == [{"crashes": 2}, {}, {}, {"on": True}, {"on": False, "how": "not_set"}]


def test_a_stack_is_dropped_because_lines_of_source_may_quote(lines: Lines) -> None:
    log.error("room_crashed", stack_info=True)
    assert "Stack" not in json.dumps(lines())


def test_time_is_told_to_the_minute(lines: Lines) -> None:
    log.info("stopped")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ", lines()[0]["time"])


def test_libraries_are_heard_from_warning_on_and_never_in_their_own_words(lines: Lines) -> None:
    library = logging.getLogger("websockets.server")
    library.debug("< TEXT %r", CANARY)
    library.info("connection open from %s", CANARY)
    library.error("connection handler failed", exc_info=raised(fails_with_words))
    (line,) = lines()
    assert (line["message"], line["exception"]) == ("unlisted", ["ValueError"])


def test_a_task_that_nobody_waited_for_is_logged_without_its_words(lines: Lines) -> None:
    async def forgotten() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(set_up_logging(stream=logging_stream()))
        task = loop.create_task(asyncio.to_thread(fails_with_words), name=CANARY)
        await asyncio.wait([task])
        del task
        gc.collect()

    asyncio.run(forgotten())
    assert [line["message"] for line in lines()] == ["loop_exception"]


def logging_stream() -> io.StringIO:
    """Where the lines of this story go."""
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    assert isinstance(handler.stream, io.StringIO)
    return handler.stream


def test_a_thread_that_fails_is_logged_without_its_words(lines: Lines) -> None:
    thread = threading.Thread(target=fails_with_words, name=CANARY)
    thread.start()
    thread.join()
    assert [line["message"] for line in lines()] == ["thread_exception"]


def test_what_fails_while_being_cleared_away_is_logged_without_its_words(lines: Lines) -> None:
    class Clinging:
        def __del__(self) -> None:
            raise ValueError(CANARY)

    del (clinging := [Clinging()])[0]
    assert clinging == []
    assert [line["message"] for line in lines()] == ["unraisable"]


def test_a_warning_does_not_quote(lines: Lines) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(CANARY, stacklevel=1)
    assert [line["message"] for line in lines()] == ["unlisted"]


def test_a_second_handler_sees_no_more_than_the_first(lines: Lines) -> None:
    seen: list[logging.LogRecord] = []

    class Second(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(record)

    logging.getLogger().addHandler(Second())
    log.error("somebody said %s", CANARY, exc_info=raised(fails_with_words), extra={"text": CANARY})
    assert CANARY not in str(vars(seen[0]))
    assert lines()[0]["exception"] == ["ValueError"]


def test_the_last_words_of_a_process_hold_nobodys_words() -> None:
    story = f"from server.privacy import set_up_logging\nset_up_logging()\ntext = {CANARY!r}\nraise ValueError(text)\n"
    done = subprocess.run([sys.executable, "-c", story], capture_output=True, check=False, text=True, cwd=HOUSE)
    assert done.returncode == 1
    assert "heron" not in done.stdout + done.stderr
    assert json.loads(done.stderr)["message"] == "uncaught"


def test_a_closed_stderr_is_no_reason_to_print_the_record(lines: Lines, capfd: pytest.CaptureFixture[str]) -> None:
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    stream, handler.stream = handler.stream, io.StringIO()
    handler.stream.close()
    log.error("somebody said %s", CANARY)
    handler.stream = stream
    assert "heron" not in "".join(capfd.readouterr())


def log_calls() -> Iterator[tuple[str, ast.Call]]:
    """Every `log.something(...)` in the server, with where it stands."""
    for path in sorted((HOUSE / "server").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                target = node.func.value
                if isinstance(target, ast.Name) and target.id == "log" and node.func.attr != "setLevel":
                    yield f"{path.relative_to(HOUSE)}:{node.lineno}", node


def test_every_log_call_of_ours_is_in_the_inventory_with_its_keys() -> None:
    wrong = []
    for place, call in log_calls():
        message = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
        listed = LOG_INVENTORY.get(str(message), LogLine(""))
        extra = next((word.value for word in call.keywords if word.arg == "extra"), ast.Dict([], []))
        keys = (
            {key.value for key in extra.keys if isinstance(key, ast.Constant)} if isinstance(extra, ast.Dict) else {"?"}
        )
        if not listed.meaning or len(call.args) != 1 or not keys <= set(listed.keys):
            wrong.append(place)
    assert wrong == []


def test_the_inventory_explains_each_line_in_a_sentence() -> None:
    for message, line in LOG_INVENTORY.items():
        assert re.fullmatch(r"[a-z_]+", message)
        assert line.meaning.endswith(".")


def test_the_filter_lets_every_record_through_so_that_nothing_fails_silently() -> None:
    assert AllowList().filter(logging.makeLogRecord({"msg": CANARY}))
