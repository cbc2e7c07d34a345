"""System tools that some tests need. Absent ones are named, with the one line that brings them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SOFFICE = shutil.which("soffice")
PDFTOPPM = shutil.which("pdftoppm")
INITDB = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)
SHARED = Path(os.environ.get("LANTOA_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is absent; `make tools` brings it")
needs_office = pytest.mark.skipif(
    SOFFICE is None or PDFTOPPM is None, reason="LibreOffice or pdftoppm is absent; `make tools` brings them"
)
needs_postgresql = pytest.mark.skipif(INITDB is None, reason="PostgreSQL is absent; `make tools` brings it")
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the papers to measure on are not beside this repository")
