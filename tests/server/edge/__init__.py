"""Stories of the edge: pages, handshakes, frames, slow readers."""
