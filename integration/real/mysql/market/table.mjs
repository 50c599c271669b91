export const storeNumbers = [1, 2, 3, 4, 5, 6, 7, 8];

export const table = (name, parts, { comment = name.replaceAll('_', ' '), options = 'ENGINE=InnoDB' } = {}) =>
  `CREATE TABLE \`${name}\` (\n  ${parts.join(',\n  ')}\n) ${options} COMMENT='${comment}'`;

export const id = (name, type = 'int') => `\`${name}\` ${type} unsigned NOT NULL AUTO_INCREMENT COMMENT 'ID'`;

export const moments = [
  "`created_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP COMMENT 'Created'",
  "`updated_at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP COMMENT 'Updated'",
];

export function to(
  name,
  column,
  target,
  { key = target, type = 'int unsigned', needed = true, gone = 'CASCADE' } = {},
) {
  const symbol = `${name}_${column}_${target}`.toUpperCase();
  return {
    column: `\`${column}\` ${type} ${needed ? 'NOT NULL' : 'DEFAULT NULL'} COMMENT 'Of ${target}'`,
    index: `KEY \`${symbol.slice(0, 60)}\` (\`${column}\`)`,
    key: `CONSTRAINT \`FK_${symbol.slice(0, 60)}\` FOREIGN KEY (\`${column}\`) REFERENCES \`${target}\` (\`${key}_id\`) ON DELETE ${gone}`,
  };
}

export const store = { key: 'store', type: 'smallint unsigned' };

export const ofStore = (name) => to(name, 'store_id', 'store', { ...store, needed: false, gone: 'SET NULL' });
