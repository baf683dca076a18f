"""Eight real browser pages play a class, from the code on the wall to the projected debrief. Needs Chromium.

It takes the system's Chromium, else the one that playwright installed (``playwright install chromium``).
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.host.server import Server

PHONE = {"width": 390, "height": 844}
WALL = {"width": 1280, "height": 720}
DEAL = ("offer price=35 shade=none pickup=now", "accept")


@pytest.fixture(name="chromium")
def _chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Class:
    """A teacher's page and students' pages; ``said`` is all that a console complained of."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.browser, self.server, self.said = browser, server, []  # type: ignore[var-annotated]
        self.teacher = self.page(WALL)
        self.teacher.goto(server.link)
        self.teacher.select_option("#scene", "flea_market")
        self.teacher.click("text=Create the class")
        self.address = self.teacher.url

    def page(self, size: dict[str, int], scheme: str = "light") -> Page:
        context = self.browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda note: self.said.append(note.text) if note.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        return page

    def student(self, number: int) -> Page:
        self.teacher.goto(f"{self.address}/wall")
        code = re.sub(r"\s", "", self.teacher.locator(".code.big").inner_text())
        page = self.page(PHONE, "dark" if number % 2 else "light")
        page.goto(f"{self.server.url}/?code={code}")
        page.fill("#name", f"Pupil {number}")
        page.get_by_role("button", name="Join", exact=True).click()
        page.click("text=Go on")
        page.click("text=I agree, go on")
        return page

    def goes_on(self) -> None:
        self.teacher.goto(self.address)
        self.teacher.get_by_role("button", name=re.compile("^Go on")).click()
        self.teacher.wait_for_load_state()


def partner_of(page: Page) -> str:
    return re.findall(r"Pupil \d", page.locator("h1").inner_text())[0]


def talks(one: Page, two: Page) -> None:
    """They ask in own words, one offers by the form, the other accepts: every page goes on by itself."""
    speaker, listener = (one, two) if one.locator("#line").count() else (two, one)
    speaker.fill("#line", "What do you want for it, apart from the money?")
    speaker.get_by_role("button", name="Say it").click()
    expect(listener.locator("#line")).to_be_visible(timeout=15_000)
    listener.locator("#offer summary").click()
    listener.select_option("#offer-price", "45")
    listener.get_by_role("button", name="Look at it first").click()
    listener.get_by_role("button", name="Yes, do it").click()
    speaker.get_by_role("button", name="Accept their offer").click(timeout=15_000)
    speaker.get_by_role("button", name="Yes, do it").click()
    for page in (one, two):
        expect(page.locator("h1")).to_have_text("How was it?", timeout=15_000)


def fits(page: Page) -> None:
    """Nothing is wider than the phone."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.soak
def test_eight_browsers_play_a_class(chromium: Browser, tmp_path: Path) -> None:
    server = Server(tmp_path)
    try:
        room = Class(chromium, server)
        students = [room.student(number) for number in range(8)]
        room.goes_on()
        for page in students:
            expect(page.locator("h1")).to_have_text("Read and prepare", timeout=15_000)
            fits(page)
        students[0].locator("summary", has_text="Your target").click()
        students[0].fill("#target", "80")
        students[0].get_by_role("button", name="Set the target").click()
        expect(students[0].locator("main")).to_contain_text("Your target: 80.")
        room.goes_on()
        for page in students:
            expect(page.locator("h1")).to_contain_text("Pupil", timeout=15_000)
            fits(page)
        by_name = {f"Pupil {number}": page for number, page in enumerate(students)}
        left = set(by_name)
        while left:
            name = min(left)
            partner = partner_of(by_name[name])
            left -= {name, partner}
            talks(by_name[name], by_name[partner])
        for number, page in enumerate(students):
            names = set(page.eval_on_selector_all("input[type=radio]", "each => each.map(one => one.name)"))
            for each in names:
                page.check(f'input[name="{each}"][value="{2 + number % 5}"]')
            page.get_by_role("button", name="Send, and on to the debrief").click()
            expect(page.locator("h1")).to_have_text("Your debrief")
            fits(page)
            page.go_back()
            page.goto(f"{server.url}/seat")
            expect(page.locator("h1")).to_have_text("Your debrief")
        room.goes_on()
        room.goes_on()
        room.teacher.goto(f"{room.address}/debrief")
        expect(room.teacher.locator("svg.chart").first).to_be_visible()
        projected = room.teacher.locator("main").inner_text()
        assert "deals 4" in projected
        assert "Pupil" not in projected
        assert room.said == []
    finally:
        server.stop()


@pytest.mark.soak
def test_pages_are_back_by_themselves_after_a_stop(chromium: Browser, tmp_path: Path) -> None:
    server = Server(tmp_path)
    try:
        room = Class(chromium, server)
        two = [room.student(number) for number in range(2)]
        room.goes_on()
        room.goes_on()
        speaker, listener = (two[0], two[1]) if two[0].locator("#line").count() else (two[1], two[0])
        expect(speaker.locator("#line")).to_be_visible(timeout=15_000)
        server.kill()
        server.start()
        speaker.fill("#line", "What is it really about?")
        speaker.get_by_role("button", name="Say it").click()
        expect(listener.locator(".said")).to_contain_text("What is it really about?", timeout=15_000)
    finally:
        server.stop()
