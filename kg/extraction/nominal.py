"""Acts told by a noun or a compound participle, for the records: *attacks by Nusra on Latakia*, *Russian-backed*.

Which place of the verb a phrase beside the noun fills stands in ontology/lexicon/event_nouns.tsv, after NomBank
(Meyers et al. 2004).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.extraction.clause import Clause, Filler, Part
from kg.extraction.frame import frame, is_passive, lemma_of, prepositional
from kg.extraction.labels import AMOUNTS, CLAUSAL, NOMINAL, SUBJECT
from kg.extraction.phrases import clause_words, fillers, noun_words
from kg.extraction.rules import Rule
from kg.extraction.subjects import clause_subject, subjects_of
from kg.mentions import demonym
from kg.parsing import TENSED, Word

_BEFORE = frozenset({"compound", "npadvmod", "amod", "nmod", "advmod"})
_ACTS = {r["noun"]: r for r in lexicon.table("lexicon/event_nouns")}
_KINDS = lexicon.mapping("lexicon/nouns", "noun", "type")
_THINGS = frozenset({"Thing", "Event", "Work", "None"})
_LIGHT = lexicon.words("lexicon/light_verbs")
# Of these what is done is an act, and whoever does them does it.
_CONDUCTING = lexicon.words("lexicon/verb_kinds", kind="conduct")
_BODIES = lexicon.words("lexicon/nouns", role="collective")
_PERSONS = lexicon.words("lexicon/nouns", "noun", type="Person") | _BODIES
_ITSELF = lexicon.words("lexicon/pronouns", form="reflexive")
_MARKED = lexicon.mapping("lexicon/participles", "participle", "marker")


def act(noun: Word) -> Iterator[Clause]:
    """*attacks by Nusra on Latakia* → Nusra, attack, Latakia; *the closing of the border* → someone, close, border;
    *a study of schools carried out by Norland* → Norland, study, schools.
    """
    row = _ACTS.get(noun.lemma.lower())
    if row is None or noun.tag not in ("NN", "NNS", "VBZ") or noun.dep in ("compound", "amod", "npadvmod"):
        return
    subjects: list[Filler] = []
    objects: list[Filler] = []
    rest: list[Part] = []
    placed = [(p, place(p, row, noun)) for p in prepositional(noun, noun=True) if p.filler.words]
    asked = next((p for p, _ in placed if p.marker[0].lower == "of" and p.filler.head.ner in AMOUNTS), None)
    if asked is not None and any(p.marker[0].lower == "for" and where == "object" for p, where in placed):
        objects.append(asked.filler)  # *a request of $17 million for the agency*
        placed = [(p, "other") for p, _ in placed if p is not asked]
    # not *sales of $5 billion*, *an offer of 4 percent*
    placed = [(p, where) for p, where in placed if where == "other" or p.filler.head.ner not in AMOUNTS]
    for p, where in placed:
        if where == "other":
            rest.append(replace(p, noun=None))
        else:
            filled = subjects if where == "subject" else objects
            filled += [p.filler] if p.filler.head.lemma != noun.lemma else []  # *sales of cars and bread sales*
        if p.marker[0].lower == "by":
            # *raids by the militia on the port*: the parser hangs the second phrase on the first.
            objects += [q.filler for q in prepositional(p.filler.head) if q.marker[0].lower in row["object"].split()]
        elif where == "object":
            # *the arrest of the mayor by police*
            subjects += [q.filler for q in prepositional(p.filler.head) if q.marker[0].lower == "by" and does(q)]
    for owner in owners(noun):
        own = objects if owner.dep == "poss" and row["owner"] == "object" and not objects else subjects
        own += (f for f in fillers(owner) if f.head is owner or acts(f.head)) if not own else ()
    rest += [
        Part((), Filler(c, clause_words(c), clause=True), "content")
        for c in noun.children
        if c.dep == "acl" and c.tag == "VB"
    ]
    verb = row["verb"]
    both = [p for p in rest if p.marker and p.marker[0].lower == "between"]
    if not subjects and not objects and len(both) > 1:  # *talks between Norland and Tarn*
        verb, subjects, objects = f"{verb} with", [both[0].filler], [p.filler for p in both[1:]]
        rest = [p for p in rest if p not in both]
    done = [c for c in noun.all("acl") if is_passive(c) and lemma_of(c) in _CONDUCTING and not subjects]
    subjects += [p.filler for c in done for p in prepositional(c) if p.marker[0].dep == "agent"]
    if not subjects and noun.dep == "dobj" and noun.head is not None and not is_passive(noun.head):
        after = (p for p in prepositional(noun.head) if p.marker[0].i == noun.subtree()[-1].i + 1)
        subjects += [p.filler for p in after if p.marker[0].lower == "by" and does(p)]  # *backed its sale by Orvex*
    if not subjects and (objects or rest):
        subjects += lent(noun, rest)
    bare = not (placed or objects or rest) and noun.child("poss") is None
    if bare and subjects and subjects[0].head.i != noun.i - 1:
        return  # *Army job cuts*
    if subjects or (row["of"] != "actor" and any(p.marker[0].lower == "of" for p, _ in placed)):
        yield Clause("act", noun, "nominal", (noun,), verb, tuple(subjects), tuple(objects), None, tuple(rest))


def does(p: Part) -> bool:
    """Whether a phrase with *by* names somebody."""
    noun = p.filler.head
    return (bool(noun.ner) and noun.ner not in AMOUNTS | {"DATE", "TIME", "CARDINAL"}) or noun.lemma.lower() in _PERSONS


def place(p: Part, row: dict[str, str], noun: Word) -> str:
    """The place of the verb that a phrase beside its noun fills: subject, object or another."""
    marker = " ".join(w.lower for w in p.marker)
    if p.filler.clause and row["of"] in ("subject", "actor"):
        return "other"  # *her offer of holding talks*
    if marker == "of" and noun.dep == "pobj" and noun.head is not None and noun.head.lower == "under":
        return "subject"  # *under the control of rebels*
    if marker == "of":
        where = "object" if "of" in row["object"].split() else row["of"]
        somebody = "subject" if is_actor(p.filler.head) else "other"  # not *its campaign of raids*
        return somebody if where == "actor" else where
    if marker in row["object"].split():
        return "object"
    by = (marker == "by" and p.filler.head.lower not in _ITSELF) or (
        marker == "from" and noun.child("poss") is None and is_actor(p.filler.head)
    )
    return "subject" if by and p.role != "time" else "other"


def is_actor(noun: Word) -> bool:
    """Whether a noun names who may act: *calls from the league*, not *results from the vote*."""
    kind = _KINDS.get(noun.lemma.lower()) or ("Person" if noun.ner else "None")
    return noun.ner not in ("DATE", "TIME") and (noun.pos in ("PROPN", "PRON") or kind not in _THINGS)


def lent(noun: Word, parts: list[Part]) -> tuple[Filler, ...]:
    """Who acts by what the noun hangs on: *launch an attack on*, *in an interview with*."""
    lender = noun.head
    if lender is None:
        return ()
    if noun.dep == "dobj" and lender.lemma in _LIGHT:
        return subjects_of(lender)
    if noun.dep == "pobj" and lender.lower == "in" and any(p.marker[0].lower == "with" for p in parts if p.marker):
        return clause_subject(lender, 0)
    return ()


def owners(noun: Word) -> Iterator[Word]:
    """Who stands before the noun as its owner or its actor: *her*, *the mayor’s*, *Norlandish*, *government*."""
    for c in noun.children:
        if c.i > noun.i:
            return
        if (c.dep == "poss" and c.tag != "WP$" and c.ner != "DATE") or (
            c.dep in ("compound", "amod", "nmod") and acts(c)
        ):
            yield c


def acts(word: Word) -> bool:
    """Whether a word before a noun or participle names who acts. Of a country the adjective does (*Norlandish raids*),
    its name where it has none (*U.S. raids*); a town's name tells where."""
    return (
        word.ner in ("ORG", "NORP", "PERSON")
        or word.lemma.lower() in _BODIES
        or demonym(word.text) is not None
        or (word.ner == "GPE" and word.text.replace(".", "").isupper())
    )


def compound(participle: Word) -> Iterator[Clause]:
    """*the opposition-held town* → opposition, hold, town; *the Leeds-linked firm* → firm, be linked to, Leeds."""
    noun = participle.head
    if participle.tag != "VBN" or participle.dep != "amod" or noun is None or noun.pos not in NOMINAL:
        return
    hyphen = any(c.tag == "HYPH" or c.text in "-–" for c in participle.children)
    before = [c for c in participle.children if c.dep in _BEFORE and c.i < participle.i]
    if not hyphen or not before:
        return
    first, words = before[-1], noun_words(noun)
    first_filler = Filler(first, tuple(w for c in before for w in noun_words(c)))
    marker = _MARKED.get(participle.lower)
    if marker is not None and first.ner:
        lemma = f"be {participle.lower} {marker}"
        yield Clause("compound", participle, "nominal", (participle,), lemma, (Filler(noun, words),), (first_filler,))
    elif marker is None and acts(first):
        yield Clause(
            "compound", participle, "nominal", (participle,), participle.lemma, (first_filler,), (Filler(noun, words),)
        )


def unread(verb: Word) -> Iterator[Clause]:
    """A verb of whose subject the sentence says nothing: *Dropping into towns is a sign*, *Give me a break*.

    A finite one has a subject that the parse does not show, unless it opens the sentence: *Can't leave*, *Don't go*.
    """
    if verb.pos != "VERB" or (verb.dep not in CLAUSAL and verb.dep not in ("ROOT", "conj")):
        return
    first = verb.subtree()[0]
    opens = verb.head is None and (first is verb or first.dep in ("aux", "auxpass", "advmod", "punct"))
    finite = any(w.tag in TENSED and w.lower != "do" for w in (verb, *verb.all("aux", "auxpass")))
    if finite and not opens and verb.child(*SUBJECT) is None:  # *asked who closed it*
        return
    beside_adjective = verb.dep == "conj" and verb.head is not None and verb.head.pos == "ADJ"
    than = verb.tag == "VBN" and any(c.lower == "than" for c in verb.children)  # *rose faster than expected in May*
    # *Let’s assume*, *short, self-absorbed*, *(see the map)*
    lets = verb.lower in ("let", "according") or beside_adjective or than or verb.words[verb.i - 1].text == "("
    if not lets:
        clause = frame(verb, (), "open")
        if clause.objects or clause.arguments:
            yield clause


ACT_RULES = (
    Rule("act", act, "act told by a noun", "The raids by Norland on the port went on."),
    Rule("compound", compound, "compound participle", "The Norland-backed militia left."),
    Rule("open", unread, "verb whose subject nothing names", "Wearing a helmet is compulsory."),
)


def acts_of(words: list[Word]) -> Iterator[Clause]:
    """The acts of a sentence that no verb of its own tells."""
    for w in words:
        if w.pos == "VERB":
            yield from compound(w)
        if w.pos == "NOUN" or (w.tag == "VBZ" and w.dep in ("nsubj", "dobj", "pobj")):
            yield from act(w)
