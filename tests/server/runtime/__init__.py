"""Stories of rooms in motion: outboxes, runners, doors, desks, sessions. No sockets, no real time."""
