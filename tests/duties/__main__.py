"""Run the duty tests and print which of the 47 duties work."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.duties import DUTIES

HERE = Path(__file__).resolve().parent


class Tally:
    """Collects what became of each duty's tests."""

    def __init__(self) -> None:
        self.passed: set[int] = set()
        self.spoiled: dict[int, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        found = re.search(r"test_d(\d\d)_", report.nodeid)
        if not found:
            return
        number = int(found.group(1))
        if report.skipped:
            self.spoiled[number] = "chưa chạy: " + str(report.longrepr[-1] if report.longrepr else "")
        elif report.failed:
            self.spoiled[number] = "hỏng"
        elif report.when == "call":
            self.passed.add(number)

    def table(self) -> Iterator[str]:
        for number, words in DUTIES.items():
            yield f"D{number:<3} {self.said_of(number):<9} {words}"

    def works(self, number: int) -> bool:
        return number in self.passed and number not in self.spoiled

    def said_of(self, number: int) -> str:
        return "works" if self.works(number) else self.spoiled.get(number, "not yet")


def main(argv: list[str]) -> int:
    """Exit status 0 when no duty's test failed; duties without a test are simply not there yet."""
    tally = Tally()
    code = pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", str(HERE), *argv], plugins=[tally])
    print("\n".join(tally.table()))
    print(f"{sum(tally.works(number) for number in DUTIES)} of {len(DUTIES)} duties work")
    return 0 if code in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
