"""Mentions of an article: names, nominals and pronouns with their types."""

from __future__ import annotations

from operator import attrgetter

from kg import lexicon
from kg.mentions import gazetteer, names
from kg.mentions.nouns import NOUNS, is_known, kind_of, noun_of
from kg.mentions.votes import give_types, head_of
from kg.parsing import Parse, Word
from kg.values import ACTOR_TYPES, Mention

# A party owns, as a state does, who speaks for it: *a Labour leader*; a creed is where somebody comes from.
_CREEDS = {w for w, type in lexicon.mapping("lexicon/creeds", "word", "type").items() if type != "Organization"}
_TITLES = frozenset(r["title"] for r in lexicon.table("lexicon/titles") if not r["weak"])
_AMOUNTS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "CD"})
_OF_STATE = lexicon.words("lexicon/offices", kind="national")
_SETTLE = lexicon.words("lexicon/verb_kinds", kind="settle")
_RAISING = lexicon.words("lexicon/verb_kinds", kind="raising")
_BODIES = frozenset({"Organization", "Government", "ArmedGroup"})
_VOICES = lexicon.words("lexicon/offices", kind="speaker")
_FORCES = lexicon.words("lexicon/name_words", kind="force")
_FOR = frozenset({"for", "of"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_PRONOMINAL = {r["word"]: r for r in lexicon.table("lexicon/pronominals")}
_PERSONAL = lexicon.mapping("lexicon/pronouns", "word", "type")
_IMPERSONAL = lexicon.words("lexicon/verb_kinds", kind="impersonal")
_WEATHER = lexicon.words("lexicon/verb_kinds", kind="weather")
_FIXED = lexicon.words("lexicon/fixed_phrases")
_BEARING = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "appos", "pobj"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl"})


def find(parse: Parse) -> tuple[Mention, ...]:
    """All mentions in order of the text."""
    words = parse.words
    owned = bytearray(len(words))
    found: list[Mention] = []
    named = names.find(parse)
    give_types(parse, named)
    persons = {i for n in named if n.type == "Person" for i in range(n.first, n.last + 1)}
    for n in named:
        if _is_origin(n, words, persons):
            continue
        for i in range(n.first, n.last + 1):
            owned[i] = 1
        start = min(head_of(n, words).start, n.end - 1)
        kind, type = ("nominal", "Person") if _is_native(n, words) else ("name", n.type)
        found.append(Mention(n.start, n.end, start, kind, type, n.text))  # type: ignore[arg-type]
    for w in words:
        if owned[w.i]:
            continue
        noun = w.tag in _NOUN_TAGS or _is_aged(w) or (w.tag == "JJ" and _is_told_as_noun(w))
        m = _nominal(parse, w, owned) if noun else _pronoun(w)
        if m is not None:
            found.append(m)
    return tuple(sorted(found, key=attrgetter("start", "end")))


def _is_origin(n: names.Name, words: list[Word], persons: set[int]) -> bool:
    """*a British aid worker*, *fellow Norlander Kim Lund*: whence somebody is; no state acts or owns."""
    w = words[n.last]
    known = gazetteer.demonym(n.text) or n.text in _CREEDS
    known = known or all(gazetteer.demonym(x.text) or x.text in _CREEDS for x in words[n.first : n.last + 1])
    if w.tag in ("NNS", "NNPS") or not known:
        return False  # but *a French Moroccan man*
    head = w.head
    if head is None or w.dep not in ("amod", "compound", "nmod") or head.i < w.i:
        return False
    # Offices belong to the state: the Norlandish president.
    between = words[w.i + 1 : head.i + 1]
    if any(b.text in _TITLES or b.lower in _OF_STATE for b in between):
        return False
    return kind_of(head) in ("Person", "Population") or head.i in persons


def _is_native(n: names.Name, words: list[Word]) -> bool:
    """*the Norwegian scored*, *Kim Lund, a Democrat*: one who comes from there, or belongs to them."""
    w = words[n.last]
    member = n.first == n.last and names.HEADS.get(f"{n.text}s") == "Organization" and w.tag == "NNP"
    told = w.child("det") is not None or words[w.i - 1].lower == "one"
    return (gazetteer.native(n.text) or member) and told and w.dep in _BEARING


def _is_aged(w: Word) -> bool:
    """*The 24-year-old left.*, *The accused left.*"""
    return w.lower in ("old", "accused") and w.dep in _BEARING | {"poss"} and w.child("det") is not None


def _is_told_as_noun(w: Word) -> bool:
    """*turned into a musical*, which the tagger takes for an adjective."""
    alone = w.dep in _BEARING and w.child("det") is not None and is_known(w.lower)
    return alone and w.i + 1 < len(w.words) and w.words[w.i + 1].tag not in _NOUN_TAGS | {"JJ", "CC"}


def _nominal(parse: Parse, w: Word, owned: bytearray) -> Mention | None:
    measure = w.ner in _AMOUNTS and w.ner != "CARDINAL" and w.lower != "old"
    measure |= w.lower in ("m.", "bn.", "m", "bn")
    if measure or not w.text[0].isalpha() or w.text in names.ZONES:
        return None
    kind = _of_what(w) if w.lower in _PRONOMINAL else kind_of(w)
    if kind == "None":
        return None
    if w.dep in ("compound", "nmod", "amod") and w.head is not None and w.head.i > w.i:
        # *government offensive* has its actor in it; *government officials* are who acts, but of *a ministry spokesman*
        # and *government forces* the body may be met again.
        row = NOUNS.get(w.lemma)
        collective = row is not None and row["role"] == "collective" and w.tag in ("NN", "NNP")
        acts = owned[w.head.i] or kind_of(w.head) in ACTOR_TYPES
        speaks = kind in _BODIES and w.tag == "NN" and noun_of(w.head) in _VOICES
        if not (speaks or (collective and (not acts or noun_of(w.head) in _FORCES))):
            return None
    if kind == "Person" and w.tag == "NN" and not w.children and w.dep == "pobj" and w.head and w.head.lower in _FOR:
        return None  # *ran for president*, *the post of president*, *a sense of justice*: no person
    words = parse.words
    if w.i and f"{words[w.i - 1].lower} {w.lower}" in _FIXED:
        return None  # *298 people on board*
    first = words[w.i - 4] if _is_aged(w) and w.i > 4 and words[w.i - 4].tag == "CD" else w
    for i in range(w.i - 1, max(w.i - 6, -1), -1):
        left = words[i]
        if (
            left.dep in ("cc", "conj")
            and left.head is not None
            and left.head.head is w
            and left.head.dep in ("amod", "compound", "nmod")
        ):
            continue  # *oil and gas fields*
        if owned[i] or left.tag not in _MODIFIERS or left.head is None or left.ner in _AMOUNTS:
            break
        if left.head is not w and not (left.head.i > left.i and left.head.i <= w.i):
            break
        if left.dep not in ("punct", "advmod"):
            first = left
    if first.i and words[first.i - 1].text in "-–" and words[first.i - 1].end == first.start and first is not w:
        # *Norland-backed offensive*: half a word is no name.
        first = words[first.i + 1]
    return Mention(first.start, w.end, w.start, "nominal", kind, parse.text(first, w))  # type: ignore[arg-type]


def _pronoun(w: Word) -> Mention | None:
    if w.tag in ("PRP", "PRP$") and w.lower in _PERSONAL:
        return None if w.lower == "it" and _is_empty(w) else _single(w, "pronoun", _PERSONAL[w.lower])
    if relative_clause(w) is not None and w.lower != "what":
        return _single(w, "pronoun", "Person" if w.lower in ("who", "whom") else "Thing")
    if w.lower in _PRONOMINAL and w.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "attr", "conj"):
        return _single(w, _PRONOMINAL[w.lower]["kind"], _of_what(w))
    return None


def _of_what(w: Word) -> str:
    """*one of the ships*, *some of its debt*: of the type of what it is of."""
    of = w.child("prep")
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    kind = kind_of(whole) if whole is not None and whole.tag in ("NN", "NNS") else "None"
    return _PRONOMINAL[w.lower]["type"] if kind in ("None", "Person", "Population") else kind


def _single(w: Word, kind: str, type: str) -> Mention:
    return Mention(w.start, w.end, w.start, kind, type, w.text)  # type: ignore[arg-type]


def _is_empty(w: Word) -> bool:
    """*It is clear that …*, *it rained*: a subject that stands for nothing."""
    verb = w.head
    if verb is None or w.dep not in ("nsubj", "nsubjpass", "expl"):
        return False
    judged = verb.tag in ("JJ", "JJR") and any(c.dep in _CLAUSAL and _is_that_or_to(c) for c in verb.children)
    if verb.lemma in _WEATHER or judged:
        return True  # *made it easier to leave*
    later = [c for c in verb.children if c.i > verb.i]
    if verb.lemma == "be" and any(c.ner == "TIME" and c.dep not in ("prep", "pobj") for c in later):
        return True  # *It was 5:30 pm.*
    if w.dep == "nsubjpass" and (told := verb.child("ccomp")) is not None and told.i > verb.i:
        return True  # *It is thought the man left.*
    if verb.lemma == "be" and any(
        c.dep == "attr" and (c.child("relcl") is not None or c.ner == "PERSON") for c in later
    ):
        return True  # *It was Reed who left.*
    if verb.lemma in _IMPERSONAL or w.dep == "nsubjpass":
        if (
            w.dep == "nsubjpass"
            and verb.lemma not in _SETTLE
            and (to := verb.child("xcomp")) is not None
            and to.i > verb.i
        ):
            return False  # *It is found to have failed*
        # *It surprised crews that he left*, a clause the parser hangs on the crews
        clauses = [*later, *(c for o in later if o.dep == "dobj" for c in o.all("acl", "relcl") if c.child("mark"))]
        if any(c.dep in _CLAUSAL | {"relcl"} and _is_that_or_to(c) for c in clauses):
            return True
        for c in later:
            if c.lower in _RAISING | {"enough"} and c.child("xcomp") is not None:
                return False  # *it is unlikely to pay*, *it was enough to pay*
            if c.dep in ("acomp", "attr") and any(g.dep in _CLAUSAL and _is_that_or_to(g) for g in c.children):
                return c.dep == "acomp" or c.lower in ("time", "shame", "pity")
    return False


def _is_that_or_to(clause: Word) -> bool:
    return any(
        c.lower in ("that", "to", "whether", "how", "until", "if", "like", "though") and c.i <= clause.i
        for c in clause.children
    )


def relative_clause(w: Word) -> Word | None:
    """The verb of the relative clause that a relative pronoun opens; None where the pronoun asks."""
    if w.tag not in _RELATIVE and not (w.tag == "IN" and w.lower == "that" and w.dep in _BEARING):
        return None  # of *a demand that he met* the tagger makes a conjunction
    above: Word | None = w
    for _ in range(6):
        if above is None:
            return None
        if above.dep == "relcl":
            return above if above.head is not None and above.head.i < w.i else None
        above = above.head
    return None
