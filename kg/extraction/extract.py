"""Statements of an article, and the propositions of its sentences."""

from __future__ import annotations

from collections.abc import Iterator

from kg.parsing import Parse, Word
from kg.values import Argument, Mention, Phrase, Relation, Sentence, Statement, short_hash

SUBJECT = ("nsubj", "nsubjpass")


def extract(parse: Parse, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """All statements of the article's prose, in order, with ids; entity, voice and qualifiers not yet filled in."""
    return tuple(_statements(parse))


def propositions(parse: Parse, *, nary: bool = False) -> Iterator[tuple[str, ...]]:
    """The statements as surface tuples *subject, relation, object*; with ``nary`` one a statement, its arguments as
    further cells."""
    for s in _statements(parse):
        cells = [s.subject.text, s.relation.text or "is"]
        if s.object:
            cells.append(s.object.text)
        rest = [f"{a.marker} {a.text}" if a.marker else a.text for a in s.arguments]
        if nary and len(cells) + len(rest) > 2:
            yield (*cells, *rest)
        elif not nary:
            if s.object:
                yield tuple(cells)
            for a in s.arguments:
                yield (cells[0], " ".join([*cells[1:], a.marker or ""]).strip(), a.text)


def _phrase(parse: Parse, word: Word) -> tuple[str, int, int]:
    tree = [w for w in word.subtree() if w.sent == word.sent]
    first, last = tree[0], tree[-1]
    return parse.text(first, last), first.start, last.end


def _statements(parse: Parse) -> Iterator[Statement]:
    for sent in parse.prose():
        sentence = Sentence(sent.index, sent.start, sent.end, parse.article.text[sent.start : sent.end])
        for verb in parse.words_of(sent):
            if verb.pos not in ("VERB", "AUX") or verb.dep in ("aux", "auxpass"):
                continue
            subject = verb.child(*SUBJECT)
            if subject is None:
                continue
            group = [w for w in verb.children if w.dep in ("aux", "auxpass", "neg") and w.i < verb.i]
            first = group[0] if group else verb
            text, start, end = _phrase(parse, subject)
            object = None
            for o in verb.all("dobj", "attr", "acomp", "oprd"):
                t, s, e = _phrase(parse, o)
                object = Phrase(t, s, e, head=o.start)
            arguments = []
            for p in verb.all("prep"):
                for o in p.all("pobj"):
                    t, s, e = _phrase(parse, o)
                    arguments.append(Argument(t, s, e, head=o.start, marker=p.lower))
            yield Statement(
                id=f"{parse.article.iri}#s-{short_hash(text, verb.text, sent.index, verb.i, length=8)}",
                article=parse.article.iri,
                sentence=sentence,
                subject=Phrase(text, start, end, head=subject.start),
                relation=Relation(verb.lemma, parse.text(first, verb), first.start, verb.end, head=verb.start),
                object=object,
                arguments=tuple(arguments),
                polarity="negated" if verb.child("neg") else "affirmed",
                derived_by="clause.svo",
            )
