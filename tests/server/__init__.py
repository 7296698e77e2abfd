"""Stories of the running house, with real files, real processes and real sockets."""
