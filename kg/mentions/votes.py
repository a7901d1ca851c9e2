"""What each proper name of an article names, typed once for the whole article by a vote.

The recogniser's labels are one witness among several: the form of a name (given names, its last word, capitals), the
words beside each place where it stands, other names of the article, the gazetteer.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from kg import lexicon
from kg.mentions import gazetteer
from kg.mentions.names import (
    CREEDS,
    FORERUNNERS,
    GENERATIONS,
    GIVEN,
    HEADS,
    HYPHENS,
    QUOTES,
    SITES,
    SURNAMES,
    TITLES,
    VOTES,
    Name,
    is_dateline,
)
from kg.mentions.nouns import is_known, kind_of, noun_of, type_of
from kg.parsing import Parse, Word
from kg.values import EntityType

_Votes = defaultdict[EntityType, float]
_COMPANY: dict[tuple[str, str], list[tuple[EntityType, float]]] = defaultdict(list)
for _row in lexicon.table("lexicon/name_company"):
    _COMPANY[_row["place"], _row["word"]].append((cast(EntityType, _row["type"]), float(_row["weight"])))
_HUMAN = lexicon.words("lexicon/pronouns", person="3", type="Person")
_IMPERSONAL = lexicon.words("lexicon/verb_kinds", kind="impersonal") | lexicon.words(
    "lexicon/verb_kinds", kind="weather"
)
_PERSONAL = lexicon.mapping("lexicon/pronouns", "word", "type")
_MINDFUL = lexicon.words("lexicon/say") | lexicon.words("lexicon/verb_kinds", kind="mind")

_FIRST = {word.lower(): first for word, first in lexicon.mapping("lexicon/name_heads", "word", "first").items()}
_FIRMS = lexicon.words("lexicon/kinds", "noun", **{"class": "company"})
_EITHER = lexicon.words("lexicon/offices", kind="either")
_LEGAL = lexicon.words("lexicon/name_words", kind="legal")
_STORMS = lexicon.words("lexicon/name_words", kind="storm")
_ENDINGS = lexicon.words("lexicon/name_company", "word", place="ending")
_BEARERS = frozenset({"Organization", "Person"})
_PARTS = frozenset({"compound", "nmod", "amod", "poss"})
# *A320s*, *Kh-31*; *GCSEs*; *Zionism*
_THING = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d+[A-Za-z]{0,2}|[A-Z]{2,5}s|\w+ism")
# What several of are named with: the Rovers, the Port Ashby Rovers.
_TEAM, _FULL_TEAM = 2, 7.9
# Votes that no context outweighs, that context outweighs only together, of a hint.
_PREPOSITIONS = {p: p for p in ("of", "in", "to", "from", "over", "by")} | {"at": "at ground"}
_PREPOSITIONS |= {"for": "at", "with": "at"}
# Where a name stands, by its label.
_PLACES = {
    "nsubj": "subject",
    "nsubjpass": "passive",
    "dobj": "object",
    "dative": "object",
    "poss": "owner",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
}
_DIRECTIONS = lexicon.words("lexicon/name_words", kind="direction")
_NAMING = lexicon.words("lexicon/verb_kinds", kind="naming")
_LISTED: frozenset[EntityType] = frozenset({"Person", "Organization", "Place", "Thing"})
_ALIKE = 1.5
# What is a city for all, and where a name after such a word is one.
_DOUBT, _LARGE = 1.5, 2.5
_CITY, _WHERE = 100_000, frozenset({"from", "in", "near"})
_WHERE_TO = _WHERE | {"to", "into", "across", "around", "at", "through", "outside"}
# So many different words of sport among so many around a country make it a team.
_SPORT, _SPORTING, _AROUND = lexicon.words("lexicon/name_words", kind="sport"), 3, 120
_PLAYING = frozenset({"nsubj", "nsubjpass", "dobj"})
_MEETING = lexicon.words("lexicon/name_words", kind="met")
_SURE, _STRONG, _CALLED, _FAIR, _WEAK = 9, 6, 4, 3, 1
# The recogniser says of a name what it has said before; so often it counts.
_HEARD = 3
_PLURAL = frozenset({"are", "were", "have"})
_PEOPLE = re.compile(r"(?:an|i|ish|ese|ist|ite|ic|crat|al)s?$|[^s]s$")
_GLUED = re.compile(r"(?!Mac|Van|Von|Fitz|Abu)[A-Z][a-z]{2,}[A-Z]")
_SCORE = re.compile(r"\d{1,3} [-–] \d{1,3} (?!,? ?(and )?\d)")


@dataclass(slots=True)
class _Evidence:
    votes: _Votes = field(default_factory=lambda: defaultdict(float))
    entry: gazetteer.Entry | None = None
    labels: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    firm: bool = False  # the first word of a firm's name


def give_types(parse: Parse, names: list[Name]) -> None:
    """Set type and gazetteer entry of each name."""
    words = parse.words
    near = gazetteer.context(n.text for n in names)
    evidence: defaultdict[str, _Evidence] = defaultdict(_Evidence)
    at = {i: n for n in names for i in range(n.first, n.last + 1)}
    for n in names:
        ev = evidence[n.text.casefold()]
        if not ev.votes:
            ev.entry = gazetteer.known(n.text, near)
            _intrinsic(n, words, ev.votes)
        for label in {w.ner for w in words[n.first : n.last + 1]} & VOTES.keys():
            ev.labels[label] += 1
        _witness(n, words, at, ev.votes)
        if ev.entry and ev.entry.population > _CITY and n.first and words[n.first - 1].lower in _WHERE:
            _vote(ev.votes, "Place", _FAIR)  # *a boy from Glasgow*, though people are called so too
    for key, ev in evidence.items():
        for label in sorted(ev.labels):
            type, weight = VOTES[label]
            if label == "NORP" and not _PEOPLE.search(key):
                continue
            _vote(ev.votes, type, weight * min(ev.labels[label], _HEARD))
    _agree(names, words, evidence)
    _borrow(evidence)
    surnames = _surnames(names, evidence)
    abroad = {n.text.casefold() for n in names if _of_land(n, words)}
    for n in names:
        key = n.text.casefold()
        ev = evidence[key]
        best, entry = _best(ev.votes), ev.entry
        # *Tom Reed played … Reed beat Norland 3-0*
        least = _WEAK if ev.firm else _SURE
        person = key in surnames and ev.votes["Organization"] - ev.votes["Person"] < least
        land = entry and (entry.type == "Country" or (entry.type == "Place" and not entry.population))
        if person and not (land and key in abroad):
            n.type = "Person"
        elif entry and entry.type == "Country" and _is_language(n, words):
            n.type = "Thing"
        elif entry and not (entry.population and best in _BEARERS and _outweighs(ev, best)):
            # A town's name may be somebody's or a team's.
            n.type = entry.type
        elif best == "Place" and (there := gazetteer.place(gazetteer.plain(n.text), near)):
            n.type = there.type
        else:
            n.type = best
    _field_teams(names, words)


def _field_teams(names: list[Name], words: list[Word]) -> None:
    """*Norland beat Westmark*, *a win over Norland*: in news of sport a country that does or is met is its team.

    *Norland’s captain*, *the Norland coach* and *Norland’s Kim Lund* are the team's where it plays in the article.
    """
    lands = [n for n in names if n.type == "Country" and gazetteer.demonym(n.text) is None]
    lands += [n for n in names if n.type == "Place" and _is_region(n.text)]
    if not lands or len(_SPORT.intersection(w.lower for w in words)) < _SPORTING:
        return
    near = ({w.lower for w in words[max(n.first - _AROUND, 0) : n.last + _AROUND]} for n in lands)
    lands = [n for n, around in zip(lands, near, strict=True) if len(_SPORT & around) >= _SPORTING]
    heads = {id(n): head_of(n, words) for n in lands}
    at = {id(n): _first_of_list(heads[id(n)]) for n in lands}
    acts = {n.text for n in lands if at[id(n)].dep in _PLAYING and heads[id(n)].dep != "poss"}
    for n in lands:
        w, before = at[id(n)], words[n.first - 1].lower if n.first else ""
        met = w.dep == "pobj" and w.head is not None and w.head.lower in _MEETING
        scored = _is_score(words, n.last + 1)
        if w.dep in _PLAYING or met or scored or (acts and w.dep in _PARTS and before not in _WHERE):
            n.type = "Organization"


def _outweighs(ev: _Evidence, best: EntityType) -> bool:
    large = ev.entry is not None and ev.entry.population >= gazetteer.BIG
    return ev.votes[best] > ev.votes["Place"] + (_LARGE if large else _DOUBT)


def _best(votes: _Votes) -> EntityType:
    best: EntityType = min(votes, key=lambda t: (-votes[t], t), default="Thing")
    return best if votes[best] > 0 else "Thing"


def _vote(votes: _Votes, type: str, weight: float) -> None:
    votes[type] += weight  # type: ignore[index]


def _intrinsic(n: Name, words: list[Word], votes: _Votes) -> None:
    """What the form of a name says."""
    named = tokens = words[n.first : n.last + 1]
    while len(tokens) > 1 and tokens[-1].text[-1].isdigit():
        tokens = tokens[:-1]  # *Flight 370*
    head = next((t for t, after in pairwise(tokens) if after.lower in ("of", "for")), tokens[-1])
    at = tokens.index(head)
    pair = HEADS.get(f"{tokens[at - 1].text} {head.text}") if at else HEADS.get(f"{head.text} of")
    kind = pair or HEADS.get(head.text) or (HEADS.get(head.text.title()) if head.text.isupper() else None)
    several, given = len(tokens) > 1, tokens[0].text in GIVEN
    if not kind:
        forms = [("first", tokens[0].text)] if several else [("ending", e) for e in _ENDINGS if n.text.endswith(e, 2)]
        for type, weight in (v for form in forms for v in _COMPANY.get(form, ())):
            _vote(votes, type, weight)
    if _THING.fullmatch(named[-1].text):
        _vote(votes, "Thing", _STRONG)
    if named[-1].text.isdigit() and not kind:
        _vote(votes, "Thing", _CALLED)
    if any(w.text in ("v.", "vs.", "v", "vs") for w in named):
        _vote(votes, "Thing", _SURE)  # a case at law
    if "&" in n.text and not kind:
        _vote(votes, "Organization", _STRONG)
    bare = n.first and words[n.first - 1].tag != "DT" and kind == "Organization" and head.text not in SURNAMES
    if kind and not several and bare and head.tag[:2] == "NN":
        _vote(votes, kind, _FAIR)  # *in Parliament*
    if kind and (several or words[n.first - 1].lower == "the" or any(c.lower == "the" for c in head.children)):
        # *the Observatory* is one as much as *the Nerva Observatory* is.
        # *Ada Brook* is hardly a brook.
        borne = given and head.text in SURNAMES
        _vote(votes, kind, _FAIR if borne else _STRONG)
        _vote(votes, "Person", _FAIR if borne else 0)
    land = gazetteer.lookup(head.text) if several and is_known(tokens[0].lower) else None
    if land is not None and land.type == "Country":
        _vote(votes, "Organization", _STRONG)  # *Dairy Australia*
    if several and tokens[-1].text.lower().strip(".") in _LEGAL:
        _vote(votes, "Organization", _STRONG)  # *Orvex Limited*
    if tokens[-1].text in CREEDS:
        _vote(votes, CREEDS[tokens[-1].text], _STRONG)
    if given and not kind:
        _vote(votes, "Person", _STRONG - 1 if several else _WEAK)
    if not several and n.text.isupper() and 1 < len(n.text) < 6:
        # *HNC*, but *H5N8*
        _vote(votes, "Organization" if n.text.replace(".", "").replace("&", "").isalpha() else "Thing", _FAIR)
    if not several and _GLUED.match(n.text):
        _vote(votes, "Organization", _FAIR)  # *MetroPort*, no *McBrandel*
    if "." in n.text[1:-1] and n.text.lower().endswith(SITES):
        _vote(votes, "Organization", _SURE)


def _witness(n: Name, words: list[Word], at: Mapping[int, Name], votes: _Votes) -> None:
    """What one place where a name stands says about it."""
    if n.title:
        _vote(votes, "Person", _STRONG)
    head = head_of(n, words)
    before = words[n.first - 1] if n.first else None
    after = words[n.last + 1] if n.last + 1 < len(words) else None
    called = before is not None and before.text == "The" and n.first > 1 and words[n.first - 2].text[-1].isalnum()
    if called and before is not None and not HEADS.get(head.text) and gazetteer.lookup(n.text) is None:
        # A film may be called *The Interview*, *The Long Night*, a paper or a band by a word of its own.
        owned = words[n.first - 2].tag == "POS"
        work = owned or n.first < n.last or is_known(n.text.lower())
        _vote(votes, "Work" if work else "Organization", _STRONG if owned else 2)
    elif before is not None and before.lower == "the" and head.dep not in _PARTS:
        # *the Obama administration* may be a person's.
        _vote(votes, "Person", -4)
        if head.text.endswith("s"):
            # *the Port Ashby Monarchs*: what nobody knows to be anything else
            alone = n.first == n.last
            _vote(votes, "Organization", _TEAM if alone else 0 if HEADS.get(head.text) else _FULL_TEAM)
    if _is_quoted(words, n):
        _vote(votes, "Work", 5)
    if any(c.tag == "PRP$" for c in head.children) and not any(c.tag == "NN" and c.i < n.first for c in head.children):
        _vote(votes, "Person", -_FAIR)  # *his old Brandel Orvex*
        _vote(votes, "Thing", _WEAK)
    if _is_age(words, n.last + 1):
        _vote(votes, "Person", 5)
    if before is not None and before.lower == "of" and _is_age(words, n.first - 4):
        _vote(votes, "Place", _FAIR)  # *Kim Lund, 47, of Nerva*
    of = head.head if head.dep == "pobj" else None
    bearer = at.get(of.head.i) if of is not None and of.lower in ("of", "at") and of.head is not None else None
    if bearer is not None and words[bearer.first].text in GIVEN and bearer.first < bearer.last:
        # *Kim Lund of Brandel Orvex*
        _vote(votes, "Person", -_FAIR)
        _vote(votes, "Organization", _WEAK)
    if n.text.isupper() and is_dateline(words, n.last):
        _vote(votes, "Place", _STRONG)
    told = head.head if head.dep == "nsubj" and head.head is not None else head
    ends = [*told.all("xcomp", "advcl"), *(o for v in (told, *told.all("xcomp", "advcl")) for o in v.all("dobj"))]
    if any(_is_score(words, i + 1) for i in (n.last, told.i, *(e.i for e in ends if head.dep == "nsubj"))):
        # *beat Nerva 2-1*, *Nerva won 3-0*, *Nerva came back to beat Orvex 2-1*; not *beat Lund 6-4, 6-3*
        _vote(votes, "Organization", _SURE)
    if after is not None and _is_direction(words[n.last + 1 : n.last + 4]):
        _vote(votes, "Place", _FAIR)  # *Nerva, west of Elmsford*
    start = at.get(n.first - 2) if before is not None and before.lower == "to" else None
    if start is not None and start is not n and _is_known_place(start.text):
        _vote(votes, "Place", _FAIR)  # *from Rome to Nerva*, *the Rome to Nerva race*
    region = at.get(n.last + 2) if after is not None and after.text == "," else None
    if region is not None and _is_region(region.text):
        _vote(votes, "Place", _FAIR)  # *Elmsford, N.J.*
    company = [*_company(n, words, head), ("next", after.lower if after is not None else "")]
    if after is not None and after.text in HYPHENS and n.last + 2 < len(words):
        company.append(("next", f"-{words[n.last + 2].lower}"))  # *the Orvex-led government*
    for type, weight in (v for c in company for v in _COMPANY.get(c, ())):
        _vote(votes, type, weight)
    for noun in _called(n, words, head):
        either = noun.lemma.lower() in _EITHER and kind_of(noun) == "Person"
        # *the supplier, Orvex*, *its rival, Orvex*; *the loser, Kim Lund*
        firm = noun.lemma.lower() in _FIRMS
        _vote(votes, "Organization" if either else kind_of(noun), _STRONG if firm else 0 if either else _FAIR)
    for noun in _of_kind(head):
        _vote(votes, type_of(noun_of(noun)), _FAIR)
    _taken_up(n, words, head, at, votes)


def _is_score(words: list[Word], i: int) -> bool:
    if i >= len(words) or not words[i].text[0].isdigit():
        return False
    near = words[i : i + 6]
    return _SCORE.match(" ".join(w.text for w in near)) is not None


def head_of(n: Name, words: list[Word]) -> Word:
    """The word of a name that hangs on none of its others."""
    for w in words[n.first : n.last]:
        if w.head is None or not n.first <= w.head.i <= n.last:
            return w
    return words[n.last]


def _first_of_list(w: Word) -> Word:
    while w.dep == "conj" and w.head is not None:
        w = w.head
    return w


def _agree(names: list[Name], words: list[Word], evidence: Mapping[str, _Evidence]) -> None:
    """*Nerva, Elmsford and Rome*: things of one kind are listed together."""
    lists: dict[int, dict[str, EntityType]] = defaultdict(dict)
    for n in names:
        first, key = _first_of_list(head_of(n, words)), n.text.casefold()
        ev = evidence[key]
        lists[first.i][key] = ev.entry.type if ev.entry else _best(ev.votes)
    for types in (types for types in lists.values() if len(types) > 1):
        counts = Counter(types.values())
        for key, own in types.items():
            for type in _LISTED & counts.keys():
                if 2 * (counts[type] - (type == own)) > len(types) - 1:
                    _vote(evidence[key].votes, type, _ALIKE)


def _company(n: Name, words: list[Word], head: Word) -> Iterator[tuple[str, str]]:
    """The words a name stands beside, each with its place."""
    if n.first:
        before = words[n.first - 1].lower
        yield ("the", words[n.first - 2].lower) if before == "the" and n.first > 1 else ("after", before)
    listed, head = head.dep == "conj", _first_of_list(head)
    if listed and head.dep == "pobj" and head.head is not None:
        yield "after", head.head.lower  # *around Nerva, Elmsford and Tarn*
    above = head.head
    if above is None:
        return
    lemma = above.lemma.lower()
    if head.dep in _PLACES:
        yield _PLACES[head.dep], lemma
        clauses = [above, *(c for c in head.all("relcl") if _is_who(c.child("nsubj", "nsubjpass")))]
        many = any(w.lower in _PLURAL or w.tag == "VBP" for c in clauses for w in (c, *c.all("aux", "auxpass")))
        if many and head.dep.startswith("nsubj") and head.tag == "NNP" and head.child("cc", "conj") is None:
            yield "subject", "they"  # *Nerva are up to seventh*, *Nerva, who have two games in hand*
        if head.dep == "nsubj" and lemma in _MINDFUL:
            yield "subject", "think"
    elif head.dep == "pobj" and above.head is not None:
        # *sold shares in Nerva*: what stands before the preposition too, though the parser hangs it on the verb
        near = {w.lemma.lower() for w in (above.head, words[above.i - 1]) if w is above.head or w.head is above.head}
        yield from ((place, noun) for place in _PREPOSITIONS.get(lemma, "").split() for noun in sorted(near))


def _is_who(w: Word | None) -> bool:
    return w is not None and w.lower == "who"


def _called(n: Name, words: list[Word], head: Word) -> Iterator[Word]:
    """Common nouns that say what a name names: beside it, before it, after *is*."""
    nouns: list[Word] = [c for c in head.children if c.dep == "appos" and c.i > n.last]
    above = head.head
    if head.dep == "appos" and above is not None and above.tag != "NNS":
        nouns.append(above)
    before = words[n.first - 1] if n.first else None
    beside = before is not None and (before.tag == "NN" or before.text in FORERUNNERS) and before.dep != "dobj"
    if before is not None and beside and (before.head is head or kind_of(before) not in ("Place", "Event")):
        nouns.append(before)
    noun = words[n.first - 2] if before is not None and before.text == "," and n.first > 1 else None
    if noun is not None and noun.child("det", "poss") is not None and _is_closed(words, n.last + 1):
        nouns.append(noun)  # *the capital, Nerva,*
    if not nouns and n.last + 3 < len(words) and words[n.last + 1].text == "," and words[n.last + 2].tag == "DT":
        nouns += _phrase_after(words, n.last + 3)
    naming = above.head if above is not None and above.lower == "as" else None
    if naming is not None and naming.dep == "acl" and naming.lemma in _NAMING and naming.head is not None:
        nouns.append(naming.head)  # *fish known as Nerva*
    if above is not None and above.lemma in _NAMING and head.dep in ("oprd", "attr", "dobj", "ccomp", "xcomp"):
        nouns += [c for c in (above.head if above.dep == "acl" else above.child("nsubjpass"),) if c is not None]
    if head.dep == "nsubjpass" and above is not None and above.lemma in _NAMING:
        nouns += above.all("oprd", "attr", "dobj")  # *The Long Night was named best musical*
    if head.dep == "nsubj" and above is not None and above.lemma in ("be", "become") and above.child("neg") is None:
        nouns += [c for c in above.all("attr") if c.i > n.last and c.child("det") is not None]
    common = (w for w in nouns if w.tag in ("NN", "NNS") or w.text in FORERUNNERS)
    yield from (w for w in common if is_known(w.lemma.lower()))


def _of_kind(head: Word) -> Iterator[Word]:
    """*makers, including Brandel and Lund*, *makers such as Brandel*, *two makers, Brandel and Lund* (Hearst 1992)."""
    at = _first_of_list(head)
    noun: Word | None = None
    if at.dep == "appos" and at.head is not None and at.head.tag == "NNS" and at.child("conj") is not None:
        noun = at.head
    else:
        while at.dep in ("conj", "appos") and at.head is not None:
            at = at.head
        prep = at.head if at.dep == "pobj" else None
        such = prep is not None and prep.lower == "as" and any(c.lower == "such" for c in prep.children)
        noun = prep.head if prep is not None and (such or prep.lower == "including") else None
    if noun is not None and noun.tag == "NNS" and is_known(noun_of(noun)):
        yield noun


def _phrase_after(words: list[Word], i: int) -> list[Word]:
    """The noun that the words from i on lead to: *(X, a) former schoolteacher from Nerva*."""
    while i + 1 < len(words) and words[i].tag in ("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "HYPH", "CD", "RB"):
        if words[i].tag == "NN" and words[i + 1].tag not in ("NN", "NNS", "HYPH"):
            return [words[i]]
        i += 1
    return [words[i]] if words[i].tag == "NNS" else []


def _taken_up(n: Name, words: list[Word], head: Word, at: Mapping[int, Name], votes: _Votes) -> None:
    """*Brandel lost his keys*, *Brandel said it would*: the subject's own pronoun, no other name between.

    *Brandel won the race. She was late*: or the pronoun that the next sentence begins with, where nobody else is met.
    """
    if head.dep not in ("nsubj", "nsubjpass"):
        return
    for w in words[n.last + 1 : n.last + 30]:
        if w.sent != head.sent:
            if w.lower in ("he", "she") and n.first < n.last:
                _vote(votes, "Person", _ALIKE)
            return
        if w.i in at or w.text in QUOTES or kind_of(w) == "Person":
            return
        if w.i > n.last + 11:
            continue
        if w.tag in ("PRP", "PRP$") and w.lower in _PERSONAL:
            verb = next((a for a in w.ancestors() if a.pos in ("VERB", "AUX")), None)
            said = verb is not None and w.dep in ("nsubj", "nsubjpass") and verb.dep == "ccomp"
            if verb is None or (verb.head if said else verb) is not head.head or verb.lemma in _IMPERSONAL:
                return
            if w.lower in _HUMAN:
                _vote(votes, "Person", 1)
            elif _PERSONAL[w.lower] == "Thing":
                _vote(votes, "Person", -1.5)
                _vote(votes, "Organization", 1)
            return


def _is_direction(words: list[Word]) -> bool:
    near = [w.lower for w in words if w.text != ","][:2]
    return len(near) == 2 and near[0].rpartition("-")[2] in _DIRECTIONS and near[1] == "of"


def _is_known_place(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return entry is not None and entry.type in ("Country", "Place")


def _is_region(name: str) -> bool:
    entry = gazetteer.lookup(name)
    return _is_known_place(name) and entry is not None and not entry.population


def _is_quoted(words: list[Word], n: Name) -> bool:
    """*“Folklore”*: a name alone between quotation marks, in the middle of a sentence."""
    if n.first < 2 or n.last + 1 >= len(words) or words[n.last].text in TITLES:
        return False
    before, after = words[n.first - 1], words[n.last + 1]
    inside = after.text in QUOTES or (
        after.text in ",." and n.last + 2 < len(words) and words[n.last + 2].text in QUOTES
    )
    return before.text in QUOTES and inside and words[n.first - 2].text[-1].isalpha()


def _is_closed(words: list[Word], i: int) -> bool:
    return i < len(words) and words[i].text in (",", ".", ";", ")")


def _is_age(words: list[Word], i: int) -> bool:
    """*, 20,*"""
    comma, number, close = [w.text for w in words[i : i + 3]] if 0 <= i < len(words) - 2 else ("", "", "")
    return comma == "," and number.isdigit() and len(number) < 3 and close in (",", ".")


def _borrow(evidence: Mapping[str, _Evidence]) -> None:
    """What other names of the article say of a name.

    A full name is a person's where one of its parts alone is, and few but people are called by their last word;
    letters name what the words name whose first letters they are; *Washtaw* is where *Washtaw Avenue* is.
    """
    alone = {k for k, ev in evidence.items() if " " not in k and (ev.entry is None or ev.entry.population)}
    people = {k for k in alone if _best(evidence[k].votes) == "Person" and evidence[k].votes["Person"] >= 2}
    short = {k.replace(".", ""): k for k in alone}
    for key, ev in evidence.items():
        parts = key.split()
        several = evidence.get(f"{parts[-1]}s")
        if several is not None and len(parts) == 1 and _best(ev.votes) == "Event":
            _vote(several.votes, "Event", _SURE)  # *the second Test*, one of five Tests
        elif several is not None and len(parts) == 1 and _best(several.votes) == "Thing":
            _vote(ev.votes, "Thing", _SURE)  # a GCSE, one of the GCSEs
        elif several is not None and _best(ev.votes) == "Thing":
            _vote(several.votes, "Thing", _SURE)  # *four Hollis Vega jets … the Vegas*
        whole = evidence.get(" ".join(parts[:-1]))
        if whole is not None and parts[-1].strip(".") in _LEGAL:
            _vote(whole.votes, "Organization", _SURE)  # *Orvex* is *Orvex Corp.*
        if len(parts) < 2 or ev.entry is not None:
            continue
        if parts[-2] in _STORMS and parts[-1] in alone:
            _vote(evidence[parts[-1]].votes, "Event", _SURE)  # *Nerva* is *Hurricane Nerva*
        if not people.isdisjoint(parts[1:]) or (parts[-1] in alone and parts[-1][-1] != "s"):
            _vote(ev.votes, "Person", 2)
        best = _best(ev.votes)
        if best == "Place" and parts[0] in alone and evidence[parts[0]].votes["Person"] < 2:
            _vote(evidence[parts[0]].votes, "Place", 2)
        if best == "Organization" and parts[0] in alone and parts[0].title() not in GIVEN:
            _vote(evidence[parts[0]].votes, "Organization", 1)
        team = best == "Organization" and parts[-1][-1] == "s" and parts[-1] in alone
        if (_FIRST.get(parts[-1]) or team) and parts[0] in alone:
            # *Orvex* is *Orvex Flow Systems*; *Nerva Town* or *the Nerva Bears* is *Nerva*, who have lost, but in Nerva
            # it plays
            first, town = evidence[parts[0]].votes, team or _FIRST[parts[-1]] == "town"
            if "Organization" in (best, _best(first)):
                _vote(ev.votes, "Organization", _SURE)
                _vote(first, "Organization", (0 if first["Place"] > 0 else _CALLED) if town else _STRONG)
                evidence[parts[0]].firm = not town
        elif best == "Person" and parts[0] in alone and _best(evidence[parts[0]].votes) == "Organization":
            _vote(ev.votes, "Thing", _CALLED)  # *the Hollis Vega* is made by Hollis
        letters = short.get("".join(p[0] for p in parts if p not in ("of", "for", "the", "and")), "")
        if len(letters) > 2 and _best(ev.votes) != "Person":
            _vote(evidence[letters].votes, _best(ev.votes), _FAIR)
            _vote(ev.votes, _best(evidence[letters].votes), _WEAK)


def _is_language(n: Name, words: list[Word]) -> bool:
    """*put into Norlandish*, *spoke Norlandish*"""
    w = words[n.last]
    land = gazetteer.demonym(n.text)
    put = w.dep == "pobj" and words[n.first - 1].lower in ("in", "into", "from")
    spoken = w.dep == "dobj" and words[n.first - 1].lemma == "speak"
    adjective = n.text.endswith("ish") or (land is not None and land.name != n.text)
    return (put or spoken) and adjective and not gazetteer.native(n.text)


def _of_land(n: Name, words: list[Word]) -> bool:
    """Whether a name is used as a country's or region's is: *in Jordan*, *French troops*, *the French*."""
    w = words[n.last]
    before = words[n.first - 1] if n.first else None
    where = w.dep == "pobj" and before is not None and before.lower in _WHERE_TO
    return where or w.dep in ("amod", "compound", "nmod") or any(c.dep == "det" for c in w.children)


def _surnames(names: list[Name], evidence: Mapping[str, _Evidence]) -> set[str]:
    """Short forms of persons named in full: family names, and given names the article uses alone."""
    found: set[str] = set()
    for n in names:
        ev = evidence[n.text.casefold()]
        parts = [p for p in n.text.split() if p not in GENERATIONS]
        if len(parts) > 1 and ev.entry is None and _best(ev.votes) == "Person":
            # *Ana Ruiz Vidal* is *Ruiz* and *Vidal*.
            forms = [" ".join(parts[k:]) for k in range(1, len(parts))] + [parts[1], parts[-1].rsplit("-", 1)[-1]]
            first = parts[0] in GIVEN or gazetteer.lookup(parts[0]) is None
            found.update(f.casefold() for f in (*forms, *parts[:first]))
    return found
