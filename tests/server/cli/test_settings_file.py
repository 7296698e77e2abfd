"""Settings from a file, the environment and options: the later wins, and a slip is told with its place and a guess."""

import os
from pathlib import Path

import pytest

from server.cli.settings_file import SettingsMistake, fields, loaded, variable, whence
from server.settings import Settings


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("TP__")]:
        monkeypatch.delenv(name)


def file_with(folder: Path, text: str) -> Path:
    """A settings file."""
    path = folder / "settings.toml"
    path.write_text(text)
    return path


def test_the_file_is_below_the_environment_and_that_below_the_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = file_with(tmp_path, '[listen]\nport = 1001\nhost = "::1"\n[place]\nrun_by = "Riverside"\n')
    monkeypatch.setenv("TP__LISTEN__PORT", "1002")
    assert loaded(config).listen.port == 1002
    assert loaded(config).listen.host == "::1"
    assert loaded(config).place.run_by == "Riverside"
    assert loaded(config, {"listen": {"port": 1003}}).listen.port == 1003
    assert loaded(None).listen.port == 1002


def test_each_value_knows_where_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = file_with(tmp_path, "[listen]\nport = 1001\n[rooms.defaults]\nsecond_offer = false\n")
    monkeypatch.setenv("TP__LISTEN__PORT", "1002")
    places = whence(config)
    assert places["listen.port"] == "TP__LISTEN__PORT"
    assert places["rooms.defaults.second_offer"] == str(config)
    assert places["listen.host"] == "default"


def test_lists_flags_and_numbers_can_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TP__PLACE__ORIGINS", "https://a.example, https://b.example")
    monkeypatch.setenv("TP__ROOMS__DEFAULTS__SECOND_OFFER", "false")
    monkeypatch.setenv("TP__ROOMS__DEFAULTS__LATER_MOST", "3")
    settings = loaded()
    assert settings.place.origins == ("https://a.example", "https://b.example")
    assert settings.rooms.defaults.second_offer is False
    assert settings.rooms.defaults.later_most == 3


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[listen]\nprot = 1", "There is no setting listen.prot (in {path}); did you mean listen.port?"),
        ("[listne]\nport = 1", "There is no setting listne.port (in {path}); did you mean listen.port?"),
        ("zzz = 1", "There is no setting zzz (in {path}); docs/settings.md lists them all."),
        ("[listen]\nport = 99999", "The setting listen.port (in {path}): input should be less than or equal to 65535."),
        ("[place]\norigins = ['nonsense']", "The setting place.origins (in {path}): string should match pattern"),
        ("[rooms.defaults]\nlater_most = 99", "The setting rooms.defaults.later_most (in {path}): input should be"),
        ("[limits]\noutbox_hard_kib = 16", "The settings: limits.outbox_hard_kib is smaller than"),
        ("[listen\nport = 1", "The settings file {path} is not TOML: Expected"),
    ],
)
def test_a_slip_in_the_file_is_told_with_name_place_and_guess(tmp_path: Path, text: str, sentence: str) -> None:
    path = file_with(tmp_path, text)
    with pytest.raises(SettingsMistake) as mistake:
        loaded(path)
    assert str(mistake.value).startswith(sentence.format(path=path))
    assert "\n" not in str(mistake.value)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "TP__LISTEN__PROT",
            "1",
            "There is no setting TP__LISTEN__PROT (in the environment); did you mean TP__LISTEN__PORT?",
        ),
        (
            "TP__LISTNE__PORT",
            "1",
            "There is no setting TP__LISTNE__PORT (in the environment); did you mean TP__LISTEN__PORT?",
        ),
        (
            "TP__LISTEN__PORT",
            "many",
            "The setting TP__LISTEN__PORT (in the environment): input should be a valid integer",
        ),
    ],
)
def test_a_slip_in_the_environment_too(monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsMistake) as mistake:
        loaded()
    assert str(mistake.value).startswith(sentence)
    assert "many" not in str(mistake.value)


def test_a_missing_or_binary_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsMistake, match="cannot be read: no such file"):
        loaded(tmp_path / "missing.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsMistake, match="not UTF-8"):
        loaded(tmp_path / "binary.toml")


def test_every_setting_has_its_variable() -> None:
    names = [name for name, _ in fields(Settings)]
    assert len(set(names)) == len(names) > 30
    assert variable("rooms.defaults.second_offer") == "TP__ROOMS__DEFAULTS__SECOND_OFFER"
