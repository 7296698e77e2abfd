"""All tests. A package, so that helpers in `tests/support` have one name for pytest and mypy."""
