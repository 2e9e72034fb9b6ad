"""Irregular English nouns and verbs, and the nouns that technical English uses as verbs.  Facts of the language."""

from __future__ import annotations

# singular -> plural, where no rule of english.py gives it
PLURALS = {
    "analysis": "analyses", "axis": "axes", "basis": "bases", "crisis": "crises", "hypothesis": "hypotheses",
    "parenthesis": "parentheses", "synopsis": "synopses", "synthesis": "syntheses", "thesis": "theses", "diagnosis": "diagnoses",
    "criterion": "criteria", "phenomenon": "phenomena", "automaton": "automata", "datum": "data", "medium": "media",
    "bacterium": "bacteria", "curriculum": "curricula", "spectrum": "spectra", "stratum": "strata", "erratum": "errata",
    "matrix": "matrices", "vertex": "vertices", "index": "indices", "appendix": "appendices", "codex": "codices",
    "vortex": "vortices", "simplex": "simplices", "formula": "formulae", "schema": "schemata", "lemma": "lemmata",
    "child": "children", "man": "men", "woman": "women", "person": "people", "mouse": "mice", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "leaf": "leaves", "life": "lives", "knife": "knives", "half": "halves", "shelf": "shelves", "self": "selves",
    "wolf": "wolves", "loaf": "loaves", "thief": "thieves", "calf": "calves", "stimulus": "stimuli", "radius": "radii",
    "lens": "lenses", "alias": "aliases", "bias": "biases", "canvas": "canvases", "atlas": "atlases", "gas": "gases", "bus": "buses",
    "nucleus": "nuclei", "focus": "foci", "locus": "loci", "modulus": "moduli", "corpus": "corpora", "genus": "genera",
}  # fmt: skip

SINGULARS = {plural: singular for singular, plural in PLURALS.items()}

# base -> (past, past participle)
VERBS = {
    "arise": ("arose", "arisen"), "become": ("became", "become"), "begin": ("began", "begun"), "bind": ("bound", "bound"),
    "break": ("broke", "broken"), "bring": ("brought", "brought"), "build": ("built", "built"), "buy": ("bought", "bought"),
    "catch": ("caught", "caught"), "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "deal": ("dealt", "dealt"), "do": ("did", "done"), "draw": ("drew", "drawn"), "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"), "feed": ("fed", "fed"), "find": ("found", "found"), "freeze": ("froze", "frozen"),
    "get": ("got", "gotten"), "give": ("gave", "given"), "go": ("went", "gone"), "grow": ("grew", "grown"),
    "hide": ("hid", "hidden"), "hit": ("hit", "hit"), "hold": ("held", "held"), "keep": ("kept", "kept"),
    "know": ("knew", "known"), "lay": ("laid", "laid"), "lead": ("led", "led"), "learn": ("learned", "learnt"),
    "leave": ("left", "left"), "let": ("let", "let"), "lose": ("lost", "lost"), "make": ("made", "made"),
    "mean": ("meant", "meant"), "meet": ("met", "met"), "pay": ("paid", "paid"), "put": ("put", "put"),
    "read": ("read", "read"), "rebuild": ("rebuilt", "rebuilt"), "reset": ("reset", "reset"), "rewrite": ("rewrote", "rewritten"),
    "ride": ("rode", "ridden"), "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"),
    "set": ("set", "set"), "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"), "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"), "spin": ("spun", "spun"), "split": ("split", "split"), "spread": ("spread", "spread"),
    "stand": ("stood", "stood"), "stick": ("stuck", "stuck"), "swap": ("swapped", "swapped"), "take": ("took", "taken"),
    "teach": ("taught", "taught"), "tell": ("told", "told"), "think": ("thought", "thought"), "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"), "undo": ("undid", "undone"), "wake": ("woke", "woken"),
    "win": ("won", "won"), "write": ("wrote", "written"), "overwrite": ("overwrote", "overwritten"),
    "override": ("overrode", "overridden"), "withdraw": ("withdrew", "withdrawn"), "forget": ("forgot", "forgotten"),
}  # fmt: skip

# A last word that is as often a verb as a noun: "tool call" -> "tool calling", "commit" -> "committed".
NOUN_VERBS = frozenset(
    "abort access amend archive backup bind bisect block boot branch build bundle bypass cache call capture chain change check "
    "checkout clean clone commit compact compile compute conflict control convert copy count crash debug deploy design display "
    "download dump edit embed emit escape evaluate execute export fetch filter fork format graft group handle hash highlight hook "
    "host import index infer inline insert install iterate join link list load lock log loop map mask match merge mock monitor "
    "note offset open orchestrate order output override overwrite pack parse patch pipe poll print process profile prompt prune pull "
    "push queue quote raise read rebase record redirect refactor refresh release render repack replace request reset resolve "
    "restart retry return revert review rollback route run sample save scale scan schedule scope scroll search select send set "
    "shard share shift sign skip slice smudge snapshot sort split squash stage stash store stream submit swap switch sync tag "
    "target test throttle toggle trace track train transfer transform trigger tune unpack update upgrade upload use validate "
    "view visit wait watch wrap write yank fire hoist mount render slot".split()
)
