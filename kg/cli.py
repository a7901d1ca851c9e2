"""Words to calls: one short function a command. Heavy packages are imported inside the commands that need them."""

from __future__ import annotations

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newskg")
def main() -> None:
    """Knowledge graphs from news: who did what to whom, who says so, in which words."""


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--mentions", is_flag=True, help="Mentions instead of statements.")
@click.option("--sentences", metavar="FILE", help="A file with one sentence a line; with --format tsv.")
@click.option("--format", "form", type=click.Choice(["json", "tsv"]), default="json", show_default=True)
@click.option("--nary", is_flag=True, help="One line a statement, its arguments as further cells.")
@click.option("--date", "day", help="Publication date, YYYY-MM-DD.")
@click.option("--url", help="IRI of the article.")
@click.option("--publisher")
@click.option("--model", default=None)
def extract(paths, mentions, sentences, form, nary, day, url, publisher, model) -> None:  # type: ignore[no-untyped-def]
    """Statement records, one JSON object a line.

    Example: kg extract article.txt --date 2016-04-18
    """
    from datetime import date

    from kg import extraction, parsing, reading, records, run
    from kg.values import Article, Block

    model = model or parsing.DEFAULT_MODEL
    if sentences:
        with open(sentences, encoding="utf-8") as f:
            lines = [line.rstrip("\n") for line in f]
        articles = (
            Article(f"urn:line:{n}", t, blocks=(Block("paragraph", 0, len(t)),))
            for n, t in enumerate(lines, 1)
            if t.strip()
        )
        for parse in parsing.parse(articles, parsing.load(model)):
            for cells in extraction.propositions(parse, nary=nary):
                click.echo("\t".join([parse.article.iri.rsplit(":", 1)[1], *cells]))
        return
    published = date.fromisoformat(day) if day else None
    for result in run.results(reading.read(paths, published=published, url=url, publisher=publisher), model=model):
        if mentions:
            for m in result.mentions:
                click.echo(records.dump(records.mention_record(m, result.article.iri)))
        else:
            for s in result.statements:
                click.echo(records.dump(records.statement_record(s)))
