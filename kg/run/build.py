"""Builds a graph in a folder: what is new is read, all else is derived from what is kept.

The graph is a function of the article results and judgements in the folder (docs/decisions). A build that is
stopped anywhere goes on where it was: whole article results are kept, and the rest is derived again.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from kg import reading, store
from kg.lexicon import ONTOLOGY
from kg.parsing import DEFAULT_MODEL
from kg.records import dump, result_json
from kg.run.graph import KnowledgeGraph
from kg.run.pipeline import results as read_all
from kg.store import Folder
from kg.values import BASE, Article, ArticleResult

# Articles a worker takes at a time: enough to fill a batch of the model, little enough to share evenly.
SHARE = 16
# Fewer articles than this are read sooner by one process than a second one needs to load the model.
WORTH_WORKERS = 64


@dataclass(slots=True)
class Report:
    """What a build did, for report.json and the table at its end."""

    read: int = 0
    unchanged: int = 0
    replaced: int = 0
    older: int = 0
    reread: int = 0
    removed: int = 0
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

    def record(self) -> dict[str, object]:
        """As one JSON object."""
        return {k: getattr(self, k) for k in self.__slots__}

    def table(self) -> list[tuple[str, str]]:
        """Rows of the summary: what, and how much."""
        read = f"{self.read} new, {self.replaced} replaced, {self.reread} read again, {self.unchanged} unchanged"
        speed = f"{self.words / self.seconds_reading:,.0f} words/s" if self.words else "nothing to read"
        return [
            (
                "articles",
                f"{self.articles} ({read}" + (f", {self.older} older version left" if self.older else "") + ")",
            ),
            ("statements", f"{self.statements:,}"),
            ("entities", f"{self.entities:,}"),
            ("copies", str(self.copies)),
            ("time", f"{self.seconds:.1f} s, {speed}"),
        ]


Progress = Callable[[int, int | None, str], None]


def build(
    paths: Iterable[str | Path],
    out: str | Path,
    *,
    published: date | None = None,
    url: str | None = None,
    publisher: str | None = None,
    model: str = DEFAULT_MODEL,
    base: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read articles into the graph in a folder, which is made if it is not there.

    The result does not depend on the order of the articles, nor on the number of workers. Articles that are in the
    graph already are recognised and not read again; of two versions of one IRI the later one stays.
    base: base IRI of entities and relations; if none is said, that of the graph that is there.

    Raises store.Locked if another process writes there, NothingUsable if no article could be read and none is there.
    """
    report = Report()
    articles = reading.read(
        map(str, paths), published=published, url=url, publisher=publisher, warn=report.left_out.append
    )
    return build_articles(articles, out, model=model, base=base, workers=workers, progress=progress, report=report)


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
    """`build` for articles that are in memory. ``read`` gives the results of articles (a test gives cheap ones)."""
    report, started = report or Report(), time.monotonic()
    news = _latest(articles)
    folder = Folder(out)
    if not news and not folder.files():
        raise NothingUsable("\n".join([*report.left_out, "No usable article was found; nothing was built."]))
    with folder.writing():
        base = base or folder.base
        made_by = tuple(sorted((*versions(model), *([("base", base)] if base != BASE else []))))
        todo = _to_read(folder, news, made_by, report)
        if todo:
            folder.begin(base)
        before = time.monotonic()
        for n, result in enumerate(_read(todo, model, base, workers, read), 1):
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
        store.write(folder.report, json.dumps(report.record(), indent=1, ensure_ascii=False) + "\n")
        store.write(folder.runs, _run(folder, made_by, model, report))
    return report


def remove(out: str | Path, iris: Sequence[str]) -> Report:
    """Take articles out of a graph, which is then as if they had never been in it.

    Raises KeyError, and removes nothing, if one is not there.
    """
    folder, report = Folder(out).must_exist(), Report()
    with folder.writing():
        for iri in iris:
            if not folder.file_of(iri).exists():
                raise KeyError(iri)
        base = folder.base
        folder.begin(base)
        for iri in dict.fromkeys(iris):
            folder.remove(iri)
            report.removed += 1
        derive(folder, report, base=base)
    return report


def derive(folder: Folder, report: Report, *, base: str = BASE) -> None:
    """Bring store, TriG and page up to the article results and judgements, if they are not."""
    digest = folder.digest(_code(("values", "records", "lexicon", "identity", "store", "exploration")), _tables(), base)
    if folder.derived() == digest and folder.store.exists() and folder.trig.exists() and folder.page.exists():
        known = json.loads(folder.state.read_text(encoding="utf-8"))
        report.articles, report.statements, report.entities, report.copies = known["counts"]
        return
    folder.begin(base)
    graph = KnowledgeGraph(folder)
    report.left_out += [
        f"Judgement {j.kind} {' '.join(j.subjects)} is not applied: {why}." for j, why in graph.identities.unfitting
    ]
    report.changed_quads = graph.derive(base)
    report.articles = len(graph.results)
    report.statements = len(graph.statements)
    report.entities = len(graph.entities)
    report.copies = len(graph.copies)
    graph.show(folder.page)
    counts = [report.articles, report.statements, report.entities, report.copies]
    store.write(folder.state, json.dumps({"derived": digest, "base": base, "counts": counts}) + "\n")


def _latest(articles: Iterable[Article]) -> dict[str, Article]:
    """Articles by IRI, the latest version of each."""
    found: dict[str, Article] = {}
    for a in articles:
        if a.iri not in found or _version(a) > _version(found[a.iri]):
            found[a.iri] = a
    return dict(sorted(found.items()))


def _version(a: Article) -> tuple[str, str, str]:
    """What decides which of two versions of an article stays: the later date, then the greater text hash."""
    content = a.text.encode("utf-8", "surrogatepass")
    whole = dump(result_json(ArticleResult(a, (), (), ())))
    return (a.published.isoformat() if a.published else "", hashlib.sha256(content).hexdigest(), whole)


def _to_read(
    folder: Folder, news: dict[str, Article], made_by: tuple[tuple[str, str], ...], report: Report
) -> list[Article]:
    """The articles that are new, newer than what is kept, or kept but read by another version."""
    todo = []
    for iri, article in news.items():
        kept = folder.get(iri)
        if kept is None:
            report.read += 1
        elif _version(kept.article) > _version(article):
            report.older += 1
            continue
        elif kept.article != article:
            report.replaced += 1
        else:
            continue
        todo.append(article)
    coming = {a.iri for a in todo}
    for file in folder.files():
        kept = store.result_of(file)
        if kept.article.iri in coming:
            continue
        if kept.versions != made_by:
            report.reread += 1
            todo.append(kept.article)
        elif kept.article.iri in news and kept.article == news[kept.article.iri]:
            report.unchanged += 1
    return sorted(todo, key=lambda a: a.iri)


def _read(
    todo: list[Article], model: str, base: str, workers: int | None, read: Callable[..., Iterator[ArticleResult]]
) -> Iterator[ArticleResult]:
    if workers is None:
        import os

        workers = (os.cpu_count() or 1) if len(todo) >= WORTH_WORKERS else 1
    if workers <= 1 or len(todo) < 2:
        yield from read(todo, model=model, base=base)
        return
    shares = [todo[i : i + SHARE] for i in range(0, len(todo), SHARE)]
    # Fresh processes: a fork would copy threads' locks of the libraries below spaCy.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_one_thread) as pool:
        for found in pool.map(_share, shares, repeat(model), repeat(base)):
            yield from found


def _one_thread() -> None:
    """Processes share the cores already."""
    import os

    os.environ["OMP_NUM_THREADS"] = "1"


def _share(articles: list[Article], model: str, base: str) -> list[ArticleResult]:
    return list(read_all(articles, model=model, base=base))


@cache
def versions(model: str) -> tuple[tuple[str, str], ...]:
    """What reads articles: kg and its rules, spaCy, the model, the lexicons; a change of any asks for a new reading."""
    try:
        model_version = importlib.metadata.version(model.replace("_", "-"))
    except importlib.metadata.PackageNotFoundError:
        model_version = "unknown"
    rules = _code(("values", "parsing", "mentions", "extraction", "qualification", "identity", "run/pipeline"))
    found = {
        "kg": importlib.metadata.version("newskg"),
        "rules": rules,
        "spacy": importlib.metadata.version("spacy"),
        "model": f"{model} {model_version}",
        "lexicons": _tables(("lexicon",)),
    }
    return tuple(sorted(found.items()))


@cache
def _code(parts: tuple[str, ...]) -> str:
    """A hash of the source of some rooms."""
    here = Path(__file__).resolve().parent.parent
    files = [
        f for p in parts for f in (sorted((here / p).rglob("*.py")) if (here / p).is_dir() else [here / f"{p}.py"])
    ]
    return _hash(files)


@cache
def _tables(folders: tuple[str, ...] = ("lexicon", "gazetteer")) -> str:
    return _hash([f for folder in folders for f in sorted((ONTOLOGY / folder).rglob("*.tsv"))])


def _hash(files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for f in files:
        if f.exists():
            whole.update(f.name.encode() + b"\0" + f.read_bytes())
    return whole.hexdigest()[:16]


def _run(folder: Folder, made_by: tuple[tuple[str, str], ...], model: str, report: Report) -> str:
    """The runs so far and this one, as PROV-O."""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    head = (
        "@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix kg: <https://newskg.org/ns#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    known = folder.runs.read_text(encoding="utf-8") if folder.runs.exists() else head
    number = known.count("a prov:Activity") + 1
    label = json.dumps("; ".join(f"{k} {v}" for k, v in made_by))
    did = Counter({k: v for k, v in report.record().items() if isinstance(v, int) and v})
    return known + (
        f"\n<urn:kg:run:{number}> a prov:Activity ;\n"
        f'    prov:endedAtTime "{now}"^^xsd:dateTime ;\n'
        f"    prov:wasAssociatedWith <urn:kg:agent:{_hash_text(label)}> ;\n"
        f"    rdfs:comment {json.dumps(', '.join(f'{k} {v}' for k, v in sorted(did.items())))} .\n"
        f"<urn:kg:agent:{_hash_text(label)}> a prov:SoftwareAgent ;\n    rdfs:label {label} .\n"
    )


def _hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
