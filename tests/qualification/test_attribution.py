"""Who says it: every construction in which a text gives its word to somebody, and those in which it does not."""

from __future__ import annotations

import pytest

import kg


def voices(text: str, relation: str) -> list[str]:
    """The names of the chain over the statement whose relation has these words."""
    s = next(s for s in kg.extract([text]) if s.relation.text and relation in s.relation.text)
    return [v.name or v.text or v.cue for v in s.attribution]


@pytest.mark.parametrize(
    ("text", "relation", "chain"),
    [
        (
            "Tom Reed left. Ned Lund says it is unclear when Mr Reed will be back, but he is hopeful he will win.",
            "win",
            ["Ned Lund"],
        ),
        ("The bill requires Orvex to close the port.", "close", ["bill"]),
        ("“You should ask how the port closed,” Tom Reed said.", "closed", ["Tom Reed"]),
        ("Ana Petrova remembered how the port closed.", "closed", ["Ana Petrova"]),
        ("Tom Reed said the plan was being weighed, but it became a goal.", "became", ["Tom Reed"]),
        ("Prosecutors allege Reed stole a boat.", "stole", ["Prosecutors"]),
        ("Police allege the man burned the port.", "burned", ["Police"]),
        ("Police have charged a man with burning the port.", "burning", ["Police"]),
        ("There are concerns the dam will burst.", "burst", ["unnamed speaker"]),
        ("In the mayor's view, the dam is unsafe.", "is", ["mayor"]),
        ("The dam is unsafe in the opinion of most engineers.", "is", ["most engineers"]),
        ("“It leaks,” said Ned Lund.\n\nThe dam is of clay.\n\n“We need a pump.”", "need", ["Ned Lund"]),
        ("“It leaks,” said Ned Lund.\n\nMany firms offer to mend it.\n\n“They need a pump.”", "need", ["Ned Lund"]),
        ("A report praises the aging crews of Tarn. It says the crews are safe.", "are", ["report"]),
        ('"It is over, but the guards said it was hard," an aide told the Tarn Post.', "was", ["aide", "guards"]),
        ("Reed, a former guard, says the port, which lies in Tarn, needs a crane.", "needs", ["Reed"]),
        (
            "The mayor rejected claims that crews are to be moved to Tarn in May saying it lacks room.",
            "lacks",
            ["mayor"],
        ),
        ("The editor defended its campaign against thieves saying parents need it.", "need", ["editor"]),
        ("Farmers condemned the levy saying prices would rise.", "rise", ["Farmers"]),
        ("The dam will open in May, local papers report.", "open", ["local papers"]),
        ("A No 10 spokesman said the plan was dead.", "was", ["No 10 spokesman"]),
        ('Tom Reed won. Ned Lund says it is time for Reed to act. "He has to lead," he said.', "to lead", ["Ned Lund"]),
        ("The envoy says the aim is peace, and he admits that the road lacks a bridge.", "lacks", ["envoy"]),
        ("Reed claims the crews earn a lot and also receive a bonus.", "receive", ["Reed"]),
        ("Police say no guards were hurt, but two sailors were treated.", "treated", ["Police"]),
        ("Tom Reed is hopeful the port will open.", "open", ["Tom Reed"]),
        ("The mayor voiced certainty it was a matter of days.", "was", ["mayor"]),
        ('"The port is safe," Ana Petrova said. "It was built in May. "Nobody fled."', "fled", ["Ana Petrova"]),
        ("Ana Petrova says a crew left Tarn in May, but it is not clear why.", "left", ["Ana Petrova"]),
        ("Tom Reed says water in the mine ranged from clear to brown.", "ranged", ["Tom Reed"]),
        ("Tom Reed says the port is open, but it lacks cranes.", "lacks", ["Tom Reed"]),
        ("Police say the boat was empty, but the pier had burned.", "burned", ["Police"]),
        ("The mayor responded to claims he failed to close the port.", "failed", ["unnamed speaker"]),
        ("Ana Petrova was quoted by Tarn Radio as saying the port leaked.", "leaked", ["Tarn Radio", "Ana Petrova"]),
        ("Crews told of seeing a boat sink.", "seeing", ["Crews"]),
        ("The port will open on Tuesday, Ana Petrova said.", "open", ["Ana Petrova"]),
        ("The mayor denied reports that the council had closed the bridge.", "closed", ["mayor"]),
        ("Ana Petrova denied a Norland accusation that Elmsford shelled the port.", "shelled", ["Norland"]),
        ("The mayor denied opposition claims that he took bribes.", "took", ["opposition"]),
        ("The paper could not verify the report that rebels had seized the port.", "seized", ["unnamed speaker"]),
        ("Police are investigating the allegation that Reed bribed Lund.", "bribed", ["unnamed speaker"]),
        ("The army rejected a Norland report that troops had fired on a crowd.", "fired", ["Norland"]),
        ("The mayor denied the town's claim that he fled, calling it a lie.", "calling", []),
        ("Lund accepted that the port was unsafe.", "was", ["Lund"]),
        ("Reed has not left but, according to his brother, he may pay.", "pay", ["brother"]),
        ("Ana Petrova left. She has thought of it, she says, and of Tarn.", "thought", ["Ana Petrova"]),
        ("The mayor dismissed the idea that the port would close.", "close", ["mayor"]),
        ("The party dropped a threat to leave the council.", "leave", ["party"]),
        ("Traders expect prices to fall.", "fall", ["Traders"]),
        ("Ana Petrova told reporters that the port would open.", "open", ["Ana Petrova"]),
        ("“The port is safe,” Ana Petrova said. “It will open on Tuesday.”", "open", ["Ana Petrova"]),
        ("“The port is safe,” said Ana Petrova.\n\n“It will open on Tuesday.”", "open", ["Ana Petrova"]),
        ('Ana Petrova was calm. "The port is safe. It will open on Tuesday," she said.', "is", ["Ana Petrova"]),
        ("“The port and the pier are safe,” suggested Ana Petrova.", "are", ["Ana Petrova"]),
        ("The crews left Nerva, according to Tom Reed.", "left", ["Tom Reed"]),
        ("Tom Reed questioned why Kim Lund would highlight a raid. “It was over.”", "was", ["Tom Reed"]),
        ("Norland’s claim that rebels shelled the town was rejected.", "shelled", ["Norland"]),
        ("Norland urged Elmsford to free the crews.", "free", ["Norland"]),
        ("Norland promised to free the crews.", "free", ["Norland"]),
        ("Elmsford accused Norland of shelling the port.", "shelling", ["Elmsford"]),
        ("Norland denied that it had shelled the port.", "shelled", ["Norland"]),
        ("The mayor said Ana Petrova had told him that the bridge had burned.", "burned", ["mayor", "Ana Petrova"]),
        ("Ana Petrova said she thought the port had burned.", "burned", ["Ana Petrova"]),
        ("Rebels reportedly shelled the port of Nerva.", "shelled", ["reportedly"]),
        ("A man allegedly involved in planning raids on the port was held.", "planning", ["allegedly"]),
        ("Ana Petrova, who said the port had burned, left Nerva.", "burned", ["Ana Petrova"]),
        ("It was reported by the Nerva Post that the bridge had burned.", "burned", ["Nerva Post"]),
        ("Ana Petrova thanked the crews and said the port was safe.", "was", ["Ana Petrova"]),
        ("Norland denied having shelled the port.", "shelled", ["Norland"]),
        ("Tom Reed admitted taking the money.", "taking", ["Tom Reed"]),
        ("Norland warned Elmsford against shelling the port.", "shelling", ["Norland"]),
        ("Norland called for Elmsford to free the crews.", "free", ["Norland"]),
        ("Norland demanded the release of its crews.", "release", ["Norland"]),
        ("The mayor said the dam was old.\n\n“It will burst in June.”", "burst", ["mayor"]),
        ("Tom Reed rebuilt the pier with his own money.\n\n“It took me a year.”", "took", ["Tom Reed"]),
        ("The dam was old.\n\n“It will burst.”\n\n“We are afraid,” said Ana Petrova.", "burst", ["Ana Petrova"]),
        ('Fish were few.\n"The sea is empty.\nPiers are shut.\nAll is lost," Tom Reed said.', "is", ["Tom Reed"]),
        ('Fish were few.\n"The sea is empty.\nPiers are shut.\nAll is lost," Tom Reed said.', "are", ["Tom Reed"]),
        ('Ana Petrova said: "A fine day."\n"Boats out at sea, nets full, all sold by noon."', "sold", ["Ana Petrova"]),
        ("The feud grew despite comments in the Nerva Post that the dam was old.", "was", ["Nerva Post"]),
        ("As Ana Petrova pointed out, the port was closed.", "was", ["Ana Petrova"]),
        ("Tom Reed, who the police say robbed the bank, left Nerva.", "robbed", ["police"]),
        ("Ana Petrova sent a letter opposing the plan:\n\nThe port is not safe.”", "is", ["letter"]),
        (
            "According to the Nerva Post, 70% of islanders say that the port is safe.",
            "is",
            ["Nerva Post", "70% of islanders"],
        ),
        ("The suspect is described as wearing a red coat.", "wearing", ["unnamed speaker"]),
        ("The mayor pleaded not guilty to charges of lying to the court.", "lying", ["unnamed speaker"]),
        ("Researchers at the institute found that the port was unsafe.", "was", ["Researchers"]),
        ("The town is mourning a mayor who “gave his life,” as the Nerva Post put it.", "gave", ["Nerva Post"]),
        ("Ana Petrova lobbied for Norland to close the port.", "close", ["Ana Petrova"]),
        ("Norland planned to close the port, newly released files show.", "planned", ["released files"]),
        ("The Nerva Post quoted Ana Petrova as saying that the port was closed.", "was", ["Nerva Post", "Ana Petrova"]),
        ("Ana Petrova released a statement saying that the port was closed.", "was", ["Ana Petrova"]),
        ("Ana Petrova’s letter said the port was closed.", "was", ["Ana Petrova"]),
        ("Norland has been accused by Elmsford of shelling the port.", "shelling", ["Elmsford"]),
        ("Norland dismissed claims that its army had shelled the port.", "shelled", ["Norland"]),
        ("Norland made the claim that rebels had shelled the port.", "shelled", ["Norland"]),
        ("The port will get food, the Nerva Aid Board (NAB) said.", "get", ["Nerva Aid Board"]),
        ("Norland issued an appeal for rebels to leave the port.", "leave", ["Norland"]),
        ("‘The port isn’t safe,’ said Ana Petrova. ‘It will open on Tuesday.’", "open", ["Ana Petrova"]),
        ("'The port isn't safe,' said Ana Petrova. 'It will open on Tuesday.'", "open", ["Ana Petrova"]),
        ("Norland, accused of shelling the port, left the talks.", "shelling", ["unnamed speaker"]),
        ("Trains were late.\n\nThe port is closed. — Ana Petrova (@petrova) May 3, 2015", "is", ["Ana Petrova"]),
        ("Ana Petrova hesitated: “The port is not safe.”", "is", ["Ana Petrova"]),
        ("The court heard that Tom Reed had robbed the bank.", "robbed", ["court"]),
        ("Ana Petrova tweeted: “Calm and quiet.\n\n“The port is safe.”", "is", ["Ana Petrova"]),
        ("The note on the door was short: “The port is closed.”", "is", ["note"]),
        ("Crews reportedly fled after rebels shelled the port.", "shelled", ["reportedly"]),
        ("Ana Petrova tweeted that the pier was closed and had burned.", "burned", ["Ana Petrova"]),
        ("Police say Tom Reed drew a knife, but dropped it on the pier.", "dropped", ["Police"]),
        ("Officers said a man had a knife on the pier, and he was shouting.", "shouting", ["Officers"]),
        ("News of the fire was given by Ana Petrova.\n\nShe said:\n\nThe port is closed.", "is", ["Ana Petrova"]),
        ("As Ana Petrova pointed out, the pier was “the most crooked in town”.", "was", ["Ana Petrova"]),
        ("The crews are free, Ana Petrova said, but remain angry.", "remain", ["Ana Petrova"]),
        ("“He was a giant,” recalled Kim Lund, who worked with him.", "was", ["Kim Lund"]),
        ("Witnesses described hearing shots on the pier.", "hearing", ["Witnesses"]),
        ("Ana Petrova said the council had agreed to “play fair and abide by rules”.", "abide", ["Ana Petrova"]),
        ("Police: Man robbed bank in Nerva\n\nA man was arrested in Nerva on Monday.", "robbed", ["Police"]),
        ("Smoke harms children - study\n\nA study was published in Nerva on Monday.", "harms", ["study"]),
        ("Kim Lund told the inquest she had heard a scream.", "heard", ["Kim Lund"]),
        ("Tom Reed is accused of stealing money, according to the police.", "stealing", ["police"]),
        ("Petrova: We will win\n\nAna Petrova spoke to the party in Nerva on Monday.", "win", ["Ana Petrova"]),
        ("The firm closed two mills, according to a statement from Tom Reed.", "closed", ["Tom Reed"]),
        ("Tom Reed said he had met the owner, who left Nerva.", "left", ["Tom Reed"]),
        ("Norland said its ports were safe because the piers are new.", "are", ["Norland"]),
        ("Norland has yet to say why the port burned, Ana Petrova wrote.", "burned", ["Ana Petrova"]),
        ("Norland said it would sell it, provided that the owners agree.", "agree", ["Norland"]),
        ("Tom Reed robbed the bank, Nerva Crown Court heard on Thursday.", "robbed", ["Nerva Crown Court"]),
        ("“The crowd pushed; I held the rope and jumped,” Ana Petrova told Nerva Radio.", "held", ["Ana Petrova"]),
        ("Norland argued the port is safe, while rebels say that it burned.", "burned", ["rebels"]),
        ("Norland rejected claims it shelled the port.", "shelled", ["Norland"]),
        ("Kim Lund is confident that the bridge will open.", "open", ["Kim Lund"]),
        ("The mayor was adamant that the crews had left.", "left", ["mayor"]),
        ("The envoy is convinced the rebels burned the mill.", "burned", ["envoy"]),
        ("The mayor has made it clear that the tax will stay.", "stay", ["mayor"]),
        ("Ana Petrova expressed concern that the tax hurts farmers.", "hurts", ["Ana Petrova"]),
        ("Kim Lund’s admission that the crews had left was met with anger.", "left", ["Kim Lund"]),
        ("One theory is that the storm broke the dam.", "broke", ["unnamed speaker"]),
        ("Figures from the ministry suggest that exports fell.", "fell", ["Figures"]),
        ("The deal, people close to Orvex said, could be announced on Monday.", "announced", ["people"]),
        ("The captain radioed that the ship was sinking.", "sinking", ["captain"]),
        ("The union quit the talks saying the offer was low.", "was", ["union"]),
        ("Kim Lund left the meeting accusing Tom Reed of lying.", "lying", ["Kim Lund"]),
        ("Norland passed a law saying dogs are pests.", "are", ["law"]),
        ("Norland rejected claims it had sold arms and that it had burned Tarn.", "burned", ["Norland"]),
        ("Elmsford dismissed claims its crews had fled.", "fled", ["Elmsford"]),
        ("“It was loud,” said Kim Lund, whose son says he ran. “The roof fell.”", "fell", ["Kim Lund"]),
        ("Police believe him to be armed.", "armed", ["Police"]),
        ("Kim Lund told leaders meeting in Tarn that the talks had collapsed.", "collapsed", ["Kim Lund"]),
        ("Tom Reed told state television that the dam had burst.", "burst", ["Tom Reed"]),
        ("Tom Reed is said to have left Elmsford.", "left", ["unnamed speaker"]),
        ("If the mayor had not paid, Ana Petrova told reporters, crews would have left.", "paid", ["Ana Petrova"]),
        ("The crews threatened to leave unless the mayor paid.", "paid", ["crews"]),
        ("Norland insists it obeyed the law, and that the raids are over.", "are", ["Norland"]),
        ("The mayor said the port is safe and the pier is dry, said the statement.", "is", ["statement", "mayor"]),
        ("The port is closed, the mayor’s office said.", "is", ["office"]),
        ("The crews are expected by the mayor to leave Tarn.", "leave", ["mayor"]),
        ("The mayor quit after reports that the port had leaked oil.", "leaked", ["unnamed speaker"]),
        ("The council responded with a warning that the bridge could collapse.", "collapse", ["council"]),
        ("Norland brushed aside reports that its army had shelled Tarn.", "shelled", ["Norland"]),
        ("Otto Lind was arrested for stealing a bus.", "stealing", ["unnamed speaker"]),
        ("The port was safe, she told the jury, and the crews had found nothing.", "found", ["unnamed person"]),
        ("Orvex hid the leak, an inquiry by the ministry has found.", "hid", ["inquiry"]),
        ("Orvex knew of the cracks, an internal memo shows.", "knew", ["internal memo"]),
        ("PM: Fuel tax will rise in spring\n\nThe tax on fuel will rise in spring.", "rise", ["PM"]),
        ("Port poisoned Tarn river - report\n\nThe port poisoned the river.", "poisoned", ["report"]),
        ("Mayor ‘took bribes from builder’\n\nThe mayor took bribes.", "took", ["unnamed speaker"]),
        ("Nurse accused of poisoning patients\n\nA nurse was accused.", "poisoning", ["unnamed speaker"]),
    ],
)
def test_the_chain_of_voices_from_the_outside_in(text: str, relation: str, chain: list[str]) -> None:
    assert voices(text, relation) == chain


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The envoy says the aim is peace, and he admits that the road lacks a bridge.", "admits"),
        ("The crisis requires Orvex to close the port.", "close"),
        ("Norland urged Elmsford to stop raids backed by its fleet.", "backed"),
        ("The crews left in order to save the port.", "save"),
        ("Tarn issued a statement vowing to stay and calling the deal a lie.", "calling"),
        ("As predicted, Orvex closed its port.", "closed"),
        ("One of the crews is lost, the other is said to have reached Tarn.", "is lost"),
        ("Tom Reed says the port leaks, but it is unclear why it was built.", "is"),
        ("The council has not opened the port and neither has it closed the pier.", "closed"),
        ("The court had not weighed it and neither the envoy nor Tom Reed had asked for it.", "asked"),
        ("The firms will have to state whether the port is safe.", "is"),
        ('Tom Reed said: "It is over." The crews left "in a hurry. " Nobody stayed.', "stayed"),
        ("The port opened on Tuesday.", "opened"),
        ("The authors of the paper looked at the port; they estimated that it was safe.", "looked"),
        ("The town is mourning a mayor who “gave his life,” as the Nerva Post put it.", "mourning"),
        ("Prices fell for months: on Monday fish was cheap, according to the fish board.", "fell"),
        ("Imagine that the port was closed.", "was"),
        ("I think that the port was closed.", "was"),
        ("It is certain that the bridge will open.", "open"),
        ("The crews left, in the view of the tower.", "left"),
        ("The problem is that the storm broke the dam.", "broke"),
        ("The crews are expected to leave Tarn.", "leave"),
        ("Tom Reed is believed to have left Elmsford.", "left"),
        ("“I am done,” Tom Reed said. He would never return to Tarn.", "return"),
        ("The mayor said she won. A new vote would be held if crews left.", "held"),
        ("Neither Norland nor Elmsford would confirm that shots were fired.", "fired"),
        ("Shares fell to $3 in May, the day before Orvex announced a sale.", "fell"),
        ("Elmsford rejected the claims the crews made.", "made"),
        ("Asked whether the pier was safe, Ana Petrova left.", "was"),
        ("During a conference call to discuss the raids, Ana Petrova wept.", "discuss"),
        ("Ana Petrova said the port would change its rules, which she claimed were old.", "claimed"),
        ("Orvex reported a loss Thursday that sent its shares down.", "sent"),
        ("Tom Reed is accused of helping rebels, an allegation he has denied.", "denied"),
        ("It is easy to imagine that the port was closed.", "was"),
        ("Norland urged Elmsford to stop the attacks by rebels in Nerva.", "attacks"),
        ("Ana Petrova said the port was closed.", "said"),
        ("Norland wants to free the crews.", "free"),
        ("Ana Petrova said the port was closed. The crews left Nerva on Monday.", "left"),
        ("The council called the “old and crooked” bridge a danger and closed it.", "closed"),
        ("Norland urged Elmsford to stop the raids that were backed by its fleet.", "backed"),
        ("Norland accuses Elmsford of arming rebels, a charge Elmsford denies.", "accuses"),
        ("Norland asked to question the men who were taken in May.", "were taken"),
        ("Nobody expected that the port would open.", "open"),
        ("The crews' port, said Ana Petrova, is safe. It was the crews' idea.", "was"),
        ("Let’s assume that the port was closed.", "was"),
        ("Ana Petrova would not confirm that the port had been closed.", "had been"),
        ("Trains were late.\n\nThe port is closed. — Ana Petrova (@petrova) May 3, 2015", "were"),
        ("As Ana Petrova left, the port was closed.", "was"),
        ("Ana Petrova spoke for an hour. Tom Reed opened the port.", "opened"),
        ("The port was cheap; the pier, the board concluded, costs more.", "was"),
        ("Ana Petrova opened the port:\n\nThe pier is closed.", "is"),
        ("Ana Petrova said:\n\n“The port is safe.”\n\nThe pier is closed.", "closed"),
        ("Ana Petrova said:\n\nThe port is safe.\n\nThe pier was built in May.", "built"),
        ("Ana Petrova says the port was closed, but she opened the pier.", "opened"),
        ("The board notes, “The fish is cheap”, stressing its price.", "stressing"),
        ("The port closed, according to three people, who asked for silence.", "asked"),
        ("The council opened two piers: one is in Nerva.", "is"),
        ("I was near the end of a shift when she was admitted.", "was"),
        ("Football: Nerva beat Elmsford\n\nNerva won the match in Elmsford on Monday.", "beat"),
        ("Ana Petrova: Mayor leaves town\n\nAna Petrova left Nerva on Monday.", "leaves"),
        ("Norland said it was quitting the talks, dealing a blow to them.", "dealing"),
        ("Norland said it was quitting after what it called a deadly raid.", "called"),
        ("The row threatens to split the party.", "split"),
        ("It quit in a row that threatens to split the party.", "split"),
        ("Experts warned that the ice is melting, but a study released on Monday suggests it grows.", "suggests"),
        ("Not everyone agrees: Ana Petrova called the plan bold.", "called"),
        ("Officials said the port is safe, though they deny having seen it.", "deny"),
        ("Officials stopped short of saying that the port had leaked.", "leaked"),
        ("The mayor must explain how the port closed.", "closed"),
        ("Otto Lind was jailed for stealing a bus.", "stealing"),
        ("When a new budget was announced, shares fell across Tarnland.", "fell"),
        ("Less welcome was the news that the port had closed.", "closed"),
        ("The council read a statement, a letter and a police report.", "read"),
    ],
)
def test_what_the_text_says_itself_has_no_voice(text: str, relation: str) -> None:
    assert voices(text, relation) == []


def heard(relation: str, *paragraphs: str) -> list[str]:
    return voices("\n\n".join(paragraphs), relation)


def test_a_headline_is_no_report_of_the_sentence_below() -> None:
    assert (
        heard("has said", "Flood deal to be announced", "Treasurer Ana Lund has said she hopes for one on Friday.")
        == []
    )


def test_turns_of_an_interview_are_their_speakers() -> None:
    turns = ("Ana Petrova and Tom Reed rebuilt the port.", "Was it hard?", "AP It was easy.", "TR The crews helped us.")
    assert heard("helped", *turns, "AP The port is open.") == ["Tom Reed"]
    assert heard("rebuilt", *turns, "AP The port is open.") == []
    assert heard("helped", *turns) == []
    assert heard("sank", *turns, "The pier sank. Were you there?", "AP I was.") == []
    named = ("Ana Petrova spoke to us.", "Petrova: It was easy.", "Reed: Who is here?", "Petrova: The port is open.")
    more = "The crews helped us."
    assert heard("helped", *named, more, "PETROVA: We left. The mayor told me “the pier is gone”.") == ["Ana Petrova"]
    assert heard("is gone", *named, more, "PETROVA: The mayor told me “the pier is gone”.") == ["Ana Petrova", "mayor"]


def test_labels_of_transcripts_name_speakers_with_title_and_trade() -> None:
    opening = ("Kim Lund of Radio Nerva met Ana Petrova.", "LUND: The port is old.")
    turns = ("Ms. ANA PETROVA (Mayor): The crews helped us.", "HOST: The rain came.", "HOST: It stopped.")
    assert heard("helped", *opening, *turns, "LUND: Thanks, we are closed.") == ["Ana Petrova"]
    assert heard("came", *opening, *turns, "LUND: Thanks, we are closed.") == []
    news = ("Ana Petrova, the mayor, left.", "Ana Petrova, 54, slept.", "Tom Reed, a friend, helped. He said: wait.")
    assert heard("helped", *news, "Tom Reed, 50, came.") == []


def test_answers_are_those_of_who_is_asked() -> None:
    opening = "The singer Ana Petrova met Tom Reed in Nerva. Petrova has rebuilt the theatre."
    marked = ("Q: When did you begin?", "A: I was ten.", "Q. Who helped you?", "A. The crews came.", "Q: And then?")
    assert heard("came", opening, *marked, "A: I left.") == ["Ana Petrova"]
    assert heard("rebuilt", opening, *marked, "A: I left.") == []


def test_a_voice_can_be_read_where_it_stands() -> None:
    text = "The bridge, said Ana Petrova, was closed. “We saw it coming,” she added."
    for s in kg.extract([text]):
        for v in s.attribution:
            assert v.text == text[v.start : v.end]
