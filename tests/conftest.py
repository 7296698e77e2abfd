"""What holds for every suite: long stories run only when there is time for them.

`@pytest.mark.long` marks a story that takes minutes; `make test-long` sets TP_LONG=1.
Without it such a story is left out, not skipped, because nothing is missing.
Nothing else belongs here: fixtures stand beside the stories that use them.
"""

import os

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long stories, unless TP_LONG asks for them."""
    if os.environ.get("TP_LONG") == "1":
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]
