"""Proper names: where they stand, and what each names, typed once for the whole article.

The recogniser's labels are one witness among several: capitals, titles, given names, the last word of the name, the
gazetteer. Runs of capitalised words are cut at titles, nationalities and conjunctions, then every name is voted on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg import lexicon
from kg.mentions import gazetteer
from kg.parsing import Parse, Sent, Word
from kg.values import EntityType

# The recogniser's labels as votes; it is often wrong about single words.
_VOTES: dict[str, tuple[EntityType, float]] = {
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
_LEXICAL = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "VBN", "VBG", "FW", "CD"})
_OPENING = frozenset("“‘\"'`•([{*·–—-:") | {"``", "--", "''"}
_HYPHENS = frozenset("-–‑")
_QUOTES = frozenset("\"“”‘’'") | {"``", "''"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PLACING = frozenset({"in", "at", "near", "across", "outside", "around", "throughout", "via"})

_TITLES = {r["title"]: r for r in lexicon.table("lexicon/titles")}
_GIVEN = lexicon.mapping("lexicon/given_names", "name", "gender")
_HEADS = lexicon.mapping("lexicon/name_heads", "word", "type")
_NUMBERED = frozenset({"Apollo", "Flight", "Highway", "Interstate", "Mark", "No", "No.", "Route", "Section", "Title"})
GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_STRONG = {"weak": ""}
_CREEDS = lexicon.mapping("lexicon/creeds", "word", "type")
_NOUNS = {r["noun"]: r for r in lexicon.table("lexicon/nouns")}
_MINDFUL = lexicon.words("lexicon/say") | lexicon.words("lexicon/verb_kinds", kind="mind")
_GOING = lexicon.words("lexicon/verb_kinds", kind="going")
_PARTICLES = lexicon.mapping("lexicon/particles", "word", "place")


@dataclass(slots=True)
class Name:
    """A proper name in the text: its words, what stands before it, what it names.

    first, last: indices of its words, both included; end: offset of its last character, which may lie inside a word
    (*U.K.-based*); title: the words of a title before it; sure: known to the gazetteer.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    type: EntityType = "Thing"
    title: tuple[str, ...] = ()
    entry: gazetteer.Entry | None = None


@dataclass(slots=True)
class _Evidence:
    votes: Counter[EntityType] = field(default_factory=Counter)
    entry: gazetteer.Entry | None = None


def find(parse: Parse) -> list[Name]:
    """The names of an article, in order, none overlapping."""
    words = parse.words
    lower = {w.text for w in words if w.text[0].islower()}
    inside = _capitals_inside(parse)
    # *Police* is known from a police department, *Pike* from Alan Pike.
    inside -= {x for x in inside if x.lower() in _NOUNS} - {w.text for w in words if w.ner == "PERSON"}
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
    _type(parse, found)
    return found


def _capitals_inside(parse: Parse) -> set[str]:
    """Words met with a capital where no sentence begins and not all words have one."""
    words, inside = parse.words, set()
    for sent in parse.sentences:
        if _is_title_case(words, sent):
            continue
        for i in range(sent.first + 1, sent.last):
            w = words[i]
            if w.text[0].isupper() and words[i - 1].text not in _OPENING:
                inside.add(w.text)
    return inside


def _is_title_case(words: list[Word], sent: Sent) -> bool:
    """Whether a sentence has capitals on most of its longer words, as headlines do; names alone do not count."""
    if words[sent.last - 1].text in (".", "?", "!", ";") and sent.last - sent.first > 14:
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
    return len(small) < 4 and rest[:1].isupper() and rest[1:].islower() and w.tag in _NAME_TAGS


def _names_of(parse: Parse, sent: Sent, lower: set[str], inside: set[str]) -> Iterator[Name]:
    words = parse.words
    i = sent.first
    while i < sent.last:
        w = words[i]
        if w.text == "#" and i + 1 < sent.last and words[i + 1].start == w.end and words[i + 1].text[0].isalpha():
            yield _name(parse, i, i + 1, ())
            i += 2
            continue
        if not _begins(words, i, sent, lower, inside):
            i += 1
            continue
        j = _run_end(words, i, sent.last)
        yield from _cut(parse, i, j)
        i = j + 1


def _begins(words: list[Word], i: int, sent: Sent, lower: set[str], inside: set[str]) -> bool:
    w = words[i]
    if not _is_capital(w):
        return _PARTICLES.get(w.lower) is not None and _is_particle_start(words, i, sent.last)
    if w.ner == "DATE" and i + 1 < sent.last and _HEADS.get(words[i + 1].text) == "Place":
        return True  # *the French Quarter*
    if w.ner in _AMOUNTS and not (w.tag in _NAME_TAGS and w.text in inside and w.ner == "CARDINAL"):
        return w.text in ("No", "No.") and gazetteer.metonym(_pair(words, i)) is not None
    if w.text.isupper() and _NOUNS.get(w.lower, {}).get("type") == "Person":
        return False  # *the MP*
    if w.text == "I" or "@" in w.text or (len(w.text) == 1 and i + 1 < sent.last and words[i + 1].text in _HYPHENS):
        return False
    if i > sent.first and words[i - 1].text not in _OPENING:
        return w.tag in _LEXICAL or bool(w.ner)
    # The first word of a sentence has its capital from there.
    following = words[i + 1] if i + 1 < sent.last else None
    if not w.ner and w.lower in _NOUNS and following is not None and following.text.islower() and w.text not in inside:
        return False
    if w.tag == "NN" and w.dep in ("compound", "nmod") and following is not None and _is_capital(following):
        return following.tag in _NAME_TAGS and w.lower not in lower and w.lemma.lower() not in _NOUNS
    known = w.text in inside and w.lower not in lower
    if known and w.dep in ("nsubj", "nsubjpass"):
        return True
    if w.tag in _NAME_TAGS and (known or w.lower not in lower):
        follows = i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].ner_start
        return not (follows and not w.ner and not known and _is_inflected(w))
    together = i + 1 < sent.last and _is_capital(words[i + 1]) and words[i + 1].ner and not words[i + 1].ner_start
    if w.tag in _LEXICAL and (known or (w.ner and together)):
        return True
    return gazetteer.demonym(w.text) is not None or (w.ner != "" and w.lower not in lower and w.tag == "JJ")


def _is_inflected(w: Word) -> bool:
    return w.lower.endswith(("ing", "ed", "ly")) and w.text not in _GIVEN


def _pair(words: list[Word], i: int) -> str:
    return f"{words[i].text} {words[i + 1].text}" if i + 1 < len(words) else words[i].text


def _is_particle_start(words: list[Word], i: int, last: int) -> bool:
    """*de Mistura*, *al-Qaeda*: a small word that belongs to the name after it."""
    if i + 2 < last and words[i + 1].text in _HYPHENS and words[i + 1].start == words[i].end:
        return words[i + 2].start == words[i + 1].end and words[i + 2].text[0].isupper()
    return _PARTICLES[words[i].lower] == "open" and i + 1 < last and words[i + 1].text[0].isupper()


def _run_end(words: list[Word], i: int, last: int) -> int:
    """Index of the last word of the run of name words that begins at i."""
    j = i
    if not words[i].text[0].isupper() and words[i].lower in _PARTICLES:
        j = i + 2 if words[i + 1].text in _HYPHENS else i + 1
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
    if glued and n.text in _HYPHENS:
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
        return 0 if dated and w.text not in _GIVEN else 1
    if after is None:
        return 0
    if n.lower in _PARTICLES:
        if after.text[0].isupper():
            return 2 if _PARTICLES[n.lower] == "open" else 0
        hyphen = after.text in _HYPHENS and after.start == n.end and j + 3 < last
        return 3 if hyphen and words[j + 3].start == after.end and words[j + 3].text[0].isupper() else 0
    if n.text in _QUOTES and w.text in _GIVEN and j + 4 < last and words[j + 3].text in _QUOTES:
        # *James “Jimmy” Lund*
        return 4 if _is_capital(after) and _is_capital(words[j + 4]) else 0
    same = _continues(words, j, j + 2)
    if n.lower in ("of", "for", "on"):
        heads = any(_HEADS.get(x.text) for x in words[i : j + 1]) if n.lower == "of" else bool(_HEADS.get(w.text))
        heads = heads or (n.lower == "of" and i > 0 and words[i - 1].text in ("Lord", "Baroness", "Duke", "Duchess"))
        article = after.lower == "the" and j + 3 < last
        target = words[j + 3] if article else after
        if _is_capital(target) and target.ner not in _AMOUNTS and (heads or same) and n.lower != "on":
            return 3 if article else 2
        return 0
    if n.text == "&" or n.text in ("v.", "vs."):
        return 2 if _is_capital(after) else 0
    if n.lower == "and":
        whole = any(x.lower == "of" for x in words[i:j]) or after.text in _HEADS
        return 2 if _is_capital(after) and same and whole and w.ner == "ORG" else 0
    if n.text in _POSSESSIVE:
        if _HEADS.get(after.text) == "Organization" and j > i and w.ner != "PERSON":
            return 2  # *Brandel Parish Coroner’s Office*
        noun = _NOUNS.get(w.lemma.lower())
        return 2 if _is_capital(after) and noun and noun["type"] in ("Person", "Population") else 0
    digits = n.text.isdigit() and len(n.text) < 5 and n.ner == w.ner and n.ner in _VOTES and not n.ner_start
    return 1 if digits else 0


def _continues(words: list[Word], a: int, b: int) -> bool:
    """Whether the recogniser sees one name from one word to the other."""
    return words[a].ner in _VOTES and all(w.ner == words[a].ner and not w.ner_start for w in words[a + 1 : b + 1])


def _cut(parse: Parse, i: int, j: int) -> Iterator[Name]:
    """A run of capitalised words as names: titles and nationalities before a person are no part of it."""
    words = parse.words
    whole = parse.text(words[i], words[j])
    if i == j or gazetteer.lookup(whole) or _HEADS.get(words[j].text) in ("Organization", "ArmedGroup", "Place"):
        if not (i == j and _TITLES.get(whole)):
            yield from _split(parse, i, j, ())
        return
    at = i
    while at <= j:
        span = _title_span(words, at, j)
        if span is None:
            yield from _split(parse, at, j, _title_before(words, at))
            return
        first, after = span
        if first > at + 1 or (first > at and words[at].lower not in _NOUNS):
            yield from _split(parse, at, first - 1, _title_before(words, at))
        at = after


def _title_before(words: list[Word], i: int) -> tuple[str, ...]:
    title: list[str] = []
    while i > 0 and words[i - 1].text in _TITLES:
        i -= 1
        title.insert(0, words[i].text)
    return tuple(title) if any(not _TITLES[t]["weak"] for t in title) or len(title) > 1 else ()


def _title_span(words: list[Word], i: int, j: int) -> tuple[int, int] | None:
    """First and one past the last word of the next title; None if there is none before a name."""
    for first in range(i, j + 1):
        k = first
        while k <= j and (words[k].text in _TITLES or (k < j and _is_role(words, k))):
            k += 1
        if k < j and k > first and words[k].lower == "of" and _HEADS.get(words[k - 1].text) == "Person":
            return None  # *the Duchess of Elmsford* has no other name
        if k < j and k > first and words[k].lower == "of" and words[k + 1].text == "State":
            k += 2
        strong = any(not _TITLES.get(w.text, _STRONG)["weak"] for w in words[first:k]) or k - first > 1
        strong = strong or (k > first and k <= j and _is_role(words, k - 1))
        if k > first and strong and (k <= j or first > i or k - first == j - i + 1):
            return first, k
    return None


def _is_role(words: list[Word], i: int) -> bool:
    """*Goalkeeper Kim Lund* where a capital stands for another reason: a common noun for people before a name."""
    w, after = words[i], words[i + 1]
    noun = _NOUNS.get(w.lower)
    if noun is None or noun["type"] != "Person" or w.text in _GIVEN or not _is_capital(after):
        return False
    return after.text in _GIVEN or after.ner == "PERSON"


def _split(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Iterator[Name]:
    """Two names side by side (*New Jersey Republicans*), words no name begins with, hyphens."""
    words = parse.words
    while i < j and words[i].lower in ("the", "a", "an", "most", "many", "some", "former", "then"):
        i += 1
    while j > i and (words[j].text in _HYPHENS or not (words[j].text[-1].isalnum() or words[j].text[-1] in ".!’'")):
        j -= 1
    if i < j and not title and gazetteer.lookup(parse.text(words[i], words[j])) is None:
        for k in range(j, i, -1):
            left = parse.text(words[i], words[k - 1])
            if _parts(words, left, i, k, j):
                yield _name(parse, i, k - 1, ())
                yield from _split(parse, k, j, ())
                return
    yield _name(parse, i, j, title)


def _parts(words: list[Word], left: str, i: int, k: int, j: int) -> bool:
    """Whether what stands left of word k is a country, place or creed of its own before another name."""
    right = words[k]
    if words[j].text in _HEADS or not (gazetteer.demonym(left) or left in _CREEDS or _is_place(left)):
        return False
    return right.text in _CREEDS or (right.ner_start and right.ner != words[i].ner) or right.text in _GIVEN


def _is_place(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return entry is not None and entry.type in ("Country", "Place")


def _name(parse: Parse, i: int, j: int, title: tuple[str, ...]) -> Name:
    words = parse.words
    start, end = words[i].start, words[j].end
    # U.K.-based, Moscow-backed: one token, of which the name is the first part.
    text = words[j].text
    cut = max(text.rfind(h) for h in _HYPHENS)
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
    if i == j and (text.casefold() in lower or words[i].text in _TITLES):
        return False
    plain = text.title() if text.isupper() and len(text) > 4 else text
    if gazetteer.lookup(plain) or gazetteer.demonym(plain):
        return True
    person = j == i + 1 and words[i].text.title() in _GIVEN and words[j].lower not in lower
    return person and words[i].ner == "PERSON" and words[j].ner == "PERSON"


def _type(parse: Parse, names: list[Name]) -> None:
    """Give each name its type by a vote of all places where it or a longer form of it stands."""
    words = parse.words
    near = gazetteer.context(n.text for n in names)
    evidence: defaultdict[str, _Evidence] = defaultdict(_Evidence)
    for n in names:
        ev = evidence[_key(n.text)]
        if not ev.votes:
            ev.entry = gazetteer.known(n.text, near)
            _intrinsic(n, words, ev.votes)
        _witness(n, words, ev.votes)
    _borrow(evidence)
    surnames = _surnames(names, evidence)
    for n in names:
        key = _key(n.text)
        ev = evidence[key]
        person = surnames.get(key)
        best = _best(ev.votes)
        entry = ev.entry
        if person and not (entry and (entry.type == "Country" or (entry.type == "Place" and not entry.population))):
            n.type = "Person"
        elif entry and not (best == "Person" and entry.type == "Place" and ev.votes["Person"] > ev.votes["Place"] + 1):
            n.type, n.entry = entry.type, entry
        elif best == "Place" and (there := gazetteer.place(gazetteer.plain(n.text), near)):
            n.type, n.entry = there.type, there
        else:
            n.type = best


def _key(text: str) -> str:
    return text.casefold()


def _best(votes: Counter[EntityType]) -> EntityType:
    ranked: list[EntityType] = sorted(votes, key=lambda t: (-votes[t], t))
    return ranked[0] if ranked and votes[ranked[0]] > 0 else "Thing"


def _intrinsic(n: Name, words: list[Word], votes: Counter[EntityType]) -> None:
    """What the form of a name says."""
    named = words[n.first : n.last + 1]
    tokens = [w for w in named if w.text[0].isalnum()] or named
    while len(tokens) > 1 and tokens[-1].text.isdigit():
        tokens = tokens[:-1]  # *Flight 370*
    head = next((t for t, after in pairwise(tokens) if after.lower in ("of", "for")), tokens[-1])
    kind = _HEADS.get(head.text) or (_HEADS.get(head.text.title()) if head.text.isupper() else None)
    kind = kind or (_HEADS.get(tokens[-1].text) if len(tokens) > 1 else None)
    if tokens[0].text in _GIVEN and words[n.last - 1].text in _HYPHENS:
        kind = None  # *Jessica Lund-Hill*
    if any(w.text in ("v.", "vs.", "v", "vs") for w in words[n.first : n.last + 1]):
        votes["Thing"] += 9  # a case at law
    if "&" in n.text:
        votes["Organization"] += 6
    if n.text[0] == "#":
        votes["Thing"] += 9
    if kind and (len(tokens) > 1 or any(c.lower == "the" for c in head.children)):
        # *the Observatory* is one as much as *the Nerva Observatory* is.
        votes[kind] += 6  # type: ignore[index]
    if n.text in _CREEDS:
        votes[_CREEDS[n.text]] += 6  # type: ignore[index]
    if len(tokens) > 1 and tokens[0].text in _GIVEN and not kind:
        votes["Person"] += 5
    elif len(tokens) == 1 and n.text in _GIVEN:
        votes["Person"] += 1
    if len(tokens) == 1 and n.text.isupper() and 1 < len(n.text) < 6:
        votes["Organization"] += 3
    if "." in n.text[1:-1] and n.text.lower().endswith((".com", ".org", ".net", ".co.uk", ".io", ".gov")):
        votes["Organization"] += 9


def _witness(n: Name, words: list[Word], votes: Counter[EntityType]) -> None:
    """What one place where a name stands says about it."""
    if n.title:
        votes["Person"] += 6
    labels = Counter(w.ner for w in words[n.first : n.last + 1] if w.ner in _VOTES)
    for label in labels:
        kind, weight = _VOTES[label]
        votes[kind] += weight  # type: ignore[assignment]
    before = words[n.first - 1] if n.first else None
    if before is not None and before.lower in _PLACING:
        votes["Place"] += 2 if before.lower in ("in", "near") else 1
    if before is not None and before.lower == "of" and before.head is not None and _is_resident(before.head):
        votes["Place"] += 2
    # *the Obama administration* may be a person's.
    if before is not None and before.lower == "the" and words[n.last].dep not in ("compound", "nmod", "amod", "poss"):
        votes["Person"] -= 4
        if n.first > 1 and words[n.first - 2].lower in _PLACING:
            votes["Place"] += 3
        elif words[n.last].text.endswith("s") and n.first == n.last:
            votes["Organization"] += 2  # *the Rovers*
    if _is_quoted(words, n):
        votes["Work"] += 5
    after = words[n.last + 1] if n.last + 1 < len(words) else None
    if _is_age(words, n.last + 1):
        votes["Person"] += 5
    if after is not None and (after.text == "," and n.last + 2 < len(words)):
        after = words[n.last + 2]
    if after is not None and after.lower in ("who", "whose", "whom"):
        votes["Person"] += 2
    head = next((w for w in words[n.first : n.last + 1] if w.head is None or not n.first <= w.head.i <= n.last), None)
    if head is None:
        return
    if head.dep == "nsubj" and head.head is not None and head.head.lemma in _MINDFUL:
        votes["Person"] += 0.8  # type: ignore[assignment]
        votes["Organization"] += 0.6  # type: ignore[assignment]
    for c in head.children:
        if c.dep == "appos" and (noun := _NOUNS.get(c.lemma)) and noun["type"] != "None":
            votes[noun["type"]] += 3  # type: ignore[index]
    if head.dep == "dobj" and head.head is not None and head.head.lemma in _GOING:
        votes["Place"] += 2
    above = head.head
    noun = _NOUNS.get(above.lemma) if head.dep == "appos" and above is not None and above.tag != "NNS" else None
    if noun and noun["type"] in ("Person", "Organization", "ArmedGroup", "Place"):
        votes[noun["type"]] += 3  # type: ignore[index]
    previous = before if before is not None and before.head is head and before.dep == "compound" else None
    if previous is not None and (noun := _NOUNS.get(previous.lemma)) and noun["type"] == "Person":
        votes["Person"] += 3


def _is_resident(w: Word) -> bool:
    """*Kim Lund of Elmsford*: who is from where."""
    return w.tag == "NNP" and w.ner == "PERSON"


def _is_quoted(words: list[Word], n: Name) -> bool:
    """*“Folklore”*: a name alone between quotation marks, in the middle of a sentence."""
    if n.first < 2 or n.last + 1 >= len(words) or words[n.last].text in _TITLES:
        return False
    before, after = words[n.first - 1], words[n.last + 1]
    return before.text in _QUOTES and after.text in _QUOTES and words[n.first - 2].text[-1].isalpha()


def _is_age(words: list[Word], i: int) -> bool:
    """*, 20,*"""
    a, number, b = ([*words[i : i + 3], None, None, None])[:3]
    return bool(
        a and number and b and a.text == "," and number.text.isdigit() and len(number.text) < 3 and b.text in ",."
    )


def _borrow(evidence: Mapping[str, _Evidence]) -> None:
    """A full name is a person's where one of its parts alone is; and few but people are called by their last word."""
    alone = {k for k, ev in evidence.items() if " " not in k and (ev.entry is None or ev.entry.population)}
    people = {k for k in alone if _best(evidence[k].votes) == "Person" and evidence[k].votes["Person"] >= 2}
    for key, ev in evidence.items():
        parts = key.split()
        if len(parts) < 2 or ev.entry is not None:
            continue
        if not people.isdisjoint(parts[1:]) or (parts[-1] in alone and parts[-1][-1] != "s"):
            ev.votes["Person"] += 2


def _surnames(names: list[Name], evidence: Mapping[str, _Evidence]) -> dict[str, str]:
    """Short forms of persons named in full: family names, and given names the article uses alone."""
    found: dict[str, str] = {}
    for n in names:
        ev = evidence[_key(n.text)]
        parts = [p for p in n.text.split() if p not in GENERATIONS]
        if len(parts) < 2 or ev.entry is not None or _best(ev.votes) != "Person":
            if len(parts) == 1 and n.title and ev.votes["Person"] >= 6:
                found.setdefault(_key(n.text), n.text)
            continue
        for k in range(1, len(parts)):
            found.setdefault(_key(" ".join(parts[k:])), n.text)
        if len(parts) > 2:
            # *Ana Ruiz Vidal* is *Ruiz*.
            found.setdefault(_key(parts[1]), n.text)
        if "-" in parts[-1]:
            found.setdefault(_key(parts[-1].rsplit("-", 1)[1]), n.text)
        if parts[0] in _GIVEN:
            found.setdefault(_key(parts[0]), n.text)
    return found
