"""The editing pages of SLT: schemes with their frame, and what is written in them.

Most acts are done on the desk, which leads through them: there a scheme or a group is founded, a row of a working year
is made or taken away, a priority is put to the steering group. Here is everything in lists, with its history.
"""

from slt.admin import frame, work  # noqa: F401 (registers)
