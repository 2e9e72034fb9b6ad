"""What `glosslint explain FILE:LINE` tells of findings that compare a place with the rest of the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli import main

FILLER = [
    ("The office opens at 9.", "办公室 9 点开门。"),
    ("Tickets cost 4 euros.", "门票 4 欧元。"),
    ("The museum has 30 rooms.", "博物馆有 30 个展室。"),
    ("A bridge was built in 1901.", "1901 年建了一座桥。"),
    ("Trains leave from platform 7.", "火车从 7 号站台出发。"),
]
CREW = [
    ("The crew sleeps until 6.", "船员睡到 6 点。"),
    ("A crew of 12 men.", "12 名船员。"),
    ("Pay the crew on day 10.", "第 10 天给船员发薪。"),
    ("No crew sails in 2 storms.", "没有船员在 2 场风暴中航行。"),
    ("The crew ate at 8.", "船员 8 点吃饭。"),
    ("All cargo is insured for 3 years.", "所有货物投保 3 年。"),
    ("Lost cargo", "丢失的船员"),
]
PAYLOAD = [
    ("The payload of 3 kites.", "3 只风筝的负载。"),
    ("One payload a day for 20 days.", "20 天里每天一份负载。"),
    ("Weigh the payload at 5.", "5 点称负载。"),
    ("The payload fell after 2 miles.", "2 英里后载荷掉落。"),
    ("Add 6 grams to the payload.", "给载荷增加 6 克。"),
]
GLOSSES = [
    ("Distillation first.", "先做知识蒸馏（distillation）。"),
    ("Distillation helps 2 models.", "知识提炼（distillation）对 2 个模型有帮助。"),
    ("Distillation needs 1 card.", "知识蒸馏（distillation）需要 1 块显卡。"),
]
# glossary rows, pairs, the pair that is asked about (from 1), the code of its finding, what is told beside it
CASES = {
    "a label with another row's rendering": (
        "| crew | 船员 |\n| cargo | 货物 |", CREW, 7, "GL105",
        ["the rendering of crew stands here: 船员, while the source has cargo", "船员 stands with crew in 5 pairs and without it in 1"],
    ),
    "two renderings in turn": (
        "| payload | 负载 / 载荷 |", PAYLOAD, 4, "GL401",
        ["two renderings of payload: 载荷 here, 负载 elsewhere", "the other one: zh/a.md:1", "right all the same?"],
    ),
    "two glosses": (
        "| crew | 船员 |", GLOSSES, 2, "GL202",
        ["two glosses: 知识提炼 for Distillation here, 知识蒸馏 elsewhere", "right all the same?"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "pairs", "number", "code", "told"), CASES.values(), ids=CASES.keys())
def test_what_is_told(
    rows: str,
    pairs: list[tuple[str, str]],
    number: int,
    code: str,
    told: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("GLOSSARY.md").write_text(f"| English | 中文 |\n|---|---|\n{rows}\n", encoding="utf-8")
    for folder, side in (("en", 0), ("zh", 1)):
        Path(folder).mkdir()
        text = "\n\n".join(pair[side] for pair in [*pairs, *FILLER]) + "\n"
        Path(folder, "a.md").write_text(text, encoding="utf-8")
    assert main(["explain", f"zh/a.md:{2 * number - 1}"]) == 0
    out = capsys.readouterr().out
    assert f"warning {code}" in out
    for line in told:
        assert line.casefold() in out.casefold()
    assert main(["explain", "zh/a.md:1", "--lang", "zh"]) == 0
    assert "与其他各处比较" not in capsys.readouterr().out
