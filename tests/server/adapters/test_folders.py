"""Folders of our own: made private, never at somebody else's cost; and in memory only if the kernel says so."""

from pathlib import Path

import pytest

from server.adapters.folders import data_folder, own_folder
from server.adapters.live_path import chosen_live_path, in_memory, left_empty, live_path
from server.ports import DirectoryFailure

TABLE = """22 1 254:0 / / rw - ext4 /dev/vda rw
23 22 0:25 / /dev/shm rw - tmpfs tmpfs rw
24 22 0:26 / /run rw - ext4 /dev/vdb rw
25 24 0:27 / /run rw - tmpfs tmpfs rw
26 25 0:28 / /run/disk rw - xfs /dev/vdc rw
27 22 0:29 / /with\\040blank rw shared:1 - ramfs none rw
"""


@pytest.mark.parametrize(
    ("place", "memory"),
    [
        ("/srv/data", False),
        ("/dev/shm", True),  # noqa: S108  # a name in the table above
        ("/dev/shm/deep/down", True),  # noqa: S108
        ("/dev/shmem", False),  # noqa: S108
        ("/run/here", True),
        ("/run/disk/here", False),
        ("/with blank/x", True),
    ],
)
def test_only_what_the_kernel_calls_tmpfs_is_memory(place: str, memory: bool) -> None:
    assert in_memory(Path(place), TABLE) is memory


def test_two_servers_have_two_folders_and_each_finds_its_own_again(tmp_path: Path) -> None:
    one, two = live_path(tmp_path / "one"), live_path(tmp_path / "two")
    if one is None or two is None:
        pytest.skip("this machine has no folder in memory")
    try:
        assert one != two
        assert live_path(tmp_path / "one") == one
        assert one.stat().st_mode & 0o777 == 0o700
        assert in_memory(one)
    finally:
        one.rmdir()
        two.rmdir()


def test_a_folder_that_was_made_here_goes_when_it_is_empty_and_a_hosts_own_stays(tmp_path: Path) -> None:
    made, hosts, used = tmp_path / f"talking-piece-{'0' * 16}", tmp_path / "live", tmp_path / ("1" * 16)
    for folder in (made, hosts, used):
        folder.mkdir()
    (used / "journal").touch()
    for folder in (made, hosts, used):
        left_empty(folder)
    assert [folder.exists() for folder in (made, hosts, used)] == [False, True, True]


def test_the_choice_of_memory_means_no_folder(tmp_path: Path) -> None:
    assert chosen_live_path("memory", tmp_path) is None


def test_a_folder_on_a_disk_is_refused_for_running_meetings(tmp_path: Path) -> None:
    if in_memory(tmp_path):
        pytest.skip("the folder for temporary files is in memory here")
    with pytest.raises(DirectoryFailure, match="must not reach a disk"):
        chosen_live_path(str(tmp_path), tmp_path)


def test_a_named_folder_in_memory_is_taken(ram: Path) -> None:
    assert chosen_live_path(str(ram / "live"), ram) == ram / "live"


def test_a_new_data_folder_is_private(tmp_path: Path) -> None:
    assert data_folder(tmp_path / "deep" / "data").stat().st_mode & 0o777 == 0o700


def test_an_empty_folder_is_made_private(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    assert data_folder(tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_a_folder_with_other_things_keeps_its_rights_and_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o755)
    (home / "letters.txt").write_text("mine")
    with pytest.raises(DirectoryFailure, match="holds other things; choose an empty folder"):
        data_folder(home)
    assert home.stat().st_mode & 0o777 == 0o755


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(DirectoryFailure, match="something that is not a folder is in the way"):
        data_folder(tmp_path / "data")


def test_a_folder_that_cannot_be_made_is_said() -> None:
    with pytest.raises(DirectoryFailure, match="cannot be used"):
        data_folder(Path("/proc/talking-piece"))


def test_a_link_or_a_file_is_no_folder_of_ours(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    (tmp_path / "file").write_text("")
    assert not own_folder(tmp_path / "link")
    assert not own_folder(tmp_path / "file")
    assert not own_folder(tmp_path / "missing" / "deep")
