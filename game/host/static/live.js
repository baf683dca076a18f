// Counts the clock down, and fetches this page again when the server says that it would look different.
// Everything works without it: forms are plain, and pages that wait reload themselves.
"use strict";

function tick() {
  for (const clock of document.querySelectorAll(".clock[data-running='1']")) {
    const left = Math.max(0, Number(clock.dataset.until || (clock.dataset.until = Date.now() / 1000 + Number(clock.dataset.left))) - Date.now() / 1000);
    const shown = Math.ceil(left);
    clock.textContent = `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, "0")}`;
  }
}

function kept(root) {
  const found = {open: new Set(), words: {}};
  root.querySelectorAll("details[open] > summary").forEach((each) => found.open.add(each.textContent.replace(/\d+/g, "")));
  root.querySelectorAll("input, textarea, select").forEach((each) => {
    if (each.type === "hidden") return;
    if (each.type === "radio" || each.type === "checkbox") {
      if (each.checked) found.words[each.name + "=" + each.value] = true;
    } else if (each.id) found.words[each.id] = each.value;
  });
  return found;
}

function restore(root, was) {
  root.querySelectorAll("details > summary").forEach((each) => {
    if (was.open.has(each.textContent.replace(/\d+/g, ""))) each.parentElement.open = true;
  });
  root.querySelectorAll("input, textarea, select").forEach((each) => {
    if (each.type === "radio" || each.type === "checkbox") {
      if (was.words[each.name + "=" + each.value]) each.checked = true;
    } else if (each.id && each.type !== "hidden" && was.words[each.id]) {
      const before = each.value;
      each.value = was.words[each.id];
      if (each.tagName === "SELECT" && each.selectedIndex < 0) each.value = before;
    }
  });
}

async function lookAgain() {
  const here = document.body.dataset.here;
  const answer = await fetch(here, {credentials: "same-origin"});
  if (answer.redirected || !answer.ok) { location.assign(here); return; }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.body.dataset.seen = fresh.body.dataset.seen;
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!other) { location.assign(here); return; }
    const was = kept(part), focus = document.activeElement && part.contains(document.activeElement) ? document.activeElement.id : "";
    part.replaceWith(other);
    if (part.dataset.step === other.dataset.step) restore(other, was);
    if (focus && document.getElementById(focus)) document.getElementById(focus).focus();
  }
  tick();
  const last = document.querySelector(".said li:last-child");
  if (last) last.scrollIntoView({block: "nearest"});
}

let stream = null;

function listen() {
  const address = document.body.dataset.stream;
  if (!address) return;
  stream = new EventSource(address);
  stream.onmessage = (event) => {
    if (event.data !== document.body.dataset.seen) lookAgain().catch(() => setTimeout(lookAgain, 1000));
  };
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1500);
  };
}

addEventListener("pagehide", () => { if (stream) stream.close(); });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
setInterval(tick, 500);
tick();
listen();
