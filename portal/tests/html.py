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


def invalid_for(page, paths):
    """Of pages that whoever is logged in there asks for; one that is not answered is no better."""
    answers = {path: page.request.get(path) for path in paths}
    refused = [f"{path} status {answer.status}" for path, answer in answers.items() if answer.status != 200]
    return refused + invalid({path: answer.text() for path, answer in answers.items()})


def validate(paths):
    npm, config = settings.BASE_DIR / "portal/tools/npm", settings.BASE_DIR / ".htmlvalidate.json"
    # Into a file: Node may end before all of a long report has gone through a pipe.
    with tempfile.NamedTemporaryFile("r", suffix=".json") as report:
        command = [str(npm), "exec", "--", "html-validate", f"--formatter=json={report.name}", f"--config={config}"]
        done = subprocess.run([*command, *paths], cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
        text = report.read()
    if not text.startswith("["):
        raise RuntimeError(f"html-validate did not run: {done.stderr or done.stdout}")
    return json.loads(text)


def lines(name, result):
    template = "{line}:{column} {message} ({ruleId})"
    return [f"{name} {template.format(**fault)}" for fault in result["messages"]]
