"""What is known of names before an article is read."""

import pytest

from kg.lexicon import table
from kg.mentions import gazetteer
from kg.mentions.gazetteer import context, country, demonym, government, homonyms, lookup, metonym, place, read_entries

TABLES = ("actors", "cities", "countries", "metonyms", "people", "states")


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sorted_and_name_each_thing_once(name):
    rows = table(f"gazetteer/{name}")
    keys = [next(iter(r.values())) for r in rows]
    assert keys == sorted(set(keys))


def test_every_country_code_of_the_tables_is_a_country():
    codes = {r["country"] for n in TABLES for r in table(f"gazetteer/{n}") if "country" in r} - {""}
    assert [c for c in sorted(codes) if country(c) is None] == []


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("U.S.", "united-states", "Country"),
        ("Britain", "united-kingdom", "Country"),
        ("the Netherlands", "netherlands", "Country"),
        ("UN", "united-nations", "Organization"),
        ("Isis", "islamic-state", "ArmedGroup"),
        ("al-Qaida", "al-qaeda", "ArmedGroup"),
        ("Lord's Resistance Army", "lords-resistance-army", "ArmedGroup"),
        ("Aleppo", "aleppo", "Place"),
        ("Rangoon", "yangon", "Place"),
        ("Syrian regime", "syrian-government", "Government"),
        ("Kremlin", "kremlin", "Government"),
        ("Luxembourg", "luxembourg", "Country"),
    ],
)
def test_well_known_names_are_found_under_all_their_forms(name, key, kind):
    entry = lookup(name)
    assert entry is not None
    assert (entry.key, entry.type) == (key, kind)


@pytest.mark.parametrize("name", ["us", "who", "is", "turkey", "Clinton", "Lincoln", "Obama", "Zarja"])
def test_common_words_and_surnames_are_no_known_names(name):
    assert lookup(name) is None


def test_small_towns_are_known_where_a_place_is_meant():
    town = place("Lincoln", {"GB": 2})
    assert town is not None
    assert (town.key, town.country) == ("lincoln-gb", "GB")


@pytest.mark.parametrize(("word", "iso"), [("Syrian", "SY"), ("Syrians", "SY"), ("British", "GB"), ("Swedes", "SE")])
def test_demonyms_lead_to_their_country(word, iso):
    assert demonym(word) == country(iso)


def test_a_word_that_is_no_demonym_leads_nowhere():
    assert demonym("syrian") is None and demonym("Martian") is None


@pytest.mark.parametrize(
    ("seat", "key", "iso"),
    [
        ("Kremlin", "kremlin", "RU"),
        ("the White House", "white-house", "US"),
        ("Downing Street", "10-downing-street", "GB"),
        ("Washington", "us-government", "US"),
        ("Damascus", "syrian-government", "SY"),
    ],
)
def test_seats_are_governments_of_their_own_with_a_link_to_their_country(seat, key, iso):
    entry, home = metonym(seat), country(iso)
    assert entry is not None and home is not None
    assert (entry.key, entry.type) == (key, "Government")
    assert ("kg:country", home.iri()) in entry.entity().links


def test_a_city_without_a_government_is_no_metonym():
    assert metonym("Geneva") is None


def test_the_seat_and_the_government_named_in_full_are_one():
    syria = country("SY")
    assert syria is not None
    assert metonym("Damascus") == government(syria) == lookup("Syrian government")


@pytest.mark.parametrize(
    ("others", "key"),
    [(["Tbilisi", "Russia", "U.S."], "georgia"), (["Atlanta", "Alabama", "Russia"], "georgia-us"), ([], "georgia")],
)
def test_georgia_is_the_one_the_other_names_speak_of(others, key):
    entry = lookup("Georgia", context([*others, "Georgia"]))
    assert entry is not None and entry.key == key


def test_a_homonym_without_context_is_not_sure_and_its_link_is_loose():
    entry = place("Springfield")
    assert entry is not None and not entry.sure
    assert {how for how, _ in entry.links} == {"skos:closeMatch"}
    assert len(homonyms("Springfield")) > 2


def test_countries_link_to_iso_geonames_and_wikidata():
    links = [iri for how, iri in country("SY").links if how == "owl:sameAs"]  # type: ignore[union-attr]
    assert [iri.rstrip("/").rsplit("/", 1)[1] for iri in links] == ["SYR", "Q858", "163843"]


def test_keys_name_one_thing_each():
    of_key: dict[str, set[tuple[str, ...]]] = {}
    for entries in gazetteer._named().values():
        for e in entries:
            of_key.setdefault(e.key, set()).add((e.name, e.type, e.country or ""))
    assert {k: v for k, v in of_key.items() if len(v) > 1} == {}


def test_a_users_gazetteer_is_read_from_csv(tmp_path):
    file = tmp_path / "harbour.csv"
    file.write_text("name,type,aliases,iri\nPort of Selm,Organization,Selm Port|PoS,https://example.org/port\n")
    (entry,) = read_entries(file)
    assert (entry.key, entry.aliases) == ("port-of-selm", ("Selm Port", "PoS"))
    assert entry.links == (("owl:sameAs", "https://example.org/port"),)


def test_a_line_without_a_type_that_exists_is_named(tmp_path):
    file = tmp_path / "harbour.csv"
    file.write_text("name,type\nPort of Selm,Harbour\n")
    with pytest.raises(ValueError, match=r"harbour\.csv:2"):
        read_entries(file)


def test_a_users_gazetteer_is_read_from_skos(tmp_path):
    file = tmp_path / "harbour.ttl"
    file.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix schema: <https://schema.org/> .\n"
        '<https://example.org/port> a skos:Concept, schema:Organization ; skos:prefLabel "Port of Selm"@en,'
        ' "Hafen Selm"@de ; skos:altLabel "PoS" ; skos:closeMatch <https://example.org/quay> .\n'
    )
    (entry,) = read_entries(file)
    assert (entry.name, entry.type, entry.aliases) == ("Port of Selm", "Organization", ("PoS",))
    assert ("skos:closeMatch", "https://example.org/quay") in entry.links
