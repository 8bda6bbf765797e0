"""A county at a glance, the history of a village, and their sheets on paper: each as one check, in one language at one width."""

import base64
import csv
import io
import json
import re
import subprocess
import urllib.parse
import urllib.request
import zipfile

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

WORDS = {
    "zh": {
        "found": "共 {} 个村", "disputed": "（待核）", "absent": "本版未列", "township": "乡镇", "footer": "数据库 SHA-256",
        "asked": "查询日期", "none": "没有符合条件的村", "several": "对应",
    },
    "en": {
        "found": "Villages: {}", "disputed": " disputed", "absent": "not in this edition", "township": "township",
        "footer": "SHA-256 of the store", "asked": "Asked on", "none": "No village fits", "several": "fits",
    },
}

# Cells of a table in which a word is broken into single characters, and tables that stick out of the window.
NARROW = """
const wrong = [];
for (const cell of document.querySelectorAll('main th, main td, main dd')) {
  if (!cell.checkVisibility() || !cell.textContent.trim()) continue;
  const size = parseFloat(getComputedStyle(cell).fontSize);
  const style = getComputedStyle(cell);
  const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  if (cell.textContent.trim().length > 1 && room < 2 * size) wrong.push(cell.textContent.trim() + ' ' + room);
}
for (const table of document.querySelectorAll('main table')) {
  if (table.getBoundingClientRect().right > innerWidth) wrong.push('cut: ' + table.className);
  const box = table.parentElement;
  if (box.scrollWidth > box.clientWidth + 1) wrong.push('to be scrolled: ' + table.className);
}
return wrong;"""


def _api(session, **parameters):
    query = urllib.parse.urlencode(parameters)
    with urllib.request.urlopen(f"{session.address}/v1/villages?{query}") as answer:
        return json.load(answer)["villages"]


def _words(session):
    return WORDS[session.language]


def _rows(session):
    """Of the list, as the page shows them; hidden columns too."""
    badge = _words(session)["disputed"]
    rows = session.browser.run("""
        return [...document.querySelectorAll('table.villages tbody tr')].map(row => [...row.children].map(cell => {
          const copy = cell.cloneNode(true);
          for (const mark of copy.querySelectorAll('.badge')) mark.replaceWith('\\u0000');
          return copy.textContent;
        }));""")
    # In a column of grades an English file has the number alone.
    return [[re.sub("^grade ", "", cell.replace(" \0", badge)) for cell in row] for row in rows]


def filter_villages_with_the_keyboard(session):
    browser = session.browser
    session.open("/browse", county="430624")
    session.check()
    browser.tab_to("#land_type", limit=80)
    browser.keys(Keys.ARROW_DOWN)
    browser.tab_to("#grade")
    browser.keys(Keys.ARROW_DOWN)
    browser.tab_to("#disputed")
    browser.keys(Keys.ARROW_DOWN)
    browser.tab_to("form.filter button")
    browser.keys(Keys.ENTER)
    browser.until(lambda: "disputed=true" in browser.driver.current_url)
    expected = _api(session, county="430624", land_type="orchard", grade=1, disputed="true")
    assert expected
    session.says(_words(session)["found"].format(len(expected)))
    session.check()
    # The form shows what was asked, and forgets it by a link.
    assert Select(browser.one("#grade")).first_selected_option.get_attribute("value") == "1"
    browser.one(".clear").click()
    browser.until(lambda: "grade" not in browser.driver.current_url)
    session.says(_words(session)["found"].format(len(_api(session, county="430624"))))


def go_through_the_pages_without_scripts(session):
    browser = session.browser
    browser.scripts(False)
    try:
        session.open("/browse", county="430624")
        first = browser.text("table.villages tbody")
        browser.one("a[rel=next]").click()
        browser.until(lambda: "page=2" in browser.driver.current_url and browser.all("a[rel=prev]"))
        assert browser.text("table.villages tbody") != first
        Select(browser.one("#township")).select_by_value("杨林寨乡")
        browser.one("form.filter button").click()
        browser.until(lambda: "township=" in browser.driver.current_url)
        expected = _api(session, county="430624", township="杨林寨乡")
        assert len(browser.all("table.villages tbody tr")) == len(expected)
        session.open("/browse", county="990101", disputed="true", grade="1")
        session.says(_words(session)["none"])
        assert not browser.all("a[href*='format=']"), "an empty list is offered as a file"
    finally:
        browser.scripts(True)


def download_what_is_shown(session):
    browser = session.browser
    session.open("/browse", county="430624", land_type="园地", disputed="true", page="all")
    shown = _rows(session)
    assert len(shown) == len(_api(session, county="430624", land_type="orchard", disputed="true"))
    _, found = browser.download(lambda: browser.one("a[href*='format=csv']").click())
    assert found.startswith(b"\xef\xbb\xbf"), "no byte-order mark"
    records = list(csv.reader(io.StringIO(found.decode("utf-8-sig"))))
    assert _words(session)["township"] in records[0], records[0]
    assert [record[1:-1] for record in records[1:]] == shown, "the file is not what the page shows"
    name, found = browser.download(lambda: browser.one("a[href*='format=xlsx']").click())
    assert name.endswith(".xlsx"), name
    sheet = zipfile.ZipFile(io.BytesIO(found)).read("xl/worksheets/sheet1.xml").decode()
    cells = [[re.sub("<[^>]*>", "", cell) for cell in re.findall("<c .*?</c>", row)]
             for row in re.findall("<row .*?</row>", sheet)]
    assert cells == records, "the workbook is not the CSV"
    # The file's link is an address that anybody may keep.
    session.open("/browse", county="990101")
    session.check()


def read_the_history(session):
    browser = session.browser
    session.open("/", county="430624", township="金龙镇", village="芙蓉村")
    browser.tab_to("a[href^='/history']", limit=60)
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.all("article.sheet"))
    assert len(browser.all("article.sheet")) == 2
    session.says("430624-2025-1", "430624-2026-2", "芙蓉村")
    session.check()
    # The later edition has this village under another name, and no alias says so.
    session.open("/history", county="430624", township="金龙镇", village="望星村")
    session.check()
    session.open("/history", county="990101", township="白水乡", village="石桥村")
    session.check()
    session.open("/history", village="东湖渔场")
    session.says(_words(session)["several"])
    session.check()
    browser.one(".offers a").click()
    browser.until(lambda: browser.all("article.sheet"))
    session.check()


def read_tables_on_a_narrow_screen(session):
    browser = session.browser
    if browser.run("return innerWidth") > 600:
        return
    try:
        for width in (360, 390):
            browser.command(
                "Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1, mobile=True)
            for path, parameters in (
                ("/browse", {"county": "430624"}), ("/browse/430624/杨林寨乡", {}), ("/browse", {"county": "990101"}),
                ("/browse/990101/石桥镇", {}), ("/history", {"county": "990101", "township": "白水乡", "village": "白水村"}),
            ):
                session.open(path, **parameters)
                wrong = browser.run(NARROW)
                assert not wrong, f"{width} {path}: {wrong[:5]}"
                assert not any(cell.is_displayed() for cell in browser.all(".pinyin")), "pinyin takes the room"
    finally:
        browser.size("phone")


def _printed(session, name):
    """The text of each page of paper, and its size in points."""
    sheet = base64.b64decode(session.browser.command("Page.printToPDF", preferCSSPageSize=True)["data"])
    file = session.place.folder / f"{name}-{session.language}.pdf"
    file.write_bytes(sheet)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1], [[float(side) for side in box.split()[2:]]
                                   for box in re.findall(r"MediaBox \[([^\]]*)\]", sheet.decode("latin-1"))]


def print_a_township(session):
    session.open("/browse/430624/杨林寨乡", as_of="2025-06-01")
    pages, sizes = _printed(session, "township")
    assert len(pages) <= 2, f"{len(pages)} sheets"
    for word in ("湘阴县", "杨林寨乡", "湘阴政发〔2025〕1号", _words(session)["asked"], "东合港村"):
        assert word in pages[0], f"{word} is not in: {pages[0]}"
    assert _words(session)["footer"] in pages[-1], pages[-1]
    assert all(abs(width - 595) < 2 and abs(height - 842) < 2 for width, height in sizes), sizes
    text = "".join(pages)
    names = [row["village"] for row in _api(session, county="430624", township="杨林寨乡", as_of="2025-06-01")]
    assert all(name in text for name in names), [name for name in names if name not in text]
    assert "CSV" not in text, "a link is printed"


def print_a_wide_township(session):
    session.open("/browse/990101/石桥镇")
    pages, sizes = _printed(session, "wide")
    assert any(width > height for width, height in sizes), f"no sheet lies across: {sizes}"
    assert "示例县" in pages[0] and "枫树村" in "".join(pages)


FLOWS = [
    filter_villages_with_the_keyboard, go_through_the_pages_without_scripts, download_what_is_shown, read_the_history,
    read_tables_on_a_narrow_screen, print_a_township, print_a_wide_township,
]
