"""The way in: `talking-piece` and `python -m server`. Wiping comes first, before anything worth wiping is loaded."""

import sys

from server.cli.wiping import start_again_with_wiping


def main() -> None:
    """Run the command line."""
    if sys.argv[1:2] in (["start"], ["serve"]):
        start_again_with_wiping()
    from server.cli.commands import talking_piece

    talking_piece(prog_name="talking-piece")


if __name__ == "__main__":
    main()
