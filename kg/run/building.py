"""Builds a graph in a folder: what is new is read, all else is derived from what is kept.

The graph is a function of the article results and judgements in the folder (docs/decisions). A build that is
stopped anywhere goes on where it was: whole article results are kept, and the rest is derived again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from kg import reading, store
from kg.lexicon import ONTOLOGY
from kg.parsing import DEFAULT_MODEL
from kg.run.graph import KnowledgeGraph
from kg.run.pipeline import results as read_all
from kg.store import Folder
from kg.values import BASE, Article, ArticleResult, short_hash

Versions = tuple[tuple[str, str], ...]
Progress = Callable[[int, int | None, str], None]

# Articles a worker takes at a time: enough to fill a batch of the model, little enough to share evenly.
SHARE = 16
# Fewer articles than this are read sooner by one process than a second one needs to load the model.
WORTH_WORKERS = 64
_KG = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Report:
    """What a build did, for report.json and the table at its end."""

    read: int = 0
    unchanged: int = 0
    replaced: int = 0
    older: int = 0
    reread: int = 0
    removed: int = 0
    failed: int = 0
    articles: int = 0
    statements: int = 0
    entities: int = 0
    copies: int = 0
    without_anchor: int = 0
    changed_quads: int = 0
    words: int = 0
    seconds_reading: float = 0.0
    seconds: float = 0.0
    left_out: list[str] = field(default_factory=list)

    def table(self) -> list[tuple[str, str]]:
        """Rows of the summary: what, and how much."""
        told = {"new": self.read, "replaced": self.replaced, "read again": self.reread, "unchanged": self.unchanged}
        told |= {"left for a newer version": self.older, "failed": self.failed}
        speed = f"{self.words / self.seconds_reading:,.0f} words/s" if self.words else "nothing to read"
        return [
            ("articles", f"{self.articles} ({', '.join(f'{n} {what}' for what, n in told.items() if n)})"),
            ("statements", f"{self.statements:,}"),
            ("entities", f"{self.entities:,}"),
            ("copies", str(self.copies)),
            ("time", f"{self.seconds:.1f} s, {speed}"),
        ]


def build(
    paths: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    published: date | str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    **options: Any,
) -> Report:
    """Read articles into the graph in a folder, which is made if it is not there; options as of `build_articles`.

    published, url, publisher: stand instead of what the files say.
    """
    report = Report()
    known: dict[str, Any] = {"published": published, "url": url, "publisher": publisher}
    several = (paths,) if isinstance(paths, str | Path) else paths
    articles = reading.read(map(str, several), **known, warn=report.left_out.append)
    return build_articles(articles, out, report=report, **options)


class NothingUsable(Exception):
    """No article could be read, and none was there before."""


def build_articles(
    articles: Iterable[Article],
    out: str | Path,
    *,
    model: str = DEFAULT_MODEL,
    base: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    read: Callable[..., Iterator[ArticleResult]] = read_all,
    report: Report | None = None,
) -> Report:
    """Read articles into the graph in a folder, which is made if it is not there.

    The result does not depend on the order of the articles, nor on the number of workers. Articles that are in the
    graph already are recognised and not read again; of two versions of one IRI the later one stays.
    base: base IRI of entities and relations; if none is said, that of the graph that is there.
    workers: processes; if none is said, as many as cores for many articles.
    read: gives the results of articles, in order.

    Raises store.Locked if another process writes there, NothingUsable if no article could be read and none is there.
    """
    report, started = report or Report(), time.monotonic()
    news = {a.iri: a for a in sorted(articles, key=_version)}
    folder = Folder(out)
    if not news and not folder.files():
        raise NothingUsable("\n".join([*report.left_out, "No usable article was found; nothing was built."]))
    with folder.writing():
        base = base or folder.base
        made_by = tuple(sorted((versions(model) | ({"base": base} if base != BASE else {})).items()))
        todo = _to_read(folder, news, made_by, report)
        if todo:
            folder.begin(base)
        before = time.monotonic()
        for n, result in enumerate(_read(todo, workers, read, model=model, base=base), 1):
            if result.failed:
                report.failed += 1
                report.left_out.append(result.failed)
                continue
            # What cannot be read where it says it stands does not enter the store.
            sound = tuple(s for s in result.statements if store.anchored(s, result.article))
            report.without_anchor += len(result.statements) - len(sound)
            folder.put(replace(result, statements=sound, versions=made_by))
            report.words += result.article.text.count(" ") + 1
            if progress:
                progress(n, len(todo), result.article.title or result.article.iri)
        report.seconds_reading = time.monotonic() - before
        derive(folder, report, base=base)
        report.seconds = time.monotonic() - started
        store.write(folder.report, json.dumps(asdict(report), indent=1, ensure_ascii=False) + "\n")
        store.write(folder.runs, _run(folder, made_by, report))
    return report


def remove(out: str | Path, iris: Sequence[str]) -> Report:
    """Take articles out of a graph, which is then as if they had never been in it.

    Raises KeyError, and removes nothing, if one is not there.
    """
    folder, report = Folder(out).must_exist(), Report(removed=len({*iris}))
    with folder.writing():
        missing = [iri for iri in iris if not folder.file_of(iri).exists()]
        if missing:
            raise KeyError(missing[0])
        folder.begin(folder.base)
        for iri in iris:
            folder.remove(iri)
        derive(folder, report)
    return report


def derive(folder: Folder, report: Report | None = None, *, base: str | None = None) -> None:
    """Bring store, TriG and page up to the article results and judgements, if they are not.

    base: that of the graph if none is said.
    """
    report, base = report or Report(), base or folder.base
    code = _hash(_KG, "values.py", "records.py", "lexicon.py", "identity", "store", "exploration")
    digest = folder.digest(code, _hash(ONTOLOGY, "lexicon", "gazetteer"), base)
    if folder.derived() == digest:
        counts = json.loads(folder.state.read_text(encoding="utf-8"))["counts"]
    else:
        folder.begin(base)
        graph = KnowledgeGraph(folder)
        report.left_out += graph.unfitting
        context = store.Context(
            of=graph.identities.of,
            rejected=frozenset(graph.identities.rejected),
            counts=store.support(graph.statements, graph.articles, graph.copies),
            copy_of=graph.copies,
            base=base,
        )
        report.changed_quads = store.derive(folder, graph.results, graph.entities, context)
        graph.show(folder.page)
        counts = [len(each) for each in (graph.results, graph.statements, graph.entities, graph.copies)]
        store.write(folder.state, json.dumps({"derived": digest, "base": base, "counts": counts}) + "\n")
    report.articles, report.statements, report.entities, report.copies = counts


def _version(a: Article) -> tuple[str, str, str]:
    """Of two versions of an article the greater stays: of the later date, then of the greater text hash."""
    return a.day or "", store.text_hash(a), repr(a)


def _to_read(folder: Folder, news: dict[str, Article], made_by: Versions, report: Report) -> list[Article]:
    """The articles that are new, newer than what is kept, or kept but read by another version."""
    kept = {r.article.iri: r for r in map(store.result_of, folder.files())}
    todo = {}
    for iri, article in news.items():
        old = kept[iri].article if iri in kept else None
        if old is None:
            report.read += 1
        elif _version(old) > _version(article):
            report.older += 1
            continue
        elif old != article:
            report.replaced += 1
        else:
            continue
        todo[iri] = article
    for iri, result in kept.items():
        if iri in todo:
            continue
        if result.versions != made_by:
            report.reread += 1
            todo[iri] = result.article
        elif result.article == news.get(iri):
            report.unchanged += 1
    return [article for _, article in sorted(todo.items())]


def _read(
    todo: list[Article], workers: int | None, read: Callable[..., Iterator[ArticleResult]], **options: str
) -> Iterator[ArticleResult]:
    if workers is None:
        workers = (os.cpu_count() or 1) if len(todo) >= WORTH_WORKERS else 1
    if workers == 1 or len(todo) < 2:
        yield from read(todo, **options)
        return
    shares = [todo[i : i + SHARE] for i in range(0, len(todo), SHARE)]
    # Fresh processes: a fork would copy threads' locks of the libraries below spaCy. They share the cores already.
    one_thread = ("OMP_NUM_THREADS", "1")
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=os.putenv, initargs=one_thread) as pool:
        for found in pool.map(_share, shares, repeat(options)):
            yield from found


def _share(articles: list[Article], options: dict[str, str]) -> list[ArticleResult]:
    return list(read_all(articles, **options))


@cache
def versions(model: str) -> dict[str, str]:
    """What reads articles: kg and its rules, spaCy, the model, the lexicons; a change of any asks for a new reading."""
    try:
        model_version = importlib.metadata.version(model.replace("_", "-"))
    except importlib.metadata.PackageNotFoundError:
        model_version = "unknown"
    rooms = ("parsing", "mentions", "extraction", "qualification", "identity")
    return {
        "kg": importlib.metadata.version("newskg"),
        "rules": _hash(_KG, "values.py", *rooms, "run/pipeline.py"),
        "spacy": importlib.metadata.version("spacy"),
        "model": f"{model} {model_version}",
        "lexicons": _hash(ONTOLOGY, "lexicon"),
    }


@cache
def _hash(root: Path, *parts: str) -> str:
    """A hash of the code and tables in some files and folders."""
    whole = hashlib.sha256()
    for part in parts:
        for f in sorted((root / part).rglob("*")) or [root / part]:
            if f.suffix in (".py", ".tsv"):
                whole.update(f.name.encode() + b"\0" + f.read_bytes())
    return whole.hexdigest()[:16]


def _run(folder: Folder, made_by: Versions, report: Report) -> str:
    """The runs so far and this one, as PROV-O."""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    prefixes = "".join(f"@prefix {k}: <{v}> .\n" for k, v in store.prefixes().items() if k in ("prov", "rdfs", "xsd"))
    known = folder.runs.read_text(encoding="utf-8") if folder.runs.exists() else prefixes
    number = known.count("a prov:Activity") + 1
    label = json.dumps("; ".join(f"{k} {v}" for k, v in made_by))
    agent = f"<urn:kg:agent:{short_hash(label, length=12)}>"
    did = ", ".join(f"{k} {v}" for k, v in sorted(asdict(report).items()) if isinstance(v, int) and v)
    return f"""{known}
<urn:kg:run:{number}> a prov:Activity ;
    prov:endedAtTime "{now}"^^xsd:dateTime ;
    prov:wasAssociatedWith {agent} ;
    rdfs:comment {json.dumps(did)} .
{agent} a prov:SoftwareAgent ;
    rdfs:label {label} .
"""
