"""The programs of ``../speed``, which this suite asks: each engine is built, opened and set as there."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SPEED = HERE.parent / "speed"
sys.path.append(str(SPEED))

from check import fold  # noqa: E402
from engines import ENGINES, ROOT, install  # noqa: E402

__all__ = ["HERE", "ROOT", "SPEED", "answers", "build", "fold", "install"]

# Every query is answered once, however long that takes.
SECONDS, PASSES = 1e9, 1


def run(name: str, *arguments: str | Path | float) -> list[dict[str, Any]]:
    """The lines that the program of an engine prints."""
    command = [*ENGINES[name].command, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def build(name: str, data: Path) -> Path:
    """Leaves an engine’s index of ``data`` in a folder."""
    index = data / "index" / name
    index.mkdir(parents=True, exist_ok=True)
    run(name, "build", data, index)
    return index


def answers(name: str, index: Path, queries: Path) -> dict[int, dict[str, Any]]:
    """What an engine answers, by the place of the query in the file; nothing to sets unknown to it."""
    _, *lines, _ = run(name, "search", index, queries, SECONDS, PASSES)
    return {line["query"]: line["answer"] for line in lines}
