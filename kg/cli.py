"""Words to calls: one short function a command. Heavy packages are imported inside the commands that need them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import Any, get_args

import click

from kg import reading, run, store
from kg.values import IRI, EntityType, Modality, Polarity

WHY = click.option("--why", help="Why, for those who read the judgements.")
# Characters of a text in a table.
WIDEST = 100
FILE = click.Path(dir_okay=False)
TYPE = click.Choice(get_args(EntityType), case_sensitive=False)
MODEL = click.option("--model", help="spaCy pipeline.")
say = partial(click.echo, err=True)


def form(*choices):
    """The option --format; without it, the first."""
    return click.option("--format", "form", type=click.Choice(choices), default=choices[0])


def on_graph(group, name=None):
    """A command of a group on an open graph, whose folder is its first argument."""

    def named(command):
        @group.command(name)
        @click.argument("folder", metavar="DIR")
        @wraps(command)
        def opened(folder, **options):
            return command(run.open_graph(folder), **options)

        return opened

    return named


def day(given: str) -> str:
    """The type of an option that takes an ISO date."""
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise click.BadParameter(f"{given} is not a day; write YYYY-MM-DD.") from None


def address(given: str) -> str:
    """The type of an option that takes an IRI."""
    if not IRI.fullmatch(given):
        raise click.BadParameter(f"{given} is no IRI; write for instance https://example.org/.")
    return given


def beginning(given: str) -> str:
    """The type of an option that takes what IRIs begin with."""
    if address(given)[-1] not in "/#":
        raise click.BadParameter(f"{given} must end with / or #, as IRIs are made by adding to it.")
    return given


def described(command):
    """Options that say of the articles in ``paths`` what `kg.reading.read` takes, and are handed over as ``known``."""

    @click.option("--date", "published", type=day, help="Publication date of the articles, YYYY-MM-DD.")
    @click.option("--url", type=address, help="IRI of the article, where there is one.")
    @click.option("--publisher", help="Publisher of the articles.")
    @wraps(command)
    def told(paths, url, published, publisher, **options):
        if url and (len(paths) != 1 or Path(paths[0]).is_dir()):
            raise click.UsageError("--url names one article; give one file with it.")
        return command(paths, known={"published": published, "url": url, "publisher": publisher}, **options)

    return told


def _json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _lines(lines: Iterable[str], err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)


class _Commands(click.Group):
    """Says in one sentence what went wrong, with the exit code of the contract; a traceback only with --debug."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            say("Interrupted; what was finished is kept.")
            ctx.exit(130)
        except BrokenPipeError:
            # The reader of our output has gone, as `head` does.
            sys.stderr.close()
            ctx.exit(0)
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            told = str(error) or type(error).__name__
            if isinstance(error, OSError) and error.filename:
                told = f"{str(error.filename).removesuffix('.aside')}: {error.strerror}."
            say(f"Error: {told}")
            ctx.exit(2 if isinstance(error, SyntaxError | store.WrongFormat) else 1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.version_option(package_name="newskg")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def main(debug: bool) -> None:
    """Knowledge graphs from news: who did what to whom, who says so, in which words."""


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--mentions", is_flag=True, help="Mentions instead of statements.")
@click.option("--explain", is_flag=True, help="Each sentence with its parse, and why each statement was read, or none.")
@click.option(
    "--sentences", type=click.File(encoding="utf-8"), help="A file with one sentence a line; with --format tsv."
)
@form("json", "tsv")
@click.option("--nary", is_flag=True, help="One line a statement, its arguments as further cells.")
@described
@MODEL
def extract(paths, known, mentions, explain, sentences, form, nary, model) -> None:
    """Statement records, one JSON object a line.

    Example: kg extract article.txt --date 2016-04-18
    """
    from kg import extraction, parsing, records
    from kg.values import Article, Block

    if form == "tsv" and not sentences:
        raise click.UsageError("--format tsv is for --sentences; articles give JSON, and kg statements a table.")
    model = model or parsing.DEFAULT_MODEL
    articles: Iterable[Article]
    if sentences:
        try:
            lines = enumerate(sentences.read().split("\n"), 1)
        except UnicodeDecodeError:
            raise click.ClickException(f"{sentences.name}: is not text in UTF-8.") from None
        articles = (Article(f"{n}", t, blocks=(Block("paragraph", 0, len(t)),)) for n, t in lines if t.strip())
    elif paths:
        articles = reading.read(paths, **known, warn=say)
    else:
        raise click.UsageError("Name an article, a folder, or - for standard input.")
    if sentences or explain:
        for parse in parsing.parse(articles, parsing.load(model)):
            if explain:
                _lines(extraction.explain(parse))
            else:
                _lines("\t".join([parse.article.iri, *row]) for row in extraction.propositions(parse, nary=nary))
        return
    usable = False
    for r in run.results(articles, model=model):
        usable |= not r.failed
        if r.failed:
            say(r.failed)
        told = (records.mention_record(m, r.article.iri) for m in r.mentions)
        _lines(map(records.dump, told if mentions else map(records.statement_record, r.statements)))
    if not usable:
        raise click.ClickException("No usable article was found.")


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("-o", "--output", "out", required=True, metavar="DIR", help="Folder of the graph.")
@described
@click.option("--workers", type=click.IntRange(1), help="Processes that read; as many as cores for many articles.")
@MODEL
@click.option("--base", type=beginning, help="Base IRI of entities and relations.")
@click.option("--endpoint", metavar="URL", type=address, help="Write the graph to this SPARQL 1.1 store too.")
def build(paths, known, out, endpoint, **options) -> None:
    """Read articles (files, folders, - for standard input) into a graph.

    Run again it reads only what is new. Example: kg build articles/ -o graph
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.description}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def progress(n, total, title):
            bar.update(task, completed=n, total=total, description=title[:40])

        options = {k: v for k, v in options.items() if v}
        report = run.build(paths, out, **known, **options, progress=progress)
    files = {"page": "actors.html", "TriG": "graph.trig", "store": "store"}
    for what, found in (("graph", out), *report.table(), *((what, Path(out, name)) for what, name in files.items())):
        say(f" {what:<11} {found}")
    _lines(report.left_out, err=True)
    if endpoint:
        _load(run.open_graph(out), endpoint)


@on_graph(main)
@click.argument("sparql", required=False)
@click.option("-f", "--file", type=click.File(encoding="utf-8"), help="A file with the query; - is standard input.")
@form(*store.FORMATS)
def query(graph, sparql, file, form) -> None:
    """Run a SPARQL 1.1 query on a graph; the prefixes kg, rel, ent, plover, schema … need no declaration.

    Example: kg query graph 'SELECT ?who ?what { ?who rel:back ?what }'
    """
    if bool(sparql) == bool(file):
        raise click.UsageError("Give a query, or a file with one after -f.")
    try:
        answer = store.serialize(graph.query(sparql or file.read()), form, graph.prefixes)
    except OSError as error:
        raise click.ClickException(f"The endpoint that the query asks (SERVICE) does not answer: {error}.") from None
    sys.stdout.buffer.write(answer.rstrip(b"\n") + b"\n")


@main.command()
@click.argument("folder", metavar="DIR")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
def rm(folder, articles) -> None:
    """Take articles out, by IRI or file; the graph is then as if they had never been in it.

    Example: kg rm graph https://example.org/harbour
    """
    iris = [iri for name in articles for iri in [a.iri for a in reading.read([name])] or [name]]
    try:
        report = run.remove(folder, iris)
    except KeyError as missing:
        raise click.ClickException(f"{missing.args[0]} is not in the graph; nothing was taken out.") from None
    say(f"Taken out: {report.removed}. The graph holds {report.articles} articles.")


@on_graph(main)
@click.argument("sources", nargs=-1, metavar="[SOURCE…]")
def validate(graph, sources) -> None:
    """Check the graph: shapes, evidence word for word, flat triples; exit 1 where something is off.

    SOURCE: files or folders of articles, which are read again and held against the texts that are kept.
    Example: kg validate graph articles/
    """
    wrong = graph.validate(sources)
    _lines(wrong)
    if wrong:
        raise click.ClickException(f"Not as it should be: {len(wrong)}.")
    say(f"All is well: {len(graph.statements)} statements of {len(graph.articles)} articles.")


@on_graph(main)
@click.option("-o", "--output", "out", required=True, metavar="FILE", help="Its suffix says the format.")
@click.option("--triple-terms", is_flag=True, help="RDF 1.2 triple terms besides (RDF formats).")
def export(graph, out, triple_terms) -> None:
    """Write the graph as .ttl .trig .nq .jsonld .csv .parquet .graphml .gexf .ftm.json or .annotations.jsonld.

    Example: kg export graph -o graph.ttl
    """
    graph.export(out, triple_terms=triple_terms)


@on_graph(main)
@click.option("--endpoint", required=True, metavar="URL", type=address, help="Its Graph Store or Update address.")
def load(graph, endpoint) -> None:
    """Write the graph to another SPARQL 1.1 store.

    Example: kg load graph --endpoint http://localhost:7878/store
    """
    _load(graph, endpoint)


def _load(graph, endpoint) -> None:
    number, warnings = graph.load_to(endpoint)
    _lines(warnings, err=True)
    say(f"{number:,} quads written to {endpoint}.")


@on_graph(main)
@click.option("--host", default="127.0.0.1", help="Another address opens it to others.")
@click.option("--port", type=click.IntRange(0, 65535), default=7878)
@click.option("--seconds", type=click.FloatRange(0.1), default=30.0, help="What a query may take.")
def serve(graph, host, port, seconds) -> None:
    """SPARQL endpoint and page, on this machine, read-only.

    Example: kg serve graph --port 8000
    """
    try:
        server = store.serve(graph.folder, host=host, port=port, seconds=seconds)
    except OSError as error:
        raise click.ClickException(f"{host}:{port} cannot be opened: {error.strerror}.") from None
    at = f"http://{host}:{server.server_address[1]}"
    say(f"The page: {at}/  Queries: {at}/query  SPARQL: {at}/sparql  (Ctrl-C ends)")
    try:
        server.serve_forever()
    finally:
        server.server_close()


def filters(command):
    """The options that say which statements a graph is made of; the words of `kg.exploration.Filters`."""
    many: dict[str, Any] = {"multiple": True}
    options = (
        click.option("--since", type=day, help="From this day on, YYYY-MM-DD: when it happened, else when told."),
        click.option("--until", type=day, help="Up to this day."),
        click.option("--about", **many, metavar="NAME", help="In which this entity takes part or speaks."),
        click.option("--says", **many, metavar="NAME", help="Only what this voice says."),
        click.option("--event-type", "event_types", **many, metavar="TYPE", help="REQUEST, ASSAULT …"),
        click.option("--relation", "relations", **many, metavar="LEMMA"),
        click.option("--modality", "modalities", **many, type=click.Choice(get_args(Modality), case_sensitive=False)),
        click.option("--polarity", "polarities", **many, type=click.Choice(get_args(Polarity))),
        click.option("--publisher", "publishers", **many, metavar="NAME"),
        click.option("--article", "from_articles", **many, metavar="IRI"),
        click.option("--min-articles", type=click.IntRange(1), default=1, help="Independent articles behind a link."),
        click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0),
        click.option("--actors-only", is_flag=True, help="Without events, places, works and things."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@on_graph(main)
@click.option("-o", "--output", "out", required=True, metavar="FILE.html")
@click.option(
    "--quotes", type=click.Choice(["sentence", "short", "none"]), default="sentence", help="Text in the page."
)
@click.option("--title", default="Actor graph")
@filters
def show(graph, out, quotes, title, **chosen) -> None:
    """The interactive actor graph as one HTML file that needs no network.

    Example: kg show graph -o actors.html --about Kremlin --since 2016-04-01
    """
    if not out.lower().endswith((".html", ".htm")):
        raise click.BadParameter(f"{out} does not end with .html.", param_hint="-o")
    actors = graph.to_networkx(**chosen)
    if not actors.graph["statements"]:
        for name in chosen["about"]:
            graph.entity(name)
        say("No statement passes these filters: the page is empty.")
    store.write(Path(out), graph.page(actors, quotes=quotes, title=title))


@on_graph(main)
@form("table", "json", "markdown")
@click.option("--graphml", type=FILE, help="Write the actor graph for Gephi and others.")
@click.option("--gexf", type=FILE, help="The same as GEXF.")
@click.option("--csv", type=FILE, help="Write the measures as CSV.")
@click.option("--html", type=FILE, help="Write the report with pictures as one HTML file.")
@click.option("--most", type=click.IntRange(1), default=25, help="Actors in the table at most.")
@filters
def analyze(graph, form, graphml, gexf, csv, html, most, **chosen) -> None:
    """Measures of the actor graph: centrality, communities, cooperation and conflict, change; a report of them.

    Of an article and its copies one counts. Example: kg analyze graph --since 2016-04-01 --html report.html
    """
    from kg.exploration import measures, report

    actors = graph.to_networkx(without_copies=True, **chosen)
    bounds = measures.resample(actors)
    rows = measures.measures(actors, bounds)
    if not rows:
        say("No statement of actors passes these filters.")
    for target, content in (
        (graphml, lambda: run.network(actors, ".graphml")),
        (gexf, lambda: run.network(actors, ".gexf")),
        (csv, lambda: store.delimited(rows, ("iri", *measures.COLUMNS))),
        (html, lambda: report.page(actors, graph.articles, bounds, most=most)),
    ):
        if target:
            store.write(Path(target), content())
    if form == "json":
        _json(rows)
    elif form == "markdown":
        click.echo(report.markdown(actors, graph.articles, bounds, most=most), nl=False)
    else:
        _table(rows[:most], measures.COLUMNS)


@on_graph(main)
@click.argument("question")
@click.option("--sparql", is_flag=True, help="Print the SPARQL the question became, on standard error.")
@form("text", "json")
@click.option("--most", type=click.IntRange(1), default=10, help="Answers at most.")
def ask(graph, question, sparql, form, most) -> None:
    """A plain question, answered with the sentence, who says so, and the SPARQL it became.

    Exit 1 where nothing answers it as it is asked, with what comes nearest.
    Example: kg ask graph 'Who backs the offensive?'
    """
    reply = graph.ask(question)
    answers = reply.answers[:most]
    if sparql:
        say(reply.sparql)
    if form == "json":
        _json([a.record() for a in answers])
    elif reply.note:
        say(reply.note)
    for a in answers if form == "text" else ():
        click.echo(f"{a.answer}\n    {a.statement.sentence.text}\n    {a.article.origin}")
    if not answers:
        say(reply.inability)
        _lines((f"  near: {s.sentence.text}" for s in reply.nearest), err=True)
    if not answers or reply.note:
        raise click.exceptions.Exit(1)


@on_graph(main)
@click.argument("other", required=False, metavar="[DIR2]")
@click.option("--dates", nargs=2, type=day, metavar="FROM TO", help="Published up to FROM, and after it up to TO.")
@click.option("--publishers", nargs=2, metavar="X Y", help="What X and what Y publishes.")
@form("text", "json")
def diff(graph, other, dates, publishers, form) -> None:
    """What differs between two graphs, or inside one: new, gone, changed (may became did).

    Example: kg diff graph --dates 2016-04-18 2016-04-30
    """
    from kg.exploration import differences

    if (other is not None) + bool(dates) + bool(publishers) != 1:
        raise click.UsageError("Give a second graph, or --dates FROM TO, or --publishers X Y.")
    if other:
        before, after = [*graph.statements], [*run.open_graph(other).statements]
    else:
        told = [(s, graph.articles[s.article]) for s in graph.statements]
        if publishers:
            before, after = ([s for s, a in told if a.publisher == name] for name in publishers)
        else:
            first, last = dates
            before = [s for s, a in told if a.day and a.day <= first]
            after = [s for s, a in told if a.day and first < a.day <= last]
    found = differences(before, after)
    if form == "json":
        _json([d.record() for d in found])
    else:
        _lines(d.line() for d in found)
    say(f"{len(found)} differences between {len(before)} and {len(after)} statements.")


@on_graph(main)
@click.argument("iri", metavar="IRI")
@form("text", "json")
@click.option("--most", type=click.IntRange(1), default=20, help="Lines of a list at most.")
def explain(graph, iri, form, most) -> None:
    """Everything known about one statement or entity: evidence in context, who says it, since when.

    Example: kg explain graph ent:staffan-de-mistura
    """
    from kg.exploration import explain as explaining

    said = next((s for s in graph.statements if s.id == iri), None)
    if said:
        told = explaining.explain_statement(said, graph.statements, graph.articles)
    else:
        e, who = graph.entity(iri), graph.identities
        told = explaining.explain_entity(e, graph.statements, graph.articles, who.decisions, who.doubtful)
    if form == "json":
        _json(told)
    else:
        _lines(explaining.in_words(told, most))


class _Family(click.Group):
    """Commands about one kind of thing; without one of their names, `list`. They may stand after the folder too."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            second = args[1] if len(args) > 1 else ""
            args = [second, args[0], *args[2:]] if second in self.commands else ["list", *args]
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "DIR | COMMAND DIR …")


@main.group(cls=_Family, context_settings={"ignore_unknown_options": True})
def entities() -> None:
    """The entities of a graph, and what people say about who is who.

    Example: kg entities graph --format json
    """


@on_graph(entities, "list")
@form("table", "csv", "json")
@click.option("--type", "kind", type=TYPE, help="Only entities of this type.")
@click.option("--doubtful", is_flag=True, help="Pairs that may be one, best first, for a person to decide.")
@click.option("--why", nargs=2, metavar="A B", help="What speaks for and against two being one.")
def entities_list(graph, form, kind, doubtful, why) -> None:
    """The entities, most mentioned first.

    Example: kg entities graph --why "Sherlock" "Sherlock Holmes"
    """
    _lines(graph.unfitting, err=True)
    if why:
        _lines(graph.compare(*why))
        return
    columns: tuple[str, ...]
    if doubtful:
        columns = ("score", "one", "other", "why")
        rows = [{c: getattr(d, c) for c in columns} for d in graph.identities.doubtful]
    else:
        columns = ("iri", "name", "type", "mentions", "articles", "aliases")
        rows = [r for r in graph.entity_rows if kind in (None, r["type"])]
    if form == "json":
        _json(rows)
    elif form == "table":
        _table(rows, columns)
    elif rows:
        click.echo(store.delimited(rows, [*rows[0]]), nl=False)


def _table(rows: list[dict[str, Any]], columns: Sequence[str]) -> None:
    """Rows for people, a line each: IRIs of entities short, so that they can be copied, long texts cut."""

    def cell(value: Any) -> str:
        words = "; ".join(value) if isinstance(value, list) else str("" if value is None else value)
        text = re.sub(r"^\S+/entity/", "ent:", words)
        return text if len(text) <= WIDEST or " " not in text else f"{text[: WIDEST - 1]}…"

    click.echo(store.columns([[*columns], *([cell(row[c]) for c in columns] for row in rows)]), nl=False)


@on_graph(entities, "merge")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@WHY
def entities_merge(graph, **named) -> None:
    """Say that A and B, IRIs or names, are one. The correction survives every later build.

    Example: kg entities merge graph "S. Holmes" "Sherlock Holmes"
    """
    types = [graph.entity(name).type for name in (named["one"], named["other"])]
    one = graph.correct.merge(**named)
    say(f"One now: {one.iri}")
    if len({*types}) > 1:
        say(f"They were {' and '.join(types)}; if they are two, take it back with `kg entities undo`.")


@on_graph(entities, "split")
@click.argument("one", metavar="A")
@click.argument("out", nargs=-1, required=True, metavar="ARTICLE… | NAME… | B")
@WHY
def entities_split(graph, **named) -> None:
    """Say that A is another one in some articles (IRI or title) or under some names, or that B is not A.

    Example: kg entities split graph ent:john-smith https://news.example/bakery
    """
    say(f"Another one now: {graph.correct.split(**named).iri}")


@on_graph(entities, "alias")
@click.argument("one", metavar="A")
@click.argument("name", metavar="NAME")
@WHY
def entities_alias(graph, **named) -> None:
    """Say that A has another name.

    Example: kg entities alias graph ent:sherlock-holmes "the Baker Street detective"
    """
    say(f"Known by it now: {graph.correct.alias(**named).iri}")


@on_graph(entities, "type")
@click.argument("one", metavar="A")
@click.argument("kind", metavar="TYPE", type=TYPE)
@WHY
def entities_type(graph, **named) -> None:
    """Say of which type A is: Person, Organization, ArmedGroup, Government, Population, Country, Place, Event …

    Example: kg entities type graph ent:staffan-de-mistura Person
    """
    e = graph.correct.retype(**named)
    say(f"{e.iri} is a {e.type} now.")


@on_graph(entities, "undo")
@click.argument("label", required=False, metavar="[LABEL]")
def entities_undo(graph, label) -> None:
    """Take a judgement back; without LABEL, list the judgements with their labels.

    Example: kg entities undo graph 3fa9c1
    """
    from kg.identity import judgements

    if label:
        taken = graph.correct.undo(label)
        say(f"Taken back: {taken.kind} {' '.join(taken.subjects)}")
        return
    for j in graph.judgements:
        cells = (judgements.label(j), j.kind, *j.subjects, j.value, j.who, j.when, j.why)
        click.echo("\t".join(filter(None, cells)))


@on_graph(entities, "gazetteer")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True), metavar="FILE…")
def entities_gazetteer(graph, files) -> None:
    """Take a gazetteer of your own into a graph: CSV (name, type, aliases, iri, country) or SKOS.

    Example: kg entities gazetteer graph companies.csv
    """
    say(f"{graph.correct.take_gazetteer(files)} entries taken.")


@main.group(cls=_Family, context_settings={"ignore_unknown_options": True})
def statements() -> None:
    """The statements of a graph, and which of them people struck out.

    Example: kg statements graph --format csv
    """


@on_graph(statements, "list")
@form("table", "csv", "json", "parquet")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0)
def statements_list(graph, form, min_confidence) -> None:
    """All statements as one flat table.

    Example: kg statements graph --format csv --min-confidence 0.5
    """
    chosen = [s for s in graph.statements if s.confidence >= min_confidence]
    if form != "table":
        click.echo(store.table(chosen, graph.articles, f".{form}"), nl=False)
        return
    columns = ("subject", "relation", "object", "polarity", "modality", "voice", "id")
    _table([store.row(s, graph.articles[s.article]) for s in chosen], columns)


@on_graph(statements, "reject")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@WHY
def statements_reject(graph, ids, why) -> None:
    """Strike wrong statements out. That survives every later build.

    Example: kg statements reject graph https://news.example/bakery#s-3fa9c1d2
    """
    graph.correct.reject(ids, why)


@on_graph(statements, "restore")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def statements_restore(graph, ids) -> None:
    """Take back that statements were struck out.

    Example: kg statements restore graph https://news.example/bakery#s-3fa9c1d2
    """
    graph.correct.restore(ids)
