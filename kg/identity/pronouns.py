"""Who speaks in quotations, and whom pronouns mean.

Third persons go to the most salient thing that agrees, salience counted after Lappin & Leass 1994 (subjects before
objects before the rest, halved with each sentence); first persons to the speaker. What is not safe stays open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg import lexicon
from kg.identity.nodes import GROUPS, Cluster, Clusters, Node, agree, body_of
from kg.mentions import kind_of
from kg.parsing import Parse, Word
from kg.qualification import quotes as quotes_of
from kg.qualification import turns
from kg.values import ACTOR_TYPES, Mention, Source, Statement

_SAY = lexicon.words("lexicon/say")
_DOCUMENTS = lexicon.words("lexicon/utterances", kind="document")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_FIRST = lexicon.words("lexicon/pronouns", person="1", number="s")
_PLURAL_FIRST = lexicon.words("lexicon/pronouns", person="1", number="p")
_SECOND = lexicon.words("lexicon/pronouns", person="2")
_SPEAKING = _FIRST | _PLURAL_FIRST | _SECOND
_SPEAKERS = frozenset({"Person", "Thing", "Population"})
_THIRD = lexicon.words("lexicon/pronouns", person="3")
_REFLEXIVE = lexicon.words("lexicon/pronouns", form="reflexive")
_PERSONS = lexicon.words("lexicon/nouns", "noun", type="Person")
_NEGATIVE = lexicon.words("lexicon/determiners", kind="negative")
_PARTS = lexicon.words("lexicon/determiners")
_OBJECTIVE = frozenset({"him", "them"})
_SINGULAR = lexicon.words("lexicon/pronouns", person="3", type="Thing")
_WEIGHT = {"nsubj": 80.0, "nsubjpass": 80.0, "attr": 60.0, "dobj": 50.0, "dative": 40.0, "pobj": 40.0, "agent": 60.0}
_WHOLE = 60.0  # for what is no part of another noun's phrase
_ABOVE, _GOES_ON = 100.0, 70.0
# Sentences back: of *they* and *it* that reached further half were wrong.
_WINDOW, _NEAR = 5, 1
_ADDRESSING = _SAY | lexicon.words("lexicon/name_company", "word", place="object", type="Person")
# Verbs of whoever meets the offers of others, and these.
_OTHERS = lexicon.words("lexicon/control", "verb", control="others")
_YIELDING = lexicon.words("lexicon/control", "verb", control="yielding")
_OFFERED = lexicon.words("lexicon/control", "verb", control="offered") | lexicon.words(
    "lexicon/control", "verb", control="asked"
)
# Who says we of the government, but not in its shadow.
_RULING = lexicon.words("lexicon/offices", kind="ruling")
_CONTRAST = lexicon.words("lexicon/offices", kind="former") | lexicon.words("lexicon/offices", kind="contrast")
_MAIN = lexicon.words("lexicon/offices", kind="main")
# Verbs whose subject has a mind: an it before them is a body or a state.
_MINDFUL = _SAY | lexicon.words("lexicon/verb_kinds", kind="mind")
_ANIMATE = _MINDFUL | lexicon.words("lexicon/name_company", "word", place="subject", type="Person")


def quotations(parse: Parse, mentions: Iterable[Mention]) -> tuple[list[int], dict[int, Source]]:
    """For each word the index of the turn or quotation it stands in, -1 outside; whom labels name as their speakers."""
    found = [-1] * len(parse.words)
    named: dict[int, Source] = {}
    for index, q in enumerate((*turns(parse, mentions), *quotes_of(parse))):
        found[q.first : q.last] = [index] * (q.last - q.first)
        if q.speaker is not None:
            named[index] = q.speaker
    return found, named


def speakers(
    parse: Parse, clusters: Clusters, statements: tuple[Statement, ...], quotes: list[int], named: dict[int, Source]
) -> dict[int, Node]:
    """Who speaks in each quotation: named for it, or the voice of its statements."""
    named_at = {i: clusters.at(parse.at(v.head)) for i, v in named.items() if v.head is not None}
    found = {i: node for i, node in named_at.items() if node is not None}
    for s in statements:
        if s.attribution and s.relation.head is not None:
            w = parse.at(s.relation.head)
            head = s.attribution[-1].head
            voice = clusters.at(parse.at(head)) if head is not None else None
            if w is not None and quotes[w.i] >= 0 and voice is not None and quotes[voice.word.i] != quotes[w.i]:
                found.setdefault(quotes[w.i], voice)
    return found


def first_persons(clusters: Clusters, voices: dict[int, Node]) -> None:
    """*I* is the speaker; the *we* of one speaker is one group, whoever belongs to it; so is that of the article."""
    groups: dict[Cluster | None, Node] = {}
    for n in clusters.nodes:
        if n.kind != "pronoun":
            continue
        low = n.word.lower
        voice = voices.get(n.quote) if n.quote >= 0 else None
        if (n.quote >= 0 and voice is None) or (voice is None and n.cluster.named):
            continue
        kind = voice.cluster.type if voice is not None else ""
        if voice is not None and low in _FIRST | _PLURAL_FIRST and (low in _FIRST) == (kind in _SPEAKERS):
            clusters.join(voice, n)
        elif low in _PLURAL_FIRST and voice is not None and (body := _speaks_for(clusters, voice)) is not None:
            clusters.join(body, n)
        elif low in _PLURAL_FIRST or (voice is None and low in _FIRST):
            clusters.join(groups.setdefault(voice.cluster if voice is not None else None, n), n)


def second_persons(clusters: Clusters, voices: dict[int, Node], named: dict[int, Source]) -> None:
    """*“You won,” she told Reed. “You can rest.”*: whom a voice last spoke to; whose turn comes after a question."""
    addressed: dict[Cluster | None, Node] = {}
    for i, n in enumerate(clusters.nodes):
        if n.kind != "pronoun" or n.word.lower not in _SECOND:
            continue
        voice = voices.get(n.quote) if n.quote >= 0 else None
        said_by = voice.cluster if voice is not None else None
        told = _told(clusters, voice) if voice is not None else None
        if n.quote < 0:
            turn = next((m.quote for m in clusters.nodes[i:] if m.para == n.para + 1 and m.quote in named), -1)
            told = voices.get(turn)
        meant = told or addressed.setdefault(said_by, n)
        if n.quote < 0 or voice is not None:
            clusters.join(meant, n)


def _told(clusters: Clusters, voice: Node) -> Node | None:
    """The one person to whom a voice speaks."""
    found = _heard_by(clusters, voice)
    return next((m for m in found if m.cluster.type == "Person" and m.number != "p"), None)


def _heard_by(clusters: Clusters, voice: Node) -> list[Node]:
    verb = voice.word.head
    if verb is None or verb.lemma not in _ADDRESSING:
        return []
    objects = [*verb.all("dobj", "dative"), *(p.child("pobj") for p in verb.all("prep", "dative") if p.lower == "to")]
    return [m for m in map(clusters.at, objects) if m is not None]


def _speaks_for(clusters: Clusters, voice: Node) -> Node | None:
    """For whom somebody says *we*: *“We lost,” said manager Kim Lund* of the body the article speaks of most."""
    body = body_of(clusters, voice)
    offices = (
        m for m in voice.cluster.nodes if m.kind != "pronoun" and not any(map(_is_told, [m.word, *m.word.children]))
    )
    if body is not None or not any((_MAIN | _RULING) & {m.noun, *m.cluster.roles} for m in offices):
        return body
    if voice.cluster.roles.keys() & _RULING and not any(_CONTRAST & mods for mods in voice.cluster.roles.values()):
        rule = {m.cluster: m for m in clusters.nodes if m.noun == "government" and m.kind == "nominal"}
        return next(iter(rule.values())) if len(rule) == 1 else None
    named = [m for m in clusters.nodes if m.mention.start < voice.mention.start and m.cluster.named]
    met = Counter(m.cluster for m in named if m.cluster.type in GROUPS).most_common(2)
    told = met and (len(met) < 2 or met[0][1] > met[1][1])
    return met[0][0].nodes[0] if told else None


def _is_told(w: Word) -> bool:
    """*a presidential spokesman*, *presidential spokesman Kim Lund*: whose, or which one."""
    return (
        w.dep in ("nsubj", "nsubjpass", "compound", "appos", "pobj", "dobj", "nmod")
        and w.child("amod", "poss") is not None
    )


def third_person(clusters: Clusters, n: Node, history: list[Node], voices: dict[int, Node]) -> Node | None:
    """The antecedent of a third-person pronoun among the nodes before it; None where none is safe."""
    low = n.word.lower
    if low not in _THIRD:
        return None
    if low in _REFLEXIVE:
        # *to the campaigns themselves*
        before = clusters.at(clusters.words[n.word.i - 1]) if n.word.i else None
        for node in (before, clusters.at(_subject_of(n.word))):
            if node is not None and agree(n.number, node.number) and _fits(n, node, node.cluster):
                return node
    if n.word.dep == "dobj" and n.word.head is not None and (low, n.word.head.lemma) == ("it", "do"):
        return None  # *to do it in May*: no thing
    near = _parted(clusters, n, history) or _same_subject(clusters, n)
    if near is not None:
        return near
    barred = _barred(clusters, n)
    voice = voices.get(n.quote) if n.quote >= 0 else None
    if voice is not None:
        if voice.kind == "pronoun" and voice.cluster.nodes == [voice] and voice.word.i > n.word.i:
            # *“He left,” she said*: who she is first
            speaker = third_person(clusters, voice, history, {})
            clusters.join(speaker or voice, voice)
        # *“They lost,” said Kim Lund of Orvex*: neither she nor Orvex.
        barred |= {m.cluster for m in (voice, body_of(clusters, voice)) if m is not None}
        barred |= {m.cluster for m in _heard_by(clusters, voice)}  # who would be *you*
    window = _WINDOW if n.type == "Person" else _NEAR
    scores: dict[tuple[Cluster, int], float] = {}
    latest: dict[Cluster, Node] = {}
    for m in reversed(history):
        distance = n.word.sent - m.word.sent
        if distance > window:
            break
        c = m.cluster
        if c in barred or not _fits(n, m, c) or _contains(m.word, n.word) or not _is_safe(n, m, c, distance):
            continue
        if c not in latest or (m.word.dep in _SUBJECTS and m.word.sent == latest[c].word.sent):
            latest[c] = m  # *Its head, Ana Lund, says*
        # Each sentence counts once, by the best place a thing has in it.
        key = (c, distance)
        scores[key] = max(scores.get(key, 0.0), _salience(clusters, n, m) * 0.5**distance)
    spoken_for = _spoken_for(clusters, n, history)
    if spoken_for is not None:
        return spoken_for
    near = _beside(clusters, n)
    if near is not None and near.cluster in latest:
        return near
    if not latest:
        return None
    total: defaultdict[Cluster, float] = defaultdict(float)
    for (c, _), weight in scores.items():
        total[c] += weight * _bonus(n, latest[c], c)
    owners = (clusters.at(v.possessor) for v in (voice.cluster.nodes if voice is not None else ()))
    for c in {o.cluster for o in owners if o is not None and n.type == "Person"} & latest.keys():
        total[c] *= 2  # *Reed’s sister said: “He was kind.”*
    if n.type == "Population" and max(total.values()) < _together(clusters, n, history):
        return None
    return latest[min(total, key=lambda k: (-total[k], k.index))]


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


def _same_subject(clusters: Clusters, n: Node) -> Node | None:
    """*It is good and it shows*: clauses side by side with one pronoun for subject."""
    verb = n.word.head
    before = verb.head.child(*_SUBJECTS) if verb is not None and verb.dep == "conj" and verb.head is not None else None
    same = before is not None and n.word.dep in _SUBJECTS and before.lower == n.word.lower
    return clusters.at(before) if same else None


def _parted(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """*118 people were saved, most of them by boats*: the several named right before, not who saved them."""
    of = n.word.head
    part = of.head if of is not None and (n.word.lower, of.lower) == ("them", "of") else None
    if part is None or not (part.lower in _PARTS or part.tag == "CD") or clusters.words[part.i - 1].text != ",":
        return None
    late = [m for m in reversed(history) if m.word.sent == n.word.sent and m.number == "p" and m.word is not part]
    return next((m for m in late if m.word.dep in _WEIGHT.keys() - {"pobj"}), late[0] if late else None)


def _is_safe(n: Node, m: Node, c: Cluster, distance: int) -> bool:
    """Whether *it* and *they* may reach so far back.

    Of 30 marked cases of *it* within the sentence 28 were right, of 20 beyond it 4, all of which take up subjects.
    """
    subject = n.word.dep in _SUBJECTS
    if n.type == "Thing" and (distance or m.quote != n.quote):
        taken_up = (subject or n.word.dep == "dobj") and _role(m.word) in _SUBJECTS
        return taken_up or (n.word.dep == "poss" and (c.named or c.type in ACTOR_TYPES))
    if n.type == "Population" and c.type not in ACTOR_TYPES and m.kind != "pronoun":
        # Things do, give and own little.
        does = subject and n.word.head is not None and (_has_object(n.word.head) or n.word.head.lemma in _ANIMATE)
        return not ((does or distance) and _role(m.word) not in _SUBJECTS) and not (n.word.dep == "poss" and distance)
    return True


def _has_object(verb: Word) -> bool:
    return verb.child("dobj", "dative") is not None


def _role(w: Word) -> str:
    """The part a noun plays: *people* in *a number of people left* is what leaves; *by Kim Lund* is who does it."""
    of = w.head
    if of is not None and of.dep == "agent":
        return "agent"
    whole = of.head if w.dep == "pobj" and of is not None and of.lower == "of" else None
    return whole.dep if whole is not None and kind_of(whole) == "None" else w.dep


def _spoken_for(clusters: Clusters, n: Node, history: list[Node]) -> Node | None:
    """*The council's leader said it had failed*, *Kim Lund of the bank said it had*: whose person speaks."""
    verb = n.word.head
    report = verb.head if verb is not None and verb.dep == "ccomp" and n.word.dep in _SUBJECTS else None
    if report is None or n.word.lower not in ("it", "they") or report.lemma not in _SAY or n.quote >= 0:
        return None  # in their own words they would be *we*
    if n.word.lower == "they" and _together(clusters, n, history):
        return None
    speaker = next((clusters.at(c) for c in report.children if c.dep in _SUBJECTS and c.i < n.word.i), None)
    return body_of(clusters, speaker) if speaker is not None else None


def _beside(clusters: Clusters, n: Node) -> Node | None:
    """*Reed and his wife*: who owns is named in the same phrase."""
    if n.word.dep != "poss" or n.word.head is None:
        return None
    owned = n.word.head
    if owned.dep == "conj" and owned.head is not None and (node := clusters.at(owned.head)) is not None:
        owner = clusters.at(node.possessor)
        return owner if owner is not None and owner.number == "p" else node  # *women's pay and their rights*
    return None


def _salience(clusters: Clusters, n: Node, m: Node) -> float:
    role = _role(m.word)
    weight = (
        100.0
        + _WEIGHT.get("pobj" if role == "agent" and n.type != "Person" else role, 10.0)
        + (0.0 if _is_part(m.word) else _WHOLE)
    )
    verb = n.word.head
    report = verb.head if verb is not None and verb.dep == "ccomp" else None
    if report is not None and report.lemma in _SAY and n.word.lower == "they" and m.word is report.child("nsubj"):
        weight += 100  # *which officials say they cannot afford*
    if verb is not None and verb.dep == "conj" and verb.head is m.word.head and n.word.dep == m.word.dep == "nsubj":
        weight += 150  # *Lund says it is unclear when Reed left, but he is hopeful*
    if (
        verb is not None
        and n.type == "Person"
        and {n.word.dep, m.word.dep} <= _SUBJECTS
        and not n.word.sent - m.word.sent
    ):
        # *Lund is to meet Reed as he opens the port*: the subject of the clause that a pronoun's clause is part of
        over = (clusters.at(a.child(*_SUBJECTS)) for a in verb.ancestors())
        above = next((x for x in over if x is not None and x.cluster.type == "Person"), None)
        weight += _ABOVE if above is m and m.word.i < n.word.i else 0
    says, said = (
        w.head is not None and w.head.lemma in verbs and w.dep == "nsubj"
        for w, verbs in ((n.word, _SAY), (m.word, _MINDFUL))
    )
    if (
        says
        and said
        and n.type == "Person"
        and n.word.sent == m.word.sent + 1
        and _is_main(m.word)
        and _is_main(n.word)
    ):
        weight += 300  # *Lund says it is for Reed to act. “It must end,” he said.*
    if m.word.dep in _SUBJECTS and n.word.dep in _SUBJECTS and _is_main(n.word) and _is_main(m.word):
        weight += _GOES_ON
    elif m.word.dep == n.word.dep:
        weight += 35
    if m.word.dep == "poss" and any(above is m.word.head for above in n.word.ancestors()):
        weight += 250  # *the ship's loss as it left port*
    if m.kind == "pronoun" and m.gender == n.gender != "" and m.word.dep == "dobj" and m.word.sent == n.word.sent:
        weight += 450  # *She thanked him for his work*
    owns = n.word.dep == "poss" and m.type in ACTOR_TYPES
    if (moved := _moved(n.word)) is not None:
        weight += 500 if m.word is moved else 0
    if owns and m.word is _subject_of(n.word):
        weight += 400  # *the family has sold its shares*, *Lund left after his row*
    if n.word.dep == "poss" and n.word.sent != m.word.sent and _is_main(m.word) and _role(m.word) in _SUBJECTS:
        weight += 35
    if (m.quote != n.quote and m.quote >= 0) or _is_bracketed(clusters, m.word):
        weight *= 0.6
    return weight


def _is_bracketed(clusters: Clusters, w: Word) -> bool:
    """*the hero (Tom Reed)*: said in passing."""
    marks = [x.text for x in clusters.words[max(0, w.i - 6) : w.i] if x.text in ("(", ")")]
    return marks[-1:] == ["("]


def _together(clusters: Clusters, n: Node, history: list[Node]) -> float:
    """How strongly *they* point to what is named one by one: *Lund and Reed left. They …*; these have no node."""
    best = 0.0
    for m in reversed(history):
        distance = n.word.sent - m.word.sent
        if distance > 1:
            break
        if m.number != "p" and any(c.dep == "conj" and c.pos == "PROPN" for c in m.word.children):
            best = max(best, _salience(clusters, n, m) * 0.5**distance)
    return best


def _is_main(w: Word) -> bool:
    """Whether a subject is that of its whole sentence."""
    return w.head is not None and w.head.head is None


def _is_part(w: Word) -> bool:
    """Whether a noun stands inside the phrase of another: *the mayor of Elmsford*, *Elmsford’s mayor*."""
    above = w.head
    if above is not None and above.dep == "prep":
        above = above.head
    if above is not None and above.dep == "acl" and w.dep not in _SUBJECTS:
        return True  # *a film starring Kim Lund*
    return above is not None and above.pos in ("NOUN", "PROPN") and w.dep not in ("appos", "conj")


def _bonus(n: Node, m: Node, c: Cluster) -> float:
    factor = 1.0
    head = n.word.head
    if n.word.dep in _SUBJECTS and head is not None and head.lemma in _MINDFUL:
        if n.type == "Person":
            above = m.word.head
            late = n.word.sent - m.word.sent < 2
            factor *= 1.5 if late and m.word.dep in _SUBJECTS and above is not None and above.lemma in _MINDFUL else 1.0
        else:
            # *The report …. It says …*; no population is *it* that says.
            says = m.word.lemma in _DOCUMENTS if m.kind != "name" and head.lemma in _SAY else False
            actor = c.type in ACTOR_TYPES and (c.type != "Population" or n.word.lower != "it")
            factor *= 2.0 if actor or says else 0.4
    if n.type == "Population" and n.word.dep not in _SUBJECTS and _is_addressed(n.word):
        factor *= 2.0 if c.type in ACTOR_TYPES else 0.5
    elif n.word.dep == "dobj" and n.type == "Population" and c.named and c.type in GROUPS:
        factor *= 0.5  # *to sell them*: no firm
    if n.word.lower == "them" and n.word.dep in _SUBJECTS:
        factor *= 2.0 if c.type in ACTOR_TYPES else 0.5  # *allowed them to leave*
    listed = m.word.dep == "conj" or m.word.child("conj") is not None
    if n.word.lower in ("they", "their") and listed and m.number != "p" and c.named:
        factor *= 0.3  # of *Orvex and Nerva*
    if n.word.dep == "poss":
        factor *= 1.3 if c.type in ACTOR_TYPES else 1.0
    if c.type in ("Place", "Event") and n.type == "Thing" and not c.named:
        factor *= 0.8
    return factor


def _is_addressed(w: Word) -> bool:
    """*called them*, *wrote to them*: what is done to people."""
    verb = w.head.head if w.dep == "pobj" and w.head is not None and w.head.lower == "to" else w.head
    if verb is None:
        return False
    # *prevents them from leaving*, *forced them to leave*
    led = w.dep == "dobj" and any(
        c.i > w.i and c.dep in ("pcomp", "xcomp") for p in verb.children for c in (p, *p.children)
    )
    return led or verb.lemma in _ADDRESSING


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
        if above.dep == "conj" or above.pos in ("VERB", "AUX") or above.dep == "relcl":
            return False
    return False


def _moved(w: Word) -> Word | None:
    """*sent the ship to its port*, *cut the rate to 5%, its lowest level*: what is moved, whose it is."""
    at = w.head.head if w.head is not None and w.head.dep == "appos" else w.head
    to = at.head if at is not None and at.dep == "pobj" else None
    verb = to.head if to is not None and w.lower == "its" and to.lower in ("to", "into") else None
    moved = verb.child("dobj") if verb is not None else None
    return moved if moved is not None and moved.i < w.i else None


def _subject_of(w: Word) -> Word | None:
    for above in w.ancestors():
        if above.dep == "acl" and above.tag in ("VBN", "VBG") and above.head is not None and above.head.i < w.i:
            return above.head  # *a man accused of hiding his gun*
        subject = above.child("nsubj", "nsubjpass")
        if subject is None and above.dep == "xcomp" and above.head is not None:
            subject = above.head.child("dobj")  # *forced guards to leave their homes*
        if subject is not None and subject is not w:
            return subject
    return None
