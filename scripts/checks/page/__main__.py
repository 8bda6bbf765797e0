"""Drives the pages of landgrade-serve with a real Chromium: search, browse, lists, editions, both languages, a phone.

usage: page FOLDER-OF-PROGRAMS FOLDER
"""

import os
import pathlib
import sys
import traceback
import urllib.parse

import accessibility
import county
import fixtures
import maps
import parcel_lists
from browser import Browser
from flows import FLOWS, Session
from origins import send_from_another_page
from pictures import take
from serving import Service

HERE = pathlib.Path(__file__).parent


# Everything that sound.js is there to find.
UNSOUND = """<html><body><main><h1>a</h1><h3>b</h3><input name=c><a href=d></a><img src="data:,"><table><tr><td>e</table>
<p id=f style="color: #777; background: #888">g</p><p id=f>h</p><div style="width: 5000px">i</div><nav>j</nav>
<p aria-controls=k>l</p></main></body></html>"""


def complains(browser, sound):
    """A check that can't fail checks nothing."""
    browser.open("data:text/html;charset=utf-8," + urllib.parse.quote(UNSOUND))
    found = " ".join(browser.run(sound))
    accessibility.complains(browser)
    for fault in ("no lang", "no title", "heading leaps", "without a label", "without a name", "without alt",
                  "without th", "id twice", "contrast", "sideways", "points nowhere", "a nav"):
        if fault not in found:
            raise SystemExit(f"sound.js does not find: {fault}")


def main():
    counts = {"passed": 0, "failed": 0}
    folder = pathlib.Path(sys.argv[2])
    place = fixtures.Workplace(folder)
    downloads = folder / "downloads"
    downloads.mkdir()
    service = Service(fixtures.PROGRAMS, place.store, folder / "log", "--villages", place.layer)
    browser = Browser(downloads)
    try:
        sound = (HERE / "sound.js").read_text()
        complains(browser, sound)
        for size in ("desktop", "phone"):
            for language in ("zh", "en"):
                for dark in (False, True) if size == "desktop" else (False,):
                    browser.size(size)
                    browser.dark(dark)
                    session = Session(browser, service.address, place, language, sound)
                    for flow in FLOWS + county.FLOWS + maps.FLOWS + parcel_lists.FLOWS:
                        name = f"{flow.__name__.replace('_', ' ')} ({language}, {size}{', dark' if dark else ''})"
                        try:
                            flow(session)
                            session.settle()
                            counts["passed"] += 1
                            print(f"ok      {name}", flush=True)
                        except Exception:
                            counts["failed"] += 1
                            print(f"FAILED  {name}\n{traceback.format_exc(limit=-2)}", flush=True)
                            browser.scripts(True)
                            session.forget()
        try:
            send_from_another_page(browser, service.address)
            counts["passed"] += 1
            print("ok      send from another page", flush=True)
        except Exception:
            counts["failed"] += 1
            print(f"FAILED  send from another page\n{traceback.format_exc(limit=-2)}", flush=True)
        if "LANDGRADE_SCREENSHOTS" in os.environ:
            take(browser, HERE.parents[2] / "docs" / "images")
    finally:
        browser.quit()
        ended = service.stop()
    if ended != 0:
        counts["failed"] += 1
        print(f"FAILED  the service ended with {ended}")
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
