"""A clerk at one machine: issues papers as fast as it can once a file appears. Run by `test_together.py`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import django

django.setup()

from lantoa.agencies.models import Agency, Holding  # noqa: E402
from lantoa.documents.acts import issue  # noqa: E402
from tests.documents.papers import REPORT  # noqa: E402
from tests.universe.agencies import NOW  # noqa: E402


def main(signal: Path, issuer: str, holding: str, count: int) -> None:
    agency, clerk = Agency.objects.get(pk=issuer), Holding.objects.select_related("post").get(pk=holding)
    print("ready", flush=True)
    while not signal.exists():
        time.sleep(0.005)
    for _ in range(count):
        print(issue(paper=REPORT, issuer=agency, by=clerk, at=NOW).symbol, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
