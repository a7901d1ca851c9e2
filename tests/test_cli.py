"""The commands: what they print, to which stream, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg as newskg
from kg import mentions, parsing, values
from kg.cli import main

STORY = "The harbour council closed the old bridge on Monday. Engineers from Elmsford repaired the bridge.\n"


def kg(*arguments: object, input: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=input)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    for n, name in enumerate(("one", "two"), 1):
        (tmp_path / f"{name}.txt").write_text(STORY.replace("Elmsford", f"Elmsford {n}"), encoding="utf-8")
    assert kg("build", tmp_path / "one.txt", tmp_path / "two.txt", "-o", tmp_path / "graph").exit_code == 0
    return tmp_path / "graph"


def test_build_says_where_everything_is_and_what_was_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = kg("build", tmp_path, "-o", tmp_path / "g")
    assert result.exit_code == 0 and result.stdout == ""
    assert "actors.html" in result.stderr and "b.txt: is empty." in result.stderr


def test_an_article_that_kg_breaks_on_leaves_the_others_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = mentions.find

    def breaking(parse: parsing.Parse) -> tuple[values.Mention, ...]:
        if "flood" in parse.article.text:
            raise IndexError("out of range")
        return find(parse)

    monkeypatch.setattr(mentions, "find", breaking)
    (tmp_path / "a.txt").write_text("The flood broke the dam of Elmsford, and Ana Quill left.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    for command in (("build", tmp_path, "-o", tmp_path / "g"), ("extract", tmp_path)):
        result = kg(*command)
        assert result.exit_code == 0 and "left out, since kg broke on it (IndexError: out of range)" in result.stderr
    assert "close" in result.stdout and "dam" not in result.stdout
    with pytest.warns(UserWarning, match="left out"):
        assert not list(newskg.extract(["The flood broke the dam."]))


def test_what_parses_nothing_does_not_wait_for_spacy(graph: Path, tmp_path: Path) -> None:
    page = str(tmp_path / "page.html")
    for command, *rest in (["query", "ASK {}"], ["statements"], ["explain", "ent:elmsford-1"], ["show", "-o", page]):
        line = [command, str(graph), *rest]
        run = f"import sys; from kg.cli import main; assert not main({line}, standalone_mode=False)"
        subprocess.run([sys.executable, "-c", f"{run} and 'spacy' not in sys.modules"], check=True, capture_output=True)


def test_extract_reads_standard_input(tmp_path: Path) -> None:
    result = kg("extract", "-", "--date", "2016-05-02", input=STORY)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0 and {r["relation"]["lemma"] for r in records} >= {"close", "repair"}
    assert {r["text"] for r in map(json.loads, kg("extract", "-", "--mentions", input=STORY).stdout.splitlines())}


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("extract",), 2, "standard input"),
        (("extract", "-", "--date", "Monday"), 2, "YYYY-MM-DD"),
        (("extract", "nothing.txt"), 1, "no such file"),
        (("build", "nothing.txt", "-o", "g"), 1, "No usable article"),
        (("query", "nowhere", "ASK {}"), 1, "No graph at"),
        (("validate", "nowhere"), 1, "No graph at"),
        (("rm", "nowhere", "x"), 1, "No graph at"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_what_goes_wrong_is_one_sentence_with_its_exit_code(
    arguments: tuple[str, ...], code: int, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = kg(*arguments, input=STORY)
    assert result.exit_code == code and word in result.output and "Traceback" not in result.output
    assert not (tmp_path / "g" / "store").exists()


WRONG = (
    (("build", "{a}", "-o", "{a}"), 1, "a.txt/articles: Not a directory."),
    (("build", "{a}", "-o", "{out}", "--url", "harbour"), 2, "'--url': harbour is no IRI"),
    (("build", "{a}", "-o", "{out}", "--base", "harbour"), 2, "'--base': harbour is no IRI"),
    (("build", "{a}", "-o", "{out}", "--base", "ftp:bad"), 2, "'--base': ftp:bad must end with / or #"),
    (("build", "{a}", "-o", "{out}", "--date", "Monday"), 2, "'--date': Monday is not a day; write YYYY-MM-DD."),
    (("extract", "--sentences", "{bytes}", "--format", "tsv"), 1, "bytes.txt: is not text in UTF-8."),
    (("extract", "--sentences", "{out}", "--format", "tsv"), 2, "No such file or directory"),
    (("query", "{graph}", "SELECT * { ?s foo:bar ?o }"), 2, "this prefix is not known"),
    (("query", "{graph}", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 1, "(SERVICE) does not answer"),
    (("show", "{graph}", "-o", "{out}/a.html"), 1, "none/a.html: No such file or directory."),
    (("show", "{graph}", "-o", "{out}.txt"), 2, "none.txt does not end with .html."),
    (("show", "{graph}", "-o", "{out}.html", "--about", "Zorg"), 1, 'No entity "Zorg" in '),
    (("ask", "{graph}", "Who broke the bridge?"), 1, "No statement answers"),
    (("analyze", "{graph}", "--until", "2016-13-01"), 2, "'--until': 2016-13-01 is not a day"),
    (("diff", "{graph}", "--dates", "2016-05-02", "May"), 2, "'--dates': May is not a day"),
    (("load", "{graph}", "--endpoint", "store"), 2, "'--endpoint': store is no IRI"),
)


def test_a_wrong_word_is_told_by_its_name(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "bytes.txt").write_bytes(b"\x96\x81\xff")
    places = {"graph": graph, "a": tmp_path / "a.txt", "bytes": tmp_path / "bytes.txt", "out": tmp_path / "none"}
    for arguments, code, sentence in WRONG:
        result = kg(*(a if " " in a else a.format(**places) for a in arguments))
        assert result.exit_code == code and sentence in result.stderr and "Traceback" not in result.stderr


def test_an_answer_that_is_only_near_is_none(graph: Path) -> None:
    result = kg("ask", graph, "Who paid for the old bridge?")
    assert result.exit_code == 1 and "(nearest sentence)" in result.stdout and "comes nearest" in result.stderr


def test_sparql_that_does_not_parse_is_wrong_usage(graph: Path) -> None:
    with pytest.raises(SyntaxError, match="The query does not parse"):
        newskg.open(graph).query("SELECT {")
    result = kg("query", graph, "SELECT {")
    assert result.exit_code == 2 and "Traceback" not in result.output


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_answers_in_every_format(graph: Path, form: str) -> None:
    result = kg("query", graph, "SELECT ?what { ?who rel:repair ?x . ?x rdfs:label ?what }", "--format", form)
    assert result.exit_code == 0 and "bridge" in result.stdout


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("table", "rel:repair  rdfs:label  repair"),
        ("csv", "/repair,http://www.w3.org/2000/01/rdf-schema#label,repair\n"),
        ("tsv", '/repair>\t<http://www.w3.org/2000/01/rdf-schema#label>\t"repair"\n'),
        ("turtle", 'rel:repair rdfs:label "repair" .'),
    ],
)
def test_triples_in_every_format_that_holds_them(graph: Path, form: str, row: str) -> None:
    query = "CONSTRUCT { rel:repair rdfs:label ?name } { rel:repair rdfs:label ?name }"
    result = kg("query", graph, query, "--format", form)
    assert result.exit_code == 0 and row in result.stdout


@pytest.mark.parametrize("form", ["json", "xml"])
def test_triples_in_a_format_without_them_are_wrong_usage(graph: Path, form: str) -> None:
    result = kg("query", graph, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "--format", form)
    assert result.exit_code == 2 and "take --format turtle" in result.stderr


def test_validate_reads_the_sources_again_where_they_are_named(graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps({"url": "https://news.example/bridge", "text": STORY}), encoding="utf-8")
    kg("build", page, "-o", graph)
    assert kg("validate", graph, page, tmp_path / "one.txt").exit_code == 0
    page.write_text(page.read_text(encoding="utf-8").replace("repaired", "painted"), encoding="utf-8")
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    result = kg("validate", graph, page, tmp_path / "one.txt")
    assert result.exit_code == 1 and "bridge has other words in the sources" in result.stdout
    assert "is in the sources and not in the graph" in result.stdout


def test_rm_takes_an_article_out_as_if_it_had_never_been_in(graph: Path, tmp_path: Path) -> None:
    assert kg("rm", graph, tmp_path / "two.txt").exit_code == 0
    assert kg("build", tmp_path / "one.txt", "-o", tmp_path / "alone").exit_code == 0
    assert (graph / "graph.trig").read_bytes() == (tmp_path / "alone" / "graph.trig").read_bytes()
    assert kg("rm", graph, "urn:article:none").exit_code == 1


def test_validate_finds_a_text_that_was_changed(graph: Path) -> None:
    assert kg("validate", graph).exit_code == 0
    kept = next((graph / "articles").iterdir())
    kept.write_text(kept.read_text(encoding="utf-8").replace("repaired the", "repainted a"), encoding="utf-8")
    result = kg("validate", graph)
    assert result.exit_code == 1 and result.stdout


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "jsonld", "csv", "graphml", "gexf", "ftm.json"])
def test_exports(graph: Path, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"out.{suffix}"
    assert kg("export", graph, "-o", out).exit_code == 0 and out.stat().st_size
    assert kg("export", graph, "-o", tmp_path / "out.xyz").exit_code == 2


def test_help_of_every_command_has_an_example() -> None:
    for name in main.commands:
        result = kg(name, "--help")
        assert result.exit_code == 0
        assert "Example:" in result.output or hasattr(main.commands[name], "commands"), name
