"""What the ports stand on: SQLite, the system's clock and chance, argon2. One port a file.

Only `server/app.py` names anything in here; everybody else knows the ports.
"""
