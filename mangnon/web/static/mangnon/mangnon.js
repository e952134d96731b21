// Comfort only: every page works without this file. Shortcuts, dialogs, notices that can be hidden.
"use strict";

const ADDRESSES = { v: "/viec/", t: "/tre-em/" };
const typing = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;
let waitingForSecondKey = false;

function rows() {
  return [...document.querySelectorAll("main .work > li, main .data tbody tr, main .rows > li, main .finding")].filter(
    (row) => row.querySelector("a, button") && row.offsetParent !== null,
  );
}

function move(step) {
  const all = rows();
  if (!all.length) return;
  const here = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.min(all.length - 1, Math.max(0, here === -1 ? 0 : here + step))];
  next.querySelector("a, button").focus();
  next.scrollIntoView({ block: "nearest" });
}

function open(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (waitingForSecondKey) {
    waitingForSecondKey = false;
    const address = ADDRESSES[event.key];
    if (address && document.querySelector(`.sidebar a[href="${address}"]`)) window.location.assign(address);
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const search = document.querySelector(".topbar .search input");
  if (event.key === "/" && search) {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "g") {
    waitingForSecondKey = true;
    window.setTimeout(() => { waitingForSecondKey = false; }, 1500);
  } else if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") open(document.getElementById("phim-tat"));
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    const form = opener.form;
    if (!form || form.reportValidity()) open(dialog);
    event.preventDefault();
    return;
  }
  const closer = event.target.closest("[data-closes]");
  if (closer) closer.closest("dialog").close();
  const dismiss = event.target.closest("[data-dismiss]");
  if (dismiss) dismiss.closest(".toast").remove();
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

for (const hidden of document.querySelectorAll("[data-opens][hidden], [data-dismiss][hidden]")) hidden.hidden = false;
