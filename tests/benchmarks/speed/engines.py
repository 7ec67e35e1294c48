"""The engines, and how each is installed into ignored folders beside this file."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PYTHON = HERE / ".venv/bin/python"


def target(folder: Path) -> Path:
    """Where cargo builds what is in ``folder``."""
    return folder / os.environ.get("CARGO_TARGET_DIR", "target") / "release"


def cargo() -> None:
    """A crate of its own, with its own lockfile."""
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=HERE, check=True)


def npm() -> None:
    """The engines for Node; better-sqlite3 is built where it is installed."""
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE / "node", check=True)


def npm_ours() -> None:
    """The library’s own package for Node."""
    folder = ROOT / "bindings-node"
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
    subprocess.run(["npm", "run", "--silent", "build"], cwd=folder, check=True)


def pip() -> None:
    """A virtual environment with the engines for Python."""
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", HERE / ".venv"], check=True)
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-r", HERE / "python/requirements.txt"], check=True)


def maturin() -> None:
    """The library’s own package for Python."""
    environment = {**os.environ, "VIRTUAL_ENV": str(HERE / ".venv")}
    develop = [PYTHON.with_name("maturin"), "develop", "--release", "--quiet"]
    subprocess.run(develop, cwd=ROOT / "bindings-python", env=environment, check=True)


class Engine(NamedTuple):
    """A program that builds an index and searches it."""

    command: list[str | Path]
    # In the order in which they run; each runs once, whatever the number of engines that need it.
    setup: list[Callable[[], None]]
    # What of the library’s it is compared with; the library’s own have none.
    beside: list[str]


def rust(name: str, *beside: str) -> Engine:
    """A program of this crate."""
    return Engine([target(HERE) / name], [cargo], list(beside))


def node(name: str, *beside: str) -> Engine:
    """A program of ``node``."""
    return Engine(["node", "--max-old-space-size=16000", HERE / f"node/{name}.mjs"], [npm], list(beside))


def python(name: str, *beside: str) -> Engine:
    """A program of ``python``."""
    return Engine([PYTHON, HERE / f"python/{name}_engine.py"], [pip], list(beside))


ENGINES = {
    "ally": rust("ally"),
    "ally-first": rust("ally_first"),
    "tantivy": rust("tantivy", "ally", "ally-first"),
    "sqlite": rust("sqlite", "ally"),
    "ally-node": node("ally")._replace(setup=[npm, npm_ours]),
    "minisearch": node("minisearch", "ally-node"),
    "orama": node("orama", "ally-node"),
    "flexsearch": node("flexsearch", "ally-node"),
    "lunr": node("lunr", "ally-node"),
    "sqlite-node": node("sqlite", "ally-node"),
    "ally-python": python("ally")._replace(setup=[pip, maturin]),
    "tantivy-py": python("tantivy", "ally-python"),
    "bm25s": python("bm25s", "ally-python", "ally-first"),
    "sqlite-python": python("sqlite", "ally-python"),
}


def install(names: list[str]) -> None:
    """Everything that these engines need."""
    for setup in dict.fromkeys(setup for name in names for setup in ENGINES[name].setup):
        print(f"installing: {setup.__doc__}".strip(), file=sys.stderr)
        setup()
