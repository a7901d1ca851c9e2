"""The folder of a graph: article results, one file each, and who may read or write at a time.

Every file is written aside and renamed into place, so that a reader, or a build after a crash, never meets
half of one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.identity.judgements import loads
from kg.records import dump, result_from, result_json
from kg.values import BASE, ArticleResult, Judgement

try:
    import fcntl
except ImportError:  # Windows: no advisory locks; Oxigraph's own lock still keeps a second writer out.
    fcntl = None  # type: ignore[assignment]

# How long somebody who reads waits for a writer to finish, and the other way round, in seconds.
PATIENCE = 30.0


class NoGraph(Exception):
    """There is no graph in the folder."""


class Locked(Exception):
    """Somebody else is writing."""


class Damaged(Exception):
    """A file of a graph is not as kg wrote it."""


class Folder:
    """Paths and article results of one graph."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.articles = self.path / "articles"
        self.store = self.path / "store"
        self.trig = self.path / "graph.trig"
        self.page = self.path / "actors.html"
        self.report = self.path / "report.json"
        self.runs = self.path / "runs.ttl"
        self.state = self.path / "state.json"
        self.judgements = self.path / "judgements.jsonl"
        self.gazetteer = self.path / "gazetteer"

    def _noted(self, key: str) -> str | None:
        try:
            found: str | None = json.loads(self.state.read_text(encoding="utf-8"))[key]
            return found
        except (OSError, ValueError, KeyError):
            return None

    @property
    def base(self) -> str:
        """The base IRI of entities and relations with which the graph was last derived."""
        return self._noted("base") or BASE

    def derived(self) -> str | None:
        """The digest of the state from which store, TriG and page were derived; None within a change, or where one of
        them is gone."""
        return self._noted("derived") if all(p.exists() for p in (self.store, self.trig, self.page)) else None

    def must_exist(self) -> Folder:
        """Itself, if a graph is in it. Raises NoGraph otherwise."""
        if not self.articles.is_dir() or not (self.store.is_dir() or any(self.articles.glob("*.json"))):
            raise NoGraph(f"No graph at {self.path}. Build one with: kg build PATH… -o {self.path}")
        return self

    def file_of(self, iri: str) -> Path:
        """The file of an article, by its IRI."""
        return self.articles / f"{hashlib.sha256(iri.encode()).hexdigest()[:32]}.json"

    def files(self) -> list[Path]:
        """The files of all articles, in a fixed order."""
        return sorted(self.articles.glob("*.json"))

    def put(self, result: ArticleResult) -> None:
        """Keep what was read from an article; of its IRI there is one."""
        write(self.file_of(result.article.iri), dump(result_json(result)) + "\n")

    def remove(self, iri: str) -> None:
        """Forget an article."""
        self.file_of(iri).unlink(missing_ok=True)
        _sync(self.articles)

    def results(self) -> Iterator[ArticleResult]:
        """All article results, in the order of their articles."""
        yield from sorted(map(result_of, self.files()), key=lambda r: r.article.order)

    def digest(self, *more: str) -> str:
        """A hash of all that the graph is a function of: article results, judgements and what else is named."""
        whole = hashlib.sha256("\x1f".join(more).encode())
        for file in [*self.files(), *self.path.glob(self.judgements.name), *self.gazetteers()]:
            whole.update(file.name.encode())
            whole.update(hashlib.sha256(file.read_bytes()).digest())
        return whole.hexdigest()

    def gazetteers(self) -> list[Path]:
        """The files of the user's own gazetteers."""
        return sorted(f for f in self.gazetteer.glob("*") if f.is_file())

    def begin(self, base: str) -> None:
        """Note that a change begins: until it ends, store, TriG and page are of no known state."""
        write(self.state, json.dumps({"derived": None, "base": base}) + "\n")

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Alone in changing the articles, for the time of a build. Raises Locked, at once, if somebody else is."""
        self.articles.mkdir(parents=True, exist_ok=True)
        told = f"{self.path} is being written by another kg process. Wait until it ends and try again."
        with _lock(self.path / ".lock", told, shared=False, patience=0):
            for left in self.path.glob("**/*.aside"):
                left.unlink()
            yield

    @contextlib.contextmanager
    def changing_store(self) -> Iterator[None]:
        """Alone in the store, for the moment in which it changes; queries under way end first."""
        told = f"{self.store} is being read by another process, for longer than {PATIENCE:.0f} s. Try again."
        with _lock(self.path / ".gate", told, shared=False), _lock(self.path / ".reading", told, shared=False):
            yield

    @contextlib.contextmanager
    def reading_store(self) -> Iterator[None]:
        """The store does not change meanwhile. Readers do not hinder each other; a waiting writer goes first."""
        told = f"{self.store} is being written just now. Try again in a moment."
        with contextlib.ExitStack() as held:
            with _lock(self.path / ".gate", told, shared=True):
                held.enter_context(_lock(self.path / ".reading", told, shared=True))
            yield


def result_of(file: Path) -> ArticleResult:
    """An article result from its file. Raises Damaged if the file is none."""
    try:
        return result_from(json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError):
        raise Damaged(f"{file} is damaged. Remove it, and build its article again.") from None


def judgements(folder: Folder) -> tuple[Judgement, ...]:
    """What people decided, in the order in which they did."""
    if not folder.judgements.exists():
        return ()
    return loads(folder.judgements.read_text(encoding="utf-8"), folder.judgements.name)


@contextlib.contextmanager
def _lock(path: Path, told: str, *, shared: bool, patience: float = PATIENCE) -> Iterator[None]:
    """An advisory lock on a file, which ends with the process. Raises Locked, with what is told, if it is not free."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        if not shared:
            raise
        # A folder that cannot be written has no writer either.
        yield
        return
    try:
        deadline = time.monotonic() + patience
        while fcntl:
            try:
                fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise Locked(told) from None
                time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def write(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Write a file as a whole or not at all."""
    aside = path.with_name(path.name + ".aside")
    try:
        with aside.open("wb") as f:
            for part in [content] if isinstance(content, str | bytes) else content:
                f.write(part if isinstance(part, bytes) else part.encode("utf-8", "backslashreplace"))
            f.flush()
            os.fsync(f.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """A rename lasts through a power cut once its folder is on disk."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
