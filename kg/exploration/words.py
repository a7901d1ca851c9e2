"""Words as questions and sentences share them: without inflection, and with their near synonyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.lexicon import mapping, table, words


@cache
def bare(text: str) -> tuple[str, ...]:
    """Words in lower case without determiners, possessive marks, plural endings."""
    found = []
    for w in text.lower().replace("’", "'").replace("-", " ").replace("$", " ").split():
        w = w.strip("“”\"'‘.,;:()!?").removesuffix("'s").replace(".", "")
        if w and w not in words("lexicon/stopwords"):
            w = w[:-3] + "y" if len(w) > 4 and w.endswith("ies") else w
            found.append(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w)
    return tuple(found)


def of_person(text: str) -> bool:
    """Whether the last word names a person by what he or she is: *the chief engineer*."""
    return mapping("lexicon/nouns", "noun", "type").get("".join(bare(text)[-1:])) == "Person"


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
    rows += [(w, f"%{n}") for n, r in enumerate(table("lexicon/synonyms")) for w in r["words"].split("|")]
    for word, group in rows:
        found[_key(word)].add(group)
    for noun, verb in mapping("lexicon/event_nouns", "noun", "verb").items():
        found[_key(noun)] |= {f"+{verb}", *found.get(_key(verb), ())}
        found[_key(verb)].add(f"+{verb}")
    return dict(found)


@cache
def _key(phrase: str) -> str:
    first, *rest = phrase.lower().split()
    first = mapping("lexicon/irregular_verbs", "form", "verb").get(first, first)
    return " ".join((stem(first[:-1] if first.endswith("s") and first[-2:] != "ss" else first), *rest))


@cache
def root(one: str) -> str:
    """*Cancel* of *cancellation*, *arriv* of *arrival*: a stem without the longest ending that derives it."""
    endings = sorted(words("lexicon/derivations"), key=lambda e: (-len(e), e))
    ending = next((e for e in endings if one.endswith(e) and len(one) - len(e) > 3), "")
    one = one.removesuffix(ending)
    return one[:-1] if len(one) > 4 and one[-1] == one[-2] else one


def keys(tokens: Sequence[str]) -> list[tuple[str, set[str]]]:
    """Of each token its stem and the groups that it, or it with its particle, stands in."""
    table = _groups()
    found = []
    for token, after in pairwise([*tokens, ""]):
        one = _key(token)
        groups = table.get(f"{one} {after}") or table.get(one, set())
        one = " ".join(w for w in one.split() if w not in words("lexicon/stopwords")) or one  # *contribute to*
        found.append((one, groups if one[:1].isdigit() else groups | {f"^{root(one)}"}))
    return found


def passive(lemma: str) -> bool:
    """*Be found in*, *be held*; not *be mayor of*."""
    first, *rest = lemma.split()
    participle = rest and (rest[0].endswith("ed") or rest[0] in mapping("lexicon/irregular_verbs", "form", "verb"))
    return first == "be" and bool(participle)


def verb_of(lemma: str) -> tuple[str, set[str]]:
    """Stem and groups of the verb that carries a relation: *be put off* → that of *put off*."""
    return keys(lemma.removeprefix("be ").split() or ["be"])[0]
