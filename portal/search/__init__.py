"""Search over everything that everyone may read, in the database's own full text.

What is searched stands in a table of its own (models.py), which sources.py fills from what each app shows publicly and
keeping.py keeps in step; so that no result, count, facet or suggestion can tell of anything else. Words are stored as
the stems that words.py makes of them, the same on every database, and asked for as the same stems: nothing that
somebody typed ever reaches the database's own language for queries. Decision 0045 says why.
"""
