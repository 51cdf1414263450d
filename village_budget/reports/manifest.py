"""The list of a package's files, for people and machines that receive it: what each is, its size and hash."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from village_budget.atomic import replacing
from village_budget.money import decimal_rupiah
from village_budget.reports.report_document import ReportDocument

_TOTAL = "total_"


def write_manifest(path: Path, cover: ReportDocument, files: Sequence[Path]) -> None:
    """Write the list beside its files, as JSON.

    Args:
        path: the list; a former one is replaced.
        cover: first document of the package: it knows village, year, fingerprint and totals.
        files: complete files of the package, in the order they are listed.

    Raises:
        ExportError: one of `atomic.replacing`, or a file is gone already.
    """
    told = {name: value for name, value in cover.properties.items() if not name.startswith(_TOTAL)}
    told.pop("form", None)
    totals = {
        name.removeprefix(_TOTAL): decimal_rupiah(int(value))
        for name, value in cover.properties.items()
        if name.startswith(_TOTAL)
    }
    with replacing(path) as temporary:
        listed = [_entry(file) for file in files]
        content = {
            **told,
            "made_at": cover.footer.printed_at.isoformat(timespec="seconds"),
            "totals": totals,
            "files": listed,
        }
        text = json.dumps(content, ensure_ascii=False, indent=2)
        temporary.write_text(text + "\n", encoding="utf-8", newline="\n")


def _entry(file: Path) -> dict[str, object]:
    content = file.read_bytes()
    form = file.name.partition("_")[0]
    return {"name": file.name, "form": form, "bytes": len(content), "sha256": sha256(content).hexdigest()}
