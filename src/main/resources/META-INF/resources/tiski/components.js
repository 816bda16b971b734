// Stands in the place of Vaadin's own components on pages that have none (an import map leads here).
// Pages that use them ask for tiskiComponents() first, which fetches the real file: its address with a query is not in
// the map.

const flow = (window.Vaadin = window.Vaadin ?? {}).Flow = window.Vaadin.Flow ?? {};

flow.loadOnDemand = () => Promise.resolve();

flow.tiskiComponents = () => {
  const address = document.querySelector('script[data-components]').dataset.components;
  return import(address + '?all');
};

flow.resetFocus = () => {
  let focused = document.activeElement;
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement;
  return !focused || focused.blur() || focused.focus() || true;
};
