"""What people do with the pages, each as one check, in one language at one width."""

import base64
import re
import urllib.parse

import accessibility
from fixtures import IMAGE, SCRIPT
from selenium.webdriver.common.keys import Keys

WORDS = {
    "zh": {
        "graded": "一级", "disputed": "级别待核", "held": "本系统按勘误采用一级", "not listed": "未列入", "unpublished": "未公布",
        "unknown": "没有查到名为", "cited": "成果版本430624-2025-1", "copied": "已复制", "several": "对应",
        "problems": "共 8 行，5 行需要处理", "moved": "级别变动：", "bad date": "日期格式应为", "verdict": "不一致", "unsigned": "【未签名】",
        "no column": "没有找到“村”列", "picture": "是图片，不是表格", "no grade": "没有核对任何申报级别", "fine": "都不需要处理", "no appraisal": "不是宗地评估价", "term": "年期修正只用于",
    },
    "en": {
        "graded": "grade 1", "disputed": "DISPUTED, not yet verified", "held": "grade 1 is held", "not listed": "not listed",
        "unpublished": "not published", "unknown": "There is no village", "cited": "edition 430624-2025-1",
        "copied": "Copied", "several": "fits", "problems": "8 rows, 5 need attention", "moved": "Moved to another grade:",
        "bad date": "write it like", "verdict": "mismatch", "unsigned": "[UNSIGNED]", "no column": "column", "picture": "an image, not a table",
        "no grade": "no declared grade was compared", "fine": "none needs attention",
        "no appraisal": "no appraisal of the parcel", "term": "A term is corrected from",
    },
}


class Session:
    def __init__(self, browser, address, place, language, sound):
        self.browser = browser
        self.address = address
        self.place = place
        self.language = language
        self.words = WORDS[language]
        self.sound = sound
        self.forget()

    def open(self, path, **parameters):
        if self.language == "en":
            parameters["lang"] = "en"
        query = urllib.parse.urlencode(parameters)
        self.browser.open(self.address + urllib.parse.quote(path) + ("?" + query if query else ""))

    def check(self):
        """The page as it stands: sound, in its language, and no input of anybody's became code."""
        assert self.browser.run("return window.pwned") is None, "a script of the data ran"
        assert not self.browser.all("main script, main img"), "markup of the data became markup"
        lang = self.browser.one("html").get_attribute("lang")
        assert lang == {"zh": "zh-CN", "en": "en"}[self.language], lang
        wrong = self.browser.run(self.sound)
        assert not wrong, f"{self.browser.driver.current_url}: {wrong}"
        wrong = accessibility.findings(self.browser)
        assert not wrong, f"{self.browser.driver.current_url}: {wrong}"

    def settle(self):
        """No complaint in the console, no request to anybody else."""
        complaints = [line for line in self.browser.console() if not self.expected(line)]
        assert not complaints, complaints
        for address in self.browser.requested():
            own = address.startswith((self.address + "/", "blob:" + self.address, "data:", "chrome:", "about:"))
            assert own, f"asked for {address}"

    def expected(self, line):
        """A browser writes the status of a page that says what is wrong into its console."""
        return any(f"status of {status}" in line for status in self.failing)

    def forget(self):
        self.failing = []
        self.browser.console()
        self.browser.requested()

    def says(self, *words, selector="main"):
        text = self.browser.text(selector)
        for word in words:
            assert word in text, f"{word!r} is not in: {text[:600]}"


def type_in_search(session, text):
    browser = session.browser
    session.open("/")
    browser.tab_to("#q")
    browser.keys(text)


def search_by_name_with_the_keyboard(session):
    type_in_search(session, "金龙镇 芙蓉村")
    session.browser.keys(Keys.ENTER)
    session.browser.until(lambda: session.browser.one("#answer"))
    session.says("芙蓉村", session.words["unpublished"])
    session.check()


def search_by_pinyin_with_the_keyboard(session):
    type_in_search(session, "furongcun")
    browser = session.browser
    browser.until(lambda: browser.one("#q").get_attribute("aria-expanded") == "true")
    session.check()
    browser.keys(Keys.ARROW_DOWN)
    chosen = browser.one("#q").get_attribute("aria-activedescendant")
    assert "芙蓉村" in browser.one("#" + chosen).text
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.one("#answer"))
    session.says("芙蓉村")


def search_by_initials_with_the_keyboard(session):
    type_in_search(session, "frc")
    browser = session.browser
    browser.until(lambda: "芙蓉村" in browser.text(".suggestions"))
    browser.keys(Keys.ESCAPE)
    assert browser.one("#q").get_attribute("aria-expanded") == "false"
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.one("#answer"))
    session.says("芙蓉村")


def search_by_address(session):
    session.open("/", q="湖南省岳阳市湘阴县金龙镇芙蓉村3组")
    session.says("芙蓉村")
    session.check()


def read_the_disputed_answer(session):
    session.open("/", county="430624", township="杨林寨乡", village="东合港村", as_of="2025-06-01")
    session.says(session.words["disputed"], session.words["held"], session.words["cited"], "表3第13行", "E2")
    assert len(session.browser.all(".land.disputed .mark")) == 2
    session.check()


def see_what_is_not_known(session):
    session.open("/", q="芙容村")
    session.says(session.words["unknown"], "芙蓉村", selector="#answer")
    assert not session.browser.all(".grade"), "a near name was taken"
    session.check()
    session.open("/", q="东湖渔场")
    session.says(session.words["several"], "文星街道", "洋沙湖镇")
    session.check()
    # In two counties, one of which has only an edition that nobody signed.
    session.open("/", q="金华村", as_of="2026-06-01")
    session.says(session.words["several"], "湘阴县", "示例县", session.words["unsigned"])
    session.check()


def copy_the_citation(session):
    browser = session.browser
    session.open("/", county="430624", township="金龙镇", village="芙蓉村", as_of="2025-06-01")
    browser.tab_to("[data-copy]")
    browser.keys(Keys.ENTER)
    browser.until(lambda: session.words["copied"] in browser.text(".told"))
    copied = browser.driver.execute_async_script(
        "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('' + e))")
    assert copied == browser.text("#citation").replace("\n\n", "\n"), copied
    assert session.words["cited"] in copied, copied


def browse(session):
    browser = session.browser
    session.open("/browse", county="430624")
    session.check()
    browser.one('a[href^="/browse/430624/%E9%87%91"]').click()
    browser.until(lambda: "金龙镇" in browser.text("h1"))
    session.check()
    assert browser.all(".chart rect"), "no chart"
    session.says(session.words["unsigned"])
    link = [link for link in browser.all("table.villages a") if link.text == "芙蓉村"][0]
    link.click()
    browser.until(lambda: browser.one("#answer"))
    session.says("芙蓉村")


def look_back_in_time(session):
    session.open("/", county="430624", township="金龙镇", village="芙蓉村", as_of="2025-06-01")
    before = session.browser.text(".land .grade")
    session.open("/", county="430624", township="金龙镇", village="芙蓉村")
    after = session.browser.text(".land .grade")
    assert before == session.words["graded"] and before != after, (before, after)
    session.open("/browse/430624/金龙镇", as_of="2020-01-01")
    assert not session.browser.all("table.villages")
    session.check()


def compare_two_editions(session):
    session.open("/editions")
    session.check()
    session.browser.one("form[action='/compare'] button").click()
    session.browser.until(lambda: session.browser.all("main section table"))
    session.says(session.words["moved"], "芙蓉村", SCRIPT)
    session.check()


def switch_the_language(session):
    session.open("/", q="芙蓉村")
    session.browser.one(".language").click()
    other = {"zh": "en", "en": "zh-CN"}[session.language]
    session.browser.until(lambda: session.browser.one("html").get_attribute("lang") == other)
    assert session.browser.one("#q").get_attribute("value") == "芙蓉村"
    assert session.browser.all("#answer")


def read_a_problem(session):
    session.failing = [400, 404]
    session.open("/", q="芙蓉村", as_of="2025-02-30")
    session.says(session.words["bad date"])
    session.check()
    session.open("/browse/430624/" + SCRIPT.replace("/", "|"))
    session.says(SCRIPT.replace("/", "|"))
    session.check()
    session.open("/no/such/page")
    session.says("/docs")
    session.check()


def send_markup(session):
    for text in (f'">{SCRIPT}', IMAGE, "\"\u0301 autofocus onfocus=\"window.pwned=1", "{{title}}"):
        session.open("/", q=text)
        session.says(text[:20] if "\u0301" not in text else "autofocus", selector="#answer")
        session.check()
    session.open("/", county="430699", township="银龙镇", village="莲花村")
    session.says("示例县", SCRIPT, IMAGE)
    session.check()


def price_a_parcel_with_the_keyboard(session):
    browser = session.browser
    session.open("/", q="青山镇 松林村")
    session.check()
    browser.tab_to("#value-land")
    browser.keys("茶")
    browser.tab_to("#value-area")
    browser.keys("12.5", Keys.ENTER)
    browser.until(lambda: browser.one(".total"))
    # 52.00元/平方米
    session.says("433,333.33", "52.00元/平方米 × 12.5亩 × 2000/3", session.words["no appraisal"], "表5")
    session.check()
    # What is wrong is said in words of the page, and the way back is open.
    browser.one("#value-years").send_keys("31", Keys.ENTER)
    browser.until(lambda: session.words["term"] in browser.text("main"))
    assert "--" not in browser.text("main"), "a page speaks of options"
    session.check()


def price_a_parcel_in_dispute_without_scripts(session):
    browser = session.browser
    browser.scripts(False)
    try:
        session.open("/", q="白水乡 白水村")
        browser.one("#value-area").send_keys("1", Keys.ENTER)
        browser.until(lambda: browser.one(".amount.disputed"))
        assert len(browser.all(".amount.disputed")) == 2, "both grades are shown"
        session.says("24,000.00", "19,000.00")
    finally:
        browser.scripts(True)


def print_an_a4_sheet(session):
    session.open("/", county="430624", township="杨林寨乡", village="东合港村", as_of="2025-06-01")
    sheet = session.browser.command("Page.printToPDF", preferCSSPageSize=True)["data"]
    pages = re.findall(rb"/Count (\d+)", base64.b64decode(sheet))
    assert pages == [b"1"], pages


def work_without_scripts(session):
    browser = session.browser
    browser.scripts(False)
    try:
        session.open("/")
        browser.one("#q").send_keys("金龙镇 芙蓉村", Keys.ENTER)
        browser.until(lambda: browser.one("#answer"))
        session.says("芙蓉村")
    finally:
        browser.scripts(True)


FLOWS = [
    search_by_name_with_the_keyboard, search_by_pinyin_with_the_keyboard, search_by_initials_with_the_keyboard,
    search_by_address, read_the_disputed_answer, see_what_is_not_known, copy_the_citation, browse, look_back_in_time,
    compare_two_editions, switch_the_language, read_a_problem, send_markup, price_a_parcel_with_the_keyboard, price_a_parcel_in_dispute_without_scripts,
    print_an_a4_sheet, work_without_scripts,
]
