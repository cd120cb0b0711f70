// What the pages do beyond HTML. Everything here is a convenience: each page works without it.

function markBusy(event, busy) {
  event.detail.target?.setAttribute("aria-busy", String(busy));
}

// A draft was kept when the server says 204; anything else, the sign-in page too, means that it was not.
function tellDraft(event) {
  const told = event.target.closest?.("[data-draft]");
  if (!told) return;
  const kept = event.detail.xhr?.status === 204;
  told.querySelector("[data-kept]").hidden = !kept;
  told.querySelector("[data-lost]").hidden = kept;
}

export function start(designSystems) {
  designSystems.forEach((initAll) => initAll());
  document.body.addEventListener("htmx:beforeRequest", (event) => markBusy(event, true));
  document.body.addEventListener("htmx:afterRequest", (event) => markBusy(event, false));
  document.body.addEventListener("htmx:afterRequest", tellDraft);
  document.body.addEventListener("htmx:afterSwap", (event) => {
    designSystems.forEach((initAll) => initAll({ scope: event.detail.target }));
  });
}
