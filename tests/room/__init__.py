"""Stories and laws of the room, thought through without a socket or a clock."""
