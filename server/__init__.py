"""The running house: the room thought through, what it needs from outside, and the way in.

Its floors are in docs/architecture.md and proven by tests/house.
"""

__version__ = "0.1.0"
