"""The room, thought through: who is here, who has the piece, what follows from a wish.

Pure. Nothing here waits, logs, draws lots or reads a clock; time and chance are
arguments, and waiting is data. The runner above acts on what is decided here.
"""
