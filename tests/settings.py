"""Settings of the tests: a data folder of its own, thrown away afterwards; another database by one URL."""

import os
import tempfile

os.environ["LANTOA_DATA"] = tempfile.mkdtemp(prefix="lantoa-tests-")
os.environ.setdefault("LANTOA_SECRET_KEY", "only-for-tests-" + "x" * 32)
if url := os.environ.get("LANTOA_TEST_DATABASE_URL"):
    os.environ["LANTOA_DATABASE_URL"] = url
else:
    os.environ.pop("LANTOA_DATABASE_URL", None)

from lantoa.site.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
