"""A report behind its content governs it, whatever the model made of the two."""

from __future__ import annotations

import pytest

from kg import parsing
from kg.parsing import Parse, Word
from kg.reading import article_of


def parsed(text: str) -> Parse:
    return next(parsing.parse([article_of(text)], parsing.load()))


def word(parse: Parse, text: str) -> Word:
    return next(w for w in parse.words if w.text == text)


@pytest.mark.parametrize(
    ("text", "report", "source", "content"),
    [
        (
            "The opposition won’t rejoin the council until the mayor respects the deal and allows open access, "
            "Ana Petrova, a member of the council, said in an interview in Elmsford.",
            "said",
            "Petrova",
            "rejoin",
        ),
        (
            "The union is taking a pause to show “anger and concern” over what it sees as the decay of the port and "
            "the pier, particularly around the town of Nerva, the port’s envoy, Tom Reed, told reporters on Monday.",
            "told",
            "envoy",
            "taking",
        ),
        ("The harbour will open on Tuesday, the mayor said.", "said", "mayor", "open"),
    ],
)
def test_the_source_before_the_verb_is_its_subject(text: str, report: str, source: str, content: str) -> None:
    verb = word(parsed(text), report)
    assert verb.head is None
    assert [c.text for c in verb.children if c.dep == "nsubj"] == [source]
    assert [c.text for c in verb.children if c.dep == "ccomp"] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Petrova, a member of the council, said the bridge was closed.",
        "The port, which was closed, said its owner would sell the cranes.",
        "The mayor opened the bridge, thanked the crews and said nothing else.",
    ],
)
def test_a_verb_with_its_own_content_is_left_alone(text: str) -> None:
    verb = word(parsed(text), "said")
    assert verb.head is None or verb.dep == "conj"
    assert all(c.i > verb.i for c in verb.children if c.dep in ("ccomp", "dobj"))


def test_a_finite_verb_is_no_conjunct_of_an_infinitive() -> None:
    parse = parsed("The crews will not return until the owner opens the port and pays the wages.")
    assert word(parse, "pays").head is word(parse, "opens")
    parse = parsed("The crews will return on Monday and open the port.")
    assert word(parse, "open").head is word(parse, "return")


@pytest.mark.parametrize(
    ("text", "below", "above", "label"),
    [
        (
            "Last week the U.S. urged Norland to help stop the government offensive near Nerva.",
            "offensive",
            "stop",
            "dobj",
        ),
        ("Worsening the crisis, the dockers’ union joined the strike.", "union", "joined", "nsubj"),
        ("In April 2014, Zane, along with friend Derek Hollis, opened a mill.", "Zane", "opened", "nsubj"),
        ("In Norport, Sudland, the mill burned.", "Norport", "In", "pobj"),
        ("The mayor had not, he added, been impressed by the plan.", "mayor", "impressed", "nsubj"),
        ("The firm has enough fuel left to power the plant.", "plant", "power", "dobj"),
        ("Storms pose a routine, albeit serious, challenge to crews.", "challenge", "pose", "dobj"),
        ("The twin-engine, single-aisle plane was last seen on radar.", "plane", "seen", "nsubjpass"),
        (
            "They said that a one-time, 1% increase in prices was followed by a fall.",
            "increase",
            "followed",
            "nsubjpass",
        ),
        (
            "The museum beat its plan, selling more than Quill Hall had hoped and ending a row of losses.",
            "ending",
            "selling",
            "conj",
        ),
        (
            "The critics asked the board for a plan protecting the reef from a bid over a lagoon the port bought.",
            "bought",
            "lagoon",
            "relcl",
        ),
        ("The museum is sure of its future — sales of its prints were up in May.", "is", "were", "parataxis"),
        ("Quill said prices could rise in May, warning of shortages.", "warning", "said", "advcl"),
        ("The town raised rents in May, a move tenants say will hurt them.", "say", "move", "relcl"),
        ("The dock cost $9 million, money critics say was lost.", "say", "money", "relcl"),
        ("The firm lost money, union leaders say.", "leaders", "say", "nsubj"),
        ("It is told in papers from 1986 released by the archive.", "released", "papers", "acl"),
        ("Anyone caught selling the drug will be fined.", "caught", "Anyone", "acl"),
        ("The men believed responsible were held.", "believed", "men", "acl"),
        ("Guests invited to the feast brought gifts.", "Guests", "brought", "nsubj"),
        ("The boy found wandering in the wood was fed.", "boy", "fed", "nsubjpass"),
        ("Villagers driven out by rebels returned to find their homes gone.", "Villagers", "returned", "nsubj"),
        ("The team left the field beaten.", "team", "left", "nsubj"),
        ("A strike at a mill owned by Orvex ended.", "owned", "mill", "acl"),
        ("An inquiry into a gang led by Otto Lind began.", "led", "gang", "acl"),
        ("He saw the rebels who fled by boat.", "who", "fled", "nsubj"),
        ("The actor turned mayor of Kerst resigned.", "resigned", "turned", "advcl"),
        ("The ship left the port with its lights turned off.", "ship", "left", "nsubj"),
        ("The soldier thought to be dead returned home in May.", "soldier", "returned", "nsubj"),
        ("Workers offered a raise by the firm ended the strike.", "offered", "Workers", "acl"),
        ("The minister said patients sent home early had died.", "patients", "died", "nsubj"),
        ("The firm asked to see the plan and left.", "firm", "asked", "nsubj"),
        ("Orvex is the only firm allowed cheap loans.", "allowed", "firm", "acl"),
        ("The ferry stopped, opened its doors and left.", "opened", "stopped", "conj"),
        ("Norland, a country of 5 million people, imports almost all of its oil.", "Norland", "imports", "nsubj"),
        ("Lind is accused of selling secrets to a foreign power and faces jail.", "faces", "accused", "conj"),
        ("Quill said Otto Reed had left, saying he was tired.", "saying", "left", "advcl"),
        ("Quill said the flood had broken a bridge, cutting off a town.", "cutting", "broken", "advcl"),
        ("The dockers starved the port of fuel.", "of", "starved", "prep"),
        ("The raid was a threat to the islands, referred to as Malva by Norland.", "referred", "islands", "acl"),
        ("The mayor said the builder was unfit and blamed the council.", "blamed", "was", "conj"),
        ("Defense attorney Tom Lim contended Brown was guilty of fraud.", "was", "contended", "ccomp"),
        ("I miss my boat but I know I'm going to see it again.", "going", "know", "ccomp"),
        ("The lawsuit's core blamed local officials.", "core", "blamed", "nsubj"),
        ("Opposing the plan were the mayor and two councillors.", "mayor", "Opposing", "nsubj"),
        ("Inside the house were three guns.", "guns", "were", "nsubj"),
        ("Dahal, the first minister after the rising ended in 2006, left it.", "Dahal", "left", "nsubj"),
        ("Never was the gate opened.", "Never", "opened", "neg"),
        ("The firm, once the country's largest employer, filed for bankruptcy.", "firm", "filed", "nsubj"),
        ("The study does not prove that night work causes strokes.", "that", "causes", "mark"),
        ("The Tigers fired coach Bo Reyes on Sunday.", "Reyes", "coach", "appos"),
        ("No deal has been reached, and the firm could keep it, the people added.", "reached", "added", "ccomp"),
        ("He took on Jess Abara, 19, from Glasgow, who had written to him.", "written", "Abara", "relcl"),
        ("The United Nations and states who signed the deal are working on it.", "signed", "states", "relcl"),
        ("Norland said it was quitting the talks, dealing a blow to them.", "dealing", "said", "advcl"),
        ("The bank said it would cut jobs, blaming weak demand.", "blaming", "said", "advcl"),
        ("The firm raised its fees, a move critics say will hurt families.", "say", "move", "relcl"),
        ("She met with his rival, Ivo Lasse, on Friday.", "Lasse", "rival", "appos"),
        ("The 23-year-old, the first to win it twice, finished early.", "old", "finished", "nsubj"),
        ("The 30-year-old plans to build a bridge were dropped.", "plans", "dropped", "nsubjpass"),
        ("The storm left nine people dead.", "people", "left", "dobj"),
        ("The union urged both sides to wait and offered help.", "offered", "urged", "conj"),
        ("Its output fell 2 percent, data showed on Friday, dragged down by exports.", "dragged", "fell", "advcl"),
        ("The bridge, built in 1921 and closed in 1990, reopened on Tuesday.", "bridge", "reopened", "nsubj"),
        ("The firm said it expected to open it, provided that the board approves.", "approves", "expected", "advcl"),
        ("The quake struck at 3 a.m. local time, sending crowds into the streets.", "sending", "struck", "advcl"),
        ("The deal, first reported by the Nerva Post, values Tarn Steel at $4 billion.", "Steel", "values", "dobj"),
        ("Shares fell 7 percent in early trading.", "percent", "fell", "dobj"),
        ("The couple, who have two children, announced in May that they would part.", "couple", "announced", "nsubj"),
        ("The port, closed since the storm, is not expected to reopen.", "port", "expected", "nsubjpass"),
        ("The unions decided to resort to strike action.", "strike", "action", "compound"),
        ("The firm has to react to win votes.", "win", "react", "advcl"),
        ("He said the meeting began at noon and that on Monday the mayor left.", "began", "said", "ccomp"),
        ("He said that the ship that sank was old and that it leaked.", "sank", "ship", "relcl"),
        ("The judge was told by the lawyer that the firm had paid the tax.", "paid", "told", "ccomp"),
        ("The lawyer told the court that the firm had paid.", "paid", "told", "ccomp"),
        ("He told the story that the firm had hidden.", "hidden", "story", "relcl"),
        ("The court rejects the claims raised by the firm and upholds the ban.", "upholds", "rejects", "conj"),
        ("The mayor praised the men trained by the army and hired by Orvex.", "hired", "trained", "conj"),
        ("The union asked members to block the port and the road to stop the sale.", "road", "port", "conj"),
        ("Orvex spoke, saying that crews are mending the bridge and checking tracks.", "checking", "mending", "conj"),
        ("The mayor met Ana Quill, a lawyer, on Friday.", "lawyer", "Quill", "appos"),
        ("While talks were slow between Norland and Tarn, the fishing row ended.", "row", "ended", "nsubj"),
    ],
)
def test_what_the_model_hangs_in_the_wrong_place(text: str, below: str, above: str, label: str) -> None:
    parse = parsed(text)
    w = word(parse, below)
    assert w.head is word(parse, above) and w.dep == label


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("Fires raged in the hills.", "rage"), ("He ragged his friends.", "rag"), ("It planned.", "plan")],
)
def test_lemmas_follow_the_doubling_of_consonants(text: str, lemma: str) -> None:
    assert next(w for w in parsed(text).words if w.tag == "VBD").lemma == lemma


def test_a_colon_parts_two_sentences() -> None:
    parse = parsed("Norland backs the plan: its ships supported the crews of the port.")
    assert word(parse, "backs").dep != "ccomp"


def test_a_verb_without_subject_shows_that_the_one_before_is_a_noun() -> None:
    parse = parsed("Norland has said that opposition calls for the mayor to leave office are a red line.")
    assert word(parse, "calls").head is word(parse, "are") and word(parse, "calls").pos == "NOUN"
    assert word(parse, "are").head is word(parse, "said")
    parse = parsed("Norland said that the opposition calls for calm and that rebels are near.")
    assert word(parse, "calls").pos == "VERB"


def test_what_goes_on_in_the_present_is_still_the_report() -> None:
    parse = parsed("Norland has claimed it’s keeping the truce and its raids are answers to attacks.")
    assert word(parse, "are").head is word(parse, "keeping")


def test_who_is_the_person() -> None:
    parse = parsed("“It works,” says Ana Petrova, a scientist at the port’s Smart Cargo Group, who led the project.")
    assert word(parse, "led").head is not word(parse, "Group")


def test_a_sentence_in_brackets_is_one_of_its_own() -> None:
    parse = parsed("Nerva has state-run pre-K. (One town, Elmsford, is also a member.)")
    assert word(parse, "One").sent == word(parse, "Nerva").sent + 1


@pytest.mark.parametrize(
    ("text", "who", "verb", "of"),
    [
        ("The new bridge, said the mayor, will open in May.", "mayor", "open", "bridge"),
        ("Prices, said Bo Lind, a trader in Kerst, have doubled.", "Lind", "doubled", "Prices"),
        ("Exports, added the bank, fell 3 percent in June.", "bank", "fell", "Exports"),
        ("The vote, warned Ana Petrova, could split the party.", "Petrova", "split", "vote"),
    ],
)
def test_who_says_it_stands_behind_a_report_between_commas(text: str, who: str, verb: str, of: str) -> None:
    parse = parsed(text)
    report = word(parse, who).head
    assert report is not None and report.tag == "VBD" and word(parse, verb).head is report
    assert word(parse, of).head is word(parse, verb)


def test_a_participle_between_commas_is_no_report_let_in() -> None:
    parse = parsed("The mayor, said to be ill, will resign. The firm, which said Orvex had paid, has closed.")
    assert word(parse, "mayor").head is not word(parse, "be")
    assert word(parse, "Orvex").head is word(parse, "paid")
