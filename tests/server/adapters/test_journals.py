"""What every live journal promises, whichever it is: all or nothing, in order, once, and forgotten at the end."""

from pathlib import Path

import pytest

from server.adapters.memory_journal import MemoryJournal
from server.ports import Entry, Journal, JournalConflict, JournalFailure, MeetingRecord
from tests.server.adapters.conftest import JournalAt

CIRCLE = MeetingRecord("m" * 22, "g" * 22, bytes(range(32)))
OTHER = MeetingRecord("n" * 22, "g" * 22, bytes(32))
OFFERED = Entry(1_000, "3:" + "c" * 22, b'{"turn":1}')
TAKEN = Entry(2_000, None, b'{"turn":1,"taken":true}')


@pytest.fixture(params=["sqlite", "memory"])
def journal(request: pytest.FixtureRequest, ram: Path, journal_at: JournalAt) -> Journal:
    """Each journal in turn, with one open circle."""
    made: Journal = journal_at(ram / "live" / "journal.db") if request.param == "sqlite" else MemoryJournal()
    made.begin(CIRCLE)
    return made


def test_what_was_appended_is_read_in_order(journal: Journal) -> None:
    journal.append(CIRCLE.meeting, 0, [OFFERED])
    journal.append(CIRCLE.meeting, 1, [TAKEN, OFFERED])
    assert list(journal.entries(CIRCLE.meeting)) == [OFFERED, TAKEN, OFFERED]


def test_the_receipt_is_settled_at_once(journal: Journal) -> None:
    called: list[str] = []
    receipt = journal.append(CIRCLE.meeting, 0, [OFFERED])
    receipt.when_settled(lambda: called.append("yes"))
    assert receipt.settled
    assert called == ["yes"]


@pytest.mark.parametrize("expected", [0, 2, -1])
def test_another_number_than_expected_is_a_conflict_and_changes_nothing(journal: Journal, expected: int) -> None:
    journal.append(CIRCLE.meeting, 0, [OFFERED])
    with pytest.raises(JournalConflict):
        journal.append(CIRCLE.meeting, expected, [TAKEN])
    assert list(journal.entries(CIRCLE.meeting)) == [OFFERED]
    journal.append(CIRCLE.meeting, 1, [TAKEN])


def test_a_meeting_that_never_began_is_a_conflict(journal: Journal) -> None:
    with pytest.raises(JournalConflict):
        journal.append(OTHER.meeting, 0, [OFFERED])


def test_a_meeting_begins_once(journal: Journal) -> None:
    with pytest.raises(JournalFailure):
        journal.begin(CIRCLE)


def test_a_forgotten_meeting_is_gone_and_the_others_stay(journal: Journal) -> None:
    journal.begin(OTHER)
    journal.append(OTHER.meeting, 0, [TAKEN])
    journal.append(CIRCLE.meeting, 0, [OFFERED])
    journal.forget(CIRCLE.meeting)
    assert list(journal.meetings()) == [OTHER]
    assert list(journal.entries(CIRCLE.meeting)) == []
    assert list(journal.entries(OTHER.meeting)) == [TAKEN]


def test_forgetting_twice_or_what_never_was_is_harmless(journal: Journal) -> None:
    journal.forget(CIRCLE.meeting)
    journal.forget(CIRCLE.meeting)
    journal.forget(OTHER.meeting)


def test_only_one_of_them_survives_a_restart(ram: Path, journal_at: JournalAt) -> None:
    assert journal_at(ram / "journal.db").survives_restart
    assert not MemoryJournal().survives_restart


def test_memory_forgets_everything_at_the_end() -> None:
    journal = MemoryJournal()
    journal.begin(CIRCLE)
    journal.close()
    assert list(journal.meetings()) == []
