"""Templates, forms and small answers that the pages of students and teachers share."""

from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from game.host import codes
from game.host.clock import LABELS

HERE: Final = Path(__file__).resolve().parent
_ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip
_ENVIRONMENT.filters["grouped"] = codes.grouped
_ENVIRONMENT.globals["LABELS"] = LABELS
#: A seat is held for two weeks: long enough for a course that goes on next week.
KEPT: Final = 14 * 24 * 3600
MOST_FIELDS: Final = 60


def page(template: str, status: int = 200, /, **context: Any) -> HTMLResponse:
    """A page from its template; everything in it is escaped."""
    return HTMLResponse(_ENVIRONMENT.get_template(template).render(**context), status)


def to(path: str) -> RedirectResponse:
    """Look there instead: after a form, so that reloading sends nothing twice."""
    return RedirectResponse(path, 303)


async def fields(request: Request) -> dict[str, str]:
    """The text fields of a form; files are left out."""
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


def address(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def message(title: str, text: str, status: int) -> HTMLResponse:
    """A page with one sentence and a way back."""
    return page("message.html", status, title=title, text=text)
