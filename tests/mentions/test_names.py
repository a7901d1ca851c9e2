"""What the proper names of an article name, told by form and context."""

import pytest

from kg.reading import article_of
from kg.run import results


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Guadalma Salvera Ortesa, 20, left the hospital.", "Guadalma Salvera Ortesa", "Person"),
        ("Elmstow were beaten on Monday.", "Elmstow", "Organization"),
        ("The march began in Elmstow, Alabama, at noon.", "Elmstow", "Place"),
        ("The court decided Brugge v. Norland on Monday.", "Brugge v. Norland", "Thing"),
        ("Doctors fear that Ebola will spread.", "Ebola", "Thing"),
        ("The Nervians voted on Monday; the miners did not.", "Nervians", "Population"),
        ("Talks with the Vatican failed on Monday.", "Vatican", "Government"),
        ("The storm reached Scotland on Monday.", "Scotland", "Country"),
        ("He left the State of New Jersey in May.", "State of New Jersey", "Place"),
        ("She sued Brandel & Lowe over the bridge.", "Brandel & Lowe", "Organization"),
        ("The premier praised Lee Min-su on Monday.", "Lee Min-su", "Person"),
    ],
)
def test_a_name_has_the_type_that_its_form_and_place_tell(text: str, name: str, type: str) -> None:
    (result,) = results([article_of(text)])
    assert [m.type for m in result.mentions if m.text == name] == [type]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Turnout was 47 percent.", "Turnout"),
        ("Police closed the bridge.", "Police"),
        ("Investigators said so.", "Investigators"),
        ("Ex-mayor of Nerva jailed for theft.", "Ex-mayor"),
    ],
)
def test_a_common_noun_at_the_start_of_a_sentence_is_no_name(text: str, word: str) -> None:
    (result,) = results([article_of(text)])
    assert "name" not in {m.kind for m in result.mentions if m.text == word}


def test_an_entity_has_its_full_name_and_the_mention_the_article_s() -> None:
    (result,) = results([article_of("The GOP lost two seats on Monday.")])
    assert {m.name for m in result.mentions if m.text == "GOP"} == {"GOP"}
    assert "Republican Party" in {e.name for e in result.entities}


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Goalkeeper Joe Hartwell saved a penalty.", "Joe Hartwell", "Person"),
        ("The Duchess of Elmsford opened the bridge.", "Duchess of Elmsford", "Person"),
        ("Theresa May went to Nerva.", "Theresa May", "Person"),
        ("The Nerva Jazz and Harbour Foundation paid.", "Nerva Jazz and Harbour Foundation", "Organization"),
        ("The Nerva Jazz & Folk Festival began.", "Nerva Jazz & Folk Festival", "Event"),
        ("Pupils sat their QPEs in May.", "QPEs", "Thing"),
        ("Most clients pay with M-Sarafu by phone.", "M-Sarafu", "Thing"),
        ("Critics said that “Malefora” was the best film.", "Malefora", "Work"),
        ("Brandel Parish deputies closed the road.", "Brandel Parish", "Place"),
        ("The Brandel Parish Coroner's Office named the victim.", "Brandel Parish Coroner's Office", "Organization"),
        ("On Friday they beat the Wexlers by two points.", "Wexlers", "Organization"),
    ],
)
def test_titles_teams_and_works_are_told_apart(text: str, name: str, type: str) -> None:
    (result,) = results([article_of(text)])
    assert [m.type for m in result.mentions if m.text == name] == [type]


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("District Attorney Perry Brandel will handle the case.", "Perry Brandel", "Person"),
        ("Norland Airlines Flight 370 left on Monday.", "Norland Airlines Flight 370", "Thing"),
        ("The navy bought an Orvex 777 in May.", "Orvex 777", "Thing"),
        ("Vice-President Orvin Pell left.", "Orvin Pell", "Person"),
        ("Planning and Investment Minister Tran Gia left.", "Tran Gia", "Person"),
        ("The fire at St. Orvin’s was out by noon.", "St. Orvin’s", "Place"),
        ("The mayor of Nerva hailed St. Orvin’s nurses.", "St. Orvin", "Place"),
        ("The book “How to Build a Bridge” was sold.", "How to Build a Bridge", "Work"),
        ("The price of Brent crude oil fell.", "Brent crude oil", "Thing"),
        ("Most New Jersey Republicans left.", "New Jersey", "Place"),
        ("NERVA — The mayor left.", "NERVA", "Place"),
        ("The show was seen in South African towns.", "South African", "Country"),
        ("The Jazz and Harbour Festival lost money.", "Jazz and Harbour Festival", "Event"),
        ("He left the Tremouth neighborhood.", "Tremouth", "Place"),
        ("Kim Lund's “Firework” was played.", "Firework", "Work"),
        ("Critics called “The Day of the Long Salt” dull.", "Day of the Long Salt", "Work"),
        ("Fans love the film It’s A Long Night in Nerva.", "It’s A Long Night", "Work"),
        ("He was reading The Emperor's New Boats to the crowd.", "Emperor's New Boats", "Work"),
        ("Readers of The Nervan's Kim Lund left.", "Nervan", "Organization"),
        ("Fans saw a copy of Long Salt by Kim Lund.", "Long Salt", "Work"),
        ("QUILLMORE, Tenn. (AP) — A bridge fell on Monday.", "QUILLMORE", "Place"),
        ("It happened on Meadowmoor Lane.", "Meadowmoor Lane", "Place"),
        ("He read of the University of Nerva's Index of Prices.", "University of Nerva", "Organization"),
        ("The Committee on Harbour Fees met.", "Committee on Harbour Fees", "Organization"),
        ("He met Secretary of State Kim Lund on Monday.", "Kim Lund", "Person"),
        ("Speaker of the House Kim Lund left.", "House", "Organization"),
        ("Members of Congress left.", "Congress", "Government"),
        ("Critics praised a novel called Saltwater.", "Saltwater", "Work"),
        ("The army took Cisterna, and raced to Corvano and Rome.", "Corvano", "Place"),
        ("She moved to Orvin, ND, in May.", "ND", "Place"),
        ("They met before Thanksgiving.", "Thanksgiving", "Event"),
        ("Readers saw it on nervanews.org on Monday.", "nervanews.org", "Organization"),
        ("Nerva Port Chief Operating Officer Eva Lund resigned.", "Nerva Port", "Place"),
        ("U.S. District Judge Eva Lund resigned.", "U.S.", "Country"),
        ("Assistant U.S. Attorney Eva Lund resigned.", "U.S.", "Country"),
        (
            "The Ministry of Environment, Waters and Forests met.",
            "Ministry of Environment, Waters and Forests",
            "Organization",
        ),
        ("They fear the Movement for Justice and Unity.", "Movement for Justice and Unity", "Organization"),
        ("The Ministry of Finance and Velmark Bank met.", "Ministry of Finance", "Organization"),
    ],
)
def test_offices_stay_outside_and_numbers_inside(text: str, name: str, type: str) -> None:
    (result,) = results([article_of(text)])
    assert [m.type for m in result.mentions if m.text == name] == [type]


@pytest.mark.parametrize(
    "text",
    ["It starts at 9 a.m. ET.", "He was OK on Monday.", "She called it “Not at all” good.", "In May 200 people died."],
)
def test_hours_answers_and_plain_quotations_are_no_names(text: str) -> None:
    (result,) = results([article_of(text)])
    assert [m.text for m in result.mentions if m.kind == "name"] == []


def test_a_hyphen_between_two_known_names_parts_them() -> None:
    (result,) = results([article_of("Orvex is poor. Nerva Bank is rich. The Orvex-Nerva Bank deal failed.")])
    assert [m.text for m in result.mentions if m.kind == "name"] == ["Orvex", "Nerva Bank"] * 2


def test_an_office_before_of_is_no_part_of_the_name() -> None:
    (result,) = results([article_of("The Minister of Defense and the Director of the Orvex Museum left.")])
    assert [m.text for m in result.mentions if m.kind == "name"] == ["Orvex Museum"]


def test_a_noun_of_a_fixed_phrase_is_no_mention() -> None:
    (result,) = results([article_of("A fire killed 298 people on board. The board met.")])
    assert [m.text for m in result.mentions] == ["fire", "people", "board"]


def test_a_score_is_no_part_of_a_name() -> None:
    (result,) = results([article_of("The Wexlers beat Brandel 102-98 on Monday.")])
    assert [m.text for m in result.mentions if m.kind == "name"] == ["Wexlers", "Brandel"]


def test_an_abbreviated_office_is_no_name() -> None:
    (result,) = results([article_of("Ken Clarkson, the MP for Brandel, spoke on Monday.")])
    assert {m.kind for m in result.mentions if m.text == "MP"} == {"nominal"}


def test_an_article_before_an_administration_is_not_its_president_s() -> None:
    (result,) = results([article_of("The plan of the Obama administration failed on Monday. Critics blamed Obama.")])
    assert {m.type for m in result.mentions if m.text == "Obama"} == {"Person"}


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("Friends of Dorrin Pask said his wife had called the police.", "Dorrin Pask", "Person"),
        ("Quillmore was born in Elmsford and graduated in 1990.", "Quillmore", "Person"),
        ("A jury convicted Marrow Teague of fraud.", "Marrow Teague", "Person"),
        ("Bexhill tweeted that she was fine.", "Bexhill", "Person"),
        ("Shares of Zentrix fell 4 percent on Monday.", "Zentrix", "Organization"),
        ("Savanto employees walked out.", "Savanto", "Organization"),
        ("Brightwater, a software company based in Nerva, sued its rival.", "Brightwater", "Organization"),
        ("Casterby, a town of 3,000 people, has no school.", "Casterby", "Place"),
        ("The mayor of Orrinvale resigned.", "Orrinvale", "Place"),
        ("The Skerry Point Lighthouse was built in 1880.", "Skerry Point Lighthouse", "Place"),
        ("Mayor Ada Brook opened the bridge.", "Ada Brook", "Person"),
        ("Critics of Tarnism left the hall.", "Tarnism", "Thing"),
        ("Carlisle beat Halifax 3-1. Carlisle fans sang.", "Carlisle", "Organization"),
        ("The storm reached Carlisle. Trains from Carlisle were late.", "Carlisle", "Place"),
        ("Critics in Nerva said The Interview was dull.", "Interview", "Work"),
        ("The raid was shown by OrrinTV on Monday.", "OrrinTV", "Organization"),
        ("The Gordon Pelican caught fire. Passengers aboard the Gordon Pelican left.", "Gordon Pelican", "Thing"),
        ("Doctors said the H5N8 virus was new.", "H5N8", "Thing"),
        ("Det Sgt Ray Pell left the hall.", "Ray Pell", "Person"),
        ("Shadow Chancellor Ed Barrow left.", "Ed Barrow", "Person"),
        ("Hurricane Odile destroyed the pier.", "Hurricane Odile", "Event"),
        ("The navy bought six Kr-29s in May.", "Kr-29s", "Thing"),
        ("His novel “The Long Salt,” was published in May.", "Long Salt", "Work"),
        ("The Nerva City Retirement System sold its bonds.", "Nerva City Retirement System", "Organization"),
        ("Investors sold shares in Kallinen on Monday.", "Kallinen", "Organization"),
        ("Farmers grow wheat in Kallinen all year.", "Kallinen", "Place"),
        ("Tulsby Flow Systems closed a plant. Tulsby walked away.", "Tulsby", "Organization"),
        ("Grantley have won twice in May.", "Grantley", "Organization"),
        ("Grantley Rovers, who have two games in hand, lost.", "Grantley Rovers", "Organization"),
        ("The hosts beat Grantley City 2-1 on Saturday.", "Grantley City", "Organization"),
        ("Ada Lund beat Kim Tulsby 6-4, 6-3 on Saturday.", "Kim Tulsby", "Person"),
        ("Brandel Town lost again. Brandel have won twice.", "Brandel Town", "Organization"),
        ("In Okarra a tram to the stadium of Okarra United was late.", "Okarra", "Place"),
        ("They won 2-0 at Pellmere.", "Pellmere", "Place"),
        ("A trip to Pellmere is next.", "Pellmere", "Place"),
        ("Raids hit the Gaza Strip and West Bank on Sunday.", "Gaza Strip", "Place"),
        ("Elka Gray won the race. She said the water was warm.", "Elka Gray", "Person"),
        ("The emails were obtained by the weekly Vigilia.", "Vigilia", "Organization"),
        ("They upset the Port Ashby Monarchs on Sunday.", "Port Ashby Monarchs", "Organization"),
        ("The grid operator, Transel, said so.", "Transel", "Organization"),
        ("Yes, said Dr. Yusuf Amaro of the Red Crescent.", "Yusuf Amaro", "Person"),
        ("He hurt his knee in Game 5 on Monday.", "Game 5", "Thing"),
        ("The bill pleased the Farmers' Union on Monday.", "Farmers' Union", "Organization"),
        ("The club won the Provincial Shield in May.", "Provincial Shield", "Event"),
        ("Hollis employees left. Hollis shares fell. Work on the Hollis Vega ended.", "Hollis Vega", "Thing"),
        ("The flight from Sundal was late.", "Sundal", "Place"),
        ("Trains went on to Hessel, 140 kilometres to the north.", "Hessel", "Place"),
        ("They bought it from Rennard, a French rival.", "Rennard", "Organization"),
        ("A farmer from Tarnley was hurt.", "Tarnley", "Place"),
        ("Lund beat fifth seed Mei Tanaka on Friday.", "Mei Tanaka", "Person"),
        ("The four-time All-Star lost.", "All-Star", "Organization"),
        ("The Velmark-led alliance won.", "Velmark", "Organization"),
        ("Velmark Ports closed a dock. Velmark denied it.", "Velmark", "Organization"),
        ("The Kerst-based firm lost.", "Kerst", "Place"),
        ("The supplier, Gazvel, paid.", "Gazvel", "Organization"),
        ("Kerst came from behind to beat Velda 3-2 on Sunday.", "Kerst", "Organization"),
    ],
)
def test_the_words_beside_a_name_tell_what_it_names(text: str, name: str, type: str) -> None:
    (result,) = results([article_of(text)])
    assert {m.type for m in result.mentions if m.text == name} == {type}


@pytest.mark.parametrize("text", ["She left in mid-August.", "He left on Nov. 3."])
def test_a_date_is_no_name(text: str) -> None:
    (result,) = results([article_of(text)])
    assert "name" not in {m.kind for m in result.mentions}


@pytest.mark.parametrize(
    ("text", "noun", "type"),
    [
        ("The skipper steered for the pier.", "skipper", "Person"),
        ("The housekeeper called a doctor.", "housekeeper", "Person"),
        ("The subcommittee met on Monday.", "subcommittee", "Organization"),
        ("A driveway was closed.", "driveway", "Place"),
        ("The printer broke on Monday.", "printer", "Thing"),
        ("The allegation was denied.", "allegation", "Thing"),
        ("The eruption lasted a week.", "eruption", "Event"),
        ("The increase was small.", "increase", "Event"),
        ("Their co-leader left.", "co-leader", "Person"),
        ("Results were good.", "Results", "Thing"),
    ],
)
def test_a_common_noun_stands_for_what_it_means_most_often(text: str, noun: str, type: str) -> None:
    (result,) = results([article_of(text)])
    assert [m.type for m in result.mentions if m.text == noun] == [type]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("One American was hurt.", {}),
        ("A French Moroccan man was held.", {}),
        ("Fans saw the first cricket Test.", {"Test": "Event"}),
        ("Crews met at the corner of Brandel and Orvin streets.", {"Brandel": "Place", "Orvin": "Place"}),
        ("The Government position was clear.", {"Government": "Organization"}),
        ("The Royal Commission into the Dock Trade met.", {"Royal Commission into the Dock Trade": "Organization"}),
        ("Shadow Foreign Affairs Minister Ana Lund left.", {"Ana Lund": "Person"}),
        ("The fire began at 8:46am (AEDT) on Monday.", {}),
        ("Crews recalled the September 11 attacks.", {}),
        ("Goalkeepers Ana Lund and Tom Reed left.", {"Ana Lund": "Person", "Tom Reed": "Person"}),
        ("Ana Lund of Berlin left.", {"Ana Lund": "Person", "Berlin": "Place"}),
        ("Dairy Australia met.", {"Dairy Australia": "Organization"}),
        ("The Norwegian Orvex deal failed. Shares of Orvex fell.", {"Norwegian": "Country", "Orvex": "Organization"}),
        ("The Orvin Tourism Industry Council met.", {"Orvin Tourism Industry Council": "Organization"}),
        ("A Middle Eastern woman was ill.", {}),
        ("Dr Ana Sultan left.", {"Ana Sultan": "Person"}),
        ("Fans met Bill Stone of the Dock Union.", {"Bill Stone": "Person", "Dock Union": "Organization"}),
        ("New statistics were released by the Cancer Council.", {"Cancer Council": "Organization"}),
        ("Peru won the match against Chile.", {"Peru": "Country", "Chile": "Country"}),
        (
            "Peru’s goalkeeper saved a penalty as Peru beat Chile. The match was in Bolivia.",
            {"Peru": "Organization", "Chile": "Organization", "Bolivia": "Country"},
        ),
        ("Fans read Ada Reed’s The Lonely Boats.", {"Ada Reed": "Person", "Lonely Boats": "Work"}),
        ("She starred in the film In The Name Of Nerva.", {"In The Name Of Nerva": "Work"}),
        ("The General Election is in May.", {"General Election": "Event"}),
        ("The Labour leader left.", {"Labour": "Organization"}),
        ("The Trade and Harbour Secretary Ana Lund left.", {"Ana Lund": "Person"}),
        ("Kim Lund, a Labour MP, left.", {"Kim Lund": "Person", "Labour": "Organization"}),
        ("Neither Ask Tarnix nor the others won.", {"Ask Tarnix": "Thing"}),
        ("He beat fellow Swede Kim Lund.", {"Kim Lund": "Person"}),
        ("Ana Lund of Kerst Orvin Wassel left.", {"Ana Lund": "Person", "Kerst Orvin Wassel": "Organization"}),
        ("It was sold to market leader Kerst.", {"Kerst": "Organization"}),
        ("There were few women in Parliament.", {"Parliament": "Organization"}),
        ("The Wilderness Society’s Ana Lund left.", {"Wilderness Society": "Organization", "Ana Lund": "Person"}),
    ],
)
def test_names_are_whole_and_of_their_kind(text: str, names: dict[str, str]) -> None:
    (result,) = results([article_of(text)])
    assert {m.text: m.type for m in result.mentions if m.kind == "name"} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They saw the play Flight into Tarn. He sold Flight into Tarn.", {"Flight into Tarn": "Work"}),
        ("She won for Not the Salt of the Sea.", {"Not the Salt of the Sea": "Work"}),
        ("She won with A Little Colder than Snow.", {"Little Colder than Snow": "Work"}),
        ("Ada Reed, a story about a horse, was sold.", {"Ada Reed": "Work"}),
        ("Harbour (1968) was sold.", {"Harbour": "Work"}),
        ("The 1997 novel Detective was his last.", {"Detective": "Work"}),
        (
            "Judges chose Ada Lund’s Orvin Strange and Mr Pell, a novel about the sea.",
            {"Ada Lund": "Person", "Orvin Strange and Mr Pell": "Work"},
        ),
        ("The song Kim Lund wrote was sold.", {"Kim Lund": "Person"}),
        ("In his book President Lund said so.", {"Lund": "Person"}),
        (
            "The Ministry of Trade and Industry, a report said, was shut.",
            {"Ministry of Trade and Industry": "Organization"},
        ),
        ("The Tarnbox 3 is expected in May.", {"Tarnbox 3": "Thing"}),
        (
            "The hosts beat Orvex United 2, Nerva Town 1 was the score.",
            {"Orvex United": "Organization", "Nerva Town": "Place"},
        ),
        ("He won the Nerva Book of the Year.", {"Nerva Book of the Year": "Thing"}),
        ("She won the Orvin Prize in May. The Orvin is old.", {"Orvin Prize": "Thing", "Orvin": "Thing"}),
        ("The Forum for the Harbour said so.", {"Forum for the Harbour": "Organization"}),
    ],
)
def test_titles_without_quotation_marks_models_and_prizes_are_whole_and_of_their_kind(
    text: str, names: dict[str, str]
) -> None:
    (result,) = results([article_of(text)])
    assert {m.text: m.type for m in result.mentions if m.kind == "name"} == names
