"""Proper names: where they stand. Runs of capitalised words are cut at titles, nationalities and conjunctions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg import lexicon
from kg.mentions import gazetteer
from kg.mentions.nouns import NOUNS, is_known, type_of
from kg.parsing import Parse, Sent, Word
from kg.values import EntityType

# The recogniser's labels as votes; it is often wrong about single words.
VOTES: dict[str, tuple[EntityType, float]] = {
    "PERSON": ("Person", 2),
    "ORG": ("Organization", 1.2),
    "NORP": ("Population", 1),
    "GPE": ("Place", 2),
    "LOC": ("Place", 2),
    "FAC": ("Place", 1.6),
    "EVENT": ("Event", 2),
    "WORK_OF_ART": ("Work", 2),
    "PRODUCT": ("Thing", 2),
    "LAW": ("Thing", 2),
}
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
_ORDERED = lexicon.words("lexicon/name_words", kind="ordered")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_BACKED = re.compile(r"\w\.?[-–‑](?:[a-z]+ed|led|born|run|style|era)$")
_HOUR = re.compile(r"\d$|\b[ap]\.?m\.?$|\d[ap]m$")
FORERUNNERS = lexicon.words("lexicon/name_words", kind="forerunner")
_NUMBERED = lexicon.words("lexicon/name_words", kind="numbered")
_ADJECTIVES = lexicon.words("lexicon/name_words", kind="adjective")
_LEGAL = lexicon.words("lexicon/name_words", kind="legal")
_TOPICS = lexicon.words("lexicon/name_words", kind="topic")
_TOPICAL = lexicon.words("lexicon/name_words", kind="topical")
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
    found = [n for sent in plain for n in _names_of(parse, sent, lower, inside)]
    known = {n.text.casefold() for n in found}
    for sent in shouted:
        found.extend(_known_names(parse, sent, known, lower))
    found.sort(key=lambda n: n.first)
    return list(_origins_apart(parse, list(_met_again(parse, found))))


def _met_again(parse: Parse, found: list[Name]) -> Iterator[Name]:
    """*It’s A Long Night*, met behind *the film*, is one name wherever its words stand."""
    words = parse.words
    titles = {
        tuple(w.text.casefold() for w in words[n.first : n.last + 1])
        for n in found
        if n.last > n.first + 1 and words[n.first].tag in _OPENING_TAGS
    }
    firsts = {t[0] for t in titles}
    end = -1
    again: dict[int, int] = {}
    for w in words if titles else ():
        if w.i > end and w.text.casefold() in firsts:
            for t in titles:
                if tuple(x.text.casefold() for x in words[w.i : w.i + len(t)]) == t:
                    again[w.i] = end = w.i + len(t) - 1
    inside = {i for first, last in again.items() for i in range(first, last + 1)}
    kept = [n for n in found if inside.isdisjoint((n.first, n.last))]
    yield from sorted([*kept, *(_name(parse, *span, ()) for span in again.items())], key=lambda n: n.first)


def _origins_apart(parse: Parse, found: list[Name]) -> Iterator[Name]:
    """*French Orvex League*, *Nerva-Orvex* are two names where the article has *Orvex League*, both of them too.

    What somebody was is no part of the name: *former Rover Kim Lund*.
    """
    words = parse.words
    texts = {n.text for n in found}
    for n in found:
        hyphen = next((w.i for w in words[n.first + 1 : n.last] if w.text in HYPHENS), 0)
        if (
            hyphen
            and {parse.text(words[n.first], words[hyphen - 1]), parse.text(words[hyphen + 1], words[n.last])} <= texts
        ):
            yield _name(parse, n.first, hyphen - 1, n.title)
            yield _name(parse, hyphen + 1, n.last, ())
            continue
        rest = parse.article.text[words[n.first + 1].start : n.end] if n.first < n.last else ""
        known = (rest in texts and (" " in rest or rest not in HEADS)) or (" " in rest and gazetteer.lookup(rest))
        first = words[n.first].text
        state = gazetteer.lookup(first) if first.isupper() else None  # *US B-1*
        if known and (gazetteer.demonym(first) or (state and state.type == "Country")) and not gazetteer.lookup(n.text):
            yield _name(parse, n.first, n.first, ())
            yield _name(parse, n.first + 1, n.last, ())
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
    return (
        small not in _PREFIXES and len(small) < 4 and rest[:1].isupper() and rest[1:].islower() and w.tag in _NAME_TAGS
    )


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
        office = _office_start(words, i, sent.last) if w.text[0].isupper() else i
        if office > i:
            i = office
            continue
        title = _quoted_title(words, i, sent.last) if w.text in QUOTES else _work_title(words, i, sent)
        if title:
            yield _name(parse, *title, ())
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


def _office_start(words: list[Word], i: int, last: int) -> int:
    """*the Trade and Harbour Secretary*: where the office begins behind what it is for; i where there is none."""
    k = i
    while k + 2 < last and words[k].text.istitle() and words[k + 1].text in ("and", ",") and _is_topic(words[k]):
        k += 2
    office = words[min(k + 1, last - 1)]
    strong = office.text in TITLES and not TITLES[office.text]["weak"] and bool(TITLES[office.text]["noun"])
    return k + 1 if k > i and strong and _is_topic(words[k]) and words[k].text.istitle() else i


def _work_title(words: list[Word], i: int, sent: Sent) -> tuple[int, int] | None:
    """*the film In The Name Of Kim*, *the musical It’s A Long Night*: all that has capitals behind what it is."""
    before = words[i - 1] if i > sent.first else None
    if before is None or before.tag != "NN" or not words[i].text[0].isupper() or type_of(before.lemma) != "Work":
        return None
    j = i
    while j + 1 < sent.last:
        n = words[j + 1]
        small = n.text in _POSSESSIVE or n.lower in _IN_TITLES
        if n.text[0].isupper() and n.ner not in ("DATE", "TIME"):
            j += 1
        elif small and j + 2 < sent.last and words[j + 2].text[0].isupper():
            j += 2
        else:
            break
    dashed = j + 2 < sent.last and words[j + 1].text in _DATED and words[j + 2].text in ("The", "A")
    if dashed:  # *the show Kim Lund - The Opera*
        j = _capitals_end(words, j + 2, sent.last)
    opening = words[i].tag in _OPENING_TAGS | {"DT"} or dashed
    return (i + (words[i].tag == "DT"), j) if opening and j > i else None


def _quoted_title(words: list[Word], i: int, last: int) -> tuple[int, int] | None:
    """*“How to Build a Bridge”*: several words in quotation marks, the longer ones with capitals; not its article."""
    end = next((j for j in range(i + 1, min(i + 14, last)) if words[j].text in QUOTES), i)
    first = i + 2 if words[min(i + 1, last - 1)].text in ("The", "A", "An") else i + 1
    while end > first and words[end - 1].text in ",.!":
        end -= 1
    inside = words[first:end]
    capital = [w for w in inside if w.text[0].isupper()]
    if len(capital) < 2 or capital[0] is not inside[0] or capital[-1] is not inside[-1] or words[i - 1].text in GIVEN:
        return None
    small = any(w.text[0].islower() and (len(w.text) > 4 or w.tag in _FINITE) for w in inside)
    return None if small or not words[i - 1].text[-1].isalpha() else (first, end - 1)


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
    if w.text.rstrip("s").isupper() and NOUNS.get(w.lower.rstrip("s"), {}).get("type") == "Person":
        return False  # *the MP*, *MPs*
    if w.lower in _MONTHS and w.text[-1] == ".":
        return False
    if w.text in _NUMBERED and i + 1 < sent.last and words[i + 1].text.isdigit():
        return True  # *Flight 418 was late*
    letter = len(w.text) == 1 and i + 2 < sent.last and words[i + 1].text in HYPHENS
    if w.tag == "WP" and w.text.isupper() and gazetteer.lookup(w.text):
        return True  # *the WHO said*
    if w.text == "I" or "@" in w.text or (letter and (w.text in "RDI" or not words[i + 2].text.istitle())):
        return False  # *a T-shirt*, *R-Nerva*, but *T-Mobile*
    if i > sent.first and words[i - 1].text not in _OPENING:
        # *Neither Ask Orvex nor*, *best actress for Suddenly Last Night*
        said = w.tag in _SAID and i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].tag in _NAME_TAGS
        return w.tag in _LEXICAL or bool(w.ner) or w.text.endswith(SITES) or said
    # *Kim Lund's “Tinder”*
    alone = i > 1 and i + 1 < sent.last and words[i - 1].text in QUOTES and words[i + 1].text in QUOTES
    if alone and (words[i - 2].tag == "POS" or type_of(words[i - 2].lemma) == "Work"):
        return True
    # The first word of a sentence has its capital from there.
    small, _, rest = w.lower.partition("-")
    if small in _PREFIXES and w.text[1:].islower() and is_known(rest):
        return False  # *Ex-mayor jailed*
    following = words[i + 1] if i + 1 < sent.last else None
    if is_dateline(words, i):
        return True
    common = w.lower in NOUNS and (not w.ner or (NOUNS[w.lower]["type"] == "None" and w.text not in GIVEN))
    if following is not None and following.tag in ("NN", "NNS") and w.ner == "PERSON" and w.text not in GIVEN:
        common |= w.lower in NOUNS and w.dep == "compound"  # *Riot police*
    if common and following is not None and following.text.islower() and w.text not in inside:
        return False
    known = w.text in inside and w.lower not in lower
    if known and w.dep in ("nsubj", "nsubjpass"):
        return True
    if w.tag in _NAME_TAGS and (known or w.lower not in lower):
        follows = i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].ner_start
        return not (follows and not w.ner and not known and _is_inflected(w))
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


def _is_inflected(w: Word) -> bool:
    return w.lower.endswith(("ing", "ed", "ly")) and w.text not in GIVEN


def _is_particle_start(words: list[Word], i: int, last: int) -> bool:
    """*de Mistura*, *al-Qaeda*: a small word that belongs to the name after it."""
    if i + 2 < last and words[i + 1].text in HYPHENS and words[i + 1].start == words[i].end:
        return words[i + 2].start == words[i + 1].end and words[i + 2].text[0].isupper()
    return _PARTICLES[words[i].lower] == "open" and i + 1 < last and words[i + 1].text[0].isupper()


def _known_end(parse: Parse, i: int, last: int) -> int:
    """*Brent crude oil*, *S&P 500*: the last word of the longest known name that begins at word i."""
    start = parse.words[i].start
    known = gazetteer.long_names().get(parse.article.text[start : start + 3].replace("’", "'"), ())
    ends = range(min(i + _LONGEST, last) - 1, i, -1) if known else ()
    return next((j for j in ends if parse.text(parse.words[i], parse.words[j]).replace("’", "'") in known), i)


def _run_end(words: list[Word], i: int, last: int) -> int:
    """Index of the last word of the run of name words that begins at i."""
    j = i
    while j + 1 < last:
        step = _step(words, i, j, last)
        if not step:
            break
        j += step
    return j


def _step(words: list[Word], i: int, j: int, last: int) -> int:
    """How many words further the run goes on; 0 where it ends."""
    w, n = words[j], words[j + 1]
    if _BACKED.search(w.text):
        return 0  # *Tenn.-based (Orvex)*
    after = words[j + 2] if j + 2 < last else None
    glued = n.start == w.end
    if glued and n.text in HYPHENS:
        # *Lee Min-su*: the recogniser sees the second half of a given name.
        part = after is not None and after.start == n.end and (after.text[0].isupper() or _continues(words, j, j + 2))
        return 2 if part else 0
    if n.text[-1].isdigit() and w.text in _NUMBERED:
        return 1  # *Norland Airlines Flight 370*
    if _is_capital(n) and n.text != "I":
        # May, June and April are names too; *Flight 370* is no date.
        dated = n.ner in ("DATE", "TIME") and n.ner_start and n.text not in _NUMBERED
        return 0 if dated and w.text not in GIVEN else 1
    if n.lower == "administration" and words[i - 1].lower == "the":
        return 1  # *the Brandel administration* is no person
    if after is None:
        return 0
    if n.text == "," and _is_capital(after) and after.text.lower().strip(".") in _LEGAL:
        return 2  # *Orvex, Inc.*
    if n.lower in _PARTICLES:
        if after.text[0].isupper():
            return 2 if _PARTICLES[n.lower] == "open" else 0
        if after.lower in _PARTICLES and j + 3 < last and words[j + 3].text[0].isupper():
            return 3  # *Aide pour les Marins*
        hyphen = after.text in HYPHENS and after.start == n.end and j + 3 < last
        return 3 if hyphen and words[j + 3].start == after.end and words[j + 3].text[0].isupper() else 0
    if n.text in QUOTES and w.text in GIVEN and j + 4 < last and words[j + 3].text in QUOTES:
        # *James “Jimmy” Lund*
        return 4 if _is_capital(after) and _is_capital(words[j + 4]) else 0
    same = _continues(words, j, j + 2)
    if n.lower in ("of", "for", "on", "into"):
        inside = words[i + (i < j and words[i].text in GIVEN) : j + 1] if n.lower == "of" else (w,)
        heads = any(HEADS.get(x.text) and x.text not in _DOCTORS for x in inside)
        heads = w.text in _TOPICAL if n.lower in ("on", "into") else heads
        article = after.lower == "the" and j + 3 < last
        target = words[j + 3] if article else after
        person = i < j and words[i].text in GIVEN and not heads  # *Ana Lund of Elmsford*
        if (
            _is_capital(target)
            and target.ner not in _AMOUNTS
            and not person
            and (heads or (same and n.lower in ("of", "for")))
        ):
            return 3 if article else 2
        return 0
    if (n.text == "," or n.lower == "and") and (topics := _topics(words, i, j, last)):
        return topics
    if n.text in (",", "and") and _is_capital(after) and _is_lettered(words, i, j, last):
        return 2
    if n.text == "&" or n.text in ("v.", "vs."):
        return 2 if _is_capital(after) else 0
    if n.lower == "and" and not (j > i and gazetteer.lookup(" ".join(x.text for x in words[i : j + 1]))):
        whole = any(x.lower == "of" for x in words[i:j]) or after.text in HEADS
        same = same and not (j + 3 < last and {after.text, words[j + 3].text} <= TITLES.keys())
        seen = same and ((whole and w.ner == "ORG") or (w.text not in HEADS and _is_headed(words, j, last)))
        return 2 if _is_capital(after) and (seen or _is_half(words, i, j, last)) else 0
    if n.text in _POSSESSIVE:
        if HEADS.get(after.text) == "Organization" and j > i and w.ner != "PERSON":
            return 2  # *Brandel Parish Coroner’s Office*
        if w.ner == "ORG" and HEADS.get(words[_capitals_end(words, j + 1, last)].text) == "Event":
            return 2 if _is_capital(after) else 0  # *Brandel’s Harvest Day Parade*
        if after.lower == "and" and j + 5 < last and words[j + 4].text in _POSSESSIVE and words[j + 5].text in HEADS:
            return 5  # *the Women’s and Children’s Hospital*
        noun = w.lower[:-1] if w.text[-1] == "s" else w.lemma.lower()
        people = (w.text[-1] == "s" or noun in NOUNS) and type_of(noun) in ("Person", "Population")
        people &= bool(HEADS.get(words[_capitals_end(words, j + 1, last)].text))
        return 2 if _is_capital(after) and people else 0  # *the Riders’ Union*, *the Women’s Institute*
    return 1 if n.text.isdigit() and _numbers(w, n, after) else 0


def _topics(words: list[Word], i: int, j: int, last: int) -> int:
    """*Ministry of Environment, Waters and Forests*, *the Rail, Maritime and Transport union*: words on to its end."""
    of = next((k for k in range(i + 1, j) if words[k].lower in ("of", "for", "on")), i)
    k, listed = j, [words[j]]
    while k + 2 < last and words[k + 1].text in (",", "and") and words[k + 2].text.istitle():
        k = _capitals_end(words, k + 2, last)
        listed.append(words[k])
    closed = any(x.lower == "and" for x in words[j + 1 : k])
    body = closed and HEADS.get(words[of - 1 if of > i else k].text) == "Organization"
    if of > i or not closed:
        return k - j if body and all(map(_is_topic, listed)) else 0
    union = (
        k + 1 < last
        and words[k + 1].text in ("union", "ministry", "committee")
        and not any(gazetteer.lookup(w.text) for w in listed)
    )
    told = len(listed) > 2 and words[i - 1].lower == "the" and any(map(_is_topic, listed[:-1]))
    return k - j + union if told and (union or (body and words[k].text not in SURNAMES)) else 0


def _is_topic(w: Word) -> bool:
    """Whether a ministry or a union may be about it."""
    other = w.text in GIVEN or (HEADS.get(w.text) == "Organization" and w.text[-1] != "s")
    return w.text in TITLES.keys() | _TOPICS or (not other and (is_known(w.lower) or is_known(w.lower[:-1])))


def _numbers(w: Word, number: Word, after: Word) -> bool:
    """*Orvex 777* is a name, *Nerva 88 to 80* a score."""
    if number.ner == "DATE" or not (number.head is w or w.head is number):
        return False
    # *the Norland Formula 1 Grand Prix*
    inside = w.dep in ("compound", "nmod") and _is_capital(after)
    return inside or (1 < len(number.text) < 4 and after.text not in (",", "to", *HYPHENS))


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


def _is_half(words: list[Word], i: int, j: int, last: int) -> bool:
    """*the Nerva Jazz (and Heritage Foundation)*: behind an article what has no head of its own awaits it."""
    k = _capitals_end(words, j + 2, last)
    own = any(HEADS.get(x.text) for x in words[i : j + 1])
    person = any(x.ner == "PERSON" or x.text in GIVEN for x in words[i : j + 1])
    named = words[j + 2].text in GIVEN if person else i < j or not words[j].ner
    return words[i - 1].lower == "the" and named and j + 2 < k and not own and bool(HEADS.get(words[k].text))


def _is_lettered(words: list[Word], i: int, j: int, last: int) -> bool:
    """*Dock Rail Freight (and Port Union) (DRFPU)*: whether letters in brackets stand for the words on both sides."""
    k = j
    while k + 1 < last and (words[k + 1].text in (",", "and") or _is_capital(words[k + 1])):
        k += 1
    initials = "".join(w.text[0] for w in words[i : k + 1] if w.text[0].isupper())
    k += k + 1 < last and words[k + 1].text in _POSSESSIVE
    return k + 2 < last and words[k + 1].text == "(" and len(initials) > 2 and words[k + 2].text == initials


def _continues(words: list[Word], a: int, b: int) -> bool:
    """Whether the recogniser sees one name from one word to the other."""
    return words[a].ner in VOTES and all(w.ner == words[a].ner and not w.ner_start for w in words[a + 1 : b + 1])


def _cut(parse: Parse, i: int, j: int) -> Iterator[Name]:
    """A run of capitalised words as names: titles and nationalities before a person are no part of it."""
    words = parse.words
    of = i - 2 if words[i - 1].lower == "the" else i - 1
    seat_of = words[of - 1].text in TITLES or words[of - 1].text == "State"
    if of > 0 and words[of].lower == "for" and seat_of and i == j and words[i].lower in NOUNS:
        return  # *the Secretary of State for the Family*
    if of > 0 and words[of].lower == "of" and words[of - 1].text in TITLES:
        common = words[i].lower in NOUNS and gazetteer.lookup(words[i].text) is None
        common = common or words[i].text in TITLES
        if i == j and common:
            return  # *the Minister of Defense*, *the Chief of Police*
        who = next((k for k in range(i + 1, j) if words[k].text in GIVEN or _opens_person(words[k])), None)
        if who is None and common and j > i + 1 and not any(w.lower in NOUNS for w in words[i + 1 : j + 1]):
            who = i + 1  # *Minister of Transport Ashoka Weeran*
        if who is not None:
            # *Secretary of State Kim Lund*, *President of Norland Kim Lund*
            seat = parse.text(words[i], words[who - 1])
            yield from [_name(parse, i, who - 1, ())] if gazetteer.lookup(seat) or seat in HEADS else []
            yield from _split(parse, who, j, (words[of - 1].text,))
            return
    first, i = i, _behind_office(words, i, j)
    if first < i == j and words[j].lower in NOUNS:
        return  # *the Chief of Police*
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
        if (
            span is None or last or (span[1] <= j and words[span[1]].text in GENERATIONS)
        ):  # *Dr. Ana King*, *Ana King Jr.*
            yield from _split(parse, at, j, _title_before(words, at))  # *Dr. Ana King*, *Ana King Jr.*
            return
        first, after = span
        if after < j and words[after].lower == "of":
            yield from _split(parse, at, first - 1, ()) if first > at else ()
            yield from _cut(parse, after + 1, j)  # *Norland Secretary of State Kim Lund*
            return
        if first > at + 1 or (first > at and words[at].lower not in NOUNS):
            yield from _split(parse, at, first - 1, _title_before(words, at))
        at = after


def _opens_person(w: Word) -> bool:
    return w.ner == "PERSON" and w.ner_start


def _behind_office(words: list[Word], i: int, j: int) -> int:
    """*the Director of (the Orvex Museum)*"""
    k = i
    while k < j and (words[k].text in TITLES or _joins_titles(words, k)):
        k += 1
    office = k > i and k < j and words[k].lower == "of" and not TITLES[words[k - 1].text]["weak"]
    if not office or words[k - 1].text in HEADS:
        return i
    return k + 2 if words[k + 1].lower == "the" else k + 1


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
    if (
        "Person" not in (type_of(w.lower), w.text[-1] == "s" and type_of(w.lower[:-1]))
        or w.text in GIVEN
        or not _is_capital(after)
    ):
        return False
    return after.text in GIVEN or after.ner == "PERSON"


def _split(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Iterator[Name]:
    """Two names side by side (*New Jersey Republicans*), words no name begins with, hyphens."""
    words = parse.words
    if i < j and words[i].text in FORERUNNERS and (i == 0 or words[i].sent != words[i - 1].sent):
        i += 1
    while i < j and ((words[i].lower in _NO_PART and words[i + 1].text not in HYPHENS) or words[i].text in _POSSESSIVE):
        i += 1
    while j > i and (words[j].text in HYPHENS or not (words[j].text[-1].isalnum() or words[j].text[-1] in ".!’'")):
        j -= 1
    if i < j and not title and gazetteer.lookup(parse.text(words[i], words[j])) is None:
        for k in range(j, i, -1):
            left = parse.text(words[i], words[k - 1])
            if _parts(words, left, i, k, j):
                yield _name(parse, i, k - 1, ())
                yield from _split(parse, k, j, ())
                return
    if i == j and words[j].text in _ADJECTIVES:
        return  # *New figures*
    if len(words[j].text) > 2 or i < j or words[j].text[-1] != ".":
        yield _name(parse, i, j, title)


def _parts(words: list[Word], left: str, i: int, k: int, j: int) -> bool:
    """Whether what stands left of word k is a country, place or creed of its own before another name."""
    right = words[k]
    headed = HEADS.get(words[j].text) and words[j].text not in CREEDS
    apart = (
        gazetteer.demonym(left)
        or left in CREEDS
        or _is_place(left)
        or (HEADS.get(left) == "Organization" and right.text in CREEDS)
    )
    if left.isupper() and gazetteer.lookup(left) and _is_place(" ".join(w.text for w in words[k : j + 1])):
        return True  # *UN Middle East (envoy)*
    if headed or not apart:
        return False
    if right.tag == "NNPS" and k == j and words[i - 1].lower == "the" and not gazetteer.demonym(right.text):
        return right.text in CREEDS  # *the Port Ashby Monarchs*
    return right.text in CREEDS or (right.ner_start and right.ner != words[i].ner) or right.text in GIVEN


def _is_place(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return entry is not None and entry.type in ("Country", "Place")


def _name(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Name:
    words = parse.words
    if i and words[j].text in _ORDERED and _ORDINAL.fullmatch(words[i - 1].text):
        i -= 1  # *the 82nd Airborne Division*
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
