import { diff, inspect } from '@sync/core';
import driver from '@sync/driver-sqlite';

const [base, goal] = await Promise.all(
  process.argv.slice(2).map(async (file) => {
    const connection = await driver.connect(driver.options({ url: `sqlite:${file}`, directory: '/' }), {
      access: 'read',
    });
    const inspection = await inspect(connection, driver);
    await connection[Symbol.asyncDispose]();
    return inspection;
  }),
);
const { changes } = diff(base.catalogue, goal.catalogue, { driver, server: base.server });
if (changes.length > 0) throw new Error('the two were to be equal');
console.log(process.resourceUsage().maxRSS / 1024);
