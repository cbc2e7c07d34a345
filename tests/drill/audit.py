"""What is stored after a drill: `python -m tests.drill.audit` prints every version, and whether it is whole, as JSON."""

from __future__ import annotations

import json

from lantoa.commands.setup import ready

ready()

from lantoa.reports.models import Version  # noqa: E402
from lantoa.trail.queries import history  # noqa: E402


def main() -> None:
    versions = Version.objects.select_related("report__obligation").prefetch_related("sections__field", "figures")
    print(json.dumps([_told(version) for version in versions.order_by("report", "number")]))


def _told(version: Version) -> dict[str, object]:
    return {
        "id": str(version.pk),
        "key": version.submission_key,
        "receipt": version.receipt,
        "report": str(version.report_id),
        "number": version.number,
        "state": version.report.obligation.state,
        "text": next((section.text for section in version.sections.all() if section.field.key == "results"), ""),
        "sections": version.sections.count(),
        "figures": version.figures.count(),
        "asked_figures": version.report.figures.count(),
        "trail": [entry.verb for entry in history(version)],
    }


if __name__ == "__main__":
    main()
