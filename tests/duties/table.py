"""`docs/duties.md`: all 47 duties, and which of them have a test that shows them.

.venv/bin/python -m tests.duties.table
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.duties import DUTIES

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent.parent / "docs" / "duties.md"
HEAD = """# Duties

What two real plans of provinces ask for, duty by duty, in a few words of our own (Vietnamese). A duty works when a
person can do it in the desk or on the public page, and a test named after it does it too; `make duties` runs those tests
and prints the same table. "First form" means that the part named in the test's first line works, and more is to come.

| duty | what it asks | |
|---|---|---|
"""


def shown() -> set[int]:
    """The duties that a test shows."""
    found = (re.match(r"test_d(\d\d)_", path.name) for path in HERE.glob("test_d*.py"))
    return {int(match.group(1)) for match in found if match}


def page() -> str:
    """The text of the page."""
    working = shown()
    rows = (
        f"| D{n} | {words} | {'works, first form' if n in working else 'not yet'} |\n" for n, words in DUTIES.items()
    )
    return HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
