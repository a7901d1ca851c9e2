"""Statements to qualified statements: who says so; is it so; when, where, and what kind of act."""

from kg.qualification.attribution import attribute
from kg.qualification.qualify import qualify
from kg.qualification.quotes import quotes, turns

__all__ = ["attribute", "qualify", "quotes", "turns"]
