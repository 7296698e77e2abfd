"""What is generated equals what is committed, so that nobody edits the copy or forgets to make it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.house.tree import ROOT


def printed(*command: str, cwd: Path) -> str:
    """What a generator prints; it must end well."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_committed_schema_is_what_the_models_say() -> None:
    generated = printed(sys.executable, "-m", "protocol.schema", cwd=ROOT)
    assert (ROOT / "protocol/schema.json").read_text() == generated, (
        "run: .venv/bin/python -m protocol.schema > protocol/schema.json"
    )


def test_the_schema_does_not_depend_on_the_run(tmp_path: Path) -> None:
    # Another hash seed and another folder: a set or a path in the output would show.
    command = [sys.executable, "-m", "protocol.schema"]
    one, other = (
        subprocess.run(
            command, cwd=tmp_path, capture_output=True, check=True, timeout=60, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    )
    assert json.loads(one)
    assert one == other


def test_the_clients_generated_files_are_what_the_schema_says() -> None:
    printed("npm", "run", "--silent", "generate", "--", "--check", cwd=ROOT / "web_client")


def test_the_clients_check_sees_a_changed_schema(tmp_path: Path) -> None:
    # The same generator in a copy of the house whose generated file lies by one line.
    ignore = shutil.ignore_patterns("node_modules", "dist", "__pycache__")
    shutil.copytree(ROOT / "web_client", tmp_path / "web_client", ignore=ignore)
    shutil.copytree(ROOT / "protocol", tmp_path / "protocol", ignore=ignore)
    (tmp_path / "web_client/node_modules").symlink_to(ROOT / "web_client/node_modules")
    lying = tmp_path / "web_client/src/protocol/generated.ts"
    lying.write_text(lying.read_text() + "export type Lie = string;\n")
    command = ["npm", "run", "--silent", "generate", "--", "--check"]
    done = subprocess.run(command, cwd=tmp_path / "web_client", capture_output=True, check=False, timeout=60)
    assert done.returncode == 1, done.stdout + done.stderr
