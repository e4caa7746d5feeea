"""Bodies that meet, and what they decide: police councils with their meetings, minutes, strategies and plans.

A body has meetings; a council is one kind of body. Other apps may have kinds of their own (an SLT group), whose
meetings are these. Knows people and places from `contacts`. Must not know SLT, guidance, nor how a page is composed.
"""
