"""What axe-core finds wrong with a page."""

import importlib.resources

AXE = (importlib.resources.files("axe_core_python") / "axe.min.js").read_text()
RUN = """
const done = arguments[0];
axe.run(document, {resultTypes: ['violations']}).then(
  found => done(found.violations.map(one =>
    `${one.impact} ${one.id}: ${one.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`)),
  error => done(['axe failed: ' + error]));"""
seen = set()


def findings(browser):
    """Each address once in each form: light, dark, wide and narrow."""
    form = browser.run("return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, document.title, "
                       "document.querySelectorAll('main *').length, location.href].join()")
    if form in seen:
        return []
    seen.add(form)
    browser.driver.execute_script(AXE)
    return [found for found in browser.driver.execute_async_script(RUN) if not found.startswith("minor")]


def complains(browser):
    """A check that can't fail checks nothing: of a page that is open."""
    found = " ".join(findings(browser))
    for rule in ("image-alt", "label", "html-has-lang", "link-name"):
        if rule not in found:
            raise SystemExit(f"axe-core does not find: {rule}")
