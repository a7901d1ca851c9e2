"""Every rule fires on its construction, whatever the topic, and not on what only looks like it."""

from __future__ import annotations

import pytest

from kg import extraction, parsing
from kg.extraction.rules import RULES
from kg.reading import article_of

Row = tuple[str, str, str]


def read(sentence: str) -> list[tuple[str, Row]]:
    parse = next(parsing.parse([article_of(sentence)], parsing.load()))
    return list(extraction.derived(parse))


def rows(sentence: str) -> set[Row]:
    return {row for _, row in read(sentence)}


def names(sentence: str) -> set[str]:
    return {rule.split(".")[0] for rule, _ in read(sentence)}


# Rule, sentence, a fact that it must read there.
FIRES: list[tuple[str, str, Row]] = [
    ("relative", "The nurse who treated the goalkeeper left.", ("The nurse", "treated", "the goalkeeper")),
    (
        "relative",
        "Scientists praised the telescope that the foundation bought.",
        ("the foundation", "bought", "the telescope"),
    ),
    ("relative", "The depot from which the thieves escaped was sold.", ("the thieves", "escaped from", "The depot")),
    ("clause", "The striker scored two goals.", ("The striker", "scored", "two goals")),
    ("clause", "Shares fell on Monday.", ("Shares", "fell on", "Monday")),
    ("clause", "The rover is a small vehicle.", ("The rover", "is", "a small vehicle")),
    ("clause", "The museum gave the painter a prize.", ("The museum", "gave the painter", "a prize")),
    ("clause", "The bill was rejected by the senate.", ("The bill", "was rejected by", "the senate")),
    ("clause", "The match was cancelled.", ("The match", "was", "cancelled")),
    ("clause", "The police saw two men dragged from a car.", ("two men", "dragged from", "a car")),
    ("clause", "Kerst is the only town paid a subsidy.", ("Kerst", "is", "the only town paid a subsidy")),
    ("existential", "There are three lakes near Quillport.", ("There", "are", "three lakes")),
    ("existential", "There is no cure for the fever.", ("There", "is", "no cure")),
    ("purpose", "The bank sold bonds to raise money.", ("The bank", "sold bonds to raise", "money")),
    (
        "purpose",
        "The choir travelled to Nerva in order to sing the anthem.",
        ("The choir", "travelled to Nerva in order to sing", "the anthem"),
    ),
    ("control", "The coach wants to sign a defender.", ("The coach", "wants to sign", "a defender")),
    ("control", "The judge urged the firm to pay the workers.", ("The judge", "urged the firm to pay", "the workers")),
    ("control", "The pilot had permission to land.", ("The pilot", "had permission", "to land")),
    ("shared", "The chef washed the pears and peeled the apples.", ("The chef", "peeled", "the apples")),
    ("shared", "Prices rose in May and fell in June.", ("Prices", "fell in", "June")),
    ("reduced", "A film directed by Nora Quill won the prize.", ("A film", "directed by", "Nora Quill")),
    ("reduced", "Protesters carrying banners blocked the road.", ("Protesters", "carrying", "banners")),
    ("adjunct", "The storm hit the coast, destroying two bridges.", ("The storm", "destroying", "two bridges")),
    ("adjunct", "After winning the race, the rider thanked the crowd.", ("the rider", "winning", "the race")),
    ("relative", "She praised the bridge which officials say the army built.", ("the army", "built", "the bridge")),
    ("apposition", "Ana Petrova, a botanist, found the orchid.", ("Ana Petrova", "is", "a botanist")),
    ("apposition", "Tom Reed was born on May 3, 1949, the son of a baker.", ("Tom Reed", "is", "the son of a baker")),
    (
        "apposition",
        "Norland and Sudland, the two rivals, signed a treaty.",
        ("Norland and Sudland", "are", "the two rivals"),
    ),
    ("title", "President Nora Quill opened the stadium.", ("Nora Quill", "is", "President")),
    ("title", "Defence lawyer Tom Reed spoke on Friday.", ("Tom Reed", "is", "Defence lawyer")),
    ("age", "Nora Quill, 52, coaches the team.", ("Nora Quill", "is", "52")),
    ("age", "The bank hired Tom Reed, 41, in March.", ("Tom Reed", "is", "41")),
    ("possessive", "The club's young goalkeeper signed a contract.", ("The club", "has", "young goalkeeper")),
    ("possessive", "Norland's new satellite reached orbit.", ("Norland", "has", "new satellite")),
    ("located", "A court in Chicago freed the painter.", ("A court", "is in", "Chicago")),
    ("located", "Students in France bought the lamps.", ("Students", "are in", "France")),
    ("located", "Two boats on the lake were lost.", ("Two boats", "were on", "the lake")),
    ("located", "A letter from three nurses shocked the council.", ("A letter", "was from", "three nurses")),
    ("verbless", "Nurses angry after pay talks\n\nThey met.", ("Nurses", "are", "angry")),
    ("verbless", "Two dead after boat sinks\n\nIt sank.", ("Two", "are", "dead")),
    ("included", "Forty miners, including two boys, were saved.", ("Forty miners", "including", "two boys")),
    ("included", "Six towns including Tarn and Nerva oppose the dam.", ("Six towns", "including", "Nerva")),
]

# Rule, sentence that looks like its construction and is none.
STILL = [
    ("relative", "The nurse treated the goalkeeper."),
    ("relative", "The minister said that the firm paid the workers."),
    ("existential", "The crew stayed there."),
    ("purpose", "The coach wants to sign a defender."),
    ("control", "The bank sold bonds to raise money."),
    ("shared", "The chef washed pears and apples."),
    ("reduced", "The prize was won by a film."),
    ("adjunct", "Winning the race pleased the rider."),
    ("relative", "She said that the army built the bridge."),
    ("apposition", "The plane landed in Hidalgo, Texas."),
    ("apposition", "Ana Quill (vocals) founded the band."),
    ("apposition", "The band hired Ana Quill (vocals), Tom Reed (drums) and Bo Lind (bass)."),
    ("apposition", "The house stands in Nerva, Norland."),
    ("apposition", "Pears, apples and plums are cheap."),
    ("apposition", "Two pilots, four guards and a cook left."),
    ("apposition", "The scarf came in two colors: Deep Red and Sky Blue."),
    ("title", "Nora Quill opened the stadium."),
    ("title", "Mrs. Nora Quill opened the stadium."),
    ("title", "The Kensington Nora Quill stores opened."),
    ("age", "Nora Quill, 2 of the 9 judges, and Tom Reed spoke."),
    ("possessive", "The banker's former wife left."),
    ("possessive", "The banker's home burned."),
    ("possessive", "Her speech lasted an hour."),
    ("located", "The vote in Chicago pleased no mayor in France."),
    ("located", "The road from Paris is shut."),
    ("located", "The rise in prices hurt farmers."),
    ("located", "Most people in the village left."),
    ("located", "Shares in Orvex Bank fell."),
    ("located", "The talks on the treaty failed."),
    ("verbless", "The miners, furious over the road, left."),
    ("included", "She sings songs, including two of her own."),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_fires_on_its_example(rule: object) -> None:
    assert rule.name in names(rule.example)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("rule", "sentence", "row"), FIRES)
def test_a_rule_fires_on_its_construction(rule: str, sentence: str, row: Row) -> None:
    assert (rule, row) in {(name.split(".")[0], found) for name, found in read(sentence)}


@pytest.mark.parametrize(("rule", "sentence"), STILL)
def test_a_rule_is_still_elsewhere(rule: str, sentence: str) -> None:
    assert rule not in names(sentence)


def test_each_rule_is_tried_on_two_topics() -> None:
    for rule in RULES:
        assert sum(name == rule.name for name, _, _ in FIRES) >= 2, rule.name
        assert rule.name == "clause" or any(name == rule.name for name, _ in STILL), rule.name


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The council called on Norland to free the crews.", ("The council", "called on Norland to free", "the crews")),
        ("The flight was delayed because of fog.", ("The flight", "was delayed because of", "fog")),
        ("The increase in rents worries students.", ("The increase in rents", "worries", "students")),
        ("The team rarely loses a match.", ("The team", "rarely loses", "a match")),
        ("The choir took part in the feast.", ("The choir", "took part in", "the feast")),
        ("The lamp was placed on the table in May.", ("The lamp", "was placed on the table in", "May")),
        ("The city is home to three schools.", ("The city", "is home to", "three schools")),
        ("It was the first ship to cross the strait.", ("It", "was", "the first ship to cross the strait")),
        (
            "The hall is one of the oldest buildings in Norland.",
            ("The hall", "is one of the oldest buildings in", "Norland"),
        ),
        ("From Nerva the ferry goes north.", ("the ferry", "goes", "north")),
        ("The hut lies north of the town.", ("The hut", "lies north of", "the town")),
        ("The firm closed a mill back in June.", ("The firm", "closed a mill back in", "June")),
        ("Fires broke out in 1801, 1822 and 1850.", ("Fires", "broke out in", "1822")),
        ("The tune was sung by Ana Quill of Nerva and Tom Reed.", ("The tune", "was sung by", "Tom Reed")),
        ("Shares rose 5 percent to $20.", ("Shares", "rose 5 percent to", "$20")),
        (
            "The mayor made it clear that the port would close.",
            ("The mayor", "made it clear that", "the port would close"),
        ),
        ("In May they decided to try to build a bridge.", ("they", "decided to try to build a bridge In", "May")),
        (
            "The opposition will not return until the port opens and pays its debts.",
            ("The opposition", "will not return until", "the port opens and pays its debts"),
        ),
        ("Reed supported her rival for the nomination, Otto Lind.", ("Otto Lind", "is", "her rival")),
        ("Judges cited rulings from the 1970s known as Quill.", ("rulings", "known as", "Quill")),
        ("The zoo keeps animals such as lynxes.", ("The zoo", "keeps animals such as", "lynxes")),
        ("It is clear that the vaccine works.", ("It", "is clear that", "the vaccine works")),
        ("Doctors do not know whether the drug helps.", ("Doctors", "do not know", "whether the drug helps")),
        ("There is no sign that the glacier grows.", ("There", "is", "no sign that the glacier grows")),
        ("The bank is the only lender that cut its rates.", ("The bank", "is", "the only lender that cut its rates")),
        (
            "The war strained the alliance between Norland and Tarn.",
            ("The war", "strained the alliance between", "Norland and Tarn"),
        ),
        (
            "The port said power was back at noon (9 a.m. in Tarn).",
            ("The port", "said", "power was back at noon (9 a.m. in Tarn)"),
        ),
        (
            "He was a baker when, in the 1950s, he bought the mill.",
            ("He", "was a baker when", "in the 1950s, he bought the mill"),
        ),
    ],
)
def test_a_fact_has_the_words_without_which_it_is_none(sentence: str, row: Row) -> None:
    assert row in rows(sentence)


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("We hope the bridge opens in May.", ("the bridge", "opens in", "May")),
        ("The coach does not think the striker left the club.", ("the striker", "left", "the club")),
        ("If the dam breaks the valley, farmers will leave.", ("the dam", "breaks", "the valley")),
        ("The choir took part in the feast.", ("The choir", "took", "part")),
        ("Barely a shot was fired.", ("a shot", "was", "fired")),
        ("Pears are cheaper than plums.", ("Pears", "are", "cheaper")),
        ("The guide is aware of the danger.", ("The guide", "is", "aware")),
        ("Neither the mayor nor the council approved the plan.", ("the mayor", "approved", "the plan")),
        ("They found neither gold nor silver.", ("They", "found", "gold")),
        ("The girl whose father disappeared wept.", ("whose father", "disappeared", "The girl")),
        ("Many of the ships sank.", ("Many of", "sank", "the ships")),
        ("The firm closed a mill back in June.", ("The firm", "closed a mill", "back")),
        ("The bank owns the Tower of London.", ("The bank", "owns the Tower of", "London")),
        ("The firm wants a mill in Leeds.", ("a mill", "is in", "Leeds")),
        ("The coast has two great risks: fog, the melting of ice.", ("two great risks", "are", "fog")),
        ("For instance, the rover found water.", ("the rover", "found water For", "instance")),
        (
            "A spokesman for the Harbour Board, the highest court of Norland, resigned.",
            ("A spokesman for the Harbour Board", "is", "the highest court of Norland"),
        ),
    ],
)
def test_what_is_wanted_doubted_or_counted_is_no_fact(sentence: str, row: Row) -> None:
    assert row not in rows(sentence)
