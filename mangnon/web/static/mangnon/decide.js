// Keys of a page that asks for a judgement: the control with data-key="1" is pressed by 1. Off inside fields and dialogs.
"use strict";

document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]")) return;
    const control = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    control.click();
  },
  true,
);
