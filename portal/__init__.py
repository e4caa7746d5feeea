"""The site: it composes every app into pages, and no app imports it."""
