"""General repairs of a parse: what the model gets wrong by a rule that a rule can see."""

from __future__ import annotations

from kg import lexicon
from kg.parsing.tree import Parse, Word

_AUXILIARIES = lexicon.words("lexicon/auxiliaries")
_REPORT = lexicon.mapping("lexicon/reporting", "verb", "finite")
_FINITE = {v for v, kind in _REPORT.items() if kind}
_SAY = lexicon.words("lexicon/say")
_REPORTING = _FINITE | _SAY
_VERB_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PARTICLES = lexicon.words("lexicon/verb_particles")
# Entities whose name may hold a conjunction.
_COMPOSED = frozenset({"ORG", "WORK_OF_ART", "LAW", "FAC", "PRODUCT", "EVENT"})
_PREDICATIVE = lexicon.words("lexicon/control", "verb", control="predicative")
# Words from a conjunction to the head of what it coordinates, at most.
_NEAR = 12
_PERSONS = lexicon.words("lexicon/nouns", "noun", type="Person")
_WILLED = frozenset(
    n for n, kind in lexicon.mapping("lexicon/content_nouns", "noun", "content").items() if kind in ("ask", "want")
)
_COUNTS = lexicon.words("lexicon/determiners", kind="indefinite")
_KINDS = lexicon.mapping("lexicon/nouns", "noun", "type")
_NOBODIES = frozenset({"Thing", "Work", "Event", "Place"})
_OF = lexicon.words("lexicon/control", "verb", control="of")
_ACTS = lexicon.words("lexicon/event_nouns")
_CALLING = lexicon.words("lexicon/control", "verb", control="calling")
_SUBJECT = frozenset({"nsubj", "nsubjpass"})


def repair(parse: Parse) -> Parse:
    """Apply all repairs, in order, in place; gives the parse back."""
    join_hyphens(parse)
    for word in parse.words:
        dep = word.dep
        if word.tag in ("VBD", "VBZ") and word.lemma in _SAY:
            tail_report(parse.words, word)
        if word.tag in ("VBD", "VBZ", "VBP") and word.lemma in _SAY:
            inverted(parse.words, word)
        if dep == "conj":
            if word.tag in _NOUN_TAGS:
                second_of_two(word)
                if word.ner:
                    join_name(word)
                    conjunct_of_kind(word)
            elif word.tag == "VB":
                infinitive_apart(word)
            elif word.tag in ("VBZ", "VBD"):
                finite_conjunct(parse.words, word)
        elif dep == "advmod" or dep == "npadvmod":
            if word.lower in _PARTICLES:
                particle(word)
            elif word.lower == "home" and word.head is not None and word.head.lemma == "be":
                word.dep = "attr"  # *is home to three schools*
        elif dep == "dobj":
            late_apposition(word)
            accused_of(word)
        elif dep == "prep" and word.lower == "by":
            agent_apart(word)
        elif dep in ("nsubj", "nsubjpass"):
            subject_of_auxiliary(word)
            second_of_two(word)
        elif dep == "oprd" and word.tag == "JJ":
            late_noun(word)
        elif dep == "ccomp" and word.tag in _NOUN_TAGS and not any(c.dep in _SUBJECT for c in word.children):
            # *to stop the government offensive near Nerva*: a noun alone is no clause.
            word.dep = "dobj"
        elif dep == "ccomp":
            comma_splice(word)
            subject_as_object(word)
            relative_as_content(word)
        elif dep == "advcl":
            relative_as_content(word)
            promised(parse.words, word)
            preposition_as_mark(word)
            called_apart(parse.words, word)
        elif dep == "pcomp" and word.lower == "of":
            compound_preposition(word)
        elif dep == "acl" and word.tag == "VBG":
            participle_in_list(parse.words, word)
        elif dep == "acl" and word.tag == "VBN":
            date_apart(word)
            compared(word)
            named_noun(parse.words, word)
        elif dep == "relcl" and word.tag == "VB" and not any(c.tag == "MD" for c in word.all("aux")):
            infinitive_of_noun(word)
        elif dep == "relcl":
            content_of_report(word)
            who_is_somebody(parse.words, word)
            which_is_nobody(word)
        elif word.text in (":", ";"):
            second_sentence(word)
        elif word.tag == "VBD" and dep == "acl":
            main_verb(word)
        if word.tag == "JJ" and word.child("auxpass", "nsubjpass") is not None:
            word.tag, word.pos = "VBN", "VERB"  # *were informed of it*
        if word.tag == "NN" and any(c.lower == "to" for c in word.all("aux")):
            word.tag, word.pos = "VB", "VERB"  # *enough to power the plant*
        if word.tag == "NN" and _REPORT.get(word.lower) == "show":
            report_at_the_end(parse.words, word)
        if word.tag in ("VBN", "VBG") and word.child("ccomp", "parataxis") is not None:
            parted_from_auxiliary(word)
        if word.dep == "ccomp" or (word.head is None and word.child("parataxis") is not None):
            relative_as_sentence(parse.words, word)
        if word.tag == "WDT" and word.dep in _SUBJECT and word.text == "That":
            word.tag, word.pos = "DT", "PRON"  # *“That is so,” she said*
        if word.tag in ("JJ", "JJR", "NN"):
            modifiers_in_a_row(parse.words, word)
        if word.tag in ("VBP", "VBD"):
            counted_subject(word)
        if word.lower == "having":
            perfect(word)
        if word.tag in _VERB_TAGS or word.pos == "AUX":
            if word.dep in ("conj", "ccomp") and word.tag in ("VBP", "VBZ"):
                second_verb(word)
            if word.tag in ("VBD", "VBZ", "VBN") and word.head is None:
                fronted_participle(word)
            if word.dep == "aux" and word.lower != "having":
                raise_verb(word)
            elif word.dep in ("parataxis", "ccomp", "conj", "dep", "advcl"):
                raise_report(word)
    for word in parse.words:
        if word.dep == "cc":
            with_its_conjunct(parse.words, word)
    return parse


def perfect(word: Word) -> None:
    """*having flown home*: *having* before a participle is its auxiliary, also where the model makes it govern."""
    verb = next(
        (c for c in word.children if c.tag == "VBN" and c.dep in ("xcomp", "ccomp") and c.i - word.i <= 2), None
    )
    if verb is None:
        return
    _swap(verb, word, "aux")
    for c in list(word.children):
        c.attach(verb, c.dep)


def report_at_the_end(words: list[Word], word: Word) -> None:
    """*…, newly released files show.*: after a comma and a plural at the end of a sentence this is a verb."""
    last = word.i + 2 == len(words) or words[word.i + 2].sent != word.sent
    before = words[word.i - 1]
    clause = [w for w in words[max(0, word.i - 5) : word.i] if w.text == ","]
    if not last or not clause or words[word.i + 1].text != "." or before.tag != "NNS":
        return
    content = [w for w in (*word.all("ccomp"), *word.ancestors()) if w.tag in _VERB_TAGS]
    if content and content[-1].i < clause[-1].i:
        word.tag, word.pos = "VBP", "VERB"
        word.attach(None, "ROOT")
        content[-1].attach(word, "ccomp")
        before.attach(word, "nsubj")
        for c in [c for c in word.children if clause[-1].i < c.i < before.i]:
            c.attach(before, c.dep)


def parted_from_auxiliary(word: Word) -> None:
    """*She had not, he added, been impressed*: what stands before the report is subject and auxiliary of the verb."""
    report = word.child("parataxis")
    first = word.child("ccomp") or (report.child("ccomp") if report is not None else None)
    parts = (*_SUBJECT, "neg", "advmod", "punct")
    if first is None or first.lemma != "have" or first.i > word.i or word.child(*_SUBJECT) is not None:
        return
    if first.child(*_SUBJECT) is not None and all(c.dep in parts for c in first.children):
        for c in list(first.children):
            c.attach(word, c.dep)
        first.attach(word, "aux")
        first.pos = "AUX"
        if report is not None and report.head is word:
            _swap(report, word, "ccomp")


def relative_as_sentence(words: list[Word], word: Word) -> None:
    """*They sold it to the farmers — who would lose it*: a clause of *who* behind a noun modifies it."""
    who, before = word.child("nsubj"), word.head or word.child("parataxis")
    if who is None or before is None or who.lower not in ("who", "which") or not 1 < before.i < who.i:
        return
    noun = words[who.i - 1] if words[who.i - 1].tag in _NOUN_TAGS else words[who.i - 2]
    if noun.tag in _NOUN_TAGS and before in noun.ancestors():
        if word.head is None:
            before.attach(None, "ROOT")
        word.attach(noun, "relcl")


def counted_subject(word: Word) -> None:
    """*Many object to it*: before a finite verb without subject such a word is its subject."""
    many = next((c for c in word.children if c.dep == "amod" and c.i == word.i - 1 and c.lower in _COUNTS), None)
    if many is not None and word.child(*_SUBJECT, "det") is None:
        many.dep = "nsubj"


def preposition_as_mark(word: Word) -> None:
    """*After the balloon, tossed by winds, struck a pole, …*: before a finite verb this opens a clause."""
    prep = word.child("prep")
    noun = prep.child("pobj") if prep is not None and prep.lower in ("after", "before", "since", "until") else None
    if prep is None or noun is None or not noun.i < word.i or word.tag not in ("VBD", "VBZ", "VBP"):
        return
    if word.child(*_SUBJECT, "mark") is None:
        noun.attach(word, "nsubj")
        prep.dep, prep.pos = "mark", "SCONJ"


def promised(words: list[Word], word: Word) -> None:
    """*accepted her offer to give*: an infinitive right after such a noun is what is offered, no aim of accepting."""
    to = word.child("aux")
    noun = words[to.i - 1] if to is not None and to.lower == "to" and to.i else None
    if noun is not None and noun.dep == "dobj" and noun.head is word.head and noun.lemma in _WILLED:
        word.attach(noun, "acl")


def named_noun(words: list[Word], word: Word) -> None:
    """*a line from a play called The Ford*: what is called is the noun right before."""
    head = word.head
    if word.lemma not in _CALLING or head is None or word.i < 1 or word.child("dobj", "oprd", "attr") is None:
        return
    before = words[word.i - 1]
    if before is not head and before.tag in _NOUN_TAGS and head in before.ancestors():
        word.attach(before, "acl")


def called_apart(words: list[Word], word: Word) -> None:
    """*a threat to the islands, known as Malvinas*: behind a comma, too, what is called is the noun before."""
    before = words[word.i - 2] if word.i > 1 and words[word.i - 1].text == "," else None
    if word.lemma not in _CALLING or word.tag not in ("VBN", "VBD") or word.child(*_SUBJECT, "aux", "auxpass"):
        return
    if before is not None and before.tag in _NOUN_TAGS and any(a is word.head for a in before.ancestors()):
        word.tag = "VBN"
        word.attach(before, "acl")


def who_is_somebody(words: list[Word], word: Word) -> None:
    """*Ana Petrova, an engineer at the Nerva Dock Company, who led the work*: *who* is the person, not the company."""
    subject = word.child("nsubj", "nsubjpass")
    noun = word.head
    if subject is None or subject.lower != "who" or noun is None or _is_person(noun):
        return
    near = [w for w in words[max(subject.i - 2, 0) : subject.i] if w.tag in _NOUN_TAGS and word not in w.ancestors()]
    above = [w for w in noun.ancestors() if w.i < word.i] if _is_body(noun) else []
    near = [w for w in near if _is_person(w)]
    person = next((w for w in (*near, *above) if w.tag in _VERB_TAGS or _is_person(w)), None)
    if person is not None and person.tag not in _VERB_TAGS:
        word.attach(person, "relcl")


def which_is_nobody(word: Word) -> None:
    """*put out a request to its followers, which got replies*: *which* is the thing before, not the people."""
    subject, people = word.child("nsubj", "nsubjpass"), word.head
    if subject is None or subject.lower != "which" or people is None or people.tag != "NNS" or not _is_person(people):
        return
    verb = next((a for a in people.ancestors() if a.tag in _VERB_TAGS), None)
    thing = verb.child("dobj") if verb is not None else None
    if thing is not None and thing.i < people.i and not _is_person(thing):
        word.attach(thing, "relcl")


def _is_person(noun: Word) -> bool:
    return noun.ner == "PERSON" or noun.lemma.lower() in _PERSONS


def _is_body(noun: Word) -> bool:
    """Whether a noun is no person: recognised as something else, or a common noun for something else."""
    if noun.lemma.lower() in _PERSONS:
        return False
    return noun.ner in ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP") or _KINDS.get(noun.lemma.lower()) in _NOBODIES


def join_hyphens(parse: Parse) -> None:
    """*co-sponsors*, *sons-in-law*: what hyphens glue hangs together, below the one that hangs elsewhere."""
    words = parse.words
    i = 1
    while i < len(words) - 1:
        if words[i].text not in ("-", "–") or not _glued(words, i):
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
        word.attach(head, "punct" if word.text in ("-", "–") else "compound")


def _gather(group: list[Word], root: Word) -> None:
    for w in group:
        if w is root:
            continue
        for c in list(w.children):
            if c not in group and c not in root.ancestors():
                c.attach(root, c.dep)
        _hang(w, root)


def join_name(word: Word) -> None:
    """*the Jazz and Heritage Foundation*: what is coordinated inside a name is one noun, its last word the head."""
    first = word.head
    if first is None or word.ner not in _COMPOSED or first.ner != word.ner or first.i > word.i or word.ner_start:
        return
    between = [c for c in first.children if first.i < c.i < word.i and c.dep in ("cc", "punct")]
    if not any(c.dep == "cc" and c.ner == word.ner and not c.ner_start and c.lower != "or" for c in between):
        return
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


def conjunct_of_kind(word: Word) -> None:
    """*Ana Quill of Nerva and Tom Reed*: a person is joined to the person, not to the place."""
    place = word.head
    prep = place.head if place is not None and place.dep == "pobj" else None
    person = prep.head if prep is not None else None
    if place is None or person is None or place.ner == "PERSON":
        return
    if word.ner == person.ner == "PERSON" and person.tag in _NOUN_TAGS:
        word.attach(person, "conj")


def infinitive_apart(word: Word) -> None:
    """*agreed to step up work, to end the war*: an infinitive with its own *to* and no conjunction is a purpose."""
    verb = word.head
    if verb is None or verb.tag not in _VERB_TAGS or not any(c.lower == "to" and c.dep == "aux" for c in word.children):
        return
    if not any(c.dep == "cc" for c in (*verb.children, *word.children) if c.i < word.i and c.i > verb.i):
        word.dep = "advcl"


def finite_conjunct(words: list[Word], word: Word) -> None:
    """*will not return until the port opens and pays*: a finite verb is no conjunct of an infinitive."""
    first = word.head
    if first is None or first.tag != "VB" or any(c.dep in _SUBJECT for c in word.children):
        return
    between = (w for w in reversed(words[first.i + 1 : word.i]) if w.tag == word.tag and first in w.ancestors())
    finite = next(between, None)
    if finite is not None:
        word.attach(finite, "conj")


def date_apart(word: Word) -> None:
    """*rulings from the 1970s known as Quill*: a participle tells of the noun, not of its date."""
    date = word.head
    prep = date.head if date is not None and date.dep == "pobj" and date.ner == "DATE" else None
    noun = prep.head if prep is not None else None
    while noun is not None and noun.dep in ("acl", "advmod"):
        noun = noun.head
    if noun is not None and noun.tag in _VERB_TAGS:
        noun = noun.child("dobj")
    if noun is not None and noun.tag in _NOUN_TAGS:
        word.attach(noun, "acl")


def with_its_conjunct(words: list[Word], word: Word) -> None:
    """A conjunction belongs to what is coordinated behind it, also where a repair hung that elsewhere."""
    for after in words[word.i + 1 : word.i + _NEAR]:
        first = after.head
        if after.dep == "conj" and first is not None and first.i < word.i:
            if first is not word.head and any(a is word.head for a in first.ancestors()):
                word.attach(first, "cc")
            return


def compound_preposition(word: Word) -> None:
    """*denied because of the storm*: the second word of a preposition governs what the first was given."""
    word.dep = "prep"
    if word.head is not None and word.child("pobj", "pcomp") is None:
        for c in word.head.all("pobj"):
            c.attach(word, "pobj")


def content_of_report(word: Word) -> None:
    """*admitted for the first time that it was lost*: a clause that lacks nothing is what is said."""
    noun = word.head
    prep = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = prep.head if prep is not None else None
    that = next((c for c in word.children if c.lower == "that" and c.dep in ("advmod", "mark")), None)
    if verb is None or that is None or verb.lemma not in _FINITE or verb.child("ccomp", "dobj") is not None:
        return
    that.dep, that.tag, that.pos = "mark", "IN", "SCONJ"
    word.attach(verb, "ccomp")


def infinitive_of_noun(word: Word) -> None:
    """*a bill to close the port*: an infinitive without relative word and subject only tells what the noun is for."""
    before = [c for c in word.children if c.i < word.i]
    noun = word.head
    if noun is None or not any(c.lower == "to" and c.dep == "aux" for c in before):
        return
    if any(c.dep in _SUBJECT or c.tag in ("WDT", "WP", "WRB", "IN") for c in before):
        return
    word.dep = "acl"
    # *hired two divers, to search the wreck*: behind a comma it is what all is done for.
    first = word.subtree()[0].i
    while noun.dep in ("conj", "appos") and noun.head is not None and noun.head.tag in _NOUN_TAGS:
        noun = noun.head
    verb = noun.head
    apart = any(c.text == "," and c.i == first - 1 for a in word.ancestors() for c in a.children)
    if apart and verb is not None and noun.dep in ("dobj", "pobj", "conj") and verb.tag in _VERB_TAGS:
        word.attach(verb, "advcl")


def comma_splice(word: Word) -> None:
    """*The church is old, the tower fell in 1885*: clauses side by side, the verb reporting none."""
    verb = word.head
    if verb is None or verb.tag not in _VERB_TAGS or word.child("mark") is not None:
        return
    parted = any(c.text == ";" and word.i < c.i < verb.i for c in verb.children)
    if verb.lemma in _REPORTING and not parted:
        return
    own = next((c for c in verb.children if c.dep in _SUBJECT or c.dep in ("expl", "csubj")), None)
    if own is None or not any(c.dep in _SUBJECT for c in word.children):
        return
    comma = any(c.text in (",", ";") and c.i < max(word.i, own.i) for c in (*verb.children, *word.children))
    full = verb.child("dobj", "prep", "acomp", "attr", "xcomp", "auxpass") is not None
    if (word.i < own.i < verb.i and full) or (word.i > verb.i and comma and verb.lemma != "be"):
        word.dep = "parataxis"


def relative_as_content(word: Word) -> None:
    """*praised the bridge that Quill built*: a clause that lacks what stands right before it modifies that."""
    verb, that = word.head, next((c for c in word.children if c.lower == "that" and c.i < word.i), None)
    noun = verb.child("dobj") if verb is not None else None
    if verb is None or noun is None or that is None or noun.subtree()[-1].i != that.i - 1:
        return
    gap = (
        word.child("dobj", "acomp", "attr", "ccomp", "auxpass") is None
        and verb.lemma not in _FINITE
        and word.lemma != "be"
    )
    if that.dep in ("nsubj", "dobj", "pobj") or (that.dep == "mark" and gap):
        word.attach(noun, "relcl")


def subject_as_object(word: Word) -> None:
    """*a ruling that said it, too, had won*; *the note implied the man had a gun*: whose object is a subject."""
    verb = word.head
    if verb is None or verb.tag not in _VERB_TAGS:
        return
    report, content = (word, verb) if word.i < verb.i else (verb, word)
    noun = next((c for c in report.children if c.dep == "dobj" and report.i < c.i < content.i), None)
    finite = content.tag in ("VBD", "VBZ", "VBP") or any(c.tag in ("MD", "VBD", "VBZ") for c in content.all("aux"))
    if (
        noun is None
        or not finite
        or report.lemma not in _FINITE
        or content.child("nsubj", "nsubjpass", "mark") is not None
    ):
        return
    if report is word:
        if not any(c.dep in _SUBJECT for c in report.children):
            return
        _swap(report, content, "ccomp")
    noun.attach(content, "nsubjpass" if content.child("auxpass") is not None else "nsubj")


def subject_of_auxiliary(word: Word) -> None:
    """*The port was sending buses*: the subject is the verb’s, where the parser hangs it on *was*."""
    auxiliary = word.head
    if auxiliary is not None and auxiliary.dep in ("aux", "auxpass") and auxiliary.head is not None:
        word.attach(auxiliary.head, word.dep)


def particle(word: Word) -> None:
    """*sets aside the money*: an adverb of direction right after its verb is part of it."""
    verb = word.head
    if verb is not None and verb.tag in _VERB_TAGS and verb.i + 1 == word.i and not word.children:
        word.dep = "prt"


def late_apposition(word: Word) -> None:
    """*called on both powers, the sponsors of the deal*: a noun set off by a comma from the one before is no object."""
    verb = word.head
    if verb is None or word.i < verb.i:
        return
    commas = [c for c in verb.children if c.dep == "punct" and c.text == "," and verb.i < c.i < word.i]
    before = [c for c in verb.children if c.dep in ("prep", "dobj") and verb.i < c.i < word.i]
    if not commas or not before or commas[-1].i < before[-1].i or any(c.dep == "cc" for c in word.children):
        return
    noun = before[-1] if before[-1].dep == "dobj" else before[-1].child("pobj")
    if noun is not None and word.subtree()[0].i == commas[-1].i + 1:
        word.attach(noun, "appos")


def second_of_two(word: Word) -> None:
    """*The gap between the port and the council is wide*: what follows *and* is the second that *between* asks for.

    The model coordinates it with the noun, or makes it a subject beside it.
    """
    head = word.head
    if head is None:
        return
    if word.dep == "nsubj":
        first = word.subtree()[0].i
        others = (c for c in head.children if c.dep == "nsubj" and c.i < word.i)
        head = next((c for c in others if any(x.dep == "cc" and x.i == first - 1 for x in c.children)), None)
        if head is None:
            return
        word.attach(head, "conj")
    between = next((c for c in head.children if c.lower == "between" and c.i < word.i), None)
    noun = between and between.child("pobj")
    if noun is not None and not any(c.dep == "conj" for c in noun.children):
        word.attach(noun, "conj")


def second_verb(word: Word) -> None:
    """*Norland said opposition calls for a vote are a joke*: a verb without subject shows that *calls* is its noun.

    And *it has said it keeps the truce and its raids are answers*: what goes on in the present after a report in the
    past goes on in its content.
    """
    report = word.head
    if report is None or report.lemma not in _SAY:
        return
    inner = next((c for c in report.children if c.dep == "ccomp" and report.i < c.i < word.i), None)
    if inner is None:
        return
    subject = next((c for c in word.children if c.dep in _SUBJECT), None)
    if subject is not None:
        present = inner.tag in ("VBP", "VBZ") or any(c.dep == "aux" and c.tag in ("VBP", "VBZ") for c in inner.children)
        if word.dep == "conj" and report.tag in ("VBD", "VBN") and present:
            word.attach(inner, "conj")
        return
    noun = next((c for c in inner.children if c.dep == "nsubj" and c.i == inner.i - 1 and c.tag == "NN"), None)
    if noun is None or inner.tag != "VBZ" or word.tag != "VBP" or any(c.dep == "cc" for c in inner.children):
        return
    inner.tag, inner.pos = "NNS", "NOUN"
    noun.attach(inner, "compound")
    inner.attach(word, "nsubj")
    word.attach(report, "ccomp")
    for c in list(report.children):
        if c.dep == "advcl" and inner.i < c.i < word.i:
            c.attach(inner, "acl")
    for c in list(inner.children):
        if c.dep == "advcl":
            c.dep = "acl"
        elif c.dep == "mark":
            c.attach(word, "mark")


def modifiers_in_a_row(words: list[Word], word: Word) -> None:
    """*a routine, albeit serious, challenge*; *the twin-engine, single-aisle plane was seen*: the noun is the last one.

    The model ends the phrase at the first comma and coordinates or apposes the rest, which has no determiner.
    """
    det = word.child("det")
    adjective = word.tag in ("JJ", "JJR") and word.dep in ("dobj", "pobj", "attr", "nsubj", "nsubjpass")
    hyphened = word.tag == "NN" and any(c.tag == "HYPH" for c in word.children)
    noun = next((c for c in word.children if c.dep in ("conj", "appos") and c.i > word.i), None)
    if noun is None and word.head is not None and word.dep in _SUBJECT:
        noun = next((c for c in word.head.children if c.dep == word.dep and c.i > word.i), None)
    if det is None or noun is None or not (adjective or hyphened) or noun.tag not in ("NN", "NNS"):
        return
    first = min(noun.subtree()[0].i, noun.i)
    closed = noun.dep == "appos" and noun.i + 1 < len(words) and words[noun.i + 1].text in (",", "(", "–", "—")
    if closed or words[first - 1].text != "," or noun.child("det", "poss") or any(c.dep == "cc" for c in word.children):
        return
    head, dep = word.head, word.dep
    noun.attach(None, "ROOT")
    word.attach(noun, "amod" if adjective else "compound")
    noun.attach(head, dep)
    det.attach(noun, "det")
    for c in [c for c in word.children if c.i > word.i]:
        c.attach(noun, c.dep)


def participle_in_list(words: list[Word], word: Word) -> None:
    """*merchants, issuing banks, and processors*: between commas of a list a participle belongs to its noun."""
    noun, banks = word.head, word.child("dobj")
    if noun is None or banks is None or banks.i != word.i + 1 or words[word.i - 1].text != ",":
        return
    more = banks.child("conj")
    if more is None or banks.child("det", "poss", "amod") is not None or words[banks.i + 1].text != ",":
        return
    banks.attach(noun, "conj")
    word.attach(banks, "amod")


def compared(word: Word) -> None:
    """*more than the program received*: behind *than* this is a clause."""
    noun = word.head
    than = noun.head if noun is not None and noun.dep == "pobj" else None
    if noun is None or than is None or than.lower != "than" or word.child("agent") or noun.child("det", "poss") is None:
        return
    noun.attach(None, "ROOT")
    word.attach(than, "pcomp")
    word.tag = "VBD"
    noun.attach(word, "nsubj")


def accused_of(word: Word) -> None:
    """*accused the owner (of the shop) of neglect*: the last *of* belongs to the verb where the lexicon is sure."""
    verb, of = word.head, word.child("prep")
    if verb is None or verb.lemma not in _OF or any(c.lower == "of" for c in verb.all("prep")):
        return
    while of is not None and of.lower == "of":
        noun = of.child("pobj")
        inner = noun.child("prep") if noun is not None else None
        if inner is None or inner.lower != "of":
            of.attach(verb, "prep")
            return
        of = inner


def agent_apart(word: Word) -> None:
    """*was founded for students by Ana Petrova*: who did it hangs on the passive verb, not on the noun before."""
    noun, doer = word.head, word.child("pobj")
    prep = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = prep.head if prep is not None else None
    if noun is None or doer is None or verb is None or doer.ner not in ("PERSON", "ORG", "GPE", "NORP"):
        return
    if verb.child("auxpass") is not None and verb.child("agent") is None and noun.lemma.lower() not in _ACTS:
        word.attach(verb, "agent")


def late_noun(word: Word) -> None:
    """*stop the government offensive*: what looks like a property of the object is its noun.

    Only few verbs say what their object is or becomes (*make*, *call*); after others the adjective ends the phrase.
    """
    verb = word.head
    if verb is None or verb.lemma in _PREDICATIVE or word.i == 0:
        return
    noun = next((c for c in verb.children if c.dep == "dobj" and c.i == word.i - 1), None)
    if noun is None or noun.tag != "NN" or noun.child("det", "poss") is None:
        return
    word.tag, word.pos = "NN", "NOUN"
    word.attach(verb, "dobj")
    for c in list(noun.children):
        c.attach(word, c.dep)
    noun.attach(word, "compound")


def second_sentence(word: Word) -> None:
    """*Norland backs the plan: its ships support the port*: what a colon parts are two sentences, none in the other."""
    verb = word.head
    if verb is None or verb.tag not in _VERB_TAGS:
        return
    if verb.lemma in _SAY and not any(c.dep == "ccomp" and c.i > verb.i for c in verb.children):
        return
    for c in verb.children:
        if (
            c.dep == "ccomp"
            and c.i < word.i < verb.i
            and any(x.dep in _SUBJECT and x.i > word.i for x in verb.children)
        ):
            c.dep = "parataxis"


def fronted_participle(verb: Word) -> None:
    """*Worsening the crisis, the union joined the strike*: the noun between the two is the verb's subject."""
    if any(c.dep in _SUBJECT or c.dep in ("expl", "aux", "auxpass") for c in verb.children):
        return
    for clause in verb.children:
        if clause.dep == "advcl" and clause.tag in ("VBG", "VBN") and clause.i < verb.i:
            nouns = [c for c in clause.children if c.tag in _NOUN_TAGS and c.i > clause.i]
            commas = [c for c in clause.children if c.text == "," and c.i > clause.i]
            if nouns and commas and commas[0].i < nouns[-1].i:
                nouns[-1].attach(verb, "nsubj")
                return


def main_verb(word: Word) -> None:
    """*Ships from three ports reached the bay*: a past tense below the noun that heads a sentence is its verb."""
    noun = word.head
    while noun is not None and noun.head is not None and noun.dep in ("pobj", "prep", "conj"):
        noun = noun.head
    if noun is None or noun.head is not None or noun.tag not in _NOUN_TAGS or word.i < noun.i:
        return
    if any(c.dep in _SUBJECT for c in word.children) or word.child("agent") is not None:
        return
    word.attach(None, "ROOT")
    noun.attach(word, "nsubj")
    for c in list(noun.children):
        if c.dep == "punct" and c.i > word.i:
            c.attach(word, "punct")


def raise_verb(word: Word) -> None:
    """*Wein helped cut the ribbon*: a full verb that the model takes for an auxiliary governs."""
    verb = word.head
    if word.lemma.lower() in _AUXILIARIES or verb is None or verb.tag not in _VERB_TAGS or word.i > verb.i:
        return
    _swap(word, verb, "xcomp")
    for c in list(verb.children):
        if c.i < word.i and c.dep not in ("xcomp",):
            c.attach(word, c.dep)


def raise_report(word: Word) -> None:
    """*Quill, the mayor said, will resign*: a report let into its content governs it."""
    verb = word.head
    if word.lemma not in _SAY or verb is None or verb.tag not in _VERB_TAGS or verb.lemma in _SAY:
        return
    own = [c for c in word.children if c.dep in _SUBJECT]
    if not own or any(c.dep in ("ccomp", "dobj", "mark", "xcomp") for c in word.children):
        return
    if word.dep == "conj" and any(c.dep == "cc" and verb.i < c.i < word.i for c in verb.children):
        return
    if word.dep == "ccomp" and not own[0].i > verb.i and word.i > verb.i:
        return
    _swap(word, verb, "ccomp")


def inverted(words: list[Word], word: Word) -> None:
    """*“It works,” suggested Ana Petrova*: the noun right behind a quotation and its verb is the verb's subject."""
    if word.i < 2 or words[word.i - 1].text not in ("”", '"', "''") or any(c.dep == "expl" for c in word.children):
        return
    subjects = [c for c in word.children if c.dep in _SUBJECT]
    for c in subjects:
        if c.pos == "PUNCT":
            c.dep = "punct"
    if any(c.pos != "PUNCT" for c in subjects):
        return
    noun = next((c for c in word.children if c.i > word.i and c.dep in ("dobj", "attr", "npadvmod", "oprd")), None)
    if noun is not None and noun.tag in _NOUN_TAGS:
        noun.dep = "nsubj"


# What a noun phrase is made of, as far as its commas.
_PHRASE = _NOUN_TAGS | {
    "DT",
    "PRP$",
    "JJ",
    "JJR",
    "JJS",
    "CD",
    "POS",
    "IN",
    "CC",
    "HYPH",
    "PRP",
    "``",
    "''",
    "-LRB-",
    "-RRB-",
}


def tail_report(words: list[Word], word: Word) -> None:
    """*… and keeps the bridge, Ana Petrova, a member of the council, said on Friday*: a report behind its content.

    Where the model coordinates the verb with the content or takes the content's last words for its subject, the
    phrases between the commas before the verb are its subject and the subject's appositions.
    """
    subjects = [c for c in word.children if c.dep in _SUBJECT]
    content = word.child("ccomp")
    if content is not None and not subjects and content.i < word.i:
        segments = _segments(words, word.i)
        if segments and segments[0][0].i > content.i:
            source = next(w for w in segments[0] if w.head not in segments[0])
            source.attach(word, "nsubj")
        return
    if content is not None or word.child("mark") or any(c.i == word.i - 1 for c in subjects):
        return
    segments = _segments(words, word.i)
    if not segments:
        return
    heads = [next(w for w in part if w.head not in part) for part in segments]
    first, source = segments[0][0], heads[0]
    content = next((w for w in (word, *word.ancestors()) if w.head is None), word)
    if content is word:
        verbs = [c for c in word.children if c.i < first.i and c.tag in _VERB_TAGS]
        content = verbs[0] if verbs else word
    if content is word or content.i > first.i or source in content.ancestors():
        return
    word.attach(None, "ROOT")
    left = [c for c in word.children if c.i < first.i and c is not content and c.dep != "punct"]
    content.attach(word, "ccomp")
    source.attach(word, "nsubj")
    for h in heads[1:]:
        h.attach(source, "appos")
    for c in left:
        before = words[c.subtree()[0].i - 1]
        same = next((w for w in reversed(words[content.i : c.i]) if w.tag == c.tag and w is not c), content)
        if c.tag in _VERB_TAGS:
            c.attach(same, "conj")
        elif before.tag in _VERB_TAGS and before.child("dobj") is None:
            c.attach(before, "dobj")
        else:
            c.attach(content, c.dep)


def _segments(words: list[Word], i: int) -> list[list[Word]]:
    """The noun phrases that stand between commas right before a word, in order; none without a comma before the first.

    A phrase that begins as a name or with an article ends the search to the left where what stands before it is more
    than a phrase.
    """
    found: list[list[Word]] = []
    end = i
    while (end > 1 and words[end - 1].text == ",") or (not found and end == i):
        stop = end - 1 if words[end - 1].text == "," else end
        start = stop
        while start > 0 and words[start - 1].tag in _PHRASE and words[start - 1].sent == words[i].sent:
            start -= 1
        if start == stop or words[start - 1].text not in (",", "”", '"') or words[start].tag in ("IN", "CC"):
            break
        found.insert(0, words[start:stop])
        end = start
    return found


def _swap(word: Word, verb: Word, dep: str) -> None:
    """The word takes its governor's place, which becomes its dependent."""
    head, place = verb.head, verb.dep
    word.attach(None, place)
    verb.attach(word, dep)
    if head is not None:
        word.attach(head, place)
