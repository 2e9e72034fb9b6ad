"""Terms that no glossary lists and that are rendered in two ways: everything that is told, to be judged by a reader.

    python benchmarks/consistency.py [--shared ../shared] [--senses 15] [CORPUS …]

One line for each term and rendering: the numbers of pairs, how many entries of the dictionary the word helps to gloss, and a place.
`--senses` moves the threshold above which a single word is taken to have many senses (linter/judge/unlisted.py); with a high one
the lines show what it keeps out.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

from linter.config import load_settings
from linter.judge import unlisted
from linter.judge.bitext import Bitext
from linter.judge.consistency import splits
from linter.judge.dictionary import breadth
from linter.judge.phrases import phrases
from linter.judge.places import spots_of
from linter.judge.renderings import renderings
from linter.project import load


def tell(folder: Path, paths: list[str], glossaries: list[str]) -> None:
    os.chdir(folder)
    bitext = Bitext(load(paths, load_settings(isolated=True, glossaries=glossaries)).facts)
    start = time.process_time()
    told = 0
    for phrase in phrases([record.english for record in bitext.records], unlisted.FEWEST):
        found = renderings(bitext, phrase)
        for split in splits(bitext, phrase, found) if found else ():
            record = bitext.records[split.other.records[0]]
            spot = spots_of(record.facts, record.pair, split.other.text)[0]
            line = spot.document.source.line_of(spot.document.span(spot.start, spot.end).start)
            senses = breadth(phrase.text, 100) if phrase.words == 1 else "-"
            print(
                f"  {phrase.text}: {split.usual.text} {len(split.usual.records)}, {split.other.text} {len(split.other.records)} "
                f"of {len(phrase.records)}; senses {senses}; {spot.document.source.path}:{line}"
            )
            told += 1
    print(f"{folder.name}: {told} in {len(bitext.records)} records, {time.process_time() - start:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--senses", type=int, default=unlisted.SENSES)
    parser.add_argument("corpora", nargs="*")
    options = parser.parse_args()
    root = (options.shared / "bench" / "dev").resolve()
    if not root.is_dir():
        parser.error(f"no labelled documents in {root}")
    unlisted.SENSES = options.senses
    runs = json.loads((root / "run.json").read_text(encoding="utf-8"))
    for corpus in options.corpora or ["transcript", *runs]:
        if corpus == "transcript":
            tell((options.shared / "seed").resolve(), ["transcript.md"], [])
        else:
            at = runs[corpus].index("--glossary")
            tell(root / corpus, runs[corpus][:at] + runs[corpus][at + 2 :], [runs[corpus][at + 1]])


if __name__ == "__main__":
    main()
