"""Nothing committed names a machine, a registry or a tool that only its authors have."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, build, written_files

# Put together here, so that this file does not name them either.
FOREIGN = tuple(
    "".join(parts)
    for parts in (
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/opt/", "pypi"),
        ("/opt/", "wheels"),
        ("registry.", "npmjs"),
        ("files.", "pythonhosted"),
        ("pypi.", "org/simple"),
        ("farm-", "studio"),
    )
)
LOCKS = ("requirements.lock", "requirements-develop.lock")


def foreign(root: Path) -> Iterator[str]:
    """Every place where a written file names what only one machine has."""
    for path in written_files(root):
        text = path.read_bytes().decode(errors="replace")
        for word in FOREIGN:
            if word in text:
                yield f"{path.relative_to(root).as_posix()}:{text[: text.index(word)].count(chr(10)) + 1} names {word}"


def unhashed(lock: str) -> Iterator[str]:
    """Lines of a Python lock that name a host, or a package without a hash."""
    for number, line in enumerate(lock.splitlines(), 1):
        if "://" in line or line.startswith("-"):
            yield f"line {number} names a place: {line}"
    for name in re.findall(r"^(\S+==\S+)[^\n]*\n(?!    --hash=sha256:)", lock, re.MULTILINE):
        yield f"{name} has no hash"


def test_no_file_names_this_machine() -> None:
    assert list(foreign(ROOT)) == []


def test_a_foreign_name_is_found(tmp_path: Path) -> None:
    house = build(tmp_path, {"docs/a.md": f"fine\nsee {FOREIGN[0]}main", "docs/b.md": "fine"})
    assert list(foreign(house)) == [f"docs/a.md:2 names {FOREIGN[0]}"]


@pytest.mark.parametrize("name", LOCKS)
def test_the_python_locks_name_no_host_and_hash_everything(name: str) -> None:
    lock = (ROOT / name).read_text()
    assert lock.count("--hash=") > 20
    assert list(unhashed(lock)) == []


def test_a_host_and_a_missing_hash_are_found() -> None:
    assert len(list(unhashed("--find-links /tmp\nclick==8.1 \\\n    --hash=sha256:00\nsegno==1.6\n    # via\n"))) == 2


@pytest.mark.parametrize(("name", "groups"), [(LOCKS[0], ()), (LOCKS[1], ("develop",))])
def test_the_locks_hold_everything_that_pyproject_asks_for(name: str, groups: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *(entry for g in groups for entry in project["dependency-groups"][g])]
    locked = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / name).read_text(), re.MULTILINE))
    assert {re.split(r"[<>=~]", entry)[0] for entry in asked} - locked == set()


def test_both_locks_agree_on_versions() -> None:
    run, develop = (dict(re.findall(r"^(\S+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)) for name in LOCKS)
    assert run.items() <= develop.items()


def test_the_clients_lock_names_no_host() -> None:
    packages = json.loads((ROOT / "web_client/package-lock.json").read_text())["packages"]
    assert len(packages) > 5
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
