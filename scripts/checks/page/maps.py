"""A county's map: its colours, the mouse, the keyboard with and without the script, paper; each in one language at one width."""

import json
import urllib.parse
import urllib.request

from county import _printed
from fixtures import SCRIPT
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

WORDS = {
    "zh": {"unmatched": "未匹配的图形（2）", "disputed": "待核", "forest": "湘阴县林地级别图", "none": "该日没有适用的成果版本",
           "unmapped": "有地图的县：湘阴县", "asked": "查询日期", "source": "级别出处", "outlined": "图上用粗线标出：金龙镇 芙蓉村"},
    "en": {"unmatched": "Features that were not matched (2)", "disputed": "in dispute", "forest": "湘阴县: grades of forest",
           "none": "No edition was in force", "unmapped": "Counties that have one: 湘阴县", "asked": "Asked on",
           "source": "Source of the grades", "outlined": "Outlined on the map: 金龙镇 芙蓉村"},
}
LIMIT = 300_000

# Each village: where it leads, its name and grade in words, and what it is filled with.
VILLAGES = """
return [...document.querySelectorAll('#map a')].map(link => [
  link.getAttribute('href'), link.querySelector('title').textContent,
  [...link.querySelectorAll('use')].map(use => use.getAttribute('fill')).join(' ')]);"""

# How many villages the arrow keys lead to from where the focus is, pressing them as often as something new is found.
REACHED = """
const links = [...document.querySelectorAll('#map a')];
const found = new Set([document.activeElement]);
const open = [document.activeElement];
while (open.length) {
  const from = open.pop();
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
    from.focus();
    from.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
    const to = document.activeElement;
    if (!links.includes(to)) return 'left the map';
    if (!found.has(to)) { found.add(to); open.push(to); }
  }
}
return found.size;"""

# The line around the village that has the focus, and the village.
RING = """
const box = element => { const {x, y, width, height} = element.getBBox(); return [x, y, width, height].map(Math.round).join(); };
const ring = [...document.querySelectorAll('#map > use.ring')].pop();
const style = getComputedStyle(ring);
return [box(ring), box(document.activeElement), style.stroke, document.getElementById('map-here').textContent,
        document.activeElement.querySelector('title').textContent];"""


def _words(session):
    return WORDS[session.language]


def _grades(session, land_type):
    """What the interface says of each village on that day: (township, village) to outcome and grade."""
    query = urllib.parse.urlencode({"county": "430624", "as_of": "2025-06-01"})
    with urllib.request.urlopen(f"{session.address}/v1/villages?{query}") as answer:
        rows = json.load(answer)["villages"]
    return {
        (row["township"], row["village"]): next(
            (answer["outcome"], answer["grade"]) for answer in row["land_types"] if answer["land_type"] == land_type)
        for row in rows
    }


def _place(address):
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)
    return query["township"][0], query["village"][0]


def see_the_grades_of_each_land_type(session):
    browser = session.browser
    session.open("/browse", county="430624", as_of="2025-06-01")
    browser.one("a[href^='/map']").click()
    browser.until(lambda: browser.one("#map"))
    for land_type in ("orchard", "forest", "grassland"):
        link = browser.one(f".land-types a[href*='land_type={land_type}']")
        link.click()
        browser.until(lambda: browser.all(f".land-types a[aria-current][href*='land_type={land_type}']"))
        session.check()
        grades = _grades(session, land_type)
        fills = {}
        villages = browser.run(VILLAGES)
        assert len(villages) == len(grades) == 245, (len(villages), len(grades))
        for address, _, fill in villages:
            assert "as_of=2025-06-01" in address, address
            fills.setdefault(grades[_place(address)], set()).add(fill)
        # One look for each grade, and none for two.
        looks = [look for group in fills.values() for look in group]
        assert all(len(group) == 1 for group in fills.values()) and len(set(looks)) == len(looks), fills
        assert all(("url(#disputed)" in look) == (outcome == "disputed")
                   for (outcome, _), group in fills.items() for look in group), fills
        # The two features that are no villages have a look of their own.
        assert len(browser.all(".map .legend li")) == len(fills) + 1
        session.says(_words(session)["unmatched"], SCRIPT, "synthetic_villages", "EPSG:4490", _words(session)["source"])
        with urllib.request.urlopen(browser.driver.current_url) as answer:
            size = len(answer.read())
        assert size < LIMIT, f"{size} bytes"
        box = browser.run("const {left, right, width} = document.getElementById('map').getBoundingClientRect();"
                          "return [left, innerWidth - right, width]")
        assert box[0] >= 0 and box[1] >= 0 and box[2] > 250, box
        ground = browser.run("return getComputedStyle(document.getElementById('map')).backgroundColor")
        assert ground == "rgb(255, 255, 255)", f"the ground of the map is {ground}"


def ask_for_another_day(session):
    browser = session.browser
    session.open("/map", land_type="forest")
    assert browser.text("h1") == _words(session)["forest"]
    browser.run("document.getElementById('as_of').value = '2001-01-01'")
    browser.one("form.inline button").click()
    browser.until(lambda: "as_of=2001-01-01" in browser.driver.current_url)
    session.says(_words(session)["none"])
    assert browser.text("h1") == _words(session)["forest"] and not browser.all("#map")
    session.check()
    session.failing = [404]
    session.open("/map", county="990101")
    session.says(_words(session)["unmapped"])
    session.check()


def click_a_village(session):
    browser = session.browser
    session.open("/map", county="430624")
    village = [link for link in browser.all("#map a") if "%E8%8A%99%E8%93%89%E6%9D%91" in link.get_dom_attribute("href")][0]
    browser.run("arguments[0].scrollIntoView({block: 'center'})", village)
    village.find_element(By.CSS_SELECTOR, "use").click()
    browser.until(lambda: browser.all("#answer"))
    session.says("芙蓉村", selector="#answer")
    # Back, and there it is.
    browser.one("#answer a[href^='/map']").click()
    browser.until(lambda: browser.one("#map .marked"))
    session.says(_words(session)["outlined"])
    session.check()


def walk_with_the_arrow_keys(session):
    browser = session.browser
    session.open("/map", county="430624", township="金龙镇", village="芙蓉村")
    browser.tab_to("#map a")
    ring, village, line, below, title = browser.run(RING)
    assert "芙蓉村" in title and below == title and ring == village and line != "none", (ring, village, line, below)
    start = browser.driver.switch_to.active_element
    # One stop: the next Tab leads out, and back in to the same.
    browser.keys(Keys.TAB)
    assert not browser.run("return document.activeElement.closest('#map')"), "a second stop in the map"
    assert browser.text("#map-here") != title
    browser.run("arguments[0].focus()", start)
    browser.keys(Keys.ARROW_UP)
    assert browser.run(RING)[4] != title
    session.check()
    assert browser.run(REACHED) == 245, "villages out of reach"
    browser.keys(Keys.ARROW_LEFT)
    here = browser.driver.switch_to.active_element.get_dom_attribute("href")
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.all("#answer"))
    session.says(_place(here)[1], selector="#answer")


def walk_without_scripts(session):
    browser = session.browser
    browser.scripts(False)
    try:
        session.open("/map", county="430624")
        assert not browser.one("#map-here").is_displayed(), "keys are promised that need the script"
        focused = lambda: browser.driver.switch_to.active_element
        for _ in range(40):
            browser.keys(Keys.TAB)
            if focused().get_dom_attribute("class") == "past":
                break
        assert focused().is_displayed() and focused().get_dom_attribute("class") == "past"
        left = focused().rect["x"]
        assert left >= 0, "the link past the map can't be seen"
        browser.keys(Keys.TAB)
        first = focused().get_dom_attribute("href")
        browser.keys(Keys.TAB)
        second = focused().get_dom_attribute("href")
        assert first != second and "village=" in first and "village=" in second, (first, second)
        width = focused().find_element(By.CSS_SELECTOR, "use").value_of_css_property("stroke-width")
        assert width != "1px", "the village that has the focus looks like the others"
        browser.keys(Keys.ENTER)
        browser.until(lambda: browser.all("#answer"))
        session.says(_place(second)[1], selector="#answer")
        session.open("/map", county="430624")
        while focused().get_dom_attribute("class") != "past":
            browser.keys(Keys.TAB)
        browser.keys(Keys.ENTER, Keys.TAB)
        assert "/browse" in focused().get_dom_attribute("href"), "the link does not lead past the map"
    finally:
        browser.scripts(True)


def print_the_map(session):
    session.open("/map", land_type="orchard", as_of="2025-06-01")
    pages, sizes = _printed(session, "map")
    for word in ("湘阴县", "湘阴政发〔2025〕1号", _words(session)["asked"], _words(session)["disputed"],
                 _words(session)["source"], "金龙镇", "synthetic_villages"):
        assert word in pages[0], f"{word} is not in: {pages[0]}"
    assert len(pages) <= 2, f"{len(pages)} sheets"
    assert all(abs(width - 595) < 2 and abs(height - 842) < 2 for width, height in sizes), sizes


FLOWS = [
    see_the_grades_of_each_land_type, ask_for_another_day, click_a_village, walk_with_the_arrow_keys,
    walk_without_scripts, print_the_map,
]
