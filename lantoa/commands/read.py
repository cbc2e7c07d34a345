"""`lantoa read FILE [--json]`: what the reader understands of a plan."""

from __future__ import annotations

import json
import sys


def read(path: str, as_json: bool) -> int:
    """Print what was read. 0 ok (with warnings too), 2 no such file, 3 refused; a refusal is one sentence on stderr."""
    from lantoa.reading import read_plan, to_json
    from lantoa.refusals import Refusal

    try:
        draft = read_plan(path)
    except OSError:
        print(f"Không mở được tệp «{path}». Chưa có gì thay đổi; hãy kiểm tra lại đường dẫn.", file=sys.stderr)
        return 2
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 3
    if as_json:
        print(json.dumps(to_json(draft), ensure_ascii=False, indent=1))
    else:
        from lantoa.reading.summary import summary

        print(summary(draft))
    return 0
