"""Settings say one thing each, and what is left empty follows from the rest."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from server.settings import Keep, Limits, Listen, Place, Settings


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith(("TP__", "XDG_", "STATE_DIRECTORY"))]:
        monkeypatch.delenv(name)


def test_without_any_choice_it_is_reached_from_this_machine_alone() -> None:
    settings = Settings()
    assert settings.listen.host == "127.0.0.1"
    assert settings.address() == "http://127.0.0.1:8042"
    assert settings.origins() == ("http://127.0.0.1:8042", "http://localhost:8042")
    assert settings.hosts() == ("127.0.0.1:8042", "localhost:8042")


def test_the_port_that_the_system_chose_is_in_the_address() -> None:
    settings = Settings(listen=Listen(port=0))
    assert settings.address(40_123) == "http://127.0.0.1:40123"
    assert "http://localhost:40123" in settings.origins(40_123)


def test_a_public_address_is_the_only_origin_unless_others_are_named() -> None:
    settings = Settings(place=Place(address="https://circle.example.org"))
    assert settings.address(8042) == "https://circle.example.org"
    assert settings.origins() == ("https://circle.example.org",)
    assert settings.hosts() == ("circle.example.org",)
    named = Settings(
        place=Place(address="https://circle.example.org", origins=("https://a.example", "https://b.example"))
    )
    assert named.hosts() == ("a.example", "b.example")


def test_an_address_of_six_parts_is_put_in_brackets() -> None:
    assert Settings(listen=Listen(host="fd00::1")).address() == "http://[fd00::1]:8042"


@pytest.mark.parametrize("address", ["circle.example.org", "https://circle.example.org/", "ftp://x", "https://a b"])
def test_an_address_is_a_scheme_and_a_name_and_nothing_more(address: str) -> None:
    with pytest.raises(ValidationError):
        Place(address=address)


def test_the_data_folder_is_where_the_system_says_else_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert Keep().data == Path.home() / ".local/share/talking-piece"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Keep().data == tmp_path / "talking-piece"
    monkeypatch.setenv("STATE_DIRECTORY", "/var/lib/talking-piece")
    assert Settings().keep.data == Path("/var/lib/talking-piece")


def test_the_hard_limit_is_not_below_the_soft_one() -> None:
    with pytest.raises(ValidationError, match=r"outbox_hard_kib is smaller"):
        Settings(limits=Limits(outbox_soft_kib=128, outbox_hard_kib=64))


def test_nobody_changes_a_setting_later() -> None:
    with pytest.raises(ValidationError):
        Settings().listen.port = 1  # type: ignore[misc]  # that it is refused is the story


def test_who_runs_the_place_hides_from_logs() -> None:
    assert "Riverside" not in repr(Settings(place=Place.model_validate({"run_by": "Riverside self-help"})))
