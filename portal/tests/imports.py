"""Reads which app imports which, from the source: nothing is run."""

import ast
from pathlib import Path

APPS = {"contacts", "councils", "slt", "guidance", "portal"}
ALLOWED = {
    "contacts": set(),
    "councils": {"contacts"},
    "slt": {"contacts", "councils"},
    "guidance": {"contacts"},
    "portal": APPS,
}


def violations(root):
    """`councils/models.py imports slt` for every import that architecture does not allow; tests included."""
    return [
        f"{path.relative_to(root).as_posix()} imports {other}"
        for app in sorted(APPS)
        for path in sorted(Path(root, app).rglob("*.py"))
        for other in sorted(imported_apps(path.read_text(encoding="utf-8")) - ALLOWED[app] - {app})
    ]


def imported_apps(source):
    return {name.split(".")[0] for node in ast.walk(ast.parse(source)) for name in names(node)} & APPS


def names(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [node.module]
    if isinstance(node, ast.Call) and called(node) == "import_module" and node.args:
        return [str(getattr(node.args[0], "value", ""))]
    return []


def called(node):
    return getattr(node.func, "attr", None) or getattr(node.func, "id", None)
