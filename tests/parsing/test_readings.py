"""Constructions that the model misreads, by what is read from them: what is said, and what is not."""

from __future__ import annotations

import pytest

import kg

Fact = tuple[str, str, str | None]


def facts(text: str) -> set[Fact]:
    return {(s.subject.text, s.relation.lemma, s.object.text if s.object else None) for s in kg.extract([text])}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "She is charged with theft and robbing a ferry crew - offences that carry long terms.",
            ("offences", "carry", "long terms"),
        ),
        (
            "Soldiers have shot dead nine armed smugglers near Velmark.",
            ("Soldiers", "shoot dead", "nine armed smugglers"),
        ),
        ("The fleet will not sail given the weather.", ("The fleet", "sail", None)),
        ("Mr Lund said Monday Norland would sign the pact.", ("Norland", "sign", "the pact")),
        ("Tomorrow Harland's sons will meet the mayor.", ("Harland's sons", "meet", "the mayor")),
        ("Power was restored to farms and work will go on to reopen the pier.", ("work", "go on", None)),
        ("The bank cut rates for savers and borrowers will benefit.", ("borrowers", "benefit", None)),
        ("Rebels fired on the port and the town and left.", ("Rebels", "fire on", "the town")),
        ("The row has led to work bans as unions press their case.", ("The row", "lead to", "work bans")),
        ("The row led them to close ports.", ("them", "close", "ports")),
        ("The sale of the mills, which was delayed in May, is over.", ("The sale of the mills", "be delayed", None)),
        ("The divers found the wrecks of a fleet, which were lost in May.", ("the wrecks of a fleet", "be lost", None)),
        ("The divers found the wreck of a ferry, which was lost in May.", ("a ferry", "be lost", None)),
        (
            "The firm closed three mills, which means the town will lose jobs.",
            ("The firm closed three mills", "mean", "the town will lose jobs"),
        ),
        (
            "The raids followed bomb attacks by the militant group Sarn which left 26 miners dead.",
            ("bomb attacks", "leave", "26 miners dead"),
        ),
        ("He spoke of the attack on two buses that killed ten miners.", ("the attack", "kill", "ten miners")),
        (
            "A member of the Velmark Council attending the talks in Tarn left.",
            ("A member of the Velmark Council", "attend", "the talks"),
        ),
        (
            "Lund expects a ceremony for the pact, which aims to pave the way for a free Norland, to be signed at the "
            "Tarn talks on Monday.",
            ("the pact", "be signed at", "the Tarn talks"),
        ),
        (
            "Tarn has sharply rebuked Kerst over raids on Velmarkian farms, warning the raids violated Velmarkian "
            "sovereignty and could worsen ties between Tarn and Kerst.",
            ("the raids", "worsen", "ties between Tarn and Kerst"),
        ),
        (
            "Lund says maintaining the policy will lose the support of farmers.",
            ("maintaining the policy", "lose", "the support of farmers"),
        ),
        (
            "Norland became the second state to say the ports are closed.",
            ("Norland", "say", "the ports are closed"),
        ),
        (
            "Kerst was the first state to report one in ten of its people has malaria.",
            ("one in ten of its people", "have", "malaria"),
        ),
        ("Ministers called the plan an attempt to weaken the union and raise taxes.", ("the plan", "raise", "taxes")),
        ("She wished the mayor well.", ("She", "wish well", "the mayor")),
        ("The plan put jobs at risk.", ("The plan", "put", "jobs at risk")),
        ("They put the toll at 300.", ("They", "put", "the toll")),
        ("The town which is home to a mill was flooded.", ("The town", "be home to", "a mill")),
        ("The mayor will weep if the pier falls.", ("The mayor", "weep", None)),
        ("He wrote many songs, such as Harbour, Here comes the Tide and Brenne.", ("He", "write", "many songs")),
        ("The tasks include determining what caused the fire.", ("someone", "determine", "what caused the fire")),
        ("Police asked if the man was armed.", ("Police", "ask", "if the man was armed")),
        ("Sunday Times reporters left Tarn.", ("Sunday Times reporters", "leave", "Tarn")),
        (
            "In May, drought is making the effects of the flood much worse.",
            ("drought", "make", "the effects of the flood much worse"),
        ),
        (
            "The firm said it wants to see Lund removed from office and that it is talking to the mayor.",
            ("it", "want", "to see Lund removed from office"),
        ),
        (
            "The gift helped them to fund camps in Tarn later attended by the raiders.",
            ("the raiders", "attend", "camps"),
        ),
        ("Crews fought a fire that's destroyed part of the old mill.", ("a fire", "destroy", "part of the old mill")),
        ("Costs will be reduced by at least 40 percent.", ("Costs", "be reduced", None)),
        ("The port has been sold, I think people are angry.", ("I", "think", "people are angry")),
        ("The mill is closing, I cannot say which firm bought it.", ("I", "say", "which firm bought it")),
        (
            "Norland, the Tarn Republic and Kerst have each signed two pacts.",
            ("the Tarn Republic", "sign", "two pacts"),
        ),
        ("The ships built before 1986, which use coal, will be scrapped.", ("The ships", "use", "coal")),
        ("Boats will sink if the forecast tide changes arrive in May.", ("the forecast tide changes", "arrive", None)),
        ("Miners are hoping help will arrive soon but are also planning strikes.", ("Miners", "plan", "strikes")),
        ("Two of those reopened overnight.", ("Two of those", "reopen", None)),
        ("Quill has taken line honours in the race.", ("Quill", "take", "line honours")),
        ("There has been welcome relief for farmers.", ("welcome relief", "be", None)),
        ("One of the aims of the union is to close the mine.", ("the union", "close", "the mine")),
        ("The match was called off due to rain.", ("The match", "be called off", None)),
        (
            "Norland regrets the Kerstian decision to close the strait.",
            ("Norland", "regret", "the Kerstian decision to close the strait"),
        ),
        (
            "Ivo Lasse was killed as tanks fought a pitched battle with the gunmen, holed up in a mill in Tarn.",
            ("the gunmen", "be holed up in", "a mill"),
        ),
        (
            "Six crews left the Melbourne to Hobart yacht race.",
            ("Six crews", "leave", "the Melbourne to Hobart yacht race"),
        ),
        ("Between 400 and 500 miners are blocking the road.", ("Between 400 and 500 miners", "block", "the road")),
        ("She returned to Test cricket.", ("She", "return to", "Test cricket")),
        ("The mayor is under the protection of the army.", ("The mayor", "be under", "the protection of the army")),
        (
            "A sailor, who raised the alarm, says for nearly two days he did not know if they had survived.",
            ("he", "know", "if they had survived"),
        ),
        ("The passengers were taken off the ship.", ("The passengers", "be taken off", "the ship")),
        ("The boy has gout and without a drug from Kerst is likely to die.", ("The boy", "die", None)),
        (
            "The ships sank the boat and its ten man crew was thrown into the sea.",
            ("its ten man crew", "be thrown into", "the sea"),
        ),
        ("We heard the mayor today saying that it failed.", ("the mayor", "say", "it failed")),
        (
            "Ivo Lasse, who has denied the plan failed last year, appeared to be angry.",
            ("Ivo Lasse", "deny", "the plan failed last year"),
        ),
        (
            "Police met miners, who decided their union would not be banned.",
            ("miners", "decide", "their union would not be banned"),
        ),
        (
            "President of the Sailors Club of Norland, Paul Marlow, says it is shut.",
            ("Paul Marlow", "be president of", "the Sailors Club of Norland"),
        ),
        ("The Harbour Minister, Paul Marlow, spoke.", ("Paul Marlow", "be", "The Harbour Minister")),
        ("Trade is good by most standards and inflation should come down in May.", ("inflation", "come down", None)),
        ("They fear attacks by soldiers taking up posts in the hills.", ("soldiers", "take up", "posts")),
        ("US Secretary of State Paul Marlow met her.", ("Paul Marlow", "be secretary of state of", "US")),
        ("The talks were set up by the envoy to the Middle East, Paul Marlow.", ("Paul Marlow", "be", "the envoy")),
        ("Two were hurt when a mast dropped by a crane landed too close to them.", ("a mast", "land close to", "them")),
        (
            "Lund has accused the firm of trying to sabotage attempts to free crews and cut jobs.",
            ("the firm", "cut", "jobs"),
        ),
        (
            "The mayor of Leeds has written to the prime minister urging him to act.",
            ("The mayor of Leeds", "urge", "him"),
        ),
        ("Thousands marched through the capital demanding a vote.", ("Thousands", "demand", "a vote")),
        ("Nora Quill teamed with Bo Lind to beat Kerst 3-0 in May.", ("Nora Quill", "beat", "Kerst")),
        ("The firm raised the funds for the mill, which are due in May.", ("the funds", "be", "due")),
        ("Machines used for milling, which have been sold, were old.", ("Machines", "be sold", None)),
        ("He toured towns on the coast, including Tarn and Nerva.", ("towns", "include", "Tarn")),
        ("They shut a mill that police believe was used by smugglers.", ("smugglers", "use", "a mill")),
        ("She joined the London and North Eastern Railway.", ("She", "join", "the London and North Eastern Railway")),
        ("The Treasurer, Paul Marlow, says the plan is dead.", ("Paul Marlow", "be", "The Treasurer")),
        ("One of the miners, Ana Quill, left.", ("Ana Quill", "be", "One of the miners")),
        ("It was built by Norland engineers Otto and Ida Lind.", ("Otto and Ida Lind", "be", "Norland engineers")),
    ],
)
def test_what_is_said(text: str, fact: Fact) -> None:
    assert fact in facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The fleet faces a threat given the weather.", ("a threat", "be given", None)),
        ("The fire was put out by two crews.", ("The fire", "be put out", None)),
        ("It was no surprise that she swam so well.", ("she", "swim", "no surprise")),
        ("Last week's final round was close.", ("Last week", "have", "final round")),
        ("A rule that was adopted for catching smugglers failed.", ("a rule", "catch", "smugglers")),
        ("Fear is a tool for winning votes.", ("Fear", "win", "votes")),
        ("They will jump if any attempt is made to arrest them.", ("any attempt", "arrest", "them")),
        ("“It is easy - don't stop and don't turn the boat,” he said.", ("he", "turn", "the boat")),
        ("A group working on ways to cut waste met.", ("ways", "cut", "waste")),
        ("Norland declared an end to its campaign of suicide bombings.", ("suicide bombings", "campaign", None)),
        ("The ministry is to meet on Friday.", ("The ministry", "be", "to meet on Friday")),
        ("Police are interviewing a man for stealing a boat.", ("Police", "steal", "a boat")),
        ("He dealt with the claims of theft at the mill.", ("theft", "claim", None)),
        ("It is also about keeping the port.", ("It", "keep", "the port")),
        (
            "She likes signs such as the Star of Tarn, the symbols of the sea and flags.",
            ("the Star of Tarn", "be", "the symbols"),
        ),
        ("The row hurt Otto Lind, the strike and the vote.", ("Otto Lind", "be", "the strike")),
        (
            "The cabinet has fallen after ten people were killed and dozens injured in riots.",
            ("The cabinet", "fall", "dozens"),
        ),
        ("Tarn approved the invasion of Kerst, a move by the army which hurt trade.", ("Kerst", "be", "a move")),
        (
            "The flood killed 18 tourists, 14 of them Australians, and two guides.",
            ("The flood", "kill", "14 of them Australians"),
        ),
        ("Four crews in total had left.", ("Four crews", "be in", "total")),
        ("A note had mentioned plans to attack the port.", ("A note", "attack", "the port")),
        (
            "A keen planner and a gifted sailor, Lund's courage always inspired deep loyalty.",
            ("A keen planner", "inspire", "deep loyalty"),
        ),
        ("The race is better in terms of jumping in late.", ("The race", "jump in", None)),
        ("Kerst won with goals from Marlow (2) and Reed.", ("Marlow", "be aged", "2")),
        ("Shares in the retailer fell.", ("Shares", "be in", "the retailer")),
        ("Prices rose faster than expected in March.", ("someone", "be expected", None)),
        ("Lawyers say they were beaten by guards and denied food.", ("they", "deny", "food")),
        ("The council's Peter Marlow said so.", ("The council", "have", "Peter Marlow")),
        ("The win was a great way to start the season.", ("The win", "start", "the season")),
        ("Two gunmen from the armed group Orvane fled.", ("Orvane", "be", "Two gunmen")),
        ("She repeated her offer of holding talks with Norland.", ("holding talks with Norland", "offer", None)),
    ],
)
def test_what_is_not_said(text: str, fact: Fact) -> None:
    assert fact not in facts(text)


def test_a_name_that_holds_an_of_owns_as_a_whole() -> None:
    assert ("the Bureau of Mines's Ana Quill", "say", "it is shut") in facts(
        "But the Bureau of Mines's Ana Quill says it is shut."
    )
