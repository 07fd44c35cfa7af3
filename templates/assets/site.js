// Handrail: what a page gains from scripts. Everything here is optional; pages read and print without it.
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-js", "");
  var box = {
    get: function (key) { try { return localStorage.getItem(key); } catch (e) { return null; } },
    set: function (key, value) { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch (e) { /* private mode: nothing is kept */ } }
  };
  var theme = box.get("handrail-theme");
  if (theme === "dark" || theme === "light") root.setAttribute("data-theme", theme);

  function all(selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); }
  function one(selector, from) { return (from || document).querySelector(selector); }
  function two(n) { return (n < 10 ? "0" : "") + n; }

  var commands = {
    print: function () { window.print(); },
    theme: function () {
      var dark = root.getAttribute("data-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
      var next = dark === "dark" ? "light" : "dark";
      root.setAttribute("data-theme", next);
      box.set("handrail-theme", next);
    },
    unfold: function (button) {
      var text = one(".clamp", button.parentNode), folded = text.hasAttribute("data-folded"), label = button.textContent;
      folded ? text.removeAttribute("data-folded") : text.setAttribute("data-folded", "");
      button.textContent = button.getAttribute("data-less");
      button.setAttribute("data-less", label);
    },
    "filter-clear": function () { dim(null); }
  };

  // The number of a step copies its address.
  function copy(link, event) {
    if (link.getAttribute("href").charAt(0) !== "#" || !navigator.clipboard) return;
    event.preventDefault();
    history.replaceState(null, "", link.getAttribute("href"));
    navigator.clipboard.writeText(link.href).then(function () {
      link.setAttribute("data-copied", link.closest("[data-copied]").getAttribute("data-copied"));
      setTimeout(function () { link.removeAttribute("data-copied"); }, 1400);
    }, function () { location.hash = link.hash; });
  }

  // Shows the steps of the role beside a button; the others stay readable but step back.
  function dim(button) {
    var role = button && button.getAttribute("data-role"), name = button && button.previousElementSibling.textContent;
    all(".filter").forEach(function (b) { b.setAttribute("aria-pressed", String(b === button)); });
    all(".step[data-roles]").forEach(function (s) {
      var mine = !button || s.getAttribute("data-roles").split(" ").indexOf(role) >= 0;
      mine ? s.removeAttribute("data-dimmed") : s.setAttribute("data-dimmed", "");
    });
    all(".chip").forEach(function (c) { c.textContent === name ? c.setAttribute("data-on", "") : c.removeAttribute("data-on"); });
    var note = one(".filter-note");
    if (note) note.hidden = !button;
  }

  // Ticks stay on this device, one list per sheet version and date. The order of ticking is kept, for undo.
  function checklist(table) {
    var date = one("[data-command=date]"), bar = one(".ticker"), now = new Date();
    date.value = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    var boxes = all("tbody input", table), done = [];
    function name(box) { return box.getAttribute("aria-labelledby").slice(2); }
    function key() { return "handrail-ticks/" + table.getAttribute("data-store") + "/" + date.value; }
    function load() {
      try { done = JSON.parse(box.get(key()) || "[]"); } catch (e) { done = []; }
      if (!Array.isArray(done)) done = [];
      show();
    }
    function save() { box.set(key(), done.length ? JSON.stringify(done) : null); show(); }
    function show() {
      var at = {}, count = 0;
      done.forEach(function (d) { at["/" + d[0]] = d[1]; });
      boxes.forEach(function (b) {
        var when = at["/" + name(b)], row = b.closest("tr"), out = one("output", row);
        b.checked = when !== undefined;
        row.classList.toggle("row-done", b.checked);
        if (out) out.textContent = when || "";
        if (b.checked) count += 1;
      });
      one("progress", bar).max = boxes.length;
      one("progress", bar).value = count;
      one(".ticker-count", bar).textContent = count + " / " + boxes.length;
      all("button", bar).forEach(function (b) { b.disabled = count === 0; });
    }
    table.addEventListener("change", function (event) {
      var id = name(event.target), t = new Date();
      done = done.filter(function (d) { return d[0] !== id; });
      if (event.target.checked) done.push([id, two(t.getHours()) + ":" + two(t.getMinutes())]);
      save();
    });
    date.addEventListener("change", load);
    commands.undo = function () { done.pop(); save(); };
    commands.reset = function (button) {
      var label = button.textContent;
      if (button.getAttribute("data-asked") !== null) { done = []; save(); button.removeAttribute("data-asked"); return; }
      button.setAttribute("data-asked", "");
      button.textContent = button.getAttribute("data-confirm");
      setTimeout(function () { button.removeAttribute("data-asked"); button.textContent = label; }, 4000);
    };
    load();
  }

  // Sorting and filtering of the register. Codes and versions compare number by number.
  var order = typeof Intl === "object" ? new Intl.Collator(root.lang, { numeric: true }) : null;
  function compare(a, b) { return order ? order.compare(a, b) : a < b ? -1 : a > b ? 1 : 0; }
  function sortable(table) {
    all("thead th", table).forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var up = head.getAttribute("aria-sort") !== "ascending", body = table.tBodies[0];
        all("th", table.tHead).forEach(function (h) { h.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        all("tr", body).map(function (row) { return [row.cells[column].textContent.trim(), row]; })
          .sort(function (a, b) { return (up ? 1 : -1) * compare(a[0], b[0]); })
          .forEach(function (pair) { body.appendChild(pair[1]); });
      });
    });
  }
  function filters(form) {
    var rows = all(".register tbody tr"), out = one("output", form);
    function apply() {
      var shown = 0, text = form.elements.text.value.trim().toLowerCase();
      rows.forEach(function (row) {
        var ok = ["kind", "department", "status"].every(function (name) {
          var wanted = form.elements[name].value;
          return !wanted || row.getAttribute("data-" + name) === wanted;
        }) && (!text || row.textContent.toLowerCase().indexOf(text) >= 0);
        row.hidden = !ok;
        if (ok) shown += 1;
      });
      out.textContent = shown;
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    var wanted = /[?&]status=([a-z-]+)/.exec(location.search);
    if (wanted) form.elements.status.value = wanted[1];
    apply();
  }

  window.addEventListener("beforeprint", function () {
    var now = new Date(), date = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    all(".print-date").forEach(function (place) { place.textContent = date; });
  });

  function fold() {
    all(".clamp").forEach(function (text) {
      var button = one(".more", text.parentNode);
      text.setAttribute("data-folded", "");
      if (text.scrollHeight > text.clientHeight + 4) button.hidden = false; else text.removeAttribute("data-folded");
    });
  }
  function follow() {
    if (!("IntersectionObserver" in window)) return;
    var title = one("h1"), mini = one(".minibar");
    if (title && mini) new IntersectionObserver(function (e) { e[0].isIntersecting ? mini.removeAttribute("data-shown") : mini.setAttribute("data-shown", ""); }).observe(title);
    var links = all(".toc a"), here = null;
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        var link = links.filter(function (l) { return decodeURIComponent(l.hash.slice(1)) === entry.target.id; })[0];
        if (!entry.isIntersecting || !link) return;
        if (here) here.removeAttribute("data-here");
        (here = link).setAttribute("data-here", "");
      });
    }, { rootMargin: "-10% 0px -75% 0px" });
    links.forEach(function (link) {
      var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) watch.observe(target);
    });
  }

  document.addEventListener("click", function (event) {
    var target = event.target.closest ? event.target.closest("[data-command]") : null;
    var command = target && commands[target.getAttribute("data-command")];
    if (command) command(target, event);
    var number = event.target.closest && event.target.closest("a.step-no"), filter = event.target.closest && event.target.closest(".filter");
    if (number) copy(number, event);
    if (filter) dim(filter.getAttribute("aria-pressed") === "true" ? null : filter);
  });
  document.addEventListener("DOMContentLoaded", function () {
    all("table[data-store]").forEach(checklist);
    all("table[data-sortable]").forEach(sortable);
    all("form[data-filter]").forEach(filters);
    fold();
    follow();
    var nav = one(".nav"), here = one(".nav [aria-current]");
    if (here && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - 40;
  });
})();
