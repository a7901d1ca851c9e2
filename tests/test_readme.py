"""The README's answers are what its commands print. ``KG_WRITE_README=1 pytest tests/test_readme.py`` renews them."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"```console\n\$ kg ([^\n]*)\n(.*?)```", re.S)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("readme") / "demo"
    kg.build([ROOT / "seeds"], out)
    return out


def answer(command: str, demo: Path) -> str:
    arguments = [str(demo) if word == "demo" else word for word in shlex.split(command)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.rstrip().split("\n")) + "\n"


def test_the_answers_in_the_readme_are_what_the_commands_print(demo: Path) -> None:
    text = README.read_text(encoding="utf-8")
    found = CONSOLE.findall(text)
    assert len(found) >= 7
    if os.environ.get("KG_WRITE_README"):
        text = CONSOLE.sub(lambda m: f"```console\n$ kg {m[1]}\n{answer(m[1], demo)}```", text)
        README.write_text(text, encoding="utf-8")
        return
    for command, printed in found:
        assert printed.strip(), f"The README shows no answer to: kg {command}"
        assert answer(command, demo) == printed


def test_the_python_of_the_readme_runs(demo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    exec(compile(code, "README.md", "exec"), {})
    assert (tmp_path / "actors.html").exists()


def test_every_file_that_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target
