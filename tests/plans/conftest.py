"""The plan of the universe, whatever another room plays with meanwhile."""

from tests.universe.plans import plan, task

__all__ = ["plan", "task"]
