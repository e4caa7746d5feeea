"""Contact points as a file, out and in: CSV and XLSX by the stable key, with a preview before anything is written.

`reading` and `writing` know files, `cells` and `columns` what stands in them, `resource` (django-import-export) what
becomes of a line, `services` what is done with all of them. What somebody may reach is decided in permissions.py and
in the querysets, as everywhere.
"""
