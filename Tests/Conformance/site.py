"""Holds the documentation site against what readers expect of it.

    site.py GENERATOR GATEWAY

The site is made twice and must be the same bytes. All its links must lead somewhere. A gateway serves it, and a headless Chromium opens every
page at 1280 and at 390 pixels, in light and in dark: nothing may be logged, nothing may be wider than the page, texts must stand out from
their ground (WCAG 2.1, AA), and each page must have a title, one main landmark, one first heading, and a name for all that can be operated.
Ends with `N passed, N failed`, and exits with 1 when a check failed.
"""

import asyncio
import collections
import filecmp
import html.parser
import json
import re
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import websockets

from tally import Checks

WIDTHS = {1280: 900, 390: 844}

# What a page is asked, once it is there: a list of what is wrong with it.
INSPECTION = r"""
(() => {
  const wrong = [];
  const count = (selector) => document.querySelectorAll(selector).length;
  if (!document.title) wrong.push("no title");
  if (count("main") !== 1) wrong.push("not one main landmark");
  if (count("h1") !== 1) wrong.push("not one h1");
  if (!document.documentElement.lang) wrong.push("no language");
  for (const image of document.images) if (!image.hasAttribute("alt")) wrong.push("an image without alt");
  for (const nav of document.querySelectorAll("nav")) if (!nav.getAttribute("aria-label")) wrong.push("a nav without a name");
  for (const it of document.querySelectorAll("a, button, summary")) {
    if (!it.textContent.trim() && !it.getAttribute("aria-label")) wrong.push("something to click without a name");
  }
  for (const field of document.querySelectorAll("input")) if (!field.labels.length) wrong.push("a field without a label");
  const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) wrong.push(`the id ${id} twice`);
  let level = 1;
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) wrong.push(`a heading of level ${own} below one of ${level}: ${heading.textContent}`);
    level = own;
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} pixels wide`);

  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const linear = [r, g, b].map((it) => it / 255).map((it) => (it <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const ground = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const color = channels(getComputedStyle(it).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || seen.has(element) || !element.checkVisibility()) continue;
    seen.add(element);
    const [first, second] = [luminance(channels(getComputedStyle(element).color)), luminance(ground(element))].sort((a, b) => b - a);
    const contrast = (first + 0.05) / (second + 0.05);
    if (contrast < 4.5) wrong.push(`a contrast of ${contrast.toFixed(2)}: ${texts.currentNode.data.trim().slice(0, 40)}`);
  }
  return wrong;
})()
"""

SEARCH = r"""
(() => {
  const field = document.getElementById("search");
  if (!field) return null;
  field.value = "device";
  field.dispatchEvent(new Event("input"));
  return [...document.querySelectorAll("#found a")].map((it) => it.href);
})()
"""


class Links(html.parser.HTMLParser):
    """The addresses that a page refers to, and the ids that it has."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value and not value.startswith("data:"):
                self.links.append(value)
            if name == "id":
                self.ids.add(value)


def check_links(checks, site):
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, page in pages.items():
        for link in page.links:
            if re.match(r"(https?|mailto):", link):
                continue
            address, anchor = urldefrag(urljoin(path.as_uri(), link))
            target = Path(unquote(address.removeprefix("file://")))
            label = f"{path.relative_to(site)}: {link}"
            checks.true(f"{label} leads somewhere", target.is_file())
            if anchor and target in pages:
                checks.true(f"{label} is an anchor", unquote(anchor) in pages[target].ids)


def same_files(first, second):
    """Whether two folders hold the same bytes under the same names."""
    names = sorted(str(path.relative_to(first)) for path in first.rglob("*") if path.is_file())
    others = sorted(str(path.relative_to(second)) for path in second.rglob("*") if path.is_file())
    return names == others and filecmp.cmpfiles(first, second, names, shallow=False)[0] == names


class Browser:
    """One page of a Chromium, driven by the DevTools protocol."""

    def __init__(self, socket):
        self.socket, self.number, self.events = socket, 0, []

    async def message(self):
        return json.loads(await asyncio.wait_for(self.socket.recv(), 60))

    async def call(self, method, **parameters):
        self.number += 1
        await self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = await self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    async def open(self, url):
        self.events = []
        await self.call("Page.navigate", url=url)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(await self.message())

    async def evaluate(self, expression):
        result = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return result["result"].get("value", result.get("exceptionDetails"))

    def logged(self):
        names = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        return [json.dumps(event["params"])[:300] for event in self.events if event["method"] in names]


async def check_pages(checks, port, root, pages):
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}/json/new", method="PUT")) as answer:
        address = json.load(answer)["webSocketDebuggerUrl"]
    async with websockets.connect(address, max_size=None) as socket:
        browser = Browser(socket)
        for domain in ("Page", "Runtime", "Log"):
            await browser.call(f"{domain}.enable")
        for width, height in WIDTHS.items():
            await browser.call(
                "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
            )
            for scheme in ("light", "dark"):
                await browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
                for page in pages:
                    label = f"{page} at {width} pixels, {scheme}"
                    await browser.open(root + page)
                    checks.equal(f"{label}: what is wrong", await browser.evaluate(INSPECTION), [])
                    found = await browser.evaluate(SEARCH)
                    if found is not None:
                        checks.true(f"{label}: the search finds pages", isinstance(found, list) and len(found) > 2)
                    checks.equal(f"{label}: what is logged", browser.logged(), [])


def check_serving(checks, root):
    """The pages and the specifications, as programs get them."""

    def get(path, **fields):
        request = urllib.request.Request(root + path, headers=fields)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    status, fields, body = get("/specs/client-1.1.yaml")
    checks.equal("/specs/client-1.1.yaml: status", status, 200)
    checks.equal("/specs/client-1.1.yaml: type", fields["Content-Type"], "application/yaml")
    checks.equal("/specs/client-1.1.yaml: other origins", fields["Access-Control-Allow-Origin"], "*")
    checks.equal("/specs/client-1.1.yaml: the spec itself", body, Path("specs/client-1.1.yaml").read_bytes())
    status, _, body = get("/specs/client-1.1.yaml", **{"If-None-Match": fields["ETag"]})
    checks.equal("/specs/client-1.1.yaml with its tag", (status, body), (304, b""))
    status, fields, _ = get("/docs")
    checks.equal("/docs", (status, fields["Content-Type"]), (200, "text/html; charset=utf-8"))
    checks.equal("/docs/nothing.html", get("/docs/nothing.html")[0], 404)


def started(command, pattern):
    """A process, and what a line of its output says."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in process.stdout:
        if match := re.search(pattern, line):
            # What it says later is read as well, lest it wait for a reader.
            threading.Thread(target=collections.deque, args=(process.stdout, 0), daemon=True).start()
            return process, match.group(1)
    raise RuntimeError(f"{command[0]} ended before it was ready")


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)


def main(generator, gateway):
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        site, again = Path(folder, "site"), Path(folder, "again")
        for output in (site, again):
            subprocess.run([generator, "docs", "--quiet", "--output", str(output)], check=True)
        checks.true("the site is the same when it is made again", same_files(site, again))
        check_links(checks, site)
        pages = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
        database = ["--database", f"{folder}/site.sqlite"]
        server, root = started([gateway, "serve", "--port", "0", "--docs", str(site), *database], r"listens on (http://[^ ,]+)")
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", f"--user-data-dir={folder}/profile"]
        browser, port = started(["chromium", *options, "about:blank"], r"DevTools listening on ws://127.0.0.1:(\d+)/")
        try:
            check_serving(checks, root)
            asyncio.run(check_pages(checks, port, root + "/docs/", pages))
        finally:
            stop(browser)
            stop(server)
    return checks.report()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
