"""The forms the program can make, in the order they are handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from village_budget.errors import ExportError
from village_budget.reports.forms import (
    apbdes,
    daftar_dana_desa,
    evaluasi,
    paket,
    pemeriksaan,
    penjabaran,
    penjabaran_siskeudes,
    rab,
    rekap_bidang,
    rekap_sumber_dana,
    riwayat,
)
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.source import ReportSource


@dataclass(frozen=True, slots=True)
class FormText:
    """A word or two about a form, in both languages of the window."""

    id: str
    en: str

    def get(self, language: str) -> str:
        """The text in ``id`` or ``en``."""
        return self.en if language == "en" else self.id


@dataclass(frozen=True, slots=True)
class FormInfo:
    """One form of the catalogue.

    Attributes:
        name: as on the command line, e.g. ``apbdes``.
        title: for lists.
        subtitle: what it is, for lists.
        group: heading it stands under in lists.
        build: makes its documents; one, or one for each activity and a list before them.
        in_set: belongs to what a village hands in for evaluation; others are made when asked for.
    """

    name: str
    title: FormText
    subtitle: FormText
    group: FormText
    build: Callable[[ReportSource], list[ReportDocument]]
    in_set: bool = True


_REGULATION = FormText("Rancangan Perdes", "Draft village regulation")
_DETAIL = FormText("Penjabaran", "Detailed budget")
_RECAP = FormText("Rekapitulasi", "Recaps")
_CHECK = FormText("Pemeriksaan dan warga", "Check and residents")

FORMS: tuple[FormInfo, ...] = (
    FormInfo(
        "apbdes",
        FormText("APB Desa", "Village budget"),
        FormText("Lampiran Perdes · F4 tegak", "Annex of the village regulation · F4 portrait"),
        _REGULATION,
        apbdes.build,
    ),
    FormInfo(
        "penjabaran",
        FormText("Penjabaran APB Desa", "Detailed village budget"),
        FormText("Lampiran Perkades · F4 tegak", "Annex of the village head's regulation · F4 portrait"),
        _DETAIL,
        penjabaran.build,
    ),
    FormInfo(
        "penjabaran-siskeudes",
        FormText("Penjabaran, kode Siskeudes", "Detailed budget, Siskeudes codes"),
        FormText("kode dalam satu sel · F4 tegak", "codes in one cell · F4 portrait"),
        _DETAIL,
        penjabaran_siskeudes.build,
        in_set=False,
    ),
    FormInfo(
        "rab",
        FormText("Rencana Anggaran Biaya", "Cost plans"),
        FormText("per kegiatan · F4 tegak", "one for each activity · F4 portrait"),
        _DETAIL,
        rab.build,
    ),
    FormInfo(
        "rekap-bidang",
        FormText("Rekap per bidang", "Recap by sector"),
        FormText("kegiatan dan jenis belanja · F4 mendatar", "activities and kinds · F4 landscape"),
        _RECAP,
        rekap_bidang.build,
    ),
    FormInfo(
        "rekap-sumber-dana",
        FormText("Rekap per sumber dana", "Recap by fund source"),
        FormText("matriks, ringkasan, dan daftar · F4", "matrix, summary and lists · F4"),
        _RECAP,
        rekap_sumber_dana.build,
    ),
    FormInfo(
        "daftar-dana-desa",
        FormText("Daftar Dana Desa", "Dana Desa list"),
        FormText("rencana penggunaan dan batasnya · F4 mendatar", "planned use and limits · F4 landscape"),
        _RECAP,
        daftar_dana_desa.build,
    ),
    FormInfo(
        "pemeriksaan",
        FormText("Hasil pemeriksaan", "Findings"),
        FormText("setiap aturan dengan pasalnya · F4 mendatar", "every rule with its article · F4 landscape"),
        _CHECK,
        pemeriksaan.build,
    ),
    FormInfo(
        "evaluasi",
        FormText("Lembar evaluasi", "Evaluation sheet"),
        FormText("untuk tim evaluasi Camat · F4 tegak", "for the Camat's team · F4 portrait"),
        _CHECK,
        evaluasi.build,
    ),
    FormInfo(
        "riwayat",
        FormText("Riwayat perubahan", "History of the changes"),
        FormText("apa, kapan, oleh siapa · F4 mendatar", "what, when, by whom · F4 landscape"),
        _CHECK,
        riwayat.build,
        in_set=False,
    ),
)


PACKAGE = FormInfo(
    "paket",
    FormText("Paket evaluasi", "Evaluation package"),
    FormText("semua formulir dalam satu buku kerja · F4", "all forms in one workbook · F4"),
    _REGULATION,
    paket.build,
    in_set=False,
)
"""The cover and all forms of the evaluation set."""


@dataclass(frozen=True, slots=True)
class ResidentsInfo:
    """What is made for residents; it is no table of rows, so it is not built as one.

    Attributes:
        name: as on the command line.
        title: for lists.
        subtitle: what it is, for lists.
    """

    name: str
    title: FormText
    subtitle: FormText


FOR_RESIDENTS = (
    ResidentsInfo(
        "poster",
        FormText("Poster", "Poster"),
        FormText(
            "papan informasi, tiga rancangan · A3, F4, spanduk, PNG", "three designs · A3, F4, banner, PNG"
        ),
    ),
    ResidentsInfo(
        "halaman",
        FormText("Halaman warga", "Public page"),
        FormText("satu berkas HTML untuk situs desa", "one HTML file for the village's site"),
    ),
)
"""What Permendagri 20/2018 art. 39 asks to be shown to residents."""


def evaluation_set() -> list[str]:
    """Names of the forms that a village hands in for evaluation, in their order."""
    return [info.name for info in FORMS if info.in_set]


def form(name: str) -> FormInfo:
    """The form of a name.

    Raises:
        ExportError: ``form-unknown``.
    """
    known = (*FORMS, PACKAGE)
    for info in known:
        if info.name == name:
            return info
    names = [info.name for info in known] + [info.name for info in FOR_RESIDENTS]
    raise ExportError("form-unknown", form=name, known=", ".join(names))
