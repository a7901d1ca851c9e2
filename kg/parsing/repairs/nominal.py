"""Repairs around nouns: names and compounds, appositions, relative and reduced clauses."""

from __future__ import annotations

import itertools

from kg import lexicon
from kg.parsing.repairs.labels import (
    AMOUNTS,
    BODIES,
    FINITE,
    KINDS,
    NOUN_TAGS,
    REPORTING,
    SUBJECT,
    TAKING,
    VERB_TAGS,
    is_singled,
)
from kg.parsing.tree import Parse, Word

# Entities whose name may hold a conjunction.
_COMPOSED = frozenset({"ORG", "WORK_OF_ART", "LAW", "FAC", "PRODUCT", "EVENT"})
# Words between several and those that are told by name, at most.
_NEAR = 12
# Prepositions that tell some of several, and whether they stand alone.
_SOME = (("as", False), ("including", True))
_DOING = lexicon.words("lexicon/control", "verb", control="doing")
_DAYS = lexicon.words("lexicon/calendar", kind="weekday") | lexicon.words("lexicon/calendar", kind="near")
_COLOURS = lexicon.words("lexicon/colours")
_DENIABLE = TAKING | lexicon.words("lexicon/reporting", "verb", finite="deny")
_EVENTS = lexicon.words("lexicon/event_nouns")
_PERSONS = lexicon.words("lexicon/nouns", "noun", type="Person") | lexicon.words(
    "lexicon/nouns", "noun", type="Population"
)
_NOBODIES = frozenset({"Thing", "Work", "Event", "Place"})
_NAMED = lexicon.words("lexicon/verb_kinds", kind="office")
_HARMING = lexicon.words("lexicon/verb_kinds", kind="harm")
_HAPPENING = lexicon.words("lexicon/verb_kinds", kind="happen")
# Verbs with two objects, whom and what.
_GIVING = lexicon.words("lexicon/verb_kinds", kind="give")
_GIVEN = lexicon.words("lexicon/given_names")
# Verbs with a noun that says what their object is.
_COMPLEMENT = _NAMED.union(*(lexicon.words("lexicon/verb_kinds", kind=kind) for kind in ("naming", "deem")))
_CONTENT = lexicon.words("lexicon/content_nouns")
_GIVE = lexicon.words("lexicon/utterances", kind="verb")
_BARE = lexicon.words("lexicon/verb_kinds", kind="bare")
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
        none = "det" if (word.lower, head.lower) == ("no", "one") else "compound"
        word.attach(head, "punct" if word.text in ("-", "–", "/") else none)


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
    last word the head. So it is in *the Tarn and Nerva Railway Company*, as no town by itself has an article.
    """
    first = word.head
    if first is None or first.i > word.i:
        return
    inside = word.words[first.i + 1 : word.i + 1]
    named = word.ner in _COMPOSED and all(w.ner == first.ner and not w.ner_start for w in inside)
    town = next(w for w in (first, *first.ancestors()) if w.dep != "conj")
    lined = town.ner == "GPE" and town.tag == "NNP" and "." not in town.text and word.child("compound") is not None
    lined = lined and [c.lower for c in town.all("det")] == ["the"] and word.ner in ("ORG", "LOC", "FAC")
    # *chairman and chief executive Ana Quill*
    roles = first.tag == "NN" and word.ner == "PERSON" and first.child("det", "poss") is None and _is_person(first)
    named |= roles and any(c.tag == "NN" and _is_person(c) for c in word.all("compound"))
    if not (named or (lined and word.child("det", "poss") is None)) or not any(w.lower in ("and", "&") for w in inside):
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


def verb_in_name(word: Word) -> None:
    """*Analyst Nick Van den Brul spoke*: no word in the middle of a person's name is a verb."""
    last = word
    while last.next.ner == "PERSON" and not last.next.ner_start and last.next is not last:
        last = last.next
    if word.ner != "PERSON" or word.ner_start or last is word or last.head is None or last in word.ancestors():
        return
    verb, over, dep = last.head, word.head, word.dep
    if verb is not word and word not in verb.ancestors():
        return
    if verb is word:
        last.attach(over, dep)
    else:
        top = next(a for a in (verb, *verb.ancestors()) if a.head is word)
        top.attach(over, dep)
    for c in list(word.children):
        c.attach(last if c.i < word.i else last.head or last, "compound" if c.dep in SUBJECT else c.dep)
        for inner in list(c.children) if c.ner == "PERSON" else ():
            inner.attach(last, inner.dep)
    word.attach(last, "compound")
    word.tag, word.pos = "NNP", "PROPN"


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


def number_of_rank(word: Word) -> None:
    """*finished at No 20*, *No 10 denied it*: before a number *No* denies nothing; but *No 20 men agree*."""
    after = word.words[word.i + 1 : word.i + 3]
    opens = word.i == 0 or word.words[word.i - 1].sent != word.sent
    if word.text == "No" and len(after) > 1 and after[0].text.isdigit() and not (opens and after[1].tag in NOUN_TAGS):
        word.tag, word.pos, word.dep = "NN", "NOUN", "nmod"


def late_apposition(word: Word) -> None:
    """*called on both powers, the sponsors of the deal*: a noun set off by a comma from the one before is no object."""
    verb = word.head
    if verb is None or word.i < verb.i:
        return
    commas = [c for c in verb.children if c.dep == "punct" and c.text == "," and verb.i < c.i < word.i]
    before = [c for c in verb.children if c.dep in ("prep", "dobj") and verb.i < c.i < word.i]
    cc, other = word.child("cc"), word.child("conj")
    closed = cc is None or word.words[cc.i - 1].text == ","  # *the driver, a man of 30, and his brother*
    if not commas or not before or commas[-1].i < before[-1].i or (closed and word.dep == "oprd"):
        return
    noun = before[-1] if before[-1].dep == "dobj" else before[-1].child("pobj")
    if noun is not None and word.subtree()[0].i == commas[-1].i + 1:
        near = word.words[commas[-1].i - 1]
        if not closed and (word.ner != near.ner or word.ner not in ("ORG", "PERSON", "GPE")):
            return
        noun = noun if closed else near  # *called for reform of the Bank, the Fund and the League*
        word.attach(noun, "appos" if closed else "conj")
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
    if noun is not word and first.i == noun.i + 1 and first.pos != "PUNCT":
        word.attach(verb, "dobj")


def _one_noun(first: Word, last: Word) -> bool:
    """*took line honours*, *won the women 300 metres freestyle*: what only seems two objects."""
    bare = (
        first.tag in ("NN", "NNS") and last.child("det", "poss") is None and last.ner not in (*AMOUNTS, "DATE", "TIME")
    )
    return bare and (first.tag == "NN" or last.child("compound") is not None or first.child("nummod") is not None)


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
        elif word.dep == "dobj" and word.next.tag not in VERB_TAGS and _one_noun(first, word):
            first.attach(word, "compound")  # *took line honours*
            for c in list(first.children):
                c.attach(word, c.dep)
    elif word.lower == "home" and word.dep == "dobj" and not word.children:
        word.dep = "advmod"
    elif verb.lemma == "take" and word.dep == "npadvmod" and any(c.lower == "it" for c in verb.all("nsubj")):
        first.dep, word.dep = "dative", "dobj"
        for c in [c for c in verb.all("advcl") if c.tag == "VB"]:
            c.dep = "xcomp"


def named_to_office(word: Word) -> None:
    """*appointed Ana Quill finance minister*: a person and the office, where the model takes them for one noun."""
    verb = word.head
    names = [c for c in word.children if c.tag == "NNP" and c.dep in ("compound", "nmod")]
    names = [c for c in names if c.ner != "GPE"]
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
    """*There is welcome relief for them*: of what there is, the noun is the head, not the adjective before it.

    *The mayor is worried voters will stay away*: she is worried, not the voters.
    """
    noun, be = word.child("dobj"), word.head
    own = word.child("nsubj") if word.dep == "ccomp" and be is not None and be.lemma == "be" else None
    felt = own.child("amod") if own is not None else None
    if be is not None and own is not None and felt is not None and own.subtree()[0].i == be.i + 1:
        who = be.child("nsubj")
        if who is not None and (who.tag == "PRP" or _is_person(who)) and be.child("attr", "acomp") is None:
            felt.attach(be, "acomp")
        return
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
    listed = word.words[first - 1].text != ","
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

    And *an offer of 4 percent, which he called generous* of the offer.
    """
    date = word.head
    harm = word.lemma in _HARMING or (word.lemma == "leave" and word.child("oprd") is not None)
    harm = harm and any(c.tag == "WDT" for c in word.all("nsubj"))
    if word.dep == "relcl" and date is not None and (harm or word.lemma in _HAPPENING):
        chain = itertools.takewhile(lambda a: a.tag in NOUN_TAGS or a.dep == "prep", date.ancestors())
        events = (a for a in chain if a.lemma in _EVENTS or KINDS.get(a.lemma) == "Event")
        if date.lemma not in _EVENTS and KINDS.get(date.lemma) != "Event" and (event := next(events, None)) is not None:
            word.attach(event, "relcl")  # *a fire at a mill in Tarn, which occurred at noon*
        return
    if word.tag == "VBG" and date is not None and date.ner == "ORG" and date.head is not None and date.dep == "pobj":
        member = date.head.head  # *a member of the Northern League attending the talks*
        if member is not None and _is_person(member) and word.words[word.i - 1].text != ",":
            word.attach(member, "acl")
        return
    if word.tag == "VBG":  # *worked into the winter putting up tents*
        verb = next((a for a in word.ancestors() if a.tag in VERB_TAGS), None)
        spell = date is not None and date.ner in ("DATE", "TIME") and date.dep == "pobj"
        trouble = date is not None and date.dep == "dobj" and date.lemma in _DOING  # *has trouble paying them*
        if verb is not None and (spell or (trouble and date is not None and date.head is verb)):
            word.attach(verb, "advcl")
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


def described_first(word: Word) -> None:
    """*A planner and a sailor, Ivo Lasse inspired loyalty*: who it is stands behind the comma.

    Of two subjects the name right behind a noun that lacks an article is that noun's.
    """
    first, *others = word.all("nsubj") or [word]
    det, role = first.child("det"), word.words[others[0].subtree()[0].i - 1] if others else word
    if others and role.dep == "pobj" and role.tag == "NN" and role.head is not None and others[0].tag == "NNP":
        prep, name = role.head, others[0]  # *the collapse of shipping giant Orvex hurt it*
        if role.i < word.i and name not in role.ancestors() and role.child("det") is None:
            name.attach(prep, "pobj")
            role.attach(name, "compound")
        return
    if not others or others[0].i > word.i or det is None or det.lower not in ("a", "an") or word.child("aux"):
        return
    if word.words[others[0].subtree()[0].i - 1].text == "," and KINDS.get(first.lemma) != "Event":
        first.dep = "npadvmod"
        word.tag = "VBD" if word.tag == "VBN" else word.tag


def _is_noun(word: Word | None) -> bool:
    return word is not None and word.tag in NOUN_TAGS


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


def such_as(word: Word) -> None:
    """*visited towns in Norland, such as Tarn*; *hired men by the hour, including two cooks*: several stand before."""
    over, such = word.head, next((c for c in word.children if c.lower == "such"), word)
    if over is None or word.child("pobj") is None or (word.lower, such is word) not in _SOME:
        return
    if over.tag in VERB_TAGS or (over.tag == "NN" and any(c.lower == "the" for c in over.children)):
        before = (w for w in reversed(word.words[max(such.i - _NEAR, 0) : such.i]) if w.sent == word.sent)
        noun = next((w for w in before if w.tag in ("NNS", "NNPS") and w.ner not in ("DATE", *AMOUNTS)), None)
        if noun is not None:
            word.attach(noun, "prep")


def first_in_years(word: Word) -> None:
    """*its first profit in a decade*: of what is the first, since when is told by its noun."""
    verb, date = word.head, word.child("pobj")
    noun = word.words[word.i - 1] if word.i else None
    if verb is None or date is None or noun is None or word.lower != "in" or date.ner != "DATE":
        return
    spell = date.tag == "NNS" or any(c.lower in ("a", "more") for c in date.children)
    if spell and is_singled(noun) and noun.tag in NOUN_TAGS and noun.head is verb and date.lower[:1].isalpha():
        word.attach(noun, "prep")


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


def agreeing_noun(word: Word) -> None:
    """*the owner of the mills, which has debts*: the number of a relative clause's verb tells what noun it is of.

    Where none agrees it is what was told: *closed three mills, which means that jobs go*.
    """
    # *the appeal by the miners, which he believes was late*
    inner = next((c for c in word.all("ccomp") if any(o.tag == "WDT" for o in c.all(*SUBJECT))), word)
    noun, which = word.head, next((c for c in inner.children if c.dep in SUBJECT and c.tag in ("WDT", "WP")), None)
    near = word.words[which.i - 1] if which is not None else word
    if (
        noun is not None
        and near.tag in NOUN_TAGS
        and not near.ner
        and any(a.dep == "relcl" and a.head is noun for a in near.ancestors())
    ):
        word.attach(near, "relcl")  # *the man who found a key that fits*
        return
    forms = {c.lower if c.tag == "VBD" else c.tag for c in (inner, *inner.all("aux", "auxpass"))}
    many = True if forms & {"VBP", "were"} else False if forms & {"VBZ", "was"} else None
    if noun is None or which is None or many is None or _plural(noun, many) is not (not many):
        return
    verb = next((a for a in noun.ancestors() if a.tag in VERB_TAGS and a.dep != "acl"), None)
    above = list(itertools.takewhile(lambda a: a is not verb, noun.ancestors()))
    # *raised the funds for the purchase, which are due*; *was praised as a son by the crews, who say he left*
    beside = [o for c in verb.children if c.i > verb.i for o in (c, *c.all("pobj"))] if verb is not None else []
    for a in (*above, *reversed(beside)):
        person = which.lower != "who" or _is_person(a)
        if a.tag in NOUN_TAGS and a is not noun and a.i < which.i and _plural(a, many) is many and person:
            word.attach(a, "relcl")
            return
    told = word.words[which.i - 1].text == "," or word.child("ccomp") is not None  # *ideas which means they stay*
    if told and which.lower == "which" and not many and verb is not None and verb.i < noun.i and word.lemma != "be":
        content = verb.child("ccomp") if verb.lemma in REPORTING else None
        word.attach(content if content is not None and content.i < verb.i else verb, "advcl")


def _plural(noun: Word, verb_plural: bool) -> bool | None:
    """Whether a noun is of several; None where its form does not tell, or a plural verb goes with what it counts."""
    people = noun.tag == "NNPS" and noun.ner == "NORP"
    if people or noun.tag not in ("NN", "NNS") or noun.ner in (*AMOUNTS, "DATE") or noun.lemma.endswith("s"):
        return people or None
    counted = [c for p in noun.all("prep") if p.lower == "of" for c in p.children if c.tag == "NNS"]
    joined = noun.dep == "conj" or noun.child("conj") is not None
    if verb_plural and noun.tag == "NN" and (joined or counted or KINDS.get(noun.lemma) in BODIES):
        return None
    return noun.tag == "NNS"


def _is_person(noun: Word) -> bool:
    return noun.ner in ("PERSON", "NORP") or noun.lemma.lower() in _PERSONS


def _is_body(noun: Word) -> bool:
    """Whether a noun is no person: recognised as something else, or a common noun for something else."""
    if noun.lemma.lower() in _PERSONS:
        return False
    return noun.ner in ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP") or KINDS.get(noun.lemma.lower()) in _NOBODIES


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


def called_for(word: Word) -> None:
    """*Calls were made for the mayor to resign*: what is called for hangs on its noun, also behind the verb."""
    noun = word.head.child("nsubjpass") if word.head is not None and word.head.i < word.i else None
    asked = any(c.lower == "for" and c.dep == "mark" for c in word.children) and word.child(*SUBJECT) is not None
    if noun is not None and noun.lemma.lower() in _CONTENT and asked:
        word.attach(noun, "acl")


def infinitive_of_noun(word: Word) -> None:
    """*a bill to close the port*: an infinitive without relative word and subject only tells what the noun is for."""
    before = [c for c in word.children if c.i < word.i]
    noun = word.head
    if word.dep == "xcomp" and noun is not None:  # *is the second firm to fail*
        only = noun.child("attr")
        noun = only if only is not None and is_singled(only) and only.i + 2 == word.i else None
    if noun is None or not any(c.lower == "to" and c.dep == "aux" for c in before):
        return
    if any(c.dep in SUBJECT or c.tag == "MD" or c.tag in ("WDT", "WP", "WRB", "IN") for c in before):
        return
    near = word.words[before[0].i - 1]
    if near.lemma in _CONTENT and noun.lemma not in _CONTENT and noun in near.ancestors():
        noun = near  # *the cost of a plan to build it*
    word.attach(noun, "acl")
    # *hired two divers, to search the wreck*: behind a comma it is what all is done for.
    first = word.subtree()[0].i
    while noun.dep in ("conj", "appos") and noun.head is not None and noun.head.tag in NOUN_TAGS:
        noun = noun.head
    which = next((a for a in noun.ancestors() if a.dep == "relcl" and a.subtree()[0].tag == "WDT"), None)
    thing = which.head if which is not None and word.child("auxpass") is not None else None
    commas = [word.words[w.subtree()[0].i - 1].text for w in (word, which) if w is not None]
    if thing is not None and commas == [",", ","]:
        word.attach(thing, "acl")  # *the pact, which opens the strait, to be signed in May*
    verb = noun.head
    apart = any(c.text == "," and c.i == first - 1 for a in word.ancestors() for c in a.children)
    if apart and verb is not None and noun.dep in ("dobj", "pobj", "conj") and verb.tag in VERB_TAGS:
        word.attach(verb, "advcl")


def name_of_role(word: Word) -> None:
    """*A spokeswoman for the Division of Water, Megan Tolland, said*: a person's name behind a comma is hers."""
    noun, first = word.head, word.subtree()[0]
    to = word.words[first.i - 1]
    sent = to.head.lemma in _PERSONS if to.dep == "prep" and to.head is not None else False
    if sent and word.ner == "PERSON" and first.ner == "GPE" and first.i < word.i:  # *her envoy to Kerst Ivo Lasse said*
        if noun is to:
            word.attach(to.head, "appos")
        first.attach(to, "pobj")
        for c in [c for c in word.children if c.ner == "GPE"]:
            c.attach(first, c.dep)
        return
    if word.dep == "npadvmod" and word.ner == "PERSON" and to.text == "," and first.i > 1:
        noun = word.words[first.i - 2]  # *asked his friend, Ivo Lasse, to come*
        if noun.dep in ("pobj", "dobj") and noun.lemma in _PERSONS:
            word.attach(noun, "appos")
        elif noun.dep != "pobj":
            return
    if word.dep == "pobj" or noun is None or _is_person(noun) or not (first.text in _GIVEN or word.ner == "PERSON"):
        return
    above = [
        *itertools.takewhile(
            lambda a: a.dep in ("pobj", "prep") or KINDS.get(a.lemma.lower()) == "Person", (noun, *noun.ancestors())
        )
    ]
    if above and above[-1].dep == "prep":  # *was set up by her envoy to Kerst, Ivo Lasse*
        above.append(word.words[above[-1].i - 1])
    role = next((a for a in above if KINDS.get(a.lemma.lower()) == "Person"), None)
    if role is not None and role.tag in ("NN", "NNP") and role.ner != "PERSON" and word.words[first.i - 1].text == ",":
        word.attach(role, "appos")


def measure(word: Word) -> None:
    """*Shares fell 7 percent in early trading*: by how much, right behind a verb without an object, is its object."""
    verb = word.head
    if verb is None or verb.tag not in VERB_TAGS or word.subtree()[0].i != verb.i + 1:
        return
    counted = word.ner in AMOUNTS or (word.child("nummod") is not None and word.ner not in ("DATE", "TIME"))
    counted = counted and word.lemma != "time"
    if counted and verb.child("dobj", "auxpass", "acomp", "attr", "xcomp", "ccomp") is None:
        word.dep = "dobj"
