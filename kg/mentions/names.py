"""Proper names: where they stand. Runs of capitalised words are cut at titles, nationalities and conjunctions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg import lexicon
from kg.mentions import gazetteer
from kg.mentions.nouns import NOUNS, is_known, type_of
from kg.parsing import Parse, Sent, Word
from kg.values import EntityType

# The labels of what has a name.
VOTES = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"})
_AMOUNTS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_LEXICAL = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "VBN", "VBG", "FW", "CD"})
_SAID = frozenset({"VB", "VBP", "RB"})
_IN_TITLES = lexicon.words("lexicon/name_words", kind="small")
# What opens a title and no other name.
_OPENING_TAGS = frozenset({"IN", "PRP", "PRP$", "RB", "VB", "VBG", "WP", "WRB"})
_SMALL = frozenset({"IN", "TO", "CC", "DT"})
_OPENING = frozenset("“‘\"'`•([{*·–—-:|") | {"``", "--", "''"}
_DOCTORS = frozenset({"Dr.", "St."})  # a drive and a street too
HYPHENS = frozenset("-–‑")
_LINKS = frozenset({"of", "for", "on", "into"})
_DATED = frozenset({"—", "–", "--", "-", "|"})
QUOTES = frozenset("\"“”‘’'") | {"``", "''"}
_NO_PART = (lexicon.words("lexicon/determiners") | {"former", "then", "assistant", "deputy", "acting"}) - {"no"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
SITES = (".com", ".org", ".net", ".co.uk", ".io", ".gov", ".edu")
# Words of a known name that small words or numbers part.
_LONGEST = 6

TITLES = {r["title"]: r for r in lexicon.table("lexicon/titles")}
GIVEN = lexicon.mapping("lexicon/given_names", "name", "gender")
SURNAMES = lexicon.words("lexicon/name_heads", surname="yes")
HEADS = lexicon.mapping("lexicon/name_heads", "word", "type")
_NO_NAMES = lexicon.words("lexicon/name_words", kind="none")
ZONES = lexicon.words("lexicon/name_words", kind="zone")
_HOUR = re.compile(r"\d$|\b[ap]\.?m\.?$|\d[ap]m$")
FORERUNNERS = lexicon.words("lexicon/name_words", kind="forerunner")
_NUMBERED = lexicon.words("lexicon/name_words", kind="numbered")
LEGAL = lexicon.words("lexicon/name_words", kind="legal")
_TOPICS = lexicon.words("lexicon/name_words", kind="topic")
GENERATIONS = lexicon.words("lexicon/name_words", kind="generation")
_STRONG = {"weak": ""}
CREEDS = lexicon.mapping("lexicon/creeds", "word", "type")
_PREFIXES = lexicon.words("lexicon/prefixes")
_CALENDAR = lexicon.words("lexicon/calendar")
_MONTHS = lexicon.words("lexicon/calendar", kind="month")
_PARTICLES = lexicon.mapping("lexicon/particles", "word", "place")


@dataclass(slots=True)
class Name:
    """A proper name in the text: its words, what stands before it, what it names.

    first, last: indices of its words, both included; end: offset of its last character, which may lie inside a word
    (*U.K.-based*); title: the words of a title before it.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    type: EntityType = "Thing"
    title: tuple[str, ...] = ()


def find(parse: Parse) -> list[Name]:
    """The names of an article, in order, none overlapping."""
    words = parse.words
    plain: list[Sent] = []
    shouted: list[Sent] = []
    for sent in parse.sentences:
        (shouted if _is_title_case(words, sent) else plain).append(sent)
    inside = _capitals_inside(words, plain)
    small = Counter(w.text for w in words if w.text[0].islower())
    lower = {x for x, n in small.items() if n > inside.get(x.title(), 0)}
    # *Police* is known from a police department, *Pike* from Alan Pike.
    known = {w.text for w in words if w.ner == "PERSON"}
    inside = Counter(
        {x: n for x, n in inside.items() if NOUNS.keys().isdisjoint((x.lower(), x.lower()[:-1])) or x in known}
    )
    found = _titles_again(parse, [n for sent in plain for n in _names_of(parse, sent, lower, inside)])
    known = {n.text.casefold() for n in found}
    for sent in shouted:
        found.extend(_known_names(parse, sent, known, lower))
    found.sort(key=lambda n: n.first)
    return list(_halves_apart(parse, found))


def _titles_again(parse: Parse, found: list[Name]) -> list[Name]:
    """*Kim bought Flight into Salt*: a title that small words part, once told, is whole wherever it stands."""
    words = parse.words
    for t in [n for n in found if n.type == "Work" and any(map(str.islower, n.text.split()))]:
        for w in words[: t.first - t.last]:
            j = w.i + t.last - t.first
            if w.text == words[t.first].text and parse.text(w, words[j]) == t.text:
                again = replace(t, first=w.i, last=j, start=w.start, end=words[j].end)
                found = [*(n for n in found if n.last < w.i or n.first > j), again]
    return found


def _halves_apart(parse: Parse, found: list[Name]) -> Iterator[Name]:
    """*the Orvex-Nerva Bank deal*, *Norlandish Orvex* name two where the article has both, the firm, of them too."""
    words = parse.words
    texts = {n.text for n in found}
    for n in found:
        hyphen = next((w.i for w in words[n.first + 1 : n.last] if w.text in HYPHENS), 0)
        land = n.first < n.last and not hyphen and words[n.last].text not in HEADS
        land = land and gazetteer.demonym(words[n.first].text) is not None
        second = hyphen + 1 if hyphen else n.first + 1 if land and not gazetteer.lookup(n.text) else 0
        halves = [(n.first, hyphen - 1 if hyphen else n.first), (second, n.last)] if second else []
        if halves and {parse.text(words[a], words[b]) for a, b in halves[land:]} <= texts:
            yield from (_name(parse, a, b, n.title if a == n.first else ()) for a, b in halves)
        else:
            yield n


def _capitals_inside(words: list[Word], plain: list[Sent]) -> Counter[str]:
    """How often words are met with a capital where no sentence begins and not all words have one."""
    pairs = (pair for s in plain for pair in pairwise(words[s.first : s.last]))
    return Counter(w.text for before, w in pairs if w.text[0].isupper() and before.text not in _OPENING)


def _is_title_case(words: list[Word], sent: Sent) -> bool:
    """Whether a sentence has capitals on most of its longer words, as headlines do; names alone do not count."""
    ends = words[sent.last - 1].text in (".", "?", "!", ";")
    told = any(w.tag in _FINITE and w.text.islower() for w in words[sent.first : sent.last])
    if ends and (told or words[sent.first].tag == "VB"):
        return False
    long = [w for w in words[sent.first : sent.last] if len(w.text) > 3 and w.text[0].isalpha() and w.tag not in _SMALL]
    if len(long) < 3:
        return False
    capital = [w for w in long if w.text[0].isupper() or w.text.partition("-")[2][:1].isupper()]
    shouted = long if sent.kind == "headline" else capital
    return len(capital) >= 0.75 * len(long) and any(w.tag not in _NAME_TAGS or w.text.isupper() for w in shouted)


def _is_capital(w: Word) -> bool:
    """*Nerva*, *iPort*, *as-Sham*, *nervanews.org*."""
    text = w.text
    if text[0].isupper() or text.endswith(SITES):
        return True
    if "-" not in text:
        return len(text) > 2 and text[0].islower() and text[1].isupper() and text[1:].isalnum()
    small, _, rest = text.partition("-")
    return small not in _PREFIXES and len(small) < 4 and rest[:1].isupper() and rest[1:].islower()


def _names_of(parse: Parse, sent: Sent, lower: set[str], inside: Counter[str]) -> Iterator[Name]:
    words = parse.words
    i = sent.first
    while i < sent.last:
        w = words[i]
        if w.text.isalpha() and w.text.islower() and w.text not in _PARTICLES:
            i += 1  # begins no name, as most words
            continue
        if w.text == "#" and i + 1 < sent.last and words[i + 1].start == w.end and words[i + 1].text[0].isalpha():
            yield _name(parse, i + 1, i + 1, ())
            i += 2
            continue
        if w.text[0].isupper() and _opens_office(words[i : min(i + 4, sent.last)]):
            i += 2
            continue
        if title := _title(words, i, sent):
            yield replace(_name(parse, *title[:2], ()), type=title[2])
            i = title[1] + 1
            continue
        if w.text[0] == "@" and len(w.text) > 2:
            yield _name(parse, i, i, ())
        far = _known_end(parse, i, sent.last) if w.text[0].isupper() and w.lower not in _NO_PART else i
        if w.text[0] == "@" or not (far > i or _begins(words, i, sent, lower, inside)):
            i += 1
            continue
        j = _run_end(words, i, sent.last)
        yield from [_name(parse, i, far, ())] if far > j else _cut(parse, i, j)
        i = max(j, far) + 1


def _opens_office(words: list[Word]) -> bool:
    """*the Trade and Harbour Secretary*"""
    office = TITLES.get(words[-1].text, {"weak": "yes"})
    return len(words) == 4 and words[1].text == "and" and words[2].text.istitle() and not office["weak"]


def _title(words: list[Word], i: int, sent: Sent) -> tuple[int, int, EntityType] | None:
    """*“How to Build a Bridge”*, *the film In The Name Of Kim*: first and last word of a title, without its article.

    It stands between quotation marks, behind what it is, its article or small first word has a capital inside a
    sentence, or who made it or what it is follows; small words may part its capitals. With the type that this tells.
    """
    quoted, before = words[i].text in QUOTES, words[max(i - 1, sent.first)]
    work = before.tag in ("NN", "JJ") and type_of(before.lemma) == "Work"
    w, inside = words[i], before.i < i and before.text[-1].isalnum()
    article = w.text in ("The", "A", "An") and inside and not work
    opens = before.text.islower() and w.text[1:].islower() and (w.text == "Not" or w.tag[0] in "IPW")
    first = j = i + quoted
    if first >= sent.last or not words[first].text[0].isupper():
        return None
    while j + 1 < sent.last and not (quoted and words[j + 1].text in QUOTES):
        n = words[j + 1]
        capital = n.text[0].isupper() and (quoted or n.ner not in ("DATE", "TIME"))
        small = n.lower in _IN_TITLES or (
            n.text in _POSSESSIVE if quoted or work or article or opens else n.lower == "and"
        )
        small |= quoted and len(n.text) < 5 and (n.tag not in _FINITE or n.text[0] in QUOTES)
        small &= w.text != "The" or not article or n.lower in ("of", "the") or n.text in _POSSESSIVE
        later = words[j + 2 : min(j + 4, sent.last)] if small else []
        # *the film Tarn in Nerva*, *The Nervan’s Kim Lund*, but *Kim Lund’s The Life of Ada*
        parted = not quoted and later and (n.tag == "IN" or n.text in _POSSESSIVE) and before.tag != "POS"
        where = parted and (later[0].ner in ("GPE", "LOC", "PERSON") or later[0].text in GIVEN)
        if not (capital or any(x.text[0].isupper() for x in later)) or where:
            break
        j += 1
    while j > first and (not words[j].text[-1].isalnum() or (words[j].text.islower() and not quoted)):
        j -= 1
    parts = [x for x in words[first + 1 : j] if x.text.islower()]
    first += words[first].lower in ("the", "a", "an") and j > first
    several = sum(x.text[0].isupper() for x in words[first : j + 1]) > 1
    if quoted:
        told = before.text[-1].isalpha() and before.text not in GIVEN and before.i < i
        closed = any(x.text in QUOTES for x in words[j + 1 : j + 3]) and words[j].text[0].isupper()
        return (first, j, "Thing") if told and closed and (several or work or before.tag == "POS") else None
    if j == i:
        return (i, i, "Work") if work and w.text in TITLES else None  # *the novel Detective*
    opens |= work and w.tag in _OPENING_TAGS
    # *Salt and Tar by Ada Lund*, *Salt and Tar, a long novel*
    behind = [*words[j + 1 : j + 7], w, w]
    made = behind[0].text == "," and any(x.dep == "appos" and type_of(x.lemma) == "Work" for x in behind)
    made |= behind[0].lower == "by" and behind[1].ner == "PERSON" and before.tag != "IN"
    told = (opens and j > i + 1) or (parts and (work or made)) or (article and w.text != "The" and several)
    return (
        (first, j, "Work")
        if told
        else (first, j, "Thing")
        if first > i and (work or (article and w.text == "The"))
        else None
    )


def is_dated(words: list[Word], j: int) -> bool:
    """*Tarn (1968)*"""
    mark, year, close = (w.text for w in words[j + 1 : j + 4]) if j + 3 < len(words) else ("", "", "")
    return mark == "(" and close == ")" and year.isdigit() and len(year) == 4


def _begins(words: list[Word], i: int, sent: Sent, lower: set[str], inside: Counter[str]) -> bool:
    w = words[i]
    if not _is_capital(w):
        return _PARTICLES.get(w.lower) is not None and _is_particle_start(words, i, sent.last)
    met = w.tag in _NAME_TAGS and w.text in inside
    if w.ner in _AMOUNTS and not (met and (w.ner == "CARDINAL" or (w.ner == "DATE" and w.lower not in _CALENDAR))):
        feast = gazetteer.lookup(w.text)
        return feast is not None and feast.type == "Event"
    hour = _HOUR.search(words[i - 1].lower) or len(w.text) > 3
    if w.text in _NO_NAMES or (w.text in ZONES and hour):
        return False  # *9 a.m. ET*, *8:46am (AEST)*
    if w.lower in _MONTHS and i + 1 < sent.last and words[i + 1].text.isdigit():
        return False  # *the September 11 attacks*
    letter = len(w.text) == 1 and i + 2 < sent.last and words[i + 1].text in HYPHENS
    if w.text == "I" or "@" in w.text or (letter and (w.text in "RDI" or not words[i + 2].text.istitle())):
        return False  # *a T-shirt*, *R-Nerva*, but *T-Mobile*
    if i > sent.first and words[i - 1].text not in _OPENING:
        # *Neither Ask Orvex nor*, *best actress for Suddenly Last Night*
        said = w.tag in _SAID and i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].tag in _NAME_TAGS
        return w.tag in _LEXICAL or bool(w.ner) or w.text.endswith(SITES) or said
    # The first word of a sentence has its capital from there.
    following = words[i + 1] if i + 1 < sent.last else None
    if is_dateline(words, i) or is_dated(words, i):
        return True
    common = w.lower in NOUNS and (not w.ner or (NOUNS[w.lower]["type"] == "None" and w.text not in GIVEN))
    if common and following is not None and following.text.islower() and w.text not in inside:
        return False
    known = w.text in inside and w.lower not in lower
    if known and w.dep in ("nsubj", "nsubjpass"):
        return True
    if w.tag in _NAME_TAGS and (known or w.lower not in lower):
        # *Neighbouring Norland left*
        return not (w.lower.endswith(("ing", "ed", "ly")) and following is not None and following.ner_start)
    together = i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].ner and not words[i + 1].ner_start
    if w.tag in _LEXICAL and (known or (w.ner and together)):
        return True
    if sent.kind == "headline" and CREEDS.get(w.text) == "Organization":
        return True  # *Labour plans a new law*
    return gazetteer.demonym(w.text) is not None or (w.ner != "" and w.lower not in lower and w.tag == "JJ")


def is_dateline(words: list[Word], i: int) -> bool:
    """*NERVA, Tenn. (AP) —*: whether capitals alone stand from word i to a dash."""
    if not words[i].text.isupper() or len(words[i].text) < 4:
        return False
    behind = words[i + 1 : i + 12]
    dash = next((k for k, w in enumerate(behind) if w.text in _DATED), len(behind))
    return dash < len(behind) and not any(w.text.islower() and w.text.isalpha() for w in behind[:dash])


def _is_particle_start(words: list[Word], i: int, last: int) -> bool:
    """*de Mistura*, *al-Qaeda*: a small word that belongs to the name after it."""
    hyphen = i + 2 < last and words[i + 1].text in HYPHENS and words[i + 1].start == words[i].end
    target = words[min(i + 1 + hyphen, last - 1)]
    return target.text[0].isupper() and (hyphen or _PARTICLES[words[i].lower] == "open")


def _known_end(parse: Parse, i: int, last: int) -> int:
    """*Brent crude oil*, *S&P 500*: the last word of the longest known name that begins at word i."""
    start = parse.words[i].start
    known = gazetteer.long_names().get(parse.article.text[start : start + 3].replace("’", "'"), ())
    ends = range(min(i + _LONGEST, last) - 1, i, -1) if known else ()
    return next((j for j in ends if parse.text(parse.words[i], parse.words[j]).replace("’", "'") in known), i)


def _run_end(words: list[Word], i: int, last: int) -> int:
    """Index of the last word of the run of name words that begins at i."""
    j = i
    while j + 1 < last and (step := _step(words, i, j, last)):
        j += step
    return j


def _step(words: list[Word], i: int, j: int, last: int) -> int:
    """How many words further the run of words i to j goes on; 0 where it ends."""
    w, n = words[j], words[j + 1]
    after = words[j + 2] if j + 2 < last else None
    if n.text in HYPHENS and n.start == w.end:
        # *Lee Min-su*: the recogniser sees the second half of a given name.
        part = after is not None and after.start == n.end and (after.text[0].isupper() or _continues(words, j, j + 2))
        return 2 if part else 0
    if n.text[-1].isdigit() and w.text in _NUMBERED:
        return 1  # *Norland Airlines Flight 370*
    if _is_capital(n) and n.text != "I":
        # May, June and April are names too; *Flight 370* is no date.
        dated = n.ner in ("DATE", "TIME") and n.ner_start and n.text not in _NUMBERED
        return 0 if dated and w.text not in GIVEN else 1
    if after is None:
        return 0
    if n.lower in _PARTICLES:
        return _over_particles(words, j, last)
    if n.text in QUOTES and j + 4 < last and words[j + 3].text in QUOTES:
        # *James “Jimmy” Lund*
        return 4 if _is_capital(after) and _is_capital(words[j + 4]) else 0
    if n.lower in _LINKS:
        return _over_preposition(words, i, j, last)
    if not _is_capital(after):
        # *Orvex 777*, *the PlayBox 3* are names, *Nerva 88 to 80* is a score, *Lund 3 points* no name.
        model = n.text.isdigit() and len(n.text) < 4 and n.ner != "DATE" and after.text not in ("to", *HYPHENS)
        numbers = sum(len(x.text) < 3 and x.text.isdigit() for x in words[max(i - 3, 0) : j + 7])
        count = numbers > 1 or after.tag == "NNS" or w.ner in ("PERSON", "GPE")
        model &= not count if len(n.text) == 1 else after.text != ","
        return int(model and (n.head is w or w.head is n))
    if n.text in ("&", "v.", "vs."):
        return 2
    if n.lower in ("and", ","):
        return 2 * _is_joint(words, i, j, last)
    if n.text in _POSSESSIVE:
        return 2 * _is_owner(words, i, j, last)
    return 0


def _over_particles(words: list[Word], j: int, last: int) -> int:
    """*Staffan de Mistura*, *Aide pour les Marins*, *Bashar al-Assad*"""
    n, after, target = words[j + 1], words[j + 2], words[min(j + 3, last - 1)]
    if after.text[0].isupper():
        return 2 if _PARTICLES[n.lower] == "open" else 0
    return 3 if target.text[0].isupper() and (after.text in HYPHENS or after.lower in _PARTICLES) else 0


def _over_preposition(words: list[Word], i: int, j: int, last: int) -> int:
    """*State of New Jersey*, *Committee on Harbour Fees*: behind what a name ends in; not *Ana Lund of Elmsford*."""
    n, after = words[j + 1 : j + 3]
    inside = words[i + (i < j and words[i].text in GIVEN) : j + 1] if n.lower == "of" else words[j : j + 1]
    heads = any(HEADS.get(x.text) and x.text not in _DOCTORS for x in inside)
    same = n.lower in ("of", "for") and _continues(words, j, j + 2) and not (i < j and words[i].text in GIVEN)
    article = after.lower == "the" and j + 3 < last
    target = words[j + 3] if article else after
    dated = target.ner in _AMOUNTS or target.text == "Year"  # *Nerva Book of the Year*
    return (2 + article) * (_is_capital(target) and (article if dated else heads or same))


def _is_joint(words: list[Word], i: int, j: int, last: int) -> bool:
    """*Department for Trade and Industry*, *the Ada and Kim Lund Center*, *the Nerva Jazz and Folk Foundation*"""
    w, n, after = words[j : j + 3]
    of = next((k for k in range(i + 1, j) if words[k].lower in ("of", "for", "on")), i)
    if of > i and HEADS.get(words[of - 1].text) == "Organization" and _is_topic(after):
        return _is_topic(w)
    if n.text == "," or (j > i and gazetteer.lookup(" ".join(x.text for x in words[i : j + 1]))):
        return False
    if _continues(words, j, j + 2):
        return (after.text in HEADS and w.ner == "ORG") or (w.text not in HEADS and _is_headed(words, j, last))
    k = _capitals_end(words, j + 2, last)
    alone = not any(HEADS.get(x.text) or x.text in GIVEN for x in words[i : j + 1]) and (i < j or not w.ner)
    return alone and words[i - 1].lower == "the" and j + 2 < k and words[k].text in HEADS


def _is_owner(words: list[Word], i: int, j: int, last: int) -> bool:
    """*Brandel Parish Coroner’s Office*, *the Riders’ Union*, *the Women’s Institute*"""
    w, after = words[j], words[j + 2]
    if HEADS.get(after.text) == "Organization" and j > i and w.ner != "PERSON":
        return True
    noun = w.lower[:-1] if w.text[-1] == "s" else w.lemma.lower()
    people = (w.text[-1] == "s" or noun in NOUNS) and type_of(noun) in ("Person", "Population")
    return people and bool(HEADS.get(words[_capitals_end(words, j + 1, last)].text))


def _is_topic(w: Word) -> bool:
    """Whether a ministry may be about it."""
    other = w.text in GIVEN or (HEADS.get(w.text) == "Organization" and w.text[-1] != "s")
    return w.text in TITLES.keys() | _TOPICS or (not other and (is_known(w.lower) or is_known(w.lower[:-1])))


def _capitals_end(words: list[Word], i: int, last: int) -> int:
    """The last of the capitalised words behind word i; i where there is none."""
    while i + 1 < last and _is_capital(words[i + 1]):
        i += 1
    return i


def _is_headed(words: list[Word], i: int, last: int) -> bool:
    """*Ada and Kim Lund Jazz Center*: whether what the recogniser sees as one name ends in what it is."""
    while i + 1 < last and words[i + 1].ner and not words[i + 1].ner_start:
        i += 1
    return words[i].text in HEADS and words[i].text not in SURNAMES


def _continues(words: list[Word], a: int, b: int) -> bool:
    """Whether the recogniser sees one name from one word to the other."""
    return words[a].ner in VOTES and all(w.ner == words[a].ner and not w.ner_start for w in words[a + 1 : b + 1])


def _cut(parse: Parse, i: int, j: int) -> Iterator[Name]:
    """A run of capitalised words as names: titles and nationalities before a person are no part of it."""
    words = parse.words
    of = i - 2 if words[i - 1].lower == "the" else i - 1
    if of > 0 and words[of].lower == "of" and words[of - 1].text in TITLES:
        # *the Minister of Defense*, *Secretary of State Kim Lund*, *President of Norland Kim Lund*
        who = next((k for k in range(i + 1, j + 1) if words[k].text in GIVEN), j + 1)
        seat = parse.text(words[i], words[who - 1])
        known = gazetteer.lookup(seat) or seat in HEADS
        if who <= j or (i == j and not known and (words[i].lower in NOUNS or words[i].text in TITLES)):
            yield from [_name(parse, i, who - 1, ())] if known else []
            yield from _split(parse, who, j, (words[of - 1].text,)) if who <= j else ()
            return
    whole = parse.text(words[i], words[j])
    seated = HEADS.get(words[j].text) in ("Organization", "ArmedGroup", "Place", "Event")
    if seated and words[j].text in SURNAMES:  # *Prime Minister Ada House*, but *the Nerva Industry Council*
        seated = words[j - 1].text not in GIVEN and bool(TITLES.get(words[j - 1].text, {"weak": "no"})["weak"])
    if i == j or gazetteer.lookup(whole) or seated:
        office = whole in TITLES and (not TITLES[whole]["weak"] or type_of(whole.lower()) == "Person")
        n = words[min(j + 1, len(words) - 1)]
        office |= whole in TITLES and n.text.islower() and type_of(n.lower) == "Person"  # *Shadow chancellor*
        if i < j or not office:
            yield from _split(parse, i, j, ())
        return
    at = i
    while at <= j:
        span = _title_span(words, at, j)
        last = span is not None and at < span[0] and j < span[1] and bool(_title_before(words, at))
        if span is None or last or (span[1] <= j and words[span[1]].text in GENERATIONS):
            yield from _split(parse, at, j, _title_before(words, at))  # *Dr. Ana King*, *Ana King Jr.*
            return
        first, after = span
        if first > at + 1 or (first > at and words[at].lower not in NOUNS):
            yield from _split(parse, at, first - 1, _title_before(words, at))
        at = after


def _title_before(words: list[Word], i: int) -> tuple[str, ...]:
    title: list[str] = []
    while i > 0 and words[i - 1].text in TITLES:
        i -= 1
        title.insert(0, words[i].text)
    return tuple(title) if any(not TITLES[t]["weak"] for t in title) or len(title) > 1 else ()


def _title_span(words: list[Word], i: int, j: int) -> tuple[int, int] | None:
    """First and one past the last word of the next title; None if there is none before a name."""
    for first in range(i, j + 1):
        if first > i and words[first - 1].lower in ("of", "for", "&", "and"):
            continue  # *the Movement for Justice*
        k = first
        while k <= j and (words[k].text in TITLES or (k < j and (_is_role(words, k) or _joins_titles(words, k)))):
            k += 1
        if k < j and k > first and words[k].lower == "of" and HEADS.get(words[k - 1].text) == "Person":
            return None  # *the Duchess of Elmsford* has no other name
        strong = any(not TITLES.get(w.text, _STRONG)["weak"] for w in words[first:k]) or k - first > 1
        strong = strong or (k > first and k <= j and _is_role(words, k - 1))
        if k > first and strong and (k <= j or first > i or k - first == j - i + 1):
            return first, k
    return None


def _joins_titles(words: list[Word], i: int) -> bool:
    """*Vice-President*"""
    joined = words[i].text in HYPHENS and i + 1 < len(words)
    return joined and words[i - 1].text in TITLES and words[i + 1].text in TITLES


def _is_role(words: list[Word], i: int) -> bool:
    """*Goalkeeper Kim Lund* where a capital stands for another reason: a common noun for people before a name."""
    w, after = words[i], words[i + 1]
    person = "Person" in (type_of(w.lower), w.text[-1] == "s" and type_of(w.lower[:-1]))
    return person and w.text not in GIVEN and _is_capital(after) and (after.text in GIVEN or after.ner == "PERSON")


def _split(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Iterator[Name]:
    """Two names side by side (*New Jersey Republicans*), words no name begins with, hyphens."""
    words = parse.words
    while i < j and ((words[i].lower in _NO_PART and words[i + 1].text not in HYPHENS) or words[i].text in _POSSESSIVE):
        i += 1
    if i < j and not title and gazetteer.lookup(parse.text(words[i], words[j])) is None:
        for k in range(j, i, -1):
            left = parse.text(words[i], words[k - 1])
            if _parts(words, left, i, k, j):
                yield _name(parse, i, k - 1, ())
                yield from _split(parse, k, j, ())
                return
    if len(words[j].text) > 2 or i < j or words[j].text[-1] != ".":
        yield _name(parse, i, j, title)


def _parts(words: list[Word], left: str, i: int, k: int, j: int) -> bool:
    """Whether what stands left of word k is a country, place or creed of its own before another name."""
    right = words[k]
    headed = HEADS.get(words[j].text) and words[j].text not in CREEDS
    apart = gazetteer.demonym(left) or left in CREEDS or _is_place(left)
    if headed or not (apart or (HEADS.get(left) == "Organization" and right.text in CREEDS)):
        return False
    if right.tag == "NNPS" and k == j and words[i - 1].lower == "the" and not gazetteer.demonym(right.text):
        return right.text in CREEDS  # *the Port Ashby Monarchs*
    return right.text in CREEDS or (right.ner_start and right.ner != words[i].ner) or right.text in GIVEN


def _is_place(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return entry is not None and entry.type in ("Country", "Place")


def _name(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Name:
    words = parse.words
    if j + 2 < len(words) and words[j + 1].text[1:] == "s" and _is_called_so(words[j], words[j + 1], words[j + 2]):
        j += 1
    start, end = words[i].start, words[j].end
    # U.K.-based, Moscow-backed: one token, of which the name is the first part.
    text = words[j].text
    cut = max(map(text.rfind, HYPHENS))
    if cut > 0 and text[cut + 1 :].islower() and text[cut + 1 :].isalpha():
        end = words[j].start + cut
    return Name(i, j, start, end, parse.article.text[start:end], "Thing", title)


def _is_called_so(w: Word, mark: Word, after: Word) -> bool:
    """*The fire at St. Orvin’s was out*: a possessive that owns nothing."""
    prep = w.head
    if mark.tag != "POS" or mark.start > w.end or after.tag in _LEXICAL:
        return False
    return w.dep in ("nsubj", "nsubjpass", "dobj", "conj") or (
        w.dep == "pobj" and prep is not None and prep.lower != "of"
    )


def _known_names(parse: Parse, sent: Sent, known: set[str], lower: set[str]) -> Iterator[Name]:
    """Where all words have capitals only names met elsewhere, known ones and full names of persons count."""
    words = parse.words
    i = sent.first
    while i < sent.last:
        if not words[i].text[0].isupper():
            i += 1
            continue
        for j in range(min(i + 5, sent.last - 1), i - 1, -1):
            text = parse.text(words[i], words[j])
            if text.casefold() in known or (words[j].text[0].isupper() and _is_known(text, words, i, j, lower)):
                yield _name(parse, i, j, _title_before(words, i))
                i = j
                break
        i += 1


def _is_known(text: str, words: list[Word], i: int, j: int, lower: set[str]) -> bool:
    if i == j and (text.casefold() in lower or words[i].text in TITLES):
        return False
    plain = text.title() if text.isupper() and len(text) > 4 else text
    if gazetteer.lookup(plain) or gazetteer.demonym(plain):
        return True
    person = j == i + 1 and words[i].text.title() in GIVEN and words[j].lower not in lower
    return person and words[i].ner == "PERSON" and words[j].ner == "PERSON"
