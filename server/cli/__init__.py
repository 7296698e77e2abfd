"""The command line: settings read, memory made safe, signals heard, links printed. Knows app.py, not what is in it."""
