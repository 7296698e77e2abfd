"""The suite runner counts truly, ends what is over its budget, and fits into ten minutes."""

import sys
from dataclasses import replace

from tests.run import AT_ONCE, SUITES, TOTAL_BUDGET, Suite, counts, run_one

SAMPLE = Suite("sample", 20, (sys.executable, "-c", "print('3 passed, 1 skipped in 0.1s')"), "pyproject.toml")


def test_all_budgets_together_stay_below_ten_minutes() -> None:
    shared = sum(suite.budget for suite in SUITES if not suite.alone) / AT_ONCE
    assert shared + sum(suite.budget for suite in SUITES if suite.alone) <= TOTAL_BUDGET == 600


def test_summaries_of_pytest_and_vitest_are_read() -> None:
    assert counts("...\n===== 2 failed, 10 passed, 1 skipped, 1 error in 3.2s (0:00:03) =====\n") == (10, 3, 1)
    assert counts("..\n2 passed in 0.01s\n") == (2, 0, 0)
    assert counts(" Test Files  2 passed (2)\n\x1b[2m      Tests \x1b[22m 1 failed | 12 passed (13)\n") == (12, 1, 0)
    assert counts("All checks passed!") == (0, 0, 0)


def test_a_good_suite_counts_its_tests() -> None:
    outcome = run_one(SAMPLE, {}, 20)
    assert (outcome.passed, outcome.failed, outcome.skipped) == (3, 0, 1)


def test_what_must_be_whole_in_ci_fails_there_when_something_was_skipped() -> None:
    whole = replace(SAMPLE, whole_in_ci=True)
    assert run_one(whole, {}, 20).failed == 0
    assert run_one(whole, {"CI": "true"}, 20).failed == 1
    assert [suite.name for suite in SUITES if suite.whole_in_ci] == ["browser"]


def test_a_suite_that_is_not_there_is_said_and_fails_in_ci() -> None:
    gone = replace(SAMPLE, needs="tests/nowhere")
    assert run_one(gone, {}, 20).remark == "not run: there is no tests/nowhere"
    assert run_one(gone, {}, 20).failed == 0
    assert run_one(gone, {"CI": "true"}, 20).failed == 1


def test_an_exit_code_has_the_last_word() -> None:
    lying = replace(SAMPLE, command=(sys.executable, "-c", "print('3 passed in 0.1s'); raise SystemExit(1)"))
    assert run_one(lying, {}, 20).failed == 1


def test_finding_no_test_is_a_failure() -> None:
    empty = replace(SAMPLE, command=(sys.executable, "-c", "raise SystemExit(5)"))
    assert (run_one(empty, {}, 20).failed, run_one(empty, {}, 20).remark) == (1, "no test found")


def test_a_suite_over_its_budget_is_ended_with_its_children_and_has_failed() -> None:
    # The child holds the pipe open: were it not ended too, reading would wait for it.
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    outcome = run_one(replace(SAMPLE, command=(sys.executable, "-c", child)), {}, 0.5)
    assert (outcome.failed, outcome.remark) == (1, "over its budget, ended")
    assert outcome.seconds < 20


def test_a_missing_program_is_said_and_has_failed() -> None:
    assert run_one(replace(SAMPLE, command=("no-such-program",)), {}, 20).remark.endswith("is not on this machine")
