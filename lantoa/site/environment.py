"""What the environment sets, read once and loudly: a wrong value stops the start with one clear sentence."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from lantoa.refusals import WrongSetting


def yes_or_no(name: str, default: bool) -> bool:
    """Read `name` as 1/0; anything else is an error."""
    raw = os.environ.get(name, "1" if default else "0")
    if raw not in ("0", "1"):
        raise WrongSetting(name, f"chỉ nhận 1 hoặc 0, không nhận “{raw}”.")
    return raw == "1"


def data_folder() -> Path:
    """The folder that holds everything this installation keeps (`LANTOA_DATA`, by default ./data)."""
    folder = Path(os.environ.get("LANTOA_DATA", "data")).expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        raise WrongSetting("LANTOA_DATA", f"“{folder}” không phải là thư mục.")
    return folder


def secret_key(folder: Path) -> str:
    """`LANTOA_SECRET_KEY`, or the key kept in the data folder, made on first use and readable by its owner alone."""
    if given := os.environ.get("LANTOA_SECRET_KEY"):
        if len(given) < 32:
            raise WrongSetting("LANTOA_SECRET_KEY", "cần ít nhất 32 ký tự.")
        return given
    kept = folder / "secret.key"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return kept.read_text().strip()
