"""Guidance: a library of articles, local guides, action cards, activities and references; and the concern route.

A resource is what stays: its address, its publisher, where it applies, when it is to be reviewed. What it says is
written in editions, each in one or several languages, which somebody else approves before anyone reads them. Knows
people and places from `contacts`. Must not know councils or SLT, nor how a page is composed.
"""
