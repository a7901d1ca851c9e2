"""Repairs around nouns: names and compounds, appositions, relative and reduced clauses."""

from __future__ import annotations

import itertools

from kg import lexicon
from kg.parsing.repairs.labels import AMOUNTS, CLAIMS, FINITE, KINDS, NOUN_TAGS, REPORTING, SUBJECT, TAKING, VERB_TAGS
from kg.parsing.tree import Parse, Word

# Entities whose name may hold a conjunction.
_COMPOSED = frozenset({"ORG", "WORK_OF_ART", "LAW", "FAC", "PRODUCT", "EVENT"})
# Nouns that sum up what was done: *a deal worth millions*, *a claim nobody checked*.
_SUMS = lexicon.words("lexicon/nouns", "noun", sense="agreement") | lexicon.words("lexicon/content_nouns")
_ACTS = lexicon.words("lexicon/event_nouns")
_CONDUCTING = lexicon.words("lexicon/verb_kinds", kind="conduct")
_WORDING = lexicon.words("lexicon/verb_kinds", kind="words")
_BLAMING = lexicon.words("lexicon/control", "verb", control="blame")
_SINGLED = lexicon.words("lexicon/singled")
_DAYS = lexicon.words("lexicon/calendar", "word", kind="weekday") | {"today", "tomorrow", "yesterday"}
_COLOURS = lexicon.words("lexicon/colours")
_DENIABLE = TAKING | lexicon.words("lexicon/reporting", "verb", finite="deny")
_PERSONS = lexicon.words("lexicon/nouns", "noun", type="Person") | lexicon.words(
    "lexicon/nouns", "noun", type="Population"
)
_NOBODIES = frozenset({"Thing", "Work", "Event", "Place"})
_NAMED = lexicon.words("lexicon/verb_kinds", kind="office")
# Verbs with two objects, whom and what.
_GIVING = lexicon.words("lexicon/verb_kinds", kind="give")
_GIVEN = lexicon.words("lexicon/given_names")
# Verbs with a noun that says what their object is.
_COMPLEMENT = _NAMED.union(*(lexicon.words("lexicon/verb_kinds", kind=kind) for kind in ("naming", "deem")))
_CONTENT = lexicon.words("lexicon/content_nouns")
_GIVE = lexicon.words("lexicon/utterances", kind="verb")
_BARE = lexicon.words("lexicon/verb_kinds", kind="bare")
# Verbs of which a claim may be the object.
_MAKING = lexicon.words("lexicon/light_verbs") | _DENIABLE | FINITE
_CALLING = lexicon.words("lexicon/verb_kinds", kind="naming") | lexicon.words("lexicon/verb_kinds", kind="describe")


def join_hyphens(parse: Parse) -> None:
    """*co-sponsors*, *sons-in-law*, *crashes/fires*: what is glued hangs together, below what hangs elsewhere."""
    words = parse.words
    i = 1
    while i < len(words) - 1:
        beside = (words[i - 1], words[i + 1])
        nouns = words[i].text == "/" and {w.tag for w in beside} <= {"NN", "NNS"}
        if words[i].tag == "SYM" and _glued(words, i) and (nouns or all(w.text.isdigit() for w in beside)):
            words[i].tag, words[i].pos = "HYPH", "PUNCT"  # *won by 17-16*
        if not (nouns or words[i].text in ("-", "–")) or not _glued(words, i):
            i += 1
            continue
        first, last = i - 1, i + 1
        while last + 2 < len(words) and words[last + 1].text == words[i].text and _glued(words, last + 1):
            last += 2
        group = words[first : last + 1]
        roots = [w for w in group if w.head not in group]
        if len(roots) == 1:
            _gather(group, roots[0])
        elif roots:
            # Several hang outside: the last of a name or compound is its head.
            top = group[-1] if group[-1] in roots else roots[-1]
            for w in roots:
                _hang(w, top)
            _gather(group, top)
        i = last + 1


def _glued(words: list[Word], i: int) -> bool:
    return (
        words[i - 1].end == words[i].start
        and words[i].end == words[i + 1].start
        and words[i - 1].text[-1].isalnum()
        and words[i + 1].text[0].isalnum()
    )


def _hang(word: Word, head: Word) -> None:
    if word is not head and all(a is not word for a in head.ancestors()):
        word.attach(head, "punct" if word.text in ("-", "–", "/") else "compound")


def _gather(group: list[Word], root: Word) -> None:
    for w in group:
        if w is root:
            continue
        for c in list(w.children):
            if c not in group and c not in root.ancestors():
                c.attach(root, c.dep)
        _hang(w, root)


def join_name(word: Word) -> None:
    """*the Jazz and Heritage Foundation*, *Brandt, Ohlsen & Cole*: what is coordinated inside a name is one noun, its
    last word the head.
    """
    first = word.head
    if first is None or word.ner not in _COMPOSED or first.ner != word.ner or first.i > word.i:
        return
    inside = word.words[first.i + 1 : word.i + 1]
    if any(w.ner != word.ner or w.ner_start for w in inside) or not any(w.lower in ("and", "&") for w in inside):
        return
    between = [c for c in first.children if first.i < c.i < word.i and c.dep in ("cc", "punct")]
    head, dep = first.head, first.dep
    word.attach(None, dep)
    for c in list(first.children):
        if c.i > word.i or c.dep in ("det", "poss", "appos", "relcl"):
            c.attach(word, c.dep)
        elif c in between:
            c.attach(word, "nmod")
    first.attach(word, "compound")
    if head is not None:
        word.attach(head, dep)
    if dep == "conj":
        join_name(word)


def of_the_body(word: Word) -> None:
    """*the Bureau of Mines' Ana Quill*: she is the bureau's, whose name holds the *of*."""
    owner, of = word.child("poss"), word.head
    body = of.head if of is not None and word.dep == "pobj" and of.lower == "of" else None
    if owner is None or of is None or body is None or word.ner != "PERSON" or not owner.ner or owner.ner != body.ner:
        return
    if any(w.ner != body.ner or w.ner_start for w in word.words[body.i + 1 : owner.i + 1]) or body.i > of.i:
        return
    head, dep = body.head, body.dep
    word.attach(None, dep)
    owner.attach(of, "pobj")
    body.attach(word, "poss")
    for c in owner.all("case"):
        c.attach(body, "case")
    word.attach(head, dep)


def from_port_to_port(word: Word) -> None:
    """*the Tarn to Velmark yacht race*: behind an article two places name what leads from one to the other."""
    the, to, head, dep = word.child("det"), word.next, word.head, word.dep
    last = to.child("pobj") if to.lower == "to" and to.next.tag == "NNP" else None
    if (
        the is None
        or the.lower != "the"
        or head is None
        or last is None
        or word.ner != "GPE"
        or last in word.ancestors()
    ):
        return
    if last.child("compound") is None and word.child("amod") is None:
        return
    last.attach(head, dep)
    to.attach(last, "nmod")
    for c in list(word.children):
        c.attach(last, c.dep)
    word.attach(last, "compound")


def of_one_kind(word: Word) -> None:
    """*the University of Nerva and Tarn University*: two names."""
    inner = word.child("nmod") if word.dep == "pobj" else word.head
    of = inner.head if inner is not None and word.dep == "conj" else word.head
    first = of.head if of is not None and of.lower == "of" else None
    if of is None or inner is None or first is None or first.text != word.text:
        return
    last = next((c for c in (*word.children, *inner.children) if c.lower == "and" and inner.i < c.i < word.i), None)
    if last is None:
        return
    inner.attach(of, "pobj")
    last.attach(first, "cc")
    word.attach(first, "conj")
    last.ner, word.words[last.i + 1].ner_start = "", True


def late_apposition(word: Word) -> None:
    """*called on both powers, the sponsors of the deal*: a noun set off by a comma from the one before is no object."""
    verb = word.head
    if verb is None or word.i < verb.i:
        return
    commas = [c for c in verb.children if c.dep == "punct" and c.text == "," and verb.i < c.i < word.i]
    before = [c for c in verb.children if c.dep in ("prep", "dobj") and verb.i < c.i < word.i]
    cc, other = word.child("cc"), word.child("conj")
    closed = cc is None or word.words[cc.i - 1].text == ","  # *the driver, a man of 30, and his brother*
    if not commas or not before or commas[-1].i < before[-1].i or not closed:
        return
    noun = before[-1] if before[-1].dep == "dobj" else before[-1].child("pobj")
    if noun is not None and word.subtree()[0].i == commas[-1].i + 1:
        word.attach(noun, "appos")
        for c in (cc, other):
            if c is not None:
                c.attach(noun, c.dep)


def shifted_object(word: Word) -> None:
    """*will submit in its next report new figures*, *will submit by May new figures*: an object behind a phrase."""
    noun, first = (word, word.child("nmod") or word) if word.dep == "pobj" else (word.head, word.subtree()[0])
    prep = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = prep.head if prep is not None else None
    full = verb is None or verb.child("dobj", "ccomp", "xcomp", "acomp", "attr", "prt") is not None
    if noun is None or prep is None or verb is None or full or verb.tag not in VERB_TAGS - {"VBN"}:
        return
    if noun is word and first.i == prep.i + 1 and first.ner == "DATE" != word.ner and first.tag == "NNP":
        word.attach(verb, "dobj")
        first.attach(prep, "pobj")
    elif noun is not word and first.i == noun.i + 1 and first.pos != "PUNCT":
        word.attach(verb, "dobj")


def behind_a_dash(word: Word) -> None:
    """*found a link — that is, prices rose*: a clause without relative word behind a dash modifies no noun."""
    own, first = word.child(*SUBJECT), word.subtree()[0]
    verb = next((a for a in word.ancestors() if a.tag in VERB_TAGS), None)
    bare = own is not None and not {own.tag, first.tag} & {"WDT", "WP", "WP$", "WRB", "IN"}
    if verb is not None and verb.i < word.i and bare and word.words[first.i - 1].text in ("—", "–", "-", "--", ":"):
        word.attach(verb, "parataxis")


def beaten(word: Word) -> None:
    """*beat Elmsford 3-1*: a name right behind a verb is its object, whatever the score behind it seems to be."""
    verb = word.head
    if verb is None or word.ner in ("DATE", "TIME") or word.subtree()[0].i != verb.i + 1 or verb.pos != "VERB":
        return
    if verb.child("dobj") is None and word.next.tag == "CD":
        word.dep = "dobj"


def no_finite_complement(word: Word) -> None:
    """*was carrying pilgrims home*: what seems a finite verb without subject below another is its object."""
    verb = word.head
    if verb is None or verb.child("dobj") is not None or word.child(*SUBJECT, "aux") is not None:
        return
    word.tag, word.pos, word.dep = "NNS", "NOUN", "dobj"
    for c in [c for c in word.children if c.i > word.i]:
        c.attach(verb, c.dep)


def second_object(word: Word) -> None:
    """*brought them home*; *It took them a year to build it*; *gave them an hour to leave*: of two objects in a row."""
    verb = word.head
    first = verb.child("dobj") if verb is not None else None
    if verb is not None and first is None and word.dep == "oprd" and len(verb.all("oprd")) > 1:
        first = verb.all("oprd")[0]  # *named Bo Lind its new chairman*
        first.dep = "dobj"
    if verb is not None and first is None and word.dep == "npadvmod" and word.child("acl", "relcl") is not None:
        receiver = verb.child("dative")
        if receiver is not None and receiver.i < word.i:
            word.dep = "dobj"
    if verb is None or first is None or first.i > word.i:
        return
    person = word.tag == "NNP" and word.ner not in ("DATE", "TIME") and word.dep == "npadvmod"
    if person and first.lemma in _PERSONS and word.subtree()[0].i == first.i + 1:
        word.attach(first, "appos")  # *fired coach Bo Reyes*
    elif first.tag == "PRP" and first is not word and word.dep == "dobj" and word.subtree()[0].i == first.i + 1:
        first.dep = "dative"  # *bought him time*
    elif first.tag in NOUN_TAGS and word.dep in ("dobj", "oprd") and word.subtree()[0].i == first.subtree()[-1].i + 1:
        if verb.lemma in _COMPLEMENT and word is not first:
            word.dep = "oprd"  # *deemed the memo a forgery*
        elif verb.lemma in _GIVING and word is not first:
            first.dep = "dative"  # *gave staff a week's notice*
        elif first.tag == "NN" and word.i == first.i + 1 and word.dep == "dobj" and word.next.tag not in VERB_TAGS:
            first.attach(word, "compound")  # *took line honours*
            for c in list(first.children):
                c.attach(word, c.dep)
    elif word.lower == "home" and word.dep == "dobj" and not word.children:
        word.dep = "advmod"
    elif verb.lemma == "take" and word.dep == "npadvmod" and any(c.lower == "it" for c in verb.all("nsubj")):
        first.dep, word.dep = "dative", "dobj"
        for c in [c for c in verb.all("advcl") if c.tag == "VB"]:
            c.dep = "xcomp"


def by_whom(word: Word) -> None:
    """*rejected calls by the council to resign*: *by* opens no clause, it tells whose calls these are."""
    noun, by, who = word.head, word.child("mark"), word.child(*SUBJECT)
    if noun is None or by is None or who is None or by.lower != "by" or noun.tag not in NOUN_TAGS:
        return
    by.attach(noun, "prep")
    who.attach(by, "pobj")
    by.pos, word.dep = "ADP", "acl"


def yet_to(word: Word) -> None:
    """*a deal which the board has yet to approve*: what is to be approved, nobody has."""
    have = word.head
    to = have.child("xcomp") if have is not None and have.lemma == "have" else None
    if word.tag in ("WDT", "WP") and to is not None and to.tag == "VB" and to.child("dobj") is None:
        word.attach(to, "dobj")


def made_it(word: Word) -> None:
    """*made it a crime to sell them*: what it is made to do, no crime does."""
    noun = word.child("nsubj")
    if noun is not None and any(c.lower == "it" for c in noun.all("nsubj")) and noun.tag in NOUN_TAGS:
        noun.govern(word, "acl")


def object_of_what(word: Word) -> None:
    """*What worries doctors is the cost*: what stands between a clause of *what* and its verb belongs to the clause."""
    clause = word.head.child("csubj") if word.head is not None else None
    if clause is not None and clause.i < word.i and clause.child("dobj") is None and clause.child("nsubj") is not None:
        word.attach(clause, "dobj")


def named_to_office(word: Word) -> None:
    """*appointed Ana Quill finance minister*: a person and the office, where the model takes them for one noun."""
    verb = word.head
    names = [c for c in word.children if c.tag == "NNP" and c.dep in ("compound", "nmod")]
    names = [c for c in names if c.ner != "GPE" or (c.children and c.children[0].text in _GIVEN)]
    if verb is None or verb.lemma not in _NAMED | _GIVING or not names or word.child("det", "poss") is not None:
        return
    given = verb.lemma in _GIVING and word.lemma in _CONTENT and word.child("acl") is not None
    if not (given or word.lemma in _PERSONS) or verb.child("auxpass") is not None:
        return
    if verb.i != word.subtree()[0].i - 1:
        return
    name = names[-1]
    before = [c for c in word.children if c.i < name.i]
    name.attach(verb, "dative" if given else "dobj")  # *gave refiner Orvex permission to drill*
    for c in before:
        c.attach(name, c.dep)
    word.dep = "dobj" if given else "oprd"


def adjective_before_noun(word: Word) -> None:
    """*There is welcome relief for them*: of what there is, the noun is the head, not the adjective before it."""
    noun, be = word.child("dobj"), word.head
    if noun is not None and be is not None and be.child("expl") and noun.i == word.i + 1:
        noun.govern(word, "amod")
        noun.dep, word.tag, word.pos = "attr", "JJ", "ADJ"
        for c in [c for c in word.children if c.i > noun.i]:
            c.attach(noun, c.dep)


def bare_object(word: Word) -> None:
    """*to stop the government offensive near Nerva*: a noun alone is no clause; *think the economy the main issue*."""
    verb, what = word.head, word.child(*SUBJECT)
    if what is None:
        word.dep = "dobj"
    elif (
        verb is not None and verb.lemma in _COMPLEMENT and not word.child("aux", "mark", "punct") and what.lower != "it"
    ):
        what.attach(verb, "dobj")
        word.dep = "oprd"


def modifiers_in_a_row(word: Word) -> None:
    """*a routine, albeit serious, challenge*; *the twin-engine, single-aisle plane was seen*: the noun is the last one.

    So it is of *a dark grey or brown coat*.
    The model ends the phrase at the first comma and coordinates or apposes the rest, which has no determiner.
    """
    det = word.child("det")
    adjective = word.tag in ("JJ", "JJR") and word.dep in ("dobj", "pobj", "attr", "nsubj", "nsubjpass")
    hyphened = word.tag == "NN" and any(c.tag == "HYPH" for c in word.children)
    noun = next((c for c in word.children if c.dep in ("conj", "appos") and c.i > word.i), None)
    if noun is None and word.head is not None and word.dep in SUBJECT:
        noun = next((c for c in word.head.children if c.dep == word.dep and c.i > word.i), None)
    colour = word.lower in _COLOURS and noun is not None and noun.dep == "conj" and word.tag != "NNS"
    if det is None or noun is None or not (adjective or hyphened or colour) or noun.tag not in ("NN", "NNS"):
        return
    first = min(noun.subtree()[0].i, noun.i)
    closed = noun.dep == "appos" and noun.next.text in (",", "(", "–", "—")
    listed = word.words[first - 1].text != "," or any(c.dep == "cc" for c in word.children)
    if closed or (listed and not colour) or noun.child("det", "poss", "nummod"):
        return
    head, dep = word.head, word.dep
    noun.attach(None, "ROOT")
    word.attach(noun, "amod" if adjective or colour else "compound")
    noun.attach(head, dep)
    det.attach(noun, "det")
    for c in [c for c in word.children if c.i > word.i]:
        if c.dep != "cc":
            c.attach(noun, c.dep)
        elif c.next is not noun and c.next.head is noun:
            c.next.attach(word, "conj")


def among_them(word: Word) -> None:
    """*freed 40 prisoners, among them a nurse*: whom the preposition leaves out is named beside the noun before."""
    them, comma = word.child("pobj"), word.words[word.i - 1]
    if word.lower != "among" or them is None or them.lower != "them" or comma.text != "," or word.i < 2:
        return
    before = word.words[word.i - 2]
    noun = next((a for a in (before, *before.ancestors()) if a.tag == "NNS"), None)
    for one in word.words[them.i + 1 : them.i + 8]:
        if one.tag in NOUN_TAGS and one.subtree()[0].i in (them.i + 1, word.i):
            if noun is not None and one not in noun.ancestors():
                one.attach(noun, "appos")
                word.attach(one, "prep")
            return


def day_before_name(word: Word) -> None:
    """*Lund said (on) Monday Norland would sign*, *Tomorrow Lund's son leaves*: a day is no part of a name."""
    name, first = word.head, word.words[word.i - 1] if word.i and word.words[word.i - 1].lower == "last" else word
    if name is None or name.tag != "NNP" or name.i < word.i or word.lower not in _DAYS or word.next.tag != "NNP":
        return
    if word.ner not in ("DATE", "TIME", "PERSON") or name.dep == "compound":
        return  # *Sunday Times reporters*
    before = word.words[first.i - 1] if first.i and word.words[first.i - 1].sent == word.sent else None
    on = before if before is not None and before.lower == "on" and not before.children else None
    verb = on.head if on is not None else before
    if before is None:
        verb = next((a for a in name.ancestors() if a.tag in VERB_TAGS), None)
    elif verb is not None and verb.lemma not in FINITE:
        return
    if verb is not None and verb.tag in VERB_TAGS:
        word.attach(on or verb, "npadvmod" if on is None else "pobj")
        if first is not word:
            first.attach(word, "amod")


def date_apart(word: Word) -> None:
    """*rulings from the 1970s known as Quill*: a participle tells of the noun, not of its date.

    And *an offer of 4 percent, which he called generous* of the offer; *goods worth $3 million sent to Tarn* of goods.
    """
    date = word.head
    if date is not None and date.ner == "MONEY" and date.head is not None and date.head.lower == "worth":
        date = date.head
        word.attach(date.head if date.dep == "amod" else date, word.dep)
        return
    kinds = ("DATE",) if word.dep == "acl" else ("PERCENT", "MONEY", "DATE")
    prep = date.head if date is not None and date.dep == "pobj" and date.ner in kinds else None
    if word.dep == "relcl" and date is not None and date.ner == "DATE":
        which = word.child("nsubj")  # *cars built before 1986, which use it*
        if which is None or which.lower != "which" or word.lemma == "be" or word.words[which.i - 1].text != ",":
            return
    elif word.dep == "relcl" and (prep is None or prep.lower != "of" or not _is_noun(prep.head)):
        return
    noun = prep.head if prep is not None else None
    while noun is not None and noun.dep in ("acl", "advmod"):
        noun = noun.head
    if noun is not None and noun.tag in VERB_TAGS and prep is not None:
        before = word.words[prep.i - 1]
        noun = before if before.tag in NOUN_TAGS else noun.child("dobj")
    if noun is not None and noun.tag in NOUN_TAGS:
        word.attach(noun, word.dep)
    elif prep is not None and word.dep == "relcl" and prep.head is not None and prep.head.tag in VERB_TAGS:
        word.attach(prep.head, "advcl")  # *It rained until Friday, which helped*


def of_the_act(word: Word) -> None:
    """*a study of 300 schools conducted by Norland*, *a letter to the town written by nurses*: what is conducted is an
    act, what is written words, whatever noun stands between.
    """
    noun, does = word.head, " ".join([word.lemma, *(c.lower for c in word.all("prt"))])
    prep = noun.head if noun is not None and noun.dep == "pobj" else None
    act = prep.head if prep is not None and prep.dep == "prep" else None
    apart = noun is not None and noun.tag == "NN" and word.words[word.subtree()[0].i - 1].text == ","
    if noun is not None and act is not None and apart and act.child("det") and not noun.child("det", "poss", "prep"):
        word.attach(act, "acl")  # *a drug for high blood pressure, sold as Lumor*
        return
    if noun is None or prep is None or act is None or word.child("agent") is None:
        return
    kind, between = KINDS.get(act.lemma.lower()), KINDS.get(noun.lemma.lower())
    one, other = (w.lemma.lower() in _SUMS | _ACTS for w in (act, noun))
    done = does in _CONDUCTING and (one or kind in ("Work", "Event"))
    said = does in _WORDING and (kind == "Work" or (one and between != "Person"))
    if (done or (said and (noun.pos == "PROPN" or between not in (None, "Thing", "Work")))) and not other:
        word.attach(act, "acl")


def _is_noun(word: Word | None) -> bool:
    return word is not None and word.tag in NOUN_TAGS


def of_the_fronted(word: Word) -> None:
    """*Under the accord, signed in Velmark, both sides pull back*: what is signed is the accord, not the sides."""
    at = word.i - 2
    noun = word.words[at] if at > 0 and word.words[at + 1].text == "," else None
    if noun is None or noun.tag not in ("NN", "NNS") or noun.ner in ("DATE", "TIME") or word.child("dobj", "mark"):
        return
    prep = noun.head if noun.dep == "pobj" else None
    verb = word.head
    if (
        prep is not None
        and prep.lower in ("under", "in")
        and prep.head is verb
        and verb is not None
        and verb.i > word.i
    ):
        word.attach(noun, "acl")


def called_apart(word: Word) -> None:
    """*a threat to the islands, known as Malvinas*: behind a comma, too, what is called is the noun before.

    Likewise *$3 million for roads (formerly known as paths)*.
    """
    at = word.subtree()[0].i - 1
    mark = "(" if word.dep == "acl" else ","
    before = word.words[at - 1] if at > 0 and word.words[at].text == mark else None
    if word.dep == "acl" and (word.head is None or word.head.ner not in AMOUNTS):
        return
    if word.lemma not in _CALLING or word.tag not in ("VBN", "VBD") or word.child(*SUBJECT, "aux", "auxpass"):
        return
    if before is not None and before.tag in NOUN_TAGS and any(a is word.head for a in before.ancestors()):
        word.tag = "VBN"
        word.attach(before, "acl")


def content_of_noun(word: Word) -> None:
    """*over claims (that) it rigged rates*, *claims it lied*: a clause that lacks nothing tells what its noun says."""
    noun, own = word.head, next((c for c in reversed(word.children) if c.dep in SUBJECT), None)
    if word.dep == "ccomp":  # *voiced hope it was over*
        told = noun.child("dobj") if noun is not None and noun.lemma not in REPORTING else None
        if told is not None and own is not None and told.lemma in _CONTENT and word.subtree()[0].i == told.i + 1:
            word.attach(told, "acl")
        return
    stranded = any(not p.children for p in word.all("prep"))  # *a plan they agreed on*
    if noun is None or own is None or noun.lemma not in _CONTENT or stranded or word.lemma in _GIVE:
        return
    bare_verb = word.lemma in _BARE
    that = word.subtree()[0]
    if that.lower == "that" and that.head is word and that is not own and word.lemma not in _GIVING:
        whole = that.dep == "mark" and word.lemma not in _MAKING  # *the claim that he made in May*
        taken = whole or any(c is not that for c in word.all("dobj"))
        if taken or bare_verb or word.child("acomp", "attr", "ccomp", "xcomp", "auxpass") is not None:
            word.dep, that.dep, that.tag, that.pos = "acl", "mark", "IN", "SCONJ"
        return
    if _lacks_object(word) and not bare_verb:
        return
    before = [w for w in word.subtree() if w.i < word.i]
    bare = not any(w.tag in ("WP", "WDT", "WP$", "WRB") or w.lower == "that" for w in before)
    to = word.child("xcomp")
    if bare and (bare_verb or word.child("dobj", "acomp", "attr", "auxpass") or (to and not _lacks_object(to))):
        word.dep = "acl"


def listed_apposition(word: Word) -> None:
    """*a man, a woman and two children*: what seems an apposition with the same article and no comma behind is none.

    So are one, and then several: *her husband, three children and nine grandchildren*; and what *and* joins: *a cook
    and, later, a nurse*.
    """
    noun, last = word.head, word.child("conj")
    first = word.subtree()[0].i
    if noun is not None and noun.child("conj") is None and any(noun.i < c.i < first for c in noun.all("cc")):
        word.dep = "conj"
    while last is not None and last.child("conj") is not None:
        last = last.child("conj")
    if noun is None or noun.tag not in ("NN", "NNP") or last is None:
        return
    verb = noun.head if noun.dep in SUBJECT else None
    agrees = verb is not None and any(w.tag == "VBP" or w.lower == "were" for w in (verb, *verb.all("aux", "auxpass")))
    if agrees and noun.child("conj") is None and noun.tag == word.tag == "NNP":
        word.attach(noun, "conj")  # *Norland, the Tarn Republic and Kerst have signed it*
    if not last.child("det", "poss", "nummod"):
        return
    several = word.tag == "NNS" and word.child("nummod") is not None and noun.tag == "NN" and noun.child("poss")
    while noun.dep == "appos" and noun.head is not None:
        noun = noun.head
    end = word.words[min(last.subtree()[-1].i + 1, len(word.words) - 1)]
    alike = noun.tag == word.tag == "NN" and [c.lower for c in noun.all("det")] == [c.lower for c in word.all("det")]
    ands = [word.words[c.i - 1] for w in (word, *word.all("conj")) for c in w.all("cc") if c.lower == "and"]
    closed = any(w.text in (",", "–", "—", "-", ")") for w in (*ands, end))
    listed = (noun.dep in SUBJECT and end.pos in ("VERB", "AUX")) or (alike and noun.child("det") is not None)
    if ands and (several or (listed and not closed)):
        word.attach(noun, "conj")


def first_in_years(word: Word) -> None:
    """*its first profit in a decade*: of what is the first, since when is told by its noun."""
    verb, date = word.head, word.child("pobj")
    noun = word.words[word.i - 1] if word.i else None
    if verb is None or date is None or noun is None or word.lower != "in" or date.ner != "DATE":
        return
    spell = date.tag == "NNS" or any(c.lower in ("a", "more") for c in date.children)
    singled = any(c.lower in _SINGLED or c.tag == "JJS" for c in noun.children)
    if spell and singled and noun.tag in NOUN_TAGS and noun.head is verb and date.lower[:1].isalpha():
        word.attach(noun, "prep")


def last_of_several(word: Word) -> None:
    """*the United Nations and states that signed it*: a clause without comma modifies the noun right before it."""
    noun, who = word.head, word.subtree()[0]
    other = noun.child("conj") if noun is not None else None
    while other is not None and other.child("conj") is not None:
        other = other.child("conj")
    if other is not None and who.tag in ("WP", "WDT") and noun is not None and noun.i < other.i < who.i:
        agrees = noun.tag == "NN" and any(w.tag == "VBP" for w in (word, *word.all("aux", "auxpass")))
        # Else it may be of all.
        apart = noun.pos == "PROPN" or other.child("det", "poss") is not None or (agrees and other.tag == "NNS")
        if apart and other.subtree()[-1].i == who.i - 1 and other.tag in NOUN_TAGS:
            word.attach(other, "relcl")


def who_is_somebody(word: Word) -> None:
    """*Ana Petrova, an engineer at the Nerva Dock Company, who led the work*: *who* is the person, not the company."""
    subject = word.child("nsubj", "nsubjpass")
    noun = word.head
    if subject is None or subject.lower != "who" or noun is None or noun.tag == "CD":
        return
    prep = noun.head if noun.dep == "pobj" else None
    place = prep is not None and prep.lower == "from"  # *a boy from Tarn, who …*
    if _is_person(noun) and not place:
        return
    near = [
        w for w in word.words[max(subject.i - 2, 0) : subject.i] if w.tag in NOUN_TAGS and word not in w.ancestors()
    ]
    # *a nurse with long experience who left*
    owned = noun.dep == "pobj" and noun.head is not None and noun.head.lower == "with"
    above = [w for w in noun.ancestors() if w.i < word.i]
    if not (_is_body(noun) or owned or place):
        above = [w for w in above if w.lemma.lower() in _PERSONS]  # *people with knowledge of the matter, who …*
    near = [w for w in reversed(near) if _is_person(w) and not (place and w is noun)]
    person = next((w for w in (*near, *above) if w.tag in VERB_TAGS or _is_person(w)), None)
    if person is not None and person.tag in VERB_TAGS:
        person = person.child("dobj")  # *help migrants at sea who need it*
    if person is not None and _is_person(person):
        word.attach(person, "relcl")


def which_is_nobody(word: Word) -> None:
    """*put out a request to its followers, which got replies*: *which* is the thing before, not the people.

    Where no thing is before, it is what was told: *accused of bribing officials, which he denies*.
    """
    subject = next((c for c in word.children if c.tag == "WDT" and c.dep in (*SUBJECT, "dobj")), None)
    people = word.head
    if subject is None or subject.lower != "which" or people is None or not _is_person(people):
        return
    if people.tag != "NNS" and people.ner != "PERSON":
        return
    over = people.head.head if people.dep == "pobj" and people.head is not None else None
    verb = next((a for a in people.ancestors() if a.tag in VERB_TAGS), None)
    thing = over if over is not None and over.tag in NOUN_TAGS else verb.child("dobj") if verb is not None else None
    if thing is not None and thing.i < people.i and not _is_person(thing):
        word.attach(thing, "relcl")
    elif verb is not None and verb.i < people.i and word.words[subject.i - 1].text == ",":
        word.attach(verb, "advcl")


def _is_person(noun: Word) -> bool:
    return noun.ner == "PERSON" or noun.lemma.lower() in _PERSONS


def _is_body(noun: Word) -> bool:
    """Whether a noun is no person: recognised as something else, or a common noun for something else."""
    if noun.lemma.lower() in _PERSONS:
        return False
    return noun.ner in ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP") or KINDS.get(noun.lemma.lower()) in _NOBODIES


def relative_as_mark(word: Word) -> None:
    """*vendors that, for a fee, provide it*: of a relative clause without a subject *that* is the subject.

    And *a ruling that the law was void*: it is none where it opens what a noun says.
    """
    taken = word.child("dobj")
    if word.dep == "acl" and taken is not None and taken.lower == "that" and taken.tag == "IN":
        taken.dep = "mark"
    that = next((c for c in word.all("mark") if c.lower == "that"), None)
    if that is not None and word.child(*SUBJECT, "expl") is None:
        that.dep, that.tag, that.pos = "nsubj", "WDT", "PRON"
    elif that is not None and word.dep == "acl" and word.lemma in _DENIABLE and _lacks_object(word):
        that.dep, that.tag, that.pos = "dobj", "WDT", "PRON"  # *a claim that experts dispute*
        word.dep = "relcl"


def _lacks_object(verb: Word) -> bool:
    return verb.child("dobj", "ccomp", "xcomp", "auxpass", "prep", "prt", "attr", "acomp") is None


def relative_as_content(word: Word) -> None:
    """*praised the bridge that Quill built*, *It was Tarn that fell*: what lacks the noun before it modifies that.

    So does what follows a day: *reported a loss Thursday that sent its shares down*.
    """
    verb = word.head
    opening = ("that", "who") if verb is not None and verb.lemma == "be" else ("that",)
    that = next((c for c in word.children if c.lower in opening and c.i < word.i), None)
    noun = verb.child("dobj", "attr") if verb is not None else None
    if verb is None or noun is None or that is None:
        return
    if any(c.lower == "no" for c in noun.all("det")) and verb.lemma == "be" and word.child(*SUBJECT):
        return  # *It is no surprise that they lost*
    day = next((c for c in verb.all("npadvmod") if c.i == that.i - 1 and c.ner == "DATE"), that)
    if noun.subtree()[-1].i != day.subtree()[0].i - 1:
        return
    lacks = word.child("dobj", "acomp", "attr", "ccomp", "auxpass") is None and word.lemma != "be"
    gap = verb.lemma not in FINITE and (lacks or word.child(*SUBJECT, "expl") is None)
    if that.dep in ("nsubj", "dobj", "pobj") or (that.dep == "mark" and gap and day is that):
        word.attach(noun, "relcl")


def relative_as_sentence(word: Word) -> None:
    """*They sold it to the farmers — who would lose it*: a clause of *who* behind a noun modifies it."""
    who, before = word.child("nsubj"), word.head or word.child("parataxis")
    if who is None or before is None or who.lower not in ("who", "which") or not 1 < before.i < who.i:
        return
    noun = word.words[who.i - 1] if word.words[who.i - 1].tag in NOUN_TAGS else word.words[who.i - 2]
    if noun.tag in NOUN_TAGS and before in noun.ancestors():
        if word.head is None:
            before.attach(None, "ROOT")
        word.attach(noun, "relcl")


def infinitive_of_noun(word: Word) -> None:
    """*a bill to close the port*: an infinitive without relative word and subject only tells what the noun is for."""
    before = [c for c in word.children if c.i < word.i]
    noun = word.head
    if word.dep == "xcomp" and noun is not None:  # *is the second firm to fail*
        only = noun.child("attr")
        singled = only is not None and any(c.lower in _SINGLED or c.tag == "JJS" for c in only.children)
        noun = only if singled and only is not None and only.i + 2 == word.i else None
        if noun is not None:
            word.attach(noun, "acl")
    if noun is None or not any(c.lower == "to" and c.dep == "aux" for c in before):
        return
    if any(c.dep in SUBJECT or c.tag == "MD" or c.tag in ("WDT", "WP", "WRB", "IN") for c in before):
        return
    word.dep = "acl"
    # *hired two divers, to search the wreck*: behind a comma it is what all is done for.
    first = word.subtree()[0].i
    while noun.dep in ("conj", "appos") and noun.head is not None and noun.head.tag in NOUN_TAGS:
        noun = noun.head
    verb = noun.head
    apart = any(c.text == "," and c.i == first - 1 for a in word.ancestors() for c in a.children)
    if apart and verb is not None and noun.dep in ("dobj", "pobj", "conj") and verb.tag in VERB_TAGS:
        word.attach(verb, "advcl")


def named_behind(word: Word) -> None:
    """*met with his rival, Ivo Lasse, on Friday*: a person's name behind a noun and a comma names whom it calls so."""
    first = word.subtree()[0].i
    noun = word.words[first - 2] if first > 1 and word.words[first - 1].text == "," else None
    if (
        noun is not None
        and word.ner == "PERSON"
        and noun.lemma in _PERSONS
        and any(a is word.head for a in noun.ancestors())
    ):
        word.attach(noun, "appos")


def name_of_role(word: Word) -> None:
    """*A spokeswoman for the Division of Water, Megan Tolland, said*: a person's name behind a comma is hers."""
    noun, first = word.head, word.subtree()[0]
    if noun is None or _is_person(noun) or not (first.text in _GIVEN or word.ner == "PERSON"):
        return
    above = [
        *itertools.takewhile(lambda a: a.dep in ("pobj", "prep") or a.lemma in _PERSONS, (noun, *noun.ancestors()))
    ]
    role = next((a for a in above if a.lemma in _PERSONS), None)
    if role is not None and role.tag == "NN" and word.words[first.i - 1].text == ",":
        word.attach(role, "appos")


def named_behind_participle(word: Word) -> None:
    """*Opening the case at Tarn Court, Ada Brandt, for the state, said*: the person behind the comma says so."""
    verb = word.head
    if verb is None or verb.i < word.i or any(c.dep in SUBJECT and c is not word for c in verb.children):
        return
    names = (w for w in word.subtree() if w.dep == "appos" and w.tag == "NNP" and w.head is not None)
    for name in names:
        first = name.subtree()[0]
        person = first.text in _GIVEN and name.head is not None and not _is_person(name.head)
        if not person or first.i == name.i or word.words[first.i - 1].text != ",":
            continue
        after = [w for w in word.subtree() if w.i > name.i and w.head is not None and w.head.i < name.i]
        name.attach(verb, "nsubj")
        word.dep, word.pos = "advcl", "VERB"
        for w in after:
            w.attach(name, w.dep)
        return


def adjective_as_subject(word: Word) -> None:
    """*The 23-year-old, the first to win it twice, finished early*: the adjective is the subject."""
    old = next((c for c in word.children if c.dep == "amod" and c.i < word.i), None)
    subject = word.child(*SUBJECT)
    if old is None or (word.words[old.subtree()[0].i].lower != "the" and old.child("det") is None):
        return
    if subject is not None and subject.i > old.i and any(w.text == "," for w in word.words[old.i : subject.i]):
        old.dep, old.pos = subject.dep, "NOUN"
        subject.attach(old, "appos")
    elif subject is None:
        old.dep, old.pos = "nsubj", "NOUN"


def aged_subject(old: Word) -> None:
    """*“I won,” the 24-year-old said*, *denies theft*, *faces jail*, *, known for her songs, fell*: who does it."""
    verb, first = old.head, old.words[old.subtree()[0].i - (old.child("det") is None)]
    if verb is None or (old.lower, first.lower) != ("old", "the") or old.words[old.i - 1].text != "-":
        return
    above, other = verb.head, verb.child(*SUBJECT)
    tensed = verb.tag in ("VBZ", "VBD") or (verb.tag in ("NNS", "VBN") and verb.dep == "ROOT")
    if old.next.text == "," and verb.dep == "advcl" and above is not None and not above.child(*SUBJECT):
        old.attach(above, "nsubj")
    elif verb is old.next and tensed and (other is None or not other.text.isalnum()):
        if verb.dep == "compound" and above is not None:
            verb.govern(above, above.dep)
            above.dep = "dobj"
        first.attach(old, "det")
        for c in verb.all("acl", "relcl", *SUBJECT):
            c.dep = "punct" if c is other else "ccomp" if c.child(*SUBJECT) else "xcomp"
        old.dep, verb.tag, verb.pos = "nsubj", "VBZ" if verb.text[-1] == "s" else "VBD", "VERB"
    old.pos = "NOUN" if old.dep == "nsubj" else old.pos


def set_off(word: Word) -> None:
    """*raised its fees, a move critics say will hurt*: behind a noun set off by a comma stands a clause of it."""
    subject = word.child(*SUBJECT)
    first = word.head if word.dep == "conj" else next((c for c in word.all("ccomp") if c.i < word.i), None)
    if subject is None or first is None or word.child("cc", "mark") is not None or subject.i < first.i:
        return
    between = reversed(word.words[first.i : subject.i])
    det = next((w for w in between if w.lower in ("a", "an") and w.dep == "det"), None)
    noun = (
        (subject.child("compound") or subject) if det is not None and det.head is subject else det.head if det else None
    )
    if det is None or noun is None or noun.tag != "NN" or word.words[det.i - 1].text != "," or noun.i < det.i:
        return
    who = (noun.child("appos") if noun is subject else subject) or noun
    start = min(w.i for w in who.subtree() if w.i > noun.i) if who.i > noun.i else noun.i
    if who.tag not in ("NNS", "NNP", "PRP") or start != noun.i + 1 or noun.lemma in _PERSONS or word in noun.children:
        return
    for w in (word, noun, first):
        w.attach(None, "ROOT")
    who.attach(word, "nsubj")
    det.attach(noun, "det")
    word.words[det.i - 1].attach(first, "punct")
    noun.attach(first, "npadvmod")
    word.attach(noun, "relcl")


def measure(word: Word) -> None:
    """*Shares fell 7 percent in early trading*: by how much, right behind a verb without an object, is its object."""
    verb = word.head
    if verb is None or verb.tag not in VERB_TAGS or word.subtree()[0].i != verb.i + 1:
        return
    counted = word.ner in AMOUNTS or (word.child("nummod") is not None and word.ner not in ("DATE", "TIME"))
    counted = counted and word.lemma != "time"
    if counted and verb.child("dobj", "auxpass", "acomp", "attr", "xcomp", "ccomp") is None:
        word.dep = "dobj"


def roles_before_name(word: Word) -> None:
    """*saxophonist and educator Kim Lund*: two roles of one, as the first has no article."""
    first = word.head
    role = any(c.tag == "NN" and c.lemma in _PERSONS for c in word.all("compound"))
    if first is None or not role or word.ner != "PERSON" or first.tag != "NN":
        return
    if KINDS.get(first.lemma, "Person") == "Person" and first.child("det", "poss", "nummod") is None:
        word.govern(first, "compound")
        for c in [c for c in first.children if c.i > word.i]:
            c.attach(word, c.dep)


def beyond(word: Word) -> None:
    """*It is $3 million above the budget*: an amount before such a preposition is how far."""
    amount = word.head.child("attr") if word.head is not None and word.head.lemma == "be" else None
    if word.lower not in ("above", "below") or amount is None or amount.ner not in AMOUNTS:
        return
    if amount.subtree()[-1].i == word.i - 1:
        word.attach(amount, "prep")


def quoted_modifier(word: Word) -> None:
    """*lower standards and a “can’t fail” mentality*: what stands in quotation marks between article and noun."""
    det, noun, over = word.child("det"), word.child("dobj"), word.head
    if det is None or noun is None or over is None or word.words[noun.i - 1].text not in ("”", '"', "''", "’", "'"):
        return
    if word.words[det.i + 1].tag != "``" or noun.i - 2 != word.i:
        return
    first = next((w for w in reversed(word.words[over.i + 1 : det.i]) if w.tag in NOUN_TAGS), None)
    joins = word.dep == "conj" and first is not None and over in first.ancestors()
    noun.attach(None, "ROOT")
    word.attach(noun, "amod")
    det.attach(noun, "det")
    noun.attach(first if joins and first is not None else over, "conj" if joins else "dobj")
    word.tag, word.pos = "JJ", "ADJ"


def said_of_all(word: Word) -> None:
    """*said it is safe, a claim that experts dispute*: behind a comma a second complement tells of what is said."""
    verb, det = word.head, word.child("det")
    first = verb.child("acomp", "attr") if verb is not None else None
    if verb is None or first is None or first is word or det is None or det.lower not in ("a", "an"):
        return
    if word.words[det.i - 1].text == "," and first.i < det.i:
        report = verb.head if verb.dep == "ccomp" and verb.head is not None and verb.head.i < verb.i else verb
        word.attach(report, "npadvmod")


def fined(word: Word) -> None:
    """*fined Orvex $9 million for it*: a sum behind somebody is no second object, and what follows is the verb's."""
    verb = word.head
    if word.dep == "nummod" and verb is not None and verb.i < word.i and word.ner == "MONEY" and verb.tag == "NNP":
        word.attach(verb.head, "dobj")  # *fined (Orvex $9 million)*
        verb = word.head
    blamed = verb is not None and verb.lemma in _BLAMING
    whom = verb.child("dative" if blamed and verb.child("dative") else "dobj") if verb is not None else None
    if verb is None or whom is None or word.ner != "MONEY" or whom.i + 1 != word.subtree()[0].i:
        return
    whom.dep = "dobj"
    word.dep = "npadvmod"
    for c in word.all("prep"):
        if c.lower != "of":
            c.attach(verb, "prep")


def sums_up(word: Word) -> None:
    """*ordered jets from Calder, a deal worth $2*: what is done is summed up, not the name before."""
    name, det = word.head, word.child("det")
    event = KINDS.get(word.lemma) == "Event" or word.lemma in _SUMS
    if name is None or det is None or det.lower not in ("a", "an") or not event or word.words[det.i - 1].text != ",":
        return
    if word.lemma in CLAIMS and name.lemma not in _CONTENT and not any(c.lower == "of" for c in word.children):
        # *says it breaks the law, a view the court rejects*
        verb = next((a for a in name.ancestors() if a.tag in VERB_TAGS), None)
        if verb is not None and verb.i < name.i and word.child("acl", "relcl") is not None:
            word.attach(verb, "npadvmod")
    verb = next((a for a in name.ancestors() if a.tag in VERB_TAGS), None)
    if verb is not None and verb.i < name.i and name.ner in ("PERSON", "ORG", "GPE", "NORP"):
        word.attach(verb, "npadvmod")
