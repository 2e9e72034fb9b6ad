"""What is wrong with directives: they silence nothing, name what does not exist, or are never closed."""

from __future__ import annotations

from collections.abc import Sequence

from linter.finding import Edit, Fact, Fix, place_of
from linter.records import NamedTuple
from linter.rules.model import Rule
from linter.rules.policy import Policy, Resolved
from linter.suppress.asked import is_asked
from linter.suppress.claims import Claim, Claims
from linter.suppress.model import KINDS, Directive, Item, Run, Sheet
from linter.suppress.names import forms, nearest, nearest_rule

# Rules that speak of English words without a row as well, so that any word may be named.
_ANY_TERM = ("inconsistent", "inconsistent-gloss")


class Told(NamedTuple):
    fact: Fact
    fix: Fix | None


def faults(sheet: Sheet, found: Sequence[Directive], claims: Claims, run: Run, policy: Policy, resolved: Resolved) -> list[Told]:
    """After the claims have counted what they silenced."""
    told: list[Told] = []
    rules = {rule.code: rule for rule in policy.rules}
    by_directive: dict[int, list[Claim]] = {}
    for claim in claims.all:
        by_directive.setdefault(claim.directive.start, []).append(claim)
    open_claims = {id(claim) for claim in claims.unclosed}
    for directive in found:
        if not directive.known:
            told.append(_unknown_directive(sheet, directive))
            continue
        own = by_directive[directive.start]
        strange = [claim for claim in own if not claim.codes]
        strange_terms = [] if not run.glossary else [claim for claim in own if claim.codes and _is_strange(claim, sheet, rules)]
        told += [_unknown_rule(sheet, directive, item, own, policy.rules) for item in dict.fromkeys(c.item for c in strange)]
        told += [_unknown_term(sheet, directive, claim, own) for claim in strange_terms]
        others = [claim for claim in own if claim not in strange and claim not in strange_terms]
        unused = [] if directive.idle else [claim for claim in others if _is_unused(claim, sheet, run, rules, resolved)]
        if unused:
            told.append(_unused(sheet, directive, own, unused))
        unclosed = [claim for claim in others if id(claim) in open_claims and claim not in unused]
        if unclosed:
            told.append(_unclosed(sheet, directive, unclosed))
    return told


def _is_unused(claim: Claim, sheet: Sheet, run: Run, rules: dict[str, Rule], resolved: Resolved) -> bool:
    if claim.hits:
        return False
    if claim.directive.kind == "enable":
        return True
    single = len(claim.codes) == 1
    return all(is_asked(rules[code], single, sheet, run, resolved) for code in claim.codes)


def _is_strange(claim: Claim, sheet: Sheet, rules: dict[str, Rule]) -> bool:
    """Whether it names a term that no row has, and silenced nothing by it."""
    if claim.hits or claim.term is None or claim.term.rows or not sheet.entries:
        return False
    free = any(rules[code].reports in _ANY_TERM for code in claim.codes)
    return not free or bool(_meant(claim, sheet))


def _meant(claim: Claim, sheet: Sheet) -> str:
    return nearest(claim.term.text, forms(sheet.entries)) if claim.term else ""


def _unknown_directive(sheet: Sheet, directive: Directive) -> Told:
    if directive.style == "matter":
        return _told("unknown-suppression", sheet, directive, {"why": "bad-front-matter"}, None)
    values = {"why": "no-such-directive", "other": directive.kind, "expected": nearest(directive.kind, KINDS)}
    return _told("unknown-suppression", sheet, directive, values, _without(sheet, directive, "unsafe"))


def _unknown_rule(sheet: Sheet, directive: Directive, item: Item, own: Sequence[Claim], rules: Sequence[Rule]) -> Told:
    values = {"why": "no-such-rule", "other": item.word, "expected": nearest_rule(item.word, rules)}
    gone = [claim for claim in own if claim.item is item]
    return _told("unknown-suppression", sheet, directive, values, _shorter(sheet, directive, gone, own, "unsafe"), gone[0])


def _unknown_term(sheet: Sheet, directive: Directive, claim: Claim, own: Sequence[Claim]) -> Told:
    values = {"why": "no-such-term", "other": claim.term.text if claim.term else "", "expected": _meant(claim, sheet)}
    return _told("unknown-suppression", sheet, directive, values, _shorter(sheet, directive, [claim], own, "unsafe"), claim)


def _unused(sheet: Sheet, directive: Directive, own: Sequence[Claim], unused: Sequence[Claim]) -> Told:
    part = "" if len(unused) == len(own) else ", ".join(map(_written, unused))
    return _told("unused-suppression", sheet, directive, {"other": part}, _shorter(sheet, directive, unused, own, "safe"))


def _unclosed(sheet: Sheet, directive: Directive, unclosed: Sequence[Claim]) -> Told:
    """Closed at the end of the file, where it ends anyway."""
    source = sheet.source
    words = ", ".join(_written(claim) for claim in unclosed if claim.item.start >= 0)
    inner = f"glosslint-enable {words}".rstrip()
    mark = f"# {inner}" if directive.style in ("line", "tail") else f"<!-- {inner} -->"
    if directive.style == "mdx":
        mark = f"{{/* {inner} */}}"
    end = source.position(len(source.text))
    newline = "\r\n" if "\r\n" in source.text else "\n"
    before = "" if not source.text or source.text.endswith(("\n", "\r")) else newline
    if directive.style in ("html", "mdx"):
        before += newline  # a paragraph must not run into it
    fix = Fix("safe", (Edit(end.line, end.column, end.line, end.column, f"{before}{mark}{newline}"),))
    return _told("unclosed-suppression", sheet, directive, {"other": words}, fix)


def _told(
    reports: str, sheet: Sheet, directive: Directive, values: dict[str, str], fix: Fix | None, claim: Claim | None = None
) -> Told:
    start, end = directive.start, directive.end
    if claim is not None and claim.item.start >= 0:
        start, end = claim.item.start, claim.item.end
    source = sheet.source
    return Told(Fact(reports, place_of(source, start, end), values, source.text[start:end]), fix)


def _written(claim: Claim) -> str:
    return _item(claim.item.word, [claim])


def _item(word: str, claims: Sequence[Claim]) -> str:
    terms = [claim.term.text for claim in claims if claim.term]
    quoted = (f'"{term}"' if set(term) & set(",，、;；()（）") else term for term in terms)
    return f"{word}({', '.join(quoted)})" if terms else word


def _shorter(sheet: Sheet, directive: Directive, gone: Sequence[Claim], own: Sequence[Claim], safety: str) -> Fix | None:
    """The directive without some of its claims, or gone where it would have none."""
    left = [claim for claim in own if claim not in gone]
    if not left:
        return _without(sheet, directive, safety)
    if directive.style == "matter":
        return None  # a list of YAML or TOML, which a person should shorten
    first, last = directive.items[0].start, directive.items[-1].end
    kept = {item: [claim for claim in left if claim.item is item] for item in directive.items}
    text = ", ".join(_item(item.word, claims) for item, claims in kept.items() if claims)
    return _edit(sheet, [(first, last)], text, safety)


def _without(sheet: Sheet, directive: Directive, safety: str) -> Fix | None:
    return _edit(sheet, directive.cut, "", safety) if directive.cut else None


def _edit(sheet: Sheet, ranges: Sequence[tuple[int, int]], text: str, safety: str) -> Fix:
    edits = []
    for start, end in ranges:
        first, last = sheet.source.position(start), sheet.source.position(end)
        edits.append(Edit(first.line, first.column, last.line, last.column, text))
    return Fix("safe" if safety == "safe" else "unsafe", tuple(edits))
