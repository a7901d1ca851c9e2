"""The parse as plain Python objects, which every rule walks.

A spaCy token makes a call into C for each attribute; rules look at each word dozens of times. So the
document is read out once into `Word`s with plain attributes, which repairs may change while the parse
is made and nobody changes after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from kg import lexicon
from kg.values import PROSE, Article

if TYPE_CHECKING:
    from spacy.tokens import Doc

_VERBS = frozenset({"VBD", "VBN", "VBG", "VBZ"})
# One vowel between consonants.
_SHORT = re.compile(r"[^aeiouy]+[aeiou][^aeiouwxy]")
_DOUBLED = re.compile(r"([bdglmnprt])\1e$")
# Halves of *gonna*; *per cent*, which the model is shown as one word.
_SPOKEN = {"gon": "going", "na": "to", "percent": "percent"}
# What the model takes for a form of another word: *taxes* of *taxis*.
_LEMMAS = lexicon.mapping("lexicon/lemmas", "form", "lemma")
# Marks that stand for nothing, unlike *%* and *&*.
_MARKS = re.compile(r"""[][(){}<>*_.,:;!?'"`“”‘’«»…–—-]+""")


class Word:
    """One token.

    i: index in the parse; start, end: offsets in the article's text; text as the article has it.
    lemma: lower case but for names; tag: Penn Treebank; pos: Universal; dep: ClearNLP label as spaCy's
    English models give it (``nsubj``, ``dobj``, ``prep``, ``pobj`` …).
    head: the governing word, None for a root; children: in order.
    ner: the model's entity label or ""; ner_start: begins an entity. sent: index of the sentence.
    words: all of the parse, this one at i.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "head",
        "i",
        "lemma",
        "lower",
        "ner",
        "ner_start",
        "pos",
        "sent",
        "start",
        "tag",
        "text",
        "words",
    )

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: Word | None
    children: list[Word]
    ner: str
    ner_start: bool
    sent: int
    words: list[Word]

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    def child(self, *deps: str) -> Word | None:
        """First child with one of the labels."""
        for c in self.children:
            if c.dep in deps:
                return c
        return None

    def all(self, *deps: str) -> list[Word]:
        """Children with one of the labels, in order."""
        return [c for c in self.children if c.dep in deps]

    @property
    def next(self) -> Word:
        """The word behind it in the article; of the last, the last itself."""
        return self.words[min(self.i + 1, len(self.words) - 1)]

    def tensed(self, *tags: str) -> bool:
        """Whether a verb or one of its auxiliaries has one of these tags: VBD for *left*, *was left*, *had left*."""
        return any(w.tag in tags for w in (self, *self.all("aux", "auxpass")))

    def subtree(self) -> list[Word]:
        """The word and all below it, in order of the text."""
        found = [self]
        for word in found:
            found.extend(word.children)
        return sorted(found, key=attrgetter("i")) if len(found) > 1 else found

    def ancestors(self) -> Iterator[Word]:
        """From the governor up to the root."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def attach(self, head: Word | None, dep: str) -> None:
        """Hang the word elsewhere. Raises ValueError if that would make a circle."""
        above = head
        while above is not None:
            if above is self:
                raise ValueError(f"{self!r} cannot hang below itself")
            above = above.head
        if self.head is not None:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        if head is not None:
            head.children.append(self)
            head.children.sort(key=lambda w: w.i)

    def govern(self, verb: Word, dep: str) -> None:
        """Take the place of one above, which becomes a dependent."""
        head, place = verb.head, verb.dep
        self.attach(None, place)
        verb.attach(self, dep)
        if head is not None:
            self.attach(head, place)


@dataclass(slots=True)
class Sent:
    """A sentence: words ``first`` to ``last`` (exclusive) of the parse, and the kind of block it stands in."""

    index: int
    first: int
    last: int
    start: int
    end: int
    kind: str


@dataclass(slots=True, eq=False)
class Parse:
    """An article with its words and sentences. White space is no word."""

    article: Article
    words: list[Word]
    sentences: list[Sent]
    _begun: dict[int, Word] = field(default_factory=dict, repr=False)

    def at(self, offset: int) -> Word | None:
        """The word that covers an offset of the article, or the last before it."""
        if not self._begun:
            self._begun = {w.start: w for w in self.words}
        if (word := self._begun.get(offset)) is not None:
            return word
        i = bisect_right(self.words, offset, key=attrgetter("start")) - 1
        return self.words[i] if i >= 0 else None

    def text(self, first: Word, last: Word) -> str:
        """The article's text from one word to another, both included."""
        return self.article.text[first.start : last.end]

    def words_of(self, sent: Sent) -> list[Word]:
        return self.words[sent.first : sent.last]

    def prose(self) -> Iterator[Sent]:
        """The sentences that may state something: no captions, bylines, boilerplate."""
        return (s for s in self.sentences if s.kind in PROSE)


def read_out(doc: Doc, article: Article) -> Parse:
    """The words and sentences of a parsed document whose offsets are the article's."""
    strings = doc.vocab.strings
    columns = doc.to_array(
        ["TAG", "POS", "DEP", "LEMMA", "ENT_TYPE", "ENT_IOB", "SENT_START", "HEAD", "SPACY"]
    ).tolist()
    names = {code: strings[code] for code in {code for row in columns for code in row[:5]}}
    text = article.text
    words: list[Word] = []
    by_token: list[Word | None] = []
    starts: list[bool] = []
    pending = True
    offset = 0
    spans = doc.user_data.get("spans")
    for (tag, pos, dep, lemma, ner, iob, sent_start, _, blank), token_text in zip(columns, _texts(doc), strict=True):
        end = offset + len(token_text)
        if spans is not None:
            offset, end = spans[len(by_token)]
        pending = pending or sent_start == 1
        if token_text.isspace() or offset == end:
            by_token.append(None)
        else:
            word = Word()
            word.i, word.words = len(words), words
            word.start, word.end = offset, end
            word.text = text[offset:end]
            word.lower = _SPOKEN.get(token_text, word.text.lower())
            word.tag, word.pos, word.dep = names[tag], names[pos], names[dep]
            word.lemma = _LEMMAS.get(word.lower) or names[lemma]
            if (
                word.tag in _VERBS
                and _SHORT.fullmatch(word.lemma)
                and word.lower in (word.lemma + "ed", word.lemma + "ing", word.lemma + "es")
            ):
                # *raged* is of *rage*: *rag* would double its last letter. *hopes* is no *hop*.
                word.lemma += "e"
            elif word.tag in _VERBS and _DOUBLED.search(word.lemma):
                word.lemma = word.lemma[:-2]  # *gutted* is of *gut*
            mark = _MARKS.fullmatch(word.text) is not None
            if mark and word.dep not in ("ROOT", "case"):
                word.dep = "punct"  # the model takes a bracket for an object now and then
            elif word.pos == "PUNCT" and not mark:
                word.tag, word.pos = "NN", "NOUN"  # *worse."* glued to its marks
            word.head, word.children = None, []
            word.ner, word.ner_start = names[ner], iob == 3
            word.sent = 0
            words.append(word)
            by_token.append(word)
            starts.append(pending)
            pending = False
        offset = end + blank
    # Heads are relative token offsets in unsigned 64 bit; white space as a head is passed over.
    size = 1 << 64
    for i, (token, row) in enumerate(zip(by_token, columns, strict=True)):
        governor = by_token[i + (row[7] if row[7] < size // 2 else row[7] - size)]
        if token is not None and governor is not None and governor is not token:
            token.head = governor
            governor.children.append(token)
    return Parse(article, words, _sentences(article, words, starts))


def _texts(doc: Doc) -> list[str]:
    return [t.text for t in doc]


def _sentences(article: Article, words: list[Word], starts: list[bool]) -> list[Sent]:
    sentences: list[Sent] = []
    blocks = article.blocks
    block = 0
    firsts = [i for i, s in enumerate(starts) if s]
    for index, first in enumerate(firsts):
        last = firsts[index + 1] if index + 1 < len(firsts) else len(words)
        start, end = words[first].start, words[last - 1].end
        while block + 1 < len(blocks) and blocks[block].end <= start:
            block += 1
        kind = blocks[block].kind if block < len(blocks) else "paragraph"
        sentences.append(Sent(index, first, last, start, end, kind))
        for w in words[first:last]:
            w.sent = index
    return sentences
