"""How each engine’s cost grows with the number of records, as an SVG of panels with logarithmic axes."""

import math
import statistics
from collections.abc import Callable
from itertools import cycle
from typing import Any

PANELS: dict[str, Callable[[dict[str, Any]], float | None]] = {
    "any word in English, median ms": lambda r: r["sets"].get("en_any", {}).get("p50"),
    "any word in French, median ms": lambda r: r["sets"].get("fr_any", {}).get("p50"),
    "filter and five facets, median ms": lambda r: r["sets"].get("filtered", {}).get("p50"),
    "open to first answer, ms": lambda r: r["first_ms"],
    "build, CPU seconds": lambda r: r["cpu_s"],
    "memory after queries, MB": lambda r: r["after_mb"],
    "peak while building, MB": lambda r: r["peak_mb"],
    "on disk, MB": lambda r: r["size_mb"],
}

# The library’s own, then the rivals’; names at the ends of lines tell them apart without colour.
OURS = ["#b3005e", "#e0569b", "#7a0040", "#d98ab5"]
RIVALS = ["#1f6feb", "#2a8f5b", "#8a5a00", "#6e40c9", "#c4432b", "#3b7d8c", "#666666", "#9a7b00"]

WIDTH, HEIGHT, LEFT, TOP, NAMES = 400, 260, 60, 40, 90

Line = list[tuple[float, float]]


def lines(runs: list[dict[str, Any]], read: Callable[[dict[str, Any]], float | None]) -> dict[str, Line]:
    """For each engine, a point for each number of records; the median of the rounds."""
    points: dict[str, Line] = {}
    for run in sorted((run for run in runs if run["what"] == "generated"), key=lambda run: run["records"]):
        for name, rounds in run["results"].items():
            values = [value for value in map(read, rounds) if value]
            if values:
                points.setdefault(name, []).append((run["records"], statistics.median(values)))
    return points


def powers(values: list[float]) -> list[int]:
    """The powers of ten around them all, two at least."""
    least, most = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return list(range(least, max(most, least + 1) + 1))


def label(power: int) -> str:
    """A power of ten as it is written."""
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:.{-power}f}"


def apart(ends: list[tuple[float, float, str]]) -> dict[str, float]:
    """Where names stand, so that none covers another that ends at the same number of records."""
    places: dict[str, float] = {}
    last: dict[float, float] = {}
    for x, y, name in sorted(ends):
        places[name] = last[x] = max(y, last.get(x, -math.inf) + 11)
    return places


def colours(names: list[str]) -> dict[str, str]:
    """The colour of each engine."""
    ours = [name for name in names if name.startswith("ally")]
    rivals = [name for name in names if name not in ours]
    return dict([*zip(ours, cycle(OURS), strict=False), *zip(rivals, cycle(RIVALS), strict=False)])


def panel(title: str, points: dict[str, Line], colour_of: dict[str, str], at: tuple[int, int]) -> str:
    """One panel: axes, and a line for each engine."""
    xs = powers([x for line in points.values() for x, _ in line])
    ys = powers([y for line in points.values() for _, y in line])
    right, bottom = WIDTH - NAMES, HEIGHT - 30

    def x_of(x: float) -> float:
        return LEFT + (math.log10(x) - xs[0]) / (xs[-1] - xs[0]) * (right - LEFT)

    def y_of(y: float) -> float:
        return bottom - (math.log10(y) - ys[0]) / (ys[-1] - ys[0]) * (bottom - TOP)

    parts = [f'<g transform="translate({at[0]},{at[1]})">']
    parts.append(f'<text x="{LEFT}" y="22" class="title">{title}</text>')
    for power in ys:
        y = y_of(10.0**power)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{right}" class="grid"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{label(power)}</text>')
    for power in xs:
        x = x_of(10.0**power)
        parts += [f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{label(power)}</text>']
    places = apart([(line[-1][0], y_of(line[-1][1]), name) for name, line in points.items()])
    for name, line in points.items():
        colour = colour_of[name]
        path = " ".join(f"{x_of(x):.1f},{y_of(y):.1f}" for x, y in line)
        width = 2.5 if name.startswith("ally") else 1.5
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
        parts += [f'<circle cx="{x_of(x):.1f}" cy="{y_of(y):.1f}" r="2.5" fill="{colour}"/>' for x, y in line]
        end = x_of(line[-1][0]) + 6
        parts.append(f'<text x="{end:.1f}" y="{places[name] + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</g>"])


def chart(runs: list[dict[str, Any]]) -> str:
    """Two panels in a row."""
    drawn = [(title, points) for title, read in PANELS.items() if (points := lines(runs, read))]
    colour_of = colours(list(dict.fromkeys(name for _, points in drawn for name in points)))
    panels = [
        panel(title, points, colour_of, (number % 2 * WIDTH, number // 2 * HEIGHT))
        for number, (title, points) in enumerate(drawn)
    ]
    size = f"0 0 {2 * WIDTH} {math.ceil(len(drawn) / 2) * HEIGHT}"
    style = "text{font:11px sans-serif}.title{font-weight:bold;font-size:13px}.grid{stroke:#ddd}"
    about = "How the cost of each engine grows with the number of records"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img" aria-label="{about}">'
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([head, f"<style>{style}</style>", ground, *panels, "</svg>"]) + "\n"
