"""Stories of the command line, most of them with real processes."""
