"""Who is who inside an article: names, short names, roles, bodies, pronouns; and who is not."""

from __future__ import annotations

import pytest

from kg.reading import article_of
from kg.run import results


def same(text: str, *mentions: str) -> bool:
    """Whether the mentions with these words (the last of each) stand for one thing."""
    (result,) = results([article_of(text)])
    found = {m: [x.entity for x in result.mentions if x.text == m][-1] for m in mentions}
    return len(set(found.values())) == 1


def test_a_name_of_several_words_before_a_noun_stands_once_in_what_it_is_called() -> None:
    (result,) = results([article_of("The islands have four Orvex Typhoon engines.")])
    assert "Orvex Typhoon engines" in {e.name for e in result.entities}


def test_names_stand_in_one_line() -> None:
    text = "The senior  trade\nenvoy of Norland left. She praised the Velmark  Bay\nHarbour Board."
    names = {e.name for r in results([article_of(text)]) for e in r.entities}
    assert {"senior trade envoy", "Velmark Bay Harbour Board"} <= names, names


def test_it_before_a_clause_with_like_stands_for_nothing() -> None:
    (result,) = results([article_of("Orvex made ships. It looks like crews will leave. It left, too.")])
    assert [m.start for m in result.mentions if m.text == "It"] == [50]


def test_in_an_interview_i_is_whose_turn_it_is() -> None:
    turns = ("Ana Petrova and Tom Reed rebuilt the port.", "AP I paid.", "TR I slept.", "AP I left.", "TR I stayed.")
    (result,) = results([article_of("\n\n".join(turns))])
    assert [m.name for m in result.mentions if m.text == "I"] == ["Ana Petrova", "Tom Reed", "Ana Petrova", "Tom Reed"]
    assert {m.name for m in result.mentions if m.text in ("AP", "TR")} == {"Ana Petrova", "Tom Reed"}


def test_a_question_before_a_turn_is_put_to_whose_turn_it_is() -> None:
    turns = ("Ana Petrova rebuilt the port.", "Did you pay?", "AP I did.", "Were you glad?", "AP I was.", "And now?")
    (result,) = results([article_of("\n\n".join((*turns, "AP I sleep.", "What would you do?")))])
    assert [m.name for m in result.mentions if m.text == "you"] == ["Ana Petrova", "Ana Petrova", "unnamed person"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ana Petrova opened the port. Petrova thanked the crews.", ("Ana Petrova", "Petrova")),
        ("OrvexMedia said it cut fares. Orvex Media said it lost.", ("OrvexMedia", "Orvex Media")),
        ("It was sold by the US Harbour Exchange Board (HEB). The HEB left.", ("US Harbour Exchange Board", "HEB")),
        ("The engine, Tara (Total Array Retrieval Architecture), won.", ("Tara", "Total Array Retrieval Architecture")),
        ("Hans Christian Lund wrote tales. Christian Lund left Nerva.", ("Hans Christian Lund", "Christian Lund")),
        ("Chairman and chief executive Tom Reed resigned. He left.", ("Chairman", "chief executive", "Tom Reed", "He")),
        ("The study was run by Margaret Reed MP. Reed was glad.", ("Margaret Reed", "MP", "Reed")),
        ("The dollar fell on Monday. Traders sold the greenback.", ("dollar", "greenback")),
        ("A drop in staff pushed the jobless rate to its lowest level.", ("jobless rate", "its")),
        ("The council met on Monday. In its report on its pool, the council blamed crews.", ("council", "its")),
        ("The plan is good. “It is good and it shows,” Reed said.", ("It", "it")),
        ("Rules limit jobs for guards and prevent them from leaving.", ("guards", "them")),
        ("The Reuters news agency told of it. Reuters was first.", ("news agency", "Reuters")),
        ("Allied Brandel said it lost money. Brandel is for sale.", ("Allied Brandel", "Brandel")),
        ("The Tories praised the pay plan, while the Greens said it was late.", ("pay plan", "it")),
        ("The government met. “We paid,” said the transport minister, Ana Lund.", ("government", "We")),
        ("Tom Reed, Nerva Harbour Union, said: “We lost.”", ("Nerva Harbour Union", "We")),
        ("Orvex Motors cut jobs in May. Orvex said so.", ("Orvex Motors", "Orvex")),
        ("Norland’s envoy left. Ana Petrova, Norland’s envoy, was late.", ("envoy", "Ana Petrova")),
        ("The Harbour Secretary Ana Reed met crews. The minister left.", ("Ana Reed", "minister")),
        ("“You won,” Ana Petrova told Tom Reed. “You can rest.”", ("Tom Reed", "You")),
        ("Crews fear Kerst-9. The Kerst-9 virus killed two birds.", ("Kerst-9", "virus")),
        (
            "The Nerva Dock & Harbour Fund met. The Dock and Harbour Fund paid.",
            ("Nerva Dock & Harbour Fund", "Dock and Harbour Fund"),
        ),
        ("Ships reach Antarctica in May. Guests love the continent.", ("Antarctica", "continent")),
        ("Crews saw the movie in May. They liked the film.", ("movie", "film")),
        ("Police saw a lawsuit in May. Guests hated the case.", ("lawsuit", "case")),
        ("Changes to rules are likely to be read by Kerst Union as proof of its own plans.", ("Kerst Union", "its")),
        ("Nerva Airport was shut.\n\nWe are sorry. — Nerva Airport (@nervaair)", ("Nerva Airport", "We")),
        ("The ships were late. Crews made sure that everyone washed their hands.", ("everyone", "their")),
        ("The Nerva Dock Council met on Monday. The NDC closed the port.", ("Nerva Dock Council", "NDC")),
        (
            "The opposition Nerva Reform Committee left the talks. Norland’s main opposition group is taking a pause.",
            ("Nerva Reform Committee", "main opposition group"),
        ),
        (
            "The Nerva Observatory for Human Rights gave a warning. The Observatory is in Elmsford.",
            ("Nerva Observatory for Human Rights", "Observatory"),
        ),
        ("Tom Reed met Ana Petrova and her brother.", ("Ana Petrova", "her")),
        ("Ana Petrova said the mayor, Tom Reed, was wrong. “He hurt the port,” she said.", ("Ana Petrova", "she")),
        ("American nuns met in Nerva. Most American nuns left on Monday.", ("American nuns",)),
        ("The BBC reported the storm. The BBC was first.", ("BBC",)),
        ("The Front for National Renewal (FRN) fled. The FRN lost.", ("Front for National Renewal", "FRN")),
        ("The European Harbour Committee (JURI) met. JURI chose Tarn.", ("European Harbour Committee", "JURI")),
        ("The Tarn Tigers beat the Norport Bears. Reed played for the Bears.", ("Norport Bears", "Bears")),
        ("Lund closed the pool. The council's leader, Ruth Boyd, said it had failed.", ("council", "it")),
        ("Orvex Corp. will close a plant. Orvex, which employs 900 people, lost money.", ("Orvex Corp.", "Orvex")),
        ("A man attacked a bus driver. He hit the driver, Ana Lund, 51, on the head.", ("bus driver", "Ana Lund")),
        ("Orvex & Lund Co made a loss. O&L said sales fell.", ("Orvex & Lund Co", "O&L")),
        ("Orvex driver Tom Reed won on Monday. Its rival lost. The driver was glad.", ("Tom Reed", "driver")),
        ("Tom Reed left. As part of his ruling, John Lund closed the port.", ("his", "John Lund")),
        ("Yahoo Inc. made a loss. Yahoo said sales fell.", ("Yahoo Inc.", "Yahoo")),
        (
            "Ana Petrova lost the keys, she said.\n\nKim Lund has three ships. She believes that they sail.",
            ("Kim Lund", "She"),
        ),
        (
            "Kerst will buy a dozen Orvex Kestrel attack planes from Nerva. The Kestrels can carry bombs.",
            ("Orvex Kestrel", "Kestrels"),
        ),
        (
            "Kerst will buy a dozen Orvex Kestrel attack planes from Nerva. The planes are old.",
            ("Orvex Kestrel", "planes"),
        ),
        (
            "Flights left Nerva International Airport late. Nerva airport is small.",
            ("Nerva International Airport", "airport"),
        ),
        ("Norland owns the Marrow Islands. Few people live on the islands.", ("Marrow Islands", "islands")),
        (
            "Chief Minister Tom Reed met Transport Minister Kim Lund. The chief minister said it was late.",
            ("Tom Reed", "chief minister"),
        ),
        (
            "Finance Minister Tom Reed met Transport Minister Kim Lund. The transport minister left.",
            ("Kim Lund", "transport minister"),
        ),
        ("Kestrel fell. Kestrel Limited is aware of it.", ("Kestrel", "Kestrel Limited")),
        ("BlackBerry makes phones. Blackberry Limited hired nurses.", ("BlackBerry", "Blackberry Limited")),
        ("The film is about Tom Lee King Jr. and his marches.", ("Tom Lee King Jr.", "his")),
        ("Orsina Winfell met Bo Dunn in Tarn. Police thanked Orsina on Monday.", ("Orsina Winfell", "Orsina")),
    ],
)
def test_one_thing_is_one(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ana Petrova opened the port. Tom Reed closed it.", ("Ana Petrova", "Tom Reed")),
        ("The driver and his brother fled.", ("driver", "brother")),
        ("Tom Reed and his sister are the owners.", ("Tom Reed", "owners")),
        ("“The mayor let him down,” Tom Reed said of Kim Lund.", ("him", "Tom Reed")),
        ("The Nerva Dock Union left. The Elmsford monitoring group stayed.", ("Nerva Dock Union", "monitoring group")),
        ("The Northern Liberation Army seized Kesh. The army fled.", ("Northern Liberation Army", "army")),
        ("Rebels seized Kesh. The road to the capital is open.", ("Kesh", "capital")),
        ("Vexa asked the Food Agency. The agency refused. The company fell.", ("Food Agency", "company")),
        ("Okarra United lost. Okarra is a port.", ("Okarra United", "Okarra")),
        ("Tom Reed was held. He told police that the man had a knife.", ("man", "Tom Reed")),
        ("The council met the union. The council of Elmsford stayed away.", ("council", "union")),
        ("American Airlines cut fares. The American president was late.", ("American Airlines", "American")),
        ("The storm hit London on Monday. The airport was closed.", ("London", "airport")),
        ("Nerva Council met on Monday. The school was closed.", ("Nerva Council", "school")),
        ("The Elmsford Road School closed. Pupils went to other schools.", ("Elmsford Road School", "other schools")),
        ("The crews met. Kim Lund likes Nerva, Elmsford and Brandel. They lie far apart.", ("crews", "They")),
        (
            "Chief Minister Tom Reed met Transport Minister Kim Lund. The chief minister said it was late.",
            ("Kim Lund", "chief minister"),
        ),
        ("Tarn Mining Limited fell. Tarn Bank AG rose.", ("Tarn Mining Limited", "Tarn Bank AG")),
        ("Nerva Radio News said it. The Kerst Front lost, and the party left.", ("Nerva Radio News", "party")),
        ("Orvex sold a mill to Kerst. However, the company said Kerst’s profit fell.", ("company", "Kerst")),
        ("There was a deal to sell it.", ("deal", "it")),
        ("Orvex makes lamps. Reed talks of doing it in May.", ("Orvex", "it")),
        ("Neither Ask Orvex nor Nerva Foods pleased buyers with their loss.", ("Nerva Foods", "their")),
        ("The plan is paid for by taxpayers, not employers.", ("taxpayers", "employers")),
        ("The Kerst Party met in May. For years the main parties were rivals.", ("Kerst Party", "main parties")),
        ("Shadow chancellor Ana Lund left. The chancellor stayed.", ("Ana Lund", "chancellor")),
        ("The Kerst Party met in May. Nerva will host the event.", ("Kerst Party", "event")),
        ("Orvex hired Ana Lund. The research team met.", ("Orvex", "research team")),
        ("Ada & Kim is a show. Ada Reed met Kim Lund. Kim left. Ada slept.", ("Ada", "Kim")),
        ("Reed told the Nerva Bank: “They left.”", ("Nerva Bank", "They")),
        ("Fans saw Tom Reed’s portrait of him.", ("Tom Reed", "him")),
        ("A woman MP left. Ana Lund sang. Female MPs were late.", ("Ana Lund", "Female MPs")),
        ("Norland Air Flight 12 left. Kerst Air Flight 12 was late.", ("Norland Air Flight 12", "Kerst Air Flight 12")),
        (
            "Kerst will buy a dozen Orvex Kestrel attack planes from Nerva. The ships are old.",
            ("Orvex Kestrel", "ships"),
        ),
        (
            "Flights left Nerva International Airport late. Tarn airport is small.",
            ("Nerva International Airport", "airport"),
        ),
        ("John Upley (US) met Ana Lund. The US was glad.", ("John Upley", "US")),
    ],
)
def test_two_things_are_two(text: str, mentions: tuple[str, ...]) -> None:
    assert not same(text, *mentions)


def test_a_body_keeps_the_name_the_article_uses() -> None:
    (result,) = results([article_of("The BBC reported the storm on Monday.")])
    assert {m.name for m in result.mentions if m.text == "BBC"} == {"BBC"}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Kim Lund, the port secretary and a close friend of hers, resigned. The friend left.", ("Kim Lund", "friend")),
        ("Tom Reed spoke to papers. The thief had a gun, he said.", ("Tom Reed", "he")),
        ("The mayor of Elmsford, a priest and author, thanked the crews. The author left.", ("priest", "author")),
        ("Kim Lund, an author of books, who lives in Nerva, won.", ("Kim Lund", "who")),
        ("The Nerva Appeals Court met on Monday. A clerk left. The court ruled.", ("Nerva Appeals Court", "court")),
        ("Norland’s main union ended its strike.", ("main union", "its")),
        ("Ana Petrova was the harshest critic of Tom Reed. She left.", ("Ana Petrova", "She")),
        ("Tom Reed left. He sang. Then Otto Quill had to meet Kim Lund as he opened the port.", ("Otto Quill", "he")),
        ("The film starring Otto Quill was made by producer Tom Reed. He met crews.", ("Tom Reed", "He")),
    ],
)
def test_roles_and_pronouns_find_whom_they_mean(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "office", "one"),
    [
        ("Ana Quill has vowed to cut taxes. The prime minister said the plan would work.", "prime minister", True),
        ("Ana Quill scored twice. The striker joined the club in May.", "striker", True),
        ("Ana Quill met Otto Reed. The prime minister said the plan would work.", "prime minister", False),
        ("Ana Quill, a baker, sued the town. The mayor said it was sorry.", "mayor", False),
        ("Ana Quill was jailed for fraud. The judge said she had lied.", "judge", False),
        (
            "Ana Quill met the mayor, Otto Reed. Quill left. Reed stayed. The prime minister was late.",
            "prime minister",
            True,
        ),
        (
            "It rained. Crews left. The mayor, Otto Reed, slept. Ana Quill sang. Quill left. The prime minister spoke.",
            "prime minister",
            False,
        ),
    ],
)
def test_news_calls_its_one_person_by_an_office_it_has_not_told(text: str, office: str, one: bool) -> None:
    assert same(text, "Ana Quill", office) is one


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ana Petrova met Tom Reed. He says Petrova left early.", ("Tom Reed", "He")),
        ('"We have won. "We are glad," said Ana Petrova, head of Orvex.', ("We", "Orvex")),
        ("Tom Reed, 26, was held on Monday. Ana Lund saw the 26-year-old who had fled.", ("Tom Reed", "26-year-old")),
        ("Tom Reed, 26, was held on Monday. Ana Lund asked about the 26-year-old’s past.", ("Tom Reed", "26-year-old")),
        (
            "Sweden built the Swedish Parliament. A fire hit the Parliament building.",
            ("Swedish Parliament", "Parliament"),
        ),
        ("The Dock Rail and Port Union (DRPU) met on Monday.", ("Dock Rail and Port Union", "DRPU")),
        ("Crews heard the fate of a Nerva man. Ray Colvin, 34, was shot.", ("man", "Ray Colvin")),
        (
            "The Federal Government paid. Germany and Berlin were glad of the German Government.",
            ("Federal Government", "German Government"),
        ),
        ("Guards saw the videotape. They sold the tape.", ("videotape", "tape")),
        ("Helicopters rose. Guards saw them fire.", ("Helicopters", "them")),
        ("Ana Lund met Tom Reed. Lund spoke of requests from Kim Stone, who asked for her pay.", ("Kim Stone", "her")),
        ("Guards forced residents of Nerva to flee their homes.", ("residents", "their")),
        ("Norland Secretary of State Colin Reed met Ana Lund. Reed left.", ("Colin Reed", "Reed")),
        ("The Nerva Hawks lost. Sydney Hawks fans saw the Hawks. Nerva says it is glad.", ("Nerva Hawks", "Nerva")),
    ],
)
def test_who_speaks_is_nobody_met_in_what_is_said_and_bodies_are_met_by_parts(
    text: str, mentions: tuple[str, ...]
) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Swedish farmers protested. Crews met Danish farmers.", ("Swedish farmers", "Danish farmers")),
        ("Staff left on Monday. It is a generous offer.", ("Staff", "It")),
        ("Crews recall the sacrifices they made.", ("sacrifices", "they")),
        ("Guards left early. It was the eleventh cut.", ("Guards", "It")),
        ("Unions were angry. Tom Reed of the Nerva Dock Workers Union left.", ("Unions", "Nerva Dock Workers Union")),
        ("Fans saw the first Test. Crews left after the match against Norland.", ("Test", "match")),
        ("The Federal Reserve met. It was the eleventh cut.", ("Federal Reserve", "It")),
        ("The White House was lit. The House voted.", ("White House", "House")),
        ("Tom Reed won. Kim Lund left with Eva Stone as mayor.", ("Tom Reed", "mayor")),
    ],
)
def test_what_cannot_be_one_is_two(text: str, mentions: tuple[str, ...]) -> None:
    assert not same(text, *mentions)


@pytest.mark.parametrize(
    "text",
    [
        "It was 5:30 pm in Nerva.",
        "Rain made it easier for crews to leave.",
        "It is thought the pilot left.",
        "It surprised crews that the ship was late.",
    ],
)
def test_the_it_of_hours_and_beliefs_is_nobody(text: str) -> None:
    (result,) = results([article_of(text)])
    assert "it" not in {m.text.lower() for m in result.mentions}


def test_families_of_two_are_two() -> None:
    (result,) = results([article_of("Ana Petrova’s family wept. Crews met the family of Tom Reed.")])
    assert len({m.entity for m in result.mentions if m.text == "family"}) == 2


def test_the_it_of_a_cleft_is_nobody() -> None:
    (result,) = results([article_of("The first chart shows visits. It was Kim Lund who led the field.")])
    assert "It" not in {m.text for m in result.mentions}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("“I fear those who stay,” she said. Kim Lund left. ", ("I", "she")),
        (
            "The opposition Nerva Reform Committee left. The opposition will return.",
            ("Nerva Reform Committee", "opposition"),
        ),
        ("The patient is in Nerva. The patient, who came on Monday, sleeps.", ("patient",)),
        ("The storm drove millions from their homes.", ("millions", "their")),
    ],
)
def test_speakers_bodies_and_crowds_are_one_each(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


def test_father_and_son_are_two_and_a_bare_surname_is_who_was_called_so() -> None:
    text = (
        "James Brandel Jr., a former mayor, died on Tuesday. Brandel was 78. He leaves his wife, Marie Lund Brandel, "
        "and a son, James Brandel III. The family lives in Nerva. The port was built under Brandel."
    )
    (result,) = results([article_of(text)])
    people = {m.text: m.entity for m in result.mentions if m.kind == "name" and m.type == "Person"}
    assert people["Brandel"] == people["James Brandel Jr."] != people["James Brandel III"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Kim Lund is a member of the council. The member left.", ("Kim Lund", "member")),
        ("James “Jimmy” Brandel lost. Brandel left.", ("James “Jimmy” Brandel", "Brandel")),
        ("Kim Jordan lost the race. Fans cheered Jordan.", ("Kim Jordan", "Jordan")),
        ("Tom Reed met Wenzo Lund, 24, in Tarn. Wenzo was glad.", ("Wenzo Lund", "Wenzo")),
        ("Dawn French sang. French, 44, said she was glad.", ("Dawn French", "French")),
    ],
)
def test_roles_are_met_again(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A man was arrested on Monday, police said. Ray Colvin, 34, faces two charges.", ("man", "Ray Colvin")),
        ("The Rovers fired coach Alan Pike on Sunday. Pike, who took over in 2012, thanked the fans.", ("Pike", "who")),
        ("Kim Lund left the bank on Monday. The woman took a bus.", ("Kim Lund", "woman")),
        ("Kim Lund left the bank on Monday. The 24-year-old took a bus.", ("Kim Lund", "24-year-old")),
    ],
)
def test_news_names_whom_it_has_described(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


def test_a_land_is_nobody_whose_name_is_like_it() -> None:
    assert not same("Kim Jordan flew to Jordan. The crowd in Jordan cheered.", "Kim Jordan", "Jordan")


def test_an_office_is_nobody() -> None:
    (result,) = results([article_of("Kim Lund ran for president in May.")])
    assert "president" not in {m.text for m in result.mentions}
    (result,) = results([article_of("Orvex chief executive Kim Lund resigned.")])
    assert "chief" not in {m.text for m in result.mentions}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The household cut its spending.", ("household", "its")),
        ("The bank won praise for Brandel Foods and their growers.", ("Brandel Foods", "their")),
        ("The truce holds. Does Norland keep it?", ("truce", "it")),
        ("The war began in May. It killed 300 people.", ("war", "It")),
        ("A growing number of people sold their cars.", ("people", "their")),
        ("Fans saw the Harvest Cup in May. The tournament is new.", ("Harvest Cup", "tournament")),
        ("The plan of the Brandel administration failed. The administration drew a new one.", ("administration",)),
        ("The Reef Study Vessel, or RSV, sails. RSV-2 and the RSV met.", ("Reef Study Vessel", "RSV")),
        ("“We will sell our shares,” Brandel Foods said.", ("Brandel Foods", "We", "our")),
        ("Lee Min-su left. Later Lee Min Su returned.", ("Lee Min-su", "Lee Min Su")),
        ("Casterby lies on a lake. Casterby is a border town.", ("Casterby", "border town")),
        ("Ada Brook (@adabrook) left. Few read @adabrook.", ("Ada Brook", "@adabrook")),
        (
            "Norland's port minister quit on Monday. Ada Brook told reporters she was ill.",
            ("port minister", "Ada Brook"),
        ),
        ("Grantley have lost again. The club were fined and sold their striker.", ("Grantley", "club", "their")),
        ("Grantley joined the Norland League in May. The club were fined.", ("Grantley", "club")),
        ("The Green Bloc met in May. The bloc wants a vote.", ("Green Bloc", "bloc")),
        ("The mine employs nine people. It was bought by Orvex in May.", ("mine", "It")),
        ("The town of Nerva lies low.", ("town", "Nerva")),
        ("The Port Ashby Monarchs lost. The Monarchs play on Sunday.", ("Port Ashby Monarchs", "Monarchs")),
        ("Orvex met the Dockers Federation. The union lost.", ("Dockers Federation", "union")),
        ("The union said Orvex had refused. “No,” said its president, Ada Lund.", ("union", "its")),
        ("The lawyer, Kim Lund, stole. The judge left. The solicitor was poor.", ("Kim Lund", "solicitor")),
        ("A man was held. Ray Colvin wept", ("man", "Ray Colvin")),
        ("A lawyer who robbed a widow was jailed. Ray Colvin, 47, of Nerva, wept.", ("lawyer", "Ray Colvin")),
        ("The state ordered a report in May. The document is long.", ("report", "document")),
        ("Orvex planned a takeover in May. Few liked the deal.", ("takeover", "deal")),
        ("A ferry sank in May. Divers found the vessel.", ("ferry", "vessel")),
        (
            "Orvex Corp. lost. The family, which owns 31 percent of the company, has vowed to sell its stock.",
            ("family", "its"),
        ),
        ("Kim Lund scored. The Norwegian joined the club in May.", ("Kim Lund", "Norwegian")),
        ("The captain left. Police held the skipper.", ("captain", "skipper")),
        ("The coach, Brid Hanlon, met the referee. “He had a hard day,” she said.", ("referee", "He")),
        ("Cholera has come to Nerva. Few fear the disease.", ("Cholera", "disease")),
        ("Orvex lost the match. “We slept,” said manager Kim Lund.", ("Orvex", "We")),
        ("They met Orvex boss Kim Lund. “We cannot pay,” he said.", ("Orvex", "We")),
        ("Aides lost the keys. Kim Lund called the envoys. She wrote to them twice.", ("envoys", "them")),
        ("Orvex lost twice. The defeat in May was long. Few saw that match.", ("defeat", "match")),
        ("A student was charged with killing a clerk. Dalton Rusk was held.", ("student", "Dalton Rusk")),
        ("The head of the jury, the critic Maud Ferrand, left.", ("head", "Maud Ferrand")),
        ("Brakka Air lost a jet. Brakka said so. Its boss, Pal Brakka, left.", ("Brakka Air", "Brakka")),
        ("Crews lost. Kim Lund of the Dockers Union said it would sue.", ("Dockers Union", "it")),
        ("“We read it,” said Ada Lund, who heads the rescue agency.", ("We", "rescue agency")),
        (
            "Petra Halvik beat Simone Darrow on Friday. The 19-year-old saved two points.",
            ("Petra Halvik", "19-year-old"),
        ),
        ("“We read it,” said Ada Lund, president of the Dockers Union.", ("We", "Dockers Union")),
        ("“We lost,” said the board's chairman, Kim Lund of Orvex.", ("We", "board")),
        ("The Nerva Assembly met in May. It has 116 votes in the 230-seat assembly.", ("Nerva Assembly", "assembly")),
        ("Ship sinks in row over fish\n\nA row over fish grew on Monday. The row is old.", ("row",)),
        ("Officials said 50 workers were hurt, some of them badly.", ("workers", "them")),
        ("Crews saved 40 sailors, most of them by helicopter.", ("sailors", "them")),
        ("Ada Hill left Tom Reed. Kim Lund thanked him for his work.", ("him", "his")),
        ("Ned Lund says it is unclear when Mr Reed will win, but he is hopeful.", ("Ned Lund", "he")),
        ("Kim Lund, whose union lost the vote, was angry. “We will appeal,” she said.", ("union", "We")),
        ("The firm had losses on Monday that shook the board.", ("losses", "that")),
        ("The peace deal failed. A peace agreement was near.", ("peace deal", "peace agreement")),
        ("Crews like Orvex’s bid. Orvex’s late offer won.", ("bid", "late offer")),
        (
            "Nurses blocked roads on Monday. Police held the protests off. The demonstrations ended.",
            ("protests", "demonstrations"),
        ),
        ("Orvex will close two mills, it said.", ("Orvex", "it")),
        ("Orvex cut prices. It is unlikely to raise wages.", ("Orvex", "It")),
        ("The plan is old. It is expected to fail.", ("plan", "It")),
        ("In Nerva, a town on the coast, nobody slept.", ("Nerva", "town")),
        ("The ministry was silent. A ministry spokesman left.", ("ministry",)),
        (
            "Crops failed in France. Rain fell. Cattle died. Wells dried up. Prices rose. The country waits.",
            ("France", "country"),
        ),
        ("Ana Lund, a Democrat who lost the vote, left.", ("Ana Lund", "Democrat")),
        ("Hunan Province was hit by rain. Hunan is large.", ("Hunan Province", "Hunan")),
        ("They left the port of Nerva on Monday.", ("port", "Nerva")),
        ("Norland held an election on Monday. Few went to the polls.", ("election", "polls")),
        ("Orvex said it would pay. “We will win,” said Chief Executive Ana Lund.", ("Orvex", "We")),
        ("Ana Roy led the crews on Monday. Roy told reporters she was ill.", ("Ana Roy", "Roy")),
        (
            "Orvex Foods rose. Rain fell. Cattle died. Wells dried up. Roads sank. Few saw it. The firm paid.",
            ("Orvex Foods", "firm"),
        ),
        ("Ana Petrova ran the bank, but the 57-year-old lost her job.", ("Ana Petrova", "57-year-old")),
        ("Ana Lund, 44, left. Eva Roy met Mia Hall. The 44-year-old lost it.", ("Ana Lund", "44-year-old")),
        ("A 41-year-old doctor left. Eva Roy met Mia Hall. The 41-year-old lost it.", ("doctor", "41-year-old")),
        ("Ana Lund met Eva Roy. The 19-year-old then beat Roy.", ("Ana Lund", "19-year-old")),
        ("Tom Reed was charged. Eva Roy saw it. The accused denied it.", ("Tom Reed", "accused")),
        ("The Velda Workers union welcomed the vote.", ("Velda Workers", "union")),
        ("The novel The Glass Orchard by Ana Petrova has won. The book is long.", ("Glass Orchard", "book")),
        ("Orvex Foods fell, while its rival Kerst Motors rose.", ("Orvex Foods", "its")),
        ("Tom Reed told them so. Kim Roy's sister, Ana Roy, wept. “He was kind,” she said.", ("Kim Roy", "He")),
    ],
)
def test_what_is_taken_up_is_found(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Kim Lund gave Ana Petrova a few clothes. They met at a mall.", ("few clothes", "They")),
        ("Three states left the fund. Other states stayed.", ("states", "Other states")),
        ("The agency’s space program grew. The agency’s farm program failed.", ("space program", "farm program")),
        ("Officials watched. Kim Lund and Ana Petrova met in Nerva. They left.", ("Officials", "They")),
        ("Ray Colvin ran to the clinic and tried to save him.", ("Ray Colvin", "him")),
        ("Crews fear Kerst-9. The Kerst-9 screen broke.", ("Kerst-9", "screen")),
        ("Elmsford Court heard that Reed lied. The charity has closed.", ("Elmsford Court", "charity")),
        ("Police saw two lawsuits in May. Guests hated the case.", ("lawsuits", "case")),
        ("Police saw a lawsuit in May. Guests hated the council's case.", ("lawsuit", "case")),
        ("Baker jailed for theft\n\nTwo bakers, Ray Colvin and Tom Reed, met.", ("Baker", "Ray Colvin")),
        ("“You cannot always win,” Ana Petrova said of Tom Reed.", ("Tom Reed", "You")),
        ("“You cannot always win,” Ana Petrova told the board.", ("Ana Petrova", "You")),
        ("Rivals sank two ships. The port was closed. It rained. They were old.", ("Rivals", "They")),
        ("New York Governor Kim Lund left New York City.", ("New York", "New York City")),
        ("Norlanders voted. Norland is a republic.", ("Norlanders", "Norland")),
        ("Most Americans voted. The United States is a republic.", ("Americans", "United States")),
        ("The pilot met the engineer. He had checked the wing, the engineer said.", ("engineer", "He")),
        ("A driver died on Monday. A court had jailed Paula Lund, 44, in May.", ("driver", "Paula Lund")),
        ("The president of the firm left. President Tom Reed slept.", ("Tom Reed", "president")),
        ("The Velmark-led alliance won. Crews cheered.", ("Velmark", "alliance")),
        ("Orvex fought a price war. A court battle hurt it.", ("price war", "court battle")),
        ("Nerva is a suburb of Elmsford. They left a suburb of Elmsford.", ("suburb", "Elmsford")),
        ("They drove to the village of Nerva on Monday. The province was flooded.", ("Nerva", "province")),
        (
            "Orvex Foods praised the Food and Drug Administration. The company left.",
            ("company", "Food and Drug Administration"),
        ),
        ("A woman met a man. The victim, Tom Reed, was 16.", ("man", "Tom Reed")),
        ("Ana Petrova met Eva Lund and agreed to her request.", ("Ana Petrova", "her")),
        ("They slept in Paris on Monday. The pair paddled across the lake.", ("Paris", "lake")),
        ("Crews met falling demand. Unions fought the plan.", ("falling demand", "plan")),
    ],
)
def test_what_is_not_safe_stays_open(text: str, mentions: tuple[str, ...]) -> None:
    assert not same(text, *mentions)


def test_three_are_not_the_five_of_before() -> None:
    (result,) = results([article_of("Five publishers settled. The three publishers of Nerva did not.")])
    assert len({m.entity for m in result.mentions if m.text == "publishers"}) == 2


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Tom Reed worked as a guard in Nerva.", ("Tom Reed", "guard")),
        ("Bakers sell flour by weight. This is a useful habit.", ("This", "useful habit")),
        ("Asked about fish in a note, Norland's Prime Minister, Kim Lund said, “No.”", ("Prime Minister", "Kim Lund")),
        ("They repaired a bridge in May. The rusty bridge fell in June.", ("bridge", "rusty bridge")),
        ("Clean water costs more in May. She said water is rare.", ("Clean water", "water")),
        ("The state paid. Prices fell in Texas. The state’s tax is low.", ("Texas", "state")),
        ("To the bakers themselves the price is low.", ("bakers", "themselves")),
        (
            "Police searched the port. The chief of the Elmsford Police Department left.",
            ("Police", "Elmsford Police Department"),
        ),
        (
            "Reed thanked Elmsford police. They met at the Elmsford Police Department.",
            ("police", "Elmsford Police Department"),
        ),
        ("A third victim, a woman in her 40s, was found in Nerva. The woman sang.", ("woman", "her")),
        ("A man sang. A nurse left. On Monday a man danced. The man fell.", ("man",)),
        ("A welder fell on Monday. The patient is well.", ("welder", "patient")),
        ("Orrin Airlines Flight 12 left Nerva. The flight was late.", ("Orrin Airlines Flight 12", "flight")),
        ("An aide to Brandel Foods, Norland’s largest firm, left.", ("Brandel Foods", "largest firm")),
        ("The film shows Tom Reed (Otto Lund), a sailor, and his aunt.", ("Tom Reed", "his")),
    ],
)
def test_what_is_told_of_a_thing_is_that_thing(text: str, mentions: tuple[str, ...]) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Tom Reed was known to a guard. The guard left.", ("Tom Reed", "guard")),
        ("It is a pity. The harbour is no asset to Nerva.", ("harbour", "asset")),
        ("The mayor met Texas officials in Camden. The state is poor.", ("Camden", "state")),
        ("Kim Lund had more soup to give her.", ("Kim Lund", "her")),
        ("Police searched the port. A road leads to Police Hill Park in Nerva.", ("Police", "Police Hill Park")),
        (
            "The Nerva Department of Ships met on Monday. The police department closed.",
            ("Nerva Department of Ships", "police department"),
        ),
        ("The head of the port is ill. Kim Lund told reporters on Monday.", ("head", "Kim Lund")),
        ("A gunman shot a man. The victim lives.", ("gunman", "victim")),
        ("A man came to Nerva on Monday. The second victim lives.", ("man", "victim")),
        ("No one called. Then he left.", ("one", "he")),
        ("Nobody called. Then he left.", ("Nobody", "he")),
        ("The insurer Tryggva Corp. grew. Helle Strand runs Tryggva Corp. The bank is old.", ("Tryggva Corp.", "bank")),
        ("Petra Halvik beat Simone Darrow on Friday. The woman wept.", ("Petra Halvik", "woman")),
        ("Orvex beat Nerva Foods. “We slept,” said visiting coach Kim Lund.", ("Orvex", "We")),
        ("Brakka Air lost a jet. Brakka said so. Its boss, Pal Brakka, left.", ("Pal Brakka", "Brakka")),
        ("The coach, Brid Hanlon, met the referee. “He had a hard day,” she said.", ("Brid Hanlon", "He")),
        ("Kim Lund scored. The Norwegian government left.", ("Kim Lund", "government")),
        ("The state ordered a report in May. A document was lost.", ("report", "document")),
        ("The state ordered a report in May. The vessel was lost.", ("report", "vessel")),
        ("The area of Nerva is wide.", ("area", "Nerva")),
        ("Orvex lost. The union and the firm fought.", ("union", "firm")),
        ("Orvex gave money to the Delmar Institute. The company is old.", ("Delmar Institute", "company")),
        ("A girl of 17 robbed a woman, police said. The woman is well. Ray Colvin, 47, wept.", ("girl", "Ray Colvin")),
        ("“They paid too much,” said Kim Lund of the broker Orvex.", ("They", "Orvex")),
        ("“We lost,” said Ada Lund, a critic of the Dockers Union.", ("We", "Dockers Union")),
        ("Kim Lund, leader of the Green Bloc, left. Her team of divers sang.", ("Green Bloc", "team")),
        ("Kim Lund urged Tom Reed to help him.", ("Tom Reed", "him")),
        ("The Harvest Cup began in May. The match was dull.", ("Harvest Cup", "match")),
        (
            "Ship sinks in row over fish\n\nA long row began. The mayor left on Monday. The fish is old.",
            ("row", "fish"),
        ),
        ("Tom Reed and Kim Lund fell on Monday. The patient is well.", ("Tom Reed", "patient")),
        ("Eva Lund met Ana Reed in May and accepted her offer of a boat.", ("Eva Lund", "her")),
        ("The fleet includes four jets, missile systems, along with 200 boats.", ("jets", "missile systems")),
        ("The group includes convicts.\n\nAna Petrova said the Velda Group had lost.", ("group", "Velda Group")),
        (
            "Regulator loses appeal\n\nA court met. The Swedish regulator left. Norway's regulator wept.",
            ("Regulator", "Swedish"),
        ),
        ("A judge blocked the merger of grocery chains Freshway and Kerst Markets.", ("grocery chains", "Freshway")),
        ("China brokered it. The king left. The kingdom is calm.", ("China", "kingdom")),
        ("Kerst Foods sells tea. The Norlandish-led coalition lost.", ("Kerst Foods", "coalition")),
        ("Its parent has set it aside. Ana Vega wept.", ("parent", "Ana Vega")),
    ],
)
def test_what_is_told_of_another_is_not(text: str, mentions: tuple[str, ...]) -> None:
    assert not same(text, *mentions)


def test_who_was_introduced_later_by_the_same_noun_is_no_body_named_before() -> None:
    told = "Her team of divers found bones. The bones lay deep. The team told reporters on Monday."
    (result,) = results([article_of(f"Kim Lund gave an interview to the Orvex Club. {told}")])
    teams = [m.entity for m in result.mentions if m.text.lower().endswith("team")]
    club = next(m.entity for m in result.mentions if m.text == "Orvex Club")
    assert len(set(teams)) == 1 and club not in teams


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The firm invested in oil and gas fields.", {"firm", "oil and gas fields"}),
        ("The ministry shut the north and south gates.", {"ministry", "north and south gates"}),
        ("The men seek Norwegian funding.", {"men", "Norwegian funding"}),
        ("Thousands of demonstrators blocked the road.", {"Thousands of demonstrators", "road"}),
    ],
)
def test_a_common_noun_keeps_all_that_stands_before_it_and_is_not_whose_it_is(text: str, names: set[str]) -> None:
    result = next(iter(results([article_of(text)])))
    told = result.statements[0]
    assert {told.subject.name, told.object.name if told.object else None} == names


def test_an_instrument_that_acts_stands_for_its_country() -> None:
    result = next(iter(results([article_of("Norwegian jets bombed the depot.")])))
    assert result.statements[0].subject.name == "Norway"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A spokeswoman for the Division of Water, Megan Reed, said no.", ("spokeswoman", "Megan Reed")),
        ("Otto Lund was charged with theft. The judge told the defendant so.", ("Otto Lund", "defendant")),
    ],
)
def test_names_and_roles_that_news_puts_for_one(text: str, mentions: tuple[str, str]) -> None:
    assert same(text, *mentions)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Otto Lund was ill. Mrs Lund put up posters.", ("Otto Lund", "Lund")),
        ("Otto Lund spoke. Lund said the mayor had convinced him.", ("Otto Lund", "mayor")),
        ("There was a hole, and he had dug it himself.", ("hole", "himself")),
        ("A resident of Port Halden, Ohio, said no.", ("resident", "Ohio")),
    ],
)
def test_what_only_stands_near_is_another(text: str, mentions: tuple[str, str]) -> None:
    assert not same(text, *mentions)


def test_who_says_they_is_who_they_are() -> None:
    text = "Councillors voted on the pool, which civic chiefs say they cannot afford."
    assert same(text, "civic chiefs", "they") and not same(text, "Councillors", "they")


def test_in_its_own_words_a_body_is_we_and_never_it() -> None:
    text = 'Ana Petrova, who leads an action group, spoke. She said: "If we lose the pool it will hurt people."'
    assert not same(text, "action group", "it")
