"""Words as questions and sentences share them: without inflection, and with their near synonyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.lexicon import mapping, table, words


def bare(text: str) -> list[str]:
    """Words in lower case without determiners, possessive marks, plural endings."""
    found = []
    for w in text.lower().replace("’", "'").replace("-", " ").replace("$", " ").split():
        w = w.strip("“”\"'‘.,;:()!?").removesuffix("'s").replace(".", "")
        if w and w not in words("lexicon/stopwords"):
            found.append(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w)
    return found


@cache
def stem(word: str) -> str:
    """A word without the endings of inflection: *stopping*, *stops*, *stopped* → *stop*."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending)
            break
    word = word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@cache
def _groups() -> dict[str, set[str]]:
    """Stems and two-word verbs → what they share with their near synonyms, nouns with the verbs that say the same."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = [(r["word"], f"~{r['group']}") for r in table("lexicon/near_words")]
    rows += [(r[k], f"={r['parent']}") for r in table("lexicon/relations") for k in ("relation", "parent")]
    for row in table("gazetteer/countries"):
        told = [row["name"], *row["adjectives"].split("|"), *row["people"].split("|")]
        rows += [(w, f"@{row['iso']}") for w in told if w and " " not in w]
    for word, group in rows:
        found[_key(word)].add(group)
    for noun, verb in mapping("lexicon/event_nouns", "noun", "verb").items():
        found[_key(noun)] |= {f"+{verb}", *found.get(_key(verb), ())}
        found[_key(verb)].add(f"+{verb}")
    return dict(found)


def _key(phrase: str) -> str:
    first, *rest = phrase.lower().split()
    return " ".join((stem(first[:-1] if first.endswith("s") and first[-2:] != "ss" else first), *rest))


def keys(tokens: Sequence[str]) -> list[tuple[str, set[str]]]:
    """Of each token its stem and the groups that it, or it with its particle, stands in."""
    table = _groups()
    found = []
    for token, after in pairwise([*tokens, ""]):
        one = _key(token)
        found.append((one, table.get(f"{one} {after}") or table.get(one, set())))
    return found


def of_content(word: str) -> tuple[str, set[str]]:
    """Of a word of a question, also of two (*look into*), the stem and the groups of the whole and of the verb."""
    table, one = _groups(), _key(word)
    return one.split()[0], table.get(one, set()) | table.get(one.split()[0], set())


def verb_of(lemma: str) -> tuple[str, set[str]]:
    """Stem and groups of the verb that carries a relation: *be put off* → that of *put off*."""
    return keys(lemma.removeprefix("be ").split() or ["be"])[0]
