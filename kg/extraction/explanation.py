"""Why a sentence gave what it gave: its parse, the rule behind each statement, what stood in the way of a verb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.extraction.clause import Clause
from kg.extraction.labels import AUXILIARY
from kg.extraction.nominal import ACT_RULES
from kg.extraction.rules import RULES
from kg.extraction.statements import Maker, asked
from kg.parsing import Parse, Sent, Word
from kg.values import PROSE, Statement

_RULES = {r.name: r for r in RULES + ACT_RULES}


def explain(parse: Parse) -> Iterator[str]:
    """Lines for a person to read: each sentence, its words with tag, label and head, statements and verbs left out."""
    made: dict[int, list[tuple[Clause, Statement]]] = defaultdict(list)
    for sent, clause, statement in Maker(parse).traced():
        made[sent.index].append((clause, statement))
    for sent in parse.sentences:
        words = parse.words_of(sent)
        yield f"[{sent.index}] {' '.join(parse.text(words[0], words[-1]).split())}"
        if sent.kind not in PROSE:
            yield f"    nothing: a {sent.kind} states nothing\n"
            continue
        yield "    " + " ".join(f"{w.text}/{w.tag}.{w.dep}>{w.head.text if w.head else ''}" for w in words)
        for clause, s in made[sent.index]:
            yield from _reasons(clause, s)
        told = {c.predicate.i for c, _ in made[sent.index]}
        yield from (f"  - {w.text}: {why_not(w)}" for w in words if w.tag.startswith("VB") and w.i not in told)
        if not made[sent.index]:
            yield f"    nothing: {_silence(words, sent)}"
        yield ""


def _reasons(clause: Clause, s: Statement) -> Iterator[str]:
    rule = _RULES[clause.rule.partition(".")[0]]
    arguments = "".join(f" | {a.role}: {a.marker or ''} {a.text}".replace(":  ", ": ") for a in s.arguments)
    object = f" | {s.object.text}" if s.object else ""
    yield f"  + {s.subject.text} | {s.relation.lemma}{object}{arguments}"
    yield f"      {s.derived_by}, {s.confidence:.2f}: {rule.construction}, as in: {rule.example.splitlines()[0]}"


def why_not(verb: Word) -> str:
    """What stood in the way of a verb without a statement of its own."""
    head = verb.head.text if verb.head else ""
    if verb.dep in AUXILIARY:
        return f"auxiliary of {head}"
    if verb.dep in ("amod", "compound", "nmod"):
        return f"modifies {head} as an adjective does ({verb.dep})"
    if verb.dep in ("prep", "case", "mark", "cc"):
        return f"used as a preposition ({verb.dep})"
    if verb.pos not in ("VERB", "AUX"):
        return f"read as {verb.pos} ({verb.dep} of {head})"
    return f"no rule found a subject, object or argument ({verb.dep} of {head})"


def _silence(words: list[Word], sent: Sent) -> str:
    if asked(words):
        return "a question"
    if not any(w.pos in ("VERB", "AUX") for w in words):
        return "no verb was recognised, no act with a participant, no apposition, title or owner"
    return "no verb with a subject, object or argument"
