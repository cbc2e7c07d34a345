"""Names of public bodies: taking lists apart, telling bodies from groups, comparing spellings."""

from lantoa.viet.bodies.names import alike, canonical
from lantoa.viet.bodies.splitting import FoundBody, is_single, split_bodies

__all__ = ["FoundBody", "alike", "canonical", "is_single", "split_bodies"]
