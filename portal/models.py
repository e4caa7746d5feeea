"""The tables of the site itself: what is searched."""

from portal.search.models import Document, Word

__all__ = ["Document", "Word"]
