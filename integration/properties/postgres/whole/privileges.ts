import type { Feature } from '../../features/feature.js';

/** What roles may do. */
export const privileges: Readonly<Record<string, Feature>> = {
  grant: {
    forms: [
      ['GRANT SELECT, UPDATE ON @t TO pg_monitor'],
      ['GRANT SELECT ON @t TO PUBLIC', 'GRANT UPDATE (id) ON @t TO pg_monitor WITH GRANT OPTION'],
      ['REVOKE EXECUTE ON FUNCTION @calc(text) FROM PUBLIC', 'GRANT USAGE ON SCHEMA @os TO pg_monitor'],
    ],
  },
  grantOnColumn: { needs: ['amount'], forms: [['GRANT INSERT (@amount), REFERENCES (@amount) ON @t TO pg_monitor']] },
  grantOnView: {
    needs: ['view'],
    forms: [['GRANT SELECT ON @view TO pg_monitor'], ['GRANT SELECT (id) ON @view TO pg_monitor']],
  },
  grantOnType: { needs: ['mood'], forms: [['REVOKE USAGE ON TYPE @mood FROM PUBLIC']] },
  grantBelow: { needs: ['parted'], forms: [['GRANT SELECT ON @part TO pg_monitor'], ['GRANT ALL ON @part TO PUBLIC']] },
  defaultPrivileges: {
    forms: [
      ['ALTER DEFAULT PRIVILEGES IN SCHEMA @os GRANT SELECT ON TABLES TO pg_monitor'],
      [
        'ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO pg_monitor',
        'ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC',
      ],
      [
        'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor',
        'ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO pg_monitor',
      ],
    ],
  },
  owner: {
    forms: [
      ['ALTER TABLE @t OWNER TO pg_monitor'],
      ['ALTER TABLE @other OWNER TO pg_monitor', 'ALTER FUNCTION @calc(text) OWNER TO pg_monitor'],
      ['ALTER SCHEMA @os OWNER TO pg_monitor'],
    ],
  },
  ownerOfType: { needs: ['mood'], forms: [['ALTER TYPE @mood OWNER TO pg_monitor']] },
  ownerOfView: { needs: ['view'], forms: [['ALTER VIEW @view OWNER TO pg_monitor']] },
};
