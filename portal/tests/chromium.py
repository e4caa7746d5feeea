"""The browser the tests drive: the machine's own Chromium or Chrome.

Its headless shell is preferred: the same engine without the windows and menus that nobody sees, in three quarters of
the time.
"""

import os
import shutil
import subprocess

SHELL = "chromium-headless-shell"
NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome"]
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
HOW_TO_GET_IT = "sudo apt-get install chromium (macOS: brew install --cask google-chrome)"

# No sandbox: it does not work for root in a container, and only our own pages are opened.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def path():
    return next(filter(None, map(shutil.which, [*NAMES, MAC])), None)


def version():
    """`Chromium 156.0.8078.79 …`, or nothing if there is none that starts."""
    if not path():
        return ""
    answer = subprocess.run([path(), "--version", "--no-sandbox"], capture_output=True, text=True, check=False)
    return answer.stdout.strip() if answer.returncode == 0 else ""


def install_if_possible():
    if path() or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print("Installing Chromium for the browser tests …", flush=True)
    apt_get("update")
    for name in (SHELL, "chromium"):
        if not path():
            apt_get("install", "--yes", "--no-install-recommends", name)


def apt_get(*arguments):
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "--quiet=2", *arguments], env=environment, check=False, stdout=subprocess.DEVNULL)
