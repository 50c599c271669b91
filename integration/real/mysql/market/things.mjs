import { id, moments, ofStore, store, table, to } from './table.mjs';

export function stores() {
  const website = to('store_group', 'website_id', 'store_website', { key: 'website', type: 'smallint unsigned' });
  const group = to('store', 'group_id', 'store_group', { key: 'group', type: 'smallint unsigned' });
  const code = "`code` varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''";
  const on = "`is_active` tinyint unsigned NOT NULL DEFAULT '0'";
  return [
    table('store_website', [
      id('website_id', 'smallint'),
      code,
      on,
      'PRIMARY KEY (`website_id`)',
      'UNIQUE KEY `WEBSITE_CODE` (`code`)',
    ]),
    table('store_group', [
      id('group_id', 'smallint'),
      website.column,
      code,
      'PRIMARY KEY (`group_id`)',
      website.index,
      website.key,
    ]),
    table('store', [
      id('store_id', 'smallint'),
      group.column,
      code,
      on,
      "`name` varchar(255) NOT NULL COMMENT 'What it''s called'",
      'PRIMARY KEY (`store_id`)',
      'UNIQUE KEY `STORE_CODE` (`code`)',
      group.index,
      group.key,
    ]),
  ];
}

export function attributes() {
  const type = to('attribute', 'type_id', 'attribute_type', { key: 'type', type: 'smallint unsigned' });
  const own = (name, more = []) => {
    const attribute = to(name, 'attribute_id', 'attribute');
    return table(name, [
      id('value_id'),
      attribute.column,
      ...more,
      'PRIMARY KEY (`value_id`)',
      attribute.index,
      attribute.key,
    ]);
  };
  return [
    table('attribute_type', [
      id('type_id', 'smallint'),
      '`code` varchar(50) NOT NULL',
      '`model` varchar(255) DEFAULT NULL',
      'PRIMARY KEY (`type_id`)',
      'KEY `TYPE_CODE` (`code`)',
    ]),
    table('attribute', [
      id('attribute_id'),
      type.column,
      '`code` varchar(255) NOT NULL',
      "`backend` enum('static','varchar','int','text','datetime','decimal') NOT NULL DEFAULT 'static'",
      "`scopes` set('store','website','global') DEFAULT 'store,global'",
      '`is_required` tinyint unsigned NOT NULL DEFAULT 0',
      '`default_value` text',
      'PRIMARY KEY (`attribute_id`)',
      'UNIQUE KEY `ATTRIBUTE_TYPE_CODE` (`type_id`,`code`(120))',
      type.key,
    ]),
    ...['label', 'option', 'note', 'rule', 'image'].map((part) =>
      own(`attribute_${part}`, ["`value` varchar(255) DEFAULT ''", "`sort_order` int NOT NULL DEFAULT '0'"]),
    ),
  ];
}

export const entityNames = ['product', 'category', 'customer', 'address', 'vendor', 'page', 'block', 'gift_card'];

const valueTypes = {
  datetime: 'datetime',
  decimal: 'decimal(20,6)',
  int: 'int',
  text: 'mediumtext',
  varchar: 'varchar(255)',
  json: 'json',
};

export function entities() {
  return entityNames.flatMap((name) => [
    table(`${name}_entity`, [
      id(`${name}_id`),
      `\`sku\` varchar(64) DEFAULT NULL`,
      `\`path\` varchar(255) CHARACTER SET ascii NOT NULL DEFAULT '/'`,
      `\`token\` binary(16) NOT NULL DEFAULT '\\0'`,
      `\`weight\` decimal(12,4) DEFAULT '0.0000'`,
      `\`doubled\` decimal(13,4) GENERATED ALWAYS AS (\`weight\` * 2) VIRTUAL`,
      ...moments,
      `PRIMARY KEY (\`${name}_id\`)`,
      `KEY \`${name.toUpperCase()}_SKU\` (\`sku\`)`,
      `KEY \`${name.toUpperCase()}_PATH\` (\`path\`(60), \`created_at\`)`,
      `CONSTRAINT \`${name}_weighs\` CHECK (\`weight\` >= 0)`,
    ]),
    ...Object.entries(valueTypes).map(([kind, type]) => valueTable(name, kind, type)),
    ...['gallery', 'website', 'link'].map((part) => {
      const own = `${name}_entity_${part}`;
      const links = [to(own, 'entity_id', `${name}_entity`, { key: name }), ofStore(own)];
      return table(own, [
        id('value_id'),
        ...links.map(({ column }) => column),
        "`position` int NOT NULL DEFAULT '0'",
        'PRIMARY KEY (`value_id`)',
        ...links.flatMap(({ index, key }) => [index, key]),
      ]);
    }),
  ]);
}

function valueTable(name, kind, type) {
  const own = `${name}_entity_${kind}`;
  const links = [
    to(own, 'attribute_id', 'attribute'),
    to(own, 'store_id', 'store', store),
    to(own, 'entity_id', `${name}_entity`, { key: name }),
  ];
  return table(own, [
    id('value_id', 'bigint'),
    ...links.map(({ column }) => column),
    `\`value\` ${type} DEFAULT NULL COMMENT 'Value'`,
    'PRIMARY KEY (`value_id`)',
    'UNIQUE KEY `ENTITY_ATTRIBUTE_STORE` (`entity_id`,`attribute_id`,`store_id`)',
    ...links.slice(0, 2).map(({ index }) => index),
    ...links.map(({ key }) => key),
  ]);
}
