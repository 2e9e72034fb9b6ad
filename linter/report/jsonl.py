"""One finding of the JSON contract a line, and nothing else: for streams and for `jq`."""

from __future__ import annotations

from linter.report.json import as_data
from linter.report.model import Options, Result
from linter.report.safe import json_text


def write(result: Result, options: Options) -> str:
    import json

    data = [as_data(finding) for finding in result.findings]
    if options.show_suppressed:
        from linter.report.suppressed import as_data as cause

        data += [{**as_data(item.finding), "suppressed": cause(item)} for item in result.suppressed]
    return json_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in data))
