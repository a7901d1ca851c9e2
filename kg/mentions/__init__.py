"""Parses to typed mentions: names, nominals, pronouns; what names tell the parse."""

from kg.mentions.find import find

__all__ = ["find"]
