"""Writes the commented file that a regency fills in: ``village-budget rules --new-overlay FILE``."""

from __future__ import annotations

from pathlib import Path

from village_budget import paths
from village_budget.atomic import replacing
from village_budget.errors import ExportError
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.packs.pack import Rule, RulePack
from village_budget.rules.regency.overlay_reader import pay_posts


def overlay_template(pack: RulePack) -> str:
    """The text of the file for a year: its posts, and the limits that its pack leaves to the regency.

    Lines that begin with ``#`` and no space are examples: without the ``#`` they are right.
    """
    text = paths.resource("rules", "overlay_template.toml").read_text(encoding="utf-8")
    text = text.replace("{pay}", "\n".join(_pay(pack)))
    return text.replace("{limits}", "\n".join(_limits(pack)))


def write_overlay_template(pack: RulePack, target: Path) -> None:
    """Write the file; one that is already there is left alone.

    Raises:
        ExportError: the file is there, or can't be written.
    """
    if target.exists():
        raise ExportError("overlay-template-exists", name=target.name)
    text = overlay_template(pack)
    with replacing(target) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def _pay(pack: RulePack) -> list[str]:
    lines = []
    for post, known in pay_posts().items():
        bounds = {name: pack.rules[rule] for name, rule in known.rules.items() if rule in pack.rules}
        if bounds:
            lines += [f"# {known.title.id}", f"#[pay.{post}]"]
            lines += [f"#{name} = {_example(rule)}" for name, rule in bounds.items()]
    return lines


def _limits(pack: RulePack) -> list[str]:
    """One example line for each limit left to the regency that no table of its own holds."""
    paid = {rule for post in pay_posts().values() for rule in post.rules.values()}
    open_rules = [
        rule
        for rule in pack.rules.values()
        if rule.local and rule.id not in paid and "limit" in KINDS[rule.kind].needs
    ]
    return [f"# {rule.title.id}\n#{rule.id} = {_example(rule)}" for rule in open_rules]


def _example(rule: Rule) -> int:
    """A number of the right form: the law's own, else a round one."""
    if KINDS[rule.kind].counts:
        return rule.limit if rule.limit is not None else 1
    return rule.limit // 100 if rule.limit is not None else 5_000_000
