"""One small universe of fixtures, made by acts alone."""
