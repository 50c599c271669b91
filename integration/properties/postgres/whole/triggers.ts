import type { Feature } from '../../features/feature.js';

/** A function that lets everything happen. */
const fires = "CREATE FUNCTION fires() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";

/** Triggers, rules and policies. */
export const triggers: Readonly<Record<string, Feature>> = {
  trigger: {
    needs: ['amount'],
    forms: [
      [
        fires,
        'CREATE TRIGGER "on" BEFORE UPDATE OF @amount ON @t FOR EACH ROW WHEN (OLD.@amount IS DISTINCT FROM NEW.@amount) EXECUTE FUNCTION fires()',
      ],
      [
        fires,
        'CREATE TRIGGER "on" AFTER UPDATE ON @t FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fires()',
        'ALTER TABLE @t DISABLE TRIGGER "on"',
      ],
      [
        fires,
        "CREATE CONSTRAINT TRIGGER \"on\" AFTER INSERT OR UPDATE OF @amount ON @t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fires('a', 'b''c')",
        'ALTER TABLE @t ENABLE ALWAYS TRIGGER "on"',
      ],
      [
        fires,
        'CREATE TRIGGER "on" AFTER UPDATE ON @t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION fires()',
      ],
    ],
  },
  partTrigger: {
    needs: ['parted', 'trigger'],
    forms: [
      ['CREATE TRIGGER every AFTER INSERT ON @part FOR EACH ROW EXECUTE FUNCTION fires()'],
      [
        'CREATE TRIGGER every AFTER INSERT ON @part FOR EACH ROW WHEN (NEW.id > 5) EXECUTE FUNCTION fires()',
        'ALTER TABLE @part ENABLE REPLICA TRIGGER every',
      ],
    ],
  },
  viewTrigger: {
    needs: ['view', 'trigger'],
    forms: [['CREATE TRIGGER instead INSTEAD OF INSERT ON @view FOR EACH ROW EXECUTE FUNCTION fires()']],
  },
  rule: {
    needs: ['amount'],
    forms: [
      ['CREATE RULE kept AS ON DELETE TO @t DO ALSO UPDATE @other SET @ref = NULL WHERE @ref = OLD.id'],
      [
        "CREATE RULE kept AS ON UPDATE TO @t WHERE NEW.@amount::text = 'nix' DO INSTEAD NOTHING",
        'ALTER TABLE @t DISABLE RULE kept',
      ],
    ],
  },
  viewRule: {
    needs: ['view'],
    forms: [
      ['CREATE RULE turned AS ON DELETE TO @view DO INSTEAD DELETE FROM @t WHERE id = OLD.id'],
      ['CREATE RULE turned AS ON INSERT TO @view DO INSTEAD INSERT INTO @t (id, @amount) VALUES (NEW.id, NEW.@amount)'],
    ],
  },
  policy: {
    needs: ['amount'],
    forms: [
      ["CREATE POLICY sees ON @t USING (@amount::text <> 'q')", 'ALTER TABLE @t ENABLE ROW LEVEL SECURITY'],
      [
        'CREATE POLICY sees ON @t AS RESTRICTIVE FOR SELECT TO pg_monitor USING (EXISTS (SELECT FROM @other o WHERE o.@ref = @t.id))',
      ],
      [
        'CREATE POLICY sees ON @t FOR UPDATE USING (@calc(@amount::text) > 0) WITH CHECK (id > 0)',
        'ALTER TABLE @t FORCE ROW LEVEL SECURITY',
      ],
    ],
  },
};
