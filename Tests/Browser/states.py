#!/usr/bin/env python3
"""Tries templates/assets/versions.js in a real Chromium on hand-made state scripts, opened from a folder, under clocks
that are right, late, early and absurd.

usage: states.py

Needs playwright and Debian's chromium. Ends with "N passed, N failed".
"""
import datetime, json, os, shutil, sys, tempfile
from playwright.sync_api import sync_playwright

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPT = f"{ROOT}/templates/assets/versions.js"
passed, failures = 0, []

WORDS = {
    "effective": "现行有效", "scheduled": "待生效", "superseded": "已被替代", "withdrawn": "已作废", "held": "暂停使用",
    "cancelled": "已取消", "stale": "可能过时", "superseded-text": "{1} 版自 {2} 起不再有效。",
    "scheduled-text": "{1} 版自 {2} 起生效。", "withdrawn-text": "自 {1} 起作废：{2}", "held-text": "自 {1} 起暂停：{2}",
    "cancelled-text": "{1} 版未生效即取消：{2}", "open-current": "打开现行的 {1} 版", "successor": "由 {1} 接替",
    "by-clock": "按本机日期 {1}", "stale-text": "生成于 {1}，已过 {2} 天", "overdue": "逾期 {1} 天", "due": "剩 {1} 天",
    "later": "还有 {1} 天", "as-of-later": "晚于 {1}", "as-of-earlier": "早于 {1}", "kind-procedure": "规程",
}
DOCUMENT = {
    "code": "YY-001", "built": "2026-11-20", "zone": 480,
    "stands": [["2026-01-01", "effective", "1.0"], ["2026-06-01", "effective", "1.1"], ["2026-12-01", "effective", "1.10"],
               ["2027-02-01", "held", "1.10"], ["2027-03-01", "withdrawn", "1.10"]],
    "versions": [
        {"version": "1.0", "page": "1.0/index.html", "effective": "2026-01-01",
         "states": [["2025-12-20", "scheduled", "2026-01-01"], ["2026-01-01", "effective"], ["2026-06-01", "superseded"]]},
        {"version": "1.1", "page": "1.1/index.html", "effective": "2026-06-01",
         "states": [["2026-05-01", "scheduled", "2026-06-01"], ["2026-06-01", "effective"], ["2026-12-01", "superseded"]]},
        {"version": "1.10", "page": "1.10/index.html", "effective": "2026-12-01",
         "states": [["2026-11-10", "scheduled", "2026-12-01"], ["2026-12-01", "effective"], ["2027-02-01", "held", "设备<b>改造"],
                    ["2027-03-01", "withdrawn", "并入", "SC-009", "../SC-009/index.html"]]},
    ]}
REGISTER = {
    "built": "2026-11-20", "zone": 480, "first": "2026-01-01", "documents": [
        {"code": "YY-001", "folder": "procedures/YY-001/", "kind": "procedure", "department": "营运部", "title": "新名",
         "versions": [["1.0", "1.0/index.html", "2026-01-01", "旧名"], ["1.1", "1.1/index.html", "2026-06-01"],
                      ["1.10", "1.10/index.html", "2026-12-01"]],
         "stands": [["2026-01-01", "effective", 0], ["2026-06-01", "effective", 1], ["2026-12-01", "effective", 2],
                    ["2027-03-01", "withdrawn", 2]]},
        {"code": "SC-009", "folder": "procedures/SC-009/", "kind": "procedure", "department": "市场部", "title": "市场",
         "versions": [["1.0", "1.0/index.html", "2027-03-01"]], "stands": [["2026-11-15", "scheduled", 0], ["2027-03-01", "effective", 0]]},
    ]}
HOME = {
    "built": "2026-11-20", "zone": 480,
    "upcoming": [{"day": "2026-12-01", "code": "YY-001", "title": "新名", "version": "1.10", "href": "a.html", "isVersion": True},
                 {"day": "2026-12-05", "title": "庆典", "href": "b.html", "isVersion": False}],
    "due": [{"day": "2026-12-10", "code": "YY-001", "title": "新名", "href": "a.html", "isReview": True},
            {"day": "2027-06-10", "code": "SC-009", "title": "市场", "href": "c.html", "isReview": True}]}


def check(name, good, detail=""):
    global passed
    if good:
        passed += 1
    else:
        failures.append(name)
        print(f"FAIL {name}: {detail}", flush=True)


def page(site, path, body, states=(), **words):
    up = "../" * path.count("/")
    attributes = "".join(f' data-{k}="{v}"' for k, v in {**WORDS, "built": "2026-11-20", "zone": "480", **words}.items())
    scripts = "".join(f'<script src="{s}"></script>' for s in states)
    file = f"{site}/{path}"
    os.makedirs(os.path.dirname(file), exist_ok=True)
    csp = "default-src 'none'; script-src 'self'; style-src 'self'"
    open(file, "w", encoding="utf-8").write(
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{csp}">'
        f'<title>x</title><script src="{up}versions.js"></script>{scripts}</head><body><header class="masthead"></header><main></main>'
        f'<div hidden data-state-words{attributes}></div>{body}</body></html>')


def state(path, *data):
    lines = "".join("(window.handrailState=window.handrailState||[]).push(" + json.dumps(d, ensure_ascii=False) + ");\n" for d in data)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w", encoding="utf-8").write(lines)


def site(folder):
    shutil.copy(SCRIPT, f"{folder}/versions.js")
    state(f"{folder}/procedures/YY-001/state.js", DOCUMENT)
    state(f"{folder}/data/state-1.js", REGISTER)
    state(f"{folder}/data/state-home.js", HOME)
    title = '<p class="title-line"><span class="status status-{0}">{1}</span><span class="status-detail">截至 2026-11-20</span></p><ol data-version-menu></ol>'
    effective, scheduled = title.format("effective", "现行有效"), title.format("scheduled", "待生效")
    document = {"code": "YY-001"}
    page(folder, "procedures/YY-001/index.html", effective, ["state.js"], version="1.1", root="", **document)
    page(folder, "procedures/YY-001/1.10/index.html", scheduled, ["../state.js"], version="1.10", root="../", **document)
    page(folder, "procedures/YY-001/lost/index.html", effective, ["../nothing.js"], version="1.1", root="../", **document)
    page(folder, "register.html",
         '<table><tr data-code="YY-001" data-status="effective"><td class="code"><a href="procedures/YY-001/index.html">YY-001</a></td>'
         '<th>新名</th><td class="register-version">1.1</td><td class="register-status"><span class="status">现行有效</span></td>'
         '<td class="register-effective">2026-06-01</td></tr></table>', ["data/state-1.js"])
    page(folder, "as-of.html",
         '<h1 class="as-of-day"></h1><form data-as-of><input type="date" name="date"><select name="status"><option value="current">现行</option>'
         '<option value="">全部</option></select><input name="text"><output></output></form><button data-day="2026-02-02">春季版</button>'
         '<p class="as-of-edge" hidden></p><table class="as-of-table"><tbody></tbody></table><button data-more hidden></button>', ["data/state-1.js"])
    page(folder, "index.html", '<div id="recent"><ul></ul></div><div id="upcoming"><ul></ul><p class="none"></p></div>'
         '<div id="due"><ul></ul><p class="none"></p></div>', ["data/state-home.js"])
    page(folder, "due.html", "".join(
        f'<section data-within="{w}"><h2><span class="nums"></span></h2><table><tbody>{r}</tbody></table></section>' for w, r in
        [("0", ""), ("60", '<tr data-due="2026-12-01"><td><span class="due"><span class="status"></span></span></td></tr>'), ("", '<tr data-due="2027-12-01"><td><span class="due"><span class="status"></span></span></td></tr>')]))
    page(folder, "procedures/YY-001/history.html",
         '<form data-compare data-pages="1.0..1.1 1.1..1.10"><select name="older"><option>1.10<option>1.1<option selected>1.0</select>'
         '<select name="newer"><option>1.10<option selected>1.1<option>1.0</select><a hidden>比较</a><p data-none hidden>没有</p></form>')


class Reader:
    """Opens pages on a device whose clock stands still at a moment."""
    def __init__(self, browser, folder):
        self.browser, self.folder = browser, folder

    def open(self, path, now, zone="Asia/Shanghai"):
        context = self.browser.new_context(timezone_id=zone)
        page = context.new_page()
        page.on("console", lambda m: check(f"{path} console", m.type != "error" or "nothing.js" in m.text or "ERR_FILE" in m.text, m.text))
        page.on("pageerror", lambda e: check(f"{path} script", False, str(e)))
        page.clock.set_fixed_time(datetime.datetime.fromisoformat(now))
        page.goto("file://" + self.folder + "/" + path)
        return page


def banner(page):
    return " ".join(page.locator(".banner").all_inner_texts())


def documents(reader):
    current, next_version = "procedures/YY-001/index.html", "procedures/YY-001/1.10/index.html"
    page = reader.open(current, "2026-11-23T09:00:00+08:00")
    check("nothing is said over what is in force", banner(page) == "", banner(page))
    menu = page.locator("[data-version-menu] a")
    check("the menu lists the newest first", "1.10" in menu.nth(0).inner_text() and menu.count() == 3, menu.all_inner_texts())
    check("the menu marks the version that is shown", menu.nth(1).get_attribute("aria-current") == "true")
    page = reader.open(current, "2026-12-02T09:00:00+08:00")
    check("what was replaced since the build says so", "1.1 版自 2026-12-01 起不再有效" in banner(page), banner(page))
    check("the day is named", "按本机日期 2026-12-02" in banner(page), banner(page))
    check("it leads to the new version", page.locator(".banner a").get_attribute("href") == "1.10/index.html")
    check("the badge follows", page.locator(".title-line .status").inner_text() == "已被替代" and page.locator(".status-detail").count() == 0)
    page = reader.open(next_version, "2026-11-30T23:00:00+08:00")
    check("a scheduled version names its day and what holds", "1.10 版自 2026-12-01 起生效" in banner(page) and "1.1 版" in banner(page), banner(page))
    page = reader.open(next_version, "2026-11-30T17:30:00+00:00", "UTC")
    check("days begin where the handbook is", banner(page) == "", banner(page))
    check("the badge of the next version follows", page.locator(".title-line .status").inner_text() == "现行有效")
    page = reader.open(next_version, "2027-02-10T09:00:00+08:00")
    check("a hold is told with its reason, as text", "暂停：设备<b>改造" in banner(page), banner(page))
    check("an old copy says that it is old", "已过 82 天" in banner(page), banner(page))
    page = reader.open(next_version, "2027-03-01T09:00:00+08:00")
    check("a withdrawal names its successor", page.locator(".banner-withdrawn a").get_attribute("href") == "../../SC-009/index.html", banner(page))
    for name, now in [("late", "2026-11-01T09:00:00+08:00"), ("unset", "1970-01-01T00:00:00+08:00")]:
        page = reader.open(current, now)
        check(f"a clock that is {name} yields to the build", banner(page) == "" and page.locator(".title-line .status").inner_text() == "现行有效", banner(page))
    page = reader.open("procedures/YY-001/lost/index.html", "2027-02-10T09:00:00+08:00")
    check("without its state a page keeps what the build said", page.locator(".title-line .status").inner_text() == "现行有效")
    check("and still says that it is old", "已过 82 天" in banner(page), banner(page))


def lists(reader):
    page = reader.open("register.html", "2026-12-01T00:00:01+08:00")
    row = page.locator("tr[data-code]").inner_text()
    check("the register shows the new version", "1.10" in row and "2026-12-01" in row, row)
    check("and leads to it", page.locator("tr a").get_attribute("href") == "procedures/YY-001/1.10/index.html")
    page = reader.open("index.html", "2026-12-03T09:00:00+08:00")
    check("what took effect moves up", "YY-001" in page.locator("#recent").inner_text() and "YY-001" not in page.locator("#upcoming").inner_text())
    check("what is ahead stays", "庆典" in page.locator("#upcoming").inner_text())
    check("near reviews are shown, far ones are not", "剩 7 天" in page.locator("#due").inner_text() and "SC-009" not in page.locator("#due").inner_text(),
          page.locator("#due").inner_text())
    page = reader.open("due.html", "2026-12-09T09:00:00+08:00")
    check("an overdue review is told in days", "逾期 8 天" in page.locator("[data-within='0']").inner_text(), page.locator("body").inner_text())
    check("an empty part is hidden", page.locator("[data-within='60']").is_hidden())


def chosen_days(reader):
    page = reader.open("as-of.html", "2026-11-23T09:00:00+08:00")
    table = page.locator(".as-of-table")
    check("as-of begins with today", page.locator("h1").inner_text() == "2026-11-23" and "1.1" in table.inner_text(), table.inner_text())
    check("what is scheduled is no part of what is in force", "SC-009" not in table.inner_text())
    page.locator("[name=status]").select_option("")
    check("but of the whole", "SC-009" in table.inner_text() and page.locator("output").inner_text() == "2")
    page.locator("[name=date]").fill("2026-03-01")
    check("an earlier day shows the earlier version and title", "1.0" in table.inner_text() and "旧名" in table.inner_text(), table.inner_text())
    check("and leads to it", table.locator("a").get_attribute("href") == "procedures/YY-001/1.0/index.html")
    page.locator("[name=date]").fill("2025-03-01")
    check("before the first there is nothing, and it is told", table.locator("a").count() == 0 and "早于 2026-01-01" in page.locator(".as-of-edge").inner_text())
    page.locator("[name=date]").fill("2028-03-01")
    check("a later day is told to be foreseen", "晚于 2026-11-20" in page.locator(".as-of-edge").inner_text())
    page.get_by_text("春季版").click()
    check("an edition is a press away", page.locator("h1").inner_text() == "2026-02-02" and page.url.endswith("#2026-02-02"), page.url)
    check("and shows which is chosen", page.get_by_text("春季版").get_attribute("aria-pressed") == "true")
    page = reader.open("as-of.html#2026-12-24", "2026-11-23T09:00:00+08:00")
    check("the day can stand in the address", "1.10" in page.locator(".as-of-table").inner_text())
    page = reader.open("procedures/YY-001/history.html", "2026-11-23T09:00:00+08:00")
    check("two versions lead to their comparison", page.locator("form a").get_attribute("href") == "compare/1.0..1.1.html")
    page.locator("[name=newer]").select_option("1.10")
    check("where there is no page there is no link", page.locator("form a").is_hidden() and page.locator("[data-none]").is_visible())
    page.locator("[name=older]").select_option("1.1")
    check("either order will do", page.locator("form a").get_attribute("href") == "compare/1.1..1.10.html")


def main():
    folder = tempfile.mkdtemp()
    site(folder)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        reader = Reader(browser, folder)
        documents(reader)
        lists(reader)
        chosen_days(reader)
        browser.close()
    shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
