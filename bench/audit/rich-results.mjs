// Reads a list of JSON-LD objects, and writes for each a list of what the rules for rich results have against it.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const modules = process.argv[2];
const library = pathToFileURL(`${modules}/@adobe/structured-data-validator/src/index.js`);
const { default: Validator } = await import(library);

const judged = [];
for (const object of JSON.parse(readFileSync(0, "utf8"))) {
  const issues = await new Validator().validate({ jsonld: { [object["@type"]]: [object] } });
  judged.push(
    issues.map(({ severity, issueMessage, path }) => {
      const place = path.map(({ type, property }) => property ?? type).join(".");
      return `${severity.toLowerCase()}: ${issueMessage} (${place})`;
    }),
  );
}
process.stdout.write(JSON.stringify(judged));
