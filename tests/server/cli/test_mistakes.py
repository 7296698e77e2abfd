"""What a host can set right is one kind sentence and a code that tools understand; what is ours is not dressed up."""

import errno
import socket

import pytest

from server.cli.mistakes import CONFIG, UNAVAILABLE, told
from server.cli.settings_file import SettingsMistake
from server.ports import DirectoryFailure, JournalFailure
from server.settings import Settings


@pytest.mark.parametrize(
    ("error", "part", "code"),
    [
        (SettingsMistake("There is no setting x."), "There is no setting x.", CONFIG),
        (DirectoryFailure("The data folder is full."), "The data folder is full.", UNAVAILABLE),
        (JournalFailure("No room."), "No room.", UNAVAILABLE),
        (OSError(errno.EADDRINUSE, "in use"), "Port 8042 is taken", UNAVAILABLE),
        (OSError(errno.EADDRNOTAVAIL, "no"), "no address 127.0.0.1", CONFIG),
        (socket.gaierror(-2, "unknown"), "no address 127.0.0.1", CONFIG),
        (PermissionError(errno.EACCES, "no"), "may not listen on port 8042", CONFIG),
        (OSError(errno.ENOSPC, "full"), "no space left", UNAVAILABLE),
    ],
)
def test_a_known_mistake_is_one_sentence(error: Exception, part: str, code: int) -> None:
    answer = told(error, Settings())
    assert answer
    assert part in answer.sentence
    assert answer.sentence.endswith(".")
    assert "\n" not in answer.sentence
    assert answer.code == code


@pytest.mark.parametrize("error", [ValueError("x"), OSError(errno.EIO, "x"), KeyError("x")])
def test_a_mistake_of_ours_is_not_explained_away(error: Exception) -> None:
    assert told(error, Settings()) is None


def test_before_the_settings_are_known_nothing_is_said_about_ports() -> None:
    assert told(OSError(errno.EADDRINUSE, "in use")) is None
