"""A page of another origin, open in a browser on the machine: what it sends to the service is not read."""

import http.server
import re
import threading
import urllib.request

LIST = "乡镇,村,地类\n金龙镇,芙蓉村,果园\n"
# As text, which a page may send anywhere without being asked; as a form; and out of a frame that has no origin at all.
PAGE = """<!doctype html><html lang="en"><title>another site</title><body>
<form method="post" enctype="multipart/form-data" target="frame" action="{service}/check">
<textarea name="list">{list}</textarea></form><iframe name="frame"></iframe>
<iframe sandbox="allow-scripts" srcdoc="<script>
fetch('{service}/v1/validate', {{method: 'POST', mode: 'no-cors', body: 'a,b'}})
  .finally(() => parent.postMessage('sent', '*'));
</script>"></iframe>
<script>
window.sent = 0;
addEventListener('message', () => sent++);
const list = document.forms[0].list.value;
for (const target of ['/v1/validate', '/check', '/v1/lookup', '/reconcile']) {{
  fetch('{service}' + target, {{method: 'POST', mode: 'no-cors', body: list}}).finally(() => sent++);
}}
document.forms[0].submit();
</script></body></html>"""


class OtherSite:
    """A page on another port of loopback: the same host, another origin."""

    def __init__(self, service):
        page = PAGE.format(service=service, list=LIST).encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


def counted(service):
    """Requests by route and status: (refused before any route, POSTs that came to one)."""
    with urllib.request.urlopen(f"{service}/metrics") as answer:
        text = answer.read().decode()
    refused = re.search(r'landgrade_requests_total\{route="none",status="403"\} (\d+)', text)
    posts = re.findall(r'landgrade_requests_total\{route="POST [^"]*",status="\d+"\} (\d+)', text)
    return int(refused[1]) if refused else 0, sum(map(int, posts))


def send_from_another_page(browser, service):
    refused, posts = counted(service)
    other = OtherSite(service)
    try:
        browser.open(other.address)
        browser.until(lambda: browser.run("return window.sent") >= 5)
        # Four from the page, one from the frame without an origin, and the form.
        browser.until(lambda: counted(service)[0] >= refused + 6)
        assert counted(service) == (refused + 6, posts), (counted(service), refused, posts)
    finally:
        other.stop()
        # What the browser has to say of a page that is not ours.
        browser.open("about:blank")
        browser.console()
        browser.requested()
