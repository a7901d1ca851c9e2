"""The SPARQL 1.1 protocol over a graph, read-only (W3C Recommendation 2013), and its page.

Each query runs in a process of its own, so that one that would run for an hour is cut off with its memory. The
server of Oxigraph has no limits of time and size, and calls other endpoints where a query says SERVICE; hence this one.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import re
import signal
import sys
import threading
import urllib.parse
from collections.abc import Sequence
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.store.derive import open_store
from kg.store.folder import Folder, Locked
from kg.store.terms import prefixes

SECONDS = 30.0
BYTES = 50_000_000
# Seconds in which a process is ready even on a busy machine.
STARTING = 60.0
# Address space of a process that answers.
MEMORY = 4 << 30
# Queries at a time.
WORKERS = 4
# A fork of a process that has loaded this module answers at once; Windows has no fork.
_PROCESSES: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
_RESULTS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
    "application/json",
    "application/xml",
)
_TRIPLES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")
_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
# What may hold the word SERVICE without calling one: IRIs, strings, escapes in names, comments, as SPARQL's grammar has
# them. A looser pattern than the grammar's own would hide a call behind what it takes for a string.
_QUIET = re.compile(
    r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>"""
    r"""|\"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}"""
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|\\.|\#[^\n\r]*""",
    re.DOTALL,
)
_CALL = re.compile(r"(?<![:-])\bSERVICE\b", re.IGNORECASE)
DESCRIPTION = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
<> a sd:Service ; sd:endpoint <> ; sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>, <http://www.w3.org/ns/formats/SPARQL_Results_XML>,
        <http://www.w3.org/ns/formats/SPARQL_Results_CSV>, <http://www.w3.org/ns/formats/Turtle> .
"""
FORM = Path(__file__).with_name("query.html")
"""A page to write queries in."""

Answer = tuple[int, str, bytes]
"""Status, media type, body."""


class Server(ThreadingHTTPServer):
    """A thread a reader; so many may wait at the door."""

    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who has gone is no trouble to be told with a traceback."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def unparsed(error: Exception) -> str:
    """One sentence on a query that does not parse; the parser itself lists all that might have been there."""
    begin = "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, and changes nothing"
    told = re.sub("(?s)expected (?:one of )?(?:DESCRIBE|CONSTRUCT).*", begin, str(error))
    told = re.sub("(?s)expected one of Prefix not found.*", "this prefix is not known", told)
    return f"The query does not parse: {re.sub('(?s)expected one of .{60,}', 'this is not SPARQL', told)}."


def serve(
    folder: Folder, *, host: str = "127.0.0.1", port: int = 7878, seconds: float = SECONDS, memory: int = MEMORY
) -> Server:
    """A server over a graph, ready for ``serve_forever``; port 0 takes a free one.

    seconds, memory: what a query may take, memory in bytes (not on Windows).
    Readers see the last finished state; while a build changes the store they are told.
    """
    if sys.platform != "win32":
        _PROCESSES.set_forkserver_preload([__name__])
    known = {"folder": folder, "local": host in _LOCAL, "seconds": seconds, "memory": memory}
    return Server((host, port), type("Handler", (_Handler,), known | {"free": threading.Semaphore(WORKERS)}))


class _Handler(BaseHTTPRequestHandler):
    folder: Folder
    local: bool
    seconds: float
    memory: int
    free: threading.Semaphore
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        url = urllib.parse.urlsplit(self.path)
        if url.path in ("/", "/query"):
            page = self.folder.page if url.path == "/" else FORM
            self._answer((200, "text/html; charset=utf-8", page.read_bytes()))
        elif url.path != "/sparql":
            self._answer(_told(404, "Here are / (the page), /query and /sparql."))
        elif url.query:
            self._answer(self._asked(_parsed(url.query)))
        else:
            self._answer((200, "text/turtle", DESCRIPTION.encode()))

    do_HEAD = do_GET

    def do_POST(self) -> None:
        length, kind = self.headers.get("Content-Length", ""), self.headers.get_content_type()
        if not length.isdigit() or int(length) > 1_000_000:
            self.close_connection = True
            self._answer(_told(413, "Send a query of at most a million characters, with its Content-Length."))
            return
        body, url = self.rfile.read(int(length)).decode("utf-8", "replace"), urllib.parse.urlsplit(self.path)
        if url.path != "/sparql":
            self._answer(_told(404, "Queries go to /sparql."))
        elif kind == "application/x-www-form-urlencoded":
            self._answer(self._asked(_parsed(url.query) | _parsed(body)))
        elif kind in ("application/sparql-query", "application/sparql-update"):
            self._answer(self._asked(_parsed(url.query) | {kind.rpartition("-")[2]: [body]}))
        else:
            self._answer(_told(415, "Send application/sparql-query or a form with query=…."))

    def do_PUT(self) -> None:
        self.close_connection = True  # its body is not read
        self._answer(_told(405, "This endpoint is read-only: ask with GET or POST."))

    do_DELETE = do_PATCH = do_PUT

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _asked(self, given: dict[str, list[str]]) -> Answer:
        if "update" in given:
            return _told(403, "This endpoint is read-only.")
        if len(given.get("query", ())) != 1:
            return _told(400, "Give one query=….")
        query = given["query"][0]
        if _CALL.search(_QUIET.sub(" ", query)):
            return _told(403, "This endpoint asks no other one: leave SERVICE out.")
        graphs = (given.get("default-graph-uri"), given.get("named-graph-uri"))
        if not self.free.acquire(timeout=2 * self.seconds):
            return _told(503, "All readers are busy; try again in a moment.")
        try:
            job = (query, self.headers.get("Accept", "*/*"), *graphs)
            return _apart(self.folder.path, self.seconds, self.memory, job)
        finally:
            self.free.release()

    def _answer(self, answer: Answer) -> None:
        status, kind, body = answer
        host = re.sub(r":\d+$", "", self.headers.get("Host", "localhost"))
        if self.local and host not in _LOCAL:
            # A page elsewhere whose name was bent to this machine is no local reader.
            status, kind, body = _told(403, "Ask by the name localhost.")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        if status == 405:
            self.send_header("Allow", "GET, HEAD, POST")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _apart(path: Path, seconds: float, memory: int, job: tuple[Any, ...]) -> Answer:
    """The answer of a process of its own, which is killed when a query takes too long."""
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_work, args=(theirs, path, memory, job), daemon=True)
    process.start()
    theirs.close()
    try:
        # The time of a query begins when its process has it in hand.
        if ours.poll(STARTING) and ours.recv() and ours.poll(seconds):
            answer: Answer = ours.recv()
            return answer
        return _told(503, f"The query took more than {seconds:g} s and was cut off; narrow it.")
    except (EOFError, OSError):
        return _told(503, "The query needed more memory than a query may take; narrow it.")
    finally:
        process.kill()
        process.join()
        ours.close()


def _work(pipe: Any, path: Path, memory: int, job: tuple[Any, ...]) -> None:
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # Interrupting the server is not for its readers to tell.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe.send(True)
    pipe.send(_answered(Folder(path), *job))


def _answered(folder: Folder, query: str, accept: str, default: list[str] | None, named: list[str] | None) -> Answer:
    try:
        with folder.reading_store():
            answers = open_store(folder.store).query(
                query,
                prefixes=prefixes(folder.base),
                default_graph=[ox.NamedNode(g) for g in default] if default else None,
                named_graphs=[ox.NamedNode(g) for g in named] if named else None,
            )
            formats = _TRIPLES if isinstance(answers, ox.QueryTriples) else _RESULTS
            kind = _wanted(accept, formats)
            if kind is None:
                return _told(406, f"The answer can be {', '.join(formats)}.")
            out = _Limited()
            if isinstance(answers, ox.QueryTriples):
                ox.serialize(answers, out, format=ox.RdfFormat.from_media_type(kind))
            else:
                answers.serialize(out, format=ox.QueryResultsFormat.from_media_type(kind))
            return 200, kind, out.getvalue()
    except (SyntaxError, ValueError) as error:
        return _told(400, unparsed(error))
    except RuntimeError as error:
        return _told(500, f"The query cannot be answered: {error}.")
    except (Locked, OSError) as error:
        return _told(503, str(error))
    except _TooLong:
        return _told(503, f"The answer is longer than {BYTES:,} bytes; ask with LIMIT.")


class _TooLong(Exception):
    """An answer beyond what the server gives out."""


class _Limited(io.BytesIO):
    def write(self, data: Any) -> int:
        if self.tell() + len(data) > BYTES:
            raise _TooLong
        return super().write(data)


def _wanted(accept: str, formats: Sequence[str]) -> str | None:
    """The format that an Accept header prefers; the first for whoever takes anything."""
    ranked = []
    for part in accept.lower().split(","):
        kind, *parameters = (x.strip() for x in part.split(";"))
        quality = next((float(p[2:]) for p in parameters if re.fullmatch(r"q=\d(\.\d*)?", p)), 1.0)
        ranked.append((quality, kind))
    ranked.sort(key=lambda r: -r[0])
    return next((f for quality, kind in ranked for f in formats if quality and fnmatchcase(f, kind)), None)


def _parsed(form: str) -> dict[str, list[str]]:
    return urllib.parse.parse_qs(form, keep_blank_values=True)


def _told(status: int, sentence: str) -> Answer:
    return status, "text/plain; charset=utf-8", (sentence + "\n").encode()
