"""The notebook of ``examples/notebook`` runs from top to bottom, and its findings hold."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "examples/notebook/coverage.ipynb"

# Run after the notebook, in its kernel.
ASSERTIONS = """
assert len(resources) == len(catalogue.resources()) and resources.index.is_unique
assert set(resources["languages"]) == set(GROUPS)
assert (coverage[GROUPS].sum(axis=1) == coverage["total"]).all()
assert coverage["total"].sum() == sum(len(r.get("topics", [])) for r in catalogue.resources())
assert coverage["in French"].is_monotonic_increasing

# The title of the first figure: the three topics with the least French have next to none.
first, second = (plt.figure(number) for number in plt.get_fignums())
finding, constat, note = (text.get_text() for text in first.texts)
assert list(least.index) == list(shown.index[:3]) and least["in French"].max() < 0.1
assert all(label.lower() in finding.lower() for label in least["English"]), finding
assert all(label.lower() in constat.lower() for label in least["français"]), constat
assert note.endswith(SOURCE)

# Its bars: one for each topic and language, as long as their share, each row in all as wide as the figure.
bars = first.axes[0].patches
assert len(bars) == len(shown) * len(GROUPS)
assert abs(sum(bar.get_width() for bar in bars) - len(shown)) < 1e-9

# The title of the second: until 2020 the lesser part could be read in French, since then the greater.
assert "Since 2021" in second.texts[0].get_text()
assert list(by_period["in French"] > 0.5) == [False, False, False, True, True]

# Filters count what the dataframe counts.
for topic in least.index:
    assert catalogue.search(filters={"topic": [topic]}, per_page=0)["total"] == coverage.loc[topic, "total"]
"""


def test_the_notebook_is_kept_without_outputs() -> None:
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None), cell.id


@pytest.mark.filterwarnings("default")
def test_the_notebook_runs_and_its_findings_hold() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    # Figures stay open, for the assertions.
    notebook.cells.insert(0, nbformat.v4.new_code_cell("%config InlineBackend.close_figures = False"))
    notebook.cells.append(nbformat.v4.new_code_cell(ASSERTIONS))
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    pictures = [output for output in shown if "image/png" in output.get("data", {})]
    assert len(pictures) >= 2
    assert not [output for output in shown if output.get("name") == "stderr"]
