"""The pictures of the documentation: from the built-in edition alone, without the traps of the checks."""

import pathlib
import tempfile
import urllib.parse

import fixtures
from serving import Service


def take(browser, folder):
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="landgrade-pictures-") as place:
        store = pathlib.Path(place) / "store"
        fixtures.program("landgrade", "init", "--store", store)
        service = Service(fixtures.PROGRAMS, store, store.parent / "pictures.log")
        try:
            take_all(browser, service.address, folder)
        finally:
            service.stop()


def take_all(browser, address, folder):
    def open(path, **parameters):
        query = urllib.parse.urlencode(parameters)
        browser.open(address + urllib.parse.quote(path) + ("?" + query if query else ""))

    def picture(name, width, height):
        browser.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        browser.picture(folder / f"{name}.png")

    browser.size("desktop")
    browser.dark(False)
    open("/", q="杨林寨乡 东合港村")
    picture("answer", 940, 1000)
    open("/browse/430624/金龙镇")
    picture("township", 940, 900)
    open("/check", lang="en")
    browser.one("#list").send_keys(str(fixtures.ROOT / "docs" / "parcels.csv"))
    browser.until(lambda: browser.all("#list-reading fieldset"))
    browser.one("#check").click()
    browser.until(lambda: browser.one("#list-rows").is_displayed())
    picture("list", 940, 1300)
    browser.size("phone")
    browser.dark(True)
    open("/")
    browser.one("#q").send_keys("jinlong")
    browser.until(lambda: browser.one("#q").get_attribute("aria-expanded") == "true")
    browser.picture(folder / "phone.png")
    browser.dark(False)
