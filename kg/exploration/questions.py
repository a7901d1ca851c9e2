"""Plain questions as patterns: the question is put as a declarative sentence with a blank, and that is extracted.

*What did the Kremlin say?* → *the Kremlin did say something* → (the Kremlin, say, ⎵).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from kg import extraction, mentions, qualification
from kg.lexicon import table
from kg.parsing import DEFAULT_MODEL, Parse, Word, load, parse
from kg.reading import article_of
from kg.values import Argument, Phrase, Statement

# Stands for *did*, after which the tagger often takes the verb for a noun; the future it brings is taken back.
MODAL = "will"
AUXILIARIES = frozenset({"be", "have", "do"})
NOMINAL_TAGS = frozenset(
    {"DT", "PDT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "$"}
)
AFTER_VERB = frozenset({"DT", "NNP", "NNPS", "PRP", "PRP$", "IN", "TO", "RB", "CD", "WP"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
BLANK = "something"
SOMEBODY = "somebody"
# What stands for a blank in the declarative sentence.
BLANKS = frozenset({BLANK, SOMEBODY, "some"})


class NotUnderstood(Exception):
    """The question has no form that is known."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    kind: who, what, which, number, time, place, cause, manner, truth (a yes-or-no question).
    declarative: the question as a sentence with a blank.
    statements: what the extractor reads in it, the main one first.
    noun: of *which group*, *how many people*: the noun.
    active: of a passive without agent (*who was arrested*), the same as *somebody arrested …*.
    """

    text: str
    kind: str
    declarative: str
    statements: tuple[Statement, ...]
    noun: str | None = None
    active: Statement | None = None


def understand(text: str, *, model: str = DEFAULT_MODEL) -> Question:
    """Read a plain English question.

    Raises NotUnderstood with a sentence that says what to do.
    """
    asked = " ".join(text.split()).rstrip("?!. ")
    if not asked:
        raise NotUnderstood("The question is empty. Ask for instance: Who backs the offensive?")
    nlp = load(model)
    question = next(parse([article_of(asked + "?")], nlp))
    kind, declarative, noun = _declarative(question)
    if not declarative:
        raise NotUnderstood(
            f"“{asked}” is not a question this reads. Begin with who, what, when, where, how many, did, is …"
        )
    said = next(parse([article_of(declarative[0].upper() + declarative[1:] + ".")], nlp))
    found = mentions.find(said)
    read = extraction.extract(said, found)
    read = qualification.qualify(said, found, qualification.attribute(said, found, read))
    if not read:
        raise NotUnderstood(f"No statement can be read in “{declarative}”, which is how the question was understood.")
    if any(w.lemma == "do" and _auxiliary(w) for w in question.words):
        read = tuple(replace(s, modality="actual") if s.modality == "future" else s for s in read)
    # The main statement is the one nearest to the root of the sentence.
    main = sorted(read, key=lambda s: (_depth(said, s), s.relation.start or 0))
    return Question(asked + "?", kind, declarative, tuple(main), noun, _active(said, main[0]))


def _active(said: Parse, main: Statement) -> Statement | None:
    verb = said.at(main.relation.head) if main.relation.head is not None else None
    if verb is None or verb.tag != "VBN" or not main.relation.lemma.startswith("be "):
        return None
    rest = main.arguments
    if main.object is not None:
        rest = (*rest, Argument(main.object.text, marker=main.relation.lemma.rpartition(" ")[2]))
    relation = replace(main.relation, lemma=verb.lemma)
    return replace(main, subject=Phrase(SOMEBODY), relation=relation, object=main.subject, arguments=rest)


def _depth(said: Parse, statement: Statement) -> int:
    word = said.at(statement.relation.head) if statement.relation.head is not None else None
    return sum(1 for _ in word.ancestors()) if word else 99


def _wh(word: Word) -> bool:
    return word.tag in ("WP", "WP$", "WDT", "WRB")


def _auxiliary(word: Word) -> bool:
    return word.tag == "MD" or word.lemma in AUXILIARIES


def _declarative(asked: Parse) -> tuple[str, str, str | None]:
    """Kind of the question, the declarative sentence, and the noun asked for."""
    words = [w for w in asked.words if w.text != "?"]
    at = next((i for i, w in enumerate(words[:4]) if _wh(w)), None)
    if at is None:
        return "truth", _uninvert(words, []) if _auxiliary(words[0]) else _text(words), None
    before, wh, rest = words[:at], words[at], words[at + 1 :]
    kind = next((r["kind"] for r in table("lexicon/questions") if r["word"] == wh.lower), "what")
    noun: list[Word] = []
    if wh.lower == "how":
        if rest and rest[0].lower in ("many", "much"):
            kind, rest = "number", rest[1:]
        elif rest and rest[0].tag in ("JJ", "RB"):
            kind, rest = "time" if rest[0].lower in ("long", "often") else "number", rest[1:]
    if kind == "number" or wh.tag in ("WDT", "WP$") or (kind == "what" and rest and rest[0].tag.startswith("NN")):
        while rest and rest[0].tag in NOMINAL_TAGS:
            noun.append(rest.pop(0))
        kind = "which" if kind == "what" and noun else kind
    name = f"some {_text(noun)}" if noun else SOMEBODY if kind == "who" else BLANK
    adverbial = kind in ("time", "place", "cause", "manner") and not noun
    rest_text = [BLANK if _wh(w) and w.tag == "WP" else w.text for w in rest]
    if not rest:
        return kind, "", None
    noun_text = _text(noun) or None
    if not _inverted(rest):
        return kind, " ".join(["" if adverbial else name, *rest_text]).strip(), noun_text
    blank = [] if adverbial else [*(w.text for w in before), name]
    return kind, _uninvert(rest, blank), noun_text


def _inverted(rest: list[Word]) -> bool:
    """Auxiliary and then a subject: *did the talks resume*, not *may happen* nor *was arrested*."""
    if not _auxiliary(rest[0]) or len(rest) < 2:
        return False
    second = rest[2] if rest[1].dep == "neg" and len(rest) > 2 else rest[1]
    return second.tag in NOMINAL_TAGS or second.tag == "EX"


def _uninvert(words: list[Word], blank: list[str]) -> str:
    """The subject put before its auxiliary, and the blank where the object or the stranded preposition wants it."""
    auxiliary, rest = words[0], words[1:]
    negation = [w for w in rest[:1] if w.dep == "neg"]
    rest = rest[len(negation) :]
    # The subject ends before the first verb after a nominal; a tagger that misses the verb leaves it last.
    progressive = auxiliary.lemma == "be"
    end = next((i for i, w in enumerate(rest) if i and w.tag in VERB_TAGS and (progressive or w.tag != "VBG")), None)
    if end is None and auxiliary.lemma == "do":
        end = next((i for i in range(1, len(rest)) if _verb_after_all(rest, i)), len(rest) - 1)
    if end is None and progressive and not blank:
        # *Is Nora Quill a member of the council?*
        end = next((i for i, w in enumerate(rest) if i and w.tag == "DT" and rest[i - 1].tag.startswith("NN")), None)
    if end is None and auxiliary.lemma == "be" and blank:
        end = len(rest)  # *Who is Staffan de Mistura?*
    if end is None:
        end = next(
            (
                i
                for i, w in enumerate(rest)
                if i and (w.tag not in NOMINAL_TAGS or (w.tag.startswith("JJ") and not _before_noun(rest, i)))
            ),
            len(rest),
        )
    subject, predicate = rest[:end], rest[end:]
    if subject and subject[-1].dep == "neg":
        negation.append(subject.pop())
    texts = [BLANK if w.tag == "WP" else w.text for w in predicate]
    if blank:
        stranded = bool(predicate) and predicate[-1].tag in ("IN", "TO", "RP") and len(blank) == 1
        wanted = len(predicate) > 2 and predicate[-1].tag == "VB" and predicate[-2].tag == "TO"  # *ask Russia to do*
        if stranded or wanted or len(blank) > 1:
            texts += blank
        else:
            after = 1 if predicate else 0
            while (
                after < len(predicate)
                and predicate[after].tag in (*VERB_TAGS, "RP")
                and predicate[after - 1].tag != "TO"
            ):
                after += 1
            texts[after:after] = blank
    return " ".join(
        [_text(subject), MODAL if auxiliary.lemma == "do" else auxiliary.lower, *(w.text for w in negation), *texts]
    ).strip()


def _verb_after_all(words: list[Word], i: int) -> bool:
    """Tagged a noun, but what follows does not go on with a noun's phrase: *did the jury indict Osei*."""
    ends = i + 1 == len(words) or words[i + 1].tag in AFTER_VERB
    common = words[i].tag == "NN" and words[i].text == words[i].lower
    return common and ends and words[i - 1].tag in ("NN", "NNS", "NNP", "NNPS", "CD", "PRP")


def _before_noun(words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].tag.startswith(("NN", "JJ"))


def _text(words: list[Word]) -> str:
    if not words:
        return ""
    parts = [words[0].text]
    for left, right in itertools.pairwise(words):
        parts.append((" " if right.start > left.end else "") + right.text)
    return "".join(parts)
