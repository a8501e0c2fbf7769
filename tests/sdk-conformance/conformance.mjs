// Drives the VPC emulator with the official SDK. Usage: node conformance.mjs http://127.0.0.1:PORT
// Prints one line per check: "ok NAME" or "FAIL NAME: reason". The seed is in Conformance/SdkRun.cs of the emulator's tests.
import { checks as sources } from './sources.mjs';
import { checks as sessions } from './sessions.mjs';
import { checks as filters } from './filters.mjs';
import { checks as tags } from './tags.mjs';
import { checks as limits } from './limits.mjs';
import { checks as refusals } from './refusals.mjs';

for (const [name, check] of Object.entries({ ...sources, ...sessions, ...filters, ...tags, ...limits, ...refusals })) {
  try {
    await check();
    console.log(`ok ${name}`);
  } catch (e) {
    console.log(`FAIL ${name}: ${e.message.replaceAll('\n', ' ')}`);
  }
}
process.exit(0);
