"""The edge cases of taking turns, as a list: what is promised in which case, and which story proves it."""
