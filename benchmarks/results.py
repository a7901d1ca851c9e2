"""The figures of the benchmarks, printed and kept in RESULTS.md, one section a command."""

from __future__ import annotations

import re
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
Table = list[tuple[str, ...]]


def data_folder(path: str) -> Path:
    """The type of an argument that names data which are not in the repository."""
    if not Path(path).exists():
        raise SystemExit(f"{path} is not there: these data may not be passed on and are not in the repository.")
    return Path(path)


def section(title: str, command: str, text: str, table: Table, *, write: bool) -> None:
    """Print a section (the first row of its table being the header); with ``write``, put it into RESULTS.md."""
    rows = [f"| {' | '.join(row)} |" for row in table]
    rows[1:1] = ["|" + "---|" * len(table[0])]
    found = f"## {title}\n\n`{command}`\n\n{text}\n\n" + "\n".join(rows) + "\n"
    print(found)
    if not write:
        return
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Results\n"
    kept, there = re.subn(rf"## {re.escape(title)}\n.*?(?=\n## |\Z)", lambda _: found, old, count=1, flags=re.DOTALL)
    RESULTS.write_text(kept if there else f"{old.rstrip()}\n\n{found}", encoding="utf-8")
