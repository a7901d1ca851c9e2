"""A graph as people see it: projection to actors, the page, measures, questions in words, differences."""

from kg.exploration.differences import contested, differences
from kg.exploration.page import page
from kg.exploration.projection import Filters, project, support

__all__ = ["Filters", "contested", "differences", "page", "project", "support"]
