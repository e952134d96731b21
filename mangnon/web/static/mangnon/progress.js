// A list the worker is at: the page looks again by itself. Without script there is the link "Tải lại".
"use strict";

const place = document.querySelector('[data-progress="moving"]');

async function look() {
  const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector('[data-progress="moving"]');
  if (!fresh) {
    window.location.reload();
    return;
  }
  place.replaceChildren(...fresh.childNodes);
  window.setTimeout(look, 2000);
}

if (place) window.setTimeout(look, 1500);
