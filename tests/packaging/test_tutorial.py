"""A new user's walk: the commands of the tutorial, typed one after the other, from an empty repository to a hook that passes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = {"docs/tutorial.md": "C.UTF-8", "docs/tutorial.zh-CN.md": "zh_CN.UTF-8"}
_BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the tutorial's commands are for a shell")


class Shell:
    """A terminal in a folder that its commands may leave."""

    def __init__(self, folder: Path, locale: str, wheels: Path) -> None:
        self.folder, self.state = folder, folder / ".where"
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LC_", "LANG"))}
        who = {f"GIT_{who}_{what}": "new@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.environment |= {
            **who, "LC_MESSAGES": locale, "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(folder / "home"), "PYTHONUTF8": "1",
            "XDG_CACHE_HOME": str(folder / "cache"), "PRE_COMMIT_HOME": str(folder / "pre-commit"), "PIP_FIND_LINKS": str(wheels),
            "PATH": os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"])),
        }  # fmt: skip

    def type(self, text: str) -> subprocess.CompletedProcess[str]:
        script = f"{text}\ncode=$?\npwd > '{self.state}'\nexit $code"
        done = subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env=self.environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        self.folder = Path(self.state.read_text(encoding="utf-8").strip())
        return done


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pip finds this version of the package, as if it were released."""
    folder = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip(f"no wheel can be built here: {done.stdout[-200:]}{done.stderr[-200:]}")
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_the_tutorial_says_what_happens(name: str, wheels: Path, tmp_path: Path) -> None:
    shell = Shell(tmp_path, PAGES[name], wheels)
    blocks = _BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert [kind for kind, _ in blocks] == ["sh"] * 4 + ["console"] * 4 + ["sh"]
    for kind, text in blocks:
        if kind == "console":
            for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
                assert shell.type(command).stdout == shown, command
        elif not text.startswith("pip install"):  # that is done
            done = shell.type(f"set -e\n{text}")
            assert done.returncode == 0, done.stdout
    log = shell.type("git log --format=%s").stdout
    assert log.strip(), "the commit went through the hook"
    assert "glosslint" in shell.type("cat .git/hooks/pre-commit .pre-commit-config.yaml").stdout
    page = shell.folder / "night-shift.md"
    page.write_text(page.read_text(encoding="utf-8").replace("回滚", "回退"), encoding="utf-8")
    stopped = shell.type("git commit --all -m x")
    assert stopped.returncode == 1
    assert "night-shift.md:17:4" in stopped.stdout
