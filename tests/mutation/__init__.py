"""Small faults planted in server/room, to see whether a story notices: `python -m tests.mutation`."""
