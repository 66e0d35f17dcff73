// Parses each given Mermaid file with mermaid's own parser and says which it refuses.
// Needs the packages mermaid and jsdom next to it; docs/check-diagrams.sh sees to that.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

// Mermaid cleans labels with DOMPurify, which looks for a window when it is loaded: the window comes first.
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

let refused = 0;
for (const file of process.argv.slice(2)) {
  try {
    const { diagramType } = await mermaid.parse(readFileSync(file, 'utf8'));
    console.log(`${file}: ${diagramType}, parsed`);
  } catch (error) {
    refused++;
    console.error(`${file}: refused\n${error.message}`);
  }
}
process.exit(refused === 0 ? 0 : 1);
