"""People and places: who can be contacted where, since when, and when that was last verified.

Knows counties, municipalities, police districts and their history, the contact points that cover them and
the people assigned to those. Must not know what a council, an SLT scheme or a guide is, nor how a page looks.
"""
