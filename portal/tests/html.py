"""Validates pages as the HTML standard has it, with html-validate: all pages in one run, as starting Node is slow."""

import json
import subprocess
import tempfile
from pathlib import Path

from django.conf import settings


def invalid(pages):
    """`{"/sok/": "<!doctype html>…"}` in, a line for each error out: `/sok/ 12:3 message (rule)`."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(pages.items()):
            path = Path(folder, f"{number}.html")
            path.write_text(html, encoding="utf-8")
            names[str(path)] = name
        return [line for result in validate(names) for line in lines(names[result["filePath"]], result)]


def validate(paths):
    npm, config = settings.BASE_DIR / "portal/tools/npm", settings.BASE_DIR / ".htmlvalidate.json"
    command = [str(npm), "exec", "--", "html-validate", "--formatter=json", f"--config={config}", *paths]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("["):
        raise RuntimeError(f"html-validate did not run: {done.stderr or done.stdout}")
    return json.loads(done.stdout)


def lines(name, result):
    template = "{line}:{column} {message} ({ruleId})"
    return [f"{name} {template.format(**fault)}" for fault in result["messages"]]
