"""Put the built client into the wheel, and only into the wheel.

Hatchling runs this while it builds. A wheel carries `web_client/dist` beside the
packages; without a built client the build stops here, because a wheel that cannot
show a page is a house without a door. An editable install gets no copy: it reads
the folder in the checkout, so nothing stale can hide in site-packages. This hook
builds nothing itself; `make build` does that first.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CLIENT = "web_client/dist"


class ClientInWheel(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's generic names a private config class
    """Adds the client's files to a standard wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # Any: hatchling's own signature
        """Called once before each build; `version` is `standard` or `editable`."""
        if version == "editable":
            return
        if not (Path(self.root) / CLIENT / "index.html").is_file():
            raise FileNotFoundError(f"{CLIENT}/index.html is missing: run `make build`, which builds the client first.")
        build_data["force_include"][CLIENT] = CLIENT
