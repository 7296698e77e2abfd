"""Stories of what the ports stand on, with real SQLite and real files."""
