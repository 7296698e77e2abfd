"""Black box: a real server over loopback, held to the sentences of PROTOCOL.md."""
