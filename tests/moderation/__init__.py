"""Stories of what a text means for the room."""
