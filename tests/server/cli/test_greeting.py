"""What the terminal says: every link once, each with what it is for, and nothing it cannot promise."""

from pathlib import Path

from protocol.words import Secret
from server.app import Ready
from server.cli import greeting, private_files
from server.cli.local_network import lan_address

READY = Ready("http://127.0.0.1:8042", Secret("host-secret"), Secret("trial-secret"), Secret("come-in-secret"))


def test_the_first_time_there_is_a_room_to_try_and_the_hosts_desk() -> None:
    text = "\n".join(greeting.links(READY, 30, READY.address))
    for secret in ("host-secret", "trial-secret", "come-in-secret"):
        assert text.count(f"http://127.0.0.1:8042/#{secret}\n") == 1
    assert "works once, for 30 minutes" in text


def test_later_there_is_only_the_hosts_desk() -> None:
    text = "\n".join(greeting.links(Ready(READY.address, READY.host_link, None, None), 30, READY.address))
    assert "host-secret" in text
    assert "first room" not in text


def test_a_phone_is_given_the_address_it_can_reach() -> None:
    text = "\n".join(greeting.links(READY, 30, "http://192.168.1.5:8042"))
    assert "http://192.168.1.5:8042/#come-in-secret" in text
    assert "http://127.0.0.1:8042/#trial-secret" in text


def test_without_wiping_it_is_said() -> None:
    assert "cannot be overwritten" in "\n".join(greeting.greeting(READY.address, wiping=False))
    assert "overwritten" not in "\n".join(greeting.greeting(READY.address, wiping=True))


def test_a_qr_code_fits_on_a_terminal() -> None:
    drawn = greeting.in_terminal("http://192.168.123.234:8042/#" + "A" * 43).splitlines()
    assert 10 < len(drawn) < 30
    assert max(map(len, drawn)) < 60


def test_a_private_file_is_whole_and_ours_alone(tmp_path: Path) -> None:
    private_files.written(tmp_path / "links.txt", "first")
    private_files.written(tmp_path / "links.txt", "second")
    assert (tmp_path / "links.txt").read_text() == "second"
    assert (tmp_path / "links.txt").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["links.txt"]
    private_files.removed(tmp_path / "links.txt")
    private_files.removed(tmp_path / "links.txt")


def test_the_address_in_use_is_what_the_running_server_said(tmp_path: Path) -> None:
    assert private_files.address_in_use(tmp_path) is None
    private_files.written(tmp_path / private_files.ADDRESS_FILE, "http://127.0.0.1:40123\n")
    assert private_files.address_in_use(tmp_path) == "http://127.0.0.1:40123"


def test_the_local_network_is_not_this_machine_alone() -> None:
    address = lan_address()
    assert address is None or not address.startswith("127.")
