"""The Python example of the project's README runs and prints a line for each hit."""

import re
from pathlib import Path

import pytest


def test_the_projects_readme_prints_each_hit_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == 10
    assert all(" Trouvé grâce à «" in line for line in printed)
