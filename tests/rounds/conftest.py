from tests.universe.plans import plan, task  # noqa: F401
