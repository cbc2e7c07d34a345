"""Lan Tỏa: runs a public-communication programme, from the plan that orders it to the report that answers for it."""

__version__ = "0.1.0"
