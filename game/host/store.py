"""The database of classes: their first lines, their events, and the fingerprints of tokens. SQLite unless told.

An event is committed before anybody sees it. With SQLite every commit reaches the disk (``synchronous=FULL``), and
what is deleted is overwritten (``secure_delete``).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    Column,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    delete,
    event,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

_META: Final = MetaData()
_CLASSES = Table(
    "classes", _META,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("code", String(16), unique=True, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip
_EVENTS = Table(
    "events", _META,
    Column("class_id", Integer, ForeignKey("classes.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("move", String(64)),
    Column("body", Text, nullable=False),
    UniqueConstraint("class_id", "move"),
)  # fmt: skip
_TOKENS = Table(
    "tokens", _META,
    Column("fingerprint", String(64), primary_key=True),
    Column("class_id", Integer, ForeignKey("classes.id")),
    Column("person", String(32)),
)  # fmt: skip


class StoreError(ValueError):
    """The database cannot be used as asked. The message is a sentence for the user."""


class Taken(StoreError):
    """That move was stored before."""


class Store:
    """The database of one host."""

    def __init__(self, url: str) -> None:
        try:
            self._engine = create_engine(url)
            if self._engine.dialect.name == "sqlite":
                event.listen(self._engine, "connect", _careful)
            _META.create_all(self._engine)
        except (SQLAlchemyError, ImportError, ValueError) as error:
            raise StoreError(f"The database {_without_password(url)} cannot be opened: {_short(error)}") from None

    @property
    def engine(self) -> Engine:
        """For tests that look into the database."""
        return self._engine

    def create(self, code: str, body: dict[str, Any]) -> int:
        """A new class; its number. Raises Taken when the code is in use."""
        with self._engine.begin() as connection:
            try:
                made = connection.execute(insert(_CLASSES).values(code=code, body=_dump(body)))
            except IntegrityError:
                raise Taken("That join code is in use.") from None
            key = made.inserted_primary_key
            assert key is not None
            return int(key[0])

    def classes(self) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """Every class: number, join code, first line."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(_CLASSES).order_by(_CLASSES.c.id)).all()
        yield from ((row.id, row.code, json.loads(row.body)) for row in rows)

    def events(self, class_id: int) -> list[dict[str, Any]]:
        """What happened in a class, in order."""
        asked = select(_EVENTS.c.body).where(_EVENTS.c.class_id == class_id).order_by(_EVENTS.c.number)
        with self._engine.connect() as connection:
            return [json.loads(body) for body in connection.execute(asked).scalars()]

    def append(self, class_id: int, number: int, happened: dict[str, Any], *tokens: tuple[str, str]) -> None:
        """Store an event, and with it tokens as (fingerprint, person). When this returns, it is on the disk.

        Raises Taken when its move or its number is stored already, StoreError when it could not be stored.
        """
        rows = [{"fingerprint": mark, "class_id": class_id, "person": person} for mark, person in tokens]
        try:
            with self._engine.begin() as connection:
                connection.execute(
                    insert(_EVENTS).values(
                        class_id=class_id, number=number, move=happened.get("move"), body=_dump(happened)
                    )
                )
                if rows:
                    connection.execute(insert(_TOKENS), rows)
        except IntegrityError:
            raise Taken("That was stored already.") from None
        except SQLAlchemyError as error:
            raise StoreError(f"That could not be stored, so it did not happen: {_short(error)}") from None

    def tokens(self) -> dict[str, tuple[int | None, str | None]]:
        """Every fingerprint and whom it stands for: (class, person), both None for the teacher."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(_TOKENS)).all()
        return {row.fingerprint: (row.class_id, row.person) for row in rows}

    def admit_teacher(self, mark: str) -> None:
        """Let a teacher's token in, and no older one."""
        with self._engine.begin() as connection:
            connection.execute(delete(_TOKENS).where(_TOKENS.c.class_id.is_(None)))
            connection.execute(insert(_TOKENS).values(fingerprint=mark, class_id=None, person=None))

    def delete(self, class_id: int) -> None:
        """Everything of a class, for good."""
        with self._engine.begin() as connection:
            for table, column in (
                (_TOKENS, _TOKENS.c.class_id),
                (_EVENTS, _EVENTS.c.class_id),
                (_CLASSES, _CLASSES.c.id),
            ):
                connection.execute(delete(table).where(column == class_id))
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def sqlite_url(path: Path) -> str:
    """The address of a SQLite file."""
    return f"sqlite:///{path.as_posix()}"


def _careful(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _dump(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _short(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] or type(error).__name__


def _without_password(url: str) -> str:
    head, at, tail = url.rpartition("@")
    return f"{head.partition('://')[0]}://...@{tail}" if at else url
