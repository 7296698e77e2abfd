"""Promises of the pages people read."""
