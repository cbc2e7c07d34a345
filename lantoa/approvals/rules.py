"""Who may say yes."""

from __future__ import annotations

from lantoa.agencies.models import Holding, Role


def may_decide(holding: Holding) -> bool:
    """True for a leader's post and for a post that signs papers.

    Such a post may also decide on what its holder wrote: whoever signs for an agency answers for its every word.
    """
    return holding.is_in(Role.LEADER) or holding.post.signs
