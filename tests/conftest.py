"""What every test may ask for, and what a run may not pass over in silence."""

from __future__ import annotations

import os

import pytest

pytest_plugins = [
    "tests.universe.agencies",
    "tests.universe.plans",
    "tests.universe.activities",
    "tests.universe.rounds",
    "tests.universe.doors",
]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """With LANTOA_NO_SKIPS=1 a test skipped for want of a tool fails the run; papers kept elsewhere may be absent."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("LANTOA_NO_SKIPS") != "1" or reporter is None:
        return
    passed_over = [report for report in reporter.stats.get("skipped", []) if "shared" not in report.keywords]
    if passed_over and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
