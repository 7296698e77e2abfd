"""The edge: sockets and pages. The only place that imports `websockets`."""
