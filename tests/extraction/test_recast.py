"""Offices, ages and worth link one thing to another."""

from __future__ import annotations

import pytest

import kg

Fact = tuple[str, str, str | None]


def facts(text: str) -> set[Fact]:
    return {(s.subject.text, s.relation.lemma, s.object.text if s.object else None) for s in kg.extract([text])}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nora Quill, the former head of the port, spoke.", ("Nora Quill", "be former head of", "the port")),
        ("Quill became deputy mayor of Tarn.", ("Quill", "become deputy mayor of", "Tarn")),
        ("The yard is part of the Orbis group.", ("The yard", "be part of", "the Orbis group")),
        ("Quill is a spokeswoman for the club.", ("Quill", "be spokeswoman for", "the club")),
        ("French Prime Minister Manuel Valls spoke.", ("Manuel Valls", "be prime minister of", "French")),
        ("Maryland Gov. Nora Quill spoke.", ("Nora Quill", "be governor of", "Maryland")),
        ("Staffan Lindqvist, the UN envoy, spoke.", ("Staffan Lindqvist", "be envoy of", "UN")),
        (
            "The United Nations' envoy, Staffan Lindqvist, spoke.",
            ("Staffan Lindqvist", "be envoy of", "United Nations"),
        ),
        ("The head of the port is Nora Quill.", ("Nora Quill", "be head of", "the port")),
        ("Nora Quill, 52, resigned.", ("Nora Quill", "be aged", "52")),
        ("The bank hired six lawyers, including Nora Quill.", ("six lawyers", "include", "Nora Quill")),
        ("It is clear that the port is shut.", ("the port is shut", "be", "clear")),
        ("The report is about how farmers live and work.", ("The report", "be about", "how farmers live and work")),
        ("It became possible to map the coast.", ("to map the coast", "become", "possible")),
        ("It does not matter that the port is shut.", ("the port is shut", "matter", None)),
        ("The film is short, very dull, and deserving of blame.", ("The film", "deserve of", "blame")),
        ("It is important to protect the coast.", ("to protect the coast", "be", "important")),
        ("It was a mistake to close the port.", ("to close the port", "be", "a mistake")),
        ("The club's policy is not to comment on transfers.", ("The club", "comment on", "transfers")),
        ("The aim of the treaty is to protect whales.", ("the treaty", "protect", "whales")),
        ("The minister is to open the bridge.", ("The minister", "open", "the bridge")),
        ("The wreck was hard to find.", ("someone", "find", "The wreck")),
        ("The proposals were easy to object to.", ("someone", "object to", "The proposals")),
        ("It took weeks to find the wreck.", ("to find the wreck", "take", "weeks")),
        ("It took the loan to buy a boat.", ("It", "take", "the loan")),
        ("The firm is under pressure to cut costs.", ("The firm", "cut", "costs")),
        ("The storm made it hard to reach the wreck.", ("someone", "reach", "the wreck")),
        ("Nora Quill joined a group called the Tarn Watch.", ("a group", "be called", "the Tarn Watch")),
        (
            "Quill complained about his use of “an awful lot of long words”.",
            ("Quill", "complain about", "his use of “an awful lot of long words”"),
        ),
        ("Nora Quill lives in Tarn, next to the dock.", ("Nora Quill", "live in", "Tarn")),
        ("The boats converged on a reef, off Tarn.", ("The boats", "converge on", "a reef")),
        ("Eels are caught using nets.", ("someone", "use", "nets")),
        ("The map was drawn by Nora Quill using radar.", ("Nora Quill", "use", "radar")),
        ("The yard was shut by striking dockers.", ("striking dockers", "shut", "The yard")),
        ("The motion was passed by 43 votes.", ("The motion", "be passed", None)),
        ("The bill, which would ban logging in the park, failed.", ("someone", "log in", "the park")),
        ("The keeper began fishing in the bay.", ("The keeper", "fish in", "the bay")),
        ("The storm left hundreds homeless.", ("The storm", "leave", "hundreds homeless")),
        ("The crew left the port in May.", ("The crew", "leave", "the port")),
        ("Teaching unions were split.", ("Teaching unions", "be split", None)),
        ("A loan backed by mining firms was near.", ("mining firms", "back", "A loan")),
        ("The diver, shot near the pier in May, was found.", ("The diver", "be shot near", "the pier")),
        ("Boats backed by tugs pushed into the bay.", ("Boats", "push into", "the bay")),
        ("Dockers blocking the pier say they will stay.", ("Dockers", "say", "they will stay")),
        ("The paper told of the torture of sailors by guards.", ("guards", "torture", "sailors")),
        ("The blast tore open the hull.", ("The blast", "tear open", "the hull")),
        ("“Stay at home and close the gates,” the mayor warned divers.", ("someone", "close", "the gates")),
        ("The court jailed the clerk for insulting the mayor.", ("the clerk", "insult", "the mayor")),
        ("The boat attacked near Tarn on Sunday was carrying grain.", ("The boat", "carry", "grain")),
        ("Two divers were held and had their cameras seized.", ("their cameras", "be seized", None)),
        ("They do their best.", ("They", "do", "their best")),
        (
            "Nora Quill is the UN undersecretary general for trade.",
            ("Nora Quill", "be undersecretary general for", "trade"),
        ),
        ("Quill was named police chief of Tarn.", ("Quill", "be named", "police chief of Tarn")),
        ("The Tarn Yard Union (TYU) was founded in May.", ("The Tarn Yard Union", "be", "TYU")),
        ("The decision is to be taken in Tarn.", ("The decision", "be taken in", "Tarn")),
        ("The work was done by reading the meters.", ("The work", "be done", None)),
        ("Families were offered new houses by the state.", ("the state", "offer", "new houses")),
        ("The mayor was freed and left the country.", ("The mayor", "leave", "the country")),
        ("The ban was called for by farmers.", ("farmers", "call for", "The ban")),
        ("The letter referred to by Quill is lost.", ("Quill", "refer to", "The letter")),
        ("The house was broken into.", ("The house", "be broken into", None)),
        ("Quill was elected mayor by the council.", ("Quill", "be elected", "mayor")),
        ("The divers are keen to search the wreck.", ("The divers", "be", "keen to search the wreck")),
        ("The guards were too ill to stand trial.", ("The guards", "be", "too ill to stand trial")),
        ("There are miners who left Tarn.", ("miners who left Tarn", "be", None)),
        ("Police held two guards under house arrest.", ("Police", "hold", "two guards under house arrest")),
        ("Crews have the right to a fair trial.", ("Crews", "have", "the right to a fair trial")),
        ("The council is serious about saving the mill.", ("The council", "be", "serious about saving the mill")),
        ("The storm caused damage in May.", ("The storm", "cause", "damage")),
        ("Quill was angry in Tarn.", ("Quill", "be", "angry")),
        ("Police held two guards in Tarn.", ("Police", "hold", "two guards")),
        ("Tarn feared the chance the dam could burst.", ("the dam", "burst", None)),
        ("The council is under fire from unions.", ("The council", "be under", "fire")),
        ("The council came under fire from unions.", ("The council", "come under", "fire")),
        ("It is the third year the port has lost.", ("It", "be", "the third year the port has lost")),
        ("The union backs the sale of the mill by Orvex.", ("Orvex", "sell", "the mill")),
        ("Lind welcomed the funding for schools to hire nurses.", ("schools", "hire", "nurses")),
        ("Norland created fewer jobs than expected.", ("Norland", "create", "fewer jobs than expected")),
        ("Norland created new jobs, fewer than expected.", ("Norland", "create", "new jobs")),
        ("Critics called the plan an attempt to weaken the union.", ("the plan", "weaken", "the union")),
        ("The deal is worth $3 billion.", ("The deal", "be worth", "$3 billion")),
        ("The minister's decision to resign surprised his party.", ("The minister", "resign", None)),
        ("Quill died in 2001.", ("Quill", "die", None)),
    ],
)
def test_records_link_things(text: str, fact: Fact) -> None:
    assert fact in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nora Quill, a doctor, spoke.",
        "The report was the fruit of luck.",
        "Harbour master Nora Quill spoke.",
        "GOP Sen. Ted Cruz spoke.",
        "French actor Gerard Quill spoke.",
    ],
)
def test_a_description_stays_one(text: str) -> None:
    assert "be" in {lemma for _, lemma, _ in facts(text)}
    assert not any(" of" in lemma for _, lemma, _ in facts(text))


def test_an_age_has_a_value() -> None:
    (age,) = (s for s in kg.extract(["Nora Quill, 52, resigned."]) if s.derived_by == "age")
    assert age.object is not None and age.object.value == 52


@pytest.mark.parametrize(
    "text",
    [
        "The divers were able to search the wreck.",
        "Rates are likely to be cut.",
        "The team is set to leave.",
        "It seems certain to rain.",
    ],
)
def test_an_adjective_that_says_nothing_without_its_infinitive_is_no_statement(text: str) -> None:
    assert facts(text)
    assert "be" not in {lemma for _, lemma, _ in facts(text)}


def test_what_an_object_is_called_is_its_attribute() -> None:
    (called,) = kg.extract(["Critics called the plan reckless."])
    assert [(a.role, a.text) for a in called.arguments] == [("attribute", "reckless")]


def test_a_report_leads_to_the_infinitive_that_tells_what_it_says() -> None:
    said, searched = kg.extract(["Nora Quill said the divers were able to search the wreck."])
    assert said.object is not None
    assert said.object.statement == searched.id


@pytest.mark.parametrize(
    "text", ["Mice sleep by day, as we do with bats.", "Eels grow skin from cells, like we do with hair."]
)
def test_a_verb_that_stands_for_another_states_nothing(text: str) -> None:
    assert facts(text)
    assert "do" not in {lemma for _, lemma, _ in facts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose on Thursday, as expected.",
        "It was paid by Norland and Tarn (NMT).",
        "How much cheaper such boats would be in Tarn!",
        "Growth slowed to 5 percent, a figure that worries banks.",
        "They will do anything they can.",
        "Norland's tireless efforts failed.",
        "The world's oldest boats sank.",
    ],
)
def test_what_only_looks_like_a_statement_is_none(text: str) -> None:
    assert {lemma for _, lemma, _ in facts(text)}.isdisjoint({"be", "be expected", "expect", "can", "have"})


def test_a_noun_does_not_do_what_it_tells_of() -> None:
    (act,) = (s for s in kg.extract(["He was arrested in the shooting of Nora Reed."]) if s.derived_by == "act")
    assert (act.subject.text, act.subject.entity) == ("someone", None)
