"""Who does what an infinitive says, and what a question states."""

from __future__ import annotations

import pytest

import kg


def facts(text: str) -> set[tuple[str, str, str | None]]:
    return {(s.subject.text, s.relation.lemma, s.object.text if s.object else None) for s in kg.extract([text])}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The mayor called on the council to open the port.", ("the council", "open", "the port")),
        ("The envoy appealed to Norland to free the crews.", ("Norland", "free", "the crews")),
        ("The firm is in a fight to keep its licence.", ("The firm", "keep", "its licence")),
        ("The mayor urged Norland to stop the raids.", ("Norland", "stop", "the raids")),
        ("The ministry gave banks another year to sell the loans.", ("banks", "sell", "the loans")),
        ("She accepted the council's offer to lend a ferry.", ("the council", "lend", "a ferry")),
        ("The Nerva Post quotes the mayor as praising the crews.", ("the mayor", "praise", "the crews")),
        ("It is hard to close the port.", ("someone", "close", "the port")),
        ("The mayor added, “Forget the port.”", ("someone", "forget", "the port")),
        ("Critics of the film who dislike its ending stayed away.", ("Critics of the film", "dislike", "its ending")),
        (
            "The firm was trying to get the best deal for farmers — who would buy more seed.",
            ("farmers", "buy", "more seed"),
        ),
        ("Police warned residents against feeding the gulls.", ("residents", "feed", "the gulls")),
        ("The ministry warned against opening the parcels.", ("someone", "open", "the parcels")),
        ("The mayor decided against selling the harbour.", ("The mayor", "sell", "the harbour")),
        ("The firm is helped by the council cutting taxes.", ("the council", "cut", "taxes")),
        ("The firm saved money by cutting jobs.", ("The firm", "cut", "jobs")),
        ("The firm wants to stop building ferries and cut jobs.", ("The firm", "cut", "jobs")),
        ("Managers have completed a review of all routes.", ("Managers", "review", "all routes")),
        ("“We know the river, we live here,” she said.", ("we", "live", None)),
        ("The crew expressed confidence that the dam would hold.", ("the dam", "hold", None)),
        ("It is likely to close the port.", ("It", "close", "the port")),
        ("Norland promised the mayor to stop the raids.", ("Norland", "stop", "the raids")),
        ("The bank tested the notes to find the forgeries.", ("The bank", "find", "the forgeries")),
        ("The choir spent a year learning the anthem.", ("The choir", "learn", "the anthem")),
        ("The guard saw the men leaving the vault.", ("the men", "leave", "the vault")),
        ("The index for buying flats fell.", ("someone", "buy", "flats")),
        ("The lake was created by damming the river.", ("someone", "dam", "the river")),
        ("The board ordered Quill and Reed to rebuild the pier.", ("Reed", "rebuild", "the pier")),
        ("The club found ways of mapping the reef.", ("someone", "map", "the reef")),
        ("The club had the effect of lifting prices.", ("The club", "lift", "prices")),
        ("The board gave up the hope of saving the reef.", ("The board", "save", "the reef")),
        ("The report praised the club's role in saving the reef.", ("the club", "save", "the reef")),
        ("The head said it was time to vaccinate everyone.", ("someone", "vaccinate", "everyone")),
        ("Plans to build a dam angered the town.", ("someone", "build", "a dam")),
        ("The envoy has a plan to build a dam.", ("The envoy", "build", "a dam")),
        ("The fleet met in a bid to end the strike.", ("The fleet", "end", "the strike")),
        ("They met the envoy, who diplomats believe will leave Tarn.", ("diplomats", "believe", None)),
        ("The firm sold the boats it said were unsafe.", ("the boats", "be", "unsafe")),
        ("The mayor rejected a plan which he said was flawed.", ("he", "say", None)),
        ("The mayor rejected a plan because, he said, it was flawed.", ("he", "say", "it was flawed")),
        ("It is not clear whether the port was shut.", ("whether the port was shut", "be", "clear")),
        (
            "The San Francisco-based shipyard closed.",
            ("The San Francisco-based shipyard", "be based in", "San Francisco"),
        ),
        ("The wreck was examined by divers to find the leak.", ("divers", "find", "the leak")),
        ("The blood was tested to identify the virus.", ("someone", "identify", "the virus")),
        ("The gauge was installed to measure rain.", ("The gauge", "measure", "rain")),
        ("Petrova was hired to find the leak.", ("Petrova", "find", "the leak")),
        ("That is a good reason to close the mine.", ("someone", "close", "the mine")),
        ("The union called a strike to win higher pay.", ("The union", "win", "higher pay")),
        ("The union called the police to clear the hall.", ("the police", "clear", "the hall")),
        ("The museum has three paintings to restore.", ("The museum", "restore", "three paintings")),
        ("Kerst has a plan to restore the hall.", ("Kerst", "restore", "the hall")),
        ("Orvex needs a year to repair.", ("Orvex", "repair", None)),
        ("Petrova signed a treaty that Velmark had refused to back.", ("Velmark", "back", "a treaty")),
        ("The port the rebels are trying to seize is shut.", ("the rebels", "seize", "The port")),
        ("The sale, which the board has yet to approve, is near.", ("the board", "approve", "The sale")),
        ("Petrova met the miners whom Orvex asked to leave.", ("the miners", "leave", None)),
        ("The nurse whom Lind wants to marry resigned.", ("Lind", "marry", "The nurse")),
        ("The plan the mayor vowed to fight passed in May.", ("The plan the mayor vowed to fight", "pass", None)),
        ("The team hopes to keep injured players.", ("The team", "keep", "injured players")),
        ("The boat he used to cross the lake sank.", ("he", "cross", "the lake")),
        ("The storm made it a challenge to reach Kerst.", ("someone", "reach", "Kerst")),
        ("Petrova made it her goal to save the hall.", ("her", "save", "the hall")),
        ("Without the cash to pay its crews, Orvex closed.", ("Orvex", "pay", "its crews")),
        ("The club searched for a striker to replace Lind.", ("a striker", "replace", "Lind")),
        ("Velmark redefined banking with a focus on farms.", ("Velmark", "redefine", "banking")),
        ("The law regulates fishing in the bay.", ("The law", "regulate", "fishing")),
        ("The town loves dancing in the rain.", ("The town", "dance in", "the rain")),
    ],
)
def test_the_doer_of_an_infinitive(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The divers have to map the reef.", ("The divers", "have", "to map the reef")),
        ("The port closed with sales of $5 million.", ("someone", "sell", "$5 million")),
        ("The police have to be told.", ("The police", "have", "to be told")),
        ("It was a nurse who called the police.", ("It", "be", "a nurse")),
        ("Petrova met the miners whom Orvex asked to leave.", ("Orvex", "leave", "the miners")),
        ("It was the second storm to hit Kerst.", ("to hit Kerst", "be", "the second storm")),
        ("The guards did what they were told to do.", ("they", "be told", "what they were told to do")),
        ("The ferry sailed with its lights off.", ("The ferry", "sail with", "its lights")),
        ("It was Kerst, not Velmark, that left.", ("Kerst", "be", "Velmark")),
        ("Kerst built fewer boats than had been expected.", ("Kerst", "be expected", None)),
        ("Farmers in full-time work earn more.", ("Farmers", "be in", "full-time work")),
        ("Similar rules are being brought in at the same time in Tarn.", ("the same time", "be in", "Tarn")),
        ("The ports, in particular Tarn, have blamed Orvex.", ("Tarn", "be", "The ports")),
        ("The plan is about saying that dikes fail.", ("The plan", "say", "dikes fail")),
        ("Tarn was the town in which Quill planned to settle.", ("Quill", "settle", "the town")),
        ("Norland's bid failed so has no chance of winning.", ("someone", "have", "no chance of winning")),
        ("Growth was as strong as expected.", ("Growth", "be expected", None)),
        (
            "The council met people, many of whom had left Tarn.",
            ("The council", "meet", "people, many of whom had left Tarn"),
        ),
        ("She praised people who help.", ("people who help", "help", None)),
        ("They met in what is now the old hall.", ("something", "be", "the old hall")),
        ("The mayor was worried voters would stay away.", ("worried voters", "stay away", None)),
        ("She met a man who found a key that fits.", ("a man", "fit", None)),
        ("The dinghy fell on the back of weak demand.", ("The dinghy", "fall on", "the back")),
        ("The mill cost $5 million to build.", ("The mill", "build", "$5 million")),
        ("Fares are to rise in May.", ("Fares", "be", "to rise in May")),
        ("The use of pumps by itself is no cure.", ("itself", "use", "pumps")),
        ("A calm was broken by the death of a guard, killed in a raid.", ("A calm", "be killed in", "a raid")),
        ("Rents rose (see the table) in May.", ("Rents", "see", "the table")),
        ("Mara was the aunt with whom Quill planned to stay.", ("Quill", "plan with", "the aunt")),
        (
            "She called for reform of the United Nations, the World Bank and the European Union.",
            ("She", "call", "the World Bank"),
        ),
        ("Our focus is on reducing waste.", ("Our focus", "reduce", "waste")),
        ("The People's Reform Party won in May.", ("The People", "have", "Reform Party")),
        (
            "Women hold less than 10% of top posts in banks, the police, the courts and trade unions.",
            ("Women", "hold", "the police"),
        ),
    ],
)
def test_what_is_no_fact_of_its_own(text: str, fact: tuple[str, str, str]) -> None:
    assert fact not in facts(text) and facts(text)


def test_a_question_tells_nothing_of_whoever_it_asks_for() -> None:
    assert not facts("Who closed the port?")
    assert ("The council", "close", "the port") in facts("The council closed the port.")


def test_a_gerund_by_itself_is_a_noun() -> None:
    assert not any(lemma.startswith("fight") for _, lemma, _ in facts("The increase in fighting worries the mayor."))
