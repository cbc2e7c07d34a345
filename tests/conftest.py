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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of PostgreSQL's own ways run where its URL is given: `tests/test_postgresql.py` starts a server and does."""
    if os.environ.get("LANTOA_TEST_DATABASE_URL"):
        return
    elsewhere = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """With LANTOA_NO_SKIPS=1 a test skipped for want of a tool fails the run; papers kept elsewhere may be absent."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("LANTOA_NO_SKIPS") != "1" or reporter is None:
        return
    passed_over = [report for report in reporter.stats.get("skipped", []) if "shared" not in report.keywords]
    if passed_over and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
