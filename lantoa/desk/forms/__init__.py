"""Forms, one file for each room."""
