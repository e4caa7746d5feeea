"""Runs pytest once on SQLite and once on PostgreSQL, and ends with what passed and what was missing.

Arguments go on to pytest: `python -m portal.tests -k search`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from portal.tests import chromium, postgres
from portal.tests.summary import Outcome, counts, missing, print_table


def main(arguments):
    outcomes = [browser(), run_on("SQLite", arguments, url="")]
    try:
        with postgres.server() as url:
            outcomes.append(run_on("PostgreSQL", arguments, url=url))
    except postgres.Missing as reason:
        outcomes.append(missing("PostgreSQL", reason))
    print_table(outcomes)
    return any(outcome.failed for outcome in outcomes)


def browser():
    chromium.install_if_possible()
    version = chromium.version()
    return Outcome("Chromium", version) if version else missing("Chromium", chromium.HOW_TO_GET_IT)


def run_on(database, arguments, *, url):
    print(f"\nRunning the tests on {database} …", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", f"--junit-xml={report}", *arguments]
        environment = os.environ | {"DATABASE_URL": url}
        code = subprocess.run(command, env=environment, check=False).returncode
        return Outcome(database, counts(report), failed=code != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
