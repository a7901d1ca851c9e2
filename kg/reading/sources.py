"""From what a user names (files, folders, ``-``) to the decoded content of each file."""

from __future__ import annotations

import codecs
import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Warn = Callable[[str], None]
"""Told, in one sentence, of each input that is left out or read in another way than it says."""


class Unreadable(ValueError):
    """An input that gives no text; the message says why, and what to do."""


def files(paths: Iterable[str], warn: Warn) -> Iterator[str]:
    """Names of files and ``-``; folders are walked in order of names, hidden files left."""
    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        inside = sorted(f.relative_to(path) for f in Path(path).rglob("*") if f.is_file())
        shown = [f for f in inside if not any(part.startswith(".") for part in f.parts)]
        if not shown:
            warn(f"{path}: the folder holds no files; name one with articles.")
        yield from (str(Path(path, f)) for f in shown)


def content_of(file: str) -> bytes:
    """The bytes of a file or, for ``-``, of standard input, unpacked; never blank. Raises Unreadable."""
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except FileNotFoundError:
        raise Unreadable("there is no such file; check the path") from None
    except OSError as error:
        raise Unreadable(f"cannot be read ({error.strerror})") from None
    if content.startswith(b"\x1f\x8b"):
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error):
            raise Unreadable("is a damaged gzip file; pack it again") from None
    if not content.strip():
        raise Unreadable("is empty")
    return content


def text_of(content: bytes) -> tuple[str, str | None]:
    """The text of some bytes, and the encoding if it is not UTF-8.

    A byte order mark decides, then the zero bytes of UTF-16, then UTF-8; else Windows-1252, as browsers do
    (WHATWG Encoding Standard).

    Raises Unreadable for bytes that are no text.
    """
    guessed = content[:2000].count(0) * 4 > len(content[:2000])
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding, guessed = "utf-16", False
    elif guessed:
        encoding = "utf-16-be" if content[0] == 0 else "utf-16-le"
    else:
        encoding = "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "cp1252", content.decode("cp1252", errors="replace")
    odd = sum((c < " " and c not in "\t\n\r\f") or c == "\ufffd" for c in text[:10_000])
    # English in UTF-16 has few other letters; numbers and pictures have.
    foreign = guessed and sum(map(str.isascii, text[:1000])) * 2 < len(text[:1000])
    if foreign or odd * 100 > len(text[:10_000]):
        raise Unreadable("is not text; give text, Markdown, HTML or JSON Lines")
    return text, {"utf-8-sig": None, "cp1252": "Windows-1252 (Latin-1)"}.get(encoding, "UTF-16")
