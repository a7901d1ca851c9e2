"""Repairs around verbs of saying: who says, and what is said."""

from __future__ import annotations

from kg import lexicon
from kg.parsing.repairs.labels import CLAIMS, FINITE, KINDS, NOUN_TAGS, REPORTING, SAY, SUBJECT, TENSED, VERB_TAGS
from kg.parsing.tree import Word

# What only somebody does who speaks: to say that something is so; to ask, to blame.
_SAYING = lexicon.words("lexicon/reporting", "verb", finite="say")
_ACCUSING = lexicon.words("lexicon/reporting", "verb", infinitive="accuse")
_ASKING = lexicon.words("lexicon/reporting", "verb", infinitive="ask")
_SIGHT = lexicon.words("lexicon/control", "verb", control="sight") | lexicon.words(
    "lexicon/control", "verb", control="state"
)
_FEELING = lexicon.words("lexicon/control", "verb", control="feeling")
_JUDGING = lexicon.words("lexicon/control", "verb", control="others")
_ADDRESSING = lexicon.words("lexicon/reporting", "verb", infinitive="ask") | _ACCUSING
_TELLING = SAY | _ADDRESSING
# Verbs by which news tells what a report means.
_COMMENTS = lexicon.words("lexicon/verb_kinds", kind="comment")
# Verbs whose object is who is told: no thing that somebody had.
_TELLING_SOMEBODY = lexicon.words("lexicon/control", "verb", control="told")
_MUTE = frozenset({"Thing", "Event", "Place", None})
_PROMISING = lexicon.words("lexicon/reporting", "verb", infinitive="promise")
_CONDITIONS = lexicon.words("lexicon/modals", kind="condition") - {"whether"}
_DENYING = lexicon.words("lexicon/reporting", "verb", finite="deny")
_SHOWING = lexicon.words("lexicon/reporting", "verb", finite="show")
_ARTICLES = frozenset({"a", "an", "the", "its"})
# Conjunctions behind which another view stands.
_CONTRASTING = frozenset({"while", "whereas", "though", "although"})
# What a noun phrase is made of, as far as its commas.
_PHRASE = NOUN_TAGS | {
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


def tail_report(word: Word) -> None:
    """*… and keeps the bridge, Ana Petrova, a member of the council, said on Friday*: a report behind its content.

    Where the model coordinates the verb with the content or takes the content's last words for its subject, the
    phrases between the commas before the verb are its subject and the subject's appositions.
    """
    if word.lemma not in SAY:
        return
    subjects = [c for c in word.children if c.dep in SUBJECT]
    content = word.child("ccomp")
    if content is not None and not subjects and content.i < word.i:
        segments = _segments(word)
        if segments and segments[0][0].i > content.i:
            source = next((w for w in segments[0] if w.head not in segments[0] and w.pos != "PUNCT"), None)
            if source is not None:  # marks alone are nobody
                source.attach(word, "nsubj")
        return
    if content is not None or word.child("mark") or any(c.i == word.i - 1 for c in subjects):
        return
    segments = _segments(word)
    if not segments:
        return
    heads = [next(w for w in part if w.head not in part) for part in segments]
    first, source = segments[0][0], heads[0]
    content = next((w for w in (word, *word.ancestors()) if w.head is None), word)
    if content is word:
        verbs = [c for c in word.children if c.i < first.i and c.tag in VERB_TAGS]
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
        before = word.words[c.subtree()[0].i - 1]
        if before.tag in VERB_TAGS and before.child("dobj") is None:
            c.attach(before, "dobj")
        else:
            c.attach(content, c.dep)


def noun_as_report(word: Word) -> None:
    """*The dam will open in May, local papers report*: a noun behind a plural that ends its sentence is the report."""
    who = next((c for c in word.children if c.i == word.i - 1 and c.dep == "compound" and c.tag == "NNS"), None)
    ends = word.i + 1 == len(word.words) or word.next.text in (".", "”", '"') or word.next.sent != word.sent
    if who is None or not ends or word.lemma not in SAY or word.child("prep", "acl", "relcl"):
        return
    before = [c for c in word.children if c.i < who.i and c.dep in ("amod", "compound", "det", "poss")]
    first = min((who, *before), key=lambda w: w.subtree()[0].i).subtree()[0]
    content = word.child("ccomp") or next((a for a in word.ancestors() if a.head is None), None)
    if content is None or content.tag not in VERB_TAGS or not first.i or word.words[first.i - 1].text != ",":
        return
    word.tag, word.pos = "VBP", "VERB"
    who.attach(word, "nsubj")
    for c in before:
        c.attach(who, c.dep)
    if content.head is None:
        word.attach(None, "ROOT")
        content.attach(word, "ccomp")


def _segments(word: Word) -> list[list[Word]]:
    """The noun phrases that stand between commas right before a word, in order; none without a comma before the first.

    A phrase that begins as a name or with an article ends the search to the left where what stands before it is more
    than a phrase.
    """
    words, found = word.words, list[list[Word]]()
    end = word.i
    while (end > 1 and words[end - 1].text == ",") or (not found and end == word.i):
        stop = end - 1 if words[end - 1].text == "," else end
        start = stop
        while start > 0 and words[start - 1].tag in _PHRASE and words[start - 1].sent == word.sent:
            start -= 1
        if start == stop or words[start - 1].text not in (",", "”", '"') or words[start].tag in ("IN", "CC"):
            break
        found.insert(0, words[start:stop])
        end = start
    return found


def said_between(word: Word) -> None:
    """*The dam, said Ines Holt, holds*: of a report between commas the noun behind is the subject."""
    own = next((c for c in word.children if c.dep in SUBJECT and c.i < word.i), None)
    if word.lemma not in SAY or own is None or word.words[word.i - 1].text != "," or own.child("appos"):
        return  # *Quill, the mayor, says the dam, built in May, holds*
    after = [*word.children, *([word.head] if word.head is not None else [])]
    content = next((w for w in after if w.i > word.i and w.tag in VERB_TAGS and w.dep not in ("xcomp", "acl")), None)
    behind = [*word.children, *(content.children if content is not None else ())]
    who = next((w for w in behind if w.tag in NOUN_TAGS and w.subtree()[0].i == word.i + 1), None)
    if (
        content is None
        or who is None
        or who.i > content.i
        or "," not in (who.subtree()[-1].text, who.subtree()[-1].next.text)
    ):
        return
    own.attach(content, "nsubjpass" if content.child("auxpass") is not None else "nsubj")
    who.attach(word, "nsubj")
    content.dep = "ccomp"


def subject_as_object(word: Word) -> None:
    """*a ruling that said it, too, had won*; *the note implied the man had a gun*: whose object is a subject."""
    verb = word.head
    if verb is None or verb.tag not in VERB_TAGS:
        return
    report, content = (word, verb) if word.i < verb.i else (verb, word)
    taken = any(c.dep == "nsubj" and c.i < report.i for c in report.children)
    objects = ("dobj", "nsubj") if taken else ("dobj",)  # *said Quill when young had left*
    noun = next((c for c in report.children if c.dep in objects and report.i < c.i < content.i), None)
    finite = content.tag in ("VBD", "VBZ", "VBP") or any(c.tag in ("MD", "VBD", "VBZ") for c in content.all("aux"))
    if (
        noun is None
        or not finite
        or report.lemma not in FINITE
        or content.child("nsubj", "nsubjpass", "mark") is not None
    ):
        return
    noun.attach(content, "nsubjpass" if content.child("auxpass") is not None else "nsubj")
    for c in [c for c in report.all("punct", "prep", "advmod") if noun.i < c.i < content.i]:
        c.attach(content, c.dep)


def object_as_subject(word: Word) -> None:
    """*warning the dam leaked and could break*, *confirmed two men hurt themselves*: the object of a report right
    before a verb that has no subject is its subject; what opens right behind a report is its content.
    """
    own, over, dep = word.child(*SUBJECT), word.head, word.dep
    start = word.subtree()[0] if own is not None else min((word, *word.all("aux", "auxpass", "neg")), key=lambda w: w.i)
    before = word.words[start.i - 1] if start.i else word
    if before.sent != word.sent:
        return  # what a headline without a full stop ends in
    noun = own or next((a for a in (before, *before.ancestors()) if a.dep == "dobj" and a is not word), None)
    if noun is None and (prep := next((a for a in before.ancestors() if a.dep == "prep"), None)) is not None:
        thing = prep.head.child("dobj") if prep.head is not None else None
        if thing is not None and thing.subtree()[-1].i + 1 == prep.i and prep.head is not over:
            prep.attach(thing, "prep")  # *means nobody from Tarn could go*
            noun = thing
    report = before if own is not None else noun.head if noun is not None else None
    if noun is None or report in (None, word) or report.lemma not in FINITE or report.tag not in VERB_TAGS:
        return
    if (report is over and dep == "ccomp") or report.child("ccomp") or before.tag == "CC":
        return
    if word.child("mark", "agent") or not word.tensed(*TENSED):
        return
    if own is None and (noun.subtree()[-1].i != start.i - 1 or noun.i < report.i or word.child("expl") is not None):
        return
    if own is not None and (report.child("dobj") is not None or start.tag in ("WRB", "WP", "WDT")):
        return
    if word in report.ancestors():
        top = next(c for c in word.children if c is report or c in report.ancestors())
        if top.dep != "csubj" or (top is report and word.words[report.i - 1].text != ","):
            return  # *says keeping the port will hurt*
        word.attach(None, "ROOT")
        top.attach(over, "advcl" if top is report and over is not None else dep)
    word.attach(report, "ccomp")
    if own is None:
        noun.attach(word, "nsubjpass" if word.child("auxpass") is not None else "nsubj")


def unclosed_relative(word: Word) -> None:
    """*The mayor, who denied the plan failed, quit*: a clause of *who* that no comma closes tells something."""
    noun, thing = word.head, word.child("dobj")
    verb = noun.head if noun is not None and noun.dep in SUBJECT else None
    first = word.subtree()[0]
    if noun is None or verb is None or thing is None or word.lemma not in FINITE or first.lower != "who":
        return
    start = min(c.i for c in (verb, *verb.all("aux", "auxpass", "neg")))
    if word.words[first.i - 1].text != "," or thing.subtree()[-1].i != start - 1 or thing.i < word.i:
        return
    later = next((c for c in verb.all("conj") if c.words[c.i - 1].text == "," and not c.child(*SUBJECT)), None)
    over, dep = verb.head, verb.dep
    if later is None and (over is None or over.child("dobj") is not None):
        return
    for w in (noun, verb, *([later] if later is not None else [])):
        w.attach(None, "ROOT")
    if later is not None:
        later.attach(over, dep)
    noun.attach(later or over, "nsubj" if later is not None else "dobj")
    verb.attach(word, "ccomp")
    thing.attach(verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")


def unmarked_content(word: Word) -> None:
    """*says for two days he slept in a tent*: a clause that nothing marks is what is said."""
    report, own = word.head, word.child(*SUBJECT)
    if report is None or own is None or report.lemma not in SAY or report.i > own.i or word.child("mark") is not None:
        return
    bare = word.subtree()[0].tag not in ("WRB", "WP", "WDT") and report.child("ccomp", "dobj", "xcomp") is None
    if bare and _tense(word) in TENSED | {"had", "would"}:
        word.dep = "ccomp"


def _tense(verb: Word) -> str:
    """Tag and form of the finite word of a clause: of its first auxiliary, else of the verb."""
    finite = next((c for c in verb.children if c.dep in ("aux", "auxpass") and c.tag in TENSED), verb)
    return finite.lower if finite.lower in ("had", "would") and finite is not verb else finite.tag


def told_on(word: Word) -> None:
    """What goes on in the tense or the person of what is said, not in that of the report, goes on in its content.

    *it has said it keeps the truce and its raids are answers*, *said the man was hurt and had died*, *say he drew a
    knife but dropped it*, *police said the man had a knife, and he was bleeding*, *saying it is paying and growing*.
    So does what opens with *that*: *insists it was right, and that the files were lost*, *said it wants to see him
    removed and that it is at work*.
    """
    report = word.head
    if report is not None and not report.tensed(*TENSED) and any(c.lower == "that" for c in word.all("mark")):
        over = (a for a in report.ancestors() if a.dep == "ccomp" and a.head is not None and a.head.lemma in REPORTING)
        if (first := next((a for a in over if a.tensed(*TENSED)), None)) is not None:
            word.attach(first, "conj")
        return
    inner = None if report is None else _content(report, word)
    own = next((c for c in word.children if c.dep in SUBJECT), None)
    that = own is not None and any(c.lower == "that" for c in word.all("mark"))
    if report is not None and inner is None and that:
        # *rejected claims he had lied and that he had left*
        inner = next((c for n in report.all("dobj") if n.lemma in CLAIMS for c in n.all("acl", "relcl", "ccomp")), None)
    if report is None or inner is None:
        return
    told, content, more = _tense(report), _tense(inner), _tense(word)
    present = ("VBP", "VBZ")
    backshifted = told == "VBD" and more in ("had", "would")
    if inner.i < report.i:
        # *They are free, she said, but remain suspects*: a report let in does not go on itself.
        # *It shrank, data showed on Friday, dragged down by exports*
        apart = report.child("cc") is None and word.words[word.subtree()[0].i - 1].text == ","
        # *The mine was safe, she told reporters, and the inspectors had found nothing*
        # *They knew it, she told the jury, but they needed the money*
        same = told == more == "VBD" and word.lemma not in _TELLING | _DENYING | _SHOWING
        flows = backshifted or (same and any(c.tag == "PRP" for c in report.all("nsubj")))
        if flows or (own is None and (apart or word.words[report.i + 1].text == ",")):
            _go_on(word, report, inner)
            if apart and word.child("agent") is not None:
                word.dep, word.tag = "advcl", "VBN"
        return
    as_content = (
        that
        or (own is not None and report.tag in ("VBD", "VBN") and content in present and more in present)
        or backshifted
        or (told in present and content == "VBD" and (more == "had" or (more == "VBD" and not _person(own))))
        or (own is None and told == "VBZ" and content == "VBP" and more in ("VBP", "VB"))
        or (own is None and report.tag == inner.tag == word.tag == "VBG" and inner.child("aux") is not None)
        or (own is not None and own.lower in ("he", "she") and any(c.tag == "NNS" for c in report.all("nsubj")))
        or (told == "VBZ" and more in ("VBZ", "VBP") and own is not None and _means(own, inner, report))
        or (told == content == more == "VBD" and own is not None and _means(own, inner, report))
    )
    if as_content:
        _go_on(word, report, inner)


def _person(subject: Word | None) -> bool:
    return subject is not None and subject.tag == "PRP"


def _means(pronoun: Word, told: Word, report: Word) -> bool:
    """*Reed says the port is safe, but it needs repairs*: *it* and *they* mean what he speaks of, not him."""
    one, who = told.child(*SUBJECT), report.child("nsubj")
    clause = pronoun.head.child("ccomp", "xcomp", "acomp", "advcl") if pronoun.head is not None else None
    if one is None or who is None or who.ner != "PERSON" or one.ner == "PERSON" or clause is not None:
        return False
    return (pronoun.lower, one.tag) in (("it", "NN"), ("it", "NNP"), ("they", "NNS"))


def other_report(word: Word) -> None:
    """*They warned that the ice melts, but a study says it grows*: behind *but* or *while* another report begins.

    *The club says its stand leaks and vows to mend it*: nor does a thing go on to vow or believe.
    """
    told, own = word.head, word.child(*SUBJECT)
    report = told.head if told is not None and told.dep == "ccomp" else None
    thing = told.child(*SUBJECT) if told is not None else None
    if own is None and report is not None and report.lemma in REPORTING and thing is not None and word.dep == "conj":
        mute = thing.tag in ("NN", "NNS") and not thing.ner and KINDS.get(thing.lemma, "Thing") in _MUTE
        if mute and word.lemma in _SAYING | _PROMISING and word.child("ccomp", "xcomp"):
            word.attach(report, "conj")
            word.tag = "VBP" if word.tag == "VB" and word.child("aux") is None else word.tag
        return
    if told is None or report is None or own is None or report.lemma not in REPORTING or not report.i < told.i:
        return
    mark = next((c for c in word.all("mark") if c.lower in _CONTRASTING), None)
    beside = mark is not None and word.words[mark.i - 1].text == ","
    but = any(c.lower == "but" and told.i < c.i < word.i for c in told.all("cc"))
    # *The envoy says the aim is peace, and he admits that it is far*
    who, one = report.child(*SUBJECT), told.child(*SUBJECT)
    again = who is not None and one is not None and own.lower in ("he", "she") and one.lower not in ("he", "she")
    again = again and who is not None and one is not None and who.tag in ("NN", "NNP") and one.ner != "PERSON"
    again = again and one is not None and KINDS.get(one.lemma.lower(), "Thing") in _MUTE and word.dep == "conj"
    speaks = word.lemma in _SAYING | _SHOWING | _DENYING and word.child("ccomp", "xcomp") is not None
    if speaks and (again or beside or (but and word.dep == "conj" and own.tag != "PRP")):
        word.attach(report, word.dep)


def report_of_all(word: Word) -> None:
    """*No deal is near, and it may fail, they added*: a report at the end is of both clauses.

    And of all before it that stands between quotation marks: *“It is over, but she said it is safe,” an aide told us.*
    """
    first, content = word.head, word.child("ccomp")
    own = word.child(*SUBJECT)
    top = next((a for a in word.ancestors() if a.head is None), None)
    closed = own is not None and word.words[own.subtree()[0].i - 1].text in ("”", '"')
    if closed and own is not None and top is not None and word.lemma in SAY and word.dep == "ccomp" and not content:
        if top.i < own.i < word.i:
            word.govern(top, "ccomp")
        return
    if first is None or content is None or own is None or word.lemma not in SAY or first.tag not in VERB_TAGS:
        return
    if not first.i < content.i < own.i < word.i or word.words[own.subtree()[0].i - 1].text != ",":
        return
    if any(c.dep == "cc" and first.i < c.i < content.i for c in first.children) and first.lemma not in SAY:
        word.govern(first, "ccomp")
        content.attach(first, "conj")


def reported_on(word: Word) -> None:
    """*Norland said on Thursday it would pay next week*: the day right behind a report is the report's."""
    content, date = word.head, word.child("pobj") or word
    report = content.head if content is not None and content.dep == "ccomp" else None
    own = content.child(*SUBJECT) if content is not None else None
    past = report is not None and report.lemma in SAY and report.tag == "VBD"
    if report is None or own is None or not past or date.ner not in ("DATE", "TIME"):
        return
    if word.subtree()[0].i == report.i + 1 and own.subtree()[0].i == word.subtree()[-1].i + 1:
        word.attach(report, word.dep)


def _say(content: Word, that: Word, report: Word) -> None:
    """Make a clause that the model took for a relative one the content of a report."""
    that.dep, that.tag, that.pos = "mark", "IN", "SCONJ"
    content.attach(report, "ccomp")


def report_before(word: Word) -> None:
    """*I know we will meet again*: a verb right before the subject of a clause, with no comma, has it as its object."""
    verb, own = word.head, word.child("nsubj")
    subject = verb.child(*SUBJECT) if verb is not None else None
    if verb is None or subject is None or own is None or word.lemma not in FINITE:
        return
    if subject.subtree()[0].i == word.i + 1:
        word.govern(verb, "ccomp")


def _go_on(word: Word, report: Word, inner: Word) -> None:
    """Hang a conjunct of a report, and its conjunction, from what is reported."""
    word.attach(inner, "conj")
    for c in report.all("cc"):
        if inner.i < c.i < word.i:
            c.attach(inner, "cc")


def _content(report: Word, word: Word) -> Word | None:
    """What a verb of report says before a later word."""
    if report.lemma not in SAY and report.lemma not in _SHOWING:
        return None
    return next((c for c in report.children if c.dep == "ccomp" and c.i < word.i), None)


def condition_of_content(word: Word) -> None:
    """*If they lose, Reed said, they will appeal*; *threatened to leave unless they paid*: no saying hangs on it."""
    report = word.head
    told = report.child("ccomp", "xcomp") if report is not None else None
    if report is None or told is None or report.tag not in ("VBD", "VBZ", "VBP", "VBG"):
        return
    says = report.lemma in SAY | _PROMISING if told.dep == "ccomp" else report.lemma in _PROMISING
    if says and any(c.lower in _CONDITIONS for c in word.all("mark")) and report.child("aux") is None:
        word.attach(told, word.dep)


def second_verb(word: Word) -> None:
    """*Norland said opposition calls for a vote are a joke*: a verb without subject shows that *calls* is its noun."""
    report = word.head
    inner = None if report is None else _content(report, word)
    if report is None or inner is None or inner.i < report.i or any(c.dep in SUBJECT for c in word.children):
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


def report_at_the_end(word: Word) -> None:
    """*…, newly released files show.*: after a comma and a plural at the end of a sentence this is a verb."""
    if word.lemma not in _SHOWING:
        return
    behind = [w.text for w in word.words[word.i + 1 : word.i + 3] if w.sent == word.sent]
    before = word.words[word.i - 1]
    clause = [w for w in word.words[max(0, word.i - 5) : word.i] if w.text == ","]
    # *…, a leaked memo shows.*
    one = before.tag == "NN" and word.tag in ("NNS", "VBZ") and clause and clause[-1].next.lower in _ARTICLES
    if behind != ["."] or not clause or not (before.tag == "NNS" or one):
        return
    content = [w for w in (*word.all("ccomp"), *word.ancestors()) if w.tag in VERB_TAGS]
    if content and content[-1].i < clause[-1].i:
        word.tag, word.pos = "VBZ" if one else "VBP", "VERB"
        word.attach(None, "ROOT")
        content[-1].attach(word, "ccomp")
        before.attach(word, "nsubj")
        for c in [c for c in word.children if clause[-1].i < c.i < before.i]:
            c.attach(before, c.dep)


def parted_from_auxiliary(word: Word) -> None:
    """*She had not, he added, been impressed*: what stands before the report is subject and auxiliary of the verb."""
    report = word.child("parataxis")
    first = word.child("ccomp") or (report.child("ccomp") if report is not None else None)
    parts = (*SUBJECT, "neg", "advmod", "punct")
    if first is None or first.lemma != "have" or first.i > word.i or word.child(*SUBJECT) is not None:
        return
    if first.child(*SUBJECT) is not None and all(c.dep in parts for c in first.children):
        for c in list(first.children):
            c.attach(word, c.dep)
        first.attach(word, "aux")
        first.pos = "AUX"
        if report is not None and report.head is word:
            report.govern(word, "ccomp")


def told_somebody(word: Word) -> None:
    """*told the inquest she had heard it*: a clause without relative word, of a pronoun, is what somebody is told.

    And *told the court that the firm had paid*: so is one that *that* opens where nothing else is told. Of *He says
    damage ranged from minor to grave* all behind the report is what is said.
    """
    noun = word.head
    verb = noun.head if noun is not None and noun.dep == "dobj" else None
    own = word.child("nsubj", "nsubjpass")
    if verb is None or verb.lemma not in SAY or verb.child("ccomp") is not None:
        return
    past = word.tag == "VBD" or (word.tag == "VBN" and (word.child("dobj") or verb.lemma == "say"))
    if noun is not None and past and own is None and noun.i < word.i and word.child("agent") is None:
        if verb.lemma not in _TELLING_SOMEBODY:
            word.tag = "VBD"
            word.attach(verb, "ccomp")
            noun.attach(word, "nsubj")
        return
    if own is None:
        return
    that = word.child("dobj", "dative")
    somebody = noun is not None and (bool(noun.ner) or KINDS.get(noun.lemma.lower()) not in _MUTE | {"Work"})
    if own.tag == "PRP" and own.i == word.subtree()[0].i:
        word.attach(verb, "ccomp")
    elif that is not None and that.lower == "that" and that.i < own.i and verb.lemma in _TELLING_SOMEBODY and somebody:
        _say(word, that, verb)


def said_of(word: Word) -> None:
    """*The council raised rents, a move tenants say is unfair*: what they say is said of the noun before them.

    The model takes *move* for a part of *tenants*, and what the council did for what they say.
    """
    source = word.child("nsubj")
    noun = next((c for c in source.children if c.dep == "compound" and c.i == source.i - 1), None) if source else None
    clauses = [*(c for c in (word.head,) if c is not None and word.dep == "parataxis"), *word.all("ccomp")]
    if source is None or noun is None or len(clauses) != 2 or word.lemma not in SAY:
        return
    main, told = clauses
    if not main.i < noun.i < word.i < told.i or told.child(*SUBJECT, "mark", "expl") is not None:
        return
    for c in [c for c in source.children if c.i < noun.i]:
        c.attach(noun, c.dep)
    if main.dep == "ccomp":
        main.attach(None, "ROOT")
    noun.attach(main, "npadvmod")
    for c in [c for c in word.children if c.dep == "punct"]:
        c.attach(main, "punct")
    word.attach(noun, "relcl")


def goes_on(word: Word) -> None:
    """*She said prices could rise, warning of shortages*: who reports goes on, not what she speaks of.

    And *It said it was quitting the talks, dealing a blow to them*: the report does, whoever is spoken of.
    """
    told, report = word.head, word.head.head if word.head is not None else None
    comma = word.words[word.subtree()[0].i - 1].text == ","
    claim = next((a for a in word.ancestors() if a.dep == "acl"), None)
    denied = claim.head.head if claim is not None and claim.head is not None and claim.head.lemma in CLAIMS else None
    if denied is not None and denied.lemma in _DENYING and ((comma and claim is told) or word.lemma in _SAYING):
        word.attach(
            denied, "advcl"
        )  # *denied its claim that he left, calling it a lie*, *… that he left saying it is so*
        return
    subject = told.child(*SUBJECT) if told is not None and told.dep == "ccomp" else None
    if told is None or report is None or subject is None or (told.lemma in _TELLING and word.next.text != ":"):
        return
    comment = word.lemma in _COMMENTS or word.next.text == ":"  # *said she had left, adding: “…”*
    if word.lemma not in _TELLING and not comment:
        return
    somebody = subject.ner == "PERSON" or (subject.tag == "PRP" and subject.lower not in ("it", "they"))
    reports = report.lemma in _TELLING or report.child("prt") is not None  # *pointed out that …*
    if comma and (comment or not somebody) and reports and report.i < told.i and report.child(*SUBJECT) is not None:
        word.attach(report, "advcl")


def left_saying(word: Word) -> None:
    """*She left the meeting accusing them of lying*: no meeting, room or day speaks, but whoever leaves it.

    Nor is it disappointed: *They walked out of the meeting disappointed*.
    """
    noun = word.head
    kind = KINDS.get(noun.lemma.lower()) if noun is not None else None
    to = noun.head if noun is not None and noun.dep == "pobj" else None
    own = word.child("nsubj") if word.dep == "ccomp" else None
    if (
        own is not None
        and noun is not None
        and noun.lemma not in _SIGHT
        and word.tag == "VBG"
        and word.child("aux") is None
    ):
        if word.lemma in _TELLING or word.child("prt") is not None:
            own.attach(noun, "dobj")  # *e-mailed the nurses asking for help*
            word.dep = "advcl"
        return
    if to is not None and to.lower == "to" and to.head is not None and to.head.lemma in SAY and word.tag == "VBG":
        if word.lemma in _ASKING | _SAYING | _ACCUSING:
            word.attach(to.head, "advcl")  # *wrote to the minister urging him to act*
        return
    ways = to is not None and to.lower in ("through", "across", "along", "past", "outside") and kind != "Person"
    if noun is None or noun.ner or not (ways or kind in ("Event", "Place") or _judged(noun) or _of_others(noun, word)):
        return
    verb = next((a for a in noun.ancestors() if a.tag in VERB_TAGS and a.child("nsubj") is not None), None)
    speaks = word.lemma in _FEELING or (word.tag == "VBG" and word.lemma in _SAYING | _ACCUSING | _ASKING)
    if verb is not None and speaks and noun.dep in ("dobj", "pobj"):
        word.attach(verb, "advcl")


def _judged(noun: Word) -> bool:
    """*attacked the law saying it hurts them*: said by who attacks it, and not by a letter or claim."""
    verb = noun.head if noun.dep == "dobj" and KINDS.get(noun.lemma.lower()) == "Thing" else None
    return verb is not None and verb.lemma in _JUDGING and noun.lemma not in CLAIMS


def _of_others(noun: Word, word: Word) -> bool:
    """*defended the drive against thieves saying it works*: said by who defends it; not *a note to thieves saying*."""
    people = noun.dep == "pobj" and word.lemma == "say" and noun.tag == "NNS"
    above = noun.head.head if people and noun.head is not None else None
    return (
        above is not None
        and above.dep in ("dobj", "pobj")
        and above.lemma not in CLAIMS
        and KINDS.get(above.lemma) != "Work"
    )


def raise_report(word: Word) -> None:
    """*Quill, the mayor said, will resign*: a report let into its content governs it."""
    verb = word.head
    if word.lemma not in SAY or verb is None or verb.tag not in VERB_TAGS:
        return
    source = word.child("nsubj")
    # *The envoy said it was safe, said the statement*
    last = source is not None and word.i < source.i and word.words[word.i - 1].text == "," and not word.child("ccomp")
    subject = verb.child(*SUBJECT)
    # *The deal, the mayor said, will be announced on Monday*, *He thinks of it, he says, and of her*
    aside = source is not None and word.words[source.subtree()[0].i - 1].text == word.next.text == ","
    between = subject is not None and word.dep == "parataxis" and (subject.i < word.i < verb.i or aside)
    if verb.lemma in SAY and not between and not (last and word.dep in ("conj", "parataxis")):
        return
    own = [c for c in word.children if c.dep in SUBJECT]
    # *If it rains, Reed told jurors, it will flood*
    let_in = word.dep == "advcl" or (word.dep == "ccomp" and word.i < verb.i and word.child("advcl") is not None)
    told = word.child("dobj") if let_in and word.lemma in _TELLING_SOMEBODY else None
    bound = any(c.tag == "WRB" and c.i < word.i for c in word.children)  # *When a strike is announced, shares fall*
    if bound or not own or any(c.dep in ("ccomp", "dobj", "mark", "xcomp") and c is not told for c in word.children):
        return
    if word.dep == "conj" and any(c.dep == "cc" and verb.i < c.i < word.i for c in verb.children):
        return
    if word.dep == "ccomp" and not own[0].i > verb.i and word.i > verb.i:
        return
    word.govern(verb, "ccomp")
    for c in word.all("advcl"):
        condition_of_content(c)
