"""Runs the program of an engine, and says what it took."""

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from engines import ENGINES

# What keeps the libraries below Python from taking more than one core.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS", "MKL_NUM_THREADS")
ONE_THREAD = dict.fromkeys(THREADS, "1")

Measured = dict[str, Any]


class Runner:
    """Where things are, and under which limits programs run."""

    def __init__(self, data: Path, core: int | None, limit: float, timeout: float) -> None:
        self.data = data
        self.limit = limit
        self.timeout = timeout
        pinned = core is not None and shutil.which("taskset") is not None
        self.prefix = ["taskset", "-c", str(core)] if pinned else []

    def measure(self, name: str) -> tuple[Measured | None, list[dict[str, Any]]]:
        """Builds the index anew and asks every query: figures, and the answers.

        No figures when a program fails or takes too long.
        """
        index = self.data / "index" / name
        shutil.rmtree(index, ignore_errors=True)
        index.mkdir(parents=True)
        try:
            [built] = self.run(name, "build", self.data, index)
            size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file()) / 1e6
            first = self.data / "first.jsonl"
            with (self.data / "queries.jsonl").open(encoding="utf-8") as queries:
                first.write_text(next(queries), encoding="utf-8")
            forget(index)
            cold = self.run(name, "search", index, first, self.limit)[0]["first_ms"]
            opened, *answers, after = self.run(name, "search", index, self.data / "queries.jsonl", self.limit)
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            return None, []
        finally:
            shutil.rmtree(index, ignore_errors=True)
        return {**built, "size_mb": size, "cold_ms": cold, **opened, **after}, answers

    def run(self, name: str, *arguments: str | Path | float) -> list[dict[str, Any]]:
        """The lines that a program prints."""
        command = [*self.prefix, *ENGINES[name].command, *map(str, arguments)]
        environment = {**os.environ, **ONE_THREAD}
        done = subprocess.run(
            command, check=True, stdout=subprocess.PIPE, text=True, env=environment, timeout=self.timeout
        )
        return [json.loads(line) for line in done.stdout.splitlines()]


def forget(folder: Path) -> None:
    """Asks the system to drop the files from its memory, so that they are read from the disk again."""
    for path in folder.rglob("*"):
        if path.is_file() and hasattr(os, "posix_fadvise"):
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def latencies(answers: list[dict[str, Any]], queries: list[dict[str, Any]]) -> Measured:
    """For each set: how many queries were answered, and how long the median took and the slowest few."""
    times: dict[str, list[float]] = {}
    for answer in answers:
        times.setdefault(queries[answer["query"]]["set"], []).append(answer["ms"])
    return {name: of_set(sorted(ms)) for name, ms in times.items()}


def of_set(ms: list[float]) -> Measured:
    """The median and the 95th and 99th percentiles."""
    at = lambda share: ms[min(int(share * len(ms)), len(ms) - 1)]  # noqa: E731
    return {"n": len(ms), "p50": statistics.median(ms), "p95": at(0.95), "p99": at(0.99)}
