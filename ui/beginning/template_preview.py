"""What a template holds: what for, its details, and its lines as they would stand in the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.controls import (
    Hairline,
    column,
    label,
    set_ground,
    wrapped,
)
from ui.support.formats import amount, volume
from ui.support.i18n import language
from ui.support.theme import theme
from village_budget.chart.chart import Chart
from village_budget.domain.template import ActivityTemplate, TemplateLine

_TIGHT = 1.75
_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class TemplatePreview(QWidget):
    """Words and a table; nothing in it is changed."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        set_ground(self, "surface")
        self._page: QWidget | None = None
        self._whole = column(margins=(0, 0, 8, 8), gap=0)
        self.setLayout(self._whole)

    def show_template(self, template: ActivityTemplate | None) -> None:
        """Show another template, or nothing."""
        if self._page is not None:
            self._whole.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if template is not None:
            self._page = self._made(template)
            self._whole.addWidget(self._page)
        self.setAccessibleName(template.title.text(language()) if template is not None else "")

    def _made(self, template: ActivityTemplate) -> QWidget:
        lines = column(gap=6)
        lines.addWidget(wrapped(template.title.text(language()), role="strip", bold=True))
        if template.about.text(language()):
            lines.addWidget(wrapped(template.about.text(language()), token="ink2"))
        for words in self._facts(template):
            lines.addWidget(wrapped(words, role="small", token="ink2"))
        lines.addSpacing(theme().px(6))
        lines.addWidget(self._table(template))
        lines.addStretch(1)
        made = QWidget()
        made.setLayout(lines)
        return made

    def _facts(self, template: ActivityTemplate) -> list[str]:
        found = []
        if template.activity_code:
            name = template.name or self._chart.activity_name(template.activity_code)
            found.append(f"{template.activity_code}  {name}")
        if template.officer:
            output = (
                f"{template.output} ({template.target_unit})" if template.target_unit else template.output
            )
            found.append(
                self.tr("Carried out by {officer}. Output: {output}").format(
                    officer=template.officer, output=output
                )
            )
        if template.basis:
            found.append(self.tr("Basis: {basis}").format(basis=template.basis))
        return found

    def _table(self, template: ActivityTemplate) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(4))
        heads = (self.tr("Account"), self.tr("Description"), self.tr("Volume"), self.tr("Unit price"))
        for place, words in enumerate(heads):
            if place == 0 and theme().factor >= _TIGHT:
                continue
            head = label(words, role="small", token="ink2")
            grid.addWidget(head, 0, place, _RIGHT if place > 1 else _TOP)
        grid.addWidget(Hairline(token="line2"), 1, 0, 1, len(heads))
        for number, line in enumerate(template.lines):
            self._row(grid, 2 + number * 2, line)
        grid.setColumnStretch(1, 1)
        made = QWidget()
        made.setLayout(grid)
        return made

    def _row(self, grid: QGridLayout, place: int, line: TemplateLine) -> None:
        code = label(line.account_code, token="ink2")
        code.setToolTip(self._chart.account_name(line.account_code))
        words = column(gap=0)
        words.addWidget(wrapped(line.description))
        if line.price_basis:
            words.addWidget(wrapped(line.price_basis, role="small", token="ink2"))
        if theme().factor >= _TIGHT:
            # At 200 % the code stands above the description, which would have no room beside it.
            words.insertWidget(0, code)
        else:
            grid.addWidget(code, place, 0, _TOP)
        grid.addLayout(words, place, 1)
        grid.addWidget(label(self._volume(line)), place, 2, _RIGHT)
        price = amount(line.unit_price) if line.unit_price else self.tr("to fill in")
        grid.addWidget(label(price, token="ink" if line.unit_price else "ink3"), place, 3, _RIGHT)
        grid.addWidget(Hairline(), place + 1, 0, 1, 4)

    def _volume(self, line: TemplateLine) -> str:
        if line.factors:
            return " \N{MULTIPLICATION SIGN} ".join(
                f"{volume(factor.value)} {factor.unit}".strip() for factor in line.factors
            )
        return f"{volume(line.volume)} {line.unit}".strip()
