"""The spaCy component ``kg``: ``nlp.add_pipe("kg")`` gives ``doc._.statements``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("kg", assigns=["doc._.statements"], requires=["token.dep", "token.tag", "token.lemma", "doc.ents"])
class Component:
    """Sets ``doc._.statements`` to the statements of the document's text, taken as one article."""

    def __init__(self, nlp: Language, name: str) -> None:
        if not Doc.has_extension("statements"):
            Doc.set_extension("statements", default=())

    def __call__(self, doc: Doc) -> Doc:
        # Imported here: spaCy loads this module whenever it starts.
        from kg import parsing
        from kg.reading import article_of
        from kg.run.pipeline import read_parse

        doc._.statements = read_parse(parsing.parse_of(doc, article_of(doc.text))).statements
        return doc
