"""Who is who across articles."""

import random
from dataclasses import replace

import pytest
from made import iri, made, one

from kg import run
from kg.identity import across
from kg.mentions.gazetteer import Entry
from kg.reading import article_of
from kg.values import Judgement

A, B, C = "https://news.example/a", "https://news.example/b", "https://news.example/c"


def test_a_rare_name_is_one_person_in_all_articles():
    a = made(A, "Person Orla Vennholt = minister", "Place Selmouth")
    b = made(B, "Person Orla Vennholt", "Organization Harbour Trust")
    assert one(across([a, b]), (a, "Orla Vennholt"), (b, "Orla Vennholt"))


# Cases of one name for two: other work, other places, other people about them.
HOMONYMS = [
    (("Person John Smith = baker", "Place Selmouth"), ("Person John Smith = senator", "Place Okarra"), "John Smith"),
    (("Person Mary Jones = nurse", "Person Ada Que"), ("Person Mary Jones = striker", "Person Tib Ors"), "Mary Jones"),
    (("Person David Miller", "Place Velden", "Organization Velden Opera"),
     ("Person David Miller", "Place Nordby", "Organization Nordby Fish"), "David Miller"),
    (("Person Li Wei = chemist", "Place Tanyu"), ("Person Li Wei = wrestler", "Place Okarra"), "Li Wei"),
    (("Person Mohammed Ali = grocer", "Place Velden"), ("Person Mohammed Ali = pilot", "Place Okarra"), "Mohammed Ali"),
    (("Person Smith = baker", "Place Selmouth"), ("Person Smith = referee", "Place Nordby"), "Smith"),
    (("Organization First National Bank", "Place Selmouth"), ("Organization First National Bank", "Place Velden"),
     "First National Bank"),
    (("Organization City Council", "Place Tanyu"), ("Organization City Council", "Place Nordby"), "City Council"),
    (("Thing Attorney-General", "Place Tanyu"), ("Thing Attorney-General", "Place Nordby"), "Attorney-General"),
    (("Place Georgia", "Place Atlanta", "Place Alabama"), ("Country Georgia", "Place Tbilisi", "Country Armenia"),
     "Georgia"),
    (("Event offensive", "Place Velden"), ("Event offensive", "Place Okarra"), "offensive"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "name"), HOMONYMS)
def test_two_of_one_name_stay_apart(first, second, name):
    a, b = made(A, *first), made(B, *second)
    found = across([a, b])
    assert not one(found, (a, name), (b, name))
    assert len({e.iri for e in found.entities}) == len(found.entities)


@pytest.mark.parametrize("company", ["Person Ada Quell", "Organization Velden Opera"])
def test_a_common_name_is_one_person_where_company_and_work_agree(company):
    cast = ("Person John Smith = baker", company, "Place Selmouth")
    a, b = made(A, *cast), made(B, *cast)
    assert one(across([a, b]), (a, "John Smith"), (b, "John Smith"))


def test_a_surname_joins_its_only_bearer():
    a = made(A, "Person Orla Vennholt", "Place Selmouth", "Organization Harbour Trust")
    b = made(B, "Person Vennholt", "Place Selmouth", "Organization Harbour Trust")
    assert one(across([a, b]), (a, "Orla Vennholt"), (b, "Vennholt"))


def test_a_surname_of_two_joins_neither_and_is_left_to_a_person():
    a = made(A, "Person Orla Vennholt", "Place Selmouth")
    b = made(B, "Person Idris Vennholt", "Place Selmouth", day="2021-03-02")
    c = made(C, "Person Vennholt", "Place Selmouth", day="2021-03-03")
    found = across([a, b, c])
    assert len({iri(found, a, "Orla Vennholt"), iri(found, b, "Idris Vennholt"), iri(found, c, "Vennholt")}) == 3
    assert {(d.one, d.other) for d in found.doubtful} >= {
        (iri(found, a, "Orla Vennholt"), iri(found, c, "Vennholt")),
        (iri(found, b, "Idris Vennholt"), iri(found, c, "Vennholt")),
    }


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("Person Orla J. Vennholt", "Person Orla Vennholt"),
        ("Person Mohammed Serrawi", "Person Muhammad Serrawi"),
        ("Organization Selmouth Harbour Trust", "Organization SHT"),
        ("Organization Brindle Motors Inc.", "Organization Brindle Motors"),
    ],
)
def test_names_that_are_written_otherwise_are_one_in_the_same_company(x, y):
    company = ("Person Ada Quell", "Person Tib Orsk")
    a, b = made(A, x, *company), made(B, y, *company)
    assert one(across([a, b]), (a, x.split(" ", 1)[1]), (b, y.split(" ", 1)[1]))


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("Person Orla J. Vennholt", "Person Orla T. Vennholt"),
        ("Person Ben Vennholt Jr.", "Person Ben Vennholt Sr."),
        ("Person Orla Vennholt", "Person Ida Vennholt"),
        ("Organization North Brindle", "Organization South Brindle"),
        ("Organization Channel 4", "Organization Channel 5"),
        ("Event Brindle Congress II", "Event Brindle Congress III"),
    ],
)
def test_names_that_tell_two_apart_do_so_in_any_company(x, y):
    company = ("Person Ada Quell", "Person Tib Orsk", "Place Selmouth")
    a, b = made(A, x, *company), made(B, y, *company)
    assert not one(across([a, b]), (a, x.split(" ", 1)[1]), (b, y.split(" ", 1)[1]))


def test_what_one_article_tells_apart_is_not_joined_by_way_of_another():
    a = made(A, "Person Orla Vennholt", "Person Ida Vennholt", "Place Selmouth")
    b = made(B, "Person Vennholt", "Place Selmouth", day="2021-03-02")
    found = across([a, b])
    assert iri(found, a, "Orla Vennholt") != iri(found, a, "Ida Vennholt")
    assert iri(found, b, "Vennholt") not in (iri(found, a, "Orla Vennholt"), iri(found, a, "Ida Vennholt"))


def test_things_without_a_name_join_only_with_the_same_participants_at_the_same_time():
    a = made(A, "Event cease-fire", "Person Orla Vennholt", "Organization Brindle Front")
    b = made(B, "Event cease-fire", "Person Orla Vennholt", day="2021-03-02")
    c = made(C, "Event cease-fire", "Person Tib Orsk", day="2021-03-02")
    found = across([a, b, c])
    assert one(found, (a, "cease-fire"), (b, "cease-fire"))
    assert not one(found, (a, "cease-fire"), (c, "cease-fire"))


def test_the_second_of_a_name_has_a_hash_and_merged_things_keep_the_earliest_s_name():
    a = made(A, "Person John Smith = baker", "Place Selmouth", day="2021-03-02")
    b = made(B, "Person John Smith = senator", "Place Harrowgrad", day="2021-03-01")
    found = across([a, b])
    assert iri(found, b, "John Smith").endswith("/john-smith")
    assert "/john-smith." in iri(found, a, "John Smith")


def test_the_gazetteer_gives_countries_their_names_and_links():
    a, b = made(A, "Country Britain"), made(B, "Country U.K.")
    found = across([a, b])
    entity = next(e for e in found.entities if e.iri == iri(found, a, "Britain"))
    assert one(found, (a, "Britain"), (b, "U.K."))
    assert (entity.name, entity.aliases) == ("United Kingdom", ("Britain", "U.K."))
    assert any(how == "owl:sameAs" for how, _ in entity.links)


def test_a_users_gazetteer_joins_and_links():
    port = Entry(
        "Port of Selmouth", "Organization", "port-of-selmouth", ("PoS",), (("owl:sameAs", "https://example.org/port"),)
    )
    a, b = made(A, "Organization PoS"), made(B, "Place Port of Selmouth")
    found = across([a, b], gazetteer=[port])
    (entity,) = found.entities
    assert (entity.name, entity.type, entity.links) == (
        "Port of Selmouth",
        "Organization",
        (("owl:sameAs", "https://example.org/port"),),
    )


def test_every_decision_tells_its_score_and_its_reasons():
    a = made(A, "Person Orla Vennholt", "Place Selmouth")
    b = made(B, "Person Orla Vennholt", "Place Selmouth")
    found = across([a, b])
    decision = next(d for d in found.decisions if d.name == "Orla Vennholt")
    assert decision.one == iri(found, a, "Orla Vennholt") and decision.other == B
    assert decision.score >= 0.75
    assert [r for r, _ in decision.reasons] == ["both named orla vennholt", "both with selmouth"]


def test_the_order_of_the_articles_does_not_matter():
    results = [
        made(f"https://news.example/{n}", *cast, day=day)
        for n, (cast, day) in enumerate(
            [
                (("Person Orla Vennholt", "Place Selmouth", "Country Britain"), "2021-03-01"),
                (("Person Vennholt", "Place Selmouth", "Event cease-fire"), "2021-03-02"),
                (("Person John Smith = baker", "Person Orla Vennholt", "Event cease-fire"), None),
                (("Person John Smith = senator", "Person Idris Vennholt"), "2021-02-02"),
                (("Person John Smith", "Place Selmouth"), "2021-03-02"),
            ]
        )
    ]
    same = Judgement("same", (f"{results[2].article.iri}#1#John Smith", f"{results[4].article.iri}#1#John Smith"))
    first = across(results, [same])
    for seed in range(10):
        random.Random(seed).shuffle(results)
        assert across(results, [same]) == first


def test_a_body_that_another_country_owns_is_not_the_one_the_gazetteer_knows():
    texts = ("Denmark's FTC met in Odense.", "The Federal Trade Commission met in Washington.", "The FTC met in May.")
    found = across(list(run.results([article_of(t) for t in texts])))
    iris = {k: v for k, v in found.of.items() if k[1].endswith(("/ftc", "/federal-trade-commission"))}
    assert len(iris) == 3
    assert len(set(iris.values())) == 2


def test_an_age_or_a_title_speaks_for_one_of_a_common_name() -> None:
    texts = (
        "Kevin Brown, 26, was held in Lisbon. Orla Vennholt saw him in Lisbon.",
        "Orla Vennholt asked for 26-year-old Kevin Brown. He left Lisbon on Monday.",
        "Orla Vennholt asked for 51-year-old Kevin Brown. He left Lisbon on Monday.",
    )
    articles = [replace(article_of(t), iri=f"urn:article:{n}") for n, t in enumerate(texts)]
    found = across(list(run.results(articles))).of
    one, other, third = (next(g for (a, e), g in found.items() if a == x.iri and "brown" in e) for x in articles)
    assert one == other != third
