"""A graph as people see it: projection to actors, the page, measures, questions in words, differences."""

from kg.exploration.differences import Contest, Difference, contested, differences, same_thing
from kg.exploration.page import page, show
from kg.exploration.projection import Filters, project, support

__all__ = [
    "Contest",
    "Difference",
    "Filters",
    "contested",
    "differences",
    "page",
    "project",
    "same_thing",
    "show",
    "support",
]
