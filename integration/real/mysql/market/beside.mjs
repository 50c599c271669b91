import { id, moments, storeNumbers, table, to } from './table.mjs';
import { entityNames } from './things.mjs';

export function kept() {
  const columns = [
    '`entity_id` int unsigned NOT NULL',
    '`website_id` smallint unsigned NOT NULL',
    '`value` decimal(20,6)',
    'PRIMARY KEY (`entity_id`,`website_id`)',
    'KEY `VALUE` (`value`)',
  ];
  return [
    ...['price', 'stock', 'values', 'decimals', 'categories'].flatMap((name) => [
      ...['', '_idx', '_replica'].map((suffix) => table(`index_${name}${suffix}`, columns)),
      table(`index_${name}_tmp`, columns, { options: 'ENGINE=MEMORY' }),
    ]),
    ...storeNumbers.flatMap((number) => [
      table(`index_search_${number}`, [
        '`entity_id` int unsigned NOT NULL',
        '`words` longtext NOT NULL',
        'PRIMARY KEY (`entity_id`)',
        'FULLTEXT KEY `WORDS` (`words`)',
      ]),
      table(`product_flat_${number}`, [
        '`product_id` int unsigned NOT NULL',
        '`name` varchar(255)',
        '`url` varchar(255)',
        'PRIMARY KEY (`product_id`)',
        'KEY `NAME` (`name`(40))',
        `CONSTRAINT \`FK_FLAT_${number}\` FOREIGN KEY (\`product_id\`) REFERENCES \`product_entity\` (\`product_id\`) ON DELETE CASCADE ON UPDATE CASCADE`,
      ]),
      `CREATE VIEW \`stock_${number}\` AS SELECT p.product_id, p.sku, IFNULL(i.value, 0) AS \`quantity\` FROM product_entity p LEFT JOIN index_stock i ON i.entity_id = p.product_id AND i.website_id = ${number} WHERE p.sku <> 'it''s gone'`,
    ]),
  ];
}

export function changes() {
  return entityNames.flatMap((name) => [
    table(`${name}_changes`, [
      '`version_id` bigint unsigned NOT NULL AUTO_INCREMENT',
      '`entity_id` int unsigned NOT NULL',
      'PRIMARY KEY (`version_id`)',
      'KEY `ENTITY` (`entity_id`)',
    ]),
    ...[
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ].map(
      ([
        event,
        row,
      ]) => `CREATE TRIGGER \`${name}_after_${event.toLowerCase()}\` AFTER ${event} ON \`${name}_entity\` FOR EACH ROW BEGIN
  IF COALESCE(${row}.\`sku\`, 'it''s none') <> '\\\\' THEN
    INSERT IGNORE INTO \`${name}_changes\` (\`entity_id\`) VALUES (${row}.\`${name}_id\`);
  END IF;
END`,
    ),
  ]);
}

const alone = {
  setting: ['`scope` varchar(8)', '`path` varchar(255) NOT NULL', '`value` text'],
  rewrite: ['`request` varchar(255)', '`target` varchar(255)', '`is_system` tinyint(1)'],
  schedule: ['`job` varchar(255)', "`status` varchar(7) DEFAULT 'pending'", '`at` timestamp NULL'],
  session: ['`data` mediumblob NOT NULL', '`expires` int unsigned NOT NULL'],
  flag: ['`code` varchar(255)', '`state` smallint unsigned', '`data` mediumtext'],
  translation: ['`string` varchar(255)', "`locale` varchar(20) NOT NULL DEFAULT 'en_US'"],
  message: ['`topic` varchar(255)', '`body` longtext', '`sent` datetime(6) DEFAULT CURRENT_TIMESTAMP(6)'],
  review: ['`title` varchar(255)', '`rating` tinyint unsigned', '`year` year'],
  wish: ['`shared` tinyint', '`code` varchar(32)', '`length` float', '`price` double'],
  account: ['`login` varchar(40)', '`password` varbinary(255)', '`rights` bit(8)', '`pause` time'],
};

export function rest() {
  return Object.entries(alone).flatMap(([name, columns]) => {
    const own = `core_${name}`;
    const log = to(`${own}_log`, 'parent_id', own, { key: 'entry' });
    return [
      table(own, [id('entry_id'), ...columns, ...moments, 'PRIMARY KEY (`entry_id`)']),
      table(`${own}_log`, [
        id('log_id', 'bigint'),
        log.column,
        '`what` varchar(255)',
        ...moments,
        'PRIMARY KEY (`log_id`)',
        log.index,
        log.key,
      ]),
    ];
  });
}
