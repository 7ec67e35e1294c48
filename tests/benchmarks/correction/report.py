"""Tables in Markdown of how well each engine corrects."""

from collections.abc import Callable, Sequence

from lists import List, spread
from measured import Measured
from measures import Asked, Corrected, corrected, is_exact_first, proposed, share

# Of how many errors the recall is told apart; the last stands for more as well.
ERRORS = ["accents only", "1 error", "2 errors", "3 or more"]

# Fewer pairs say too little.
FEWEST = 10


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose first column is text."""
    lines = [heading, ["---", *["--:"] * (len(heading) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def corrections(measured: Measured, of: List) -> str:
    """A row for each setting of an engine."""
    by_errors: dict[int, list[int]] = {}
    for at, pair in enumerate(of.pairs):
        by_errors.setdefault(min(pair.errors, len(ERRORS) - 1), []).append(at)
    told_apart = [(errors, part) for errors, part in sorted(by_errors.items()) if len(part) >= FEWEST]
    occurrences = measured.texts.occurrences
    rows = []
    for setting in measured.settings:
        asked = list(measured.asked(setting, of))
        parts = [corrected([asked[at] for at in part], occurrences).found for _, part in told_apart]
        rows.append([setting, *(f"{value:.2f}" for value in [*corrected(asked, occurrences), *parts])])
    columns = [f"found, {ERRORS[errors]} (n={len(part):,})" for errors, part in told_apart]
    return table(["engine", *Corrected._fields, *columns], rows)


def proposals(measured: Measured, lists: list[List]) -> str:
    """What the library proposes: a row for each list."""
    rows = []
    for of in lists:
        said = measured.proposals(of)
        if said:
            rows.append([of.name, *(f"{value:.2f}" for value in proposed(of.pairs, said))])
    return table(["did you mean", "right", "wrong", "nothing"], rows) if rows else ""


def exact_first(measured: Measured, lists: list[List]) -> str:
    """What is found by right words: a row for each setting, three columns for each language."""
    occurrences = measured.texts.occurrences
    rows = []
    for setting in measured.settings:
        row = [setting]
        for of in lists:
            asked = list(measured.asked(setting, of))
            both = zip(asked, measured.uncorrected(setting, of), strict=True)
            whole = corrected(asked, occurrences)
            row.append(f"{share(is_exact_first(*one, occurrences) for one in both):.3f}")
            row += [f"{whole.found:.2f}", f"{whole.precision:.2f}"]
        rows.append(row)
    names = ["exact above corrected", "found", "precision"]
    columns = [f"{name}, {of.language}" for of in lists for name in names]
    return table(["engine", *columns], rows)


def report(measured: Measured) -> str:
    """Everything that was measured."""
    wrong = [of for of in measured.texts.lists if not of.is_right]
    right = [of for of in measured.texts.lists if of.is_right]
    parts = [f"{measured.texts.records:,} records"]
    for of in wrong:
        asked = f", of which {len(of.pairs):,} are asked" if len(of.pairs) < of.all else ""
        parts += [f"### {of.name}: {of.all:,} pairs{asked}", corrections(measured, of)]
    parts += ["### Did you mean", proposals(measured, [*wrong, *right])]
    parts += ["### Right words", exact_first(measured, right)]
    return "\n\n".join(parts) + "\n"


def missed(measured: Measured, most: int) -> str:
    """Pairs whose right word a rival finds and the library does not, by list; nothing without the library."""
    if "ally" not in measured.settings:
        return ""
    occurrences = measured.texts.occurrences
    rivals = [name for name, (engine, _) in measured.settings.items() if not engine.startswith("ally")]
    is_found: Callable[[Asked], bool] = lambda asked: corrected([asked], occurrences).found > 0  # noqa: E731
    lines = []
    for of in measured.texts.lists:
        found = {setting: list(map(is_found, measured.asked(setting, of))) for setting in measured.settings}
        by = [[rival for rival in rivals if found[rival][at]] for at in range(len(of.pairs))]
        alone = [at for at, is_ours in enumerate(found["ally"]) if by[at] and not is_ours]
        lines.append(f"{of.name}: {len(alone)} found by rivals alone")
        pairs = [f"  {of.pairs[at].wrong} → {of.pairs[at].right} ({', '.join(by[at])})" for at in alone]
        lines += spread(pairs, most)
    return "\n".join(lines)
