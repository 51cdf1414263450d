"""Exact amounts: integers in sen (1/100 rupiah), Indonesian text in and out, volumes as exact decimals.

``1.234.567,89`` is the one accepted form with separators. Whatever could mean two things is refused with
its readings; nothing is ever guessed, rounded or cut without a word.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Sen: TypeAlias = int
"""An amount in sen, 1/100 rupiah."""

LIMIT_RUPIAH = 999_999_999_999_999
LIMIT_SEN = LIMIT_RUPIAH * 100 + 99
MINUS = "\N{MINUS SIGN}"

_SPACES = re.compile(r"[\s\u00a0\u2007\u202f\ufeff]+")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+(,\d{1,2})?", re.ASCII)
_PLAIN = re.compile(r"\d+(,\d{1,2})?", re.ASCII)
_POINT = re.compile(r"\d+\.\d{1,2}", re.ASCII)
_VOLUME = re.compile(r"(\d{1,3}(\.\d{3})+|\d+)(,\d{1,6})?", re.ASCII)
_VOLUME_POINT = re.compile(r"\d+\.\d{1,6}", re.ASCII)


class AmountError(ValueError):
    """Text that is not one clear amount.

    Attributes:
        code: ``amount-unreadable``, ``amount-ambiguous``, ``amount-negative`` or ``amount-too-large``.
        readings: what the text could have meant, as accepted text, likeliest first.
    """

    def __init__(self, code: str, text: str, readings: tuple[str, ...] = ()) -> None:
        super().__init__(code, text, readings)
        self.code = code
        self.text = text
        self.readings = readings


def parse_amount(text: str, *, point_decimals: bool = False) -> Sen:
    """Read an amount in rupiah, as typed or pasted, into sen.

    Accepts ``1234567``, ``1.234.567``, ``1.234.567,89``, an ``Rp`` before it, ``(1.234)`` and ``1.234-`` for
    negative, ``-`` alone for zero, any kind of space around it.

    Args:
        text: what was typed, pasted or read.
        point_decimals: also read ``157349559.8`` (a machine's plain number), as in CSV files.

    Raises:
        AmountError: unreadable, ambiguous (with its readings) or beyond 999.999.999.999.999 rupiah.
    """
    body, sign = _strip_signs(text)
    if body == "":
        if sign is None:
            raise AmountError("amount-unreadable", text)
        return 0
    if point_decimals and _POINT.fullmatch(body):
        rupiah, _, fraction = body.partition(".")
    elif _GROUPED.fullmatch(body) or _PLAIN.fullmatch(body):
        rupiah, _, fraction = body.replace(".", "").partition(",")
    else:
        readings = _readings(body)
        raise AmountError("amount-ambiguous" if readings else "amount-unreadable", text, readings)
    if len(rupiah) > 30:
        raise AmountError("amount-too-large", text)
    return check_limit(int(rupiah) * 100 + int(fraction.ljust(2, "0") or 0)) * (sign or 1)


def check_limit(sen: Sen) -> Sen:
    """Return ``sen`` unchanged, or raise `AmountError` when it is beyond the stated limit."""
    if abs(sen) > LIMIT_SEN:
        raise AmountError("amount-too-large", str(sen))
    return sen


def _strip_signs(text: str) -> tuple[str, int | None]:
    """Take off spaces, apostrophe, Rp, and signs: the digits and +1, -1 or None (no sign at all)."""
    body = _SPACES.sub("", text).lstrip("'").replace(MINUS, "-")
    body = re.sub(r"^(-?\(?)[Rr][Pp]\.?", r"\1", body)
    sign: int | None = None
    body = body.removesuffix(",-")
    if body.startswith("(") and body.endswith(")") and len(body) > 2:
        body, sign = body[1:-1], -1
    elif body.startswith("-"):
        body, sign = body[1:], -1
    elif body.endswith("-") and len(body) > 1:
        body, sign = body[:-1], -1
    return re.sub(r"^[Rr][Pp]\.?", "", body), sign


def _readings(body: str) -> tuple[str, ...]:
    """What a refused text could mean, as accepted Indonesian text; empty when it means nothing."""
    found: list[str] = []
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+[.,]\d{2}", body):  # 123.456,000.00 and 1,234,000,00, typed by hand
        found.append(f"{_group(re.sub('[.,]', '', body[:-3]))},{body[-2:]}")
    if re.fullmatch(r"\d{1,3}(,\d{3})*\.\d{1,2}|\d{1,3}(,\d{3})+(\.\d{1,2})?", body):
        whole, _, fraction = body.partition(".")
        found.append(_group(whole.replace(",", "")) + (f",{fraction}" if fraction else ""))
    if re.fullmatch(r"\d+[.,]\d{1,3}", body):
        whole, _, fraction = body.replace(",", ".").partition(".")
        found.append(_group(whole + fraction.ljust(3, "0")))
        if len(fraction) <= 2:
            found.append(f"{_group(whole)},{fraction}")
    return tuple(dict.fromkeys(found))


def _group(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")


def format_amount(sen: Sen, *, with_sen: bool | None = None) -> str:
    """Write an amount the Indonesian way: ``1.234.567`` or ``1.234.567,89``, minus as U+2212.

    Args:
        sen: the amount in sen.
        with_sen: always (True) or never (False) show two decimals; None shows them when there are any.
    """
    rupiah, rest = divmod(abs(sen), 100)
    text = _group(str(rupiah))
    if with_sen or (with_sen is None and rest):
        text += f",{rest:02d}"
    return f"{MINUS}{text}" if sen < 0 else text


def format_accounting(sen: Sen, *, with_sen: bool | None = None) -> str:
    """As `format_amount`, but a deficit stands in parentheses, as forms and posters print it."""
    text = format_amount(abs(sen), with_sen=with_sen)
    return f"({text})" if sen < 0 else text


def format_rupiah(sen: Sen) -> str:
    """Write an amount for a sentence: ``Rp 1.234.567`` with a no-break space."""
    text = format_amount(abs(sen))
    return f"{MINUS if sen < 0 else ''}Rp\N{NO-BREAK SPACE}{text}"


def format_percent(part: Sen, whole: Sen, digits: int = 2) -> str:
    """Write ``part / whole`` as ``2,93 %`` (rounded half up; for reading only, never for judging)."""
    share = Decimal(part) * 100 / Decimal(whole) if whole else Decimal(0)
    rounded = share.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:f}".replace(".", ",").replace("-", MINUS) + "\N{NO-BREAK SPACE}%"


def parse_volume(text: str, *, point_decimals: bool = False) -> Decimal:
    """Read a volume such as ``12``, ``1.250`` or ``2,5``; at most six decimals, never negative.

    Raises:
        AmountError: unreadable, or ambiguous with its readings (``1.5``).
    """
    body = _SPACES.sub("", text).lstrip("'")
    if point_decimals and _VOLUME_POINT.fullmatch(body):
        return Decimal(body)
    if _VOLUME.fullmatch(body):
        value = Decimal(body.replace(".", "").replace(",", "."))
        if value > LIMIT_RUPIAH:
            raise AmountError("amount-too-large", text)
        return value
    readings = _readings(body)
    raise AmountError("amount-ambiguous" if readings else "amount-unreadable", text, readings)


def format_volume(volume: Decimal) -> str:
    """Write a volume: ``12``, ``1.250``, ``2,5`` (no trailing zeros)."""
    plain = f"{volume.normalize():f}"
    whole, _, fraction = plain.partition(".")
    return _group(whole) + (f",{fraction}" if fraction else "")


def line_amount(volume: Decimal, unit_price: Sen) -> Sen:
    """Amount of a line: volume x unit price, rounded half up to whole rupiah; one unit is its price exactly.

    Raises:
        AmountError: the product is beyond the stated limit.
    """
    if volume == 1:
        return check_limit(unit_price)
    # Whole numbers, not Decimal's context: 15 digits times 17 are more than its 28.
    units, parts = volume.as_integer_ratio()
    product, whole = units * unit_price, parts * 100
    rupiah = (abs(product) * 2 + whole) // (whole * 2)
    return check_limit((rupiah if product >= 0 else -rupiah) * 100)


def decimal_rupiah(sen: Sen) -> str:
    """An amount for programs: ``1459971435``, with two decimals when there are sen."""
    whole, rest = divmod(abs(sen), 100)
    sign = "-" if sen < 0 else ""
    return f"{sign}{whole}.{rest:02d}" if rest else f"{sign}{whole}"
