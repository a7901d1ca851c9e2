"""Mentions of an article: names, nominals and pronouns with their types."""

from __future__ import annotations

from kg.parsing import Parse, Word
from kg.values import EntityType, Mention

TYPES: dict[str, EntityType] = {
    "PERSON": "Person",
    "ORG": "Organization",
    "NORP": "Population",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "EVENT": "Event",
    "WORK_OF_ART": "Work",
    "PRODUCT": "Thing",
    "LAW": "Thing",
}


def find(parse: Parse) -> tuple[Mention, ...]:
    """All mentions in order of the text; may repair the parse where names show how it reads."""
    found = []
    words, i = parse.words, 0
    while i < len(words):
        word = words[i]
        j = i + 1
        if word.ner in TYPES:
            while j < len(words) and words[j].ner == word.ner and not words[j].ner_start:
                j += 1
            while words[i].tag in ("DT", "POS") and i + 1 < j:
                i += 1
            last = words[j - 1] if words[j - 1].tag != "POS" or j - 1 == i else words[j - 2]
            found.append(_mention(parse, words[i], last, last, "name", TYPES[word.ner]))
        elif word.tag in ("PRP", "PRP$", "WP", "WP$"):
            found.append(_mention(parse, word, word, word, "pronoun", "Thing"))
        elif word.pos in ("NOUN", "PROPN") and word.dep != "compound":
            found.append(_mention(parse, word, word, word, "nominal", "Thing"))
        i = j
    return tuple(found)


def _mention(parse: Parse, first: Word, last: Word, head: Word, kind: str, type: EntityType) -> Mention:
    return Mention(first.start, last.end, head.start, kind, type, parse.text(first, last))  # type: ignore[arg-type]
