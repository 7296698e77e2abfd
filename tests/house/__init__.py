"""Tests that hold the structure of the house; each one also shows that it can fail."""
