
// updates the rows only when they changed, so that a selection stays
setInterval(async () => {
  try {
    const page = await (await fetch('/', { cache: 'no-store' })).text();
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('tbody');
    const shown = document.querySelector('tbody');
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(document.adoptNode(fresh));
  } catch {
    // the emulators are unavailable: try again later
  }
}, 2000);
