import os
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

IN_CI = os.environ.get("CI", "").lower() in {"true", "1", "yes"}


@dataclass
class Outcome:
    what: str
    result: str
    failed: bool = False
    missing: bool = False


def missing(what, reason):
    """Something the tests need is not here: loud for a newcomer, a failure where nobody reads the output."""
    return Outcome(what, f"its tests did not run. To get it: {reason}", failed=IN_CI, missing=True)


def counts(report):
    """`120 passed, 2 skipped` out of pytest's own report; the report is missing if pytest could not start."""
    if not report.exists():
        return "did not start"
    suites = list(ElementTree.parse(report).iter("testsuite"))  # noqa: S314 (written by pytest a moment ago)
    number = {name: sum(int(suite.get(name, 0)) for suite in suites) for name in NOT_PASSED}
    passed = sum(int(suite.get("tests", 0)) for suite in suites) - sum(number.values())
    return ", ".join([f"{passed} passed", *(f"{n} {NOT_PASSED[name]}" for name, n in number.items() if n)])


NOT_PASSED = {"failures": "failed", "errors": "errors", "skipped": "skipped"}


def print_table(outcomes):
    print()
    for outcome in outcomes:
        state = "MISSING" if outcome.missing else "FAILED" if outcome.failed else "ok"
        print(f"  {state:<8} {outcome.what:<11} {outcome.result}")
    print(flush=True)
