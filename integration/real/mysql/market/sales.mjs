import { id, moments, ofStore, store, storeNumbers, table, to } from './table.mjs';

const documentNames = ['quote', 'order', 'invoice', 'shipment', 'credit_memo', 'return', 'purchase', 'subscription'];

const amounts = [
  'subtotal',
  'grand_total',
  'tax',
  'shipping',
  'discount',
  'refunded',
  'canceled',
  'invoiced',
  'paid',
  'due',
  'adjustment',
];

const money = ['', 'base_'].flatMap((before) =>
  ['', '_incl_tax'].flatMap((after) =>
    amounts.map(
      (amount) => `\`${before}${amount}${after}\` decimal(20,4) DEFAULT NULL COMMENT '${before}${amount}${after}'`,
    ),
  ),
);

export function documents() {
  return documentNames.flatMap((name) => {
    const own = `sales_${name}`;
    const head = [
      ofStore(own),
      to(own, 'customer_id', 'customer_entity', { key: 'customer', needed: false, gone: 'SET NULL' }),
    ];
    const part = (suffix, columns, more = []) => {
      const link = to(`${own}_${suffix}`, 'parent_id', own, { key: 'entity' });
      return table(`${own}_${suffix}`, [
        id('item_id'),
        link.column,
        ...columns,
        'PRIMARY KEY (`item_id`)',
        link.index,
        link.key,
        ...more,
      ]);
    };
    return [
      table(own, [
        id('entity_id'),
        ...head.map(({ column }) => column),
        '`number` varchar(50) DEFAULT NULL',
        "`state` varchar(32) DEFAULT 'new'",
        ...money,
        ...moments,
        'PRIMARY KEY (`entity_id`)',
        `UNIQUE KEY \`${own.toUpperCase()}_NUMBER\` (\`number\`,\`store_id\`)`,
        ...head.flatMap(({ index, key }) => [index, key]),
      ]),
      part('item', [
        '`name` varchar(255)',
        '`sku` varchar(255)',
        "`quantity` decimal(12,4) NOT NULL DEFAULT '1.0000'",
        ...money.slice(0, 20),
      ]),
      part('address', [
        '`street` varchar(255)',
        '`city` varchar(255)',
        '`country` char(2) CHARACTER SET ascii',
        '`place` point DEFAULT NULL',
      ]),
      part('payment', ['`method` varchar(128)', '`additional` mediumtext', '`raw` blob', ...money.slice(0, 12)]),
      part('comment', ['`text` text', "`is_visible` tinyint unsigned DEFAULT '1'", 'FULLTEXT KEY `WORDS` (`text`)']),
      part('tax', ['`code` varchar(255)', '`percent` decimal(12,4)'], ['KEY `CODE_PERCENT` (`code`, `percent` DESC)']),
      table(`${own}_grid`, [
        '`entity_id` int unsigned NOT NULL',
        '`bill` varchar(255)',
        '`ship` varchar(255)',
        '`total` decimal(20,4)',
        'PRIMARY KEY (`entity_id`)',
        'KEY `TOTAL` (`total`)',
        'FULLTEXT KEY `GRID` (`bill`,`ship`)',
      ]),
      ...storeNumbers.map((number) =>
        table(`sequence_${name}_${number}`, [id('sequence_value'), 'PRIMARY KEY (`sequence_value`)']),
      ),
    ];
  });
}

export function rules() {
  return ['sales', 'catalog', 'price'].flatMap((name) => {
    const own = `${name}_rule`;
    const link = (part, target, options) => {
      const full = `${own}_${part}`;
      const both = [to(full, 'rule_id', own, { key: 'rule' }), to(full, `${part}_id`, target, options)];
      return table(full, [
        ...both.map(({ column }) => column),
        `PRIMARY KEY (\`rule_id\`,\`${part}_id\`)`,
        both[1].index,
        ...both.map(({ key }) => key),
      ]);
    };
    return [
      table(own, [
        id('rule_id'),
        '`name` varchar(255)',
        '`from_date` date',
        '`to_date` date',
        '`conditions` mediumtext',
        "`amount` decimal(12,4) NOT NULL DEFAULT '0.0000'",
        'PRIMARY KEY (`rule_id`)',
        'KEY `DATES` (`from_date`,`to_date`)',
      ]),
      link('website', 'store_website', { key: 'website', type: 'smallint unsigned' }),
      link('store', 'store', store),
      link('customer', 'customer_entity', { key: 'customer' }),
      link('product', 'product_entity', { key: 'product' }),
    ];
  });
}

export function sums() {
  const columns = [
    '`id` int unsigned NOT NULL AUTO_INCREMENT',
    '`period` date NOT NULL',
    '`store_id` smallint unsigned DEFAULT NULL',
    '`amount` decimal(20,4) NOT NULL',
    '`rating` smallint unsigned NOT NULL',
  ];
  return ['bestsellers', 'viewed', 'coupon', 'tax', 'shipping', 'refunded', 'invoiced'].flatMap((name) =>
    ['daily', 'monthly', 'yearly'].map((span) => {
      const own = `report_${name}_${span}`;
      const { index, key } = ofStore(own);
      return table(own, [
        ...columns,
        'PRIMARY KEY (`id`)',
        'UNIQUE KEY `PERIOD_STORE` (`period`,`store_id`,`rating`)',
        index,
        key,
      ]);
    }),
  );
}
