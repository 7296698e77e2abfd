"""Servers on other libraries, each as small as its own manual makes it; run by the Python that has that library."""
