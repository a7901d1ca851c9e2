"""Whose words an article prints: what stands between quotation marks, turns of an interview, signed posts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from kg import lexicon
from kg.parsing import Parse, Word
from kg.values import Mention, Source, value

# A sentence or more between single marks, as British papers quote; apostrophes stand between letters.
_SINGLE = re.compile(r"(?<!\S)['‘](?=[A-Z])((?:[^'‘’\n]|(?<=\w)['’](?=\w))+[,.!?])['’](?!\w)")
_ENDS = frozenset({".", "!", "?", "…"})
_OPEN, _CLOSE, _EITHER = "“", "”", '"'
_MARKS = frozenset({_OPEN, _CLOSE, _EITHER, "``", "''"})
# How a post is signed: — Ana Petrova (@petrova).
_SIGNED = re.compile(r"[—–]\s*([^\n()—–]{2,50}?)\s*\(@\w+\)")
# How a turn of an interview begins: KL I did it; Lund: I did it; A. I did it. So many turns make one.
_LABEL = re.compile(r"([A-Z]{2,3}|[QA]\.|(?:[A-Z][a-z]+\. )?[A-Z][^\n:.(,]{0,40}(?:[(,][^:\n]{,60})?:)\s+(?=\S)")
_FRONT = re.compile(r"(?<!\S)([A-Z][\w’'-]+(?: [a-z]+)?): (?=\S)")
_TAIL = re.compile(r"(?::|\s[-–—]) ((?:[\w’'-]+ ){0,2}[\w’'-]+)$")
_START = attrgetter("start")
_DOCUMENTS = lexicon.words("lexicon/utterances", kind="document")
_MARKED = re.compile(r"(?<!\S)['‘]([^'‘’\n]+(?:\w['’]\w[^'‘’\n]*)*)['’](?!\w)")
_TURNS = 3
# So many paragraphs behind one that opens a quotation another may close it.
_REACH = 3
_ANSWER, _QUESTION = "A", "Q"
_SPEAKING = lexicon.words("lexicon/pronouns", person="1")
_SAYING = lexicon.words("lexicon/reporting", "verb", finite="say")


@value
class Quote:
    """Words ``first`` to ``last`` (exclusive) of a parse that somebody said, and the index of their paragraph.

    goes_on: the paragraph ends before the mark that closes it, as where the next begins with another.
    speaker: who is named in the label of a turn or the signature of a post.
    """

    first: int
    last: int
    paragraph: int
    goes_on: bool = False
    speaker: Source | None = None


@lru_cache(maxsize=1)
def quotes(parse: Parse) -> tuple[Quote, ...]:
    """The quotations of an article in order; an empty one is none.

    A straight mark opens where none is open; a closing one that stands before a word with a blank before it opens too.
    So does, where one is open, a mark between the end of a sentence and a word: paragraphs that were run together.
    A paragraph that only closes one is quoted from its beginning where a colon stands before it or one before it was
    left open.
    """
    found: list[Quote] = []
    paragraph_of = paragraphs(parse)
    paragraph, first, begin = 0, -1, 0
    text = parse.article.text

    def close(last: int, goes_on: bool = False) -> None:
        if 0 <= first < last:
            found.append(Quote(first, last, paragraph, goes_on))

    for w in parse.words:
        if paragraph_of[w.i] != paragraph:
            close(w.i, True)
            first, paragraph, begin = -1, paragraph_of[w.i], w.i
        if w.text not in _MARKS:
            if first >= 0 and (_EITHER in w.text or _CLOSE in w.text):  # *“new”-looking*
                close(w.i + 1)
                first = -1
            continue
        blank_before = w.start == 0 or text[w.start - 1].isspace()
        if first >= 0 and blank_before and parse.words[w.i - 1].text in _ENDS and text[w.end : w.end + 1].isalnum():
            close(w.i, True)
            first = -1
        opened = found[-1].paragraph if found and found[-1].goes_on else paragraph
        if first < 0 and not blank_before and w.text in (_EITHER, _CLOSE) and 0 < paragraph - opened <= _REACH:
            starts = [begin]
            while paragraph_of[starts[0] - 1] > opened:
                starts.insert(0, paragraph_of.index(paragraph_of[starts[0] - 1]))
            ends = [*starts[1:], w.i]
            found += (Quote(a, b, paragraph_of[a], b != w.i) for a, b in zip(starts, ends, strict=True))
            continue
        opens = w.text in (_OPEN, "``") or (first < 0 and (w.text == _EITHER or blank_before))
        if opens and first < 0:
            first = w.i + 1
        elif first < 0 < begin and parse.words[begin - 1].text == ":":
            found.append(Quote(begin, w.i, paragraph))
        elif not opens and first >= 0:
            close(w.i)
            first = -1
    close(len(parse.words), True)
    return tuple(sorted([*found, *_single(parse, found, paragraph_of)], key=lambda q: q.first))


def paragraphs(parse: Parse) -> list[int]:
    """For each word the index of its paragraph."""
    ends = [bisect_left(parse.words, b.end, key=_START) for b in parse.article.blocks[:-1]]
    spans = enumerate(pairwise((0, *ends, len(parse.words))))
    return [n for n, (first, last) in spans for _ in range(first, last)]


def _single(parse: Parse, doubles: list[Quote], paragraph_of: list[int]) -> Iterator[Quote]:
    """Quotations between single marks that stand in no other."""
    taken = {i for q in doubles for i in range(q.first, q.last)}
    for m in _SINGLE.finditer(parse.article.text):
        first, last = parse.at(m.start(1)), parse.at(m.end(1) - 1)
        if first is not None and last is not None and first.i not in taken and first.start == m.start(1):
            yield Quote(first.i, last.i + 1, paragraph_of[first.i])


def is_direct(quote: Quote, words: list[Word]) -> bool:
    """Whether a quotation is somebody's sentence rather than a word or two: *called it “crucially urgent”* is none."""
    return any(w.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for w in words[quote.first : quote.last])


def turns(parse: Parse, mentions: Iterable[Mention]) -> list[Quote]:
    """Words whose speaker stands in a label or a signature, without marks: posts, turns of an interview."""
    mentions = list(mentions)
    persons = [m for m in mentions if m.type == "Person" and m.kind == "name"]
    return [
        *_headed(parse, mentions),
        *_printed(parse, mentions),
        *_posts(parse, mentions),
        *_interview(parse, persons),
    ]


def _posts(parse: Parse, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """What stands in a paragraph before *— Ana Petrova (@petrova)*."""
    begins = [b.start for b in parse.article.blocks] or [0]
    end = 0
    for found in _SIGNED.finditer(parse.article.text):
        start, stop = found.span(1)
        n = bisect_right(begins, start) - 1
        m = next((m for m in mentions if start <= m.start and m.end <= stop), None)
        speaker = _source("tweet", m) if m is not None else Source("tweet", found[1], start, stop, head=start)
        yield _stretch(parse, max(end, begins[n]), found.start(), n, speaker)
        end = found.end()


def _headed(parse: Parse, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """Headlines that name whose words they are, before a colon or at the end: *Police: Man shot*, *Man shot: study*.

    A name of one word speaks, as *Petrova: We will win*; a longer one tells what a headline is about. What stands
    between marks somebody says, as *Minister ‘took bribes’*.
    """
    text = parse.article.text
    for n, block in enumerate(parse.article.blocks):
        if block.kind != "headline":
            continue
        front, tail = (p.search(text, block.start, block.end) for p in (_FRONT, _TAIL))
        for label in filter(None, (front, tail)):
            w = parse.at(label.end(1) - 1)
            m = next((m for m in mentions if label.start(1) <= m.start and m.end == label.end(1)), None)
            named = m is not None and m.kind == "name"
            person = m is not None and m.type == "Person" and " " not in label[1]
            common = m is not None and not named and m.type in ("Person", "Population", "Organization")
            common = common or label[1] == "PM"
            if w is not None and (w.lemma in _DOCUMENTS or common or (named and person)):
                unmet = Source("turn", label[1], *label.span(1), head=w.start)
                speaker = _source("turn", m) if m is not None else unmet
                start, end = (label.end(), block.end) if label is front else (block.start, label.start())
                yield _stretch(parse, start, end, n, speaker)
                break
        else:
            for marked in _MARKED.finditer(text, block.start, block.end):
                yield _stretch(parse, *marked.span(1), n, Source("say", "unnamed speaker"))


def _printed(parse: Parse, mentions: Sequence[Mention]) -> Iterator[Quote]:
    """A paragraph without marks behind *She said:*, with those behind it in which *I* or *we* stand."""
    text, blocks = parse.article.text, parse.article.blocks
    at: dict[int, Mention] | None = None
    for n, block in enumerate(blocks[:-1]):
        if text[block.end - 1] != ":" or blocks[n + 1].kind != "paragraph":
            continue
        at = {m.head: m for m in mentions} if at is None else at
        who = _reporter(parse, parse.at(block.end - 1))
        m = at.get(who.start) if who is not None else None
        if m is None:
            continue
        for k in range(n + 1, len(blocks)):
            quote = _stretch(parse, blocks[k].start, blocks[k].end, k, _source("turn", m))
            said = {w.lower for w in parse.words[quote.first : quote.last]}
            if blocks[k].kind != "paragraph" or said.intersection(_MARKS) or (k > n + 1 and not said & _SPEAKING):
                break
            yield quote


def _reporter(parse: Parse, colon: Word | None) -> Word | None:
    """Who says what a colon announces: the subject of the last verb of report before it, the agent of a passive."""
    if colon is None:
        return None
    sentence = parse.sentences[colon.sent]
    for verb in reversed(parse.words_of(sentence)):
        if verb.pos == "VERB" and verb.lemma in _SAYING and verb.child("ccomp", "neg") is None:
            agent = verb.child("agent")
            return agent.child("pobj") if agent is not None else verb.child("nsubj")
    return None


def _interview(parse: Parse, persons: Sequence[Mention]) -> list[Quote]:
    """Turns with labels: *KL I did it*, where Kim Lund is named; *Lund: I did it*; *A: I did it*, of who is asked.

    A paragraph without a label between two turns goes on with the first; a question is the paper's.
    """
    text, blocks = parse.article.text, parse.article.blocks
    found = [_LABEL.match(text, b.start, b.end) for b in blocks]
    if len(found) - found.count(None) < _TURNS:
        return []
    # *Mr. KIM LUND (Writer):*
    labels = {n: re.split(r"\s*[(,:]|\.$", m[1])[0].upper() for n, m in enumerate(found) if m is not None}
    again = Counter(labels[n] for n, m in enumerate(found) if m is not None and m[1][-1] == ":")
    asks = next((n for n, label in labels.items() if label == _QUESTION), None)
    asked = _asked(persons, blocks[asks].start) if asks is not None else None
    named = {_ANSWER: asked} if asked is not None else {}
    for m in persons:
        initials = "".join(p[0] for p in m.text.split() if p[0].isupper())
        for label in {m.text.upper(), m.text.split()[-1].upper()} | ({initials} if len(initials) > 1 else set()):
            named.setdefault(label, m)
    whose = {n: named.get(label, named.get(label.split()[-1])) for n, label in labels.items()}
    # A label that comes again, of the paper or of somebody unknown, ends a turn too.
    labelled = {n: m for n, m in whose.items() if m is not None or labels[n] == _QUESTION or again[labels[n]] > 1}
    if sum(m is not None for m in labelled.values()) < _TURNS:
        return []
    made: list[Quote] = []
    speaker: Mention | None = None
    for n in range(min(labelled), max(labelled) + 1):
        speaker = labelled.get(n, speaker)
        mark = found[n] if n in labelled else None
        asks = n not in labelled and n + 1 in labelled and text[blocks[n].end - 1] == "?"
        if speaker is not None and not asks:
            start = mark.end() if mark is not None else blocks[n].start
            made.append(_stretch(parse, start, blocks[n].end, n, _source("turn", speaker)))
    return made


def _asked(persons: Sequence[Mention], before: int) -> Mention | None:
    """The person whom the opening of an interview names most."""
    counts = Counter(m.text.split()[-1] for m in persons if m.start < before)
    return max((m for m in persons if m.start < before), key=lambda m: counts[m.text.split()[-1]], default=None)


def _source(cue: str, m: Mention) -> Source:
    return Source(cue, m.text, m.start, m.end, head=m.head)


def _stretch(parse: Parse, start: int, end: int, paragraph: int, speaker: Source) -> Quote:
    """The words between two offsets of a paragraph."""
    first, last = (bisect_left(parse.words, at, key=_START) for at in (start, end))
    return Quote(first, last, paragraph, speaker=speaker)
