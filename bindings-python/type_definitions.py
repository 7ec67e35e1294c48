"""Definitions of a JSON Schema as Python: the work of ``generate_types.py``.

Each object becomes a ``TypedDict``, each choice of constants a ``Literal``, each union a union; descriptions
become docstrings, where editors find them. Definitions come after those they use; only what refers to itself
is quoted.
"""

import json
import keyword
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

WIDTH = 110

Schema = dict[str, Any]


def reference(schema: Schema) -> str | None:
    """The name of the definition that the schema refers to."""
    path: str | None = schema.get("$ref")
    return path and path.removeprefix("#/$defs/")


def used(schema: object) -> Iterator[str]:
    """The names of all definitions used in a schema."""
    if isinstance(schema, dict):
        if name := reference(schema):
            yield name
        for part in schema.values():
            yield from used(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from used(part)


def choices(schema: Schema) -> list[Schema]:
    """The branches of a union."""
    branches: list[Schema] = schema.get("oneOf") or schema.get("anyOf") or []
    return branches


def constants(schema: Schema) -> list[str] | None:
    """The values of a choice of constants."""
    if "enum" in schema:
        return list(schema["enum"])
    if "const" in schema:
        return [schema["const"]]
    values: list[str] = []
    for branch in choices(schema):
        if (more := constants(branch)) is None:
            return None
        values += more
    return values or None


class Types:
    """Turns the definitions of one module into Python, one after the other.

    ``parts`` holds the text of each, ``typing`` what they need of that module. What is ``known`` is defined
    in other modules.
    """

    def __init__(self, definitions: dict[str, Schema], known: Iterable[str]) -> None:
        self.definitions = definitions
        self.defined = set(known)
        self.parts: dict[str, str] = {}
        self.typing: set[str] = set()

    def expression(self, schema: Schema) -> str:
        """A schema as a type expression."""
        if name := reference(schema):
            return name if name in self.defined else f'"{name}"'
        if (values := constants(schema)) is not None:
            self.typing.add("Literal")
            return "Literal[" + ", ".join(json.dumps(value, ensure_ascii=False) for value in values) + "]"
        if branches := choices(schema):
            # One choice of constants, whatever stands beside it.
            named = [branch for branch in branches if constants(branch)]
            others = [branch for branch in branches if not constants(branch)]
            branches = [{"anyOf": named}, *others] if named else others
            return self.union([self.expression(branch) for branch in branches])
        kinds = schema.get("type", [])
        kinds = kinds if isinstance(kinds, list) else [kinds]
        return self.union([self.simple(kind, schema) for kind in kinds]) if kinds else self.anything()

    def union(self, members: list[str]) -> str:
        """Several types as one; one quoted member quotes the whole, since strings have no ``|``."""
        members = list(dict.fromkeys(members))
        whole = " | ".join(member.strip('"') if member.startswith('"') else member for member in members)
        quoted = any(member.startswith('"') for member in members)
        return f'"{whole}"' if quoted else whole

    def simple(self, kind: str, schema: Schema) -> str:
        """A schema of one JSON type."""
        if kind == "array" and "prefixItems" in schema:
            return f"tuple[{', '.join(self.expression(item) for item in schema['prefixItems'])}]"
        if kind == "array":
            return f"list[{self.expression(schema.get('items', {}))}]"
        if kind == "object" and schema.get("properties"):
            return self.anonymous(schema)
        if kind == "object":
            values = schema.get("additionalProperties", {})
            return f"dict[str, {self.expression(values) if isinstance(values, dict) else self.anything()}]"
        return {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}[kind]

    def anything(self) -> str:
        """Any JSON value."""
        self.typing.add("Any")
        return "Any"

    def anonymous(self, schema: Schema) -> str:
        """Give an object inside a union a name of its own: that of its field, as in ``WithdrawnStatus``."""
        name = f"{''.join(schema['properties']).title().replace('_', '')}{self.current}"
        self.typed_dict(name, schema)
        return name

    def field(self, schema: Schema, *, required: bool) -> str:
        """The type of a field of an object."""
        if required:
            return self.expression(schema)
        self.typing.add("NotRequired")
        return f"NotRequired[{self.expression(schema)}]"

    def typed_dict(self, name: str, schema: Schema) -> None:
        """Define an object."""
        self.typing.add("TypedDict")
        required = schema.get("required", [])
        fields = {
            field: (self.field(part, required=field in required), part.get("description", ""))
            for field, part in schema["properties"].items()
        }
        text = schema.get("description", "")
        if any(keyword.iskeyword(field) for field in fields):
            # A class cannot have a field called `from`.
            lines = [
                line
                for field, (kind, doc) in fields.items()
                for line in (*comment(doc), f'"{field}": {kind},')
            ]
            body = textwrap.indent("\n".join(lines), "        ")
            definition = (
                f'{name} = TypedDict(\n    "{name}",\n    {{\n{body}\n    }},\n)\n{docstring(text, 0)}'
            )
        else:
            body = "".join(
                f"    {field}: {kind}\n{docstring(doc, 4)}" for field, (kind, doc) in fields.items()
            )
            gap = "\n" if text and body else ""
            definition = f"class {name}(TypedDict):\n{docstring(text, 4)}{gap}{body}"
        self.add(name, definition)

    def alias(self, name: str, schema: Schema) -> None:
        """Define what is not an object."""
        self.typing.add("TypeAlias")
        kind = self.expression(schema)
        line = f"{name}: TypeAlias = {kind}"
        if len(line) > WIDTH:
            opening, members, closing = (
                ("Literal[", kind[8:-1].split(", "), "]")
                if kind.startswith("Literal[") and " | " not in kind
                else ("(", kind.split(" | "), ")")
            )
            if closing == "]":
                members = [f"{member}," for member in members]
            elif len(kind) + 4 <= WIDTH:
                members = [kind]
            else:
                members = [self.wrapped(member) for member in members]
                members = [members[0], *(f"| {member}" for member in members[1:])]
            line = f"{name}: TypeAlias = {opening}\n    " + "\n    ".join(members) + f"\n{closing}"
        self.add(name, f"{line}\n{docstring(schema.get('description', ''), 0)}")

    def wrapped(self, member: str) -> str:
        """A member of a union, with each constant of a long choice on a line of its own."""
        if len(member) + 4 <= WIDTH or not member.startswith("Literal["):
            return member
        values = "".join(f"        {value},\n" for value in member[8:-1].split(", "))
        return f"Literal[\n{values}    ]"

    def add(self, name: str, text: str) -> None:
        """Note a definition."""
        self.parts[name] = text
        self.defined.add(name)

    def define_all(self, names: Iterable[str]) -> None:
        """Define names, in their order as far as what they use allows."""
        names = list(names)
        while missing := [name for name in names if name not in self.defined]:
            for name in missing:
                self.define(name)

    def define(self, name: str, path: tuple[str, ...] = ()) -> None:
        """Define a name, after the names it uses."""
        if name in self.defined or name in path:
            return
        schema = self.definitions[name]
        for other in used(schema):
            self.define(other, (*path, name))
        self.current = name
        if schema.get("properties"):
            self.typed_dict(name, schema)
        elif self.defined.issuperset({*used(schema)} - {name}):
            self.alias(name, schema)
        # A union of types that refer to it waits for them: they quote it. It may refer to itself.


def paragraphs(text: str, width: int) -> list[str]:
    """A description, wrapped."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += [""] if lines else []
        lines += textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    return lines


def docstring(text: str, indent: int) -> str:
    """A description as a docstring."""
    if not text:
        return ""
    blank = " " * indent
    lines = paragraphs(text.replace("\\", "\\\\"), WIDTH - indent - 6)
    ending = '"""\n' if len(lines) == 1 else f'\n{blank}"""\n'
    return f'{blank}"""' + "\n".join((blank + line).rstrip() for line in lines).strip() + ending


def comment(text: str) -> list[str]:
    """A description as comments."""
    return [f"# {line}".rstrip() for line in paragraphs(text, WIDTH - 12)] if text else []
