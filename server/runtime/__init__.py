"""The running house: one runner per room, a hub that knows them, a session per connection.

Knows ports, not adapters; knows links, not sockets.
"""
