"""Stories of people in a real browser, with a real server behind it."""
