"""Prints docs/edge-cases.md."""

import sys

from tests.room.edges.page import page

if __name__ == "__main__":
    sys.stdout.write(page())
