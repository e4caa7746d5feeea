"""SLT (samordning av lokale rus- og kriminalitetsforebyggende tiltak): which municipalities have it, and how it works.

A scheme covers one or several municipalities, with its coordinators, its groups at three levels, its working cycle year
by year, and the dialogue processes it leads. Knows people and places from `contacts`; a group is a body of `councils`
and meets as these do. Must not know guidance, nor how a page is composed.
"""
