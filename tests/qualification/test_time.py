"""When it is: dates in the words of the news, against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

import kg
from kg.values import Article, Statement

WEDNESDAY = date(2021, 6, 16)


def read(text: str, published: date | None = WEDNESDAY) -> list[Statement]:
    return list(kg.extract([Article(iri="urn:x:1", text=text, published=published)]))


def when(text: str, relation: str, published: date | None = WEDNESDAY) -> str:
    s = next(s for s in read(text, published) if s.relation.text and relation in s.relation.text)
    return "" if s.time is None else f"{s.time.start}/{s.time.end or ''}"


@pytest.mark.parametrize(
    ("text", "relation", "days"),
    [
        ("The crews left early this morning.", "left", "2021-06-16/2021-06-16"),
        ("A man thought to have left in August was found.", "have left", "2020-08-01/2020-08-31"),
        ("It is an answer to a fire last May.", "is", ""),
        ("There was a meeting of the crews on Monday.", "was", "2021-06-14/2021-06-14"),
        ("Rebels shelled the port on Monday.", "shelled", "2021-06-14/2021-06-14"),
        ("Crews took Tarn on Monday, two days after rebels shelled it.", "shelled", "2021-06-12/2021-06-12"),
        ("The mill closed in 2010, two years after it opened.", "opened", "2008-01-01/2008-12-31"),
        ("Shares fell to $3 on March 5, the day before Orvex announced a sale.", "announced", "2021-03-06/2021-03-06"),
        ("The crews left Tarn. They came back two days before the vote.", "came", ""),
        ("Kim Lund asked for “progress toward a deal by Monday”.", "asked", ""),
        ("She died “peacefully on Monday,” the mayor said.", "died", "2021-06-14/2021-06-14"),
        ("Norland denied Monday reports that its crews had left.", "denied", "2021-06-14/2021-06-14"),
        ("The trial is expected to last three weeks.", "expected", ""),
        ("The port will open on Monday.", "open", "2021-06-21/2021-06-21"),
        ("Two sailors were killed in weekend raids by rebels.", "killed", "2021-06-12/2021-06-13"),
        ("Kim Lund blamed rebels for the weekend raids.", "blamed", ""),
        ("The council met Wednesday.", "met", "2021-06-16/2021-06-16"),
        ("The council met last week.", "met", "2021-06-07/2021-06-13"),
        ("The port has grown over the past decade.", "grown", "2011-06-16/2021-06-16"),
        ("Exports fell in the past year.", "fell", "2020-06-16/2021-06-16"),
        ("The council will meet next month.", "meet", "2021-07-01/2021-07-31"),
        ("Norland closed its border in March.", "closed", "2021-03-01/2021-03-31"),
        ("Norland closed its border in October.", "closed", "2020-10-01/2020-10-31"),
        ("Norland will open its border in October.", "open", "2021-10-01/2021-10-31"),
        ("Norland closed its border on March 5, 2019.", "closed", "2019-03-05/2019-03-05"),
        ("Norland closed its border on 5 March.", "closed", "2021-03-05/2021-03-05"),
        ("Norland closed its border in 2011.", "closed", "2011-01-01/2011-12-31"),
        ("Norland closed its border in early March.", "closed", "2021-03-01/2021-03-10"),
        ("Norland closed its border in the late 1960s.", "closed", "1967-01-01/1969-12-31"),
        ("Norland closed its border over the weekend.", "closed", "2021-06-12/2021-06-13"),
        ("Norland will close its border over the weekend.", "close", "2021-06-19/2021-06-20"),
        ("Norland helped close the border on Monday.", "helped", "2021-06-14/2021-06-14"),
        (
            "Norland lost the war of 1986. In 1986 it fell. By June 1986 all had left. In March it fought.",
            "fought",
            "1986-03-01/1986-03-31",
        ),
        ("Norland closed its border at the end of January.", "closed", "2021-01-25/2021-01-31"),
        ("Ana Petrova has led the party since 2009.", "led", "2009-01-01/2021-06-16"),
        ("Ana Petrova has led the party since March.", "led", "2021-03-01/2021-06-16"),
        ("The bridge should be finished by March.", "finished", "2022-03-01/2022-03-31"),
        ("Crews wait until the study is finished in March.", "finished", "2022-03-01/2022-03-31"),
        ("The bridge may have fallen in March.", "fallen", "2021-03-01/2021-03-31"),
        ("Norland said on Tuesday it would open the border next week.", "open", "2021-06-21/2021-06-27"),
        ("Norland said on Tuesday it would open the border next week.", "said", "2021-06-15/2021-06-15"),
        ("Elections are due in the second half of the year.", "are", "2021-07-01/2021-12-31"),
        ("The crews left three days ago.", "left", "2021-06-13/2021-06-13"),
        ("The crews left yesterday.", "left", "2021-06-15/2021-06-15"),
        ("The strike began on May 3. It ended two days later.", "ended", "2021-05-05/2021-05-05"),
        ("Norland must pay by the end of the month.", "pay", "2021-06-16/2021-06-30"),
        ("Ana Petrova ruled the town from 1990 to 1995.", "ruled", "1990-01-01/1995-12-31"),
        ("In the 1980s the mill lost its weavers.", "lost", "1980-01-01/1989-12-31"),
        ("Police arrested the driver on Saturday night.", "arrested", "2021-06-12/2021-06-12"),
        ("The ship sank in the early hours of Monday.", "sank", "2021-06-14/2021-06-14"),
        ("The mill closed on Christmas Day.", "closed", "2020-12-25/2020-12-25"),
        ("The bank opened in May last year.", "opened", "2020-05-01/2020-05-31"),
        ("Sales fell 5 percent in the first quarter.", "fell", "2021-01-01/2021-03-31"),
        ("The port was closed between Monday and Thursday.", "closed", "2021-06-14/2021-06-17"),
        ("The show runs until July 4.", "runs", "2021-06-16/2021-07-04"),
        ("The team plays Norland on Saturday.", "plays", "2021-06-19/2021-06-19"),
        ("She joined the party in 1998. She left the following year.", "left", "1999-01-01/1999-12-31"),
        ("The treaty was signed in the 19th century.", "signed", "1801-01-01/1900-12-31"),
        ("The mill closed in the summer of 2014.", "closed", "2014-06-01/2014-08-31"),
        ("Sales fell in the second quarter of last year.", "fell", "2020-04-01/2020-06-30"),
        ("Sales fell in the first half of 2020.", "fell", "2020-01-01/2020-06-30"),
        ("The mayor will leave in the fall.", "leave", "2021-09-01/2021-11-30"),
        ("Norland was weak in the fall of the old king.", "was", ""),
        ("The mill closed on Memorial Day.", "closed", "2021-05-31/2021-05-31"),
        ("The mill closed on Easter Monday last year.", "closed", "2020-04-13/2020-04-13"),
        ("The mill closed over the Thanksgiving weekend.", "closed", "2020-11-26/2020-11-29"),
        ("The mill will close over the Labor Day weekend.", "close", "2021-09-04/2021-09-06"),
        ("The mill opened in May 1990. That year the mayor left.", "left", "1990-01-01/1990-12-31"),
        ("The mill burned on June 3. The mayor left the next morning.", "left", "2021-06-04/2021-06-04"),
        ("The mill burned in May 2019. The mayor left the next morning.", "left", ""),
        ("The mayor said that day care is cheap.", "is", ""),
        ("Since the strike in 2013, the army has ruled Norland.", "ruled", "2013-01-01/2021-06-16"),
        ("In the first week of May the river burst its banks.", "burst", "2021-05-01/2021-05-07"),
        ("The vote is on Sunday.", "is", "2021-06-20/2021-06-20"),
        ("Sales rose between Nov. 28, 2005, and Oct. 12, 2006.", "rose", "2005-11-28/2006-10-12"),
        ("Late in December, the court freed him.", "freed", "2020-12-22/2020-12-31"),
        ("The dispute dates back to 1974.", "dates", "1974-01-01/"),
        ("In the three months to March, sales of boats rose 4%.", "rose", "2021-01-01/2021-03-31"),
        ("Wages fell 3% in the year ended 31 May 2019.", "fell", "2018-06-01/2019-05-31"),
        ("Profits at the mill rose 9% for the six weeks to 11 June.", "rose", "2021-05-01/2021-06-11"),
        ("The mayor cut her forecast for the year to April 2022.", "cut", ""),
        ("Rebels attacked the port overnight.", "attacked", "2021-06-15/2021-06-16"),
        ("The pass will be closed overnight.", "closed", "2021-06-16/2021-06-17"),
        ("The crews left on May 3. Overnight fires burned the mill.", "burned", ""),
        ("The pier closed in 2012. Since then the town has lost its mills.", "lost", "2012-01-01/2021-06-16"),
        ("The court freed him earlier in the week.", "freed", "2021-06-14/2021-06-16"),
        ("The court freed him earlier this month.", "freed", "2021-06-01/2021-06-16"),
        ("The court will hear him later this week.", "hear", "2021-06-14/2021-06-20"),
        ("Talks were held from July to November 1997.", "held", "1997-07-01/1997-11-30"),
        ("The fleet was built between November and March 1904.", "built", "1903-11-01/1904-03-31"),
        ("The fair will be held on 5-6 July.", "held", "2021-07-05/2021-07-06"),
        ("The mill lost ten men in the closing months of 2019.", "lost", "2019-09-01/2019-12-31"),
        ("Sales rose 5% in the first six months of 2019.", "rose", "2019-01-01/2019-06-30"),
        ("In the last three months of last year sales of fish rose.", "rose", "2020-10-01/2020-12-31"),
        ("Wages will rise this year and next.", "rise", "2021-01-01/2022-12-31"),
        ("The club will hold its 2022 autumn fair in Tarn.", "hold", "2022-09-01/2022-11-30"),
        ("She came back from Tarn on Monday.", "came", "2021-06-14/2021-06-14"),
        ("The hall opens at 2015.", "opens", ""),
        ("The two sides are meeting on Friday.", "meeting", "2021-06-18/2021-06-18"),
    ],
)
def test_dates_are_resolved_as_news_writes_them(text: str, relation: str, days: str) -> None:
    assert when(text, relation) == days


@pytest.mark.parametrize(
    ("text", "relation", "days"),
    [
        ("Ana Petrova said on Monday that the port burned.", "said", "2021-06-14/2021-06-14"),
        ("Ana Petrova said on Monday that the port burned.", "burned", ""),
        ("Ana Petrova said the port burned on Monday.", "burned", "2021-06-14/2021-06-14"),
        ("The port burned on Monday, Ana Petrova said.", "said", ""),
        ("The debate on Tuesday angered the farmers.", "angered", ""),
        ("Orvex sold mills between 2009 and 2012.", "sold", "2009-01-01/2012-12-31"),
        ("The farmers agreed on Monday to leave the valley.", "agreed", "2021-06-14/2021-06-14"),
        ("The president on Tuesday praised the farmers.", "praised", "2021-06-15/2021-06-15"),
        ("On Monday the storm hit Nerva and sank the ferry.", "sank", "2021-06-14/2021-06-14"),
        ("In May the flood forced the farmers to leave the valley.", "leave", "2021-05-01/2021-05-31"),
        ("Norland signed the treaty of 1920.", "signed", ""),
        ("The mayor spoke at Monday’s hearing.", "spoke", "2021-06-14/2021-06-14"),
        ("Rebels launched an attack on the port on Monday.", "launched", "2021-06-14/2021-06-14"),
        ("Police tried to find a suspect in the robbery on Monday.", "find", ""),
        ("The robbery took place on June 3 when a man entered the bank.", "entered", "2021-06-03/2021-06-03"),
        ("The driver was booked into jail Saturday and released Sunday.", "released", "2021-06-13/2021-06-13"),
        ("As of Monday, the price was two dollars.", "was", "2021-06-14/2021-06-14"),
        ("In May, Orvex cut its price, while the levy was raised.", "raised", "2021-05-01/2021-05-31"),
        ("Orvex cut its price in May, while the levy was raised.", "raised", ""),
        ("For the year to March 2022, the outlook is good.", "is", "2021-04-01/2022-03-31"),
        ("The judge set the trial for Friday.", "set", ""),
        ("The mayor told the Today programme that the port burned.", "told", ""),
        ("The farmers may leave the valley.", "leave", ""),
        ("March is a cold month in Nerva.", "is", ""),
        ("More than a decade ago the mayor left Nerva.", "left", ""),
        ("Oil is cheap for the first time since May 2009.", "is", ""),
        ("Oil has been cheap since May 2009.", "been", "2009-05-01/2021-06-16"),
        ("On Monday the mayor left, sparking protests.", "sparking", "2021-06-14/2021-06-14"),
        ("The mayor left on Monday, sparking protests.", "sparking", "2021-06-14/2021-06-14"),
        ("On Friday the mayor left Nerva, and rebels shelled the port.", "shelled", "2021-06-11/2021-06-11"),
        ("The mayor left Nerva on Friday, and rebels shelled the port.", "shelled", ""),
        ("On Friday, as rebels shelled the port, the mayor left Nerva.", "shelled", "2021-06-11/2021-06-11"),
        ("Monday’s storm, which sank two ships, angered the farmers.", "sank", "2021-06-14/2021-06-14"),
        ("During a visit to the port on Sunday, the mayor praised the crews.", "praised", "2021-06-13/2021-06-13"),
        ("They estimated by 2050 the sea would rise.", "rise", "2050-01-01/2050-12-31"),
        ("They estimated by 2050 the sea would rise.", "estimated", ""),
        ("Tomorrow will be a quiet day in Nerva.", "be", "2021-06-17/2021-06-17"),
        ("The mayor wrote the forecast for Monday.", "wrote", ""),
        ("The vote is set for Monday.", "is set", "2021-06-21/2021-06-21"),
        ("The figure, from a report last year, angered the farmers.", "angered", ""),
        ("The mayor said Monday the army would leave Nerva.", "said", "2021-06-14/2021-06-14"),
        ("The mayor said Monday the army would leave Nerva.", "leave", ""),
        ("Officials announced Thursday the bridge will close.", "close", ""),
        ("The council meets every Tuesday.", "meets", ""),
        ("The mill will stop buying milk next month.", "will stop", "2021-07-01/2021-07-31"),
        ("The council extended the deadline until July.", "extended", ""),
        ("On Saturday, when shops close early, the mayor left.", "close", ""),
        ("On Monday she said she did not know the mayor.", "know", ""),
        ("The strike is the longest in a series of strikes since May.", "is", ""),
        ("In May 2020 the mill closed. Sales rose to $3 billion from $2 billion a year earlier.", "rose", ""),
        ("We are sorry for all delays. — Nerva Port (@nervaport) June 3, 2021", "are", ""),
        ("The minister refused to resign on Wednesday.", "refused", "2021-06-16/2021-06-16"),
        ("The leaders agreed to meet on Friday.", "meet", "2021-06-18/2021-06-18"),
        ("The captain will return for Sunday's match.", "return", "2021-06-20/2021-06-20"),
        ("The club was fined for Sunday's riot.", "fined", ""),
        ("Fans fought during last month's final.", "fought", "2021-05-01/2021-05-31"),
        ("Nobody wants a vote in August.", "wants", ""),
        ("The offer represents a premium of 38 percent to the price on Friday.", "represents", ""),
        ("The firm reported a loss for the first quarter.", "reported", ""),
        ("Rain set off floods over the weekend.", "set off", "2021-06-12/2021-06-13"),
        ("The crews planned to leave on Friday.", "leave", "2021-06-18/2021-06-18"),
        ("Norland offered help on Monday.", "offered", "2021-06-14/2021-06-14"),
        ("In 1994 she moved to Tarn, opened a shop and wrote a book.", "wrote", "1994-01-01/1994-12-31"),
        ("The ferry sank on Monday, killing two sailors.", "killing", "2021-06-14/2021-06-14"),
        ("She won the seat in the 2017 election.", "won", "2017-01-01/2017-12-31"),
        ("She wrote of the war in her 2017 book.", "wrote", ""),
        ("About 60 farmers attended Sunday's meeting in Tarn.", "attended", "2021-06-13/2021-06-13"),
        ("The farmers condemned Sunday's meeting.", "condemned", ""),
        ("The port has cut 900 jobs since the January 2019 strike.", "cut", "2019-01-01/2021-06-16"),
        ("It was the third vote since the May 2019 strike.", "was", ""),
        ("Kim Lund has led the club for the past three years.", "led", "2018-06-16/2021-06-16"),
        ("Orvex hired fewer weavers than expected in May.", "hired", "2021-05-01/2021-05-31"),
        ("The bank restated 2019 results.", "restated", ""),
        ("Ana May said the ferry was late.", "said", ""),
        ("Since its founding by Kim Lund in 1990, the school has moved.", "founding", "1990-01-01/1990-12-31"),
        ("Since its founding by Kim Lund in 1990, the school has moved.", "moved", "1990-01-01/2021-06-16"),
        ("She came in 1998. The following year Tarn hosted the fair.", "hosted", "1999-01-01/1999-12-31"),
        ("She came in 1998. The following year Orvex hosted the fair.", "hosted", "1999-01-01/1999-12-31"),
        ("Kim Lund has been popular since taking office in March.", "been", "2021-03-01/2021-06-16"),
        ("The mill has lost ten men since it opened on 3 May.", "lost", "2021-05-03/2021-06-16"),
        ("The mill has lost ten men since it opened on 3 May.", "opened", "2021-05-03/2021-05-03"),
        ("The film is being shown on Friday.", "shown", "2021-06-18/2021-06-18"),
        ("Two barns were set on fire on Saturday.", "set", "2021-06-12/2021-06-12"),
    ],
)
def test_a_date_belongs_to_its_own_predicate(text: str, relation: str, days: str) -> None:
    assert when(text, relation) == days


def test_without_a_day_of_publication_relative_dates_stay_words() -> None:
    (s,) = read("Rebels shelled the port last week.", None)
    assert s.time is None
    assert ("time", "last week") in {(a.role, a.text) for a in s.arguments}
    assert when("Rebels shelled the port in 2011.", "shelled", None) == "2011-01-01/2011-12-31"


def test_dates_can_be_read_where_they_stand() -> None:
    text = "On Monday rebels shelled the port, which had opened in March 2019, and left it two days later."
    for s in read(text):
        assert s.time is None or text[slice(*s.time.span)] == s.time.text
