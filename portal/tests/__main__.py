"""Runs pytest on SQLite and on PostgreSQL, both at once, and ends with what passed and what was missing.

What the database cannot change is asked on one of them, so that both take about as long: see division.py.

Arguments go on to pytest: `python -m portal.tests -k search`.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from portal.tests import chromium, postgres
from portal.tests.summary import Outcome, counts, missing, print_table


def main(arguments):
    """SQLite's tests say how they go; what PostgreSQL's said is shown when both have ended."""
    outcomes = [browser()]
    with ThreadPoolExecutor() as pool, tempfile.TemporaryFile("w+") as output:
        on_postgresql = pool.submit(run_on_postgresql, arguments, output)
        outcomes.append(run_on("SQLite", arguments, url=""))
        outcomes.append(on_postgresql.result())
        output.seek(0)
        print("\nThe tests on PostgreSQL said:\n", output.read(), flush=True)
    print_table(outcomes)
    return any(outcome.failed for outcome in outcomes)


def browser():
    chromium.install_if_possible()
    version = chromium.version()
    return Outcome("Chromium", version) if version else missing("Chromium", chromium.HOW_TO_GET_IT)


def run_on_postgresql(arguments, output):
    try:
        with postgres.server() as url:
            return run_on("PostgreSQL", arguments, url=url, output=output)
    except postgres.Missing as reason:
        return missing("PostgreSQL", reason)


def run_on(database, arguments, *, url, output=None):
    print(f"Running the tests on {database} …", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        # Each keeps its own notes: two that write into one folder would meet.
        command = [sys.executable, "-m", "pytest", f"--junit-xml={report}", "-p", "no:cacheprovider", *arguments]
        environment = os.environ | {"DATABASE_URL": url, "TESTS_FOR": database, "DATA_DIR": str(Path(folder, "data"))}
        code = subprocess.run(command, env=environment, check=False, stdout=output, stderr=output).returncode
        return Outcome(database, counts(report), failed=code != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
