"""Files that no web server serves."""

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Outside everything that a web server serves: files are read only through the view that asks who asks."""

    @property
    def base_location(self):
        return settings.PRIVATE_FILES

    @property
    def location(self):
        return os.path.abspath(self.base_location)
