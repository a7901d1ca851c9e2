"""What identity across articles costs: synthetic articles with realistic noise in names, up to 100,000 local entities.

``python -m benchmarks.identity.scale`` prints the curve: entities, seconds, the exponent of the growth since the line
before (1 is linear), and pairwise precision and recall of what was joined.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from kg.identity import across
from kg.lexicon import words
from kg.values import BASE, Article, ArticleResult, Entity, Mention, slug

SIZES = (13_200, 26_400, 52_800, 105_600)
# Local entities an article (the sizes are before an article counts a name once), things a circle of news (a town, a
# conflict), and how often each thing is met on average.
CAST, CIRCLE, TIMES = 10, 60, 6
NOISE = (("surname", 0.12), ("initial", 0.06), ("middle", 0.04), ("spelling", 0.04), ("suffix", 0.1), ("acronym", 0.08))


def name_of(kind: str, rng: random.Random) -> str:
    """An invented name: of people half common, half rare ones; of bodies a place and what it is."""
    syllables = (
        "ba",
        "dor",
        "vel",
        "mi",
        "ran",
        "tos",
        "kel",
        "fu",
        "gir",
        "sol",
        "ne",
        "hup",
        "la",
        "wex",
        "or",
        "qui",
    )
    rare = "".join(rng.choice(syllables) for _ in range(rng.randint(2, 3) + (kind == "Place"))).capitalize()
    if kind == "Person":
        given = rng.choice(GIVEN).capitalize()
        return f"{given} {rng.choice(SURNAMES).capitalize() if rng.random() < 0.5 else rare}"
    if kind == "Place":
        return rare + rng.choice(("ton", "burg", "ville", " Hills", " Harbour", "grad"))
    return f"{rare} {' '.join(w.capitalize() for w in rng.sample(GENERIC, 2))}"


def noisy(name: str, kind: str, rng: random.Random) -> str:
    """A name as an article may write it instead."""
    kinds, shares = zip(*NOISE, strict=True)
    how = rng.choices((None, *kinds), (1 - sum(shares), *shares))[0]
    parts = name.split()
    if kind == "Person":
        if how == "surname":
            return parts[-1]
        if how == "initial":
            return f"{parts[0][0]}. {parts[-1]}"
        if how == "middle":
            return f"{parts[0]} {'ABCDEFGH'[len(name) % 8]}. {parts[-1]}"
        if how == "spelling" and len(parts[-1]) > 5:
            return name[:-2] + name[-1] + name[-1:]
    if kind == "Organization":
        if how == "suffix":
            return name + " Inc."
        if how == "acronym":
            return "".join(p[0] for p in parts)
    return name


GIVEN, SURNAMES, GENERIC = (sorted(words("gazetteer/common", "part", kind=k)) for k in ("given", "surname", "generic"))


def corpus(size: int, seed: int = 1) -> Iterator[tuple[ArticleResult, list[int]]]:
    """Articles with ``size`` local entities in all, and which thing each of them is."""
    rng = random.Random(seed)
    count = size // TIMES
    kinds = [rng.choices(("Person", "Organization", "Place"), (6, 3, 1))[0] for _ in range(count)]
    names = [name_of(kind, rng) for kind in kinds]
    circles = [range(i, min(i + CIRCLE, count)) for i in range(0, count, CIRCLE)]
    for n in range(size // CAST):
        circle = rng.choice(circles)
        # Few are met often, most seldom.
        cast = {circle[min(int(rng.paretovariate(0.6)) - 1, len(circle) - 1)] for _ in range(CAST - 1)}
        cast |= {rng.choice(circle) for _ in range(CAST - len(cast))}
        yield article(n, sorted(cast), kinds, names, rng)


def article(
    n: int, cast: list[int], kinds: list[str], names: list[str], rng: random.Random
) -> tuple[ArticleResult, list[int]]:
    """One article with a cast."""
    at = f"urn:article:{n:06}"
    text, mentions, entities, truth = "", [], [], []
    for thing in cast:
        written = noisy(names[thing], kinds[thing], rng)
        local = f"{BASE}entity/{slug(written)}"
        if any(e.iri == local for e in entities):
            continue
        mentions.append(Mention(len(text), len(text) + len(written), len(text), "name", kinds[thing], written, local))  # type: ignore[arg-type]
        entities.append(Entity(local, written, kinds[thing]))  # type: ignore[arg-type]
        truth.append(thing)
        text += written + ". "
    published = date(2020, 1, 1) + timedelta(days=rng.randrange(700))
    return ArticleResult(Article(at, text, published=published), (), tuple(mentions), tuple(entities)), truth


def pairs(groups: Counter[object]) -> int:
    """How many pairs groups of these sizes hold."""
    return sum(n * (n - 1) // 2 for n in groups.values())


def main() -> None:
    """Print the curve."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    before: tuple[int, float] | None = None
    print("entities\tseconds\texponent\tjoined into\tprecision\trecall\tdoubtful")
    for size in options.parse_args().sizes:
        made = list(corpus(size))
        started = time.process_time()
        found = across([r for r, _ in made])
        seconds = time.process_time() - started
        count = sum(len(r.entities) for r, _ in made)
        by_thing: Counter[object] = Counter()
        both: Counter[object] = Counter()
        of: dict[str, int] = defaultdict(int)
        for r, truth in made:
            for e, thing in zip(r.entities, truth, strict=True):
                joined = found.of[r.article.iri, e.iri]
                of[joined] += 1
                by_thing[thing] += 1
                both[thing, joined] += 1
        right, joined_pairs, all_pairs = pairs(both), pairs(Counter(of)), pairs(by_thing)
        exponent = math.log(seconds / before[1]) / math.log(count / before[0]) if before else float("nan")
        print(
            f"{count}\t{seconds:.1f}\t{exponent:.2f}\t{len(found.entities)}\t{right / joined_pairs:.4f}"
            f"\t{right / all_pairs:.4f}\t{len(found.doubtful)}",
            flush=True,
        )
        before = count, seconds


if __name__ == "__main__":
    main()
