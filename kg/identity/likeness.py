"""How much speaks for two things of different articles being one: their names, their roles, their company.

Evidence is added up in log odds, as in record linkage since Fellegi and Sunter 1969; the weights are set by hand so
that each one can be told as a reason. What rules it out altogether has no weight.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from kg.lexicon import words

# From this probability on two things are one; from the lower one on a person is asked.
MERGE, ASK = 0.75, 0.3
# Types between which the recogniser wavers; across them equal names mean little.
FAMILY = {
    "Person": "person",
    "Organization": "body",
    "ArmedGroup": "body",
    "Government": "body",
    "Population": "people",
    "Country": "place",
    "Place": "place",
    "Event": "thing",
    "Work": "thing",
    "Thing": "thing",
}
# What it says that both are met in the company of the same one.
COMPANY = {"Person": 1.2, "Country": 0.25, "Place": 0.8}
OTHER_COMPANY, KNOWN_COMPANY, MOST_COMPANY = 0.8, 0.4, 3.0
_GENERATIONS = frozenset(w.lower().rstrip(".") for w in words("lexicon/name_words", kind="generation"))
_LEGAL = words("lexicon/name_words", kind="legal")
Name = tuple[str, ...]
Reasons = tuple[tuple[str, float], ...]


@lru_cache(maxsize=1 << 17)
def parts(name: str) -> Name:
    """The words of a name in lower case, without marks, dots and the article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    found = re.findall(r"\w+", re.sub(r"['’.]", "", plain))
    return tuple(found[1:] if len(found) > 1 and found[0] == "the" else found)


@lru_cache(maxsize=1 << 16)
def skeleton(part: str) -> str:
    """A word's consonants, those that spelling wavers between made one: the same for *Mohammed* and *Muhamad*."""
    part = part.replace("ph", "f").replace("kh", "h").replace("ck", "k").replace("sch", "sh")
    part = part[:1] + re.sub("[aeiouyhw]", "", part[1:])
    return re.sub(r"(.)\1+", r"\1", part.translate(str.maketrans("cqzvjy", "kksfii")))


@cache
def _common(kind: str) -> frozenset[str]:
    return words("gazetteer/common", "part", kind=kind)


@dataclass(slots=True)
class Profile:
    """What is known of a thing from some articles.

    keys: the IRI that the gazetteer gives it; more than one if a person joined two that it knows.
    names: its names and how many articles use each; roles: what it is called besides.
    company: who else is met in its articles, in how many; places: those of them that are places.
    partners: who stands in its own statements; for what has no name. many: whether the gazetteer knows several places
    of its name, and not which one is meant.
    """

    family: str
    named: bool
    keys: frozenset[str] = frozenset()
    names: Counter[Name] = field(default_factory=Counter)
    acronyms: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    company: Counter[str] = field(default_factory=Counter)
    places: set[str] = field(default_factory=set)
    partners: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    days: tuple[int, int] | None = None
    many: bool = False

    def add(self, other: Profile) -> None:
        """Take in what is known of it from further articles."""
        self.keys |= other.keys
        self.named = self.named or other.named
        self.many = self.many or other.many
        self.names.update(other.names)
        self.company.update(other.company)
        for mine, theirs in (
            (self.acronyms, other.acronyms),
            (self.roles, other.roles),
            (self.places, other.places),
            (self.partners, other.partners),
            (self.articles, other.articles),
        ):
            mine |= theirs
        both = [d for d in (self.days, other.days) if d]
        self.days = (min(d[0] for d in both), max(d[1] for d in both)) if both else None

    def full(self) -> list[Name]:
        """Names that are more than a surname, spelt out if any is; of bodies, more than letters."""
        if self.family != "person":
            return [n for n in self.names if len(n) > 1 or n[0] not in self.acronyms]
        found = [n for n in self.names if len(n) > 1]
        return [n for n in found if len(n[0]) > 1] or found


def probability(reasons: Reasons) -> float:
    """The sum of the evidence as a probability."""
    return 1 / (1 + math.exp(-sum(weight for _, weight in reasons)))


class Scale:
    """Weighs evidence by how rare it is among all articles.

    weights: what each kind of company says (`COMPANY`); met: in how many articles each is met.
    """

    def __init__(self, weights: dict[str, float], met: Counter[str], articles: int, crowded: frozenset[str]) -> None:
        # In few articles nothing can be told to be common. Who is met everywhere says little.
        many = max(articles, 20)
        self.worth = {
            k: w * min(1.0, math.log(many / met[k]) / math.log(20)) if met[k] > 1 and articles > 20 else w
            for k, w in weights.items()
        }
        # What many bear, as a family name and anywhere in a name.
        self.families = _common("surname") | crowded
        self.usual = self.families | _common("given")

    def compare(self, a: Profile, b: Profile) -> Reasons | None:
        """What speaks for and against two being one; None where it is out of the question."""
        if a.keys and b.keys:
            return (("the gazetteer knows both as one", 8.0),) if a.keys & b.keys else None
        if a.articles & b.articles:
            return None
        if not (a.named and b.named):
            return self._unnamed(a, b) if not (a.named or b.named) else None
        name = self._names(a, b)
        if name is None:
            return None
        common = name[1] <= 0
        reasons = [name, *self._company(a, b)]
        if a.family != b.family:
            # Liverpool the club is not the city; of longer names the recogniser's guess is worth less.
            unlike = {a.family, b.family} - {"thing"} > {"place"} and all(len(n) == 1 for n in a.names | b.names)
            reasons.append((f"a {a.family} and a {b.family}", -3.0 if unlike else -1.5))
        if a.roles and b.roles:
            same = sorted(a.roles & b.roles)
            if same:
                reasons.append((f"both {', '.join(same[:3])}", min(2.0, 0.9 * len(same))))
            elif a.family == b.family == "person":
                told = f"{min(a.roles)} and {min(b.roles)}"
                reasons.append((told, -1.6 if common else -0.8))
        return tuple(reasons)

    def _company(self, a: Profile, b: Profile) -> Iterator[tuple[str, float]]:
        few, many = (a, b) if len(a.company) <= len(b.company) else (b, a)
        shared: dict[str, float] = {}
        for k in few.company:
            if k in many.company:
                # Of a thing of many articles nearly everybody is company some time.
                share = min(1.0, 0.1 + 3 * many.company[k] / len(many.articles))
                # A full name and its surname are one.
                last = k.rsplit("/", 1)[-1].rsplit(" ", 1)[-1]
                shared[last] = max(shared.get(last, 0.0), self.worth.get(k, OTHER_COMPANY) * share)
        if shared:
            best = sorted(shared, key=lambda k: (-shared[k], k))
            told = ", ".join(best[:3])
            yield f"both with {told}", min(MOST_COMPANY, sum(shared[k] for k in best))
        elif a.company and b.company:
            yield "nobody else in common", -1.0 if min(len(a.company), len(b.company)) > 2 else -0.4
        if a.places and b.places and not a.places & b.places:
            yield "other places", -1.0

    def _names(self, a: Profile, b: Profile) -> tuple[str, float] | None:
        person = "person" in (a.family, b.family)
        compare = self._people if person else self._bodies
        full_a, full_b = a.full(), b.full()
        best: tuple[str, float] | None = None
        for one in a.names:
            for other in b.names:
                found = compare(one, other, a, b)
                if found and (best is None or found[1] > best[1]):
                    best = found
        if best and full_a and full_b and not any(compare(x, y, a, b) for x in full_a for y in full_b):
            return None
        return best

    def _people(self, x: Name, y: Name, a: Profile, b: Profile) -> tuple[str, float] | None:
        """How alike two names of people are; None where they name two."""
        told = f"{' '.join(x)} and {' '.join(y)}" if x != y else f"both named {' '.join(x)}"
        if {*x} & _GENERATIONS != {*y} & _GENERATIONS and len(x) > 1 and len(y) > 1:
            return None
        x, y = (tuple(p for p in n if p not in _GENERATIONS) or n for n in (x, y))
        short, long = sorted((x, y), key=len)
        usual = short[-1] in self.families
        if x == y:
            if len(x) == 1:
                return told, -0.5 if usual else 0.8
            return told, self._rarity(x)
        if len(short) == 1 or (len(long) > len(short) and long[-len(short) :] == short):
            if long[-len(short) :] == short:
                return told, -1.0 if usual else 0.5 * len(short)
            return (told, -1.0) if long[0] == short[0] and short[0] not in _common("given") else None
        if len(x) < 2 or len(y) < 2:
            return None
        last, first = _alike(x[-1], y[-1]), _alike(x[0], y[0])
        if last is None or first is None:
            return (told, 1.5) if len(short) > 1 and {*short} < {*long} else None
        if len(x) > 2 and len(y) > 2 and not any(_alike(p, q) is not None for p in x[1:-1] for q in y[1:-1]):
            return None
        return told, self._rarity(short) - last - first - 0.3 * (len(long) - len(short))

    def _rarity(self, name: Name) -> float:
        """What an equal name says. A family name may come first, as in Chinese."""
        first, last = name[0] in self.usual, name[-1] in self.families
        if len(name[0]) == 1:
            return -0.8 if last else 1.6
        if first and (last or name[-1] in self.usual):
            return -0.3 if len(name) < 3 else 0.8  # *Ana W. Brown*
        return 3.0 if first else 2.6 if last else 3.8

    def _bodies(self, x: Name, y: Name, a: Profile, b: Profile) -> tuple[str, float] | None:
        """How alike two names of bodies, places and things are; None where they name two."""
        told = f"{' '.join(x)} and {' '.join(y)}" if x != y else f"both named {' '.join(x)}"
        if x == y:
            if x[0] in a.acronyms and x[0] in b.acronyms:
                return told, 0.7
            if {*x} <= _common("generic"):
                return told, -0.3
            if a.many or b.many:
                return told, 0.4
            if len(x) == 1:
                # The gazetteer knows the best known; ships, films and probes often share their one word with others.
                kinds = {a.family, b.family}
                return told, 2.4 if "place" in kinds else 1.2 if "thing" in kinds else 1.9
            return told, 3.4
        bare_x, bare_y = (tuple(p for p in n if p not in _LEGAL) or n for n in (x, y))
        if bare_x == bare_y:
            return told, 2.0
        for letters, name, holder in ((x, y, a), (y, x, b)):
            if len(letters) == 1 and letters[0] in holder.acronyms and len(name) > 2 and letters[0] in initials(name):
                return told, 1.0
        if len(bare_x) == len(bare_y) and sum(map(len, bare_x)) > 6:
            off = [_alike(p, q) for p, q in zip(bare_x, bare_y, strict=True)]
            # One letter parts North from South, II from III, and a second initial from a first.
            if all(o is not None and (p == q or len(p) > 4) for o, p, q in zip(off, bare_x, bare_y, strict=True)):
                return told, 1.6
        return None

    def _unnamed(self, a: Profile, b: Profile) -> Reasons | None:
        """Events and things without a name: the same words, the same participants, about the same time."""
        if a.family != "thing" or b.family != "thing" or not a.names.keys() & b.names.keys():
            return None
        shared = {k: self.worth.get(k, OTHER_COMPANY) for k in a.partners & b.partners}
        if not shared:
            return None
        best = sorted(shared, key=lambda k: (-shared[k], k))
        told = ", ".join(k.rsplit("/", 1)[-1] for k in best[:3])
        name = max(a.names.keys() & b.names.keys(), key=lambda n: (len(n), n))
        reasons = [
            (f"both called {' '.join(name)}", -1.2 + 0.7 * min(3, len(name) - 1)),
            (f"both with {told}", min(MOST_COMPANY, 1.5 * sum(shared[k] for k in best))),
        ]
        if a.days and b.days:
            apart = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
            told = "on the same day" if apart <= 0 else f"{apart} day{'s' * (apart > 1)} apart"
            reasons.append((told, 0.5 if apart <= 7 else -0.5 if apart <= 30 else -1.5))
        return tuple(reasons)


def initials(name: Name) -> frozenset[str]:
    """Letters by which a name may be called, with and without its small words."""
    large = [p for p in name if p not in ("of", "for", "and", "the", "in", "on", "to")]
    return frozenset({"".join(p[0] for p in large), "".join(p[0] for p in name)})


@lru_cache(maxsize=1 << 16)
def _alike(p: str, q: str) -> float | None:
    """What it costs to take two words of names for one; None where they are two."""
    if p == q:
        return 0.0
    if len(p) == 1 or len(q) == 1:
        return 0.8 if p[0] == q[0] else None
    if skeleton(p) == skeleton(q) and JaroWinkler.similarity(p, q) >= 0.8:
        return 0.8
    return 1.2 if min(len(p), len(q)) > 4 and JaroWinkler.similarity(p, q) >= 0.94 else None


def crowded(names: Iterable[Name]) -> frozenset[str]:
    """Surnames that people of many first names bear among the full names given."""
    firsts: dict[str, set[str]] = {}
    for n in names:
        if len(n) > 1:
            firsts.setdefault(n[-1], set()).add(skeleton(n[0]))
    return frozenset(s for s, f in firsts.items() if len(f) > 3)
