"""Setting up says in one sentence what is missing, and does nothing twice."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import set_up
from tests.house.tree import ROOT, build


def test_an_old_python_without_a_newer_one_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(set_up.Missing, match=r"3\.11 or newer is needed and this is 3\.9; install one"):
        set_up.find_python()


@pytest.mark.parametrize(
    ("programs", "sentence"),
    [
        ({}, r"Node\.js is not on this machine; install Node\.js 20\.19"),
        ({"node": "v18.20.4"}, r"Node\.js 20\.19 or newer is needed and this is v18\.20\.4"),
        ({"node": "v20.19.0"}, r"npm is not on this machine"),
    ],
)
def test_a_missing_or_old_node_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, programs: dict[str, str], sentence: str
) -> None:
    with_programs(monkeypatch, tmp_path, programs)
    with pytest.raises(set_up.Missing, match=sentence):
        set_up.check_node()


def test_a_good_node_is_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with_programs(monkeypatch, tmp_path, {"node": "v22.1.0", "npm": "10"})
    set_up.check_node()


def with_programs(monkeypatch: pytest.MonkeyPatch, folder: Path, programs: dict[str, str]) -> None:
    """A PATH on which nothing is but programs that print a version."""
    for name, version in programs.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_chromium_is_found_by_name_or_by_what_the_person_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TP_CHROMIUM", raising=False)
    with_programs(monkeypatch, tmp_path, {})
    assert set_up.find_chromium() == ""
    with_programs(monkeypatch, tmp_path, {"chromium-browser": "1"})
    assert set_up.find_chromium() == str(tmp_path / "chromium-browser")
    monkeypatch.setenv("TP_CHROMIUM", str(tmp_path / "nothing"))
    with pytest.raises(set_up.Missing, match="which is no program"):
        set_up.find_chromium()


def test_without_chromium_a_person_gets_a_sentence_and_root_gets_chromium(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []
    monkeypatch.delenv("TP_CHROMIUM", raising=False)
    monkeypatch.setattr(set_up, "run", lambda command, *_, **__: ran.append(command[1:]))
    with_programs(monkeypatch, tmp_path, {"apt-get": "2.6"})
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    set_up.set_up_chromium()
    assert "sudo apt install chromium" in capsys.readouterr().out
    assert ran == []
    monkeypatch.setattr("os.geteuid", lambda: 0)
    set_up.set_up_chromium()
    assert [command[0] for command in ran] == ["update", "install"]
    assert {"chromium", "fonts-noto-core", "--no-install-recommends"} <= set(ran[1])


def test_a_stamp_is_believed_only_for_the_same_inputs(tmp_path: Path) -> None:
    house = build(tmp_path, {"a.txt": "one"})
    before = set_up.digest([house / "a.txt"])
    assert before == set_up.digest([house / "a.txt"])
    assert before != set_up.digest([house / "a.txt"], "another Python")
    (house / "a.txt").write_text("two")
    assert before != set_up.digest([house / "a.txt"])


def test_a_broken_stamp_is_no_stamp(tmp_path: Path) -> None:
    stamp = tmp_path / "made" / "stamp.json"
    assert set_up.read_stamp(stamp) == {}
    set_up.write_stamp(stamp, inputs="abc")
    assert set_up.read_stamp(stamp) == {"inputs": "abc"}
    stamp.write_text("[half")
    assert set_up.read_stamp(stamp) == {}


def test_uv_itself_comes_by_hash_from_the_lock() -> None:
    entry = set_up.locked_entry("uv")
    assert entry.startswith("uv==")
    assert entry.count("--hash=sha256:") > 3
    assert "\n#" not in entry
    with pytest.raises(set_up.Missing, match="does not name uvx"):
        set_up.locked_entry("uvx")


def test_nothing_is_done_and_said_the_second_time() -> None:
    command = [sys.executable, str(ROOT / "deploy/set_up.py"), "develop"]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    again = subprocess.run(command, capture_output=True, text=True, check=True, timeout=5)
    assert again.stdout + again.stderr == ""


def test_an_unknown_goal_is_refused() -> None:
    assert set_up.main(["everything"]) == 2
