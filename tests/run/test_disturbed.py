"""The real pipeline on seeds/, killed at any moment or on a full disk: whole articles each time, and in the end the
bytes of an undisturbed build."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import kg
from kg import run
from kg.cli import main
from kg.store import Folder, open_store

SEEDS = Path(__file__).parent.parent.parent / "seeds"
KILLS = 20
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, limits and forks of processes")


def content(out: Path) -> tuple[object, object]:
    """The bytes of articles, TriG and page, and the quads of the store."""
    files = [*Folder(out).files(), out / "graph.trig", out / "actors.html"]
    return {f.name: f.read_bytes() for f in files}, {*open_store(out / "store")}


def assert_whole(out: Path, undisturbed: Path) -> None:
    """What is there opens, by itself, and holds whole articles only; the folder stays as it is."""
    if not Folder(out).files():
        return
    copy = out.with_name("copy")
    shutil.copytree(out, copy)
    graph = kg.open(copy)
    assert graph.validate() == []
    assert {row[0].value for row in graph.query("SELECT ?a { ?a a schema:NewsArticle }")} == {*graph.articles}
    assert all(f.read_bytes() == (undisturbed / "articles" / f.name).read_bytes() for f in graph.folder.files())
    shutil.rmtree(copy)


def for_ever(out: Path) -> None:
    """Build, take two articles out, and again; the store is changed in place, or loaded aside as a large one is."""
    while True:
        sys.modules["kg.store.derive"].IN_PLACE = random.choice((0, 200_000))  # type: ignore[attr-defined]
        kg.build([SEEDS], out, workers=1)
        run.remove(out, random.sample(sorted(kg.open(out).articles), 2))


def with_little_room(out: Path, size: int) -> None:
    """Build where no file may grow beyond a size: the first write that would is refused, as on a full disk. What was
    finished before is read all the same."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    with pytest.raises(SystemExit) as told:
        main(["build", str(SEEDS), "-o", str(out), "--workers", "1"])
    assert told.value.code == 1 and kg.open(out).query("ASK { ?s a kg:Statement }")


def forked(target: Callable[..., object], *arguments: object, seconds: float | None = None) -> int | None:
    """The exit code of a process that has the model already; killed after so many seconds.

    Threads of Oxigraph do not outlive a fork: whoever forks opens no store.
    """
    process = get_context("fork").Process(target=target, args=arguments)
    process.start()
    process.join(seconds)
    process.kill()
    process.join()
    return process.exitcode


def killed(out: Path, undisturbed: Path, a_build: float) -> None:
    chance = random.Random(8)
    for _ in range(KILLS):
        assert forked(for_ever, out, seconds=chance.uniform(0, 1.2 * a_build)) == -signal.SIGKILL
        assert forked(assert_whole, out, undisturbed) == 0


def filled(out: Path, undisturbed: Path, a_build: float) -> None:
    forked(kg.build, sorted(SEEDS.glob("*.md"))[::3], out)
    for size in (0, 2_000, 20_000, 130_000, 400_000):
        assert forked(with_little_room, out, size) == 0
        assert forked(assert_whole, out, undisturbed) == 0


def disturbed(how: Callable[[Path, Path, float], None], out: Path, undisturbed: Path) -> None:
    list(kg.extract(["The harbour of Nerva was closed."]))
    start = time.monotonic()
    assert forked(kg.build, [SEEDS], undisturbed) == 0
    how(out, undisturbed, time.monotonic() - start)


@pytest.mark.parametrize("how", [killed, filled])
def test_a_disturbed_build_leaves_whole_articles_and_ends_as_an_undisturbed_one(
    how: Callable[[Path, Path, float], None], tmp_path: Path
) -> None:
    out, undisturbed = tmp_path / "out", tmp_path / "undisturbed"
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        alone.submit(disturbed, how, out, undisturbed).result()
    kg.build([SEEDS], out, workers=1)
    assert content(out) == content(undisturbed)
