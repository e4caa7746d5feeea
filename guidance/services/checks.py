"""What else must be right in an edition before it is sent to review or approved: in its texts, and in its place in the
portal."""

from guidance import concern
from guidance.services import text_checks

RULES = (text_checks.problems_of, concern.problems_of)


def problems_of(edition):
    """In sentences for the editor; nothing when all is right."""
    return [problem for rule in RULES for problem in rule(edition)]
