"""Checking a parcel list on the page, from the file to what is downloaded, each as one check."""

import csv
import io
import re
import zipfile

from fixtures import FILE_NAME, IMAGE, LIST, SCRIPT
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

PEOPLE = ("--headings", "words", "--output-encoding", "utf-8-bom")
VERDICT = {"zh": "核对结论", "en": "Check result"}


def records(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def choose(session, file):
    """A file, and how it is read."""
    browser = session.browser
    session.open("/check")
    browser.one("#list").send_keys(str(file))
    browser.until(lambda: browser.all("#list-reading fieldset") or "：" in browser.text("#reading-status"))


def check(session):
    browser = session.browser
    browser.tab_to("#check", 80)
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.one("#list-rows").is_displayed(), 60)


def check_a_list(session):
    browser = session.browser
    choose(session, session.place.list)
    session.check()
    session.says("GB18030", SCRIPT, selector="#list-reading")
    assert Select(browser.one("#column_village")).first_selected_option.text.startswith("3 ")
    check(session)
    session.says(FILE_NAME, SCRIPT, IMAGE, session.words["verdict"], "GB18030", session.words["problems"])
    assert "unknown_village" not in browser.text(), "a code stands on the page"
    session.check()
    expected = session.place.checked(session.language, options=PEOPLE)
    rows = records(expected)
    column = rows[0].index(VERDICT[session.language])
    for row in browser.all("#verdicts tbody tr"):
        name = row.get_attribute("data-name")
        count = sum(record[column] == name for record in rows[1:])
        assert row.is_displayed() == (count > 0), name
        assert not count or row.find_element("css selector", ".count").text == str(count), name
    # What needs attention comes first; rows as the file has them: its header is row 1.
    assert len(browser.all("#rows tbody tr")) == 5
    row = next(row for row in browser.all("#rows tbody tr") if "=HYPERLINK(1)" in row.text)
    assert row.find_element("css selector", "th").text == "4", row.text
    Select(browser.one("#show-verdict")).select_by_value("")
    assert len(browser.all("#rows tbody tr")) == 8
    name, found = browser.download(lambda: browser.one("[data-format=csv]").click())
    assert found == expected, "the downloaded list is not the command's"
    assert rows[0][: len(LIST[0])] == LIST[0]


def filter_a_list(session):
    """What is shown and what is downloaded agree, whichever rows are asked for."""
    browser = session.browser
    choose(session, session.place.list)
    check(session)
    for verdict, township in [("mismatch", ""), ("", "金龙镇"), ("mismatch", "金龙镇"), ("", "-")]:
        Select(browser.one("#show-verdict")).select_by_value(verdict)
        Select(browser.one("#show-township")).select_by_value(township)
        shown = [row.find_element("css selector", "th").text for row in browser.all("#rows tbody tr")]
        assert shown, (verdict, township)
        _, found = browser.download(lambda: browser.one("[data-format=csv]").click())
        codes = [row[0] for row in records(found)[1:]]
        assert [str(int(code[-3:]) + 1) for code in codes] == shown, (verdict, township, codes, shown)
        _, book = browser.download(lambda: browser.one("[data-format=xlsx]").click())
        sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
        assert sheet.count("<row ") == len(shown) + 1, (verdict, township)
        option = Select(browser.one("#show-verdict")).first_selected_option.text
        assert option.endswith(f"({len(shown)})"), option
    # The same workbook with two blank rows above its last row, which has its number in the sheet.
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        contents = {name: parts.read(name) for name in parts.namelist()}
    last = sheet.count("<row ")
    moved = re.sub(rf'r="([A-Z]*){last}"', rf'r="\g<1>{last + 2}"', sheet)
    file = session.place.folder / "again.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in contents.items():
            parts.writestr(name, moved if name == "xl/worksheets/sheet1.xml" else content)
    choose(session, file)
    check(session)
    Select(browser.one("#show-verdict")).select_by_value("")
    numbers = [row.find_element("css selector", "th").text for row in browser.all("#rows tbody tr")]
    assert numbers == [str(number) for number in range(2, last + 3)], numbers


def change_how_a_list_is_read(session):
    browser = session.browser
    choose(session, session.place.own_headers)
    session.says(session.words["no column"], selector="#list-reading")
    assert "--columns" not in browser.text(), "an option of the command on the page"
    for role, column in [("township", "1"), ("village", "2"), ("land_type", "3"), ("grade", "4")]:
        place = browser.one("#list-reading fieldset")
        Select(browser.one(f"#column_{role}")).select_by_value(column)
        browser.until(lambda: browser.one("#list-reading fieldset") != place)
    assert not browser.all("#list-reading .reason"), browser.text("#list-reading")
    session.check()
    check(session)
    assert [row.get_attribute("data-verdict") for row in browser.all("#verdicts tbody tr") if row.is_displayed()] == ["ok"]


def drop_a_list(session):
    browser = session.browser
    session.open("/check")
    browser.run("""
        const dropped = new DataTransfer();
        dropped.items.add(new File(['乡镇,村,地类名称\\n金龙镇,芙蓉村,果园\\n'], arguments[0]));
        const event = new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true});
        document.getElementById('drop').dispatchEvent(event);""", FILE_NAME)
    browser.until(lambda: browser.all("#list-reading fieldset"))
    check(session)
    session.says(FILE_NAME, "UTF-8", session.words["no grade"])
    assert session.words["fine"] not in browser.text("#list-status")
    counted = [row.get_attribute("data-verdict") for row in browser.all("#verdicts tbody tr") if row.is_displayed()]
    assert counted == ["filled"], counted


def check_a_long_list(session):
    """Longer than a piece of the answer, so that characters and quotes are cut in the middle."""
    browser = session.browser
    choose(session, session.place.long_list)
    check(session)
    expected = session.place.checked(session.language, session.place.long_list, PEOPLE)
    rows = records(expected)
    # From the end: a faulty row may have more or fewer cells of its own.
    behind = rows[0].index(VERDICT[session.language]) - len(rows[0])
    verdicts = [row[behind] for row in rows[1:]]
    for row in browser.all("#verdicts tbody tr"):
        name = row.get_attribute("data-name")
        count = row.find_element("css selector", ".count").text if row.is_displayed() else "0"
        assert count == str(verdicts.count(name)), (name, count, verdicts.count(name))
    assert len(browser.all("#rows tbody tr")) == 50
    first = browser.text("#rows tbody tr th")
    browser.one("#page-after").click()
    assert browser.text("#rows tbody tr th") != first and len(browser.all("#rows tbody tr")) == 50
    _, found = browser.download(lambda: browser.one("[data-format=csv]").click())
    Select(browser.one("#show-verdict")).select_by_value("")
    _, found = browser.download(lambda: browser.one("[data-format=csv]").click())
    assert found == expected, "the downloaded list is not the command's"


def read_why_a_list_is_refused(session):
    browser = session.browser
    session.failing = [422]
    choose(session, session.place.picture)
    browser.until(lambda: session.words["picture"] in browser.text("#list-reading"))
    session.check()
    browser.one("#check").click()
    browser.until(lambda: session.words["picture"] in browser.text("#list-status"))
    assert not browser.one("#list-rows").is_displayed()
    browser.scripts(False)
    try:
        session.open("/check")
        browser.one("#list").send_keys(str(session.place.no_list))
        browser.one("button[value=csv]").click()
        browser.until(lambda: session.words["no column"] in browser.text("main"))
    finally:
        browser.scripts(True)


def check_a_list_without_scripts(session):
    browser = session.browser
    browser.scripts(False)
    try:
        session.open("/check")
        browser.one("#list").send_keys(str(session.place.list))
        browser.one("#read").click()
        browser.until(lambda: browser.all("#list-reading fieldset"))
        assert Select(browser.one("#column_village")).first_selected_option.text.startswith("3 ")
        browser.one("#list").send_keys(str(session.place.list))
        _, found = browser.download(lambda: browser.one("button[value=csv]").click())
        assert found == session.place.checked(session.language, options=PEOPLE), "the downloaded list is not the command's"
        _, book = browser.download(lambda: browser.one("button[value=xlsx]").click())
        assert zipfile.ZipFile(io.BytesIO(book)).testzip() is None
    finally:
        browser.scripts(True)


FLOWS = [
    check_a_list, filter_a_list, change_how_a_list_is_read, drop_a_list, check_a_long_list, read_why_a_list_is_refused,
    check_a_list_without_scripts,
]
