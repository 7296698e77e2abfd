"""Stories of the words that clients and server exchange."""
