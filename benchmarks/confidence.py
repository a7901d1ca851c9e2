"""How often statements of a given confidence are right, and the counts behind the confidence.

    python -m benchmarks.confidence ../shared/data [--write]

Right is what an annotator wrote down too. A statement of ``openie/facts_dev`` is right where a fact of its sentence has
the main words of its subject, relation and object; an act told by a noun, or a verb of open subject, in
``reading/*.claims.txt`` where its predicate is marked there. Each document is scored with the counts of the others;
``--write`` puts the counts of all into ontology/lexicon/confidence.tsv and the table into benchmarks/RESULTS.md.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.openie import clusters, parses
from benchmarks.results import Table, data_folder, section
from kg import lexicon, parsing
from kg.extraction.confidence import ALL, Counts, Feature, features, score
from kg.extraction.statements import Maker
from kg.parsing import Parse
from kg.reading import article_of
from kg.values import Statement

Fact = tuple[set[str], set[str]]
Case = tuple[str, tuple[Feature, ...], bool]
# Facts are annotated sentence by sentence; those of one article stand together.
SENTENCES_A_DOCUMENT = 8
MARKED_ONLY = ("act", "compound", "open")
ARTICLES = ("seed", "reuters.com4", "usnews.com1", "nj.com1", "thedailybeast.com1")
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def facts(forms: list[list[str]]) -> list[Fact]:
    """The words of the subject and those of the rest, for each form of each fact."""
    found = []
    for form in (f for cluster in forms for f in cluster):
        subject, _, rest = form.replace("[", "").replace("]", "").lower().partition("-->")
        found.append((set(subject.split()), set(rest.split())))
    return found


def is_fact(parse: Parse, s: Statement, known: list[Fact]) -> bool:
    def word(head: int | None) -> str | None:
        found = None if head is None else parse.at(head)
        return None if found is None else found.lower

    other = s.object or (s.arguments[0] if s.arguments else None)
    subject = word(s.subject.head) if s.subject.start is not None else None
    rest = {word(other.head)} if other is not None else set()
    if s.relation.text is not None:
        rest.add(word(s.relation.head))
    if s.relation.text is None or s.derived_by.startswith("existential"):
        # Possession, apposition and *there is* are annotated either way round.
        return any({subject, *rest} <= a | b for a, b in known)
    return any(subject in a and rest <= b for a, b in known)


def from_facts(folder: Path) -> Iterator[Case]:
    gold = clusters(folder / "facts_dev_gold.txt")
    for n, parse in enumerate(parses(folder / "facts_dev.txt"), 1):
        known = facts(gold[n])
        for sent, clause, s in Maker(parse).traced():
            if clause.rule.split(".")[0] not in MARKED_ONLY[:2]:
                yield f"facts {n // SENTENCES_A_DOCUMENT}", features(clause, sent), is_fact(parse, s, known)


def from_claims(folder: Path) -> Iterator[Case]:
    for name in ARTICLES:
        body = (folder / f"{name}.claims.txt").read_text(encoding="utf-8").split("=====\n", 1)[1]
        plain, marks = [], set()
        for k, piece in enumerate(body.replace("}}", "{{").split("{{")):
            if k % 2:
                marks.add(sum(map(len, plain)))
                piece = piece.split("|")[0]
            plain.append(piece)
        (parse,) = parsing.parse([article_of("".join(plain))], parsing.load())
        for sent, clause, _ in Maker(parse).traced():
            if clause.rule.split(".")[0] in MARKED_ONLY:
                yield name, features(clause, sent), clause.predicate.start in marks


def counted(cases: list[Case]) -> Counts:
    right: Counter[Feature] = Counter()
    total: Counter[Feature] = Counter()
    for _, found, ok in cases:
        for feature in (ALL, *found):
            total[feature] += 1
            right[feature] += ok
    return {f: (right[f], t) for f, t in total.items()}


def held_out(cases: list[Case]) -> list[tuple[float, bool]]:
    """Each case's score by the counts of the other documents."""
    by_document: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_document[case[0]].append(case)
    scored = []
    for document, own in by_document.items():
        counts = counted([c for c in cases if c[0] != document])
        scored += [(score(found, counts), ok) for _, found, ok in own]
    return scored


def reliability(scored: list[tuple[float, bool]]) -> tuple[Table, str]:
    rows: Table = [("confidence", "statements", "mean confidence", "share right")]
    error = 0.0
    for low, high in pairwise(BINS):
        within = [(c, ok) for c, ok in scored if low <= c < high]
        if within:
            mean, share = sum(c for c, _ in within) / len(within), sum(ok for _, ok in within) / len(within)
            error += abs(mean - share) * len(within) / len(scored)
            rows.append((f"{low:.2f} to {min(high, 1):.2f}", str(len(within)), f"{mean:.3f}", f"{share:.3f}"))
    share = sum(ok for _, ok in scored) / len(scored)
    brier = sum((c - ok) ** 2 for c, ok in scored) / len(scored)
    pairs = [(a > b) + (a == b) / 2 for a, x in scored if x for b, y in scored if not y]
    return rows, (
        f"{len(scored)} statements, {share:.3f} right. Expected calibration error {error:.3f}; Brier score {brier:.3f} "
        f"(one figure for all: {share * (1 - share):.3f}); a right one scores above a wrong one with chance "
        f"{sum(pairs) / len(pairs):.3f}."
    )


def write(counts: Counts) -> None:
    path = lexicon.ONTOLOGY / "lexicon" / "confidence.tsv"
    lines = [f"{f}\t{v}\t{r}\t{t}" for (f, v), (r, t) in sorted(counts.items())]
    head = (
        "# Statements of the development data that have a feature, and how many of them are right.\n"
        "# Source: python -m benchmarks.confidence ../shared/data --write.\nfeature\tvalue\tright\ttotal\n"
    )
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("data", type=data_folder)
    cli.add_argument("--write", action="store_true", help="write counts and table")
    a = cli.parse_args()
    cases = [*from_facts(a.data / "openie"), *from_claims(a.data / "reading")]
    table, text = reliability(held_out(cases))
    if a.write:
        write(counted(cases))
    section("Confidence", "python -m benchmarks.confidence", text, table, write=a.write)


if __name__ == "__main__":
    main()
