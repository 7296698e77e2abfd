"""The outbox: what waits for one connection, in order, and never more than its bound."""

from hypothesis import given, strategies as st

from server.runtime.outbox import Outbox

FRAME = b"x" * 10


def test_an_open_connection_takes_everything_at_once() -> None:
    outbox = Outbox(20, 40)
    assert [outbox.offer(FRAME) for _ in range(100)] == ["write"] * 100
    assert outbox.held == 0


def test_what_a_full_connection_cannot_take_waits_in_order() -> None:
    outbox = Outbox(20, 40)
    outbox.pause()
    assert outbox.offer(b"one") == "kept"
    assert outbox.offer(b"two") == "kept"
    assert outbox.resume() == (b"one", b"two")
    assert outbox.held == 0
    assert outbox.offer(b"three") == "write"


def test_hints_are_given_up_first() -> None:
    outbox = Outbox(20, 40)
    outbox.pause()
    assert [outbox.offer(FRAME) for _ in range(2)] == ["kept", "kept"]
    assert outbox.offer(FRAME, may_be_lost=True) == "dropped"
    assert outbox.offer(FRAME) == "kept"


def test_one_byte_too_many_lets_the_connection_go_and_holds_nothing() -> None:
    outbox = Outbox(20, 40)
    outbox.pause()
    assert [outbox.offer(FRAME) for _ in range(4)] == ["kept"] * 4
    assert outbox.offer(b"x") == "overflowed"
    assert outbox.held == 0
    assert outbox.resume() == ()


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans(), st.sampled_from(["offer", "pause", "resume"]))))
def test_it_never_holds_more_than_its_bound_and_loses_no_event(steps: list[tuple[int, bool, str]]) -> None:
    outbox = Outbox(30, 60)
    expected: list[bytes] = []
    got: list[bytes] = []
    for number, (size, hint, step) in enumerate(steps):
        if step == "pause":
            outbox.pause()
        elif step == "resume":
            got += outbox.resume()
        else:
            frame = b"%d:" % number + b"x" * size
            fate = outbox.offer(frame, may_be_lost=hint)
            if fate == "overflowed":
                return
            if fate == "write":
                got.append(frame)
            assert hint or fate != "dropped"
            if fate != "dropped":
                expected.append(frame)
        assert outbox.held <= 60
    assert got + list(outbox.resume()) == expected
