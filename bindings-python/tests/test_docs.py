"""The Python examples of the project's documents run, and give what they say they give."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def examples(document: str) -> list[str]:
    text = (ROOT / document).read_text("utf-8")
    return re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def run(example: str, names: dict[str, Any], document: str) -> None:
    """Runs an example; an expression with a value in a comment behind it must have that value."""
    lines = example.splitlines()
    for statement in ast.parse(example).body:
        code = ast.get_source_segment(example, statement)
        assert code is not None
        # What follows the statement on its last line.
        rest = lines[(statement.end_lineno or 1) - 1].encode()[statement.end_col_offset :].decode()
        _, _, comment = rest.partition("# ")
        if isinstance(statement, ast.Expr) and re.match(r"['\"\[{\d]|None|True|False", comment):
            assert eval(code, names) == ast.literal_eval(comment), code
        else:
            exec(compile(code, document, "exec"), names)


def test_the_projects_readme_prints_each_hit_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = examples("README.md")
    run(example, {}, "README.md")
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 10
    assert all(" Trouvé grâce à «" in line for line in printed)


def test_the_examples_of_searching_give_what_they_say() -> None:
    names: dict[str, Any] = {}
    found = examples("docs/searching.md")
    assert len(found) > 3
    for example in found:
        run(example, names, "docs/searching.md")
