"""The side panel: what an activity is, what is wrong with it, and its details to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.check.finding_view import view_of
from ui.grid.model.cell_entry import CellRefused, read_volume
from ui.grid.model.tag_views import activity_tags, line_tags
from ui.grid.panel.finding_note import FindingNote
from ui.grid.panel.month_strip import MonthStrip
from ui.grid.panel.panel_field import PanelField
from ui.grid.panel.scroll_body import Tall
from ui.grid.panel.tag_row import TagRow
from ui.kit.chips import fund_chip
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
    wrapped,
)
from ui.kit.help_topics import set_topic
from ui.support.formats import amount, month_names, volume
from ui.support.i18n import language
from ui.support.theme import theme
from ui.support.workspace import Workspace
from village_budget.money import AmountError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from village_budget.document.document import Document
    from village_budget.domain.activity import Activity
    from village_budget.domain.findings import Finding

WIDTH = 278
_MOST_NOTES = 3


class ActivityPanel(QWidget):
    """Shows one activity; each change of a field is one edit."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._activity_id: int | None = None
        self._line_id: int | None = None
        self._fields: tuple[PanelField, ...] = ()
        set_ground(self, "surface")
        self.setFixedWidth(theme().px(WIDTH))
        self._make_head()
        self.show_activity(None)

    def show_activity(self, activity_id: int | None, line_id: int | None = None) -> None:
        """Show an activity, and the tags of one of its lines; None shows what to do to see one.

        An open field is taken first.
        """
        if activity_id != self._activity_id and not self.commit():
            return
        self._activity_id, self._line_id = activity_id, line_id
        self.refresh()

    def refresh(self) -> None:
        """Show the activity as it is now."""
        document = self._workspace.document
        activity = document.plan.activities.get(self._activity_id or -1) if document else None
        if activity is not None and not self._fields:
            # Not before somebody looks at an activity: the window is there sooner.
            self._make_fields()
            self._arrange_fields()
        self._body.setVisible(activity is not None)
        self._nothing.setVisible(activity is None)
        self._code.setText(activity.code if activity else "")
        self._kind.setVisible(activity is not None)
        if document is not None and activity is not None:
            self._show_sums(document, activity)
            self._show_notes(document, activity)
            self._show_fields(document, activity)
            self._show_tags(document, activity)
            self._inside.grow()

    def commit(self) -> bool:
        """Take a field that is being edited; False when it is refused."""
        return all(list(map(PanelField.commit, self._fields)))

    def _make_head(self) -> None:
        self._code = label("", role="small", bold=True, token="accent")
        self._kind = label(self.tr("Activity"), role="small", token="ink2")
        self._close = button("", kind="quiet", icon="silang", name=self.tr("Close the panel (F4)"))
        self._close.clicked.connect(self.closed)
        self._name = wrapped("", role="strip", bold=True)
        self._amount = label("", role="title", bold=True)
        self._chips = row(gap=4)
        self._notes = column(gap=8)
        self._nothing = wrapped(
            self.tr("Choose an activity or one of its lines to see its details."), token="ink2"
        )
        self._nothing.setMargin(theme().px(16))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange_head()

    def _make_fields(self) -> None:
        self._own_name = PanelField("belanja", self.tr("Name"))
        self._officer = PanelField("orang", self.tr("Responsible officer"))
        self._location = PanelField("lokasi", self.tr("Location"))
        self._months = PanelField("kalender", self.tr("Time"))
        self._months.show_value("", fixed=True)
        self._strip = MonthStrip()
        self._output = PanelField("sasaran", self.tr("Output"))
        how_much = self.tr("How much, such as 12 bulan")
        self._target = PanelField("", "", check=self._target_reason, empty=how_much)
        self._target.name_quietly(self.tr("Target"))
        self._priority = PanelField("naik", self.tr("Priority"), check=self._priority_reason)
        self._note = PanelField("catatan", self.tr("Note"))
        self._fields = (
            self._own_name, self._officer, self._location, self._output, self._target, self._priority,
            self._note,
        )  # fmt: skip
        for field, name in (
            (self._own_name, "name"), (self._officer, "officer"), (self._location, "location"),
            (self._output, "output"), (self._note, "note"),
        ):  # fmt: skip
            set_topic(field, f"kegiatan.{name}")
            field.edited.connect(lambda text, name=name: self._set({name: text}))
        named = {self: "panel", self._target: "target", self._priority: "priority", self._strip: "months"}
        for widget, topic in named.items():
            set_topic(widget, f"kegiatan.{topic}")
        self._target.edited.connect(self._set_target)
        self._priority.edited.connect(lambda text: self._set({"priority": int(text or 0)}))
        self._strip.edited.connect(lambda first, last: self._set({"start_month": first, "end_month": last}))

    def _make_tags(self) -> None:
        room = WIDTH - 32
        self._tags = TagRow(
            self.tr("Tags"), self.tr("Change the tags of the activity"), self.tr("Back to the proposal"), room
        )
        self._line_tags = TagRow(
            self.tr("Tags of this line"),
            self.tr("Change the tags of this line"),
            self.tr("Back to those of the activity"),
            room,
        )
        set_topic(self._tags, "kegiatan.tags")
        set_topic(self._line_tags, "tabel.tanda")
        self._tags.changed.connect(lambda tags: self._set({"tags": tags}))
        self._line_tags.changed.connect(self._set_line_tags)

    def _arrange_head(self) -> None:
        head = row(margins=(16, 8, 8, 0), gap=6)
        head.addWidget(self._code)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._close)
        whole = column(gap=4)
        whole.addLayout(head)
        whole.addWidget(self._nothing)
        whole.addWidget(self._body, 1)
        outer = row(gap=0)
        outer.addWidget(Hairline(vertical=True))
        outer.addLayout(whole, 1)
        self.setLayout(outer)

    def _arrange_fields(self) -> None:
        self._make_tags()
        money = row(gap=6)
        money.addWidget(self._amount)
        money.addStretch(1)
        money.addLayout(self._chips)
        inner = column(margins=(16, 0, 16, 12), gap=8)
        inner.addWidget(self._name)
        inner.addLayout(money)
        inner.addLayout(self._notes)
        inner.addWidget(Hairline())
        for field in (self._own_name, self._officer, self._location, self._months):
            inner.addWidget(field)
        strip = row(margins=(26, 0, 0, 0))
        strip.addWidget(self._strip)
        strip.addStretch(1)
        inner.addLayout(strip)
        output = column(gap=0)
        output.addWidget(self._output)
        output.addWidget(self._target)
        inner.addLayout(output)
        inner.addWidget(self._priority)
        inner.addWidget(self._note)
        inner.addStretch(1)
        inner.addWidget(Hairline())
        inner.addWidget(self._tags)
        inner.addWidget(self._line_tags)
        inside = self._inside = Tall(WIDTH)
        set_ground(inside, "surface")
        inside.setLayout(inner)
        self._body.setWidget(inside)

    def _show_sums(self, document: Document, activity: Activity) -> None:
        self._name.setText(activity.name or document.chart.activity_name(activity.code))
        funds = document.figures.funds("activity", activity.id)
        self._amount.setText(amount(sum(funds.values())))
        _clear(self._chips)
        for fund in sorted(funds, key=lambda code: -funds[code])[:3]:
            if fund in document.chart.funds:
                self._chips.addWidget(fund_chip(fund))

    def _show_notes(self, document: Document, activity: Activity) -> None:
        _clear(self._notes)
        findings = findings_of(document, activity.id) if self._workspace.is_judged else []
        for finding in findings[:_MOST_NOTES]:
            note = FindingNote(view_of(finding, document.pack, language()), finding.basis)
            self._notes.addWidget(note)
            # Shown now, or the layout would not count it until the next round of events.
            note.show()
        rest = len(findings) - _MOST_NOTES
        if rest > 0:
            more = self.tr("{count} more").format(count=rest)
            self._notes.addWidget(label(more, role="small", token="ink2"))

    def _show_fields(self, document: Document, activity: Activity) -> None:
        fixed = document.read_only
        names = month_names(language())
        first, last = names[activity.start_month - 1], names[activity.end_month - 1]
        self._months.show_value(first if first == last else f"{first} – {last}", fixed=True)
        self._strip.show_months(activity.start_month, activity.end_month, fixed=fixed)
        self._own_name.setVisible(bool(activity.name) or activity.code not in document.chart.activities)
        target = (
            "" if activity.target is None else f"{volume(activity.target)} {activity.target_unit}".strip()
        )
        for field, text in (
            (self._own_name, activity.name),
            (self._officer, activity.officer),
            (self._location, activity.location),
            (self._output, activity.output),
            (self._target, target),
            (self._priority, str(activity.priority or "")),
            (self._note, activity.note),
        ):
            field.show_value(text, fixed=fixed)

    def _show_tags(self, document: Document, activity: Activity) -> None:
        self._tags.show_tags(activity_tags(document, activity))
        line = document.plan.lines.get(self._line_id or -1)
        self._line_tags.setVisible(line is not None)
        if line is not None:
            self._line_tags.show_tags(line_tags(document, line))

    def _set(self, values: dict[str, object]) -> None:
        from village_budget.document.edits.activity_edits import SetActivity

        if self._activity_id is not None:
            self._workspace.apply(SetActivity(self._activity_id, values))
            self.refresh()

    def _set_line_tags(self, tags: object) -> None:
        from village_budget.document.edits.line_edits import SetLine

        if self._line_id is not None:
            self._workspace.apply(SetLine(self._line_id, {"tags": tags}))
            self.refresh()

    def _set_target(self, text: str) -> None:
        if not text:
            self._set({"target": None, "target_unit": ""})
            return
        values = read_volume(text)
        self._set({"target": values["volume"], "target_unit": values.get("unit", "")})

    def _target_reason(self, text: str) -> str:
        try:
            if text:
                read_volume(text)
        except (CellRefused, AmountError):
            return self.tr("Write a number and a unit: 12 bulan.")
        return ""

    def _priority_reason(self, text: str) -> str:
        fits = not text or (text.isdecimal() and 0 < int(text) < 1000)
        return "" if fits else self.tr("Write a whole number; 1 is first.")


def findings_of(document: Document, activity_id: int) -> list[Finding]:
    """Broken rules that point at an activity or one of its lines."""
    lines = {line.id for line in document.plan.lines_of(activity_id)}
    return [
        finding
        for finding in document.findings
        if not finding.holds and (activity_id in finding.activities or not lines.isdisjoint(finding.lines))
    ]


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if isinstance(widget, QWidget | QLabel):
            widget.hide()
            widget.deleteLater()
