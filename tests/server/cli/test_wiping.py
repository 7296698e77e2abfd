"""Whether freed memory is overwritten is found out, not assumed: yes with both variables, no with less."""

import os
import subprocess
import sys

import pytest

from server.cli.wiping import TUNABLES, has_glibc, how, is_asked_for, wiping_environment

TEST = "from server.cli.wiping import self_test; print(self_test())"
WIPING = wiping_environment({})


def verdict(environment: dict[str, str]) -> str:
    """What the self-test says in a process with these variables."""
    plain = {key: value for key, value in os.environ.items() if key not in WIPING}
    done = subprocess.run(
        [sys.executable, "-c", TEST], env=plain | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_with_wiping_the_words_are_gone() -> None:
    if not has_glibc():
        pytest.skip("wiping needs glibc, and this machine has another C library")
    assert verdict(WIPING) == "True"


@pytest.mark.parametrize(
    "environment",
    [{}, {"PYTHONMALLOC": "malloc"}, {"GLIBC_TUNABLES": WIPING["GLIBC_TUNABLES"]}],
    ids=["neither", "only the allocator", "only the tunables"],
)
def test_without_it_the_test_says_so(environment: dict[str, str]) -> None:
    assert verdict(environment) == "False"


def test_tunables_of_others_stay() -> None:
    merged = wiping_environment({"GLIBC_TUNABLES": "glibc.malloc.arena_max=2:glibc.malloc.perturb=1", "HOME": "/h"})
    assert merged["HOME"] == "/h"
    assert merged["GLIBC_TUNABLES"].split(":") == [
        "glibc.malloc.arena_max=2",
        *(f"{name}={value}" for name, value in TUNABLES.items()),
    ]


def test_asking_twice_changes_nothing_so_that_nobody_starts_again_for_ever() -> None:
    assert not is_asked_for({})
    assert is_asked_for(WIPING)
    assert wiping_environment(WIPING) == WIPING


def test_the_log_says_why_not() -> None:
    assert how(works=True) == "glibc"
    assert how(works=False) in {"no_glibc", "not_set", "not_working"}
