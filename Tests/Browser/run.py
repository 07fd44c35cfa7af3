#!/usr/bin/env python3
"""Opens the published sample handbook in a real Chromium, as staff would: from a folder and from a web server, on a
desktop, a phone, in the dark, without JavaScript and on paper.

usage: run.py --handrail PATH [--shots DIR]

Needs playwright, axe-playwright-python, Debian's chromium and pdftotext. Ends with "N passed, N failed".
"""
import argparse, datetime, functools, glob, http.server, json, os, re, shutil, subprocess, sys, tempfile, threading
from playwright.sync_api import sync_playwright

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
passed, failures = 0, []


def check(name, good, detail=""):
    global passed
    if good:
        passed += 1
    else:
        failures.append(f"{name}: {detail}")
        print(f"FAIL {name}: {detail}", flush=True)


def axe_source():
    import axe_playwright_python
    folder = os.path.dirname(axe_playwright_python.__file__)
    return open(glob.glob(f"{folder}/**/axe.min.js", recursive=True)[0], encoding="utf-8").read()


def pages(site):
    """One page of every kind, found by its class."""
    wanted, found = {}, []
    for path in sorted(glob.glob(f"{site}/**/*.html", recursive=True)):
        kind = re.search(r'<body class="page page-([a-z-]+)', open(path, encoding="utf-8").read())
        check("page has a kind " + os.path.relpath(path, site), kind is not None)
        if kind and wanted.setdefault(kind.group(1), 0) < (2 if kind.group(1) == 'procedure' else 1):
            wanted[kind.group(1)] += 1
            found.append((kind.group(1), os.path.relpath(path, site)))
    return found


def watch(page, name, origin):
    """Console errors and requests that leave the site are failures."""
    page.on("console", lambda m: check(f"{name} console", m.type != "error", m.text))
    page.on("pageerror", lambda e: check(f"{name} script", False, str(e)))
    page.on("request", lambda r: check(f"{name} request", r.url.startswith(origin), r.url))


def visit(browser, site, origin, kind, path, axe, shots, **options):
    label = options.pop("label")
    context = browser.new_context(**options)
    page = context.new_page()
    name = f"{kind} {label} {path}"
    watch(page, name, origin)
    page.goto(f"{origin}{path}")
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    check(f"{name} fits its width", width <= 0, f"{width} px too wide")
    if axe and options.get("java_script_enabled", True):
        # The page's own policy allows no foreign script, so axe runs in the isolated world of the driver.
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {preload: false, runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']})")
        for violation in result["violations"]:
            check(f"{name} axe {violation['id']}", False, violation["nodes"][0]["html"][:160])
        check(f"{name} axe ran", len(result["passes"]) > 5)
    if shots:
        page.screenshot(path=f"{shots}/{kind}-{label}.png", full_page=label == "phone")
    context.close()


def ticking(browser, origin, path):
    """A tick stays on the device for its day; undo takes it back."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    watch(page, "ticking", origin)
    page.goto(f"{origin}{path}")
    boxes = page.locator(".sheet input")
    check("checklist has boxes", boxes.count() > 3, str(boxes.count()))
    boxes.nth(0).check()
    page.reload()
    check("a tick survives a reload", page.locator(".sheet input").nth(0).is_checked())
    page.locator("[data-command=undo]").click()
    check("undo takes the tick back", not page.locator(".sheet input").nth(0).is_checked())
    context.close()


def paper(browser, origin, path, code, version, shots):
    """Every sheet of a printed checklist says which document and version it is, and that it is not controlled."""
    page = browser.new_page()
    page.goto(f"{origin}{path}")
    pdf = os.path.join(shots or tempfile.mkdtemp(), "checklist.pdf")
    page.pdf(path=pdf, prefer_css_page_size=True)
    page.close()
    sheets = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout.split("\f")[:-1]
    check("the checklist has sheets", len(sheets) >= 1, str(len(sheets)))
    for number, sheet in enumerate(sheets, 1):
        flat = re.sub(r"\s+", "", sheet)
        for word in (code, version, "非受控"):
            check(f"sheet {number} names {word}", word in flat, flat[:80])


def ageing(browser, site, origin, shots):
    """A year later the same folder says that it is old, and what was scheduled is no longer announced."""
    documents = sorted(glob.glob(f"{site}/*/*/state.js"))
    check("documents have state scripts", len(documents) > 20, str(len(documents)))
    later = datetime.datetime.fromisoformat("2027-11-20T09:00:00+08:00")
    found = {"superseded": None, "scheduled": None}
    for path in sorted(glob.glob(f"{site}/*/*/*/index.html")):
        for key in found:
            if f'class="banner banner-{key}"' in open(path, encoding="utf-8").read(): found[key] = os.path.relpath(path, site)
    from urllib.parse import quote
    for key, path in found.items():
        check(f"the sample has a version that is {key}", path is not None)
        if not path: continue
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        watch(page, f"ageing {path}", origin)
        page.goto(origin + quote(path))
        check(f"{key} is told", page.locator(f".banner-{key}").count() == 1)
        page.clock.set_fixed_time(later)
        page.reload()
        check(f"{key}: a folder of last year says that it is old", page.locator(".banner-stale").count() == 1)
        check(f"{key}: a year later", page.locator(".banner-scheduled").count() == 0)
        if shots: page.screenshot(path=f"{shots}/ageing-{key}.png")
        context.close()


def any_day(browser, origin):
    """The register of a chosen day, by keys alone."""
    page = browser.new_page()
    watch(page, "as-of", origin)
    page.goto(f"{origin}as-of.html")
    now = page.locator(".as-of-table tbody tr").count()
    page.goto(f"{origin}as-of.html#2000-01-01")
    page.reload()
    check("before the first issue there was nothing", page.locator(".as-of-table tbody tr").count() == 0)
    check("and today there is something", now > 20, str(now))
    page.locator("[data-day]").last.focus()
    page.keyboard.press("Enter")
    rows = page.locator(".as-of-table tbody tr")
    check("an edition is chosen by key", rows.count() > 5, str(rows.count()))
    rows.first.locator("a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html")
    check("a line leads to a permanent page", page.locator(".version-menu").count() == 1)
    page.close()


def serve(site):
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=site)
    handler.log_message = lambda *a: None
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *a, **k): super().__init__(*a, directory=site, **k)
        def log_message(self, *a): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"


def links(site):
    """Every relative link of every page leads to a file, and its fragment to an id."""
    from urllib.parse import unquote
    ids, count = {}, 0
    texts = {p: open(p, encoding="utf-8").read() for p in glob.glob(f"{site}/**/*.html", recursive=True)}
    for path, text in texts.items():
        found = re.findall(r'\sid="([^"]*)"', text)
        ids[path] = set(found)
        check(f"ids are unique in {os.path.relpath(path, site)}", len(found) == len(set(found)),
              str([i for i in found if found.count(i) > 1][:3]))
    for path, text in texts.items():
        if path.endswith("404.html"): continue
        for href in set(re.findall(r'<a [^>]*href="([^"]*)"', text)):
            href = href.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", '"')
            if re.match(r"[a-z]+:", href): continue
            target, _, fragment = href.partition("#")
            target = target.partition("?")[0]
            file = os.path.normpath(os.path.join(os.path.dirname(path), unquote(target))) if target else path
            count += 1
            if not os.path.isfile(file):
                check("links lead to files", False, f"{os.path.relpath(path, site)} -> {href}")
            elif fragment and file in ids and unquote(fragment) not in ids[file]:
                check("fragments lead to ids", False, f"{os.path.relpath(path, site)} -> {href}")
    check("there are links", count > 1000, str(count))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--handrail", required=True)
    parser.add_argument("--shots")
    options = parser.parse_args()
    work = tempfile.mkdtemp()
    site = f"{work}/手册 site"
    subprocess.run([os.path.abspath(options.handrail), "build", "-C", ROOT, "-o", site, "--today", "2026-11-20", "--quiet"], check=True)
    if options.shots: os.makedirs(options.shots, exist_ok=True)
    links(site)
    axe = axe_source()
    folder = "file://" + site + "/"
    server, web = serve(site)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        from urllib.parse import quote
        folder = "file://" + quote(site) + "/"
        for kind, path in pages(site):
            path = quote(path)
            look = functools.partial(visit, browser, site)
            look(folder, kind, path, axe, options.shots, label="desktop", viewport={"width": 1280, "height": 800}, bypass_csp=True)
            look(folder, kind, path, axe, options.shots, label="dark", viewport={"width": 1280, "height": 800}, color_scheme="dark", bypass_csp=True)
            look(web, kind, path, None, options.shots, label="phone", viewport={"width": 390, "height": 844}, device_scale_factor=2)
            look(folder, kind, path, None, None, label="narrow", viewport={"width": 320, "height": 640})
            look(folder, kind, path, None, None, label="wide", viewport={"width": 2560, "height": 1300})
            look(folder, kind, path, None, None, label="no-script", viewport={"width": 1280, "height": 800}, java_script_enabled=False)
        ticking(browser, folder, "procedures/YY-001/checklist.html")
        paper(browser, folder, "procedures/YY-001/checklist.html", "YY-001", "1.2", options.shots)
        ageing(browser, site, folder, options.shots)
        any_day(browser, folder)
        browser.close()
    server.shutdown()
    shutil.rmtree(work, ignore_errors=True)
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
