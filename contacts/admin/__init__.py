"""The editing pages of people and places, by task: each module registers the classes of one group."""

from contacts.admin import contact_points, people, users, places, logs, operation  # noqa: F401, I001 (the order of the first page)
