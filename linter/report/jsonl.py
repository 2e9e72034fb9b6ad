"""One finding of the JSON contract a line, and nothing else: for streams and for `jq`."""

from __future__ import annotations

from linter.report.json import as_data
from linter.report.model import Options, Result
from linter.report.safe import json_text


def write(result: Result, options: Options) -> str:
    import json

    return json_text("".join(json.dumps(as_data(finding), ensure_ascii=False) + "\n" for finding in result.findings))
