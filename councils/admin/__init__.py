"""The editing pages of councils and of their records: each module registers the classes of one group.

Most acts are done on the desk, which leads through them. Here is everything in lists, with its history; what a service
must do (call a meeting, publish, make exempt) is shown and leads to the desk.
"""

from councils.admin import frame, records  # noqa: F401 (registers)
