"""From what a user names (files, folders, ``-``) to the decoded content of each file."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Warn = Callable[[str], None]
"""Told, in one sentence, of each input that is left out or read in another way than it says."""


NOT_TEXT = "is not text; give text, Markdown, HTML or JSON Lines"


class Unreadable(ValueError):
    """An input that gives no text; the message says why, and what to do."""


def contents(paths: Iterable[str], warn: Warn) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file, unpacked; folders are walked in order of names, hidden files left.

    What cannot be read is told to ``warn`` and left out; the rest goes on.
    """
    for path in paths:
        if path == "-":
            yield from _unpacked("standard input", sys.stdin.buffer.read(), warn)
        elif Path(path).is_dir():
            files = sorted(f for f in Path(path).rglob("*") if f.is_file() and not _hidden(f.relative_to(path)))
            if not files:
                warn(f"{path}: the folder holds no files; name one with articles.")
            for file in files:
                yield from _loaded(file, warn)
        else:
            yield from _loaded(Path(path), warn)


def text_of(content: bytes) -> tuple[str, str | None]:
    """The text of some bytes, and the encoding if it is not UTF-8.

    A byte order mark decides, then UTF-8, then the zero bytes of UTF-16; else Windows-1252, as browsers do
    (WHATWG Encoding Standard).

    Raises Unreadable for bytes that are no text.
    """
    for mark, name in ((b"\xef\xbb\xbf", None), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if content.startswith(mark):
            return _decoded(content, name or "utf-8-sig"), name
    if content[:2000].count(0) * 4 > len(content[:2000]):
        text = _decoded(content, "utf-16-be" if content[0] == 0 else "utf-16-le")
        # English in UTF-16 has few other letters; numbers and pictures have.
        if sum(map(str.isascii, text[:1000])) * 2 < len(text[:1000]):
            raise Unreadable(NOT_TEXT)
        return text, "UTF-16"
    try:
        text, encoding = content.decode("utf-8"), None
    except UnicodeDecodeError:
        text, encoding = content.decode("cp1252", errors="replace"), "Windows-1252 (Latin-1)"
    odd = sum((c < " " and c not in "\t\n\r\f") or c == "\ufffd" for c in text[:10_000])
    if odd * 100 > len(text[:10_000]):
        raise Unreadable(NOT_TEXT)
    return text, encoding


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(NOT_TEXT) from None


def _loaded(file: Path, warn: Warn) -> Iterator[tuple[str, bytes]]:
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        warn(f"{file}: there is no such file; check the path.")
        return
    except OSError as error:
        warn(f"{file}: cannot be read ({error.strerror}).")
        return
    yield from _unpacked(str(file), content, warn)


def _unpacked(name: str, content: bytes, warn: Warn) -> Iterator[tuple[str, bytes]]:
    if content.startswith(b"\x1f\x8b"):
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            warn(f"{name}: is a damaged gzip file; pack it again.")
            return
    if content.strip():
        yield name, content
    else:
        warn(f"{name}: is empty.")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
