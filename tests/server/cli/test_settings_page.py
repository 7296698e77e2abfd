"""docs/settings.md is what the model says, with every setting on it."""

from pathlib import Path

from server.cli.settings_file import fields, loaded
from server.cli.settings_page import page
from server.settings import Settings

PAGE = Path(__file__).resolve().parents[3] / "docs" / "settings.md"


def test_the_committed_page_is_the_one_that_would_be_made() -> None:
    assert PAGE.read_text() == page(), "python -m server.cli.settings_page > docs/settings.md"


def test_each_setting_has_one_line_with_its_description() -> None:
    lines = page().splitlines()
    for name, field in fields(Settings):
        assert [str(field.description) in line for line in lines if line.startswith(f"| `{name}` |")] == [True]


def test_the_example_on_the_page_is_a_settings_file_that_works(tmp_path: Path) -> None:
    example = page().split("```toml\n")[1].split("```")[0]
    (tmp_path / "settings.toml").write_text(example)
    assert loaded(tmp_path / "settings.toml").place.run_by == "Riverside self-help"
