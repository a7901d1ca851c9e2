"""What people decided about identity: a small algebra of judgements, and what they mean for a set of articles.

A judgement names mentions by article, occurrence and words, never an entity's IRI, so that it outlives every build. The
file is one judgement a line, sorted, so that git merges what two people wrote. Undoing is taking the line out.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace

from kg.values import ArticleResult, EntityType, Judgement, short_hash

Node = tuple[str, str]
"""An article's IRI and what it calls a thing by, the local entity's IRI."""
Unfitting = tuple[Judgement, str]
_REFERENCE = re.compile(r"(.*?)#(\d+)#(.*)", re.DOTALL)


def loads(text: str, name: str = "judgements.jsonl") -> tuple[Judgement, ...]:
    """Judgements from the text of the file; what both of two merged files hold counts once.

    Raises ValueError, naming file and line, for what is no judgement.
    """
    found: dict[Judgement, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            found[Judgement(**row | {"subjects": tuple(row["subjects"])})] = None
        except (ValueError, TypeError, KeyError):
            what = "a conflict git left" if line[:7] in ("<<<<<<<", "=======", ">>>>>>>") else "no judgement"
            raise ValueError(
                f"{name}:{number}: {what}. Each line is one JSON object with kind and subjects; take this one out."
            ) from None
    return tuple(found)


def dumps(judgements: Iterable[Judgement]) -> str:
    """The text of the file: sorted, one a line, without what is not said."""
    lines = {json.dumps({k: v for k, v in asdict(j).items() if v is not None}, ensure_ascii=False) for j in judgements}
    return "".join(line + "\n" for line in sorted(lines))


def label(j: Judgement) -> str:
    """A short name of a judgement, by which it can be undone."""
    return short_hash(j.kind, *j.subjects, j.value, length=6)


def reference(result: ArticleResult, iri: str) -> str | None:
    """How a judgement names an article's entity: by its first name, else its first mention."""
    mine = sorted((m.kind != "name", m.kind != "nominal", m.start, m.text) for m in result.mentions if m.entity == iri)
    if not mine:
        # An entity that only a statement knows.
        entity = next((e for e in result.entities if e.iri == iri), None)
        start = result.article.text.find(entity.name) if entity else -1
        mine = [(True, True, start, entity.name)] if entity and start >= 0 else []
    if not mine:
        return None
    _, _, start, words = mine[0]
    occurrence, at = 0, -1
    while (at := result.article.text.find(words, at + 1)) != -1 and at <= start:
        occurrence += 1
    return f"{result.article.iri}#{occurrence}#{words}"


def located(text: str, results: dict[str, ArticleResult]) -> Node | None:
    """The thing that a reference names, if the article is there and has a mention at these words still."""
    match = _REFERENCE.fullmatch(text)
    result = results.get(match[1]) if match else None
    if match is None or result is None:
        return None
    at = -1
    for _ in range(int(match[2])):
        at = result.article.text.find(match[3], at + 1)
        if at == -1:
            return None
    end = at + len(match[3])
    there = [m for m in result.mentions if m.entity and m.start < end and at < m.end]
    # The very words, else the mention that holds most of them.
    there.sort(key=lambda m: (abs(m.start - at) + abs(m.end - end), m.kind != "name", m.start))
    if there:
        return result.article.iri, there[0].entity or ""
    return next(((result.article.iri, e.iri) for e in result.entities if e.name == match[3]), None)


@dataclass(slots=True)
class Applied:
    """Judgements as they stand for a set of articles.

    groups: each thing that is one with another to the first of them. different: each to those it is not; apart: the
    ones that were set apart. aliases, types: by thing. unfitting: what fits no article any more, and why.
    """

    groups: dict[Node, Node] = field(default_factory=dict)
    different: dict[Node, set[Node]] = field(default_factory=lambda: defaultdict(set))
    apart: dict[Node, set[Node]] = field(default_factory=lambda: defaultdict(set))
    aliases: dict[Node, list[str]] = field(default_factory=lambda: defaultdict(list))
    types: dict[Node, EntityType] = field(default_factory=dict)
    rejected: set[str] = field(default_factory=set)
    unfitting: list[Unfitting] = field(default_factory=list)


def applied(judgements: Iterable[Judgement], results: Sequence[ArticleResult], nodes: Collection[Node]) -> Applied:
    """What judgements say of the things of some articles; of two that contradict each other the later stands."""
    judged, by_iri = Applied(), {r.article.iri: r for r in results}
    statements = {s.id for r in results for s in r.statements} if judgements else set()
    pairs: dict[tuple[Node, Node], Judgement] = {}
    for j in sorted(judgements, key=_age):
        if j.kind == "reject":
            judged.rejected |= {*j.subjects} & statements
            if not {*j.subjects} <= statements:
                judged.unfitting.append((j, "no article states this now"))
            continue
        found = [node for node in (located(s, by_iri) for s in j.subjects) if node in nodes and node is not None]
        if len(found) < len(j.subjects):
            judged.unfitting.append((j, "an article is gone, or does not have these words as a mention now"))
        for node in found if j.kind == "alias" and j.value else ():
            judged.aliases[node].append(j.value or "")
        for node in found if j.kind == "type" and j.value else ():
            judged.types[node] = j.value  # type: ignore[assignment]
        for other in found[1:] if j.kind in ("same", "different") else ():
            if found[0] == other:
                if j.kind == "different":
                    judged.unfitting.append((j, "both are one thing inside their article"))
                continue
            pairs[min(found[0], other), max(found[0], other)] = j
            if j.kind == "different":
                judged.apart[found[0]].add(other)
    for (a, b), j in pairs.items():
        if j.kind == "different":
            judged.different[a].add(b)
            judged.different[b].add(a)
        else:
            judged.apart[a].discard(b)
            judged.apart[b].discard(a)
    _group(judged, pairs)
    return judged


def _age(j: Judgement) -> tuple[str, str, tuple[str, ...], str]:
    return (j.when or "", j.kind, j.subjects, j.value or "")


def _group(judged: Applied, pairs: dict[tuple[Node, Node], Judgement]) -> None:
    """Join what is the same, latest word last, unless that would join what is different."""
    members: dict[Node, set[Node]] = {}
    for (a, b), j in pairs.items():
        if j.kind != "same":
            continue
        mine, theirs = members.get(a, {a}), members.get(b, {b})
        if mine is theirs:
            continue
        if any(judged.different[x] & theirs for x in sorted(mine) if x in judged.different):
            judged.unfitting.append((j, "it would join what another judgement holds apart"))
            continue
        whole = mine | theirs
        members.update(dict.fromkeys(whole, whole))
    judged.groups = {node: min(whole) for node, whole in members.items()}


def merge(
    judgements: Sequence[Judgement], results: Sequence[ArticleResult], one: Sequence[Node], other: Sequence[Node]
) -> tuple[Judgement, ...]:
    """Judgements with which two entities, each given by its things, are one; what held them apart is taken out."""
    kept = _without(judgements, results, "different", {*one}, {*other})
    return (*kept, Judgement("same", _references(results, (one[0], other[0]))))


def split(
    judgements: Sequence[Judgement], results: Sequence[ArticleResult], out: Sequence[Node], rest: Sequence[Node]
) -> tuple[Judgement, ...]:
    """Judgements with which some things of an entity are another one; what held them together is taken out."""
    kept = _without(judgements, results, "same", {*out}, {*rest})
    for node in out:
        kept.append(Judgement("different", _references(results, (node, *rest))))
    if len(out) > 1:
        kept.append(Judgement("same", _references(results, out)))
    return tuple(kept)


def about(
    judgements: Sequence[Judgement], results: Sequence[ArticleResult], kind: str, node: Node, value: str
) -> tuple[Judgement, ...]:
    """Judgements with which a thing has another name (``alias``) or this type (``type``)."""
    mine = Judgement(kind, _references(results, (node,)), value)  # type: ignore[arg-type]
    gone = {j for j in judgements if j.kind == kind == "type" and j.subjects == mine.subjects}
    return (*(j for j in judgements if j not in gone), mine)


def signed(before: Sequence[Judgement], after: Sequence[Judgement], **by: str | None) -> tuple[Judgement, ...]:
    """The new ones with who, when and why."""
    return tuple(j if j in before else replace(j, **by) for j in after)  # type: ignore[arg-type]


def _references(results: Sequence[ArticleResult], nodes: Iterable[Node]) -> tuple[str, ...]:
    by_iri = {r.article.iri: r for r in results}
    found = tuple(reference(by_iri[article], iri) for article, iri in nodes)
    if None in found:
        raise ValueError("An entity without words in its article cannot be judged.")
    return tuple(f for f in found if f is not None)


def _without(
    judgements: Sequence[Judgement], results: Sequence[ArticleResult], kind: str, one: set[Node], other: set[Node]
) -> list[Judgement]:
    by_iri = {r.article.iri: r for r in results}
    kept = []
    for j in judgements:
        there = {located(s, by_iri) for s in j.subjects} if j.kind == kind else set()
        if not (there & one and there & other):
            kept.append(j)
    return kept
