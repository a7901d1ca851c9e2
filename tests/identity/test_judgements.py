"""What people decide about identity stands, whatever is built, added or undone."""

import json
import subprocess

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import iri, made, one

from kg.cli import main
from kg.identity import across
from kg.identity.judgements import dumps, label, loads, located, merge, reference, split
from kg.run import Report, derive
from kg.store import Folder
from kg.values import Judgement

A, B, C, D = (f"https://news.example/{x}" for x in "abcd")


def cast():
    """Four articles; what the texts leave open about Smith and Vennholt is for people to decide."""
    return [
        made(A, "Person John Smith = baker", "Place Selmouth", "Person Orla Vennholt"),
        made(B, "Person John Smith = senator", "Place Okarra", day="2021-03-02"),
        made(C, "Person Orla Vennholt", "Person J. Smith", "Place Selmouth", day="2021-03-03"),
        made(D, "Person Vennholt", "Organization Harbour Trust", day="2021-03-04"),
    ]


def things(results, name):
    """Nodes of a name, one an article."""
    return [(r.article.iri, e.iri) for r in results for e in r.entities if e.name == name]


@pytest.mark.parametrize("occurrence", [1, 2])
def test_a_reference_leads_back_to_its_mention(occurrence):
    text_twice = made(A, "Person Orla Vennholt", "Organization Orla Vennholt Trust")
    local = text_twice.entities[occurrence - 1].iri
    name = reference(text_twice, local)
    assert name is not None
    assert located(name, {A: text_twice}) == (A, local)


def test_a_reference_to_words_that_are_gone_leads_nowhere_and_is_reported():
    results = cast()
    gone = Judgement("same", (f"{A}#1#John Smith", f"{B}#1#Jane Smith"))
    missing = Judgement("alias", ("https://news.example/z#1#Smith",), "Smitty")
    found = across(results, [gone, missing])
    assert [j for j, _ in found.unfitting] == [missing, gone] or [j for j, _ in found.unfitting] == [gone, missing]
    assert found.entities == across(results).entities


def test_a_person_joins_what_the_texts_keep_apart():
    results = cast()
    assert not one(across(results), (results[0], "John Smith"), (results[1], "John Smith"))
    judged = merge((), results, things(results, "John Smith")[:1], things(results, "John Smith")[1:])
    assert one(across(results, judged), (results[0], "John Smith"), (results[1], "John Smith"))


def test_a_person_parts_what_the_texts_join_and_nothing_joins_it_again():
    results = cast()
    assert one(across(results), (results[0], "Orla Vennholt"), (results[2], "Orla Vennholt"))
    first, second = things(results, "Orla Vennholt")
    judged = split((), results, [second], [first])
    found = across(results, judged)
    assert not one(found, (results[0], "Orla Vennholt"), (results[2], "Orla Vennholt"))
    more = [*results, made("https://news.example/e", "Person Orla Vennholt", "Place Selmouth", day="2021-04-01")]
    again = across(more, judged)
    assert not one(again, (results[0], "Orla Vennholt"), (results[2], "Orla Vennholt"))


def test_a_country_that_is_another_one_loses_the_gazetteers_name():
    a, b = made(A, "Country Georgia"), made(B, "Country Georgia", day="2021-03-02")
    judged = split((), [a, b], things([b], "Georgia"), things([a], "Georgia"))
    found = across([a, b], judged)
    assert iri(found, a, "Georgia").endswith("/georgia")
    other = next(e for e in found.entities if e.iri == iri(found, b, "Georgia"))
    assert other.iri != iri(found, a, "Georgia")
    assert not any(how == "owl:sameAs" for how, _ in other.links)


def test_two_that_the_gazetteer_knows_are_merged_in_all_their_articles():
    a, b = made(A, "Country Burma"), made(B, "Country Nepal", day="2021-03-02")
    c = made(C, "Country Nepal", day="2021-03-03")
    judged = merge((), [a, b, c], things([a], "Burma"), things([b, c], "Nepal"))
    found = across([a, b, c], judged)
    assert one(found, (a, "Burma"), (b, "Nepal"), (c, "Nepal"))
    assert [e.iri.rsplit("/", 1)[1] for e in found.entities] == ["myanmar"]


def test_merging_takes_the_opposite_judgement_out_and_parting_does_too():
    results = cast()
    one_, two = things(results, "John Smith")
    merged = merge((), results, [one_], [two])
    parted = split(merged, results, [two], [one_])
    assert [j.kind for j in parted] == ["different"]
    assert [j.kind for j in merge(parted, results, [one_], [two])] == ["same"]


def test_what_a_judgement_holds_apart_no_chain_of_others_joins():
    results = cast()
    refs = [reference(r, e.iri) or "" for r in results for e in r.entities if "Smith" in e.name]
    a, b, c = refs
    judged = [Judgement("different", (a, b)), Judgement("same", (a, c), when="1"), Judgement("same", (c, b), when="2")]
    found = across(results, judged)
    assert not one(found, (results[0], "John Smith"), (results[1], "John Smith"))
    assert one(found, (results[0], "John Smith"), (results[2], "J. Smith"))
    assert [j.subjects for j, _ in found.unfitting] == [(c, b)]


def test_of_two_people_who_contradict_each_other_the_later_stands():
    results = cast()
    a, b = (reference(r, next(e.iri for e in r.entities if e.name == "John Smith")) or "" for r in results[:2])
    same, different = Judgement("same", (a, b), when="2021-05-01"), Judgement("different", (b, a), when="2021-05-02")
    assert not one(across(results, [different, same]), (results[0], "John Smith"), (results[1], "John Smith"))
    later = Judgement("same", (a, b), when="2021-05-03")
    assert one(across(results, [later, different]), (results[0], "John Smith"), (results[1], "John Smith"))


def test_another_name_is_a_name_and_a_type_is_the_type():
    results = cast()
    node = things(results, "John Smith")[0]
    ref = reference(results[0], node[1]) or ""
    found = across(results, [Judgement("alias", (ref,), "Smitty"), Judgement("type", (ref,), "Work")])
    entity = next(e for e in found.entities if e.iri == found.of[node])
    assert (entity.aliases, entity.type) == (("Smitty",), "Work")


def judgement_pool(results):
    """Judgements between all things that may be confused."""
    nodes = [n for name in ("John Smith", "J. Smith", "Orla Vennholt", "Vennholt") for n in things(results, name)]
    pairs = [(x, y) for x in nodes for y in nodes if x < y and x[0] != y[0]]
    kinds = ("same", "different")
    by = {r.article.iri: r for r in results}
    return [
        Judgement(kind, (reference(by[x[0]], x[1]) or "", reference(by[y[0]], y[1]) or ""), when=f"{n:03}")  # type: ignore[arg-type]
        for n, (kind, x, y) in enumerate((k, *p) for k in kinds for p in pairs)
    ]


ALL = cast()
POOL = judgement_pool(ALL)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_merging_parting_adding_and_undoing_in_any_order_ends_in_the_same_entities(data):
    """The end state alone counts: the articles that are in and the judgements that stand."""
    articles = data.draw(st.lists(st.sampled_from(range(len(ALL))), min_size=1, unique=True))
    wanted = data.draw(st.lists(st.sampled_from(POOL), max_size=4, unique=True))
    noise = data.draw(st.lists(st.sampled_from(POOL), max_size=3, unique=True))
    direct = across([ALL[i] for i in sorted(articles)], wanted)
    steps = [("add", ALL[i]) for i in articles] + [("judge", j) for j in wanted]
    steps += [(step, j) for j in noise if j not in wanted for step in ("judge", "undo")]
    for mixed in (data.draw(st.permutations(steps)), data.draw(st.permutations(steps))):
        kept, text = {}, ""
        undone = set()
        for step, what in mixed:
            if step == "add":
                kept[what.article.iri] = what
            elif step == "undo":
                undone.add(what)
            elif what in undone:
                continue
            else:
                text = dumps([*loads(text), what])
            text = dumps(j for j in loads(text) if j not in undone)
            across(list(kept.values()), loads(text))
        assert across(list(kept.values()), loads(text)) == direct


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(POOL), max_size=6, unique=True))
def test_no_two_things_are_one_that_a_standing_judgement_calls_different(judged):
    found = across(ALL, judged)
    by = {r.article.iri: r for r in ALL}
    for j in judged:
        x, y = (located(s, by) for s in j.subjects)
        if j.kind == "different":
            later = [k for k in judged if {*k.subjects} == {*j.subjects} and (k.when or "") > (j.when or "")]
            assert later or found.of[x] != found.of[y]


@pytest.mark.parametrize(
    "line", ["<<<<<<< HEAD", "no json", '{"kind": "same"}', '{"kind": "same", "subjects": [], "x": 1}']
)
def test_a_line_that_is_no_judgement_is_named(line):
    with pytest.raises(ValueError, match=r"judgements\.jsonl:2"):
        loads(dumps(POOL[:1]) + line)


@pytest.fixture
def graph(tmp_path):
    """A graph of the four articles, made without a model."""
    folder = Folder(tmp_path / "graph")
    with folder.writing():
        for r in cast():
            folder.put(r)
        derive(folder, Report())
    return str(folder.path)


def kg(*arguments, code=0):
    result = CliRunner().invoke(main, [*arguments])
    assert result.exit_code == code, result.output + str(result.exception)
    return result


def entities(graph):
    return {e["iri"].rsplit("/", 1)[1]: e for e in json.loads(kg("entities", graph, "--format", "json").stdout)}


def test_entities_are_listed_most_mentioned_first(graph):
    rows = json.loads(kg("entities", graph, "--format", "json").stdout)
    assert list(rows[0]) == ["iri", "name", "type", "aliases", "links", "mentions", "articles"]
    assert [r["mentions"] for r in rows] == sorted((r["mentions"] for r in rows), reverse=True)
    assert {r["name"]: r["articles"] for r in rows}["Orla Vennholt"] == 2


def test_commands_merge_tell_why_and_undo(graph):
    before = entities(graph)
    second = next(k for k in before if k.startswith("john-smith."))
    kg("entities", "merge", graph, "ent:john-smith", f"ent:{second}", "--why", "the bakery's site says so")
    merged = entities(graph)
    assert second not in merged and merged["john-smith"]["articles"] == 2
    (judgement,) = loads((Folder(graph).judgements).read_text())
    assert judgement.why == "the bakery's site says so"
    assert "are one" in kg("entities", graph, "--why", "John Smith", "john smith").stdout
    kg("entities", graph, "undo", label(judgement))
    assert entities(graph) == before
    odd = kg("entities", "merge", graph, "ent:john-smith", "Selmouth").stderr
    assert "They were Person and Place; if they are two, take it back with `kg entities undo`." in odd


def test_commands_split_and_merge_again_give_the_graph_as_it_was(graph):
    before = (Folder(graph).trig).read_bytes()
    kg("entities", "split", graph, "Orla Vennholt", C)
    assert (Folder(graph).trig).read_bytes() != before
    vennholts = [k for k in entities(graph) if k.startswith("orla-vennholt")]
    assert len(vennholts) == 2
    kg("entities", "merge", graph, *(f"ent:{k}" for k in vennholts))
    assert (Folder(graph).trig).read_bytes() == before


def test_commands_give_an_alias_and_a_type(graph):
    kg("entities", "alias", graph, "Harbour Trust", "the Trust")
    kg("entities", "type", graph, "Harbour Trust", "Government")
    entity = entities(graph)["harbour-trust"]
    assert (entity["aliases"], entity["type"]) == (["the Trust"], "Government")
    kg("entities", "type", graph, "Harbour Trust", "Harbour", code=2)


def test_an_entity_is_explained_with_why_it_is_one_and_since_when(graph):
    told = json.loads(kg("explain", graph, "ent:orla-vennholt", "--format", "json").stdout)
    assert (told["name"], told["type"], told["since"]) == ("Orla Vennholt", "Person", "2021-03-01")
    assert [(j["article"], j["score"] > 0.75) for j in told["joined"]] == [(C, True)]
    assert "both named orla vennholt" in told["joined"][0]["why"]
    assert all(s["sentence"] for s in told["statements"])
    assert "Orla Vennholt (Person)" in kg("explain", graph, "Orla Vennholt").stdout
    kg("explain", graph, "ent:nobody", code=1)


def test_a_statement_is_explained_with_its_sentence_and_who_says_the_same(graph):
    rows = json.loads(kg("statements", graph, "--format", "json").stdout)
    told = json.loads(kg("explain", graph, rows[0]["id"], "--format", "json").stdout)
    assert told["evidence"]["sentence"] == rows[0]["sentence"]
    assert (told["polarity"], told["since"]) == ("affirmed", "2021-03-01")


def test_a_statement_is_struck_out_and_restored(graph):
    rows = json.loads(kg("statements", graph, "--format", "json").stdout)
    before = (Folder(graph).trig).read_bytes()
    kg("statements", "reject", graph, rows[0]["id"])
    assert len(json.loads(kg("statements", graph, "--format", "json").stdout)) == len(rows) - 1
    assert rows[0]["id"] not in (Folder(graph).trig).read_text()
    kg("statements", "restore", graph, rows[0]["id"])
    assert (Folder(graph).trig).read_bytes() == before


def test_who_is_not_known_is_said_with_what_comes_near(graph):
    assert "/orla-vennholt" in kg("entities", "merge", graph, "Orla", "Smith", code=1).stderr
    assert "No judgement abc" in kg("entities", "undo", graph, "abc", code=1).stderr


def test_a_judgement_that_fits_no_more_is_reported_and_kept(graph):
    kg("entities", "alias", graph, "Harbour Trust", "the Trust")
    folder = Folder(graph)
    folder.remove(D)
    report = Report()
    derive(folder, report)
    assert [line[:15] for line in report.left_out] == ["Judgement alias"]
    assert "is not applied" in kg("entities", graph).stderr
    folder.put(cast()[3])
    derive(folder, Report())
    assert entities(graph)["harbour-trust"]["aliases"] == ["the Trust"]


def test_a_gazetteer_of_the_users_own_comes_into_the_graph(graph, tmp_path):
    file = tmp_path / "own.csv"
    file.write_text(
        "name,type,aliases,iri\nSelmouth Harbour Trust,Organization,Harbour Trust,https://example.org/sht\n"
    )
    kg("entities", "gazetteer", graph, str(file))
    entity = entities(graph)["selmouth-harbour-trust"]
    assert entity["links"] == ["https://example.org/sht"] and entity["aliases"] == ["Harbour Trust"]


def test_judgements_of_two_people_are_merged_by_git(graph):
    def git(*arguments):
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *identity, "-C", graph, *arguments], check=True, capture_output=True)

    kg("entities", "alias", graph, "Harbour Trust", "the Trust")
    git("init", "-q")
    git("add", "judgements.jsonl", ".gitattributes")
    git("commit", "-qm", "begin")
    git("checkout", "-qb", "other")
    kg("entities", "alias", graph, "Orla Vennholt", "the minister")
    git("commit", "-qam", "one")
    git("checkout", "-q", "main")
    kg("entities", "split", graph, "Orla Vennholt", C)
    git("commit", "-qam", "two")
    git("merge", "-q", "other", "-m", "both")
    kinds = sorted(j.kind for j in loads((Folder(graph).judgements).read_text()))
    assert kinds == ["alias", "alias", "different"]
