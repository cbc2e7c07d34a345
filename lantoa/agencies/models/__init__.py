"""Public bodies over time, and the people who hold posts in them."""

from lantoa.agencies.models.areas import Area, AreaCode, AreaSuccession
from lantoa.agencies.models.bodies import Agency, AgencyCode, AgencyGroup, AgencyName, Alias, Membership, Succession
from lantoa.agencies.models.people import Holding, Post, Role, User

__all__ = [
    "Agency",
    "AgencyCode",
    "AgencyGroup",
    "AgencyName",
    "Alias",
    "Area",
    "AreaCode",
    "AreaSuccession",
    "Holding",
    "Membership",
    "Post",
    "Role",
    "Succession",
    "User",
]
