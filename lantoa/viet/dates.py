"""Dates as Vietnamese papers write them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the month too, may be blank: "ngày   tháng 12 năm 2021"."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO, as far as known: "2021-12-05", "2021-12", "2021"."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)
