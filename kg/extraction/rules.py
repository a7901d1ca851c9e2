"""The rules: each reads one construction around a word, all are listed once in `RULES`.

Verbal rules differ in where the subject comes from and are tried in order; the first that fires reads the verb.
Nominal rules are independent of one another and all are tried. Constructions after Del Corro & Gemulla 2013
(ClausIE), Gashteovski et al. 2017 (MinIE) and Angeli et al. 2015 (Stanford OpenIE).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kg import lexicon
from kg.extraction.clause import Clause, Filler, Part
from kg.extraction.frame import GIVING, arguments_of, frame, is_passive, prepositional
from kg.extraction.labels import AUXILIARY, NOMINAL, SUBJECT, VERBAL
from kg.extraction.phrases import (
    apart,
    conjuncts,
    filler,
    fillers,
    is_relative,
    listed,
    noun_words,
    taken_up,
    together,
    with_marks,
)
from kg.extraction.roles import TIMES, part
from kg.extraction.subjects import gap, object_gap, own_subject, relative_of, subjects_of
from kg.parsing import Word

_KINDS = lexicon.mapping("lexicon/nouns", "noun", "type")
_PLACES = frozenset({"GPE", "LOC"})
_AT = frozenset({"in", "near", "at", "on"})
_WITHIN = _AT | {"aboard", "inside", "outside"}
_CONCRETE = frozenset({"Person", "Population", "Organization", "Thing", "Work", "Place"})
# By whether they are many, and in the past.
_BE = {(False, False): "is", (True, False): "are", (False, True): "was", (True, True): "were"}
# Of these a clause without relative word tells how, why or when, not what.
_SETTINGS = TIMES | {"way", "reason", "day", "year"}
_CONTENT = lexicon.mapping("lexicon/content_nouns", "noun", "content")
_TRANSITIVE = lexicon.words("lexicon/verb_kinds", kind="object") | lexicon.words(
    "lexicon/reporting", "verb", finite="deny"
)
# Verbs of which an infinitive is what they refuse or try, and those whose object does what it says.
_LATE = lexicon.words("lexicon/control", "verb", control="late")
_ORDERING = lexicon.words("lexicon/control", "verb", control="object")
_MAKING = lexicon.words("lexicon/reporting", "verb", infinitive="do", finite="") | lexicon.words(
    "lexicon/control", "verb", control="sight"
)
_BARE = lexicon.words("lexicon/verb_kinds", kind="bare")
_IMPERSONAL = lexicon.words("lexicon/verb_kinds", kind="impersonal")
_FORMER = lexicon.words("lexicon/offices", kind="former")
_NOT_SURE = (lexicon.words("lexicon/determiners", kind="indefinite") - {"a", "an", "one", "several"}) | {"no"}
_FIXED = lexicon.words("lexicon/fixed_phrases")
_ACTS = lexicon.words("lexicon/event_nouns")
# Labels of appositions that name nothing.
_NO_NAME = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT"})
_NO_APPOSITION = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"})
# Forms of address say nobody's office.
_PERSONS = lexicon.words("lexicon/nouns", type="Person")
_TITLES = lexicon.words("lexicon/titles")
_ADDRESS = {
    r["title"]
    for r in lexicon.table("lexicon/titles")
    if r["noun"] == "doctor" or (r["gender"] and r["noun"] in ("", "lord"))
}


@dataclass(frozen=True, slots=True)
class Rule:
    """name: begins the ``derived_by`` of what it reads. construction: what it looks for. example: where it fires."""

    name: str
    read: Callable[[Word], Iterator[Clause]]
    construction: str
    example: str


def relative(verb: Word) -> Iterator[Clause]:
    """*the group that signed the truce* → group, sign, truce; *the truce which the group signed* likewise."""
    lacking = gap(verb) or object_gap(verb)
    noun = verb.head.head if lacking and verb.head is not None else relative_of(verb)
    own = own_subject(verb)
    bare = (verb.tag == "VB" and verb.dep in ("acl", "conj")) or (verb.tag == "VBN" and not verb.all("aux", "auxpass"))
    shared = own is None and shares_gap(verb)
    if noun is None or (
        own is None and ((bare and not shared) or not (lacking or verb.dep == "conj" or verb.child("aux")))
    ):
        return
    subjects = subjects_of(verb)
    if not subjects:
        return
    lacked = Filler(noun, apart(filler(noun), verb))
    objects: tuple[Filler, ...] = ()
    relatives = list(fronted(verb))
    if own is not None and not is_relative(own) and not any(c.tag == "WP$" for c in own.children):
        part_of = any(is_relative(w) for w in own.subtree() if w is not own)  # *one of whom*
        given, complement = verb.child("dobj"), verb.child("acomp", "attr", "ccomp", "xcomp")
        if (
            complement is not None
            and complement.dep == "xcomp"
            and verb.lemma == "take"
            and complement.child("dobj", "prt")
        ):
            complement = None  # *the steps they took to save it*
        # *the claim that rebels fled*, *the claim (that) it was sold*
        marked = verb.child("mark") is not None and verb.lemma not in _TRANSITIVE
        may = _CONTENT.get(noun.lemma) == "may" and verb.child("aux") is not None  # *the chance it could sink*
        whole = verb.lemma not in GIVING if is_passive(verb) else marked or may or verb.lemma in _BARE
        says = whole and noun.lemma in _CONTENT
        stranded = any(c.dep == "prep" and not c.children for c in relatives)  # *which they can do without*
        open_ = given is None and complement is None and noun.lemma not in _SETTINGS and not says
        if (open_ and not relatives and not part_of) or (given is not None and is_relative(given) and not stranded):
            objects = (lacked,)  # *the truce (which) the group signed*
    elif shared:
        objects = (lacked,)  # *the boat which he built and sold to Norland*
    late = verb.lemma in _LATE and verb.child("xcomp") is not None  # *the aunt with whom she planned to stay*
    extra = tuple(part((c,), lacked) for c in relatives if c.dep == "prep" and not late)
    yield frame(verb, subjects, "relative", objects=objects, extra=extra)


def shares_gap(verb: Word) -> bool:
    """Whether a conjunct in a relative clause has the object of the first, which the noun before is."""
    first = verb.head
    taken = first.child("dobj") if first is not None and verb.dep == "conj" and first.dep == "relcl" else None
    return (
        taken is not None and is_relative(taken) and verb.lemma in _TRANSITIVE | GIVING and verb.child("dobj") is None
    )


def fronted(verb: Word) -> Iterator[Word]:
    """What takes up the noun: *(the town) from which it plotted*, *(the bank) they relied on*, *(the town) where …*."""
    own = own_subject(verb)
    lacking = verb.dep == "relcl" and own is not None and not is_relative(own)
    for c in verb.children:
        stranded = not c.children and c.i > verb.i and lacking
        if (c.dep == "prep" and (stranded or any(is_relative(o) for o in c.children))) or c.tag == "WRB":
            yield c


def finite(verb: Word) -> Iterator[Clause]:
    """*The council closed the bridge* → council, close, bridge."""
    own = own_subject(verb)
    if own is None or (verb.dep == "parataxis" and aside(verb, own)):
        return
    told = taken_up(verb)
    if is_relative(own) and own.lower != "what" and verb.head is not None and verb.dep != "ROOT" and told is None:
        return
    yield linked(verb, subjects_of(verb), "clause")


def aside(verb: Word, subject: Word) -> bool:
    """*The mayor, it seems, knew*: words that tell nothing by themselves."""
    alone = all(c.dep in ("prt", "punct") for c in verb.children if c is not subject)
    return subject.lower == "it" and verb.lemma in _IMPERSONAL and alone


def existential(verb: Word) -> Iterator[Clause]:
    """*There is no sign of an end* → there, be, no sign."""
    there = verb.child("expl")
    if there is None or own_subject(verb) is not None:
        return
    yield linked(verb, (Filler(there, (there,)),), "existential")


def shared(verb: Word) -> Iterator[Clause]:
    """*They packed and left for Leeds* → they, leave for, Leeds."""
    if verb.dep != "conj" or own_subject(verb) is not None or verb.head is None or verb.head.pos not in VERBAL:
        return
    subjects = subjects_of(verb)
    if subjects:
        clause = linked(verb, subjects, "shared")
        yield replace(clause, arguments=(*clause.arguments, *opening(verb)))


def opening(verb: Word) -> Iterator[Part]:
    """When a conjunct happens as the first of its verbs does: *In May they packed and left*."""
    first = verb
    while first.dep == "conj" and first.head is not None:
        first = first.head
    own = own_subject(first)
    parts = arguments_of(first) if own is not None and own.dep != "expl" else ()
    for p in parts:
        at = p.marker[0] if p.marker else p.filler.words[0]
        if p.role == "time" and own is not None and at.i < own.i and not p.filler.clause:
            yield p


def reduced(verb: Word) -> Iterator[Clause]:
    """*the offensive backed by Russia* → offensive, backed by, Russia; *a pact calling for calm*."""
    if verb.dep != "acl" or verb.head is None or verb.tag not in ("VBN", "VBG", "VBD"):
        return
    yield frame(verb, subjects_of(verb), "reduced")


def controlled(verb: Word) -> Iterator[Clause]:
    """*The envoy agreed to step up work* → envoy, agreed to step up, work; *urged Iran to stop the attack*."""
    if own_subject(verb) is not None:
        return
    if verb.dep not in ("xcomp", "ccomp") and not (verb.dep == "acl" and verb.tag == "VB"):
        return
    subjects = subjects_of(verb)
    governor = verb.head
    finite = any(c.tag in ("MD", "VBD", "VBZ", "VBP") for c in verb.all("aux"))
    if not subjects or governor is None or governor.lower == "order" or finite:
        return
    if governor.head is not None and governor.head.lemma == "cost":
        return  # *cost $5 million to build*
    if verb.dep == "acl" and governor.dep not in ("dobj", "attr", "oprd"):
        # *the plan to add a line*, wherever it stands, is a plan to add; not *made it a duty to*, *without cash to*
        it, over = own_subject(governor), governor.head.lower if governor.head is not None else ""
        if governor.lemma == "way":
            yield frame(verb, subjects, "control")  # *worked on ways to reduce it*
        elif (it is None or it.lower != "it") and (over != "without" or governor.lemma in _CONTENT):
            yield frame(verb, (filler(governor),), "control")
        elif it is None or governor.child("poss") is not None:
            yield frame(verb, subjects, "control")
        return
    noun = lacked_below(verb)
    objects = (Filler(noun, apart(filler(noun), verb)),) if noun is not None else ()
    if governor.pos not in VERBAL:
        taken = verb.child("dobj", "ccomp", "xcomp", "auxpass", "prep") or governor.lemma in _CONTENT.keys() | _SETTINGS
        if governor.dep == "dobj" and verb.lemma in _TRANSITIVE | GIVING and not taken:
            objects = (Filler(governor, apart(filler(governor), verb)),)  # *has boats to repair*
        governor = next((a for a in governor.ancestors() if a.pos in VERBAL), governor)
    yield frame(verb, subjects, "control", governor=governor, link="chain", objects=objects)


def lacked_below(verb: Word) -> Word | None:
    """The noun that an infinitive in the relative clause behind it lacks: *a treaty which they refused to sign*."""
    at, given = verb, verb.child("dobj")
    while at.dep == "xcomp" and at.head is not None:
        at = at.head
    own, noun = own_subject(at), at.head if verb.tag == "VB" and at is not verb and at.dep == "relcl" else None
    if noun is None or own is None or is_relative(own) or noun.lemma in _SETTINGS or any(fronted(at)):
        return None  # *the town in which they planned to meet*
    full = verb.child("ccomp", "xcomp", "acomp", "attr", "auxpass", "conj") or any(
        not p.children for p in verb.all("prep")
    )
    willing = at.lemma in _LATE or at.lemma == "have" or (given is not None and at.lemma not in _ORDERING)
    return noun if willing and not full and (given is None or is_relative(given)) else None


def purpose(verb: Word) -> Iterator[Clause]:
    """*They met to end the war* → they, met to end, war; *in order to end it* likewise."""
    if verb.tag != "VB" or own_subject(verb) is not None or not any(c.lower == "to" for c in verb.all("aux")):
        return
    governor = verb.head
    lead: tuple[Word, ...] = ()
    if governor is not None and governor.lower == "order" and governor.head is not None:
        lead = (governor.head, governor)
        governor = governor.head.head
    elif verb.dep != "advcl":
        return
    if governor is not None and governor.pos in VERBAL and (subjects := subjects_of(governor if lead else verb)):
        yield frame(verb, subjects, "purpose", governor=governor, link="purpose", lead=lead)


def adjunct(verb: Word) -> Iterator[Clause]:
    """*It fell, sparking a rally* → it, sparking, rally; *by buying stakes* → buying, stakes."""
    if own_subject(verb) is not None or verb.dep not in ("advcl", "pcomp", "conj"):
        return
    if verb.words[verb.i - 1].text == "(" and verb.tag in ("VB", "VBP"):
        return  # *(see the map)*
    above = verb.head and verb.head.head
    if verb.dep == "pcomp" and not verb.children and above is not None and above.pos in NOMINAL:
        # *an increase in fighting*: a gerund by itself is a noun.
        return
    first = verb.subtree()[0]
    if verb.tag == "VBN" and first.lower in ("as", "than") and not first.children:
        return  # *as expected*, *faster than (had been) expected*
    subjects = subjects_of(verb)
    if subjects:
        yield frame(verb, subjects, "adjunct")


def linked(verb: Word, subjects: tuple[Filler, ...], rule: str) -> Clause:
    """The frame with its link to what governs the clause."""
    head, dep = verb.head, verb.dep
    own = own_subject(verb)
    to = any(c.lower == "to" for c in verb.all("aux"))
    bare = verb.tag == "VB" and dep == "ccomp" and head is not None and head.lemma in _MAKING  # *made him pay the fine*
    if own is not None and head is not None and (to or (bare and verb.child("mark", "aux", "auxpass") is None)):
        lead = tuple(c for c in verb.all("mark") if c.i < own.i) + subjects[0].words
        if dep in ("ccomp", "xcomp", "advcl") and head.pos in VERBAL:
            return frame(verb, subjects, rule, governor=head, link="chain", lead=lead)
        if dep == "pcomp" and head.head is not None:
            return frame(verb, subjects, rule, governor=head.head, link="chain", lead=(head, *lead))
    if head is not None and dep == "ccomp":
        return frame(verb, subjects, rule, governor=head, link="content")
    # A conjunct is linked as the first of them: *agreed to stop and to leave*.
    over = head.head if head is not None and own is None else None
    if head is None or over is None:
        return frame(verb, subjects, rule)
    infinitives = head.tag == verb.tag == "VB"
    if head.dep == "acl" and infinitives and over.dep in ("dobj", "attr"):
        return frame(verb, subjects, rule, governor=over.head, link="chain")
    if head.dep == "xcomp" or (head.dep == "advcl" and infinitives and over.pos in VERBAL):
        return frame(verb, subjects, rule, governor=over, link="chain" if head.dep == "xcomp" else "purpose")
    return frame(verb, subjects, rule)


def apposition(noun: Word) -> Iterator[Clause]:
    """*Nora Quill, head of the port,* → Nora Quill, be, head of the port."""
    for c in noun.children:
        if c.dep != "appos" or c.pos not in ("NOUN", "PROPN") or c.ner in _NO_NAME or c.child("neg"):
            continue
        born = dated(noun) if _KINDS.get(c.lemma.lower()) == "Person" else None
        if born is not None:
            yield Clause("apposition", c, "nominal", (), "be", fillers(born), (filler(c),), verb="is")
        if born is not None or not equated(noun, c):
            continue
        apart = c.words[c.subtree()[0].i - 1].text == ","  # not *from the group Orvex*
        # *Head of the Port Council, Nora Quill*
        titled = apart and (noun.ner != "PERSON" or officer(noun)) and c.pos == "PROPN"
        titled = titled and noun.lemma.lower() in _PERSONS
        first = (noun.pos == "PROPN" and not titled) or c.pos != "PROPN"
        name, role = (noun, c) if first else (c, bearer(noun) if apart else noun)
        if name is noun:
            name = renamed(noun, role)
        roles = tuple(f for f in fillers(role) if name is noun or f.head is role or f.head.i < name.i)
        many = role.tag in ("NNS", "NNPS")
        several = many and name.dep != "conj" and len(conjuncts(name)) > 1
        if many and not several and name.tag == "NNP" and name.ner not in ("ORG", "NORP"):
            continue  # *German immigrants Otto and Ida Lind*; one name of a list is no *two stations*
        plural = several or (many and name.tag in ("NNS", "NNPS"))
        subject = Filler(name, together(name)) if several else filler(name)
        parts = tuple(prepositional(role, noun=True))
        verb = "are" if plural else "is"
        yield Clause("apposition", role, "nominal", (), "be", (subject,), roles, None, parts, verb=verb)


def dated(noun: Word) -> Word | None:
    """Of whom a person's name is told behind a date: *Ana was born on May 3, the daughter of a baker*."""
    verb = next((a for a in noun.ancestors() if a.pos in VERBAL), None) if noun.ner == "DATE" else None
    return own_subject(verb) if verb is not None and verb.i < noun.i else None


def bearer(noun: Word) -> Word:
    """Who bears a name: of *her rival for the post, Tom Reed,* the rival."""
    above = noun.head.head if noun.dep == "pobj" and noun.head is not None else None
    if above is not None and above.pos in VERBAL:
        above = above.child("dobj")
    person = above is not None and _KINDS.get(above.lemma.lower()) == "Person" and above.pos == "NOUN"
    return above if above is not None and person and _KINDS.get(noun.lemma.lower()) != "Person" else noun


def equated(noun: Word, other: Word) -> bool:
    """Whether two nouns set side by side are one thing; not *Hidalgo, Texas*, *Quill (D-Nerva)*."""
    first = other.subtree()[0]
    if first.lower in ("not", "in") or listed(noun, other) or (noun.ner in _NO_APPOSITION and noun.dep not in SUBJECT):
        return False  # *the ports, in particular Tarn*; *rose to 5 percent, the third rise*
    event = other.lemma in _ACTS or _KINDS.get(other.lemma) == "Event"
    person = noun.ner == "PERSON" or (noun.pos == "PROPN" and first.lower in ("a", "an"))
    if (event and person) or noun.lemma in TIMES:
        return False  # *sold it to Norland, a move that hurt*
    if noun.head is not None and noun.i < noun.head.i < other.i and noun.head.pos in VERBAL:
        return False  # *The scarf came in two colors: Deep Red and Sky Blue*
    if other.pos == "PROPN" and (other.ner in _PLACES or (noun.dep == "pobj" and other.ner != "PERSON")):
        return noun.pos != "PROPN"
    before = other.words[first.i - 1].text
    bracket = first.text in "([" or before in "(["
    if before in ("and", "not"):
        return False  # *Shure (microphones) and Orvex*
    if bracket and (other.pos == "NOUN" or other.text.islower()) and other.child("det", "poss") is None:
        return False  # *Ana Quill (vocals)*
    if bracket and other.text.isupper() and all(w.text[0] != other.text[0] for w in noun.subtree() if w.i < first.i):
        return False  # *the Norland mission in Tarn (NMT)*
    if first.pos == "ADV" or first.text[0] == "@" or first.text in ("R", "D"):
        return False
    counted = noun.child("nummod") is not None and other.child("nummod") is not None
    if counted and noun.tag == other.tag == "NNS":
        return False  # *two pilots, four guards and a cook*
    numbers = noun.tag, other.tag
    if numbers == ("NN", "NNS") or (numbers == ("NN", "NN") and other.child("det", "poss") is None):
        return False  # *the gauge, barometer and thermometer*
    if numbers == ("NNS", "NN") and first.lower not in ("a", "an"):
        return False  # *natural forces: rain, the melting of snow*
    owner = other.child("poss")
    if noun.ner == "PERSON" and owner is not None and owner.lower in ("his", "her"):
        return _KINDS.get(other.lemma.lower(), "Person") == "Person"  # *a pass to Otto Lind, his first win*
    if noun.ner == other.ner == "PERSON" and not officer(noun):
        return False  # *Sam Grave (Otto Lind)*: who plays whom
    of = noun.child("prep") if noun.lower == "one" else None
    noun = (of.child("pobj") if of is not None else None) or noun  # *one of the nurses, Ana Quill*
    unnamed = "Person" if noun.child("det", "poss") is not None else None
    return other.ner != "PERSON" or noun.pos == "PROPN" or _KINDS.get(noun.lemma.lower(), unnamed) == "Person"


def officer(noun: Word) -> bool:
    """Whether what the model takes for a name is an office: *the Treasurer, Ana Quill*."""
    return noun.child("det") is not None and noun.lemma.lower() in _PERSONS


def renamed(noun: Word, role: Word) -> Word:
    """What an apposition renames: the noun, or the last one below it where only that is of its kind."""
    kind = _KINDS.get(role.lemma.lower())
    before = [w for w in noun.subtree() if w.i < role.subtree()[0].i and w.pos not in ("PUNCT", "DET")]
    last = before[-1] if before else noun
    if kind is None or last is noun or last.pos not in ("PROPN", "NOUN") or last.dep != "pobj":
        return noun
    if kind == "Person" and last.ner == "PERSON" and _KINDS.get(noun.lemma.lower()) not in ("Person", "Population"):
        return last if noun.pos == "NOUN" else noun  # *the appointment of Ana Quill, a teacher,*
    person = noun.ner == "PERSON" or _KINDS.get(noun.lemma.lower()) == "Person"
    return last if person and kind != "Person" else noun


def age(noun: Word) -> Iterator[Clause]:
    """*Nora Quill, 52, resigned* → Nora Quill, be, 52."""
    for c in noun.children:
        score = len(c.text) == 1 and c.words[c.i - 1].text == "("  # *goals from Quill (2)*
        bare = c.text.isdecimal() and len(c.text) < 4 and not score and all(w.dep == "punct" for w in c.children)
        if c.dep == "appos" and c.tag == "CD" and noun.pos == "PROPN" and bare and c.i > noun.i + 1:
            yield Clause("age", c, "nominal", (), "be aged", (filler(noun),), (filler(c),), verb="is")


def title(noun: Word) -> Iterator[Clause]:
    """*harbour master Nora Quill* → Nora Quill, be, harbour master."""
    if noun.pos != "PROPN":
        return
    before = [c for c in noun.children if c.dep in ("compound", "amod", "nmod", "det") and c.i < noun.i]
    role = [c for c in before if c.ner != "PERSON" and c.dep != "det"]
    if noun.ner != "PERSON":
        # A name the model does not know is one by the noun before it: *envoy Staffan de Mistura*.
        while role and role[-1].pos == "PROPN":
            role.pop()
        if not role or role[-1].lemma not in _PERSONS or noun.lemma.lower() in _KINDS:
            return
    if not role or role[-1].pos not in ("NOUN", "PROPN") or role[-1].text in _ADDRESS:
        return
    if role[-1].pos == "PROPN" and role[-1].text not in _TITLES and role[-1].lemma.lower() not in _PERSONS:
        return  # *Kensico and Hillview Reservoirs*
    if any(c.ner == "PERSON" and c.i < role[-1].i for c in before):
        return
    # *Senior Sergeant Quill*
    role += [c for c in before if c.i == role[-1].i + 1 and c.dep == "compound" and c.lemma.lower() in _PERSONS]
    words = tuple(w for c in role for w in c.subtree())
    if any(w.tag in ("VBZ", "VBP", "VBD", "MD") for w in words):
        return
    name = (*(w for c in before if c not in role and c.dep != "det" for w in c.subtree()), noun)
    yield Clause(
        "title",
        role[-1],
        "nominal",
        (),
        "be",
        (Filler(noun, tuple(with_marks([*name]))),),
        (Filler(role[-1], words),),
        verb="is",
    )


def possessive(noun: Word) -> Iterator[Clause]:
    """*Norland's fishing boats* → Norland, have, fishing boats."""
    poss = noun.child("poss")
    if poss is None or poss.pos not in ("NOUN", "PROPN") or noun.tag == "VBG" or noun.dep in ("appos", "attr"):
        return
    words = tuple(w for w in noun_words(noun) if w.i > poss.i and w.dep != "case")
    former = any(c.lower in _FORMER for c in noun.all("amod"))
    if noun not in words or len(words) == 1 or former or _KINDS.get(noun.lemma.lower()) == "Event":
        return  # *Norland's home*: no more than that it has one
    first = words[0]
    if first.ner and first.ner == poss.ner and not first.ner_start:
        return  # *Quill's Creek wine*: a name holds the mark
    if poss.ner in ("DATE", "TIME") or noun.ner == "PERSON":
        return  # *last week's final round*; of *the council's Ana Quill* it is no owner
    owners = fillers(poss)
    form = "have" if len(owners) > 1 or poss.tag in ("NNS", "NNPS") else "has"
    yield Clause("possessive", noun, "nominal", (), "have", owners, (Filler(noun, words),), verb=form)


def located(noun: Word) -> Iterator[Clause]:
    """*The mill in Leeds burned down* → the mill, be in, Leeds; not *wants a mill in Leeds*, *the vote in Leeds*.

    Of a subject that is a person or thing so is any place or body, and whom or what *from* names: *the planes on the
    deck were lost*, *a letter from two nurses told of it*.
    """
    prep = next((c for c in noun.all("prep") if c.i == noun.i + 1), None)
    place = prep.child("pobj") if prep is not None else None
    lemma = noun.lemma.lower()
    if (
        prep is None
        or place is None
        or noun.ner in _NO_NAME | {"GPE"}
        or _KINDS.get(lemma) == "Event"
        or lemma in _ACTS
    ):
        return
    if any(c.lower in _NOT_SURE for c in noun.children) or (prep.lower == "on" and place.ner == "GPE"):
        return
    if f"{prep.lower} {place.lower}" in _FIXED or lemma in TIMES:
        return  # *four crews in total*, *at the same time in Tarn*
    known = (
        noun.dep in SUBJECT or noun.pos == "PROPN" or any(c.lower == "the" or c.dep == "poss" for c in noun.children)
    )
    named = known and prep.lower in _AT and place.ner in _PLACES and noun.dep != "dobj"
    if named or settled(noun, prep, place):
        past = not named and noun.head is not None and noun.head.tensed("VBD")
        be = _BE[noun.tag in ("NNS", "NNPS"), past]
        told = (filler(noun),), (filler(place),)
        if prep in told[0][0].words:
            return  # *the ones in front of them*
        yield Clause("located", prep, "nominal", (prep,), f"be {prep.lower}", *told, verb=be)


def settled(noun: Word, prep: Word, place: Word) -> bool:
    """Whether what is said of a subject tells where or from whom it is."""
    kind, where = _KINDS.get(noun.lemma.lower()), _KINDS.get(place.lemma.lower())
    if noun.dep not in SUBJECT or noun.pos != "NOUN" or place.pos not in ("NOUN", "PROPN") or place.ner in _NO_NAME:
        return False
    if noun.tag == "NNS" and not place.ner and noun.subtree()[0].i == noun.i and not place.child("det", "poss"):
        return False  # *Farmers in full-time work earn more*: of some only
    if prep.lower == "from":
        return kind in ("Person", "Work")
    if kind == "Thing" and (place.ner == "ORG" or where == "Organization"):
        return False  # *shares in the bank*
    return prep.lower in _WITHIN and (kind in _CONCRETE or where == "Place") and noun.lemma.lower() not in _CONTENT


def verbless(state: Word) -> Iterator[Clause]:
    """*Campaigners furious over road*: of a headline without verb what the subject is said to be."""
    subject = own_subject(state) if state.dep == "ROOT" and state.pos == "ADJ" else None
    if subject is not None:
        be = _BE[subject.tag in ("NNS", "NNPS", "CD"), False]
        told = fillers(subject), (filler(state),)
        yield Clause("verbless", state, "nominal", (), "be", *told, None, tuple(arguments_of(state)), verb=be)


def included(noun: Word) -> Iterator[Clause]:
    """*40 passengers, including two nurses, were hurt* → 40 passengers, include, two nurses."""
    prep = next((c for c in noun.all("prep") if c.lower == "including"), None)
    one = prep.child("pobj") if prep is not None else None
    if prep is not None and one is not None and noun.dep in (*SUBJECT, "dobj", "pobj"):
        yield Clause("included", prep, "nominal", (prep,), "include", (filler(noun),), fillers(one))


VERBAL_RULES = (
    Rule("relative", relative, "full relative clause", "The group that signed the truce left."),
    Rule("clause", finite, "clause with a subject of its own", "The council closed the bridge."),
    Rule("existential", existential, "there is", "There is no sign of an end."),
    Rule("purpose", purpose, "infinitive of purpose", "They met to end the war."),
    Rule("control", controlled, "infinitive or participle with a governing verb", "The envoy agreed to step up work."),
    Rule("shared", shared, "verb that shares its subject", "They packed and left for Leeds."),
    Rule("reduced", reduced, "reduced relative clause", "The offensive backed by Norland stalled."),
    Rule("adjunct", adjunct, "participial adjunct, gerund after a preposition", "It fell, sparking a rally."),
)
NOMINAL_RULES = (
    Rule("apposition", apposition, "apposition", "Nora Quill, head of the port, resigned."),
    Rule("title", title, "title before a name", "Harbour master Nora Quill resigned."),
    Rule("age", age, "age after a name", "Nora Quill, 52, resigned."),
    Rule("possessive", possessive, "possessor", "Norland's fishing boats left."),
    Rule("located", located, "noun with its place", "The mill in Leeds burned down."),
    Rule("verbless", verbless, "headline without verb", "Miners furious over road\n\nThe council met on Monday."),
    Rule("included", included, "some of those named", "Forty passengers, including two nurses, were hurt."),
)
RULES = VERBAL_RULES + NOMINAL_RULES


def clauses(words: list[Word]) -> Iterator[Clause]:
    """The clauses of a sentence in order of their predicates."""
    for w in words:
        if w.pos in VERBAL:
            if w.dep in AUXILIARY or w.dep in ("amod", "compound", "case") or (w.tag == "MD" and w.dep == "relcl"):
                continue
            for rule in VERBAL_RULES:
                found = list(rule.read(w))
                if found:
                    yield from found
                    break
        elif (
            w.pos in ("NOUN", "PROPN")
            or (w.pos == "ADJ" and w.dep == "ROOT")
            or (w.lower == "one" and w.child("appos"))
        ):
            for rule in NOMINAL_RULES:
                yield from rule.read(w)
