"""Recorded frames and views, folded by every client that speaks our protocol."""
