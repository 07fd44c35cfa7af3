// Keys n and p go from change to change; buttons show one kind or one role. Reading needs none of it.
(() => {
  for (const root of document.querySelectorAll(".redline")) {
    const all = [...root.querySelectorAll("[data-kinds]")];
    const bar = root.querySelector(".rl-filters");
    let at = -1;
    const shown = () => all.filter((e) => e.offsetParent !== null);
    const go = (by) => {
      const list = shown();
      if (!list.length) return;
      all.forEach((e) => e.classList.remove("rl-here"));
      at = (at + by + list.length) % list.length;
      list[at].classList.add("rl-here");
      list[at].scrollIntoView({ block: "center" });
    };
    document.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
      if (e.key === "n") go(1);
      if (e.key === "p") go(-1);
    });
    if (!bar) continue;
    bar.hidden = false;
    bar.addEventListener("click", (e) => {
      const button = e.target.closest("button");
      if (!button) return;
      const on = button.getAttribute("aria-pressed") !== "true";
      bar.querySelectorAll("button").forEach((b) => b.setAttribute("aria-pressed", String(b === button && on)));
      const list = [...all, ...root.querySelectorAll(".rl-events [data-kinds-of]")];
      for (const item of list) {
        const kinds = (item.dataset.kinds || item.dataset.kindsOf || "").split("\n");
        const roles = (item.dataset.roles || "").split("\n");
        item.hidden = on && !(kinds.includes(button.dataset.kind) || roles.includes(button.dataset.role));
      }
      at = -1;
    });
  }
})();
