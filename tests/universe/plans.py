"""Fixtures of the small universe, made by acts."""
