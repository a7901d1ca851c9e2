"""Clauses as propositions in the words of the sentence: short ones, or one n-ary tuple a statement."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.clause import Clause, Filler, Part
from kg.extraction.frame import conjoined, markers
from kg.extraction.phrases import fillers, is_relative, noun_words
from kg.parsing import Parse, Word

Words = tuple[Word, ...]
Triple = tuple[Words, Words, Words]


class Surface:
    """The propositions of one sentence's clauses."""

    def __init__(self, parse: Parse, clauses: list[Clause]) -> None:
        self.parse = parse
        self.clauses = clauses
        self.by_predicate: dict[int, Clause] = {}
        for c in clauses:
            self.by_predicate.setdefault(c.predicate.i, c)

    def text(self, words: Words, added: str | None = None) -> str:
        """The words as the article has them, blanks where it has some or where words between are left out."""
        out: list[str] = [added] if added else []
        last: Word | None = None
        for w in words:
            if out and not (last is not None and last.i + 1 == w.i and last.end == w.start):
                out.append(" ")
            out.append(w.text)
            last = w
        return "".join(out)

    def prefix(self, clause: Clause, depth: int = 0) -> Words:
        """What governing verbs put before the clause's own group: *urged Russia (to stop)*."""
        if clause.link != "chain" or clause.governor is None or depth > 6:
            return ()
        above = self.by_predicate.get(clause.governor.i)
        if above is None:
            return ()
        words = self.prefix(above, depth + 1) + above.group
        found = list(words)
        for f in (*above.objects[:1], *((above.receiver,) if above.receiver else ())):
            if not f.clause and f.head.i < clause.predicate.i:
                found.extend(f.words)
        for p in above.arguments:
            if p.noun is None and p.filler.head.i < clause.predicate.i and not p.filler.clause and False:
                found.extend((*p.marker, *p.filler.words))
        return ordered(found)

    def subjects(self, clause: Clause) -> tuple[Filler, ...]:
        """The subjects a proposition shows: of a chain those of the verb that governs all."""
        depth = 0
        while clause.link == "chain" and clause.governor is not None and depth < 8:
            above = self.by_predicate.get(clause.governor.i)
            if above is None:
                break
            clause, depth = above, depth + 1
        return clause.subjects

    def triples(self, clause: Clause) -> Iterator[Triple]:
        rel = ordered([*self.prefix(clause), *clause.group])
        for number, s in enumerate(self.subjects(clause)):
            base = rel
            chained = any(c.link == "chain" and c.governor is clause.predicate for c in self.clauses)
            if clause.receiver is not None:
                yield s.words, rel, clause.receiver.words
                base = ordered([*rel, *clause.receiver.words])
            for f in clause.objects:
                if f.clause:
                    for words in self.content(f):
                        yield s.words, base, words
                else:
                    yield s.words, base, f.words
            if clause.objects:
                first = clause.objects[0]
                if not first.clause:
                    for f in clause.objects:
                        yield from ((s.words, r, o) for r, o in nested(base, f))
                    base = base + first.words
            for p in clause.arguments:
                yield from ((s.words, r, o) for r, o in self.argument(base, p))
            if not clause.objects and not clause.arguments and not chained and clause.receiver is None:
                at = len(self.prefix(clause))
                if at:
                    yield s.words, rel[:at], rel[at:]

    def argument(self, base: Words, p: Part) -> Iterator[tuple[Words, Words]]:
        rel = base + p.marker
        if p.filler.clause:
            for words in self.content(p.filler):
                yield rel, words
            return
        yield rel, p.filler.words
        yield from nested(rel, p.filler)

    def content(self, f: Filler) -> Iterator[Words]:
        """A clause in its shortest form."""
        c = self.by_predicate.get(f.head.i)
        if c is not None and c.link == "content":
            for s, r, o in self.triples(c):
                yield s + r + o
                return
        yield f.words


def nested(base: Words, f: Filler) -> Iterator[tuple[Words, Words]]:
    """Facts about what stands inside a filler: *sent engineers from* · *Leeds*."""
    for prep in f.head.children:
        if prep.dep != "prep":
            continue
        for p in conjoined(prep):
            marker, objects = markers(p)
            before = tuple(w for w in f.words if w.i < prep.i)
            if f.head not in before:
                continue
            for o in objects:
                if is_relative(o) or o.dep == "pcomp":
                    continue
                for inner in fillers(o):
                    if p.lower == "of" or True:
                        yield base + before + marker, inner.words
                        yield from nested(base + before + marker, inner)


def ordered(words: list[Word]) -> Words:
    seen: set[int] = set()
    unique = []
    for w in words:
        if w.i not in seen:
            seen.add(w.i)
            unique.append(w)
    return tuple(unique)


def binary(parse: Parse, clauses: list[Clause]) -> Iterator[tuple[str, str, str]]:
    """Each fact once, as subject, relation, object."""
    surface = Surface(parse, clauses)
    told: set[tuple[str, str, str]] = set()
    for clause in clauses:
        for s, r, o in surface.triples(clause):
            if not s or not o or set(s) & set(o):
                continue
            row = surface.text(s), surface.text(r, clause.verb) if r or clause.verb else "is", surface.text(o)
            if row[1] and row not in told:
                told.add(row)
                yield row


def nary(parse: Parse, clauses: list[Clause]) -> Iterator[tuple[str, ...]]:
    """One tuple a statement: subject, relation, object and further arguments in wide form."""
    surface = Surface(parse, clauses)
    for clause in clauses:
        rel = ordered([*surface.prefix(clause), *clause.group])
        for s in surface.subjects(clause):
            if not s.words:
                continue
            cells = []
            if clause.receiver:
                cells.append(surface.text(clause.receiver.words))
            for f in clause.objects[:1]:
                cells.append(surface.text(f.words if f.clause else noun_words(f.head, wide=True)))
            for p in clause.arguments:
                if p.noun is None:
                    w = p.filler.words if p.filler.clause else noun_words(p.filler.head, wide=True)
                    cells.append(surface.text(p.marker + w))
            if cells:
                yield (surface.text(s.words), surface.text(rel, clause.verb), *cells)
