"""The tables as SQLAlchemy Core speaks of them; `schema` has their exact text, a test keeps them alike."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Table, Text

metadata = MetaData()

plan_file = Table(
    "plan_file",
    metadata,
    Column("id", Integer, primary_key=True),
    *(Column(name, Text, nullable=False) for name in ("uid", "program", "created_at", "seal")),
)

village = Table(
    "village",
    metadata,
    Column("id", Integer, primary_key=True),
    *(
        Column(name, Text, nullable=False)
        for name in ("name", "code", "district", "regency", "province", "head", "secretary", "treasurer")
    ),
)

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fiscal_year", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    *(
        Column(name, Text, nullable=False)
        for name in ("status", "regulation_number", "regulation_date", "fingerprint")
    ),
)

activity = Table(
    "activity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("code", "name", "officer", "location")),
    *(Column(name, Integer, nullable=False) for name in ("start_month", "end_month")),
    Column("output", Text, nullable=False),
    Column("target", Text),
    Column("target_unit", Text, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("tags", Text),
)

line = Table(
    "line",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("activity_id", Integer),
    *(Column(name, Text, nullable=False) for name in ("account_code", "description", "volume", "unit")),
    *(Column(name, Integer, nullable=False) for name in ("unit_price", "amount")),
    *(Column(name, Text, nullable=False) for name in ("fund", "factors")),
    Column("tags", Text),
    *(Column(name, Text, nullable=False) for name in ("note", "expression")),
    Column("position", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("link", "price_reason", "volume_expression", "review")),
)

step = Table(
    "step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("undoes", Integer),
    *(
        Column(name, Text, nullable=False)
        for name in ("label", "details", "at", "who", "why", "prev_hash", "hash")
    ),
)

change = Table(
    "change",
    metadata,
    Column("step_id", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("key", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
)

answer = Table(
    "answer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("question", "value", "note")),
)

waiver = Table(
    "waiver",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, nullable=False),
    *(
        Column(name, Text, nullable=False)
        for name in ("rule", "fund", "reason", "document", "approver", "date")
    ),
)

overlay, prices = (
    Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        Column("plan_id", Integer, nullable=False),
        *(Column(text, Text, nullable=False) for text in ("name", "text", "fingerprint")),
    )
    for name in ("overlay", "prices")
)
