"""Plain questions: how they are understood."""

import pytest

from kg.exploration.questions import NotUnderstood, understand


@pytest.mark.parametrize(
    ("question", "kind", "declarative"),
    [
        ("Who closed the bridge?", "who", "somebody closed the bridge"),
        ("What did the mayor say?", "what", "the mayor will say something"),
        ("When did the talks resume?", "time", "the talks will resume"),
        ("Where were the talks held?", "place", "the talks were held"),
        ("What may happen in Elmsford?", "what", "something may happen in Elmsford"),
        ("How many people has the flood killed?", "number", "the flood has killed some people"),
        ("Which group joined the march?", "which", "some group joined the march"),
        ("What does the ban not apply to?", "what", "the ban will not apply to something"),
        ("Who was the mayor criticized by?", "who", "the mayor was criticized by somebody"),
        ("Who is Ada van Brandt?", "who", "Ada van Brandt is somebody"),
        ("Where is the pilot being treated?", "place", "the pilot is being treated"),
        ("What did the mayor ask the council to do?", "what", "the mayor will ask the council to do something"),
        ("When did the grand jury indict Johnson?", "time", "the grand jury will indict Johnson"),
        ("Is Nora Quill a member of the council?", "truth", "Nora Quill is a member of the council"),
        ("Did the union rejoin the talks?", "truth", "the union will rejoin the talks"),
        ("Didn’t the union rejoin the talks?", "truth", "the union will not rejoin the talks"),
        ("Is it true that the union left?", "truth", "the union left"),
        ("Can you tell me who owns the harbour?", "who", "somebody owns the harbour"),
        ("What is the ministry reviewing?", "what", "the ministry is reviewing something"),
        ("How much has the bridge cost?", "number", "the bridge has cost something"),
        ("How old is Ada Brandt?", "number", "Ada Brandt is aged something"),
        ("How many of the miners were rescued?", "number", "some miners were rescued"),
        ("How many ships are there in the harbour?", "number", "some ships are in the harbour"),
        ("What share of voters backed the plan?", "number", "some voters backed the plan"),
        ("What kind of aircraft did Norland buy?", "which", "Norland will buy some aircraft"),
        ("How long will the repairs take?", "duration", "the repairs will take"),
        ("Where is the headquarters of Velmark?", "place", "the headquarters of Velmark is in something"),
        ("When is the trial due to begin?", "time", "the trial is due to begin"),
        ("How many people use M-Pay?", "number", "some people use M-Pay"),
        ("What did de Brandt tell the paper?", "what", "de Brandt will tell the paper something"),
        ("What did the mayor call the strike?", "what", "the mayor will call the strike something"),
        ("What is the agreement about?", "what", "the agreement is about something"),
        ("Which city is the focus of the fighting?", "which", "some city is the focus of the fighting"),
        ("On what day did the trial begin?", "time", "the trial will begin"),
        ("What did the bridge cost?", "number", "the bridge will cost something"),
        ("What caused the dam to burst?", "cause", "the dam will burst"),
        ("How often are the charts updated?", "often", "the charts are updated"),
        ("Is Velmark part of a group?", "truth", "Velmark is part of a group"),
        ("Whats the plan about?", "what", "the plan is about something"),
        ("What was Ada Brandt’s job?", "who", "Ada Brandt was somebody"),
        ("What position does Ada Brandt hold?", "who", "Ada Brandt is somebody"),
        ("What was the reason for the strike?", "cause", "the strike will happen"),
        ("Who employs Ada Brandt?", "place", "Ada Brandt will work"),
        ("What is the age of the mayor?", "number", "the mayor is aged something"),
        ("How many years did the strike last?", "duration", "the strike will last"),
        ("What became of the ship?", "what", "something happened to the ship"),
        ("What sum did Norland pay?", "number", "Norland will pay something"),
        ("How did the witness plead in Elmsford?", "manner", "the witness will plead in Elmsford"),
        ("How do sailors bring rats to the island?", "manner", "sailors will bring rats to the island"),
        ("What was Ada Brandt accused of in May?", "what", "Ada Brandt was accused of something in May"),
        ("Which states vote first?", "which", "some states vote first"),
        ("How many miners have no water from the grid?", "number", "some miners have no water from the grid"),
        (
            "What did the man who held up the bank have on?",
            "what",
            "the man who held up the bank will have on something",
        ),
        (
            "Which college does the seal researcher Lind work for?",
            "which",
            "the seal researcher Lind will work for some college",
        ),
        ("What are the miners of Velmark afraid of?", "what", "the miners of Velmark are afraid of something"),
        ("Who is critical of the plan?", "who", "somebody is critical of the plan"),
        ("Is the pilot still in the building?", "truth", "the pilot is still in the building"),
        ("What won't the mayor reveal?", "what", "the mayor will not reveal something"),
        ("How many tonnes of sand is the ship carrying?", "number", "the ship is carrying some tonnes of sand"),
        ("When is the ship due back?", "time", "the ship is due to return"),
        ("What has the Tarn union asked of Velmark?", "what", "the Tarn union has asked something of Velmark"),
        ("What must firms do according to Lind?", "what", "firms must do something according to Lind"),
        ("velmark harbour dispute", "about", "velmark harbour dispute"),
    ],
)
def test_a_question_is_put_as_a_sentence_with_a_blank(question: str, kind: str, declarative: str) -> None:
    asked = understand(question)
    assert (asked.kind, asked.declarative) == (kind, declarative)


@pytest.mark.parametrize("question", ["", "   ", "?"])
def test_what_is_no_question_is_said_to_be_none(question: str) -> None:
    with pytest.raises(NotUnderstood, match="Ask for instance"):
        understand(question)


def test_did_makes_no_future_of_what_is_asked() -> None:
    assert understand("Did the union rejoin the talks?").statements[0].modality == "actual"


def test_what_follows_the_blank_is_not_part_of_it() -> None:
    main = understand("Whom did the mayor accuse of fraud?").statements[0]
    assert main.object is not None and main.object.text == "somebody"
    assert [(a.marker, a.text) for a in main.arguments] == [("of", "fraud")]


def test_a_question_that_doubts_asks_the_same() -> None:
    assert understand("Didn’t the union rejoin the talks?").statements[0].polarity == "affirmed"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who", "alone asks for nothing"),
        ("why?", "alone asks for nothing"),
        ("Wer hat die Brücke gebaut?", "is not English"),
        ("Where did Bo Lind work and who hired him?", "two questions.*Where did Bo Lind work?"),
        ("When and where was the mayor born?", "two questions.*When was the mayor born?"),
        ("Who fled? Who was hurt?", "two questions.*Who fled?"),
    ],
)
def test_what_is_amiss_with_a_question_is_said_in_one_sentence(question: str, sentence: str) -> None:
    with pytest.raises(NotUnderstood, match=sentence):
        understand(question)


@pytest.mark.parametrize("question", ["What did Bo Lind say and do?", "Who said when and where the ship sank?"])
def test_one_question_with_and_is_one(question: str) -> None:
    assert understand(question).statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [("The bridge was closed by the mayor.", "truth"), ("Tell me about the bridge.", "about"), ("old bridge", "about")],
)
def test_a_statement_is_put_to_the_test_and_words_are_looked_up(text: str, kind: str) -> None:
    assert understand(text).kind == kind
