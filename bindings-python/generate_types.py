"""Make the package ``python/ally_toolkit/types`` from ``core/schema/api.schema.json``.

Run it without arguments to write the files, with ``--check`` to fail when they are not current.

``MODULES`` says which module a definition goes to: the first that names it, or that has a type which uses it.
So modules only import from those before them, and what is used in several places is with the first. A new
type that others use finds its place by itself; one that the library takes or gives back needs one in
``MODULES``.
"""

import json
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from type_definitions import WIDTH, Schema, Types, used

HERE = Path(__file__).parent
SCHEMA = HERE.parent / "core/schema/api.schema.json"
TARGET = HERE / "python/ally_toolkit/types"
MADE = "Made by ``generate_types.py`` from the schema of the core; do not edit."

ABOUT = """The shapes of everything the library takes and gives back; at run time all of it is plain data.

Optional fields (``NotRequired``) are left out when there is nothing to say. Spans count code points: slice
the text with them as they are."""


class Module(NamedTuple):
    """A module of the package."""

    name: str
    about: str
    types: tuple[str, ...]
    """The definitions it is for, as patterns such as ``Localized*``; those they use come with them."""


MODULES = [
    Module(
        "text",
        "Texts, their languages and translations, and places in them.",
        ("Bilingual", "Language", "Localized*", "Name", "OffsetUnit", "Span", "Text", "TextList"),
    ),
    Module("problem", "What may be wrong with data or a request.", ("ErrorData", "Report")),
    Module("analysis", "How a text is read for search.", ("Analysis",)),
    Module(
        "model",
        "The data of a catalogue, as its files have them.",
        ("About", "Concept", "Resource", "Term", "Toolkit", "VocabularyName"),
    ),
    Module("reading_rich_text", "Rich text, as it is read in a language.", ("RichTextView",)),
    Module(
        "reading_records",
        "Resources, terms, concepts and toolkits, as they are read in a language.",
        ("CardView", "ConceptView", "ResourceView", "TermView", "ToolkitView"),
    ),
    Module("reading_page", "Pages and their blocks, as they are read in a language.", ("PageView",)),
    Module("query", "What the text of a query asks for.", ("ParsedQuery",)),
    Module("search", "What is asked of a search, and what it finds.", ("Search*", "SimilarRequest")),
    Module(
        "suggestion",
        "What completes what is typed, what may have been meant, and what to leave out.",
        ("Completion*", "Proposal", "Advice"),
    ),
    Module("snapshot", "What a snapshot says of itself.", ("SnapshotDescription",)),
    Module("evaluation", "How good a search is.", ("Comparison", "Evaluation", "Judgments")),
]


def places(definitions: dict[str, Schema]) -> dict[str, str]:
    """The module of each definition."""
    found: dict[str, str] = {}
    problems = []
    for module in MODULES:
        for pattern in module.types:
            names = [name for name in definitions if fnmatchcase(name, pattern)]
            if not names:
                problems.append(f"no definition is called {pattern}, as {module.name} says")
            while names:
                if (name := names.pop()) not in found:
                    found[name] = module.name
                    names += used(definitions[name])
    problems += [f"{name} has no place" for name in sorted(definitions.keys() - found.keys())]
    if problems:
        raise ValueError(f"MODULES needs a change: {'; '.join(problems)}")
    return dict(sorted(found.items()))


def docstring(about: str) -> str:
    """The docstring of a module."""
    return f'"""{about}\n\n{MADE}\n"""\n'


def imports(names: dict[str, str]) -> str:
    """Imports of names, given with their modules."""
    lines = []
    for module in sorted(set(names.values())):
        imported = sorted((name for name, home in names.items() if home == module), key=str.lower)
        start = f"from ally_toolkit.types.{module} import"
        line = f"{start} {', '.join(imported)}"
        if len(line) > WIDTH:
            line = f"{start} (\n" + "".join(f"    {name},\n" for name in imported) + ")"
        lines.append(f"{line}\n")
    return "".join(lines)


def generate() -> dict[str, str]:
    """The text of each file of the package."""
    definitions: dict[str, Schema] = json.loads(SCHEMA.read_text("utf-8"))["$defs"]
    homes = places(definitions)
    files: dict[str, str] = {}
    exported: dict[str, str] = {}
    for module in MODULES:
        own = [name for name, home in homes.items() if home == module.name]
        types = Types(definitions, exported)
        types.define_all(own)
        others = {name: homes[name] for one in own for name in used(definitions[one]) if name not in own}
        head = [docstring(module.about), f"from typing import {', '.join(sorted(types.typing))}\n"]
        head += [imports(others)] if others else []
        body = "\n\n".join(types.parts.values())
        gap = "\n\n" if body.startswith("class ") else "\n"
        files[f"{module.name}.py"] = "\n".join(head) + gap + body
        exported |= dict.fromkeys(types.parts, module.name)
    everything = "__all__ = [\n" + "".join(f'    "{name}",\n' for name in sorted(exported)) + "]\n"
    files["__init__.py"] = "\n".join([docstring(ABOUT), imports(exported), everything])
    return files


def current() -> dict[str, str]:
    """The files of the package as they are."""
    return {path.name: path.read_text("utf-8") for path in TARGET.glob("*.py")}


def main() -> int:
    """Write the files, or check them."""
    files, before = generate(), current()
    if "--check" in sys.argv[1:]:
        if files == before:
            return 0
        print(f"{TARGET.name} is not current: run {Path(__file__).name}", file=sys.stderr)
        return 1
    TARGET.mkdir(exist_ok=True)
    for name in before.keys() - files.keys():
        (TARGET / name).unlink()
    for name, text in files.items():
        (TARGET / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
