"""What an operator types. Ground-floor commands never import Django; the others import it only when they run."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run one command; return its exit code (0 ok, 1 problems found, 2 usage or missing file, 3 refused)."""
    from lantoa.commands import parser

    return parser.run(sys.argv[1:] if argv is None else argv)
