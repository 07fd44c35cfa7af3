// Handrail: what versions are today, worked out on the reader's device. Pages say what held on the day they were built;
// this script reads the small state scripts beside them (state.js, data/state-*.js) and says what holds now.
// A date is a text such as 2026-11-20: texts of that form sort as days do.
(function () {
  "use strict";
  var words, day, late;

  function all(selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); }
  function one(selector, from) { return (from || document).querySelector(selector); }
  function word(name) {
    var text = words.getAttribute("data-" + name) || "";
    for (var i = 1; i < arguments.length; i += 1) text = text.replace("{" + i + "}", function (value) { return function () { return value; }; }(arguments[i]));
    return text;
  }
  function make(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }
  function link(href, text) {
    var made = make("a", "", text);
    made.href = href;
    return made;
  }
  function empty(place) { while (place.firstChild) place.removeChild(place.firstChild); }
  function days(from, to) { return Math.round((Date.parse(to) - Date.parse(from)) / 86400000); }

  // The day at the handbook's own time zone. A clock that is behind the build, or not set at all, yields to the build:
  // what it knew has happened.
  function settle(built, zone) {
    var time = new Date(Date.now() + zone * 60000), here = isNaN(time) ? "" : time.toISOString().slice(0, 10);
    late = /^\d{4}-\d\d-\d\d$/.test(here) && here > built;
    day = late ? here : built;
  }

  // The last entry of a list of [day, …] that has begun; null before the first.
  function at(list, when) {
    var found = null;
    list.forEach(function (entry) { if (entry[0] <= when) found = entry; });
    return found;
  }

  function badge(key) { return make("span", "status status-" + key, word(key)); }
  function setBadge(place, key) {
    place.className = "status status-" + key;
    place.textContent = word(key);
    var detail = place.nextElementSibling;
    if (detail && detail.classList.contains("status-detail")) detail.parentNode.removeChild(detail);
  }

  // One document: its page in force, a permanent page, its checklist, its history.
  function documentPage(data) {
    var root = words.getAttribute("data-root"), shown = words.getAttribute("data-version"), built = data.built;
    var stand = at(data.stands, day), current = stand && (stand[1] === "effective" || stand[1] === "held") ? stand[2] : null;
    var versions = {};
    data.versions.forEach(function (version) { versions["/" + version.version] = version; });
    menu(data, root, shown);
    all("[data-version]:not([data-state-words])").forEach(function (row) {
      var version = versions["/" + row.getAttribute("data-version")], place = one(".status", row);
      var state = version && at(version.states, day);
      if (place && state && version) setBadge(place, state[1]);
    });
    var version = versions["/" + shown], state = version && at(version.states, day);
    if (!state) return;
    if (state[1] !== (at(version.states, built) || [])[1]) {
      all(".title-line > .status, .minibar .status").forEach(function (place) { setBadge(place, state[1]); });
      watermark(state[1]);
    }
    banner(state, shown, current && current !== shown ? versions["/" + current] : null, root);
  }

  // The word across printed sheets that nobody must work by.
  function watermark(key) {
    all(".watermark").forEach(function (old) { old.parentNode.removeChild(old); });
    if (key === "effective") return;
    var mark = make("p", "watermark", word(key));
    mark.setAttribute("aria-hidden", "true");
    one("main").appendChild(mark);
  }

  function menu(data, root, shown) {
    var list = one("[data-version-menu]");
    if (!list) return;
    empty(list);
    data.versions.slice().reverse().forEach(function (version) {
      var state = at(version.states, day);
      if (!state) return;
      var item = make("li"), to = link(root + version.page);
      if (version.version === shown) to.setAttribute("aria-current", "true");
      to.appendChild(make("span", "nums versions-number", version.version));
      to.appendChild(make("span", "nums quiet", version.effective));
      to.appendChild(badge(state[1]));
      item.appendChild(to);
      list.appendChild(item);
    });
  }

  // What must be known before reading, from the state of the version that the page shows.
  function banner(state, shown, current, root) {
    all("[data-banner]").forEach(function (old) { old.parentNode.removeChild(old); });
    var key = state[1], text = "", ways = [];
    if (key === "superseded") text = word("superseded-text", shown, state[0]);
    if (key === "scheduled") text = word("scheduled-text", shown, state[2]);
    if (key === "withdrawn") text = word("withdrawn-text", state[0], state[2]);
    if (key === "cancelled") text = word("cancelled-text", shown, state[2]);
    if (key === "held") text = word("held-text", state[0], state[2]);
    if (current && (key === "superseded" || key === "scheduled" || key === "cancelled")) ways.push(link(root + current.page, word("open-current", current.version)));
    if (key === "withdrawn" && state[3]) ways.push(state[4] ? link(root + state[4], word("successor", state[3])) : make("span", "", word("successor", state[3])));
    if (text) show(key, text, ways);
  }

  function show(key, text, ways) {
    var place = make("aside", "banner banner-" + key), line = make("p", "wrap"), before = one(".masthead");
    place.setAttribute("data-banner", "");
    place.setAttribute("aria-label", word(key));
    line.appendChild(make("strong", "status status-" + key, word(key)));
    line.appendChild(document.createTextNode(" " + text + " "));
    ways.forEach(function (way) { line.appendChild(way); line.appendChild(document.createTextNode(" ")); });
    if (late) line.appendChild(make("span", "quiet banner-day nums", word("by-clock", day)));
    place.appendChild(line);
    before.parentNode.insertBefore(place, before.nextSibling);
  }

  // An old copy of a handbook does not know what was issued since, and says so.
  function age(built) {
    var old = days(built, day);
    if (late && old > 35) {
      var now = late;
      late = false;
      show("stale", word("stale-text", built, String(old)), []);
      late = now;
    }
  }

  // The register: rows whose version or state is another today than on the day of the build.
  function register(rows, documents, built) {
    var known = {};
    documents.forEach(function (one) { known["/" + one.code] = one; });
    rows.forEach(function (row) {
      var entry = known["/" + row.getAttribute("data-code")];
      var then = entry && at(entry.stands, built), now = entry && at(entry.stands, day);
      if (!then || !now || then === now) return;
      var version = entry.versions[now[2]];
      row.setAttribute("data-status", now[1]);
      setBadge(one(".register-status .status", row), now[1]);
      if (then[2] === now[2]) return;
      one(".register-version", row).textContent = version[0];
      one(".register-effective", row).textContent = version[2];
      one(".code a", row).href = entry.folder + version[1];
      if (version[3]) one("th", row).textContent = version[3];
    });
  }

  // How near a review is, in words; the table of reviews is put in order again.
  function due(place) {
    var left = days(day, place.getAttribute("data-due")), badge = one(".due .status", place);
    place.setAttribute("data-left", String(left));
    if (!badge) return;
    var key = left < 0 ? "overdue" : left <= 60 ? "due" : "later";
    badge.className = "status status-" + key;
    badge.textContent = word(key, String(Math.abs(left)));
  }
  function dueSections() {
    var sections = all("[data-within]");
    all("tr[data-due]").forEach(function (row) {
      var left = Number(row.getAttribute("data-left")), target = null;
      sections.forEach(function (section) {
        var within = section.getAttribute("data-within");
        if (!target && (within === "" || left < Number(within))) target = section;
      });
      if (target && !target.contains(row)) one("tbody", target).appendChild(row);
    });
    sections.forEach(function (section) {
      var body = one("tbody", section), count = body.rows.length, out = one("h2 .nums", section);
      all("tr", body).sort(function (a, b) { return a.getAttribute("data-due") < b.getAttribute("data-due") ? -1 : 1; })
        .forEach(function (row) { body.appendChild(row); });
      section.hidden = count === 0;
      if (out) out.textContent = String(count);
    });
  }

  // The home page: what has taken effect since the build moves up, and the lists fill again from the data.
  function home(data) {
    var recent = one("#recent ul"), upcoming = one("#upcoming ul"), reviews = one("#due ul");
    if (!late || !recent || !upcoming || !reviews) return;
    var passed = data.upcoming.filter(function (entry) { return entry.day <= day; });
    passed.forEach(function (entry) { if (entry.isVersion) recent.insertBefore(card(entry), recent.firstChild); });
    while (recent.children.length > 6) recent.removeChild(recent.lastChild);
    count("scheduled", -passed.filter(function (entry) { return entry.isVersion; }).length);
    count("effective", passed.filter(function (entry) { return entry.isFirst; }).length);
    count("due", data.due.filter(function (entry) { return days(day, entry.day) <= 60 && days(data.built, entry.day) > 60; }).length);
    fill(upcoming, data.upcoming.filter(function (entry) { return (entry.last || entry.day) > day || !entry.isVersion && (entry.last || entry.day) === day; }));
    fill(reviews, data.due.filter(function (entry) { return days(day, entry.day) <= 60; }));
  }
  function count(key, more) {
    var place = one("[data-count=" + key + "]");
    if (place) place.textContent = String(Math.max(0, Number(place.textContent) + more));
  }
  function fill(list, entries) {
    var none = one(".none", list.parentNode);
    empty(list);
    entries.slice(0, 8).forEach(function (entry) { list.appendChild(card(entry)); });
    if (none) none.hidden = entries.length > 0;
  }
  function card(entry) {
    var item = make("li", "card"), head = make("p", "card-head"), to = link(entry.href);
    head.appendChild(make("span", "card-date nums", entry.day.slice(0, 4) === day.slice(0, 4) ? entry.day.slice(5) : entry.day));
    head.appendChild(document.createTextNode(" "));
    if (entry.code) to.appendChild(make("span", "code", entry.code + " "));
    to.appendChild(document.createTextNode(entry.title));
    head.appendChild(to);
    if (entry.version) head.appendChild(make("span", "nums quiet", " " + entry.version));
    item.appendChild(head);
    if (entry.isReview) {
      var line = make("p", "due");
      item.setAttribute("data-due", entry.day);
      line.appendChild(make("span", "status"));
      if (entry.owner) line.appendChild(make("span", "quiet", " " + entry.owner));
      item.appendChild(line);
      due(item);
    } else if (entry.note) {
      item.appendChild(make("p", "quiet card-note", entry.note));
    }
    return item;
  }

  // The register as it stood on a day that the reader chooses; the day stands in the address, so that it can be sent.
  function asOf(form, documents, built, first) {
    var table = one(".as-of-table"), body = table.tBodies[0], out = one("output", form), limit = 1000;
    var heading = one(".as-of-day"), more = one("[data-more]"), edge = one(".as-of-edge");
    form.elements.date.max = "9999-12-31";
    var asked = /(?:^#|[?&]date=)(\d{4}-\d\d-\d\d)/.exec(location.hash) || /[?&]date=(\d{4}-\d\d-\d\d)/.exec(location.search);
    form.elements.date.value = asked ? asked[1] : day;

    function rows() {
      var when = form.elements.date.value, status = form.elements.status.value, text = form.elements.text.value.trim().toLowerCase();
      var found = [];
      documents.forEach(function (entry) {
        var stand = at(entry.stands, when), version = stand && entry.versions[stand[2]];
        if (!stand || status === "current" && stand[1] !== "effective" && stand[1] !== "held" || status && status !== "current" && stand[1] !== status) return;
        var title = version[3] || entry.title;
        if (text && (entry.code + " " + title + " " + entry.department).toLowerCase().indexOf(text) < 0) return;
        found.push([entry, stand, version, title]);
      });
      return found;
    }
    function row(found) {
      var line = make("tr"), code = make("td", "code nowrap"), name = make("th", "", found[3]), state = make("td", "register-status");
      name.scope = "row";
      code.appendChild(link(found[0].folder + found[2][1], found[0].code));
      state.appendChild(badge(found[1][1]));
      [code, name, make("td", "nowrap", word("kind-" + found[0].kind)), make("td", "nowrap", found[0].department), make("td", "nums nowrap", found[2][0]), state, make("td", "nums nowrap", found[2][2])]
        .forEach(function (cell) { line.appendChild(cell); });
      return line;
    }
    function apply() {
      var when = form.elements.date.value;
      if (!/^\d{4}-\d\d-\d\d$/.test(when)) return;
      var found = rows(), part = document.createDocumentFragment();
      found.slice(0, limit).forEach(function (entry) { part.appendChild(row(entry)); });
      empty(body);
      body.appendChild(part);
      out.textContent = String(found.length);
      heading.textContent = when;
      more.hidden = found.length <= limit;
      edge.textContent = when > built ? word("as-of-later", built) : first && when < first ? word("as-of-earlier", first) : "";
      edge.hidden = edge.textContent === "";
      all("[data-day]").forEach(function (button) { button.setAttribute("aria-pressed", String(button.getAttribute("data-day") === when)); });
    }
    form.addEventListener("input", function () { limit = 1000; apply(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
    form.elements.date.addEventListener("change", function () { if (form.elements.date.value) location.hash = form.elements.date.value; });
    window.addEventListener("hashchange", function () {
      var to = /^#(\d{4}-\d\d-\d\d)$/.exec(location.hash);
      if (to && to[1] !== form.elements.date.value) { form.elements.date.value = to[1]; apply(); }
    });
    all("[data-day]").forEach(function (button) {
      button.addEventListener("click", function () { form.elements.date.value = button.getAttribute("data-day"); location.hash = form.elements.date.value; apply(); });
    });
    more.addEventListener("click", function () { limit = Infinity; apply(); });
    apply();
  }

  // Two versions of a history, and the page that compares them where there is one.
  function compare(form) {
    var out = one("a", form), none = one("[data-none]", form);
    function apply() {
      var a = form.elements.older.selectedIndex, b = form.elements.newer.selectedIndex, swap = a < b;
      var pair = [form.elements.older.value, form.elements.newer.value];
      if (swap) pair.reverse();
      var name = pair[0] + ".." + pair[1], has = (form.getAttribute("data-pages") || "").split(" ").indexOf(name) >= 0;
      out.hidden = !has;
      out.href = "compare/" + encodeURIComponent(name) + ".html";
      none.hidden = has || a === b;
    }
    // The newest version and the one before it are what most people ask for.
    if (form.elements.older.selectedIndex === form.elements.newer.selectedIndex && form.elements.older.options.length > 1)
      form.elements.older.selectedIndex = 1;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); if (!out.hidden) location.href = out.href; });
    apply();
  }

  document.addEventListener("DOMContentLoaded", function () {
    words = one("[data-state-words]");
    if (!words) return;
    all("form[data-compare]").forEach(compare);
    var built = words.getAttribute("data-built"), zone = Number(words.getAttribute("data-zone")) || 0;
    settle(built, zone);
    var documents = [], first = "", code = words.getAttribute("data-code"), form = one("form[data-as-of]"), rows = all("tr[data-code]");
    (window.handrailState || []).forEach(function (data) {
      // A newer state script beside an older page: what it knew on its day has happened too.
      if (data.built > built) { built = data.built; settle(built, zone); }
    });
    (window.handrailState || []).forEach(function (data) {
      if (data.versions && data.code === code) documentPage(data);
      if (data.upcoming) home(data);
      if (data.documents) { documents = documents.concat(data.documents); first = data.first || first; }
    });
    if (documents.length && rows.length) register(rows, documents, words.getAttribute("data-built"));
    if (documents.length && form) asOf(form, documents, built, first);
    all("[data-due]").forEach(due);
    if (one("[data-within]")) dueSections();
    age(built);
  });
})();
