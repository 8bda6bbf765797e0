"""Chromium through its driver, with what a check needs to know of it."""

import json
import os
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

SIZES = {"desktop": (1280, 900), "phone": (360, 740)}


class Browser:
    def __init__(self, downloads):
        os.environ["SE_OFFLINE"] = "true"
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--lang=zh-CN", "--hide-scrollbars",
        ]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.add_experimental_option(
            "prefs", {
                "download.default_directory": str(downloads), "download.prompt_for_download": False,
                "profile.content_settings.exceptions.clipboard": {"*": {"setting": 1}},
            })
        self.downloads = downloads
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(60)

    def size(self, name):
        width, height = SIZES[name]
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=name == "phone")

    def dark(self, is_dark):
        self.command(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}])

    def scripts(self, allowed):
        self.command("Emulation.setScriptExecutionDisabled", value=not allowed)

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def open(self, address):
        self.driver.get(address)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector="main"):
        return self.one(selector).text

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def until(self, condition, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                value = condition()
                if value:
                    return value
            except Exception:  # an element that is not there yet, or no longer
                pass
            time.sleep(0.05)
        raise AssertionError(f"waited {seconds} s in vain")

    def keys(self, *keys):
        """To whatever has the focus, as a keyboard does it."""
        action = webdriver.ActionChains(self.driver)
        for key in keys:
            action.send_keys(key)
        action.perform()

    def tab_to(self, selector, limit=40):
        """With the Tab key alone; fails where the keyboard does not get there."""
        for _ in range(limit):
            if self.run("return document.activeElement.matches(arguments[0])", selector):
                return
            self.keys(Keys.TAB)
        raise AssertionError(f"no way with the keyboard to {selector}")

    def console(self):
        """What the console has to complain of since the last time."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requested(self):
        """Addresses that were asked for since the last time."""
        addresses = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                addresses.append(message["params"]["request"]["url"])
        return addresses

    def download(self, start):
        """The bytes of the file that `start` makes the browser download."""
        before = set(self.downloads.iterdir())
        start()

        def finished():
            new = set(self.downloads.iterdir()) - before
            # The browser keeps the file's name with an empty one until all of it is there.
            if len(new) != 1 or any(file.suffix == ".crdownload" or file.name.startswith(".") for file in new):
                return False
            (file,) = new
            return file.stat().st_size > 0 and file
        file = self.until(finished)
        return file.name, file.read_bytes()

    def picture(self, path):
        """A PNG of the page as it stands."""
        self.driver.save_screenshot(str(path))

    def quit(self):
        self.driver.quit()
