"""Plain questions as patterns: the question is put as a declarative sentence with a blank, and that is extracted.

*What did the Kremlin say?* → *the Kremlin did say something* → (the Kremlin, say, ⎵).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from kg import extraction, mentions, qualification
from kg.exploration.words import bare
from kg.lexicon import mapping, table
from kg.lexicon import words as table_words
from kg.parsing import DEFAULT_MODEL, Parse, Word, load, parse
from kg.reading import article_of
from kg.values import Argument, Phrase, Statement

# Stands for *did*, after which the tagger often takes the verb for a noun; the future it brings is taken back.
MODAL = "will"
CLIPPED = {"wo": "will", "ca": "can", "sha": "shall"}  # *won’t*
AUXILIARIES = frozenset({"be", "have", "do"})
NOMINAL_TAGS = frozenset(
    {"DT", "PDT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "$"}
)
AFTER_VERB = frozenset({"DT", "NNP", "NNPS", "PRP", "PRP$", "IN", "TO", "RB", "CD", "WP"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
# After one of these a noun is a noun.
OPEN_TAGS = frozenset({"DT", "PRP$", "POS", "IN"})
BLANK = "something"
SOMEBODY = "somebody"
# What stands for a blank in the declarative sentence.
BLANKS = frozenset({BLANK, SOMEBODY, "some", "any", "anyone", "anybody", "anything"})
EXAMPLE = "Who backs the offensive?"
KINDS = frozenset({"who", "what", "which", "time", "place", "cause", "manner"})
TWO = re.compile(
    r"((?=who|what|when|where|why|how|which)[^?]+?)(?:\?|,)? (?:and|or) ((?:who|what|when|where|why|how)\b.*)"
    r"|([^?]+)\? (\w.*)",
    re.IGNORECASE,
)


class NotUnderstood(Exception):
    """The question has no form that is known."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    kind: who, what, which, number, time, duration, place, cause, manner, truth (a yes-or-no question).
    declarative: the question as a sentence with a blank.
    statements: what the extractor reads in it, the main one first.
    noun: of *which group*, *how many people*: the noun.
    how: the adjective that asks for a measure (*how tall*).
    content: its content words, and whether each is part of a name.
    """

    text: str
    kind: str
    declarative: str
    statements: tuple[Statement, ...]
    noun: str | None = None
    content: tuple[tuple[str, bool], ...] = ()
    how: str | None = None

    @property
    def words(self) -> list[str]:
        return [word for word, _ in self.content]


def understand(text: str, *, model: str = DEFAULT_MODEL) -> Question:
    """Read a plain English question.

    Raises NotUnderstood with a sentence that says what to do.
    """
    asked = _plain(" ".join(text.split()).rstrip("?!. "))
    if not asked:
        raise NotUnderstood(f"The question is empty. Ask for instance: {EXAMPLE}")
    asking, (first, *more) = mapping("lexicon/questions", "word", "kind"), asked.lower().split()
    if asking.get(first) == "foreign":
        raise NotUnderstood(f"“{asked}” is not English; ask in English, for instance: {EXAMPLE}")
    if not more and asking.get(first) in KINDS:
        raise NotUnderstood(f"“{asked}” alone asks for nothing; go on, for instance: {EXAMPLE}")
    two = TWO.match(asked)
    if two and (two[3] or " " not in two[1] or asking.get(two[1].split()[-1].lower()) not in KINDS):
        one = two[1] or two[3]
        one = one if " " in one else f"{one} {two[2].partition(' ')[2]}"  # *when and where did it sink*
        raise NotUnderstood(f"These are two questions; ask one at a time, for instance: {one}?")
    nlp = load(model)
    question = next(parse([article_of(asked + "?")], nlp))
    kind, declarative, noun = _declarative(question)
    stated = text.rstrip()[-1:] == "." and any(w.tag in ("VBD", "VBP", "VBZ", "MD") for w in question.words)
    same = asked == text.strip("?!. ") or text.lower().startswith("tell me")
    keywords = kind == "truth" and same and not (stated or _auxiliary(question.words[0]))
    kind = "about" if keywords else kind
    words = Question(asked, kind, declarative, (), noun, _content(question, noun, kind), _measure(question))
    if keywords or (not declarative and len(words.words) > 1):
        return words
    if not declarative:
        raise NotUnderstood(
            f"“{asked}” is not a question this reads. Begin with who, what, when, where, how many, did, is …"
        )
    declarative = re.sub(r"(?<=\w) - (?=\w)| (?=['’]s\b|[%,])|(?<=[$€£]) ", lambda m: m[0].strip(), declarative)
    said = next(parse([article_of(declarative[0].upper() + declarative[1:] + ".")], nlp))
    found = mentions.find(said)
    read = extraction.extract(said, found)
    read = qualification.qualify(said, found, qualification.attribute(said, found, read))
    if not read:
        return words
    if any(w.lemma == "do" and _auxiliary(w) for w in question.words):
        read = tuple(replace(s, modality="actual") if s.modality == "future" else s for s in read)
    # The main statement is the one nearest to the root of the sentence.
    if kind == "truth":
        read = tuple(replace(s, polarity="affirmed") for s in read)  # *Didn't …?* asks the same
    main = [_parted(s) for s in sorted(read, key=lambda s: (_depth(said, s), s.relation.start or 0))]
    return replace(words, text=asked + "?", declarative=declarative, statements=tuple(main))


def _plain(asked: str) -> str:
    """A question in the form that is read here: *what is Bo Lind’s job* → *who is Bo Lind*."""
    for row in table("lexicon/rephrasings"):
        asked = re.sub(row["pattern"], row["plain"], asked, count=1, flags=re.IGNORECASE)
    return asked.strip()


def _measure(asked: Parse) -> str | None:
    """*Tall* of *how tall is the tower*."""
    known = mapping("lexicon/questions", "word", "kind").keys() - {"how old"}
    pairs = ((w.lower, after) for w, after in itertools.pairwise(asked.words[:3]))
    hows = (after.lower for how, after in pairs if how == "how" and after.tag[:2] in ("JJ", "RB"))
    return next((how for how in hows if f"how {how}" not in known), None) or (
        "rate" if any(w.lower == "rate" for w in asked.words) else None
    )


def _content(question: Parse, noun: str | None, kind: str) -> tuple[tuple[str, bool], ...]:
    """The words of a question that a sentence must have to answer it: no auxiliary, no noun that names the blank."""
    blank = {*bare(noun or "")} if kind == "which" or noun in ("people", "money") else set()
    asking = mapping("lexicon/questions", "word", "kind")
    vague = AUXILIARIES.union(*(table_words("lexicon/questions", kind=k) for k in ("any", "more")))
    found = []
    words = [question.words[-1], *question.words, question.words[-1]]
    for before, w, after in zip(words, words[1:], words[2:], strict=False):
        measure = before.lower == "how" or f"{before.lemma} {w.lower}" in table_words("lexicon/near_words")
        carries = w.tag[:2] in ("NN", "VB", "JJ", "CD", "RB", "RP")
        carries &= after.lower != "to" or w.lemma not in table_words("lexicon/questions", kind="refusal")
        if carries and not measure and w.lemma not in vague and w.dep != "neg" and f"what {w.lower}" not in asking:
            amiss = w.tag[0] == "V" and w.text[0].isupper() and w is not question.words[0]
            strict = amiss or w.tag.startswith("NNP") or w.tag in ("RBS", "JJS") or w.text[0].isdigit()
            phrasal = f"{w.lemma} {after.lower}"  # *look into*
            told = (
                [phrasal]
                if phrasal in table_words("lexicon/near_words")
                else bare(w.lemma if w.tag[0] == "V" and not amiss else w.lower)
            )
            found += [(one, strict) for one in told if one not in blank]
    return tuple(found)


def _parted(s: Statement) -> Statement:
    """*Accuse somebody of fraud*, *tell the paper something*: the blank is a phrase of its own, and so is the rest."""
    if s.object is not None and (told := apart(s.object, s.arguments)) is not s.object:
        return replace(s, object=told)
    clause = s.object is None or s.object.statement is not None or s.object.text.startswith("to ")
    words = [] if s.object is None or clause else s.object.text.split()
    if s.object is None or len(words) < 2 or not {words[0].lower(), words[-1].lower()} & {SOMEBODY, BLANK}:
        return s
    if words[-1].lower() in BLANKS:
        blank, rest = words[-1], Argument(" ".join(words[:-1]))
    else:
        blank, rest = words[0], Argument(" ".join(words[2:]) or words[1], marker=words[1])
    return replace(s, object=replace(s.object, text=blank), arguments=(*s.arguments, rest))


def _depth(said: Parse, statement: Statement) -> int:
    word = said.at(statement.relation.head) if statement.relation.head is not None else None
    return sum(1 for _ in word.ancestors()) if word else 99


def _wh(word: Word) -> bool:
    return word.tag in ("WP", "WP$", "WDT", "WRB")


def _auxiliary(word: Word) -> bool:
    return word.tag == "MD" or word.lemma in AUXILIARIES or (word.i == 0 and word.lower in ("has", "have", "had"))


def _declarative(asked: Parse) -> tuple[str, str, str | None]:
    """Kind of the question, the declarative sentence, and the noun asked for."""
    words = [w for w in asked.words if w.text != "?"]
    at = None if _auxiliary(words[0]) else next((i for i, w in enumerate(words[:4]) if _wh(w)), None)
    if at is None:
        return "truth", _uninvert(words, []) if _auxiliary(words[0]) else _text(words), None
    before, wh, rest = words[:at], words[at], words[at + 1 :]
    kinds = mapping("lexicon/questions", "word", "kind")
    kind = kinds.get(wh.lower, "what")
    if kind == "what" and any(kinds.get(w.lemma) == "price" for w in rest):  # *what did the bridge cost*
        kind = "number"
    noun: list[Word] = []
    if wh.lower == "how" and rest and (rest[0].tag in ("JJ", "RB") or f"how {rest[0].lower}" in kinds):
        kind, how = kinds.get(f"how {rest[0].lower}", "number"), rest.pop(0)
        if how.lower == "old":
            return kind, f"{_text(rest[1:])} {rest[0].text} aged {BLANK}", None
    if kind == "number" or wh.tag in ("WDT", "WP$") or (kind == "what" and rest and rest[0].tag.startswith("NN")):
        verbal = rest[0].tag in ("VBG", "VBZ") and not _auxiliary(rest[0]) and wh.tag == "WDT"
        if verbal and rest[1:] and rest[1].tag in (*VERB_TAGS, "NN", "NNS"):  # *which states vote first*
            noun.append(rest.pop(0))
        while rest and (rest[0].tag in NOMINAL_TAGS or (rest[0].lower == "of" and kind != "who")):
            noun.append(rest.pop(0))
        if kind in ("what", "which") and noun:
            kind = kinds.get(f"what {noun[0].lower}", "which")
            noun = [] if kind == "time" else noun
        share = len(noun) > 1 and (f"what {noun[0].lower}" in kinds or kinds.get(noun[0].lemma) == "more")
        if share and noun[1].lower == "of":  # *what share of voters*, but *how many tonnes of sand*
            noun = noun[2:]
        elif noun and noun[0].lower == "of":  # *how many of the miners*
            noun = noun[1:]
        noun = noun[1:] if noun and noun[0].tag == "DT" else noun
    if len(rest) > 2 and rest[1].lower == "there":  # *how many ships are there in*
        rest.pop(1)
    name = f"some {_text(noun)}" if noun else SOMEBODY if kind == "who" else BLANK
    adverbial = kind in ("time", "often", "duration", "place", "cause", "manner") and not noun
    rest_text = [BLANK if _wh(w) and w.tag == "WP" else w.text for w in rest]
    if not rest:
        return kind, "", _text(noun) or None
    noun_text = _text(noun) or None
    copular = (
        bool(noun)
        and rest[0].lemma == "be"
        and not any(w.tag in VERB_TAGS and before.tag != "IN" for before, w in itertools.pairwise(rest))
    )
    if copular or not _inverted(rest):
        return kind, " ".join(["" if adverbial else name, *rest_text]).strip(), noun_text
    blank = [] if adverbial else [*(w.text for w in before), name]
    if (
        kind in ("time", "place")
        and adverbial
        and rest[0].lemma == "be"
        and all(_nominal(w) or w.text[0].isupper() for w in rest[1:])
    ):
        return kind, f"{_text(rest[1:])} {rest[0].text} {'in ' + BLANK if kind == 'place' else 'happening'}", None
    return kind, _uninvert(rest, blank), noun_text


def _nominal(word: Word) -> bool:
    return word.tag in NOMINAL_TAGS or word.tag == "IN"


def _inverted(rest: list[Word]) -> bool:
    """Auxiliary and then a subject: *did the talks resume*, not *may happen* nor *was arrested*."""
    if not _auxiliary(rest[0]) or len(rest) < 2:
        return False
    if rest[0].lemma == "have" and not any(
        w.tag in ("VBN", "VBD") or _verb_after_all(rest, i) for i, w in enumerate(rest) if i
    ):
        return False  # *how many have no electricity*
    second = rest[2] if rest[1].dep == "neg" and len(rest) > 2 else rest[1]
    if rest[0].lemma == "be" and second.tag == "JJ" and [w.tag for w in rest[rest.index(second) + 1 :]][:1] == ["IN"]:
        return False  # *who is critical of the plan*
    did = rest[0].lemma == "do" and len(rest) > 2  # *did de Mistura tell*
    return did or second.tag in NOMINAL_TAGS or second.text[0].isupper()


def _uninvert(words: list[Word], blank: list[str]) -> str:
    """The subject put before its auxiliary, and the blank where the object or the stranded preposition wants it."""
    words_of_time = table_words("lexicon/calendar")
    auxiliary, rest = words[0], words[1:]
    negation = [w for w in rest[:1] if w.dep == "neg"]
    rest = rest[len(negation) :]
    # *When the dam broke*, *according to the mayor*
    clause = next((i for i, w in enumerate(rest) if i and (w.tag == "WRB" or w.lower == "according")), len(rest))
    rest, clause_words = rest[:clause], rest[clause:]
    # The subject ends before the first verb after a nominal; a tagger that misses the verb leaves it last.
    progressive = auxiliary.lemma == "be"
    verbs = (i for i, w in enumerate(rest) if i and w.tag in VERB_TAGS and (progressive or w.tag != "VBG"))
    within = {i for i, w in enumerate(rest, 1) if w.tag in ("TO", "PRP$") or w.lower in ("the", "a", "an")}
    end = _by_parse(auxiliary, rest) or next((i for i in verbs if i not in within), None)
    if end is None and (not progressive or any(_progressive(rest, i) for i in range(1, len(rest)))):
        may = _progressive if progressive else _verb_after_all
        end = max((i for i in range(1, len(rest)) if may(rest, i)), default=len(rest) - 1)
    if end is None and progressive and rest and rest[0].tag == "NNP":  # *Is Velmark part of …*, *was Lind angry at*
        pairs = enumerate(itertools.pairwise(rest), 1)
        names = ("NNP", "NNPS")
        end = next((i for i, (b, w) in pairs if b.tag in names and w.tag in ("JJ", "NN") and w.text.islower()), None)
    if end is None and progressive and not blank:
        # *Is Nora Quill a member of the council?*
        end = next((i for i, w in enumerate(rest) if i and w.tag == "DT" and rest[i - 1].tag.startswith("NN")), None)
    if end is None and auxiliary.lemma == "be" and blank:
        # *Who is Staffan de Mistura?*, *What is the agreement about?*
        end = len(rest) - (len(rest) > 1 and rest[-1].tag in ("IN", "RP"))
        end -= end > 1 and end < len(rest) and rest[end - 1].tag == "JJ"  # *what are the miners afraid of?*
    if end is None:
        others = (i for i in range(1, len(rest)) if not _in_noun_phrase(rest, i))
        end = next(others, len(rest))
    subject, predicate = rest[:end], rest[end:]
    if subject and subject[-1].dep == "neg":
        negation.append(subject.pop())
    texts = [BLANK if w.tag == "WP" else w.text for w in predicate]
    if blank:
        stranded = bool(predicate) and predicate[-1].tag in ("IN", "TO", "RP") and len(blank) == 1
        twice = (i for i, (one, w) in enumerate(itertools.pairwise(predicate), 1) if one.tag == w.tag == "IN")
        wanted = len(predicate) > 2 and predicate[-1].tag == "VB" and predicate[-2].tag == "TO"  # *ask Russia to do*
        if stranded or wanted or len(blank) > 1:
            texts += blank
        elif between := next(twice, None):  # *accused of in May*
            texts[between:between] = blank
        else:
            pairs = enumerate(itertools.pairwise(predicate), 1)
            ends = (i for i, (before, w) in pairs if w.tag not in (*VERB_TAGS, "RP") or before.tag == "TO")
            after = next(ends, len(predicate))
            # *Tell the paper something*, *call the strike something*: the other object comes first, a day does not.
            phrase = [*itertools.takewhile(lambda w: w.tag in NOMINAL_TAGS, predicate[after:])]
            if after and words_of_time.isdisjoint(w.lower for w in phrase):
                after += len(phrase)
            texts[after:after] = blank
    return " ".join(
        [
            _text(subject),
            MODAL if auxiliary.lemma == "do" else CLIPPED.get(auxiliary.lower, auxiliary.lower),
            *("not" for _ in negation),
            *texts,
            _text(clause_words),
        ]
    ).strip()


def _by_parse(auxiliary: Word, rest: list[Word]) -> int | None:
    """Where the verb begins that an auxiliary belongs to, if the parser found that."""
    verb = auxiliary.head
    if auxiliary.dep not in ("aux", "auxpass") or verb is None or verb.text[0].isupper() or verb not in rest[1:]:
        return None
    chain = (i for i, w in enumerate(rest) if i and (w is verb or (w.head is verb and w.dep in ("aux", "auxpass"))))
    before, after = rest[(at := rest.index(verb)) - 1], rest[at + 1 : at + 2]
    noun = auxiliary.lemma == "be" or verb.tag != "NN" or before.tag in OPEN_TAGS  # *the missionary plead in*
    noun |= any(w.tag not in (*AFTER_VERB, "RP") for w in after)
    return next(chain) if not noun or (verb.tag in VERB_TAGS and before.tag not in OPEN_TAGS) else None


def _progressive(words: list[Word], i: int) -> bool:
    """Tagged a noun, but *-ing* after *be* and a subject: *what is the ministry reviewing*."""
    return words[i].tag == "NN" and words[i].lower.endswith("ing") and words[i - 1].tag not in OPEN_TAGS


def _verb_after_all(words: list[Word], i: int) -> bool:
    """Tagged a noun, but what follows does not go on with a noun's phrase: *did the jury indict Osei*."""
    ends = i + 1 == len(words) or words[i + 1].tag in AFTER_VERB
    common = words[i].tag == "NN" and words[i].text == words[i].lower
    return common and ends and words[i - 1].tag in ("NN", "NNS", "NNP", "NNPS", "CD", "PRP")


def _in_noun_phrase(words: list[Word], i: int) -> bool:
    """An adjective is only where a noun or another adjective follows."""
    followed = i + 1 < len(words) and words[i + 1].tag.startswith(("NN", "JJ"))
    return words[i].tag in NOMINAL_TAGS and (followed or not words[i].tag.startswith("JJ"))


def _text(words: list[Word]) -> str:
    gaps = [" " if right.start > left.end else "" for left, right in itertools.pairwise(words)]
    return "".join(w.text + gap for w, gap in zip(words, [*gaps, ""], strict=False))


def apart(phrase: Phrase, arguments: tuple[Argument, ...]) -> Phrase:
    """A phrase without the argument that it takes in: *afraid (of storms)*."""
    for a in arguments:
        if phrase.text and a.marker and a.text and phrase.text.endswith(f" {a.marker} {a.text}"):
            return replace(phrase, text=phrase.text.removesuffix(f" {a.marker} {a.text}"))
    return phrase


def has_blank(phrase: Phrase) -> bool:
    """Has a blank anywhere: *to do something*, not *making any mistakes*."""
    return is_blank(phrase) or not {BLANK, SOMEBODY, "some"}.isdisjoint(phrase.text.lower().split())


def is_blank(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.text.lower().split()[0] in BLANKS
