"""Answers out of sentences that tell what is asked in other words than the question has.

Where no statement fits a question's pattern, a sentence that has nearly all of its words, or near synonyms, or other
mentions of those it names, is read for what fills the blank: a time, a number of what is counted, somebody.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.exploration.matching import ROLES, Names, adverbial, asks, further, passive, phrases_of
from kg.exploration.questions import Question, is_blank
from kg.exploration.wording import beside_noun, filled, proposition, qualified, shown
from kg.exploration.words import bare, keys, of_content, verb_of
from kg.lexicon import words
from kg.values import ACTOR_TYPES, Phrase, Statement

# The part of the question's words, weighed by rarity, that a sentence must have; what an answer from it must reach.
COVERED, SURE = 0.65, 0.6
# What a near synonym is worth, a word of the sentence before, what stands in another clause than the verb asked for.
NEAR, BEFORE, ELSEWHERE = 0.85, 0.5, 0.75
# A name that most sentences have need not stand in the one that answers. Unit: natural logarithm of its rarity.
COMMON = 1.1


def _any(*kinds: str) -> str:
    found = {w for kind in kinds for w in words("lexicon/calendar", kind=kind)}
    return "|".join(re.escape(w).replace(r"\.", "") for w in sorted(found, key=lambda w: (-len(w), w)))


NUMBER = rf"(?:\d[\d.,]*|{_any('number')})"
UNIT = rf"(?:{_any('days', 'months')}|seconds?|minutes?|hours?)"
DAY = _any("month").title(), _any("weekday").title()  # *May*, not *may*
DATE = rf"(?:{DAY[0]})\b(?:\.? \d+)?(?:,? (?:19|20)\d\d)?|(?:{DAY[1]})\b|\b(?:19|20)\d\d\b"
# What tells it in the words of a sentence, where no statement has it for an argument.
BY_WORDS = {
    "time": rf"\b(?:(?:late|early|in|on|since|by|until) )*(?:{DATE})",
    "often": rf"(?:every|each|once an?|twice an?|times an?) {UNIT}|\b(?:daily|weekly|monthly|yearly|annually)\b",
    "duration": rf"\b{NUMBER}[- ](?:\w+[- ])?{UNIT}",
    "cause": r"\b(?:because|due to|in order to|so that|out of|angry|thanks to|as a result of)\b [^.;]+",
}
LIGHT = {one for one, _ in keys([*words("lexicon/light_verbs")])}
LENGTH = rf"{NUMBER} (?:miles?|kilomet\w+|met\w+|feet|foot|yards?|inch\w*)\b"
# Who somebody is and where somebody works, beside the name.
BESIDE_NAME = {
    "be": (
        r"{}(?: ?\(|, (?:\d+, )?(?:an? |the |who )| (?:of|from|at) )[^,.;)]+",
        r"(?:[Tt]he|[Aa]n?) [^,.;]+, (?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*,? (?:and )?)*{}",
    ),
    "work": (r"{},?(?: [\w ]+?)?? ((?:of|at|from|with) (?:the )?[A-Z][\w’'-]+(?: (?:of )?[A-Z][\w’'-]+)*)",),
}


class Telling:
    """The sentences of a graph, with the words that each has or, by other mentions, means."""

    def __init__(self, statements: Iterable[Statement], names: Names) -> None:
        self.names = names
        self.sentences: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for s in sorted(statements, key=lambda s: (s.article, s.sentence.start, s.relation.start or 0, s.id)):
            self.sentences[s.article, s.sentence.start].append(s)
        self.words = {
            at: self._words(
                (p for s in told for p in phrases_of(s)), told[0].sentence.text, *(s.relation.lemma for s in told)
            )
            for at, told in self.sentences.items()
        }
        self.often = Counter(w for words in self.words.values() for w in words)

    def _words(self, phrases: Iterable[Phrase], *texts: str) -> set[str]:
        """Stems and groups of texts, of phrases, and of all names of what phrases stand for."""
        told = [*phrases]
        forms = (form for e in {p.entity for p in told} for form in self.names.forms.get(e or "", ()))
        there = (*texts, *(p.text for p in told), *forms)
        return {w for text in there for one, of in keys(bare(text)) for w in (one, *of)}

    def _weight(self, word: str) -> float:
        rare = math.log((len(self.words) + 1) / max(self.often[word], 1))
        return rare / 2 if word in LIGHT else rare

    def answers(self, asked: Question) -> list[tuple[float, Statement, str]]:
        """Score, statement, and the words that fill the blank, of each sentence that tells enough of what is asked."""
        wanted = [
            (one, groups, name) for (one, groups), (_, name) in zip(keys(asked.words), asked.content, strict=True)
        ]
        known = {one for one, *_ in wanted} | {one for one, _ in keys(bare(asked.noun or ""))}
        weights = [self._weight(one) for one, *_ in wanted]
        found, before, last = self._beside_name(asked), set[str](), ""
        for (article, start), told in self.sentences.items():
            here = self.words[article, start]
            before = before if article == last else set()
            score = 0.0
            for (one, groups, name), weight in zip(wanted, weights, strict=True):
                near = groups & here
                same = one in here or any(g[0] == "@" for g in near)  # *Syrian*, *Syria*
                worth = 1.0 if same else NEAR if near else BEFORE if one in before else 0.0
                score += weight * worth if worth or not name or weight < COMMON else -sum(weights)
            before, last = here, article
            covered = score / (sum(weights) or 1.0)
            if covered >= COVERED and (len(wanted) > 1 or asked.how or asked.kind == "about"):
                with_verb = [s for s in told if self._same_verb(asked, s)]
                of_whom = [s for s in with_verb if self._does(asked, s)]
                if with_verb and not of_whom:  # somebody else does it
                    continue
                of_verb = [s for s in of_whom if self._meant(asked, s)]
                filled = [(covered * row[0], s, row[1]) for s in told if (row := self._filled(asked, s, of_verb))]
                # Of two statements of a sentence, the one that has more of the question's words.
                filled.sort(key=lambda row: (-row[0], -len(known & {w for w, _ in keys(bare(proposition(row[1])))})))
                found += [row for row in filled[:1] if row[0] >= SURE]
        main = asked.statements[0] if asked.statements else None
        return [(score, s, qualified(text, main, s, voiced=True)) for score, s, text in found]

    def _beside_name(self, asked: Question) -> list[tuple[float, Statement, str]]:
        """*Ada Brandt, a miner from Oldmark*: who is she? *Bo Lind of Velmark*: where does he work?"""
        main = asked.statements[0] if asked.statements else None
        forms = BESIDE_NAME.get(main.relation.lemma, ()) if main and asked.kind in ("who", "place") else ()
        if (
            not main
            or not main.subject.text[:1].isupper()
            or is_blank(main.subject)
            or (main.object and main.object.start is not None and not is_blank(main.object))
        ):
            return []
        found = []
        for told in self.sentences.values():
            texts = (re.search(form.format(re.escape(main.subject.text)), told[0].sentence.text) for form in forms)
            found += [(SURE, told[0], m[m.lastindex or 0]) for m in texts if m][:1]
        return found

    def _same_verb(self, asked: Question, s: Statement) -> bool:
        """The verb asked for or a near one; *the price was* for *cost*."""
        if not asked.statements:
            return False
        verb, near = verb_of(_main(asked).relation.lemma)
        told, groups = verb_of(s.relation.lemma)
        if s.relation.lemma == "be":
            groups = {g for _, of in keys(bare(f"{s.subject.text} {s.object.text if s.object else ''}")) for g in of}
        return verb == told or bool(near & groups)

    def _does(self, asked: Question, s: Statement) -> bool:
        """Whether whom the question names has a part in it, by whatever mention; *its* may be anyone's."""
        main, lemma = _main(asked), s.relation.lemma
        anyone = s.subject.text.split()[0].lower() in words("lexicon/pronouns")
        if is_blank(main.subject) or lemma == "be" or anyone or passive(main.relation.lemma) != passive(lemma):
            return True
        parts = [s.subject] if asked.kind in ("who", "what") else phrases_of(s)  # *set the trial* is when it starts
        there = self._words(parts)
        return any(w in there or groups & there for w, groups in keys(bare(main.subject.text)))

    def _meant(self, asked: Question, s: Statement) -> bool:
        """Whether it is done to what the question names."""
        named = _main(asked).object
        if named is None or is_blank(named) or (s.relation.lemma.startswith("be") and not passive(s.relation.lemma)):
            return True
        there = {w for p in phrases_of(s) for w, _ in keys(bare(f"{p.text} {p.name or ''}"))}
        return any(w in there for w, _ in keys(bare(named.text)))

    def _filled(self, asked: Question, s: Statement, of_verb: list[Statement]) -> tuple[float, str] | None:
        """What fills the blank in a statement of such a sentence, and how surely: less where it is of another verb."""
        sentence, same = s.sentence.text, s in of_verb
        vague = not asked.statements or asks(asked.statements[0].relation.lemma, "any", "light")
        sure = 1.0 if same or (vague and asked.kind != "who") else ELSEWHERE
        if asked.statements and asked.statements[0].modality == "actual" and s.modality not in ("actual", "necessary"):
            sure *= ELSEWHERE
        known = {of_content(word)[0] for word in asked.words} - {one for one, _ in keys(bare(asked.noun or ""))}
        named = {*bare(" ".join(asked.words))}

        def free(p: Phrase) -> bool:
            forms = self.names.forms.get(p.entity or "", ())
            told = [one for one, _ in keys(bare(p.text))]
            return not {*told[-1:]} <= known and not any({*f.split()} <= named for f in forms)

        phrases = sorted(filter(free, phrases_of(s)), key=lambda p: len(p.text))
        if asked.kind == "about":
            told = {one for one, _ in keys(bare(proposition(s)))}
            return 0.8 + 0.2 * len(told & known) / len(known), proposition(s)
        measure = LENGTH if asked.how == "far" else rf"{NUMBER}(?: \w+)*?[ -]{asked.how}\b"
        if asked.how and (found := re.search(measure, sentence)):
            return 1.0, found[0]
        if asked.kind in BY_WORDS or asked.kind in ROLES:
            where = adverbial(asked.kind, s) if asked.kind in ROLES and not asked.noun else None
            if where and (asked.kind != "place" or where[1] == 1) and (same or vague or asked.kind != "cause"):
                return sure * where[1], where[0]
            words_there = re.search(BY_WORDS.get(asked.kind, "$"), sentence)
            return (sure, words_there[0]) if words_there and words_there[0] else None
        if asked.kind == "number":
            numbers = [
                p for p in phrases if not re.fullmatch(r"(?:19|20)\d\d", p.text) and not (p.name or "")[:1].isupper()
            ]
            counts = (t for p in numbers if (t := filled(asked, p)))
            text = next((t for t in counts if not asked.how or re.search(r"[$€£]", t)), None)
        elif asked.kind == "which":
            noun = (asked.noun or "").split()[-1]
            text = next((shown(p) for p in phrases if noun in p.text.split()[1:]), None) or beside_noun(noun, sentence)
            if text is None or {*bare(text)} <= named:
                text = next((shown(p) for p in phrases if self.names.is_a(noun, p) == 1), None)
        elif not asked.statements or not (same or vague):
            return None
        else:
            main = _main(asked)
            turned = passive(main.relation.lemma) != passive(s.relation.lemma)
            places = [s.subject] if is_blank(main.subject) and not turned else phrases_of(s)[1:]
            places = [p for p in places if free(p) and getattr(p, "role", "") not in ("time", "place")]
            fits = ("Person", "Organization", "Country") if vague else ACTOR_TYPES if asked.kind == "who" else ()
            text = next((shown(p) for p in places if (p.type in fits if asked.kind == "who" else same)), None)
            if (
                text is None
                and s.object
                and asked.kind == "what"
                and {w for w, _ in keys(bare(s.object.text))[-1:]} & known
            ):
                text = further(s, s.object.end, " (?:that|about|at|over|of|with) ").strip()  # *angry that …*
        return (sure, text) if text else None


def _main(asked: Question) -> Statement:
    """The statement of a question that has its blank: *recall something* of *was unable to recall something*."""
    blanks = (s for s in asked.statements if any(map(is_blank, phrases_of(s))))
    return next(blanks, asked.statements[0])
