import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { output } from './output.mjs';

/** The folder of the libraries that an artefact of Maven needs to run, itself among them: the machine's own Maven fetches them for a project that is thrown away. */
export function resolvedByMaven(name, { group, artefact, release }) {
  return cached(name, [group, artefact, release], async (beside) => {
    const work = join(beside, 'project');
    mkdirSync(work);
    writeFileSync(join(work, 'pom.xml'), project({ group, artefact, release }));
    const flags = ['--batch-mode', '--quiet', `-DoutputDirectory=${join(beside, 'lib')}`, '-DincludeScope=runtime'];
    await output('mvn', [...flags, 'dependency:copy-dependencies'], { cwd: work, timeout: 600_000 });
    rmSync(work, { recursive: true, force: true });
  });
}

function project({ group, artefact, release }) {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>thrown</groupId>
  <artifactId>away</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${artefact}</artifactId>
      <version>${release}</version>
    </dependency>
  </dependencies>
</project>
`;
}
