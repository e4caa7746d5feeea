"""The editing pages of the library: everything in lists, with its history.

What is written, approved and published is so on the desk, which leads through it; here facts can be corrected.
"""

from guidance.admin import library, links  # noqa: F401 (registers)
