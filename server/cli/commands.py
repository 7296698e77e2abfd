"""The commands: `start` for trying it out, `serve` for real hosts, `host-link`, `schema`.

Thin on purpose: options become settings, everything else happens elsewhere. Heavy modules
are imported where they are used, so that `--help` answers at once.
"""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from server.app import Ready
    from server.settings import Settings

DATA = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder (instead of your own default)."
)
PORT = click.option("--port", type=click.IntRange(0, 65_535), help="The port (instead of 8042).")
CONFIG = click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="The settings file (TOML).")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def talking_piece() -> None:
    """Talking Piece: a server for anonymous peer-support groups that forgets the words."""


@talking_piece.command()
@DATA
@PORT
@click.option("--share", is_flag=True, help="Let phones in your local network come in too.")
def start(data: Path | None, port: int | None, share: bool) -> None:
    """Start a server on this machine, with links to try it out."""
    from server.cli import greeting, private_files
    from server.cli.serving import served

    settings, phones = _to_try(data, port, share=share)
    links_file = settings.keep.data / greeting.LINKS_FILE
    minutes = settings.links.host_minutes
    private = sys.stdout.isatty()

    def say(ready: "Ready", wiping: bool) -> None:
        for line in greeting.greeting(ready.address, wiping=wiping):
            click.echo(line)
        if phones:
            for line in greeting.shared(phones):
                click.echo(line)
        links = "\n".join(greeting.links(ready, minutes, phones or ready.address))
        if not private:
            private_files.written(links_file, links + "\n")
            click.echo(greeting.elsewhere(links_file))
            return
        click.echo(links)
        if phones:
            door = f"/#{ready.trial_invitation}" if ready.trial_invitation else "/"
            click.echo(greeting.in_terminal(phones + door))
        click.echo("Ctrl-C ends it.")

    # Beside the greeting only trouble is worth a line.
    level = logging.WARNING if sys.stderr.isatty() else logging.INFO
    sys.exit(served(settings, first_steps=True, say=say, log_level=level, leaves=(links_file,)))


@talking_piece.command()
@CONFIG
def serve(config: Path | None) -> None:
    """Serve for real: settings from a file and the environment (docs/settings.md), logs on stderr."""
    from server.cli.serving import served

    settings = _settings(config)
    sys.exit(served(settings, first_steps=False, say=lambda ready, wiping: None))


@talking_piece.command("host-link")
@CONFIG
@DATA
@PORT
def host_link(config: Path | None, data: Path | None, port: int | None) -> None:
    """Print a fresh link to the host's desk. It works once, and soon expires; a server may be running."""
    import asyncio

    from server.app import fresh_host_link
    from server.cli.mistakes import told
    from server.cli.private_files import address_in_use

    settings = _settings(config, data=data, port=port)
    try:
        secret = asyncio.run(fresh_host_link(settings))
    except Exception as error:
        known = told(error, settings)
        if known is None:
            raise
        click.echo(known.sentence, err=True)
        sys.exit(known.code)
    address = address_in_use(settings.keep.data) or settings.address()
    click.echo(f"{address}/#{secret}")
    click.echo(f"This link works once, within {settings.links.host_minutes} minutes.", err=True)


@talking_piece.command()
def schema() -> None:
    """Print the JSON Schema of the protocol, for authors of other clients."""
    from protocol.schema import main

    main()


def _to_try(data: Path | None, port: int | None, *, share: bool) -> tuple["Settings", str | None]:
    """The settings of `start`, and the address for phones if they may come."""
    from server.cli.local_network import lan_address
    from server.cli.mistakes import UNAVAILABLE

    settings = _settings(None, data=data, port=port)
    if not share:
        return settings, None
    lan, here = lan_address(), settings.listen.port
    if lan is None or not here:
        click.echo(
            "This machine is on no network that could be shared; without --share it works on this machine."
            if here
            else "With --share the port must be known: please name one other than 0.",
            err=True,
        )
        sys.exit(UNAVAILABLE)
    phones = f"http://{lan}:{here}"
    origins = (*settings.origins(), phones)
    return _settings(None, data=data, port=port, host="0.0.0.0", origins=origins), phones  # noqa: S104  # asked for


def _settings(
    config: Path | None,
    *,
    data: Path | None = None,
    port: int | None = None,
    host: str | None = None,
    origins: tuple[str, ...] = (),
) -> "Settings":
    """File, environment, options; or one sentence and the end."""
    from server.cli.settings_file import SettingsMistake, loaded

    chosen: dict[str, dict[str, Any]] = {"keep": {}, "listen": {}, "place": {}}  # Any: what the options hold
    if data is not None:
        chosen["keep"]["data"] = data.absolute()
    if port is not None:
        chosen["listen"]["port"] = port
    if host is not None:
        chosen["listen"]["host"] = host
    if origins:
        chosen["place"]["origins"] = origins
    try:
        return loaded(config, chosen)
    except SettingsMistake as mistake:
        from server.cli.mistakes import CONFIG as CODE

        click.echo(str(mistake), err=True)
        sys.exit(CODE)
