"""`kg serve` speaks the SPARQL 1.1 protocol to a real client, and gives nothing else away."""

from __future__ import annotations

import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import kg
from kg import store

# The official command, beside this Python or elsewhere on the path.
OXIGRAPH = shutil.which("oxigraph", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))

ROOT = Path(__file__).parent.parent.parent
ALL = "SELECT ?s { ?s a kg:Statement } ORDER BY ?s"
# Every triple with every other with every other: an hour's work.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?i != ?c) }"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("serve") / "demo"
    kg.build([ROOT / "seeds"], out)
    return out


@pytest.fixture(scope="module")
def url(out: Path) -> Iterator[str]:
    server = store.serve(store.Folder(out), port=0, seconds=3)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def get(url: str, data: bytes | None = None, **headers: str) -> tuple[int, str, str]:
    request = urllib.request.Request(url, data, {k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def asked(url: str, query: str, accept: str = "*/*") -> tuple[int, str, str]:
    return get(f"{url}/sparql?{urllib.parse.urlencode({'query': query})}", Accept=accept)


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        (ALL, "application/sparql-results+json"),
        (ALL, "application/sparql-results+xml"),
        (ALL, "text/csv"),
        (ALL, "text/tab-separated-values"),
        ("ASK { ?s a kg:Statement }", "application/sparql-results+xml"),
        ("CONSTRUCT { ?s a ?t } { ?s a ?t }", "text/turtle"),
        ("CONSTRUCT { ?s a ?t } { ?s a ?t }", "application/n-triples"),
        ("CONSTRUCT { ?s a ?t } { ?s a ?t }", "application/rdf+xml"),
    ],
)
def test_every_result_format_by_its_media_type(url: str, query: str, kind: str) -> None:
    status, given, body = asked(url, query, kind)
    assert (status, given) == (200, kind) and body


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_reads_what_it_asked_for(url: str, method: str, form: str) -> None:
    sparql = pytest.importorskip("SPARQLWrapper")
    client = sparql.SPARQLWrapper(f"{url}/sparql", returnFormat=form)
    client.setMethod(method)
    client.setQuery(ALL)
    found = client.query().convert()
    assert (len(found["results"]["bindings"]) if form == "json" else len(found.toxml() if form == "xml" else found)) > 9


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_curl_posts_a_query(url: str) -> None:
    command = ["curl", "-sf", f"{url}/sparql", "-H", "Accept: text/csv", "--data-urlencode", f"query={ALL}"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[:1] == ["s"]


def test_get_post_and_form_answer_alike(url: str) -> None:
    form = urllib.parse.urlencode({"query": ALL}).encode()
    answers = {
        asked(url, ALL)[2],
        get(f"{url}/sparql", ALL.encode(), Content_Type="application/sparql-query")[2],
        get(f"{url}/sparql", form, Content_Type="application/x-www-form-urlencoded")[2],
    }
    assert len(answers) == 1 and json.loads(answers.pop())["results"]["bindings"]


def test_a_graph_of_the_dataset_can_be_the_default_one(url: str) -> None:
    query = urllib.parse.urlencode({"query": "SELECT ?g { GRAPH ?g { ?s ?p ?o } } LIMIT 1"})
    graph = json.loads(get(f"{url}/sparql?{query}")[2])["results"]["bindings"][0]["g"]["value"]
    ask = urllib.parse.urlencode({"query": "ASK { ?s a kg:Statement }", "default-graph-uri": graph})
    assert json.loads(get(f"{url}/sparql?{ask}")[2])["boolean"] is False


@pytest.mark.parametrize(
    ("status", "data", "kind"),
    [
        (400, b"SELECT {", "application/sparql-query"),
        (400, b"nothing=1", "application/x-www-form-urlencoded"),
        (403, b"DELETE WHERE { ?s ?p ?o }", "application/sparql-update"),
        (403, b"update=CLEAR+ALL", "application/x-www-form-urlencoded"),
        (400, b"CLEAR ALL", "application/sparql-query"),
        (403, b"ASK { SERVICE <http://example.org/x> { ?s ?p ?o } }", "application/sparql-query"),
        (500, b"SELECT * { BIND(<urn:no:function>() AS ?x) }", "application/sparql-query"),
        (415, b"{}", "application/json"),
    ],
)
def test_what_is_refused_is_told_in_a_sentence(url: str, status: int, data: bytes, kind: str) -> None:
    given, _, body = get(f"{url}/sparql", data, Content_Type=kind)
    assert given == status and body.endswith("\n") and body.count("\n") == 1 and "Traceback" not in body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_methods_that_would_change_something_are_told_which_there_are(url: str, method: str) -> None:
    request = urllib.request.Request(f"{url}/sparql", b"DELETE WHERE { ?s ?p ?o }", method=method)
    with pytest.raises(urllib.error.HTTPError) as told:
        urllib.request.urlopen(request, timeout=30)
    assert (told.value.code, told.value.headers["Allow"]) == (405, "GET, HEAD, POST")


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?s ?p "SERVICE <x>" } # SERVICE',
        "ASK { ?s rel:service ent:secret-service }",
        r"""ASK { FILTER("SERVICE \" SERVICE" != """ + r'"""a "SERVICE" \""" b""" && <urn:x:SERVICE> != ?x) }',
    ],
)
def test_a_word_in_a_text_calls_no_service(url: str, query: str) -> None:
    assert asked(url, query)[0] == 200


@pytest.mark.parametrize(
    "query",
    [
        "ASK { VALUES ?v { <%s> } FILTER(1<2)SERVICE?v{?s?p?o}FILTER(3>2) }",
        r"ASK { OPTIONAL { ?s rel:a\#b ?o } SERVICE <%s> { ?s ?p ?o } }",
        r"""ASK { OPTIONAL { ?s rel:a\' ?o } SERVICE <%s> { ?s ?p ?o } FILTER("'" != "x") }""",
        r'ASK { BIND("""a\"""" AS ?z) SERVICE <%s> { ?s ?p ?o } FILTER("b" != "c") }',
        "ASK { # comment\rSERVICE <%s> { ?s ?p ?o } \n}",
        r"ASK { OPTIONAL { <urn:x:\u0041'> ?p ?o } SERVICE <%s> { ?s ?p ?o } OPTIONAL { <urn:x:'> ?p ?o } }",
    ],
)
def test_a_call_of_a_service_cannot_be_hidden(url: str, query: str) -> None:
    status, _, body = asked(url, query.replace("%s", "http://127.0.0.1:9/"))
    assert status == 403 and "SERVICE" in body


def test_formats_that_cannot_hold_the_answer_are_refused(url: str) -> None:
    assert asked(url, ALL, "image/png")[0] == 406
    assert asked(url, ALL, "image/png, text/csv;q=0.5, */*;q=0.1")[1] == "text/csv"


def test_a_query_without_end_is_cut_off_and_the_server_lives(url: str) -> None:
    status, _, body = asked(url, ENDLESS)
    assert status == 503 and "cut off" in body
    assert asked(url, "ASK { ?s a kg:Statement }")[0] == 200


@pytest.mark.skipif(os.name != "posix", reason="limits of processes")
def test_a_query_that_fills_the_memory_is_cut_off_and_the_server_lives(url: str, out: Path) -> None:
    server = store.serve(store.Folder(out), port=0, seconds=60, memory=800 << 20)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_address[1]}"
    status, _, body = asked(here, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i")
    assert status == 503 and "memory" in body
    assert asked(here, "ASK { ?s a kg:Statement }")[0] == 200
    server.shutdown()
    server.server_close()


def test_a_reader_who_leaves_is_no_trouble(url: str, capfd: pytest.CaptureFixture[str]) -> None:
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as gone:
        gone.send(f"GET /sparql?query={urllib.parse.quote(ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        # Closing resets the connection, so that the answer cannot be written.
        gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    time.sleep(4)
    assert asked(url, "ASK {}")[0] == 200 and "Traceback" not in capfd.readouterr().err


def test_many_readers_at_once(url: str) -> None:
    with ThreadPoolExecutor(32) as pool:
        assert {a[0] for a in pool.map(lambda _: asked(url, ALL), range(32))} == {200}


def test_the_page_and_the_query_form_are_there_and_nothing_else(url: str) -> None:
    assert "<html" in get(f"{url}/")[2] and "textarea" in get(f"{url}/query")[2]
    assert get(f"{url}/report.json")[0] == 404 and get(f"{url}/../report.json")[0] == 404


def test_names_bent_to_this_machine_are_not_answered(url: str) -> None:
    assert get(f"{url}/", Host="news.example")[0] == 403


@pytest.mark.skipif(OXIGRAPH is None, reason="the oxigraph command is not installed: pip install oxigraph")
def test_the_official_oxigraph_command_opens_the_store_and_changes_nothing(out: Path) -> None:
    def files() -> dict[Path, tuple[int, bytes]]:
        return {f: (f.stat().st_mtime_ns, f.read_bytes()) for f in (out / "store").rglob("*") if f.is_file()}

    def oxigraph(command: str, *options: str) -> list[str]:
        whole = [str(OXIGRAPH), command, "--location", str(out / "store"), *options]
        return sorted(subprocess.run(whole, check=True, capture_output=True, text=True).stdout.splitlines())

    graph, before = kg.open(out), files()
    names = "".join(f"PREFIX {k}: <{v}>\n" for k, v in graph.prefixes.items())
    query = "SELECT ?who ?what ?whom { ?s rdf:subject ?who ; rdf:predicate ?what ; rdf:object ?whom }"
    answer = oxigraph("query", "--query", names + query, "--results-format", "tsv")
    assert answer == sorted(store.serialize(graph.query(query), "tsv", {}).decode().splitlines()) and len(answer) > 9
    dumped = oxigraph("dump", "--format", "nq")
    assert dumped == sorted(graph.export(out.parent / "all.nq").read_text(encoding="utf-8").splitlines())
    assert files() == before
