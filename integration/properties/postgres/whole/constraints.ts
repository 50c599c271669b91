import type { Feature } from '../../features/feature.js';

/** Constraints, indexes and options of tables. */
export const constraints: Readonly<Record<string, Feature>> = {
  check: {
    needs: ['amount'],
    forms: [
      ["ALTER TABLE @t ADD CONSTRAINT checked CHECK (@amount::text <> '')"],
      ["ALTER TABLE @t ADD CONSTRAINT checked CHECK (@amount::text <> 'q') NO INHERIT"],
      ["ALTER TABLE @t ADD CONSTRAINT checked CHECK (@amount::text <> '') NOT VALID"],
      ['ALTER TABLE @t ADD CONSTRAINT checked CHECK (@calc(@amount::text) < 100)'],
    ],
  },
  unique: {
    needs: ['name'],
    forms: [
      ['ALTER TABLE @t ADD CONSTRAINT single UNIQUE (@name, id)'],
      ['ALTER TABLE @t ADD CONSTRAINT single UNIQUE (@name, id) DEFERRABLE INITIALLY DEFERRED'],
      ['CREATE UNIQUE INDEX single ON @t (@name, id)'],
      ['ALTER TABLE @t ADD CONSTRAINT single UNIQUE (id) INCLUDE (@name)'],
    ],
  },
  exclusion: {
    forms: [
      ["ALTER TABLE @t ADD CONSTRAINT apart EXCLUDE USING gist (int4range(id, id, '[]') WITH &&)"],
      ["ALTER TABLE @t ADD CONSTRAINT apart EXCLUDE USING gist (int4range(id, id, '[]') WITH &&) WHERE (id > 3)"],
      ['ALTER TABLE @t ADD CONSTRAINT apart EXCLUDE USING btree (id WITH =)'],
    ],
  },
  index: {
    needs: ['amount', 'name'],
    forms: [
      ['CREATE INDEX "i x" ON @t (@amount)'],
      ['CREATE INDEX "i x" ON @t (@name DESC NULLS LAST, @amount)'],
      ['CREATE INDEX "i x" ON @t (@calc(@amount::text))'],
      ['CREATE INDEX "i x" ON @t (lower(@name)) INCLUDE (@amount)'],
      ['CREATE INDEX "i x" ON @t (@name COLLATE "C") WHERE @amount::text <> \'z\''],
    ],
  },
  identityOfRows: {
    forms: [
      ['ALTER TABLE @t REPLICA IDENTITY FULL'],
      ['CREATE UNIQUE INDEX known ON @t (id)', 'ALTER TABLE @t REPLICA IDENTITY USING INDEX known'],
      [
        'CREATE UNIQUE INDEX known ON @t (id)',
        'ALTER TABLE @t CLUSTER ON known',
        'ALTER TABLE @t REPLICA IDENTITY NOTHING',
      ],
    ],
  },
  options: {
    forms: [
      ['ALTER TABLE @t SET (fillfactor = 70)'],
      ['ALTER TABLE @t SET (autovacuum_enabled = false, toast.autovacuum_enabled = false)'],
    ],
  },
  reference: {
    forms: [
      ['ALTER TABLE @other ADD CONSTRAINT refers FOREIGN KEY (@ref) REFERENCES @t'],
      ['ALTER TABLE @other ADD CONSTRAINT refers FOREIGN KEY (@ref) REFERENCES @t ON DELETE SET NULL DEFERRABLE'],
      ['ALTER TABLE @other ADD CONSTRAINT refers FOREIGN KEY (@ref) REFERENCES @t NOT VALID'],
    ],
  },
  circle: {
    forms: [
      [
        'ALTER TABLE @t ADD COLUMN first integer',
        'ALTER TABLE @t ADD CONSTRAINT back FOREIGN KEY (first) REFERENCES @other',
      ],
    ],
  },
  filled: {
    since: 18,
    forms: [
      ['ALTER TABLE @other RENAME CONSTRAINT "T 2_id_not_null" TO filled'],
      [
        'ALTER TABLE @other ADD COLUMN late integer DEFAULT 1',
        'ALTER TABLE @other ADD CONSTRAINT filled NOT NULL late',
      ],
      [
        'ALTER TABLE @other ADD COLUMN late integer DEFAULT 1',
        'ALTER TABLE @other ADD CONSTRAINT filled NOT NULL late NOT VALID',
      ],
    ],
  },
  unenforced: {
    since: 18,
    forms: [
      ['ALTER TABLE @t ADD CONSTRAINT lax CHECK (id > 5) NOT ENFORCED'],
      ['ALTER TABLE @t ADD CONSTRAINT lax CHECK (id > 0)'],
      ['ALTER TABLE @other ADD CONSTRAINT lax FOREIGN KEY (@ref) REFERENCES @t NOT ENFORCED'],
    ],
  },
  oneNull: {
    needs: ['name'],
    since: 15,
    forms: [
      ['ALTER TABLE @t ADD CONSTRAINT "one null" UNIQUE NULLS NOT DISTINCT (@name, id)'],
      ['ALTER TABLE @t ADD CONSTRAINT "one null" UNIQUE (@name, id)'],
    ],
  },
  temporal: {
    since: 18,
    forms: [
      [
        'CREATE EXTENSION btree_gist',
        'CREATE TABLE booked (room integer, during daterange, PRIMARY KEY (room, during WITHOUT OVERLAPS))',
      ],
      [
        'CREATE EXTENSION btree_gist',
        'CREATE TABLE booked (room integer, during daterange, CONSTRAINT b UNIQUE (room, during WITHOUT OVERLAPS))',
        'CREATE TABLE booking (room integer, during daterange, FOREIGN KEY (room, PERIOD during) REFERENCES booked (room, PERIOD during))',
      ],
    ],
  },
  unlogged: {
    forms: [
      ['CREATE UNLOGGED TABLE brief (id bigserial PRIMARY KEY)'],
      ['CREATE TABLE brief (id bigserial PRIMARY KEY)'],
    ],
  },
};
