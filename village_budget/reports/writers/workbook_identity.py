"""Which plan a workbook was made from, read from its document properties without opening its sheets."""

from __future__ import annotations

import zipfile
from pathlib import Path

from village_budget.errors import ExportError

_PART = "docProps/custom.xml"
_MOST_BYTES = 1_000_000
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


def read_identity(path: Path) -> dict[str, str]:
    """The properties the writer put in: ``fingerprint``, ``village_code``, ``fiscal_year``, ``form`` ...

    Raises:
        ExportError: ``workbook-foreign``: no workbook, or not one of ours.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_PART).file_size > _MOST_BYTES:
                raise ExportError("workbook-foreign", path=str(path), name=path.name)
            root = fromstring(archive.read(_PART))
    except (OSError, KeyError, zipfile.BadZipFile, ParseError, DefusedXmlException) as error:
        raise ExportError("workbook-foreign", path=str(path), name=path.name) from error
    found = {entry.get("name", ""): "".join(entry.itertext()) for entry in root.iter(_PROPERTY)}
    if "fingerprint" not in found:
        raise ExportError("workbook-foreign", path=str(path), name=path.name)
    return found
