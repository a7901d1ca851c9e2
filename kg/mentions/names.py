"""Proper names: where they stand. Runs of capitalised words are cut at titles, nationalities and conjunctions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg import lexicon
from kg.mentions import gazetteer
from kg.mentions.nouns import NOUNS, type_of
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
_OPENING = frozenset("“‘\"'`•([{*·–—-:") | {"``", "--", "''"}
HYPHENS = frozenset("-–‑")
QUOTES = frozenset("\"“”‘’'") | {"``", "''"}
_NO_PART = (lexicon.words("lexicon/determiners") | {"former", "then"}) - {"no"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})

TITLES = {r["title"]: r for r in lexicon.table("lexicon/titles")}
GIVEN = lexicon.mapping("lexicon/given_names", "name", "gender")
SURNAMES = lexicon.words("lexicon/name_heads", surname="yes")
HEADS = lexicon.mapping("lexicon/name_heads", "word", "type")
_NUMBERED = lexicon.words("lexicon/name_words", kind="numbered")
GENERATIONS = lexicon.words("lexicon/name_words", kind="generation")
_STRONG = {"weak": ""}
CREEDS = lexicon.mapping("lexicon/creeds", "word", "type")
_PREFIXES = lexicon.words("lexicon/prefixes")
_MONTHS = lexicon.words("lexicon/calendar", kind="month")
_EXCHANGES = lexicon.words("lexicon/exchanges")
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
    inside = _capitals_inside(parse)
    small = Counter(w.text for w in words if w.text[0].islower())
    lower = {x for x, n in small.items() if n > inside[x.title()]}
    # *Police* is known from a police department, *Pike* from Alan Pike.
    known = {w.text for w in words if w.ner == "PERSON"}
    inside = Counter({x: n for x, n in inside.items() if x.lower() not in NOUNS or x in known})
    found: list[Name] = []
    shouted: list[Sent] = []
    for sent in parse.sentences:
        if _is_title_case(words, sent):
            shouted.append(sent)
            continue
        found.extend(_names_of(parse, sent, lower, inside))
    known = {n.text.casefold() for n in found}
    for sent in shouted:
        found.extend(_known_names(parse, sent, known, lower))
    found.sort(key=lambda n: n.first)
    return found


def _capitals_inside(parse: Parse) -> Counter[str]:
    """How often words are met with a capital where no sentence begins and not all words have one."""
    words, inside = parse.words, Counter[str]()
    for sent in parse.sentences:
        if _is_title_case(words, sent):
            continue
        for i in range(sent.first + 1, sent.last):
            w = words[i]
            if w.text[0].isupper() and words[i - 1].text not in _OPENING:
                inside[w.text] += 1
    return inside


def _is_title_case(words: list[Word], sent: Sent) -> bool:
    """Whether a sentence has capitals on most of its longer words, as headlines do; names alone do not count."""
    ends = words[sent.last - 1].text in (".", "?", "!", ";")
    if ends and any(w.text.islower() and w.tag in _FINITE for w in words[sent.first : sent.last]):
        return False
    long = [w for w in words[sent.first : sent.last] if len(w.text) > 3 and w.text[0].isalpha()]
    if len(long) < 3:
        return False
    capital = [w for w in long if w.text[0].isupper()]
    shouted = long if sent.kind == "headline" else capital
    return len(capital) >= 0.75 * len(long) and any(w.tag not in _NAME_TAGS or w.text.isupper() for w in shouted)


def _is_capital(w: Word) -> bool:
    """*Nerva*, *iPort*, *as-Sham*."""
    text = w.text
    if text[0].isupper() or "-" not in text:
        return text[0].isupper() or (len(text) > 2 and text[0].islower() and text[1].isupper() and text[1:].isalnum())
    small, _, rest = text.partition("-")
    return (
        small not in _PREFIXES and len(small) < 4 and rest[:1].isupper() and rest[1:].islower() and w.tag in _NAME_TAGS
    )


def _names_of(parse: Parse, sent: Sent, lower: set[str], inside: Counter[str]) -> Iterator[Name]:
    words = parse.words
    i = sent.first
    while i < sent.last:
        w = words[i]
        if w.text == "#" and i + 1 < sent.last and words[i + 1].start == w.end and words[i + 1].text[0].isalpha():
            yield _name(parse, i + 1, i + 1, ())
            i += 2
            continue
        if is_listing(words, i):
            i += 3
            continue
        if w.text[0] == "@" and len(w.text) > 2:
            yield _name(parse, i, i, ())
        if w.text[0] == "@" or not _begins(words, i, sent, lower, inside):
            i += 1
            continue
        j = _run_end(words, i, sent.last)
        yield from _cut(parse, i, j)
        i = j + 1


def is_listing(words: list[Word], i: int) -> bool:
    """*(NASDAQ: BRDL)*: where shares are traded, which is no other name of whose they are."""
    return words[i].text in _EXCHANGES and i + 2 < len(words) and words[i + 1].text == ":" and words[i - 1].text == "("


def _begins(words: list[Word], i: int, sent: Sent, lower: set[str], inside: Counter[str]) -> bool:
    w = words[i]
    if not _is_capital(w):
        return _PARTICLES.get(w.lower) is not None and _is_particle_start(words, i, sent.last)
    if w.text in ("No", "No."):
        return gazetteer.metonym(_pair(words, i)) is not None
    if w.ner in _AMOUNTS and not (w.tag in _NAME_TAGS and w.text in inside and w.ner == "CARDINAL"):
        return False
    if w.text.isupper() and NOUNS.get(w.lower, {}).get("type") == "Person":
        return False  # *the MP*
    if w.lower in _MONTHS and w.text[-1] == ".":
        return False
    letter = len(w.text) == 1 and i + 2 < sent.last and words[i + 1].text in HYPHENS
    if w.text == "I" or "@" in w.text or (letter and (w.text in "RDI" or not words[i + 2].text.istitle())):
        return False  # *a T-shirt*, *R-Nerva*, but *T-Mobile*
    if i > sent.first and words[i - 1].text not in _OPENING:
        return w.tag in _LEXICAL or bool(w.ner)
    # The first word of a sentence has its capital from there.
    following = words[i + 1] if i + 1 < sent.last else None
    if not w.ner and w.lower in NOUNS and following is not None and following.text.islower() and w.text not in inside:
        return False
    if w.tag == "NN" and w.dep in ("compound", "nmod") and following is not None and _is_capital(following):
        return following.tag in _NAME_TAGS and w.lower not in lower and w.lemma.lower() not in NOUNS
    known = w.text in inside and w.lower not in lower
    if known and w.dep in ("nsubj", "nsubjpass"):
        return True
    if w.tag in _NAME_TAGS and (known or w.lower not in lower):
        follows = i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].ner_start
        return not (follows and not w.ner and not known and _is_inflected(w))
    together = i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].ner and not words[i + 1].ner_start
    if w.tag in _LEXICAL and (known or (w.ner and together)):
        return True
    if w.tag == "NN" and w.ner in VOTES and w.dep == "nsubj" and w.lemma not in NOUNS and w.lower not in lower:
        return True
    return gazetteer.demonym(w.text) is not None or (w.ner != "" and w.lower not in lower and w.tag == "JJ")


def _is_inflected(w: Word) -> bool:
    return w.lower.endswith(("ing", "ed", "ly")) and w.text not in GIVEN


def _pair(words: list[Word], i: int) -> str:
    return f"{words[i].text} {words[i + 1].text}" if i + 1 < len(words) else words[i].text


def _is_particle_start(words: list[Word], i: int, last: int) -> bool:
    """*de Mistura*, *al-Qaeda*: a small word that belongs to the name after it."""
    if i + 2 < last and words[i + 1].text in HYPHENS and words[i + 1].start == words[i].end:
        return words[i + 2].start == words[i + 1].end and words[i + 2].text[0].isupper()
    return _PARTICLES[words[i].lower] == "open" and i + 1 < last and words[i + 1].text[0].isupper()


def _run_end(words: list[Word], i: int, last: int) -> int:
    """Index of the last word of the run of name words that begins at i."""
    j = i
    if not words[i].text[0].isupper() and words[i].lower in _PARTICLES:
        j = i + 2 if words[i + 1].text in HYPHENS else i + 1
    while j + 1 < last:
        step = _step(words, i, j, last)
        if not step:
            break
        j += step
    return j


def _step(words: list[Word], i: int, j: int, last: int) -> int:
    """How many words further the run goes on; 0 where it ends."""
    w, n = words[j], words[j + 1]
    after = words[j + 2] if j + 2 < last else None
    glued = n.start == w.end
    if glued and n.text in HYPHENS:
        # *Lee Min-su*: the recogniser sees the second half of a given name.
        part = after is not None and after.start == n.end and (after.text[0].isupper() or _continues(words, j, j + 2))
        return 2 if part else 0
    if n.text[-1].isdigit() and w.text in _NUMBERED:
        return 1  # *Norland Airlines Flight 370*
    if _is_capital(n) and n.text != "I":
        if n.ner in _AMOUNTS and n.tag not in _NAME_TAGS:
            return 0
        # May, June and April are names too; *Flight 370* is no date.
        dated = n.ner in ("DATE", "TIME") and n.ner_start and n.text not in _NUMBERED
        return 0 if dated and w.text not in GIVEN else 1
    if n.lower == "administration" and words[i - 1].lower == "the":
        return 1  # *the Brandel administration* is no person
    if after is None:
        return 0
    if n.lower in _PARTICLES:
        if after.text[0].isupper():
            return 2 if _PARTICLES[n.lower] == "open" else 0
        if after.lower in _PARTICLES and j + 3 < last and _is_capital(words[j + 3]):
            return 3  # *Action pour les Enfants*
        hyphen = after.text in HYPHENS and after.start == n.end and j + 3 < last
        return 3 if hyphen and words[j + 3].start == after.end and words[j + 3].text[0].isupper() else 0
    if n.text in QUOTES and w.text in GIVEN and j + 4 < last and words[j + 3].text in QUOTES:
        # *James “Jimmy” Lund*
        return 4 if _is_capital(after) and _is_capital(words[j + 4]) else 0
    same = _continues(words, j, j + 2)
    if n.lower in ("of", "for", "on"):
        heads = any(HEADS.get(x.text) for x in words[i : j + 1]) if n.lower == "of" else bool(HEADS.get(w.text))
        heads = heads or (n.lower == "of" and i > 0 and words[i - 1].text in ("Lord", "Baroness", "Duke", "Duchess"))
        article = after.lower == "the" and j + 3 < last
        target = words[j + 3] if article else after
        if _is_capital(target) and target.ner not in _AMOUNTS and (heads or same) and n.lower != "on":
            return 3 if article else 2
        return 0
    if n.text == "&" or n.text in ("v.", "vs."):
        return 2 if _is_capital(after) else 0
    if n.lower == "and":
        whole = any(x.lower == "of" for x in words[i:j]) or after.text in HEADS
        seen = same and whole and w.ner == "ORG"
        return 2 if _is_capital(after) and (seen or _is_half(words, i, j, last)) else 0
    if n.text in _POSSESSIVE:
        if HEADS.get(after.text) == "Organization" and j > i and w.ner != "PERSON":
            return 2  # *Brandel Parish Coroner’s Office*
        if w.ner == "ORG" and HEADS.get(words[_capitals_end(words, j + 1, last)].text) == "Event":
            return 2 if _is_capital(after) else 0  # *Brandel’s Harvest Day Parade*
        noun = NOUNS.get(w.lemma.lower())
        return 2 if _is_capital(after) and noun and noun["type"] in ("Person", "Population") else 0
    digits = n.text.isdigit() and len(n.text) < 5 and n.ner == w.ner and n.ner in VOTES and not n.ner_start
    return 1 if digits else 0


def _capitals_end(words: list[Word], i: int, last: int) -> int:
    """The last of the capitalised words behind word i; i where there is none."""
    while i + 1 < last and _is_capital(words[i + 1]):
        i += 1
    return i


def _is_half(words: list[Word], i: int, j: int, last: int) -> bool:
    """*the Nerva Jazz (and Heritage Foundation)*: behind an article what has no head of its own awaits it."""
    k = _capitals_end(words, j + 2, last)
    own = any(HEADS.get(x.text) or x.ner == "PERSON" or x.text in GIVEN for x in words[i : j + 1])
    return words[i - 1].lower == "the" and i < j and j + 2 < k and not own and bool(HEADS.get(words[k].text))


def _continues(words: list[Word], a: int, b: int) -> bool:
    """Whether the recogniser sees one name from one word to the other."""
    return words[a].ner in VOTES and all(w.ner == words[a].ner and not w.ner_start for w in words[a + 1 : b + 1])


def _cut(parse: Parse, i: int, j: int) -> Iterator[Name]:
    """A run of capitalised words as names: titles and nationalities before a person are no part of it."""
    words = parse.words
    whole = parse.text(words[i], words[j])
    seated = HEADS.get(words[j].text) in ("Organization", "ArmedGroup", "Place") and words[j].text not in SURNAMES
    if i == j or gazetteer.lookup(whole) or seated:
        if not (i == j and TITLES.get(whole)):
            yield from _split(parse, i, j, ())
        return
    at = i
    while at <= j:
        span = _title_span(words, at, j)
        if span is None:
            yield from _split(parse, at, j, _title_before(words, at))
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
        k = first
        while k <= j and (words[k].text in TITLES or (k < j and _is_role(words, k))):
            k += 1
        if k < j and k > first and words[k].lower == "of" and HEADS.get(words[k - 1].text) == "Person":
            return None  # *the Duchess of Elmsford* has no other name
        if k < j and k > first and words[k].lower == "of" and words[k + 1].text == "State":
            k += 2
        strong = any(not TITLES.get(w.text, _STRONG)["weak"] for w in words[first:k]) or k - first > 1
        strong = strong or (k > first and k <= j and _is_role(words, k - 1))
        if k > first and strong and (k <= j or first > i or k - first == j - i + 1):
            return first, k
    return None


def _is_role(words: list[Word], i: int) -> bool:
    """*Goalkeeper Kim Lund* where a capital stands for another reason: a common noun for people before a name."""
    w, after = words[i], words[i + 1]
    if type_of(w.lower) != "Person" or w.text in GIVEN or not _is_capital(after):
        return False
    return after.text in GIVEN or after.ner == "PERSON"


def _split(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Iterator[Name]:
    """Two names side by side (*New Jersey Republicans*), words no name begins with, hyphens."""
    words = parse.words
    while i < j and (words[i].lower in _NO_PART or words[i].text in _POSSESSIVE):
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
    if len(words[j].text) > 2 or i < j or words[j].text[-1] != ".":
        yield _name(parse, i, j, title)


def _parts(words: list[Word], left: str, i: int, k: int, j: int) -> bool:
    """Whether what stands left of word k is a country, place or creed of its own before another name."""
    right = words[k]
    if words[j].text in HEADS or not (gazetteer.demonym(left) or left in CREEDS or _is_place(left)):
        return False
    return right.text in CREEDS or (right.ner_start and right.ner != words[i].ner) or right.text in GIVEN


def _is_place(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return entry is not None and entry.type in ("Country", "Place")


def _name(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Name:
    words = parse.words
    start, end = words[i].start, words[j].end
    # U.K.-based, Moscow-backed: one token, of which the name is the first part.
    text = words[j].text
    cut = max(text.rfind(h) for h in HYPHENS)
    if cut > 0 and text[cut + 1 :].islower() and text[cut + 1 :].isalpha():
        end = words[j].start + cut
    return Name(i, j, start, end, parse.article.text[start:end], "Thing", title)


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
