/** What the package is for. n8n shows both nodes as one in its search, with the text of the trigger: so both say the same. */
export const packageText =
  'Publish pins to Pinterest, each once and never too fast, read boards and metrics, and start workflows when a pin is out or has failed';
