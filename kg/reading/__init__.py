"""Paths or bytes to articles: format detection, one small reader a format, metadata, what is text and what not."""

from kg.reading.read import article_of, read

__all__ = ["article_of", "read"]
