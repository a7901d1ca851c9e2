"""Whom third-person pronouns mean: what agrees and is not barred is ranked by weights learned from marked articles.

A mention-ranking model (Denis & Baldridge 2008; Durrett & Klein 2013): each mention before a pronoun scores the sum of
the weights of what is true of it; the shares of the exponentials are chances, and *none*, too, has one. What is not
safe stays open. ``python -m benchmarks.antecedents`` writes the weights, ontology/lexicon/antecedents.tsv.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import exp

from kg import lexicon
from kg.identity.nodes import GROUPS, Cluster, Clusters, Node, agree, body_of
from kg.identity.pronouns import heard_by
from kg.mentions import kind_of
from kg.parsing import Word
from kg.values import ACTOR_TYPES

_SAY = lexicon.words("lexicon/say")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SPEAKING = lexicon.words("lexicon/pronouns", person="1") | lexicon.words("lexicon/pronouns", person="2")
THIRD = lexicon.words("lexicon/pronouns", person="3")
_REFLEXIVE = lexicon.words("lexicon/pronouns", form="reflexive")
_SINGULAR = lexicon.words("lexicon/pronouns", person="3", type="Thing")
_OBJECTIVE = frozenset({"him", "them"})
_PERSONS = lexicon.words("lexicon/nouns", "noun", type="Person")
_NEGATIVE = lexicon.words("lexicon/determiners", kind="negative")
# Verbs whose subject has a mind, or mostly is somebody.
_MINDFUL = _SAY | lexicon.words("lexicon/verb_kinds", kind="mind")
_ANIMATE = _MINDFUL | lexicon.words("lexicon/name_company", "word", place="subject", type="Person")
# Verbs of whoever meets the offers of others, and these.
_OTHERS = lexicon.words("lexicon/control", "verb", control="others")
_YIELDING = lexicon.words("lexicon/control", "verb", control="yielding")
_OFFERED = lexicon.words("lexicon/control", "verb", control="offered") | lexicon.words(
    "lexicon/control", "verb", control="asked"
)
# Sentences back: of *they* and *it* that reached further half were wrong.
_WINDOW = {"Person": 5, "Thing": 1, "Population": 1}
_COLUMN = {"Person": "he", "Thing": "it", "Population": "they"}
NONE = "none"
# Least chance of what is taken: of left-out articles 90 of 100 are then right; from one half on much is left open.
_SAFE = 0.4
_ROLES = _SUBJECTS | {"dobj", "dative", "attr", "appos", "agent", "poss", "pobj"}


def third_person(clusters: Clusters, n: Node, history: list[Node], voices: dict[int, Node]) -> Node | None:
    """The antecedent of a third-person pronoun among the nodes before it; None where none is safe."""
    low = n.word.lower
    if low not in THIRD:
        return None
    if low in _REFLEXIVE:
        # *to the campaigns themselves*
        before = clusters.at(clusters.words[n.word.i - 1]) if n.word.i else None
        for node in (before, clusters.at(_subject_of(n.word))):
            if node is not None and agree(n.number, node.number) and _fits(n, node, node.cluster):
                return node
    return best(n, candidates(clusters, n, history, voices))


def column(n: Node) -> str:
    """Whose weights count for a pronoun: those of he and she, of it, of they."""
    return _COLUMN[n.type]


@cache
def weights(pronoun: str) -> dict[str, float]:
    """How much each feature of a mention speaks for it, with *he*, *it* or *they*."""
    return {r["feature"]: float(r[pronoun]) for r in lexicon.table("lexicon/antecedents")}


def best(n: Node, found: list[tuple[Node, list[str]]]) -> Node | None:
    """The latest mention of what is likeliest, its mentions taken together; None where that is not likely enough."""
    known = weights(column(n))
    total: defaultdict[Cluster, float] = defaultdict(float)
    latest: dict[Cluster, Node] = {}
    for m, features in found:
        latest.setdefault(m.cluster, m)
        total[m.cluster] += exp(sum(known.get(f, 0.0) for f in features))
    first = max(total, key=lambda c: (total[c], -c.index), default=None)
    some = first is not None and total[first] > _SAFE * (sum(total.values()) + exp(known[NONE]))
    return latest[first] if some and first is not None else None


def candidates(
    clusters: Clusters, n: Node, history: list[Node], voices: dict[int, Node]
) -> list[tuple[Node, list[str]]]:
    """What a pronoun may mean, the latest first, each with what the ranker knows of it."""
    if n.word.dep == "dobj" and n.word.head is not None and (n.word.lower, n.word.head.lemma) == ("it", "do"):
        return []  # *to do it in May*: no thing
    barred = _barred(clusters, n) | _in_talk(clusters, n, history, voices)
    found: list[Node] = []
    for m in reversed(history):
        c = m.cluster
        if n.word.sent - m.word.sent > _WINDOW[n.type]:
            break
        if c not in barred and _fits(n, m, c) and not _contains(m.word, n.word):
            found.append(m)
    place = _Place(clusters, n, found)
    return [(m, place.features(m)) for m in found]


def _in_talk(clusters: Clusters, n: Node, history: list[Node], voices: dict[int, Node]) -> set[Cluster]:
    """Who is none of the third persons of a quotation: who speaks, for whom, and to whom."""
    voice = voices.get(n.quote) if n.quote >= 0 else None
    if voice is None:
        return set()
    if voice.kind == "pronoun" and voice.cluster.nodes == [voice] and voice.word.i > n.word.i:
        # *“He left,” she said*: who she is first
        speaker = third_person(clusters, voice, history, {})
        clusters.join(speaker or voice, voice)
    return {m.cluster for m in (voice, body_of(clusters, voice), *heard_by(clusters, voice)) if m is not None}


class _Place:
    """Where a pronoun stands, and what is true of a mention as seen from there."""

    def __init__(self, clusters: Clusters, n: Node, found: list[Node]) -> None:
        w, verb = n.word, n.word.head
        self.clusters, self.n, self.nearest = clusters, n, found[:1]
        self.rank = {c: min(i, 2) for i, c in enumerate(dict.fromkeys(m.cluster for m in found))}
        self.subject = w.dep in _SUBJECTS
        self.main = _is_main(w)
        self.verbs = list(w.ancestors())
        self.says = self.subject and verb is not None and verb.lemma in _SAY
        subjects = {m.word.head: m.word for m in found if m.word.dep in _SUBJECTS} if self.subject else {}
        self.above = next((subjects[a] for a in self.verbs if a in subjects), None)
        self.over = _subject_of(w) if w.dep == "poss" else None
        does = self.subject and verb is not None and (verb.child("dobj", "dative") or verb.lemma in _ANIMATE)
        told = (a.child("nsubj") for a in self.verbs if a.lemma in _SAY) if n.type == "Population" else ()
        voice = next((v for s in told if s is not w and (v := clusters.at(s)) is not None), None)
        body = body_of(clusters, voice) if voice is not None else None
        self.body = body.cluster if body is not None else None
        # Things own and do little.
        self.act = "owning" if w.dep == "poss" else "doing" if does else ""

    def features(self, m: Node) -> list[str]:
        n, w, c = self.n, m.word, m.cluster
        back, role, rank = n.word.sent - w.sent, _role(w), self.rank[c]
        found = [f"sentences back {min(back, 3)}"]
        if rank:
            found.append(f"others nearer {rank}")
        if m in self.nearest:
            found.append("nearest")
        if role in _SUBJECTS:
            if self.subject:
                found.append("both subjects")
                if self.main and _is_main(w):
                    found.append("both main subjects")
            if back:
                found.append("subject before")
            if w.head is not None and w.head.lemma in _SAY:
                if self.says:
                    found.append(f"said and says {min(back, 2)}")  # *Lund says it is late. “It must end,” he said.*
                elif n.type == "Person" and n.quote >= 0:
                    found.append("said only")
        elif role == "pobj":
            found.append("behind preposition")
        elif role not in _ROLES:
            found.append("other role")
        if w is self.above:
            found.append("subject above")  # *Lund says he is ill*
        if c is self.body:
            found.append("body of speaker")  # *Kim Lund of the union said they left*: others
        if w is self.over:
            found.append("subject of owned")  # *the family sold its shares*, *Lund left after his row*
        elif self.act == "owning" and role in ("dobj", "dative") and w.head in self.verbs:
            found.append("object of owned")  # *Lund thanked him for his work*
        if _is_bracketed(self.clusters, w):
            found.append("in brackets")  # *the hero (Tom Reed)*
        if n.quote < 0 <= m.quote:
            found.append("quoted")
        if c.named:
            found.append("named")
        first = c.nodes[0].word.sent
        if first <= 1:
            found.append("topic")
        if first == n.word.sent and (len(c.nodes) < 2 or c.nodes[1].mention.start > n.mention.start):
            found.append("new")
        if n.type != "Person":
            if self.act:
                found.append(f"{self.act} {'actor' if c.type in ACTOR_TYPES else 'thing'}")
            if c.type in ("Country", "Thing"):
                found.append(c.type.lower())
        return found


def _role(w: Word) -> str:
    """The part a noun plays: *people* in *a number of people left* is what leaves; *by Kim Lund* is who does it."""
    of = w.head
    if of is not None and of.dep == "agent":
        return "agent"
    whole = of.head if w.dep == "pobj" and of is not None and of.lower == "of" else None
    return whole.dep if whole is not None and kind_of(whole) == "None" else w.dep


def _is_main(w: Word) -> bool:
    """Whether a subject is that of its whole sentence, or of a clause beside."""
    verb = w.head
    return verb is not None and (verb.head is None or (verb.dep == "conj" and verb.head.head is None))


def _is_bracketed(clusters: Clusters, w: Word) -> bool:
    """*the hero (Tom Reed)*: said in passing."""
    marks = [x.text for x in clusters.words[max(0, w.i - 6) : w.i] if x.text in ("(", ")")]
    return marks[-1:] == ["("]


def _fits(n: Node, m: Node, c: Cluster) -> bool:
    """Agreement in number, gender and kind."""
    if n.type == "Person":
        fits = c.type == "Person" and m.number != "p" and agree(n.gender, c.gender)
    elif n.word.lower in _SINGULAR:
        body = c.named and c.type in GROUPS  # *the Greens* are also *the Green party*
        fits = c.type != "Person" and m.number != "p" and (body or _number(c) != "p")
    else:  # they
        fits = _number(c) == "p" or ((c.type in GROUPS or c.type == "Population") and _number(c) != "s")
    what = n.word.head.child("attr") if n.word.dep == "nsubj" and n.word.head is not None else None
    kind = kind_of(what) if what is not None and n.word.lower == "it" else "None"
    if kind not in ACTOR_TYPES | {"None"}:
        # *staff are on strike … it is a generous offer*, *the bank acted … it was the third cut*
        fits &= c.type != "Population" and not (kind == "Event" and c.type in ACTOR_TYPES)
    said = m.kind == "pronoun" and m.word.lower in _SPEAKING
    said |= m.word.head is not None and m.word.head.lower == "based"  # *the Nerva-based firm*
    return fits and not said and m.determiner not in _NEGATIVE and m.word.lower not in _NEGATIVE


def _number(c: Cluster) -> str:
    for m in c.nodes:
        if m.kind != "pronoun" and m.number and not (c.named and c.type in GROUPS and m.number == "s"):
            return m.number
    return c.nodes[0].number


def _barred(clusters: Clusters, n: Node) -> set[Cluster]:
    """What a pronoun cannot mean for where it stands: co-arguments of its verb, what its phrase belongs to."""
    found: set[Cluster] = set()
    w = n.word
    if w.dep == "poss":
        owned = clusters.at(w.head)
        if owned is not None:
            found.add(owned.cluster)
        above = w.head.head if w.head is not None and w.head.dep in ("dobj", "pobj") else None
        to = above is not None and above.lower == "to"
        verb = above.head if above is not None and to else above
        met = verb is not None and verb.lemma in (_YIELDING if to else _OTHERS)
        if met and w.head is not None and w.head.lemma in _OFFERED:
            # *Ana met Eva and accepted her offer*, *Ana agreed to her demands*: they are another's.
            other = clusters.at(_subject_of(w))
            found |= {other.cluster} if other is not None else set()
        return found
    verb = w.head
    while verb is not None and verb.dep in ("prep", "pobj", "conj") and verb.tag in ("IN", "TO"):
        verb = verb.head
    if verb is not None and verb is not w.head and (owner := clusters.at(verb.child("poss"))) is not None:
        found.add(owner.cluster)  # *Lund’s view of him*
    if verb is None or w.lower in _REFLEXIVE:
        return found
    arguments = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass", "dobj", "dative")]
    above = verb
    # *more stuff to give her*, *urged Lund to help her*
    while (
        above.dep in ("xcomp", "conj", "acl", "dobj", "relcl")
        and (above.dep != "relcl" or above.tag == "VB")
        and above.head is not None
        and above.child(*_SUBJECTS) is None
    ):
        arguments += above.head.all("dobj") if above.dep == "xcomp" else []
        above = above.head
    arguments += above.all(*_SUBJECTS)
    if w.dep in _SUBJECTS and w.lower in _OBJECTIVE:  # *Guards saw them fire*
        arguments += [s for a in verb.ancestors() for s in a.all(*_SUBJECTS)][:1]
    for p in verb.all("prep", "agent") if w.dep in _SUBJECTS else ():
        arguments += p.all("pobj")
    for a in arguments:
        node = clusters.at(a)
        if node is not None and a is not w:
            found.add(node.cluster)
    for a in (verb, *verb.ancestors()):
        if a.dep == "acl" and any(c.lower == "that" and c.i < w.i for c in a.all("mark")):
            told = clusters.at(a.head)  # *speculation that it would fail*: not the speculation
            found |= {told.cluster} if told is not None else set()
    report = next((a for a in w.ancestors() if a.lemma in _SAY and a.i > w.i), None) if n.type == "Person" else None
    speaker = report.child("nsubj") if report is not None else None
    if speaker is not None and speaker.i > w.i and (told := clusters.at(speaker)) is not None and told.noun:
        # *He had left, the lawyer said*: not the lawyer, who would be met as one before
        found |= {m.cluster for m in clusters.by_sense[told.sense] if m.definite}
    to = verb.dep == "acl" and verb.tag == "VB" and w.dep not in _SUBJECTS
    if (verb.dep == "relcl" or to) and (head := clusters.at(verb.head)) is not None:
        found.add(head.cluster)  # *all the sacrifices they made*, *a deal to sell it*
    content = verb.child("ccomp") if w.dep in _SUBJECTS and n.type == "Person" else None
    # *The suspect had a gun, he said*, *He says Reed left*: nobody named in what he says (principle C of Chomsky 1981);
    # a body may be.
    inside = [clusters.at(x) for x in content.subtree()] if content is not None else []
    found |= {m.cluster for m in inside if m is not None and m.kind != "pronoun"}
    return found


def _contains(a: Word, b: Word) -> bool:
    """Whether word b stands inside the phrase of word a, no clause between them."""
    for above in b.ancestors():
        if above is a:
            # *a man in his 40s*
            return b.dep != "poss" or b.head is a or a.lemma not in _PERSONS
        if above.dep in ("conj", "appos", "relcl") or above.pos in ("VERB", "AUX"):
            return False
    return False


def _subject_of(w: Word) -> Word | None:
    for above in w.ancestors():
        if above.dep == "acl" and above.tag in ("VBN", "VBG") and above.head is not None and above.head.i < w.i:
            return above.head  # *a man accused of hiding his gun*
        if w.lower == "its" and above.lower in ("to", "into") and above.head is not None:
            moved = above.head.child("dobj")
            if moved is not None and moved.i < w.i:
                return moved  # *sent the ship to its port*, *cut the rate to 5%, its lowest level*
        subject = above.child("nsubj", "nsubjpass")
        if subject is None and above.dep == "xcomp" and above.head is not None:
            subject = above.head.child("dobj")  # *forced guards to leave their homes*
        if subject is not None and subject is not w:
            return subject
    return None


def ahead(clusters: Clusters, n: Node) -> Node | None:
    """*As part of her ruling, Kim Lund closed the port*: what opens a clause has its subject's pronoun."""
    verb = (
        next((a for a in n.word.ancestors() if a.child("nsubj", "nsubjpass")), None) if n.word.dep == "poss" else None
    )
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    node = clusters.at(subject) if subject is not None and subject.i > n.word.i else None
    if node is None or any(a is subject for a in n.word.ancestors()):  # *its rival Orvex won*
        return None
    known = node.kind == "name" or (node.definite and node.type in GROUPS)
    return node if known and _fits(n, node, node.cluster) else None
